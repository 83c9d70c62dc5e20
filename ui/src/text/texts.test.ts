import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { hasText } from "./texts";

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return entry.name === "generated" ? [] : sources(path);
    return /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path) ? [readFileSync(path, "utf8")] : [];
  });
}

test("every text the window asks for by name is there", () => {
  const asked = sources("src").flatMap((source) =>
    [...source.matchAll(/\bt\(\s*"([a-zA-Z0-9_-]+)"/g)].map((match) => match[1] as string),
  );
  expect(asked.length).toBeGreaterThan(200);
  expect([...new Set(asked)].filter((id) => !hasText(id))).toEqual([]);
});

test("every text that depends on a word of the core is there", () => {
  const list = readFileSync("../src-tauri/crates/core/src/change.rs", "utf8");
  const operations = [...list.matchAll(/^ {4}\w+ "([a-z_]+)" \[/gm)].map(
    (match) => `op-${match[1]}`,
  );
  expect(operations.length).toBeGreaterThan(40);
  const errors = readFileSync("src/ipc/generated/index.ts", "utf8").match(
    /type ErrorCode = ([^;]+);/,
  )?.[1];
  const codes = [...(errors ?? "").matchAll(/"([a-z_]+)"/g)].map((match) => `error-${match[1]}`);
  expect(codes.length).toBeGreaterThan(8);
  const conditions = ["agenda", "measurement", "activities", "communication", "backbone"];
  const states = ["empty", "final", "provisional", "revised", "suppressed", "missing"];
  const wanted = [
    ...operations,
    ...codes,
    ...conditions.map((condition) => `condition-${condition}`),
    ...states.map((state) => `state-${state}`),
  ];
  expect(wanted.filter((id) => !hasText(id))).toEqual([]);
});
