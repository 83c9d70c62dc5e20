/** How an activity stands, by glyph and word. */
import type { StandingLine } from "../ipc/generated";
import { t } from "../text/texts";

const COURSES: Record<string, { status: string; glyph: string }> = {
  on_course: { status: "on_track", glyph: "●" },
  at_risk: { status: "watch", glyph: "▲" },
  off_course: { status: "off_track", glyph: "◆" },
};

export function Course({ word }: { word: string }) {
  const { status, glyph } = COURSES[word] ?? { status: "no_data", glyph: "○" };
  return (
    <span className={`status ${status}`}>
      <span aria-hidden>{glyph} </span>
      {t(`course-${word}`)}
    </span>
  );
}

/** When it was last heard of; what someone should ask about is marked. */
export function Heard({ standing }: { standing: StandingLine }) {
  const words = standing.heardWords || t("heard-not_awaited");
  if (!standing.isStale) return <span>{words}</span>;
  return (
    <span className="status watch">
      <span aria-hidden>▲ </span>
      {words}
    </span>
  );
}

const LEVELS: Record<string, { status: string; glyph: string }> = {
  low: { status: "no_data", glyph: "○" },
  middle: { status: "watch", glyph: "▲" },
  high: { status: "off_track", glyph: "◆" },
};

export function Level({ word }: { word: string }) {
  const { status, glyph } = LEVELS[word] ?? { status: "no_data", glyph: "○" };
  return (
    <span className={`status ${status}`}>
      <span aria-hidden>{glyph} </span>
      {t(`risk-level-${word}`)}
    </span>
  );
}
