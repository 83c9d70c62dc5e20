import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import axe from "axe-core";
import { expect, test } from "vitest";
import { CoreError } from "../ipc/client";
import type {
  Dimensions,
  MeasureList as List,
  MeasureListing,
  MeasureRow,
  Scene,
} from "../ipc/generated";
import { withCore } from "../testing/core";
import MeasureList from "./MeasureList";

const SPARK = {
  width: 10,
  height: 10,
  marks: [],
  summary: "Kindergarten readiness",
  stops: [],
} as unknown as Scene;
const row = (id: string, name: string, latest: string): MeasureRow => ({
  id,
  code: id,
  name,
  partner: null,
  isHeadline: false,
  polarity: "higher",
  sparkline: SPARK,
  latest,
  latestPeriod: "2024–25",
  isProvisional: false,
  change: null,
  target: null,
  againstPath: null,
  status: { word: "watch", because: "" },
});
const listing = (id: string, latest: number | null): MeasureListing => ({
  id,
  stage: "active",
  freshness: "current",
  freshnessWords: "Up to date",
  latest,
  change: null,
  worry: 1,
  behind: 0,
  tags: [],
});
const LIST: List = {
  indicators: [
    { result: "Ready", rows: [row("KR", "Kindergarten readiness", "53.2%")] },
    {
      result: "Reading",
      rows: [row("TG", "Third-grade reading", "9.5%"), row("AB", "Chronic absence", "–")],
    },
  ],
  performance: [{ result: null, rows: [row("CO", "Coaching visits", "412")] }],
  details: [listing("KR", 53.2), listing("TG", 9.5), listing("AB", null), listing("CO", 412)],
};
const DIMENSIONS: Dimensions = {
  results: [],
  strategies: [],
  measures: [],
  partners: [],
  places: [],
  breakdowns: [],
  populations: [],
};
const ANSWERS = {
  list_measures: () => LIST,
  list_dimensions: () => DIMENSIONS,
  list_tags: () => [],
};

const names = (section: HTMLElement) =>
  [...section.querySelectorAll(".row-open")].map((one) => one.textContent);

test("indicators are sorted by their numbers, those without come last either way", async () => {
  withCore(ANSWERS, <MeasureList />);
  const user = userEvent.setup();
  const section = await screen.findByRole("region", { name: /Indicators/ });
  const latest = () => within(section).getByRole("button", { name: "Latest" });
  await user.click(latest());
  expect(names(section)).toEqual([
    "Third-grade reading",
    "Kindergarten readiness",
    "Chronic absence",
  ]);
  expect(latest().closest("th")?.getAttribute("aria-sort")).toBe("ascending");
  await user.click(latest());
  expect(names(section).at(-1)).toBe("Chronic absence");
  expect(names(section)[0]).toBe("Kindergarten readiness");
  await user.click(latest());
  expect(names(section)[0], "back under their results").toBe("Kindergarten readiness");
  expect(within(section).getByText("Ready")).toBeTruthy();
});

test("the two kinds are never mixed, and both are filtered", async () => {
  withCore(ANSWERS, <MeasureList />);
  const other = await screen.findByRole("region", { name: /Performance/ });
  expect(names(other)).toEqual(["Coaching visits"]);
  await userEvent.type(screen.getByLabelText("Find a measure"), "absence");
  const section = screen.getByRole("region", { name: /Indicators/ });
  expect(names(section)).toEqual(["Chronic absence"]);
  expect(within(other).getByText("No measure matches")).toBeTruthy();
  await userEvent.click(screen.getByRole("button", { name: "Clear filters" }));
  expect(names(section).length).toBe(3);
});

test("several measures are retired in one step", async () => {
  const { requests } = withCore({ ...ANSWERS, mark_measures: () => ({}) }, <MeasureList />);
  const user = userEvent.setup();
  await user.click(await screen.findByLabelText("Select Chronic absence"));
  await user.click(screen.getByLabelText("Select Coaching visits"));
  expect(screen.getByText("2 measures selected")).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Retire" }));
  await waitFor(() =>
    expect(requests("mark_measures")).toEqual([{ ids: ["AB", "CO"], mark: "retired" }]),
  );
  expect(await screen.findByRole("button", { name: "Undo" })).toBeTruthy();
  expect(screen.queryByText("2 measures selected")).toBeNull();
});

test("arrows go from row to row", async () => {
  withCore(ANSWERS, <MeasureList />);
  const user = userEvent.setup();
  (await screen.findByRole("button", { name: "Kindergarten readiness" })).focus();
  await user.keyboard("{ArrowDown}{ArrowDown}");
  expect(document.activeElement?.textContent).toBe("Chronic absence");
});

test("the form proposes a code and a limit, keeps what was chosen, and says errors at the field", async () => {
  const { requests } = withCore(
    {
      ...ANSWERS,
      propose_measure: ({ name, unit }) => ({
        code: name ? "KR2" : "",
        naturalLimit: unit === "percent" ? "100" : "",
      }),
      add_measure: () => {
        throw new CoreError({ code: "invalid", field: "code", detail: "taken" });
      },
    },
    <MeasureList />,
  );
  const user = userEvent.setup();
  await user.click(await screen.findByRole("button", { name: "Add measure" }));
  const form = await screen.findByRole("dialog");
  const value = (label: string) => within(form).getByLabelText<HTMLInputElement>(label).value;
  expect(value("Natural limit")).toBe("100");
  await user.type(within(form).getByLabelText("Name"), "Kindergarten readiness{Tab}");
  await waitFor(() => expect(value("Short code")).toBe("KR2"));
  await user.selectOptions(within(form).getByLabelText("Unit"), "count");
  await waitFor(() => expect(value("Natural limit")).toBe(""));
  await user.clear(within(form).getByLabelText("Short code"));
  await user.type(within(form).getByLabelText("Short code"), "MINE");
  await user.type(within(form).getByLabelText("Name"), " again{Tab}");
  await waitFor(() => expect(requests("propose_measure").length).toBe(3));
  expect(value("Short code"), "a code somebody chose stays").toBe("MINE");
  await user.click(
    within(within(form).getByRole("group", { name: "Proxy" })).getByRole("button", {
      name: "High",
    }),
  );
  await user.click(within(form).getByRole("button", { name: "Save" }));
  expect(await within(form).findByText("This is used already; choose another.")).toBeTruthy();
  expect(requests("add_measure")[0]).toMatchObject({
    code: "MINE",
    unit: "count",
    proxyPower: 3,
    releaseLagDays: null,
    isExtremeCohort: false,
  });
  const found = await axe.run(form, { rules: { region: { enabled: false } } });
  expect(found.violations).toEqual([]);
});

test("the lists have no accessibility finding", async () => {
  const { container } = withCore(ANSWERS, <MeasureList />);
  await screen.findByText("Coaching visits");
  const found = await axe.run(container, { rules: { region: { enabled: false } } });
  expect(found.violations).toEqual([]);
});
