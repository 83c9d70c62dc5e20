/** A core for component tests: answers by command, and remembers what it was asked. */
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render } from "@testing-library/react";
import type { ReactNode } from "react";
import { answerWith } from "../ipc/client";
import type { Commands } from "../ipc/generated";
import { NavigationProvider } from "../shared/navigation";
import { Toasts } from "../shared/toasts";

type Name = keyof Commands;
type Answers = {
  [Command in Name]?: (
    request: Commands[Command]["request"],
  ) => Commands[Command]["response"] | Promise<Commands[Command]["response"]>;
};

/** Shows something that speaks to a core which gives these answers. */
export function withCore(answers: Answers, shown: ReactNode) {
  const asked: { name: Name; request: unknown }[] = [];
  answerWith(async (name, request) => {
    asked.push({ name, request });
    const answer = answers[name];
    if (!answer) throw new Error(`nobody answers ${name}`);
    return answer(request);
  });
  const queries = new QueryClient();
  const view = render(
    <QueryClientProvider client={queries}>
      <NavigationProvider>
        <Toasts>{shown}</Toasts>
      </NavigationProvider>
    </QueryClientProvider>,
  );
  /** What a command was asked, call by call. */
  const requests = <Command extends Name>(name: Command) =>
    asked
      .filter((one) => one.name === name)
      .map((one) => one.request) as Commands[Command]["request"][];
  return { ...view, queries, requests };
}
