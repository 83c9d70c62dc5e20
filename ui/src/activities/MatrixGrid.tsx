/** The cells of the matrix. Only the rows and columns in view are drawn, so that three hundred
 * partners scroll as thirty do. */
import { defaultRangeExtractor, type Range, useVirtualizer } from "@tanstack/react-virtual";
import {
  type CSSProperties,
  type KeyboardEvent,
  memo,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import type { MatrixCellView, MatrixColumnView, MatrixRowView, MatrixView } from "../ipc/generated";
import { Empty } from "../shared/states";
import { useWidth } from "../shared/useWidth";
import { t } from "../text/texts";
import { cellWords, type Filter, type Item, items } from "./matrix";

/** Sizes in pixels; in the style sheet they stand as custom properties set here. */
const ROW = 30;
const FIRST = 188;
const HEAD = 110;
/** Columns share what width there is; none is so narrow that a word of its head breaks. */
const WIDE = 120;
function narrowest(columns: readonly MatrixColumnView[]): number {
  const words = columns.flatMap((column) => column.name.split(/\s+/));
  const longest = Math.max(0, ...words.map((word) => word.length));
  return Math.min(Math.max(longest * 6 + 9, 70), 96);
}
const GROUPS = 24;

/** Row −1 is the head, column −1 the names of partners. */
type Spot = { row: number; column: number };

export function MatrixGrid({
  data,
  filter,
  onCell,
  onColumn,
  onPartner,
  onAdd,
}: {
  data: MatrixView;
  filter: Filter;
  onCell: (row: MatrixRowView, column: number) => void;
  onColumn: (column: number) => void;
  onPartner: (id: string) => void;
  onAdd: (row: MatrixRowView, column: number) => void;
}) {
  const scroller = useRef<HTMLDivElement>(null);
  const lines = useMemo(() => items(data, filter), [data, filter]);
  const shown = useMemo(() => lines.filter((line) => line.kind === "row").length, [lines]);
  const [spot, setSpot] = useState<Spot>({ row: -1, column: -1 });
  const wantsFocus = useRef(false);
  const [width, setWidth] = useState(0);
  const frame = useWidth(setWidth);
  const room = (width - FIRST - 2) / Math.max(data.columns.length, 1);
  const least = useMemo(() => narrowest(data.columns), [data.columns]);
  const columnWidth = Math.floor(Math.min(Math.max(room, least), WIDE));
  const bands = useMemo(() => bandsOf(data.columns), [data.columns]);
  const head = HEAD + (bands.length > 0 ? GROUPS : 0);
  const at = { row: Math.min(spot.row, lines.length - 1), column: spot.column };

  const withCursor = (cursor: number) => (range: Range) => {
    const drawn = defaultRangeExtractor(range);
    if (cursor < 0 || cursor >= range.count || drawn.includes(cursor)) return drawn;
    return [...drawn, cursor].sort((one, other) => one - other);
  };
  const rows = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 6,
    scrollPaddingEnd: head + 8,
    initialRect: { width: 1000, height: 900 },
    rangeExtractor: withCursor(at.row),
  });
  const columns = useVirtualizer({
    horizontal: true,
    count: data.columns.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => columnWidth,
    overscan: 3,
    scrollPaddingEnd: FIRST + 8,
    initialRect: { width: 1400, height: 900 },
    rangeExtractor: withCursor(at.column),
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the width decides the sizes.
  useEffect(() => columns.measure(), [columnWidth, columns]);
  const inView = columns.getVirtualItems().map((column) => column.index);
  const viewKey = inView.join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same columns stay the same list.
  const drawn = useMemo(() => inView, [viewKey]);

  useEffect(() => {
    if (!wantsFocus.current) return;
    const wanted = `[data-row="${at.row}"][data-column="${at.column}"]`;
    const target = scroller.current?.querySelector<HTMLElement>(wanted);
    if (!target) return;
    wantsFocus.current = false;
    target.focus({ preventScroll: true });
  });

  function move(row: number, column: number, by: number) {
    let next = Math.min(Math.max(row, -1), lines.length - 1);
    // Names of sectors are passed over.
    while (lines[next]?.kind === "group") next += by < 0 ? -1 : 1;
    if (next >= lines.length) return;
    const to = Math.min(Math.max(column, -1), data.columns.length - 1);
    wantsFocus.current = true;
    setSpot({ row: next, column: to });
    if (next >= 0) rows.scrollToIndex(next);
    if (to >= 0) columns.scrollToIndex(to);
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    const { row, column } = at;
    const line = lines[row];
    const page = 12;
    if (event.key === "ArrowDown") move(row + 1, column, 1);
    else if (event.key === "ArrowUp") move(row - 1, column, -1);
    else if (event.key === "ArrowRight") move(row, column + 1, 1);
    else if (event.key === "ArrowLeft") move(row, column - 1, 1);
    else if (event.key === "PageDown") move(row + page, column, 1);
    else if (event.key === "PageUp") move(row - page, column, -1);
    else if (event.key === "Home") move(event.ctrlKey ? -1 : row, -1, 1);
    else if (event.key === "End") {
      move(event.ctrlKey ? lines.length - 1 : row, data.columns.length - 1, 1);
    } else if (event.key === "Enter") open(line, column);
    else if (event.key === " " && line?.kind === "row") onAdd(line.row, column);
    else return;
    event.preventDefault();
  }

  function open(line: Item | undefined, column: number) {
    if (line?.kind === "group") return;
    if (line) {
      if (column < 0) onPartner(line.row.id);
      else onCell(line.row, column);
    } else if (column >= 0) onColumn(column);
  }

  const is = (row: number, column: number) => (at.row === row && at.column === column ? 0 : -1);
  const size = {
    "--matrix-first": `${FIRST}px`,
    "--matrix-column": `${columnWidth}px`,
    "--matrix-row": `${ROW}px`,
    "--matrix-head": `${head}px`,
    width: FIRST + columns.getTotalSize(),
    height: head + rows.getTotalSize(),
  } as CSSProperties;

  return (
    <>
      <p className="hidden" aria-live="polite">
        {t("matrix-shown", { shown, all: data.rows.length })}
      </p>
      <div ref={frame} />
      <div className="matrix" ref={scroller}>
        {/* biome-ignore lint/a11y/useSemanticElements: a table cannot be drawn in part and keep its places. */}
        <div
          className="matrix-sheet"
          role="grid"
          tabIndex={-1}
          aria-label={`${t("matrix-grid")}. ${t("matrix-keys")}`}
          aria-rowcount={lines.length + 1}
          aria-colcount={data.columns.length + 1}
          style={size}
          onKeyDown={onKeyDown}
          onClick={(event) => {
            const to = spotOf(event.target);
            if (to) open(lines[to.row], to.column);
          }}
          onFocus={(event) => {
            const to = spotOf(event.target);
            if (to) setSpot(to);
          }}
        >
          {/* biome-ignore lint/a11y/useSemanticElements: a row of the grid. */}
          {/* biome-ignore lint/a11y/useFocusableInteractive: its cells take the focus. */}
          <div className="matrix-heads" role="row" aria-rowindex={1}>
            {/* biome-ignore lint/a11y/useSemanticElements: a head of the grid. */}
            <div
              role="columnheader"
              aria-colindex={1}
              className="matrix-corner"
              data-row={-1}
              data-column={-1}
              tabIndex={is(-1, -1)}
            >
              <span>{t("matrix-partner")}</span>
              <span className="quiet small">
                {t("matrix-shown", { shown, all: data.rows.length })}
              </span>
            </div>
            {bands.map((band) => (
              <div
                key={band.from}
                className="matrix-band"
                aria-hidden
                style={{ left: FIRST + band.from * columnWidth, width: band.count * columnWidth }}
              >
                <span title={band.name}>{band.name}</span>
              </div>
            ))}
            {drawn.map((index) => {
              const column = data.columns[index];
              return (
                column && (
                  <Head
                    key={index}
                    column={column}
                    index={index}
                    left={FIRST + index * columnWidth}
                    tabIndex={is(-1, index)}
                  />
                )
              );
            })}
          </div>
          {lines.length === 0 && (
            <div className="matrix-nobody">
              <Empty words={t("matrix-nobody-matches")} />
            </div>
          )}
          {rows.getVirtualItems().map(({ index, start, key }) => {
            const line = lines[index];
            if (!line) return null;
            const style = { top: head + start };
            if (line.kind === "group") {
              return (
                // biome-ignore lint/a11y/useSemanticElements: a row of the grid.
                // biome-ignore lint/a11y/useFocusableInteractive: a heading takes no focus.
                <div
                  key={key}
                  className="matrix-line matrix-group"
                  role="row"
                  aria-rowindex={index + 2}
                  style={style}
                >
                  {/* biome-ignore lint/a11y/useSemanticElements: a head of the grid. */}
                  {/* biome-ignore lint/a11y/useFocusableInteractive: a heading takes no focus. */}
                  <div role="rowheader" aria-colindex={1} className="matrix-name">
                    {line.name} <span className="quiet num">{line.count}</span>
                  </div>
                </div>
              );
            }
            return (
              <PartnerRow
                key={key}
                line={line}
                index={index}
                top={head + start}
                columns={data.columns}
                drawn={drawn}
                width={columnWidth}
                stop={at.row === index ? at.column : null}
              />
            );
          })}
        </div>
      </div>
    </>
  );
}

const Head = memo(function Head({
  column,
  index,
  left,
  tabIndex,
}: {
  column: MatrixColumnView;
  index: number;
  left: number;
  tabIndex: number;
}) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a head of the grid.
    <div
      role="columnheader"
      aria-colindex={index + 2}
      className={`matrix-head ${shade(column)}`}
      style={{ left }}
      title={column.group ? `${column.name} (${column.group})` : column.name}
      data-row={-1}
      data-column={index}
      tabIndex={tabIndex}
    >
      <span className="matrix-head-name">{column.name}</span>
      {column.group && <span className="hidden">{column.group}</span>}
      <span className="matrix-head-counts">
        <b>{t("matrix-column-leads", { count: column.leads })}</b>
        <span>{t("matrix-column-partners", { count: column.partners })}</span>
        {column.standing !== "worked" ? (
          <span className="status off_track">
            <span aria-hidden>◆</span> {t("matrix-column-gap")}
          </span>
        ) : column.hasOverlap ? (
          <span className="status watch">
            <span aria-hidden>▲</span> {t("matrix-column-overlap")}
          </span>
        ) : null}
      </span>
    </div>
  );
});

/** A partner with its cells. Drawn anew only when something of it changes, so that scrolling
 * draws no more than the rows that come into view. */
const PartnerRow = memo(function PartnerRow({
  line,
  index,
  top,
  columns,
  drawn,
  width,
  stop,
}: {
  line: Item & { kind: "row" };
  index: number;
  top: number;
  columns: readonly MatrixColumnView[];
  /** Columns that are drawn. */
  drawn: readonly number[];
  /** Width of a column. */
  width: number;
  /** The column the keyboard is at, if it is in this row. */
  stop: number | null;
}) {
  const { row, cells } = line;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a row of the grid.
    // biome-ignore lint/a11y/useFocusableInteractive: its cells take the focus.
    <div className="matrix-line" role="row" aria-rowindex={index + 2} style={{ top }}>
      {/* biome-ignore lint/a11y/useSemanticElements: a head of the grid. */}
      <div
        role="rowheader"
        aria-colindex={1}
        className="matrix-name"
        data-row={index}
        data-column={-1}
        tabIndex={stop === -1 ? 0 : -1}
        title={row.name}
      >
        <span className="matrix-name-text">{row.name}</span>
        {row.cells.length === 0 && (
          <span className="matrix-none">
            <span aria-hidden>◌ </span>
            {t("matrix-row-none")}
          </span>
        )}
      </div>
      {drawn.map((at) => {
        const column = columns[at];
        const cell = cells.get(at);
        return (
          column && (
            // biome-ignore lint/a11y/useSemanticElements: a cell of the grid.
            <div
              key={at}
              role="gridcell"
              aria-colindex={at + 2}
              className={`matrix-cell ${shade(column)}`}
              style={{ left: FIRST + at * width }}
              data-row={index}
              data-column={at}
              tabIndex={stop === at ? 0 : -1}
            >
              {cell && <Marks partner={row.name} column={column.name} cell={cell} />}
            </div>
          )
        );
      })}
    </div>
  );
});

function Marks({
  partner,
  column,
  cell,
}: {
  partner: string;
  column: string;
  cell: MatrixCellView;
}) {
  return (
    <>
      <span className="hidden">
        {t("matrix-cell-label", { partner, column, what: cellWords(cell) })}
      </span>
      {cell.leads > 0 && (
        <span aria-hidden className={cell.leadsPlanned ? "mark-lead planned" : "mark-lead"}>
          {cell.leads}
        </span>
      )}
      {cell.takesPart > 0 && (
        <span aria-hidden className={cell.takesPartPlanned ? "mark-part planned" : "mark-part"}>
          {cell.takesPart}
        </span>
      )}
    </>
  );
}

/** Where in the grid an element lies. */
function spotOf(target: EventTarget): Spot | null {
  const cell = (target as HTMLElement).closest<HTMLElement>("[data-row]");
  const number = (name: string) => Number(cell?.getAttribute(name));
  return cell && { row: number("data-row"), column: number("data-column") };
}

function shade(column: MatrixColumnView): string {
  if (column.standing !== "worked") return "gap";
  return column.hasOverlap ? "overlap" : "";
}

/** Neighbors that belong to the same: strategies of one result. */
function bandsOf(columns: readonly MatrixColumnView[]) {
  const bands: { name: string; from: number; count: number }[] = [];
  columns.forEach((column, from) => {
    const last = bands.at(-1);
    if (last && last.name === column.group) last.count += 1;
    else bands.push({ name: column.group, from, count: 1 });
  });
  return bands.filter((band) => band.name !== "");
}
