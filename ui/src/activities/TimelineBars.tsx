/** The drawn timeline. Only the rows in view are drawn, so that two thousand activities scroll
 * as twenty do. */
import { useVirtualizer } from "@tanstack/react-virtual";
import {
  type CSSProperties,
  type KeyboardEvent,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import type { Timeline, TimelineLink } from "../ipc/generated";
import { t } from "../text/texts";
import { TimelineBar } from "./TimelineBar";
import {
  DAY_WIDTH,
  dayOf,
  dayWords,
  type Hold,
  moved,
  type Span,
  STEP,
  scale,
  type Tick,
  type Zoom,
} from "./time";
import type { Line } from "./timelineLines";

/** Sizes in pixels; in the style sheet they stand as custom properties set here. */
const ROW = 30;
const NAMES = 248;
const HEAD = 46;
/** Days of room before the first and after the last. */
const MARGIN = 20;
/** How long keys may pause before what they moved is kept. */
const PAUSE_MS = 700;

type Draft = { id: string; span: Span };

export function TimelineBars({
  data,
  lines,
  zoom,
  onZoom,
  onOpen,
  onMove,
}: {
  data: Timeline;
  lines: Line[];
  zoom: Zoom;
  onZoom: (by: number) => void;
  onOpen: (id: string) => void;
  onMove: (id: string, span: Span) => void;
}) {
  const scroller = useRef<HTMLDivElement>(null);
  const [draft, setDraft] = useState<Draft | null>(null);
  const pending = useRef<{ draft: Draft; timer: number } | null>(null);
  const [cursor, setCursor] = useState(() => lines.findIndex((line) => line.kind === "row"));
  const wantsFocus = useRef(false);
  const today = dayOf(data.today) ?? 0;
  const first = (dayOf(data.first) ?? today) - MARGIN;
  const last = (dayOf(data.last) ?? today) + 4 * MARGIN;
  const width = DAY_WIDTH[zoom];
  const x = (day: number) => (day - first) * width;
  const total = Math.round((last - first) * width);
  const { upper, lower } = useMemo(() => scale(first, last, zoom), [first, last, zoom]);

  const rows = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 8,
    scrollPaddingStart: HEAD,
    initialRect: { width: 1000, height: 700 },
  });

  // Today stands at a third of the width to begin with.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each scale.
  useEffect(() => {
    const element = scroller.current;
    if (element) element.scrollLeft = x(today) - (element.clientWidth - NAMES) / 3;
  }, []);

  useEffect(() => {
    if (!wantsFocus.current) return;
    wantsFocus.current = false;
    scroller.current?.querySelector<HTMLElement>(`[data-line="${cursor}"]`)?.focus();
  });

  // What has come back from the core stands where the draft stood.
  // biome-ignore lint/correctness/useExhaustiveDependencies: new data ends a draft.
  useEffect(() => setDraft(null), [data]);

  const keep = () => {
    const waiting = pending.current;
    if (!waiting) return;
    window.clearTimeout(waiting.timer);
    pending.current = null;
    onMove(waiting.draft.id, waiting.draft.span);
  };
  const last_keep = useRef(keep);
  last_keep.current = keep;
  useEffect(() => () => last_keep.current(), []);

  const spanOf = (line: Line | undefined): Draft | null => {
    if (line?.kind !== "row") return null;
    const { id, starts, ends } = line.row;
    if (draft?.id === id) return draft;
    return { id, span: { starts: dayOf(starts), ends: dayOf(ends) } };
  };

  function moveByKey(line: Line | undefined, hold: Hold, by: number) {
    const now = spanOf(line);
    if (!now || (now.span.starts === null && now.span.ends === null)) return;
    if (pending.current) window.clearTimeout(pending.current.timer);
    const next = { id: now.id, span: moved(now.span, hold, by) };
    pending.current = {
      draft: next,
      timer: window.setTimeout(() => last_keep.current(), PAUSE_MS),
    };
    setDraft(next);
  }

  function go(to: number, step: number) {
    let at = to;
    while (lines[at]?.kind === "group") at += step;
    if (lines[at] === undefined) return;
    keep();
    setCursor(at);
    wantsFocus.current = true;
    rows.scrollToIndex(at);
  }

  function onKeyDown(event: KeyboardEvent, line: Line, at: number) {
    const forward = event.key === "ArrowRight";
    if (forward || event.key === "ArrowLeft") {
      const hold: Hold = event.shiftKey ? (event.altKey ? "starts" : "ends") : "whole";
      if (event.altKey || event.shiftKey) {
        moveByKey(line, hold, forward ? STEP[zoom] : -STEP[zoom]);
      } else {
        scroller.current?.scrollBy({ left: forward ? 120 : -120 });
      }
    } else if (event.key === "ArrowDown") go(at + 1, 1);
    else if (event.key === "ArrowUp") go(at - 1, -1);
    else if (event.key === "Home") go(0, 1);
    else if (event.key === "End") go(lines.length - 1, -1);
    else if (event.key === "PageDown") go(Math.min(at + 15, lines.length - 1), 1);
    else if (event.key === "PageUp") go(Math.max(at - 15, 0), at > 15 ? -1 : 1);
    else if (event.key === "+" || event.key === "=") onZoom(1);
    else if (event.key === "-") onZoom(-1);
    else if (event.key === "Escape" && pending.current) {
      window.clearTimeout(pending.current.timer);
      pending.current = null;
      setDraft(null);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  const drawn = rows.getVirtualItems();
  const sizes = {
    "--names": `${NAMES}px`,
    "--row": `${ROW}px`,
    "--head": `${HEAD}px`,
    width: NAMES + total,
    height: HEAD + rows.getTotalSize(),
  } as CSSProperties;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard.
    <section ref={scroller} className="timeline" aria-label={t("timeline")} tabIndex={0}>
      <div className="timeline-sheet" style={sizes}>
        <div className="timeline-head">
          <div className="timeline-corner">{t("activity")}</div>
          <Ticks ticks={upper} x={x} width={width} className="upper" />
          <Ticks ticks={lower} x={x} width={width} className={upper.length ? "lower" : "alone"} />
          <span className="today-word" style={{ left: NAMES + x(today) }}>
            {t("today")}
          </span>
        </div>
        <div className="timeline-field" aria-hidden>
          {(zoom === "weeks" ? upper : lower).map((tick) => (
            <span key={tick.day} className="timeline-line" style={{ left: x(tick.day) }} />
          ))}
          <span className="timeline-today" style={{ left: x(today) }} />
        </div>
        <Links
          links={data.links}
          lines={lines}
          from={drawn[0]?.index ?? 0}
          to={drawn.at(-1)?.index ?? 0}
          x={x}
          width={total}
        />
        {drawn.map(({ index, start }) => {
          const line = lines[index];
          const style = { transform: `translateY(${HEAD + start}px)` };
          if (!line) return null;
          if (line.kind === "group")
            return (
              <div key={line.key} className="timeline-row group" style={style}>
                <div className="timeline-name">
                  <b>{line.name}</b> <span className="quiet small">{line.count}</span>
                </div>
              </div>
            );
          const span = spanOf(line)?.span ?? { starts: null, ends: null };
          return (
            <div key={line.key} className="timeline-row" style={style}>
              <div className="timeline-name">
                <button type="button" className="signal" onClick={() => onOpen(line.row.id)}>
                  {line.row.name}
                </button>
              </div>
              <TimelineBar
                row={line.row}
                span={span}
                isDraft={draft?.id === line.row.id}
                x={x}
                last={last}
                dayWidth={width}
                at={index}
                isCursor={index === cursor}
                onFocus={() => setCursor(index)}
                onBlur={keep}
                onKeyDown={(event) => onKeyDown(event, line, index)}
                onOpen={() => onOpen(line.row.id)}
                onDrag={(next) => setDraft(next && { id: line.row.id, span: next })}
                onDrop={(next) => onMove(line.row.id, next)}
              />
            </div>
          );
        })}
      </div>
      <span className="hidden" aria-live="polite">
        {draft && spanWords(draft.span)}
      </span>
    </section>
  );
}

export function spanWords({ starts, ends }: Span): string {
  const words = (day: number | null) => (day === null ? "…" : dayWords(day));
  return `${words(starts)} – ${words(ends)}`;
}

function Ticks({
  ticks,
  x,
  width,
  className,
}: {
  ticks: Tick[];
  x: (day: number) => number;
  width: number;
  className: string;
}) {
  return ticks.map((tick) => (
    <span
      key={tick.day}
      className={`timeline-tick ${className}`}
      style={{ left: NAMES + x(tick.day), width: tick.days * width }}
    >
      <span>{tick.label}</span>
    </span>
  ));
}

/** What waits for what, as far as it touches the rows in view. */
function Links({
  links,
  lines,
  from,
  to,
  x,
  width,
}: {
  links: TimelineLink[];
  lines: Line[];
  from: number;
  to: number;
  x: (day: number) => number;
  width: number;
}) {
  const places = useMemo(
    () => new Map(lines.map((line, at) => [line.key, { line, at }] as const)),
    [lines],
  );
  const drawn = links.flatMap((link) => {
    const one = places.get(link.from);
    const other = places.get(link.to);
    if (one?.line.kind !== "row" || other?.line.kind !== "row") return [];
    const [top, bottom] = one.at < other.at ? [one.at, other.at] : [other.at, one.at];
    const leaves = dayOf(one.line.row.ends) ?? dayOf(one.line.row.starts);
    const arrives = dayOf(other.line.row.starts) ?? dayOf(other.line.row.ends);
    if (bottom < from || top > to || leaves === null || arrives === null) return [];
    const [x1, y1] = [x(leaves + 1), one.at * ROW + ROW / 2];
    const [x2, y2] = [x(arrives), other.at * ROW + ROW / 2];
    const turn = Math.max(x1 + 8, Math.min(x2 - 10, x1 + 8));
    const middle = y1 + Math.sign(y2 - y1) * (ROW / 2);
    const path =
      x2 - 10 >= x1 + 8
        ? `M${x1} ${y1}H${turn}V${y2}H${x2 - 2}`
        : `M${x1} ${y1}H${x1 + 8}V${middle}H${x2 - 10}V${y2}H${x2 - 2}`;
    // What is fed while it runs is reached from above or below, on the day it is fed.
    const ends = dayOf(other.line.row.ends);
    const isRunning = link.kind === "feeds" && arrives <= leaves && (ends ?? leaves) >= leaves;
    if (isRunning) {
      const [tip, side] = [y2 - Math.sign(y2 - y1) * 10, Math.sign(y2 - y1) * -6];
      const head = `M${x1 + 4} ${tip + side}L${x1 + 8} ${tip}L${x1 + 12} ${tip + side}Z`;
      return [{ ...link, path: `M${x1} ${y1}H${x1 + 8}V${tip}`, head }];
    }
    const head = `M${x2 - 7} ${y2 - 4}L${x2 - 1} ${y2}L${x2 - 7} ${y2 + 4}Z`;
    return [{ ...link, path, head }];
  });
  return (
    <svg
      className="timeline-links"
      width={width}
      height={lines.length * ROW}
      style={{ left: NAMES, top: HEAD }}
      aria-hidden
    >
      {drawn.map(({ from: one, to: other, kind, isTooEarly, path, head }) => (
        <g key={`${one} ${other} ${kind}`} className={`${kind} ${isTooEarly ? "early" : ""}`}>
          <path d={path} />
          <path className="arrow" d={head} />
        </g>
      ))}
    </svg>
  );
}
