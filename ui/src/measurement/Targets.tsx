/** Baseline, dated targets and notes on the time axis. */
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
  const [note, setNote] = useState({ period: "", title: "", detail: "" });
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
    if (note.title.trim() !== "") {
      await call("add_annotation", { measure: page.id, ...note });
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
          <fieldset>
            <legend>{t("annotations")}</legend>
            <ul className="side-list">
              {page.annotations.map((annotation) => (
                <li key={annotation.id}>
                  <span style={{ flex: 1 }}>
                    {annotation.form.period}: {annotation.form.title}
                  </span>
                  <Button
                    kind="ghost"
                    onPress={() =>
                      void call("remove_annotation", { id: annotation.id }).catch(setError)
                    }
                  >
                    {t("remove")}
                  </Button>
                </li>
              ))}
            </ul>
            <TextField
              label={t("annotation-period")}
              value={note.period}
              onChange={(period) => setNote({ ...note, period })}
            />
            <TextField
              label={t("annotation-title")}
              value={note.title}
              onChange={(title) => setNote({ ...note, title })}
            />
            <TextField
              label={t("annotation-detail")}
              value={note.detail}
              onChange={(detail) => setNote({ ...note, detail })}
            />
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
