/** What a screen shows before, instead of, or for lack of its content. */
import type { UseQueryResult } from "@tanstack/react-query";
import { OctagonAlert } from "lucide-react";
import type { ReactNode } from "react";
import { CoreError } from "../ipc/client";
import { hasText, t } from "../text/texts";
import { Button } from "./controls";

/** An error in words, by its code. */
export function errorWords(error: unknown): string {
  if (!(error instanceof CoreError)) return t("error-unexpected");
  const detail = error.detail ?? "";
  const reason = `reason-${detail}`;
  if (error.code === "invalid" || error.code === "conflict") {
    return hasText(reason) ? t(reason) : t(`error-${error.code}`);
  }
  return t(`error-${error.code}`, { detail });
}

/** What happened, and one way forward. */
export function Failed({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  return (
    <div className="failed" role="alert">
      <OctagonAlert className="icon" size={18} aria-hidden />
      <div>
        <p>{errorWords(error)}</p>
        {onRetry && (
          <p style={{ marginTop: 8 }}>
            <Button onPress={onRetry}>{t("try-again")}</Button>
          </p>
        )}
      </div>
    </div>
  );
}

/** Gray bars in the shape of content, only after a moment. */
export function Loading() {
  return (
    <div className="loading" role="status" aria-label={t("loading")}>
      {[46, 88, 80, 84, 62].map((width) => (
        <span key={width} style={{ width: `${width}%` }} />
      ))}
    </div>
  );
}

/** One sentence on what belongs here, and one button. */
export function Empty({ words, children }: { words: string; children?: ReactNode }) {
  return (
    <div className="empty">
      <p>{words}</p>
      {children}
    </div>
  );
}

/** Shows a query's content, or why there is none. */
export function Loaded<Data>({
  query,
  children,
}: {
  query: UseQueryResult<Data>;
  children: (data: Data) => ReactNode;
}) {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.isError) return <Failed error={query.error} onRetry={() => void query.refetch()} />;
  return <Loading />;
}
