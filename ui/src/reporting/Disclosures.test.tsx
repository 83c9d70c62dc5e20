import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import type { DisclosureLine } from "../ipc/generated";
import { withCore } from "../testing/core";
import { Disclosures } from "./Disclosures";

const line = (id: string, part: Partial<DisclosureLine>): DisclosureLine => ({
  id,
  at: "Nov 24, 2026, 9:42 AM",
  what: "Chart: Kindergarten readiness",
  audience: "The public",
  author: "Ana",
  count: "The public: 40 figures shown, none hidden",
  hidden: [],
  more: 0,
  notes: [],
  ...part,
});

function shown(entries: DisclosureLine[]) {
  withCore({ list_disclosures: () => entries }, <Disclosures onClose={() => {}} />);
  return userEvent.setup();
}

test("what left the file says for whom, what was hidden and why, and how much more", async () => {
  const user = shown([
    line("one", {
      count: "The public: 38 figures shown, 4 hidden",
      hidden: ["Readiness, 2024–25, Asian: fewer than 10 people"],
      more: 3,
      notes: ["It can be worked out together with the board report"],
    }),
    line("two", { what: "Table: Measures" }),
  ]);
  expect(await screen.findByText("The public: 38 figures shown, 4 hidden")).toBeTruthy();
  expect(screen.getByText("It can be worked out together with the board report")).toBeTruthy();
  const summaries = screen.getAllByText("Hidden, and why");
  expect(summaries.length, "none for what hid nothing").toBe(1);
  await user.click(summaries[0] as HTMLElement);
  expect(screen.getByText("Readiness, 2024–25, Asian: fewer than 10 people")).toBeTruthy();
  expect(screen.getByText("and 3 more")).toBeTruthy();
});

test("before anything has left the file it says what will stand here", async () => {
  shown([]);
  expect(await screen.findByText(/Nothing has left this file yet/)).toBeTruthy();
});
