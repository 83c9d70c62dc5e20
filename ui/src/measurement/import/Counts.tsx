/** How many rows there are, and what becomes of their readings. */
import { Check, OctagonAlert, TriangleAlert } from "lucide-react";
import type { ImportPreview } from "../../ipc/generated";
import { t } from "../../text/texts";

export function Counts({ preview }: { preview: ImportPreview }) {
  const { newCount, changedCount, sameCount, keptCount, skippedCount } = preview;
  return (
    <div className="import-counts" role="status">
      <b>{t("import-rows-read", { count: preview.rowCount })}</b>
      <span className="status on_track">
        <Check className="icon" size={15} aria-hidden />
        {t("import-ready", { new: newCount, changed: changedCount, same: sameCount + keptCount })}
      </span>
      {preview.checkCount > 0 && (
        <span className="status watch">
          <TriangleAlert className="icon" size={15} aria-hidden />
          {t("import-to-look-at", { count: preview.checkCount })}
        </span>
      )}
      {preview.blockedCount > 0 && (
        <span className="status off_track">
          <OctagonAlert className="icon" size={15} aria-hidden />
          {t("import-to-fix", { count: preview.blockedCount })}
        </span>
      )}
      {skippedCount > 0 && (
        <span className="quiet">{t("import-left-out", { count: skippedCount })}</span>
      )}
    </div>
  );
}
