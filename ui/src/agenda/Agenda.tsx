/** Common Agenda: its texts, results and strategies. */
import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useState } from "react";
import { call } from "../ipc/client";
import type {
  Agenda as AgendaData,
  AgendaText,
  InitiativeForm,
  ResultItem,
  StrategyItem,
} from "../ipc/generated";
import { agenda } from "../ipc/queries";
import { Button } from "../shared/controls";
import { Prose } from "../shared/Prose";
import { RecordForm } from "../shared/RecordForm";
import { Loaded } from "../shared/states";
import { t } from "../text/texts";

type Open =
  | { what: "text" | "initiative" | "new-result" }
  | { what: "result"; result: ResultItem }
  | { what: "new-strategy"; result: string }
  | { what: "strategy"; strategy: StrategyItem };

const TEXTS = [
  "vision",
  "problem",
  "population",
  "geography",
  "scopeIn",
  "scopeOut",
  "principles",
] as const;

export default function Agenda() {
  const query = useQuery(agenda());
  const [open, setOpen] = useState<Open | null>(null);
  return (
    <>
      <div className="page-head">
        <h1>{t("screen-agenda")}</h1>
        <div className="actions">
          <Button onPress={() => setOpen({ what: "initiative" })}>{t("edit-initiative")}</Button>
          <Button onPress={() => setOpen({ what: "text" })}>{t("edit-agenda")}</Button>
          <Button kind="primary" onPress={() => setOpen({ what: "new-result" })}>
            <Plus size={15} aria-hidden />
            {t("add-result")}
          </Button>
        </div>
      </div>
      <Loaded query={query}>
        {(data) => (
          <>
            <Filled data={data} onOpen={setOpen} />
            {open && <Form data={data} open={open} onClose={() => setOpen(null)} />}
          </>
        )}
      </Loaded>
    </>
  );
}

function Filled({ data, onOpen }: { data: AgendaData; onOpen: (open: Open) => void }) {
  const written = TEXTS.filter((name) => data.text[name] !== "");
  return (
    <div className="measure">
      <section aria-label={t("results")}>
        <div className="section-head">
          <h2>{t("results")}</h2>
        </div>
        {data.results.length === 0 && <p className="empty">{t("results-empty")}</p>}
        {data.results.map((result) => (
          <article key={result.id} className="section">
            <div className="section-head" style={{ borderBottomWidth: 1 }}>
              <h2>{result.form.name}</h2>
              <Button
                kind="ghost"
                onPress={() => onOpen({ what: "new-strategy", result: result.id })}
              >
                {t("add-strategy")}
              </Button>
              <Button
                kind="ghost"
                aria-label={t("edit-named", { name: result.form.name })}
                onPress={() => onOpen({ what: "result", result })}
              >
                {t("edit")}
              </Button>
            </div>
            <p className="quiet">{result.form.population}</p>
            <p className="small">
              {result.measures.length > 0
                ? t("result-measures", {
                    names: result.measures.map((measure) => measure.name).join(", "),
                  })
                : t("result-no-measures")}
            </p>
            <table className="plain">
              <tbody>
                {result.strategies.map((strategy) => (
                  <tr
                    key={strategy.id}
                    className="row"
                    onClick={() => onOpen({ what: "strategy", strategy })}
                  >
                    <th scope="row" style={{ width: "28%" }}>
                      <button type="button" className="signal" style={{ display: "inline" }}>
                        {strategy.form.name}
                      </button>
                    </th>
                    <td>{strategy.form.description}</td>
                    <td className="right quiet">
                      {t("strategy-activities", { count: strategy.activities })}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </article>
        ))}
      </section>
      <aside aria-label={t("agenda-texts")}>
        <div className="section-head">
          <h2>{data.adopted ? t("agenda-adopted", { date: data.adopted }) : t("agenda-draft")}</h2>
        </div>
        {written.length === 0 && <p className="empty">{t("agenda-empty")}</p>}
        {written.map((name) => (
          <section key={name} className="section" aria-label={t(`agenda-${name}`)}>
            <h3>{t(`agenda-${name}`)}</h3>
            <Prose text={data.text[name]} />
          </section>
        ))}
      </aside>
    </div>
  );
}

function Form({ data, open, onClose }: { data: AgendaData; open: Open; onClose: () => void }) {
  const resultFields = [
    { name: "name", label: t("result-name"), kind: "text", help: t("result-name-help") },
    { name: "population", label: t("result-population"), kind: "text" },
  ] as const;
  const strategyFields = [
    { name: "name", label: t("strategy-name"), kind: "text" },
    { name: "description", label: t("description"), kind: "area" },
    {
      name: "result",
      label: t("measure-result"),
      kind: "select",
      options: data.results.map((result) => ({ value: result.id, label: result.form.name })),
    },
  ] as const;
  switch (open.what) {
    case "initiative":
      return (
        <RecordForm<InitiativeForm>
          title={t("edit-initiative")}
          initial={data.initiative}
          fields={[
            { name: "name", label: t("initiative-name"), kind: "text" },
            { name: "backboneOrganization", label: t("initiative-backbone"), kind: "text" },
            { name: "geography", label: t("initiative-geography"), kind: "text" },
          ]}
          save={(form) => call("change_initiative", form)}
          onClose={onClose}
        />
      );
    case "text":
      return (
        <RecordForm<AgendaText>
          title={t("edit-agenda")}
          initial={data.text}
          fields={[
            ...TEXTS.map((name) => ({
              name,
              label: t(`agenda-${name}`),
              help: t(`agenda-${name}-help`),
              kind: "area" as const,
            })),
            {
              name: "adoptedOn",
              label: t("agenda-adopted-on"),
              kind: "date",
              help: t("agenda-adopted-help"),
            },
          ]}
          save={(form) => call("write_agenda", { ...form, adoptedOn: form.adoptedOn || null })}
          onClose={onClose}
        />
      );
    case "new-result":
      return (
        <RecordForm
          title={t("add-result")}
          initial={{ name: "", population: "" }}
          fields={resultFields}
          save={(form) => call("add_result", form)}
          onClose={onClose}
        />
      );
    case "result":
      return (
        <RecordForm
          title={open.result.form.name}
          initial={open.result.form}
          fields={resultFields}
          save={(form) => call("change_result", { id: open.result.id, form })}
          remove={() => call("remove_result", { id: open.result.id })}
          onClose={onClose}
        />
      );
    case "new-strategy":
      return (
        <RecordForm
          title={t("add-strategy")}
          initial={{ result: open.result, name: "", description: "" }}
          fields={strategyFields}
          save={(form) => call("add_strategy", form)}
          onClose={onClose}
        />
      );
    case "strategy":
      return (
        <RecordForm
          title={open.strategy.form.name}
          initial={open.strategy.form}
          fields={strategyFields}
          save={(form) => call("change_strategy", { id: open.strategy.id, form })}
          remove={() => call("remove_strategy", { id: open.strategy.id })}
          onClose={onClose}
        />
      );
  }
}
