/** The tags of one record, edited in place. */
import { useQuery } from "@tanstack/react-query";
import { Pencil } from "lucide-react";
import { useId, useState } from "react";
import { call } from "../../ipc/client";
import { tags as knownTags } from "../../ipc/queries";
import { t } from "../../text/texts";
import { Button, IconButton } from "../controls";
import { errorWords } from "../states";
import { useToast } from "../toasts";

/** What can have tags, as the wire names it. */
export type TaggedKind = "partners" | "measures" | "activities";

export function TagsOf({ of, id, tags }: { of: TaggedKind; id: string; tags: string[] }) {
  const [isEditing, setIsEditing] = useState(false);
  if (isEditing) return <Editor of={of} id={id} tags={tags} onClose={() => setIsEditing(false)} />;
  return (
    <p className="tags">
      {tags.length === 0 && <span className="quiet small">{t("tags-none")}</span>}
      {tags.map((tag) => (
        <span key={tag} className="tag-word">
          {tag}
        </span>
      ))}
      <IconButton label={t("tags-edit")} onPress={() => setIsEditing(true)}>
        <Pencil size={13} aria-hidden />
      </IconButton>
    </p>
  );
}

function Editor({
  of,
  id,
  tags,
  onClose,
}: {
  of: TaggedKind;
  id: string;
  tags: string[];
  onClose: () => void;
}) {
  const known = useQuery(knownTags()).data ?? [];
  const list = useId();
  const [typed, setTyped] = useState(tags.join(", "));
  const toast = useToast();
  const words = typed
    .split(",")
    .map((word) => word.trim())
    .filter(Boolean);
  // Proposals go on from the last word, so that choosing one keeps those before it.
  const before = typed.includes(",") ? `${words.slice(0, -1).join(", ")}, ` : "";

  async function keep() {
    try {
      await call("edit_tags", { of, ids: [id], add: null, remove: null, set: words });
      onClose();
    } catch (error) {
      toast(errorWords(error));
    }
  }

  return (
    <form
      className="inline-form"
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
    >
      <input
        className="input"
        list={list}
        aria-label={t("tags-edit")}
        placeholder={t("tags-help")}
        // biome-ignore lint/a11y/noAutofocus: it was asked for.
        autoFocus
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => event.key === "Escape" && onClose()}
      />
      <datalist id={list}>
        {known
          .filter((tag) => !words.includes(tag.name))
          .map((tag) => (
            <option key={tag.id} value={`${before}${tag.name}`} />
          ))}
      </datalist>
      <Button type="submit">{t("save")}</Button>
      <Button kind="ghost" onPress={onClose}>
        {t("cancel")}
      </Button>
    </form>
  );
}
