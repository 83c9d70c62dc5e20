/** How far a long step has come, with a way to stop it. */
import { call } from "../../ipc/client";
import type { ImportProgress } from "../../ipc/generated";
import { Button } from "../../shared/controls";
import { t } from "../../text/texts";

export function Progress({ progress }: { progress: ImportProgress }) {
  const words = t(`import-progress-${progress.step}`, {
    row: progress.row,
    rows: progress.rows ?? 0,
    known: progress.rows === null ? "no" : "yes",
  });
  return (
    <div className="progress-bar">
      <span>{words}</span>
      <progress
        aria-label={words}
        {...(progress.rows === null ? {} : { value: progress.row, max: progress.rows })}
      />
      <Button onPress={() => void call("stop_import", {})}>{t("import-stop")}</Button>
    </div>
  );
}
