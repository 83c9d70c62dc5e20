/** Short messages in the past tense, with a way back. */
import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from "react";
import { call } from "../ipc/client";
import { t } from "../text/texts";

type Toast = {
  key: number;
  words: string;
  action?: { label: string; run: () => void } | undefined;
};
type Show = (words: string, action?: Toast["action"]) => void;

const ToastContext = createContext<Show>(() => {});
const SHOWN_MS = 8000;
let nextKey = 0;

/** Shows messages over whatever is inside. */
export function Toasts({ children }: { children: ReactNode }) {
  const [toasts, setToasts] = useState<Toast[]>([]);
  const remove = useCallback((key: number) => {
    setToasts((shown) => shown.filter((toast) => toast.key !== key));
  }, []);
  const show = useCallback<Show>(
    (words, action) => {
      nextKey += 1;
      const key = nextKey;
      setToasts((shown) => [...shown.slice(-2), { key, words, action }]);
      setTimeout(() => remove(key), SHOWN_MS);
    },
    [remove],
  );
  const list = useMemo(
    () =>
      toasts.map((toast) => (
        <div className="toast" key={toast.key}>
          <span>{toast.words}</span>
          {toast.action && (
            <button
              type="button"
              onClick={() => {
                toast.action?.run();
                remove(toast.key);
              }}
            >
              {toast.action.label}
            </button>
          )}
          <button type="button" onClick={() => remove(toast.key)} aria-label={t("close")}>
            ×
          </button>
        </div>
      )),
    [toasts, remove],
  );
  return (
    <ToastContext.Provider value={show}>
      {children}
      {/* Above dialogs: what is said about them, and its way back, is not hidden by them. */}
      <div className="toasts" role="status" aria-live="polite" data-react-aria-top-layer="true">
        {list}
      </div>
    </ToastContext.Provider>
  );
}

/** The way back from what was just done, for a message to offer. */
export function wayBack(): NonNullable<Toast["action"]> {
  return { label: t("undo"), run: () => void call("undo", {}) };
}

/** Shows a message. */
export function useToast(): Show {
  return useContext(ToastContext);
}
