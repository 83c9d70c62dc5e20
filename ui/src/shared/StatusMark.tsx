/** Status by shape, word and color. */
import { CircleCheck, CircleDashed, Diamond, TriangleAlert } from "lucide-react";
import type { StatusWord } from "../ipc/generated";
import { t } from "../text/texts";

const LOOKS = {
  on_track: CircleCheck,
  watch: TriangleAlert,
  off_track: Diamond,
  no_data: CircleDashed,
} as const;

/** Words of other rules look like the one of the path rule that says the same of a measure. */
const LOOK_OF: Record<StatusWord, keyof typeof LOOKS> = {
  on_track: "on_track",
  target_met: "on_track",
  improving: "on_track",
  watch: "watch",
  acceleration_needed: "watch",
  limited_progress: "watch",
  little_change: "watch",
  off_track: "off_track",
  getting_worse: "off_track",
  deterioration: "off_track",
  no_data: "no_data",
  no_path: "no_data",
  baseline_only: "no_data",
  developmental: "no_data",
  informational: "no_data",
  cannot_be_assessed: "no_data",
};

export function StatusMark({
  word,
  isPill = false,
  count,
}: {
  word: StatusWord;
  isPill?: boolean;
  count?: number;
}) {
  const look = LOOK_OF[word];
  const Glyph = LOOKS[look];
  return (
    <span className={`status ${look} ${isPill ? "pill" : ""}`}>
      <Glyph className="icon" size={15} strokeWidth={2.2} aria-hidden />
      {count === undefined ? "" : `${count} `}
      {count === undefined ? t(`status-${word}`) : t(`status-${word}`).toLowerCase()}
    </span>
  );
}
