/** Everything about one partner, each part with what adds to it. */
import { useQuery } from "@tanstack/react-query";
import { CircleCheck, Mail, MapPin, Merge, NotebookText, Pencil, Phone } from "lucide-react";
import { useRef, useState } from "react";
import type { PartnerPage as Data } from "../ipc/generated";
import { partner } from "../ipc/queries";
import { Button } from "../shared/controls";
import { useNavigation } from "../shared/navigation";
import { Loaded } from "../shared/states";
import { TagsOf } from "../shared/tags/TagsOf";
import { t } from "../text/texts";
import { Commitments } from "./Commitments";
import { Activities, Endorsements, Measures, Meetings, WorksWith } from "./Involved";
import { ChoosePartner } from "./Joining";
import { PartnerDrawer } from "./PartnerDrawer";
import { People } from "./People";
import { Statuses } from "./Statuses";
import { Touchpoints } from "./Touchpoints";

export default function PartnerPage({ id }: { id: string }) {
  const query = useQuery(partner(id));
  return <Loaded query={query}>{(data) => <Page data={data} />}</Loaded>;
}

function Page({ data }: { data: Data }) {
  const { go } = useNavigation();
  const [open, setOpen] = useState<"edit" | "merge" | null>(null);
  const touch = useRef<HTMLDivElement>(null);
  const { form } = data;
  return (
    <>
      <div className="page-head">
        <div>
          <p className="quiet small">{data.line}</p>
          <h1>
            {form.name}{" "}
            <span className={`partner-status pill ${form.status}`}>
              {t(`partner-status-${form.status}`)}
            </span>
          </h1>
          <p className="partner-contact quiet">
            {form.website && <span>{form.website}</span>}
            {form.email && (
              <span>
                <Mail size={13} aria-hidden /> {form.email}
              </span>
            )}
            {form.phone && (
              <span>
                <Phone size={13} aria-hidden /> {form.phone}
              </span>
            )}
            {form.address && (
              <span>
                <MapPin size={13} aria-hidden /> {form.address}
              </span>
            )}
            {form.size && <span>{form.size}</span>}
          </p>
          {form.note && <p className="partner-note">{form.note}</p>}
          <TagsOf of="partners" id={data.id} tags={data.tags} />
        </div>
        <div className="actions">
          <Button
            onPress={() => touch.current?.querySelector<HTMLElement>("textarea, input")?.focus()}
          >
            <Phone size={15} aria-hidden />
            {t("partner-log-touch")}
          </Button>
          <Button onPress={() => setOpen("merge")}>
            <Merge size={15} aria-hidden />
            {t("partner-merge")}
          </Button>
          <Button onPress={() => setOpen("edit")}>
            <Pencil size={15} aria-hidden />
            {t("partner-edit")}
          </Button>
          <Button
            kind="primary"
            onPress={() => go({ screen: "reports", kind: "partner", partner: data.id })}
          >
            <NotebookText size={15} aria-hidden />
            {t("partner-report")}
          </Button>
        </div>
      </div>
      <KeyFigures data={data} />
      <div className="partner-columns">
        <div>
          <Commitments data={data} />
          <Activities data={data} />
          <Measures data={data} />
          <Meetings data={data} />
          <Statuses data={data} />
        </div>
        <div>
          <div ref={touch}>
            <Touchpoints data={data} />
          </div>
          <People data={data} />
          <Endorsements data={data} />
          <WorksWith data={data} />
        </div>
      </div>
      {open === "edit" && (
        <PartnerDrawer
          id={data.id}
          form={form}
          onClose={() => setOpen(null)}
          onRemoved={() => go({ screen: "partners" })}
        />
      )}
      {open === "merge" && (
        <ChoosePartner
          of={{ id: data.id, name: form.name }}
          onClose={() => setOpen(null)}
          onMerged={(kept) => {
            if (kept !== data.id) go({ screen: "partner", id: kept });
          }}
        />
      )}
    </>
  );
}

function KeyFigures({ data }: { data: Data }) {
  const leads = data.activities.filter((activity) => activity.isLead).length;
  return (
    <dl className="key-figures partner-figures">
      <div>
        <dt>{t("partner-agenda")}</dt>
        <dd>
          {data.endorsed === "current" ? (
            <b>
              <CircleCheck className="icon met" size={15} aria-hidden />{" "}
              {t("partner-agenda-signed", { date: data.endorsedWords })}
            </b>
          ) : (
            <b>{data.endorsed === "nothing" ? t("partner-agenda-nothing") : data.endorsedWords}</b>
          )}
        </dd>
      </div>
      <div>
        <dt>{t("partner-activities")}</dt>
        <dd>
          <b>{t("partner-activities-words", { count: data.activities.length, leads })}</b>
        </dd>
      </div>
      <div>
        <dt>{t("partner-figures")}</dt>
        <dd>
          {data.late > 0 ? (
            <b className="status off_track">
              {t("owed-late", { owed: data.owed, late: data.late })}
            </b>
          ) : (
            <b>{data.owed || t("partner-figures-none")}</b>
          )}
        </dd>
      </div>
      <div>
        <dt>{t("partner-last-contact")}</dt>
        <dd>
          <b>{data.lastTouchWords || t("partner-contact-none")}</b>
        </dd>
      </div>
      {data.attendedWords && (
        <div>
          <dt>{t("partner-attendance")}</dt>
          <dd>
            <b>{data.attendedWords}</b>
          </dd>
        </div>
      )}
    </dl>
  );
}
