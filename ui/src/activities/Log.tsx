/** What was heard of an activity: logged in a line, the latest first. */
import { useState } from "react";
import { CoreError, call } from "../ipc/client";
import type { ActivityPage, UpdateForm, UpdateLine } from "../ipc/generated";
import { Button } from "../shared/controls";
import { Part } from "../shared/Part";
import { type FieldSpec, RecordForm } from "../shared/RecordForm";
import { errorWords } from "../shared/states";
import { useQuickEntry } from "../shared/useQuickEntry";
import { t } from "../text/texts";
import { Course } from "./marks";

const COURSES = ["on_course", "at_risk", "off_course"];
/** As many as are shown before all are asked for. */
const FIRST = 5;

export function Log({ data }: { data: ActivityPage }) {
  const [open, setOpen] = useState<UpdateLine | null>(null);
  const [isAll, setIsAll] = useState(false);
  const shown = isAll ? data.updates : data.updates.slice(0, FIRST);
  return (
    <Part title={t("activity-log")}>
      <QuickEntry data={data} />
      {data.updates.length === 0 && <p className="empty-line">{t("activity-log-empty")}</p>}
      <ul className="plain-list people">
        {shown.map((line) => (
          <li key={line.id}>
            <button type="button" className="person" onClick={() => setOpen(line)}>
              <span>{line.form.text}</span>
              <span className="quiet small">
                <Course word={line.form.course} />{" "}
                {["", line.dateWords, line.form.author]
                  .filter((one, at) => at === 0 || one)
                  .join(" · ")}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {data.updates.length > FIRST && !isAll && (
        <button type="button" className="link" onClick={() => setIsAll(true)}>
          {t("updates-all", { count: data.updates.length })}
        </button>
      )}
      {open && <UpdateDrawer line={open} onClose={() => setOpen(null)} />}
    </Part>
  );
}

/** One line to type, a course and a day: Enter logs it. */
function QuickEntry({ data }: { data: ActivityPage }) {
  const fresh: UpdateForm = {
    activity: data.id,
    date: data.today,
    author: "",
    course: data.standing.course || "on_course",
    text: "",
  };
  const [error, setError] = useState<unknown>(null);
  const { form, set, field, isReady, keep } = useQuickEntry({
    fresh,
    line: (entry) => entry.text,
    stays: ({ course, author }) => ({ course, author }),
    save: (entry) => {
      setError(null);
      return call("add_activity_update", entry);
    },
    done: t("update-logged"),
    fail: setError,
  });
  const isDateWrong = error instanceof CoreError && error.field === "date";

  return (
    <form className="quick-entry" onSubmit={keep}>
      <input
        ref={field}
        className="input"
        aria-label={t("update-text")}
        placeholder={t("update-text")}
        value={form.text}
        onChange={(event) => set({ text: event.target.value })}
      />
      <div className="quick-row">
        <select
          className="input"
          aria-label={t("update-course")}
          value={form.course}
          onChange={(event) => set({ course: event.target.value })}
        >
          {COURSES.map((course) => (
            <option key={course} value={course}>
              {t(`course-${course}`)}
            </option>
          ))}
        </select>
        <input
          className="input grow"
          aria-label={t("update-author")}
          placeholder={t("update-author")}
          value={form.author}
          onChange={(event) => set({ author: event.target.value })}
        />
        <input
          className="input"
          style={{ width: 104 }}
          aria-label={t("update-date")}
          aria-invalid={isDateWrong || undefined}
          placeholder={t("date-form")}
          value={form.date}
          onChange={(event) => set({ date: event.target.value })}
        />
        <Button type="submit" isDisabled={!isReady}>
          {t("update-save")}
        </Button>
      </div>
      {error !== null && (
        <p className="error" role="alert">
          {errorWords(error)}
        </p>
      )}
    </form>
  );
}

function UpdateDrawer({ line, onClose }: { line: UpdateLine; onClose: () => void }) {
  const fields: FieldSpec<UpdateForm>[] = [
    { name: "text", label: t("update-text"), kind: "area" },
    {
      name: "course",
      label: t("update-course"),
      kind: "select",
      options: COURSES.map((value) => ({ value, label: t(`course-${value}`) })),
    },
    { name: "date", label: t("update-date"), kind: "date" },
    { name: "author", label: t("update-author"), kind: "text" },
  ];
  return (
    <RecordForm
      title={t("update")}
      initial={line.form}
      fields={fields}
      save={(form) => call("change_activity_update", { id: line.id, form })}
      remove={() => call("remove_activity_update", { id: line.id })}
      onClose={onClose}
    />
  );
}
