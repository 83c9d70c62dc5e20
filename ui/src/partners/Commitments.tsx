/** What a partner signed up to, and until when. */
import { useState } from "react";
import { call } from "../ipc/client";
import type { CommitmentForm, CommitmentLine, PartnerPage } from "../ipc/generated";
import { Part } from "../shared/Part";
import { type FieldSpec, RecordForm } from "../shared/RecordForm";
import { t } from "../text/texts";
import { Expiry } from "./DirectoryTable";

const KINDS = ["mou", "data", "money", "in_kind", "other"];

export function Commitments({ data }: { data: PartnerPage }) {
  const [open, setOpen] = useState<CommitmentLine | "new" | null>(null);
  return (
    <>
      <Part
        title={t("commitments")}
        add={t("add-commitment")}
        onAdd={() => setOpen("new")}
        empty={data.commitments.length === 0 && t("commitments-empty")}
      >
        <table className="plain">
          <thead>
            <tr>
              <th scope="col">{t("commitment-title")}</th>
              <th scope="col">{t("commitment-kind")}</th>
              <th scope="col">{t("commitment-signed")}</th>
              <th scope="col">{t("commitment-expires")}</th>
            </tr>
          </thead>
          <tbody>
            {data.commitments.map((line) => (
              <tr key={line.id} className="row" onClick={() => setOpen(line)}>
                <th scope="row">
                  <button type="button" className="signal row-open">
                    {line.form.title}
                  </button>
                  {line.form.note && <span className="quiet small">{line.form.note}</span>}
                </th>
                <td>{t(`commitment-kind-${line.form.kind}`)}</td>
                <td className="nowrap">{line.signedWords || "–"}</td>
                <td>
                  <span className="nowrap">{line.expiresWords}</span>
                  {line.expiryWords && (
                    <span className="small block">
                      <Expiry word={line.expiry}>{line.expiryWords}</Expiry>
                    </span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Part>
      {open && (
        <CommitmentDrawer
          partner={data.id}
          line={open === "new" ? null : open}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  );
}

function CommitmentDrawer({
  partner,
  line,
  onClose,
}: {
  partner: string;
  line: CommitmentLine | null;
  onClose: () => void;
}) {
  const fields: FieldSpec<CommitmentForm>[] = [
    { name: "title", label: t("commitment-title"), kind: "text" },
    {
      name: "kind",
      label: t("commitment-kind"),
      kind: "select",
      options: KINDS.map((value) => ({ value, label: t(`commitment-kind-${value}`) })),
    },
    { name: "signedOn", label: t("commitment-signed"), kind: "date" },
    {
      name: "expiresOn",
      label: t("commitment-expires"),
      kind: "date",
      help: t("commitment-expires-help"),
    },
    { name: "note", label: t("notes"), kind: "area" },
  ];
  return (
    <RecordForm
      title={line ? line.form.title : t("add-commitment")}
      initial={
        line?.form ?? { partner, kind: "mou", title: "", signedOn: "", expiresOn: "", note: "" }
      }
      fields={fields}
      save={(form) =>
        line ? call("change_commitment", { id: line.id, form }) : call("add_commitment", form)
      }
      remove={line ? () => call("remove_commitment", { id: line.id }) : undefined}
      onClose={onClose}
    />
  );
}
