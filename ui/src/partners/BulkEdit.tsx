/** What is done with the partners that are selected, all of them in one step. */
import { useState } from "react";
import { call } from "../ipc/client";
import type { Directory, EditPartners } from "../ipc/generated";
import { Button } from "../shared/controls";
import { errorWords } from "../shared/states";
import { useToast } from "../shared/toasts";
import { t } from "../text/texts";

const NOTHING = { status: null, sector: null, kind: null, addTag: null, removeTag: null };

export function BulkEdit({
  directory,
  selected,
  onClear,
  onMerge,
}: {
  directory: Directory;
  selected: string[];
  onClear: () => void;
  onMerge: () => void;
}) {
  const [tag, setTag] = useState("");
  const toast = useToast();

  async function edit(part: Partial<EditPartners>) {
    try {
      await call("edit_partners", { ...NOTHING, ids: selected, ...part });
      toast(t("directory-edited", { count: selected.length }), {
        label: t("undo"),
        run: () => void call("undo", {}),
      });
    } catch (error) {
      toast(errorWords(error));
    }
  }

  const words = t("directory-selected", { count: selected.length });
  const entries = (list: readonly { id: string; name: string }[]) =>
    list.map(({ id, name }) => ({ value: id, label: name }));
  const used = directory.tags.filter((one) =>
    directory.lines.some((line) => selected.includes(line.id) && line.tags.includes(one.id)),
  );
  return (
    <div className="selection-bar" role="toolbar" aria-label={words}>
      <b>{words}</b>
      <Act
        label={t("directory-set-status")}
        options={["prospective", "active", "paused", "left"].map((value) => ({
          value,
          label: t(`partner-status-${value}`),
        }))}
        onChoose={(status) => void edit({ status })}
      />
      <Act
        label={t("directory-set-sector")}
        options={[...entries(directory.sectors), { value: "-", label: t("not-chosen") }]}
        onChoose={(sector) => void edit({ sector: sector === "-" ? "" : sector })}
      />
      <Act
        label={t("directory-set-kind")}
        options={[...entries(directory.kinds), { value: "-", label: t("not-chosen") }]}
        onChoose={(kind) => void edit({ kind: kind === "-" ? "" : kind })}
      />
      <form
        className="inline-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (tag.trim() === "") return;
          void edit({ addTag: tag });
          setTag("");
        }}
      >
        <input
          className="input"
          style={{ width: 110 }}
          list="known-tags"
          aria-label={t("directory-tag-name")}
          placeholder={t("directory-tag-name")}
          value={tag}
          onChange={(event) => setTag(event.target.value)}
        />
        <datalist id="known-tags">
          {directory.tags.map((one) => (
            <option key={one.id} value={one.name} />
          ))}
        </datalist>
        <Button type="submit">{t("directory-add-tag")}</Button>
      </form>
      {used.length > 0 && (
        <Act
          label={t("directory-remove-tag")}
          options={entries(used)}
          onChoose={(removeTag) => void edit({ removeTag })}
        />
      )}
      {selected.length === 2 && <Button onPress={onMerge}>{t("directory-merge")}</Button>}
      <Button kind="ghost" onPress={onClear}>
        {t("cancel")}
      </Button>
    </div>
  );
}

/** A choice that is an act: it says what it does and goes back to saying so. */
function Act({
  label,
  options,
  onChoose,
}: {
  label: string;
  options: { value: string; label: string }[];
  onChoose: (value: string) => void;
}) {
  return (
    <select
      className="input"
      style={{ width: "auto" }}
      aria-label={label}
      value=""
      onChange={(event) => event.target.value !== "" && onChoose(event.target.value)}
    >
      <option value="">{label}</option>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}
