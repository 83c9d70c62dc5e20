/** What an activity waits for and uses, or what waits for it and uses what it makes. */
import { useQuery } from "@tanstack/react-query";
import { Pencil, TriangleAlert } from "lucide-react";
import { useState } from "react";
import { call } from "../ipc/client";
import type { ActivityPage, LinkForm, LinkLine } from "../ipc/generated";
import { activities } from "../ipc/queries";
import { IconButton } from "../shared/controls";
import { useNavigation } from "../shared/navigation";
import { Part } from "../shared/Part";
import { type FieldSpec, RecordForm } from "../shared/RecordForm";
import { t } from "../text/texts";

const ROLES = ["waits_for", "fed_by", "comes_before", "feeds"];

export function Ties({ data, side }: { data: ActivityPage; side: "before" | "after" }) {
  const { go } = useNavigation();
  const [open, setOpen] = useState<LinkLine | "new" | null>(null);
  const isBefore = side === "before";
  const lines = isBefore ? data.before : data.after;
  return (
    <>
      <Part
        title={isBefore ? t("ties") : t("ties-after")}
        add={t("add-tie")}
        onAdd={() => setOpen("new")}
        empty={lines.length === 0 && (isBefore ? t("ties-empty") : t("ties-after-empty"))}
      >
        <ul className="plain-list ties">
          {lines.map((line) => (
            <li key={line.id}>
              <button
                type="button"
                className="person"
                onClick={() => go({ screen: "activity", id: line.form.other })}
              >
                <span>{line.otherName}</span>
                <span className="quiet small">
                  {[
                    t(`tie-short-${line.form.role}`),
                    t(`activity-${line.otherStatus}`),
                    line.otherWords,
                  ]
                    .filter(Boolean)
                    .join(" · ")}
                </span>
                {line.form.note && <span className="quiet small">{line.form.note}</span>}
                {line.warning && (
                  <span className="status watch small">
                    <TriangleAlert size={12} aria-hidden /> {line.warning}
                  </span>
                )}
              </button>
              <IconButton
                label={t("tie-change", { name: line.otherName })}
                onPress={() => setOpen(line)}
              >
                <Pencil size={14} aria-hidden />
              </IconButton>
            </li>
          ))}
        </ul>
      </Part>
      {open && (
        <TieDrawer
          activity={data.id}
          role={isBefore ? "waits_for" : "comes_before"}
          line={open === "new" ? null : open}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  );
}

function TieDrawer({
  activity,
  role,
  line,
  onClose,
}: {
  activity: string;
  role: string;
  line: LinkLine | null;
  onClose: () => void;
}) {
  const others = (useQuery(activities()).data ?? []).filter((one) => one.id !== activity);
  const fields: FieldSpec<LinkForm>[] = [
    {
      name: "role",
      label: t("tie-role"),
      kind: "select",
      options: ROLES.map((value) => ({ value, label: t(`tie-role-${value}`) })),
    },
    {
      name: "other",
      label: t("tie-other"),
      kind: "select",
      options: [
        { value: "", label: t("choose-none") },
        ...others.map((one) => ({ value: one.id, label: one.form.name })),
      ],
    },
    { name: "note", label: t("tie-note"), kind: "area" },
  ];
  // A choice taken back is empty, and the core says so at its field.
  const whole = (form: LinkForm): LinkForm => ({ ...form, other: form.other ?? "" });
  return (
    <RecordForm
      title={line ? line.otherName : t("tie")}
      initial={line?.form ?? { activity, role, other: "", note: "" }}
      fields={fields}
      save={(form) =>
        line
          ? call("change_activity_link", { id: line.id, form: whole(form) })
          : call("add_activity_link", whole(form))
      }
      remove={line ? () => call("remove_activity_link", { id: line.id }) : undefined}
      onClose={onClose}
    />
  );
}
