import { fireEvent, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import axe from "axe-core";
import { expect, test, vi } from "vitest";
import { CoreError } from "../../ipc/client";
import { editorContent, editorMarkdown } from "./markdown";
import ProseEditor from "./ProseEditor";
import { pastedHtml, pastedLines } from "./pasted";

const again = (markdown: string) => editorMarkdown(editorContent(markdown));

test("the closed set comes back as it was", () => {
  for (const text of [
    "",
    "One paragraph.\n\nAnother one.",
    "All **children** read *well*, **_all_** of them.",
    "### Next\n\n- first\n- second\n  - within\n\n1. one\n2. two",
    "Line one\\\nline two",
    "3\\. is no list, \\* is a star, \\# no heading, a\\_b\\_c, 5 < 6 & more",
  ]) {
    expect(again(again(text))).toBe(again(text));
    expect(again(text).replace(/\\/g, "")).toBe(text.replace(/\\/g, ""));
  }
});

test("what is not in the closed set keeps its words", () => {
  expect(again("# Large\n\n> quoted\n\n`code` and [a page](https://example.org)")).toBe(
    "### Large\n\nquoted\n\ncode and a page (https://example.org)",
  );
  expect(again("See <https://example.org>.")).toBe("See https://example.org.");
  expect(again("<b>x</b> ![a house](h.png)")).toContain("a house");
  expect(again("one\ntwo")).toBe("one two");
});

test("spaces at the edge of bold words stand outside of it", () => {
  const text = (words: string, ...marks: string[]) => ({
    type: "text",
    text: words,
    marks: marks.map((type) => ({ type })),
  });
  const content = {
    type: "doc",
    content: [
      {
        type: "paragraph",
        content: [
          text("All "),
          text(" children ", "bold"),
          text("and", "bold", "italic"),
          text(" all", "italic"),
        ],
      },
      { type: "paragraph" },
    ],
  };
  expect(editorMarkdown(content)).toBe("All  **children _and_** *all*");
});

test("a list of Word becomes a list, and what only looks bold is bold", () => {
  const word = `<html><head><style>p{color:red}</style></head><body><!--StartFragment-->
    <p class=MsoNormal><b>We</b> agree<o:p></o:p></p>
    <p class=MsoListParagraphCxSpFirst style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp;</span></span>on one goal</p>
    <p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·<span>&nbsp;</span></span>on one way</p>
    <p style="color:red">and <span style="font-weight:700">act</span></p><!--EndFragment--></body></html>`;
  const page = document.createElement("div");
  page.innerHTML = pastedHtml(word);
  expect([...page.querySelectorAll("ul li")].map((item) => item.textContent?.trim())).toEqual([
    "on one goal",
    "on one way",
  ]);
  expect([...page.querySelectorAll("b, strong")].map((bold) => bold.textContent)).toEqual([
    "We",
    "act",
  ]);
  expect(page.innerHTML).not.toMatch(/style|class|<!--|color/);
});

test("a bold that is none and numbered lists are read as they are meant", () => {
  const page = document.createElement("div");
  page.innerHTML = pastedHtml(
    `<b style="font-weight:normal"><p>Plain</p></b>
     <p class="MsoListParagraph">1. one</p><p class="MsoListParagraph">2. two</p>`,
  );
  expect(page.querySelector("b")).toBeNull();
  expect([...page.querySelectorAll("ol li")].map((item) => item.textContent)).toEqual([
    "one",
    "two",
  ]);
});

test("lines of plain text become paragraphs and lists", () => {
  const doc = { type: "doc", content: pastedLines("We agree\r\n• on one\n- on two\n\n1) first") };
  expect(editorMarkdown(doc)).toBe("We agree\n\n- on one\n- on two\n\n1. first");
});

function editing(onSave: (text: string) => Promise<unknown>, value = "We agree.") {
  render(
    <>
      <ProseEditor label="Vision" help="What we want" value={value} onSave={onSave} />
      <button type="button">elsewhere</button>
    </>,
  );
  return screen.getByRole("textbox", { name: "Vision" });
}

/** Writes into the editor as a browser does: the text changes, then the editor reads it. */
async function write(field: HTMLElement, text: string) {
  const paragraph = field.querySelector("p") as HTMLElement;
  field.focus();
  paragraph.textContent = text;
  fireEvent.input(field);
  await waitFor(() => expect(screen.getByText("Not saved yet")).toBeTruthy());
}

test("what was written is saved when the field is left, and only once", async () => {
  const save = vi.fn(async (_: string) => {});
  const field = editing(save);
  await write(field, "We all agree.");
  await userEvent.click(screen.getByText("elsewhere"));
  await screen.findByText("Saved");
  field.focus();
  await userEvent.click(screen.getByText("elsewhere"));
  expect(save.mock.calls).toEqual([["We all agree."]]);
});

test("leaving an unchanged field saves nothing", async () => {
  const save = vi.fn(async (_: string) => {});
  editing(save, "*An* old __way__ to write").focus();
  await userEvent.click(screen.getByText("elsewhere"));
  expect(save).not.toHaveBeenCalled();
});

test("a refusal is said at the field, and what was typed stays and can be saved", async () => {
  let isLocked = true;
  const save = vi.fn(async (_: string) => {
    if (isLocked) throw new CoreError({ code: "conflict", field: null, detail: "locked" });
  });
  const field = editing(save);
  await write(field, "Another way.");
  await userEvent.click(screen.getByText("elsewhere"));
  expect((await screen.findByRole("alert")).textContent).toContain("locked");
  expect(field.textContent).toBe("Another way.");
  isLocked = false;
  field.focus();
  await userEvent.click(screen.getByText("elsewhere"));
  await screen.findByText("Saved");
  expect(save).toHaveBeenCalledTimes(2);
});

test("what is being written is saved when the screen goes away", async () => {
  const save = vi.fn(async (_: string) => {});
  const field = editing(save);
  await write(field, "Left in haste.");
  document.body.innerHTML = "";
  window.dispatchEvent(new Event("pagehide"));
  expect(save).toHaveBeenCalledWith("Left in haste.");
});

test("the editor and its tools have names", async () => {
  editing(async () => {}).focus();
  for (const name of ["Bold", "Italic", "Heading", "Bulleted list", "Numbered list"]) {
    expect(screen.getByRole("button", { name, hidden: true })).toBeTruthy();
  }
  const found = await axe.run(document.body, { rules: { region: { enabled: false } } });
  expect(found.violations).toEqual([]);
});
