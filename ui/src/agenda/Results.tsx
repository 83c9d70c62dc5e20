/** Results of today with their measures and strategies. */
import type { ResultItem } from "../ipc/generated";
import { Button } from "../shared/controls";
import { t } from "../text/texts";
import type { OpenForm } from "./forms";

export function Results({
  results,
  onOpen,
}: {
  results: readonly ResultItem[];
  onOpen: (open: OpenForm) => void;
}) {
  if (results.length === 0) return <p className="empty">{t("results-empty")}</p>;
  return (
    <>
      {results.map((result) => (
        <article key={result.id} className="result-card">
          <h3>
            <button
              type="button"
              className="plain-button"
              onClick={() => onOpen({ what: "result", result })}
            >
              {result.form.name}
            </button>
          </h3>
          <p className="quiet small">{result.form.population}</p>
          <p className="small">
            {result.measures.length > 0
              ? t("result-measures", {
                  names: result.measures.map((measure) => measure.name).join(", "),
                })
              : t("result-no-measures")}
          </p>
          <ul className="strategies">
            {result.strategies.map((strategy) => (
              <li key={strategy.id}>
                <button
                  type="button"
                  className="plain-button"
                  onClick={() => onOpen({ what: "strategy", strategy })}
                >
                  {strategy.form.name}
                </button>
                <span className="quiet small">
                  {t("strategy-activities", { count: strategy.activities })}
                </span>
              </li>
            ))}
          </ul>
          <Button
            kind="ghost"
            aria-label={t("add-strategy-to", { result: result.form.name })}
            onPress={() => onOpen({ what: "new-strategy", result: result.id })}
          >
            {t("add-strategy")}
          </Button>
        </article>
      ))}
    </>
  );
}
