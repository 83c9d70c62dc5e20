/** What narrows the directory, which columns it has, and the views people keep. */
import { Columns3 } from "lucide-react";
import { useState } from "react";
import type { Directory } from "../ipc/generated";
import { Button, Checkbox } from "../shared/controls";
import { Filter } from "../shared/Filter";
import { Views, ViewsButton } from "../shared/Views";
import { t } from "../text/texts";
import { COLUMNS, isFiltered, NEEDS, USUAL, type View, viewFrom } from "./directory";

export function Filters({
  directory,
  view,
  shown,
  onChange,
}: {
  directory: Directory;
  view: View;
  shown: number;
  onChange: (view: View) => void;
}) {
  const [open, setOpen] = useState<"columns" | "views" | null>(null);
  const toggle = (part: "columns" | "views") => setOpen(open === part ? null : part);
  const set = (part: Partial<View>) => onChange({ ...view, ...part });
  const count = directory.lines.length;
  const listed = (list: readonly { id: string; name: string }[]) =>
    list.map(({ id, name }) => ({ value: id, label: name }));
  const none = { value: "none", label: t("not-chosen") };
  return (
    <div className="filters">
      <input
        className="input"
        style={{ width: 200 }}
        type="search"
        aria-label={t("filter-partners")}
        placeholder={t("filter-partners")}
        value={view.search}
        onChange={(event) => set({ search: event.target.value })}
      />
      <Filter
        label={t("partner-sector")}
        any={t("directory-any-sector")}
        value={view.sector}
        options={[...listed(directory.sectors.filter((one) => one.partners > 0)), none]}
        onChange={(sector) => set({ sector })}
      />
      {directory.kinds.some((one) => one.partners > 0) && (
        <Filter
          label={t("partner-kind")}
          any={t("directory-any-kind")}
          value={view.kind}
          options={[...listed(directory.kinds.filter((one) => one.partners > 0)), none]}
          onChange={(kind) => set({ kind })}
        />
      )}
      <Filter
        label={t("partner-status")}
        any={t("directory-any-status")}
        value={view.status}
        options={["prospective", "active", "paused", "left"].map((value) => ({
          value,
          label: t(`partner-status-${value}`),
        }))}
        onChange={(status) => set({ status })}
      />
      {directory.tags.length > 0 && (
        <Filter
          label={t("screen-tags")}
          any={t("any-tag")}
          value={view.tag}
          options={listed(directory.tags)}
          onChange={(tag) => set({ tag })}
        />
      )}
      {directory.groups.length > 0 && (
        <Filter
          label={t("working-groups")}
          any={t("directory-any-group")}
          value={view.group}
          options={listed(directory.groups)}
          onChange={(group) => set({ group })}
        />
      )}
      <Filter
        label={t("directory-need")}
        any={t("directory-any-need")}
        value={view.need}
        options={NEEDS.filter((need) => need !== "not-endorsed" || directory.hasAgenda).map(
          (value) => ({ value, label: t(`need-${value}`) }),
        )}
        onChange={(need) => set({ need: need as View["need"] })}
      />
      {isFiltered(view) && (
        <Button
          kind="ghost"
          onPress={() => onChange({ ...USUAL, columns: view.columns, sort: view.sort })}
        >
          {t("filters-clear")}
        </Button>
      )}
      <div className="filters-end">
        <span className="quiet small" role="status">
          {shown === count ? t("directory-count", { count }) : t("directory-of", { shown, count })}
        </span>
        <Button aria-expanded={open === "columns"} onPress={() => toggle("columns")}>
          <Columns3 size={15} aria-hidden />
          {t("directory-columns")}
        </Button>
        <ViewsButton isOpen={open === "views"} onPress={() => toggle("views")} />
      </div>
      {open === "columns" && <ColumnChoice view={view} onChange={onChange} />}
      {open === "views" && (
        <Views
          screen="partners"
          choices={JSON.stringify(view)}
          onChoose={(choices) => onChange(viewFrom(choices))}
        />
      )}
    </div>
  );
}

function ColumnChoice({ view, onChange }: { view: View; onChange: (view: View) => void }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would draw a frame and a legend.
    <div className="filter-panel" role="group" aria-label={t("directory-columns")}>
      {COLUMNS.map((column) => (
        <Checkbox
          key={column}
          label={t(`directory-column-${column === "status" ? "partner-status" : column}`)}
          isSelected={view.columns.includes(column)}
          onChange={(isOn) =>
            onChange({
              ...view,
              columns: COLUMNS.filter((one) =>
                one === column ? isOn : view.columns.includes(one),
              ),
            })
          }
        />
      ))}
    </div>
  );
}
