/** One working group: purpose, members with the chair first, meetings with attendance. */
import { useQuery } from "@tanstack/react-query";
import { ClipboardCheck, Pencil, Plus } from "lucide-react";
import { useState } from "react";
import { call } from "../ipc/client";
import type { GroupPage as Data, MemberForm, MemberLine } from "../ipc/generated";
import { group } from "../ipc/queries";
import { Button } from "../shared/controls";
import { useNavigation } from "../shared/navigation";
import { type FieldSpec, RecordForm } from "../shared/RecordForm";
import { Loaded } from "../shared/states";
import { t } from "../text/texts";
import { Attendance } from "./Attendance";
import { GroupDrawer } from "./GroupDrawer";

type Open = "edit" | { member: MemberLine | null } | { attendance: string };

export default function GroupPage({ id }: { id: string }) {
  const query = useQuery(group(id));
  return <Loaded query={query}>{(data) => <Page data={data} />}</Loaded>;
}

function Page({ data }: { data: Data }) {
  const { go } = useNavigation();
  const [open, setOpen] = useState<Open | null>(null);
  const close = () => setOpen(null);
  return (
    <>
      <div className="page-head">
        <div>
          <p className="quiet small">{t(`cadence-${data.form.cadence}`)}</p>
          <h1>{data.form.name}</h1>
          {data.form.purpose && <p className="partner-note">{data.form.purpose}</p>}
        </div>
        <div className="actions">
          <Button onPress={() => setOpen("edit")}>
            <Pencil size={15} aria-hidden />
            {t("partner-edit")}
          </Button>
          <Button kind="primary" onPress={() => setOpen({ member: null })}>
            <Plus size={15} aria-hidden />
            {t("group-add-member")}
          </Button>
        </div>
      </div>
      <div className="partner-columns">
        <section className="section" aria-label={t("group-members")}>
          <div className="section-head">
            <h2>{t("group-members")}</h2>
          </div>
          {data.members.length === 0 ? (
            <p className="empty-line">{t("group-members-empty")}</p>
          ) : (
            <table className="plain">
              <thead>
                <tr>
                  <th scope="col">{t("group-person")}</th>
                  <th scope="col">{t("partner")}</th>
                  <th scope="col">{t("group-role")}</th>
                  <th scope="col" className="right">
                    {t("group-attended")}
                  </th>
                </tr>
              </thead>
              <tbody>
                {data.members.map((member) => (
                  <tr key={member.id} className="row" onClick={() => setOpen({ member })}>
                    <th scope="row">
                      <button type="button" className="signal row-open">
                        {member.personName || t("seat-anyone")}
                      </button>
                    </th>
                    <td>
                      <button
                        type="button"
                        className="link"
                        onClick={(event) => {
                          event.stopPropagation();
                          go({ screen: "partner", id: member.form.partner });
                        }}
                      >
                        {member.partnerName}
                      </button>
                    </td>
                    <td>
                      {member.form.role === "chair" ? (
                        <b>{t("role-chair")}</b>
                      ) : (
                        t(`role-${member.form.role}`)
                      )}
                    </td>
                    <td className="right">{member.attended || "–"}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </section>
        <section className="section" aria-label={t("group-meetings")}>
          <div className="section-head">
            <h2>{t("group-meetings")}</h2>
            <Button kind="ghost" onPress={() => go({ screen: "communication" })}>
              {t("group-plan")}
            </Button>
          </div>
          {data.meetings.length === 0 ? (
            <p className="empty-line">{t("group-meetings-empty")}</p>
          ) : (
            <table className="plain">
              <tbody>
                {data.meetings.map((meeting) => (
                  <tr key={meeting.id}>
                    <th scope="row">
                      {meeting.title}
                      <span className="quiet small block">
                        {meeting.dateWords}
                        {meeting.isUpcoming || meeting.status === "cancelled"
                          ? `, ${t(`meeting-status-${meeting.status}`).toLowerCase()}`
                          : ""}
                      </span>
                    </th>
                    <td className="right">{meeting.attendanceWords}</td>
                    <td className="right">
                      {meeting.status !== "cancelled" && (
                        <Button kind="ghost" onPress={() => setOpen({ attendance: meeting.id })}>
                          <ClipboardCheck size={14} aria-hidden />
                          {t("attendance-note")}
                        </Button>
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </section>
      </div>
      {open === "edit" && (
        <GroupDrawer
          id={data.id}
          form={data.form}
          onClose={close}
          onRemoved={() => go({ screen: "groups" })}
        />
      )}
      {open !== null && open !== "edit" && "member" in open && (
        <MemberDrawer data={data} member={open.member} onClose={close} />
      )}
      {open !== null && open !== "edit" && "attendance" in open && (
        <Attendance meeting={open.attendance} onClose={close} />
      )}
    </>
  );
}

function MemberDrawer({
  data,
  member,
  onClose,
}: {
  data: Data;
  member: MemberLine | null;
  onClose: () => void;
}) {
  // A seat is chosen as a partner or as one of its people, in one list.
  type Form = { holder: string | null; role: string };
  const options = data.partners.flatMap((partner) => [
    { value: partner.id, label: `${partner.name} (${t("seat-anyone").toLowerCase()})` },
    ...partner.people.map((person) => ({
      value: `${partner.id} ${person.id}`,
      label: `${partner.name}: ${person.name}`,
    })),
  ]);
  const holder = member ? [member.form.partner, member.form.person ?? ""].join(" ").trim() : "";
  const fields: FieldSpec<Form>[] = [
    {
      name: "holder",
      label: t("touchpoint-person"),
      kind: "select",
      options: [{ value: "", label: t("not-chosen") }, ...options],
    },
    {
      name: "role",
      label: t("group-role"),
      kind: "select",
      options: ["member", "chair", "staff"].map((value) => ({ value, label: t(`role-${value}`) })),
    },
  ];
  function seat(form: Form): MemberForm {
    const [partner = "", person = ""] = (form.holder ?? "").split(" ");
    return { group: data.id, partner, person: person || null, role: form.role };
  }
  return (
    <RecordForm<Form>
      title={member ? member.personName || member.partnerName : t("group-add-member")}
      initial={{ holder: holder || null, role: member?.form.role ?? "member" }}
      fields={fields}
      save={(form) =>
        member
          ? call("change_membership", { id: member.id, form: seat(form) })
          : call("add_membership", seat(form))
      }
      remove={member ? () => call("remove_membership", { id: member.id }) : undefined}
      onClose={onClose}
    />
  );
}
