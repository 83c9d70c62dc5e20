/** A partner as a form. */
import { useQuery } from "@tanstack/react-query";
import { call } from "../ipc/client";
import type { PartnerForm } from "../ipc/generated";
import { directory } from "../ipc/queries";
import { type FieldSpec, RecordForm } from "../shared/RecordForm";
import { t } from "../text/texts";

const NEW: PartnerForm = {
  name: "",
  sector: null,
  kind: null,
  status: "active",
  since: "",
  until: "",
  website: "",
  email: "",
  phone: "",
  address: "",
  size: "",
  note: "",
};

export const STATUSES = ["prospective", "active", "paused", "left"];

export function PartnerDrawer({
  id,
  form,
  onClose,
  onAdded,
  onRemoved,
}: {
  id?: string;
  form?: PartnerForm;
  onClose: () => void;
  onAdded?: (id: string) => void;
  onRemoved?: () => void;
}) {
  const known = useQuery(directory()).data;
  if (!known) return null;
  const options = (list: readonly { id: string; name: string }[]) => [
    { value: "", label: t("not-chosen") },
    ...list.map((entry) => ({ value: entry.id, label: entry.name })),
  ];
  const fields: FieldSpec<PartnerForm>[] = [
    { name: "name", label: t("name"), kind: "text" },
    {
      name: "sector",
      label: t("partner-sector"),
      kind: "select",
      options: options(known.sectors),
    },
    { name: "kind", label: t("partner-kind"), kind: "select", options: options(known.kinds) },
    {
      name: "status",
      label: t("partner-status"),
      kind: "select",
      options: STATUSES.map((value) => ({ value, label: t(`partner-status-${value}`) })),
    },
    { name: "since", label: t("partner-since"), kind: "date" },
    {
      name: "until",
      label: t("partner-until"),
      kind: "date",
      isShown: (now) => now.status === "left" || now.until !== "",
    },
    { name: "website", label: t("partner-website"), kind: "text", group: t("partner-contact") },
    { name: "email", label: t("partner-email"), kind: "text" },
    { name: "phone", label: t("partner-phone"), kind: "text" },
    { name: "address", label: t("partner-address"), kind: "area" },
    { name: "size", label: t("partner-size"), kind: "text", help: t("partner-size-help") },
    { name: "note", label: t("notes"), kind: "area" },
  ];
  return (
    <RecordForm
      title={form ? form.name : t("add-partner")}
      initial={form ?? NEW}
      fields={fields}
      save={async (changed) => {
        if (id) await call("change_partner", { id, form: changed });
        else onAdded?.((await call("add_partner", changed)).id);
      }}
      remove={
        id
          ? async () => {
              await call("remove_partner", { id });
              onRemoved?.();
            }
          : undefined
      }
      onClose={onClose}
    />
  );
}
