/** Commands and measures by typing. */
import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { call } from "../ipc/client";
import { measures } from "../ipc/queries";
import { Dialog } from "../shared/layers";
import { type Place, useNavigation } from "../shared/navigation";
import { t } from "../text/texts";
import { SECTIONS } from "./Frame";

type Entry = { key: string; words: string; kind: string; run: () => void };

export default function Palette({ onClose }: { onClose: () => void }) {
  const { go } = useNavigation();
  const listed = useQuery(measures()).data;
  const [typed, setTyped] = useState("");
  const [at, setAt] = useState(0);

  const entries = useMemo<Entry[]>(() => {
    const places = SECTIONS.map(({ screen }) => ({
      key: screen,
      words: t(`screen-${screen}`),
      kind: t("palette-place"),
      run: () => go({ screen } as Place),
    }));
    const rows = [...(listed?.indicators ?? []), ...(listed?.performance ?? [])].flatMap(
      (group) => group.rows,
    );
    const found = rows.map((row) => ({
      key: row.id,
      words: row.name,
      kind: t("measure"),
      run: () => go({ screen: "measure", id: row.id }),
    }));
    const commands = [
      {
        key: "import",
        words: t("import-start"),
        kind: t("palette-command"),
        run: () => go({ screen: "import", measure: null }),
      },
      {
        key: "requests",
        words: t("requests"),
        kind: t("palette-command"),
        run: () => go({ screen: "requests" }),
      },
      {
        key: "network",
        words: t("report-network"),
        kind: t("palette-command"),
        run: () => go({ screen: "network" }),
      },
      {
        key: "copy",
        words: t("save-copy"),
        kind: t("palette-command"),
        run: () => void call("save_copy", {}),
      },
      {
        key: "close",
        words: t("close-file-short"),
        kind: t("palette-command"),
        run: () => void call("close_initiative", {}),
      },
    ];
    return [...places, ...found, ...commands];
  }, [listed, go]);

  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const shown = entries
    .filter((entry) => words.every((word) => entry.words.toLowerCase().includes(word)))
    .slice(0, 40);
  const current = shown[Math.min(at, shown.length - 1)];

  function pick(entry: Entry | undefined) {
    if (!entry) return;
    onClose();
    entry.run();
  }

  return (
    <Dialog title={t("palette-open")} place="top" onClose={onClose}>
      <div className="palette">
        <input
          role="combobox"
          aria-expanded
          aria-controls="palette-list"
          aria-activedescendant={current ? `palette-${current.key}` : undefined}
          aria-label={t("palette-open")}
          placeholder={t("palette-open")}
          value={typed}
          autoFocus
          onChange={(event) => {
            setTyped(event.target.value);
            setAt(0);
          }}
          onKeyDown={(event) => {
            if (event.key === "ArrowDown") setAt(Math.min(at + 1, shown.length - 1));
            else if (event.key === "ArrowUp") setAt(Math.max(at - 1, 0));
            else if (event.key === "Enter") pick(current);
            else return;
            event.preventDefault();
          }}
        />
        <ul id="palette-list" role="listbox" aria-label={t("palette-open")}>
          {shown.map((entry) => (
            <li
              key={entry.key}
              id={`palette-${entry.key}`}
              role="option"
              aria-selected={entry === current}
              tabIndex={-1}
              onClick={() => pick(entry)}
            >
              <span className="clip">{entry.words}</span>
              <span className="quiet small">{entry.kind}</span>
            </li>
          ))}
          {shown.length === 0 && <li className="quiet">{t("palette-none")}</li>}
        </ul>
      </div>
    </Dialog>
  );
}
