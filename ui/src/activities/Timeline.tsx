/** Activities over time: bars that are moved by dragging or by keys, milestones, what waits for
 * what, and today. */
import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { call } from "../ipc/client";
import type { Timeline as Data } from "../ipc/generated";
import { timeline } from "../ipc/queries";
import { Segmented } from "../shared/controls";
import { Empty, errorWords, Loaded } from "../shared/states";
import { useToast, wayBack } from "../shared/toasts";
import { t } from "../text/texts";
import { TimelineBars } from "./TimelineBars";
import { dayWords, isoOf, type Span, ZOOMS, type Zoom } from "./time";
import { GROUPINGS, type Grouping, lines } from "./timelineLines";

type View = { zoom: Zoom; grouping: Grouping; text: string };

/** The view as it was left, for coming back from elsewhere. */
let left: View = { zoom: "quarters", grouping: "strategy", text: "" };

export function Timeline({ onOpen }: { onOpen: (id: string) => void }) {
  const query = useQuery(timeline());
  return (
    <Loaded query={query}>
      {(data) =>
        data.rows.length === 0 ? (
          <Empty words={t("activities-empty")} />
        ) : (
          <Chart data={data} onOpen={onOpen} />
        )
      }
    </Loaded>
  );
}

function Chart({ data, onOpen }: { data: Data; onOpen: (id: string) => void }) {
  const [view, setView] = useState(left);
  const toast = useToast();
  const shown = useMemo(
    () => lines(data, view.grouping, view.text),
    [data, view.grouping, view.text],
  );
  const change = (part: Partial<View>) => {
    left = { ...view, ...part };
    setView(left);
  };
  const save = async (id: string, span: Span) => {
    const iso = (day: number | null) => (day === null ? "" : isoOf(day));
    try {
      await call("reschedule_activity", { id, starts: iso(span.starts), ends: iso(span.ends) });
      const name = data.rows.find((row) => row.id === id)?.name ?? "";
      const words = [span.starts, span.ends].map((day) => (day === null ? "…" : dayWords(day)));
      toast(t("timeline-moved", { name, span: words.join(" – ") }), wayBack());
    } catch (error) {
      toast(errorWords(error));
    }
  };
  const at = ZOOMS.indexOf(view.zoom);
  return (
    <>
      <search className="filters timeline-bar">
        <select
          className="input"
          aria-label={t("timeline-group")}
          value={view.grouping}
          onChange={(event) => change({ grouping: event.target.value as Grouping })}
        >
          {GROUPINGS.map((grouping) => (
            <option key={grouping} value={grouping}>
              {t(`timeline-by-${grouping}`)}
            </option>
          ))}
        </select>
        <input
          className="input"
          type="search"
          aria-label={t("timeline-find")}
          placeholder={t("timeline-find")}
          value={view.text}
          onChange={(event) => change({ text: event.target.value })}
        />
        <Segmented<Zoom>
          label={t("timeline-zoom")}
          value={view.zoom}
          options={ZOOMS.map((value) => ({ value, label: t(`timeline-${value}`) }))}
          onChange={(zoom) => change({ zoom })}
        />
        <ul className="timeline-legend" aria-label={t("timeline-legend")}>
          {(["planned", "active", "done", "stopped"] as const).map((status) => (
            <li key={status}>
              <span className={`timeline-swatch ${status}`} aria-hidden />
              {t(`activity-${status}`)}
            </li>
          ))}
          {(["open", "done", "late"] as const).map((state) => (
            <li key={state}>
              <span className={`milestone ${state}`} aria-hidden />
              {t(`milestone-${state}`)}
            </li>
          ))}
          {(["before", "feeds", "early"] as const).map((kind) => (
            <li key={kind}>
              <svg className="timeline-links key" width={24} height={8} aria-hidden>
                <g className={kind}>
                  <path d="M0 4H18" />
                  <path className="arrow" d="M17 0L23 4L17 8Z" />
                </g>
              </svg>
              {t(`timeline-link-${kind}`)}
            </li>
          ))}
        </ul>
      </search>
      {shown.length === 0 ? (
        <Empty words={t("timeline-nothing")} />
      ) : (
        <TimelineBars
          key={`${view.zoom} ${view.grouping}`}
          data={data}
          lines={shown}
          zoom={view.zoom}
          onZoom={(by) => change({ zoom: ZOOMS[at + by] ?? view.zoom })}
          onOpen={onOpen}
          onMove={(id, span) => void save(id, span)}
        />
      )}
      <p className="quiet small timeline-keys">{t("timeline-keys")}</p>
    </>
  );
}
