/** What a partner does and gives: activities, figures, meetings, signatures. */
import type { PartnerPage } from "../ipc/generated";
import { useNavigation } from "../shared/navigation";
import { Part } from "../shared/Part";
import { t } from "../text/texts";

export function Activities({ data }: { data: PartnerPage }) {
  const { go } = useNavigation();
  return (
    <Part
      title={t("partner-activities")}
      empty={data.activities.length === 0 && t("partner-activities-empty")}
    >
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">{t("activity")}</th>
            <th scope="col">{t("group-role")}</th>
            <th scope="col">{t("strategy")}</th>
            <th scope="col">{t("activity-status")}</th>
          </tr>
        </thead>
        <tbody>
          {data.activities.map((activity) => (
            <tr
              key={activity.id}
              className="row"
              onClick={() => go({ screen: "activity", id: activity.id })}
            >
              <th scope="row">
                <button type="button" className="signal row-open">
                  {activity.name}
                </button>
              </th>
              <td>{t(activity.isLead ? "activity-role-lead" : "activity-role-part")}</td>
              <td>{activity.strategy || "–"}</td>
              <td>{t(`activity-${activity.status}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {data.resources.length > 0 && (
        <>
          <h3 className="part-head">{t("contributions")}</h3>
          <ul className="plain-list people">
            {data.resources.map((given) => (
              <li key={`${given.activity} ${given.kind} ${given.description}`}>
                <b>{given.amountWords || t(`resource-${given.kind}`)}</b>{" "}
                {[given.description, given.activityName].filter(Boolean).join(", ")}
                {!given.isSecured && <span className="quiet"> ({t("resource-open")})</span>}
              </li>
            ))}
          </ul>
        </>
      )}
    </Part>
  );
}

export function Measures({ data }: { data: PartnerPage }) {
  const { go } = useNavigation();
  const isEmpty = data.measures.length + data.requests.length === 0;
  return (
    <Part title={t("measures-supplied")} empty={isEmpty && t("measures-supplied-empty")}>
      {data.measures.length > 0 && (
        <table className="plain">
          <tbody>
            {data.measures.map((measure) => (
              <tr
                key={measure.id}
                className="row"
                onClick={() => go({ screen: "measure", id: measure.id })}
              >
                <th scope="row">
                  <button type="button" className="signal row-open">
                    {measure.name}
                  </button>
                  {measure.contributesTo.length > 0 && (
                    <span className="quiet small">
                      {t("supplied-contributes", { names: measure.contributesTo.join(", ") })}
                    </span>
                  )}
                </th>
                <td>{t(measure.isOwn ? "measure-own" : "measure-provides")}</td>
                <td className="right">{t("supplied-readings", { count: measure.readings })}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {data.requests.length > 0 && (
        <>
          <h3 className="part-head">{t("partner-requests")}</h3>
          <table className="plain">
            <tbody>
              {data.requests.map((request) => (
                <tr key={request.id} className="row" onClick={() => go({ screen: "requests" })}>
                  <th scope="row">
                    <button type="button" className="signal row-open">
                      {request.title}
                    </button>
                  </th>
                  <td>{t("partner-request-figures", { count: request.figures })}</td>
                  <td>{request.dueWords}</td>
                  <td>
                    <span className={request.standing === "late" ? "status off_track" : ""}>
                      {t(`standing-${request.standing}`)}
                    </span>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </Part>
  );
}

export function Meetings({ data }: { data: PartnerPage }) {
  return (
    <Part
      title={t("meetings-attended")}
      note={data.attendedWords}
      empty={data.meetings.length === 0 && t("meetings-attended-empty")}
    >
      <table className="plain">
        <tbody>
          {data.meetings.map((meeting) => (
            <tr key={meeting.id}>
              <th scope="row">{meeting.title}</th>
              <td>{meeting.dateWords}</td>
              <td>
                <Presence word={meeting.presence} />
              </td>
              <td className="quiet">{meeting.people.join(", ")}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Part>
  );
}

/** Whether someone was there, by mark and word. */
function Presence({ word }: { word: string }) {
  const mark = word === "present" ? "●" : word === "excused" ? "○" : "×";
  return (
    <span>
      <span aria-hidden className={`presence ${word}`}>
        {mark}
      </span>{" "}
      {t(`presence-${word}`)}
    </span>
  );
}

export function Endorsements({ data }: { data: PartnerPage }) {
  if (data.endorsed === "nothing" && data.signatures.length === 0) return null;
  return (
    <Part title={t("endorsements")} empty={data.signatures.length === 0 && t("endorsements-empty")}>
      <ul className="plain-list people">
        {data.signatures.map((signature) => (
          <li key={signature.version}>
            <b>
              {t("endorsement-line", { version: signature.version, date: signature.signedWords })}
            </b>{" "}
            {signature.signedBy && (
              <span className="quiet">{t("endorsement-by", { name: signature.signedBy })}</span>
            )}
          </li>
        ))}
      </ul>
    </Part>
  );
}

export function WorksWith({ data }: { data: PartnerPage }) {
  const { go } = useNavigation();
  if (data.worksWith.length === 0) return null;
  return (
    <Part title={t("works-with")} note={t("works-with-note")}>
      <p className="works-with">
        {data.worksWith.map((partner) => (
          <span key={partner.id}>
            <button
              type="button"
              className="link"
              onClick={() => go({ screen: "partner", id: partner.id })}
            >
              {partner.name}
            </button>{" "}
            {partner.count}
          </span>
        ))}
      </p>
    </Part>
  );
}
