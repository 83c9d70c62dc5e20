/** What figures can be split by, shared by all measures: breakdowns with their groups, and
 * places. */
import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useState } from "react";
import { CoreError, call } from "../ipc/client";
import type { NamedRecord, PlaceForm, SplitKind, SplitPlace, Splits } from "../ipc/generated";
import { splits } from "../ipc/queries";
import { Button } from "../shared/controls";
import { Dialog } from "../shared/layers";
import { useNavigation } from "../shared/navigation";
import { type FieldSpec, RecordForm } from "../shared/RecordForm";
import { Empty, errorWords, Loaded } from "../shared/states";
import { useToast, wayBack } from "../shared/toasts";
import { t } from "../text/texts";
import { BreakdownGroups } from "./BreakdownGroups";
import { MergeInto } from "./MergeInto";

/** What is open beside the lists. */
type Open =
  | { what: "breakdown" }
  | { what: "group"; breakdown: string; name: string }
  | { what: "rename"; command: "rename_group" | "rename_breakdown"; id: string; name: string }
  | { what: "merge"; kind: SplitKind; gone: NamedRecord; others: NamedRecord[] }
  | { what: "place"; place: SplitPlace | null }
  | { what: "used"; name: string; used: string; measures: NamedRecord[]; isPlace: boolean };

/** Something that is to be removed, with where it is used. */
type Removed = { id: string; name: string; used: string; measures: NamedRecord[] };

export default function Breakdowns() {
  const query = useQuery(splits());
  const toast = useToast();
  const [open, setOpen] = useState<Open | null>(null);
  const close = () => setOpen(null);

  async function remove(
    command: "remove_group" | "remove_breakdown" | "remove_place",
    { id, name, used, measures }: Removed,
  ) {
    try {
      await call(command, { id });
      toast(t("removed", { name }), wayBack());
    } catch (error) {
      const isInUse = error instanceof CoreError && error.detail === "in_use";
      if (!isInUse) toast(errorWords(error));
      else setOpen({ what: "used", name, used, measures, isPlace: command === "remove_place" });
    }
  }

  return (
    <>
      <div className="page-head">
        <div>
          <h1>{t("splits")}</h1>
          <p className="quiet">{t("splits-lead")}</p>
        </div>
      </div>
      <Loaded query={query}>
        {(data) => (
          <div className="splits">
            <section aria-label={t("breakdowns")}>
              <div className="section-head">
                <h2>{t("breakdowns")}</h2>
                <Button kind="ghost" onPress={() => setOpen({ what: "breakdown" })}>
                  <Plus size={15} aria-hidden />
                  {t("add-breakdown")}
                </Button>
              </div>
              <p className="note">
                {t("breakdowns-help")}
                {data.breakdowns.length > 0 && ` ${t("group-order-help")}`}
              </p>
              {data.breakdowns.length === 0 && (
                <Empty words={t("breakdowns-empty")}>
                  <Button kind="primary" onPress={() => setOpen({ what: "breakdown" })}>
                    {t("add-breakdown")}
                  </Button>
                </Empty>
              )}
              {data.breakdowns.map((breakdown) => (
                <BreakdownGroups
                  key={breakdown.id}
                  breakdown={breakdown}
                  onAdd={() =>
                    setOpen({ what: "group", breakdown: breakdown.id, name: breakdown.name })
                  }
                  onRename={(record) =>
                    setOpen({
                      what: "rename",
                      command: record.id === breakdown.id ? "rename_breakdown" : "rename_group",
                      ...record,
                    })
                  }
                  onMerge={(gone) =>
                    setOpen({
                      what: "merge",
                      kind: "group",
                      gone,
                      others: breakdown.groups.filter((other) => other.id !== gone.id),
                    })
                  }
                  onRemove={(group) => void remove("remove_group", group)}
                  onRemoveAll={() =>
                    void remove("remove_breakdown", {
                      ...breakdown,
                      measures: breakdown.groups.flatMap((group) => group.measures),
                    })
                  }
                />
              ))}
            </section>
            <section aria-label={t("places")}>
              <div className="section-head">
                <h2>{t("places")}</h2>
                <Button kind="ghost" onPress={() => setOpen({ what: "place", place: null })}>
                  <Plus size={15} aria-hidden />
                  {t("add-place")}
                </Button>
              </div>
              <p className="note">{t("places-help")}</p>
              {data.places.length === 0 ? (
                <Empty words={t("places-empty")}>
                  <Button onPress={() => setOpen({ what: "place", place: null })}>
                    {t("add-place")}
                  </Button>
                </Empty>
              ) : (
                <Places
                  places={data.places}
                  onOpen={(place) => setOpen({ what: "place", place })}
                />
              )}
            </section>
            {open && (
              <Layer open={open} data={data} onRemove={remove} onOpen={setOpen} onClose={close} />
            )}
          </div>
        )}
      </Loaded>
    </>
  );
}

function Places({ places, onOpen }: { places: SplitPlace[]; onOpen: (place: SplitPlace) => void }) {
  return (
    <table className="plain">
      <thead>
        <tr>
          <th scope="col">{t("column-name")}</th>
          <th scope="col">{t("column-used")}</th>
        </tr>
      </thead>
      <tbody>
        {places.map((place) => (
          <tr key={place.id} className="row" onClick={() => onOpen(place)}>
            <th scope="row" style={{ paddingLeft: place.depth * 20 }}>
              <button type="button" className="signal row-open">
                {place.form.name}
              </button>
              {place.form.isBenchmark && (
                <span className="quiet small"> {t("place-benchmark-mark")}</span>
              )}
            </th>
            <td className="quiet" title={names(place.measures)}>
              {place.used}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Layer({
  open,
  data,
  onRemove,
  onOpen,
  onClose,
}: {
  open: Open;
  data: Splits;
  onRemove: (command: "remove_place", removed: Removed) => Promise<void>;
  onOpen: (open: Open) => void;
  onClose: () => void;
}) {
  switch (open.what) {
    case "breakdown":
      return (
        <RecordForm
          title={t("breakdown-new")}
          initial={{ name: "", groups: "" }}
          fields={[
            { name: "name", label: t("name"), kind: "text", help: t("breakdown-name-help") },
            { name: "groups", label: t("column-groups"), kind: "area" },
          ]}
          save={({ name, groups }) =>
            call("add_breakdown", {
              name,
              groups: groups
                .split("\n")
                .map((line) => line.trim())
                .filter(Boolean),
            })
          }
          onClose={onClose}
        />
      );
    case "group":
      return (
        <RecordForm
          title={t("group-new-of", { name: open.name })}
          initial={{ name: "" }}
          fields={[{ name: "name", label: t("name"), kind: "text" }]}
          save={({ name }) => call("add_group", { breakdown: open.breakdown, name })}
          onClose={onClose}
        />
      );
    case "rename":
      return (
        <RecordForm
          title={t("rename-named", { name: open.name })}
          initial={{ name: open.name }}
          fields={[{ name: "name", label: t("name"), kind: "text" }]}
          save={({ name }) => call(open.command, { id: open.id, name })}
          onClose={onClose}
        />
      );
    case "merge":
      return <MergeInto {...open} onClose={onClose} />;
    case "place": {
      const { place } = open;
      return (
        <RecordForm
          title={place?.form.name ?? t("add-place")}
          initial={place?.form ?? { name: "", isBenchmark: false, parent: null }}
          fields={placeFields(data, place)}
          save={(form) =>
            place ? call("change_place", { id: place.id, form }) : call("add_place", form)
          }
          onClose={onClose}
        >
          {place && (
            <>
              <p className="quiet">
                {place.measures.length > 0 ? `${place.used}: ${names(place.measures)}` : place.used}
              </p>
              <p className="button-row">
                <Button
                  isDisabled={data.places.length < 2}
                  onPress={() =>
                    onOpen({
                      what: "merge",
                      kind: "place",
                      gone: { id: place.id, name: place.form.name },
                      others: data.places
                        .filter((other) => other.id !== place.id)
                        .map(({ id, form }) => ({ id, name: form.name })),
                    })
                  }
                >
                  {t("place-merge")}
                </Button>
                <Button
                  kind="danger"
                  onPress={() => {
                    onClose();
                    void onRemove("remove_place", { ...place, name: place.form.name });
                  }}
                >
                  {t("remove")}
                </Button>
              </p>
            </>
          )}
        </RecordForm>
      );
    }
    case "used":
      return <InUse {...open} onClose={onClose} />;
  }
}

/** Says what stands against removing, and where that can be mended. */
function InUse({
  name,
  used,
  measures,
  isPlace,
  onClose,
}: {
  name: string;
  used: string;
  measures: NamedRecord[];
  isPlace: boolean;
  onClose: () => void;
}) {
  const { go } = useNavigation();
  const known = [...new Map(measures.map((measure) => [measure.id, measure])).values()];
  return (
    <Dialog title={t("in-use-title", { name })} onClose={onClose}>
      {known.length === 0 ? (
        <p>{t("in-use-request")}</p>
      ) : (
        <div className="stack">
          <p>{t(isPlace ? "in-use-words-place" : "in-use-words", { used })}</p>
          <h3>{t("in-use-measures")}</h3>
          <ul>
            {known.map((measure) => (
              <li key={measure.id}>
                <button
                  type="button"
                  className="link"
                  onClick={() => go({ screen: "measure", id: measure.id })}
                >
                  {measure.name}
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
      <div className="footbar">
        <span className="grow" />
        <Button autoFocus onPress={onClose}>
          {t("close")}
        </Button>
      </div>
    </Dialog>
  );
}

function placeFields(data: Splits, place: SplitPlace | null): FieldSpec<PlaceForm>[] {
  const others = data.places.filter((other) => other.id !== place?.id);
  return [
    { name: "name", label: t("name"), kind: "text" },
    {
      name: "parent",
      label: t("place-parent"),
      kind: "select",
      options: [
        { value: "", label: t("choose-none") },
        ...others.map(({ id, form, depth }) => ({
          value: id,
          label: `${"\u2003".repeat(depth)}${form.name}`,
        })),
      ],
    },
    { name: "isBenchmark", label: t("place-benchmark"), kind: "check" },
  ];
}

function names(measures: NamedRecord[]): string {
  return measures.map((measure) => measure.name).join(", ");
}
