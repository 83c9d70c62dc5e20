/** Filters, columns and order of a list that people keep under a name. */
import { useQuery } from "@tanstack/react-query";
import { Save, Trash2 } from "lucide-react";
import { type FormEvent, useState } from "react";
import { call } from "../ipc/client";
import { views } from "../ipc/queries";
import { t } from "../text/texts";
import { Button, IconButton, TextField } from "./controls";
import { errorWords } from "./states";
import { useToast } from "./toasts";

/** Opens and closes the panel of views. */
export function ViewsButton({ isOpen, onPress }: { isOpen: boolean; onPress: () => void }) {
  return (
    <Button aria-expanded={isOpen} onPress={onPress}>
      <Save size={15} aria-hidden />
      {t("views")}
    </Button>
  );
}

/** The views of a list; `choices` is what is chosen now, as the list writes it. */
export function Views({
  screen,
  choices,
  onChoose,
}: {
  screen: string;
  choices: string;
  onChoose: (choices: string) => void;
}) {
  const kept = useQuery(views(screen)).data ?? [];
  const [name, setName] = useState("");
  const toast = useToast();

  async function keep(event: FormEvent) {
    event.preventDefault();
    try {
      await call("keep_view", { screen, name, choices });
      toast(t("view-kept", { name: name.trim() }));
      setName("");
    } catch (error) {
      toast(errorWords(error));
    }
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would draw a frame and a legend.
    <div className="filter-panel" role="group" aria-label={t("views")}>
      {kept.length === 0 && <p className="quiet">{t("views-none")}</p>}
      {kept.map((view) => (
        <span key={view.id} className="view-line">
          <Button onPress={() => onChoose(view.choices)}>{view.name}</Button>
          <IconButton
            label={t("view-forget", { name: view.name })}
            onPress={() =>
              void call("forget_view", { id: view.id }).catch((error) => toast(errorWords(error)))
            }
          >
            <Trash2 size={14} aria-hidden />
          </IconButton>
        </span>
      ))}
      <form className="inline-form" onSubmit={(event) => void keep(event)}>
        <TextField label={t("view-name")} help={t("view-help")} value={name} onChange={setName} />
        <Button type="submit" isDisabled={name.trim() === ""}>
          {t("view-keep")}
        </Button>
      </form>
    </div>
  );
}
