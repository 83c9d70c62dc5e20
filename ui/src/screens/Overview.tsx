/** Where the initiative stands today. */
import { useQuery } from "@tanstack/react-query";
import {
  ChartLine,
  Check,
  FileText,
  MessageSquareText,
  Table2,
  TriangleAlert,
  Waypoints,
} from "lucide-react";
import type { ConditionSignals, Overview as OverviewData } from "../ipc/generated";
import { overview } from "../ipc/queries";
import { MeasureTable } from "../measurement/MeasureTable";
import { Button } from "../shared/controls";
import { type Place, useNavigation } from "../shared/navigation";
import { StatusMark } from "../shared/StatusMark";
import { Loaded } from "../shared/states";
import { t } from "../text/texts";

const ICONS = {
  agenda: FileText,
  measurement: ChartLine,
  activities: Table2,
  communication: MessageSquareText,
  backbone: Waypoints,
} as const;

export function Overview({ today }: { today: string }) {
  const query = useQuery(overview());
  const { go } = useNavigation();
  return (
    <>
      <div className="page-head">
        <div>
          <h1>{t("screen-overview")}</h1>
          <p className="quiet">{today}</p>
        </div>
        <div className="actions">
          <Button kind="primary" onPress={() => go({ screen: "reports" })}>
            {t("prepare-report")}
          </Button>
        </div>
      </div>
      <Loaded query={query}>{(data) => <Filled data={data} />}</Loaded>
    </>
  );
}

function Filled({ data }: { data: OverviewData }) {
  const { go } = useNavigation();
  return (
    <div className="overview">
      <div>
        {data.nextSteps.length > 0 && (
          <section aria-label={t("next-steps")}>
            <div className="section-head">
              <h2>{t("next-steps")}</h2>
            </div>
            <ol>
              {data.nextSteps.map((step) => (
                <li key={step} className="empty" style={{ padding: "10px 0" }}>
                  <p>{t(`next-step-${step}`)}</p>
                  <Button onPress={() => go({ screen: STEP_PLACE[step] })}>
                    {t(`next-step-${step}-go`)}
                  </Button>
                </li>
              ))}
            </ol>
          </section>
        )}
        <section
          className={data.nextSteps.length > 0 ? "section" : undefined}
          // Who points at measures opens one next.
          onPointerEnter={() => void import("../measurement/Measure")}
          aria-label={t("headline-measures")}
        >
          <div className="section-head">
            <h2>{t("headline-measures")}</h2>
            <span className="counts small">
              {data.counts.map(({ word, count }) => (
                <StatusMark key={word} word={word} count={count} />
              ))}
            </span>
          </div>
          {data.results.length > 0 ? (
            <>
              <MeasureTable groups={data.results} usualPeriod={data.latestPeriod} />
              <div className="table-foot">
                <p className="note">{t("overview-note", { period: data.latestPeriod })}</p>
                <Button kind="ghost" onPress={() => go({ screen: "measurement" })}>
                  {t("all-measures", { count: data.measureCount })}
                </Button>
              </div>
            </>
          ) : (
            <p className="empty">{t("overview-no-headlines")}</p>
          )}
        </section>
        <section className="section" aria-label={t("signals")}>
          <div className="section-head">
            <h2>{t("signals")}</h2>
            <span className="quiet small">{t("signals-help")}</span>
          </div>
          {data.conditions.map((condition) => (
            <Signals key={condition.condition} condition={condition} />
          ))}
        </section>
      </div>
      <Aside data={data} />
    </div>
  );
}

const STEP_PLACE = {
  results: "agenda",
  measures: "measurement",
  partners: "partners",
} as const;

function Signals({ condition }: { condition: ConditionSignals }) {
  const { go } = useNavigation();
  const Icon = ICONS[condition.condition];
  return (
    <div className="signals">
      <h3 className={`cond-${condition.condition}`}>
        <Icon className="icon" size={17} aria-hidden />
        {t(`condition-${condition.condition}`)}
      </h3>
      {condition.signals.map((signal) => (
        <button
          key={signal.check}
          type="button"
          className="signal"
          onClick={() => go({ screen: signal.place } as Place)}
        >
          {signal.isMet ? (
            <Check className="icon met" size={15} aria-label={t("signal-met")} />
          ) : (
            <TriangleAlert className="icon open" size={15} aria-label={t("signal-open")} />
          )}
          <span>{signal.finding}</span>
          <span className="evidence">{signal.evidence}</span>
        </button>
      ))}
    </div>
  );
}

function Aside({ data }: { data: OverviewData }) {
  const { go } = useNavigation();
  return (
    <aside aria-label={t("overview-side")}>
      <SideHead words={t("next-meetings")} />
      <ul className="side-list">
        {data.meetings.map((meeting) => (
          <li key={meeting.id}>
            <span className="day">
              <b className="num">{meeting.day}</b>
              <span className="quiet small">{meeting.month}</span>
            </span>
            <span>
              {meeting.title}
              <br />
              <span className="quiet small">{meeting.when}</span>
            </span>
          </li>
        ))}
        {data.meetings.length === 0 && <li className="quiet">{t("next-meetings-none")}</li>}
      </ul>
      <SideHead
        words={t("overdue")}
        link={data.openActions > 0 ? t("all-open", { count: data.openActions }) : undefined}
        onGo={() => go({ screen: "communication" })}
      />
      <ul className="side-list">
        {data.overdue.slice(0, 5).map((item) => (
          <li key={item.id}>
            <span>
              {item.title}
              <br />
              <span className="quiet small">
                {item.owner} · <span className="late">{item.due}</span>
              </span>
            </span>
          </li>
        ))}
        {data.overdue.length === 0 && <li className="quiet">{t("overdue-none")}</li>}
      </ul>
      <SideHead
        words={t("data-due")}
        link={t("requests")}
        onGo={() => go({ screen: "requests" })}
      />
      <ul className="side-list">
        {data.lateRequests.map((late) => (
          <li key={late.id}>
            <button
              type="button"
              className="signal"
              onClick={() => go({ screen: "requests" })}
              style={{ display: "block" }}
            >
              {late.name}
              <br />
              <span className="quiet small">
                {late.provider} · <span className="late">{late.waiting}</span>
              </span>
            </button>
          </li>
        ))}
        {data.due.map((due) => (
          <li key={due.id}>
            <button
              type="button"
              className="signal"
              onClick={() => go({ screen: "measure", id: due.id })}
              style={{ display: "block" }}
            >
              {due.name}
              <br />
              <span className="quiet small">
                {due.provider ? `${due.provider} · ` : ""}
                {due.waiting}
              </span>
            </button>
          </li>
        ))}
        {data.due.length + data.lateRequests.length === 0 && (
          <li className="quiet">{t("data-due-none")}</li>
        )}
      </ul>
    </aside>
  );
}

function SideHead({
  words,
  link,
  onGo,
}: {
  words: string;
  link?: string | undefined;
  onGo?: () => void;
}) {
  return (
    <div className="section-head" style={{ marginTop: 14 }}>
      <h2>{words}</h2>
      {link && (
        <button type="button" className="button ghost" onClick={onGo}>
          {link}
        </button>
      )}
    </div>
  );
}
