/** What has to be asked before figures can be entered: a period, a column, room for a pasted
 * table, a reason. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../ipc/client";
import type { PastePlan } from "../ipc/generated";
import { dimensions } from "../ipc/queries";
import { Button, Segmented, Select, TextArea, TextField } from "../shared/controls";
import { Dialog } from "../shared/layers";
import { errorWords, Failed } from "../shared/states";
import { t } from "../text/texts";

/** Asks for a period that is not listed; the next one is proposed. */
export function AskPeriod({
  proposed,
  earlier,
  onClose,
  onAdd,
}: {
  proposed: string;
  earlier: string | null;
  onClose: () => void;
  onAdd: (period: string) => Promise<void>;
}) {
  const [period, setPeriod] = useState(proposed);
  const [error, setError] = useState<unknown>(null);
  return (
    <Dialog title={t("add-period")} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onAdd(period).then(onClose, setError);
        }}
      >
        {earlier && proposed && (
          <div style={{ marginBottom: 12 }}>
            <Segmented
              label={t("add-period")}
              value={period}
              onChange={setPeriod}
              options={[proposed, earlier].map((one) => ({ value: one, label: one }))}
            />
          </div>
        )}
        <TextField
          label={t("grid-period")}
          help={t("period-help")}
          error={error === null ? undefined : errorWords(error)}
          value={period}
          autoFocus
          onChange={setPeriod}
        />
        <Foot onClose={onClose} words={t("add")} />
      </form>
    </Dialog>
  );
}

type ColumnKind = "group" | "place" | "provider" | "breakdown";

/** Asks for a column: a new group or place, a partner, or a breakdown with its groups. */
export function AskColumn({
  split,
  onClose,
  onAdd,
}: {
  split: string;
  onClose: () => void;
  onAdd: (added: { column?: string; split?: string }) => void;
}) {
  const known = useQuery(dimensions()).data;
  const breakdown = split.startsWith("breakdown:") ? split.slice("breakdown:".length) : null;
  const [kind, setKind] = useState<ColumnKind>(
    breakdown ? "group" : split === "providers" ? "provider" : "place",
  );
  const [partner, setPartner] = useState("");
  const [name, setName] = useState("");
  const [groups, setGroups] = useState("");
  const [error, setError] = useState<unknown>(null);
  const kinds: ColumnKind[] = [
    ...(breakdown ? (["group"] as const) : []),
    "place",
    ...(known && known.partners.length > 0 ? (["provider"] as const) : []),
    "breakdown",
  ];

  async function add() {
    if (kind === "group" && breakdown) {
      await call("add_group", { breakdown, name });
      onAdd({});
    } else if (kind === "place") {
      const { id } = await call("add_place", { name, isBenchmark: false, parent: null });
      onAdd(breakdown ? { split: "places" } : { column: `place:${id}` });
    } else if (kind === "provider") {
      if (partner) onAdd({ column: `provider:${partner}`, split: "providers" });
    } else {
      const names = groups
        .split("\n")
        .map((line) => line.trim())
        .filter(Boolean);
      const { id } = await call("add_breakdown", { name, groups: names });
      onAdd({ split: `breakdown:${id}` });
    }
  }

  return (
    <Dialog title={t("add-column")} onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          add().then(onClose, setError);
        }}
      >
        {error !== null && <Failed error={error} />}
        <Select
          label={t("column-kind")}
          value={kind}
          options={kinds.map((value) => ({ value, label: t(`column-kind-${value}`) }))}
          onChange={(value) => setKind(value as ColumnKind)}
        />
        {kind === "provider" ? (
          <Select
            label={t("column-choose-partner")}
            value={partner}
            options={[
              { value: "", label: t("choose-one") },
              ...(known?.partners ?? []).map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChange={setPartner}
          />
        ) : (
          <TextField label={t("name")} value={name} onChange={setName} autoFocus />
        )}
        {kind === "breakdown" && (
          <TextArea label={t("column-groups")} value={groups} onChange={setGroups} />
        )}
        <Foot onClose={onClose} words={t("add")} />
      </form>
    </Dialog>
  );
}

/** Asks whether a pasted table may add periods. */
export function AskRoom({
  plan,
  onAnswer,
  onClose,
}: {
  plan: PastePlan;
  onAnswer: (isAll: boolean) => void;
  onClose: () => void;
}) {
  return (
    <Dialog title={t("paste-title")} onClose={onClose}>
      <div className="stack">
        <p>{plan.question}</p>
        {plan.notes.map((note) => (
          <p key={note} className="quiet">
            {note}
          </p>
        ))}
      </div>
      <div className="footbar">
        <span className="grow" />
        <Button onPress={onClose}>{t("cancel")}</Button>
        <Button onPress={() => onAnswer(false)}>{t("paste-fit")}</Button>
        <Button kind="primary" autoFocus onPress={() => onAnswer(true)}>
          {t("paste-add")}
        </Button>
      </div>
    </Dialog>
  );
}

function Foot({ onClose, words }: { onClose: () => void; words: string }) {
  return (
    <div className="footbar">
      <span className="grow" />
      <Button onPress={onClose}>{t("cancel")}</Button>
      <Button kind="primary" type="submit">
        {words}
      </Button>
    </div>
  );
}
