/** Who was at a meeting: a list to go down with the keyboard, one letter a person. */
import { useQuery } from "@tanstack/react-query";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { call } from "../ipc/client";
import type { AttendanceMark, AttendanceRow, AttendanceSheet } from "../ipc/generated";
import { attendance } from "../ipc/queries";
import { Button, Segmented } from "../shared/controls";
import { Drawer } from "../shared/layers";
import { errorWords, Loaded } from "../shared/states";
import { useToast } from "../shared/toasts";
import { t } from "../text/texts";

const PRESENCES = ["present", "excused", "absent"] as const;
const KEYS: Record<string, string | null> = {
  p: "present",
  r: "excused",
  a: "absent",
  Backspace: null,
  Delete: null,
};

export function Attendance({ meeting, onClose }: { meeting: string; onClose: () => void }) {
  const query = useQuery(attendance(meeting));
  return (
    <Drawer title={t("attendance")} onClose={onClose}>
      <div className="drawer-body">
        <Loaded query={query}>{(sheet) => <Sheet sheet={sheet} />}</Loaded>
      </div>
      <div className="drawer-foot">
        <Button kind="primary" onPress={onClose}>
          {t("close")}
        </Button>
      </div>
    </Drawer>
  );
}

function Sheet({ sheet }: { sheet: AttendanceSheet }) {
  const toast = useToast();
  const firstOpen = sheet.rows.findIndex((row) => row.presence === null);
  const [at, setAt] = useState(Math.max(firstOpen, 0));
  const list = useRef<HTMLUListElement>(null);
  // The letters work at once: the cursor begins at the first who is not noted yet.
  useEffect(() => list.current?.querySelector<HTMLElement>(":scope > [tabindex='0']")?.focus(), []);

  async function record(rows: AttendanceMark[]) {
    try {
      await call("record_attendance", { meeting: sheet.meeting, rows });
    } catch (error) {
      toast(errorWords(error));
    }
  }
  const mark = (row: AttendanceRow, presence: string | null) =>
    record([{ partner: row.partner, person: row.person, presence }]);

  function onKeyDown(event: KeyboardEvent<HTMLUListElement>) {
    const lines = [...event.currentTarget.querySelectorAll<HTMLElement>(":scope > li")];
    const go = (to: number) => {
      const next = Math.min(Math.max(to, 0), lines.length - 1);
      setAt(next);
      lines[next]?.focus();
    };
    const row = sheet.rows[at];
    const presence = KEYS[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "ArrowDown") go(at + 1);
    else if (event.key === "ArrowUp") go(at - 1);
    else if (row && presence !== undefined) {
      void mark(row, presence);
      go(at + 1);
    } else return;
    event.preventDefault();
  }

  const open = sheet.rows.filter((row) => row.presence === null);
  const listed = new Set(sheet.rows.map((row) => `${row.partner} ${row.person ?? ""}`));
  const others = sheet.partners.flatMap((partner) => [
    ...partner.people.map((person) => ({
      key: `${partner.id} ${person.id}`,
      label: `${partner.name}: ${person.name}`,
    })),
    {
      key: `${partner.id} `,
      label: `${partner.name} (${t("seat-anyone").toLowerCase()})`,
    },
  ]);
  return (
    <>
      <p>
        <b>{sheet.title}</b>
        <span className="quiet block">{sheet.dateWords}</span>
      </p>
      <p role="status">{sheet.summary}</p>
      {sheet.rows.length === 0 ? (
        <p className="empty-line">{t("attendance-empty")}</p>
      ) : (
        <>
          <p className="note">{t("attendance-keys")}</p>
          <ul ref={list} className="plain-list attendance" onKeyDown={onKeyDown}>
            {sheet.rows.map((row, index) => {
              const name = row.personName || row.partnerName;
              return (
                <li
                  key={`${row.partner} ${row.person ?? ""}`}
                  tabIndex={index === at ? 0 : -1}
                  onFocus={() => setAt(index)}
                >
                  <span className="grow">
                    <b>{name}</b>
                    {row.personName && <span className="quiet small block">{row.partnerName}</span>}
                  </span>
                  <Segmented
                    label={t("attendance-of", { name })}
                    value={row.presence ?? ""}
                    options={PRESENCES.map((value) => ({
                      value: value as string,
                      label: t(`presence-${value}`),
                    }))}
                    onChange={(value) => void mark(row, value === row.presence ? null : value)}
                  />
                </li>
              );
            })}
          </ul>
        </>
      )}
      {open.length > 0 && (
        <Button
          onPress={() =>
            void record(
              open.map(({ partner, person }) => ({ partner, person, presence: "present" })),
            )
          }
        >
          {t("attendance-rest-there")}
        </Button>
      )}
      <select
        className="input"
        aria-label={t("attendance-add")}
        value=""
        onChange={(event) => {
          const [partner = "", person = ""] = event.target.value.split(" ");
          if (partner) void record([{ partner, person: person || null, presence: "present" }]);
        }}
      >
        <option value="">{t("attendance-add")}</option>
        {others
          .filter((one) => !listed.has(one.key))
          .map((one) => (
            <option key={one.key} value={one.key}>
              {one.label}
            </option>
          ))}
      </select>
    </>
  );
}
