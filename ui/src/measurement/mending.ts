/** Where what needs work can be mended. */
import type { NeedItem } from "../ipc/generated";
import type { Place } from "../shared/navigation";

/** The place where a need of a measure is mended: a part of its page, or its requests. */
export function placeOf({ at }: NeedItem, measure: string): Place {
  return at === "requests" ? { screen: "requests" } : { screen: "measure", id: measure, mend: at };
}

/** Name of the element on the page of a measure that holds a part of it. */
export const partId = (part: string) => `measure-${part}`;

/** Brings a part of the page into view, and the keyboard to it. */
export function showPart(part: string): void {
  const element = document.getElementById(partId(part));
  element?.scrollIntoView({ block: "start" });
  element?.focus({ preventScroll: true });
}
