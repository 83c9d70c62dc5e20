/** All tags in one place: how often each is used, renamed, merged and removed. */
import { useQuery } from "@tanstack/react-query";
import { Plus, Trash2 } from "lucide-react";
import { useState } from "react";
import { call } from "../ipc/client";
import type { TagLine } from "../ipc/generated";
import { tags } from "../ipc/queries";
import { Button, IconButton } from "../shared/controls";
import { Act } from "../shared/Filter";
import { type Place, useNavigation } from "../shared/navigation";
import { Empty, errorWords, Loaded } from "../shared/states";
import { useToast, wayBack } from "../shared/toasts";
import { t } from "../text/texts";

export default function Tags() {
  const query = useQuery(tags());
  const [name, setName] = useState("");
  const run = useRun();
  return (
    <>
      <div className="page-head">
        <div>
          <h1>{t("screen-tags")}</h1>
          <p className="quiet">{t("tags-about")}</p>
        </div>
      </div>
      <form
        className="inline-form tag-new"
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() === "") return;
          void run(async () => {
            await call("add_list_entry", { list: "tags", name });
            setName("");
          });
        }}
      >
        <input
          className="input"
          aria-label={t("tag-new")}
          placeholder={t("tag-new")}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <Button type="submit" isDisabled={name.trim() === ""}>
          <Plus size={15} aria-hidden />
          {t("lists-add")}
        </Button>
      </form>
      <Loaded query={query}>
        {(list) => (list.length === 0 ? <Empty words={t("tags-empty")} /> : <Lines list={list} />)}
      </Loaded>
    </>
  );
}

/** Does something, says why where it fails, and offers the way back where that is asked for. */
function useRun() {
  const toast = useToast();
  return async (action: () => Promise<unknown>, done?: string) => {
    try {
      await action();
      if (done) toast(done, wayBack());
    } catch (error) {
      toast(errorWords(error));
    }
  };
}

function Lines({ list }: { list: TagLine[] }) {
  return (
    <table className="plain tags-table">
      <thead>
        <tr>
          <th scope="col">{t("tag")}</th>
          <th scope="col" className="right">
            {t("screen-partners")}
          </th>
          <th scope="col" className="right">
            {t("many-measure")}
          </th>
          <th scope="col" className="right">
            {t("screen-activities")}
          </th>
          <th scope="col">
            <span className="hidden">{t("tag-acts")}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {list.map((tag) => (
          <Line key={tag.id} tag={tag} others={list.filter((one) => one.id !== tag.id)} />
        ))}
      </tbody>
    </table>
  );
}

function Line({ tag, others }: { tag: TagLine; others: TagLine[] }) {
  const [typed, setTyped] = useState<string | null>(null);
  const [isAsking, setIsAsking] = useState(false);
  const run = useRun();
  const { id, name } = tag;
  const uses = tag.partners + tag.measures + tag.activities;

  function finish() {
    const next = typed?.trim();
    setTyped(null);
    if (next && next !== name)
      void run(() => call("rename_list_entry", { list: "tags", id, name: next }));
  }
  const remove = () =>
    run(() => call("remove_list_entry", { list: "tags", id }), t("removed", { name }));
  const merge = (kept: string) =>
    run(
      () => call("merge_tags", { gone: id, kept }),
      t("tag-merged", { gone: name, kept: others.find((one) => one.id === kept)?.name ?? "" }),
    );

  return (
    <tr>
      <th scope="row">
        <input
          className="input"
          aria-label={t("lists-name-of", { name })}
          value={typed ?? name}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={finish}
          onKeyDown={(event) => {
            if (event.key === "Escape") setTyped(null);
            if (event.key !== "Enter") return;
            event.preventDefault();
            finish();
          }}
        />
      </th>
      <Uses
        count={tag.partners}
        words={t("tag-partners", { count: tag.partners, name })}
        place={{ screen: "partners", tag: id }}
      />
      <Uses
        count={tag.measures}
        words={t("tag-measures", { count: tag.measures, name })}
        place={{ screen: "measurement", tag: id }}
      />
      <Uses
        count={tag.activities}
        words={t("tag-activities", { count: tag.activities, name })}
        place={{ screen: "activities", tag: id }}
      />
      <td className="right">
        {isAsking ? (
          <span role="alert" className="tag-asking">
            {t("tag-remove-used", { count: uses })}{" "}
            <Button kind="danger" onPress={() => void remove()}>
              {t("lists-remove-still")}
            </Button>
            <Button kind="ghost" onPress={() => setIsAsking(false)}>
              {t("cancel")}
            </Button>
          </span>
        ) : (
          <span className="tag-acts">
            {others.length > 0 && (
              <Act
                label={t("tag-merge")}
                options={others.map((one) => ({ value: one.id, label: one.name }))}
                onChoose={(kept) => void merge(kept)}
              />
            )}
            <IconButton
              label={t("lists-remove", { name })}
              onPress={() => (uses > 0 ? setIsAsking(true) : void remove())}
            >
              <Trash2 size={14} aria-hidden />
            </IconButton>
          </span>
        )}
      </td>
    </tr>
  );
}

/** How many have a tag, leading to them. */
function Uses({ count, words, place }: { count: number; words: string; place: Place }) {
  const { go } = useNavigation();
  return (
    <td className="right">
      {count === 0 ? (
        <span className="quiet">–</span>
      ) : (
        <button
          type="button"
          className="link-button"
          title={words}
          aria-label={words}
          onClick={() => go(place)}
        >
          {count}
        </button>
      )}
    </td>
  );
}
