/** Which partners a matrix shows, in what order, and what a new activity in a cell begins with. */
import type { MatrixCellView, MatrixRowView, MatrixView } from "../ipc/generated";
import type { ActivityStart } from "../shared/navigation";
import { t } from "../text/texts";

export type Filter = {
  by: string;
  scope: string;
  /** Id of a sector, `none`, or empty for all. */
  sector: string;
  text: string;
  isGrouped: boolean;
  onlyWorking: boolean;
};

export const USUAL: Filter = {
  by: "strategies",
  scope: "running",
  sector: "",
  text: "",
  isGrouped: true,
  onlyWorking: false,
};

/** A line of the grid: a partner, or the sector of those that follow. */
export type Item =
  | { kind: "group"; key: string; name: string; count: number }
  | { kind: "row"; key: string; row: MatrixRowView; cells: ReadonlyMap<number, MatrixCellView> };

/** The lines that are shown, by sector where wanted. A partner is found by its own name and by
 * those of its activities. */
export function items(data: MatrixView, filter: Filter): Item[] {
  const wanted = filter.text.trim().toLowerCase();
  const names = data.activities.map((activity) => activity.name.toLowerCase());
  const rows = data.rows.filter((row) => {
    if (filter.onlyWorking && row.cells.length === 0) return false;
    if (filter.sector === "none" ? row.sector !== null : filter.sector !== "") {
      if (row.sector !== filter.sector) return false;
    }
    return (
      wanted === "" ||
      row.name.toLowerCase().includes(wanted) ||
      row.cells.some((cell) => cell.activities.some((at) => names[at]?.includes(wanted)))
    );
  });
  const shown = (row: MatrixRowView): Item => ({
    kind: "row",
    key: row.id,
    row,
    cells: new Map(row.cells.map((cell) => [cell.column, cell])),
  });
  if (!filter.isGrouped) return rows.map(shown);
  const groups = [...data.sectors, { id: null, name: t("matrix-sector-none") }];
  return groups.flatMap(({ id, name }) => {
    const own = rows.filter((row) => row.sector === id);
    if (own.length === 0) return [];
    const head: Item = { kind: "group", key: `group ${id}`, name, count: own.length };
    return [head, ...own.map(shown)];
  });
}

/** What a new activity of a partner in a column begins with. */
export function startOf(data: MatrixView, row: MatrixRowView, column: number): ActivityStart {
  const id = data.columns[column]?.id ?? "";
  const lead = row.id;
  if (id === "") return { lead };
  if (data.by === "strategies") return { lead, strategy: id };
  if (data.by === "populations") return { lead, population: id };
  if (data.by === "places") return { lead, place: id };
  return { lead };
}

/** “leads 2 activities, takes part in 1 planned activity” */
export function cellWords(cell: MatrixCellView | undefined): string {
  const parts: string[] = [];
  if (cell && cell.leads > 0) {
    const id = cell.leadsPlanned ? "matrix-cell-leads-planned" : "matrix-cell-leads";
    parts.push(t(id, { count: cell.leads }));
  }
  if (cell && cell.takesPart > 0) {
    const id = cell.takesPartPlanned ? "matrix-cell-part-planned" : "matrix-cell-part";
    parts.push(t(id, { count: cell.takesPart }));
  }
  return parts.join(", ") || t("matrix-cell-empty");
}
