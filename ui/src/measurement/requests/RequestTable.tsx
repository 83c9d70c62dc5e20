/** Data requests as rows, each with the step that comes next. */
import { CircleCheck, CircleDashed, CircleSlash, Clock, Inbox, TriangleAlert } from "lucide-react";
import type { RequestLine, Standing } from "../../ipc/generated";
import { Button } from "../../shared/controls";
import { t } from "../../text/texts";

const MARKS = {
  late: { icon: TriangleAlert, look: "off_track" },
  received: { icon: Inbox, look: "watch" },
  due: { icon: Clock, look: "no_path" },
  draft: { icon: CircleDashed, look: "no_path" },
  accepted: { icon: CircleCheck, look: "on_track" },
  withdrawn: { icon: CircleSlash, look: "no_path" },
} as const satisfies Record<Standing, unknown>;

/** Where a request stands, by shape, word and color. */
export function StandingMark({ line }: { line: RequestLine }) {
  const { icon: Icon, look } = MARKS[line.standing];
  return (
    <span className={`status ${look}`}>
      <Icon className="icon" size={15} strokeWidth={2.2} aria-hidden />
      {line.words}
    </span>
  );
}

/** Requests whose sheet can still be sent. */
export function isOpen(line: RequestLine): boolean {
  return line.standing === "draft" || line.standing === "due" || line.standing === "late";
}

export function RequestTable({
  lines,
  chosen,
  onChoose,
  onOpen,
  onSheet,
  onMark,
}: {
  lines: RequestLine[];
  chosen: string[];
  onChoose: (ids: string[]) => void;
  onOpen: (id: string) => void;
  onSheet: (line: RequestLine) => void;
  onMark: (line: RequestLine, step: string) => void;
}) {
  const open = lines.filter(isOpen).map((line) => line.id);
  const isAll = open.length > 0 && open.every((id) => chosen.includes(id));
  return (
    <table className="plain requests">
      <thead>
        <tr>
          <th scope="col" className="tick">
            <input
              type="checkbox"
              aria-label={t("request-choose-all")}
              checked={isAll}
              disabled={open.length === 0}
              onChange={() => onChoose(isAll ? [] : open)}
            />
          </th>
          <th scope="col">{t("partner")}</th>
          <th scope="col">{t("request-title")}</th>
          <th scope="col">{t("request-due-head")}</th>
          <th scope="col">{t("request-standing")}</th>
          <th scope="col">
            <span className="hidden">{t("request-next")}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.id}>
            <td className="tick">
              {isOpen(line) && (
                <input
                  type="checkbox"
                  aria-label={t("request-choose", { partner: line.partner, title: line.title })}
                  checked={chosen.includes(line.id)}
                  onChange={(event) =>
                    onChoose(
                      event.target.checked
                        ? [...chosen, line.id]
                        : chosen.filter((id) => id !== line.id),
                    )
                  }
                />
              )}
            </td>
            <th scope="row">{line.partner}</th>
            <td>
              <button type="button" className="link" onClick={() => onOpen(line.id)}>
                {line.title}
              </button>
              <div className="quiet small clamp">
                {t("request-asks", { count: line.figures, names: line.measures.join(", ") })}
              </div>
            </td>
            <td className="num">{line.due}</td>
            <td>
              <StandingMark line={line} />
              {line.returned ? (
                <div className="quiet small clamp">
                  {line.returned}
                  {line.findings > 0 && `, ${t("request-findings", { count: line.findings })}`}
                </div>
              ) : (
                (line.standing === "due" || line.standing === "late") && (
                  <div className="quiet small">{line.lastStep}</div>
                )
              )}
            </td>
            <td className="right">
              <Next line={line} onOpen={onOpen} onSheet={onSheet} onMark={onMark} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The step that comes next; all others are on the request's own panel. */
function Next({
  line,
  onOpen,
  onSheet,
  onMark,
}: {
  line: RequestLine;
  onOpen: (id: string) => void;
  onSheet: (line: RequestLine) => void;
  onMark: (line: RequestLine, step: string) => void;
}) {
  const named = (words: string) => ({
    "aria-label": t("request-next-of", { step: words, partner: line.partner }),
    children: words,
  });
  switch (line.standing) {
    case "draft":
      return <Button onPress={() => onSheet(line)} {...named(t("request-sheet-make"))} />;
    case "late":
      return <Button onPress={() => onOpen(line.id)} {...named(t("request-remind"))} />;
    case "received":
      return <Button onPress={() => onMark(line, "accepted")} {...named(t("request-accept"))} />;
    case "withdrawn":
      return <Button onPress={() => onMark(line, "taken_up")} {...named(t("request-take-up"))} />;
    default:
      return null;
  }
}
