/** The theory of change, drawn from the records, with what is missing and where to mend it. */
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { ArrowRight } from "lucide-react";
import { useState } from "react";
import type { Agenda, HoleGroup, TheoryTarget } from "../ipc/generated";
import { theory } from "../ipc/queries";
import { Select } from "../shared/controls";
import { FigureView } from "../shared/figure/FigureView";
import { useNavigation } from "../shared/navigation";
import { Empty, Loaded } from "../shared/states";
import { t } from "../text/texts";
import type { OpenForm } from "./forms";

export function TheoryMap({ data, onOpen }: { data: Agenda; onOpen: (open: OpenForm) => void }) {
  const [result, setResult] = useState<string | null>(null);
  const [width, setWidth] = useState(960);
  const query = useQuery({
    ...theory({ result, width }),
    placeholderData: keepPreviousData,
  });
  const { go } = useNavigation();

  function follow({ what, id }: TheoryTarget) {
    switch (what) {
      case "result": {
        const found = data.results.find((one) => one.id === id);
        if (found) onOpen({ what: "result", result: found });
        break;
      }
      case "strategy": {
        const strategies = data.results.flatMap((one) => one.strategies);
        const found = strategies.find((one) => one.id === id);
        if (found) onOpen({ what: "strategy", strategy: found });
        break;
      }
      case "activity":
      case "activity_without_strategy":
      case "activity_without_measure":
        go({ screen: "activities", open: { id } });
        break;
      case "measure":
        go({ screen: "measure", id });
        break;
      case "measure_without_result":
        go({ screen: "measure", id, mend: "definition" });
        break;
      case "measure_unfed":
        go({ screen: "activities", open: { measure: id } });
        break;
      case "strategy_without_activity":
        go({ screen: "activities", open: { strategy: id } });
        break;
      case "result_without_strategy":
        onOpen({ what: "new-strategy", result: id });
        break;
      case "result_without_indicator":
        go({ screen: "measurement", newUnder: id });
        break;
    }
  }

  return (
    <Loaded query={query}>
      {(drawing) =>
        drawing.scene.stops.length === 0 ? (
          <Empty words={t("theory-empty")} />
        ) : (
          <>
            {drawing.results.length > 1 && (
              <div className="version-choice">
                <Select
                  label={t("theory-filter")}
                  value={result ?? ""}
                  options={[
                    { value: "", label: t("theory-filter-all") },
                    ...drawing.results.map(({ id, name }) => ({ value: id, label: name })),
                  ]}
                  onChange={(chosen) => setResult(chosen || null)}
                />
              </div>
            )}
            <section className="theory" aria-label={t("theory-map")}>
              <FigureView
                scene={drawing.scene}
                onResize={setWidth}
                onChoose={(stop) => {
                  const place = drawing.places[stop];
                  if (place) follow(place);
                }}
              />
              <p className="note">{t("theory-keys")}</p>
            </section>
            <Holes groups={drawing.holes} onFollow={follow} />
          </>
        )
      }
    </Loaded>
  );
}

function Holes({
  groups,
  onFollow,
}: {
  groups: readonly HoleGroup[];
  onFollow: (place: TheoryTarget) => void;
}) {
  return (
    <section className="section" aria-label={t("theory-holes")}>
      <div className="section-head">
        <h2>{t("theory-holes")}</h2>
      </div>
      {groups.length === 0 && <p className="note">{t("theory-holes-none")}</p>}
      <div className="holes">
        {groups.map(({ kind, places }) => (
          <div key={kind}>
            <h3>{t(`theory-hole-kind-${kind}`, { count: places.length })}</h3>
            <ul className="side-list">
              {places.map((place) => (
                <li key={place.id}>
                  <button
                    type="button"
                    className="plain-button hole"
                    onClick={() => onFollow(place)}
                  >
                    <span>{place.name}</span>
                    <span className="small">
                      {t("theory-mend")} <ArrowRight size={13} aria-hidden />
                    </span>
                  </button>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </section>
  );
}
