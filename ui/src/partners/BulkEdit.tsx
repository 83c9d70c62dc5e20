/** What is done with the partners that are selected, all of them in one step. */
import { call } from "../ipc/client";
import type { Directory, EditPartners } from "../ipc/generated";
import { Button } from "../shared/controls";
import { Act } from "../shared/Filter";
import { errorWords } from "../shared/states";
import { TagActs } from "../shared/tags/TagActs";
import { useToast, wayBack } from "../shared/toasts";
import { t } from "../text/texts";

const NOTHING = { status: null, sector: null, kind: null };

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
  const toast = useToast();

  async function edit(part: Partial<EditPartners>) {
    try {
      await call("edit_partners", { ...NOTHING, ids: selected, ...part });
      toast(t("directory-edited", { count: selected.length }), wayBack());
    } catch (error) {
      toast(errorWords(error));
    }
  }

  const words = t("directory-selected", { count: selected.length });
  const entries = (list: readonly { id: string; name: string }[]) =>
    list.map(({ id, name }) => ({ value: id, label: name }));
  const used = new Set(
    directory.lines.flatMap((line) => (selected.includes(line.id) ? line.tags : [])),
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
      <TagActs
        of="partners"
        ids={selected}
        used={used}
        done={t("directory-edited", { count: selected.length })}
      />
      {selected.length === 2 && <Button onPress={onMerge}>{t("directory-merge")}</Button>}
      <Button kind="ghost" onPress={onClear}>
        {t("cancel")}
      </Button>
    </div>
  );
}
