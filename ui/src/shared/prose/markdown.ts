/**
 * Between the Markdown the file keeps and what the editor holds: paragraphs, headings, lists,
 * bold and italic. Anything else keeps its words and loses its form.
 */
import type { JSONContent } from "@tiptap/core";
import type { List, ListItem, Nodes, PhrasingContent, Root, RootContent } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { toMarkdown } from "mdast-util-to-markdown";

/** Headings within a text have one size. */
export const HEADING = 3;

/** What the editor holds for a text. */
export function editorContent(markdown: string): JSONContent {
  const content = blocks(fromMarkdown(markdown).children);
  return { type: "doc", content: content.length > 0 ? content : [{ type: "paragraph" }] };
}

/** The text of what the editor holds. */
export function editorMarkdown(content: JSONContent): string {
  const root: Root = { type: "root", children: (content.content ?? []).flatMap(written) };
  return toMarkdown(root, { bullet: "-", listItemIndent: "one" }).trim();
}

function blocks(nodes: readonly Nodes[]): JSONContent[] {
  return nodes.flatMap((node): JSONContent[] => {
    switch (node.type) {
      case "paragraph":
        return [{ type: "paragraph", content: inline(node.children, []) }];
      case "heading":
        return [{ type: "heading", attrs: { level: HEADING }, content: inline(node.children, []) }];
      case "list":
        return [
          {
            type: node.ordered ? "orderedList" : "bulletList",
            ...(node.ordered ? { attrs: { start: node.start ?? 1 } } : {}),
            content: node.children.map(item),
          },
        ];
      case "blockquote":
        return blocks(node.children);
      case "code":
      case "html":
        return plainLines(node.value);
      default:
        return [];
    }
  });
}

function item(node: ListItem): JSONContent {
  const content = blocks(node.children);
  const isLed = content[0]?.type === "paragraph";
  return { type: "listItem", content: isLed ? content : [{ type: "paragraph" }, ...content] };
}

type Mark = { type: string };

function inline(nodes: readonly Nodes[], marks: Mark[]): JSONContent[] {
  return nodes.flatMap((node): JSONContent[] => {
    switch (node.type) {
      case "text":
        return words(node.value.replace(/\n/g, " "), marks);
      case "inlineCode":
      case "html":
        return words(node.value, marks);
      case "strong":
        return inline(node.children, [...marks, { type: "bold" }]);
      case "emphasis":
        return inline(node.children, [...marks, { type: "italic" }]);
      case "break":
        return [{ type: "hardBreak" }];
      case "link": {
        const shown = inline(node.children, marks);
        const text = shown.map((part) => part.text ?? "").join("");
        // A link is never followed, but where it led is not lost.
        return text === node.url ? shown : [...shown, ...words(` (${node.url})`, marks)];
      }
      case "image":
        return words(node.alt ?? "", marks);
      default:
        return "children" in node ? inline(node.children, marks) : [];
    }
  });
}

function words(text: string, marks: Mark[]): JSONContent[] {
  return text === "" ? [] : [{ type: "text", text, ...(marks.length > 0 ? { marks } : {}) }];
}

function written(node: JSONContent): RootContent[] {
  switch (node.type) {
    case "paragraph":
    case "heading": {
      const children = phrases(node.content ?? []);
      if (children.length === 0) return [];
      return node.type === "heading"
        ? [{ type: "heading", depth: HEADING, children }]
        : [{ type: "paragraph", children }];
    }
    case "bulletList":
    case "orderedList":
      return list(node);
    default:
      return [];
  }
}

function list(node: JSONContent): List[] {
  const children = (node.content ?? [])
    .map(
      (one): ListItem => ({
        type: "listItem",
        spread: false,
        children: (one.content ?? []).flatMap(written) as ListItem["children"],
      }),
    )
    .filter((one) => one.children.length > 0);
  if (children.length === 0) return [];
  const isOrdered = node.type === "orderedList";
  return [
    {
      type: "list",
      ordered: isOrdered,
      start: isOrdered ? (node.attrs?.start ?? 1) : null,
      spread: false,
      children,
    },
  ];
}

type Piece = { text: string; isBold: boolean; isItalic: boolean } | "break";

/** Words with their marks, spaces outside the marks, where Markdown wants them. */
function phrases(nodes: JSONContent[]): PhrasingContent[] {
  const pieces = nodes.flatMap((node): Piece[] => {
    if (node.type === "hardBreak") return ["break"];
    const has = (type: string) => (node.marks ?? []).some((mark) => mark.type === type);
    const marks = { isBold: has("bold"), isItalic: has("italic") };
    const plain = { isBold: false, isItalic: false };
    const [, before = "", text = "", after = ""] =
      /^(\s*)([\s\S]*?)(\s*)$/.exec(node.text ?? "") ?? [];
    return [
      { text: before, ...plain },
      { text, ...marks },
      { text: after, ...plain },
    ].filter((piece) => piece.text !== "");
  });
  const isNothing = (piece: Piece | undefined) =>
    piece === "break" || (piece !== undefined && piece.text.trim() === "");
  while (isNothing(pieces[0])) pieces.shift();
  while (isNothing(pieces.at(-1))) pieces.pop();
  return marked(pieces, "isBold");
}

function marked(pieces: Piece[], mark: "isBold" | "isItalic"): PhrasingContent[] {
  const found: PhrasingContent[] = [];
  let run: Piece[] = [];
  let isMarked = false;
  const end = () => {
    if (run.length === 0) return;
    const inner = mark === "isBold" ? marked(run, "isItalic") : run.map(phrase);
    if (isMarked) found.push({ type: mark === "isBold" ? "strong" : "emphasis", children: inner });
    else found.push(...inner);
    run = [];
  };
  for (const piece of bridged(pieces, mark)) {
    const is = piece !== "break" && piece[mark];
    if (is !== isMarked) end();
    isMarked = is;
    run.push(piece);
  }
  end();
  return found;
}

/** Spaces between two words of the same mark share it again. */
function bridged(pieces: Piece[], mark: "isBold" | "isItalic"): Piece[] {
  return pieces.map((piece, at) => {
    if (piece === "break" || piece.text.trim() !== "") return piece;
    const has = (other: Piece | undefined) =>
      other !== undefined && other !== "break" && other[mark];
    return has(pieces[at - 1]) && has(pieces[at + 1]) ? { ...piece, [mark]: true } : piece;
  });
}

function phrase(piece: Piece): PhrasingContent {
  return piece === "break" ? { type: "break" } : { type: "text", value: piece.text };
}

/** Lines as they stand, one paragraph. */
function plainLines(text: string): JSONContent[] {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  const content = lines.flatMap((line, at) => [
    ...(at > 0 ? [{ type: "hardBreak" }] : []),
    ...words(line, []),
  ]);
  return content.length > 0 ? [{ type: "paragraph", content }] : [];
}
