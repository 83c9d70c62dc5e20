/** Every read of the core as a query, with the topics that make it stale. */
import { queryOptions } from "@tanstack/react-query";
import type { Topic } from "./changes";
import { call } from "./client";
import type { Commands } from "./generated";

function read<Name extends keyof Commands>(
  name: Name,
  request: Commands[Name]["request"],
  topics?: Topic[],
) {
  return queryOptions({
    queryKey: [name, request],
    queryFn: () => call(name, request),
    // Stale only when the core says so; see ipc/changes.ts.
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
    meta: topics ? { topics } : {},
  });
}

export const session = () => read("session_state", {});
export const history = (limit: number) => read("list_history", { limit });
export const search = (text: string, only: string | null) =>
  read("search", { text, only, most: only === null ? 5 : 100 });
export const tags = () => read("list_tags", {}, ["partners", "measures", "activities"]);
export const views = (screen: string) => read("list_views", { screen }, ["partners"]);
export const overview = () => read("read_overview", {});
export const agenda = () =>
  read("read_agenda", {}, ["agenda", "initiative", "measures", "activities", "partners"]);
export const agendaDifference = (request: Commands["compare_agendas"]["request"]) =>
  read("compare_agendas", request, ["agenda"]);
export const theory = (request: Commands["draw_theory"]["request"]) =>
  read("draw_theory", request, ["agenda", "measures", "activities", "partners"]);
export const measures = () =>
  read("list_measures", {}, ["measures", "readings", "agenda", "partners", "initiative"]);
export const measure = (id: string) =>
  read("read_measure", { id }, [
    "measures",
    "readings",
    "requests",
    "agenda",
    "activities",
    "dimensions",
    "initiative",
  ]);
export const drawing = (request: Commands["draw_measure"]["request"]) =>
  read("draw_measure", request, ["measures", "readings", "dimensions"]);
export const grid = (request: Commands["read_grid"]["request"]) =>
  read("read_grid", request, ["readings", "measures", "dimensions"]);
export const reading = (request: Commands["read_reading"]["request"]) =>
  read("read_reading", request, ["readings", "dimensions"]);
export const splits = () => read("list_splits", {}, ["dimensions", "readings", "measures"]);
export const mergePreview = (request: Commands["preview_merge"]["request"]) =>
  read("preview_merge", request, ["dimensions", "readings"]);
export const dimensions = () =>
  read("list_dimensions", {}, ["dimensions", "agenda", "measures", "partners"]);
const ASKED = ["requests", "partners", "measures", "dimensions"] as const;
export const requests = () => read("list_requests", {}, [...ASKED]);
export const requestProposals = () => read("propose_requests", {}, [...ASKED, "readings"]);
export const returnedFiles = () => read("read_returned_files", {}, [...ASKED, "readings"]);
const PARTNERS = [
  "partners",
  "activities",
  "requests",
  "agenda",
  "communication",
  "measures",
  "readings",
] as const;
export const directory = () => read("read_directory", {}, [...PARTNERS]);
export const partner = (id: string) => read("read_partner", { id }, [...PARTNERS]);
export const network = (request: Commands["read_network"]["request"]) =>
  read("read_network", request, [
    "network",
    "partners",
    "communication",
    "activities",
    "initiative",
  ]);
export const partnerJoin = (request: Commands["plan_partner_join"]["request"]) =>
  read("plan_partner_join", request);
export const personJoin = (request: Commands["plan_person_join"]["request"]) =>
  read("plan_person_join", request);
export const groups = () => read("list_groups", {}, ["communication", "partners"]);
export const group = (id: string) =>
  read("read_working_group", { id }, ["communication", "partners"]);
export const attendance = (id: string) =>
  read("read_attendance", { id }, ["communication", "partners"]);
export const activities = () =>
  read("list_activities", {}, ["activities", "partners", "measures", "agenda"]);
export const timeline = () => read("read_timeline", {}, ["activities", "partners", "agenda"]);
const MATRIX = ["activities", "partners", "measures", "agenda", "dimensions"] as const;
export const matrix = (request: Commands["read_matrix"]["request"]) =>
  read("read_matrix", request, [...MATRIX]);
export const reinforcement = (request: Commands["draw_reinforcement"]["request"]) =>
  read("draw_reinforcement", request, [...MATRIX]);
export const populations = () => read("list_populations", {}, ["activities"]);
export const activityStandings = () => read("list_activity_standings", {}, ["activities"]);
export const activity = (id: string) =>
  read("read_activity", { id }, ["activities", "partners", "measures", "agenda"]);
export const communication = () => read("read_communication", {}, ["communication"]);
export const describedReport = (request: Commands["describe_report"]["request"]) =>
  read("describe_report", request);
export const reportCheck = (request: Commands["check_report"]["request"]) =>
  read("check_report", request);
export const exportCheck = (request: Commands["check_export"]["request"]) =>
  read("check_export", request);
export const disclosures = () => read("list_disclosures", {}, ["initiative"]);
export const audienceRules = () => read("read_audience_rules", {}, ["initiative"]);
export const groupDrawing = (request: Commands["draw_groups"]["request"]) =>
  read("draw_groups", request, ["measures", "readings", "dimensions"]);
export const provenance = (request: Commands["read_provenance"]["request"]) =>
  read("read_provenance", request, ["measures", "readings", "dimensions"]);
export const quality = () =>
  read("read_quality", {}, ["measures", "readings", "dimensions", "requests"]);
export const periods = () => read("list_periods", {}, ["readings", "initiative"]);
export const statusRule = () => read("read_status_rule", {}, ["initiative"]);
