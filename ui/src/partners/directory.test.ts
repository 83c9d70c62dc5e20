import { expect, test } from "vitest";
import type { DirectoryLine } from "../ipc/generated";
import { isFiltered, shownBy, USUAL, viewFrom } from "./directory";

const line = (name: string, part: Partial<DirectoryLine> = {}): DirectoryLine => ({
  id: name,
  name,
  sector: null,
  sectorName: "",
  kind: null,
  kindName: "",
  status: "active",
  since: "",
  sinceWords: "",
  people: [],
  leads: 0,
  takesPart: 0,
  owed: 0,
  late: 0,
  lastTouch: "",
  lastTouchWords: "",
  endorsed: "not",
  endorsedWords: "",
  tags: [],
  groups: [],
  commitments: null,
  ...part,
});
const names = (lines: DirectoryLine[]) => lines.map(({ name }) => name);

test("a partner is found by its name and its people, whatever the accents", () => {
  const lines = [line("École du Nord"), line("Clinic", { people: ["Renée Okafor"] }), line("Bank")];
  expect(names(shownBy({ ...USUAL, search: "ecole" }, lines))).toEqual(["École du Nord"]);
  expect(names(shownBy({ ...USUAL, search: "RENEE" }, lines))).toEqual(["Clinic"]);
  expect(names(shownBy({ ...USUAL, search: "  " }, lines))).toHaveLength(3);
});

test("what is empty comes last whichever way a column is sorted", () => {
  const lines = [
    line("B", { lastTouch: "2026-01-02" }),
    line("A"),
    line("C", { lastTouch: "2026-03-04" }),
  ];
  const by = (isDescending: boolean) =>
    names(shownBy({ ...USUAL, sort: { by: "touch", isDescending } }, lines));
  expect(by(false)).toEqual(["B", "C", "A"]);
  expect(by(true)).toEqual(["C", "B", "A"]);
});

test("needs and missing sectors can be asked for", () => {
  const lines = [
    line("A", { owed: 3, late: 1, sector: "s" }),
    line("B", { commitments: "soon", people: ["x"] }),
    line("C", { endorsed: "current", lastTouch: "2026-01-01", leads: 1 }),
  ];
  const need = (one: (typeof USUAL)["need"]) => names(shownBy({ ...USUAL, need: one }, lines));
  expect(need("late")).toEqual(["A"]);
  expect(need("commitment")).toEqual(["B"]);
  expect(need("not-endorsed")).toEqual(["A", "B"]);
  expect(need("no-touch")).toEqual(["A", "B"]);
  expect(names(shownBy({ ...USUAL, sector: "none" }, lines))).toEqual(["B", "C"]);
});

test("a kept view comes back, and whatever is no view is as usual", () => {
  const view = { ...USUAL, search: "x", columns: ["tags" as const], need: "late" as const };
  expect(viewFrom(JSON.stringify(view))).toEqual(view);
  for (const text of [
    "",
    "null",
    "[]",
    "{",
    '{"columns":["gone"],"need":"gone","sort":{"by":1}}',
  ]) {
    const found = viewFrom(text);
    expect(found.sort).toEqual(USUAL.sort);
    expect(isFiltered(found)).toBe(false);
  }
});
