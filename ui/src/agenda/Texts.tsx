/** The words of a version, to read or, in a draft, to write; beside them the results. */
import { Lock, PencilLine, Plus } from "lucide-react";
import { Suspense, useState } from "react";
import { call } from "../ipc/client";
import type { Agenda, AgendaText, AgendaVersion, VersionResult } from "../ipc/generated";
import { Button, Segmented, Select } from "../shared/controls";
import { Prose } from "../shared/Prose";
import { ProseEditor } from "../shared/prose";
import { Empty, errorWords, Loading } from "../shared/states";
import { useToast, wayBack } from "../shared/toasts";
import { t } from "../text/texts";
import { Adopt } from "./Adopt";
import type { OpenForm } from "./forms";
import { Results } from "./Results";

/** Texts in the order they are read, with the core's names. */
export const PARTS: readonly { name: keyof AgendaText; part: string }[] = [
  { name: "vision", part: "vision" },
  { name: "problem", part: "problem" },
  { name: "population", part: "population" },
  { name: "geography", part: "geography" },
  { name: "scopeIn", part: "scope_in" },
  { name: "scopeOut", part: "scope_out" },
  { name: "principles", part: "principles" },
];

/** “Version 2, draft”, “Version 1, adopted Mar 10, 2026”. */
export function versionWords({ version, adopted }: AgendaVersion): string {
  return adopted
    ? t("agenda-version-adopted", { version, date: adopted })
    : t("agenda-version-draft", { version });
}

export function Texts({ data, onOpen }: { data: Agenda; onOpen: (open: OpenForm) => void }) {
  const [chosen, setChosen] = useState<string | null>(null);
  const toast = useToast();
  // The latest comes first: the draft where there is one.
  const shown = data.versions.find(({ id }) => id === chosen) ?? data.versions[0];
  const draft = data.versions.find(({ state }) => state === "draft");

  async function begin() {
    try {
      const { id } = await call("start_agenda_draft", {});
      setChosen(id);
    } catch (error) {
      toast(errorWords(error));
    }
  }

  return (
    <div className="measure">
      <section aria-label={t("agenda-view-texts")}>
        {shown ? (
          <>
            <VersionChoice versions={data.versions} shown={shown} onChoose={setChosen} />
            <VersionHead
              shown={shown}
              data={data}
              hasDraft={draft !== undefined}
              onBegin={() => void begin()}
            />
            {shown.state === "draft" ? (
              <Writing key={shown.id} draft={shown} hasEarlier={data.versions.length > 1} />
            ) : (
              <Reading version={shown} />
            )}
          </>
        ) : (
          <Empty words={t("agenda-unwritten")}>
            <Button kind="primary" onPress={() => void begin()}>
              <PencilLine size={15} aria-hidden />
              {t("agenda-begin")}
            </Button>
          </Empty>
        )}
      </section>
      <aside aria-label={t("results")}>
        {shown && shown.state !== "draft" && <OfVersion results={shown.results} />}
        <div className="section-head">
          <h2>{t("results")}</h2>
          <Button kind="ghost" onPress={() => onOpen({ what: "new-result" })}>
            <Plus size={15} aria-hidden />
            {t("add-result")}
          </Button>
        </div>
        {shown && shown.state !== "draft" && <p className="note">{t("agenda-results-today")}</p>}
        <Results results={data.results} onOpen={onOpen} />
      </aside>
    </div>
  );
}

function VersionChoice({
  versions,
  shown,
  onChoose,
}: {
  versions: readonly AgendaVersion[];
  shown: AgendaVersion;
  onChoose: (id: string) => void;
}) {
  if (versions.length < 2) return null;
  const options = versions.map((one) => ({
    value: one.id,
    label:
      one.state === "draft" ? versionWords(one) : t("agenda-version", { version: one.version }),
  }));
  return (
    <div className="version-choice">
      {versions.length <= 3 ? (
        <Segmented
          label={t("agenda-showing")}
          value={shown.id}
          options={[...options].reverse()}
          onChange={onChoose}
        />
      ) : (
        <Select
          label={t("agenda-showing")}
          value={shown.id}
          options={options}
          onChange={onChoose}
        />
      )}
    </div>
  );
}

function VersionHead({
  shown,
  data,
  hasDraft,
  onBegin,
}: {
  shown: AgendaVersion;
  data: Agenda;
  hasDraft: boolean;
  onBegin: () => void;
}) {
  const [isAdopting, setIsAdopting] = useState(false);
  const toast = useToast();
  const isDraft = shown.state === "draft";
  const inForce = data.versions.find(({ state }) => state === "in_force");

  async function discard() {
    try {
      await call("discard_agenda_draft", {});
      toast(t("agenda-discarded"), wayBack());
    } catch (error) {
      toast(errorWords(error));
    }
  }

  return (
    <>
      <div className="section-head version-head">
        <h2>
          {versionWords(shown)}{" "}
          <span className={`version-state ${shown.state}`}>
            {isDraft ? <PencilLine size={13} aria-hidden /> : <Lock size={13} aria-hidden />}
            {t(STATES[shown.state] ?? "agenda-earlier")}
          </span>
        </h2>
        {isDraft ? (
          <>
            <Button kind="ghost" onPress={() => void discard()}>
              {t("agenda-discard")}
            </Button>
            <Button kind="primary" onPress={() => setIsAdopting(true)}>
              {t("agenda-adopt")}
            </Button>
          </>
        ) : (
          !hasDraft && (
            <Button onPress={onBegin}>
              <PencilLine size={15} aria-hidden />
              {t("agenda-start")}
            </Button>
          )
        )}
      </div>
      <p className="note">
        {isDraft
          ? `${t("agenda-draft-help")} ${
              inForce
                ? t("agenda-draft-beside", { version: inForce.version })
                : t("agenda-draft-alone")
            }`
          : shown.state === "in_force"
            ? `${t("agenda-locked")} ${t("agenda-signed-count", {
                signed: shown.signedActive,
                count: data.activePartners,
              })}`
            : t("agenda-locked")}
      </p>
      {isAdopting && (
        <Adopt version={shown.version} today={data.today} onClose={() => setIsAdopting(false)} />
      )}
    </>
  );
}

const STATES: Record<string, string> = {
  draft: "agenda-draft",
  in_force: "agenda-in-force",
  earlier: "agenda-earlier",
};

function Writing({ draft, hasEarlier }: { draft: AgendaVersion; hasEarlier: boolean }) {
  const save = (part: string) => (text: string) => call("write_agenda_part", { part, text });
  return (
    <Suspense fallback={<Loading />}>
      <div className="agenda-fields">
        {PARTS.map(({ name, part }) => (
          <ProseEditor
            key={part}
            label={t(`agenda-${name}`)}
            help={t(`agenda-${name}-help`)}
            value={draft.text[name]}
            onSave={save(part)}
          />
        ))}
        {hasEarlier && (
          <ProseEditor
            label={t("agenda-note")}
            help={t("agenda-note-help")}
            value={draft.note}
            onSave={save("note")}
          />
        )}
      </div>
    </Suspense>
  );
}

function Reading({ version }: { version: AgendaVersion }) {
  return (
    <>
      {version.note !== "" && (
        <section className="section agenda-news" aria-label={t("agenda-note")}>
          <h3>{t("agenda-note")}</h3>
          <Prose text={version.note} />
        </section>
      )}
      {PARTS.map(({ name }) => (
        <section key={name} className="section" aria-label={t(`agenda-${name}`)}>
          <h3>{t(`agenda-${name}`)}</h3>
          {version.text[name] === "" ? (
            <p className="quiet">{t("agenda-text-empty")}</p>
          ) : (
            <Prose text={version.text[name]} />
          )}
        </section>
      ))}
    </>
  );
}

function OfVersion({ results }: { results: readonly VersionResult[] }) {
  return (
    <section className="of-version" aria-label={t("agenda-results-of")}>
      <div className="section-head">
        <h2>{t("agenda-results-of")}</h2>
      </div>
      {results.length === 0 && <p className="empty">{t("none-yet")}</p>}
      <ol className="version-results">
        {results.map((result) => (
          <li key={result.name}>
            {result.name}
            <span className="quiet small">{result.population}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
