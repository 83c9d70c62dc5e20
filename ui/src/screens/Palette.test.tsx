import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import axe from "axe-core";
import { expect, test, vi } from "vitest";
import type { SearchAnswer, SearchHit, SessionState } from "../ipc/generated";
import { withCore } from "../testing/core";
import Palette from "./Palette";

const STATE = {
  settings: { author: "Dana", theme: "light" },
  undo: { undo: null, redo: null },
} as unknown as SessionState;

const hit = (title: string): SearchHit => ({
  key: title,
  id: title,
  place: title,
  title: [{ text: title, isFound: true }],
  snippet: [],
  about: "",
});
const answer = (titles: string[], part: Partial<SearchAnswer> = {}): SearchAnswer => ({
  groups: titles.length > 0 ? [{ kind: "measure", hits: titles.map(hit), hasMore: false }] : [],
  corrected: null,
  isPartial: false,
  isComplete: true,
  ...part,
});

function open(search: (text: string) => SearchAnswer | Promise<SearchAnswer>) {
  const acts = {
    onClose: vi.fn(),
    travel: vi.fn(),
    show: vi.fn(),
    setTheme: vi.fn(),
    fail: vi.fn(),
  };
  const view = withCore(
    { search: ({ text }) => search(text) },
    <Palette
      {...acts}
      state={STATE}
      sections={[{ screen: "overview" }, { screen: "partners" }]}
      step={() => null}
    />,
  );
  return { ...view, ...acts };
}

const field = () => screen.getByRole("combobox");
const options = () => screen.queryAllByRole("option").map((one) => one.textContent);

test("without a word the commands are there, and typing narrows them", async () => {
  const { setTheme, onClose } = open(() => answer([]));
  expect(options()).toContain("Go to Partners");
  await userEvent.type(field(), "look dar");
  expect(options()).toEqual(["Look: Dark"]);
  await userEvent.keyboard("{Enter}");
  expect(setTheme).toHaveBeenCalledWith("dark");
  expect(onClose).toHaveBeenCalledOnce();
});

test("arrows move through groups and around, and the field says where", async () => {
  open(() => answer(["Absence", "Attendance"]));
  await userEvent.type(field(), "a");
  await screen.findByRole("option", { name: "Attendance" });
  const said = () =>
    document.getElementById(field().getAttribute("aria-activedescendant") ?? "")?.textContent;
  const first = said();
  await userEvent.keyboard("{ArrowUp}");
  expect(said()).toBe("Attendance");
  await userEvent.keyboard("{ArrowDown}");
  expect(said()).toBe(first);
  const group = screen.getByRole("group", { name: "Measures" });
  expect(within(group).getAllByRole("option").length).toBe(2);
});

test("an answer that comes late is dropped, and Enter waits for the right one", async () => {
  const late: Record<string, (answer: SearchAnswer) => void> = {};
  const { onClose } = open(
    (text) =>
      new Promise((resolve) => {
        late[text] = resolve;
      }),
  );
  await userEvent.type(field(), "qx");
  await userEvent.keyboard("{Enter}");
  expect(onClose, "nothing answers what is typed yet").not.toHaveBeenCalled();
  late.qx?.(answer(["Quality"]));
  await waitFor(() => expect(onClose).toHaveBeenCalledOnce());
  late.q?.(answer(["Wrong"]));
  expect(screen.queryByText("Wrong")).toBeNull();
});

test("it says what was searched instead, and what helps where nothing is found", async () => {
  open((text) => (text === "absense" ? answer(["Absence"], { corrected: "absence" }) : answer([])));
  await userEvent.type(field(), "absense");
  expect(await screen.findByText(/This is what was found for “absence”/)).toBeTruthy();
  await userEvent.clear(field());
  await userEvent.type(field(), "zzz");
  expect(await screen.findByText("Nothing was found for “zzz”.")).toBeTruthy();
});

test("where the window was before is offered first, by the name it had", async () => {
  const { queries, onClose } = open(() => answer(["Absence"]));
  queries.setQueryData(["read_measure", { id: "Absence" }], { form: { name: "Chronic absence" } });
  await userEvent.type(field(), "qa");
  await userEvent.click(await screen.findByRole("option", { name: "Absence" }));
  expect(onClose).toHaveBeenCalledOnce();
  await userEvent.clear(field());
  await userEvent.type(field(), "go part");
  await userEvent.keyboard("{Enter}");
  await userEvent.clear(field());
  const recent = within(screen.getByRole("group", { name: "Recent" }));
  expect(recent.getAllByRole("option").map((one) => one.textContent)).toEqual([
    "Chronic absence",
    "Overview",
  ]);
});

test("the palette has no accessibility finding", async () => {
  const { baseElement } = open(() => answer(["Absence"]));
  await userEvent.type(field(), "ab");
  await screen.findByRole("option", { name: "Absence" });
  const found = await axe.run(baseElement, { rules: { region: { enabled: false } } });
  expect(found.violations).toEqual([]);
});
