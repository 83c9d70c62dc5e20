/** The directory as a table. Only the rows in view are drawn, so that three hundred partners
 * scroll as thirty do. */
import type { KeyboardEvent, ReactNode } from "react";
import type { Directory, DirectoryLine } from "../ipc/generated";
import { useNavigation } from "../shared/navigation";
import { directionOf, SortHead } from "../shared/SortHead";
import { isOnRow, useRows } from "../shared/useRows";
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
  const rows = useRows({ count: lines.length, height: ROW, page: 15 });
  const columns = COLUMNS.filter((column) => view.columns.includes(column));
  const { before, after } = rows;
  const isAll = lines.length > 0 && lines.every((line) => selected.has(line.id));

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    if (!isOnRow(event) || rows.follow(event)) return;
    const line = lines[rows.at];
    if (event.key !== " " || !line) return;
    onSelect([line.id], !selected.has(line.id));
    event.preventDefault();
  }

  return (
    <div className="directory" ref={rows.scroller}>
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
              <SortHead
                key={column}
                label={t(`directory-column-${column === "status" ? "partner-status" : column}`)}
                direction={directionOf(view.sort, column)}
                isRight={NUMBERS.includes(column as Column)}
                onSort={() => onSort(column)}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {before > 0 && (
            <tr aria-hidden>
              <td colSpan={columns.length + 2} style={{ height: before, padding: 0 }} />
            </tr>
          )}
          {rows.drawn.map((index) => {
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
                    onFocus={() => rows.setAt(index)}
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
