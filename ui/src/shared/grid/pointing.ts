/** What the pointer is on. */
import type { Spot } from "./moves";

/** The cell, column or row the pointer is on. */
export function pointed(event: { target: EventTarget }): Partial<Spot> | null {
  const target = (event.target as HTMLElement).closest<HTMLElement>(
    "[data-spot], [data-column], [data-row]",
  );
  if (!target) return null;
  const { spot, column, row } = target.dataset;
  if (spot === undefined) {
    return column === undefined ? { row: Number(row) } : { column: Number(column) };
  }
  const [down = 0, right = 0] = spot.split("-").map(Number);
  return { row: down, column: right };
}
