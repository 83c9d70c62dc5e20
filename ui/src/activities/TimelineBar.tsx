/** One bar of the timeline, with its milestones. */
import { type KeyboardEvent, type PointerEvent, useRef } from "react";
import type { TimelineRow } from "../ipc/generated";
import { t } from "../text/texts";
import { dayOf, dayWords, type Hold, moved, type Span } from "./time";

/** Pixels at each end of a bar that take hold of that end. */
const GRIP = 7;
const SHORTEST = 8;

type Grip = { hold: Hold; fromX: number; span: Span; by: number };

export function TimelineBar({
  row,
  span,
  isDraft,
  x,
  last,
  dayWidth,
  at,
  isCursor,
  onFocus,
  onBlur,
  onKeyDown,
  onOpen,
  onDrag,
  onDrop,
}: {
  row: TimelineRow;
  span: Span;
  /** Whether it stands where it is being moved to. */
  isDraft: boolean;
  x: (day: number) => number;
  /** The last day that is shown. */
  last: number;
  dayWidth: number;
  at: number;
  isCursor: boolean;
  onFocus: () => void;
  onBlur: () => void;
  onKeyDown: (event: KeyboardEvent) => void;
  onOpen: () => void;
  onDrag: (span: Span | null) => void;
  onDrop: (span: Span) => void;
}) {
  const grip = useRef<Grip | null>(null);
  const { starts, ends } = span;
  const left = x(starts ?? ends ?? 0);
  const hasDates = starts !== null || ends !== null;
  // Without an end it goes on for as long as anything is shown.
  const right = ends === null && starts !== null ? x(last) : x((ends ?? 0) + 1);
  const width = Math.max(right - left, SHORTEST);

  function grab(event: PointerEvent<HTMLElement>) {
    if (event.button !== 0 || !hasDates) return;
    const inside = event.clientX - event.currentTarget.getBoundingClientRect().left;
    const isWide = width > 3 * GRIP;
    const atStart = isWide && inside < GRIP && starts !== null;
    const atEnd = isWide && inside > width - GRIP && ends !== null;
    const hold = atStart ? "starts" : atEnd ? "ends" : "whole";
    grip.current = { hold, fromX: event.clientX, span, by: 0 };
    event.currentTarget.setPointerCapture(event.pointerId);
  }

  function drag(event: PointerEvent) {
    const held = grip.current;
    if (!held) return;
    const by = Math.round((event.clientX - held.fromX) / dayWidth);
    if (by === held.by) return;
    held.by = by;
    onDrag(moved(held.span, held.hold, by));
  }

  function drop() {
    const held = grip.current;
    grip.current = null;
    if (!held) return;
    if (held.by === 0) onDrag(null);
    else onDrop(moved(held.span, held.hold, held.by));
  }

  function letGo(event: KeyboardEvent) {
    if (event.key === "Escape" && grip.current) {
      grip.current = null;
      onDrag(null);
      event.preventDefault();
      return;
    }
    if (event.key === "Enter") onOpen();
    else onKeyDown(event);
  }

  const words = (day: number | null) => (day === null ? t("timeline-open-end") : dayWords(day));
  const said = t("timeline-bar", {
    name: row.name,
    status: t(`activity-${row.status}`),
    starts: words(starts),
    ends: words(ends),
    dated: hasDates ? "yes" : "no",
    milestones: row.milestones
      .map(({ name, due, state }) => {
        const day = dayOf(due);
        return `${name}, ${day === null ? "" : dayWords(day)}, ${t(`milestone-${state}`)}`;
      })
      .join("; "),
    count: row.milestones.length,
  });
  return (
    <div className="timeline-track">
      <button
        type="button"
        className={`timeline-bar-one ${row.status} ${hasDates ? "" : "undated"} ${ends === null ? "open-ended" : ""}`}
        style={hasDates ? { left, width } : undefined}
        data-line={at}
        tabIndex={isCursor ? 0 : -1}
        aria-label={said}
        title={hasDates ? `${row.name}: ${words(starts)} – ${words(ends)}` : row.name}
        onFocus={onFocus}
        onBlur={onBlur}
        onKeyDown={letGo}
        onDoubleClick={onOpen}
        onPointerDown={grab}
        onPointerMove={drag}
        onPointerUp={drop}
        onPointerCancel={() => {
          grip.current = null;
          onDrag(null);
        }}
      >
        {!hasDates && t("timeline-no-dates")}
      </button>
      {row.milestones.map((milestone) => {
        const day = dayOf(milestone.due);
        return (
          day !== null && (
            <span
              key={`${milestone.due} ${milestone.name}`}
              className={`milestone ${milestone.state}`}
              style={{ left: x(day) + dayWidth / 2 }}
              title={`${milestone.name}: ${dayWords(day)}, ${t(`milestone-${milestone.state}`)}`}
            />
          )
        );
      })}
      {hasDates && (
        <span className={`timeline-note ${isDraft ? "draft" : ""}`} style={{ left: left + width }}>
          {isDraft ? `${words(starts)} – ${words(ends)}` : ends !== null && row.leadName}
        </span>
      )}
    </div>
  );
}
