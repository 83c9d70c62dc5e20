/** Sheets that came back: what each would do, and taking it in. The files stay in the core. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Inbox, OctagonAlert, TriangleAlert } from "lucide-react";
import { useState } from "react";
import { call } from "../../ipc/client";
import type { ReturnedFiles as Files, ReturnedFile, ReturnedFinding } from "../../ipc/generated";
import { returnedFiles } from "../../ipc/queries";
import { Button, Checkbox } from "../../shared/controls";
import { errorWords } from "../../shared/states";
import { useToast, wayBack } from "../../shared/toasts";
import { t } from "../../text/texts";

export type Returned = ReturnType<typeof useReturnedFiles>;

/** The sheets that wait, and what can be done with them. */
export function useReturnedFiles() {
  const queries = useQueryClient();
  const files = useQuery(returnedFiles()).data?.files ?? [];
  const [isBusy, setIsBusy] = useState(false);
  const toast = useToast();

  async function run(action: () => Promise<Files>) {
    setIsBusy(true);
    try {
      queries.setQueryData(returnedFiles().queryKey, await action());
    } catch (error) {
      toast(errorWords(error));
    }
    setIsBusy(false);
  }

  return {
    files,
    isBusy,
    choose: () => run(() => call("choose_returned_files", {})),
    dismiss: (key: number) => run(() => call("dismiss_returned_file", { key })),
    commit: (key: number, leaveOut: number[]) =>
      run(async () => {
        const taken = await call("commit_returned_file", { key, leaveOut });
        toast(t("returned-taken", { added: taken.added, changed: taken.changed }), wayBack());
        return taken.rest;
      }),
  };
}

export function ReturnedFiles({ returned }: { returned: Returned }) {
  if (returned.files.length === 0) return null;
  return (
    <section className="section returned" aria-label={t("returned")}>
      <div className="section-head">
        <h2>{t("returned-waiting", { count: returned.files.length })}</h2>
        <span className="quiet small">{t("returned-nothing-saved")}</span>
      </div>
      {returned.files.map((file) =>
        file.refused === null ? (
          <Sheet key={file.key} file={file} returned={returned} />
        ) : (
          <div key={file.key} className="returned-file">
            <h3>{file.fileName}</h3>
            <p className="status off_track" style={{ whiteSpace: "normal" }}>
              <OctagonAlert className="icon" size={15} aria-hidden />
              {file.refused}
            </p>
            <div className="button-row">
              <Button onPress={() => void returned.dismiss(file.key)}>{t("close")}</Button>
            </div>
          </div>
        ),
      )}
    </section>
  );
}

function Sheet({ file, returned }: { file: ReturnedFile; returned: Returned }) {
  const [leaveOut, setLeaveOut] = useState<number[]>([]);
  const takes = file.rows.filter(
    (row) => (row.fate === "new" || row.fate === "changed") && !leaveOut.includes(row.row),
  ).length;
  return (
    <div className="returned-file">
      <h3>
        <Inbox className="icon" size={15} aria-hidden /> {file.partner}, {file.title}
      </h3>
      <p className="quiet small">
        {file.fileName} ·{" "}
        {t("returned-counts", {
          asked: file.asked,
          new: file.newCount,
          changed: file.changedCount,
          same: file.sameCount,
          out: file.leftOutCount,
          open: file.unansweredCount,
        })}
      </p>
      {file.findings.map((finding) => (
        <Finding
          key={`${finding.cell}${finding.words}`}
          finding={finding}
          isOut={finding.row !== null && leaveOut.includes(finding.row)}
          onOut={(row, isOut) =>
            setLeaveOut(isOut ? [...leaveOut, row] : leaveOut.filter((other) => other !== row))
          }
        />
      ))}
      <details>
        <summary>{t("returned-figures", { count: file.rows.length })}</summary>
        <table className="plain">
          <thead>
            <tr>
              <th scope="col">{t("import-row")}</th>
              <th scope="col">{t("returned-figure")}</th>
              <th scope="col" className="right">
                {t("returned-before")}
              </th>
              <th scope="col" className="right">
                {t("returned-given")}
              </th>
              <th scope="col">{t("returned-fate")}</th>
            </tr>
          </thead>
          <tbody>
            {file.rows.map((row) => (
              <tr key={row.row}>
                <td className="num">{row.row}</td>
                <th scope="row">{row.subject}</th>
                <td className="right quiet">{row.before || "–"}</td>
                <td className="right">{row.given || "–"}</td>
                <td>{t(`fate-${leaveOut.includes(row.row) ? "left_out" : row.fate}`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
      <div className="button-row">
        <Button
          kind="primary"
          isDisabled={returned.isBusy}
          onPress={() => void returned.commit(file.key, leaveOut)}
        >
          {t("returned-take", { count: takes })}
        </Button>
        <Button isDisabled={returned.isBusy} onPress={() => void returned.dismiss(file.key)}>
          {t("returned-dismiss")}
        </Button>
      </div>
    </div>
  );
}

function Finding({
  finding,
  isOut,
  onOut,
}: {
  finding: ReturnedFinding;
  isOut: boolean;
  onOut: (row: number, isOut: boolean) => void;
}) {
  const Icon = finding.isLeftOut ? OctagonAlert : TriangleAlert;
  const { row } = finding;
  return (
    <div className="finding">
      <span className={`status ${finding.isLeftOut ? "off_track" : "watch"}`}>
        <Icon className="icon" size={15} aria-hidden />
        <b className="num">{finding.cell || t("letter-whole-file")}</b>
      </span>
      <div>
        {finding.words}
        <p className="quiet small">
          {finding.subject && `${finding.subject} · `}
          {t(finding.isLeftOut ? "finding-is-left-out" : "finding-is-question")}
        </p>
      </div>
      {row !== null && (
        <Checkbox
          label={t("finding-leave-out")}
          isSelected={isOut}
          onChange={(isSelected) => onOut(row, isSelected)}
        />
      )}
    </div>
  );
}
