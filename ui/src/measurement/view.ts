/** What of the list of measures is shown: filters and order, and how they are kept as text. */
import type { MeasureListing, MeasureRow, ResultRows } from "../ipc/generated";
import { keptView, wordIn } from "../shared/keptView";

export type Line = MeasureRow & { detail: MeasureListing; result: string | null };
export const SORTED = ["name", "latest", "change", "status", "fresh"] as const;
export type Column = (typeof SORTED)[number];
export type Sort = { by: Column; isDescending: boolean } | null;
export type Kind = "indicator" | "performance";
export const STAGES = ["developmental", "active", "retired"] as const;
export const FRESHNESS = ["current", "due", "empty", "not_expected"] as const;

/** Everything that can be kept under a name. */
export type View = {
  search: string;
  tag: string;
  status: string;
  stage: string;
  fresh: string;
  headline: boolean;
  sort: Record<Kind, Sort>;
};

export const USUAL: View = {
  search: "",
  tag: "",
  status: "",
  stage: "",
  fresh: "",
  headline: false,
  sort: { indicator: null, performance: null },
};

/** A view as it was kept; what it does not say, or says in a way nobody knows, is as usual. */
export function viewFrom(text: string): View {
  const found = keptView(text);
  if (!found) return USUAL;
  const word = (name: string) => wordIn(found, name);
  const sorts = found.sort as Record<string, { by?: unknown; isDescending?: unknown }> | undefined;
  const sort = (kind: Kind): Sort => {
    const by = SORTED.find((column) => column === sorts?.[kind]?.by);
    return by ? { by, isDescending: sorts?.[kind]?.isDescending === true } : null;
  };
  return {
    search: word("search"),
    tag: word("tag"),
    status: word("status"),
    stage: STAGES.find((stage) => stage === found.stage) ?? "",
    fresh: FRESHNESS.find((fresh) => fresh === found.fresh) ?? "",
    headline: found.headline === true,
    sort: { indicator: sort("indicator"), performance: sort("performance") },
  };
}

export function isFiltered({ search, tag, status, stage, fresh, headline }: View): boolean {
  return headline || [search.trim(), tag, status, stage, fresh].some((one) => one !== "");
}

const folded = (text: string) =>
  text
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .toLowerCase();

/** The measures a view shows, in the order they come. */
export function linesOf(groups: ResultRows[], details: MeasureListing[], view: View): Line[] {
  const byId = new Map(details.map((detail) => [detail.id, detail]));
  const wanted = folded(view.search.trim());
  const fits = ({ name, code, partner, result, detail, status, isHeadline }: Line) =>
    folded(`${name} ${code} ${partner ?? ""} ${result ?? ""}`).includes(wanted) &&
    (view.tag === "" || detail.tags.includes(view.tag)) &&
    (view.status === "" || status.word === view.status) &&
    (view.stage === "" || detail.stage === view.stage) &&
    (view.fresh === "" || detail.freshness === view.fresh) &&
    (!view.headline || isHeadline);
  return groups.flatMap((group) =>
    group.rows.flatMap((row) => {
      const detail = byId.get(row.id);
      const line = detail && { ...row, detail, result: group.result };
      return line && fits(line) ? [line] : [];
    }),
  );
}
