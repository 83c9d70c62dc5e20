/** What the app shows without a file: new, open, recent, samples. */
import { ChevronRight, FolderOpen, Plus } from "lucide-react";
import { useCallback, useEffect, useState } from "react";
import { CoreError, call } from "../ipc/client";
import type { NewInitiative, SessionState } from "../ipc/generated";
import { RecordForm } from "../shared/RecordForm";
import { errorWords, Failed } from "../shared/states";
import { t } from "../text/texts";

export function FirstRun({ state }: { state: SessionState }) {
  const [isNew, setIsNew] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [isBusy, setIsBusy] = useState(false);

  const run = useCallback(async (action: () => Promise<unknown>) => {
    setIsBusy(true);
    setError(null);
    try {
      await action();
    } catch (thrown) {
      setError(thrown);
    }
    setIsBusy(false);
  }, []);

  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (!(event.ctrlKey || event.metaKey)) return;
      if (event.key === "n") setIsNew(true);
      else if (event.key === "o") void run(() => call("open_initiative", {}));
      else return;
      event.preventDefault();
    }
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [run]);

  return (
    <main className="first" style={{ padding: 0 }}>
      <section className="left" aria-label={t("first-start")}>
        <div className="brand">
          <span className="mono" aria-hidden>
            Bb
          </span>
          Backbone Desk
        </div>
        <h1>{t("first-title")}</h1>
        <p className="reading">{t("first-lead")}</p>
        {state.failedFile && (
          <div style={{ marginTop: 16 }}>
            <div className="failed" role="alert">
              <div>
                <b>{t("first-failed", { name: state.failedFile.name })}</b>
                <p>{errorWords(new CoreError(state.failedFile.error))}</p>
              </div>
            </div>
          </div>
        )}
        {error !== null && (
          <div style={{ marginTop: 16 }}>
            <Failed error={error} />
          </div>
        )}
        <div style={{ marginTop: 18, maxWidth: 440 }}>
          <button
            type="button"
            className="choice primary"
            disabled={isBusy}
            // biome-ignore lint/a11y/noAutofocus: the first thing most people want here.
            autoFocus
            onClick={() => setIsNew(true)}
          >
            <Plus className="icon" size={20} aria-hidden />
            <span className="words">
              <b>{t("first-new")}</b>
              {t("first-new-help")}
            </span>
            <kbd>{t("key-new")}</kbd>
          </button>
          <button
            type="button"
            className="choice"
            disabled={isBusy}
            onClick={() => void run(() => call("open_initiative", {}))}
          >
            <FolderOpen className="icon" size={20} aria-hidden />
            <span className="words">
              <b>{t("first-open")}</b>
              <span className="quiet">{t("first-open-help")}</span>
            </span>
            <kbd>{t("key-open")}</kbd>
          </button>
        </div>
        <h2 className="section">{t("first-recent")}</h2>
        {state.recent.length === 0 && <p className="quiet">{t("first-recent-none")}</p>}
        <ul style={{ maxWidth: 440 }}>
          {state.recent.map((recent) => (
            <li key={recent.key}>
              <button
                type="button"
                className="choice flat"
                disabled={!recent.isPresent || isBusy}
                onClick={() => void run(() => call("open_recent", { key: recent.key }))}
              >
                <span className="words clip">
                  <b className="clip">{recent.initiative}</b>
                  <span className="quiet small">
                    {recent.isPresent
                      ? t("first-recent-line", {
                          file: recent.fileName,
                          folder: recent.folder,
                          date: recent.opened,
                        })
                      : t("first-recent-gone", { file: recent.fileName })}
                  </span>
                </span>
                <ChevronRight className="icon" size={16} aria-hidden />
              </button>
            </li>
          ))}
        </ul>
      </section>
      <section aria-label={t("first-samples")}>
        <h2>{t("first-samples")}</h2>
        <p className="quiet">{t("first-samples-help")}</p>
        <ul className="samples">
          {state.samples.map((sample) => (
            <li key={sample.name}>
              <button
                type="button"
                className="choice flat"
                disabled={isBusy}
                onClick={() => void run(() => call("open_sample", { name: sample.name }))}
              >
                <span className="words">
                  <span>
                    <b>{sample.place}</b> <span className="quiet">{sample.theme}</span>
                  </span>
                  <span className="sentence">{sample.about}</span>
                </span>
                <span className="quiet small">
                  {t("first-sample-partners", { count: sample.partners })}
                  <br />
                  {t("first-sample-measures", { count: sample.headlineMeasures })}
                </span>
                <ChevronRight className="icon" size={16} aria-hidden />
              </button>
            </li>
          ))}
        </ul>
        <p className="note">{t("first-samples-note")}</p>
        <p className="note">{t("first-version", { version: state.version })}</p>
      </section>
      {isNew && (
        <RecordForm<NewInitiative>
          title={t("first-new")}
          initial={{ name: "", backboneOrganization: "", geography: "" }}
          fields={[
            {
              name: "name",
              label: t("initiative-name"),
              kind: "text",
              help: t("initiative-name-help"),
            },
            { name: "backboneOrganization", label: t("initiative-backbone"), kind: "text" },
            { name: "geography", label: t("initiative-geography"), kind: "text" },
          ]}
          save={(form) => call("new_initiative", form)}
          onClose={() => setIsNew(false)}
        />
      )}
    </main>
  );
}
