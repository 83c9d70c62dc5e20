/** What needs work: figures that are late or missing, definitions that are not complete. */
import { useQuery } from "@tanstack/react-query";
import { quality } from "../ipc/queries";
import { useNavigation } from "../shared/navigation";
import { Loaded } from "../shared/states";
import { t } from "../text/texts";
import { placeOf } from "./mending";

export function Quality() {
  const query = useQuery(quality());
  const { go } = useNavigation();
  return (
    <Loaded query={query}>
      {(found) => (
        <section aria-label={t("quality")}>
          <p className="quiet">{t("quality-help")}</p>
          {found.measures.length === 0 ? (
            <p className="empty">{t("quality-empty")}</p>
          ) : (
            <table className="plain">
              <thead>
                <tr>
                  <th scope="col">{t("measure")}</th>
                  <th scope="col">{t("quality-needs")}</th>
                  <th scope="col">{t("quality-complete")}</th>
                  <th scope="col">{t("quality-provisional")}</th>
                </tr>
              </thead>
              <tbody>
                {found.measures.map((item) => (
                  <tr key={item.id}>
                    <th scope="row">
                      <button
                        type="button"
                        className="plain-button"
                        onClick={() => go({ screen: "measure", id: item.id })}
                      >
                        {item.name}
                      </button>
                    </th>
                    <td>
                      <ul>
                        {item.needs.map((need) => (
                          <li key={need.words}>
                            <button
                              type="button"
                              className="plain-button need"
                              onClick={() => go(placeOf(need, item.id))}
                            >
                              {need.words}
                            </button>
                          </li>
                        ))}
                      </ul>
                    </td>
                    <td>{item.completeness}</td>
                    <td>{item.provisional}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
          <p className="note">{t("quality-fine", { count: found.fine })}</p>
        </section>
      )}
    </Loaded>
  );
}
