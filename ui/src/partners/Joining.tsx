/** Two partners or two people become one; a person is erased for good. */
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { call } from "../ipc/client";
import type { JoinPlan, PersonLine } from "../ipc/generated";
import { directory, partnerJoin, personJoin } from "../ipc/queries";
import { Button, Segmented, Select } from "../shared/controls";
import { Dialog } from "../shared/layers";
import { Failed, Loading } from "../shared/states";
import { useToast, wayBack } from "../shared/toasts";
import { t } from "../text/texts";

type Named = { id: string; name: string };

/** Merges two partners; which one stays is chosen here. */
export function MergePartners({
  one,
  other,
  onClose,
  onMerged,
}: {
  one: Named;
  other: Named;
  onClose: () => void;
  onMerged: (kept: string) => void;
}) {
  const [kept, setKept] = useState(one.id);
  const [keep, setKeep] = useState<"kept" | "gone" | "">("");
  const [staying, going] = kept === one.id ? [one, other] : [other, one];
  const plan = useQuery(partnerJoin({ gone: going.id, kept: staying.id }));
  return (
    <Merge
      title={t("merge-partners")}
      staying={staying}
      going={going}
      plan={plan.data}
      error={plan.error}
      isReady={(plan.data?.conflicts ?? 0) === 0 || keep !== ""}
      run={() => call("merge_partners", { gone: going.id, kept: staying.id, keep: keep || null })}
      onClose={onClose}
      onMerged={onMerged}
    >
      <div className="field">
        <span className="label">{t("merge-choose")}</span>
        <Segmented
          label={t("merge-choose")}
          value={kept}
          options={[one, other].map(({ id, name }) => ({ value: id, label: name }))}
          onChange={setKept}
        />
      </div>
      {plan.data && plan.data.conflicts > 0 && (
        <div className="field">
          <span className="label">{t("merge-conflicts", { count: plan.data.conflicts })}</span>
          <Segmented
            label={t("merge-conflicts", { count: plan.data.conflicts })}
            value={keep}
            options={[
              { value: "kept", label: staying.name },
              { value: "gone", label: going.name },
            ]}
            onChange={setKeep}
          />
        </div>
      )}
    </Merge>
  );
}

/** Asks for the partner another one is to be merged with. */
export function ChoosePartner({
  of,
  onClose,
  onMerged,
}: {
  of: Named;
  onClose: () => void;
  onMerged: (kept: string) => void;
}) {
  const lines = useQuery(directory()).data?.lines ?? [];
  const [chosen, setChosen] = useState<Named | null>(null);
  if (chosen) {
    return <MergePartners one={of} other={chosen} onClose={onClose} onMerged={onMerged} />;
  }
  return (
    <Dialog title={t("merge-partners")} onClose={onClose}>
      <Select
        label={t("merge-with")}
        value=""
        options={[
          { value: "", label: t("not-chosen") },
          ...lines
            .filter((line) => line.id !== of.id)
            .map((line) => ({ value: line.id, label: line.name })),
        ]}
        onChange={(id) => setChosen(lines.find((line) => line.id === id) ?? null)}
      />
      <div className="dialog-foot">
        <Button onPress={onClose}>{t("cancel")}</Button>
      </div>
    </Dialog>
  );
}

/** Merges a person with another of the same partner. */
export function MergePeople({
  person,
  people,
  onClose,
}: {
  person: PersonLine;
  people: PersonLine[];
  onClose: () => void;
}) {
  const others = people.filter((other) => other.id !== person.id);
  const [chosen, setChosen] = useState(others[0]?.id ?? "");
  const [kept, setKept] = useState(person.id);
  const other = others.find((one) => one.id === chosen);
  const named = (line: PersonLine | undefined) => ({
    id: line?.id ?? "",
    name: line?.form.name ?? "",
  });
  const staying = kept === person.id ? named(person) : named(other);
  const going = kept === person.id ? named(other) : named(person);
  const plan = useQuery({
    ...personJoin({ gone: going.id, kept: staying.id }),
    enabled: going.id !== "" && staying.id !== "",
  });
  return (
    <Merge
      title={t("merge-people")}
      staying={staying}
      going={going}
      plan={plan.data}
      error={plan.error}
      isReady
      run={() => call("merge_people", { gone: going.id, kept: staying.id })}
      onClose={onClose}
      onMerged={() => {}}
    >
      <Select
        label={t("merge-with")}
        value={chosen}
        options={others.map((one) => ({
          value: one.id,
          label: [one.form.name, one.form.role].filter(Boolean).join(", "),
        }))}
        onChange={(id) => {
          setChosen(id);
          setKept(person.id);
        }}
      />
      <div className="field">
        <span className="label">{t("merge-choose")}</span>
        <Segmented
          label={t("merge-choose")}
          value={kept}
          options={[named(person), named(other)].map(({ id, name }) => ({
            value: id,
            label: name,
          }))}
          onChange={setKept}
        />
      </div>
    </Merge>
  );
}

function Merge({
  title,
  staying,
  going,
  plan,
  error: planError,
  isReady,
  run,
  onClose,
  onMerged,
  children,
}: {
  title: string;
  staying: Named;
  going: Named;
  plan: JoinPlan | undefined;
  error: unknown;
  isReady: boolean;
  run: () => Promise<unknown>;
  onClose: () => void;
  onMerged: (kept: string) => void;
  children: ReactNode;
}) {
  const [failed, setFailed] = useState<unknown>(null);
  const [isBusy, setIsBusy] = useState(false);
  const toast = useToast();
  const error = failed ?? planError;

  async function merge() {
    setIsBusy(true);
    try {
      await run();
      toast(t("merged", { name: staying.name }), wayBack());
      onMerged(staying.id);
      onClose();
    } catch (thrown) {
      setFailed(thrown);
      setIsBusy(false);
    }
  }

  return (
    <Dialog title={title} onClose={onClose}>
      <div className="stack">
        {error != null && <Failed error={error} />}
        {children}
        <p>{t("merge-lead", { gone: going.name, kept: staying.name })}</p>
        {plan ? (
          plan.moving.length > 0 ? (
            <div>
              <p className="quiet">{t("merge-moves")}</p>
              <ul>
                {plan.moving.map((words) => (
                  <li key={words}>{words}</li>
                ))}
              </ul>
            </div>
          ) : (
            <p className="quiet">{t("merge-nothing")}</p>
          )
        ) : (
          error == null && <Loading />
        )}
      </div>
      <div className="dialog-foot">
        <Button onPress={onClose}>{t("cancel")}</Button>
        <Button
          kind="primary"
          isDisabled={isBusy || !isReady || !plan}
          onPress={() => void merge()}
        >
          {t("merge-do")}
        </Button>
      </div>
    </Dialog>
  );
}

/** Erases a person, after saying in plain words what that means. */
export function ErasePerson({
  person,
  partner,
  onClose,
}: {
  person: PersonLine;
  partner: string;
  onClose: () => void;
}) {
  const [error, setError] = useState<unknown>(null);
  const [isBusy, setIsBusy] = useState(false);
  const toast = useToast();

  async function erase() {
    setIsBusy(true);
    try {
      await call("erase_person", { id: person.id });
      toast(t("erased"));
      onClose();
    } catch (thrown) {
      setError(thrown);
      setIsBusy(false);
    }
  }

  return (
    <Dialog title={t("erase-title", { name: person.form.name })} onClose={onClose}>
      <div className="stack">
        {error !== null && <Failed error={error} />}
        <p>{t("erase-lead")}</p>
        <p>{t("erase-stays", { partner })}</p>
        <p>{t("erase-elsewhere")}</p>
      </div>
      <div className="dialog-foot">
        <Button autoFocus onPress={onClose}>
          {t("cancel")}
        </Button>
        <Button kind="danger" isDisabled={isBusy} onPress={() => void erase()}>
          {t("erase-do")}
        </Button>
      </div>
    </Dialog>
  );
}
