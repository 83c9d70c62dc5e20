/** The directory as a table. Only the rows in view are drawn, so that three hundred partners
 * scroll as thirty do. */
import { useVirtualizer } from "@tanstack/react-virtual";
import { ArrowDown, ArrowUp } from "lucide-react";
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from "react";
import type { Directory, DirectoryLine } from "../ipc/generated";
import { useNavigation } from "../shared/navigation";
import { t } from "../text/texts";
import { COLUMNS, type Column, type SortKey, type View } from "./directory";

const ROW = 30;
/** Widths in pixels; the name takes what is left. */
const WIDTHS: Record<Column, number> = {
  sector: 124,
  kind: 144,
  status: 84,
  since: 74,
  people: 56,
  activities: 88,
  owed: 92,
  touch: 150,
  endorsed: 96,
  tags: 160,
  groups: 160,
  commitments: 100,
};
const NUMBERS: readonly Column[] = ["people", "activities", "owed"];

export function DirectoryTable({
  directory,
  lines,
  view,
  selected,
  onSort,
  onSelect,
}: {
  directory: Directory;
  lines: DirectoryLine[];
  view: View;
  selected: ReadonlySet<string>;
  onSort: (by: SortKey) => void;
  onSelect: (ids: string[], isOn: boolean) => void;
}) {
  const { go } = useNavigation();
  const scroller = useRef<HTMLDivElement>(null);
  /** The row the keyboard is on, and whether it is to take the focus once it is drawn. */
  const [at, setAt] = useState(0);
  const wantsFocus = useRef(false);
  const rows = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 8,
    scrollPaddingStart: ROW,
    // Before it is measured, as in a test without a screen, a first screenful is drawn.
    initialRect: { width: 1000, height: 900 },
  });
  const columns = COLUMNS.filter((column) => view.columns.includes(column));
  const drawn = rows.getVirtualItems();
  const before = drawn[0]?.start ?? 0;
  const after = rows.getTotalSize() - (drawn.at(-1)?.end ?? 0);
  const isAll = lines.length > 0 && lines.every((line) => selected.has(line.id));

  useEffect(() => {
    if (!wantsFocus.current) return;
    const target = scroller.current?.querySelector<HTMLElement>(`[data-row="${at}"] .row-open`);
    if (!target) return;
    wantsFocus.current = false;
    target.focus();
  });

  function move(to: number) {
    const next = Math.min(Math.max(to, 0), lines.length - 1);
    wantsFocus.current = true;
    setAt(next);
    rows.scrollToIndex(next);
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    if (!(event.target as HTMLElement).matches(".row-open")) return;
    const line = lines[at];
    if (event.key === "ArrowDown") move(at + 1);
    else if (event.key === "ArrowUp") move(at - 1);
    else if (event.key === "PageDown") move(at + 15);
    else if (event.key === "PageUp") move(at - 15);
    else if (event.key === "Home") move(0);
    else if (event.key === "End") move(lines.length - 1);
    else if (event.key === " " && line) onSelect([line.id], !selected.has(line.id));
    else return;
    event.preventDefault();
  }

  return (
    <div className="directory" ref={scroller}>
      <table
        className="plain"
        aria-rowcount={lines.length + 1}
        style={{ minWidth: columns.reduce((sum, column) => sum + WIDTHS[column], 232) }}
        onKeyDown={onKeyDown}
      >
        <colgroup>
          <col style={{ width: 32 }} />
          <col />
          {columns.map((column) => (
            <col key={column} style={{ width: WIDTHS[column] }} />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col" className="pick">
              <input
                type="checkbox"
                aria-label={t("directory-select-all")}
                checked={isAll}
                onChange={(event) =>
                  onSelect(
                    lines.map((line) => line.id),
                    event.target.checked,
                  )
                }
              />
            </th>
            {(["name", ...columns] as SortKey[]).map((column) => (
              <Head key={column} column={column} sort={view.sort} onSort={() => onSort(column)} />
            ))}
          </tr>
        </thead>
        <tbody>
          {before > 0 && (
            <tr aria-hidden>
              <td colSpan={columns.length + 2} style={{ height: before, padding: 0 }} />
            </tr>
          )}
          {drawn.map(({ index }) => {
            const line = lines[index];
            if (!line) return null;
            const open = () => go({ screen: "partner", id: line.id });
            return (
              <tr
                key={line.id}
                className={line.status === "left" ? "row retired" : "row"}
                data-row={index}
                aria-rowindex={index + 2}
                aria-selected={selected.has(line.id)}
                onClick={open}
              >
                {/* biome-ignore lint/a11y/useKeyWithClickEvents: a click here selects and does not open. */}
                <td className="pick" onClick={(event) => event.stopPropagation()}>
                  <input
                    type="checkbox"
                    aria-label={t("directory-select", { name: line.name })}
                    checked={selected.has(line.id)}
                    onChange={(event) => onSelect([line.id], event.target.checked)}
                  />
                </td>
                <th scope="row">
                  <button
                    type="button"
                    className="signal row-open clip"
                    title={line.name}
                    onFocus={() => setAt(index)}
                  >
                    {line.name}
                  </button>
                </th>
                {columns.map((column) => (
                  <td
                    key={column}
                    className={NUMBERS.includes(column) ? "right" : "clip"}
                    title={titleOf(column, line, directory)}
                  >
                    {cell(column, line, directory)}
                  </td>
                ))}
              </tr>
            );
          })}
          {after > 0 && (
            <tr aria-hidden>
              <td colSpan={columns.length + 2} style={{ height: after, padding: 0 }} />
            </tr>
          )}
        </tbody>
      </table>
    </div>
  );
}

function Head({
  column,
  sort,
  onSort,
}: {
  column: SortKey;
  sort: View["sort"];
  onSort: () => void;
}) {
  const direction = sort.by !== column ? undefined : sort.isDescending ? "descending" : "ascending";
  const isRight = NUMBERS.includes(column as Column);
  const label = t(`directory-column-${column === "status" ? "partner-status" : column}`);
  return (
    <th scope="col" className={isRight ? "right" : ""} aria-sort={direction}>
      <button
        type="button"
        className="sort"
        title={t("sort-by", { column: label })}
        onClick={onSort}
      >
        {label}
        {direction === "ascending" && <ArrowUp size={12} aria-hidden />}
        {direction === "descending" && <ArrowDown size={12} aria-hidden />}
      </button>
    </th>
  );
}

const DASH = "–";

function names(ids: string[], list: readonly { id: string; name: string }[]): string {
  return list
    .filter((entry) => ids.includes(entry.id))
    .map((entry) => entry.name)
    .join(", ");
}

function titleOf(column: Column, line: DirectoryLine, directory: Directory): string | undefined {
  if (column === "people") return line.people.join(", ") || undefined;
  if (column === "tags") return names(line.tags, directory.tags) || undefined;
  if (column === "groups") return names(line.groups, directory.groups) || undefined;
  if (column === "sector") return line.sectorName || undefined;
  if (column === "kind") return line.kindName || undefined;
  return undefined;
}

function cell(column: Column, line: DirectoryLine, directory: Directory): ReactNode {
  switch (column) {
    case "sector":
      return line.sectorName || DASH;
    case "kind":
      return line.kindName || DASH;
    case "status":
      return (
        <span className={`partner-status ${line.status}`}>
          {t(`partner-status-${line.status}`)}
        </span>
      );
    case "since":
      return line.sinceWords || DASH;
    case "people":
      return line.people.length || DASH;
    case "activities": {
      const { leads, takesPart } = line;
      if (leads === 0) return takesPart || DASH;
      return t("activities-leading", { count: leads + takesPart, leads });
    }
    case "owed":
      if (line.late > 0) {
        const words = t("owed-late", { owed: line.owed, late: line.late });
        return <span className="status off_track">{words}</span>;
      }
      return line.owed || DASH;
    case "touch":
      return line.lastTouchWords || DASH;
    case "endorsed":
      if (line.endorsed === "nothing") return DASH;
      return (
        <span className={line.endorsed === "current" ? "" : "quiet"}>{line.endorsedWords}</span>
      );
    case "tags":
      return names(line.tags, directory.tags) || DASH;
    case "groups":
      return names(line.groups, directory.groups) || DASH;
    case "commitments":
      return line.commitments ? <Expiry word={line.commitments} /> : DASH;
  }
}

/** How a commitment stands, by glyph and word. */
export function Expiry({ word, children }: { word: string; children?: ReactNode }) {
  const status = word === "expired" ? "off_track" : word === "soon" ? "watch" : "plain";
  const glyph = word === "expired" ? "◆ " : word === "soon" ? "▲ " : "";
  return (
    <span className={`status ${status}`}>
      <span aria-hidden>{glyph}</span>
      {children ?? t(`expiry-${word}`)}
    </span>
  );
}
