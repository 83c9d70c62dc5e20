/** Ways of reading that are remembered: to be applied to a table, or forgotten. */
import { Trash2 } from "lucide-react";
import { useEffect, useState } from "react";
import { call } from "../../ipc/client";
import type { RememberedImport } from "../../ipc/generated";
import { Button, IconButton } from "../../shared/controls";
import { useToast } from "../../shared/toasts";
import { t } from "../../text/texts";

export function Remembered({
  isDisabled,
  known,
  onApply,
}: {
  isDisabled: boolean;
  known?: RememberedImport[];
  onApply?: (way: RememberedImport) => void;
}) {
  const [ways, setWays] = useState<RememberedImport[]>(known ?? []);
  const toast = useToast();
  useEffect(() => {
    let isShown = true;
    call("list_remembered_imports", {}).then(
      (found) => isShown && setWays(found),
      // Without the list there is nothing to offer, and nothing is lost.
      () => {},
    );
    return () => {
      isShown = false;
    };
  }, []);

  async function forget(way: RememberedImport) {
    await call("forget_remembered_import", { id: way.id });
    setWays((shown) => shown.filter((other) => other.id !== way.id));
    toast(t("import-forgotten", { name: way.name }), {
      label: t("undo"),
      run: () =>
        void call("undo", {}).then(async () => {
          setWays(await call("list_remembered_imports", {}));
        }),
    });
  }

  if (ways.length === 0) return null;
  return (
    <section className="remembered" aria-label={t("import-remembered")}>
      <h3>{t("import-remembered")}</h3>
      <ul>
        {ways.map((way) => (
          <li key={way.id}>
            <span>{way.name}</span>
            {onApply && (
              <Button isDisabled={isDisabled} onPress={() => onApply(way)}>
                {t("import-apply")}
              </Button>
            )}
            <IconButton
              label={t("import-forget", { name: way.name })}
              isDisabled={isDisabled}
              onPress={() => void forget(way)}
            >
              <Trash2 size={15} aria-hidden />
            </IconButton>
          </li>
        ))}
      </ul>
    </section>
  );
}
