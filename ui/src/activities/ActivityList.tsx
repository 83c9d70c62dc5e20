/** Activities as a table that is filtered and sorted. Only the rows in view are drawn. */
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useMemo, useState } from "react";
import type { Activity } from "../ipc/generated";
import { activityStandings } from "../ipc/queries";
import { Button } from "../shared/controls";
import { Filter } from "../shared/Filter";
import { useNavigation } from "../shared/navigation";
import { directionOf, SortHead } from "../shared/SortHead";
import { Empty } from "../shared/states";
import { isOnRow, useRows } from "../shared/useRows";
import { t } from "../text/texts";
import {
  isFiltered,
  known,
  type Line,
  type ListView,
  NEEDS,
  type SortKey,
  shownBy,
  USUAL,
} from "./list";
import { Course, Heard } from "./marks";

const ROW = 46;
const COLUMNS: readonly { by: SortKey; label: string; width: number }[] = [
  { by: "strategy", label: "strategy", width: 190 },
  { by: "lead", label: "activity-lead", width: 196 },
  { by: "status", label: "activity-status", width: 86 },
  { by: "milestones", label: "milestones", width: 116 },
  { by: "heard", label: "activities-heard", width: 124 },
];

/** The view as it was left, for coming back from the page of an activity. */
let left: ListView = USUAL;

export function ActivityList({
  activities,
  children,
}: {
  activities: readonly Activity[];
  /** A further filter, which has been applied already. */
  children?: ReactNode;
}) {
  const standings = useQuery(activityStandings()).data;
  const [chosen, setChosen] = useState(left);
  const view = useMemo(() => known(chosen, activities), [chosen, activities]);
  const lines = useMemo(() => {
    const byId = new Map((standings ?? []).map((standing) => [standing.activity, standing]));
    const all = activities.map((activity) => ({ activity, standing: byId.get(activity.id) }));
    return shownBy(view, all);
  }, [view, activities, standings]);
  function change(next: ListView) {
    left = next;
    setChosen(next);
  }
  function sort(by: SortKey) {
    const isDescending = view.sort.by === by && !view.sort.isDescending;
    change({ ...view, sort: { by, isDescending } });
  }
  return (
    <div className="activity-list">
      <Filters activities={activities} view={view} shown={lines.length} onChange={change}>
        {children}
      </Filters>
      {lines.length === 0 && isFiltered(view) ? (
        <Empty words={t("activities-none")}>
          <Button onPress={() => change({ ...USUAL, sort: view.sort })}>
            {t("activities-clear")}
          </Button>
        </Empty>
      ) : (
        <Table lines={lines} view={view} onSort={sort} />
      )}
    </div>
  );
}

function Filters({
  activities,
  view,
  shown,
  onChange,
  children,
}: {
  activities: readonly Activity[];
  view: ListView;
  shown: number;
  onChange: (view: ListView) => void;
  children: ReactNode;
}) {
  const set = (part: Partial<ListView>) => onChange({ ...view, ...part });
  const named = (id: (one: Activity) => string | null, name: (one: Activity) => string | null) => {
    const found = new Map<string, string>();
    for (const one of activities) {
      const key = id(one);
      if (key) found.set(key, name(one) ?? "");
    }
    const listed = [...found].map(([value, label]) => ({ value, label }));
    listed.sort((one, other) => one.label.localeCompare(other.label));
    return [...listed, { value: "none", label: t("none-yet") }];
  };
  return (
    <div className="filters">
      <input
        className="input"
        style={{ width: 200 }}
        type="search"
        aria-label={t("activities-search")}
        placeholder={t("activities-search")}
        value={view.search}
        onChange={(event) => set({ search: event.target.value })}
      />
      <Filter
        label={t("strategy")}
        any={t("activities-any-strategy")}
        value={view.strategy}
        options={named(
          (one) => one.form.strategy,
          (one) => one.strategyName,
        )}
        onChange={(strategy) => set({ strategy })}
      />
      <Filter
        label={t("activity-lead")}
        any={t("activities-any-lead")}
        value={view.lead}
        options={named(
          (one) => one.form.lead,
          (one) => one.leadName,
        )}
        onChange={(lead) => set({ lead })}
      />
      <Filter
        label={t("activity-status")}
        any={t("activities-any-status")}
        value={view.status}
        options={["planned", "active", "done", "stopped"].map((value) => ({
          value,
          label: t(`activity-${value}`),
        }))}
        onChange={(status) => set({ status })}
      />
      <Filter
        label={t("activities-need")}
        any={t("activities-need")}
        value={view.need}
        options={NEEDS.map((value) => ({ value, label: t(`activities-need-${value}`) }))}
        onChange={(need) => set({ need: need as ListView["need"] })}
      />
      {children}
      {isFiltered(view) && (
        <Button kind="ghost" onPress={() => onChange({ ...USUAL, sort: view.sort })}>
          {t("activities-clear")}
        </Button>
      )}
      <div className="filters-end">
        <span className="quiet small" role="status">
          {t("activities-count", { shown, all: activities.length })}
        </span>
      </div>
    </div>
  );
}

function Table({
  lines,
  view,
  onSort,
}: {
  lines: Line[];
  view: ListView;
  onSort: (by: SortKey) => void;
}) {
  const { go } = useNavigation();
  const rows = useRows({ count: lines.length, height: ROW, page: 10 });
  const { before, after } = rows;

  return (
    <div className="directory" ref={rows.scroller}>
      <table
        className="plain activity-rows"
        aria-rowcount={lines.length + 1}
        style={{ minWidth: COLUMNS.reduce((sum, column) => sum + column.width, 220) }}
        onKeyDown={(event) => isOnRow(event) && rows.follow(event)}
      >
        <colgroup>
          <col />
          {COLUMNS.map((column) => (
            <col key={column.by} style={{ width: column.width }} />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            {[{ by: "name" as const, label: "activity" }, ...COLUMNS].map(({ by, label }) => (
              <SortHead
                key={by}
                label={t(label)}
                direction={directionOf(view.sort, by)}
                onSort={() => onSort(by)}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {before > 0 && (
            <tr aria-hidden>
              <td colSpan={COLUMNS.length + 1} style={{ height: before, padding: 0 }} />
            </tr>
          )}
          {rows.drawn.map((index) => {
            const line = lines[index];
            if (!line) return null;
            return (
              <Row
                key={line.activity.id}
                line={line}
                index={index}
                onFocus={() => rows.setAt(index)}
                onOpen={() => go({ screen: "activity", id: line.activity.id })}
              />
            );
          })}
          {after > 0 && (
            <tr aria-hidden>
              <td colSpan={COLUMNS.length + 1} style={{ height: after, padding: 0 }} />
            </tr>
          )}
        </tbody>
      </table>
    </div>
  );
}

function Row({
  line: { activity, standing },
  index,
  onFocus,
  onOpen,
}: {
  line: Line;
  index: number;
  onFocus: () => void;
  onOpen: () => void;
}) {
  const missing = <span className="status watch">{t("none-yet")}</span>;
  return (
    <tr className="row" data-row={index} aria-rowindex={index + 2} onClick={onOpen}>
      <th scope="row">
        <button
          type="button"
          className="signal row-open clip"
          title={activity.form.name}
          onFocus={onFocus}
        >
          {activity.form.name}
        </button>
        <span className="quiet small clip block">{activity.span || t("activity-undated")}</span>
      </th>
      <td className="clip" title={activity.strategyName ?? undefined}>
        {activity.strategyName ?? missing}
      </td>
      <td className="clip" title={[activity.leadName, ...activity.partnerNames].join(", ")}>
        {activity.leadName ?? missing}
        {activity.partnerNames.length > 0 && (
          <span className="quiet small clip block">
            {t("activities-and-others", { count: activity.partnerNames.length })}
          </span>
        )}
      </td>
      <td>{t(`activity-${activity.form.status}`)}</td>
      <td className="clip" title={standing?.nextWords || undefined}>
        {standing && standing.milestones > 0
          ? t("activities-milestones", {
              done: standing.milestonesDone,
              all: standing.milestones,
            })
          : "–"}
        {standing && standing.warnings.length > 0 && (
          <span className="status watch small clip block" title={standing.warnings.join(" ")}>
            {t("activity-plan")}
          </span>
        )}
      </td>
      <td className="clip">
        {standing && <Heard standing={standing} />}
        {standing && standing.course !== "" && standing.heard !== "not_awaited" && (
          <span className="small clip block">
            <Course word={standing.course} />
          </span>
        )}
      </td>
    </tr>
  );
}
