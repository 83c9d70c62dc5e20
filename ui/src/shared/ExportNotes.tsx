/** What an export shows and hides, and what to think of before it leaves. */
import type { UseQueryResult } from "@tanstack/react-query";
import { EyeOff, TriangleAlert } from "lucide-react";
import type { ExportCheck } from "../ipc/generated";
import { t } from "../text/texts";
import { Failed } from "./states";

export function ExportNotes({ query }: { query: UseQueryResult<ExportCheck> }) {
  if (query.isError) return <Failed error={query.error} />;
  if (!query.data) return <p className="quiet">{t("loading")}</p>;
  const { count, warnings } = query.data;
  return (
    <ul className="side-list" aria-live="polite" aria-label={t("export-notes")}>
      <li>
        <EyeOff className="icon" size={15} aria-hidden />
        <span>{count}</span>
      </li>
      {warnings.map((warning) => (
        <li key={warning}>
          <TriangleAlert className="icon" size={15} aria-label={t("signal-open")} />
          <span>{warning}</span>
        </li>
      ))}
    </ul>
  );
}
