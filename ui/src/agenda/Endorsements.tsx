/** Who signed which version, and who has not yet. */
import { Stamp } from "lucide-react";
import { useState } from "react";
import { call } from "../ipc/client";
import type { Agenda, AgendaVersion, SignatureForm, SignatureLine } from "../ipc/generated";
import { Button, Select } from "../shared/controls";
import { RecordForm } from "../shared/RecordForm";
import { Empty } from "../shared/states";
import { t } from "../text/texts";
import { RecordSignatures } from "./RecordSignatures";
import { versionWords } from "./Texts";

export function Endorsements({ data }: { data: Agenda }) {
  const adopted = data.versions.filter(({ state }) => state !== "draft");
  const [chosen, setChosen] = useState<string | null>(null);
  const inForce = adopted[0];
  const shown = adopted.find(({ id }) => id === chosen) ?? inForce;
  if (!shown || !inForce) return <Empty words={t("endorse-none-adopted")} />;
  return (
    <div className="measure">
      <section aria-label={t("endorse-title", { version: shown.version })}>
        <Signed
          shown={shown}
          isInForce={shown.id === inForce.id}
          outstanding={data.outstanding}
          today={data.today}
          versions={adopted}
          onChoose={setChosen}
        />
      </section>
      <aside aria-label={t("endorse-outstanding", { version: inForce.version })}>
        <Outstanding data={data} inForce={inForce} />
      </aside>
    </div>
  );
}

function Signed({
  shown,
  isInForce,
  outstanding,
  today,
  versions,
  onChoose,
}: {
  shown: AgendaVersion;
  isInForce: boolean;
  outstanding: Agenda["outstanding"];
  today: string;
  versions: readonly AgendaVersion[];
  onChoose: (id: string) => void;
}) {
  const [open, setOpen] = useState<"new" | SignatureLine | null>(null);
  return (
    <>
      {versions.length > 1 && (
        <div className="version-choice">
          <Select
            label={t("agenda-showing")}
            value={shown.id}
            options={versions.map((one) => ({ value: one.id, label: versionWords(one) }))}
            onChange={onChoose}
          />
        </div>
      )}
      <div className="section-head">
        <h2>{t("endorse-title", { version: shown.version })}</h2>
        {isInForce && outstanding.length > 0 && (
          <Button kind="primary" onPress={() => setOpen("new")}>
            <Stamp size={15} aria-hidden />
            {t("endorse")}
          </Button>
        )}
      </div>
      {shown.signatures.length === 0 ? (
        <p className="empty">{t("endorse-nobody")}</p>
      ) : (
        <table className="plain">
          <thead>
            <tr>
              <th scope="col">{t("endorse-column-partner")}</th>
              <th scope="col">{t("endorse-column-signer")}</th>
              <th scope="col">{t("endorse-column-on")}</th>
              <th scope="col">{t("endorse-column-note")}</th>
            </tr>
          </thead>
          <tbody>
            {shown.signatures.map((line) => (
              <tr key={line.id} className="row" onClick={() => setOpen(line)}>
                <th scope="row">
                  <button
                    type="button"
                    className="plain-button"
                    aria-label={t("endorse-edit", { partner: line.partner.name })}
                  >
                    {line.partner.name}
                  </button>
                </th>
                <td>{line.form.signedBy || "–"}</td>
                <td className="nowrap">{line.signed}</td>
                <td>{line.form.note}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {open === "new" && (
        <RecordSignatures
          agenda={shown.id}
          version={shown.version}
          outstanding={outstanding}
          today={today}
          onClose={() => setOpen(null)}
        />
      )}
      {open !== null && open !== "new" && (
        <RecordForm<SignatureForm>
          title={t("endorse-edit-title", { partner: open.partner.name })}
          initial={open.form}
          fields={[
            { name: "signedBy", label: t("endorse-signer"), kind: "text" },
            { name: "signedOn", label: t("endorse-on"), kind: "date" },
            { name: "note", label: t("endorse-note"), kind: "area" },
          ]}
          save={(form) => call("change_endorsement", { id: open.id, form })}
          remove={() => call("remove_endorsement", { id: open.id })}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  );
}

function Outstanding({ data, inForce }: { data: Agenda; inForce: AgendaVersion }) {
  const { version } = inForce;
  return (
    <>
      <div className="section-head">
        <h2>{t("endorse-outstanding", { version })}</h2>
      </div>
      <p className="note">
        {data.activePartners === 0
          ? t("endorse-outstanding-empty")
          : data.outstanding.length === 0
            ? t("endorse-outstanding-done")
            : t("endorse-outstanding-count", { count: data.outstanding.length })}
      </p>
      <ul className="side-list">
        {data.outstanding.map(({ partner, earlier }) => (
          <li key={partner.id}>
            <span>
              {partner.name}
              <br />
              <span className="quiet small">
                {earlier
                  ? t("endorse-earlier", {
                      version: earlier.version,
                      date: earlier.signed,
                      current: version,
                    })
                  : t("endorse-never")}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
