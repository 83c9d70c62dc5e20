/** The window: first screen without a file, the frame around all others with one. */
import { QueryClient, QueryClientProvider, useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { followChanges } from "./ipc/changes";
import { call } from "./ipc/client";
import { overview, session } from "./ipc/queries";
import { FirstRun } from "./screens/FirstRun";
import { Frame } from "./screens/Frame";
import { AskReason } from "./shared/AskReason";
import { NavigationProvider } from "./shared/navigation";
import { Loaded } from "./shared/states";
import { Toasts } from "./shared/toasts";

const queries = new QueryClient();
followChanges(queries);
// The first screen is asked for together with what stands around it.
void queries.prefetchQuery(overview());

export function App() {
  return (
    <QueryClientProvider client={queries}>
      <Toasts>
        <Window />
        <AskReason />
      </Toasts>
    </QueryClientProvider>
  );
}

function Window() {
  const state = useQuery(session());
  const theme = state.data?.settings.theme;
  const isReady = state.data !== undefined;
  useEffect(() => {
    if (theme) document.documentElement.dataset.theme = theme;
  }, [theme]);
  useEffect(() => {
    if (isReady) void call("window_ready", {});
  }, [isReady]);
  return (
    <Loaded query={state}>
      {(data) =>
        data.file ? (
          <NavigationProvider key={data.file.fileName}>
            <Frame state={data} file={data.file} />
          </NavigationProvider>
        ) : (
          <FirstRun state={data} />
        )
      }
    </Loaded>
  );
}
