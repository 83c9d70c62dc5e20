/** The width an element is given, told anew when it has settled after a change. */
import { useCallback } from "react";

/** A ref for the element; `onWidth` must stay the same function from drawing to drawing. */
export function useWidth(onWidth: ((width: number) => void) | undefined) {
  return useCallback(
    (element: HTMLElement | null) => {
      if (!element || !onWidth || typeof ResizeObserver === "undefined") return;
      let timer: ReturnType<typeof setTimeout>;
      const observer = new ResizeObserver(([entry]) => {
        clearTimeout(timer);
        timer = setTimeout(() => entry && onWidth(Math.round(entry.contentRect.width)), 60);
      });
      observer.observe(element);
      return () => {
        clearTimeout(timer);
        observer.disconnect();
      };
    },
    [onWidth],
  );
}
