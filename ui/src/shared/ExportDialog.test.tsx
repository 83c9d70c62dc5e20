import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import axe from "axe-core";
import { beforeEach, expect, test, vi } from "vitest";
import { answerWith } from "../ipc/client";
import { type Exportable, ExportDialog } from "./ExportDialog";

const asked = vi.fn<(name: string, request: unknown) => void>();

beforeEach(() => {
  asked.mockClear();
  answerWith((async (name: string, request: { audience: string }) => {
    asked(name, request);
    if (name === "check_export") {
      const hidden = request.audience === "internal" ? 0 : 2;
      return {
        count: hidden ? "Partners: 40 figures shown, 2 hidden" : "The team: 42 figures shown",
        hidden,
        warnings: hidden ? ["Readiness, 2024–25, Asian: it can be worked out"] : [],
      };
    }
    return { fileName: "readings.csv" };
  }) as never);
});

function shown(choices: Exportable[]) {
  const onClose = vi.fn();
  const view = render(
    <QueryClientProvider client={new QueryClient()}>
      <ExportDialog choices={choices} measure="m1" onClose={onClose} />
    </QueryClientProvider>,
  );
  return { onClose, view, user: userEvent.setup() };
}

test("it says what will be hidden and warns before anything leaves", async () => {
  shown(["measure", "chart"]);
  expect(await screen.findByText("Partners: 40 figures shown, 2 hidden")).toBeTruthy();
  expect(screen.getByText(/it can be worked out/)).toBeTruthy();
  expect(asked).not.toHaveBeenCalledWith("export_data", expect.anything());
});

test("the choice of what, form and audience is what leaves", async () => {
  const { user, onClose } = shown(["measure", "chart"]);
  await user.selectOptions(screen.getByLabelText("What"), "chart");
  await user.click(screen.getByRole("button", { name: "PNG picture" }));
  await user.click(screen.getByRole("button", { name: "The public" }));
  await user.click(screen.getByRole("button", { name: "Save" }));
  await waitFor(() => expect(onClose).toHaveBeenCalled());
  expect(asked).toHaveBeenCalledWith("export_data", {
    what: "chart",
    format: "png",
    audience: "public",
    measure: "m1",
    parts: null,
  });
});

test("meetings stay with the team", async () => {
  shown(["meetings"]);
  expect(await screen.findByText("The team: 42 figures shown")).toBeTruthy();
  expect(screen.queryByRole("button", { name: "The public" })).toBeNull();
});

test("nothing about it keeps anyone out", async () => {
  const { view } = shown(["measure", "chart"]);
  await screen.findByText("Partners: 40 figures shown, 2 hidden");
  const found = await axe.run(view.baseElement, {
    rules: { "color-contrast": { enabled: false }, region: { enabled: false } },
  });
  expect(found.violations.map((violation) => violation.id)).toEqual([]);
});
