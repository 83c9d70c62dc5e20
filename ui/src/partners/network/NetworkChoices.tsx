/** Which ties of which time are looked at. */
import { useEffect, useState } from "react";
import type { NetworkPage, NetworkRequest } from "../../ipc/generated";
import { Checkbox, Field, Select } from "../../shared/controls";
import { t } from "../../text/texts";

const BACK = ["quarter", "half", "year", "all"] as const;

export function NetworkChoices({
  page,
  request,
  onChange,
}: {
  page: NetworkPage;
  request: NetworkRequest;
  onChange: (next: Partial<NetworkRequest>) => void;
}) {
  return (
    <div className="network-choices">
      <fieldset className="bare">
        <legend className="label">{t("network-tied-by")}</legend>
        <Checkbox
          label={t("network-meetings")}
          isSelected={request.meetings}
          onChange={(meetings) => onChange({ meetings })}
        />
        <Checkbox
          label={t("network-activities")}
          isSelected={request.activities}
          onChange={(activities) => onChange({ activities })}
        />
        {page.backbone && (
          <span title={t("network-with-backbone-help", { name: page.backbone })}>
            <Checkbox
              label={t("network-with-backbone")}
              isSelected={request.withBackbone}
              onChange={(withBackbone) => onChange({ withBackbone })}
            />
          </span>
        )}
      </fieldset>
      <Select
        label={t("network-sector")}
        value={request.sector ?? ""}
        options={[
          { value: "", label: t("network-sector-all") },
          ...page.sectors.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(sector) => onChange({ sector: sector || null })}
      />
      <Select
        label={t("network-back")}
        value={request.back}
        options={BACK.map((back) => ({ value: back, label: t(`network-back-${back}`) }))}
        onChange={(back) => onChange({ back })}
      />
      <Until page={page} onChange={(until) => onChange({ until })} />
    </div>
  );
}

/** A slider that goes quarter by quarter. */
function Until({
  page,
  onChange,
}: {
  page: NetworkPage;
  onChange: (until: string | null) => void;
}) {
  const [day, setDay] = useState(page.day);
  const last = page.days.length - 1;
  const words = page.days[day]?.words ?? "";
  useEffect(() => setDay(page.day), [page.day]);
  // While it is dragged only where it comes to rest is looked up.
  useEffect(() => {
    if (day === page.day) return;
    const timer = setTimeout(
      () => onChange(day === last ? null : (page.days[day]?.date ?? null)),
      90,
    );
    return () => clearTimeout(timer);
  }, [day, last, page, onChange]);
  return (
    <Field label={t("network-until")}>
      {(attributes) => (
        <span className="network-until">
          <input
            id={attributes.id}
            type="range"
            min={0}
            max={last}
            step={1}
            value={day}
            disabled={last === 0}
            aria-valuetext={words}
            onChange={(event) => setDay(Number(event.target.value))}
          />
          <output htmlFor={attributes.id}>{words}</output>
        </span>
      )}
    </Field>
  );
}
