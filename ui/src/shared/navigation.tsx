/** Where the window is, with a way back and forward. */
import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from "react";

/** Parts of the agenda's screen. */
export type AgendaView = "texts" | "theory" | "versions" | "endorsements";

/** An activity to open, or what a new one begins with. */
export type ActivityToOpen = { id: string } | { strategy?: string; measure?: string };

/** A place in the window. */
export type Place =
  | { screen: "agenda"; view?: AgendaView }
  | { screen: "measurement"; newUnder?: string }
  | { screen: "activities"; open?: ActivityToOpen }
  | { screen: "overview" | "communication" | "partners" | "splits" | "requests" }
  | { screen: "reports"; kind?: string; partner?: string }
  | { screen: "partner" | "group" | "activity"; id: string }
  | { screen: "groups" | "contacts" }
  | { screen: "measure"; id: string; mend?: string }
  | { screen: "import"; measure: string | null };

type Navigation = {
  place: Place;
  go: (place: Place) => void;
  back: () => void;
  forward: () => void;
};

const START: Place = { screen: "overview" };
const NavigationContext = createContext<Navigation>({
  place: START,
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
      go,
      back: () => move(-1),
      forward: () => move(1),
    }),
    [trail, go, move],
  );
  return <NavigationContext.Provider value={navigation}>{children}</NavigationContext.Provider>;
}

export function useNavigation(): Navigation {
  return useContext(NavigationContext);
}
