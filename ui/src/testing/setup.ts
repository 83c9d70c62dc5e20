import { cleanup } from "@testing-library/react";
import { afterEach } from "vitest";

// Dialogs ask for it; this stand-in for a browser lacks it.
globalThis.CSS ??= {
  escape: (text: string) => text.replace(/[^\w-]/g, (letter) => `\\${letter}`),
} as typeof CSS;

afterEach(cleanup);

// The test browser has no CSS object; dialogs ask it for nothing but this.
if (globalThis.CSS === undefined) {
  Object.defineProperty(globalThis, "CSS", { value: { escape: (text: string) => text } });
}

// The test browser lays nothing out; an editor of text asks where its letters stand.
const nowhere = Object.assign([], { item: () => null }) as unknown as DOMRectList;
Range.prototype.getClientRects = () => nowhere;
Range.prototype.getBoundingClientRect = () => new DOMRect();
