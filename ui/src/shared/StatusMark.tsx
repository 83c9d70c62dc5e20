/** Status by shape, word and color. */
import { CircleCheck, CircleDashed, Diamond, TriangleAlert } from "lucide-react";
import { t } from "../text/texts";

const GLYPHS = {
  on_track: CircleCheck,
  watch: TriangleAlert,
  off_track: Diamond,
  no_data: CircleDashed,
  no_path: CircleDashed,
} as const;

export function StatusMark({
  word,
  isPill = false,
  count,
}: {
  word: keyof typeof GLYPHS;
  isPill?: boolean;
  count?: number;
}) {
  const Glyph = GLYPHS[word];
  return (
    <span className={`status ${word} ${isPill ? "pill" : ""}`}>
      <Glyph className="icon" size={15} strokeWidth={2.2} aria-hidden />
      {count === undefined ? "" : `${count} `}
      {count === undefined ? t(`status-${word}`) : t(`status-${word}`).toLowerCase()}
    </span>
  );
}
