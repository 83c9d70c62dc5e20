/** Everything about one activity, each part with what adds to it. */
import { useQuery } from "@tanstack/react-query";
import { NotebookPen, Pencil, TriangleAlert } from "lucide-react";
import { useRef, useState } from "react";
import { call } from "../ipc/client";
import type { ActivityPage as Data, NamedRecord } from "../ipc/generated";
import { activities, activity } from "../ipc/queries";
import { Button } from "../shared/controls";
import { type Place, useNavigation } from "../shared/navigation";
import { Part } from "../shared/Part";
import { errorWords, Loaded } from "../shared/states";
import { useToast } from "../shared/toasts";
import { t } from "../text/texts";
import { ActivityDrawer } from "./Activities";
import { Changes } from "./Changes";
import { Log } from "./Log";
import { Milestones } from "./Milestones";
import { Course, Heard, Level } from "./marks";
import { Resources } from "./Resources";
import { Risks } from "./Risks";
import { Ties } from "./Ties";

const STATUSES = ["planned", "active", "done", "stopped"];

export default function ActivityPage({ id }: { id: string }) {
  const query = useQuery(activity(id));
  // Another activity begins with nothing typed and nothing open.
  return <Loaded query={query}>{(data) => <Page key={data.id} data={data} />}</Loaded>;
}

function Page({ data }: { data: Data }) {
  const [isEditing, setIsEditing] = useState(false);
  const log = useRef<HTMLDivElement>(null);
  return (
    <>
      <div className="page-head">
        <div>
          <p className="quiet small">{data.strategy?.name ?? t("activity-no-strategy")}</p>
          <h1>{data.name}</h1>
          {data.description && <p className="partner-note">{data.description}</p>}
        </div>
        <div className="actions">
          <Status data={data} />
          <Button onPress={() => setIsEditing(true)}>
            <Pencil size={15} aria-hidden />
            {t("activity-edit")}
          </Button>
          <Button
            kind="primary"
            onPress={() => log.current?.querySelector<HTMLElement>("input")?.focus()}
          >
            <NotebookPen size={15} aria-hidden />
            {t("activity-log-update")}
          </Button>
        </div>
      </div>
      <KeyFigures data={data} />
      {data.standing.warnings.length > 0 && (
        <ul className="plan-warnings" aria-label={t("activity-plan")}>
          {data.standing.warnings.map((warning) => (
            <li key={warning}>
              <TriangleAlert className="icon" size={14} aria-hidden /> {warning}
            </li>
          ))}
        </ul>
      )}
      <div className="partner-columns">
        <div>
          <Milestones data={data} />
          <Risks data={data} />
          <Resources data={data} />
          <Changes data={data} />
        </div>
        <div>
          <div ref={log}>
            <Log data={data} />
          </div>
          <Who data={data} />
          <Ties data={data} side="before" />
          <Ties data={data} side="after" />
        </div>
      </div>
      {isEditing && <Edit id={data.id} onClose={() => setIsEditing(false)} />}
    </>
  );
}

/** The whole form, with what the list knows of the activity. */
function Edit({ id, onClose }: { id: string; onClose: () => void }) {
  const { go } = useNavigation();
  const found = useQuery(activities()).data?.find((one) => one.id === id);
  if (!found) return null;
  return (
    <ActivityDrawer
      activity={found}
      begin={found.form}
      onClose={onClose}
      onRemoved={() => go({ screen: "activities" })}
    />
  );
}

function Status({ data }: { data: Data }) {
  const toast = useToast();
  async function set(status: string) {
    try {
      await call("set_activity_status", { id: data.id, status });
    } catch (error) {
      toast(errorWords(error));
    }
  }
  return (
    <select
      className="input activity-status"
      aria-label={t("activity-status-of")}
      value={data.status}
      onChange={(event) => void set(event.target.value)}
    >
      {STATUSES.map((value) => (
        <option key={value} value={value}>
          {t(`activity-${value}`)}
        </option>
      ))}
    </select>
  );
}

function KeyFigures({ data }: { data: Data }) {
  const { standing } = data;
  return (
    <dl className="key-figures partner-figures">
      <Figure label={t("activity-course")}>
        {standing.course ? <Course word={standing.course} /> : t("activity-nothing-heard")}
      </Figure>
      {standing.heard !== "not_awaited" && (
        <Figure label={t("activities-heard")}>
          <Heard standing={standing} />
        </Figure>
      )}
      <Figure label={t("activity-milestones")}>
        {standing.milestones > 0
          ? t("activity-milestones-words", {
              done: standing.milestonesDone,
              all: standing.milestones,
            })
          : t("activity-milestones-none")}
      </Figure>
      <Figure label={t("activity-open-risks")}>
        {standing.worstRisk ? (
          <>
            {standing.openRisks} · <Level word={standing.worstRisk} />
          </>
        ) : (
          t("activity-no-risks")
        )}
      </Figure>
      <Figure label={t("activity-when")}>{dates(data)}</Figure>
    </dl>
  );
}

function Figure({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <b>{children}</b>
      </dd>
    </div>
  );
}

function dates({ startsWords: starts, endsWords: ends }: Data): string {
  if (starts && ends) return t("activity-dates-words", { starts, ends });
  if (starts) return t("activity-from", { starts });
  return ends ? t("activity-until", { ends }) : t("activity-undated");
}

function Who({ data }: { data: Data }) {
  const { go } = useNavigation();
  const links = (records: NamedRecord[], place: (id: string) => Place, none: string) =>
    records.length === 0 ? (
      <span className="status watch">{none}</span>
    ) : (
      <ul className="plain-list">
        {records.map((record) => (
          <li key={record.id}>
            <button type="button" className="signal" onClick={() => go(place(record.id))}>
              {record.name}
            </button>
          </li>
        ))}
      </ul>
    );
  const partner = (id: string): Place => ({ screen: "partner", id });
  return (
    <Part title={t("activity-who")}>
      <dl className="activity-who">
        <dt>{t("activity-lead")}</dt>
        <dd>{links(data.lead ? [data.lead] : [], partner, t("activity-no-lead"))}</dd>
        <dt>{t("activity-with")}</dt>
        <dd>{links(data.partners, partner, t("activity-no-partners"))}</dd>
        <dt>{t("activity-moves")}</dt>
        <dd>
          {links(data.measures, (id) => ({ screen: "measure", id }), t("activity-no-measures"))}
        </dd>
        {data.progress && (
          <>
            <dt>{t("activity-progress")}</dt>
            <dd className="pre-line">{data.progress}</dd>
          </>
        )}
      </dl>
    </Part>
  );
}
