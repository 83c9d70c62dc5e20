/** Closed periods, and periods whose figures may still change. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../ipc/client";
import type { ProvisionalPeriod } from "../ipc/generated";
import { periods } from "../ipc/queries";
import { Button, TextField } from "../shared/controls";
import { errorWords, Failed, Loaded } from "../shared/states";
import { useToast, wayBack } from "../shared/toasts";
import { t } from "../text/texts";

export function Periods() {
  const query = useQuery(periods());
  const [period, setPeriod] = useState("");
  const [error, setError] = useState<unknown>(null);
  return (
    <Loaded query={query}>
      {(found) => (
        <>
          <section aria-label={t("periods-closed")}>
            <div className="section-head">
              <h2>{t("periods-closed")}</h2>
            </div>
            <p className="quiet">{t("periods-closed-help")}</p>
            {found.closed.length === 0 && (
              <p className="quiet small">{t("periods-closed-empty")}</p>
            )}
            <ul className="side-list">
              {found.closed.map((closed) => (
                <li key={closed.id}>
                  <span className="grow">
                    <b>{closed.period}</b> <span className="quiet small">{closed.by}</span>
                  </span>
                  <Button
                    kind="ghost"
                    aria-label={t("act-on", { action: t("period-reopen"), name: closed.period })}
                    onPress={() => void call("reopen_period", { id: closed.id }).catch(setError)}
                  >
                    {t("period-reopen")}
                  </Button>
                </li>
              ))}
            </ul>
            <form
              className="inline-form"
              onSubmit={(event) => {
                event.preventDefault();
                setError(null);
                call("close_period", { period }).then(() => setPeriod(""), setError);
              }}
            >
              <TextField
                label={t("period-to-close")}
                help={t("period-help")}
                error={error === null ? undefined : errorWords(error)}
                value={period}
                onChange={setPeriod}
              />
              <Button type="submit">{t("period-close")}</Button>
            </form>
          </section>
          <section className="section" aria-label={t("periods-provisional")}>
            <div className="section-head">
              <h2>{t("periods-provisional")}</h2>
            </div>
            <Provisional periods={found.provisional} measure={null} />
          </section>
        </>
      )}
    </Loaded>
  );
}

/** Makes provisional figures final, a period at a time. */
export function Provisional({
  periods,
  measure,
}: {
  periods: ProvisionalPeriod[];
  measure: string | null;
}) {
  const [error, setError] = useState<unknown>(null);
  const toast = useToast();
  async function finalize(period: string) {
    setError(null);
    try {
      const { count } = await call("finalize_readings", { measure, period });
      toast(t("finalized", { count }), wayBack());
    } catch (thrown) {
      setError(thrown);
    }
  }
  if (periods.length === 0) return <p className="quiet small">{t("periods-provisional-empty")}</p>;
  return (
    <>
      {error !== null && <Failed error={error} />}
      <ul className="side-list">
        {periods.map((one) => (
          <li key={one.period}>
            <span className="grow">
              <b>{one.label}</b>{" "}
              <span className="quiet small">{t("provisional-count", { count: one.count })}</span>
            </span>
            <Button
              kind="ghost"
              aria-label={t("act-on", { action: t("finalize"), name: one.label })}
              onPress={() => void finalize(one.period)}
            >
              {t("finalize")}
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}
