/** The list of populations that activities serve. */
import { useQuery } from "@tanstack/react-query";
import { call } from "../ipc/client";
import { populations } from "../ipc/queries";
import { EditableList } from "../shared/EditableList";
import { Drawer } from "../shared/layers";
import { Loaded } from "../shared/states";
import { t } from "../text/texts";

export function Populations({ onClose }: { onClose: () => void }) {
  const query = useQuery(populations());
  return (
    <Drawer title={t("populations-title")} onClose={onClose}>
      <div className="drawer-body">
        <p className="note">{t("populations-help")}</p>
        <Loaded query={query}>
          {(entries) => (
            <EditableList
              entries={entries}
              words={{
                empty: t("populations-empty"),
                newName: t("populations-new"),
                add: t("populations-add"),
                used: (count) => t("populations-used", { count }),
                removeUsed: (count) => t("populations-remove-used", { count }),
              }}
              uses={(entry) => entry.activities}
              onAdd={(name) => call("add_population", { name })}
              onRename={(id, name) => call("rename_population", { id, name })}
              onOrder={(ids) => call("order_populations", { ids })}
              onRemove={(id) => call("remove_population", { id })}
            />
          )}
        </Loaded>
      </div>
    </Drawer>
  );
}
