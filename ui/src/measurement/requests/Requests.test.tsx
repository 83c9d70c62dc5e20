import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import axe from "axe-core";
import { beforeEach, expect, test, vi } from "vitest";
import { answerWith } from "../../ipc/client";
import type { RequestBoard, RequestProposals, ReturnedFiles } from "../../ipc/generated";
import { Toasts } from "../../shared/toasts";
import Requests from "./Requests";

const line = (id: string, partner: string, standing: "late" | "received" | "draft") => ({
  id,
  partner,
  title: "Figures for 2025–26",
  due: "Dec 11, 2026",
  standing,
  words: { late: "9 days late", received: "Received Nov 24, 2026", draft: "Not sent yet" }[
    standing
  ],
  measures: ["Kindergarten readiness"],
  figures: 3,
  lastStep: "Sent Nov 2, 2026",
  returned: standing === "received" ? "back.xlsx: 3 of 3 figures given" : null,
  findings: standing === "received" ? 1 : 0,
});

const BOARD: RequestBoard = {
  requests: [
    line("r1", "Head Start", "late"),
    line("r2", "Public Schools", "received"),
    line("r3", "Library", "draft"),
    line("r4", "YMCA", "draft"),
  ],
  counts: [
    { standing: "late", count: 1 },
    { standing: "received", count: 1 },
    { standing: "due", count: 0 },
    { standing: "draft", count: 2 },
  ],
  rates: [{ partner: "Head Start", onTime: "1 of 2, too few to say", unquestioned: "8 of 9, 89%" }],
};

const PROPOSALS: RequestProposals = {
  partners: [
    { id: "p1", name: "Library", measures: [] },
    {
      id: "p2",
      name: "Public Schools",
      measures: [{ id: "m1", because: "Named as supplier in the definition" }],
    },
  ],
  measures: [
    { id: "m1", name: "Kindergarten readiness", latest: "2025–26" },
    { id: "m2", name: "Home visits", latest: "2025" },
  ],
  breakdowns: [{ id: "b1", name: "Race and ethnicity" }],
  places: [],
  due: "2026-12-15",
  title: "Figures for 2025–26",
};

const WAITING: ReturnedFiles = {
  files: [
    {
      key: 1,
      fileName: "back.xlsx",
      refused: null,
      partner: "Head Start",
      title: "Figures for 2025–26",
      asked: 3,
      newCount: 2,
      sameCount: 0,
      changedCount: 0,
      leftOutCount: 1,
      unansweredCount: 0,
      rows: [
        { row: 8, subject: "Readiness, Everyone", given: "81.5%", before: "53.2%", fate: "new" },
        { row: 9, subject: "Readiness, Black", given: "50%", before: "", fate: "new" },
        { row: 10, subject: "Readiness, White", given: "460%", before: "", fate: "left_out" },
      ],
      findings: [
        {
          cell: "F8",
          row: 8,
          subject: "Readiness, Everyone",
          words: "81.5 is far from the last figure.",
          isLeftOut: false,
        },
        {
          cell: "F10",
          row: null,
          subject: "Readiness, White",
          words: "460 is over 100%.",
          isLeftOut: true,
        },
      ],
    },
    {
      key: 2,
      fileName: "budget.xlsx",
      refused: "This is not the sheet of a data request.",
      partner: "",
      title: "",
      asked: 0,
      newCount: 0,
      sameCount: 0,
      changedCount: 0,
      leftOutCount: 0,
      unansweredCount: 0,
      rows: [],
      findings: [],
    },
  ],
};

const calls = vi.fn<(name: string, request: unknown) => void>();
let board: RequestBoard;
let waiting: ReturnedFiles;

beforeEach(() => {
  calls.mockClear();
  board = BOARD;
  waiting = { files: [] };
  answerWith((async (name: string, request: unknown) => {
    calls(name, request);
    const answers: Record<string, unknown> = {
      list_requests: board,
      propose_requests: PROPOSALS,
      read_returned_files: waiting,
      choose_returned_files: WAITING,
      commit_returned_file: { request: "r1", added: 1, changed: 0, rest: { files: [] } },
      add_requests: { ids: ["r5"] },
      save_request_sheets: { count: 2, place: "Sheets" },
      write_reminder: { subject: "A friendly reminder", text: "Dear Ann, …" },
    };
    return answers[name] ?? {};
  }) as Parameters<typeof answerWith>[0]);
});

function shown() {
  const view = render(
    <QueryClientProvider client={new QueryClient()}>
      <Toasts>
        <Requests />
      </Toasts>
    </QueryClientProvider>,
  );
  return { view, user: userEvent.setup() };
}

async function findings(element: Element) {
  const found = await axe.run(element, { rules: { region: { enabled: false } } });
  return found.violations.map((violation) => `${violation.id}: ${violation.nodes[0]?.html}`);
}

test("each request shows where it stands and the step that comes next", async () => {
  const { user, view } = shown();
  expect(await screen.findByText("9 days late")).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Accept, Public Schools" }));
  expect(calls).toHaveBeenCalledWith("mark_requests", { ids: ["r2"], mark: "accepted" });
  expect(screen.getByText("1 of 2, too few to say")).toBeTruthy();
  expect(await findings(view.container)).toEqual([]);
});

test("only requests of the chosen standing are listed", async () => {
  const { user } = shown();
  await user.click(await screen.findByRole("button", { name: "Drafts 2" }));
  const rows = within(screen.getAllByRole("table")[0] as HTMLElement);
  expect(rows.queryByText("Head Start")).toBeNull();
  expect(rows.getByText("Library")).toBeTruthy();
});

test("several spreadsheets are made at once, and their drafts can be marked as sent", async () => {
  const { user } = shown();
  await user.click(await screen.findByRole("button", { name: "Drafts 2" }));
  await user.click(screen.getByRole("checkbox", { name: "Choose all that can be sent" }));
  await user.click(screen.getByRole("button", { name: "Make 2 spreadsheets" }));
  expect(calls).toHaveBeenCalledWith("save_request_sheets", { ids: ["r3", "r4"] });
  const toast = within(screen.getByRole("status"));
  await user.click(await toast.findByRole("button", { name: "Mark as sent" }));
  expect(calls).toHaveBeenCalledWith("mark_requests", { ids: ["r3", "r4"], mark: "sent" });
});

test("a late request offers a reminder to copy", async () => {
  const { user } = shown();
  await user.click(await screen.findByRole("button", { name: "Remind, Head Start" }));
  const text = await screen.findByRole("textbox", { name: "Reminder, ready to copy" });
  expect((text as HTMLTextAreaElement).value).toBe("Dear Ann, …");
  expect(await findings(document.body)).toEqual([]);
});

test("what a partner is known to supply is asked for unless it is unticked", async () => {
  board = { requests: [], counts: [], rates: [] };
  const { user } = shown();
  await screen.findByText(/Ask a partner for figures/);
  await user.click(screen.getAllByRole("button", { name: "Ask for figures" })[0] as HTMLElement);
  const dialog = within(await screen.findByRole("dialog"));
  expect(dialog.getByText("Partners asked: 1")).toBeTruthy();
  await user.click(dialog.getByRole("checkbox", { name: "Library" }));
  await user.selectOptions(
    dialog.getByRole("combobox", { name: "Ask Library for another measure" }),
    "m2",
  );
  expect(await findings(document.body)).toEqual([]);
  await user.click(dialog.getByRole("button", { name: "Save" }));
  const asked = calls.mock.calls.find(([name]) => name === "add_requests")?.[1];
  expect(asked).toMatchObject({
    partners: [
      { partner: "p2", measures: ["m1"] },
      { partner: "p1", measures: ["m2"] },
    ],
  });
});

test("a returned file names its cells, and a figure in question can be left out", async () => {
  waiting = WAITING;
  const { user, view } = shown();
  expect(await screen.findByText("460 is over 100%.")).toBeTruthy();
  expect(screen.getByText("This is not the sheet of a data request.")).toBeTruthy();
  expect(await findings(view.container)).toEqual([]);
  await user.click(screen.getByRole("checkbox", { name: "Leave out" }));
  await user.click(screen.getByRole("button", { name: "Take in 1 figure" }));
  expect(calls).toHaveBeenCalledWith("commit_returned_file", { key: 1, leaveOut: [8] });
  expect(await screen.findByText("Received: 1 new, 0 changed")).toBeTruthy();
});
