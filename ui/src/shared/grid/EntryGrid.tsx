/** The entry grid: keys, selection, copy and paste as in a spreadsheet. What is typed goes to
 * the core as it stands; the core reads it and says what it cannot keep. Only the cells in
 * view are drawn, and the one the cursor is in; a table would have to hold them all. */
import {
  type ClipboardEvent,
  type KeyboardEvent,
  type PointerEvent,
  type Ref,
  useEffect,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
} from "react";
import type { CellEntry, CellProblem, Grid, GridCell } from "../../ipc/generated";
import { t } from "../../text/texts";
import { Cell, ColumnHead, RowHead } from "./Cell";
import { CellEditor, type Finish } from "./CellEditor";
import { putCells, rowsOf } from "./clipboard";
import {
  bounded,
  boxOf,
  cycled,
  type Extent,
  moved,
  type Selection,
  type Spot,
  spotsOf,
  within,
} from "./moves";
import { pointed } from "./pointing";
import { FIRST_WIDTH, useViewport } from "./viewport";

/** A block of cells that was pasted, and where. */
export type Pasted = {
  rows: string[][];
  row: number;
  column: number;
  selectedRows: number;
  selectedColumns: number;
};

/** What may be asked of the grid from beside it. */
export type GridHandle = { goToProblem: () => void };

/** The key of a cell among waiting ones and problems. */
export const cellKey = (cell: { period: string; column: string }) =>
  `${cell.period} ${cell.column}`;

/** A cell that is being edited. */
type Edit = { spot: Spot; initial: string; isTypedOver: boolean };

export function EntryGrid({
  grid,
  label,
  problems,
  waiting,
  isLocked = false,
  onEnter,
  onPaste,
  onDetails,
  ref,
}: {
  grid: Grid;
  label: string;
  problems: CellProblem[];
  /** Texts that are entered but not saved yet, by the key of their cell. */
  waiting: ReadonlyMap<string, string>;
  isLocked?: boolean;
  onEnter: (cells: CellEntry[], isPasted: boolean) => void;
  onPaste: (pasted: Pasted) => void;
  onDetails: (cell: { period: string; column: string }) => void;
  ref?: Ref<GridHandle>;
}) {
  const [chosen, setChosen] = useState<Selection>({
    anchor: { row: 0, column: 0 },
    at: { row: 0, column: 0 },
  });
  /** The cell that Enter and Tab have come to within what is selected. */
  const [inside, setInside] = useState<Spot | null>(null);
  const [editing, setEditing] = useState<Edit | null>(null);
  const scroller = useRef<HTMLDivElement>(null);
  /** Whether the cell of the cursor is to take the focus once it is drawn. */
  const wantsFocus = useRef(false);
  const isDragging = useRef(false);
  /** Where a row of Tabs began: Enter goes back there. */
  const tabbedFrom = useRef<number | null>(null);

  const known = useKnown(grid, problems, waiting);
  const extent: Extent = {
    rows: grid.rows.length,
    columns: grid.columns.length,
    isFilled: (spot) => textAt(spot) !== "",
  };
  // The grid may have shrunk since: an undo took a period away.
  const selection = {
    anchor: bounded(chosen.anchor, extent),
    at: bounded(chosen.at, extent),
  };
  const { anchor, at } = selection;
  const box = boxOf(selection);
  const isOne = box.top === box.bottom && box.left === box.right;
  /** What is typed goes here: where the selection began, or where Enter and Tab led in it. */
  const active = inside ?? anchor;
  const cursor = inside ?? at;
  const { rows, columns } = useViewport(scroller, grid, cursor);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a cell chosen anew takes the focus again.
  useEffect(() => {
    if (!wantsFocus.current || editing) return;
    wantsFocus.current = false;
    rows.scrollToIndex(cursor.row);
    columns.scrollToIndex(cursor.column);
    const cell = scroller.current?.querySelector<HTMLElement>(
      `[data-spot="${cursor.row}-${cursor.column}"]`,
    );
    cell?.focus({ preventScroll: true });
  }, [chosen, cursor.row, cursor.column, editing, rows, columns]);

  // WebKit copies and pastes outside of a field only where somebody says that it can.
  useEffect(() => {
    const table = scroller.current;
    const allow = (event: Event) => {
      if (!(event.target instanceof HTMLInputElement)) event.preventDefault();
    };
    const kinds = ["beforecopy", "beforecut", "beforepaste"];
    for (const kind of kinds) table?.addEventListener(kind, allow);
    return () => {
      for (const kind of kinds) table?.removeEventListener(kind, allow);
    };
  }, []);

  useEffect(() => {
    const stop = () => {
      isDragging.current = false;
    };
    window.addEventListener("pointerup", stop);
    return () => window.removeEventListener("pointerup", stop);
  }, []);

  useImperativeHandle(ref, () => ({ goToProblem: () => goToProblem(1) }));

  function cellAt({ row, column }: Spot): GridCell | null {
    return grid.rows[row]?.cells[column] ?? null;
  }

  function keyAt({ row, column }: Spot): string {
    return `${grid.rows[row]?.period} ${grid.columns[column]?.key}`;
  }

  function textAt(spot: Spot): string {
    return waiting.get(keyAt(spot)) ?? cellAt(spot)?.text ?? "";
  }

  function entry({ row, column }: Spot, text: string): CellEntry[] {
    const period = grid.rows[row]?.period;
    const key = grid.columns[column]?.key;
    return period !== undefined && key !== undefined ? [{ period, column: key, text }] : [];
  }

  function enter(cells: CellEntry[]) {
    if (!isLocked && cells.length > 0) onEnter(cells, false);
  }

  function select(next: Selection) {
    wantsFocus.current = true;
    setInside(null);
    setChosen({ anchor: bounded(next.anchor, extent), at: bounded(next.at, extent) });
  }

  function goTo(spot: Spot) {
    select({ anchor: spot, at: spot });
  }

  function goToProblem(by: number) {
    const spots = problems
      .map((problem) => ({
        row: grid.rows.findIndex((row) => row.period === problem.period),
        column: grid.columns.findIndex((column) => column.key === problem.column),
      }))
      .filter((spot) => spot.row >= 0 && spot.column >= 0)
      .sort((one, other) => one.row - other.row || one.column - other.column);
    const isAfter = (spot: Spot) =>
      spot.row > at.row || (spot.row === at.row && spot.column > at.column);
    const isBefore = (spot: Spot) =>
      spot.row < at.row || (spot.row === at.row && spot.column < at.column);
    const next =
      by > 0 ? (spots.find(isAfter) ?? spots[0]) : (spots.findLast(isBefore) ?? spots.at(-1));
    if (next) goTo(next);
  }

  function edit(initial: string, isTypedOver: boolean) {
    if (isLocked) return;
    setEditing({ spot: active, initial, isTypedOver });
  }

  function finishEdit(text: string, finish: Finish) {
    const spot = editing?.spot ?? active;
    wantsFocus.current = true;
    setEditing(null);
    if (finish.isFilling) {
      enter(
        spotsOf(box)
          .flat()
          .flatMap((spot) => entry(spot, text)),
      );
      return;
    }
    if (text !== textAt(spot)) enter(entry(spot, text));
    if (finish.down === 0 && finish.right === 0) return;
    step(finish.down, finish.right);
  }

  /** On from the cell that was edited: round within what is selected; else Tab goes along the
   * row, Enter down from where the Tabs began. */
  function step(down: number, right: number) {
    if (!isOne) {
      wantsFocus.current = true;
      setInside(cycled(box, active, down, right));
      return;
    }
    if (right !== 0) tabbedFrom.current ??= anchor.column;
    const column = down !== 0 ? (tabbedFrom.current ?? anchor.column) : anchor.column + right;
    if (down !== 0) tabbedFrom.current = null;
    goTo({ row: anchor.row + down, column });
  }

  function fill(isDown: boolean) {
    const line = isDown ? box.top : box.left;
    const isSingle = isDown ? box.top === box.bottom : box.left === box.right;
    // A single row is filled from the one above it, as in a spreadsheet.
    const from = isSingle ? line - 1 : line;
    if (from < 0) return;
    const targets = spotsOf(box)
      .flat()
      .filter((spot) => isSingle || (isDown ? spot.row : spot.column) !== from);
    enter(
      targets.flatMap((spot) =>
        entry(spot, textAt(isDown ? { ...spot, row: from } : { ...spot, column: from })),
      ),
    );
  }

  function clear() {
    const filled = spotsOf(box).flat().filter(extent.isFilled);
    enter(filled.flatMap((spot) => entry(spot, "")));
  }

  function onKeyDown(event: KeyboardEvent) {
    if (editing || event.altKey) return;
    const isCommand = event.ctrlKey || event.metaKey;
    const last = { row: extent.rows - 1, column: extent.columns - 1 };
    const target = moved(event.key, isCommand, at, extent);
    const letter = isCommand ? event.key.toLowerCase() : "";
    if (target) {
      tabbedFrom.current = null;
      select({ anchor: event.shiftKey ? anchor : target, at: target });
    } else if (event.key === "Tab") {
      const next = at.column + (event.shiftKey ? -1 : 1);
      // Beyond the last cell of a row Tab leaves the table, as anywhere else.
      if (isOne && (next < 0 || next > last.column)) return;
      step(0, event.shiftKey ? -1 : 1);
    } else if (event.key === "Enter" && !isCommand) {
      step(event.shiftKey ? -1 : 1, 0);
    } else if (event.key === "F2" && event.shiftKey) {
      for (const { period, column } of entry(cursor, "")) onDetails({ period, column });
    } else if (event.key === "F2") {
      edit(textAt(active), false);
    } else if (event.key === "F8") {
      goToProblem(event.shiftKey ? -1 : 1);
    } else if (event.key === "Escape" && !isOne) {
      goTo(active);
    } else if (event.key === "Delete" || event.key === "Backspace") {
      clear();
    } else if (letter === "a") {
      select({ anchor: { row: 0, column: 0 }, at: last });
    } else if (event.key === " " && isCommand) {
      select({
        anchor: { row: 0, column: anchor.column },
        at: { row: last.row, column: at.column },
      });
    } else if (event.key === " " && event.shiftKey) {
      select({
        anchor: { row: anchor.row, column: 0 },
        at: { row: at.row, column: last.column },
      });
    } else if (letter === "d" || letter === "r") {
      fill(letter === "d");
    } else if (event.key.length === 1 && !isCommand) {
      edit(event.key.trim(), true);
    } else {
      return;
    }
    event.preventDefault();
    // Keys of the grid mean nothing else in the window, such as “?” for the list of keys.
    event.stopPropagation();
  }

  function onCopy(event: ClipboardEvent) {
    if (editing) return;
    putCells(
      event.clipboardData,
      spotsOf(box).map((row) =>
        row.map((spot) => {
          const text = textAt(spot);
          const isWaiting = waiting.has(keyAt(spot));
          return { text, copied: isWaiting ? text : (cellAt(spot)?.copied ?? "") };
        }),
      ),
    );
    event.preventDefault();
    if (event.type === "cut") clear();
  }

  function onPasteEvent(event: ClipboardEvent) {
    if (editing || isLocked) return;
    event.preventDefault();
    const found = rowsOf(event.clipboardData);
    if (found.length === 0) return;
    onPaste({
      rows: found,
      row: box.top,
      column: box.left,
      selectedRows: box.bottom - box.top + 1,
      selectedColumns: box.right - box.left + 1,
    });
  }

  function onPointerDown(event: PointerEvent) {
    if (event.button !== 0) return;
    const target = pointed(event);
    if (!target) return;
    tabbedFrom.current = null;
    const last = { row: extent.rows - 1, column: extent.columns - 1 };
    const from = event.shiftKey ? anchor : null;
    if (target.row !== undefined && target.column !== undefined) {
      isDragging.current = true;
      const spot = { row: target.row, column: target.column };
      select({ anchor: from ?? spot, at: spot });
      return;
    }
    // A head stands for its whole column or row, and does not take the focus itself.
    event.preventDefault();
    if (target.column !== undefined) {
      select({
        anchor: { row: 0, column: from?.column ?? target.column },
        at: { row: last.row, column: target.column },
      });
    } else if (target.row !== undefined) {
      select({
        anchor: { row: from?.row ?? target.row, column: 0 },
        at: { row: target.row, column: last.column },
      });
    }
  }

  function onPointerOver(event: PointerEvent) {
    if (!isDragging.current) return;
    const target = pointed(event);
    if (target?.row !== undefined && target.column !== undefined) {
      select({ anchor, at: { row: target.row, column: target.column } });
    }
  }

  const shownRows = rows.getVirtualItems();
  const shownColumns = columns.getVirtualItems();
  const width = FIRST_WIDTH + columns.getTotalSize();
  return (
    <>
      <div
        ref={scroller}
        className={isLocked ? "sheet locked" : "sheet"}
        role="grid"
        aria-label={label}
        aria-rowcount={extent.rows + 1}
        aria-colcount={extent.columns + 1}
        aria-multiselectable
        aria-readonly={isLocked}
        onKeyDown={onKeyDown}
        onCopy={onCopy}
        onCut={onCopy}
        onPaste={onPasteEvent}
        onPointerDown={onPointerDown}
        onPointerOver={onPointerOver}
        onDoubleClick={(event) => {
          const target = pointed(event);
          if (!editing && target?.row !== undefined && target.column !== undefined) {
            edit(textAt(anchor), false);
          }
        }}
      >
        <div role="row" className="sheet-head" aria-rowindex={1} style={{ width }}>
          <div role="columnheader" className="corner" aria-colindex={1}>
            {t("grid-period")}
          </div>
          {shownColumns.map((item) => {
            const column = grid.columns[item.index];
            const mark = column?.isTotal && extent.columns > 1 ? t("grid-total") : "";
            return (
              <ColumnHead
                key={item.key}
                column={item.index}
                name={column?.name ?? ""}
                mark={mark || (column?.isBenchmark ? t("grid-comparison") : "")}
                isHere={item.index >= box.left && item.index <= box.right}
                left={FIRST_WIDTH + item.start}
                width={item.size}
              />
            );
          })}
        </div>
        <div
          className="sheet-body"
          role="presentation"
          style={{ width, height: rows.getTotalSize() }}
        >
          {shownRows.map((line) => {
            const row = grid.rows[line.index];
            if (!row) return null;
            return (
              <div
                key={row.period}
                role="row"
                className="sheet-row"
                aria-rowindex={line.index + 2}
                style={{ width, height: line.size, transform: `translateY(${line.start}px)` }}
              >
                <RowHead
                  row={line.index}
                  label={row.label}
                  isClosed={row.isClosed}
                  isHere={line.index >= box.top && line.index <= box.bottom}
                />
                {shownColumns.map((item) => {
                  const spot = { row: line.index, column: item.index };
                  const cell = cellAt(spot);
                  const key = keyAt(spot);
                  const isHere = cursor.row === spot.row && cursor.column === spot.column;
                  const isEdited =
                    editing?.spot.row === spot.row && editing.spot.column === spot.column;
                  const problem = known.problems.get(key);
                  const gap = known.gaps.get(key);
                  const text = waiting.get(key);
                  const isSelected = within(box, spot);
                  return (
                    <Cell
                      key={item.key}
                      spot={`${spot.row}-${spot.column}`}
                      column={spot.column}
                      isHere={isHere}
                      isSelected={isSelected}
                      isInvalid={problem !== undefined}
                      title={problem?.words ?? gap?.words ?? cell?.note ?? undefined}
                      className={[
                        `state-${cell?.state ?? "empty"}`,
                        problem ? "invalid" : "",
                        text === undefined ? "" : "waiting",
                        gap ? "gap" : "",
                        cell?.hasComment ? "noted" : "",
                        grid.columns[item.index]?.isTotal ? "total" : "",
                        !isOne && isSelected ? "selected" : "",
                      ].join(" ")}
                      left={FIRST_WIDTH + item.start}
                      width={item.size}
                      value={text ?? cell?.shown}
                      count={text === undefined ? (cell?.count ?? null) : null}
                    >
                      {isEdited ? (
                        <CellEditor
                          label={t("grid-cell", {
                            period: row.label,
                            column: grid.columns[item.index]?.name ?? "",
                          })}
                          initial={editing.initial}
                          isTypedOver={editing.isTypedOver}
                          onFinish={finishEdit}
                          onCancel={() => {
                            wantsFocus.current = true;
                            setEditing(null);
                          }}
                        />
                      ) : undefined}
                    </Cell>
                  );
                })}
              </div>
            );
          })}
        </div>
      </div>
      <p className="sheet-status" aria-live="polite">
        <span>{described(cursor)}</span>
        {!isOne && (
          <span>
            {t("grid-selected", {
              rows: box.bottom - box.top + 1,
              columns: box.right - box.left + 1,
            })}
          </span>
        )}
      </p>
    </>
  );

  /** Everything a cell says, in words. */
  function described(spot: Spot): string {
    const row = grid.rows[spot.row];
    const column = grid.columns[spot.column];
    if (!row || !column) return "";
    const cell = cellAt(spot);
    const key = keyAt(spot);
    const place = t("grid-cell", { period: row.label, column: column.name });
    const problem = known.problems.get(key) ?? known.gaps.get(key);
    if (problem) return problem.words;
    const parts = [
      waiting.get(key) ?? cell?.text ?? "",
      waiting.has(key) ? t("grid-waiting") : t(`state-${cell?.state ?? "empty"}`),
      cell?.hasComment ? t("grid-has-note") : "",
      row.isClosed ? t("grid-closed") : "",
    ];
    return `${place}: ${parts.filter(Boolean).join(", ")}`;
  }
}

function useKnown(grid: Grid, problems: CellProblem[], waiting: ReadonlyMap<string, string>) {
  const found = useMemo(() => {
    const byKey = (list: CellProblem[]) => new Map(list.map((one) => [cellKey(one), one]));
    return { problems: byKey(problems), gaps: byKey(grid.gaps) };
  }, [problems, grid.gaps]);
  // What is not saved yet cannot contradict anything.
  return waiting.size > 0 ? { ...found, gaps: new Map<string, CellProblem>() } : found;
}
