/** Activities: who does what under which strategy. */
import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useState } from "react";
import { call } from "../ipc/client";
import type { Activity, ActivityForm } from "../ipc/generated";
import { activities, dimensions } from "../ipc/queries";
import { Button } from "../shared/controls";
import { ExportButton } from "../shared/ExportDialog";
import type { ActivityToOpen } from "../shared/navigation";
import { type FieldSpec, RecordForm } from "../shared/RecordForm";
import { Empty, Loaded } from "../shared/states";
import { t } from "../text/texts";
import { ActivityList } from "./ActivityList";

const NEW: ActivityForm = {
  name: "",
  description: "",
  strategy: null,
  lead: null,
  partners: [],
  measures: [],
  status: "planned",
  starts: "",
  ends: "",
  progress: "",
};

/** `toOpen` is what the screen was opened to put right. */
export default function Activities({ toOpen }: { toOpen?: ActivityToOpen | undefined }) {
  const query = useQuery(activities());
  const [open, setOpen] = useState<{ activity: Activity | null } | null>(null);
  const [pending, setPending] = useState(toOpen);
  const asked =
    pending && "id" in pending
      ? (query.data?.find((activity) => activity.id === pending.id) ?? null)
      : null;
  const isAsked = pending !== undefined && (!("id" in pending) || asked !== null);
  const begin: ActivityForm = {
    ...NEW,
    strategy: (pending && "strategy" in pending && pending.strategy) || null,
    measures: pending && "measure" in pending && pending.measure ? [pending.measure] : [],
  };
  return (
    <>
      <div className="page-head">
        <h1>{t("screen-activities")}</h1>
        <div className="actions">
          <ExportButton choices={["activities"]} />
          <Button kind="primary" onPress={() => setOpen({ activity: null })}>
            <Plus size={15} aria-hidden />
            {t("add-activity")}
          </Button>
        </div>
      </div>
      <Loaded query={query}>
        {(data) =>
          data.length === 0 ? (
            <Empty words={t("activities-empty")}>
              <Button kind="primary" onPress={() => setOpen({ activity: null })}>
                {t("add-activity")}
              </Button>
            </Empty>
          ) : (
            <ActivityList activities={data} />
          )
        }
      </Loaded>
      {open && (
        <ActivityDrawer activity={open.activity} begin={NEW} onClose={() => setOpen(null)} />
      )}
      {isAsked && !open && (
        <ActivityDrawer activity={asked} begin={begin} onClose={() => setPending(undefined)} />
      )}
    </>
  );
}

export function ActivityDrawer({
  activity,
  begin,
  onClose,
  onRemoved,
}: {
  activity: Activity | null;
  /** What a new one begins with. */
  begin: ActivityForm;
  onClose: () => void;
  /** Where to go once it is gone. */
  onRemoved?: () => void;
}) {
  const known = useQuery(dimensions()).data;
  const options = (records: { id: string; name: string }[] | undefined) =>
    (records ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const none = { value: "", label: t("choose-none") };
  const fields: FieldSpec<ActivityForm>[] = [
    { name: "name", label: t("name"), kind: "text" },
    { name: "description", label: t("description"), kind: "area" },
    {
      name: "strategy",
      label: t("strategy"),
      kind: "select",
      options: [none, ...options(known?.strategies)],
    },
    {
      name: "lead",
      label: t("activity-lead"),
      kind: "select",
      options: [none, ...options(known?.partners)],
    },
    {
      name: "partners",
      label: t("activity-with"),
      kind: "many",
      options: options(known?.partners),
    },
    {
      name: "measures",
      label: t("activity-moves"),
      kind: "many",
      options: options(known?.measures),
    },
    {
      name: "status",
      label: t("activity-status"),
      kind: "select",
      options: ["planned", "active", "done", "stopped"].map((value) => ({
        value,
        label: t(`activity-${value}`),
      })),
    },
    { name: "starts", label: t("activity-starts"), kind: "date" },
    { name: "ends", label: t("activity-ends"), kind: "date" },
    { name: "progress", label: t("activity-progress"), kind: "area" },
  ];
  return (
    <RecordForm
      title={activity ? activity.form.name : t("add-activity")}
      initial={activity?.form ?? begin}
      fields={fields}
      save={(form) =>
        activity ? call("change_activity", { id: activity.id, form }) : call("add_activity", form)
      }
      remove={
        activity
          ? async () => {
              await call("remove_activity", { id: activity.id });
              onRemoved?.();
            }
          : undefined
      }
      onClose={onClose}
    />
  );
}
