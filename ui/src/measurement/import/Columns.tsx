/** Which column holds what, and how the file is read. */
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { ImportChoices, ImportDecision, ImportPreview } from "../../ipc/generated";
import { dimensions } from "../../ipc/queries";
import { Button, Select } from "../../shared/controls";
import { t } from "../../text/texts";

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
  "unit",
  "comment",
  "source",
];
const DELIMITERS = { ",": "comma", ";": "semicolon", "\t": "tab", "|": "pipe" };
const ENCODINGS = ["utf8", "utf16le", "utf16be", "windows1252", "macroman"];
/** Rows a header is looked for in. */
const HEADER_ROWS = 20;

export function Columns({
  preview,
  isBusy,
  onChange,
  onChooseFile,
  onCancel,
  onNext,
  children,
}: {
  preview: ImportPreview;
  isBusy: boolean;
  onChange: (choices: ImportChoices) => void;
  onChooseFile: () => void;
  onCancel: () => void;
  onNext: () => void;
  children: ReactNode;
}) {
  const known = useQuery(dimensions()).data;
  const { choices } = preview;
  const set = (changed: Partial<ImportChoices>) => onChange({ ...choices, ...changed });
  const answered = (action: string) =>
    choices.decisions.findLast((decision) => decision.action === action)?.value ?? "";
  const answer = (action: string, value: string) => {
    const others = choices.decisions.filter((decision) => decision.action !== action);
    set({ decisions: value ? [...others, decisionOf(action, value)] : others });
  };
  const isSheet = preview.sheets.length > 0;
  const rows = Math.max(HEADER_ROWS, choices.headerRow);
  return (
    <>
      <section aria-label={t("import-columns")}>
        <div className="section-head">
          <h2>{t("import-columns")}</h2>
          <span className="quiet small">{t("import-columns-help")}</span>
        </div>
        <div className="columns-form">
          <Select
            label={t("import-measure")}
            value={answered("measure") || (choices.measure ?? "")}
            options={[
              { value: "", label: t("import-measure-column") },
              ...(known?.measures ?? []).map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChange={(value) =>
              set({
                measure: value || null,
                decisions: choices.decisions.filter(({ action }) => action !== "measure"),
              })
            }
          />
          {isSheet && (
            <Select
              label={t("import-sheet")}
              value={choices.sheet ?? ""}
              options={preview.sheets.map(({ name, isHidden }) => ({
                value: name,
                label: isHidden ? t("import-sheet-hidden", { name }) : name,
              }))}
              onChange={(sheet) => set({ sheet })}
            />
          )}
          <Select
            label={t("import-header-row")}
            value={String(choices.headerRow)}
            options={Array.from({ length: rows + 1 }, (_, row) => ({
              value: String(row),
              label: row === 0 ? t("import-header-none") : t("import-header-at", { row }),
            }))}
            onChange={(row) => set({ headerRow: Number(row) })}
          />
          <Select
            label={t("import-decimal")}
            value={answered("decimal")}
            options={["", "point", "comma"].map((value) => ({
              value,
              label: t(`decimal-${value || "unset"}`),
            }))}
            onChange={(value) => answer("decimal", value)}
          />
          <Select
            label={t("import-dates")}
            value={answered("dates")}
            options={["", "month_first", "day_first"].map((value) => ({
              value,
              label: t(`dates-${value || "unset"}`),
            }))}
            onChange={(value) => answer("dates", value)}
          />
          {!isSheet && (
            <>
              <Select
                label={t("import-delimiter")}
                value={choices.delimiter}
                options={Object.entries(DELIMITERS).map(([value, word]) => ({
                  value,
                  label: t(`delimiter-${word}`),
                }))}
                onChange={(delimiter) => set({ delimiter })}
              />
              <Select
                label={t("import-encoding")}
                value={answered("encoding") || choices.encoding}
                options={ENCODINGS.map((value) => ({ value, label: t(`encoding-${value}`) }))}
                onChange={(value) => answer("encoding", value)}
              />
            </>
          )}
        </div>
        <div className="import-table match">
          <table className="plain">
            <thead>
              <tr>
                <th scope="col">{t("import-match-head")}</th>
                <th scope="col">{t("import-match-examples")}</th>
                <th scope="col">{t("import-match-role")}</th>
              </tr>
            </thead>
            <tbody>
              {preview.columns.map((column, index) => {
                const role = choices.columns[index] ?? "ignore";
                return (
                  // biome-ignore lint/suspicious/noArrayIndexKey: columns of a table are told apart by their place.
                  <tr key={index} className={role === "ignore" ? "ignored" : ""}>
                    <th scope="row">{column.head}</th>
                    <td className="quiet">{column.examples.join(" · ")}</td>
                    <td>
                      <select
                        className="input"
                        aria-label={t("import-role-of", { head: column.head })}
                        value={role}
                        onChange={({ target }) =>
                          set({
                            columns: preview.columns.map((_, at) =>
                              at === index ? target.value : (choices.columns[at] ?? "ignore"),
                            ),
                          })
                        }
                      >
                        {ROLES.map((value) => (
                          <option key={value} value={value}>
                            {t(`role-${value}`)}
                          </option>
                        ))}
                      </select>
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
        {children}
      </section>
      <div className="footbar stays">
        <Button onPress={onCancel}>{t("cancel")}</Button>
        <Button isDisabled={isBusy} onPress={onChooseFile}>
          {t("import-other-file")}
        </Button>
        <span className="quiet">{t("import-nothing-saved")}</span>
        <span className="grow" />
        <Button kind="primary" isDisabled={isBusy} onPress={onNext}>
          {t("import-to-check", { count: preview.rowCount })}
        </Button>
      </div>
    </>
  );
}

function decisionOf(action: string, value: string): ImportDecision {
  return { action, value, code: null, column: null, row: null, text: null };
}
