/** Makes one group or place of two. What would happen is said first; where figures differ,
 * somebody chooses which stay. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../ipc/client";
import type { KeptFigures, MergePreview, NamedRecord, SplitKind } from "../ipc/generated";
import { mergePreview } from "../ipc/queries";
import { Button, Segmented, Select } from "../shared/controls";
import { Dialog } from "../shared/layers";
import { Failed, Loaded } from "../shared/states";
import { useToast, wayBack } from "../shared/toasts";
import { t } from "../text/texts";

export function MergeInto({
  kind,
  gone,
  others,
  onClose,
}: {
  kind: SplitKind;
  gone: NamedRecord;
  others: NamedRecord[];
  onClose: () => void;
}) {
  const [kept, setKept] = useState(others[0]?.id ?? "");
  const [keep, setKeep] = useState<KeptFigures>("kept");
  const [error, setError] = useState<unknown>(null);
  const toast = useToast();
  const preview = useQuery(mergePreview({ kind, gone: gone.id, kept }));
  const name = others.find((other) => other.id === kept)?.name ?? "";

  async function merge(found: MergePreview) {
    setError(null);
    try {
      await call("merge", {
        kind,
        gone: gone.id,
        kept,
        keep: found.conflictCount > 0 ? keep : null,
      });
      onClose();
      toast(t("merge-done", { name }), wayBack());
    } catch (thrown) {
      setError(thrown);
    }
  }

  return (
    <Dialog title={t("merge-title", { kind, name: gone.name })} onClose={onClose}>
      <div className="stack">
        <Select
          label={t("merge-into")}
          value={kept}
          options={others.map((other) => ({ value: other.id, label: other.name }))}
          onChange={setKept}
        />
        {error !== null && <Failed error={error} />}
        <Loaded query={preview}>
          {(found) => (
            <>
              <p>{found.words}</p>
              {found.conflictCount > 0 && (
                <>
                  <h3>{t("merge-differ", { count: found.conflictCount })}</h3>
                  <Segmented<KeptFigures>
                    label={t("merge-differ", { count: found.conflictCount })}
                    value={keep}
                    options={[
                      { value: "kept", label: t("merge-keep-kept", { name }) },
                      { value: "gone", label: t("merge-keep-gone", { name: gone.name }) },
                    ]}
                    onChange={setKeep}
                  />
                  {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard. */}
                  <section className="merge-table" tabIndex={0} aria-label={t("merge-figures")}>
                    <table className="plain">
                      <thead>
                        <tr>
                          <th scope="col">{t("merge-column-reading")}</th>
                          <th scope="col" className="right">
                            {name}
                          </th>
                          <th scope="col" className="right">
                            {gone.name}
                          </th>
                        </tr>
                      </thead>
                      <tbody>
                        {found.conflicts.map((conflict) => (
                          <tr key={conflict.name}>
                            <th scope="row">{conflict.name}</th>
                            <td className={keep === "kept" ? "right stays" : "right goes"}>
                              {conflict.kept}
                            </td>
                            <td className={keep === "gone" ? "right stays" : "right goes"}>
                              {conflict.gone}
                            </td>
                          </tr>
                        ))}
                      </tbody>
                    </table>
                  </section>
                </>
              )}
              <div className="footbar">
                <span className="grow" />
                <Button onPress={onClose}>{t("cancel")}</Button>
                <Button kind="primary" onPress={() => void merge(found)}>
                  {t("merge-now")}
                </Button>
              </div>
            </>
          )}
        </Loaded>
      </div>
    </Dialog>
  );
}
