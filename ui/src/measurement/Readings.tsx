/** The readings of a measure in the entry grid. What cannot be kept stays in its cells until
 * it is mended, and nothing of what was entered with it is saved before. */
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { call } from "../ipc/client";
import type { CellEntry, CellProblem, Grid, PastePlan } from "../ipc/generated";
import { grid } from "../ipc/queries";
import { Button, Checkbox, Select } from "../shared/controls";
import { cellKey, EntryGrid, type GridHandle, type Pasted } from "../shared/grid/EntryGrid";
import { Failed, Loaded } from "../shared/states";
import { useToast, wayBack } from "../shared/toasts";
import { t } from "../text/texts";
import { AskColumn, AskPeriod, AskRoom } from "./AskAboutReadings";
import { ReadingDetails } from "./ReadingDetails";

type Entry = { cells: CellEntry[]; isPasted: boolean };
type View = {
  split: string;
  place: string | null;
  isOldestFirst: boolean;
  hidesEmpty: boolean;
  withCounts: boolean;
  extraPeriods: string[];
  extraColumns: string[];
};

const PLAIN_VIEW: View = {
  split: "",
  place: null,
  isOldestFirst: false,
  hidesEmpty: false,
  withCounts: false,
  extraPeriods: [],
  extraColumns: [],
};
const NOTHING: Entry = { cells: [], isPasted: false };

/** How each measure was looked at last, and what could not be saved yet: both outlast a look
 * at another screen. Ids of measures are never used twice. */
const views = new Map<string, View>();
const unsaved = new Map<string, { entry: Entry; problems: CellProblem[] }>();

export function Readings({
  id,
  onExplain,
}: {
  id: string;
  /** Where a figure comes from that cannot be changed here. */
  onExplain: (spot: { column: string; period: string }) => void;
}) {
  const [view, setView] = useState(views.get(id) ?? PLAIN_VIEW);
  const [waiting, setWaiting] = useState<Entry>(unsaved.get(id)?.entry ?? NOTHING);
  const [problems, setProblems] = useState<CellProblem[]>(unsaved.get(id)?.problems ?? []);
  const [error, setError] = useState<unknown>(null);
  const [asking, setAsking] = useState<"period" | "column" | null>(null);
  const [room, setRoom] = useState<PastePlan | null>(null);
  const [details, setDetails] = useState<{ period: string; column: string } | null>(null);
  const handle = useRef<GridHandle>(null);
  const toast = useToast();
  const query = useQuery({ ...grid({ measure: id, ...view }), placeholderData: keepPreviousData });

  useEffect(() => {
    views.set(id, view);
  }, [id, view]);
  useEffect(() => {
    if (problems.length > 0) unsaved.set(id, { entry: waiting, problems });
    else unsaved.delete(id);
  }, [id, waiting, problems]);

  const change = (part: Partial<View>) => setView((before) => ({ ...before, ...part }));
  const settle = () => {
    setWaiting(NOTHING);
    setProblems([]);
  };

  async function enter(entry: Entry, notes: string[] = []) {
    // What waits to be mended is entered again along with what mends it.
    const all = {
      cells: [
        ...new Map(
          [...waiting.cells, ...entry.cells].map((cell) => [cellKey(cell), cell]),
        ).values(),
      ],
      isPasted: entry.isPasted || waiting.isPasted,
    };
    setError(null);
    setWaiting(all);
    try {
      const entered = await call("enter_cells", { measure: id, ...all });
      setProblems(entered.problems);
      if (entered.problems.length > 0) return;
      // The cells show what was entered until the grid has been read again.
      if (entered.changed > 0) await query.refetch({ cancelRefetch: false });
      settle();
      if (entered.changed > 1 || notes.length > 0) {
        const words = [t("cells-entered", { count: entered.changed }), ...notes].join(" ");
        toast(words, wayBack());
      }
    } catch (thrown) {
      settle();
      setError(thrown);
    }
  }

  async function paste(pasted: Pasted, data: Grid) {
    setError(null);
    try {
      const plan = await call("place_block", {
        measure: id,
        ...pasted,
        periods: data.rows.map((row) => row.period),
        columns: data.columns.map(({ key, name }) => ({ key, name })),
      });
      if (plan.question) setRoom(plan);
      else await enter({ cells: plan.cells, isPasted: true }, plan.notes);
    } catch (thrown) {
      setError(thrown);
    }
  }

  function makeRoom(plan: PastePlan, isAll: boolean, data: Grid) {
    setRoom(null);
    const known = new Set(data.rows.map((row) => row.period));
    if (isAll) change({ extraPeriods: [...view.extraPeriods, ...plan.newPeriods] });
    const cells = isAll ? plan.cells : plan.cells.filter((cell) => known.has(cell.period));
    void enter({ cells, isPasted: true }, plan.notes);
  }

  return (
    <section className="section" aria-label={t("readings")}>
      <Loaded query={query}>
        {(data) => (
          <>
            <Head
              data={data}
              view={view}
              onChange={change}
              onPeriod={() => setAsking("period")}
              onColumn={() => setAsking("column")}
            />
            {data.locked && <p className="banner">{data.locked}</p>}
            {error !== null && <Failed error={error} />}
            {problems.length > 0 && (
              <div className="failed" role="alert">
                <div>
                  <p>
                    <b>
                      {t("problems-head", {
                        problems: problems.length,
                        cells: waiting.cells.length,
                      })}
                    </b>
                  </p>
                  <ul className="problem-list">
                    {problems.map((problem) => (
                      <li key={cellKey(problem)}>{problem.words}</li>
                    ))}
                  </ul>
                  <p className="problem-actions">
                    <Button onPress={() => handle.current?.goToProblem()}>
                      {t("problems-next")} <kbd>{t("problems-next-key")}</kbd>
                    </Button>
                    <Button kind="ghost" onPress={settle}>
                      {t("problems-discard")}
                    </Button>
                  </p>
                </div>
              </div>
            )}
            <EntryGrid
              ref={handle}
              grid={data}
              label={t("readings")}
              problems={problems}
              waiting={new Map(waiting.cells.map((cell) => [cellKey(cell), cell.text]))}
              isLocked={data.locked !== null}
              onEnter={(cells, isPasted) => void enter({ cells, isPasted })}
              onPaste={(pasted) => void paste(pasted, data)}
              onDetails={data.locked === null ? setDetails : onExplain}
            />
            {data.gaps.length > 0 && (
              <details className="gaps">
                <summary>
                  {t("grid-gaps")} <span className="badge">{data.gaps.length}</span>
                </summary>
                <ul>
                  {data.gaps.map((gap) => (
                    <li key={gap.words}>{gap.words}</li>
                  ))}
                </ul>
              </details>
            )}
            <p className="note">
              {data.hiddenColumns > 0 && `${t("grid-hidden", { count: data.hiddenColumns })} `}
              {t("readings-note")} {t("grid-keys")}
            </p>
            {room && (
              <AskRoom
                plan={room}
                onAnswer={(isAll) => makeRoom(room, isAll, data)}
                onClose={() => setRoom(null)}
              />
            )}
            {asking === "period" && (
              <AskPeriod
                proposed={data.nextPeriod ?? ""}
                earlier={data.earlierPeriod}
                onClose={() => setAsking(null)}
                onAdd={async (period) => {
                  const extraPeriods = [...view.extraPeriods, period];
                  // The core reads the period; what it cannot read is said in the dialog.
                  await call("read_grid", { measure: id, ...view, extraPeriods });
                  change({ extraPeriods });
                }}
              />
            )}
            {asking === "column" && (
              <AskColumn
                split={data.split}
                onClose={() => setAsking(null)}
                onAdd={({ column, split }) =>
                  change({
                    ...(split ? { split } : {}),
                    extraColumns: column ? [...view.extraColumns, column] : view.extraColumns,
                  })
                }
              />
            )}
          </>
        )}
      </Loaded>
      {details && <ReadingDetails measure={id} {...details} onClose={() => setDetails(null)} />}
    </section>
  );
}

function Head({
  data,
  view,
  onChange,
  onPeriod,
  onColumn,
}: {
  data: Grid;
  view: View;
  onChange: (part: Partial<View>) => void;
  onPeriod: () => void;
  onColumn: () => void;
}) {
  return (
    <>
      <div className="section-head" style={{ border: 0 }}>
        <h2>{t("readings")}</h2>
        <Button kind="ghost" onPress={onPeriod}>
          {t("add-period")}
        </Button>
        <Button kind="ghost" onPress={onColumn}>
          {t("add-column")}
        </Button>
      </div>
      <div className="sheet-tools">
        <Select
          label={t("grid-split")}
          value={data.split}
          options={data.splits.map(({ key, name }) => ({ value: key, label: name }))}
          onChange={(split) => onChange({ split, extraColumns: [] })}
        />
        {data.places.length > 0 && (
          <Select
            label={t("grid-place")}
            value={view.place ?? ""}
            options={[
              { value: "", label: t("grid-place-whole") },
              ...data.places.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChange={(place) => onChange({ place: place || null, split: data.split })}
          />
        )}
        <fieldset className="parts" aria-label={t("grid-options")}>
          <Checkbox
            label={t("grid-oldest-first")}
            isSelected={view.isOldestFirst}
            onChange={(isOldestFirst) => onChange({ isOldestFirst })}
          />
          <Checkbox
            label={t("grid-hide-empty")}
            isSelected={view.hidesEmpty}
            onChange={(hidesEmpty) => onChange({ hidesEmpty })}
          />
          <Checkbox
            label={t("grid-with-counts")}
            isSelected={view.withCounts}
            onChange={(withCounts) => onChange({ withCounts })}
          />
        </fieldset>
      </div>
    </>
  );
}
