/** The chart of a measure with the parts that can be put on it. */
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { TriangleAlert } from "lucide-react";
import { useState } from "react";
import type { MeasurePage } from "../ipc/generated";
import { drawing } from "../ipc/queries";
import { Checkbox } from "../shared/controls";
import { FigureView } from "../shared/figure/FigureView";
import { Loaded } from "../shared/states";
import { t } from "../text/texts";

const PARTS = ["path", "comparison", "notes", "limits", "forecast", "margins"] as const;

export function Chart({
  page,
  onExplain,
}: {
  page: MeasurePage;
  onExplain: (period: string) => void;
}) {
  const [width, setWidth] = useState(780);
  const [parts, setParts] = useState({
    path: true,
    comparison: true,
    notes: true,
    // A pace looks at two years only and is never shown without the process limits.
    limits: page.statusRule === "pace",
    forecast: false,
    margins: false,
  });
  const scene = useQuery({
    ...drawing({ id: page.id, width, height: 340, ...parts }),
    placeholderData: keepPreviousData,
  });
  return (
    <section aria-label={page.finding}>
      <div className="section-head" style={{ border: 0 }}>
        <h2>{page.finding}</h2>
      </div>
      {page.caution && (
        <p className="caution">
          <TriangleAlert className="icon" size={16} aria-hidden />
          {page.caution}
        </p>
      )}
      <div className="parts">
        {PARTS.filter((part) => page.parts[part]).map((part) => (
          <Checkbox
            key={part}
            label={t(`part-${part}`)}
            isSelected={parts[part]}
            onChange={(isOn) => setParts({ ...parts, [part]: isOn })}
          />
        ))}
      </div>
      <Loaded query={scene}>
        {(drawn) => (
          <FigureView
            scene={drawn}
            onResize={setWidth}
            onChoose={(stop) => {
              const period = page.stopPeriods[stop];
              if (period) onExplain(period);
            }}
          />
        )}
      </Loaded>
    </section>
  );
}
