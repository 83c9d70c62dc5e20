/** The reinforcement map: which activity carries which, and which stand alone. */
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { ArrowRight } from "lucide-react";
import { useState } from "react";
import type { ReinforcementPlace } from "../ipc/generated";
import { reinforcement } from "../ipc/queries";
import { Select } from "../shared/controls";
import { FigureView } from "../shared/figure/FigureView";
import { useNavigation } from "../shared/navigation";
import { Empty, Loaded } from "../shared/states";
import { t } from "../text/texts";

export function Reinforcement({ onOpen }: { onOpen: (activity: string) => void }) {
  const [show, setShow] = useState<string | null>(null);
  const [width, setWidth] = useState(960);
  const { go } = useNavigation();
  const query = useQuery({
    ...reinforcement({ show, width }),
    placeholderData: keepPreviousData,
  });

  function follow({ what, id }: ReinforcementPlace) {
    if (what === "activity") onOpen(id);
    else if (what === "measure") go({ screen: "measure", id });
    else setShow(what === "strategy" ? id : "none");
  }

  return (
    <Loaded query={query}>
      {(drawing) =>
        drawing.scene.stops.length === 0 && drawing.strategies.length === 0 ? (
          <Empty words={t("reinforce-empty")} />
        ) : (
          <>
            <p className="lead-line">{t("reinforce-lead")}</p>
            <div className="reinforce-choice">
              <Select
                label={t("reinforce-strategy")}
                value={drawing.show}
                options={[
                  { value: "overview", label: t("reinforce-strategy-overview") },
                  { value: "all", label: t("reinforce-strategy-all") },
                  ...drawing.strategies.map(({ what, id, name }) => ({
                    value: what === "none" ? "none" : id,
                    label: name,
                  })),
                ]}
                onChange={setShow}
              />
            </div>
            {drawing.scene.stops.length === 0 ? (
              <Empty words={t("reinforce-empty")} />
            ) : (
              <section className="theory" aria-label={t("reinforce-map")}>
                <FigureView
                  scene={drawing.scene}
                  onResize={setWidth}
                  onChoose={(stop) => {
                    const place = drawing.places[stop];
                    if (place) follow(place);
                  }}
                />
                <p className="note">{t("reinforce-keys")}</p>
              </section>
            )}
            <section className="section" aria-label={t("reinforce-alone")}>
              <div className="section-head">
                <h2>{t("reinforce-alone")}</h2>
              </div>
              <p className="note">
                {drawing.alone.length === 0 ? t("reinforce-alone-none") : t("reinforce-alone-help")}
              </p>
              <ul className="side-list reinforce-alone">
                {drawing.alone.map((place) => (
                  <li key={place.id}>
                    <button
                      type="button"
                      className="plain-button hole"
                      onClick={() => follow(place)}
                    >
                      <span>{place.name}</span>
                      <span className="small">
                        {t("reinforce-alone-mend")} <ArrowRight size={13} aria-hidden />
                      </span>
                    </button>
                  </li>
                ))}
              </ul>
            </section>
          </>
        )
      }
    </Loaded>
  );
}
