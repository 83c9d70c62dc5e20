/** One measure: figures, chart, groups, readings, story, definition, and how it was worked out. */
import { useQuery } from "@tanstack/react-query";
import { Pencil, Upload } from "lucide-react";
import { type ReactNode, useEffect, useState } from "react";
import { call } from "../ipc/client";
import type { MeasurePage } from "../ipc/generated";
import { dimensions, measure } from "../ipc/queries";
import { Button } from "../shared/controls";
import { ExportButton } from "../shared/ExportDialog";
import { useNavigation } from "../shared/navigation";
import { RecordForm } from "../shared/RecordForm";
import { StatusMark } from "../shared/StatusMark";
import { Loaded } from "../shared/states";
import { TagsOf } from "../shared/tags/TagsOf";
import { t } from "../text/texts";
import { Comparisons, Contributions } from "./Beside";
import { Calculation } from "./Calculation";
import { Chart } from "./Chart";
import { Ledger, Notes, Tests } from "./Events";
import { measureFields } from "./fields";
import { Groups } from "./Groups";
import { partId, placeOf, showPart } from "./mending";
import { Pair } from "./Pair";
import { Provisional } from "./Periods";
import { Provenance, type Spot } from "./Provenance";
import { Readings } from "./Readings";
import { SideHead } from "./SideHead";
import { Stories } from "./Stories";
import { Targets } from "./Targets";
import { Rules, WorkedOut } from "./WorkedOut";

/** `mend` names what the page was opened to put right. */
export default function Measure({ id, mend }: { id: string; mend?: string | undefined }) {
  const query = useQuery(measure(id));
  return <Loaded query={query}>{(page) => <Page page={page} mend={mend} />}</Loaded>;
}

type Panel = "definition" | "targets" | "worked-out" | null;

/** The panel in which something is mended; none for what is mended on the page itself. */
function panelOf(mend: string | undefined): Panel {
  return mend === "definition" || mend === "targets" ? mend : null;
}

/** A part of the page that can be led to. */
function Part({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div id={partId(name)} tabIndex={-1} className="part-of-page">
      {children}
    </div>
  );
}

function Page({ page, mend }: { page: MeasurePage; mend: string | undefined }) {
  const known = useQuery(dimensions()).data;
  const { go } = useNavigation();
  const [open, setOpen] = useState<Panel>(panelOf(mend));
  const [spot, setSpot] = useState<Spot | null>(null);
  const close = () => setOpen(null);
  const mendAt = (at: string) => {
    const panel = panelOf(at);
    if (panel) setOpen(panel);
    else showPart(at);
  };
  useEffect(() => {
    return mend && !panelOf(mend) ? showPart(mend) : undefined;
  }, [mend]);

  return (
    <>
      <div className="page-head">
        <div>
          <h1>
            {page.form.name}{" "}
            <button
              type="button"
              className="plain-button pill-button"
              title={page.status.because}
              aria-label={t("status-explain", {
                status: t(`status-${page.status.word}`),
                name: page.form.name,
              })}
              onClick={() => setOpen("worked-out")}
            >
              <StatusMark word={page.status.word} isPill />
            </button>
          </h1>
          <p className="quiet">{page.subtitle || page.status.because}</p>
          <TagsOf of="measures" id={page.id} tags={page.tags} />
        </div>
        <div className="actions">
          <Button onPress={() => go({ screen: "import", measure: page.id })}>
            <Upload size={15} aria-hidden />
            {t("import")}
          </Button>
          <ExportButton
            choices={["chart", "measure"]}
            measure={page.id}
            parts={{ ...page.parts, limits: false, forecast: false, margins: false }}
          />
          <Button onPress={() => setOpen("targets")}>{t("targets-edit")}</Button>
          <Button onPress={() => setOpen("definition")}>
            <Pencil size={15} aria-hidden />
            {t("edit-measure")}
          </Button>
        </div>
      </div>
      <KeyFigures page={page} onExplain={(period) => setSpot({ column: "all", period })} />
      <div className="measure">
        <div>
          <Chart page={page} onExplain={(period) => setSpot({ column: "all", period })} />
          <Groups page={page} />
          <Part name="readings">
            <Readings id={page.id} onExplain={setSpot} />
          </Part>
          {page.footnotes.length > 0 && (
            <ol className="note footnotes">
              {page.footnotes.map((footnote) => (
                <li key={footnote}>{footnote}</li>
              ))}
            </ol>
          )}
          <section className="section" aria-label={t("worked-out")}>
            <div className="section-head">
              <h2>{t("worked-out")}</h2>
            </div>
            <Rules page={page} />
          </section>
        </div>
        <aside aria-label={t("about-measure")}>
          <Stories page={page} />
          <Needs page={page} onMend={mendAt} />
          <Tests page={page} />
          <Contributions page={page} />
          <SideHead words={t("about-measure")} onAct={() => setOpen("definition")} />
          <Definition page={page} />
          <Ledger page={page} />
          <Notes page={page} />
          <Part name="calculation">
            <Calculation page={page} />
          </Part>
          <Part name="comparison">
            <Comparisons page={page} />
          </Part>
          <SideHead words={t("sources")} />
          <ul className="side-list">
            {page.sources.map((source) => (
              <li key={`${source.name}${source.detail}`}>
                <span>
                  {source.name}
                  <br />
                  <span className="quiet small">{source.detail}</span>
                </span>
              </li>
            ))}
            {page.sources.length === 0 && <li className="quiet">{t("sources-none")}</li>}
          </ul>
        </aside>
      </div>
      {open === "definition" && (
        <RecordForm
          title={page.form.name}
          initial={page.form}
          fields={measureFields(known)}
          save={(form) => call("change_measure", { id: page.id, form })}
          remove={async () => {
            await call("remove_measure", { id: page.id });
            go({ screen: "measurement" });
          }}
          onClose={close}
        />
      )}
      {open === "targets" && <Targets page={page} onClose={close} />}
      {open === "worked-out" && <WorkedOut id={page.id} onClose={close} />}
      {spot !== null && <Provenance measure={page.id} spot={spot} onClose={() => setSpot(null)} />}
    </>
  );
}

/** A key figure that is one reading says where it comes from. */
function KeyFigures({
  page,
  onExplain,
}: {
  page: MeasurePage;
  onExplain: (period: string) => void;
}) {
  if (page.keyFigures.length === 0) return null;
  return (
    <dl className="key-figures">
      {page.keyFigures.map((figure) => {
        const { period } = figure;
        return (
          <div key={figure.label}>
            <dt>{figure.label}</dt>
            <dd>
              {period === null ? (
                <b>{figure.value}</b>
              ) : (
                <button
                  type="button"
                  className="plain-button"
                  title={t("provenance-open")}
                  aria-label={t("figure-explain", { value: figure.value, name: figure.label })}
                  onClick={() => onExplain(period)}
                >
                  <b>{figure.value}</b>
                </button>
              )}
              {figure.note && <span>{figure.note}</span>}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

/** What this measure still lacks; each leads to where it is mended. */
function Needs({ page, onMend }: { page: MeasurePage; onMend: (at: string) => void }) {
  const { go } = useNavigation();
  return (
    <section aria-label={t("quality")}>
      <SideHead words={t("quality")} />
      {page.needs.length === 0 && <p className="quiet small">{t("quality-empty")}</p>}
      <ul className="side-list">
        {page.needs.map((need) => (
          <li key={need.words}>
            <button
              type="button"
              className="plain-button"
              onClick={() =>
                need.at === "requests" ? go(placeOf(need, page.id)) : onMend(need.at)
              }
            >
              {need.words}
            </button>
          </li>
        ))}
      </ul>
      {page.provisional.length > 0 && (
        <Part name="provisional">
          <Provisional periods={page.provisional} measure={page.id} />
        </Part>
      )}
    </section>
  );
}

function Definition({ page }: { page: MeasurePage }) {
  const { form } = page;
  const rating = (power: number | null) =>
    power === null ? "" : t("rating-of-three", { count: power });
  const lines: [string, string][] = [
    [t("measure-result"), page.resultName ?? ""],
    [t("measure-polarity"), t(`polarity-${form.polarity}`)],
    [t("measure-definition"), form.definition],
    [t("measure-numerator"), form.numerator],
    [t("measure-denominator"), form.denominator],
    [t("measure-frequency"), t(`frequency-${form.frequency}`)],
    [t("measure-source"), form.source],
    [t("measure-provider"), form.provider],
    [t("measure-release"), form.release],
    [t("measure-steward"), form.steward],
    [t("measure-limitations"), form.limitations],
    [t("measure-communication-power"), rating(form.communicationPower)],
    [t("measure-proxy-power"), rating(form.proxyPower)],
    [t("measure-data-power"), rating(form.dataPower)],
  ];
  return (
    <dl className="about">
      {lines
        .filter(([, value]) => value !== "")
        .map(([name, value]) => (
          <Pair key={name} name={name}>
            {value}
          </Pair>
        ))}
    </dl>
  );
}
