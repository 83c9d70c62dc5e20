/** The activities behind a cell, a column or an overlap. */
import { Plus } from "lucide-react";
import type {
  MatrixActivityView,
  MatrixOverlapView,
  MatrixRowView,
  MatrixView,
} from "../ipc/generated";
import { Button } from "../shared/controls";
import { Drawer } from "../shared/layers";
import type { ActivityStart } from "../shared/navigation";
import { t } from "../text/texts";
import { startOf } from "./matrix";

export type Shown =
  | { what: "cell"; row: MatrixRowView; column: number }
  | { what: "column"; column: number }
  | { what: "strategy"; id: string }
  | { what: "overlap"; overlap: MatrixOverlapView };

export function MatrixDrawer({
  data,
  shown,
  onClose,
  onOpen,
  onAdd,
}: {
  data: MatrixView;
  shown: Shown;
  onClose: () => void;
  onOpen: (id: string) => void;
  onAdd: (start: ActivityStart) => void;
}) {
  const { title, activities, start, whose } = contents(data, shown);
  return (
    <Drawer title={title} onClose={onClose}>
      <div className="drawer-body">
        {shown.what === "overlap" && (
          <p className="note">
            {t("matrix-why-overlaps")}{" "}
            {t("matrix-whom-where", {
              populations: shown.overlap.populations.join(", "),
              places: shown.overlap.places.join(", "),
            })}
          </p>
        )}
        {activities.length === 0 && <p className="empty">{t("matrix-row-none")}</p>}
        <ul className="plain-list matrix-activities">
          {activities.map((activity) => (
            <li key={activity.id}>
              <button
                type="button"
                className="plain-button hole"
                aria-label={t("matrix-open-activity", { name: activity.name })}
                onClick={() => onOpen(activity.id)}
              >
                <b>{activity.name}</b>
              </button>
              <p className="small">
                {whose && (
                  <b>
                    {t(activity.lead === whose ? "matrix-role-lead" : "matrix-role-part")}
                    {" · "}
                  </b>
                )}
                {activity.lead === whose && whose ? null : (
                  <>
                    {activity.leadName
                      ? t("matrix-led-by", { partner: activity.leadName })
                      : t("matrix-no-lead")}
                    {" · "}
                  </>
                )}
                {t(`activity-${activity.status}`)}
              </p>
              {(activity.populations.length > 0 || activity.places.length > 0) && (
                <p className="small quiet">
                  {[activity.populations.join(", "), activity.places.join(", ")]
                    .filter((words) => words !== "")
                    .join(" · ")}
                </p>
              )}
            </li>
          ))}
        </ul>
        {start && (
          <p>
            <Button onPress={() => onAdd(start)}>
              <Plus size={15} aria-hidden />
              {t("matrix-add-here")}
            </Button>
          </p>
        )}
      </div>
    </Drawer>
  );
}

function contents(
  data: MatrixView,
  shown: Shown,
): {
  title: string;
  activities: MatrixActivityView[];
  start?: ActivityStart;
  /** The partner whose role is told. */
  whose?: string;
} {
  const listed = (places: Iterable<number>) =>
    [...new Set(places)].flatMap((place) => data.activities[place] ?? []);
  const under = (column: number) =>
    listed(
      data.rows.flatMap((row) =>
        row.cells.filter((cell) => cell.column === column).flatMap((cell) => cell.activities),
      ),
    ).sort((one, other) => one.name.localeCompare(other.name));
  switch (shown.what) {
    case "cell": {
      // Read anew, so that a change made meanwhile is seen.
      const row = data.rows.find((one) => one.id === shown.row.id) ?? shown.row;
      const cell = row.cells.find((one) => one.column === shown.column);
      return {
        title: t("matrix-cell-title", {
          partner: row.name,
          column: data.columns[shown.column]?.name ?? "",
        }),
        activities: listed(cell?.activities ?? []),
        start: startOf(data, row, shown.column),
        whose: row.id,
      };
    }
    case "column": {
      const column = data.columns[shown.column];
      const id = column?.id ?? "";
      const start: ActivityStart | undefined =
        id === ""
          ? undefined
          : data.by === "strategies"
            ? { strategy: id }
            : data.by === "populations"
              ? { population: id }
              : data.by === "places"
                ? { place: id }
                : undefined;
      return {
        title: column?.name ?? "",
        activities: under(shown.column),
        ...(start && { start }),
      };
    }
    case "strategy": {
      const column = data.columns.findIndex((one) => one.id === shown.id);
      return {
        title: data.columns[column]?.name ?? "",
        activities: under(column),
        start: { strategy: shown.id },
      };
    }
    case "overlap": {
      const wanted = new Set(shown.overlap.activities);
      return {
        title: shown.overlap.strategy,
        activities: data.activities.filter((activity) => wanted.has(activity.id)),
      };
    }
  }
}
