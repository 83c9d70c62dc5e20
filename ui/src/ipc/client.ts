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
) => Promise<Commands[Name]["response"]>;

let transport: Call = async (name, request) => {
  try {
    return await invoke(name, { request });
  } catch (thrown) {
    throw asCoreError(thrown);
  }
};

/** Calls one command. */
export const call: Call = (name, request) => transport(name, request);

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

/** Fields are named in the core's way; forms use the wire's. */
function camelCase(field: string): string {
  return field.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
