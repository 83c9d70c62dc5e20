/** The stories behind the curve: the latest in full, earlier ones folded. */
import { useState } from "react";
import { call } from "../ipc/client";
import type { MeasurePage, StoryItem } from "../ipc/generated";
import { Prose } from "../shared/Prose";
import { RecordForm } from "../shared/RecordForm";
import { t } from "../text/texts";
import { SideHead } from "./SideHead";

export function Stories({ page }: { page: MeasurePage }) {
  const [open, setOpen] = useState<StoryItem | null>(null);
  const [latest, ...earlier] = page.stories;
  const period = page.latestPeriod ?? "";
  return (
    <section aria-label={t("story")}>
      <SideHead
        words={t("story")}
        action={t("write")}
        onAct={() =>
          setOpen(page.stories.find((story) => story.period === period) ?? { period, text: "" })
        }
      />
      {latest ? (
        <Told story={latest} onEdit={() => setOpen(latest)} />
      ) : (
        <p className="reading quiet">{t("story-empty")}</p>
      )}
      {page.storyBy && latest?.period === null && <p className="note">{page.storyBy}</p>}
      {earlier.length > 0 && (
        <details className="worked">
          <summary>{t("stories-earlier", { count: earlier.length })}</summary>
          {earlier.map((story) => (
            <Told key={story.period ?? ""} story={story} onEdit={() => setOpen(story)} />
          ))}
        </details>
      )}
      {open !== null && (
        <RecordForm
          title={t("story")}
          initial={{ period: open.period ?? "", text: open.text }}
          fields={[
            { name: "text", label: t("story"), kind: "area", help: t("story-help") },
            {
              name: "period",
              label: t("story-period"),
              kind: "text",
              help: t("story-period-help"),
            },
          ]}
          save={(form) => call("write_story", { id: page.id, ...form })}
          remove={
            open.text === ""
              ? undefined
              : () => call("write_story", { id: page.id, period: open.period ?? "", text: "" })
          }
          onClose={() => setOpen(null)}
        />
      )}
    </section>
  );
}

function Told({ story, onEdit }: { story: StoryItem; onEdit: () => void }) {
  const name = story.period ?? t("story-undated");
  return (
    <div className="told">
      <p className="told-head">
        <b>{name}</b>
        <button
          type="button"
          className="button ghost"
          onClick={onEdit}
          aria-label={t("act-on", { action: t("edit"), name })}
        >
          {t("edit")}
        </button>
      </p>
      <Prose text={story.text} />
    </div>
  );
}
