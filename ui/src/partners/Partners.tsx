/** Partners and the people in them. */
import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useState } from "react";
import { call } from "../ipc/client";
import type { Partner, PartnerForm, Person } from "../ipc/generated";
import { partners } from "../ipc/queries";
import { Button } from "../shared/controls";
import { ExportButton } from "../shared/ExportDialog";
import { type FieldSpec, RecordForm } from "../shared/RecordForm";
import { Empty, Loaded } from "../shared/states";
import { t } from "../text/texts";

const SECTORS = [
  "school",
  "nonprofit",
  "faith",
  "health",
  "government",
  "business",
  "funder",
  "resident",
  "higher_education",
  "other",
];
const NEW: PartnerForm = {
  name: "",
  sector: "nonprofit",
  status: "active",
  since: "",
  until: "",
  note: "",
};
type Open = { partner: Partner | null } | { person: Person | null; of: string };

export default function Partners() {
  const query = useQuery(partners());
  const [open, setOpen] = useState<Open | null>(null);
  const [filter, setFilter] = useState("");
  const close = () => setOpen(null);
  const wanted = filter.trim().toLowerCase();
  return (
    <>
      <div className="page-head">
        <h1>{t("screen-partners")}</h1>
        <div className="actions">
          <input
            className="input"
            style={{ width: 200 }}
            type="search"
            aria-label={t("filter-partners")}
            placeholder={t("filter-partners")}
            value={filter}
            onChange={(event) => setFilter(event.target.value)}
          />
          <ExportButton choices={["partners"]} />
          <Button kind="primary" onPress={() => setOpen({ partner: null })}>
            <Plus size={15} aria-hidden />
            {t("add-partner")}
          </Button>
        </div>
      </div>
      <Loaded query={query}>
        {(data) =>
          data.length === 0 ? (
            <Empty words={t("partners-empty")}>
              <Button kind="primary" onPress={() => setOpen({ partner: null })}>
                {t("add-partner")}
              </Button>
            </Empty>
          ) : (
            <table className="plain">
              <thead>
                <tr>
                  <th scope="col">{t("partner")}</th>
                  <th scope="col">{t("partner-sector")}</th>
                  <th scope="col">{t("partner-status")}</th>
                  <th scope="col">{t("people")}</th>
                  <th scope="col" className="right">
                    {t("partner-leads")}
                  </th>
                  <th scope="col" className="right">
                    {t("partner-takes-part")}
                  </th>
                </tr>
              </thead>
              <tbody>
                {data
                  .filter((partner) => partner.form.name.toLowerCase().includes(wanted))
                  .map((partner) => (
                    <tr key={partner.id} className="row" onClick={() => setOpen({ partner })}>
                      <th scope="row">
                        <button type="button" className="signal" style={{ display: "inline" }}>
                          {partner.form.name}
                        </button>
                      </th>
                      <td>{t(`sector-${partner.form.sector}`)}</td>
                      <td>{t(`partner-status-${partner.form.status}`)}</td>
                      <td>
                        {partner.people.map((person) => (
                          <button
                            key={person.id}
                            type="button"
                            className="button ghost"
                            onClick={(event) => {
                              event.stopPropagation();
                              setOpen({ person, of: partner.id });
                            }}
                          >
                            {person.form.name}
                          </button>
                        ))}
                        <button
                          type="button"
                          className="button ghost"
                          aria-label={t("add-person-to", { partner: partner.form.name })}
                          onClick={(event) => {
                            event.stopPropagation();
                            setOpen({ person: null, of: partner.id });
                          }}
                        >
                          <Plus size={14} aria-hidden />
                        </button>
                      </td>
                      <td className="right">{partner.leads || "–"}</td>
                      <td className="right">{partner.takesPart || "–"}</td>
                    </tr>
                  ))}
              </tbody>
            </table>
          )
        }
      </Loaded>
      {open && "partner" in open && <PartnerDrawer partner={open.partner} onClose={close} />}
      {open && "of" in open && (
        <PersonDrawer person={open.person} partner={open.of} onClose={close} />
      )}
    </>
  );
}

function PartnerDrawer({ partner, onClose }: { partner: Partner | null; onClose: () => void }) {
  const fields: FieldSpec<PartnerForm>[] = [
    { name: "name", label: t("name"), kind: "text" },
    {
      name: "sector",
      label: t("partner-sector"),
      kind: "select",
      options: SECTORS.map((value) => ({ value, label: t(`sector-${value}`) })),
    },
    {
      name: "status",
      label: t("partner-status"),
      kind: "select",
      options: ["prospective", "active", "paused", "left"].map((value) => ({
        value,
        label: t(`partner-status-${value}`),
      })),
    },
    { name: "since", label: t("partner-since"), kind: "date" },
    { name: "until", label: t("partner-until"), kind: "date" },
    { name: "note", label: t("notes"), kind: "area" },
  ];
  return (
    <RecordForm
      title={partner ? partner.form.name : t("add-partner")}
      initial={partner?.form ?? NEW}
      fields={fields}
      save={(form) =>
        partner ? call("change_partner", { id: partner.id, form }) : call("add_partner", form)
      }
      remove={partner ? () => call("remove_partner", { id: partner.id }) : undefined}
      onClose={onClose}
    />
  );
}

function PersonDrawer({
  person,
  partner,
  onClose,
}: {
  person: Person | null;
  partner: string;
  onClose: () => void;
}) {
  return (
    <RecordForm
      title={person ? person.form.name : t("add-person")}
      initial={person?.form ?? { partner, name: "", role: "", email: "", phone: "" }}
      fields={[
        { name: "name", label: t("name"), kind: "text" },
        { name: "role", label: t("person-role"), kind: "text" },
        { name: "email", label: t("person-email"), kind: "text" },
        { name: "phone", label: t("person-phone"), kind: "text" },
      ]}
      save={(form) =>
        person ? call("change_person", { id: person.id, form }) : call("add_person", form)
      }
      remove={person ? () => call("remove_person", { id: person.id }) : undefined}
      onClose={onClose}
    />
  );
}
