/** What was noticed, kind by kind, each with its mends; what is settled takes one line. */
import { Check, ListFilter, OctagonAlert, TriangleAlert, Undo2 } from "lucide-react";
import type { ImportDecision, ImportPreview, ImportProblem, ImportRow } from "../../ipc/generated";
import { IconButton } from "../../shared/controls";
import { t } from "../../text/texts";
import { problemKey } from "./CheckRows";
import { Mends } from "./Mends";
import type { Filter } from "./Rows";

export function Problems({
  preview,
  isBusy,
  filter,
  current,
  onFilter,
  onDecide,
  onUndecide,
}: {
  preview: ImportPreview;
  isBusy: boolean;
  filter: Filter;
  current: ImportRow | null;
  onFilter: (filter: Filter) => void;
  onDecide: (decision: ImportDecision) => void;
  onUndecide: (at: number) => void;
}) {
  const { problems, decided } = preview;
  const listed = (mustFix: boolean) => problems.filter((problem) => problem.mustFix === mustFix);
  const section = (title: string, found: ImportProblem[]) =>
    found.length > 0 && (
      <section aria-label={title}>
        <div className="section-head">
          <h2>{title}</h2>
          <span className="quiet small">
            {t("import-problem-counts", {
              problems: found.length,
              rows: found.reduce((sum, { rowCount }) => sum + rowCount, 0),
            })}
          </span>
        </div>
        {found.map((problem) => (
          <Problem
            key={problemKey(problem)}
            problem={problem}
            isBusy={isBusy}
            isListed={filter.kind === "group" && filter.key === problemKey(problem)}
            onFilter={onFilter}
            onDecide={onDecide}
          />
        ))}
      </section>
    );
  return (
    <aside className="problems" aria-label={t("import-problems")}>
      {current && current.problems.length > 0 && (
        <CurrentRow row={current} isBusy={isBusy} onDecide={onDecide} />
      )}
      {problems.length === 0 && <p className="empty">{t("import-no-problems")}</p>}
      {section(t("import-fix-before"), listed(true))}
      {section(t("import-check-then"), listed(false))}
      {decided.length > 0 && (
        <section aria-label={t("import-settled")}>
          <div className="section-head">
            <h2>{t("import-settled")}</h2>
          </div>
          <ul className="settled">
            {decided.map((words, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: decisions are told apart by their order.
              <li key={at}>
                <Check size={14} aria-hidden className="icon" />
                <span>{words}</span>
                <IconButton
                  label={t("import-undecide", { words })}
                  isDisabled={isBusy}
                  onPress={() => onUndecide(at)}
                >
                  <Undo2 size={14} aria-hidden />
                </IconButton>
              </li>
            ))}
          </ul>
        </section>
      )}
    </aside>
  );
}

function Problem({
  problem,
  isBusy,
  isListed,
  onFilter,
  onDecide,
}: {
  problem: ImportProblem;
  isBusy: boolean;
  isListed: boolean;
  onFilter: (filter: Filter) => void;
  onDecide: (decision: ImportDecision) => void;
}) {
  return (
    <div className={`problem${isListed ? " current" : ""}`}>
      <Words mustFix={problem.mustFix} words={problem.words} />
      {problem.advice && <p className="quiet small">{problem.advice}</p>}
      <Mends mends={problem.mends} isBusy={isBusy} about={problem.words} onDecide={onDecide} />
      {problem.rowCount > 0 && (
        <button
          type="button"
          className="link small"
          aria-pressed={isListed}
          onClick={() =>
            onFilter(isListed ? { kind: "all" } : { kind: "group", key: problemKey(problem) })
          }
        >
          <ListFilter size={13} aria-hidden />{" "}
          {isListed ? t("import-show-all") : t("import-show-rows", { count: problem.rowCount })}
        </button>
      )}
    </div>
  );
}

function CurrentRow({
  row,
  isBusy,
  onDecide,
}: {
  row: ImportRow;
  isBusy: boolean;
  onDecide: (decision: ImportDecision) => void;
}) {
  return (
    <section className="current-row" aria-label={t("import-this-row", { row: row.number })}>
      <h2>{t("import-this-row", { row: row.number })}</h2>
      {row.problems.map((problem) => (
        <div key={problem.words} className="problem">
          <Words mustFix={problem.mustFix} words={problem.words} />
          <Mends mends={problem.mends} isBusy={isBusy} about={problem.words} onDecide={onDecide} />
        </div>
      ))}
    </section>
  );
}

function Words({ mustFix, words }: { mustFix: boolean; words: string }) {
  const Icon = mustFix ? OctagonAlert : TriangleAlert;
  return (
    <p className="problem-words">
      <Icon
        className={`icon status ${mustFix ? "off_track" : "watch"}`}
        size={15}
        role="img"
        aria-label={t(mustFix ? "import-must-fix" : "import-look-at")}
      />
      <span>{words}</span>
    </p>
  );
}
