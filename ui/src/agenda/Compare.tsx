/** Two versions side by side in one text: what was added is underlined, what was removed
 * struck through, and both are said. */
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type {
  AgendaDifference,
  AgendaVersion,
  DifferenceRun,
  ResultDifference,
  TextDifference,
} from "../ipc/generated";
import { agendaDifference } from "../ipc/queries";
import { Checkbox, Select } from "../shared/controls";
import { Empty, Loaded } from "../shared/states";
import { t } from "../text/texts";
import { PARTS, versionWords } from "./Texts";

export function Compare({ versions }: { versions: readonly AgendaVersion[] }) {
  const [later, earlier] = versions;
  if (!later) return <Empty words={t("compare-unwritten")} />;
  if (!earlier) return <Empty words={t("compare-none")} />;
  return <Comparing versions={versions} earlier={earlier} later={later} />;
}

function Comparing({
  versions,
  earlier,
  later,
}: {
  versions: readonly AgendaVersion[];
  earlier: AgendaVersion;
  later: AgendaVersion;
}) {
  const [from, setFrom] = useState(earlier.id);
  const [to, setTo] = useState(later.id);
  const [isShort, setIsShort] = useState(false);
  const has = (id: string) => versions.some((version) => version.id === id);
  const pair = { from: has(from) ? from : earlier.id, to: has(to) ? to : later.id };
  const query = useQuery({ ...agendaDifference(pair), placeholderData: keepPreviousData });
  const options = versions.map((one) => ({ value: one.id, label: versionWords(one) }));
  return (
    <section aria-label={t("agenda-view-versions")}>
      <div className="compare-bar">
        <Select label={t("compare-from")} value={pair.from} options={options} onChange={setFrom} />
        <Select label={t("compare-to")} value={pair.to} options={options} onChange={setTo} />
        <Checkbox label={t("compare-only-changes")} isSelected={isShort} onChange={setIsShort} />
      </div>
      <p className="compare-key small">
        <ins>{t("compare-key-added")}</ins>
        <del>{t("compare-key-removed")}</del>
      </p>
      <Loaded query={query}>{(found) => <Shown found={found} isShort={isShort} />}</Loaded>
    </section>
  );
}

function isSame(text: TextDifference): boolean {
  return text.added === 0 && text.removed === 0 && !text.isFormOnly;
}

function Shown({ found, isShort }: { found: AgendaDifference; isShort: boolean }) {
  const parts = found.parts.filter(({ difference }) => difference.blocks.length > 0);
  const changed = parts.filter(({ difference }) => !isSame(difference));
  const results = found.results.filter(({ change }) => !isShort || change !== "same");
  const isAllSame = changed.length === 0 && found.results.every(({ change }) => change === "same");
  return (
    <>
      {isAllSame && <p className="empty">{t("compare-all-same")}</p>}
      {(isShort ? changed : parts).map(({ part, difference }) => (
        <section key={part} className="section compare-part" aria-label={partWords(part)}>
          <h2>
            {partWords(part)}
            <span className="quiet small">
              {isSame(difference)
                ? t("compare-same")
                : difference.isFormOnly
                  ? t("compare-form")
                  : t("compare-count", { added: difference.added, removed: difference.removed })}
            </span>
          </h2>
          <Told difference={difference} />
        </section>
      ))}
      {isShort && parts.length > changed.length && (
        <p className="note">{t("compare-unchanged", { count: parts.length - changed.length })}</p>
      )}
      {results.length > 0 && (
        <section className="section compare-part" aria-label={t("compare-results")}>
          <h2>{t("compare-results")}</h2>
          <table className="plain compare-results">
            <tbody>
              {results.map((result, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a result of two versions has no id.
                <ResultRow key={at} result={result} />
              ))}
            </tbody>
          </table>
        </section>
      )}
    </>
  );
}

function partWords(part: string): string {
  const name = PARTS.find((one) => one.part === part)?.name ?? part;
  return t(`agenda-${name}`);
}

function ResultRow({ result }: { result: ResultDifference }) {
  return (
    <tr>
      <th scope="row">{t(`compare-result-${result.change}`)}</th>
      <td>
        <Told difference={result.name} />
        <div className="quiet small">
          <Told difference={result.population} />
        </div>
      </td>
    </tr>
  );
}

/** A text with what was added and removed; neighbors in a list stay a list. */
function Told({ difference }: { difference: TextDifference }) {
  return (
    <div className="reading told">
      {difference.blocks.map((block, at) => {
        const runs = block.runs.map((run, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: runs have no identity but their place.
          <Run key={index} run={run} />
        ));
        const Block = block.kind === "heading" ? "h3" : "p";
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: neither have blocks.
          <Block key={at} className={block.kind === "item" ? "told-item" : undefined}>
            {runs}
          </Block>
        );
      })}
    </div>
  );
}

function Run({ run }: { run: DifferenceRun }) {
  if (run.change === "same") return run.text;
  const Mark = run.change === "added" ? "ins" : "del";
  return (
    <Mark>
      <span className="hidden">{t(`compare-begin-${run.change}`)} </span>
      {run.text}
      <span className="hidden"> {t("compare-end")} </span>
    </Mark>
  );
}
