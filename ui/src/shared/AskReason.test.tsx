import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import axe from "axe-core";
import { beforeEach, expect, test } from "vitest";
import { answerWith, CoreError, call } from "../ipc/client";
import { AskReason } from "./AskReason";

let asked: [string, string | undefined][] = [];

/** A core that keeps 2024 closed. */
beforeEach(() => {
  asked = [];
  answerWith(async (name, _request, reason) => {
    asked.push([name, reason]);
    if (reason === undefined) {
      throw new CoreError({ code: "period_closed", field: null, detail: "2024" });
    }
    return { count: 2 } as never;
  });
});

const change = () => call("finalize_readings", { measure: null, period: "2024" });

test("a change of a closed period asks for a reason and is repeated with it", async () => {
  const user = userEvent.setup();
  render(<AskReason />);
  const done = change();
  await screen.findByText("2024 is closed");
  expect(
    (await axe.run(document.body, { rules: { region: { enabled: false } } })).violations,
  ).toEqual([]);
  await user.keyboard("The district confirmed them{Enter}");
  expect(await done).toEqual({ count: 2 });
  expect(asked).toEqual([
    ["finalize_readings", undefined],
    ["finalize_readings", "The district confirmed them"],
  ]);
});

test("without a reason the refusal stands and nothing is repeated", async () => {
  const user = userEvent.setup();
  render(<AskReason />);
  const refused = change().then(
    () => "done",
    (error: CoreError) => error.code,
  );
  await screen.findByText("2024 is closed");
  await user.click(screen.getByRole("button", { name: "Cancel" }));
  expect(await refused).toBe("period_closed");
  expect(asked.length).toBe(1);
});
