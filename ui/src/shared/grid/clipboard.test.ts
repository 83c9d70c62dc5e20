import { expect, test } from "vitest";
import { putCells, rowsOf, rowsOfText } from "./clipboard";

const holding = (kinds: Record<string, string>) =>
  ({ getData: (kind: string) => kinds[kind] ?? "" }) as unknown as DataTransfer;

test.each([
  [
    "tabs and lines",
    "1\t2\r\n3\t4\r\n",
    [
      ["1", "2"],
      ["3", "4"],
    ],
  ],
  ["one value", "53.2", [["53.2"]]],
  [
    "empty cells",
    "\t2\n3\t",
    [
      ["", "2"],
      ["3", ""],
    ],
  ],
  ["a cell of two lines", '"two\nlines"\t5', [["two\nlines", "5"]]],
  ["marks within a quoted cell", '"say ""so"""\t5', [['say "so"', "5"]]],
  ["a mark that quotes nothing", '"53\t5', [['"53', "5"]]],
  ["nothing", "", []],
])("%s are read as the spreadsheet meant them", (_, text, rows) => {
  expect(rowsOfText(text)).toEqual(rows);
});

test("a table of Excel is read, merged cells in their first place", () => {
  const html = `<html><body><table>
    <tr><td rowspan=2>2024-25</td><td colspan=2>Black
      and White</td></tr>
    <tr><td>46.5</td><td>63.8&nbsp;</td></tr></table></body></html>`;
  expect(rowsOf(holding({ "text/html": html, "text/plain": "other" }))).toEqual([
    ["2024-25", "Black and White", ""],
    ["", "46.5", "63.8"],
  ]);
});

test("text without a table is read as tabs and lines", () => {
  const html = "<p>46.5</p>";
  expect(rowsOf(holding({ "text/html": html, "text/plain": "46.5" }))).toEqual([["46.5"]]);
});

test("what is copied comes back as it is edited, and others get the value", () => {
  const kinds: Record<string, string> = {};
  const data = { setData: (kind: string, text: string) => (kinds[kind] = text) };
  putCells(data as unknown as DataTransfer, [
    [
      { copied: "53.2021", text: "1487/2795 p" },
      { copied: "<5", text: '<5 "s"' },
    ],
  ]);
  expect(kinds["text/plain"]).toBe("53.2021\t<5");
  expect(rowsOf(holding(kinds))).toEqual([["1487/2795 p", '<5 "s"']]);
});
