import { cleanup } from "@testing-library/react";
import { afterEach } from "vitest";

afterEach(cleanup);

// The test browser has no CSS object; dialogs ask it for nothing but this.
if (globalThis.CSS === undefined) {
  Object.defineProperty(globalThis, "CSS", { value: { escape: (text: string) => text } });
}
