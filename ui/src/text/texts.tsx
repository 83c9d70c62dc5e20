/** Words from the .ftl files, the same ones paper and command line use. */
import { FluentBundle, FluentResource, type FluentVariable } from "@fluent/bundle";

const FILES = import.meta.glob<string>("./en/*.ftl", {
  query: "?raw",
  import: "default",
  eager: true,
});

const bundle = new FluentBundle("en", { useIsolating: false });
for (const source of Object.values(FILES)) {
  bundle.addResource(new FluentResource(source));
}

/** The words of an id. An id that is not there reads as itself; a test sees that none is. */
export function t(id: string, args?: Record<string, FluentVariable>): string {
  const message = bundle.getMessage(id);
  return message?.value ? bundle.formatPattern(message.value, args ?? null) : id;
}

/** Whether the words of an id are there. */
export function hasText(id: string): boolean {
  return bundle.getMessage(id)?.value != null;
}
