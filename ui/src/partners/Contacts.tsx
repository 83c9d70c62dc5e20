/** A contact list from another program: told apart by columns, looked at, taken in as one step. */
import { FolderInput } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { call } from "../ipc/client";
import type { ContactChoices, ContactPreview, ContactRow } from "../ipc/generated";
import { Button, Checkbox, Segmented, Select, TextField } from "../shared/controls";
import { useNavigation } from "../shared/navigation";
import { Failed } from "../shared/states";
import { useToast, wayBack } from "../shared/toasts";
import { t } from "../text/texts";

const FIELDS = [
  "name",
  "first_name",
  "last_name",
  "organization",
  "role",
  "email",
  "phone",
  "ignore",
];
const CHOICES = ["add", "merge", "skip"] as const;

export default function Contacts() {
  const [preview, setPreview] = useState<ContactPreview | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [isBusy, setIsBusy] = useState(false);
  const { go } = useNavigation();
  const toast = useToast();
  // What is left behind is not kept.
  useEffect(() => () => void call("cancel_contacts", {}).catch(() => {}), []);

  async function run(action: () => Promise<void>) {
    setIsBusy(true);
    setError(null);
    try {
      await action();
    } catch (thrown) {
      setError(thrown);
    } finally {
      setIsBusy(false);
    }
  }
  const choose = () =>
    run(async () => {
      const chosen = await call("choose_contacts", {});
      if (chosen) setPreview(chosen);
    });
  const look = (choices: ContactChoices) =>
    run(async () => setPreview(await call("preview_contacts", choices)));
  const commit = () =>
    run(async () => {
      const { people, filled } = await call("commit_contacts", {});
      const file = preview?.fileName ?? "";
      if (people + filled === 0) toast(t("contacts-nothing"));
      else toast(t("contacts-imported", { file, people, filled }), wayBack());
      go({ screen: "partners" });
    });

  return (
    <>
      <div className="page-head">
        <div>
          <h1>{t("contacts")}</h1>
          <p className="partner-note quiet">{preview ? preview.fileName : t("contacts-lead")}</p>
        </div>
        <div className="actions">
          <Button
            kind={preview ? "default" : "primary"}
            isDisabled={isBusy}
            onPress={() => void choose()}
          >
            <FolderInput size={15} aria-hidden />
            {t(preview ? "contacts-other-file" : "contacts-choose")}
          </Button>
        </div>
      </div>
      {error !== null && <Failed error={error} />}
      {preview && (
        <Look
          key={preview.fileName}
          preview={preview}
          isBusy={isBusy}
          onLook={(choices) => void look(choices)}
          onDecide={(at, choice, choices) =>
            void run(async () => {
              await call("decide_contact", { at, choice });
              setPreview(await call("preview_contacts", choices));
            })
          }
          onCommit={() => void commit()}
        />
      )}
    </>
  );
}

function Look({
  preview,
  isBusy,
  onLook,
  onDecide,
  onCommit,
}: {
  preview: ContactPreview;
  isBusy: boolean;
  onLook: (choices: ContactChoices) => void;
  onDecide: (at: number | null, choice: string, choices: ContactChoices) => void;
  onCommit: () => void;
}) {
  const [onlyNoted, setOnlyNoted] = useState(false);
  const [without, setWithout] = useState(preview.without);
  const top = useRef<HTMLDivElement>(null);
  const choices = (part: Partial<ContactChoices>): ContactChoices => ({
    fields: preview.columns.map((column) => column.field),
    without,
    from: preview.from,
    onlyNoted,
    ...part,
  });
  const alike = preview.rows.some((row) => row.standing.startsWith("like_"));
  const toTake = preview.add + preview.merge;
  const last = preview.from + preview.rows.length;
  return (
    <>
      {preview.columns.length > 0 && (
        <section className="section" aria-label={t("contacts-columns")}>
          <div className="section-head">
            <h2>{t("contacts-columns")}</h2>
          </div>
          <div className="contact-columns">
            {preview.columns.map((column, index) => (
              <Select
                // biome-ignore lint/suspicious/noArrayIndexKey: columns stand where they stand.
                key={index}
                label={column.head}
                value={column.field}
                options={FIELDS.map((value) => ({ value, label: t(`contact-field-${value}`) }))}
                onChange={(field) => {
                  const fields = preview.columns.map((one) => one.field);
                  fields[index] = field;
                  onLook(choices({ fields, from: 0 }));
                }}
              />
            ))}
          </div>
        </section>
      )}
      <div className="filters contact-filters" ref={top}>
        <TextField
          label={t("contacts-without")}
          help={t("contacts-without-help")}
          value={without}
          onChange={setWithout}
          onBlur={() => without !== preview.without && onLook(choices({ from: 0 }))}
        />
        {alike && (
          <div className="field">
            <span className="label">{t("contacts-all-alike")}</span>
            <Segmented
              label={t("contacts-all-alike")}
              value=""
              options={CHOICES.map((value) => ({
                value: value as string,
                label: t(`contact-choice-${value}`),
              }))}
              onChange={(choice) => onDecide(null, choice, choices({}))}
            />
          </div>
        )}
        <span className="grow" />
        {preview.noted > 0 && (
          <Checkbox
            label={t("contacts-only-noted", { count: preview.noted })}
            isSelected={onlyNoted}
            onChange={(isOn) => {
              setOnlyNoted(isOn);
              onLook(choices({ onlyNoted: isOn, from: 0 }));
            }}
          />
        )}
      </div>
      <table className="plain with-notes">
        <thead>
          <tr>
            <th scope="col" className="right">
              {t("contacts-row")}
            </th>
            {["name", "organization", "role", "email", "phone"].map((field) => (
              <th key={field} scope="col">
                {t(`contact-field-${field}`)}
              </th>
            ))}
            <th scope="col">{t("contacts-then")}</th>
          </tr>
        </thead>
        <tbody>
          {preview.rows.map((row) => (
            <Row
              key={row.at}
              row={row}
              onDecide={(choice) => onDecide(row.at, choice, choices({}))}
            />
          ))}
        </tbody>
      </table>
      {preview.shown > preview.rows.length && (
        <div className="pager">
          <Button
            isDisabled={preview.from === 0 || isBusy}
            onPress={() => onLook(choices({ from: Math.max(preview.from - 100, 0) }))}
          >
            {t("contacts-earlier")}
          </Button>
          <span>
            {t("contacts-page", { from: preview.from + 1, to: last, count: preview.shown })}
          </span>
          <Button
            isDisabled={last >= preview.shown || isBusy}
            onPress={() => onLook(choices({ from: last }))}
          >
            {t("contacts-later")}
          </Button>
        </div>
      )}
      <div className="selection-bar">
        <b>
          {t("contacts-counts", { add: preview.add, merge: preview.merge, skip: preview.skip })}
        </b>
        <span className="quiet">{t("contacts-new-partners", { count: preview.newPartners })}</span>
        {toTake === 0 && <span>{t("contacts-nothing")}</span>}
        <Button kind="primary" isDisabled={isBusy || toTake === 0} onPress={onCommit}>
          {t("contacts-commit", { count: toTake })}
        </Button>
      </div>
    </>
  );
}

function Row({ row, onDecide }: { row: ContactRow; onDecide: (choice: string) => void }) {
  const isBlocked = row.standing.startsWith("no_");
  const isAlike = row.standing.startsWith("like_");
  const name = row.name || "–";
  return (
    <tr className={row.choice === "skip" ? "retired" : ""}>
      <td className="right quiet">{row.row}</td>
      <th scope="row">
        {name}
        {row.notes.map((note) => (
          <span key={note} className={isBlocked ? "small block status watch" : "small block quiet"}>
            {note}
          </span>
        ))}
      </th>
      <td>{row.organization || "–"}</td>
      <td>{row.role || "–"}</td>
      <td>{row.email || "–"}</td>
      <td>{row.phone || "–"}</td>
      <td>
        {isBlocked ? (
          <span className="quiet">{t("contact-choice-skip")}</span>
        ) : (
          <select
            className="input"
            style={{ width: "auto" }}
            aria-label={`${name}: ${t("contacts-then")}`}
            value={row.choice}
            onChange={(event) => onDecide(event.target.value)}
          >
            {CHOICES.filter((choice) => choice !== "merge" || isAlike).map((choice) => (
              <option key={choice} value={choice}>
                {t(`contact-choice-${choice}`)}
              </option>
            ))}
          </select>
        )}
      </td>
    </tr>
  );
}
