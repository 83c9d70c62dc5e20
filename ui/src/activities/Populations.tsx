/** The list of populations that activities serve. */
import { useQuery } from "@tanstack/react-query";
import { ArrowUp, Plus, Trash2 } from "lucide-react";
import { useState } from "react";
import { call } from "../ipc/client";
import type { PopulationItem } from "../ipc/generated";
import { populations } from "../ipc/queries";
import { Button, IconButton } from "../shared/controls";
import { Drawer } from "../shared/layers";
import { errorWords, Loaded } from "../shared/states";
import { useToast } from "../shared/toasts";
import { t } from "../text/texts";

export function Populations({ onClose }: { onClose: () => void }) {
  const query = useQuery(populations());
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
    if (await run(() => call("add_population", { name }))) setName("");
  }

  function raise(entries: PopulationItem[], index: number) {
    const ids = entries.map((entry) => entry.id);
    const [moved] = ids.splice(index, 1);
    if (moved) ids.splice(index - 1, 0, moved);
    void run(() => call("order_populations", { ids }));
  }

  return (
    <Drawer title={t("populations-title")} onClose={onClose}>
      <div className="drawer-body">
        <p className="note">{t("populations-help")}</p>
        <Loaded query={query}>
          {(entries) => (
            <>
              {entries.length === 0 && <p className="empty">{t("populations-empty")}</p>}
              <ul className="plain-list lists">
                {entries.map((entry, index) => (
                  <Entry
                    key={entry.id}
                    entry={entry}
                    onRename={(changed) =>
                      run(() => call("rename_population", { id: entry.id, name: changed }))
                    }
                    onRaise={index === 0 ? undefined : () => raise(entries, index)}
                    onRemove={() => void run(() => call("remove_population", { id: entry.id }))}
                  />
                ))}
              </ul>
            </>
          )}
        </Loaded>
        <form
          className="inline-form"
          onSubmit={(event) => {
            event.preventDefault();
            void add();
          }}
        >
          <input
            className="input"
            aria-label={t("populations-new")}
            placeholder={t("populations-new")}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
          <Button type="submit" isDisabled={name.trim() === ""}>
            <Plus size={15} aria-hidden />
            {t("populations-add")}
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
  entry: PopulationItem;
  onRename: (name: string) => Promise<boolean>;
  onRaise: (() => void) | undefined;
  onRemove: () => void;
}) {
  const [typed, setTyped] = useState<string | null>(null);
  const [isAsking, setIsAsking] = useState(false);

  async function finish() {
    // A name that is refused stays in the field, to be put right there.
    if (typed === null || typed.trim() === entry.name || (await onRename(typed))) setTyped(null);
  }
  return (
    <li>
      <div className="inline-form">
        <input
          className="input"
          aria-label={t("populations-name-of", { name: entry.name })}
          value={typed ?? entry.name}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={() => void finish()}
          onKeyDown={(event) => {
            if (event.key === "Enter") {
              event.preventDefault();
              void finish();
            }
          }}
        />
        <span className="quiet small num list-count">
          {t("populations-used", { count: entry.activities })}
        </span>
        <IconButton
          label={t("populations-up", { name: entry.name })}
          isDisabled={!onRaise}
          onPress={() => onRaise?.()}
        >
          <ArrowUp size={14} aria-hidden />
        </IconButton>
        <IconButton
          label={t("populations-remove", { name: entry.name })}
          onPress={() => (entry.activities > 0 ? setIsAsking(true) : onRemove())}
        >
          <Trash2 size={14} aria-hidden />
        </IconButton>
      </div>
      {isAsking && (
        <p className="list-asking" role="alert">
          {t("populations-remove-used", { count: entry.activities })}{" "}
          <Button kind="danger" onPress={onRemove}>
            {t("populations-remove-still")}
          </Button>
          <Button kind="ghost" onPress={() => setIsAsking(false)}>
            {t("cancel")}
          </Button>
        </p>
      )}
    </li>
  );
}
