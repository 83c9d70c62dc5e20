/** What is pasted becomes the closed set: Word's lists become lists, everything else words. */
import type { JSONContent } from "@tiptap/core";

const BULLET = /^\s*[•·▪◦‣○●■–—*-]\s+/;
const NUMBER = /^\s*\(?(\d{1,3}|[a-z])[.)]\s+/i;

/** HTML of another program without what only dresses it, its lists as lists. */
export function pastedHtml(html: string): string {
  const page = new DOMParser().parseFromString(html, "text/html");
  for (const gone of page.querySelectorAll("script, style, meta, link, title, img, svg")) {
    gone.remove();
  }
  removeComments(page.body);
  for (const bold of page.querySelectorAll("b, strong")) {
    // Some programs wrap all they copy in a bold that is none.
    if (/font-weight:\s*(normal|400)/i.test(bold.getAttribute("style") ?? "")) unwrap(bold);
  }
  for (const part of page.querySelectorAll("span, font")) asMark(part);
  wordLists(page);
  for (const part of page.querySelectorAll("[style], [class]")) {
    part.removeAttribute("style");
    part.removeAttribute("class");
  }
  return page.body.innerHTML;
}

function removeComments(node: Node) {
  for (const child of [...node.childNodes]) {
    if (child.nodeType === Node.COMMENT_NODE) child.remove();
    else removeComments(child);
  }
}

function unwrap(element: Element) {
  element.replaceWith(...element.childNodes);
}

/** A span that only looks bold or italic is. */
function asMark(part: Element) {
  const style = part.getAttribute("style") ?? "";
  const names = [
    ...(/font-weight:\s*(bold|[6-9]00)/i.test(style) ? ["strong"] : []),
    ...(/font-style:\s*italic/i.test(style) ? ["em"] : []),
  ];
  if (/mso-list:\s*Ignore/i.test(style)) return;
  for (const name of names) {
    const mark = part.ownerDocument.createElement(name);
    mark.append(...part.childNodes);
    part.append(mark);
  }
}

/** Word writes the items of a list as paragraphs that carry their bullet. */
function wordLists(page: Document) {
  const isItem = (element: Element | null) =>
    element?.tagName === "P" &&
    (/MsoListParagraph/.test(element.className) ||
      /mso-list:\s*l\d/i.test(element.getAttribute("style") ?? ""));
  for (const first of page.querySelectorAll("p")) {
    if (!first.isConnected || !isItem(first) || first.closest("li")) continue;
    const items = [first as Element];
    for (let next = first.nextElementSibling; isItem(next); next = next?.nextElementSibling ?? null)
      items.push(next as Element);
    const isOrdered = NUMBER.test(marker(first));
    const list = page.createElement(isOrdered ? "ol" : "ul");
    first.before(list);
    for (const item of items) {
      const drawn = ignored(item);
      if (drawn) drawn.remove();
      else cutMarker(item);
      const entry = page.createElement("li");
      const words = page.createElement("p");
      words.append(...item.childNodes);
      entry.append(words);
      list.append(entry);
      item.remove();
    }
  }
}

function ignored(item: Element): Element | undefined {
  return [...item.querySelectorAll("span")].find((span) =>
    /mso-list:\s*Ignore/i.test(span.getAttribute("style") ?? ""),
  );
}

function marker(item: Element): string {
  return `${(ignored(item) ?? item).textContent ?? ""} `.replace(/\u00a0/g, " ");
}

function cutMarker(item: Element) {
  const walker = item.ownerDocument.createTreeWalker(item, NodeFilter.SHOW_TEXT);
  const text = walker.nextNode();
  if (text?.textContent) {
    const plain = text.textContent.replace(/\u00a0/g, " ");
    text.textContent = plain.replace(BULLET, "").replace(NUMBER, "");
  }
}

/** Lines of plain text: those that begin with a bullet or number become lists. */
export function pastedLines(text: string): JSONContent[] {
  const found: JSONContent[] = [];
  for (const line of text.replace(/\r\n?/g, "\n").split("\n")) {
    const kind = BULLET.test(line) ? "bulletList" : NUMBER.test(line) ? "orderedList" : null;
    const words = (kind ? line.replace(BULLET, "").replace(NUMBER, "") : line).trim();
    if (words === "") continue;
    const paragraph: JSONContent = { type: "paragraph", content: [{ type: "text", text: words }] };
    const last = found.at(-1);
    if (!kind) found.push(paragraph);
    else if (last?.type === kind) last.content?.push({ type: "listItem", content: [paragraph] });
    else found.push({ type: kind, content: [{ type: "listItem", content: [paragraph] }] });
  }
  return found;
}
