/** What holds for this person on this computer: their name in the history, and colors. */
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../ipc/client";
import type { Settings as Chosen, SessionState, Theme } from "../ipc/generated";
import { Segmented, TextField } from "../shared/controls";
import { Dialog } from "../shared/layers";
import { t } from "../text/texts";

export default function Settings({ state, onClose }: { state: SessionState; onClose: () => void }) {
  const queries = useQueryClient();
  const [author, setAuthor] = useState(state.settings.author);

  async function change(change: Partial<Chosen>) {
    await call("change_settings", { ...state.settings, author, ...change });
    await queries.invalidateQueries({ queryKey: ["session_state"] });
  }

  return (
    <Dialog
      title={t("settings")}
      onClose={() => {
        if (author !== state.settings.author) void change({});
        onClose();
      }}
    >
      <TextField
        label={t("settings-author")}
        help={t("settings-author-help")}
        value={author}
        onChange={setAuthor}
        onBlur={() => void change({})}
      />
      <h3>{t("settings-theme")}</h3>
      <Segmented<Theme>
        label={t("settings-theme")}
        value={state.settings.theme}
        options={(["auto", "light", "dark", "contrast"] as const).map((theme) => ({
          value: theme,
          label: t(`theme-${theme}`),
        }))}
        onChange={(theme) => void change({ theme })}
      />
      <p className="note">{t("first-version", { version: state.version })}</p>
    </Dialog>
  );
}
