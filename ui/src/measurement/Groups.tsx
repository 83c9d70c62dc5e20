/** The groups of a breakdown side by side, and how far they lie apart. */
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { MeasurePage } from "../ipc/generated";
import { groupDrawing } from "../ipc/queries";
import { Select } from "../shared/controls";
import { FigureView } from "../shared/figure/FigureView";
import { Loaded } from "../shared/states";
import { t } from "../text/texts";

export function Groups({ page }: { page: MeasurePage }) {
  const [chosen, setChosen] = useState<string | null>(null);
  const shown = page.breakdowns.find(({ id }) => id === chosen) ?? page.breakdowns[0];
  if (!shown) return null;
  return (
    <section className="section" aria-label={t("groups")}>
      <div className="section-head" style={{ border: 0 }}>
        <h2>{t("groups")}</h2>
        <span className="quiet small grow">{t("groups-help")}</span>
        {page.breakdowns.length > 1 && (
          <Select
            label={t("breakdown")}
            value={shown.id}
            options={page.breakdowns.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={setChosen}
          />
        )}
      </div>
      {shown.disparity && <p className="reading">{shown.disparity}</p>}
      <Panels key={shown.id} measure={page.id} breakdown={shown.id} />
      <p className="note">{t("groups-note")}</p>
    </section>
  );
}

function Panels({ measure, breakdown }: { measure: string; breakdown: string }) {
  const [width, setWidth] = useState(780);
  const scene = useQuery({
    ...groupDrawing({ id: measure, breakdown, width }),
    placeholderData: keepPreviousData,
  });
  return (
    <Loaded query={scene}>{(drawn) => <FigureView scene={drawn} onResize={setWidth} />}</Loaded>
  );
}
