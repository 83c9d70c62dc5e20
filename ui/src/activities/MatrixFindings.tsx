/** Gaps, overlaps and what is tied to nothing, each with the way to mend it. */
import { ArrowRight } from "lucide-react";
import { useState } from "react";
import type { MatrixFindingView, MatrixView } from "../ipc/generated";
import { t } from "../text/texts";

/** As many as are named before somebody asks for the rest. */
const FEW = 4;
const FAMILIES = ["gap", "overlap", "orphan"] as const;
const GLYPHS = { gap: "◆", overlap: "▲", orphan: "◌" };
const STATUS = { gap: "off_track", overlap: "watch", orphan: "plain" };

export function Findings({
  data,
  onMend,
}: {
  data: MatrixView;
  onMend: (kind: string, id: string) => void;
}) {
  if (data.findings.length === 0) return <p className="note">{t("matrix-findings-none")}</p>;
  return (
    <div className="findings">
      {FAMILIES.map((family) => {
        const own = data.findings.filter((finding) => finding.family === family);
        if (own.length === 0) return null;
        return (
          <section key={family} aria-label={t(`matrix-family-${family}`)}>
            <h3>
              <span className={`status ${STATUS[family]}`}>
                <span aria-hidden>{GLYPHS[family]}</span> {t(`matrix-family-${family}`)}
              </span>
            </h3>
            {own.map((finding) => (
              <Finding key={finding.kind} finding={finding} onMend={onMend} />
            ))}
          </section>
        );
      })}
    </div>
  );
}

function Finding({
  finding,
  onMend,
}: {
  finding: MatrixFindingView;
  onMend: (kind: string, id: string) => void;
}) {
  const [isLong, setIsLong] = useState(false);
  const { kind, items } = finding;
  const rest = items.length - FEW;
  return (
    <div className="matrix-finding">
      <h4>{finding.title}</h4>
      {finding.why && <p className="small quiet">{finding.why}</p>}
      <ul className="plain-list">
        {(isLong ? items : items.slice(0, FEW)).map((item) => (
          <li key={item.id}>
            <button
              type="button"
              className="plain-button hole"
              onClick={() => onMend(kind, item.id)}
            >
              <span>{item.name}</span>
              {item.detail && <span className="small quiet block">{item.detail}</span>}
              <span className="small matrix-mend">
                {t(`matrix-mend-${kind}`)} <ArrowRight size={12} aria-hidden />
              </span>
            </button>
          </li>
        ))}
      </ul>
      {rest > 0 && (
        <button type="button" className="button ghost" onClick={() => setIsLong(!isLong)}>
          {isLong ? t("matrix-fewer") : t("matrix-more", { count: rest })}
        </button>
      )}
    </div>
  );
}
