import { fireEvent, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import axe from "axe-core";
import { expect, test, vi } from "vitest";
import type { CellEntry, Grid } from "../../ipc/generated";
import { EntryGrid } from "./EntryGrid";

const cell = (text: string) => ({
  reading: null,
  shown: text,
  text,
  state: "final" as const,
  hasComment: false,
  note: null,
});
const GRID: Grid = {
  unit: "percent",
  isCalculated: false,
  columns: [
    { key: "all", name: "Everyone", isBenchmark: false },
    { key: "group:1", name: "Black", isBenchmark: false },
  ],
  rows: [
    { period: "SY2024-25", label: "2024–25", cells: [cell("53.2"), cell("46.5")] },
    { period: "SY2023-24", label: "2023–24", cells: [cell("50.6"), cell("43.4")] },
  ],
};

function shown(grid: Grid = GRID) {
  const onEnter = vi.fn<(cells: CellEntry[], isPasted: boolean) => void>();
  const onExplain = vi.fn<(period: string, column: string) => void>();
  const view = render(
    <EntryGrid
      grid={grid}
      label="Readings"
      problems={[]}
      onEnter={onEnter}
      onExplain={onExplain}
    />,
  );
  return { onEnter, onExplain, view, user: userEvent.setup() };
}

test("calculated cells are read and not changed, and say where they come from", async () => {
  const { onEnter, onExplain, user } = shown({ ...GRID, isCalculated: true });
  await user.click(screen.getByText("53.2"));
  await user.keyboard("9{Delete}");
  fireEvent.paste(screen.getByRole("grid"), { clipboardData: { getData: () => "1" } });
  expect(onEnter).not.toHaveBeenCalled();
  await user.keyboard("{Enter}");
  expect(onExplain).toHaveBeenCalledWith("SY2024-25", "all");
});

test("typing begins to edit, Enter keeps it and goes down", async () => {
  const { onEnter, user } = shown();
  await user.click(screen.getByText("53.2"));
  await user.keyboard("54,1{Enter}");
  expect(onEnter).toHaveBeenCalledWith(
    [{ period: "SY2024-25", column: "all", text: "54,1" }],
    false,
  );
  expect(document.activeElement?.textContent).toBe("50.6");
});

test("Escape leaves the cell as it was", async () => {
  const { onEnter, user } = shown();
  await user.click(screen.getByText("53.2"));
  await user.keyboard("9{Escape}");
  expect(onEnter).not.toHaveBeenCalled();
  expect(screen.getByText("53.2")).toBeTruthy();
});

test("arrows move, Shift selects, Delete clears what is selected", async () => {
  const { onEnter, user } = shown();
  await user.click(screen.getByText("53.2"));
  await user.keyboard("{ArrowRight}{Shift>}{ArrowDown}{/Shift}{Delete}");
  expect(onEnter).toHaveBeenCalledWith(
    [
      { period: "SY2024-25", column: "group:1", text: "" },
      { period: "SY2023-24", column: "group:1", text: "" },
    ],
    false,
  );
});

test("a block of a spreadsheet is pasted as one entry", async () => {
  const { onEnter, user } = shown();
  await user.click(screen.getByText("53.2"));
  const text = "1\t2\n3\t<5\n";
  fireEvent.paste(screen.getByRole("grid"), {
    clipboardData: { getData: (kind: string) => (kind === "text/plain" ? text : "") },
  });
  expect(onEnter.mock.calls[0]?.[0].map((entry) => entry.text)).toEqual(["1", "2", "3", "<5"]);
  expect(onEnter.mock.calls[0]?.[1]).toBe(true);
});

test("the grid has no accessibility finding", async () => {
  const { view } = shown();
  const found = await axe.run(view.container, { rules: { region: { enabled: false } } });
  expect(found.violations).toEqual([]);
});
