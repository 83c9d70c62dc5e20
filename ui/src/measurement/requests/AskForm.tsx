/** Asking partners for figures: many at once with what each is known to supply, or one
 * request changed. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../../ipc/client";
import type {
  AskedPartner,
  PartnerProposal,
  RequestForm,
  RequestLine,
  RequestProposals,
} from "../../ipc/generated";
import { requestProposals } from "../../ipc/queries";
import { Checkbox } from "../../shared/controls";
import { type FieldSpec, RecordForm } from "../../shared/RecordForm";
import { useToast, wayBack } from "../../shared/toasts";
import { t } from "../../text/texts";

type Ask = RequestForm & { partners: AskedPartner[] };

function fields(known: RequestProposals): FieldSpec<Ask>[] {
  const named = (records: { id: string; name: string }[]) =>
    records.map(({ id, name }) => ({ value: id, label: name }));
  const latest = [...new Set(known.measures.map((measure) => measure.latest))].slice(0, 3);
  return [
    { name: "title", label: t("request-title"), kind: "text" },
    { name: "due", label: t("request-due-field"), kind: "date", help: t("date-form") },
    {
      name: "periods",
      label: t("request-periods"),
      kind: "text",
      help: t("request-periods-help", { latest: latest.join(", ") }),
    },
    {
      name: "breakdown",
      label: t("request-breakdown"),
      kind: "select",
      options: [{ value: "", label: t("request-breakdown-none") }, ...named(known.breakdowns)],
      isShown: () => known.breakdowns.length > 0,
    },
    {
      name: "places",
      label: t("request-places"),
      kind: "many",
      options: named(known.places),
      isShown: () => known.places.length > 0,
    },
    { name: "note", label: t("request-note"), kind: "area", help: t("request-note-help") },
  ];
}

/** Asks several partners at once. */
export function AskForm({ onClose }: { onClose: () => void }) {
  const known = useQuery(requestProposals()).data;
  const toast = useToast();
  if (!known) return null;
  const initial: Ask = {
    title: known.title,
    due: known.due,
    note: "",
    periods: "",
    breakdown: null,
    places: [],
    measures: [],
    partners: known.partners
      .filter((partner) => partner.measures.length > 0)
      .map((partner) => ({
        partner: partner.id,
        measures: partner.measures.map((measure) => measure.id),
      })),
  };
  return (
    <RecordForm<Ask>
      title={t("request-add")}
      initial={initial}
      fields={fields(known)}
      more={(form, change) => (
        <Partners
          known={known}
          asked={form.partners}
          onChange={(partners) => change({ partners })}
        />
      )}
      save={async ({ partners, ...form }) => {
        const { ids } = await call("add_requests", { form, partners });
        toast(t("request-added", { count: ids.length }), wayBack());
      }}
      onClose={onClose}
    />
  );
}

/** Changes what one partner is asked. */
export function EditForm({ line, onClose }: { line: RequestLine; onClose: () => void }) {
  const known = useQuery(requestProposals()).data;
  const form = useQuery({
    queryKey: ["read_request", line.id],
    queryFn: () => call("read_request", { id: line.id }),
    retry: false,
  }).data;
  if (!known || !form) return null;
  const measures: FieldSpec<Ask> = {
    name: "measures",
    label: t("request-measures"),
    kind: "many",
    options: known.measures.map(({ id, name }) => ({ value: id, label: name })),
    help: t("request-measures-help"),
  };
  return (
    <RecordForm<Ask>
      title={line.title}
      initial={{ ...form, partners: [] }}
      fields={[...fields(known), measures]}
      save={({ partners: _, ...changed }) => call("change_request", { id: line.id, form: changed })}
      onClose={onClose}
    />
  );
}

function Partners({
  known,
  asked,
  onChange,
}: {
  known: RequestProposals;
  asked: AskedPartner[];
  onChange: (asked: AskedPartner[]) => void;
}) {
  const [filter, setFilter] = useState("");
  const wanted = filter.trim().toLowerCase();
  const set = (partner: string, measures: string[] | null) => {
    const others = asked.filter((one) => one.partner !== partner);
    onChange(measures === null ? others : [...others, { partner, measures }]);
  };
  // Those with proposals first, each part by name.
  const partners = [
    ...known.partners.filter((partner) => partner.measures.length > 0),
    ...known.partners.filter((partner) => partner.measures.length === 0),
  ].filter((partner) => partner.name.toLowerCase().includes(wanted));
  return (
    <fieldset className="ask">
      <legend>{t("request-partners", { count: asked.length })}</legend>
      <p className="quiet small">{t("request-partners-help")}</p>
      {known.partners.length > 8 && (
        <input
          className="input"
          type="search"
          aria-label={t("filter-partners")}
          placeholder={t("filter-partners")}
          value={filter}
          onChange={(event) => setFilter(event.target.value)}
        />
      )}
      {partners.map((partner) => (
        <PartnerChoice
          key={partner.id}
          known={known}
          partner={partner}
          measures={asked.find((one) => one.partner === partner.id)?.measures ?? null}
          onChange={(measures) => set(partner.id, measures)}
        />
      ))}
      {partners.length === 0 && <p className="quiet">{t("partners-empty")}</p>}
    </fieldset>
  );
}

function PartnerChoice({
  known,
  partner,
  measures,
  onChange,
}: {
  known: RequestProposals;
  partner: PartnerProposal;
  /** What it is asked for; none while it is not asked. */
  measures: string[] | null;
  onChange: (measures: string[] | null) => void;
}) {
  const because = new Map(partner.measures.map((measure) => [measure.id, measure.because]));
  const proposed = partner.measures.map((measure) => measure.id);
  const listed = known.measures.filter(
    (measure) => because.has(measure.id) || measures?.includes(measure.id),
  );
  const others = known.measures.filter((measure) => !listed.includes(measure));
  return (
    <div className="ask-partner">
      <Checkbox
        label={partner.name}
        isSelected={measures !== null}
        onChange={(isSelected) => onChange(isSelected ? proposed : null)}
      />
      {measures !== null && (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset would draw a frame and a legend.
        <div className="ask-measures" role="group" aria-label={partner.name}>
          {listed.map((measure) => (
            <div key={measure.id}>
              <Checkbox
                label={measure.name}
                isSelected={measures.includes(measure.id)}
                onChange={(isSelected) =>
                  onChange(
                    isSelected
                      ? [...measures, measure.id]
                      : measures.filter((id) => id !== measure.id),
                  )
                }
              />
              {because.has(measure.id) && <p className="quiet small">{because.get(measure.id)}</p>}
            </div>
          ))}
          {others.length > 0 && (
            <select
              className="input"
              aria-label={t("request-other-measure-of", { partner: partner.name })}
              value=""
              onChange={(event) => onChange([...measures, event.target.value])}
            >
              <option value="">{t("request-other-measure")}</option>
              {others.map((measure) => (
                <option key={measure.id} value={measure.id}>
                  {measure.name}
                </option>
              ))}
            </select>
          )}
        </div>
      )}
    </div>
  );
}
