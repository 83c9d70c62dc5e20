/** What of the directory is shown: filters, columns and order, and how they are kept as text. */
import type { Directory, DirectoryLine } from "../ipc/generated";
import { keptView, wordIn } from "../shared/keptView";

export const COLUMNS = [
  "sector",
  "kind",
  "status",
  "since",
  "people",
  "activities",
  "owed",
  "touch",
  "endorsed",
  "tags",
  "groups",
  "commitments",
] as const;
export type Column = (typeof COLUMNS)[number];
export type SortKey = Column | "name";

export const NEEDS = [
  "owed",
  "late",
  "not-endorsed",
  "commitment",
  "no-people",
  "no-activity",
  "no-touch",
] as const;
export type Need = (typeof NEEDS)[number];

/** Everything that can be kept under a name. */
export type View = {
  search: string;
  sector: string;
  kind: string;
  status: string;
  tag: string;
  group: string;
  need: Need | "";
  columns: Column[];
  sort: { by: SortKey; isDescending: boolean };
};

export const USUAL: View = {
  search: "",
  sector: "",
  kind: "",
  status: "",
  tag: "",
  group: "",
  need: "",
  columns: ["sector", "status", "since", "people", "activities", "owed", "touch", "endorsed"],
  sort: { by: "name", isDescending: false },
};

/** A view as it was kept; what it does not say, or says in a way nobody knows, is as usual. */
export function viewFrom(text: string): View {
  const found = keptView(text);
  if (!found) return USUAL;
  const word = (name: string) => wordIn(found, name);
  const columns = Array.isArray(found.columns)
    ? COLUMNS.filter((column) => (found.columns as unknown[]).includes(column))
    : USUAL.columns;
  const sort = found.sort as { by?: unknown; isDescending?: unknown } | undefined;
  const by = (["name", ...COLUMNS] as const).find((key) => key === sort?.by);
  return {
    search: word("search"),
    sector: word("sector"),
    kind: word("kind"),
    status: word("status"),
    tag: word("tag"),
    group: word("group"),
    need: NEEDS.find((need) => need === found.need) ?? "",
    columns,
    sort: by ? { by, isDescending: sort?.isDescending === true } : USUAL.sort,
  };
}

/** The view without filters that name something the file does not have (any more). */
export function known(view: View, { sectors, kinds, tags, groups }: Directory): View {
  const kept = (id: string, list: readonly { id: string }[]) =>
    id === "none" || list.some((entry) => entry.id === id) ? id : "";
  return {
    ...view,
    sector: kept(view.sector, sectors),
    kind: kept(view.kind, kinds),
    tag: kept(view.tag, tags),
    group: kept(view.group, groups),
  };
}

export function isFiltered(view: View): boolean {
  const { search, sector, kind, status, tag, group, need } = view;
  return [search.trim(), sector, kind, status, tag, group, need].some((one) => one !== "");
}

const folded = (text: string) =>
  text
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .toLowerCase();

/** The partners a view shows, in its order. */
export function shownBy(view: View, lines: readonly DirectoryLine[]): DirectoryLine[] {
  const wanted = folded(view.search.trim());
  const fits = (line: DirectoryLine) =>
    (wanted === "" || folded([line.name, ...line.people].join("\n")).includes(wanted)) &&
    matches(view.sector, line.sector) &&
    matches(view.kind, line.kind) &&
    (view.status === "" || line.status === view.status) &&
    (view.tag === "" || line.tags.includes(view.tag)) &&
    (view.group === "" || line.groups.includes(view.group)) &&
    (view.need === "" || needs(view.need, line));
  return sorted(lines.filter(fits), view.sort);
}

function matches(wanted: string, has: string | null): boolean {
  if (wanted === "") return true;
  return wanted === "none" ? has === null : has === wanted;
}

function needs(need: Need, line: DirectoryLine): boolean {
  switch (need) {
    case "owed":
      return line.owed > 0;
    case "late":
      return line.late > 0;
    case "not-endorsed":
      return line.endorsed === "not" || line.endorsed === "earlier";
    case "commitment":
      return line.commitments === "expired" || line.commitments === "soon";
    case "no-people":
      return line.people.length === 0;
    case "no-activity":
      return line.leads === 0 && line.takesPart === 0;
    case "no-touch":
      return line.lastTouch === "";
  }
}

const STATUSES = ["prospective", "active", "paused", "left"];
const ENDORSED = ["current", "earlier", "not", "nothing"];
const EXPIRY = ["expired", "soon", "holds"];

/** What a column is sorted by; nothing comes last either way. */
function key(line: DirectoryLine, by: SortKey): string | number | null {
  const text = (value: string) => (value === "" ? null : folded(value));
  switch (by) {
    case "name":
      return folded(line.name);
    case "sector":
      return text(line.sectorName);
    case "kind":
      return text(line.kindName);
    case "status":
      return STATUSES.indexOf(line.status);
    case "since":
      return text(line.since);
    case "people":
      return line.people.length;
    case "activities":
      return line.leads + line.takesPart;
    case "owed":
      return line.owed;
    case "touch":
      return text(line.lastTouch);
    case "endorsed":
      return ENDORSED.indexOf(line.endorsed);
    case "tags":
      return line.tags.length;
    case "groups":
      return line.groups.length;
    case "commitments":
      return line.commitments === null ? null : EXPIRY.indexOf(line.commitments);
  }
}

function sorted(lines: DirectoryLine[], { by, isDescending }: View["sort"]): DirectoryLine[] {
  const order = (one: DirectoryLine, other: DirectoryLine) => {
    const [a, b] = [key(one, by), key(other, by)];
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    const up = typeof a === "string" ? a.localeCompare(String(b)) : a - Number(b);
    return isDescending ? -up : up;
  };
  const byName = (one: DirectoryLine, other: DirectoryLine) =>
    folded(one.name).localeCompare(folded(other.name));
  return lines.sort((one, other) => order(one, other) || byName(one, other));
}
