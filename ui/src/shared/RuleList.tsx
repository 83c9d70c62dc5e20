/** Rules as they were applied: question and answer, and behind them inputs, points and source. */
import { Fragment } from "react";
import type { WorkedOut } from "../ipc/generated";
import { t } from "../text/texts";

/** `open` is the place of the one whose inputs are shown from the start. */
export function RuleList({ rules, open }: { rules: WorkedOut[]; open?: number | undefined }) {
  return (
    <>
      {rules.map((rule, index) => (
        <details key={rule.question} className="worked" open={index === open}>
          <summary>
            <b>{rule.question}</b> {rule.answer}
          </summary>
          <dl>
            {rule.inputs.map((input) => (
              <Fragment key={input.name}>
                <dt>{input.name}</dt>
                <dd>{input.value}</dd>
              </Fragment>
            ))}
            <dt>{t("rule-points")}</dt>
            <dd>{rule.points}</dd>
            <dt>{t("rule-formula")}</dt>
            <dd>{rule.rule}</dd>
            <dt>{t("rule-source")}</dt>
            <dd>{rule.citation}</dd>
          </dl>
        </details>
      ))}
    </>
  );
}
