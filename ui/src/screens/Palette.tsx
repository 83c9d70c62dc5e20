/** Everything an initiative holds, and every command, by typing. */
import {
  keepPreviousData,
  type QueryClient,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import { ArrowLeft, Search } from "lucide-react";
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";
import type { SearchAnswer, TextRun } from "../ipc/generated";
import { group, measure, partner, search } from "../ipc/queries";
import { Button } from "../shared/controls";
import { Dialog } from "../shared/layers";
import { type Place, useNavigation } from "../shared/navigation";
import { Failed } from "../shared/states";
import { t } from "../text/texts";
import { type Acts, commandsOf, matching } from "./commands";
import { placeOf } from "./found";

/** Commands shown beside what was found, so that they never crowd it out. */
const MOST_COMMANDS = 5;
const MOST_RECENT = 7;

type Line = {
  key: string;
  words: ReactNode;
  below?: ReactNode;
  beside?: string;
  /** Whether picking it leaves the palette open. */
  stays?: boolean;
  run: () => void;
};
type Group = { key: string; title: string; lines: Line[] };

export default function Palette({ onClose, ...acts }: { onClose: () => void } & Omit<Acts, "go">) {
  const { go, recent } = useNavigation();
  const queries = useQueryClient();
  const [typed, setTyped] = useState("");
  const [only, setOnly] = useState<string | null>(null);
  const [at, setAt] = useState(0);
  /** Enter was pressed before the answer to what is typed was there. */
  const [isWaiting, setIsWaiting] = useState(false);
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const text = typed.trim();

  const query = useQuery({
    ...search(text, only),
    enabled: text !== "",
    placeholderData: keepPreviousData,
    // A file that is still being read has more to say in a moment.
    refetchInterval: ({ state }) => (state.data && !state.data.isComplete ? 250 : false),
    gcTime: 10_000,
  });
  const answer = text === "" ? undefined : query.data;

  const commands = commandsOf({ ...acts, go });
  const groups: Group[] = [];
  if (text === "") {
    const visited = recent.slice(1).flatMap((place) => {
      const words = placeWords(place, queries);
      return words ? [{ key: `recent-${words}`, words, run: () => go(place) }] : [];
    });
    if (visited.length > 0)
      groups.push({
        key: "recent",
        title: t("palette-recent"),
        lines: visited.slice(0, MOST_RECENT),
      });
  }
  if (only === null) {
    const shown = text === "" ? commands : matching(commands, text).slice(0, MOST_COMMANDS);
    if (shown.length > 0)
      groups.push({ key: "commands", title: t("palette-commands"), lines: shown });
  }
  for (const found of answer?.groups ?? []) {
    const lines: Line[] = found.hits.map((hit) => ({
      key: hit.key,
      words: <Runs runs={hit.title} />,
      below: hit.snippet.length > 0 ? <Runs runs={hit.snippet} /> : undefined,
      beside: hit.about,
      run: () => go(placeOf(found.kind, hit)),
    }));
    const title = t(`many-${found.kind}`);
    if (found.hasMore && only === null)
      lines.push({
        key: `${found.kind}-more`,
        words: <span className="quiet">{t("palette-more", { kind: title })}</span>,
        stays: true,
        run: () => narrow(found.kind),
      });
    groups.push({ key: found.kind, title, lines });
  }
  const lines = groups.flatMap((one) => one.lines);
  const place = Math.min(at, lines.length - 1);
  const current = lines[place];
  const isSettled = text === "" || (answer !== undefined && !query.isPlaceholderData);
  // Commands are known at once; a record only counts when it answers what is typed now.
  const isCurrent = isSettled || groups[0]?.key === "commands";

  function narrow(kind: string | null) {
    setOnly(kind);
    setAt(0);
    input.current?.focus();
  }

  function pick(line: Line | undefined) {
    if (!line) return;
    if (!line.stays) onClose();
    line.run();
  }

  function onKeyDown(event: KeyboardEvent) {
    const last = lines.length - 1;
    if (event.key === "ArrowDown") setAt(place >= last ? 0 : place + 1);
    else if (event.key === "ArrowUp") setAt(place <= 0 ? last : place - 1);
    else if (event.key === "PageDown") setAt(Math.min(place + 8, last));
    else if (event.key === "PageUp") setAt(Math.max(place - 8, 0));
    else if (event.key === "Enter" && isCurrent) pick(current);
    else if (event.key === "Enter") setIsWaiting(true);
    else if (event.key === "Backspace" && typed === "" && only !== null) narrow(null);
    else return;
    event.preventDefault();
  }

  useEffect(() => {
    if (place === 0) list.current?.scrollTo?.({ top: 0 });
    else
      list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView?.({ block: "nearest" });
  }, [place]);

  useEffect(() => {
    if (!isWaiting || !isSettled) return;
    setIsWaiting(false);
    pick(current);
  });

  const isNothing = isSettled && text !== "" && lines.length === 0 && answer !== undefined;
  return (
    <Dialog title={t("palette-open")} place="top" onClose={onClose}>
      <div className="palette">
        <div className="palette-field">
          <Search className="icon" size={16} aria-hidden />
          {only !== null && (
            <Button kind="ghost" aria-label={t("palette-back")} onPress={() => narrow(null)}>
              <ArrowLeft size={14} aria-hidden />
              {t("palette-only", { kind: t(`many-${only}`) })}
            </Button>
          )}
          <input
            ref={input}
            role="combobox"
            aria-expanded={lines.length > 0}
            aria-autocomplete="list"
            aria-controls={`${id}-list`}
            aria-activedescendant={current ? `${id}-${current.key}` : undefined}
            aria-label={t("palette-open")}
            placeholder={t("palette-open")}
            spellCheck={false}
            autoComplete="off"
            value={typed}
            autoFocus
            onChange={(event) => {
              setTyped(event.target.value);
              setAt(0);
              setIsWaiting(false);
            }}
            onKeyDown={onKeyDown}
          />
        </div>
        <Notes answer={answer} />
        {query.isError && text !== "" && <Failed error={query.error} />}
        {isNothing && (
          <div className="palette-none">
            <p>{t("found-nothing", { text })}</p>
            <p className="quiet small">{t("found-nothing-help")}</p>
          </div>
        )}
        <div
          ref={list}
          id={`${id}-list`}
          className="palette-list"
          role="listbox"
          aria-label={t("palette-open")}
          tabIndex={-1}
          hidden={lines.length === 0}
        >
          {groups.map((one) => (
            <div key={one.key} role="group" aria-labelledby={`${id}-${one.key}-title`}>
              <div className="palette-title" id={`${id}-${one.key}-title`} role="presentation">
                {one.title}
              </div>
              {one.lines.map((line) => (
                <div
                  key={line.key}
                  id={`${id}-${line.key}`}
                  role="option"
                  className="palette-line"
                  aria-selected={line === current}
                  tabIndex={-1}
                  onMouseDown={(event) => event.preventDefault()}
                  onClick={() => pick(line)}
                >
                  <span className="palette-words">
                    <span className="clip">{line.words}</span>
                    {line.beside && <span className="quiet small clip">{line.beside}</span>}
                  </span>
                  {line.below && <span className="palette-below quiet small">{line.below}</span>}
                </div>
              ))}
            </div>
          ))}
        </div>
        <div className="palette-foot quiet small">
          <span>{t("palette-keys")}</span>
          <span role="status">
            {isSettled && text !== "" ? t("palette-counted", { count: lines.length }) : ""}
          </span>
        </div>
      </div>
    </Dialog>
  );
}

/** What has to be known of an answer before believing it. */
function Notes({ answer }: { answer: SearchAnswer | undefined }) {
  if (!answer) return null;
  const notes = [
    answer.corrected !== null && t("found-instead", { text: answer.corrected }),
    answer.isPartial && t("found-partly"),
    !answer.isComplete && t("palette-reading"),
  ].filter((note) => note !== false);
  if (notes.length === 0) return null;
  return (
    <div className="palette-notes small" role="status">
      {notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
    </div>
  );
}

function Runs({ runs }: { runs: TextRun[] }) {
  return runs.map((run, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text have only their order.
    run.isFound ? <mark key={index}>{run.text}</mark> : <span key={index}>{run.text}</span>,
  );
}

/** A place as it was last seen; none where its name is not known any more. */
function placeWords(place: Place, queries: QueryClient): string | null {
  if (place.screen === "measure")
    return queries.getQueryData(measure(place.id).queryKey)?.form.name ?? null;
  if (place.screen === "partner")
    return queries.getQueryData(partner(place.id).queryKey)?.form.name ?? null;
  if (place.screen === "group")
    return queries.getQueryData(group(place.id).queryKey)?.form.name ?? null;
  if (place.screen === "groups") return t("working-groups");
  if (place.screen === "contacts") return t("contacts");
  if (place.screen === "import") return t("import");
  if (place.screen === "splits") return t("splits");
  if (place.screen === "requests") return t("requests");
  return t(`screen-${place.screen}`);
}
