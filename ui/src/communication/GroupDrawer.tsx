/** A working group as a form. */
import { call } from "../ipc/client";
import type { GroupForm } from "../ipc/generated";
import { type FieldSpec, RecordForm } from "../shared/RecordForm";
import { t } from "../text/texts";

const CADENCES = [
  "weekly",
  "biweekly",
  "monthly",
  "quarterly",
  "twice_a_year",
  "yearly",
  "as_needed",
];

export function GroupDrawer({
  id,
  form,
  onClose,
  onAdded,
  onRemoved,
}: {
  id?: string;
  form?: GroupForm;
  onClose: () => void;
  onAdded?: (id: string) => void;
  onRemoved?: () => void;
}) {
  const fields: FieldSpec<GroupForm>[] = [
    { name: "name", label: t("group-name"), kind: "text" },
    { name: "purpose", label: t("group-purpose"), kind: "area" },
    {
      name: "cadence",
      label: t("group-cadence"),
      kind: "select",
      options: CADENCES.map((value) => ({ value, label: t(`cadence-${value}`) })),
    },
  ];
  return (
    <RecordForm
      title={form ? form.name : t("add-group")}
      initial={form ?? { name: "", purpose: "", cadence: "monthly" }}
      fields={fields}
      save={async (changed) => {
        if (id) await call("change_working_group", { id, form: changed });
        else onAdded?.((await call("add_working_group", changed)).id);
      }}
      remove={
        id
          ? async () => {
              await call("remove_working_group", { id });
              onRemoved?.();
            }
          : undefined
      }
      onClose={onClose}
    />
  );
}
