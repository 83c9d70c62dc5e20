/** Meetings, decisions and action items. */
import { useQuery } from "@tanstack/react-query";
import { ClipboardCheck, UsersRound } from "lucide-react";
import { type ReactNode, useState } from "react";
import { call } from "../ipc/client";
import type {
  ActionItem,
  ActionItemForm,
  Communication as Data,
  Decision,
  DecisionForm,
  Meeting,
  MeetingForm,
} from "../ipc/generated";
import { communication, groups } from "../ipc/queries";
import { Button, IconButton } from "../shared/controls";
import { ExportButton } from "../shared/ExportDialog";
import { type TalkToOpen, useNavigation } from "../shared/navigation";
import { type FieldSpec, RecordForm } from "../shared/RecordForm";
import { Loaded } from "../shared/states";
import { t } from "../text/texts";
import { Attendance } from "./Attendance";

type Open =
  | { meeting: Meeting | null }
  | { decision: Decision | null }
  | { item: ActionItem | null }
  | { attendance: string };

/** `toOpen` is what the screen was opened for. */
export default function Communication({ toOpen }: { toOpen?: TalkToOpen | undefined }) {
  const query = useQuery(communication());
  const { go } = useNavigation();
  const [chosen, setOpen] = useState<Open | null | undefined>(undefined);
  const open = chosen === undefined && toOpen && query.data ? asked(query.data, toOpen) : chosen;
  return (
    <>
      <div className="page-head">
        <h1>{t("screen-communication")}</h1>
        <div className="actions">
          <Button onPress={() => go({ screen: "groups" })}>
            <UsersRound size={15} aria-hidden />
            {t("working-groups")}
          </Button>
          <ExportButton choices={["meetings", "decisions", "action_items"]} />
        </div>
      </div>
      <Loaded query={query}>
        {(data) => (
          <>
            <Meetings data={data} onOpen={setOpen} />
            <Actions data={data} onOpen={setOpen} />
            <Decisions data={data} onOpen={setOpen} />
            {open && <Form data={data} open={open} onClose={() => setOpen(null)} />}
          </>
        )}
      </Loaded>
    </>
  );
}

/** What the screen was opened for; nothing where it is gone. */
function asked(data: Data, { what, id }: TalkToOpen): Open | null {
  const of = <Item extends { id: string }>(list: Item[]) => list.find((one) => one.id === id);
  if (what === "meeting") {
    const meeting = id === undefined ? null : of(data.meetings);
    return meeting === undefined ? null : { meeting };
  }
  if (what === "decision") {
    const decision = id === undefined ? null : of(data.decisions);
    return decision === undefined ? null : { decision };
  }
  const item = id === undefined ? null : of(data.actionItems);
  return item === undefined ? null : { item };
}

function Part({
  title,
  add,
  onAdd,
  children,
}: {
  title: string;
  add: string;
  onAdd: () => void;
  children: ReactNode;
}) {
  return (
    <section className="section" aria-label={title}>
      <div className="section-head">
        <h2>{title}</h2>
        <Button kind="ghost" onPress={onAdd}>
          {add}
        </Button>
      </div>
      {children}
    </section>
  );
}

function Meetings({ data, onOpen }: { data: Data; onOpen: (open: Open) => void }) {
  return (
    <Part title={t("meetings")} add={t("add-meeting")} onAdd={() => onOpen({ meeting: null })}>
      {data.meetings.length === 0 && <p className="empty">{t("meetings-empty")}</p>}
      <table className="plain">
        <tbody>
          {data.meetings.map((meeting) => (
            <tr key={meeting.id} className="row" onClick={() => onOpen({ meeting })}>
              <th scope="row">
                <button type="button" className="signal" style={{ display: "inline" }}>
                  {meeting.form.title}
                </button>
              </th>
              <td>{meeting.when}</td>
              <td>{meeting.form.place}</td>
              <td>{t(`meeting-kind-${meeting.form.kind}`)}</td>
              <td className={meeting.isUpcoming ? "" : "quiet"}>
                {t(`meeting-status-${meeting.form.status}`)}
              </td>
              {/* biome-ignore lint/a11y/useKeyWithClickEvents: a click here opens something else. */}
              <td onClick={(event) => event.stopPropagation()}>
                <IconButton
                  label={t("attendance-of", { name: meeting.form.title })}
                  onPress={() => onOpen({ attendance: meeting.id })}
                >
                  <ClipboardCheck size={15} aria-hidden />
                </IconButton>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Part>
  );
}

function Actions({ data, onOpen }: { data: Data; onOpen: (open: Open) => void }) {
  return (
    <Part title={t("action-items")} add={t("add-action-item")} onAdd={() => onOpen({ item: null })}>
      {data.actionItems.length === 0 && <p className="empty">{t("action-items-empty")}</p>}
      <table className="plain">
        <tbody>
          {data.actionItems.map((item) => (
            <tr key={item.id} className="row" onClick={() => onOpen({ item })}>
              <th scope="row">
                <button type="button" className="signal" style={{ display: "inline" }}>
                  {item.form.title}
                </button>
              </th>
              <td>{item.form.owner}</td>
              <td className="quiet">{item.meetingTitle ?? ""}</td>
              <td className="right">
                <span className={item.isLate ? "status off_track" : ""}>{item.dueWords}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Part>
  );
}

function Decisions({ data, onOpen }: { data: Data; onOpen: (open: Open) => void }) {
  return (
    <Part title={t("decisions")} add={t("add-decision")} onAdd={() => onOpen({ decision: null })}>
      {data.decisions.length === 0 && <p className="empty">{t("decisions-empty")}</p>}
      <table className="plain">
        <tbody>
          {data.decisions.map((decision) => (
            <tr key={decision.id} className="row" onClick={() => onOpen({ decision })}>
              <th scope="row" className="num">
                {decision.number}
              </th>
              <td>
                <button type="button" className="signal" style={{ display: "inline" }}>
                  {decision.form.text}
                </button>
              </td>
              <td className="quiet">{decision.meetingTitle ?? ""}</td>
              <td>{t(`decision-status-${decision.form.status}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Part>
  );
}

function Form({ data, open, onClose }: { data: Data; open: Open; onClose: () => void }) {
  const known = useQuery(groups()).data ?? [];
  const choices = (prefix: string, values: readonly string[]) =>
    values.map((value) => ({ value, label: t(`${prefix}-${value}`) }));
  const meetings = [
    { value: "", label: t("choose-none") },
    ...data.meetings.map((meeting) => ({
      value: meeting.id,
      label: `${meeting.form.title}, ${meeting.form.date}`,
    })),
  ];
  if ("attendance" in open) return <Attendance meeting={open.attendance} onClose={onClose} />;
  if ("meeting" in open) {
    const { meeting } = open;
    const fields: FieldSpec<MeetingForm>[] = [
      { name: "title", label: t("meeting-title"), kind: "text" },
      {
        name: "kind",
        label: t("meeting-kind"),
        kind: "select",
        options: choices("meeting-kind", ["board", "working_group", "other"]),
      },
      {
        name: "group",
        label: t("meeting-group"),
        kind: "select",
        options: [
          { value: "", label: t("choose-none") },
          ...known.map((group) => ({ value: group.id, label: group.form.name })),
        ],
        isShown: () => known.length > 0,
      },
      { name: "date", label: t("date"), kind: "date" },
      { name: "time", label: t("meeting-time"), kind: "text", help: t("meeting-time-help") },
      { name: "place", label: t("meeting-place"), kind: "text" },
      {
        name: "status",
        label: t("meeting-status"),
        kind: "select",
        options: choices("meeting-status", ["planned", "held", "cancelled"]),
      },
      { name: "agenda", label: t("meeting-agenda"), kind: "area" },
      { name: "minutes", label: t("meeting-minutes"), kind: "area" },
    ];
    return (
      <RecordForm
        title={meeting ? meeting.form.title : t("add-meeting")}
        initial={
          meeting?.form ?? {
            title: "",
            kind: "working_group",
            date: "",
            time: "",
            place: "",
            agenda: "",
            minutes: "",
            status: "planned",
            group: null,
          }
        }
        fields={fields}
        save={(form) =>
          meeting ? call("change_meeting", { id: meeting.id, form }) : call("add_meeting", form)
        }
        remove={meeting ? () => call("remove_meeting", { id: meeting.id }) : undefined}
        onClose={onClose}
      />
    );
  }
  if ("decision" in open) {
    const { decision } = open;
    const fields: FieldSpec<DecisionForm>[] = [
      { name: "text", label: t("decision-text"), kind: "area" },
      {
        name: "status",
        label: t("decision-status"),
        kind: "select",
        options: choices("decision-status", ["waiting", "made"]),
      },
      { name: "meeting", label: t("meeting"), kind: "select", options: meetings },
      { name: "date", label: t("date"), kind: "date" },
    ];
    return (
      <RecordForm
        title={decision ? t("decision-number", { number: decision.number }) : t("add-decision")}
        initial={decision?.form ?? { meeting: null, text: "", status: "waiting", date: "" }}
        fields={fields}
        save={(form) =>
          decision ? call("change_decision", { id: decision.id, form }) : call("add_decision", form)
        }
        remove={decision ? () => call("remove_decision", { id: decision.id }) : undefined}
        onClose={onClose}
      />
    );
  }
  const { item } = open;
  const fields: FieldSpec<ActionItemForm>[] = [
    { name: "title", label: t("action-title"), kind: "text" },
    { name: "owner", label: t("action-owner"), kind: "text" },
    { name: "due", label: t("action-due"), kind: "date" },
    { name: "doneOn", label: t("action-done"), kind: "date", help: t("action-done-help") },
    { name: "meeting", label: t("meeting"), kind: "select", options: meetings },
  ];
  return (
    <RecordForm
      title={item ? t("action-item") : t("add-action-item")}
      initial={item?.form ?? { meeting: null, title: "", owner: "", due: "", doneOn: "" }}
      fields={fields}
      save={(form) =>
        item ? call("change_action_item", { id: item.id, form }) : call("add_action_item", form)
      }
      remove={item ? () => call("remove_action_item", { id: item.id }) : undefined}
      onClose={onClose}
    />
  );
}
