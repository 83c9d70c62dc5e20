/** Forms of the agenda: the initiative, results and strategies. */
import { call } from "../ipc/client";
import type { Agenda, InitiativeForm, ResultItem, StrategyItem } from "../ipc/generated";
import { RecordForm } from "../shared/RecordForm";
import { t } from "../text/texts";

/** Which form is open. */
export type OpenForm =
  | { what: "initiative" | "new-result" }
  | { what: "result"; result: ResultItem }
  | { what: "new-strategy"; result: string }
  | { what: "strategy"; strategy: StrategyItem };

export function AgendaForm({
  data,
  open,
  onClose,
}: {
  data: Agenda;
  open: OpenForm;
  onClose: () => void;
}) {
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
