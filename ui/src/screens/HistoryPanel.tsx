/** What was changed, by whom and when. */
import { useQuery } from "@tanstack/react-query";
import { history } from "../ipc/queries";
import { Drawer } from "../shared/layers";
import { Loaded } from "../shared/states";
import { t } from "../text/texts";
import { stepWords } from "./Frame";

export default function HistoryPanel({ onClose }: { onClose: () => void }) {
  const query = useQuery(history(100));
  return (
    <Drawer title={t("history")} onClose={onClose}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
      <section className="drawer-body" tabIndex={0} aria-label={t("history")}>
        <Loaded query={query}>
          {(entries) => (
            <ul className="history">
              {entries.map((entry) => (
                <li key={entry.id}>
                  <p className={entry.isUndone ? "undone" : ""}>
                    {entry.kind === "do"
                      ? stepWords(entry.step)
                      : t(`history-${entry.kind}`, { step: stepWords(entry.step) })}
                  </p>
                  <p className="quiet small">
                    {t("history-line", { author: entry.author, at: entry.at })}
                  </p>
                  {entry.changes
                    .filter((change) => change.old !== null && change.new !== null)
                    .slice(0, 4)
                    .map((change) => (
                      <p className="small clip" key={`${change.table}${change.field}${change.new}`}>
                        {t("history-change", {
                          field: change.field.replaceAll("_", " "),
                          old: change.old ?? "–",
                          new: change.new ?? "–",
                        })}
                      </p>
                    ))}
                </li>
              ))}
            </ul>
          )}
        </Loaded>
      </section>
    </Drawer>
  );
}
