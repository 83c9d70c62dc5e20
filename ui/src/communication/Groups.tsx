/** Working groups: who meets, what for, how often. */
import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useState } from "react";
import { groups } from "../ipc/queries";
import { Button } from "../shared/controls";
import { useNavigation } from "../shared/navigation";
import { Empty, Loaded } from "../shared/states";
import { t } from "../text/texts";
import { GroupDrawer } from "./GroupDrawer";

export default function Groups() {
  const query = useQuery(groups());
  const { go } = useNavigation();
  const [isAdding, setIsAdding] = useState(false);
  return (
    <>
      <div className="page-head">
        <h1>{t("working-groups")}</h1>
        <div className="actions">
          <Button kind="primary" onPress={() => setIsAdding(true)}>
            <Plus size={15} aria-hidden />
            {t("add-group")}
          </Button>
        </div>
      </div>
      <Loaded query={query}>
        {(data) =>
          data.length === 0 ? (
            <Empty words={t("groups-empty")}>
              <Button kind="primary" onPress={() => setIsAdding(true)}>
                {t("add-group")}
              </Button>
            </Empty>
          ) : (
            <table className="plain with-notes">
              <thead>
                <tr>
                  <th scope="col">{t("group")}</th>
                  <th scope="col">{t("group-cadence")}</th>
                  <th scope="col">{t("group-chair")}</th>
                  <th scope="col" className="right">
                    {t("group-members")}
                  </th>
                  <th scope="col" className="right">
                    {t("group-partners")}
                  </th>
                  <th scope="col">{t("group-last-met")}</th>
                  <th scope="col">{t("group-next-met")}</th>
                </tr>
              </thead>
              <tbody>
                {data.map((group) => (
                  <tr
                    key={group.id}
                    className="row"
                    onClick={() => go({ screen: "group", id: group.id })}
                  >
                    <th scope="row">
                      <button type="button" className="signal row-open">
                        {group.form.name}
                      </button>
                      <span className="quiet small">{group.form.purpose}</span>
                    </th>
                    <td>{t(`cadence-${group.form.cadence}`)}</td>
                    <td>{group.chair || <span className="quiet">{t("group-none-chair")}</span>}</td>
                    <td className="right">{group.members || "–"}</td>
                    <td className="right">{group.partners || "–"}</td>
                    <td>{group.lastMet || "–"}</td>
                    <td>{group.nextMet || "–"}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )
        }
      </Loaded>
      {isAdding && (
        <GroupDrawer
          onClose={() => setIsAdding(false)}
          onAdded={(id) => go({ screen: "group", id })}
        />
      )}
    </>
  );
}
