/** The mends of a problem: buttons, a list to pick from, a field to type into. */
import { useId, useState } from "react";
import type { ImportDecision, ImportMend } from "../../ipc/generated";
import { Button } from "../../shared/controls";
import { t } from "../../text/texts";

export function Mends({
  mends,
  isBusy,
  about,
  onDecide,
}: {
  mends: ImportMend[];
  isBusy: boolean;
  about: string;
  onDecide: (decision: ImportDecision) => void;
}) {
  if (mends.length === 0) return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would draw a frame and a legend.
    <div className="mends" role="group" aria-label={t("import-mends", { about })}>
      {mends.map((mend) =>
        mend.kind === "button" ? (
          <Button
            key={mend.label}
            isDisabled={isBusy}
            onPress={() => onDecide(mend.decision)}
            aria-label={`${mend.label} (${about})`}
          >
            {mend.label}
          </Button>
        ) : (
          <Choice
            key={`${mend.kind}${mend.label}`}
            mend={mend}
            isBusy={isBusy}
            onDecide={onDecide}
          />
        ),
      )}
    </div>
  );
}

/** A value that is picked or typed, and a button that takes it. */
function Choice({
  mend,
  isBusy,
  onDecide,
}: {
  mend: ImportMend;
  isBusy: boolean;
  onDecide: (decision: ImportDecision) => void;
}) {
  const id = useId();
  const [value, setValue] = useState(mend.decision.value || (mend.options[0]?.value ?? ""));
  const take = () => onDecide({ ...mend.decision, value });
  return (
    <form
      className="mend-choice"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBusy) take();
      }}
    >
      <label htmlFor={id}>{mend.label}</label>
      {mend.kind === "pick" ? (
        <select
          id={id}
          className="input"
          value={value}
          onChange={({ target }) => setValue(target.value)}
        >
          {mend.options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      ) : (
        <input
          id={id}
          className="input"
          value={value}
          onChange={({ target }) => setValue(target.value)}
        />
      )}
      <Button type="submit" isDisabled={isBusy}>
        {t("import-apply")}
      </Button>
    </form>
  );
}
