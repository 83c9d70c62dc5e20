/** What a grid is drawn of. Each is drawn anew only when something it shows has changed: a
 * move of the cursor touches two cells, not all in view. */
import { Lock } from "lucide-react";
import { memo, type ReactNode } from "react";
import { t } from "../../text/texts";

/** One cell; `spot` is where the pointer finds it. */
export const Cell = memo(function Cell({
  spot,
  column,
  isHere,
  isSelected,
  isInvalid,
  title,
  className,
  left,
  width,
  value,
  count,
  children,
}: {
  spot: string;
  column: number;
  isHere: boolean;
  isSelected: boolean;
  isInvalid: boolean;
  title: string | undefined;
  className: string;
  left: number;
  width: number;
  value: string | undefined;
  count: string | null;
  /** The field in place of the value while it is edited. */
  children?: ReactNode;
}) {
  return (
    <div
      role="gridcell"
      data-spot={spot}
      tabIndex={isHere ? 0 : -1}
      aria-colindex={column + 2}
      aria-selected={isSelected}
      aria-invalid={isInvalid || undefined}
      title={title}
      className={className}
      style={{ left, width }}
    >
      {children ?? (
        <>
          <span className="value">{value}</span>
          {count && <span className="count">{count}</span>}
        </>
      )}
    </div>
  );
});

/** The head of a column. */
export const ColumnHead = memo(function ColumnHead({
  column,
  name,
  mark,
  isHere,
  left,
  width,
}: {
  column: number;
  name: string;
  mark: string;
  isHere: boolean;
  left: number;
  width: number;
}) {
  return (
    <div
      role="columnheader"
      data-column={column}
      className={isHere ? "here" : ""}
      aria-colindex={column + 2}
      title={name}
      style={{ left, width }}
    >
      <span className="name">{name}</span>
      {mark && <span className="mark">{mark}</span>}
    </div>
  );
});

/** The head of a row. */
export const RowHead = memo(function RowHead({
  row,
  label,
  isClosed,
  isHere,
}: {
  row: number;
  label: string;
  isClosed: boolean;
  isHere: boolean;
}) {
  return (
    <div role="rowheader" data-row={row} className={isHere ? "here" : ""} aria-colindex={1}>
      {label}
      {isClosed && <Lock size={12} aria-label={t("grid-closed")} />}
    </div>
  );
});
