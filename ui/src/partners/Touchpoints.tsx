/** Touchpoints: logged in a line, the latest first. */
import { Calendar, Mail, MapPin, MessageSquare, Phone, StickyNote } from "lucide-react";
import { useState } from "react";
import { call } from "../ipc/client";
import type { PartnerPage, TouchpointForm, TouchpointLine } from "../ipc/generated";
import { Button } from "../shared/controls";
import { Part } from "../shared/Part";
import { type FieldSpec, RecordForm } from "../shared/RecordForm";
import { errorWords } from "../shared/states";
import { useToast } from "../shared/toasts";
import { useQuickEntry } from "../shared/useQuickEntry";
import { t } from "../text/texts";

const CHANNELS = ["call", "visit", "email", "message", "event", "other"];
const ICONS: Record<string, typeof Phone> = {
  call: Phone,
  visit: MapPin,
  email: Mail,
  message: MessageSquare,
  event: Calendar,
  other: StickyNote,
};
/** As many as are shown before all are asked for. */
const FIRST = 6;

export function Touchpoints({ data }: { data: PartnerPage }) {
  const [open, setOpen] = useState<TouchpointLine | null>(null);
  const [isAll, setIsAll] = useState(false);
  const shown = isAll ? data.touchpoints : data.touchpoints.slice(0, FIRST);
  return (
    <Part title={t("touchpoints")}>
      <QuickEntry data={data} />
      {data.touchpoints.length === 0 && <p className="empty-line">{t("touchpoints-empty")}</p>}
      <ul className="plain-list touchpoints">
        {shown.map((line) => {
          const Icon = ICONS[line.form.channel] ?? StickyNote;
          return (
            <li key={line.id}>
              <Icon className="icon" size={15} aria-hidden />
              <button type="button" className="person" onClick={() => setOpen(line)}>
                <span>{line.form.summary}</span>
                <span className="quiet small">
                  {[
                    line.dateWords,
                    t(`channel-${line.form.channel}`),
                    line.personName,
                    line.form.trust === null ? "" : t("trust-words", { trust: line.form.trust }),
                  ]
                    .filter(Boolean)
                    .join(" · ")}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
      {data.touchpoints.length > FIRST && !isAll && (
        <button type="button" className="link" onClick={() => setIsAll(true)}>
          {t("touchpoints-all", { count: data.touchpoints.length })}
        </button>
      )}
      {open && <TouchpointDrawer data={data} line={open} onClose={() => setOpen(null)} />}
    </Part>
  );
}

/** One line to type, a channel, a person and a day: Enter logs it. */
function QuickEntry({ data }: { data: PartnerPage }) {
  const fresh: TouchpointForm = {
    partner: data.id,
    person: null,
    date: data.today,
    channel: "call",
    summary: "",
    trust: null,
  };
  const toast = useToast();
  const { form, set, field, isReady, keep } = useQuickEntry({
    fresh,
    line: (entry) => entry.summary,
    stays: ({ channel }) => ({ channel }),
    save: (entry) => call("add_touchpoint", entry),
    done: t("touchpoint-logged"),
    fail: (error) => toast(errorWords(error)),
  });

  return (
    <form className="quick-entry" onSubmit={keep}>
      <input
        ref={field}
        className="input"
        aria-label={t("touchpoint-summary")}
        placeholder={t("touchpoint-summary")}
        value={form.summary}
        onChange={(event) => set({ summary: event.target.value })}
      />
      <div className="quick-row">
        <select
          className="input"
          aria-label={t("touchpoint-channel")}
          value={form.channel}
          onChange={(event) => set({ channel: event.target.value })}
        >
          {CHANNELS.map((channel) => (
            <option key={channel} value={channel}>
              {t(`channel-${channel}`)}
            </option>
          ))}
        </select>
        <select
          className="input grow"
          aria-label={t("touchpoint-person")}
          value={form.person ?? ""}
          onChange={(event) => set({ person: event.target.value || null })}
        >
          <option value="">{t("touchpoint-nobody")}</option>
          {data.people.map((person) => (
            <option key={person.id} value={person.id}>
              {person.form.name}
            </option>
          ))}
        </select>
        <input
          className="input"
          style={{ width: 104 }}
          aria-label={t("touchpoint-date")}
          placeholder={t("date-form")}
          value={form.date}
          onChange={(event) => set({ date: event.target.value })}
        />
        <select
          className="input"
          aria-label={t("touchpoint-trust")}
          title={t("touchpoint-trust-help")}
          value={form.trust ?? ""}
          onChange={(event) => set({ trust: Number(event.target.value) || null })}
        >
          <option value="">{t("touchpoint-trust")}</option>
          {[1, 2, 3, 4].map((trust) => (
            <option key={trust} value={trust}>
              {trust}
            </option>
          ))}
        </select>
        <Button type="submit" isDisabled={!isReady}>
          {t("touchpoint-save")}
        </Button>
      </div>
    </form>
  );
}

function TouchpointDrawer({
  data,
  line,
  onClose,
}: {
  data: PartnerPage;
  line: TouchpointLine;
  onClose: () => void;
}) {
  const fields: FieldSpec<TouchpointForm>[] = [
    { name: "summary", label: t("touchpoint-summary"), kind: "area" },
    {
      name: "channel",
      label: t("touchpoint-channel"),
      kind: "select",
      options: CHANNELS.map((value) => ({ value, label: t(`channel-${value}`) })),
    },
    {
      name: "person",
      label: t("touchpoint-person"),
      kind: "select",
      options: [
        { value: "", label: t("touchpoint-nobody") },
        ...data.people.map((person) => ({ value: person.id, label: person.form.name })),
      ],
    },
    { name: "date", label: t("touchpoint-date"), kind: "date" },
    {
      name: "trust",
      label: t("touchpoint-trust"),
      help: t("touchpoint-trust-help"),
      kind: "steps",
      options: ["", "1", "2", "3", "4"].map((value) => ({ value, label: value || "–" })),
    },
  ];
  return (
    <RecordForm
      title={t("touchpoint")}
      initial={line.form}
      fields={fields}
      save={(form) => call("change_touchpoint", { id: line.id, form })}
      remove={() => call("remove_touchpoint", { id: line.id })}
      onClose={onClose}
    />
  );
}
