/** One data request with everything that can be done about it. */
import { useQuery } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { useState } from "react";
import { call } from "../../ipc/client";
import type { RequestLine } from "../../ipc/generated";
import { Button } from "../../shared/controls";
import { Drawer } from "../../shared/layers";
import { errorWords, Failed, Loading } from "../../shared/states";
import { useToast } from "../../shared/toasts";
import { t } from "../../text/texts";
import { EditForm } from "./AskForm";
import { isOpen, StandingMark } from "./RequestTable";

export function RequestPanel({
  line,
  onSheet,
  onMark,
  onRemove,
  onClose,
}: {
  line: RequestLine;
  onSheet: () => void;
  onMark: (step: string) => void;
  onRemove: () => void;
  onClose: () => void;
}) {
  const [isEditing, setIsEditing] = useState(false);
  if (isEditing) return <EditForm line={line} onClose={() => setIsEditing(false)} />;
  const canSend = isOpen(line);
  const isAnswered = line.standing === "received" || line.standing === "accepted";
  return (
    <Drawer title={line.title} onClose={onClose}>
      <div className="drawer-body">
        <div>
          <p>
            <b>{line.partner}</b>
          </p>
          <p>
            <StandingMark line={line} />
          </p>
        </div>
        <dl className="about">
          <dt>{t("request-due-head")}</dt>
          <dd>{line.due}</dd>
          <dt>{t("request-last-step")}</dt>
          <dd>{line.lastStep}</dd>
          <dt>{t("request-figures")}</dt>
          <dd>{t("request-asks", { count: line.figures, names: line.measures.join(", ") })}</dd>
          {line.returned && (
            <>
              <dt>{t("request-returned")}</dt>
              <dd>
                {line.returned}
                {line.findings > 0 && `, ${t("request-findings", { count: line.findings })}`}
              </dd>
            </>
          )}
        </dl>
        <div className="button-row">
          {canSend && (
            <Button kind="primary" onPress={onSheet}>
              {t("request-sheet-make")}
            </Button>
          )}
          {line.standing === "draft" && (
            <Button onPress={() => onMark("sent")}>{t("request-mark-sent")}</Button>
          )}
          {line.standing === "received" && (
            <Button kind="primary" onPress={() => onMark("accepted")}>
              {t("request-accept")}
            </Button>
          )}
          {(line.standing === "withdrawn" || line.standing === "accepted") && (
            <Button onPress={() => onMark("taken_up")}>{t("request-take-up")}</Button>
          )}
          <Button onPress={() => setIsEditing(true)}>{t("edit")}</Button>
          {line.standing !== "withdrawn" && line.standing !== "accepted" && (
            <Button onPress={() => onMark("withdrawn")}>{t("request-withdraw")}</Button>
          )}
        </div>
        {(line.standing === "due" || line.standing === "late") && (
          <MessageText id={line.id} kind="reminder" />
        )}
        {isAnswered && line.returned && <MessageText id={line.id} kind="letter" />}
      </div>
      <div className="drawer-foot">
        <span className="start">
          <Button kind="danger" onPress={onRemove}>
            {t("remove")}
          </Button>
        </span>
        <Button onPress={onClose}>{t("close")}</Button>
      </div>
    </Drawer>
  );
}

/** A message ready to be copied into an e-mail. */
function MessageText({ id, kind }: { id: string; kind: "reminder" | "letter" }) {
  const message = useQuery({
    queryKey: ["message", kind, id],
    queryFn: () => call(kind === "letter" ? "write_letter" : "write_reminder", { id }),
    retry: false,
  });
  const toast = useToast();
  if (message.isError) return <Failed error={message.error} />;
  if (!message.data) return <Loading />;
  const { subject, text } = message.data;

  async function copy() {
    try {
      await navigator.clipboard.writeText(text);
      toast(t("message-copied"));
    } catch {
      toast(t("message-not-copied"));
    }
  }

  async function savePdf() {
    try {
      const { fileName } = await call("save_letter", { id });
      if (fileName) {
        toast(t("report-exported", { name: fileName }), {
          label: t("open-it"),
          run: () => void call("open_export", {}),
        });
      }
    } catch (error) {
      toast(errorWords(error));
    }
  }

  return (
    <section aria-label={t(`message-${kind}`)}>
      <h3>{t(`message-${kind}`)}</h3>
      <p className="small">
        <span className="quiet">{t("message-subject")}</span> {subject}
      </p>
      <textarea
        className="input message"
        readOnly
        rows={12}
        aria-label={t(`message-${kind}`)}
        value={text}
        onFocus={(event) => event.target.select()}
      />
      <div className="button-row">
        <Button onPress={() => void copy()}>{t("message-copy")}</Button>
        {kind === "letter" && (
          <Button onPress={() => void savePdf()}>
            <Download size={15} aria-hidden />
            {t("letter-save")}
          </Button>
        )}
      </div>
    </section>
  );
}
