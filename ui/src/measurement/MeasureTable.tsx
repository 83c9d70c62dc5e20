/** Measures under their results, a line each. */
import { useState } from "react";
import type { ResultRows } from "../ipc/generated";
import { Sparkline } from "../shared/figure/FigureView";
import { useNavigation } from "../shared/navigation";
import { StatusMark } from "../shared/StatusMark";
import { t } from "../text/texts";
import { WorkedOut } from "./WorkedOut";

export function MeasureTable({
  groups,
  usualPeriod = null,
}: {
  groups: ResultRows[];
  /** The period that a note beneath names, so that rows need not. */
  usualPeriod?: string | null;
}) {
  const { go } = useNavigation();
  const [explained, setExplained] = useState<string | null>(null);
  return (
    <>
      <Lines groups={groups} usualPeriod={usualPeriod} go={go} onExplain={setExplained} />
      {explained !== null && <WorkedOut id={explained} onClose={() => setExplained(null)} />}
    </>
  );
}

function Lines({
  groups,
  usualPeriod,
  go,
  onExplain,
}: {
  groups: ResultRows[];
  usualPeriod: string | null;
  go: ReturnType<typeof useNavigation>["go"];
  onExplain: (id: string) => void;
}) {
  return (
    <table className="plain">
      <thead>
        <tr>
          <th scope="col">{t("measure")}</th>
          <th scope="col">{t("column-way")}</th>
          <th scope="col" className="right">
            {t("column-latest")}
          </th>
          <th scope="col" className="right">
            {t("column-change")}
          </th>
          <th scope="col" className="right">
            {t("column-target")}
          </th>
          <th scope="col" className="right">
            {t("column-path")}
          </th>
          <th scope="col">{t("column-status")}</th>
        </tr>
      </thead>
      {groups.map((group) => (
        <tbody key={group.result ?? ""}>
          <tr className="group">
            <th colSpan={7} scope="colgroup">
              {group.result ?? t("no-result")}
            </th>
          </tr>
          {group.rows.map((row) => (
            <tr
              key={row.id}
              className="row"
              onClick={() => go({ screen: "measure", id: row.id })}
              title={row.status.because}
            >
              <th scope="row">
                <button type="button" className="signal" style={{ display: "inline" }}>
                  {row.name}
                </button>
                <span className="quiet small">
                  {row.polarity === "lower" ? ` ${t("lower-is-better")}` : ""}
                  {row.partner ? ` · ${row.partner}` : ""}
                </span>
              </th>
              <td>
                <Sparkline scene={row.sparkline} />
              </td>
              <td className="right">
                <b>{row.latest}</b>
                {row.isProvisional && <sup title={t("state-provisional")}> p</sup>}
                {row.latestPeriod && row.latestPeriod !== usualPeriod && (
                  <span className="quiet small"> {row.latestPeriod}</span>
                )}
              </td>
              <td className="right">{row.change ?? "–"}</td>
              <td className="right">{row.target ?? "–"}</td>
              <td className="right quiet">{row.againstPath ?? "–"}</td>
              <td>
                <button
                  type="button"
                  className="plain-button"
                  title={row.status.because}
                  aria-label={t("status-explain", {
                    status: t(`status-${row.status.word}`),
                    name: row.name,
                  })}
                  onClick={(event) => {
                    event.stopPropagation();
                    onExplain(row.id);
                  }}
                >
                  <StatusMark word={row.status.word} />
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  );
}
