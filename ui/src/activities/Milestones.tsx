/** What is to be reached by when: ticked off in place. */
import { useState } from "react";
import { call } from "../ipc/client";
import type { ActivityPage, MilestoneForm, MilestoneLine } from "../ipc/generated";
import { Part } from "../shared/Part";
import { type FieldSpec, RecordForm } from "../shared/RecordForm";
import { errorWords } from "../shared/states";
import { useToast } from "../shared/toasts";
import { t } from "../text/texts";

export function Milestones({ data }: { data: ActivityPage }) {
  const [open, setOpen] = useState<MilestoneLine | "new" | null>(null);
  const toast = useToast();
  async function tick(line: MilestoneLine, isDone: boolean) {
    try {
      await call("reach_milestone", { id: line.id, isDone });
    } catch (error) {
      toast(errorWords(error));
    }
  }
  const line = open === "new" ? null : open;
  const fields: FieldSpec<MilestoneForm>[] = [
    { name: "name", label: t("milestone-name"), kind: "text" },
    { name: "due", label: t("milestone-due"), kind: "date" },
    {
      name: "doneOn",
      label: t("milestone-done-on"),
      kind: "date",
      help: t("milestone-done-help"),
    },
  ];
  return (
    <>
      <Part
        title={t("milestones")}
        add={t("add-milestone")}
        onAdd={() => setOpen("new")}
        empty={data.milestones.length === 0 && t("milestones-empty")}
      >
        <ul className="plain-list milestones">
          {data.milestones.map((one) => (
            <li key={one.id} className={one.state}>
              <input
                type="checkbox"
                aria-label={t("milestone-tick", { name: one.form.name })}
                checked={one.state === "done"}
                onChange={(event) => void tick(one, event.target.checked)}
              />
              <button type="button" className="person" onClick={() => setOpen(one)}>
                <span>{one.form.name}</span>
                {one.stateWords && (
                  <span className={one.state === "late" ? "status off_track small" : "quiet small"}>
                    {one.state === "late" && <span aria-hidden>◆ </span>}
                    {one.stateWords}
                  </span>
                )}
              </button>
              <span className="quiet nowrap">{one.dueWords}</span>
            </li>
          ))}
        </ul>
      </Part>
      {open && (
        <RecordForm
          title={line ? line.form.name : t("add-milestone")}
          initial={line?.form ?? { activity: data.id, name: "", due: "", doneOn: "" }}
          fields={fields}
          save={(form) =>
            line ? call("change_milestone", { id: line.id, form }) : call("add_milestone", form)
          }
          remove={line ? () => call("remove_milestone", { id: line.id }) : undefined}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  );
}
