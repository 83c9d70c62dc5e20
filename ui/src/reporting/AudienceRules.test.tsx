import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import axe from "axe-core";
import { expect, test } from "vitest";
import { CoreError } from "../ipc/client";
import type { AudienceRuleForm } from "../ipc/generated";
import { withCore } from "../testing/core";
import { AudienceRules } from "./AudienceRules";

const rule = (audience: string, denominatorFloor: string): AudienceRuleForm => ({
  audience,
  denominatorFloor,
  numeratorFloor: "",
  codesTails: audience === "public",
});

async function shown(set: () => Record<string, never> = () => ({})) {
  const core = withCore(
    {
      read_audience_rules: () => [
        rule("internal", ""),
        rule("partners", "5"),
        rule("public", "10"),
      ],
      set_audience_rule: set,
      undo: () => ({}) as never,
    },
    <AudienceRules onClose={() => {}} />,
  );
  const form = await screen.findByRole("form", { name: "The public" });
  return { ...core, form, user: userEvent.setup() };
}

const people = (form: HTMLElement) =>
  within(form).getByLabelText("Hide figures on fewer people than");

test("a rule is set for its audience alone, and can be taken back", async () => {
  const { form, user, requests } = await shown();
  const save = within(form).getByRole("button", { name: "Save" });
  expect(save.hasAttribute("disabled"), "nothing has changed yet").toBe(true);
  await user.clear(people(form));
  await user.type(people(form), "20{Enter}");
  expect(requests("set_audience_rule")).toEqual([rule("public", "20")]);
  await user.click(await screen.findByRole("button", { name: "Undo" }));
  expect(requests("undo").length).toBe(1);
});

test("what cannot be a number of people is said at its field, and stays there", async () => {
  const { form, user } = await shown(() => {
    throw new CoreError({ code: "invalid", field: "denominatorFloor", detail: "not_a_number" });
  });
  await user.clear(people(form));
  await user.type(people(form), "ten{Enter}");
  await within(form).findByDisplayValue("ten");
  expect(people(form).getAttribute("aria-invalid")).toBe("true");
  const partners = screen.getByRole("form", { name: "Partners" });
  expect(people(partners).getAttribute("aria-invalid"), "the others are as they were").not.toBe(
    "true",
  );
});

test("nothing about the rules keeps anyone out", async () => {
  const { baseElement } = await shown();
  const found = await axe.run(baseElement, {
    rules: { "color-contrast": { enabled: false }, region: { enabled: false } },
  });
  expect(found.violations.map((violation) => violation.id)).toEqual([]);
});
