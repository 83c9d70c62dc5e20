/** The drawing of the network: neighbors stand out, partners are moved by mouse or keys. */
import { ZoomIn, ZoomOut } from "lucide-react";
import {
  type KeyboardEvent,
  type PointerEvent,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { call } from "../../ipc/client";
import type { Mark, NetworkNode, NetworkPage, NetworkTie } from "../../ipc/generated";
import { IconButton } from "../../shared/controls";
import { Marks } from "../../shared/figure/FigureView";
import { useNavigation } from "../../shared/navigation";
import { errorWords } from "../../shared/states";
import { useToast } from "../../shared/toasts";
import { useWidth } from "../../shared/useWidth";
import { t } from "../../text/texts";

type Point = [number, number];
/** A partner on its way to another place. */
type Move = { id: string; at: Point };

const ZOOMS = [1, 1.5, 2, 3];
const STEP = 6;
const LARGE_STEP = 36;
/** How long the keys rest before a place is kept: one step for many presses. */
const REST = 450;
/** A pointer that moves less has only pressed. */
const SLACK = 3;

export function NetworkFigure({
  page,
  active,
  pinned,
  onActive,
  onPin,
  onWidth,
}: {
  page: NetworkPage;
  active: string | null;
  pinned: string | null;
  onActive: (id: string | null) => void;
  onPin: (id: string | null) => void;
  onWidth: (width: number) => void;
}) {
  const { go } = useNavigation();
  const toast = useToast();
  const [frame, setFrame] = useState(0);
  const [zoom, setZoom] = useState(0);
  const [move, setMove] = useState<Move | null>(null);
  const moving = useRef<Move | null>(null);
  const resting = useRef<ReturnType<typeof setTimeout>>(undefined);
  const grip = useRef<{ id: string; from: Point; at: Point; isMoved: boolean } | null>(null);
  const ref = useWidth(setFrame);
  const factor = ZOOMS[zoom] ?? 1;

  const width = Math.round(frame * factor);
  const drawn = Math.round(page.scene.width);
  // Only another frame or size asks anew.
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is asked for, and nothing else.
  useEffect(() => {
    if (frame > 0 && width !== drawn) onWidth(width);
  }, [width]);

  // A new drawing has the places that were kept.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the drawing is what counts.
  useEffect(() => {
    moving.current = null;
    setMove(null);
  }, [page]);

  const parts = useMemo(() => taken(page), [page]);
  const center = page.nodes.findIndex((node) => node.id === active);
  const near = useMemo(() => neighbors(page.ties, center), [page.ties, center]);

  const keep = useCallback(async () => {
    clearTimeout(resting.current);
    const moved = moving.current;
    if (!moved) return;
    moving.current = null;
    try {
      await call("place_partner", { id: moved.id, at: moved.at, field: page.field });
      const name = page.nodes.find((node) => node.id === moved.id)?.name ?? "";
      toast(t("network-moved", { name }));
    } catch (error) {
      setMove(null);
      toast(errorWords(error));
    }
  }, [page, toast]);

  function shift(id: string, [x, y]: Point) {
    const [left, top, right, bottom] = page.field;
    const at: Point = [Math.min(Math.max(x, left), right), Math.min(Math.max(y, top), bottom)];
    moving.current = { id, at };
    setMove(moving.current);
  }
  const placeOf = (node: NetworkNode): Point =>
    move?.id === node.id ? move.at : (node.at as Point);

  function onKeyDown(event: KeyboardEvent, node: NetworkNode) {
    const step = event.shiftKey ? LARGE_STEP : STEP;
    const ways: Record<string, Point> = {
      ArrowLeft: [-step, 0],
      ArrowRight: [step, 0],
      ArrowUp: [0, -step],
      ArrowDown: [0, step],
    };
    const way = ways[event.key];
    if (way && !event.altKey && !node.isIsolate) {
      const [x, y] = placeOf(node);
      shift(node.id, [x + way[0], y + way[1]]);
      clearTimeout(resting.current);
      resting.current = setTimeout(() => void keep(), REST);
      event.preventDefault();
    } else if (event.key === "Enter") {
      go({ screen: "partner", id: node.id });
      event.preventDefault();
    } else if (event.key === " ") {
      onPin(pinned === node.id ? null : node.id);
      event.preventDefault();
    } else if (event.key === "Escape") {
      onPin(null);
      onActive(null);
    }
  }

  function onPointerDown(event: PointerEvent<SVGGElement>, node: NetworkNode) {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    grip.current = {
      id: node.id,
      from: [event.clientX, event.clientY],
      at: placeOf(node),
      isMoved: false,
    };
  }
  function onPointerMove(event: PointerEvent<SVGGElement>, node: NetworkNode) {
    const held = grip.current;
    if (!held || held.id !== node.id || node.isIsolate) return;
    const by: Point = [event.clientX - held.from[0], event.clientY - held.from[1]];
    if (!held.isMoved && Math.hypot(...by) < SLACK) return;
    held.isMoved = true;
    shift(node.id, [held.at[0] + by[0], held.at[1] + by[1]]);
  }
  function onPointerUp(node: NetworkNode) {
    const held = grip.current;
    grip.current = null;
    if (held?.isMoved) void keep();
    else if (held) onPin(pinned === node.id ? null : node.id);
  }

  const marksOf = ([from, to]: number[]): Mark[] => page.scene.marks.slice(from, to);
  const isNear = (at: number) => center < 0 || at === center || near.has(at);
  return (
    <section className="network-figure" aria-label={t("network-figure")}>
      <div className="network-zoom">
        <IconButton
          label={t("network-smaller")}
          isDisabled={zoom === 0}
          onPress={() => setZoom(zoom - 1)}
        >
          <ZoomOut size={16} aria-hidden />
        </IconButton>
        <IconButton
          label={t("network-larger")}
          isDisabled={zoom === ZOOMS.length - 1}
          onPress={() => setZoom(zoom + 1)}
        >
          <ZoomIn size={16} aria-hidden />
        </IconButton>
      </div>
      <div className="network-frame" ref={ref} tabIndex={zoom > 0 ? 0 : undefined}>
        {/* biome-ignore lint/a11y/useSemanticElements: a drawing is no fieldset. */}
        <svg
          width={page.scene.width}
          height={page.scene.height}
          viewBox={`0 0 ${page.scene.width} ${page.scene.height}`}
          role="group"
          aria-label={page.scene.summary}
        >
          <Marks marks={parts} />
          {page.ties.map((tie) => {
            const [one, other] = [page.nodes[tie.one], page.nodes[tie.other]];
            if (!one || !other) return null;
            const isOf = tie.one === center || tie.other === center;
            const isMoving = move && (move.id === one.id || move.id === other.id);
            return (
              <g
                key={`${tie.one} ${tie.other}`}
                className={center >= 0 ? (isOf ? "near" : "far") : undefined}
              >
                {isMoving ? (
                  <Marks marks={[between(marksOf(tie.marks), placeOf(one), placeOf(other))]} />
                ) : (
                  <Marks marks={marksOf(tie.marks)} />
                )}
              </g>
            );
          })}
          {page.nodes.map((node, at) => {
            const [x, y] = placeOf(node);
            return (
              // biome-ignore lint/a11y/useSemanticElements: a button cannot stand in a drawing.
              <g
                key={node.id}
                role="button"
                tabIndex={0}
                aria-label={page.scene.stops[at]?.words}
                aria-pressed={pinned === node.id}
                className={`network-node${isNear(at) ? "" : " far"}${node.isIsolate ? "" : " movable"}`}
                transform={`translate(${x - node.at[0]} ${y - node.at[1]})`}
                onFocus={() => onActive(node.id)}
                onBlur={() => {
                  onActive(null);
                  void keep();
                }}
                onPointerEnter={() => !grip.current && onActive(node.id)}
                onPointerLeave={() => !grip.current && onActive(null)}
                onKeyDown={(event) => onKeyDown(event, node)}
                onPointerDown={(event) => onPointerDown(event, node)}
                onPointerMove={(event) => onPointerMove(event, node)}
                onPointerUp={() => onPointerUp(node)}
              >
                <circle className="grip" cx={node.at[0]} cy={node.at[1]} r={12} />
                <Marks marks={marksOf(node.marks)} />
                <Marks marks={marksOf(node.label)} />
                {at === center && (
                  <circle
                    className="network-ring"
                    cx={node.at[0]}
                    cy={node.at[1]}
                    r={node.radius + 5}
                  />
                )}
              </g>
            );
          })}
        </svg>
      </div>
      <About page={page} center={center} near={near} />
    </section>
  );
}

/** Who is looked at and whom it is tied to; how to use the drawing where nobody is. */
function About({
  page,
  center,
  near,
}: {
  page: NetworkPage;
  center: number;
  near: Map<number, NetworkTie>;
}) {
  const node = page.nodes[center];
  return (
    <div className="network-about">
      {node ? (
        <>
          <p>{page.scene.stops[center]?.words}</p>
          {near.size > 0 && (
            <p className="small">
              <b>{t("network-tied-list")}</b>{" "}
              {[...near]
                .map(([at, tie]) => `${page.nodes[at]?.name ?? ""} (${tie.together})`)
                .join(", ")}
            </p>
          )}
        </>
      ) : (
        <p className="note">{t("network-keys")}</p>
      )}
    </div>
  );
}

/** Partners a partner is tied to, each with its tie. */
function neighbors(ties: NetworkTie[], center: number): Map<number, NetworkTie> {
  const found = new Map<number, NetworkTie>();
  for (const tie of ties) {
    if (tie.one === center) found.set(tie.other, tie);
    else if (tie.other === center) found.set(tie.one, tie);
  }
  return found;
}

/** Marks that belong to nobody: the key, and the head of the row beneath. */
function taken(page: NetworkPage): Mark[] {
  const owned = new Set<number>();
  const own = ([from = 0, to = 0]: number[]) => {
    for (let at = from; at < to; at++) owned.add(at);
  };
  for (const tie of page.ties) own(tie.marks);
  for (const node of page.nodes) {
    own(node.marks);
    own(node.label);
  }
  return page.scene.marks.filter((_, at) => !owned.has(at));
}

/** The line of a tie while one of its ends is moved. */
function between(marks: Mark[], one: Point, other: Point): Mark {
  const line = marks.find((mark) => mark.kind === "line");
  return {
    kind: "line",
    points: [one, other],
    role: line?.role ?? "context",
    width: line?.kind === "line" ? line.width : 1,
    dash: [],
  };
}
