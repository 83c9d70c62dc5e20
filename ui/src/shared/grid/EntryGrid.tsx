/** The entry grid: arrows, typing, copy and paste as in a spreadsheet. What is typed goes to
 * the core as it stands; the core reads it and says what it cannot keep. */
import { type ClipboardEvent, type KeyboardEvent, useEffect, useRef, useState } from "react";
import type { CellEntry, CellProblem, Grid } from "../../ipc/generated";
import { t } from "../../text/texts";

type Spot = { row: number; column: number };

export function EntryGrid({
  grid,
  label,
  problems,
  onEnter,
  onExplain,
}: {
  grid: Grid;
  label: string;
  problems: CellProblem[];
  onEnter: (cells: CellEntry[], isPasted: boolean) => void;
  /** Opens where the figure of a cell comes from. */
  onExplain?: (period: string, column: string) => void;
}) {
  const [at, setAt] = useState<Spot>({ row: 0, column: 0 });
  const [anchor, setAnchor] = useState<Spot>({ row: 0, column: 0 });
  const [draft, setDraft] = useState<string | null>(null);
  const table = useRef<HTMLTableElement>(null);
  const hasFocus = useRef(false);
  const isReadOnly = grid.isCalculated;
  const lastRow = grid.rows.length - 1;
  const lastColumn = grid.columns.length - 1;

  useEffect(() => {
    if (!hasFocus.current || draft !== null) return;
    table.current?.querySelector<HTMLElement>(`[data-spot="${at.row}-${at.column}"]`)?.focus();
  }, [at, draft]);

  const top = Math.min(at.row, anchor.row);
  const bottom = Math.max(at.row, anchor.row);
  const left = Math.min(at.column, anchor.column);
  const right = Math.max(at.column, anchor.column);
  const isSelected = (row: number, column: number) =>
    row >= top && row <= bottom && column >= left && column <= right;

  function move(row: number, column: number, keepAnchor = false) {
    const next = {
      row: Math.min(Math.max(row, 0), lastRow),
      column: Math.min(Math.max(column, 0), lastColumn),
    };
    hasFocus.current = true;
    setAt(next);
    if (!keepAnchor) setAnchor(next);
  }

  function entry(row: number, column: number, text: string): CellEntry | null {
    const period = grid.rows[row]?.period;
    const key = grid.columns[column]?.key;
    return period !== undefined && key !== undefined ? { period, column: key, text } : null;
  }

  function explain(row: number, column: number) {
    const spot = entry(row, column, "");
    if (spot) onExplain?.(spot.period, spot.column);
  }

  function finish(rowStep: number, columnStep: number) {
    const cell = draft === null ? null : entry(at.row, at.column, draft);
    const before = grid.rows[at.row]?.cells[at.column]?.text ?? "";
    setDraft(null);
    if (cell && cell.text !== before) onEnter([cell], false);
    move(at.row + rowStep, at.column + columnStep);
  }

  function onKeyDown(event: KeyboardEvent) {
    if (draft !== null) {
      if (event.key === "Enter") finish(event.shiftKey ? -1 : 1, 0);
      else if (event.key === "Tab") finish(0, event.shiftKey ? -1 : 1);
      else if (event.key === "Escape") setDraft(null);
      else return;
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    const isCommand = event.ctrlKey || event.metaKey;
    const keep = event.shiftKey;
    const page = 10;
    const moves: Record<string, [number, number]> = {
      ArrowUp: [isCommand ? 0 : at.row - 1, at.column],
      ArrowDown: [isCommand ? lastRow : at.row + 1, at.column],
      ArrowLeft: [at.row, isCommand ? 0 : at.column - 1],
      ArrowRight: [at.row, isCommand ? lastColumn : at.column + 1],
      PageUp: [at.row - page, at.column],
      PageDown: [at.row + page, at.column],
      Home: [isCommand ? 0 : at.row, 0],
      End: [isCommand ? lastRow : at.row, lastColumn],
    };
    const target = moves[event.key];
    if (target && !event.altKey) {
      move(target[0], target[1], keep);
    } else if (isCommand && event.key.toLowerCase() === "i") {
      explain(at.row, at.column);
    } else if (isReadOnly && !isCommand) {
      if (event.key !== "Enter" && event.key !== "F2") return;
      explain(at.row, at.column);
    } else if (event.key === "Enter" || event.key === "F2") {
      setDraft(grid.rows[at.row]?.cells[at.column]?.text ?? "");
    } else if (event.key === "Delete" || event.key === "Backspace") {
      const cells = selection((row, column) => entry(row, column, ""));
      onEnter(
        cells.flat().filter((cell): cell is CellEntry => cell !== null),
        false,
      );
    } else if (isCommand && event.key.toLowerCase() === "a") {
      setAnchor({ row: 0, column: 0 });
      setAt({ row: lastRow, column: lastColumn });
    } else if (event.key.length === 1 && !isCommand && !event.altKey) {
      setDraft(event.key);
    } else {
      return;
    }
    event.preventDefault();
  }

  function selection<Value>(pick: (row: number, column: number) => Value): Value[][] {
    const rows: Value[][] = [];
    for (let row = top; row <= bottom; row += 1) {
      const cells: Value[] = [];
      for (let column = left; column <= right; column += 1) cells.push(pick(row, column));
      rows.push(cells);
    }
    return rows;
  }

  function onCopy(event: ClipboardEvent) {
    if (draft !== null) return;
    const rows = selection((row, column) => grid.rows[row]?.cells[column]?.text ?? "");
    event.clipboardData.setData("text/plain", rows.map((row) => row.join("\t")).join("\n"));
    event.preventDefault();
  }

  function onPaste(event: ClipboardEvent) {
    if (draft !== null || isReadOnly) return;
    event.preventDefault();
    const cells: CellEntry[] = [];
    pastedRows(event.clipboardData).forEach((row, down) => {
      row.forEach((text, across) => {
        const cell = entry(top + down, left + across, text);
        if (cell) cells.push(cell);
      });
    });
    if (cells.length > 0) onEnter(cells, true);
  }

  const problemAt = new Map(
    problems.map((problem) => [`${problem.period} ${problem.column}`, problem]),
  );
  return (
    <div className="sheet">
      <table
        ref={table}
        role="grid"
        aria-label={label}
        aria-readonly={isReadOnly}
        onKeyDown={onKeyDown}
        onCopy={onCopy}
        onPaste={onPaste}
      >
        <thead>
          <tr>
            <th scope="col">{t("grid-period")}</th>
            {grid.columns.map((column) => (
              <th key={column.key} scope="col" title={column.name}>
                {column.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {grid.rows.map((row, rowIndex) => (
            <tr key={row.period}>
              <th scope="row">{row.label}</th>
              {row.cells.map((cell, columnIndex) => {
                const column = grid.columns[columnIndex];
                const problem = problemAt.get(`${row.period} ${column?.key}`);
                const isHere = at.row === rowIndex && at.column === columnIndex;
                const isEditing = isHere && draft !== null;
                return (
                  <td
                    key={column?.key}
                    role="gridcell"
                    data-spot={`${rowIndex}-${columnIndex}`}
                    tabIndex={isHere ? 0 : -1}
                    aria-selected={isSelected(rowIndex, columnIndex)}
                    aria-invalid={problem ? true : undefined}
                    title={
                      problem?.words ??
                      cell.note ??
                      (cell.state === "empty" ? undefined : t(`state-${cell.state}`))
                    }
                    className={[
                      `state-${cell.state}`,
                      isReadOnly ? "calculated" : "",
                      cell.note ? "noted" : "",
                      problem ? "invalid" : "",
                      isSelected(rowIndex, columnIndex) && (top !== bottom || left !== right)
                        ? "selected"
                        : "",
                    ].join(" ")}
                    onClick={(event) => move(rowIndex, columnIndex, event.shiftKey)}
                    onDoubleClick={() =>
                      isReadOnly ? explain(rowIndex, columnIndex) : setDraft(cell.text)
                    }
                    onContextMenu={(event) => {
                      if (!onExplain) return;
                      event.preventDefault();
                      move(rowIndex, columnIndex);
                      explain(rowIndex, columnIndex);
                    }}
                    onFocus={() => {
                      hasFocus.current = true;
                    }}
                  >
                    {isEditing ? (
                      <input
                        value={draft}
                        aria-label={t("grid-cell", {
                          period: row.label,
                          column: column?.name ?? "",
                        })}
                        // biome-ignore lint/a11y/noAutofocus: the cell was asked to be edited.
                        autoFocus
                        onChange={(event) => setDraft(event.target.value)}
                        onBlur={() => draft !== null && finish(0, 0)}
                      />
                    ) : (
                      cell.shown
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Rows of cells from a spreadsheet: its HTML table where there is one, else tabs and lines. */
function pastedRows(data: DataTransfer): string[][] {
  const html = data.getData("text/html");
  if (html.includes("<table")) {
    const rows = new DOMParser().parseFromString(html, "text/html").querySelectorAll("tr");
    return [...rows].map((row) =>
      [...row.querySelectorAll("td, th")].map((cell) => cell.textContent?.trim() ?? ""),
    );
  }
  const lines = data.getData("text/plain").replace(/\r\n?/g, "\n").replace(/\n$/, "").split("\n");
  return lines.map((line) => line.split("\t").map((cell) => cell.trim()));
}
