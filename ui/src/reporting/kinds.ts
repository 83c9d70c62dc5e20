/** Kinds of reports, in the order they are offered. */
export const KINDS = ["board", "measure", "equity", "partner", "agenda", "matrix", "network"];
