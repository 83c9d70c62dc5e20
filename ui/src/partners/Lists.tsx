/** Sectors and types: lists the team may change. */
import { useState } from "react";
import { call } from "../ipc/client";
import type { Directory } from "../ipc/generated";
import { Segmented } from "../shared/controls";
import { EditableList } from "../shared/EditableList";
import { Drawer } from "../shared/layers";
import { t } from "../text/texts";

type List = "sectors" | "kinds";

export function Lists({ directory, onClose }: { directory: Directory; onClose: () => void }) {
  const [list, setList] = useState<List>("sectors");
  return (
    <Drawer title={t("lists-title")} onClose={onClose}>
      <div className="drawer-body">
        <Segmented<List>
          label={t("lists-title")}
          value={list}
          options={(["sectors", "kinds"] as const).map((value) => ({
            value,
            label: t(`lists-${value}`),
          }))}
          onChange={setList}
        />
        <p className="note">{t("lists-help")}</p>
        <EditableList
          entries={directory[list]}
          words={{
            empty: t("lists-empty"),
            newName: t("lists-new-name"),
            add: t("lists-add"),
            used: String,
            removeUsed: (count) => t("lists-remove-used", { count }),
          }}
          uses={(entry) => entry.partners}
          onAdd={(name) => call("add_list_entry", { list, name })}
          onRename={(id, name) => call("rename_list_entry", { list, id, name })}
          onOrder={(ids) => call("order_list", { list, ids })}
          onRemove={(id) => call("remove_list_entry", { list, id })}
        />
      </div>
    </Drawer>
  );
}
