/** Days as numbers, and the scale of the timeline. */
export const ZOOMS = ["years", "quarters", "months", "weeks"] as const;
export type Zoom = (typeof ZOOMS)[number];

/** Pixels a day takes. */
export const DAY_WIDTH: Record<Zoom, number> = { years: 0.3, quarters: 0.9, months: 3, weeks: 12 };

/** Days an arrow key moves by. */
export const STEP: Record<Zoom, number> = { years: 30, quarters: 30, months: 7, weeks: 1 };

const MS = 86_400_000;
const MONTH = new Intl.DateTimeFormat("en-US", { month: "short", timeZone: "UTC" });
const DAY = new Intl.DateTimeFormat("en-US", {
  month: "short",
  day: "numeric",
  year: "numeric",
  timeZone: "UTC",
});

/** The number of a day; none for an empty text. */
export function dayOf(iso: string): number | null {
  const at = Date.parse(`${iso}T00:00:00Z`);
  return Number.isNaN(at) ? null : Math.round(at / MS);
}

export function isoOf(day: number): string {
  return new Date(day * MS).toISOString().slice(0, 10);
}

/** “Nov 6, 2026” */
export function dayWords(day: number): string {
  return DAY.format(new Date(day * MS));
}

export type Tick = { day: number; days: number; label: string };

function dayAt(year: number, month: number, date = 1): number {
  return Math.round(Date.UTC(year, month, date) / MS);
}

/** Ticks of so many months each. */
function everyMonths(from: number, to: number, step: number, label: (date: Date) => string) {
  const ticks: Tick[] = [];
  const first = new Date(from * MS);
  let month = Math.floor(first.getUTCMonth() / step) * step;
  for (const year = first.getUTCFullYear(); ; month += step) {
    const day = dayAt(year, month);
    if (day >= to) return ticks;
    ticks.push({ day, days: dayAt(year, month + step) - day, label: label(new Date(day * MS)) });
  }
}

function everyWeek(from: number, to: number): Tick[] {
  const ticks: Tick[] = [];
  // Weeks begin on Monday; day 4 after the beginning of time was one.
  for (let day = from - ((((from - 4) % 7) + 7) % 7); day < to; day += 7) {
    ticks.push({ day, days: 7, label: String(new Date(day * MS).getUTCDate()) });
  }
  return ticks;
}

/** The two lines of the scale between two days. */
export function scale(from: number, to: number, zoom: Zoom): { upper: Tick[]; lower: Tick[] } {
  const years = () => everyMonths(from, to, 12, (date) => String(date.getUTCFullYear()));
  const month = (date: Date) => MONTH.format(date);
  switch (zoom) {
    case "years":
      return { upper: [], lower: years() };
    case "quarters":
      return {
        upper: years(),
        lower: everyMonths(from, to, 3, (date) => `Q${Math.floor(date.getUTCMonth() / 3) + 1}`),
      };
    case "months":
      return { upper: years(), lower: everyMonths(from, to, 1, month) };
    default: {
      const label = (date: Date) => `${month(date)} ${date.getUTCFullYear()}`;
      return { upper: everyMonths(from, to, 1, label), lower: everyWeek(from, to) };
    }
  }
}

export type Span = { starts: number | null; ends: number | null };

/** What is taken hold of: the whole bar, or one of its ends. */
export type Hold = "whole" | "starts" | "ends";

/** A span moved by days. An end is not moved past the other. */
export function moved({ starts, ends }: Span, hold: Hold, by: number): Span {
  const whole = hold === "whole";
  const next = {
    starts: starts !== null && (whole || hold === "starts") ? starts + by : starts,
    ends: ends !== null && (whole || hold === "ends") ? ends + by : ends,
  };
  if (next.starts !== null && next.ends !== null && next.ends < next.starts) {
    if (hold === "starts") next.starts = next.ends;
    else next.ends = next.starts;
  }
  return next;
}
