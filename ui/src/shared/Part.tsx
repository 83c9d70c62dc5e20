/** A part of a page: a heading, what adds to it, and what it says when empty. */
import { Plus } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "./controls";

export function Part({
  title,
  note,
  add,
  onAdd,
  empty,
  children,
}: {
  title: string;
  note?: string;
  add?: string;
  onAdd?: () => void;
  /** Said in place of the content. */
  empty?: string | false;
  children?: ReactNode;
}) {
  return (
    <section className="section" aria-label={title}>
      <div className="section-head">
        <h2>{title}</h2>
        {note && <span className="quiet small">{note}</span>}
        {add && onAdd && (
          <Button kind="ghost" onPress={onAdd}>
            <Plus size={14} aria-hidden />
            {add}
          </Button>
        )}
      </div>
      {empty ? <p className="empty-line">{empty}</p> : children}
    </section>
  );
}
