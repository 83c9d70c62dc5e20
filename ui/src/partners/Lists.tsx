/** Sectors and types: lists the team may change. */
import { ArrowUp, Plus, Trash2 } from "lucide-react";
import { useState } from "react";
import { call } from "../ipc/client";
import type { Directory, ListEntry } from "../ipc/generated";
import { Button, IconButton, Segmented } from "../shared/controls";
import { Drawer } from "../shared/layers";
import { errorWords } from "../shared/states";
import { useToast } from "../shared/toasts";
import { t } from "../text/texts";

type List = "sectors" | "kinds";

export function Lists({ directory, onClose }: { directory: Directory; onClose: () => void }) {
  const [list, setList] = useState<List>("sectors");
  const [name, setName] = useState("");
  const toast = useToast();
  const entries = directory[list];

  async function run(action: () => Promise<unknown>) {
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
    if (await run(() => call("add_list_entry", { list, name }))) setName("");
  }

  function raise(index: number) {
    const ids = entries.map((entry) => entry.id);
    const [moved] = ids.splice(index, 1);
    if (moved) ids.splice(index - 1, 0, moved);
    void run(() => call("order_list", { list, ids }));
  }

  return (
    <Drawer title={t("lists-title")} onClose={onClose}>
      <div className="drawer-body">
        <Segmented<List>
          label={t("lists-title")}
          value={list}
          options={(["sectors", "kinds"] as const).map((value) => ({
            value,
            label: t(`lists-${value}`),
          }))}
          onChange={setList}
        />
        <p className="note">{t("lists-help")}</p>
        {entries.length === 0 && <p className="empty">{t("lists-empty")}</p>}
        <ul className="plain-list lists">
          {entries.map((entry, index) => (
            <Entry
              key={entry.id}
              entry={entry}
              onRename={(changed) =>
                void run(() => call("rename_list_entry", { list, id: entry.id, name: changed }))
              }
              onRaise={index === 0 ? undefined : () => raise(index)}
              onRemove={() => void run(() => call("remove_list_entry", { list, id: entry.id }))}
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
            aria-label={t("lists-new-name")}
            placeholder={t("lists-new-name")}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
          <Button type="submit" isDisabled={name.trim() === ""}>
            <Plus size={15} aria-hidden />
            {t("lists-add")}
          </Button>
        </form>
      </div>
    </Drawer>
  );
}

function Entry({
  entry,
  onRename,
  onRaise,
  onRemove,
}: {
  entry: ListEntry;
  onRename: (name: string) => void;
  onRaise: (() => void) | undefined;
  onRemove: () => void;
}) {
  const [typed, setTyped] = useState<string | null>(null);
  const [isAsking, setIsAsking] = useState(false);
  const finish = () => {
    if (typed !== null && typed.trim() !== entry.name) {
      onRename(typed.trim() === entry.usualName ? "" : typed);
    }
    setTyped(null);
  };
  return (
    <li>
      <div className="inline-form">
        <input
          className="input"
          aria-label={t("lists-name-of", { name: entry.name })}
          value={typed ?? entry.name}
          placeholder={entry.usualName ?? ""}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={finish}
          onKeyDown={(event) => {
            if (event.key === "Enter") {
              event.preventDefault();
              finish();
            }
          }}
        />
        <span className="quiet small num list-count">{entry.partners}</span>
        <IconButton
          label={t("lists-up", { name: entry.name })}
          isDisabled={!onRaise}
          onPress={() => onRaise?.()}
        >
          <ArrowUp size={14} aria-hidden />
        </IconButton>
        <IconButton
          label={t("lists-remove", { name: entry.name })}
          onPress={() => (entry.partners > 0 ? setIsAsking(true) : onRemove())}
        >
          <Trash2 size={14} aria-hidden />
        </IconButton>
      </div>
      {isAsking && (
        <p className="list-asking" role="alert">
          {t("lists-remove-used", { count: entry.partners })}{" "}
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
