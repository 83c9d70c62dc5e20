/** The ways activities are shown, in the order of the switch. */
export const VIEWS = ["list", "matrix", "timeline", "map"] as const;
export type ActivityView = (typeof VIEWS)[number];
