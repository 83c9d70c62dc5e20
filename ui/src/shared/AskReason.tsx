/** Asks why figures of a closed period are changed, and lets the change go on. */
import { useEffect, useState } from "react";
import { askReasonWith } from "../ipc/client";
import { t } from "../text/texts";
import { Button, TextField } from "./controls";
import { Dialog } from "./layers";

type Question = { period: string; answer: (reason: string | null) => void };

export function AskReason() {
  const [question, setQuestion] = useState<Question | null>(null);
  const [reason, setReason] = useState("");
  useEffect(
    () =>
      askReasonWith(
        (period) =>
          new Promise((resolve) => {
            setReason("");
            setQuestion({ period, answer: resolve });
          }),
      ),
    [],
  );
  if (!question) return null;
  const finish = (answer: string | null) => {
    setQuestion(null);
    question.answer(answer);
  };
  return (
    <Dialog title={t("reason-title", { period: question.period })} onClose={() => finish(null)}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (reason.trim() !== "") finish(reason);
        }}
      >
        <TextField
          label={t("reason-label")}
          help={t("reason-help")}
          value={reason}
          autoFocus
          onChange={setReason}
        />
        <div className="footbar">
          <span className="grow" />
          <Button onPress={() => finish(null)}>{t("cancel")}</Button>
          <Button kind="primary" type="submit" isDisabled={reason.trim() === ""}>
            {t("reason-go-on")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
