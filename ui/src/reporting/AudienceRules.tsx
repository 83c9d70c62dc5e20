/** How small numbers are protected, a form per audience. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { CoreError, call } from "../ipc/client";
import type { AudienceRuleForm } from "../ipc/generated";
import { audienceRules } from "../ipc/queries";
import { Button, Checkbox, TextField } from "../shared/controls";
import { Drawer } from "../shared/layers";
import { errorWords, Failed, Loaded } from "../shared/states";
import { useToast, wayBack } from "../shared/toasts";
import { t } from "../text/texts";

export function AudienceRules({ onClose }: { onClose: () => void }) {
  const query = useQuery(audienceRules());
  return (
    <Drawer title={t("rules")} onClose={onClose}>
      <div className="drawer-body">
        <p className="reading">{t("rules-lead")}</p>
        <Loaded query={query}>
          {(rules) => (
            <>
              {rules.map((rule) => (
                // Anew when the core has changed it, by undo for one.
                <Rule key={`${rule.audience}${JSON.stringify(rule)}`} rule={rule} />
              ))}
            </>
          )}
        </Loaded>
      </div>
    </Drawer>
  );
}

function Rule({ rule }: { rule: AudienceRuleForm }) {
  const [form, setForm] = useState(rule);
  const [error, setError] = useState<unknown>(null);
  const toast = useToast();
  const isChanged = JSON.stringify(form) !== JSON.stringify(rule);
  const field = error instanceof CoreError ? error.field : null;
  const name = t(`audience-${rule.audience}`);

  async function save() {
    setError(null);
    try {
      await call("set_audience_rule", form);
      toast(t("rules-set", { audience: name }), wayBack());
    } catch (thrown) {
      setError(thrown);
    }
  }

  return (
    <form
      aria-label={name}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <div className="dialog-form section">
        <h3>{name}</h3>
        {error !== null && field === null && <Failed error={error} />}
        <TextField
          label={t("rules-people")}
          help={t("rules-people-help")}
          value={form.denominatorFloor}
          error={field === "denominatorFloor" ? errorWords(error) : undefined}
          onChange={(denominatorFloor) => setForm({ ...form, denominatorFloor })}
        />
        <TextField
          label={t("rules-events")}
          help={t("rules-events-help")}
          value={form.numeratorFloor}
          error={field === "numeratorFloor" ? errorWords(error) : undefined}
          onChange={(numeratorFloor) => setForm({ ...form, numeratorFloor })}
        />
        <Checkbox
          label={t("rules-tails")}
          isSelected={form.codesTails}
          onChange={(codesTails) => setForm({ ...form, codesTails })}
        />
        <div>
          <Button type="submit" isDisabled={!isChanged}>
            {t("save")}
          </Button>
        </div>
      </div>
    </form>
  );
}
