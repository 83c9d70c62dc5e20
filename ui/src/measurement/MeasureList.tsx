/** All measures: population indicators and performance measures, never mixed. */
import { useQuery } from "@tanstack/react-query";
import { ListTree, MailQuestion, Plus, Upload } from "lucide-react";
import { useEffect, useMemo, useState } from "react";
import { call } from "../ipc/client";
import type { MeasureMark } from "../ipc/generated";
import { dimensions, measures, tags } from "../ipc/queries";
import { Button, Segmented } from "../shared/controls";
import { ExportButton } from "../shared/ExportDialog";
import { useNavigation } from "../shared/navigation";
import { RecordForm } from "../shared/RecordForm";
import { Empty, errorWords, Loaded } from "../shared/states";
import { TagActs } from "../shared/tags/TagActs";
import { useToast, wayBack } from "../shared/toasts";
import { t } from "../text/texts";
import { measureFields, NEW_MEASURE, proposals } from "./fields";
import { MeasureFilters } from "./MeasureFilters";
import { MeasureRows } from "./MeasureRows";
import { Periods } from "./Periods";
import { Quality } from "./Quality";
import { StatusRule } from "./StatusRule";
import { linesOf, USUAL, type View } from "./view";

/** The view as it was left, for coming back from the page of a measure. */
let left: View = USUAL;

/** `newUnder` is the result a measure is to be added to at once, empty for none; `tag` is the tag
 * to filter by. */
export default function MeasureList({
  newUnder,
  tag,
}: {
  newUnder?: string | undefined;
  tag?: string | undefined;
}) {
  const query = useQuery(measures());
  const knownTags = useQuery(tags()).data;
  const known = useQuery(dimensions()).data;
  const { go } = useNavigation();
  const toast = useToast();
  const [isAdding, setIsAdding] = useState(newUnder !== undefined);
  const [chosen, setChosen] = useState(tag === undefined ? left : { ...USUAL, tag });
  const [part, setPart] = useState<"measures" | "quality" | "periods">("measures");
  const [isChoosingRule, setIsChoosingRule] = useState(false);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const propose = useMemo(proposals, []);
  // The page that is opened next is there before it is asked for.
  useEffect(() => void import("./Measure"), []);
  const names = useMemo(
    () => new Map((knownTags ?? []).map(({ id, name }) => [id, name])),
    [knownTags],
  );
  // A tag that is gone narrows nothing.
  const isGone = knownTags !== undefined && chosen.tag !== "" && !names.has(chosen.tag);
  const view = isGone ? { ...chosen, tag: "" } : chosen;

  function change(next: View) {
    left = next;
    setChosen(next);
  }

  async function mark(as: MeasureMark) {
    const ids = [...selected];
    try {
      await call("mark_measures", { ids, mark: as });
      setSelected(new Set());
      toast(t("mark-done", { count: ids.length }), wayBack());
    } catch (error) {
      toast(errorWords(error));
    }
  }

  return (
    <>
      <div className="page-head">
        <h1>{t("screen-measurement")}</h1>
        <div className="actions">
          <input
            className="input"
            style={{ width: 170 }}
            type="search"
            aria-label={t("filter-measures")}
            placeholder={t("filter-measures")}
            value={view.search}
            onChange={(event) => change({ ...view, search: event.target.value })}
          />
          <Button onPress={() => go({ screen: "splits" })}>
            <ListTree size={15} aria-hidden />
            {t("splits")}
          </Button>
          <Button onPress={() => go({ screen: "requests" })}>
            <MailQuestion size={15} aria-hidden />
            {t("requests")}
          </Button>
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
                <MeasureFilters list={data} view={view} onChange={change} />
                {(["indicator", "performance"] as const).map((kind) => {
                  const groups = kind === "indicator" ? data.indicators : data.performance;
                  if (groups.length === 0) return null;
                  return (
                    <MeasureRows
                      key={kind}
                      kind={kind}
                      lines={linesOf(groups, data.details, view)}
                      tags={names}
                      sort={view.sort[kind]}
                      onSort={(sort) => change({ ...view, sort: { ...view.sort, [kind]: sort } })}
                      selected={selected}
                      onSelect={setSelected}
                    />
                  );
                })}
              </>
            )
          }
        </Loaded>
      )}
      {part === "measures" && selected.size > 0 && (
        <div
          className="selection-bar"
          role="toolbar"
          aria-label={t("measures-selected", { count: selected.size })}
        >
          <b>{t("measures-selected", { count: selected.size })}</b>
          {(["headline", "not-headline", "retired", "active"] as const).map((one) => (
            <Button key={one} onPress={() => void mark(one.replace("-", "_") as MeasureMark)}>
              {t(`mark-${one}`)}
            </Button>
          ))}
          <TagActs
            of="measures"
            ids={[...selected]}
            used={
              new Set(
                query.data?.details.flatMap((detail) =>
                  selected.has(detail.id) ? detail.tags : [],
                ),
              )
            }
            done={t("mark-done", { count: selected.size })}
          />
          <Button kind="ghost" onPress={() => setSelected(new Set())}>
            {t("cancel")}
          </Button>
        </div>
      )}
      {isAdding && (
        <RecordForm
          title={t("add-measure")}
          initial={{ ...NEW_MEASURE, result: newUnder || NEW_MEASURE.result }}
          fields={measureFields(known, true)}
          propose={propose}
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
