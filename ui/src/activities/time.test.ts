import { expect, test } from "vitest";
import { dayOf, dayWords, isoOf, moved, scale } from "./time";

const day = (iso: string) => dayOf(iso) ?? Number.NaN;

test("days are numbers and come back as they were", () => {
  expect(isoOf(day("2026-03-01") - 1)).toBe("2026-02-28");
  expect(dayWords(day("2026-11-06"))).toBe("Nov 6, 2026");
  expect(dayOf("")).toBeNull();
});

test("a bar moves as a whole or at one end, and never ends before it begins", () => {
  const span = { starts: 100, ends: 110 };
  expect(moved(span, "whole", 7)).toEqual({ starts: 107, ends: 117 });
  expect(moved(span, "ends", -30)).toEqual({ starts: 100, ends: 100 });
  expect(moved(span, "starts", 30)).toEqual({ starts: 110, ends: 110 });
  expect(moved({ starts: 100, ends: null }, "whole", 1)).toEqual({ starts: 101, ends: null });
});

test("the scale begins before its first day and covers its last", () => {
  const from = day("2025-11-20");
  const to = day("2027-02-03");
  const months = scale(from, to, "months");
  expect(months.lower[0]).toEqual({ day: day("2025-11-01"), days: 30, label: "Nov" });
  expect(months.lower.at(-1)?.label).toBe("Feb");
  expect(months.upper.map((tick) => tick.label)).toEqual(["2025", "2026", "2027"]);
  const quarters = scale(from, to, "quarters");
  expect(quarters.lower.map((tick) => tick.label)).toEqual(["Q4", "Q1", "Q2", "Q3", "Q4", "Q1"]);
  const weeks = scale(from, to, "weeks");
  expect(isoOf(weeks.lower[0]?.day ?? 0)).toBe("2025-11-17");
  expect(weeks.upper[0]?.label).toBe("Nov 2025");
});
