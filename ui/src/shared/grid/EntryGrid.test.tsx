import { fireEvent, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import axe from "axe-core";
import { useState } from "react";
import { expect, test, vi } from "vitest";
import type { CellEntry, CellProblem, Grid, GridCell, GridRow } from "../../ipc/generated";
import { EntryGrid, type Pasted } from "./EntryGrid";

const cell = (text: string): GridCell | null =>
  text === ""
    ? null
    : {
        shown: text,
        text,
        copied: text,
        count: null,
        state: "final",
        hasComment: false,
        note: null,
      };
const row = (label: string, ...texts: string[]): GridRow => ({
  period: `SY${label}`,
  label,
  isClosed: false,
  cells: texts.map(cell),
});
const column = (key: string, name: string) => ({
  key,
  name,
  isBenchmark: false,
  isTotal: key === "all",
});
const gridOf = (...rows: GridRow[]): Grid => ({
  unit: "percent",
  columns: [column("all", "Everyone"), column("group:1", "Black"), column("group:2", "White")],
  rows,
  splits: [],
  split: "all",
  places: [],
  nextPeriod: null,
  earlierPeriod: null,
  locked: null,
  gaps: [],
  hiddenColumns: 0,
});
const GRID = gridOf(
  row("2024-25", "53.2", "46.5", "63.8"),
  row("2023-24", "50.6", "43.4", ""),
  row("2022-23", "47.9", "", ""),
  row("2021-22", "", "", "30.2"),
);

function shown(props: Partial<Parameters<typeof EntryGrid>[0]> = {}) {
  const onEnter = vi.fn<(cells: CellEntry[], isPasted: boolean) => void>();
  const onPaste = vi.fn<(pasted: Pasted) => void>();
  const onDetails = vi.fn();
  const view = render(
    <EntryGrid
      grid={GRID}
      label="Readings"
      problems={[]}
      waiting={new Map()}
      onEnter={onEnter}
      onPaste={onPaste}
      onDetails={onDetails}
      {...props}
    />,
  );
  const texts = () => onEnter.mock.calls.at(-1)?.[0].map((one) => one.text);
  const spots = () =>
    onEnter.mock.calls.at(-1)?.[0].map((one) => `${one.period} ${one.column} ${one.text}`);
  return { onEnter, onPaste, onDetails, view, texts, spots, user: userEvent.setup() };
}

const here = () => document.activeElement?.textContent;
const selected = () =>
  screen.getAllByRole("gridcell").filter((one) => one.getAttribute("aria-selected") === "true")
    .length;

test("typing begins to edit, Enter keeps it and goes down", async () => {
  const { onEnter, user } = shown();
  await user.click(screen.getByText("53.2"));
  await user.keyboard("54,1{Enter}");
  expect(onEnter).toHaveBeenCalledWith(
    [{ period: "SY2024-25", column: "all", text: "54,1" }],
    false,
  );
  expect(here()).toBe("50.6");
});

test("Enter and Tab go round within what is selected", async () => {
  const { spots, user } = shown();
  await user.click(screen.getByText("53.2"));
  await user.keyboard("{Shift>}{ArrowDown}{ArrowRight}{/Shift}1{Enter}");
  expect(spots()).toEqual(["SY2024-25 all 1"]);
  expect(here()).toBe("50.6");
  await user.keyboard("2{Enter}");
  expect(spots()).toEqual(["SY2023-24 all 2"]);
  expect(here(), "down one column, then the next").toBe("46.5");
  await user.keyboard("{Tab}{Tab}");
  expect(here(), "along a row, then the next").toBe("43.4");
  await user.keyboard("{Tab}{Shift>}{Enter}{/Shift}");
  expect(here(), "and round, backward too").toBe("43.4");
  expect(selected(), "all of it stays selected").toBe(4);
});

test("Escape leaves the cell as it was, and the cursor in it", async () => {
  const { onEnter, user } = shown();
  await user.click(screen.getByText("53.2"));
  await user.keyboard("9{Escape}");
  expect(onEnter).not.toHaveBeenCalled();
  expect(here()).toBe("53.2");
});

test("F2 edits what is there, and arrows then move within it", async () => {
  const { onEnter, texts, user } = shown();
  await user.click(screen.getByText("53.2"));
  await user.keyboard("{F2}{ArrowLeft}9{Enter}");
  expect(onEnter).toHaveBeenCalledTimes(1);
  expect(texts()).toEqual(["53.92"]);
});

test("after typing over, an arrow keeps it and goes on", async () => {
  const { texts, user } = shown();
  await user.click(screen.getByText("53.2"));
  await user.keyboard("9{ArrowRight}");
  expect(texts()).toEqual(["9"]);
  expect(here()).toBe("46.5");
});

test("after Tabs along a row, Enter goes back to where they began", async () => {
  const { user } = shown();
  await user.click(screen.getByText("53.2"));
  await user.keyboard("1{Tab}2{Tab}3{Enter}");
  expect(here()).toBe("50.6");
});

test("clicking elsewhere keeps what was typed in its own cell", async () => {
  const { spots, user } = shown();
  await user.click(screen.getByText("53.2"));
  await user.keyboard("9");
  await user.click(screen.getByText("43.4"));
  expect(spots()).toEqual(["SY2024-25 all 9"]);
});

test("Ctrl and an arrow jump to the edge of the figures, as in a spreadsheet", async () => {
  const { user } = shown();
  await user.click(screen.getByText("53.2"));
  await user.keyboard("{Control>}{ArrowDown}{/Control}");
  expect(here(), "the last filled one").toBe("47.9");
  await user.keyboard("{Control>}{ArrowRight}{/Control}");
  expect(here(), "nothing more: the border").toBe("");
  await user.keyboard("{Control>}{ArrowDown}{/Control}");
  expect(here(), "the next filled one").toBe("30.2");
  await user.keyboard("{Control>}{Home}{/Control}");
  expect(here()).toBe("53.2");
});

test("arrows move, Shift selects, Delete clears what is filled", async () => {
  const { spots, user } = shown();
  await user.click(screen.getByText("46.5"));
  await user.keyboard("{Shift>}{ArrowDown}{ArrowDown}{/Shift}{Delete}");
  expect(spots()).toEqual(["SY2024-25 group:1 ", "SY2023-24 group:1 "]);
});

test("a column, a row and everything are selected by keyboard", async () => {
  const { user } = shown();
  await user.click(screen.getByText("43.4"));
  await user.keyboard("{Control>} {/Control}");
  expect(selected()).toBe(4);
  await user.click(screen.getByText("43.4"));
  await user.keyboard("{Shift>} {/Shift}");
  expect(selected()).toBe(3);
  await user.keyboard("{Control>}a{/Control}");
  expect(selected()).toBe(12);
});

test("Ctrl+D fills down, Ctrl+R right, Ctrl+Enter all that is selected", async () => {
  const { spots, texts, user } = shown();
  await user.click(screen.getByText("53.2"));
  await user.keyboard("{Shift>}{ArrowDown}{ArrowDown}{/Shift}{Control>}d{/Control}");
  expect(spots()).toEqual(["SY2023-24 all 53.2", "SY2022-23 all 53.2"]);
  await user.click(screen.getByText("50.6"));
  await user.keyboard("{Shift>}{ArrowRight}{ArrowRight}{/Shift}{Control>}r{/Control}");
  expect(spots()).toEqual(["SY2023-24 group:1 50.6", "SY2023-24 group:2 50.6"]);
  await user.keyboard("s{Control>}{Enter}{/Control}");
  expect(texts()).toEqual(["s", "s", "s"]);
});

test("the cells selected are copied as tabs and lines and as a table, and cut empties them", async () => {
  const { spots, user } = shown();
  await user.click(screen.getByText("53.2"));
  await user.keyboard("{Shift>}{ArrowRight}{ArrowDown}{/Shift}");
  const kinds: Record<string, string> = {};
  const clipboardData = { setData: (kind: string, text: string) => (kinds[kind] = text) };
  fireEvent.copy(screen.getByRole("grid"), { clipboardData });
  expect(kinds["text/plain"]).toBe("53.2\t46.5\n50.6\t43.4");
  expect(kinds["text/html"]).toContain("<td");
  fireEvent.cut(screen.getByRole("grid"), { clipboardData });
  expect(spots()?.length).toBe(4);
});

test("a block is pasted with the place and the size of the selection", async () => {
  const { onPaste, user } = shown();
  await user.click(screen.getByText("46.5"));
  await user.keyboard("{Shift>}{ArrowDown}{/Shift}");
  fireEvent.paste(screen.getByRole("grid"), {
    clipboardData: { getData: (kind: string) => (kind === "text/plain" ? "1\t2\n3\t<5\n" : "") },
  });
  expect(onPaste).toHaveBeenCalledWith({
    rows: [
      ["1", "2"],
      ["3", "<5"],
    ],
    row: 0,
    column: 1,
    selectedRows: 2,
    selectedColumns: 1,
  });
});

test("cells that cannot be kept are gone to one after another, and say why", async () => {
  const problem = (period: string, column: string, words: string): CellProblem => ({
    period,
    column,
    words,
  });
  const { user } = shown({
    problems: [
      problem("SY2023-24", "group:2", "abc is not a figure"),
      problem("SY2024-25", "group:1", "460 is over 100"),
    ],
    waiting: new Map([
      ["SY2023-24 group:2", "abc"],
      ["SY2024-25 group:1", "460"],
    ]),
  });
  await user.click(screen.getByText("53.2"));
  await user.keyboard("{F8}");
  expect(here()).toBe("460");
  expect(screen.getByText("460 is over 100")).toBeTruthy();
  await user.keyboard("{F8}");
  expect(here()).toBe("abc");
  expect(document.activeElement?.getAttribute("aria-invalid")).toBe("true");
  await user.keyboard("{F8}");
  expect(here(), "round again").toBe("460");
});

test("details of a cell open by Shift and F2", async () => {
  const { onDetails, user } = shown();
  await user.click(screen.getByText("43.4"));
  await user.keyboard("{Shift>}{F2}{/Shift}");
  expect(onDetails).toHaveBeenCalledWith({ period: "SY2023-24", column: "group:1" });
});

test("a locked grid is read and copied, but takes nothing", async () => {
  const { onEnter, onPaste, user } = shown({ isLocked: true });
  await user.click(screen.getByText("53.2"));
  await user.keyboard("9{Enter}{Delete}{Control>}d{/Control}");
  fireEvent.paste(screen.getByRole("grid"), { clipboardData: { getData: () => "1" } });
  expect(onEnter).not.toHaveBeenCalled();
  expect(onPaste).not.toHaveBeenCalled();
  expect(screen.getByRole("grid").getAttribute("aria-readonly")).toBe("true");
});

test("Tab leaves the table after the last cell of a row", async () => {
  const { user, view } = shown();
  view.container.append(document.createElement("button"));
  await user.click(screen.getByText("63.8"));
  await user.keyboard("{Tab}");
  expect(document.activeElement?.tagName).toBe("BUTTON");
});

test("of ten thousand cells only those in view are drawn, and the cursor reaches them all", async () => {
  const many = Array.from({ length: 400 }, (_, at) =>
    row(`${at}`, ...Array.from({ length: 25 }, (_, other) => `${at}.${other}`)),
  );
  const grid = {
    ...gridOf(...many),
    columns: Array.from({ length: 25 }, (_, at) => column(`group:${at}`, `Group ${at}`)),
  };
  const { user } = shown({ grid });
  expect(screen.getAllByRole("gridcell").length).toBeLessThan(700);
  expect(screen.getByRole("grid").getAttribute("aria-rowcount")).toBe("401");
  await user.click(screen.getByText("0.0"));
  await user.keyboard("{Control>}{End}{/Control}");
  expect(here()).toBe("399.24");
  const line = document.activeElement?.closest("[role=row]") as HTMLElement;
  expect(line.getAttribute("aria-rowindex")).toBe("401");
  expect(within(line).getByRole("rowheader").textContent).toBe("399");
});

function Entering() {
  const [waiting, setWaiting] = useState(new Map<string, string>());
  return (
    <EntryGrid
      grid={GRID}
      label="Readings"
      problems={[]}
      waiting={waiting}
      onEnter={(cells) =>
        setWaiting(new Map(cells.map((one) => [`${one.period} ${one.column}`, one.text])))
      }
      onPaste={() => {}}
      onDetails={() => {}}
    />
  );
}

test("what was entered stays in sight until it is saved", async () => {
  render(<Entering />);
  const user = userEvent.setup();
  await user.click(screen.getByText("53.2"));
  await user.keyboard("77{Enter}");
  expect(screen.getByText("77").closest("[role=gridcell]")?.className).toContain("waiting");
});

test("the grid has no accessibility finding", async () => {
  const { view } = shown();
  const found = await axe.run(view.container, { rules: { region: { enabled: false } } });
  expect(found.violations).toEqual([]);
});
