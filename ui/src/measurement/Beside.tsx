/** Measures that contribute to one, or that it contributes to, and those drawn beside it. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../ipc/client";
import type { MeasurePage } from "../ipc/generated";
import { measures } from "../ipc/queries";
import { useNavigation } from "../shared/navigation";
import { RecordForm } from "../shared/RecordForm";
import { StatusMark } from "../shared/StatusMark";
import { t } from "../text/texts";
import { SideHead } from "./SideHead";

/** The two kinds of measure stand apart by the color of their heading. */
export function Contributions({ page }: { page: MeasurePage }) {
  const { go } = useNavigation();
  const [isOpen, setIsOpen] = useState(false);
  const isIndicator = page.form.kind === "indicator";
  const words = t(isIndicator ? "contributors" : "contributes-to");
  return (
    <section className={isIndicator ? "kind-performance" : "kind-indicator"} aria-label={words}>
      <SideHead words={words} onAct={() => setIsOpen(true)} />
      {page.contributions.length === 0 && (
        <p className="quiet small">{t(isIndicator ? "contributors-empty" : "contributes-empty")}</p>
      )}
      <ul className="side-list">
        {page.contributions.map((other) => (
          <li key={other.id}>
            <button
              type="button"
              className="plain-button"
              title={other.status.because}
              onClick={() => go({ screen: "measure", id: other.id })}
            >
              <b>{other.name}</b>
              {other.partner && <span className="block quiet small">{other.partner}</span>}
              <span className="block">
                {other.latest} · <StatusMark word={other.status.word} />
              </span>
            </button>
          </li>
        ))}
      </ul>
      {isOpen && <Ties page={page} words={words} onClose={() => setIsOpen(false)} />}
    </section>
  );
}

function Ties({ page, words, onClose }: { page: MeasurePage; words: string; onClose: () => void }) {
  const known = useQuery(measures()).data;
  const groups =
    page.form.kind === "indicator" ? (known?.performance ?? []) : (known?.indicators ?? []);
  const options = groups
    .flatMap((group) => group.rows)
    .map((row) => ({
      value: row.id,
      label: row.partner ? `${row.name} (${row.partner})` : row.name,
    }));
  return (
    <RecordForm
      title={words}
      initial={{ others: page.contributions.map(({ id }) => id) }}
      fields={[
        { name: "others", label: words, kind: "many", options, help: t("contributions-help") },
      ]}
      save={({ others }) => call("set_contributions", { id: page.id, others })}
      onClose={onClose}
    />
  );
}

export function Comparisons({ page }: { page: MeasurePage }) {
  const { go } = useNavigation();
  const known = useQuery(measures()).data;
  const [isOpen, setIsOpen] = useState(false);
  const options = [...(known?.indicators ?? []), ...(known?.performance ?? [])]
    .flatMap((group) => group.rows)
    .filter((row) => row.id !== page.id)
    .map((row) => ({ value: row.id, label: row.name }));
  return (
    <section aria-label={t("comparisons")}>
      <SideHead words={t("comparisons")} onAct={() => setIsOpen(true)} />
      {page.comparisons.length === 0 && <p className="quiet small">{t("comparisons-empty")}</p>}
      <ul className="side-list">
        {page.comparisons.map((other) => (
          <li key={other.id}>
            <button
              type="button"
              className="plain-button"
              onClick={() => go({ screen: "measure", id: other.id })}
            >
              {other.name}
            </button>
          </li>
        ))}
      </ul>
      {isOpen && (
        <RecordForm
          title={t("comparisons")}
          initial={{ others: page.comparisons.map(({ id }) => id) }}
          fields={[
            {
              name: "others",
              label: t("comparisons"),
              kind: "many",
              options,
              help: t("comparisons-help"),
            },
          ]}
          save={({ others }) => call("set_comparisons", { id: page.id, others })}
          onClose={() => setIsOpen(false)}
        />
      )}
    </section>
  );
}
