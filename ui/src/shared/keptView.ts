/** Views of lists as they are kept, in a text that may come from an older program. */

/** What a kept view says by name; nothing where it is not a view. */
export function keptView(text: string): Record<string, unknown> | null {
  try {
    const kept: unknown = JSON.parse(text);
    return typeof kept === "object" ? (kept as Record<string, unknown> | null) : null;
  } catch {
    return null;
  }
}

/** What it says under a name, if that is a text; else an empty one. */
export function wordIn(view: Record<string, unknown>, name: string): string {
  const word = view[name];
  return typeof word === "string" ? word : "";
}
