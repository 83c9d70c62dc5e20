/** Where the cursor of a grid goes, and what is selected. */

export type Spot = { row: number; column: number };

/** What is selected: all between the cell it began at and the one the cursor is in. */
export type Selection = { anchor: Spot; at: Spot };

export type Box = { top: number; bottom: number; left: number; right: number };

/** Size of a grid, and which of its cells hold something. */
export type Extent = { rows: number; columns: number; isFilled: (spot: Spot) => boolean };

/** As many rows as a page up or down goes. */
const PAGE = 10;

export function boxOf({ anchor, at }: Selection): Box {
  return {
    top: Math.min(anchor.row, at.row),
    bottom: Math.max(anchor.row, at.row),
    left: Math.min(anchor.column, at.column),
    right: Math.max(anchor.column, at.column),
  };
}

export function within(box: Box, { row, column }: Spot): boolean {
  return row >= box.top && row <= box.bottom && column >= box.left && column <= box.right;
}

/** Every cell of a box, row by row. */
export function spotsOf(box: Box): Spot[][] {
  const rows: Spot[][] = [];
  for (let row = box.top; row <= box.bottom; row += 1) {
    const cells: Spot[] = [];
    for (let column = box.left; column <= box.right; column += 1) cells.push({ row, column });
    rows.push(cells);
  }
  return rows;
}

/** The next cell of a box, round and round: along its rows, or down its columns. */
export function cycled(box: Box, from: Spot, down: number, right: number): Spot {
  const cells = right !== 0 ? spotsOf(box).flat() : columnsOf(box);
  const here = cells.findIndex((spot) => spot.row === from.row && spot.column === from.column);
  const next = (here + down + right + cells.length) % cells.length;
  return cells[next] ?? from;
}

/** Every cell of a box, column by column. */
function columnsOf(box: Box): Spot[] {
  return spotsOf(box)
    .flat()
    .sort((one, other) => one.column - other.column || one.row - other.row);
}

/** The nearest cell that is there. */
export function bounded(spot: Spot, { rows, columns }: Extent): Spot {
  return {
    row: Math.min(Math.max(spot.row, 0), Math.max(rows - 1, 0)),
    column: Math.min(Math.max(spot.column, 0), Math.max(columns - 1, 0)),
  };
}

/** Where a key leads; none where it is no key of movement. */
export function moved(key: string, isCommand: boolean, at: Spot, extent: Extent): Spot | null {
  const last = { row: extent.rows - 1, column: extent.columns - 1 };
  const go = (down: number, right: number) =>
    isCommand ? edge(at, down, right, extent) : { row: at.row + down, column: at.column + right };
  switch (key) {
    case "ArrowUp":
      return bounded(go(-1, 0), extent);
    case "ArrowDown":
      return bounded(go(1, 0), extent);
    case "ArrowLeft":
      return bounded(go(0, -1), extent);
    case "ArrowRight":
      return bounded(go(0, 1), extent);
    case "PageUp":
      return bounded({ ...at, row: at.row - PAGE }, extent);
    case "PageDown":
      return bounded({ ...at, row: at.row + PAGE }, extent);
    case "Home":
      return bounded({ row: isCommand ? 0 : at.row, column: 0 }, extent);
    case "End":
      return bounded({ row: isCommand ? last.row : at.row, column: last.column }, extent);
    default:
      return null;
  }
}

/** As spreadsheets jump: to the last filled cell in a row of them, else to the next filled
 * one, else to the border. */
function edge(at: Spot, down: number, right: number, extent: Extent): Spot {
  const step = (spot: Spot) => ({ row: spot.row + down, column: spot.column + right });
  const isInside = ({ row, column }: Spot) =>
    row >= 0 && row < extent.rows && column >= 0 && column < extent.columns;
  let next = step(at);
  if (!isInside(next)) return at;
  if (extent.isFilled(at) && extent.isFilled(next)) {
    while (isInside(step(next)) && extent.isFilled(step(next))) next = step(next);
    return next;
  }
  while (isInside(step(next)) && !extent.isFilled(next)) next = step(next);
  return next;
}
