import { cleanup } from "@testing-library/react";
import { afterEach } from "vitest";

afterEach(cleanup);

// jsdom has no CSS object, and layers ask it to escape a name.
globalThis.CSS ??= { escape: (name: string) => name } as typeof CSS;
