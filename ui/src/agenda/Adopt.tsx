/** Adopting the draft: the day, and what it means. */
import { type FormEvent, useState } from "react";
import { CoreError, call } from "../ipc/client";
import { Button, TextField } from "../shared/controls";
import { Dialog } from "../shared/layers";
import { errorWords, Failed } from "../shared/states";
import { useToast, wayBack } from "../shared/toasts";
import { t } from "../text/texts";

export function Adopt({
  version,
  today,
  onClose,
}: {
  version: number;
  /** ISO date. */
  today: string;
  onClose: () => void;
}) {
  const [day, setDay] = useState(today);
  const [error, setError] = useState<unknown>(null);
  const toast = useToast();
  const isOfDay = error instanceof CoreError && error.field === "adopted_on";

  async function adopt(event: FormEvent) {
    event.preventDefault();
    try {
      await call("adopt_agenda", { adoptedOn: day });
      toast(t("agenda-adopt-done", { version }), wayBack());
      onClose();
    } catch (thrown) {
      setError(thrown);
    }
  }

  return (
    <Dialog title={t("agenda-adopt-title", { version })} onClose={onClose}>
      <form className="stack" onSubmit={(event) => void adopt(event)}>
        <p>{t("agenda-adopt-explain")}</p>
        {error !== null && !isOfDay && <Failed error={error} />}
        <TextField
          label={t("agenda-adopted-on")}
          help={t("agenda-adopted-help")}
          placeholder={t("date-form")}
          value={day}
          autoFocus
          error={isOfDay ? errorWords(error) : undefined}
          onChange={setDay}
        />
        <div className="dialog-foot">
          <Button onPress={onClose}>{t("cancel")}</Button>
          <Button kind="primary" type="submit">
            {t("agenda-adopt-now")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
