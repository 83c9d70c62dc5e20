/** Import of a table: choose, match columns, check, import. The table stays in the core. */
import { useQuery } from "@tanstack/react-query";
import { OctagonAlert, TriangleAlert } from "lucide-react";
import { useCallback, useState } from "react";
import { call } from "../ipc/client";
import type { ImportChoices, ImportPreview, ImportProblem } from "../ipc/generated";
import { dimensions } from "../ipc/queries";
import { Button, Segmented, Select } from "../shared/controls";
import { useNavigation } from "../shared/navigation";
import { Failed } from "../shared/states";
import { useToast } from "../shared/toasts";
import { t } from "../text/texts";

const ROLES = [
  "ignore",
  "period",
  "value",
  "measure",
  "group",
  "place",
  "provider",
  "numerator",
  "denominator",
  "lower",
  "upper",
  "state",
  "comment",
  "source",
];
const PAGE = 100;

export default function Import({ measure }: { measure: string | null }) {
  const [preview, setPreview] = useState<ImportPreview | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [isBusy, setIsBusy] = useState(false);
  const { go } = useNavigation();
  const toast = useToast();
  const back = useCallback(
    () => go(measure ? { screen: "measure", id: measure } : { screen: "measurement" }),
    [go, measure],
  );

  async function run<Result>(action: () => Promise<Result>): Promise<Result | undefined> {
    setIsBusy(true);
    setError(null);
    try {
      return await action();
    } catch (thrown) {
      setError(thrown);
      return undefined;
    } finally {
      setIsBusy(false);
    }
  }

  const choose = () =>
    run(async () => {
      const found = await call("choose_import_file", { measure });
      if (found) setPreview(found);
    });
  const change = (choices: ImportChoices) =>
    run(async () => setPreview(await call("preview_import", choices)));
  const commit = (choices: ImportChoices) =>
    run(async () => {
      const result = await call("commit_import", choices);
      toast(t("import-done", { added: result.added, changed: result.changed, same: result.same }), {
        label: t("undo"),
        run: () => void call("undo", {}),
      });
      back();
    });

  return (
    <>
      <div className="page-head">
        <div>
          <h1>{t("import-title")}</h1>
          <p className="quiet">{preview ? preview.fileName : t("import-lead")}</p>
        </div>
        <div className="actions">
          {preview && (
            <Button isDisabled={isBusy} onPress={() => void choose()}>
              {t("import-other-file")}
            </Button>
          )}
        </div>
      </div>
      {error !== null && <Failed error={error} />}
      {preview ? (
        <Check
          preview={preview}
          isBusy={isBusy}
          onChange={(choices) => void change(choices)}
          onCommit={(choices) => void commit(choices)}
          onCancel={() => {
            void call("cancel_import", {});
            back();
          }}
        />
      ) : (
        <div className="empty">
          <p>{t("import-help")}</p>
          <Button kind="primary" isDisabled={isBusy} onPress={() => void choose()}>
            {t("import-choose")}
          </Button>
        </div>
      )}
    </>
  );
}

function Check({
  preview,
  isBusy,
  onChange,
  onCommit,
  onCancel,
}: {
  preview: ImportPreview;
  isBusy: boolean;
  onChange: (choices: ImportChoices) => void;
  onCommit: (choices: ImportChoices) => void;
  onCancel: () => void;
}) {
  const known = useQuery(dimensions()).data;
  const { choices } = preview;
  const set = (changed: Partial<ImportChoices>) => onChange({ ...choices, from: 0, ...changed });
  const count = preview.newCount + preview.changedCount;
  const options = (prefix: string, values: readonly string[]) =>
    values.map((value) => ({ value, label: t(`${prefix}-${value || "unset"}`) }));
  return (
    <>
      <section aria-label={t("import-columns")}>
        <div className="section-head">
          <h2>{t("import-columns")}</h2>
        </div>
        <div className="columns-form">
          <Select
            label={t("import-measure")}
            value={choices.measure ?? ""}
            options={[
              { value: "", label: t("import-measure-column") },
              ...(known?.measures ?? []).map((record) => ({
                value: record.id,
                label: record.name,
              })),
            ]}
            onChange={(value) => set({ measure: value || null })}
          />
          <Select
            label={t("import-delimiter")}
            value={choices.delimiter}
            options={[",", ";", "\t", "|"].map((value) => ({
              value,
              label: t(
                `delimiter-${{ ",": "comma", ";": "semicolon", "\t": "tab", "|": "pipe" }[value]}`,
              ),
            }))}
            onChange={(delimiter) => set({ delimiter })}
          />
          <Select
            label={t("import-decimal")}
            value={choices.decimal ?? ""}
            options={["", ".", ","].map((value) => ({
              value,
              label: t(`decimal-${value === "." ? "point" : value === "," ? "comma" : "unset"}`),
            }))}
            onChange={(value) => set({ decimal: value || null })}
          />
          <Select
            label={t("import-dates")}
            value={choices.dateOrder ?? ""}
            options={options("dates", ["", "day_first", "month_first"])}
            onChange={(value) => set({ dateOrder: value || null })}
          />
          <Select
            label={t("import-encoding")}
            value={choices.encoding}
            options={options("encoding", ["utf8", "utf16le", "utf16be", "windows1252", "macroman"])}
            onChange={(encoding) => set({ encoding })}
          />
        </div>
        <div className="columns-form">
          {preview.columns.map((column, index) => (
            <Select
              // biome-ignore lint/suspicious/noArrayIndexKey: columns of a table are told apart by their place.
              key={index}
              label={column.head || t("import-column", { number: index + 1 })}
              help={column.examples.slice(0, 3).join(" · ")}
              value={choices.columns[index] ?? "ignore"}
              options={options("role", ROLES)}
              onChange={(role) =>
                set({ columns: choices.columns.map((other, at) => (at === index ? role : other)) })
              }
            />
          ))}
        </div>
      </section>
      <div className="import">
        <section aria-label={t("import-rows")}>
          <div className="section-head" style={{ border: 0 }}>
            <h2>
              {t("import-counts", {
                rows: preview.rowCount,
                new: preview.newCount,
                changed: preview.changedCount,
                same: preview.sameCount,
                blocked: preview.blockedCount,
              })}
            </h2>
            <Segmented
              label={t("import-filter")}
              value={choices.onlyProblems ? "problems" : "all"}
              options={[
                { value: "all", label: t("import-all-rows") },
                { value: "problems", label: t("import-problem-rows") },
              ]}
              onChange={(value) => set({ onlyProblems: value === "problems" })}
            />
          </div>
          <Rows preview={preview} />
          <div className="footbar">
            <Button
              isDisabled={choices.from === 0 || isBusy}
              onPress={() => onChange({ ...choices, from: Math.max(choices.from - PAGE, 0) })}
            >
              {t("previous")}
            </Button>
            <Button
              isDisabled={choices.from + preview.rows.length >= preview.listedCount || isBusy}
              onPress={() => onChange({ ...choices, from: choices.from + PAGE })}
            >
              {t("next")}
            </Button>
            <span className="quiet small">
              {t("import-shown", {
                from: choices.from + 1,
                to: choices.from + preview.rows.length,
                of: preview.listedCount,
              })}
            </span>
          </div>
        </section>
        <aside aria-label={t("import-problems")}>
          <div className="section-head">
            <h2>{t("import-problems")}</h2>
          </div>
          {preview.problems.length === 0 && <p className="empty">{t("import-no-problems")}</p>}
          {preview.problems.map((problem) => (
            <Problem
              key={`${problem.code}${problem.words}`}
              problem={problem}
              choices={choices}
              onChange={set}
            />
          ))}
          {preview.changedCount > 0 && (
            <div className="problem">
              <b>{t("import-changed", { count: preview.changedCount })}</b>
              <Segmented
                label={t("import-on-changed")}
                value={choices.onChanged}
                options={[
                  { value: "replace", label: t("on-changed-replace") },
                  { value: "keep", label: t("on-changed-keep") },
                ]}
                onChange={(onChanged) => set({ onChanged })}
              />
            </div>
          )}
        </aside>
      </div>
      <div className="footbar">
        <Button onPress={onCancel}>{t("cancel")}</Button>
        <span className="quiet">{t("import-nothing-saved")}</span>
        <span className="grow" />
        {!preview.isReady && <span className="status off_track">{t("import-fix-first")}</span>}
        <Button
          kind="primary"
          isDisabled={!preview.isReady || isBusy}
          onPress={() => onCommit(choices)}
        >
          {t("import-commit", { count })}
        </Button>
      </div>
    </>
  );
}

function Problem({
  problem,
  choices,
  onChange,
}: {
  problem: ImportProblem;
  choices: ImportChoices;
  onChange: (changed: Partial<ImportChoices>) => void;
}) {
  const Icon = problem.mustFix ? OctagonAlert : TriangleAlert;
  const isUnknownName = problem.code === "group_unknown" || problem.code === "place_unknown";
  return (
    <div className="problem">
      <span
        className={`status ${problem.mustFix ? "off_track" : "watch"}`}
        style={{ whiteSpace: "normal" }}
      >
        <Icon className="icon" size={15} aria-hidden />
        {problem.words}
      </span>
      <p className="quiet small">{problem.advice}</p>
      <div>
        {isUnknownName && !choices.addUnknown && (
          <Button onPress={() => onChange({ addUnknown: true })}>{t("import-add-unknown")}</Button>
        )}{" "}
        {problem.mustFix && problem.rows.length > 0 && (
          <Button
            onPress={() =>
              onChange({ skipRows: [...new Set([...choices.skipRows, ...problem.rows])] })
            }
          >
            {t("import-skip", { count: problem.rowCount })}
          </Button>
        )}
      </div>
    </div>
  );
}

function Rows({ preview }: { preview: ImportPreview }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
    <section className="import-table" tabIndex={0} aria-label={t("import-table")}>
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">{t("import-row")}</th>
            {preview.columns.map((column, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: columns of a table are told apart by their place.
              <th key={index} scope="col">
                {column.head}
              </th>
            ))}
            <th scope="col">{t("import-noticed")}</th>
          </tr>
        </thead>
        <tbody>
          {preview.rows.map((row) => (
            <tr key={row.number} className={`row-${row.state}`}>
              <th scope="row" className="num">
                {row.number}
              </th>
              {row.cells.map((cell, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: cells have no identity but their column.
                <td key={index} className={row.marked.includes(index) ? "marked" : ""} title={cell}>
                  {cell}
                </td>
              ))}
              <td className="quiet" title={row.noticed}>
                {row.noticed || t(`row-${row.state}`)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
