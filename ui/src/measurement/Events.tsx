/** What happened to a measure: its definition ledger, notes on the axis, tests of change. */
import { useState } from "react";
import { call } from "../ipc/client";
import type {
  AnnotationForm,
  AnnotationItem,
  DefinitionChangeForm,
  LedgerItem,
  MeasurePage,
  TestForm,
  TestItem,
} from "../ipc/generated";
import { RecordForm } from "../shared/RecordForm";
import { t } from "../text/texts";
import { SideHead } from "./SideHead";

const choices = (prefix: string, values: readonly string[]) =>
  values.map((value) => ({ value, label: t(`${prefix}-${value}`) }));

/** Tests of change, numbered as their flags on the chart. */
export function Tests({ page }: { page: MeasurePage }) {
  const [open, setOpen] = useState<TestItem | "new" | null>(null);
  const close = () => setOpen(null);
  const blank: TestForm = {
    measure: page.id,
    name: "",
    starts: "",
    ends: "",
    prediction: "",
    result: "",
    status: "planned",
  };
  return (
    <section aria-label={t("tests")}>
      <SideHead words={t("tests")} action={t("add")} onAct={() => setOpen("new")} />
      {page.tests.length === 0 && <p className="quiet small">{t("tests-empty")}</p>}
      <ol className="side-list">
        {page.tests.map((test) => (
          <li key={test.id}>
            <span className="flag" aria-hidden>
              {test.number}
            </span>
            <button type="button" className="plain-button" onClick={() => setOpen(test)}>
              <b>{test.form.name}</b>
              <span className="quiet small">
                {" "}
                {test.span} · {t(`test-status-${test.form.status}`)}
              </span>
              <span className="block">
                {test.form.prediction || t("test-no-prediction")}
                {" → "}
                {test.form.result || t("test-no-result")}
              </span>
            </button>
          </li>
        ))}
      </ol>
      {open !== null && (
        <RecordForm<TestForm>
          title={open === "new" ? t("test-add") : open.form.name}
          initial={open === "new" ? blank : open.form}
          fields={[
            { name: "name", label: t("test-name"), kind: "text" },
            { name: "starts", label: t("test-starts"), kind: "text", help: t("period-help") },
            { name: "ends", label: t("test-ends"), kind: "text" },
            {
              name: "prediction",
              label: t("test-prediction"),
              kind: "area",
              help: t("test-prediction-help"),
            },
            { name: "result", label: t("test-result"), kind: "area" },
            {
              name: "status",
              label: t("test-status"),
              kind: "select",
              options: choices("test-status", [
                "planned",
                "running",
                "adopted",
                "adapted",
                "abandoned",
              ]),
            },
          ]}
          save={(form) =>
            open === "new"
              ? call("add_test_of_change", form)
              : call("change_test_of_change", { id: open.id, form })
          }
          remove={open === "new" ? undefined : () => call("remove_test_of_change", { id: open.id })}
          onClose={close}
        />
      )}
    </section>
  );
}

/** Notes on the time axis. */
export function Notes({ page }: { page: MeasurePage }) {
  const [open, setOpen] = useState<AnnotationItem | "new" | null>(null);
  const blank: AnnotationForm = {
    measure: page.id,
    period: "",
    title: "",
    detail: "",
    resetsLimits: false,
  };
  return (
    <section aria-label={t("annotations")}>
      <SideHead words={t("annotations")} action={t("add")} onAct={() => setOpen("new")} />
      {page.annotations.length === 0 && <p className="quiet small">{t("annotations-empty")}</p>}
      <ul className="side-list">
        {page.annotations.map((note) => (
          <li key={note.id}>
            <button type="button" className="plain-button" onClick={() => setOpen(note)}>
              <b>{note.form.period}</b> {note.form.title}
              {note.form.detail && <span className="quiet"> {note.form.detail}</span>}
              {note.form.resetsLimits && (
                <span className="block quiet small">{t("annotation-resets-short")}</span>
              )}
            </button>
          </li>
        ))}
      </ul>
      {open !== null && (
        <RecordForm<AnnotationForm>
          title={open === "new" ? t("annotation-add") : open.form.title}
          initial={open === "new" ? blank : open.form}
          fields={[
            {
              name: "period",
              label: t("annotation-period"),
              kind: "text",
              help: t("period-help"),
            },
            { name: "title", label: t("annotation-title"), kind: "text" },
            { name: "detail", label: t("annotation-detail"), kind: "text" },
            { name: "resetsLimits", label: t("annotation-resets"), kind: "check" },
          ]}
          save={(form) =>
            open === "new"
              ? call("add_annotation", form)
              : call("change_annotation", { id: open.id, form })
          }
          remove={open === "new" ? undefined : () => call("remove_annotation", { id: open.id })}
          onClose={() => setOpen(null)}
        />
      )}
    </section>
  );
}

/** The definition ledger. */
export function Ledger({ page }: { page: MeasurePage }) {
  const [open, setOpen] = useState<LedgerItem | "new" | null>(null);
  const blank: DefinitionChangeForm = {
    measure: page.id,
    kind: "series_break",
    period: "",
    title: "",
    before: "",
    after: "",
  };
  return (
    <section aria-label={t("ledger")}>
      <SideHead words={t("ledger")} action={t("add")} onAct={() => setOpen("new")} />
      {page.ledger.length === 0 && <p className="quiet small">{t("ledger-empty")}</p>}
      <ul className="side-list">
        {page.ledger.map((entry) => (
          <li key={entry.id}>
            <button type="button" className="plain-button" onClick={() => setOpen(entry)}>
              <b>{entry.form.title}</b>
              <span className="block quiet small">
                {t(`ledger-kind-${entry.form.kind}`)}
                {entry.form.period && ` · ${entry.form.period}`} · {entry.date}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {open !== null && (
        <RecordForm<DefinitionChangeForm>
          title={open === "new" ? t("ledger-add") : open.form.title}
          initial={open === "new" ? blank : open.form}
          fields={[
            {
              name: "kind",
              label: t("ledger-kind"),
              kind: "select",
              options: choices("ledger-kind", ["series_break", "rebased_baseline", "wording"]),
              help: t("ledger-kind-help"),
            },
            { name: "period", label: t("ledger-period"), kind: "text", help: t("period-help") },
            { name: "title", label: t("ledger-title"), kind: "text" },
            { name: "before", label: t("ledger-before"), kind: "area" },
            { name: "after", label: t("ledger-after"), kind: "area" },
          ]}
          save={(form) =>
            open === "new"
              ? call("add_definition_change", form)
              : call("change_definition_change", { id: open.id, form })
          }
          remove={
            open === "new" ? undefined : () => call("remove_definition_change", { id: open.id })
          }
          onClose={() => setOpen(null)}
        />
      )}
    </section>
  );
}
