import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { useNavigation } from "../shared/navigation";
import { withCore } from "../testing/core";
import { Quality } from "./Quality";

const NEEDS = [
  { need: "late", at: "requests", words: "Due Jul 1, 2026, 12 days late" },
  { need: "incomplete", at: "readings", words: "1 expected period has no figure: 2020" },
  { need: "definition", at: "definition", words: "Not said yet: source" },
  { need: "definition", at: "targets", words: "Not said yet: baseline, target" },
];

/** Says where the window is. */
function Here() {
  return <output aria-label="here">{JSON.stringify(useNavigation().place)}</output>;
}

async function shown(measures: boolean) {
  const item = {
    id: "m1",
    name: "Kindergarten readiness",
    freshness: "",
    completeness: "9 of 10",
    provisional: "none",
    needs: NEEDS,
  };
  withCore(
    { read_quality: () => ({ fine: 3, measures: measures ? [item] : [] }) },
    <>
      <Quality />
      <Here />
    </>,
  );
  await screen.findByRole("region");
  return userEvent.setup();
}

test.each([
  ["Due Jul 1, 2026, 12 days late", { screen: "requests" }],
  ["1 expected period has no figure: 2020", { screen: "measure", id: "m1", mend: "readings" }],
  ["Not said yet: source", { screen: "measure", id: "m1", mend: "definition" }],
  ["Not said yet: baseline, target", { screen: "measure", id: "m1", mend: "targets" }],
])("“%s” leads to where it is mended", async (words, place) => {
  const user = await shown(true);
  await user.click(screen.getByRole("button", { name: words }));
  expect(screen.getByLabelText("here").textContent).toBe(JSON.stringify(place));
});

test("where nothing needs work it says so", async () => {
  await shown(false);
  expect(screen.getByText("Nothing needs work.")).toBeTruthy();
});
