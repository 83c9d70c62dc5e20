/**
 * Writes prose in the closed set: paragraphs, a heading, lists, bold and italic. Takes and
 * gives Markdown; what is written is handed over when the field is left, after a pause, and
 * when the screen goes away, so that nothing is lost.
 */
import type { Editor } from "@tiptap/core";
import { Bold } from "@tiptap/extension-bold";
import { Document } from "@tiptap/extension-document";
import { HardBreak } from "@tiptap/extension-hard-break";
import { Heading } from "@tiptap/extension-heading";
import { Italic } from "@tiptap/extension-italic";
import { BulletList, ListItem, OrderedList } from "@tiptap/extension-list";
import { Paragraph } from "@tiptap/extension-paragraph";
import { Text } from "@tiptap/extension-text";
import { UndoRedo } from "@tiptap/extensions";
import { Fragment, Slice } from "@tiptap/pm/model";
import { EditorContent, useEditor, useEditorState } from "@tiptap/react";
import {
  Bold as BoldIcon,
  Heading as HeadingIcon,
  Italic as ItalicIcon,
  List as ListIcon,
  ListOrdered,
} from "lucide-react";
import { type FocusEvent, useEffect, useId, useRef, useState } from "react";
import { ToggleButton, Toolbar } from "react-aria-components";
import { t } from "../../text/texts";
import { errorWords } from "../states";
import { editorContent, editorMarkdown, HEADING } from "./markdown";
import { pastedHtml, pastedLines } from "./pasted";
import "./prose.css";

/** A pause this long in writing saves too: a window may be closed within a field. */
const PAUSE_MS = 5_000;

/** A heading of any size becomes the one there is. */
const OneHeading = Heading.extend({
  parseHTML: () =>
    [1, 2, 3, 4, 5, 6].map((level) => ({ tag: `h${level}`, attrs: { level: HEADING } })),
}).configure({ levels: [HEADING] });

/** Tab goes on to the next field, within lists too. */
const PlainListItem = ListItem.extend({
  addKeyboardShortcuts() {
    return { Enter: () => this.editor.commands.splitListItem(this.name) };
  },
});

const EXTENSIONS = [
  Document,
  Paragraph,
  Text,
  Bold,
  Italic,
  OneHeading,
  BulletList,
  OrderedList,
  PlainListItem,
  HardBreak,
  UndoRedo,
];

type Saving = "idle" | "unsaved" | "saving" | "saved";

export default function ProseEditor({
  label,
  help,
  value,
  onSave,
}: {
  label: string;
  help?: string | undefined;
  /** Markdown as it is stored. */
  value: string;
  /** Stores what was written; a refusal is shown at the field and nothing typed is lost. */
  onSave: (markdown: string) => Promise<unknown>;
}) {
  const id = useId();
  const [saving, setSaving] = useState<Saving>("idle");
  const [error, setError] = useState<unknown>(null);
  /** What the core holds, as the editor would write it. */
  const stored = useRef(normal(value));
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined);
  const save = useRef(onSave);
  save.current = onSave;

  const editor = useEditor({
    extensions: EXTENSIONS,
    content: editorContent(value),
    // Its style stands in our own sheet: the window allows no other.
    injectCSS: false,
    shouldRerenderOnTransaction: false,
    editorProps: {
      attributes: {
        role: "textbox",
        "aria-multiline": "true",
        "aria-labelledby": `${id}-label`,
        ...(help ? { "aria-describedby": `${id}-help` } : {}),
        class: "reading",
        spellcheck: "true",
      },
      transformPastedHTML: pastedHtml,
      clipboardTextParser: (text, _context, _plain, view) =>
        new Slice(
          Fragment.from(pastedLines(text).map((one) => view.state.schema.nodeFromJSON(one))),
          // A single line joins the one it is pasted into.
          1,
          1,
        ),
    },
    onUpdate: ({ editor }) => {
      const isChanged = editorMarkdown(editor.getJSON()) !== stored.current;
      setSaving(isChanged ? "unsaved" : "idle");
      clearTimeout(pause.current);
      if (isChanged) pause.current = setTimeout(() => void keep(editor), PAUSE_MS);
    },
  });

  async function keep(from: Editor) {
    clearTimeout(pause.current);
    const written = editorMarkdown(from.getJSON());
    const before = stored.current;
    if (written === before) return;
    stored.current = written;
    setSaving("saving");
    try {
      await save.current(written);
      setError(null);
      setSaving("saved");
    } catch (thrown) {
      stored.current = before;
      setError(thrown);
      setSaving("unsaved");
    }
  }

  useEffect(() => {
    const now = normal(value);
    if (!editor || now === stored.current) return;
    const isTouched = editorMarkdown(editor.getJSON()) !== stored.current;
    stored.current = now;
    // What is being written is not overwritten by what was taken back elsewhere.
    if (!isTouched) {
      editor.commands.setContent(editorContent(value), { emitUpdate: false });
      setSaving("idle");
    }
  }, [value, editor]);

  const leaving = useRef<() => void>(() => {});
  leaving.current = () => {
    if (editor && !editor.isDestroyed) void keep(editor);
  };
  useEffect(() => {
    const leave = () => leaving.current();
    window.addEventListener("pagehide", leave);
    return () => {
      window.removeEventListener("pagehide", leave);
      leave();
    };
  }, []);

  function onBlur(event: FocusEvent<HTMLDivElement>) {
    if (!event.currentTarget.contains(event.relatedTarget) && editor) void keep(editor);
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only notices that the field is left.
    <div className="field prose-field" onBlur={onBlur}>
      <span className="prose-head">
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: a click on a label goes to its field. */}
        {/* biome-ignore lint/a11y/noStaticElementInteractions: as a label does. */}
        <span className="label" id={`${id}-label`} onClick={() => editor?.commands.focus()}>
          {label}
        </span>
        <span className="quiet small" role="status">
          {saving === "saved" && t("prose-saved")}
          {saving === "saving" && t("prose-saving")}
          {saving === "unsaved" && t("prose-unsaved")}
        </span>
      </span>
      <div className="input prose-input" aria-invalid={error !== null}>
        <EditorContent editor={editor} />
        {editor && <Tools editor={editor} label={label} />}
      </div>
      {error !== null ? (
        <p className="error" role="alert">
          {errorWords(error)}
        </p>
      ) : (
        help && (
          <p className="help" id={`${id}-help`}>
            {help}
          </p>
        )
      )}
    </div>
  );
}

/** A text as the editor would write it, so that another way to write it is no change. */
function normal(markdown: string): string {
  return editorMarkdown(editorContent(markdown));
}

const TOOLS = [
  { name: "bold", icon: BoldIcon, run: (editor: Editor) => editor.chain().focus().toggleBold() },
  {
    name: "italic",
    icon: ItalicIcon,
    run: (editor: Editor) => editor.chain().focus().toggleItalic(),
  },
  {
    name: "heading",
    icon: HeadingIcon,
    run: (editor: Editor) => editor.chain().focus().toggleHeading({ level: HEADING }),
  },
  {
    name: "bulletList",
    icon: ListIcon,
    run: (editor: Editor) => editor.chain().focus().toggleBulletList(),
  },
  {
    name: "orderedList",
    icon: ListOrdered,
    run: (editor: Editor) => editor.chain().focus().toggleOrderedList(),
  },
] as const;

function Tools({ editor, label }: { editor: Editor; label: string }) {
  const active = useEditorState({
    editor,
    selector: ({ editor }) => TOOLS.map(({ name }) => editor.isActive(name)),
  });
  return (
    <Toolbar className="prose-tools" aria-label={t("prose-tools", { field: label })}>
      {TOOLS.map(({ name, icon: Icon, run }, at) => (
        <ToggleButton
          key={name}
          className="button ghost icon-only"
          aria-label={t(`prose-${name}`)}
          isSelected={active[at] ?? false}
          // Focus stays in the text, so that writing goes on.
          onMouseDown={(event) => event.preventDefault()}
          onChange={() => run(editor).run()}
        >
          <Icon size={15} aria-hidden />
        </ToggleButton>
      ))}
      <span className="quiet small prose-keys">{t("prose-keys")}</span>
    </Toolbar>
  );
}
