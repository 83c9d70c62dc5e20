/** Reports: kinds and options at the sides, the very pages that are exported in the middle. */
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Check, Download, EyeOff, ShieldCheck, Table2, TriangleAlert } from "lucide-react";
import { useEffect, useState } from "react";
import { call } from "../ipc/client";
import type { Paper, ReportCheck, ReportDraft, ReportOptions } from "../ipc/generated";
import { audienceRules, describedReport, reportCheck } from "../ipc/queries";
import { Button, Checkbox, Segmented, Select, TextField } from "../shared/controls";
import { ExportDialog } from "../shared/ExportDialog";
import { ExportNotes } from "../shared/ExportNotes";
import { Failed, Loaded } from "../shared/states";
import { useToast } from "../shared/toasts";
import { t } from "../text/texts";
import { AudienceRules } from "./AudienceRules";
import { Disclosures } from "./Disclosures";
import { KINDS } from "./kinds";
import { PdfPages, type Zoom } from "./PdfPages";

/** Sections that can be left out, by kind of report. */
const SECTIONS: Record<string, readonly string[]> = {
  board: ["measures", "conditions", "activities", "decisions", "calculations"],
  matrix: ["strategies", "results", "populations", "places", "findings"],
};
const AUDIENCES = ["internal", "partners", "public"] as const;

/** `first` is the kind the screen was opened for, `asked` the partner. */
export default function Reports({
  kind: first = "board",
  partner: asked,
}: {
  kind?: string | undefined;
  partner?: string | undefined;
}) {
  const [kind, setKind] = useState(first);
  const [measure, setMeasure] = useState<string | null>(null);
  const [partner, setPartner] = useState<string | null>(asked ?? null);
  const query = useQuery({
    ...describedReport({ kind, measure, partner }),
    placeholderData: keepPreviousData,
  });
  return (
    <Loaded query={query}>
      {(draft) => (
        <Builder
          // A kind begins with its own options; another measure keeps those chosen.
          key={draft.options.kind}
          draft={draft}
          onKind={setKind}
          onMeasure={setMeasure}
          onPartner={setPartner}
        />
      )}
    </Loaded>
  );
}

function Builder({
  draft,
  onKind,
  onMeasure,
  onPartner,
}: {
  draft: ReportDraft;
  onKind: (kind: string) => void;
  onMeasure: (measure: string) => void;
  onPartner: (partner: string) => void;
}) {
  const [options, setOptions] = useState<ReportOptions>(draft.options);
  const [bytes, setBytes] = useState<ArrayBuffer | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [isBusy, setIsBusy] = useState(false);
  const [isGray, setIsGray] = useState(false);
  const [zoom, setZoom] = useState<Zoom>("width");
  const [scale, setScale] = useState(1);
  const [pages, setPages] = useState(0);
  const [open, setOpen] = useState<"rules" | "log" | "tables" | null>(null);
  const toast = useToast();
  const check = useQuery({ ...reportCheck(options), placeholderData: keepPreviousData });
  // The pages depend on the rules too, which are changed beside them.
  const rules = useQuery(audienceRules()).data;
  const sections = SECTIONS[options.kind];

  // biome-ignore lint/correctness/useExhaustiveDependencies: other rules make other pages.
  useEffect(() => {
    let isCurrent = true;
    const timer = setTimeout(() => {
      call("preview_report", options).then(
        (found) => {
          if (!isCurrent) return;
          setError(null);
          setBytes(found);
        },
        (thrown) => isCurrent && setError(thrown),
      );
    }, 150);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [options, rules]);

  async function save() {
    setIsBusy(true);
    try {
      const { fileName } = await call("export_report", options);
      if (fileName) {
        toast(t("report-exported", { name: fileName }), {
          label: t("open-it"),
          run: () => void call("open_export", {}),
        });
      }
    } catch (thrown) {
      setError(thrown);
    }
    setIsBusy(false);
  }

  return (
    <div className="reports">
      <section aria-label={t("report-kinds")}>
        <h1 className="h2">{t("screen-reports")}</h1>
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would draw a frame and a legend. */}
        <div className="kinds" role="group" aria-label={t("report-kinds")}>
          {KINDS.map((kind) => (
            <button
              key={kind}
              type="button"
              aria-pressed={kind === options.kind}
              onClick={() => onKind(kind)}
            >
              <b>{t(`report-${kind}`)}</b>
              <span className="quiet small">{t(`report-${kind}-about`)}</span>
            </button>
          ))}
        </div>
        <p className="quiet small">{pages > 0 && t("report-pages", { count: pages })}</p>
        {sections && <Sections sections={sections} options={options} onChange={setOptions} />}
        {options.kind === "measure" && (
          <div className="section">
            <Select
              label={t("measure")}
              value={options.measure ?? ""}
              options={draft.measures.map(({ id, name }) => ({ value: id, label: name }))}
              onChange={(measure) => {
                setOptions({ ...options, measure });
                onMeasure(measure);
              }}
            />
          </div>
        )}
        {options.kind === "agenda" && draft.versions.length > 0 && (
          <div className="section">
            <Select
              label={t("report-agenda-version")}
              value={options.version ?? ""}
              options={draft.versions.map(({ id, version, isDraft }) => ({
                value: id,
                label: t(isDraft ? "agenda-version-draft" : "agenda-version", { version }),
              }))}
              onChange={(version) => setOptions({ ...options, version })}
            />
          </div>
        )}
        {options.kind === "partner" && (
          <div className="section">
            <Select
              label={t("partner")}
              value={options.partner ?? ""}
              options={draft.partners.map(({ id, name }) => ({ value: id, label: name }))}
              onChange={(partner) => {
                setOptions({ ...options, partner });
                onPartner(partner);
              }}
            />
          </div>
        )}
        <div className="section" style={{ display: "grid", gap: 8, justifyItems: "start" }}>
          <Button onPress={() => setOpen("tables")}>
            <Table2 size={15} aria-hidden />
            {t("export-tables")}
          </Button>
          <Button onPress={() => setOpen("rules")}>
            <ShieldCheck size={15} aria-hidden />
            {t("rules")}
          </Button>
          <Button onPress={() => setOpen("log")}>
            <EyeOff size={15} aria-hidden />
            {t("disclosures")}
          </Button>
        </div>
      </section>
      <section className="desk" aria-label={t("report-pages-desk")}>
        <div className="desk-bar">
          <Button
            kind="ghost"
            onPress={() => setZoom(Math.max(scale - 0.1, 0.3))}
            aria-label={t("zoom-out")}
          >
            −
          </Button>
          <span className="num">{Math.round(scale * 100)}%</span>
          <Button
            kind="ghost"
            onPress={() => setZoom(Math.min(scale + 0.1, 2.4))}
            aria-label={t("zoom-in")}
          >
            +
          </Button>
          <Button kind="ghost" isDisabled={zoom === "width"} onPress={() => setZoom("width")}>
            {t("zoom-width")}
          </Button>
          <span style={{ flex: 1 }} />
          <Segmented
            label={t("report-look")}
            value={isGray ? "gray" : "color"}
            options={[
              { value: "color", label: t("look-color") },
              { value: "gray", label: t("look-gray") },
            ]}
            onChange={(look) => setIsGray(look === "gray")}
          />
        </div>
        {error !== null && <Failed error={error} />}
        <PdfPages bytes={bytes} zoom={zoom} isGray={isGray} onPages={setPages} onScale={setScale} />
      </section>
      <aside aria-label={t("report-options")}>
        <Button kind="primary" isDisabled={isBusy || bytes === null} onPress={() => void save()}>
          <Download size={15} aria-hidden />
          {t("export-pdf")}
        </Button>
        <div className="section" style={{ display: "grid", gap: 14 }}>
          <Select
            label={t("export-audience")}
            value={options.audience}
            options={AUDIENCES.map((one) => ({ value: one, label: t(`audience-${one}`) }))}
            onChange={(audience) => setOptions({ ...options, audience })}
          />
          <TextField
            label={t("report-title")}
            value={options.title}
            placeholder={t(`report-${options.kind}`)}
            onChange={(title) => setOptions({ ...options, title })}
          />
          <TextField
            label={t("report-as-of")}
            value={options.asOf}
            help={t("date-form")}
            onChange={(asOf) => setOptions({ ...options, asOf })}
          />
          <div className="field">
            <span className="label">{t("report-paper")}</span>
            <Segmented<Paper>
              label={t("report-paper")}
              value={options.paper}
              options={[
                { value: "letter", label: t("paper-letter") },
                { value: "a4", label: t("paper-a4") },
              ]}
              onChange={(paper) => setOptions({ ...options, paper })}
            />
          </div>
        </div>
        <div className="section-head section">
          <h2>{t("report-checks")}</h2>
        </div>
        <ExportNotes query={check} />
        <ul className="side-list">
          {draft.checks.map((found) => (
            <CheckLine key={found.words} check={found} />
          ))}
        </ul>
      </aside>
      {open === "rules" && <AudienceRules onClose={() => setOpen(null)} />}
      {open === "log" && <Disclosures onClose={() => setOpen(null)} />}
      {open === "tables" && (
        <ExportDialog
          choices={["everything", "measures", "readings", "partners", "activities", "meetings"]}
          onClose={() => setOpen(null)}
        />
      )}
    </div>
  );
}

function CheckLine({ check }: { check: ReportCheck }) {
  return (
    <li>
      {check.isMet ? (
        <Check className="icon" size={15} aria-label={t("signal-met")} />
      ) : (
        <TriangleAlert className="icon" size={15} aria-label={t("signal-open")} />
      )}
      <span>{check.words}</span>
    </li>
  );
}

/** What a board report holds. */
function Sections({
  sections,
  options,
  onChange,
}: {
  sections: readonly string[];
  options: ReportOptions;
  onChange: (options: ReportOptions) => void;
}) {
  return (
    <fieldset className="section bare">
      <legend className="label">{t("report-sections")}</legend>
      {options.kind === "board" && (
        <Checkbox label={t("section-front")} isSelected isDisabled onChange={() => {}} />
      )}
      {sections.map((section) => (
        <Checkbox
          key={section}
          label={t(`section-${section}`)}
          isSelected={!options.leftOut.includes(section)}
          onChange={(isIn) =>
            onChange({
              ...options,
              leftOut: isIn
                ? options.leftOut.filter((other) => other !== section)
                : [...options.leftOut, section],
            })
          }
        />
      ))}
      {options.kind === "board" && (
        <Checkbox label={t("section-notes")} isSelected isDisabled onChange={() => {}} />
      )}
    </fieldset>
  );
}
