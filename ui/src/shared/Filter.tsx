/** Choices in a line above a list: one that narrows it, and one that acts on what is selected. */

type Option = { value: string; label: string };

/** What a list is narrowed by; `any` says that it is not. */
export function Filter({
  label,
  any,
  value,
  options,
  onChange,
}: {
  label: string;
  any: string;
  value: string;
  options: Option[];
  onChange: (value: string) => void;
}) {
  return (
    <select
      className="input"
      aria-label={label}
      data-set={value !== ""}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    >
      <option value="">{any}</option>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}

/** A choice that is an act: it says what it does and goes back to saying so. */
export function Act({
  label,
  options,
  onChoose,
}: {
  label: string;
  options: Option[];
  onChoose: (value: string) => void;
}) {
  return (
    <select
      className="input"
      style={{ width: "auto" }}
      aria-label={label}
      value=""
      onChange={(event) => event.target.value !== "" && onChoose(event.target.value)}
    >
      <option value="">{label}</option>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}
