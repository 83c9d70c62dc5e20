/** What narrows the directory, which columns it has, and the views people keep. */
import { Columns3, Save, Trash2 } from "lucide-react";
import { type FormEvent, useState } from "react";
import { call } from "../ipc/client";
import type { Directory } from "../ipc/generated";
import { Button, Checkbox, IconButton, TextField } from "../shared/controls";
import { errorWords } from "../shared/states";
import { useToast } from "../shared/toasts";
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
      <Choice
        label={t("partner-sector")}
        any={t("directory-any-sector")}
        value={view.sector}
        options={[...listed(directory.sectors.filter((one) => one.partners > 0)), none]}
        onChange={(sector) => set({ sector })}
      />
      {directory.kinds.some((one) => one.partners > 0) && (
        <Choice
          label={t("partner-kind")}
          any={t("directory-any-kind")}
          value={view.kind}
          options={[...listed(directory.kinds.filter((one) => one.partners > 0)), none]}
          onChange={(kind) => set({ kind })}
        />
      )}
      <Choice
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
        <Choice
          label={t("partner-tags")}
          any={t("directory-any-tag")}
          value={view.tag}
          options={listed(directory.tags)}
          onChange={(tag) => set({ tag })}
        />
      )}
      {directory.groups.length > 0 && (
        <Choice
          label={t("working-groups")}
          any={t("directory-any-group")}
          value={view.group}
          options={listed(directory.groups)}
          onChange={(group) => set({ group })}
        />
      )}
      <Choice
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
          {t("directory-clear")}
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
        <Button aria-expanded={open === "views"} onPress={() => toggle("views")}>
          <Save size={15} aria-hidden />
          {t("directory-views")}
        </Button>
      </div>
      {open === "columns" && <ColumnChoice view={view} onChange={onChange} />}
      {open === "views" && <Views directory={directory} view={view} onChange={onChange} />}
    </div>
  );
}

function Choice({
  label,
  any,
  value,
  options,
  onChange,
}: {
  label: string;
  any: string;
  value: string;
  options: { value: string; label: string }[];
  onChange: (value: string) => void;
}) {
  return (
    <select
      className="input"
      aria-label={label}
      data-set={value !== ""}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    >
      <option value="">{any}</option>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
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

function Views({
  directory,
  view,
  onChange,
}: {
  directory: Directory;
  view: View;
  onChange: (view: View) => void;
}) {
  const [name, setName] = useState("");
  const toast = useToast();

  async function keep(event: FormEvent) {
    event.preventDefault();
    try {
      await call("keep_view", { screen: "partners", name, choices: JSON.stringify(view) });
      toast(t("directory-view-kept", { name: name.trim() }));
      setName("");
    } catch (error) {
      toast(errorWords(error));
    }
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would draw a frame and a legend.
    <div className="filter-panel" role="group" aria-label={t("directory-views")}>
      {directory.views.length === 0 && <p className="quiet">{t("directory-no-views")}</p>}
      {directory.views.map((kept) => (
        <span key={kept.id} className="view-line">
          <Button onPress={() => onChange(viewFrom(kept.choices))}>{kept.name}</Button>
          <IconButton
            label={t("directory-forget-view", { name: kept.name })}
            onPress={() =>
              void call("forget_view", { id: kept.id }).catch((error) => toast(errorWords(error)))
            }
          >
            <Trash2 size={14} aria-hidden />
          </IconButton>
        </span>
      ))}
      <form className="inline-form" onSubmit={(event) => void keep(event)}>
        <TextField
          label={t("directory-view-name")}
          help={t("directory-view-help")}
          value={name}
          onChange={setName}
        />
        <Button type="submit" isDisabled={name.trim() === ""}>
          {t("directory-keep-view")}
        </Button>
      </form>
    </div>
  );
}
