/** One form for every noun: fields as data, errors at their field, keyboard throughout. */
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { CoreError } from "../ipc/client";
import { t } from "../text/texts";
import { Button, Checkbox, Field, Segmented, Select, TextArea, TextField } from "./controls";
import { Drawer } from "./layers";
import { errorWords, Failed } from "./states";
import { useToast, wayBack } from "./toasts";

type Value = string | number | boolean | null | string[];
type Option = { value: string; label: string };

/** What one field asks. */
export type FieldSpec<Form> = {
  name: keyof Form & string;
  label: string;
  help?: string;
  /** `steps` is a choice of few words that stands for 1, 2, 3 …, or for nothing. */
  kind: "text" | "area" | "date" | "select" | "check" | "many" | "number" | "steps";
  options?: readonly Option[];
  /** A heading over this field and those that follow. */
  group?: string;
  /** A sentence under that heading. */
  groupNote?: string;
  isShown?: (form: Form) => boolean;
};

/** A drawer with a form. `save` may refuse, and then says why at the field; what was typed is
 * never lost by a key or a click beside the drawer. */
export function RecordForm<Form extends object>({
  title,
  initial,
  fields,
  more,
  save,
  remove,
  propose,
  onClose,
  children,
}: {
  title: string;
  initial: Form;
  fields: readonly FieldSpec<Form>[];
  /** What stands below the fields and changes the form in a way of its own. */
  more?: (form: Form, change: (part: Partial<Form>) => void) => ReactNode;
  save: (form: Form) => Promise<unknown>;
  remove?: (() => Promise<unknown>) | undefined;
  /** What the form proposes for other fields once one has been filled in. */
  propose?: (form: Form, filled: keyof Form & string) => Promise<Partial<Form>>;
  onClose: () => void;
  /** What is said below the fields. */
  children?: ReactNode;
}) {
  const [form, setForm] = useState(initial);
  const [error, setError] = useState<unknown>(null);
  const [isBusy, setIsBusy] = useState(false);
  const [isLeaving, setIsLeaving] = useState(false);
  const toast = useToast();
  const isChanged = JSON.stringify(form) !== JSON.stringify(initial);
  const leave = () => (isChanged && !isLeaving ? setIsLeaving(true) : onClose());

  async function run(action: () => Promise<unknown>) {
    setIsBusy(true);
    setError(null);
    try {
      await action();
      onClose();
    } catch (thrown) {
      setError(thrown);
      setIsBusy(false);
    }
  }

  async function removeWithWayBack(action: () => Promise<unknown>) {
    await action();
    toast(t("removed", { name: title }), wayBack());
  }

  const failedField = error instanceof CoreError ? error.field : null;
  const isPlaced = fields.some((field) => field.name === failedField);
  const set = (name: keyof Form, value: Value) => setForm({ ...form, [name]: value });

  async function settle(filled: keyof Form & string, settled: Form) {
    try {
      const proposed = await propose?.(settled, filled);
      // What was typed meanwhile is not overwritten.
      if (proposed) setForm((now) => changedSince(settled, now, proposed));
    } catch {
      // Without a proposal the form is as good as before.
    }
  }

  const body = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (error !== null) {
      body.current?.querySelector<HTMLElement>("[aria-invalid=true], [role=alert]")?.focus();
    }
  }, [error]);
  return (
    <Drawer title={title} onClose={leave}>
      <form
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          void run(() => save(form));
        }}
      >
        <div className="drawer-body" ref={body}>
          {error !== null && !isPlaced && <Failed error={error} />}
          {fields
            .filter((field) => field.isShown?.(form) ?? true)
            .map((field, index) => (
              <div key={field.name} className="field-place">
                {field.group && <h3 className="section">{field.group}</h3>}
                {field.groupNote && <p className="group-note">{field.groupNote}</p>}
                <FieldView
                  field={field}
                  value={form[field.name] as Value}
                  isFirst={index === 0}
                  error={failedField === field.name ? errorWords(error) : undefined}
                  onChange={(value) => {
                    set(field.name, value);
                    if (field.kind === "select") {
                      void settle(field.name, { ...form, [field.name]: value });
                    }
                  }}
                  onBlur={() => void settle(field.name, form)}
                />
              </div>
            ))}
          {children}
          {more?.(form, (part) => setForm({ ...form, ...part }))}
        </div>
        {isLeaving ? (
          // Of its own kind, lest the press that goes on becomes one that submits.
          <div key="leaving" className="drawer-foot" role="alert">
            <b className="start">{t("unsaved")}</b>
            <Button kind="danger" onPress={onClose}>
              {t("unsaved-discard")}
            </Button>
            <Button kind="primary" autoFocus onPress={() => setIsLeaving(false)}>
              {t("unsaved-keep")}
            </Button>
          </div>
        ) : (
          <div key="saving" className="drawer-foot">
            {remove && (
              <span className="start">
                <Button
                  kind="danger"
                  isDisabled={isBusy}
                  onPress={() => void run(() => removeWithWayBack(remove))}
                >
                  {t("remove")}
                </Button>
              </span>
            )}
            <Button onPress={leave}>{t("cancel")}</Button>
            <Button kind="primary" type="submit" isDisabled={isBusy}>
              {t("save")}
            </Button>
          </div>
        )}
      </form>
    </Drawer>
  );
}

/** The form as it is now, with what was proposed where nothing changed since. */
function changedSince<Form extends object>(before: Form, now: Form, proposed: Partial<Form>): Form {
  const names = Object.keys(proposed) as (keyof Form)[];
  const untouched = names.filter((name) => before[name] === now[name]);
  return { ...now, ...Object.fromEntries(untouched.map((name) => [name, proposed[name]])) };
}

function FieldView<Form>({
  field,
  value,
  error,
  isFirst,
  onChange,
  onBlur,
}: {
  field: FieldSpec<Form>;
  value: Value;
  error: string | undefined;
  isFirst: boolean;
  onChange: (value: Value) => void;
  onBlur: () => void;
}) {
  const common = { label: field.label, help: field.help, error };
  switch (field.kind) {
    case "check":
      return (
        <div className="field">
          <Checkbox label={field.label} isSelected={value === true} onChange={onChange} />
          {field.help && <p className="help">{field.help}</p>}
        </div>
      );
    case "steps":
      return (
        <div className="field">
          <span className="label">{field.label}</span>
          <Segmented
            label={field.label}
            value={value === null ? "" : String(value)}
            options={field.options ?? []}
            onChange={(chosen) => onChange(chosen === "" ? null : Number(chosen))}
          />
          {(error ?? field.help) && (
            <p className={error ? "error" : "help"}>{error ?? field.help}</p>
          )}
        </div>
      );
    case "area":
      return (
        <TextArea {...common} value={String(value ?? "")} autoFocus={isFirst} onChange={onChange} />
      );
    case "select":
      return (
        <Select
          {...common}
          value={String(value ?? "")}
          options={field.options ?? []}
          onChange={(chosen) => onChange(chosen === "" ? null : chosen)}
        />
      );
    case "number":
      return (
        <TextField
          {...common}
          value={value === null ? "" : String(value)}
          onChange={(typed) => onChange(/^\d+$/.test(typed.trim()) ? Number(typed) : null)}
        />
      );
    case "many":
      return (
        <Many
          {...common}
          chosen={Array.isArray(value) ? value : []}
          options={field.options ?? []}
          onChange={onChange}
        />
      );
    default:
      return (
        <TextField
          {...common}
          value={String(value ?? "")}
          autoFocus={isFirst}
          onBlur={onBlur}
          placeholder={field.kind === "date" ? t("date-form") : undefined}
          onChange={onChange}
        />
      );
  }
}

function Many({
  chosen,
  options,
  onChange,
  ...field
}: {
  label: string;
  help: string | undefined;
  error: string | undefined;
  chosen: string[];
  options: readonly Option[];
  onChange: (value: string[]) => void;
}) {
  return (
    <Field {...field}>
      {({ id }) => (
        // biome-ignore lint/a11y/useSemanticElements: the field's label names the group.
        <div
          id={id}
          role="group"
          aria-label={field.label}
          className="input"
          style={{ maxHeight: 168, overflow: "auto" }}
        >
          {options.map((option) => (
            <Checkbox
              key={option.value}
              label={option.label}
              isSelected={chosen.includes(option.value)}
              onChange={(isSelected) =>
                onChange(
                  isSelected
                    ? [...chosen, option.value]
                    : chosen.filter((value) => value !== option.value),
                )
              }
            />
          ))}
          {options.length === 0 && <span className="quiet">{t("none-yet")}</span>}
        </div>
      )}
    </Field>
  );
}
