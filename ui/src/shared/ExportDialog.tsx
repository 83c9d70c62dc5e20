/** Lets tables and pictures out: what, as what, for whom, and what that will hide. */
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { useState } from "react";
import { call } from "../ipc/client";
import type { ChartParts } from "../ipc/generated";
import { exportCheck } from "../ipc/queries";
import { t } from "../text/texts";
import { Button, Segmented, Select } from "./controls";
import { ExportNotes } from "./ExportNotes";
import { Dialog } from "./layers";
import { Failed } from "./states";
import { useToast } from "./toasts";

/** Something that can be exported, by the word the core has for it. */
export type Exportable =
  | "everything"
  | "measures"
  | "readings"
  | "partners"
  | "activities"
  | "meetings"
  | "decisions"
  | "action_items"
  | "measure"
  | "chart";

const AUDIENCES = ["internal", "partners", "public"] as const;
/** What only the team gets. */
const INSIDE: Exportable[] = ["meetings", "decisions", "action_items"];
const FORMATS = (what: Exportable) => (what === "chart" ? ["svg", "png"] : ["xlsx", "csv"]);

/** A button that opens the dialog. */
export function ExportButton(props: {
  choices: Exportable[];
  measure?: string;
  parts?: ChartParts;
}) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button onPress={() => setIsOpen(true)}>
        <Download size={15} aria-hidden />
        {t("export")}
      </Button>
      {isOpen && <ExportDialog {...props} onClose={() => setIsOpen(false)} />}
    </>
  );
}

export function ExportDialog({
  choices,
  measure,
  parts,
  onClose,
}: {
  choices: Exportable[];
  measure?: string;
  parts?: ChartParts;
  onClose: () => void;
}) {
  const [what, setWhat] = useState<Exportable>(choices[0] ?? "everything");
  const [chosen, setChosen] = useState<string | null>(null);
  const [wanted, setWanted] = useState<(typeof AUDIENCES)[number]>("partners");
  const [error, setError] = useState<unknown>(null);
  const [isBusy, setIsBusy] = useState(false);
  const toast = useToast();
  const formats = FORMATS(what);
  const format = chosen && formats.includes(chosen) ? chosen : (formats[0] ?? "xlsx");
  const isInside = INSIDE.includes(what);
  const audience = isInside ? "internal" : wanted;
  const request = {
    what,
    format,
    audience,
    measure: measure ?? null,
    parts: parts ?? null,
  };
  const check = useQuery({ ...exportCheck(request), placeholderData: keepPreviousData });

  async function save() {
    setIsBusy(true);
    setError(null);
    try {
      const { fileName } = await call("export_data", request);
      if (fileName) {
        toast(t("report-exported", { name: fileName }), {
          label: t("open-it"),
          run: () => void call("open_export", {}),
        });
        onClose();
      }
    } catch (thrown) {
      setError(thrown);
    }
    setIsBusy(false);
  }

  return (
    <Dialog title={t("export")} onClose={onClose}>
      <div className="dialog-form">
        {choices.length > 1 && (
          <Select
            label={t("export-what")}
            value={what}
            options={choices.map((choice) => ({
              value: choice,
              label: t(`export-what-${choice}`),
            }))}
            onChange={(choice) => setWhat(choice as Exportable)}
          />
        )}
        <div className="field">
          <span className="label">{t("export-format")}</span>
          <Segmented
            label={t("export-format")}
            value={format}
            options={formats.map((one) => ({ value: one, label: t(`export-format-${one}`) }))}
            onChange={setChosen}
          />
        </div>
        <div className="field">
          <span className="label">{t("export-audience")}</span>
          {isInside ? (
            <p className="quiet">{t("export-inside")}</p>
          ) : (
            <Segmented
              label={t("export-audience")}
              value={audience}
              options={AUDIENCES.map((one) => ({ value: one, label: t(`audience-${one}`) }))}
              onChange={setWanted}
            />
          )}
        </div>
        <ExportNotes query={check} />
        {error !== null && <Failed error={error} />}
      </div>
      <div className="dialog-foot">
        <Button onPress={onClose}>{t("cancel")}</Button>
        <Button kind="primary" isDisabled={isBusy || check.isError} onPress={() => void save()}>
          <Download size={15} aria-hidden />
          {t("save")}
        </Button>
      </div>
    </Dialog>
  );
}
