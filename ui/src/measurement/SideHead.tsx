/** A heading of the side column, with what can be done beneath it. */
import { t } from "../text/texts";

export function SideHead({
  words,
  action = t("edit"),
  onAct,
}: {
  words: string;
  action?: string;
  onAct?: () => void;
}) {
  return (
    <div className="section-head" style={{ marginTop: 14 }}>
      <h2>{words}</h2>
      {onAct && (
        <button
          type="button"
          className="button ghost"
          onClick={onAct}
          aria-label={t("act-on", { action, name: words })}
        >
          {action}
        </button>
      )}
    </div>
  );
}
