/** The field a cell becomes while it is edited. */
import { type KeyboardEvent, useRef, useState } from "react";

/** How an edit ends: where the cursor goes from there, and whether all selected cells get
 * what was typed. */
export type Finish = { down: number; right: number; isFilling: boolean };

const STAY: Finish = { down: 0, right: 0, isFilling: false };

export function CellEditor({
  label,
  initial,
  isTypedOver,
  onFinish,
  onCancel,
}: {
  label: string;
  initial: string;
  /** Begun by typing: then arrows leave the cell, as in a spreadsheet. */
  isTypedOver: boolean;
  onFinish: (text: string, finish: Finish) => void;
  onCancel: () => void;
}) {
  const [text, setText] = useState(initial);
  const [movesCaret, setMovesCaret] = useState(!isTypedOver);
  // A key that ends the edit takes the focus away, which must not end it twice.
  const isOver = useRef(false);

  function finish(how: Finish) {
    if (isOver.current) return;
    isOver.current = true;
    onFinish(text, how);
  }

  function onKeyDown(event: KeyboardEvent) {
    const isCommand = event.ctrlKey || event.metaKey;
    const back = event.shiftKey ? -1 : 1;
    const arrows: Record<string, [number, number]> = {
      ArrowUp: [-1, 0],
      ArrowDown: [1, 0],
      ArrowLeft: [0, -1],
      ArrowRight: [0, 1],
    };
    const arrow = arrows[event.key];
    event.stopPropagation();
    if (event.key === "Enter") {
      finish(isCommand ? { ...STAY, isFilling: true } : { ...STAY, down: back });
    } else if (event.key === "Tab") {
      finish({ ...STAY, right: back });
    } else if (event.key === "Escape") {
      isOver.current = true;
      onCancel();
    } else if (event.key === "F2") {
      setMovesCaret(!movesCaret);
    } else if (arrow && !movesCaret && !isCommand) {
      finish({ ...STAY, down: arrow[0], right: arrow[1] });
    } else {
      return;
    }
    event.preventDefault();
  }

  return (
    <input
      value={text}
      aria-label={label}
      // biome-ignore lint/a11y/noAutofocus: the cell was asked to be edited.
      autoFocus
      spellCheck={false}
      autoComplete="off"
      onChange={(event) => setText(event.target.value)}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        event.stopPropagation();
        setMovesCaret(true);
      }}
      onBlur={() => finish(STAY)}
    />
  );
}
