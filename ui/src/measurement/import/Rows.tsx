/** One page of the table, row by row, with what was noticed. */
import { Check, Equal, OctagonAlert, Pencil, TriangleAlert, X } from "lucide-react";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { call } from "../../ipc/client";
import type { ImportPage, ImportPreview, ImportRow } from "../../ipc/generated";
import { Button } from "../../shared/controls";
import { Failed, Loading } from "../../shared/states";
import { t } from "../../text/texts";

/** Rows that are listed: all, those with problems, or those with one problem. */
export type Filter = { kind: "all" } | { kind: "problems" } | { kind: "group"; key: string };

const PAGE = 100;
const ICONS = {
  new: Check,
  same: Equal,
  changed: Pencil,
  skipped: X,
  check: TriangleAlert,
  blocked: OctagonAlert,
};

export function Rows({
  preview,
  filter,
  group,
  current,
  onCurrent,
}: {
  preview: ImportPreview;
  filter: Filter;
  group: number;
  current: number | null;
  onCurrent: (row: ImportRow | null) => void;
}) {
  const [page, setPage] = useState<ImportPage | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [from, setFrom] = useState(0);
  const listed = filter.kind === "group" ? `group ${filter.key}` : filter.kind;
  const lastListed = useRef(listed);
  const lastCurrent = useRef(current);
  lastCurrent.current = current;

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new preview has the same rows in another state.
  useEffect(() => {
    // Another list begins at its first page; the same one stays where it was.
    const start = lastListed.current === listed ? from : 0;
    lastListed.current = listed;
    if (start !== from) setFrom(start);
    let isShown = true;
    call("page_import", { from: start, filter: filter.kind, group: Math.max(group, 0) }).then(
      (found) => {
        if (!isShown) return;
        // What was mended is no longer listed; the list may have become shorter than this.
        if (found.rows.length === 0 && start > 0) return setFrom(0);
        setPage(found);
        setError(null);
        const row = found.rows.find(({ number }) => number === lastCurrent.current);
        onCurrent(row ?? null);
      },
      (thrown) => isShown && setError(thrown),
    );
    return () => {
      isShown = false;
    };
  }, [preview, listed, from, filter.kind, group, onCurrent]);

  if (error !== null) return <Failed error={error} />;
  if (!page) return <Loading />;
  const to = page.from + page.rows.length;
  return (
    <>
      {page.rows.length === 0 ? (
        <p className="empty">{t("import-no-rows")}</p>
      ) : (
        <Table preview={preview} page={page} current={current} onCurrent={onCurrent} />
      )}
      <div className="pager">
        <Button isDisabled={from === 0} onPress={() => setFrom(Math.max(from - PAGE, 0))}>
          {t("previous")}
        </Button>
        <Button isDisabled={to >= page.listedCount} onPress={() => setFrom(from + PAGE)}>
          {t("next")}
        </Button>
        <span className="quiet small">
          {t("import-shown", { from: page.from + 1, to, of: page.listedCount })}
        </span>
      </div>
    </>
  );
}

function Table({
  preview,
  page,
  current,
  onCurrent,
}: {
  preview: ImportPreview;
  page: ImportPage;
  current: number | null;
  onCurrent: (row: ImportRow) => void;
}) {
  const roles = preview.choices.columns;
  const columns = preview.columns
    .map(({ head }, index) => ({ head, index, role: roles[index] ?? "ignore" }))
    .filter(({ role }) => role !== "ignore");
  function move(event: KeyboardEvent<HTMLElement>) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    const at = page.rows.findIndex(({ number }) => number === current);
    const next = page.rows[Math.min(Math.max(at + step, 0), page.rows.length - 1)];
    if (!next) return;
    event.preventDefault();
    onCurrent(next);
    const shown = event.currentTarget.querySelector<HTMLElement>(`[data-row="${next.number}"]`);
    shown?.focus();
    shown?.scrollIntoView?.({ block: "nearest" });
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
    <section className="import-table" tabIndex={0} aria-label={t("import-table")} onKeyDown={move}>
      <table className="plain">
        <thead>
          <tr className="file-heads">
            <td />
            <td />
            {columns.map(({ head, index }) => (
              <td key={index} title={head}>
                {head}
              </td>
            ))}
            <td />
          </tr>
          <tr>
            <th scope="col">{t("import-row")}</th>
            <th scope="col">
              <span className="hidden">{t("import-state")}</span>
            </th>
            {columns.map(({ head, index, role }) => (
              <th key={index} scope="col">
                {role === "value" ? t("import-value-of", { head }) : t(`role-${role}`)}
              </th>
            ))}
            <th scope="col">{t("import-noticed")}</th>
          </tr>
        </thead>
        <tbody>
          {page.rows.map((row) => (
            <Row
              key={row.number}
              row={row}
              columns={columns}
              isCurrent={row.number === current}
              onCurrent={onCurrent}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Row({
  row,
  columns,
  isCurrent,
  onCurrent,
}: {
  row: ImportRow;
  columns: { index: number; role: string }[];
  isCurrent: boolean;
  onCurrent: (row: ImportRow) => void;
}) {
  const Icon = ICONS[row.state as keyof typeof ICONS] ?? Check;
  const state = t(`row-${row.state}`);
  return (
    <tr className={`row-${row.state}${isCurrent ? " current" : ""}`}>
      <th scope="row" className="num">
        <button
          type="button"
          className="row-number"
          data-row={row.number}
          aria-pressed={isCurrent}
          onClick={() => onCurrent(row)}
        >
          {row.number}
        </button>
      </th>
      <td className="row-state" title={state}>
        <Icon size={14} aria-hidden />
        <span className="hidden">{state}</span>
      </td>
      {columns.map(({ index, role }) => {
        const found = row.problems.filter(({ column }) => column === index);
        const stored = found.find((problem) => problem.stored !== null)?.stored;
        const isCorrected = row.corrected.includes(index);
        const mark = found.some(({ mustFix }) => mustFix)
          ? "bad"
          : found.length > 0
            ? "marked"
            : "";
        const cell = row.cells[index] ?? "";
        return (
          <td
            key={index}
            className={`${mark}${isFigure(role) ? " figure" : ""}${isCorrected ? " corrected" : ""}`}
            title={isCorrected ? t("import-corrected", { cell }) : cell}
          >
            {stored && (
              <>
                <del>{stored}</del> →{" "}
              </>
            )}
            {cell}
          </td>
        );
      })}
      <td className="noticed" title={row.noticed}>
        {row.noticed || (row.state === "new" ? "" : state)}
      </td>
    </tr>
  );
}

function isFigure(role: string): boolean {
  return ["value", "numerator", "denominator", "lower", "upper"].includes(role);
}
