import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { answerWith } from "../ipc/client";
import type { MeasurePage } from "../ipc/generated";
import { NavigationProvider, useNavigation } from "../shared/navigation";
import { Calculation } from "./Calculation";

const PAGE = {
  id: "rate",
  calculation: {
    kind: "ratio",
    line: "Numerator divided by denominator; 1 period lacks a part",
    parts: [
      { measure: "graduates", name: "Graduates", role: "numerator" },
      { measure: "cohort", name: "Cohort", role: "denominator" },
    ],
    lacking: [{ period: "2025", words: "Missing: Cohort" }],
    keptAside: 2,
  },
} as MeasurePage;

test("a calculation says what is missing and keeps its parts when its kind changes", async () => {
  const sent: unknown[] = [];
  answerWith(async (name, request) => {
    if (name === "set_calculation") sent.push(request);
    return (name === "list_dimensions" ? { measures: [] } : {}) as never;
  });
  const user = userEvent.setup();
  render(
    <QueryClientProvider client={new QueryClient()}>
      <Calculation page={PAGE} />
    </QueryClientProvider>,
  );
  expect(screen.getByText("Missing: Cohort")).toBeTruthy();
  expect(screen.getByText("2 entered values kept aside")).toBeTruthy();
  await user.click(screen.getByRole("button", { name: /Edit/ }));
  await user.selectOptions(screen.getByLabelText("Its values are"), "difference");
  await user.click(screen.getByRole("button", { name: "Save" }));
  expect(sent).toEqual([
    {
      id: "rate",
      kind: "difference",
      parts: [
        { measure: "graduates", role: "plus" },
        { measure: "cohort", role: "minus" },
      ],
    },
  ]);
});

/** Says where the window is. */
function Here() {
  return <output>{JSON.stringify(useNavigation().place)}</output>;
}

test("a part leads to where its own figures are entered", async () => {
  render(
    <QueryClientProvider client={new QueryClient()}>
      <NavigationProvider>
        <Calculation page={PAGE} />
        <Here />
      </NavigationProvider>
    </QueryClientProvider>,
  );
  await userEvent.setup().click(screen.getByRole("button", { name: /Cohort/ }));
  expect(screen.getByRole("status").textContent).toBe(
    JSON.stringify({ screen: "measure", id: "cohort", mend: "readings" }),
  );
});
