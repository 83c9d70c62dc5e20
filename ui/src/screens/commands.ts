/** What can be run from the palette: going to places, adding things, and what the window does. */
import { call } from "../ipc/client";
import type { SessionState, Theme } from "../ipc/generated";
import { KINDS } from "../reporting/kinds";
import type { Place } from "../shared/navigation";
import { t } from "../text/texts";

export type Command = { key: string; words: string; run: () => void };

/** What the frame does for the palette. */
export type Acts = {
  state: SessionState;
  sections: readonly { screen: string }[];
  go: (place: Place) => void;
  travel: (way: "undo" | "redo") => void;
  step: (way: "undo" | "redo") => string | null;
  show: (panel: "history" | "shortcuts" | "settings") => void;
  setTheme: (theme: Theme) => void;
  fail: (error: unknown) => void;
};

export function commandsOf(acts: Acts): Command[] {
  const { go, fail } = acts;
  const to = (key: string, words: string, place: Place): Command => ({
    key,
    words,
    run: () => go(place),
  });
  const act = (key: string, words: string, run: () => void): Command => ({ key, words, run });
  const visit = (name: string, place: Place) =>
    to(`go-${place.screen}`, t("palette-go", { place: name }), place);
  const undo = acts.step("undo");
  const redo = acts.step("redo");
  return [
    ...acts.sections.map(({ screen }) => visit(t(`screen-${screen}`), { screen } as Place)),
    visit(t("working-groups"), { screen: "groups" }),
    visit(t("requests"), { screen: "requests" }),
    visit(t("splits"), { screen: "splits" }),
    visit(t("network"), { screen: "network" }),
    visit(t("screen-tags"), { screen: "tags" }),
    to("add-measure", t("add-measure"), { screen: "measurement", newUnder: "" }),
    to("add-activity", t("add-activity"), { screen: "activities", open: {} }),
    to("add-partner", t("add-partner"), { screen: "partners", isNew: true }),
    to("add-meeting", t("add-meeting"), { screen: "communication", open: { what: "meeting" } }),
    to("add-decision", t("add-decision"), { screen: "communication", open: { what: "decision" } }),
    to("add-item", t("add-action-item"), { screen: "communication", open: { what: "item" } }),
    to("import", t("import-start"), { screen: "import", measure: null }),
    to("contacts", t("contacts"), { screen: "contacts" }),
    ...KINDS.map((kind) =>
      to(`report-${kind}`, t("palette-report", { kind: t(`report-${kind}`) }), {
        screen: "reports",
        kind,
      }),
    ),
    ...(undo ? [act("undo", t("undo-step", { step: undo }), () => acts.travel("undo"))] : []),
    ...(redo ? [act("redo", t("redo-step", { step: redo }), () => acts.travel("redo"))] : []),
    act("history", t("history"), () => acts.show("history")),
    act("settings", t("settings"), () => acts.show("settings")),
    act("shortcuts", t("shortcuts"), () => acts.show("shortcuts")),
    ...(["auto", "light", "dark", "contrast"] as const)
      .filter((theme) => theme !== acts.state.settings.theme)
      .map((theme) =>
        act(`look-${theme}`, t("palette-look", { look: t(`theme-${theme}`) }), () =>
          acts.setTheme(theme),
        ),
      ),
    act("copy", t("save-copy"), () => void call("save_copy", {}).catch(fail)),
    act("open", t("first-open"), () => void call("open_initiative", {}).catch(fail)),
    act("close", t("close-file-short"), () => void call("close_initiative", {}).catch(fail)),
  ];
}

const folded = (text: string) =>
  text
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .toLowerCase();

/** Commands that have every word typed at the beginning of one of theirs. */
export function matching(commands: readonly Command[], typed: string): Command[] {
  const wanted = folded(typed).split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return [];
  return commands.filter((command) => {
    const has = folded(command.words).split(/[^\p{L}\p{N}]+/u);
    return wanted.every((word) => has.some((own) => own.startsWith(word)));
  });
}
