/** Giving a tag to all records that are selected, and taking one from them. */
import { useQuery } from "@tanstack/react-query";
import { useId, useState } from "react";
import { call } from "../../ipc/client";
import { tags } from "../../ipc/queries";
import { t } from "../../text/texts";
import { Button } from "../controls";
import { Act } from "../Filter";
import { errorWords } from "../states";
import { useToast, wayBack } from "../toasts";
import type { TaggedKind } from "./TagsOf";

export function TagActs({
  of,
  ids,
  used,
  done,
}: {
  of: TaggedKind;
  ids: string[];
  /** Ids of the tags that any of them has. */
  used: ReadonlySet<string>;
  /** What is said once it is done. */
  done: string;
}) {
  const known = useQuery(tags()).data ?? [];
  const list = useId();
  const [name, setName] = useState("");
  const toast = useToast();

  async function edit(part: { add?: string; remove?: string }) {
    try {
      const { add = null, remove = null } = part;
      await call("edit_tags", { of, ids, add, remove, set: null });
      setName("");
      toast(done, wayBack());
    } catch (error) {
      toast(errorWords(error));
    }
  }

  const removable = known.filter((tag) => used.has(tag.id));
  return (
    <>
      <form
        className="inline-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== "") void edit({ add: name });
        }}
      >
        <input
          className="input"
          style={{ width: 110 }}
          list={list}
          aria-label={t("tag")}
          placeholder={t("tag")}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <datalist id={list}>
          {known.map((tag) => (
            <option key={tag.id} value={tag.name} />
          ))}
        </datalist>
        <Button type="submit">{t("tag-add")}</Button>
      </form>
      {removable.length > 0 && (
        <Act
          label={t("tag-remove")}
          options={removable.map((tag) => ({ value: tag.id, label: tag.name }))}
          onChoose={(remove) => void edit({ remove })}
        />
      )}
    </>
  );
}
