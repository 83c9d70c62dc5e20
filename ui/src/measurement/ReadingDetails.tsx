/** One reading with everything known of it: what it is made of, how firm it is, a note, where
 * it came from and what was changed. */
import { useQuery } from "@tanstack/react-query";
import { call } from "../ipc/client";
import type { FieldChange, ReadingDetail, ReadingForm } from "../ipc/generated";
import { reading } from "../ipc/queries";
import { Drawer } from "../shared/layers";
import { type FieldSpec, RecordForm } from "../shared/RecordForm";
import { Loaded } from "../shared/states";
import { hasText, t } from "../text/texts";

type Cell = { measure: string; period: string; column: string };

const STATES = ["final", "provisional", "revised", "suppressed", "missing"] as const;
const hasValue = ({ state }: ReadingForm) => state !== "suppressed" && state !== "missing";

const fields = (): FieldSpec<ReadingForm>[] => [
  {
    name: "value",
    label: t("reading-value"),
    help: t("reading-value-help"),
    kind: "text",
    isShown: hasValue,
  },
  { name: "numerator", label: t("reading-numerator"), kind: "text" },
  { name: "denominator", label: t("reading-denominator"), kind: "text" },
  {
    name: "state",
    label: t("reading-state"),
    kind: "select",
    options: STATES.map((value) => ({ value, label: t(`state-choice-${value}`) })),
  },
  {
    name: "comment",
    label: t("reading-comment"),
    help: t("reading-comment-help"),
    kind: "area",
  },
  { name: "lower", label: t("reading-lower"), kind: "text", isShown: hasValue },
  { name: "upper", label: t("reading-upper"), kind: "text", isShown: hasValue },
];

/** Fields of a reading people know; how it is kept in the file they need not. */
const isTold = ({ field, old, new: now }: FieldChange) =>
  hasText(`reading-${field}`) && (old ?? "") !== (now ?? "");

const told = ({ field }: FieldChange, value: string | null) =>
  !value ? "–" : field === "state" ? t(`state-choice-${value}`) : value;

export function ReadingDetails({ onClose, ...cell }: Cell & { onClose: () => void }) {
  const query = useQuery(reading(cell));
  if (query.data) return <Details cell={cell} detail={query.data} onClose={onClose} />;
  return (
    <Drawer title={t("grid-details")} onClose={onClose}>
      <div className="drawer-body">
        <Loaded query={query}>{() => null}</Loaded>
      </div>
    </Drawer>
  );
}

function Details({
  cell,
  detail,
  onClose,
}: {
  cell: Cell;
  detail: ReadingDetail;
  onClose: () => void;
}) {
  const remove = () => {
    const cells = [{ period: cell.period, column: cell.column, text: "" }];
    return call("enter_cells", { measure: cell.measure, isPasted: false, cells });
  };
  return (
    <RecordForm
      title={detail.title}
      initial={detail.form}
      fields={fields()}
      save={(form) => {
        const none = hasValue(form) ? {} : { value: "", lower: "", upper: "" };
        return call("record_reading", { ...form, ...none });
      }}
      remove={detail.isRecorded ? remove : undefined}
      onClose={onClose}
    >
      {detail.isRecorded && (
        <div className="past">
          <h3>{t("reading-from")}</h3>
          <p>{detail.origin}</p>
          <h3>{t("reading-history")}</h3>
          <ul className="history">
            {detail.history.map((entry) => (
              <li key={entry.id}>
                <span className="quiet small">
                  {t("history-line", { author: entry.author, at: entry.at })}
                </span>
                {entry.changes.filter(isTold).map((change) => (
                  <p key={change.field} className="small">
                    {t("history-change", {
                      field: t(`reading-${change.field}`),
                      old: told(change, change.old),
                      new: told(change, change.new),
                    })}
                  </p>
                ))}
                {entry.reason && <p className="small">{entry.reason}</p>}
              </li>
            ))}
          </ul>
        </div>
      )}
    </RecordForm>
  );
}
