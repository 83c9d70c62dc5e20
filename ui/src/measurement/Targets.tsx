/** Baseline and dated targets. */
import { useState } from "react";
import { call } from "../ipc/client";
import type { DatedValue, MeasurePage } from "../ipc/generated";
import { Button, TextField } from "../shared/controls";
import { Drawer } from "../shared/layers";
import { Failed } from "../shared/states";
import { t } from "../text/texts";

const EMPTY: DatedValue = { period: "", value: "" };

export function Targets({ page, onClose }: { page: MeasurePage; onClose: () => void }) {
  const [baseline, setBaseline] = useState(page.baseline ?? EMPTY);
  const [targets, setTargets] = useState<DatedValue[]>(
    page.targets.length > 0 ? page.targets : [EMPTY],
  );
  const [error, setError] = useState<unknown>(null);
  const isFilled = (dated: DatedValue) => dated.period.trim() !== "" || dated.value.trim() !== "";

  async function save() {
    const filled = targets.filter(isFilled);
    // Targets first go out of the way, so that baseline and targets may move together.
    const hasMoved = JSON.stringify(baseline) !== JSON.stringify(page.baseline ?? EMPTY);
    if (hasMoved) {
      await call("set_baseline", { id: page.id, baseline: isFilled(baseline) ? baseline : null });
    }
    if (JSON.stringify(filled) !== JSON.stringify(page.targets)) {
      await call("set_targets", { id: page.id, targets: filled });
    }
  }

  return (
    <Drawer title={t("targets-edit")} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save().then(onClose, setError);
        }}
      >
        <div className="drawer-body">
          {error !== null && <Failed error={error} />}
          <fieldset>
            <legend>{t("baseline")}</legend>
            <Dated value={baseline} onChange={setBaseline} />
          </fieldset>
          <fieldset>
            <legend>{t("targets")}</legend>
            <p className="quiet small">{t("targets-help")}</p>
            {targets.map((target, index) => (
              <Dated
                // biome-ignore lint/suspicious/noArrayIndexKey: rows of a form are told apart by their place.
                key={index}
                value={target}
                onChange={(changed) =>
                  setTargets(targets.map((other, at) => (at === index ? changed : other)))
                }
              />
            ))}
            <Button onPress={() => setTargets([...targets, EMPTY])}>{t("target-add")}</Button>
          </fieldset>
        </div>
        <div className="drawer-foot">
          <Button onPress={onClose}>{t("cancel")}</Button>
          <Button kind="primary" type="submit">
            {t("save")}
          </Button>
        </div>
      </form>
    </Drawer>
  );
}

function Dated({ value, onChange }: { value: DatedValue; onChange: (value: DatedValue) => void }) {
  return (
    <div style={{ display: "grid", gridTemplateColumns: "1fr 1fr", gap: 12 }}>
      <TextField
        label={t("grid-period")}
        value={value.period}
        onChange={(period) => onChange({ ...value, period })}
      />
      <TextField
        label={t("value")}
        value={value.value}
        onChange={(typed) => onChange({ ...value, value: typed })}
      />
    </div>
  );
}
