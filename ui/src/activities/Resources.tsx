/** What an activity needs, who gives it, and what is sure. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../ipc/client";
import type { ActivityPage, NeededLine, ResourceForm } from "../ipc/generated";
import { dimensions } from "../ipc/queries";
import { Part } from "../shared/Part";
import { type FieldSpec, RecordForm } from "../shared/RecordForm";
import { t } from "../text/texts";

const KINDS = ["money", "staff", "space", "goods", "data", "other"];

export function Resources({ data }: { data: ActivityPage }) {
  const [open, setOpen] = useState<NeededLine | "new" | null>(null);
  return (
    <>
      <Part
        title={t("resources")}
        note={data.worthWords}
        add={t("add-resource")}
        onAdd={() => setOpen("new")}
        empty={data.resources.length === 0 && t("resources-empty")}
      >
        <table className="plain needs">
          <thead>
            <tr>
              <th scope="col">{t("resource-description")}</th>
              <th scope="col">{t("resource-partner")}</th>
              <th scope="col" className="right">
                {t("resource-worth")}
              </th>
              <th scope="col">{t("resource-state")}</th>
            </tr>
          </thead>
          <tbody>
            {data.resources.map((line) => (
              <tr key={line.id} className="row" onClick={() => setOpen(line)}>
                <th scope="row">
                  <button type="button" className="signal row-open">
                    {line.form.description}
                  </button>
                  <span className="quiet small block">{t(`resource-${line.form.kind}`)}</span>
                </th>
                <td>{line.partnerName || t("resource-nobody")}</td>
                <td className="right nowrap">{line.amountWords || "–"}</td>
                <td className="nowrap">
                  {line.form.isSecured ? (
                    <span className="status on_track">
                      <span aria-hidden>● </span>
                      {t("resource-is-secured")}
                    </span>
                  ) : (
                    <span className="status watch">
                      <span aria-hidden>▲ </span>
                      {t("resource-is-open")}
                    </span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Part>
      {open && (
        <ResourceDrawer
          activity={data.id}
          line={open === "new" ? null : open}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  );
}

function ResourceDrawer({
  activity,
  line,
  onClose,
}: {
  activity: string;
  line: NeededLine | null;
  onClose: () => void;
}) {
  const partners = useQuery(dimensions()).data?.partners ?? [];
  const fields: FieldSpec<ResourceForm>[] = [
    { name: "description", label: t("resource-description"), kind: "text" },
    {
      name: "kind",
      label: t("resource-kind"),
      kind: "select",
      options: KINDS.map((value) => ({ value, label: t(`resource-${value}`) })),
    },
    {
      name: "partner",
      label: t("resource-partner"),
      kind: "select",
      options: [
        { value: "", label: t("resource-nobody") },
        ...partners.map(({ id, name }) => ({ value: id, label: name })),
      ],
    },
    { name: "amount", label: t("resource-worth"), kind: "text", help: t("resource-worth-help") },
    { name: "isSecured", label: t("resource-secured"), kind: "check" },
  ];
  return (
    <RecordForm
      title={line ? line.form.description : t("add-resource")}
      initial={
        line?.form ?? {
          activity,
          partner: null,
          kind: "money",
          description: "",
          amount: "",
          isSecured: false,
        }
      }
      fields={fields}
      save={(form) =>
        line
          ? call("change_activity_resource", { id: line.id, form })
          : call("add_activity_resource", form)
      }
      remove={line ? () => call("remove_activity_resource", { id: line.id }) : undefined}
      onClose={onClose}
    />
  );
}
