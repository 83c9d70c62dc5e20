/** Which rows and columns of a grid are drawn: those in view, and those of the cursor. */
import {
  defaultRangeExtractor,
  observeElementRect,
  type Range,
  type Rect,
  useVirtualizer,
  type Virtualizer,
} from "@tanstack/react-virtual";
import { type RefObject, useEffect } from "react";
import type { Grid } from "../../ipc/generated";
import type { Spot } from "./moves";

const HEAD_HEIGHT = 40;
/** Width of the column of periods. */
export const FIRST_WIDTH = 104;

export function useViewport(scroller: RefObject<HTMLDivElement | null>, grid: Grid, cursor: Spot) {
  const rowHeight = grid.rows.some((row) => row.cells.some((cell) => cell?.count)) ? 42 : 28;
  const rows = useVirtualizer({
    count: grid.rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 4,
    scrollPaddingEnd: HEAD_HEIGHT,
    initialRect: FIRST_RECT,
    observeElementRect: observeFilledRect,
    rangeExtractor: (range) => withCursor(range, cursor.row),
  });
  const columns = useVirtualizer({
    horizontal: true,
    count: grid.columns.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => columnWidth(grid.columns[index]?.name ?? ""),
    overscan: 2,
    scrollPaddingEnd: FIRST_WIDTH,
    initialRect: FIRST_RECT,
    observeElementRect: observeFilledRect,
    rangeExtractor: (range) => withCursor(range, cursor.column),
  });
  // Sizes are estimated once; other names or lines need them anew.
  const names = grid.columns.map((column) => column.name).join("\n");
  // biome-ignore lint/correctness/useExhaustiveDependencies: names decide the widths.
  useEffect(() => columns.measure(), [names, columns]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the height decides.
  useEffect(() => rows.measure(), [rowHeight, rows]);
  return { rows, columns };
}

/** Until the window has been laid out once, as much as a usual window shows. */
const FIRST_RECT: Rect = { width: 960, height: 420 };

function observeFilledRect(
  instance: Virtualizer<HTMLDivElement, Element>,
  tell: (rect: Rect) => void,
) {
  return observeElementRect(instance, (rect) => {
    if (rect.width > 0 && rect.height > 0) tell(rect);
  });
}

/** The cell of the cursor is drawn wherever the table is scrolled to, so that it keeps the
 * focus. */
function withCursor(range: Range, cursor: number): number[] {
  const shown = defaultRangeExtractor(range);
  if (cursor >= range.count || shown.includes(cursor)) return shown;
  return [...shown, cursor].sort((one, other) => one - other);
}

/** Long names are broken into two lines. */
function columnWidth(name: string): number {
  const longest = Math.max(...name.split(/\s+/).map((word) => word.length), name.length / 2);
  return Math.min(Math.max(76, Math.ceil(longest * 7.5) + 18), 168);
}
