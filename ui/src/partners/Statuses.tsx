/** Since when a partner had which status. */
import { useState } from "react";
import { call } from "../ipc/client";
import type { PartnerPage, StatusForm, StatusLine } from "../ipc/generated";
import { Part } from "../shared/Part";
import { type FieldSpec, RecordForm } from "../shared/RecordForm";
import { t } from "../text/texts";
import { STATUSES } from "./PartnerDrawer";

export function Statuses({ data }: { data: PartnerPage }) {
  const [open, setOpen] = useState<StatusLine | "new" | null>(null);
  const line = open === "new" ? null : open;
  const fields: FieldSpec<StatusForm>[] = [
    {
      name: "status",
      label: t("partner-status"),
      kind: "select",
      options: STATUSES.map((value) => ({ value, label: t(`partner-status-${value}`) })),
    },
    { name: "since", label: t("status-since"), kind: "date" },
    { name: "note", label: t("status-note"), kind: "area" },
  ];
  return (
    <>
      <Part
        title={t("status-history")}
        add={t("add-status")}
        onAdd={() => setOpen("new")}
        empty={data.statuses.length === 0 && t("status-history-empty")}
      >
        <ul className="plain-list people">
          {data.statuses.map((entry) => (
            <li key={entry.id}>
              <button type="button" className="person" onClick={() => setOpen(entry)}>
                <span>
                  <b>{t(`partner-status-${entry.form.status}`)}</b>{" "}
                  <span className="quiet">{entry.sinceWords}</span>
                </span>
                {entry.form.note && <span className="quiet small">{entry.form.note}</span>}
              </button>
            </li>
          ))}
        </ul>
      </Part>
      {open && (
        <RecordForm
          title={t("status-history")}
          initial={
            line?.form ?? {
              partner: data.id,
              status: data.form.status,
              since: data.today,
              note: "",
            }
          }
          fields={fields}
          save={(form) =>
            line
              ? call("change_status_entry", { id: line.id, form })
              : call("add_status_entry", form)
          }
          remove={line ? () => call("remove_status_entry", { id: line.id }) : undefined}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  );
}
