/** Words from the .ftl files, the same ones paper and command line use. */
import { FluentBundle, FluentResource, type FluentVariable } from "@fluent/bundle";

const FILES = import.meta.glob<string>("./en/*.ftl", {
  query: "?raw",
  import: "default",
  eager: true,
});

/** Messages as they are written, by id. Each is parsed when it is first asked for: a screen
 * needs few of them, and parsing all would be waited for at every start. */
const written = new Map<string, string>();
for (const source of Object.values(FILES)) {
  for (const message of source.split(/^(?=[a-zA-Z])/m)) {
    const [id] = /^[a-zA-Z][\w-]*/.exec(message) ?? [];
    if (id) written.set(id, message);
  }
}

const bundle = new FluentBundle("en", { useIsolating: false });

function find(id: string) {
  const source = written.get(id);
  if (source !== undefined) {
    written.delete(id);
    bundle.addResource(new FluentResource(source));
  }
  return bundle.getMessage(id);
}

/** The words of an id. An id that is not there reads as itself; a test sees that none is. */
export function t(id: string, args?: Record<string, FluentVariable>): string {
  const message = find(id);
  return message?.value ? bundle.formatPattern(message.value, args ?? null) : id;
}

/** Whether the words of an id are there. */
export function hasText(id: string): boolean {
  return find(id)?.value != null;
}
