/** One of the two lists of measures: filtered, sorted, and with rows to select. */
import { ChartLine, ClipboardList } from "lucide-react";
import type { KeyboardEvent } from "react";
import { Sparkline } from "../shared/figure/FigureView";
import { useNavigation } from "../shared/navigation";
import { directionOf, SortHead } from "../shared/SortHead";
import { StatusMark } from "../shared/StatusMark";
import { t } from "../text/texts";
import { type Column, type Kind, type Line, SORTED, type Sort } from "./view";

const COLUMNS: { key: Column | "way" | "target" | "path"; isRight?: boolean; label: string }[] = [
  { key: "name", label: "measure" },
  { key: "way", label: "column-way" },
  { key: "latest", label: "column-latest", isRight: true },
  { key: "change", label: "column-change", isRight: true },
  { key: "target", label: "column-target", isRight: true },
  { key: "status", label: "column-status" },
  { key: "fresh", label: "column-fresh" },
];

export function MeasureRows({
  kind,
  lines,
  tags,
  sort,
  onSort,
  selected,
  onSelect,
}: {
  kind: Kind;
  lines: Line[];
  /** Names of tags by their ids. */
  tags: ReadonlyMap<string, string>;
  sort: Sort;
  onSort: (sort: Sort) => void;
  selected: ReadonlySet<string>;
  onSelect: (selected: ReadonlySet<string>) => void;
}) {
  const title = t(kind === "indicator" ? "indicators" : "performance-measures");
  const Icon = kind === "indicator" ? ChartLine : ClipboardList;
  const isAll = lines.length > 0 && lines.every((line) => selected.has(line.id));

  function toggle(ids: string[], isOn: boolean) {
    const next = new Set(selected);
    for (const id of ids) {
      if (isOn) next.add(id);
      else next.delete(id);
    }
    onSelect(next);
  }

  return (
    <section className={`section kind-${kind}`} aria-label={title}>
      <div className="section-head kind-head">
        <h2>
          <Icon className="icon" size={17} aria-hidden /> {title}
        </h2>
        <span className="quiet small">
          {t(kind === "indicator" ? "indicators-about" : "performance-about")}
        </span>
      </div>
      {lines.length === 0 ? (
        <p className="empty">{t("filter-none")}</p>
      ) : (
        <table className="plain measures" onKeyDown={onArrow}>
          <thead>
            <tr>
              <th scope="col" className="pick">
                <input
                  type="checkbox"
                  aria-label={t("measures-select-all")}
                  checked={isAll}
                  onChange={(event) =>
                    toggle(
                      lines.map((line) => line.id),
                      event.target.checked,
                    )
                  }
                />
              </th>
              {COLUMNS.map((column) =>
                isSorted(column.key) ? (
                  <SortHead
                    key={column.key}
                    label={t(column.label)}
                    direction={directionOf<string>(sort, column.key)}
                    isRight={column.isRight ?? false}
                    onSort={() => onSort(nextSort(sort, column.key as Column))}
                  />
                ) : (
                  <th key={column.key} scope="col" className={column.isRight ? "right" : ""}>
                    {t(column.label)}
                  </th>
                ),
              )}
            </tr>
          </thead>
          {sort ? (
            <tbody>
              {sorted(lines, sort).map((line) => (
                <Row
                  key={line.id}
                  line={line}
                  tags={tags}
                  isSelected={selected.has(line.id)}
                  toggle={toggle}
                />
              ))}
            </tbody>
          ) : (
            byResult(lines).map(([result, own]) => (
              <tbody key={result ?? ""}>
                <tr className="group">
                  <th colSpan={COLUMNS.length + 1} scope="colgroup">
                    {result ?? t("no-result")}
                  </th>
                </tr>
                {own.map((line) => (
                  <Row
                    key={line.id}
                    line={line}
                    tags={tags}
                    isSelected={selected.has(line.id)}
                    toggle={toggle}
                  />
                ))}
              </tbody>
            ))
          )}
        </table>
      )}
    </section>
  );
}

function Row({
  line,
  tags,
  isSelected,
  toggle,
}: {
  line: Line;
  tags: ReadonlyMap<string, string>;
  isSelected: boolean;
  toggle: (ids: string[], isOn: boolean) => void;
}) {
  const { go } = useNavigation();
  const open = () => go({ screen: "measure", id: line.id });
  const { stage, freshness, freshnessWords } = line.detail;
  return (
    <tr
      className={stage === "retired" ? "row retired" : "row"}
      onClick={open}
      title={line.status.because}
    >
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: a click here selects and does not open. */}
      <td className="pick" onClick={(event) => event.stopPropagation()}>
        <input
          type="checkbox"
          aria-label={t("measures-select", { name: line.name })}
          checked={isSelected}
          onChange={(event) => toggle([line.id], event.target.checked)}
        />
      </td>
      <th scope="row">
        <button type="button" className="signal row-open">
          {line.name}
        </button>
        <span className="quiet small">
          {[
            line.polarity === "lower" ? t("lower-is-better") : "",
            line.partner ?? "",
            line.isHeadline ? t("headline-mark") : "",
            stage === "active" ? "" : t(`measure-status-${stage}`),
          ]
            .filter(Boolean)
            .join(" · ")}
        </span>
        {line.detail.tags.map((id) => (
          <span key={id} className="tag-word in-row">
            {tags.get(id)}
          </span>
        ))}
      </th>
      <td>
        <Sparkline scene={line.sparkline} />
      </td>
      <td className="right">
        <b>{line.latest}</b>
        {line.isProvisional && <sup title={t("state-provisional")}> p</sup>}
        {line.latestPeriod && <span className="quiet small"> {line.latestPeriod}</span>}
      </td>
      <td className="right">{line.change ?? "–"}</td>
      <td className="right">{line.target ?? "–"}</td>
      <td>
        <StatusMark word={line.status.word} />
      </td>
      <td className={`fresh-${freshness}`}>{freshnessWords}</td>
    </tr>
  );
}

/** Arrow keys go from row to row, as in a list; Enter opens the row. */
function onArrow(event: KeyboardEvent<HTMLTableElement>) {
  const by = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>(".row-open")];
  const row = (event.target as HTMLElement).closest("tr");
  const next = rows[rows.findIndex((button) => row?.contains(button)) + by];
  if (by === 0 || !row?.querySelector(".row-open") || !next) return;
  event.preventDefault();
  next.focus();
}

function isSorted(key: string): boolean {
  return SORTED.some((column) => column === key);
}

function byResult(lines: Line[]): [string | null, Line[]][] {
  const found = new Map<string | null, Line[]>();
  for (const line of lines) found.set(line.result, [...(found.get(line.result) ?? []), line]);
  return [...found];
}

/** Up, down, and back to the order by results. */
function nextSort(sort: Sort, by: Column): Sort {
  if (sort?.by !== by) return { by, isDescending: false };
  return sort.isDescending ? null : { by, isDescending: true };
}

/** Rows without a figure come last either way. */
function sorted(lines: Line[], { by, isDescending }: NonNullable<Sort>): Line[] {
  const key = ({ name, detail }: Line): string | number | null =>
    ({
      name: name.toLowerCase(),
      latest: detail.latest,
      change: detail.change,
      status: detail.worry,
      fresh: detail.behind,
    })[by];
  return [...lines].sort((one, other) => {
    const [a, b] = [key(one), key(other)];
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    const order =
      typeof a === "string"
        ? a.localeCompare(String(b))
        : a < Number(b)
          ? -1
          : Number(a > Number(b));
    return isDescending ? -order : order;
  });
}
