/** Rail, top bar, keyboard and the screen between them. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import {
  ChartLine,
  Check,
  FileText,
  History,
  LayoutGrid,
  MessageSquareText,
  NotebookText,
  Redo2,
  Search,
  Settings2,
  Table2,
  Undo2,
  Users,
} from "lucide-react";
import { lazy, type ReactNode, Suspense, useCallback, useEffect, useState } from "react";
import { call } from "../ipc/client";
import type { OpenFile, SessionState, Step } from "../ipc/generated";
import { activity, group, measure, partner } from "../ipc/queries";
import { IconButton } from "../shared/controls";
import { type Place, useNavigation } from "../shared/navigation";
import { errorWords, Loading } from "../shared/states";
import { useToast } from "../shared/toasts";
import { t } from "../text/texts";
import { Overview } from "./Overview";

const Agenda = lazy(() => import("../agenda/Agenda"));
const MeasureList = lazy(() => import("../measurement/MeasureList"));
const Measure = lazy(() => import("../measurement/Measure"));
const Breakdowns = lazy(() => import("../measurement/Breakdowns"));
const Import = lazy(() => import("../measurement/import/Import"));
const Requests = lazy(() => import("../measurement/requests/Requests"));
const Activities = lazy(() => import("../activities/Activities"));
const ActivityPage = lazy(() => import("../activities/ActivityPage"));
const Communication = lazy(() => import("../communication/Communication"));
const Groups = lazy(() => import("../communication/Groups"));
const GroupPage = lazy(() => import("../communication/GroupPage"));
const Partners = lazy(() => import("../partners/Partners"));
const Contacts = lazy(() => import("../partners/Contacts"));
const Network = lazy(() => import("../partners/network/Network"));
const PartnerPage = lazy(() => import("../partners/PartnerPage"));
const Reports = lazy(() => import("../reporting/Reports"));
const HistoryPanel = lazy(() => import("./HistoryPanel"));
const Palette = lazy(() => import("./Palette"));
const Settings = lazy(() => import("./Settings"));
const Tags = lazy(() => import("./Tags"));
const Shortcuts = lazy(() => import("./Shortcuts"));

/** The rail's entries, in the order of Ctrl+1 … Ctrl+7. */
export const SECTIONS = [
  { screen: "overview", icon: LayoutGrid },
  { screen: "agenda", icon: FileText },
  { screen: "measurement", icon: ChartLine },
  { screen: "activities", icon: Table2 },
  { screen: "communication", icon: MessageSquareText },
  { screen: "partners", icon: Users },
  { screen: "reports", icon: NotebookText },
] as const;

/** Screens that belong to an entry of the rail. */
const WITHIN: Record<string, (typeof SECTIONS)[number]["screen"]> = {
  measure: "measurement",
  import: "measurement",
  splits: "measurement",
  requests: "measurement",
  activity: "activities",
  partner: "partners",
  contacts: "partners",
  network: "partners",
  groups: "communication",
  group: "communication",
};

/** A step in words: “Record reading: Kindergarten readiness”. */
export function stepWords(step: Step): string {
  const name = t(`op-${step.op}`);
  return step.detail ? t("step-of", { step: name, detail: step.detail }) : name;
}

export function Frame({ state, file }: { state: SessionState; file: OpenFile }) {
  const { place, go, back, forward } = useNavigation();
  const queries = useQueryClient();
  const toast = useToast();
  const [panel, setPanel] = useState<"history" | "palette" | "shortcuts" | "settings" | null>(null);

  const fail = useCallback((error: unknown) => toast(errorWords(error)), [toast]);

  const travel = useCallback(
    async (name: "undo" | "redo") => {
      const step = name === "undo" ? state.undo.undo : state.undo.redo;
      if (!step) return;
      try {
        await call(name, {});
        toast(t(`${name}-done`, { step: stepWords(step) }));
      } catch (error) {
        toast(errorWords(error));
      }
    },
    [state.undo, toast],
  );

  // The index of search is made while nobody waits for it; a file closed meanwhile ends that.
  useEffect(() => {
    const later = setTimeout(() => void call("prepare_search", {}).catch(() => {}), 600);
    return () => clearTimeout(later);
  }, []);

  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      const isCommand = event.ctrlKey || event.metaKey;
      const isTyping =
        event.target instanceof HTMLElement &&
        (event.target.matches("input, textarea, select") || event.target.isContentEditable);
      const section = SECTIONS[Number(event.key) - 1];
      if (event.altKey && event.key === "ArrowLeft") back();
      else if (event.altKey && event.key === "ArrowRight") forward();
      else if (isCommand && section) go({ screen: section.screen });
      else if (isCommand && event.key.toLowerCase() === "z" && !isTyping)
        void travel(event.shiftKey ? "redo" : "undo");
      else if (isCommand && event.key.toLowerCase() === "y" && !isTyping) void travel("redo");
      else if (isCommand && event.key.toLowerCase() === "k") setPanel("palette");
      else if (isCommand && event.key === "o")
        void call("open_initiative", {}).catch((error) => toast(errorWords(error)));
      else if (isCommand && (event.key === "e" || event.key === "p")) go({ screen: "reports" });
      else if (event.key === "F6") focusNextRegion(event.shiftKey);
      else if (event.key === "?" && !isTyping) setPanel("shortcuts");
      else return;
      event.preventDefault();
    }
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [go, back, forward, travel, toast]);

  const { undo, redo } = state.undo;
  return (
    <div className="app">
      <nav className="rail" aria-label={t("rail")}>
        <button
          type="button"
          className="file"
          title={t("close-file", { folder: file.folder })}
          onClick={() => void call("close_initiative", {})}
        >
          <span className="mono" aria-hidden>
            {file.initiative.slice(0, 2)}
          </span>
          <span className="file-text">
            <b className="clip">{file.initiative}</b>
            <span className="clip">{file.fileName}</span>
          </span>
        </button>
        {SECTIONS.map(({ screen, icon: Icon }) => (
          <RailEntry
            key={screen}
            screen={screen}
            icon={<Icon className="icon" size={17} aria-hidden />}
            isCurrent={place.screen === screen || WITHIN[place.screen] === screen}
            badge={badge(screen, file)}
            onGo={() => go({ screen } as Place)}
          />
        ))}
        <div className="rail-foot">
          {file.isSample && (
            <div className="sample-mark">
              <b>{t("sample-mark")}</b>
              {t("sample-mark-help")}
            </div>
          )}
          <button
            type="button"
            className="nav"
            title={t("settings")}
            onClick={() => setPanel("settings")}
          >
            <Settings2 className="icon" size={17} aria-hidden />
            <span className="label">{t("settings")}</span>
          </button>
        </div>
      </nav>
      <div className="column">
        <header className="topbar">
          <Crumbs place={place} />
          <button type="button" className="palette-button" onClick={() => setPanel("palette")}>
            <Search className="icon" size={14} aria-hidden />
            <span>{t("palette-open")}</span>
            <kbd>{t("key-palette")}</kbd>
          </button>
          <div className="topbar-end">
            {file.savedAt && (
              <span className="saved">
                <Check className="icon" size={14} aria-hidden />
                {t("saved-at", { time: file.savedAt })}
              </span>
            )}
            <IconButton
              label={undo ? t("undo-step", { step: stepWords(undo) }) : t("undo-nothing")}
              isDisabled={!undo}
              onPress={() => void travel("undo")}
            >
              <Undo2 size={16} aria-hidden />
            </IconButton>
            <IconButton
              label={redo ? t("redo-step", { step: stepWords(redo) }) : t("redo-nothing")}
              isDisabled={!redo}
              onPress={() => void travel("redo")}
            >
              <Redo2 size={16} aria-hidden />
            </IconButton>
            <IconButton label={t("history")} onPress={() => setPanel("history")}>
              <History size={16} aria-hidden />
            </IconButton>
          </div>
        </header>
        <main tabIndex={-1}>
          <Suspense fallback={<Loading />}>
            <Screen place={place} today={state.today} />
          </Suspense>
        </main>
      </div>
      <Suspense fallback={null}>
        {panel === "history" && <HistoryPanel onClose={() => setPanel(null)} />}
        {panel === "palette" && (
          <Palette
            state={state}
            sections={SECTIONS}
            travel={(way) => void travel(way)}
            step={(way) => {
              const step = state.undo[way];
              return step && stepWords(step);
            }}
            show={setPanel}
            setTheme={(theme) =>
              void call("change_settings", { ...state.settings, theme })
                .then(() => queries.invalidateQueries({ queryKey: ["session_state"] }))
                .catch(fail)
            }
            fail={fail}
            onClose={() => setPanel(null)}
          />
        )}
        {panel === "shortcuts" && <Shortcuts onClose={() => setPanel(null)} />}
        {panel === "settings" && <Settings state={state} onClose={() => setPanel(null)} />}
      </Suspense>
    </div>
  );
}

function badge(screen: string, file: OpenFile): { count: number; words: string } | null {
  if (screen === "measurement" && file.measuresDue > 0)
    return { count: file.measuresDue, words: t("badge-due", { count: file.measuresDue }) };
  if (screen === "communication" && file.actionsOverdue > 0)
    return { count: file.actionsOverdue, words: t("badge-late", { count: file.actionsOverdue }) };
  return null;
}

function RailEntry({
  screen,
  icon,
  isCurrent,
  badge,
  onGo,
}: {
  screen: string;
  icon: ReactNode;
  isCurrent: boolean;
  badge: { count: number; words: string } | null;
  onGo: () => void;
}) {
  const name = t(`screen-${screen}`);
  return (
    <button
      type="button"
      className="nav"
      title={name}
      aria-current={isCurrent ? "page" : undefined}
      onClick={onGo}
    >
      {icon}
      <span className="label">{name}</span>
      {badge && (
        <span className="badge" title={badge.words}>
          {badge.count}
          <span className="hidden"> {badge.words}</span>
        </span>
      )}
    </button>
  );
}

function Screen({ place, today }: { place: Place; today: string }) {
  switch (place.screen) {
    case "overview":
      return <Overview today={today} />;
    case "agenda":
      return <Agenda key={place.view} view={place.view} />;
    case "measurement":
      return <MeasureList key={JSON.stringify(place)} newUnder={place.newUnder} tag={place.tag} />;
    case "measure":
      return <Measure key={place.id} id={place.id} mend={place.mend} />;
    case "splits":
      return <Breakdowns />;
    case "import":
      return <Import measure={place.measure} />;
    case "requests":
      return <Requests />;
    case "activities":
      return <Activities key={JSON.stringify(place)} toOpen={place.open} tag={place.tag} />;
    case "activity":
      return <ActivityPage key={place.id} id={place.id} />;
    case "communication":
      return <Communication key={JSON.stringify(place)} toOpen={place.open} />;
    case "groups":
      return <Groups />;
    case "group":
      return <GroupPage key={place.id} id={place.id} />;
    case "partners":
      return <Partners key={JSON.stringify(place)} isNew={place.isNew} tag={place.tag} />;
    case "tags":
      return <Tags />;
    case "contacts":
      return <Contacts />;
    case "network":
      return <Network />;
    case "partner":
      return <PartnerPage key={place.id} id={place.id} />;
    case "reports":
      return <Reports key={place.partner} kind={place.kind} partner={place.partner} />;
  }
}

function Crumbs({ place }: { place: Place }) {
  const { go } = useNavigation();
  const within = WITHIN[place.screen];
  const idOn = (screen: string) => ("id" in place && place.screen === screen ? place.id : "");
  const [measureId, partnerId, groupId] = [idOn("measure"), idOn("partner"), idOn("group")];
  const measured = useQuery({ ...measure(measureId), enabled: measureId !== "" }).data;
  const known = useQuery({ ...partner(partnerId), enabled: partnerId !== "" }).data;
  const activityId = idOn("activity");
  const work = useQuery({ ...activity(activityId), enabled: activityId !== "" }).data;
  const meeting = useQuery({ ...group(groupId), enabled: groupId !== "" }).data;
  return (
    <ol className="crumbs">
      <li>
        {within ? (
          <button type="button" onClick={() => go({ screen: within })}>
            {t(`screen-${within}`)}
          </button>
        ) : (
          t(`screen-${place.screen}`)
        )}
      </li>
      {place.screen === "group" && (
        <li>
          <button type="button" onClick={() => go({ screen: "groups" })}>
            {t("working-groups")}
          </button>
        </li>
      )}
      {place.screen === "measure" && <li>{measured?.form.name ?? t("measure")}</li>}
      {place.screen === "partner" && <li>{known?.form.name ?? t("partner")}</li>}
      {place.screen === "activity" && <li>{work?.name ?? t("activity")}</li>}
      {place.screen === "contacts" && <li>{t("contacts")}</li>}
      {place.screen === "network" && <li>{t("network")}</li>}
      {place.screen === "group" && <li>{meeting?.form.name ?? t("group")}</li>}
      {place.screen === "groups" && <li>{t("working-groups")}</li>}
      {place.screen === "import" && <li>{t("import")}</li>}
      {place.screen === "splits" && <li>{t("splits")}</li>}
      {place.screen === "requests" && <li>{t("requests")}</li>}
    </ol>
  );
}

function focusNextRegion(isBack: boolean) {
  const regions = [...document.querySelectorAll<HTMLElement>(".rail, .topbar, main")];
  const at = regions.findIndex((region) => region.contains(document.activeElement));
  const next = regions[(at + (isBack ? -1 : 1) + regions.length) % regions.length];
  const target = next?.matches("main") ? next : next?.querySelector<HTMLElement>("button");
  target?.focus();
}
