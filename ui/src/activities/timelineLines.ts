/** What stands below what on the timeline. */
import type { Timeline, TimelineRow } from "../ipc/generated";
import { t } from "../text/texts";

export const GROUPINGS = ["strategy", "lead", "status"] as const;
export type Grouping = (typeof GROUPINGS)[number];

export type Line =
  | { kind: "group"; key: string; name: string; count: number }
  | { kind: "row"; key: string; row: TimelineRow };

const STATUSES = ["active", "planned", "done", "stopped"];

/** Groups with their activities below them; groups without any are left out. */
export function lines(data: Timeline, grouping: Grouping, text: string): Line[] {
  const wanted = text.trim().toLocaleLowerCase();
  const groups = new Map<string, { name: string; rows: TimelineRow[] }>();
  const named =
    grouping === "status"
      ? STATUSES.map((id) => ({ id, name: t(`activity-${id}`) }))
      : grouping === "lead"
        ? data.leads
        : data.strategies;
  for (const { id, name } of named) groups.set(id, { name, rows: [] });
  const none = { name: t(`timeline-without-${grouping}`), rows: [] as TimelineRow[] };
  for (const row of data.rows) {
    const says = `${row.name} ${row.leadName}`.toLocaleLowerCase();
    if (wanted && !says.includes(wanted)) continue;
    (groups.get(row[grouping]) ?? none).rows.push(row);
  }
  groups.set("", none);
  return [...groups].flatMap(([id, { name, rows }]): Line[] =>
    rows.length === 0
      ? []
      : [
          { kind: "group", key: `group ${id}`, name, count: rows.length },
          ...rows.map((row): Line => ({ kind: "row", key: row.id, row })),
        ],
  );
}
