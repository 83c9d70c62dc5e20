/** How the values of a measure come about, and what it is made of. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../ipc/client";
import type { CalculationItem, MeasurePage, PartChoice } from "../ipc/generated";
import { dimensions } from "../ipc/queries";
import { Button, Select } from "../shared/controls";
import { Drawer } from "../shared/layers";
import { useNavigation } from "../shared/navigation";
import { Failed } from "../shared/states";
import { t } from "../text/texts";
import { SideHead } from "./SideHead";

const KINDS = ["entered", "sum", "difference", "ratio", "rate"] as const;
const ROLES: Record<string, readonly string[]> = {
  entered: [],
  sum: ["plus"],
  difference: ["plus", "minus"],
  ratio: ["numerator", "denominator"],
  rate: ["numerator", "denominator"],
};

export function Calculation({ page }: { page: MeasurePage }) {
  const [isOpen, setIsOpen] = useState(false);
  const { calculation } = page;
  return (
    <section aria-label={t("calculation")}>
      <SideHead words={t("calculation")} onAct={() => setIsOpen(true)} />
      {calculation.kind === "entered" ? (
        <p className="quiet small">{t("calculation-entered")}</p>
      ) : (
        <Calculated calculation={calculation} />
      )}
      {isOpen && <Editor page={page} onClose={() => setIsOpen(false)} />}
    </section>
  );
}

/** Figures are entered at the parts: each leads to its own. */
function Calculated({ calculation }: { calculation: CalculationItem }) {
  const { go } = useNavigation();
  return (
    <>
      <p>{calculation.line}</p>
      <ul className="side-list">
        {calculation.parts.map((part) => (
          <li key={`${part.role}${part.measure}`}>
            <button
              type="button"
              className="plain-button"
              onClick={() => go({ screen: "measure", id: part.measure, mend: "readings" })}
            >
              <span className="quiet">{t(`part-role-${part.role}`)}</span> {part.name}
            </button>
          </li>
        ))}
      </ul>
      {calculation.lacking.length > 0 && (
        <details className="worked">
          <summary>{t("calculation-lacking", { count: calculation.lacking.length })}</summary>
          <ul>
            {calculation.lacking.map((one) => (
              <li key={one.period}>
                <b>{one.period}</b> {one.words}
              </li>
            ))}
          </ul>
        </details>
      )}
      {calculation.keptAside > 0 && (
        <p className="note">{t("calculation-aside", { count: calculation.keptAside })}</p>
      )}
    </>
  );
}

function Editor({ page, onClose }: { page: MeasurePage; onClose: () => void }) {
  const known = useQuery(dimensions()).data;
  const [kind, setKind] = useState(page.calculation.kind);
  const [parts, setParts] = useState<PartChoice[]>(
    page.calculation.parts.map(({ measure, role }) => ({ measure, role })),
  );
  const [error, setError] = useState<unknown>(null);
  const roles = ROLES[kind] ?? [];
  const measures = [
    { value: "", label: t("choose-one") },
    ...(known?.measures ?? [])
      .filter(({ id }) => id !== page.id)
      .map(({ id, name }) => ({ value: id, label: name })),
  ];
  function choose(next: string) {
    const wanted = ROLES[next] ?? [];
    setKind(next);
    // Parts keep what they are as far as the other kind knows it.
    const kept = parts.map((part, at) =>
      wanted.includes(part.role)
        ? part
        : { ...part, role: wanted[Math.min(at, wanted.length - 1)] ?? "" },
    );
    setParts(wanted.length === 0 ? [] : kept);
  }
  const change = (at: number, part: PartChoice) =>
    setParts(parts.map((other, index) => (index === at ? part : other)));
  return (
    <Drawer title={t("calculation")} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const filled = parts.filter((part) => part.measure !== "");
          call("set_calculation", { id: page.id, kind, parts: filled }).then(onClose, setError);
        }}
      >
        <div className="drawer-body">
          {error !== null && <Failed error={error} />}
          <Select
            label={t("calculation-kind")}
            help={t("calculation-help")}
            value={kind}
            options={KINDS.map((value) => ({ value, label: t(`calculation-kind-${value}`) }))}
            onChange={choose}
          />
          {roles.length > 0 && (
            <fieldset>
              <legend>{t("calculation-parts")}</legend>
              {parts.map((part, index) => (
                <div
                  // biome-ignore lint/suspicious/noArrayIndexKey: rows of a form are told apart by their place.
                  key={index}
                  className="part-row"
                >
                  <Select
                    label={t("part-role")}
                    value={part.role}
                    options={roles.map((role) => ({ value: role, label: t(`part-role-${role}`) }))}
                    onChange={(role) => change(index, { ...part, role })}
                  />
                  <Select
                    label={t("measure")}
                    value={part.measure}
                    options={measures}
                    onChange={(measure) => change(index, { ...part, measure })}
                  />
                  <Button
                    kind="ghost"
                    onPress={() => setParts(parts.filter((_, at) => at !== index))}
                  >
                    {t("remove")}
                  </Button>
                </div>
              ))}
              <Button
                onPress={() =>
                  setParts([
                    ...parts,
                    { measure: "", role: roles[Math.min(parts.length, roles.length - 1)] ?? "" },
                  ])
                }
              >
                {t("part-add")}
              </Button>
            </fieldset>
          )}
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
