/** Records the signatures of one or many partners in one step. */
import { type FormEvent, useState } from "react";
import { CoreError, call } from "../ipc/client";
import type { Outstanding } from "../ipc/generated";
import { Button, Checkbox, TextField } from "../shared/controls";
import { Drawer } from "../shared/layers";
import { errorWords, Failed } from "../shared/states";
import { useToast, wayBack } from "../shared/toasts";
import { t } from "../text/texts";

export function RecordSignatures({
  agenda,
  version,
  outstanding,
  today,
  onClose,
}: {
  agenda: string;
  version: number;
  outstanding: readonly Outstanding[];
  /** ISO date. */
  today: string;
  onClose: () => void;
}) {
  // Who signs by partner; nothing where the partner is not chosen.
  const [signers, setSigners] = useState<Record<string, string>>({});
  const [day, setDay] = useState(today);
  const [note, setNote] = useState("");
  const [error, setError] = useState<unknown>(null);
  const [isAsked, setIsAsked] = useState(false);
  const toast = useToast();
  const chosen = outstanding.filter(({ partner }) => signers[partner.id] !== undefined);
  const isOfDay = error instanceof CoreError && error.field === "signed_on";

  function choose(all: readonly Outstanding[]) {
    setSigners(
      Object.fromEntries(
        all.map(({ partner, people }) => [
          partner.id,
          // One person alone is who signs, until it is said otherwise.
          signers[partner.id] ?? (people.length === 1 ? (people[0] ?? "") : ""),
        ]),
      ),
    );
  }

  async function save(event: FormEvent) {
    event.preventDefault();
    setIsAsked(true);
    if (chosen.length === 0) return;
    try {
      await call("endorse_agenda", {
        agenda,
        signatures: chosen.map(({ partner }) => ({
          partner: partner.id,
          signedBy: signers[partner.id] ?? "",
        })),
        signedOn: day,
        note,
      });
      toast(t("endorse-saved", { count: chosen.length }), wayBack());
      onClose();
    } catch (thrown) {
      setError(thrown);
    }
  }

  return (
    <Drawer title={t("endorse-title", { version })} onClose={onClose}>
      <form onSubmit={(event) => void save(event)}>
        <div className="drawer-body">
          {error !== null && !isOfDay && <Failed error={error} />}
          <fieldset className="bare signers">
            <legend className="label">{t("endorse-partners")}</legend>
            <p className="note">{t("endorse-partners-help")}</p>
            {outstanding.length > 1 && (
              <p>
                <Button kind="ghost" onPress={() => choose(outstanding)}>
                  {t("endorse-all")}
                </Button>
                <Button kind="ghost" onPress={() => choose([])}>
                  {t("endorse-none")}
                </Button>
              </p>
            )}
            {outstanding.map((one) => (
              <Signer
                key={one.partner.id}
                one={one}
                signer={signers[one.partner.id]}
                onChoose={(isChosen) =>
                  choose(
                    outstanding.filter(({ partner }) =>
                      partner.id === one.partner.id ? isChosen : signers[partner.id] !== undefined,
                    ),
                  )
                }
                onSigner={(signer) => setSigners({ ...signers, [one.partner.id]: signer })}
              />
            ))}
            {isAsked && chosen.length === 0 && (
              <p className="error" role="alert">
                {t("endorse-choose")}
              </p>
            )}
          </fieldset>
          <TextField
            label={t("endorse-on")}
            placeholder={t("date-form")}
            value={day}
            error={isOfDay ? errorWords(error) : undefined}
            onChange={setDay}
          />
          <TextField label={t("endorse-note")} value={note} onChange={setNote} />
        </div>
        <div className="drawer-foot">
          <Button onPress={onClose}>{t("cancel")}</Button>
          <Button kind="primary" type="submit">
            {t("endorse-save", { count: Math.max(chosen.length, 1) })}
          </Button>
        </div>
      </form>
    </Drawer>
  );
}

function Signer({
  one,
  signer,
  onChoose,
  onSigner,
}: {
  one: Outstanding;
  signer: string | undefined;
  onChoose: (isChosen: boolean) => void;
  onSigner: (signer: string) => void;
}) {
  const list = `people-${one.partner.id}`;
  return (
    <div className="signer">
      <Checkbox label={one.partner.name} isSelected={signer !== undefined} onChange={onChoose} />
      {signer !== undefined && (
        <>
          <input
            className="input"
            aria-label={t("endorse-signer-of", { partner: one.partner.name })}
            placeholder={t("endorse-signer-hint")}
            list={list}
            value={signer}
            onChange={(event) => onSigner(event.target.value)}
          />
          <datalist id={list}>
            {one.people.map((person) => (
              <option key={person} value={person} />
            ))}
          </datalist>
        </>
      )}
    </div>
  );
}
