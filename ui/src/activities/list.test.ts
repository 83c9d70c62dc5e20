import { expect, test } from "vitest";
import type { Activity, StandingLine } from "../ipc/generated";
import { known, type Line, type ListView, shownBy, USUAL } from "./list";

function line(name: string, part: Partial<Activity["form"]>, standing?: Partial<StandingLine>) {
  const form = {
    name,
    status: "active",
    strategy: null,
    lead: null,
    starts: "",
    ends: "",
    ...part,
  };
  return {
    activity: { id: name, form, leadName: null, strategyName: null, partnerNames: [] },
    standing: { heard: "lately", days: 3, isStale: false, warnings: [], ...standing },
  } as unknown as Line;
}

const LINES = [
  line("Tutoring", { status: "active", strategy: "s1" }, { days: 60, isStale: true }),
  line("Órale, a club", { status: "planned" }, { heard: "not_awaited", days: null }),
  line("Bus passes", { status: "active" }, { heard: "never", days: null, isStale: true }),
  line("Coaching", { status: "done", strategy: "s1" }, { warnings: ["It is late."] }),
];

const names = (view: Partial<ListView>) =>
  shownBy({ ...USUAL, ...view }, LINES).map((one) => one.activity.form.name);

test("filters keep what fits all of them", () => {
  expect(names({})).toEqual(["Bus passes", "Coaching", "Órale, a club", "Tutoring"]);
  expect(names({ search: "orale" })).toEqual(["Órale, a club"]);
  expect(names({ strategy: "none" })).toEqual(["Bus passes", "Órale, a club"]);
  expect(names({ strategy: "s1", status: "active" })).toEqual(["Tutoring"]);
  expect(names({ need: "stale" })).toEqual(["Bus passes", "Tutoring"]);
  expect(names({ need: "plan" })).toEqual(["Coaching"]);
});

test("what was never heard of stands before what was heard of long ago, and what is not awaited last", () => {
  expect(names({ sort: { by: "heard", isDescending: true } })).toEqual([
    "Bus passes",
    "Tutoring",
    "Coaching",
    "Órale, a club",
  ]);
  expect(names({ sort: { by: "heard", isDescending: false } })[3]).toBe("Órale, a club");
});

test("a filter by something that is gone is dropped", () => {
  const view = { ...USUAL, strategy: "s2", lead: "none" };
  const activities = LINES.map((one) => one.activity);
  expect(known(view, activities)).toMatchObject({ strategy: "", lead: "none" });
});
