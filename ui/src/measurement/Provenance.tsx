/** Where a single figure comes from, and everything that was changed about it. */
import { useQuery } from "@tanstack/react-query";
import { provenance } from "../ipc/queries";
import { Drawer } from "../shared/layers";
import { useNavigation } from "../shared/navigation";
import { Loaded } from "../shared/states";
import { t } from "../text/texts";
import { Pair } from "./Pair";

/** One figure of a measure: a period of a column. */
export type Spot = { column: string; period: string };

export function Provenance({
  measure,
  spot,
  onClose,
}: {
  measure: string;
  spot: Spot;
  onClose: () => void;
}) {
  const query = useQuery(provenance({ measure, ...spot }));
  const { go } = useNavigation();
  return (
    <Drawer title={t("provenance")} onClose={onClose}>
      <div className="drawer-body">
        <Loaded query={query}>
          {(found) => (
            <>
              <p>{found.title}</p>
              <p className="h1">{found.value}</p>
              <p>
                {found.origin} · {found.state}
              </p>
              <dl className="about section">
                {found.details.map((detail) => (
                  <Pair key={detail.name} name={detail.name}>
                    {detail.value}
                  </Pair>
                ))}
              </dl>
              {found.parts.length > 0 && (
                <>
                  <h3 className="section">{t("provenance-parts")}</h3>
                  <ul className="side-list">
                    {found.parts.map((part) => (
                      <li key={`${part.role}${part.measure}`}>
                        <button
                          type="button"
                          className="plain-button"
                          onClick={() => go({ screen: "measure", id: part.measure })}
                        >
                          <span className="quiet">{part.role}</span> {part.name}:{" "}
                          <b>{part.value}</b>
                        </button>
                      </li>
                    ))}
                  </ul>
                </>
              )}
              <h3 className="section">{t("provenance-history")}</h3>
              {found.steps.length === 0 && (
                <p className="quiet small">{t("provenance-no-history")}</p>
              )}
              <ul className="side-list">
                {found.steps.map((step) => (
                  <li key={`${step.who}${step.what}${step.how}`}>
                    <span className={step.isUndone ? "undone" : ""}>
                      <b>{step.what}</b> {step.how}
                      {step.isUndone && ` · ${t("provenance-undone")}`}
                      <span className="block quiet small">{step.who}</span>
                      {step.reason && (
                        <span className="block small">
                          {t("provenance-reason", { reason: step.reason })}
                        </span>
                      )}
                    </span>
                  </li>
                ))}
              </ul>
            </>
          )}
        </Loaded>
      </div>
    </Drawer>
  );
}
