/** The readings of a measure in the entry grid. */
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../ipc/client";
import type { CellEntry, CellProblem } from "../ipc/generated";
import { dimensions, grid } from "../ipc/queries";
import { Button, Select, TextField } from "../shared/controls";
import { EntryGrid } from "../shared/grid/EntryGrid";
import { Dialog } from "../shared/layers";
import { errorWords, Failed, Loaded } from "../shared/states";
import { useToast } from "../shared/toasts";
import { t } from "../text/texts";

export function Readings({
  id,
  onExplain,
}: {
  id: string;
  onExplain: (spot: { column: string; period: string }) => void;
}) {
  const [extraPeriods, setExtraPeriods] = useState<string[]>([]);
  const [extraColumns, setExtraColumns] = useState<string[]>([]);
  const [problems, setProblems] = useState<CellProblem[]>([]);
  const [error, setError] = useState<unknown>(null);
  const [asking, setAsking] = useState<"period" | "column" | null>(null);
  const toast = useToast();
  const query = useQuery({
    ...grid({ measure: id, extraPeriods, extraColumns }),
    placeholderData: keepPreviousData,
  });

  async function enter(cells: CellEntry[], isPasted: boolean) {
    setError(null);
    try {
      const entered = await call("enter_cells", { measure: id, isPasted, cells });
      setProblems(entered.problems);
      if (entered.problems.length === 0 && entered.changed > 1) {
        toast(t("cells-entered", { count: entered.changed }), {
          label: t("undo"),
          run: () => void call("undo", {}),
        });
      }
    } catch (thrown) {
      setError(thrown);
    }
  }

  return (
    <section className="section" aria-label={t("readings")}>
      <div className="section-head" style={{ border: 0 }}>
        <h2>{t("readings")}</h2>
        <span className="quiet small">
          {query.data?.isCalculated ? t("readings-calculated") : t("readings-help")}
        </span>
        <Button kind="ghost" onPress={() => setAsking("period")}>
          {t("add-period")}
        </Button>
        <Button kind="ghost" onPress={() => setAsking("column")}>
          {t("add-column")}
        </Button>
      </div>
      {error !== null && <Failed error={error} />}
      {problems.length > 0 && (
        <div className="failed" role="alert">
          <ul>
            {problems.slice(0, 5).map((problem) => (
              <li key={`${problem.period}${problem.column}`}>{problem.words}</li>
            ))}
          </ul>
        </div>
      )}
      <Loaded query={query}>
        {(data) => (
          <EntryGrid
            grid={data}
            label={t("readings")}
            problems={problems}
            onEnter={(cells, isPasted) => void enter(cells, isPasted)}
            onExplain={(period, column) => onExplain({ period, column })}
          />
        )}
      </Loaded>
      <p className="note">
        {query.data?.isCalculated ? t("readings-calculated-note") : t("readings-note")}
      </p>
      {asking === "period" && (
        <AskPeriod
          onClose={() => setAsking(null)}
          onAdd={async (period) => {
            // The core reads the period; what it cannot read is said in the dialog.
            await call("read_grid", { measure: id, extraPeriods: [period], extraColumns: [] });
            setExtraPeriods([...extraPeriods, period]);
          }}
        />
      )}
      {asking === "column" && (
        <AskColumn
          onClose={() => setAsking(null)}
          onAdd={(key) => setExtraColumns([...extraColumns, key])}
        />
      )}
    </section>
  );
}

function AskPeriod({
  onClose,
  onAdd,
}: {
  onClose: () => void;
  onAdd: (period: string) => Promise<void>;
}) {
  const [period, setPeriod] = useState("");
  const [error, setError] = useState<unknown>(null);
  return (
    <Dialog title={t("add-period")} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onAdd(period).then(onClose, setError);
        }}
      >
        <TextField
          label={t("grid-period")}
          help={t("period-help")}
          error={error === null ? undefined : errorWords(error)}
          value={period}
          autoFocus
          onChange={setPeriod}
        />
        <div className="footbar">
          <span className="grow" />
          <Button onPress={onClose}>{t("cancel")}</Button>
          <Button kind="primary" type="submit">
            {t("add")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function AskColumn({ onClose, onAdd }: { onClose: () => void; onAdd: (key: string) => void }) {
  const known = useQuery(dimensions()).data;
  const [chosen, setChosen] = useState("");
  const [kind, setKind] = useState<"known" | "place" | "breakdown">("known");
  const [name, setName] = useState("");
  const [groups, setGroups] = useState("");
  const [error, setError] = useState<unknown>(null);
  const options = [
    { value: "", label: t("choose-one") },
    ...(known?.breakdowns ?? []).flatMap((breakdown) =>
      breakdown.groups.map((group) => ({
        value: `group:${group.id}`,
        label: `${breakdown.name}: ${group.name}`,
      })),
    ),
    ...(known?.places ?? []).map((place) => ({ value: `place:${place.id}`, label: place.name })),
  ];
  async function add() {
    if (kind === "known") {
      if (chosen) onAdd(chosen);
    } else if (kind === "place") {
      const { id } = await call("add_place", { name, isBenchmark: false });
      onAdd(`place:${id}`);
    } else {
      const names = groups
        .split("\n")
        .map((line) => line.trim())
        .filter(Boolean);
      await call("add_breakdown", { name, groups: names });
    }
  }
  return (
    <Dialog title={t("add-column")} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          add().then(onClose, setError);
        }}
      >
        {error !== null && <Failed error={error} />}
        <Select
          label={t("column-kind")}
          value={kind}
          options={(["known", "place", "breakdown"] as const).map((value) => ({
            value,
            label: t(`column-kind-${value}`),
          }))}
          onChange={(value) => setKind(value as typeof kind)}
        />
        <div style={{ height: 12 }} />
        {kind === "known" ? (
          <Select
            label={t("column-choose")}
            value={chosen}
            options={options}
            onChange={setChosen}
          />
        ) : (
          <TextField label={t("name")} value={name} onChange={setName} autoFocus />
        )}
        {kind === "breakdown" && (
          <div className="field" style={{ marginTop: 12 }}>
            <label htmlFor="new-groups">{t("column-groups")}</label>
            <textarea
              id="new-groups"
              className="input"
              value={groups}
              onChange={(event) => setGroups(event.target.value)}
            />
          </div>
        )}
        <div className="footbar">
          <span className="grow" />
          <Button onPress={onClose}>{t("cancel")}</Button>
          <Button kind="primary" type="submit">
            {t("add")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
