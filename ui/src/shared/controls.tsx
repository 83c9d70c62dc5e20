/** Controls that know no domain. */
import { type ReactNode, useId } from "react";
import {
  Button as AriaButton,
  type ButtonProps as AriaButtonProps,
  Tooltip as AriaTooltip,
  TooltipTrigger,
} from "react-aria-components";

type ButtonProps = Omit<AriaButtonProps, "className" | "children"> & {
  kind?: "primary" | "default" | "ghost" | "danger";
  children: ReactNode;
};

/** A button with words. */
export function Button({ kind = "default", children, ...rest }: ButtonProps) {
  return (
    <AriaButton className={`button ${kind}`} {...rest}>
      {children}
    </AriaButton>
  );
}

/** A button with an icon only; its words are its name and tooltip. */
export function IconButton({
  label,
  children,
  ...rest
}: Omit<AriaButtonProps, "className" | "children"> & { label: string; children: ReactNode }) {
  return (
    <TooltipTrigger delay={400}>
      <AriaButton className="button ghost icon-only" aria-label={label} {...rest}>
        {children}
      </AriaButton>
      <AriaTooltip className="tooltip" placement="bottom" offset={6}>
        {label}
      </AriaTooltip>
    </TooltipTrigger>
  );
}

type FieldProps = {
  label: string;
  help?: string | undefined;
  error?: string | undefined;
  isRequired?: boolean | undefined;
};

/** A label above, help and error below whatever is asked. */
export function Field({
  label,
  help,
  error,
  children,
}: FieldProps & {
  children: (attributes: {
    id: string;
    "aria-describedby": string | undefined;
    "aria-invalid": boolean;
  }) => ReactNode;
}) {
  const id = useId();
  const described = error ? `${id}-error` : help ? `${id}-help` : undefined;
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children({ id, "aria-describedby": described, "aria-invalid": Boolean(error) })}
      {error ? (
        <p className="error" id={`${id}-error`} role="alert">
          {error}
        </p>
      ) : help ? (
        <p className="help" id={`${id}-help`}>
          {help}
        </p>
      ) : null}
    </div>
  );
}

/** One line of text. */
export function TextField({
  value,
  onChange,
  placeholder,
  autoFocus,
  isRequired,
  onBlur,
  ...field
}: FieldProps & {
  value: string;
  onChange: (value: string) => void;
  placeholder?: string | undefined;
  autoFocus?: boolean;
  onBlur?: () => void;
}) {
  return (
    <Field {...field}>
      {(attributes) => (
        <input
          {...attributes}
          className="input"
          value={value}
          placeholder={placeholder}
          required={isRequired}
          // biome-ignore lint/a11y/noAutofocus: a form that was asked for begins at its first field.
          autoFocus={autoFocus}
          onChange={(event) => onChange(event.target.value)}
          onBlur={onBlur}
        />
      )}
    </Field>
  );
}

/** Several lines of text. */
export function TextArea({
  value,
  onChange,
  autoFocus,
  rows = 4,
  ...field
}: FieldProps & {
  value: string;
  onChange: (value: string) => void;
  autoFocus?: boolean;
  rows?: number;
}) {
  return (
    <Field {...field}>
      {(attributes) => (
        <textarea
          {...attributes}
          className="input"
          rows={rows}
          value={value}
          // biome-ignore lint/a11y/noAutofocus: a form that was asked for begins at its first field.
          autoFocus={autoFocus}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

/** One of several choices. */
export function Select({
  value,
  onChange,
  options,
  ...field
}: FieldProps & {
  value: string;
  onChange: (value: string) => void;
  options: readonly { value: string; label: string }[];
}) {
  return (
    <Field {...field}>
      {(attributes) => (
        <select
          {...attributes}
          className="input"
          value={value}
          onChange={(event) => onChange(event.target.value)}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** Yes or no. */
export function Checkbox({
  label,
  isSelected,
  onChange,
  isDisabled,
}: {
  label: string;
  isSelected: boolean;
  onChange: (isSelected: boolean) => void;
  isDisabled?: boolean;
}) {
  return (
    <label className="check">
      <input
        type="checkbox"
        checked={isSelected}
        disabled={isDisabled}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span>{label}</span>
    </label>
  );
}

/** Two or three choices side by side. */
export function Segmented<Value extends string>({
  label,
  value,
  onChange,
  options,
}: {
  label: string;
  value: Value;
  onChange: (value: Value) => void;
  options: readonly { value: Value; label: string }[];
}) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would draw a frame and a legend.
    <div className="segmented" role="group" aria-label={label}>
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          aria-pressed={option.value === value}
          onClick={() => onChange(option.value)}
        >
          {option.label}
        </button>
      ))}
    </div>
  );
}
