import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import axe from "axe-core";
import { expect, test, vi } from "vitest";
import { answerWith, CoreError } from "../../ipc/client";
import type {
  Commands,
  ImportChoices,
  ImportDecision,
  ImportMend,
  ImportPage,
  ImportPreview,
  ImportProgress,
} from "../../ipc/generated";
import Import from "./Import";

let tell: (progress: ImportProgress) => void = () => {};
vi.mock("../../ipc/changes", () => ({
  followImport: (callback: typeof tell) => {
    tell = callback;
    return () => {};
  },
}));

const decision = (changed: Partial<ImportDecision>): ImportDecision => ({
  action: "",
  code: null,
  column: null,
  row: null,
  text: null,
  value: null,
  ...changed,
});
const button = (label: string, changed: Partial<ImportDecision>): ImportMend => ({
  kind: "button",
  label,
  decision: decision(changed),
  options: [],
});
const CHOICES: ImportChoices = {
  encoding: "utf8",
  delimiter: ",",
  sheet: null,
  headerRow: 1,
  measure: "m1",
  columns: ["period", "group", "value"],
  decisions: [],
  readAs: null,
};
const PREVIEW: ImportPreview = {
  fileName: "fall.csv",
  choices: CHOICES,
  sheets: [],
  columns: [
    { head: "YR", examples: ["2024-25"] },
    { head: "Subgroup", examples: ["Black"] },
    { head: "Pct", examples: ["46.4"] },
  ],
  rowCount: 3,
  newCount: 1,
  sameCount: 0,
  changedCount: 0,
  keptCount: 0,
  skippedCount: 0,
  checkCount: 0,
  blockedCount: 2,
  problems: [
    {
      code: "group_unknown",
      mustFix: true,
      words: "Row 3: group “Hisp/Lat” is not known.",
      advice: "Choose the one it stands for, or add it.",
      rows: [3],
      rowCount: 1,
      mends: [
        {
          kind: "pick",
          label: "Stands for",
          decision: decision({ action: "means", code: "group_unknown", text: "Hisp/Lat" }),
          options: [
            { value: "g2", label: "Hispanic or Latino" },
            { value: "g1", label: "Black" },
          ],
        },
      ],
    },
    {
      code: "over_limit",
      mustFix: true,
      words: "Row 4: 460 is over 100%.",
      advice: "",
      rows: [4],
      rowCount: 1,
      mends: [button("Use 46.0", { action: "cell", row: 4, column: 2, value: "46.0" })],
    },
  ],
  decided: [],
  isReady: false,
  remembered: [],
};
const PAGE: ImportPage = {
  from: 0,
  listedCount: 250,
  rows: [
    {
      number: 2,
      state: "new",
      cells: ["2024-25", "Black", "46.4"],
      corrected: [],
      noticed: "",
      problems: [],
    },
    {
      number: 4,
      state: "changed",
      cells: ["2023-24", "Black", "43.6"],
      corrected: [],
      noticed: "Stored is 43.4; this file says 43.6.",
      problems: [
        {
          column: 2,
          mustFix: false,
          words: "Stored is 43.4; this file says 43.6.",
          stored: "43.4",
          mends: [button("Keep 43.4", { action: "keep_row", row: 4 })],
        },
      ],
    },
  ],
};

type Asked = { name: keyof Commands; request: unknown };

function shown(answers: Partial<Record<keyof Commands, (request: never) => unknown>> = {}) {
  const asked: Asked[] = [];
  const usual: Partial<Record<keyof Commands, (request: never) => unknown>> = {
    choose_import_file: () => PREVIEW,
    preview_import: (request: ImportChoices) => ({ ...PREVIEW, choices: request }),
    page_import: () => PAGE,
    list_remembered_imports: () => [{ id: "w1", name: "School district" }],
    list_dimensions: () => ({ measures: [{ id: "m1", name: "Readiness" }] }),
  };
  answerWith((async (name: keyof Commands, request: unknown) => {
    asked.push({ name, request });
    const answer = answers[name] ?? usual[name];
    return answer ? answer(request as never) : {};
  }) as never);
  const view = render(
    <QueryClientProvider client={new QueryClient()}>
      <Import measure="m1" />
    </QueryClientProvider>,
  );
  const last = (name: keyof Commands) => asked.findLast((one) => one.name === name)?.request;
  return { asked, last, view, user: userEvent.setup() };
}

async function chosen(answers?: Parameters<typeof shown>[0]) {
  const all = shown(answers);
  await all.user.click(screen.getByRole("button", { name: "Choose a file" }));
  await screen.findByRole("region", { name: "Rows" });
  return all;
}

test("a file leads straight to the check, with its problems and no way to import yet", async () => {
  await chosen();
  const steps = within(screen.getByRole("list", { name: "Steps" }));
  expect(steps.getByText("Check").closest("li")?.getAttribute("aria-current")).toBe("step");
  expect(screen.getByText("Fix 2 problems to import")).toBeTruthy();
  const commit = screen.getByRole("button", { name: /^Import \d/ });
  expect(commit).toHaveProperty("disabled", true);
});

test("a name is answered by picking, and the answer is sent with the choices", async () => {
  const { last, user } = await chosen();
  await user.selectOptions(screen.getByLabelText("Stands for"), "Black");
  await user.click(screen.getByRole("button", { name: "Apply" }));
  await waitFor(() =>
    expect(last("preview_import")).toEqual({
      ...CHOICES,
      decisions: [
        decision({ action: "means", code: "group_unknown", text: "Hisp/Lat", value: "g1" }),
      ],
    }),
  );
});

test("what is settled takes one line and can be taken back", async () => {
  const settled = decision({ action: "cell", row: 4, column: 2, value: "46.0" });
  const { last, user } = await chosen({
    choose_import_file: () => ({
      ...PREVIEW,
      choices: { ...CHOICES, decisions: [settled] },
      decided: ["Row 4, Pct: read as 46.0"],
    }),
  });
  const list = within(screen.getByRole("region", { name: "Settled" }));
  expect(list.getByText("Row 4, Pct: read as 46.0")).toBeTruthy();
  await user.click(list.getByRole("button", { name: "Take back: Row 4, Pct: read as 46.0" }));
  await waitFor(() => expect(last("preview_import")).toEqual({ ...CHOICES, decisions: [] }));
});

test("a changed figure shows old and new, and its row can keep the old one", async () => {
  const { last, user } = await chosen();
  const cell = await screen.findByTitle("43.6");
  expect(cell.textContent).toBe("43.4 → 43.6");
  await user.click(screen.getByRole("button", { name: "4" }));
  await user.click(screen.getByRole("button", { name: /^Keep 43.4/ }));
  await waitFor(() =>
    expect((last("preview_import") as ImportChoices).decisions).toEqual([
      decision({ action: "keep_row", row: 4 }),
    ]),
  );
});

test("rows are paged, and those of one problem can be listed alone", async () => {
  const { last, user } = await chosen();
  await screen.findByText("1 to 2 of 250");
  await user.click(screen.getByRole("button", { name: "Next" }));
  await waitFor(() => expect(last("page_import")).toEqual({ from: 100, filter: "all", group: 0 }));
  const problem = screen.getByText(/460 is over/).closest(".problem");
  await user.click(within(problem as HTMLElement).getByRole("button", { name: "Show its row" }));
  await waitFor(() => expect(last("page_import")).toEqual({ from: 0, filter: "group", group: 1 }));
});

test("arrows walk through the rows", async () => {
  const { user } = await chosen();
  await user.click(await screen.findByRole("button", { name: "2" }));
  await user.keyboard("{ArrowDown}");
  expect(document.activeElement?.textContent).toBe("4");
  expect(screen.getByRole("region", { name: "Row 4" })).toBeTruthy();
});

test("a table that is known says so and can be read afresh", async () => {
  const { last, user } = await chosen({
    choose_import_file: () => ({
      ...PREVIEW,
      choices: { ...CHOICES, readAs: "School district" },
    }),
    propose_import: () => PREVIEW,
  });
  expect(screen.getByText("Read as last time: School district")).toBeTruthy();
  expect(screen.getByLabelText("Remember as")).toHaveProperty("value", "School district");
  await user.click(screen.getByRole("button", { name: "Start afresh" }));
  await waitFor(() => expect(last("propose_import")).toEqual({ remembered: null, measure: "m1" }));
});

test("remembered ways of reading are listed and can be forgotten", async () => {
  const { last, user } = shown();
  await user.click(await screen.findByRole("button", { name: "Forget School district" }));
  expect(last("forget_remembered_import")).toEqual({ id: "w1" });
  await waitFor(() => expect(screen.queryByText("School district")).toBeNull());
});

test("columns are matched before anything can be checked that needs them", async () => {
  const { last, user } = shown({
    choose_import_file: () => ({
      ...PREVIEW,
      choices: { ...CHOICES, columns: ["period", "group", "ignore"] },
      problems: [{ ...PREVIEW.problems[0], code: "no_value_column", words: "No value." }],
    }),
  });
  await user.click(screen.getByRole("button", { name: "Choose a file" }));
  await user.selectOptions(await screen.findByLabelText("What Pct holds"), "Value");
  await waitFor(() =>
    expect((last("preview_import") as ImportChoices).columns).toEqual(["period", "group", "value"]),
  );
});

test("long work shows how far it is and can be stopped without a word of failure", async () => {
  let refuse: (error: CoreError) => void = () => {};
  const { asked, user } = shown({
    choose_import_file: () =>
      new Promise((_, reject) => {
        refuse = reject;
      }),
  });
  await user.click(screen.getByRole("button", { name: "Choose a file" }));
  tell({ step: "checking", row: 5000, rows: 2_800_000 });
  const bar = await screen.findByRole("progressbar");
  expect(bar.getAttribute("aria-label")).toContain("2,800,000");
  await user.click(screen.getByRole("button", { name: "Stop" }));
  expect(asked.some(({ name }) => name === "stop_import")).toBe(true);
  refuse(new CoreError({ code: "stopped", field: null, detail: null }));
  await waitFor(() => expect(screen.queryByRole("progressbar")).toBeNull());
  expect(screen.queryByRole("alert")).toBeNull();
});

test("the import remembers the way of reading under the name it is given", async () => {
  const ready = { ...PREVIEW, problems: [], blockedCount: 0, isReady: true };
  const { last, user } = await chosen({
    choose_import_file: () => ready,
    commit_import: () => ({ added: 1, changed: 0, same: 0, skipped: 0 }),
  });
  await user.type(screen.getByLabelText("Remember as"), "District");
  await user.click(screen.getByRole("button", { name: "Import 1 figure" }));
  await waitFor(() =>
    expect(last("commit_import")).toEqual({ choices: CHOICES, rememberAs: "District" }),
  );
});

test("every step is sound for assistive technology", async () => {
  const { view, user } = await chosen();
  await screen.findByTitle("43.6");
  const check = await axe.run(view.container);
  expect(check.violations.map(({ id }) => id)).toEqual([]);
  await user.click(screen.getByRole("button", { name: "Match columns" }));
  const match = await axe.run(view.container);
  expect(match.violations.map(({ id }) => id)).toEqual([]);
});
