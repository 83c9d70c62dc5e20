/** Where what needs work can be mended. */
import type { NeedItem } from "../ipc/generated";
import type { Place } from "../shared/navigation";

/** The place where a need of a measure is mended: a part of its page, or its requests. */
export function placeOf({ at }: NeedItem, measure: string): Place {
  return at === "requests" ? { screen: "requests" } : { screen: "measure", id: measure, mend: at };
}

/** Name of the element on the page of a measure that holds a part of it. */
export const partId = (part: string) => `measure-${part}`;

/** What a person does who has arrived; from then on the page stays where they put it. */
const ARRIVED = ["wheel", "keydown", "pointerdown"] as const;

/** Brings a part of the page into view, and the keyboard to it. What is drawn above it later
 * does not push it away again. Answers how to let go of it. */
export function showPart(part: string): () => void {
  const element = document.getElementById(partId(part));
  if (!element) return () => {};
  element.focus({ preventScroll: true });
  const observer = new ResizeObserver(() => element.scrollIntoView({ block: "start" }));
  const letGo = () => {
    observer.disconnect();
    for (const event of ARRIVED) window.removeEventListener(event, letGo);
  };
  for (const event of ARRIVED) window.addEventListener(event, letGo, { passive: true });
  // It calls back once at the beginning, and then whenever a column of the page grows.
  for (const column of element.closest(".measure")?.children ?? []) observer.observe(column);
  return letGo;
}
