/** Which rule the status of every measure follows. */
import { useQuery } from "@tanstack/react-query";
import { call } from "../ipc/client";
import { statusRule } from "../ipc/queries";
import { RecordForm } from "../shared/RecordForm";
import { t } from "../text/texts";

export function StatusRule({ onClose }: { onClose: () => void }) {
  const known = useQuery(statusRule()).data;
  if (!known) return null;
  return (
    <RecordForm
      title={t("status-rule")}
      initial={known}
      fields={[
        {
          name: "rule",
          label: t("status-rule"),
          kind: "select",
          options: (["path", "movement", "pace"] as const).map((value) => ({
            value,
            label: t(`status-rule-${value}`),
          })),
          help: t("status-rule-help"),
        },
        {
          name: "watchPercent",
          label: t("watch-percent"),
          kind: "text",
          help: t("watch-percent-help"),
          isShown: (form) => form.rule === "path",
        },
      ]}
      save={(form) => call("set_status_rule", form)}
      onClose={onClose}
    />
  );
}
