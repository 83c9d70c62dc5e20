/** The matrix: partners against what they work on, with what stands out beside it. */
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { ListChecks, Users } from "lucide-react";
import { useMemo, useState } from "react";
import type { MatrixView } from "../ipc/generated";
import { matrix } from "../ipc/queries";
import { Button, Checkbox } from "../shared/controls";
import { Drawer } from "../shared/layers";
import { type ActivityStart, useNavigation } from "../shared/navigation";
import { Empty, Loaded } from "../shared/states";
import { t } from "../text/texts";
import { MatrixDrawer, type Shown } from "./MatrixDrawer";
import { Findings } from "./MatrixFindings";
import { MatrixGrid } from "./MatrixGrid";
import { type Filter, startOf, USUAL } from "./matrix";
import { Populations } from "./Populations";

const BY = ["strategies", "results", "populations", "places"] as const;
const SCOPES = ["running", "active", "everything"] as const;

/** The view as it was left, for coming back from elsewhere. */
let left: Filter = USUAL;

export function Matrix({
  onOpen,
  onEdit,
  onAdd,
}: {
  onOpen: (activity: string) => void;
  /** Opens what is missing in an activity. */
  onEdit: (activity: string) => void;
  onAdd: (start: ActivityStart) => void;
}) {
  const [filter, setFilter] = useState(left);
  const [shown, setShown] = useState<Shown | null>(null);
  const [open, setOpen] = useState<"populations" | "findings" | null>(null);
  const { go } = useNavigation();
  const query = useQuery({
    ...matrix({ by: filter.by, scope: filter.scope }),
    placeholderData: keepPreviousData,
  });
  const change = (part: Partial<Filter>) => {
    left = { ...filter, ...part };
    setFilter(left);
  };

  function mend(data: MatrixView, kind: string, id: string) {
    setOpen(null);
    switch (kind) {
      case "idle_strategies":
        return onAdd({ strategy: id });
      case "leaderless_strategies":
        return setShown({ what: "strategy", id });
      case "idle_results":
        return go({ screen: "agenda" });
      case "idle_populations":
        return onAdd({ population: id });
      case "idle_places":
        return onAdd({ place: id });
      case "idle_partners":
        return onAdd({ lead: id });
      case "overlaps": {
        const overlap = data.overlaps[Number(id)];
        return overlap && setShown({ what: "overlap", overlap });
      }
      case "measures_without_activity":
        return onAdd({ measure: id });
      default:
        return onEdit(id);
    }
  }

  return (
    <Loaded query={query}>
      {(data) => (
        <>
          <p className="lead-line">
            {t("matrix-lead", {
              running: data.running,
              partners: data.working,
              all: data.rows.length,
            })}
          </p>
          <div className="matrix-page">
            <div className="matrix-main">
              <Bar
                data={data}
                filter={filter}
                onChange={change}
                onPopulations={() => setOpen("populations")}
                onFindings={() => setOpen("findings")}
              />
              <Legend />
              {data.columns.length === 0 || data.rows.length === 0 ? (
                <Empty words={t(`matrix-no-columns-${data.by}`)}>
                  {data.by === "populations" ? (
                    <Button onPress={() => setOpen("populations")}>
                      {t("matrix-edit-populations")}
                    </Button>
                  ) : data.by === "places" ? (
                    <Button onPress={() => go({ screen: "splits" })}>{t("splits")}</Button>
                  ) : (
                    <Button onPress={() => go({ screen: "agenda" })}>
                      {t("matrix-open-agenda")}
                    </Button>
                  )}
                </Empty>
              ) : (
                <MatrixGrid
                  key={data.by}
                  data={data}
                  filter={filter}
                  onCell={(row, column) => setShown({ what: "cell", row, column })}
                  onColumn={(column) => setShown({ what: "column", column })}
                  onPartner={(id) => go({ screen: "partner", id })}
                  onAdd={(row, column) => onAdd(startOf(data, row, column))}
                />
              )}
            </div>
            <aside className="matrix-side" aria-label={t("matrix-findings")}>
              <h2>{t("matrix-findings")}</h2>
              <Findings data={data} onMend={(kind, id) => mend(data, kind, id)} />
            </aside>
          </div>
          {open === "findings" && (
            <Drawer title={t("matrix-findings")} onClose={() => setOpen(null)}>
              <div className="drawer-body">
                <Findings data={data} onMend={(kind, id) => mend(data, kind, id)} />
              </div>
            </Drawer>
          )}
          {open === "populations" && <Populations onClose={() => setOpen(null)} />}
          {shown && (
            <MatrixDrawer
              data={data}
              shown={shown}
              onClose={() => setShown(null)}
              onOpen={(id) => {
                setShown(null);
                onOpen(id);
              }}
              onAdd={(start) => {
                setShown(null);
                onAdd(start);
              }}
            />
          )}
        </>
      )}
    </Loaded>
  );
}

function Bar({
  data,
  filter,
  onChange,
  onPopulations,
  onFindings,
}: {
  data: MatrixView;
  filter: Filter;
  onChange: (part: Partial<Filter>) => void;
  onPopulations: () => void;
  onFindings: () => void;
}) {
  const found = useMemo(
    () => data.findings.reduce((sum, finding) => sum + finding.items.length, 0),
    [data.findings],
  );
  return (
    <search className="filters matrix-bar">
      <select
        className="input"
        aria-label={t("matrix-by")}
        value={filter.by}
        onChange={(event) => onChange({ by: event.target.value })}
      >
        {BY.map((by) => (
          <option key={by} value={by}>
            {t(`matrix-by-${by}`)}
          </option>
        ))}
      </select>
      <select
        className="input"
        aria-label={t("matrix-scope")}
        value={filter.scope}
        onChange={(event) => onChange({ scope: event.target.value })}
      >
        {SCOPES.map((scope) => (
          <option key={scope} value={scope}>
            {t(`matrix-scope-${scope}`)}
          </option>
        ))}
      </select>
      {data.sectors.length > 0 && (
        <select
          className="input"
          aria-label={t("matrix-sector")}
          data-set={filter.sector !== ""}
          value={filter.sector}
          onChange={(event) => onChange({ sector: event.target.value })}
        >
          <option value="">{t("matrix-sector-all")}</option>
          {data.sectors.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
          <option value="none">{t("matrix-sector-none")}</option>
        </select>
      )}
      <input
        className="input matrix-find"
        type="search"
        aria-label={t("matrix-find")}
        placeholder={t("matrix-find")}
        value={filter.text}
        onChange={(event) => onChange({ text: event.target.value })}
      />
      <Checkbox
        label={t("matrix-group")}
        isSelected={filter.isGrouped}
        onChange={(isGrouped) => onChange({ isGrouped })}
      />
      <Checkbox
        label={t("matrix-only-working")}
        isSelected={filter.onlyWorking}
        onChange={(onlyWorking) => onChange({ onlyWorking })}
      />
      <div className="filters-end">
        {filter.by === "populations" && (
          <Button onPress={onPopulations}>
            <Users size={15} aria-hidden />
            {t("matrix-edit-populations")}
          </Button>
        )}
        <span className="matrix-compact">
          <Button onPress={onFindings}>
            <ListChecks size={15} aria-hidden />
            {t("matrix-findings")} <span className="quiet num">{found}</span>
          </Button>
        </span>
      </div>
    </search>
  );
}

function Legend() {
  return (
    <ul className="matrix-legend" aria-label={t("matrix-legend")}>
      <li>
        <span className="mark-lead" aria-hidden>
          3
        </span>
        {t("matrix-legend-lead")}
      </li>
      <li>
        <span className="mark-part" aria-hidden>
          2
        </span>
        {t("matrix-legend-part")}
      </li>
      <li>
        <span className="mark-lead planned" aria-hidden>
          1
        </span>
        <span className="mark-part planned" aria-hidden>
          1
        </span>
        {t("matrix-legend-planned")}
      </li>
      <li>
        <span className="swatch gap" aria-hidden />
        {t("matrix-legend-gap")}
      </li>
      <li>
        <span className="swatch overlap" aria-hidden />
        {t("matrix-legend-overlap")}
      </li>
      <li className="quiet">{t("matrix-legend-counts")}</li>
    </ul>
  );
}
