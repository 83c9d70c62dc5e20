/** The fields of a measure's definition, for one form that adds and changes. */
import { call } from "../ipc/client";
import type { Dimensions, MeasureForm } from "../ipc/generated";
import type { FieldSpec } from "../shared/RecordForm";
import { t } from "../text/texts";

const choices = (prefix: string, values: readonly string[]) =>
  values.map((value) => ({ value, label: t(`${prefix}-${value}`) }));

/** A measure nobody has defined yet. */
export const NEW_MEASURE: MeasureForm = {
  code: "",
  name: "",
  kind: "indicator",
  result: null,
  partner: null,
  question: "",
  definition: "",
  numerator: "",
  denominator: "",
  unit: "percent",
  ratePer: "",
  polarity: "higher",
  naturalLimit: "100",
  precision: 1,
  frequency: "school_year",
  source: "",
  release: "",
  steward: "",
  provider: "",
  rationale: "",
  limitations: "",
  isProxy: false,
  communicationPower: null,
  proxyPower: null,
  dataPower: null,
  status: "active",
  isHeadline: true,
  suppressionFloor: null,
  limitsFrozenAt: "",
  releaseLagDays: null,
  isExtremeCohort: false,
};

/** What the core proposes once name or unit is filled in: a code, and the limit figures of
 * that unit cannot pass. What a person chose otherwise stays. */
export function proposals() {
  let last = { code: "", naturalLimit: NEW_MEASURE.naturalLimit };
  return async (form: MeasureForm, filled: keyof MeasureForm): Promise<Partial<MeasureForm>> => {
    if (filled !== "name" && filled !== "unit") return {};
    const proposed = await call("propose_measure", { name: form.name, unit: form.unit });
    const before = last;
    last = proposed;
    return {
      ...(form.code === before.code ? { code: proposed.code } : {}),
      ...(form.naturalLimit === before.naturalLimit ? { naturalLimit: proposed.naturalLimit } : {}),
    };
  };
}

const DIGITS = ["0", "1", "2", "3", "4", "5", "6"].map((value) => ({ value, label: value }));
const RATINGS = ["", "1", "2", "3"].map((value, index) => ({
  value,
  label: t(`measure-rating-${["none", "low", "middle", "high"][index]}`),
}));

/** The fields in groups; a definition that is changed, not new, says where the old one goes. */
export function measureFields(
  dimensions: Dimensions | undefined,
  isNew = false,
): FieldSpec<MeasureForm>[] {
  const named = (records: { id: string; name: string }[] | undefined) => [
    { value: "", label: t("choose-none") },
    ...(records ?? []).map(({ id, name }) => ({ value: id, label: name })),
  ];
  return [
    { name: "name", label: t("measure-name"), kind: "text" },
    { name: "code", label: t("measure-code"), kind: "text", help: t("measure-code-help") },
    {
      name: "kind",
      label: t("measure-kind"),
      kind: "select",
      options: choices("kind", ["indicator", "performance"]),
      help: t("measure-kind-help"),
    },
    {
      name: "partner",
      label: t("measure-partner"),
      kind: "select",
      options: named(dimensions?.partners),
      isShown: (form) => form.kind === "performance",
    },
    {
      name: "result",
      label: t("measure-result"),
      kind: "select",
      options: named(dimensions?.results),
    },
    {
      name: "question",
      label: t("measure-question"),
      kind: "text",
      help: t("measure-question-help"),
    },
    { name: "isHeadline", label: t("measure-headline"), kind: "check" },
    {
      name: "unit",
      group: t("measure-group-value"),
      label: t("measure-unit"),
      kind: "select",
      options: choices("measure-unit", ["percent", "count", "rate", "index", "currency", "days"]),
      help: t("measure-unit-help"),
    },
    {
      name: "ratePer",
      label: t("measure-rate-per"),
      kind: "text",
      help: t("measure-rate-per-help"),
      isShown: (form) => form.unit === "rate",
    },
    {
      name: "polarity",
      label: t("measure-polarity"),
      kind: "select",
      options: choices("polarity", ["higher", "lower", "neither"]),
      help: t("measure-polarity-help"),
    },
    {
      name: "frequency",
      label: t("measure-frequency"),
      kind: "select",
      options: choices("frequency", [
        "school_year",
        "calendar_year",
        "fiscal_year",
        "quarterly",
        "monthly",
        "irregular",
      ]),
      help: t("measure-frequency-help"),
    },
    {
      name: "precision",
      label: t("measure-precision"),
      kind: "steps",
      options: DIGITS,
      help: t("measure-precision-help"),
    },
    {
      name: "naturalLimit",
      label: t("measure-limit"),
      kind: "text",
      help: t("measure-limit-help"),
    },
    {
      name: "isExtremeCohort",
      label: t("measure-extreme"),
      kind: "check",
      help: t("measure-extreme-help"),
    },
    {
      name: "definition",
      group: t("measure-group-definition"),
      ...(isNew ? {} : { groupNote: t("measure-ledger-note") }),
      label: t("measure-definition"),
      kind: "area",
      help: t("measure-definition-help"),
    },
    {
      name: "numerator",
      label: t("measure-numerator"),
      kind: "text",
      help: t("measure-numerator-help"),
    },
    {
      name: "denominator",
      label: t("measure-denominator"),
      kind: "text",
      help: t("measure-denominator-help"),
    },
    {
      name: "rationale",
      label: t("measure-rationale"),
      kind: "area",
      help: t("measure-rationale-help"),
    },
    {
      name: "limitations",
      label: t("measure-limitations"),
      kind: "area",
      help: t("measure-limitations-help"),
    },
    { name: "isProxy", label: t("measure-proxy"), kind: "check" },
    {
      name: "source",
      group: t("measure-group-source"),
      label: t("measure-source"),
      kind: "text",
      help: t("measure-source-help"),
    },
    {
      name: "provider",
      label: t("measure-provider"),
      kind: "text",
      help: t("measure-provider-help"),
    },
    {
      name: "release",
      label: t("measure-release"),
      kind: "text",
      help: t("measure-release-help"),
    },
    {
      name: "releaseLagDays",
      label: t("measure-lag"),
      kind: "number",
      help: t("measure-lag-help"),
    },
    {
      name: "steward",
      label: t("measure-steward"),
      kind: "text",
      help: t("measure-steward-help"),
    },
    {
      name: "status",
      label: t("measure-status"),
      kind: "select",
      options: choices("measure-status", ["developmental", "active", "retired"]),
      help: t("measure-status-help"),
    },
    {
      name: "suppressionFloor",
      label: t("measure-floor"),
      kind: "number",
      help: t("measure-floor-help"),
    },
    {
      name: "limitsFrozenAt",
      label: t("measure-frozen"),
      kind: "text",
      help: t("measure-frozen-help"),
    },
    {
      name: "communicationPower",
      group: t("measure-group-rating"),
      label: t("measure-communication-power"),
      kind: "steps",
      options: RATINGS,
      help: t("measure-communication-power-help"),
    },
    {
      name: "proxyPower",
      label: t("measure-proxy-power"),
      kind: "steps",
      options: RATINGS,
      help: t("measure-proxy-power-help"),
    },
    {
      name: "dataPower",
      label: t("measure-data-power"),
      kind: "steps",
      options: RATINGS,
      help: t("measure-data-power-help"),
    },
  ];
}
