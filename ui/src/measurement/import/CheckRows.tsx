/** The rows as they would be imported, beside what is in the way and how to mend it. */
import { ChevronLeft, Download } from "lucide-react";
import { useState } from "react";
import { call } from "../../ipc/client";
import type { ImportDecision, ImportPreview, ImportRow } from "../../ipc/generated";
import { Button, Segmented, TextField } from "../../shared/controls";
import { Failed } from "../../shared/states";
import { useToast } from "../../shared/toasts";
import { t } from "../../text/texts";
import { Counts } from "./Counts";
import { Problems } from "./Problems";
import { type Filter, Rows } from "./Rows";

export function CheckRows({
  preview,
  isBusy,
  rememberAs,
  onRememberAs,
  onDecide,
  onUndecide,
  onBack,
  onCancel,
  onCommit,
}: {
  preview: ImportPreview;
  isBusy: boolean;
  rememberAs: string;
  onRememberAs: (name: string) => void;
  onDecide: (decision: ImportDecision) => void;
  onUndecide: (at: number) => void;
  onBack: () => void;
  onCancel: () => void;
  onCommit: () => void;
}) {
  const [filter, setFilter] = useState<Filter>({ kind: "all" });
  const [current, setCurrent] = useState<ImportRow | null>(null);
  const [error, setError] = useState<unknown>(null);
  const toast = useToast();
  const count = preview.newCount + preview.changedCount;
  const mustFix = preview.problems.filter((problem) => problem.mustFix).length;
  // Problems move as they are mended: a filter on one that is gone lists all problems.
  const group = filter.kind === "group" ? findProblem(preview, filter.key) : -1;
  const shown: Filter = filter.kind === "group" && group < 0 ? { kind: "problems" } : filter;

  async function saveList() {
    setError(null);
    try {
      const { fileName } = await call("save_import_problems", {});
      if (fileName) toast(t("import-list-saved", { file: fileName }));
    } catch (thrown) {
      setError(thrown);
    }
  }

  return (
    <>
      {error !== null && <Failed error={error} />}
      <div className="import">
        <section aria-label={t("import-rows")} className="import-rows">
          <div className="import-bar">
            <Counts preview={preview} />
            <Segmented
              label={t("import-filter")}
              value={shown.kind === "all" ? "all" : "problems"}
              options={[
                { value: "all", label: t("import-all-rows") },
                { value: "problems", label: t("import-problem-rows") },
              ]}
              onChange={(kind) => setFilter({ kind })}
            />
          </div>
          <Rows
            preview={preview}
            filter={shown}
            group={group}
            current={current?.number ?? null}
            onCurrent={setCurrent}
          />
        </section>
        <Problems
          preview={preview}
          isBusy={isBusy}
          filter={shown}
          current={current}
          onFilter={setFilter}
          onDecide={onDecide}
          onUndecide={onUndecide}
        />
      </div>
      <div className="footbar stays">
        <Button onPress={onBack}>
          <ChevronLeft size={15} aria-hidden />
          {t("import-columns")}
        </Button>
        <Button kind="ghost" onPress={onCancel}>
          {t("cancel")}
        </Button>
        <span className="quiet nothing-saved">{t("import-nothing-saved")}</span>
        <span className="grow" />
        <div className="remember-as">
          <TextField
            label={t("import-remember-as")}
            placeholder={t("import-remember-example")}
            value={rememberAs}
            onChange={onRememberAs}
          />
        </div>
        {mustFix > 0 && (
          <span className="status off_track" role="status">
            {t("import-fix-first", { count: mustFix })}
          </span>
        )}
        {preview.problems.length > 0 && (
          <Button isDisabled={isBusy} onPress={() => void saveList()}>
            <Download size={15} aria-hidden />
            {t("import-list")}
          </Button>
        )}
        <Button kind="primary" isDisabled={!preview.isReady || isBusy} onPress={onCommit}>
          {t("import-commit", { count })}
        </Button>
      </div>
    </>
  );
}

function findProblem(preview: ImportPreview, key: string): number {
  return preview.problems.findIndex((problem) => problemKey(problem) === key);
}

/** What tells problems apart while they are mended. */
export function problemKey({ code, words }: { code: string; words: string }): string {
  return `${code} ${words}`;
}
