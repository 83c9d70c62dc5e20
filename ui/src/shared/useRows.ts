/** The rows of a long table: only those in view are drawn, and the arrow keys go from row to row. */
import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";

export function useRows({
  count,
  height,
  page,
}: {
  count: number;
  /** Of a row, and of the head, in pixels. */
  height: number;
  /** Rows a page key goes by. */
  page: number;
}) {
  const scroller = useRef<HTMLDivElement>(null);
  /** The row the keyboard is on, and whether it is to take the focus once it is drawn. */
  const [at, setAt] = useState(0);
  const wantsFocus = useRef(false);
  const rows = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 8,
    scrollPaddingStart: height,
    // Before it is measured, as in a test without a screen, a first screenful is drawn.
    initialRect: { width: 1000, height: 900 },
  });
  const drawn = rows.getVirtualItems();

  useEffect(() => {
    if (!wantsFocus.current) return;
    const target = scroller.current?.querySelector<HTMLElement>(`[data-row="${at}"] .row-open`);
    if (!target) return;
    wantsFocus.current = false;
    target.focus();
  });

  /** Goes where a key leads from the name of a row; says whether it led anywhere. */
  function follow(event: KeyboardEvent<HTMLElement>): boolean {
    const steps: Record<string, number> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + page,
      PageUp: at - page,
      Home: 0,
      End: count - 1,
    };
    const to = steps[event.key];
    if (to === undefined) return false;
    const next = Math.min(Math.max(to, 0), count - 1);
    wantsFocus.current = true;
    setAt(next);
    rows.scrollToIndex(next);
    event.preventDefault();
    return true;
  }

  return {
    scroller,
    /** Places of the rows to draw. */
    drawn: drawn.map((row) => row.index),
    /** Room to leave before and after them, in pixels. */
    before: drawn[0]?.start ?? 0,
    after: rows.getTotalSize() - (drawn.at(-1)?.end ?? 0),
    at,
    setAt,
    follow,
  };
}

/** Whether a key was pressed on the name of a row. */
export function isOnRow(event: KeyboardEvent<HTMLElement>): boolean {
  return (event.target as HTMLElement).matches(".row-open");
}
