/** What has become stale: the core says so after every change, nobody guesses. */
import type { QueryClient } from "@tanstack/react-query";
import { listen } from "@tauri-apps/api/event";
import type { ImportProgress } from "./generated";

/** Parts of the initiative that queries may speak of. */
export type Topic =
  | "initiative"
  | "agenda"
  | "measures"
  | "readings"
  | "dimensions"
  | "partners"
  | "activities"
  | "communication"
  | "requests"
  | "network";

/** Invalidates by topic; a query without topics is stale after any change. */
export function followChanges(queries: QueryClient): void {
  void listen<{ topics: Topic[] }>("changed", ({ payload }) => {
    void queries.invalidateQueries({
      predicate: ({ meta }) => {
        const topics = meta?.topics as Topic[] | undefined;
        return !topics || topics.some((topic) => payload.topics.includes(topic));
      },
    });
  });
}

/** Calls back when another start of the program opened a file in this window. */
export function followReopening(callback: () => void): void {
  void listen("reopened", callback);
}

/** Calls back while a step of an import runs; answers how to stop following it. */
export function followImport(callback: (progress: ImportProgress) => void): () => void {
  const following = listen<ImportProgress>("import-progress", ({ payload }) => callback(payload));
  return () => void following.then((stop) => stop());
}
