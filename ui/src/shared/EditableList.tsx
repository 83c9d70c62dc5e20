/** A list of names the team keeps: renamed in place, raised, removed, and added to. */
import { ArrowUp, Plus, Trash2 } from "lucide-react";
import { useState } from "react";
import { t } from "../text/texts";
import { Button, IconButton } from "./controls";
import { errorWords } from "./states";
import { useToast } from "./toasts";

export type ListedName = {
  id: string;
  name: string;
  /** The name it has unless it is given another; for a list that has such names. */
  usualName?: string | null;
};

/** What the list says of its own. */
export type ListWords = {
  empty: string;
  newName: string;
  add: string;
  /** Beside an entry, how much it is used. */
  used: (count: number) => string;
  /** Asked before one that is used is removed. */
  removeUsed: (count: number) => string;
};

export function EditableList<Entry extends ListedName>({
  entries,
  words,
  uses,
  onAdd,
  onRename,
  onOrder,
  onRemove,
}: {
  entries: readonly Entry[];
  words: ListWords;
  uses: (entry: Entry) => number;
  onAdd: (name: string) => Promise<unknown>;
  /** The usual name is asked for by an empty one. */
  onRename: (id: string, name: string) => Promise<unknown>;
  onOrder: (ids: string[]) => Promise<unknown>;
  onRemove: (id: string) => Promise<unknown>;
}) {
  const [name, setName] = useState("");
  const toast = useToast();

  async function run(action: () => Promise<unknown>): Promise<boolean> {
    try {
      await action();
      return true;
    } catch (error) {
      toast(errorWords(error));
      return false;
    }
  }

  async function add() {
    if (name.trim() === "") return;
    if (await run(() => onAdd(name))) setName("");
  }

  function raise(index: number) {
    const ids = entries.map((entry) => entry.id);
    const [moved] = ids.splice(index, 1);
    if (moved) ids.splice(index - 1, 0, moved);
    void run(() => onOrder(ids));
  }

  return (
    <>
      {entries.length === 0 && <p className="empty">{words.empty}</p>}
      <ul className="plain-list lists">
        {entries.map((entry, index) => (
          <Row
            key={entry.id}
            entry={entry}
            words={words}
            uses={uses(entry)}
            onRename={(changed) => run(() => onRename(entry.id, changed))}
            onRaise={index === 0 ? undefined : () => raise(index)}
            onRemove={() => void run(() => onRemove(entry.id))}
          />
        ))}
      </ul>
      <form
        className="inline-form"
        onSubmit={(event) => {
          event.preventDefault();
          void add();
        }}
      >
        <input
          className="input"
          aria-label={words.newName}
          placeholder={words.newName}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <Button type="submit" isDisabled={name.trim() === ""}>
          <Plus size={15} aria-hidden />
          {words.add}
        </Button>
      </form>
    </>
  );
}

function Row({
  entry,
  words,
  uses,
  onRename,
  onRaise,
  onRemove,
}: {
  entry: ListedName;
  words: ListWords;
  uses: number;
  onRename: (name: string) => Promise<boolean>;
  onRaise: (() => void) | undefined;
  onRemove: () => void;
}) {
  const [typed, setTyped] = useState<string | null>(null);
  const [isAsking, setIsAsking] = useState(false);
  const { name, usualName } = entry;

  async function finish() {
    if (typed === null) return;
    const wanted = typed.trim() === usualName ? "" : typed;
    // A name that is refused stays in the field, to be put right there.
    if (typed.trim() === name || (await onRename(wanted))) setTyped(null);
  }
  return (
    <li>
      <div className="inline-form">
        <input
          className="input"
          aria-label={t("lists-name-of", { name })}
          value={typed ?? name}
          placeholder={usualName ?? ""}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={() => void finish()}
          onKeyDown={(event) => {
            if (event.key === "Enter") {
              event.preventDefault();
              void finish();
            }
          }}
        />
        <span className="quiet small num list-count">{words.used(uses)}</span>
        <IconButton
          label={t("lists-up", { name })}
          isDisabled={!onRaise}
          onPress={() => onRaise?.()}
        >
          <ArrowUp size={14} aria-hidden />
        </IconButton>
        <IconButton
          label={t("lists-remove", { name })}
          onPress={() => (uses > 0 ? setIsAsking(true) : onRemove())}
        >
          <Trash2 size={14} aria-hidden />
        </IconButton>
      </div>
      {isAsking && (
        <p className="list-asking" role="alert">
          {words.removeUsed(uses)}{" "}
          <Button kind="danger" onPress={onRemove}>
            {t("lists-remove-still")}
          </Button>
          <Button kind="ghost" onPress={() => setIsAsking(false)}>
            {t("cancel")}
          </Button>
        </p>
      )}
    </li>
  );
}
