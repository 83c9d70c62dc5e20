/** Activities: who does what under which strategy. */
import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useState } from "react";
import { call } from "../ipc/client";
import type { Activity, ActivityForm } from "../ipc/generated";
import { activities, dimensions, tags } from "../ipc/queries";
import { Button, Segmented } from "../shared/controls";
import { ExportButton } from "../shared/ExportDialog";
import { Filter } from "../shared/Filter";
import { type ActivityStart, type ActivityToOpen, useNavigation } from "../shared/navigation";
import { type FieldSpec, RecordForm } from "../shared/RecordForm";
import { Empty, Loaded } from "../shared/states";
import { TagsOf } from "../shared/tags/TagsOf";
import { t } from "../text/texts";
import { ActivityList } from "./ActivityList";
import { Matrix } from "./Matrix";
import { Reinforcement } from "./Reinforcement";
import { Timeline } from "./Timeline";
import { type ActivityView, VIEWS } from "./views";

const NEW: ActivityForm = {
  name: "",
  description: "",
  strategy: null,
  lead: null,
  partners: [],
  measures: [],
  populations: [],
  places: [],
  status: "planned",
  starts: "",
  ends: "",
  progress: "",
};

/** The view as it was left, for coming back from elsewhere. */
let leftView: ActivityView = "list";

/** What a new activity begins with. */
function begun(start: ActivityStart): ActivityForm {
  const one = (id: string | undefined) => (id ? [id] : []);
  return {
    ...NEW,
    strategy: start.strategy ?? null,
    lead: start.lead ?? null,
    measures: one(start.measure),
    populations: one(start.population),
    places: one(start.place),
  };
}

/** `toOpen` is what the screen was opened to put right; `tag` is the tag to filter by. */
export default function Activities({
  toOpen,
  tag: askedTag,
}: {
  toOpen?: ActivityToOpen | undefined;
  tag?: string | undefined;
}) {
  const query = useQuery(activities());
  const { go } = useNavigation();
  const known = useQuery(tags()).data ?? [];
  const [chosenTag, setTag] = useState(askedTag ?? "");
  // A tag that is gone narrows nothing.
  const tag = known.some((one) => one.id === chosenTag) ? chosenTag : "";
  const [view, setView] = useState<ActivityView>(askedTag ? "list" : leftView);
  const [open, setOpen] = useState<{ activity?: Activity; start?: ActivityStart } | null>(null);
  const [pending, setPending] = useState(toOpen);
  const asked =
    pending && "id" in pending
      ? (query.data?.find((activity) => activity.id === pending.id) ?? null)
      : null;
  const isAsked = pending !== undefined && (!("id" in pending) || asked !== null);
  const begin = begun(pending && !("id" in pending) ? pending : {});
  const show = (next: ActivityView) => {
    leftView = next;
    setView(next);
  };
  const editById = (id: string) => {
    const activity = query.data?.find((one) => one.id === id);
    if (activity) setOpen({ activity });
  };
  const openById = (id: string) => go({ screen: "activity", id });
  return (
    <div className={view === "map" ? undefined : "activities-page"}>
      <div className="page-head">
        <h1>{t("screen-activities")}</h1>
        <Segmented<ActivityView>
          label={t("activities-view")}
          value={view}
          options={VIEWS.map((value) => ({ value, label: t(`activities-view-${value}`) }))}
          onChange={show}
        />
        <div className="actions">
          <ExportButton choices={["activities"]} />
          <Button kind="primary" onPress={() => setOpen({})}>
            <Plus size={15} aria-hidden />
            {t("add-activity")}
          </Button>
        </div>
      </div>
      {view === "matrix" && (
        <Matrix onOpen={openById} onEdit={editById} onAdd={(start) => setOpen({ start })} />
      )}
      {view === "timeline" && <Timeline onOpen={openById} />}
      {view === "map" && <Reinforcement onOpen={openById} />}
      {view === "list" && (
        <Loaded query={query}>
          {(data) =>
            data.length === 0 ? (
              <Empty words={t("activities-empty")}>
                <Button kind="primary" onPress={() => setOpen({})}>
                  {t("add-activity")}
                </Button>
              </Empty>
            ) : (
              <ActivityList
                activities={data.filter((activity) => tag === "" || activity.tags.includes(tag))}
              >
                {known.some((one) => one.activities > 0 || one.id === tag) && (
                  <Filter
                    label={t("screen-tags")}
                    any={t("any-tag")}
                    value={tag}
                    options={known
                      .filter((one) => one.activities > 0 || one.id === tag)
                      .map((one) => ({ value: one.id, label: one.name }))}
                    onChange={setTag}
                  />
                )}
              </ActivityList>
            )
          }
        </Loaded>
      )}
      {open && (
        <ActivityDrawer
          activity={open.activity ?? null}
          begin={begun(open.start ?? {})}
          onClose={() => setOpen(null)}
        />
      )}
      {isAsked && !open && (
        <ActivityDrawer activity={asked} begin={begin} onClose={() => setPending(undefined)} />
      )}
    </div>
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
      name: "populations",
      label: t("activity-populations"),
      kind: "many",
      options: options(known?.populations),
      isShown: () => (known?.populations.length ?? 0) > 0,
    },
    {
      name: "places",
      label: t("activity-places"),
      kind: "many",
      options: options(known?.places.filter((place) => !place.isBenchmark)),
      isShown: () => known?.places.some((place) => !place.isBenchmark) ?? false,
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
      more={() => activity && <ActivityTags activity={activity} />}
    />
  );
}

/** Tags are kept at once, apart from the form. */
function ActivityTags({ activity }: { activity: Activity }) {
  const words = useQuery(tags()).data ?? [];
  const query = useQuery(activities());
  const now = query.data?.find((one) => one.id === activity.id) ?? activity;
  const names = words.filter((tag) => now.tags.includes(tag.id)).map((tag) => tag.name);
  return (
    <div>
      <b>{t("screen-tags")}</b>
      <TagsOf of="activities" id={activity.id} tags={names} />
    </div>
  );
}
