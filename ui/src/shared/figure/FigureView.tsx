/** Draws a scene that the core has laid out: hover, arrow keys, table. */
import { type KeyboardEvent, type PointerEvent, useState } from "react";
import type { Mark, Scene } from "../../ipc/generated";
import { t } from "../../text/texts";
import { useWidth } from "../useWidth";

const ROLE_CLASS: Record<string, string> = { quiet: "quiet-mark", signal: "signal-mark" };

/** A small drawing without interaction; its words stand beside it. */
export function Sparkline({ scene }: { scene: Scene }) {
  return (
    <svg
      width={scene.width}
      height={scene.height}
      viewBox={`0 0 ${scene.width} ${scene.height}`}
      role="img"
      aria-label={scene.summary}
    >
      <Marks marks={scene.marks} />
    </svg>
  );
}

/** A figure the reader can walk through; `onResize` asks for a new layout. */
export function FigureView({
  scene,
  onResize,
  onChoose,
}: {
  scene: Scene;
  onResize?: (width: number) => void;
  /** A stop was clicked, or Enter pressed at it. */
  onChoose?: (stop: number) => void;
}) {
  const [stop, setStop] = useState<number | null>(null);
  const [isTable, setIsTable] = useState(false);
  const frame = useWidth(onResize);

  const last = scene.stops.length - 1;
  const hasBoxes = isOfBoxes(scene);
  const chosen = stop === null ? undefined : scene.stops[stop];

  // Above a box, so that it can still be read.
  const tagAt: [number, number] = chosen?.extent
    ? [(chosen.extent[0] + chosen.extent[2]) / 2, chosen.extent[1]]
    : (chosen?.at ?? [0, 0]);

  function onKeyDown(event: KeyboardEvent) {
    const moves: Record<string, number> = {
      ArrowRight: stop === null ? 0 : Math.min(stop + 1, last),
      ArrowLeft: stop === null ? last : Math.max(stop - 1, 0),
      ...(hasBoxes && {
        ArrowDown: stop === null ? 0 : Math.min(stop + 1, last),
        ArrowUp: stop === null ? last : Math.max(stop - 1, 0),
      }),
      Home: 0,
      End: last,
    };
    const target = moves[event.key];
    if (target !== undefined && last >= 0) {
      setStop(target);
      event.preventDefault();
    } else if (event.key === "Enter" && stop !== null && onChoose) {
      onChoose(stop);
      event.preventDefault();
    } else if (event.key === "Escape") {
      setStop(null);
    } else if (event.key.toLowerCase() === "t" && !event.ctrlKey && !event.metaKey) {
      setIsTable((shown) => !shown);
      event.preventDefault();
    }
  }

  function onPointerMove(event: PointerEvent<SVGSVGElement>) {
    const box = event.currentTarget.getBoundingClientRect();
    const x = event.clientX - box.left;
    const y = event.clientY - box.top;
    if (hasBoxes) {
      const over = scene.stops.findIndex(
        ({ extent }) =>
          extent && x >= extent[0] && x <= extent[2] && y >= extent[1] && y <= extent[3],
      );
      setStop(over < 0 ? null : over);
      return;
    }
    // Stops of one line run from left to right; panels begin anew, and there height counts too.
    const isOneLine = scene.stops.every(
      (candidate, index) => index === 0 || candidate.at[0] >= (scene.stops[index - 1]?.at[0] ?? 0),
    );
    const away = (at: [number, number]) => Math.hypot(at[0] - x, isOneLine ? 0 : at[1] - y);
    let nearest: number | null = null;
    scene.stops.forEach((candidate, index) => {
      const best = nearest === null ? undefined : scene.stops[nearest];
      if (!best || away(candidate.at) < away(best.at)) nearest = index;
    });
    setStop(nearest);
  }

  return (
    <div className="figure" ref={frame}>
      {isTable ? (
        <FigureTable scene={scene} />
      ) : (
        <>
          <svg
            width={scene.width}
            height={scene.height}
            viewBox={`0 0 ${scene.width} ${scene.height}`}
            role="img"
            aria-label={`${scene.summary} ${t("figure-keys")}`}
            // biome-ignore lint/a11y/noNoninteractiveTabindex: arrow keys read the figure point by point.
            tabIndex={0}
            onKeyDown={onKeyDown}
            onPointerMove={onPointerMove}
            onPointerLeave={() => setStop(null)}
            onClick={() => stop !== null && onChoose?.(stop)}
            onBlur={() => setStop(null)}
          >
            <Marks marks={scene.marks} />
            {chosen?.extent && (
              <rect
                x={chosen.extent[0] - 2}
                y={chosen.extent[1] - 2}
                width={chosen.extent[2] - chosen.extent[0] + 4}
                height={chosen.extent[3] - chosen.extent[1] + 4}
                fill="none"
                stroke="var(--focus)"
                strokeWidth={2}
              />
            )}
            {chosen && !chosen.extent && (
              <circle
                cx={chosen.at[0]}
                cy={chosen.at[1]}
                r={6}
                fill="none"
                stroke="var(--focus)"
                strokeWidth={2}
              />
            )}
          </svg>
          {chosen && (
            <div
              className={hasBoxes ? "tag of-box" : "tag"}
              style={{
                left: Math.min(Math.max(tagAt[0], 80), Math.max(scene.width - 80, 80)),
                top: tagAt[1],
              }}
            >
              {chosen.words}
            </div>
          )}
          <span className="hidden" aria-live="polite">
            {chosen?.words}
          </span>
        </>
      )}
      <p className="note">
        <button type="button" className="button ghost" onClick={() => setIsTable(!isTable)}>
          {isTable ? t("figure-show-chart") : t("figure-show-table")}
        </button>
      </p>
    </div>
  );
}

/** Whether its stops are boxes of text, as on a map, and not points of a line. */
function isOfBoxes(scene: Scene): boolean {
  return scene.stops.some((stop) => stop.extent);
}

function FigureTable({ scene }: { scene: Scene }) {
  return (
    <table className="plain">
      <caption className="hidden">{scene.summary}</caption>
      <thead>
        <tr>
          {scene.table.head.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {scene.table.rows.map((row, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows of a map may begin alike.
          <tr key={at}>
            {row.map((cell, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: cells have no identity but their column.
              <td key={index} className={isOfBoxes(scene) ? undefined : "num"}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function Marks({ marks }: { marks: Mark[] }) {
  return (
    <g className="mark" aria-hidden>
      {marks.map((mark, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a scene is drawn whole, back to front.
        <MarkView key={index} mark={mark} />
      ))}
    </g>
  );
}

function MarkView({ mark }: { mark: Mark }) {
  const role = ROLE_CLASS[mark.role] ?? mark.role;
  switch (mark.kind) {
    case "line":
      return (
        <polyline
          className={role}
          points={mark.points.map((point) => point.join(",")).join(" ")}
          fill="none"
          stroke="var(--ink)"
          strokeWidth={mark.width}
          strokeDasharray={mark.dash.join(" ") || undefined}
          strokeLinejoin="round"
        />
      );
    case "area":
      return (
        <polygon
          className={role}
          points={mark.points.map((point) => point.join(",")).join(" ")}
          fill="var(--ink)"
        />
      );
    case "dot":
      return (
        <circle
          className={role}
          cx={mark.at[0]}
          cy={mark.at[1]}
          r={mark.radius}
          fill={mark.open ? "var(--chart-halo)" : "var(--ink)"}
          stroke="var(--ink)"
          strokeWidth={mark.open ? 1.8 : 0}
        />
      );
    case "text":
      return (
        <text
          className={role}
          x={mark.at[0]}
          y={mark.at[1]}
          fontSize={mark.size}
          fontWeight={mark.weight === "semibold" ? 600 : 400}
          textAnchor={mark.anchor}
          fill="var(--ink)"
          stroke={mark.halo ? "var(--chart-halo)" : undefined}
          strokeWidth={mark.halo ? 4 : undefined}
          paintOrder="stroke"
        >
          {mark.text}
        </text>
      );
  }
}
