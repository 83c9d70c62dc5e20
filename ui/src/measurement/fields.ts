/** The fields of a measure's definition, for one form that adds and changes. */
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
  naturalLimit: "",
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

export function measureFields(dimensions: Dimensions | undefined): FieldSpec<MeasureForm>[] {
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
    },
    {
      name: "ratePer",
      label: t("measure-rate-per"),
      kind: "text",
      isShown: (form) => form.unit === "rate",
    },
    {
      name: "polarity",
      label: t("measure-polarity"),
      kind: "select",
      options: choices("polarity", ["higher", "lower", "neither"]),
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
    },
    { name: "precision", label: t("measure-precision"), kind: "number" },
    {
      name: "naturalLimit",
      label: t("measure-limit"),
      kind: "text",
      help: t("measure-limit-help"),
    },
    {
      name: "definition",
      group: t("measure-group-definition"),
      label: t("measure-definition"),
      kind: "area",
    },
    { name: "numerator", label: t("measure-numerator"), kind: "text" },
    { name: "denominator", label: t("measure-denominator"), kind: "text" },
    { name: "rationale", label: t("measure-rationale"), kind: "area" },
    { name: "limitations", label: t("measure-limitations"), kind: "area" },
    { name: "isProxy", label: t("measure-proxy"), kind: "check" },
    { name: "source", group: t("measure-group-source"), label: t("measure-source"), kind: "text" },
    { name: "provider", label: t("measure-provider"), kind: "text" },
    { name: "release", label: t("measure-release"), kind: "text" },
    {
      name: "releaseLagDays",
      label: t("measure-release-lag"),
      kind: "number",
      help: t("measure-release-lag-help"),
    },
    { name: "steward", label: t("measure-steward"), kind: "text" },
    {
      name: "status",
      label: t("measure-status"),
      kind: "select",
      options: choices("measure-status", ["developmental", "active", "retired"]),
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
    { name: "isExtremeCohort", label: t("measure-extreme"), kind: "check" },
    {
      name: "communicationPower",
      group: t("measure-group-rating"),
      label: t("measure-communication-power"),
      kind: "number",
      help: t("measure-rating-help"),
    },
    { name: "proxyPower", label: t("measure-proxy-power"), kind: "number" },
    { name: "dataPower", label: t("measure-data-power"), kind: "number" },
  ];
}
