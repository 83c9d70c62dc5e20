/** Which activities the list shows, and in what order. */
import type { Activity, StandingLine } from "../ipc/generated";

export const NEEDS = ["stale", "plan", "off", "risk"] as const;
export type Need = (typeof NEEDS)[number];
export type SortKey = "name" | "strategy" | "lead" | "status" | "dates" | "heard" | "milestones";

/** An activity with how it stands. */
export type Line = { activity: Activity; standing: StandingLine | undefined };

export type ListView = {
  search: string;
  status: string;
  strategy: string;
  lead: string;
  need: Need | "";
  sort: { by: SortKey; isDescending: boolean };
};

export const USUAL: ListView = {
  search: "",
  status: "",
  strategy: "",
  lead: "",
  need: "",
  sort: { by: "name", isDescending: false },
};

export function isFiltered({ search, status, strategy, lead, need }: ListView): boolean {
  return [search.trim(), status, strategy, lead, need].some((one) => one !== "");
}

/** The view without filters that name something no activity has (any more). */
export function known(view: ListView, activities: readonly Activity[]): ListView {
  const kept = (id: string, has: (activity: Activity) => string | null) =>
    id === "none" || activities.some((activity) => has(activity) === id) ? id : "";
  return {
    ...view,
    strategy: kept(view.strategy, (activity) => activity.form.strategy),
    lead: kept(view.lead, (activity) => activity.form.lead),
  };
}

const folded = (text: string) =>
  text
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .toLowerCase();

/** The lines a view shows, in its order. */
export function shownBy(view: ListView, lines: readonly Line[]): Line[] {
  const wanted = folded(view.search.trim());
  const fits = ({ activity, standing }: Line) =>
    (wanted === "" ||
      folded(
        [activity.form.name, activity.leadName ?? "", ...activity.partnerNames].join("\n"),
      ).includes(wanted)) &&
    (view.status === "" || activity.form.status === view.status) &&
    matches(view.strategy, activity.form.strategy) &&
    matches(view.lead, activity.form.lead) &&
    (view.need === "" || needs(view.need, standing));
  return sorted(lines.filter(fits), view.sort);
}

function matches(wanted: string, has: string | null): boolean {
  if (wanted === "") return true;
  return wanted === "none" ? has === null : has === wanted;
}

function needs(need: Need, standing: StandingLine | undefined): boolean {
  if (!standing) return false;
  switch (need) {
    case "stale":
      return standing.isStale;
    case "plan":
      return standing.warnings.length > 0;
    case "off":
      return standing.course === "at_risk" || standing.course === "off_course";
    case "risk":
      return standing.worstRisk === "high";
  }
}

const STATUSES = ["active", "planned", "done", "stopped"];
/** What was never heard of comes before what was heard of long ago. */
const NEVER = Number.POSITIVE_INFINITY;

/** What a column is sorted by; nothing comes last either way. */
function key({ activity, standing }: Line, by: SortKey): string | number | null {
  const text = (value: string | null) => (value ? folded(value) : null);
  switch (by) {
    case "name":
      return folded(activity.form.name);
    case "strategy":
      return text(activity.strategyName);
    case "lead":
      return text(activity.leadName);
    case "status":
      return STATUSES.indexOf(activity.form.status);
    case "dates":
      return text(activity.form.starts || activity.form.ends);
    case "heard":
      if (!standing || standing.heard === "not_awaited") return null;
      return standing.days ?? NEVER;
    case "milestones":
      return standing && standing.milestones > 0 ? standing.milestones : null;
  }
}

function sorted(lines: Line[], { by, isDescending }: ListView["sort"]): Line[] {
  const order = (one: Line, other: Line) => {
    const [a, b] = [key(one, by), key(other, by)];
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    // Two that were never heard of are alike; their difference would be no number.
    const up = a === b ? 0 : typeof a === "string" ? a.localeCompare(String(b)) : a - Number(b);
    return isDescending ? -up : up;
  };
  const byName = (one: Line, other: Line) =>
    folded(one.activity.form.name).localeCompare(folded(other.activity.form.name));
  return lines.sort((one, other) => order(one, other) || byName(one, other));
}
