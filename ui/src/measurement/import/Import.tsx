/** Import of a table: choose, match columns, check, import. The table stays in the core. */
import { Check, ChevronRight } from "lucide-react";
import { useCallback, useEffect, useState } from "react";
import { followImport } from "../../ipc/changes";
import { CoreError, call } from "../../ipc/client";
import type {
  ImportChoices,
  ImportDecision,
  ImportPreview,
  ImportProgress,
  RememberedImport,
} from "../../ipc/generated";
import { Button } from "../../shared/controls";
import { useNavigation } from "../../shared/navigation";
import { Failed } from "../../shared/states";
import { useToast, wayBack } from "../../shared/toasts";
import { t } from "../../text/texts";
import { CheckRows } from "./CheckRows";
import { Columns } from "./Columns";
import { Progress } from "./Progress";
import { Remembered } from "./Remembered";

type Step = "choose" | "match" | "check";

export default function Import({ measure }: { measure: string | null }) {
  const [preview, setPreview] = useState<ImportPreview | null>(null);
  const [step, setStep] = useState<Step>("choose");
  const [error, setError] = useState<unknown>(null);
  const [isBusy, setIsBusy] = useState(false);
  const [progress, setProgress] = useState<ImportProgress | null>(null);
  const [rememberAs, setRememberAs] = useState("");
  const { go } = useNavigation();
  const toast = useToast();
  const back = useCallback(
    () => go(measure ? { screen: "measure", id: measure } : { screen: "measurement" }),
    [go, measure],
  );
  useEffect(() => followImport(setProgress), []);

  async function run(action: () => Promise<void>): Promise<void> {
    setIsBusy(true);
    setError(null);
    try {
      await action();
    } catch (thrown) {
      // Who stopped it knows; everything is as it was.
      if (!(thrown instanceof CoreError && thrown.code === "stopped")) setError(thrown);
    } finally {
      setIsBusy(false);
      setProgress(null);
    }
  }

  function show(found: ImportPreview, isNew: boolean) {
    setPreview(found);
    if (!isNew) return;
    setRememberAs(found.choices.readAs ?? "");
    setStep(needsColumns(found) ? "match" : "check");
  }

  const choose = () =>
    run(async () => {
      const found = await call("choose_import_file", { measure });
      if (found) show(found, true);
    });
  const change = (choices: ImportChoices) =>
    run(async () => show(await call("preview_import", choices), false));
  const propose = (remembered: string | null) =>
    run(async () => show(await call("propose_import", { remembered, measure }), true));
  const commit = (choices: ImportChoices) =>
    run(async () => {
      const result = await call("commit_import", {
        choices,
        rememberAs: rememberAs.trim() || null,
      });
      const { added, changed, same, skipped } = result;
      toast(t("import-done", { added, changed, same, skipped }), wayBack());
      back();
    });
  const leave = () => {
    void call("cancel_import", {});
    back();
  };
  const decide = (decision: ImportDecision) => {
    if (!preview) return;
    const { choices } = preview;
    const others = choices.decisions.filter((other) => !isSameQuestion(other, decision));
    void change({ ...choices, decisions: [...others, decision] });
  };
  const undecide = (at: number) => {
    if (!preview) return;
    const { choices } = preview;
    void change({ ...choices, decisions: choices.decisions.filter((_, index) => index !== at) });
  };
  const sheet = preview?.choices.sheet;

  return (
    <div className="import-page">
      <div className="page-head">
        <div>
          <h1>{t("import-title")}</h1>
          <p className="quiet">
            {!preview
              ? t("import-lead")
              : sheet
                ? t("import-file-sheet", { file: preview.fileName, sheet })
                : preview.fileName}
          </p>
        </div>
        <Steps step={step} />
      </div>
      {error !== null && <Failed error={error} />}
      {isBusy && progress && <Progress progress={progress} />}
      {preview?.choices.readAs && (
        <p className="note-bar" role="status">
          <Check size={15} aria-hidden className="icon" />
          {t("import-read-as", { name: preview.choices.readAs })}
          <Button kind="ghost" isDisabled={isBusy} onPress={() => void propose(null)}>
            {t("import-afresh")}
          </Button>
        </p>
      )}
      {!preview && (
        <div className="empty">
          <p>{t("import-help")}</p>
          <Button kind="primary" autoFocus isDisabled={isBusy} onPress={() => void choose()}>
            {isBusy ? t("import-reading") : t("import-choose")}
          </Button>
          <Remembered isDisabled={isBusy} />
        </div>
      )}
      {preview && step === "match" && (
        <Columns
          preview={preview}
          isBusy={isBusy}
          onChange={(choices) => void change(choices)}
          onChooseFile={() => void choose()}
          onCancel={leave}
          onNext={() => setStep("check")}
        >
          <Remembered
            isDisabled={isBusy}
            known={preview.remembered}
            onApply={(way: RememberedImport) => void propose(way.id)}
          />
        </Columns>
      )}
      {preview && step === "check" && (
        <CheckRows
          preview={preview}
          isBusy={isBusy}
          rememberAs={rememberAs}
          onRememberAs={setRememberAs}
          onDecide={decide}
          onUndecide={undecide}
          onBack={() => setStep("match")}
          onCancel={leave}
          onCommit={() => void commit(preview.choices)}
        />
      )}
    </div>
  );
}

/** Nothing can be checked before these are known. */
function needsColumns(preview: ImportPreview): boolean {
  return preview.problems.some(({ code }) =>
    ["no_value_column", "no_period_column", "no_measure"].includes(code),
  );
}

/** Two answers to one question: the later takes the place of the earlier. */
function isSameQuestion(one: ImportDecision, other: ImportDecision): boolean {
  const isRow = (action: string) => action === "keep_row" || action === "take_row";
  const isSameAction = one.action === other.action || (isRow(one.action) && isRow(other.action));
  return (
    isSameAction &&
    one.code === other.code &&
    one.column === other.column &&
    one.row === other.row &&
    one.text === other.text
  );
}

function Steps({ step }: { step: Step }) {
  const steps = ["choose", "match", "check", "import"] as const;
  const at = steps.indexOf(step);
  return (
    <ol className="steps" aria-label={t("import-steps")}>
      {steps.map((name, index) => (
        <li
          key={name}
          className={index < at ? "done" : index === at ? "now" : ""}
          aria-current={index === at ? "step" : undefined}
        >
          <span className="step-mark" aria-hidden>
            {index < at ? <Check size={12} /> : index + 1}
          </span>
          {t(`import-step-${name}`)}
          {index < at && <span className="hidden"> {t("import-step-done")}</span>}
          {index < steps.length - 1 && <ChevronRight size={14} aria-hidden className="step-line" />}
        </li>
      ))}
    </ol>
  );
}
