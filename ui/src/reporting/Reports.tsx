/** The board report: options at the sides, the very pages that are exported in the middle. */
import { useQuery } from "@tanstack/react-query";
import { Check, Download, TriangleAlert } from "lucide-react";
import { useEffect, useState } from "react";
import { call } from "../ipc/client";
import type { Paper, ReportDraft, ReportOptions } from "../ipc/generated";
import { boardReport } from "../ipc/queries";
import { Button, Checkbox, Segmented, TextField } from "../shared/controls";
import { Failed, Loaded } from "../shared/states";
import { useToast } from "../shared/toasts";
import { t } from "../text/texts";
import { PdfPages, type Zoom } from "./PdfPages";

const SECTIONS = ["measures", "conditions", "activities", "decisions", "calculations"];

export default function Reports() {
  const query = useQuery(boardReport());
  return <Loaded query={query}>{(draft) => <Builder draft={draft} />}</Loaded>;
}

function Builder({ draft }: { draft: ReportDraft }) {
  const [options, setOptions] = useState<ReportOptions>(draft.options);
  const [bytes, setBytes] = useState<ArrayBuffer | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [isBusy, setIsBusy] = useState(false);
  const [isGray, setIsGray] = useState(false);
  const [zoom, setZoom] = useState<Zoom>("width");
  const [scale, setScale] = useState(1);
  const [pages, setPages] = useState(0);
  const toast = useToast();

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
  }, [options]);

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
      <section aria-label={t("report-sections")}>
        <h1 className="h2">{t("report-board")}</h1>
        <p className="quiet small">{t("report-pages", { count: pages })}</p>
        <div className="section">
          <Checkbox label={t("section-front")} isSelected isDisabled onChange={() => {}} />
          {SECTIONS.map((section) => (
            <Checkbox
              key={section}
              label={t(`section-${section}`)}
              isSelected={!options.leftOut.includes(section)}
              onChange={(isIn) =>
                setOptions({
                  ...options,
                  leftOut: isIn
                    ? options.leftOut.filter((other) => other !== section)
                    : [...options.leftOut, section],
                })
              }
            />
          ))}
          <Checkbox label={t("section-notes")} isSelected isDisabled onChange={() => {}} />
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
          <TextField
            label={t("report-title")}
            value={options.title}
            placeholder={t("report-board")}
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
        <ul className="side-list">
          {draft.checks.map((check) => (
            <li key={check.words}>
              {check.isMet ? (
                <Check className="icon" size={15} aria-label={t("signal-met")} />
              ) : (
                <TriangleAlert className="icon" size={15} aria-label={t("signal-open")} />
              )}
              <span>{check.words}</span>
            </li>
          ))}
        </ul>
      </aside>
    </div>
  );
}
