/** A form of one line: Enter keeps it, what stays chosen stays, and the line is free again. */
import { type FormEvent, type RefObject, useRef, useState } from "react";
import { useToast, wayBack } from "./toasts";

export type QuickEntry<Form> = {
  form: Form;
  set: (part: Partial<Form>) => void;
  /** The line, which has the focus again once it was kept. */
  field: RefObject<HTMLInputElement | null>;
  isReady: boolean;
  keep: (event: FormEvent) => void;
};

export function useQuickEntry<Form>({
  fresh,
  line,
  stays,
  save,
  done,
  fail,
}: {
  /** What it begins with. */
  fresh: Form;
  /** What is typed; without it nothing is kept. */
  line: (form: Form) => string;
  /** What the next one begins with too. */
  stays: (form: Form) => Partial<Form>;
  save: (form: Form) => Promise<unknown>;
  /** What is said once it is kept. */
  done: string;
  /** Says why it is not. */
  fail: (error: unknown) => void;
}): QuickEntry<Form> {
  const [form, setForm] = useState(fresh);
  const [isBusy, setIsBusy] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const toast = useToast();
  const isReady = !isBusy && line(form).trim() !== "";

  async function keep() {
    if (!isReady) return;
    setIsBusy(true);
    try {
      await save(form);
      setForm({ ...fresh, ...stays(form) });
      toast(done, wayBack());
      field.current?.focus();
    } catch (error) {
      fail(error);
    } finally {
      setIsBusy(false);
    }
  }

  return {
    form,
    set: (part) => setForm({ ...form, ...part }),
    field,
    isReady,
    keep: (event) => {
      event.preventDefault();
      void keep();
    },
  };
}
