/** One measure: figures, chart, readings, story, definition, and how it was worked out. */
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Pencil, Upload } from "lucide-react";
import { type ReactNode, useState } from "react";
import { call } from "../ipc/client";
import type { MeasurePage } from "../ipc/generated";
import { dimensions, drawing, measure } from "../ipc/queries";
import { Button, Checkbox } from "../shared/controls";
import { ExportButton } from "../shared/ExportDialog";
import { FigureView } from "../shared/figure/FigureView";
import { useNavigation } from "../shared/navigation";
import { Prose } from "../shared/Prose";
import { RecordForm } from "../shared/RecordForm";
import { StatusMark } from "../shared/StatusMark";
import { Loaded } from "../shared/states";
import { t } from "../text/texts";
import { measureFields } from "./fields";
import { Readings } from "./Readings";
import { Targets } from "./Targets";

export default function Measure({ id }: { id: string }) {
  const query = useQuery(measure(id));
  return <Loaded query={query}>{(page) => <Page page={page} />}</Loaded>;
}

function Page({ page }: { page: MeasurePage }) {
  const known = useQuery(dimensions()).data;
  const { go } = useNavigation();
  const [open, setOpen] = useState<"definition" | "story" | "targets" | null>(null);
  const close = () => setOpen(null);

  return (
    <>
      <div className="page-head">
        <div>
          <h1>
            {page.form.name} <StatusMark word={page.status.word} isPill />
          </h1>
          <p className="quiet">{page.subtitle || page.status.because}</p>
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
      {page.keyFigures.length > 0 && (
        <dl className="key-figures">
          {page.keyFigures.map((figure) => (
            <div key={figure.label}>
              <dt>{figure.label}</dt>
              <dd>
                <b>{figure.value}</b>
                {figure.note && <span>{figure.note}</span>}
              </dd>
            </div>
          ))}
        </dl>
      )}
      <div className="measure">
        <div>
          <Chart page={page} />
          <Readings id={page.id} />
          <section className="section" aria-label={t("worked-out")}>
            <div className="section-head">
              <h2>{t("worked-out")}</h2>
            </div>
            {page.workedOut.map((rule) => (
              <details key={rule.question} className="worked">
                <summary>
                  <b>{rule.question}</b> {rule.answer}
                </summary>
                <dl>
                  {rule.inputs.map((input) => (
                    <Pair key={input.name} name={input.name}>
                      {input.value}
                    </Pair>
                  ))}
                  <Pair name={t("rule-points")}>{rule.points}</Pair>
                  <Pair name={t("rule-formula")}>{rule.rule}</Pair>
                  <Pair name={t("rule-source")}>{rule.citation}</Pair>
                </dl>
              </details>
            ))}
          </section>
        </div>
        <aside aria-label={t("about-measure")}>
          <SideHead words={t("story")} onEdit={() => setOpen("story")} />
          {page.story ? (
            <Prose text={page.story} />
          ) : (
            <p className="reading quiet">{t("story-empty")}</p>
          )}
          {page.storyBy && <p className="note">{page.storyBy}</p>}
          <SideHead words={t("about-measure")} onEdit={() => setOpen("definition")} />
          <Definition page={page} />
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
      {open === "story" && (
        <RecordForm
          title={t("story")}
          initial={{ story: page.story }}
          fields={[{ name: "story", label: t("story"), kind: "area", help: t("story-help") }]}
          save={({ story }) => call("write_story", { id: page.id, story })}
          onClose={close}
        />
      )}
      {open === "targets" && <Targets page={page} onClose={close} />}
    </>
  );
}

function Chart({ page }: { page: MeasurePage }) {
  const [width, setWidth] = useState(780);
  const [parts, setParts] = useState({
    path: true,
    comparison: true,
    notes: true,
    limits: false,
    forecast: false,
  });
  const scene = useQuery({
    ...drawing({ id: page.id, width, height: 340, ...parts }),
    placeholderData: keepPreviousData,
  });
  const available = page.parts;
  return (
    <section aria-label={page.finding}>
      <div className="section-head" style={{ border: 0 }}>
        <h2>{page.finding}</h2>
      </div>
      <div className="parts">
        {(["path", "comparison", "notes", "limits", "forecast"] as const)
          .filter((part) => available[part])
          .map((part) => (
            <Checkbox
              key={part}
              label={t(`part-${part}`)}
              isSelected={parts[part]}
              onChange={(isOn) => setParts({ ...parts, [part]: isOn })}
            />
          ))}
      </div>
      <Loaded query={scene}>{(drawn) => <FigureView scene={drawn} onResize={setWidth} />}</Loaded>
    </section>
  );
}

function Definition({ page }: { page: MeasurePage }) {
  const { form } = page;
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

function Pair({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

function SideHead({ words, onEdit }: { words: string; onEdit?: () => void }) {
  return (
    <div className="section-head" style={{ marginTop: 14 }}>
      <h2>{words}</h2>
      {onEdit && (
        <button
          type="button"
          className="button ghost"
          onClick={onEdit}
          aria-label={t("edit-named", { name: words })}
        >
          {t("edit")}
        </button>
      )}
    </div>
  );
}
