/** All measures: population indicators and performance measures, never mixed. */
import { useQuery } from "@tanstack/react-query";
import { Plus, Upload } from "lucide-react";
import { useState } from "react";
import { call } from "../ipc/client";
import type { ResultRows } from "../ipc/generated";
import { dimensions, measures } from "../ipc/queries";
import { Button, Segmented } from "../shared/controls";
import { ExportButton } from "../shared/ExportDialog";
import { useNavigation } from "../shared/navigation";
import { RecordForm } from "../shared/RecordForm";
import { Empty, Loaded } from "../shared/states";
import { t } from "../text/texts";
import { measureFields, NEW_MEASURE } from "./fields";
import { MeasureTable } from "./MeasureTable";
import { Periods } from "./Periods";
import { Quality } from "./Quality";
import { StatusRule } from "./StatusRule";

export default function MeasureList() {
  const query = useQuery(measures());
  const known = useQuery(dimensions()).data;
  const { go } = useNavigation();
  const [isAdding, setIsAdding] = useState(false);
  const [filter, setFilter] = useState("");
  const [part, setPart] = useState<"measures" | "quality" | "periods">("measures");
  const [isChoosingRule, setIsChoosingRule] = useState(false);
  return (
    <>
      <div className="page-head">
        <h1>{t("screen-measurement")}</h1>
        <div className="actions">
          <input
            className="input"
            style={{ width: 200 }}
            type="search"
            aria-label={t("filter-measures")}
            placeholder={t("filter-measures")}
            value={filter}
            onChange={(event) => setFilter(event.target.value)}
          />
          <Button onPress={() => go({ screen: "import", measure: null })}>
            <Upload size={15} aria-hidden />
            {t("import")}
          </Button>
          <ExportButton choices={["measures", "readings"]} />
          <Button kind="primary" onPress={() => setIsAdding(true)}>
            <Plus size={15} aria-hidden />
            {t("add-measure")}
          </Button>
        </div>
      </div>
      <div className="parts section">
        <Segmented
          label={t("screen-measurement")}
          value={part}
          options={(["measures", "quality", "periods"] as const).map((value) => ({
            value,
            label: t(`part-of-${value}`),
          }))}
          onChange={setPart}
        />
        <span className="grow" />
        <Button kind="ghost" onPress={() => setIsChoosingRule(true)}>
          {t("status-rule")}
        </Button>
      </div>
      {part === "quality" && <Quality />}
      {part === "periods" && <Periods />}
      {isChoosingRule && <StatusRule onClose={() => setIsChoosingRule(false)} />}
      {part === "measures" && (
        <Loaded query={query}>
          {(data) =>
            data.indicators.length + data.performance.length === 0 ? (
              <Empty words={t("measures-empty")}>
                <Button kind="primary" onPress={() => setIsAdding(true)}>
                  {t("add-measure")}
                </Button>
              </Empty>
            ) : (
              <>
                <Part
                  kind="indicator"
                  title={t("indicators")}
                  groups={filtered(data.indicators, filter)}
                />
                {data.performance.length > 0 && (
                  <Part
                    kind="performance"
                    title={t("performance-measures")}
                    groups={filtered(data.performance, filter)}
                  />
                )}
              </>
            )
          }
        </Loaded>
      )}
      {isAdding && (
        <RecordForm
          title={t("add-measure")}
          initial={NEW_MEASURE}
          fields={measureFields(known)}
          save={async (form) => {
            const { id } = await call("add_measure", form);
            go({ screen: "measure", id });
          }}
          onClose={() => setIsAdding(false)}
        />
      )}
    </>
  );
}

function Part({
  kind,
  title,
  groups,
}: {
  kind: "indicator" | "performance";
  title: string;
  groups: ResultRows[];
}) {
  return (
    <section className={`section kind-${kind}`} aria-label={title}>
      <div className="section-head">
        <h2>{title}</h2>
      </div>
      {groups.length > 0 ? (
        <MeasureTable groups={groups} />
      ) : (
        <p className="empty">{t("filter-none")}</p>
      )}
    </section>
  );
}

function filtered(groups: ResultRows[], filter: string): ResultRows[] {
  const wanted = filter.trim().toLowerCase();
  if (!wanted) return groups;
  return groups
    .map((group) => ({
      ...group,
      rows: group.rows.filter((row) => `${row.name} ${row.code}`.toLowerCase().includes(wanted)),
    }))
    .filter((group) => group.rows.length > 0);
}
