/** The typed road to the core: every command by name, its request and response by type. */
import { invoke } from "@tauri-apps/api/core";
import type { Commands, ErrorCode, WireError } from "./generated";

/** A command that failed, as the core explains it. */
export class CoreError extends Error {
  readonly code: ErrorCode;
  readonly field: string | null;
  readonly detail: string | null;

  constructor(wire: WireError) {
    super(wire.code);
    this.name = "CoreError";
    this.code = wire.code;
    this.field = wire.field && camelCase(wire.field);
    this.detail = wire.detail;
  }
}

type Call = <Name extends keyof Commands>(
  name: Name,
  request: Commands[Name]["request"],
  reason?: string,
) => Promise<Commands[Name]["response"]>;

let transport: Call = async (name, request, reason) => {
  const headers = reason === undefined ? undefined : { reason: plain(reason) };
  try {
    return await invoke(name, { request }, headers && { headers });
  } catch (thrown) {
    throw asCoreError(thrown);
  }
};

let askReason: (period: string) => Promise<string | null> = async () => null;

/** Calls one command. Where it would change figures of a closed period, it asks for a reason
 * and repeats the change with it; without one the refusal stands. */
export const call: Call = async (name, request) => {
  try {
    return await transport(name, request);
  } catch (thrown) {
    if (!(thrown instanceof CoreError) || thrown.code !== "period_closed") throw thrown;
    const reason = await askReason(thrown.detail ?? "");
    if (reason === null) throw thrown;
    return transport(name, request, reason);
  }
};

/** Sets who is asked for a reason; gives back how to stop that. */
export function askReasonWith(ask: (period: string) => Promise<string | null>): () => void {
  askReason = ask;
  return () => {
    askReason = async () => null;
  };
}

/** Puts another transport in place; component tests answer for the core through it. */
export function answerWith(other: Call): void {
  transport = other;
}

function asCoreError(thrown: unknown): CoreError {
  if (typeof thrown === "object" && thrown !== null && "code" in thrown) {
    return new CoreError(thrown as WireError);
  }
  return new CoreError({ code: "unexpected", field: null, detail: String(thrown) });
}

/** JSON of printable ASCII only, as headers are. */
function plain(text: string): string {
  return JSON.stringify(text).replace(
    /[^ -~]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** Fields are named in the core's way; forms use the wire's. */
function camelCase(field: string): string {
  return field.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
