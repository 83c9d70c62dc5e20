/** The head of a column that can be sorted by. */
import { ArrowDown, ArrowUp } from "lucide-react";
import { t } from "../text/texts";

export type Direction = "ascending" | "descending";

/** How a table is sorted by one of its columns; nothing where it is sorted by another. */
export function directionOf<By>(
  sort: { by: By; isDescending: boolean } | null,
  by: By,
): Direction | undefined {
  if (sort?.by !== by) return undefined;
  return sort.isDescending ? "descending" : "ascending";
}

export function SortHead({
  label,
  direction,
  isRight = false,
  onSort,
}: {
  label: string;
  direction: Direction | undefined;
  isRight?: boolean;
  onSort: () => void;
}) {
  return (
    <th scope="col" className={isRight ? "right" : undefined} aria-sort={direction}>
      <button
        type="button"
        className="sort"
        title={t("sort-by", { column: label })}
        onClick={onSort}
      >
        {label}
        {direction === "ascending" && <ArrowUp size={12} aria-hidden />}
        {direction === "descending" && <ArrowDown size={12} aria-hidden />}
      </button>
    </th>
  );
}
