import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import axe from "axe-core";
import { expect, test } from "vitest";
import type { CellEntry, Grid, PastePlan } from "../ipc/generated";
import { withCore } from "../testing/core";
import { Readings } from "./Readings";

const cell = (text: string) => ({
  shown: text,
  text,
  copied: text,
  count: null,
  state: "final" as const,
  hasComment: false,
  note: null,
});

const grid = (part: Partial<Grid> = {}): Grid => ({
  unit: "percent",
  columns: [
    { key: "all", name: "Everyone", isBenchmark: false, isTotal: true },
    { key: "group:1", name: "Black", isBenchmark: false, isTotal: false },
  ],
  rows: [
    { period: "SY2024-25", label: "2024–25", isClosed: false, cells: [cell("53.2"), cell("46.5")] },
    { period: "SY2023-24", label: "2023–24", isClosed: true, cells: [cell("50.6"), null] },
  ],
  splits: [{ key: "breakdown:1", name: "Race" }],
  split: "breakdown:1",
  places: [],
  nextPeriod: "2025–26",
  earlierPeriod: "2022–23",
  locked: null,
  gaps: [],
  hiddenColumns: 0,
  ...part,
});

const PLAN: PastePlan = { cells: [], newPeriods: [], question: "", notes: [] };
const entries = (...cells: [string, string, string][]): CellEntry[] =>
  cells.map(([period, column, text]) => ({ period, column, text }));

/** Cells whose text is no number are refused, as the core does. */
function refusing(request: { cells: CellEntry[] }) {
  const problems = request.cells
    .filter((one) => one.text === "abc")
    .map(({ period, column }) => ({ period, column, words: `${period}: abc is not a figure` }));
  return { changed: problems.length > 0 ? 0 : request.cells.length, problems };
}

/** A measure of its own for each test: views outlast a look elsewhere. */
const fresh = () => crypto.randomUUID();

async function paste(text: string) {
  const first = await screen.findByText("53.2");
  await userEvent.click(first);
  fireEvent.paste(screen.getByRole("grid"), {
    clipboardData: { getData: (kind: string) => (kind === "text/plain" ? text : "") },
  });
}

test("nothing of a paste is saved until its last problem is mended", async () => {
  const { requests } = withCore(
    {
      read_grid: () => grid(),
      place_block: () => ({
        ...PLAN,
        cells: entries(["SY2024-25", "all", "abc"], ["SY2023-24", "all", "51"]),
      }),
      enter_cells: refusing,
    },
    <Readings id={fresh()} onExplain={() => {}} />,
  );
  await paste("abc\n51");
  const said = await screen.findByRole("alert");
  expect(within(said).getByText("SY2024-25: abc is not a figure")).toBeTruthy();
  expect(screen.getByText("51"), "the others wait in their cells").toBeTruthy();
  const user = userEvent.setup();
  await user.click(screen.getByRole("button", { name: /Go to the next one/ }));
  await user.keyboard("54{Enter}");
  await waitFor(() => expect(screen.queryByRole("alert")).toBeNull());
  expect(requests("enter_cells").at(-1)).toMatchObject({
    isPasted: true,
    cells: entries(["SY2024-25", "all", "54"], ["SY2023-24", "all", "51"]),
  });
  expect(screen.getByRole("button", { name: "Undo" })).toBeTruthy();
});

test("what cannot be saved yet is there after a look elsewhere, until it is discarded", async () => {
  const id = fresh();
  const answers = {
    read_grid: () => grid(),
    place_block: () => ({ ...PLAN, cells: entries(["SY2024-25", "all", "abc"]) }),
    enter_cells: refusing,
  };
  const { unmount } = withCore(answers, <Readings id={id} onExplain={() => {}} />);
  await paste("abc");
  await screen.findByRole("alert");
  unmount();
  withCore(answers, <Readings id={id} onExplain={() => {}} />);
  expect(await screen.findByText("abc")).toBeTruthy();
  await userEvent.click(screen.getByRole("button", { name: "Discard them all" }));
  expect(screen.queryByText("abc")).toBeNull();
  expect(screen.getByText("53.2")).toBeTruthy();
});

test("a pasted table with more periods asks before it adds them", async () => {
  const { requests } = withCore(
    {
      read_grid: () => grid(),
      place_block: () => ({
        ...PLAN,
        cells: entries(["SY2023-24", "all", "1"], ["SY2022-23", "all", "2"]),
        newPeriods: ["2022–23"],
        question: "The copied table holds a period that is not listed yet: 2022–23.",
      }),
      enter_cells: refusing,
    },
    <Readings id={fresh()} onExplain={() => {}} />,
  );
  await paste("1\n2");
  const dialog = await screen.findByRole("dialog");
  await userEvent.click(within(dialog).getByRole("button", { name: "Paste what fits" }));
  await waitFor(() => expect(requests("enter_cells").length).toBe(1));
  expect(requests("enter_cells")[0]?.cells).toEqual(entries(["SY2023-24", "all", "1"]));
  await paste("1\n2");
  await userEvent.click(await screen.findByRole("button", { name: "Add the periods" }));
  await waitFor(() => expect(requests("enter_cells").length).toBe(2));
  expect(requests("enter_cells")[1]?.cells.length).toBe(2);
  await waitFor(() => expect(requests("read_grid").at(-1)?.extraPeriods).toEqual(["2022–23"]));
});

test("the next period is proposed", async () => {
  const { requests } = withCore(
    { read_grid: () => grid() },
    <Readings id={fresh()} onExplain={() => {}} />,
  );
  const user = userEvent.setup();
  await user.click(await screen.findByRole("button", { name: "Add period" }));
  expect(screen.getByLabelText<HTMLInputElement>("Period").value).toBe("2025–26");
  await user.click(screen.getByRole("button", { name: "Add" }));
  await waitFor(() => expect(requests("read_grid").at(-1)?.extraPeriods).toEqual(["2025–26"]));
});

test("totals that do not add up are said, and a calculated measure takes no figures", async () => {
  const words = "2024–25, Everyone: the figure is out of 100, but the groups add up to 95.";
  withCore(
    {
      read_grid: () =>
        grid({
          locked: "This measure is calculated.",
          gaps: [{ period: "SY2024-25", column: "all", words }],
        }),
    },
    <Readings id={fresh()} onExplain={() => {}} />,
  );
  expect(await screen.findByText("This measure is calculated.")).toBeTruthy();
  expect(screen.getAllByText(words).length).toBeGreaterThan(0);
  expect(screen.getByRole("grid").getAttribute("aria-readonly")).toBe("true");
});

test("one figure is opened with its parts, note and past, and saved", async () => {
  const { requests } = withCore(
    {
      read_grid: () => grid(),
      read_reading: (request) => ({
        title: "2024–25, Everyone",
        isRecorded: true,
        form: {
          ...request,
          value: "53.2",
          numerator: "",
          denominator: "",
          lower: "",
          upper: "",
          state: "provisional",
          comment: "",
        },
        origin: "fall.csv, row 12",
        history: [],
      }),
      record_reading: () => ({ id: "1" }),
    },
    <Readings id={fresh()} onExplain={() => {}} />,
  );
  const user = userEvent.setup();
  await user.click(await screen.findByText("53.2"));
  await user.keyboard("{Shift>}{F2}{/Shift}");
  const drawer = await screen.findByRole("dialog", { name: "2024–25, Everyone" });
  expect(within(drawer).getByText("fall.csv, row 12")).toBeTruthy();
  await user.clear(within(drawer).getByLabelText("Figure"));
  await user.type(within(drawer).getByLabelText("Counted"), "1487");
  await user.type(within(drawer).getByLabelText("Out of"), "2795");
  await user.type(within(drawer).getByLabelText("Note"), "Two schools late");
  await user.click(within(drawer).getByRole("button", { name: "Save" }));
  await waitFor(() =>
    expect(requests("record_reading")[0]).toMatchObject({
      value: "",
      numerator: "1487",
      denominator: "2795",
      comment: "Two schools late",
      state: "provisional",
    }),
  );
});

test("the readings have no accessibility finding", async () => {
  const { container } = withCore(
    { read_grid: () => grid() },
    <Readings id={fresh()} onExplain={() => {}} />,
  );
  await screen.findByRole("grid");
  const found = await axe.run(container, { rules: { region: { enabled: false } } });
  expect(found.violations).toEqual([]);
});
