/** Written prose: the closed set of Markdown that the report prints, and nothing more. */

import type { Nodes } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import type { ReactNode } from "react";

/** Paragraphs, lists and emphasis; anything else shows its text and is never followed. */
export function Prose({ text }: { text: string }) {
  return <div className="reading">{shown(fromMarkdown(text), "prose")}</div>;
}

function shown(node: Nodes, key: string): ReactNode {
  const inner = () =>
    "children" in node ? node.children.map((child, at) => shown(child, `${key}.${at}`)) : null;
  switch (node.type) {
    case "paragraph":
      return <p key={key}>{inner()}</p>;
    case "heading":
      return (
        <p key={key}>
          <b>{inner()}</b>
        </p>
      );
    case "list":
      return node.ordered ? <ol key={key}>{inner()}</ol> : <ul key={key}>{inner()}</ul>;
    case "listItem":
      return <li key={key}>{inner()}</li>;
    case "strong":
      return <b key={key}>{inner()}</b>;
    case "emphasis":
      return <em key={key}>{inner()}</em>;
    case "break":
      return <br key={key} />;
    case "text":
    case "inlineCode":
    case "code":
    case "html":
      return node.value;
    case "image":
      return node.alt;
    default:
      return inner();
  }
}
