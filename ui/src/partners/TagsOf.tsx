/** The tags of a partner, edited in place. */
import { Pencil } from "lucide-react";
import { useState } from "react";
import { call } from "../ipc/client";
import { Button, IconButton } from "../shared/controls";
import { errorWords } from "../shared/states";
import { useToast } from "../shared/toasts";
import { t } from "../text/texts";

export function TagsOf({ id, tags }: { id: string; tags: string[] }) {
  const [typed, setTyped] = useState<string | null>(null);
  const toast = useToast();
  if (typed === null) {
    return (
      <p className="tags">
        {tags.length === 0 && <span className="quiet small">{t("partner-tags-none")}</span>}
        {tags.map((tag) => (
          <span key={tag} className="tag-word">
            {tag}
          </span>
        ))}
        <IconButton label={t("partner-tags")} onPress={() => setTyped(tags.join(", "))}>
          <Pencil size={13} aria-hidden />
        </IconButton>
      </p>
    );
  }

  async function keep(text: string) {
    const words = text
      .split(",")
      .map((word) => word.trim())
      .filter(Boolean);
    try {
      await call("tag_partner", { id, tags: words });
      setTyped(null);
    } catch (error) {
      toast(errorWords(error));
    }
  }

  return (
    <form
      className="inline-form"
      onSubmit={(event) => {
        event.preventDefault();
        void keep(typed);
      }}
    >
      <input
        className="input"
        aria-label={t("partner-tags")}
        placeholder={t("partner-tags-help")}
        // biome-ignore lint/a11y/noAutofocus: it was asked for.
        autoFocus
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => event.key === "Escape" && setTyped(null)}
      />
      <Button type="submit">{t("save")}</Button>
      <Button kind="ghost" onPress={() => setTyped(null)}>
        {t("cancel")}
      </Button>
    </form>
  );
}
