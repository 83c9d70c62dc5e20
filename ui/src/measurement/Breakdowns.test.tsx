import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import axe from "axe-core";
import { expect, test } from "vitest";
import { CoreError } from "../ipc/client";
import type { Splits } from "../ipc/generated";
import { withCore } from "../testing/core";
import Breakdowns from "./Breakdowns";

const MEASURE = { id: "m", name: "Kindergarten readiness" };
const group = (id: string, name: string, readings = 0) => ({
  id,
  name,
  readings,
  measures: readings > 0 ? [MEASURE] : [],
  used: readings > 0 ? `${readings} readings in 1 measure` : "Not used yet",
});
const place = (id: string, name: string, depth: number, parent: string | null) => ({
  id,
  form: { name, isBenchmark: false, parent },
  depth,
  readings: 0,
  measures: [],
  used: "Not used yet",
});
const SPLITS: Splits = {
  breakdowns: [
    {
      id: "race",
      name: "Race",
      used: "12 readings in 1 measure",
      groups: [group("b", "Black", 12), group("aa", "African American", 3), group("w", "White")],
    },
  ],
  places: [place("c", "City", 0, null), place("w", "West End", 1, "c")],
};

test("a group is moved by Alt and an arrow, by its button, and by dragging", async () => {
  const { requests } = withCore(
    { list_splits: () => SPLITS, order_groups: () => ({}) },
    <Breakdowns />,
  );
  const user = userEvent.setup();
  const row = (await screen.findByText("Black")).closest("li") as HTMLElement;
  row.focus();
  await user.keyboard("{Alt>}{ArrowDown}{/Alt}");
  expect(requests("order_groups").at(-1)).toEqual({ breakdown: "race", groups: ["aa", "b", "w"] });
  await user.click(screen.getByRole("button", { name: "Move White up" }));
  expect(requests("order_groups").at(-1)?.groups).toEqual(["b", "w", "aa"]);
  const dataTransfer = { effectAllowed: "", setData: () => {} };
  fireEvent.dragStart(row, { dataTransfer });
  fireEvent.drop(screen.getByText("White").closest("li") as HTMLElement, { dataTransfer });
  await waitFor(() => expect(requests("order_groups").length).toBe(3));
  expect(requests("order_groups").at(-1)?.groups).toEqual(["aa", "w", "b"]);
});

test("a group figures hang on is not removed, and it is said where they are", async () => {
  withCore(
    {
      list_splits: () => SPLITS,
      remove_group: () => {
        throw new CoreError({ code: "conflict", field: null, detail: "in_use" });
      },
    },
    <Breakdowns />,
  );
  await userEvent.click(await screen.findByRole("button", { name: "Remove Black" }));
  const dialog = await screen.findByRole("dialog", { name: "Black cannot be removed yet" });
  expect(within(dialog).getByText(/12 readings in 1 measure hang on it/)).toBeTruthy();
  expect(within(dialog).getByRole("button", { name: "Kindergarten readiness" })).toBeTruthy();
});

test("merging says what happens, and asks whose figures stay where they differ", async () => {
  const { requests } = withCore(
    {
      list_splits: () => SPLITS,
      preview_merge: () => ({
        words: "2 readings of African American move to Black.",
        conflicts: [{ name: "Kindergarten readiness, 2023–24", gone: "44", kept: "43.4" }],
        conflictCount: 1,
      }),
      merge: () => ({}),
    },
    <Breakdowns />,
  );
  const user = userEvent.setup();
  await user.click(
    await screen.findByRole("button", { name: "Merge African American into another group" }),
  );
  const dialog = await screen.findByRole("dialog");
  expect(await within(dialog).findByText("Kindergarten readiness, 2023–24")).toBeTruthy();
  await user.click(within(dialog).getByRole("button", { name: "Those of African American" }));
  await user.click(within(dialog).getByRole("button", { name: "Merge" }));
  await waitFor(() =>
    expect(requests("merge")).toEqual([{ kind: "group", gone: "aa", kept: "b", keep: "gone" }]),
  );
  expect(await screen.findByText("Merged into Black")).toBeTruthy();
});

test("a place is merged into another from where it is changed", async () => {
  const { requests } = withCore(
    {
      list_splits: () => SPLITS,
      preview_merge: () => ({
        words: "3 readings of West End move to City.",
        conflicts: [],
        conflictCount: 0,
      }),
      merge: () => ({}),
    },
    <Breakdowns />,
  );
  const user = userEvent.setup();
  await user.click(await screen.findByRole("button", { name: "West End" }));
  await user.click(screen.getByRole("button", { name: "Merge into another place" }));
  const dialog = await screen.findByRole("dialog", { name: "Merge West End into another place" });
  expect(await within(dialog).findByText("3 readings of West End move to City.")).toBeTruthy();
  await user.click(within(dialog).getByRole("button", { name: "Merge" }));
  await waitFor(() =>
    expect(requests("merge")).toEqual([{ kind: "place", gone: "w", kept: "c", keep: null }]),
  );
  expect(requests("preview_merge")).toEqual([{ kind: "place", gone: "w", kept: "c" }]);
  expect(await screen.findByText("Merged into City")).toBeTruthy();
});

test("a place that would lie in itself is refused at its field", async () => {
  const { requests } = withCore(
    {
      list_splits: () => SPLITS,
      change_place: () => {
        throw new CoreError({ code: "invalid", field: "parent", detail: "circular" });
      },
    },
    <Breakdowns />,
  );
  const user = userEvent.setup();
  await user.click(await screen.findByRole("button", { name: "City" }));
  await user.selectOptions(screen.getByLabelText("Lies in"), "w");
  await user.click(screen.getByRole("button", { name: "Save" }));
  expect(await screen.findByText("It would lie in itself or be part of itself.")).toBeTruthy();
  expect(requests("change_place")[0]?.form.parent).toBe("w");
});

test("without any, it is said what belongs here", async () => {
  withCore({ list_splits: () => ({ breakdowns: [], places: [] }) }, <Breakdowns />);
  expect(await screen.findByText(/Add the first breakdown/)).toBeTruthy();
});

test("breakdowns and places have no accessibility finding", async () => {
  const { container } = withCore({ list_splits: () => SPLITS }, <Breakdowns />);
  await screen.findByText("West End");
  const found = await axe.run(container, { rules: { region: { enabled: false } } });
  expect(found.violations).toEqual([]);
});
