/** What left the file: for whom, what was shown, what was hidden and why. */
import { useQuery } from "@tanstack/react-query";
import { disclosures } from "../ipc/queries";
import { Drawer } from "../shared/layers";
import { Empty, Loaded } from "../shared/states";
import { t } from "../text/texts";

export function Disclosures({ onClose }: { onClose: () => void }) {
  const query = useQuery(disclosures());
  return (
    <Drawer title={t("disclosures")} onClose={onClose}>
      <div className="drawer-body">
        <Loaded query={query}>
          {(entries) =>
            entries.length === 0 ? (
              <Empty words={t("disclosures-empty")} />
            ) : (
              <ul className="plain-list">
                {entries.map((entry) => (
                  <li key={entry.id}>
                    <b>{entry.what}</b>
                    <p className="quiet small">
                      {t("disclosures-by", { at: entry.at, author: entry.author })}
                    </p>
                    <p>{entry.count}</p>
                    {entry.notes.map((note) => (
                      <p key={note} className="quiet small">
                        {note}
                      </p>
                    ))}
                    {entry.hidden.length > 0 && (
                      <details className="worked">
                        <summary>{t("disclosures-hidden")}</summary>
                        <ul className="small">
                          {entry.hidden.map((line) => (
                            <li key={line}>{line}</li>
                          ))}
                          {entry.more > 0 && (
                            <li>{t("disclosures-more", { count: entry.more })}</li>
                          )}
                        </ul>
                      </details>
                    )}
                  </li>
                ))}
              </ul>
            )
          }
        </Loaded>
      </div>
    </Drawer>
  );
}
