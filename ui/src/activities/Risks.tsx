/** What could go wrong, the heaviest first; what is over stands behind a link. */
import { useState } from "react";
import { call } from "../ipc/client";
import type { ActivityPage, RiskForm, RiskLine } from "../ipc/generated";
import { Button } from "../shared/controls";
import { Part } from "../shared/Part";
import { type FieldSpec, RecordForm } from "../shared/RecordForm";
import { errorWords } from "../shared/states";
import { useToast } from "../shared/toasts";
import { t } from "../text/texts";
import { Level } from "./marks";

const STEPS = ["1", "2", "3", "4", "5"].map((value) => ({ value, label: value }));

export function Risks({ data }: { data: ActivityPage }) {
  const [open, setOpen] = useState<RiskLine | "new" | null>(null);
  const [isAll, setIsAll] = useState(false);
  const over = data.risks.filter((risk) => !risk.isOpen).length;
  const shown = isAll ? data.risks : data.risks.filter((risk) => risk.isOpen);
  return (
    <>
      <Part
        title={t("risks")}
        add={t("add-risk")}
        onAdd={() => setOpen("new")}
        empty={data.risks.length === 0 && t("risks-empty")}
      >
        <ul className="plain-list risks">
          {shown.map((line) => (
            <li key={line.id} className={line.isOpen ? "" : "over"}>
              <span className="risk-level">
                <Level word={line.level} />
                <span className="quiet small block">
                  {t("risk-weight", {
                    likelihood: line.form.likelihood,
                    effect: line.form.effect,
                    weight: line.weight,
                  })}
                </span>
              </span>
              <button type="button" className="person" onClick={() => setOpen(line)}>
                <span>{line.form.title}</span>
                {line.form.response && <span className="quiet">{line.form.response}</span>}
                <span className="quiet small">
                  {[line.form.owner, line.sinceWords].filter(Boolean).join(" · ")}
                </span>
              </button>
              <Close line={line} />
            </li>
          ))}
        </ul>
        {over > 0 && !isAll && (
          <button type="button" className="link" onClick={() => setIsAll(true)}>
            {t("risks-over", { count: over })}
          </button>
        )}
      </Part>
      {open && (
        <RiskDrawer data={data} line={open === "new" ? null : open} onClose={() => setOpen(null)} />
      )}
    </>
  );
}

function Close({ line }: { line: RiskLine }) {
  const toast = useToast();
  async function close() {
    try {
      await call("close_risk", { id: line.id, isClosed: line.isOpen });
    } catch (error) {
      toast(errorWords(error));
    }
  }
  return (
    <Button kind="ghost" onPress={() => void close()}>
      {line.isOpen ? t("risk-close") : t("risk-reopen")}
    </Button>
  );
}

function RiskDrawer({
  data,
  line,
  onClose,
}: {
  data: ActivityPage;
  line: RiskLine | null;
  onClose: () => void;
}) {
  const fields: FieldSpec<RiskForm>[] = [
    { name: "title", label: t("risk-title"), kind: "text" },
    {
      name: "likelihood",
      label: t("risk-likelihood"),
      kind: "steps",
      options: STEPS,
      help: t("risk-likelihood-help"),
    },
    {
      name: "effect",
      label: t("risk-effect"),
      kind: "steps",
      options: STEPS,
      help: t("risk-effect-help"),
    },
    { name: "owner", label: t("risk-owner"), kind: "text" },
    { name: "response", label: t("risk-response"), kind: "area" },
    { name: "raisedOn", label: t("risk-raised"), kind: "date" },
    { name: "closedOn", label: t("risk-closed"), kind: "date", help: t("risk-closed-help") },
  ];
  return (
    <RecordForm
      title={line ? line.form.title : t("add-risk")}
      initial={
        line?.form ?? {
          activity: data.id,
          title: "",
          likelihood: 3,
          effect: 3,
          owner: "",
          response: "",
          raisedOn: data.today,
          closedOn: "",
        }
      }
      fields={fields}
      save={(form) => (line ? call("change_risk", { id: line.id, form }) : call("add_risk", form))}
      remove={line ? () => call("remove_risk", { id: line.id }) : undefined}
      onClose={onClose}
    />
  );
}
