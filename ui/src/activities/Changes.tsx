/** What was changed of an activity and its parts, the latest first. */
import { useState } from "react";
import type { ActivityPage } from "../ipc/generated";
import { Part } from "../shared/Part";
import { t } from "../text/texts";

/** As many as are shown before all are asked for. */
const FIRST = 4;

export function Changes({ data }: { data: ActivityPage }) {
  const [isAll, setIsAll] = useState(false);
  const shown = isAll ? data.history : data.history.slice(0, FIRST);
  const words = ({ step, kind }: ActivityPage["history"][number]) => {
    const name = t(`op-${step.op}`);
    const whole = step.detail ? t("step-of", { step: name, detail: step.detail }) : name;
    return kind === "do" ? whole : t(`history-${kind}`, { step: whole });
  };
  return (
    <Part
      title={t("activity-history")}
      empty={data.history.length === 0 && t("activity-history-empty")}
    >
      <ul className="history">
        {shown.map((entry) => (
          <li key={entry.id}>
            <p className={entry.isUndone ? "undone" : ""}>{words(entry)}</p>
            <p className="quiet small">
              {t("history-line", { author: entry.author, at: entry.at })}
            </p>
          </li>
        ))}
      </ul>
      {data.history.length > FIRST && !isAll && (
        <button type="button" className="link" onClick={() => setIsAll(true)}>
          {t("updates-all", { count: data.history.length })}
        </button>
      )}
    </Part>
  );
}
