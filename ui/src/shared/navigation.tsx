/** Where the window is, with a way back and forward. */
import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from "react";

/** Parts of the agenda's screen. */
export type AgendaView = "texts" | "theory" | "versions" | "endorsements";

/** What a new activity begins with, by ids. */
export type ActivityStart = {
  strategy?: string;
  measure?: string;
  lead?: string;
  population?: string;
  place?: string;
};

/** An activity to open, or what a new one begins with. */
export type ActivityToOpen = { id: string } | ActivityStart;

/** A meeting, decision or action item to open; a new one without an id. */
export type TalkToOpen = { what: "meeting" | "decision" | "item"; id?: string };

/** A place in the window. `tag` is the tag a list is to be filtered by. */
export type Place =
  | { screen: "agenda"; view?: AgendaView }
  | { screen: "measurement"; newUnder?: string; tag?: string }
  | { screen: "activities"; open?: ActivityToOpen; tag?: string }
  | { screen: "communication"; open?: TalkToOpen }
  | { screen: "partners"; isNew?: boolean; tag?: string }
  | { screen: "overview" | "splits" | "requests" | "tags" }
  | { screen: "reports"; kind?: string; partner?: string }
  | { screen: "groups" | "contacts" | "network" }
  | { screen: "partner" | "group" | "activity"; id: string }
  | { screen: "measure"; id: string; mend?: string }
  | { screen: "import"; measure: string | null };

type Navigation = {
  place: Place;
  /** Where the window was before, latest first, each once. */
  recent: Place[];
  go: (place: Place) => void;
  back: () => void;
  forward: () => void;
};

const START: Place = { screen: "overview" };
const NavigationContext = createContext<Navigation>({
  place: START,
  recent: [],
  go: () => {},
  back: () => {},
  forward: () => {},
});

export function NavigationProvider({ children }: { children: ReactNode }) {
  const [trail, setTrail] = useState<{ places: Place[]; at: number }>({ places: [START], at: 0 });
  const go = useCallback((place: Place) => {
    setTrail(({ places, at }) => ({ places: [...places.slice(0, at + 1), place], at: at + 1 }));
  }, []);
  const move = useCallback((by: number) => {
    setTrail(({ places, at }) => ({
      places,
      at: Math.min(Math.max(at + by, 0), places.length - 1),
    }));
  }, []);
  const navigation = useMemo<Navigation>(
    () => ({
      place: trail.places[trail.at] ?? START,
      recent: distinct(trail.places),
      go,
      back: () => move(-1),
      forward: () => move(1),
    }),
    [trail, go, move],
  );
  return <NavigationContext.Provider value={navigation}>{children}</NavigationContext.Provider>;
}

/** The latest places first, each once and as it was visited last. */
function distinct(places: Place[]): Place[] {
  const found = new Map<string, Place>();
  for (const place of [...places].reverse()) {
    const key = `${place.screen} ${"id" in place ? place.id : ""}`;
    if (!found.has(key)) found.set(key, place);
  }
  return [...found.values()];
}

export function useNavigation(): Navigation {
  return useContext(NavigationContext);
}
