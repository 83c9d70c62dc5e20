/** A breakdown with its groups, which are put in order by dragging or with Alt and arrows. */
import { ArrowDown, ArrowUp, GripVertical, Merge, Pencil, Trash2 } from "lucide-react";
import { type KeyboardEvent, useRef, useState } from "react";
import { call } from "../ipc/client";
import type { NamedRecord, SplitBreakdown, SplitGroup } from "../ipc/generated";
import { Button, IconButton } from "../shared/controls";
import { errorWords } from "../shared/states";
import { useToast } from "../shared/toasts";
import { t } from "../text/texts";

export function BreakdownGroups({
  breakdown,
  onAdd,
  onRename,
  onMerge,
  onRemove,
  onRemoveAll,
}: {
  breakdown: SplitBreakdown;
  onAdd: () => void;
  onRename: (record: NamedRecord) => void;
  onMerge: (group: NamedRecord) => void;
  onRemove: (group: SplitGroup) => void;
  onRemoveAll: () => void;
}) {
  const { id, name, groups } = breakdown;
  const [dragged, setDragged] = useState<string | null>(null);
  const list = useRef<HTMLUListElement>(null);
  const toast = useToast();

  async function move(group: string, to: number) {
    const order = groups.map((one) => one.id).filter((one) => one !== group);
    order.splice(to, 0, group);
    if (to < 0 || to >= groups.length || order.every((one, at) => one === groups[at]?.id)) return;
    try {
      await call("order_groups", { breakdown: id, groups: order });
      // The row is drawn elsewhere now; the focus stays with it.
      const row = list.current?.querySelector<HTMLElement>(`[data-group="${group}"]`);
      row?.focus();
    } catch (error) {
      toast(errorWords(error));
    }
  }

  function onKeyDown(event: KeyboardEvent, group: string, at: number) {
    const by = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : 0;
    if (by === 0) return;
    event.preventDefault();
    if (event.altKey) void move(group, at + by);
    else list.current?.querySelectorAll<HTMLElement>("[data-group]")[at + by]?.focus();
  }

  return (
    <section className="breakdown" aria-label={name}>
      <div className="breakdown-head">
        <h3>{name}</h3>
        <span className="quiet small">{breakdown.used}</span>
        <span className="grow" />
        <Button kind="ghost" onPress={onAdd} aria-label={t("group-new-of", { name })}>
          {t("group-add")}
        </Button>
        <IconButton label={t("rename-named", { name })} onPress={() => onRename({ id, name })}>
          <Pencil size={14} aria-hidden />
        </IconButton>
        <IconButton label={t("remove-named", { name })} onPress={onRemoveAll}>
          <Trash2 size={14} aria-hidden />
        </IconButton>
      </div>
      {groups.length === 0 && <p className="quiet">{t("none-yet")}</p>}
      <ul ref={list} aria-label={name}>
        {groups.map((group, at) => (
          <li
            key={group.id}
            data-group={group.id}
            // biome-ignore lint/a11y/noNoninteractiveTabindex: a row is moved by keyboard.
            tabIndex={0}
            draggable
            className={dragged === group.id ? "dragged" : ""}
            title={group.measures.map((measure) => measure.name).join(", ")}
            onKeyDown={(event) =>
              event.target === event.currentTarget && onKeyDown(event, group.id, at)
            }
            onDragStart={(event) => {
              event.dataTransfer.effectAllowed = "move";
              event.dataTransfer.setData("text/plain", group.name);
              setDragged(group.id);
            }}
            onDragEnd={() => setDragged(null)}
            onDragOver={(event) => dragged && event.preventDefault()}
            onDrop={(event) => {
              event.preventDefault();
              if (dragged) void move(dragged, at);
            }}
          >
            <GripVertical size={14} aria-hidden className="grip" />
            <span className="group-name">{group.name}</span>
            <span className="quiet small">{group.used}</span>
            <span className="row-actions">
              <IconButton
                label={t("group-up", { name: group.name })}
                isDisabled={at === 0}
                onPress={() => void move(group.id, at - 1)}
              >
                <ArrowUp size={14} aria-hidden />
              </IconButton>
              <IconButton
                label={t("group-down", { name: group.name })}
                isDisabled={at === groups.length - 1}
                onPress={() => void move(group.id, at + 1)}
              >
                <ArrowDown size={14} aria-hidden />
              </IconButton>
              <IconButton
                label={t("rename-named", { name: group.name })}
                onPress={() => onRename(group)}
              >
                <Pencil size={14} aria-hidden />
              </IconButton>
              <IconButton
                label={t("group-merge-named", { name: group.name })}
                isDisabled={groups.length < 2}
                onPress={() => onMerge(group)}
              >
                <Merge size={14} aria-hidden />
              </IconButton>
              <IconButton
                label={t("remove-named", { name: group.name })}
                onPress={() => onRemove(group)}
              >
                <Trash2 size={14} aria-hidden />
              </IconButton>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
