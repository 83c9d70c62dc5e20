/** What narrows the list of measures, and the views people keep of it. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { MeasureList } from "../ipc/generated";
import { tags } from "../ipc/queries";
import { Button, Checkbox } from "../shared/controls";
import { Filter } from "../shared/Filter";
import { Views, ViewsButton } from "../shared/Views";
import { t } from "../text/texts";
import { FRESHNESS, isFiltered, STAGES, USUAL, type View, viewFrom } from "./view";

export function MeasureFilters({
  list,
  view,
  onChange,
}: {
  list: MeasureList;
  view: View;
  onChange: (view: View) => void;
}) {
  const known = useQuery(tags()).data ?? [];
  const [isOpen, setIsOpen] = useState(false);
  const set = (part: Partial<View>) => onChange({ ...view, ...part });
  const rows = [...list.indicators, ...list.performance].flatMap((group) => group.rows);
  const statuses = [...new Set(rows.map((row) => row.status.word))];
  const used = new Set(list.details.flatMap((detail) => detail.tags));
  const offered = known.filter((tag) => used.has(tag.id) || tag.id === view.tag);
  return (
    <div className="filters measure-filters">
      {offered.length > 0 && (
        <Filter
          label={t("screen-tags")}
          any={t("any-tag")}
          value={view.tag}
          options={offered.map((tag) => ({ value: tag.id, label: tag.name }))}
          onChange={(tag) => set({ tag })}
        />
      )}
      <Filter
        label={t("column-status")}
        any={t("any-status")}
        value={view.status}
        options={statuses.map((word) => ({ value: word, label: t(`status-${word}`) }))}
        onChange={(status) => set({ status })}
      />
      <Filter
        label={t("column-fresh")}
        any={t("any-freshness")}
        value={view.fresh}
        options={FRESHNESS.map((value) => ({ value, label: t(`filter-fresh-${value}`) }))}
        onChange={(fresh) => set({ fresh })}
      />
      <Filter
        label={t("measure-stage")}
        any={t("any-stage")}
        value={view.stage}
        options={STAGES.map((value) => ({ value, label: t(`measure-status-${value}`) }))}
        onChange={(stage) => set({ stage })}
      />
      <Checkbox
        label={t("only-headline")}
        isSelected={view.headline}
        onChange={(headline) => set({ headline })}
      />
      {isFiltered(view) && (
        <Button kind="ghost" onPress={() => onChange({ ...USUAL, sort: view.sort })}>
          {t("filters-clear")}
        </Button>
      )}
      <div className="filters-end">
        <ViewsButton isOpen={isOpen} onPress={() => setIsOpen(!isOpen)} />
      </div>
      {isOpen && (
        <Views
          screen="measures"
          choices={JSON.stringify(view)}
          onChoose={(choices) => onChange(viewFrom(choices))}
        />
      )}
    </div>
  );
}
