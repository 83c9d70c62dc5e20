/** People of a partner with their roles, and the seats the partner holds in working groups. */
import { useQuery } from "@tanstack/react-query";
import { Eraser, Merge, X } from "lucide-react";
import { useState } from "react";
import { call } from "../ipc/client";
import type { MemberForm, PartnerPage, PersonForm, PersonLine, SeatLine } from "../ipc/generated";
import { groups } from "../ipc/queries";
import { Button, IconButton } from "../shared/controls";
import { useNavigation } from "../shared/navigation";
import { Part } from "../shared/Part";
import { type FieldSpec, RecordForm } from "../shared/RecordForm";
import { errorWords } from "../shared/states";
import { useToast, wayBack } from "../shared/toasts";
import { t } from "../text/texts";
import { ErasePerson, MergePeople } from "./Joining";

type Open =
  | { person: PersonLine | null }
  | { merging: PersonLine }
  | { erasing: PersonLine }
  | { seat: true };

export function People({ data }: { data: PartnerPage }) {
  const [open, setOpen] = useState<Open | null>(null);
  const close = () => setOpen(null);
  return (
    <>
      <Part
        title={t("people")}
        add={t("add-person")}
        onAdd={() => setOpen({ person: null })}
        empty={data.people.length === 0 && t("people-empty")}
      >
        <ul className="plain-list people">
          {data.people.map((person) => (
            <li key={person.id}>
              <button type="button" className="person" onClick={() => setOpen({ person })}>
                <b>{person.form.name}</b>
                <span className="quiet">
                  {[person.form.role, person.form.email, person.form.phone]
                    .filter(Boolean)
                    .join(" · ")}
                </span>
                {person.seats.length > 0 && (
                  <span className="quiet small">
                    {t("person-sits-in", { groups: person.seats.join(", ") })}
                  </span>
                )}
              </button>
            </li>
          ))}
        </ul>
      </Part>
      <Part
        title={t("seats")}
        add={t("seat-add")}
        onAdd={() => setOpen({ seat: true })}
        empty={data.seats.length === 0 && t("seats-empty")}
      >
        <ul className="plain-list people">
          {data.seats.map((seat) => (
            <Seat key={seat.id} seat={seat} />
          ))}
        </ul>
      </Part>
      {open && "person" in open && (
        <PersonDrawer
          partner={data.id}
          person={open.person}
          canMerge={data.people.length > 1}
          onMerge={(person) => setOpen({ merging: person })}
          onErase={(person) => setOpen({ erasing: person })}
          onClose={close}
        />
      )}
      {open && "merging" in open && (
        <MergePeople person={open.merging} people={data.people} onClose={close} />
      )}
      {open && "erasing" in open && (
        <ErasePerson person={open.erasing} partner={data.form.name} onClose={close} />
      )}
      {open && "seat" in open && <SeatDrawer data={data} onClose={close} />}
    </>
  );
}

function Seat({ seat }: { seat: SeatLine }) {
  const { go } = useNavigation();
  const toast = useToast();
  const name = seat.personName || t("seat-anyone");
  return (
    <li className="seat">
      <button
        type="button"
        className="link grow"
        onClick={() => go({ screen: "group", id: seat.group })}
      >
        {seat.groupName}
      </button>
      <span className="quiet">
        {name}
        {seat.role !== "member" && `, ${t(`role-${seat.role}`).toLowerCase()}`}
      </span>
      <IconButton
        label={t("seat-remove", { name, group: seat.groupName })}
        onPress={() =>
          void call("remove_membership", { id: seat.id }).then(
            () => toast(t("removed", { name: `${name}, ${seat.groupName}` }), wayBack()),
            (error) => toast(errorWords(error)),
          )
        }
      >
        <X size={14} aria-hidden />
      </IconButton>
    </li>
  );
}

function PersonDrawer({
  partner,
  person,
  canMerge,
  onMerge,
  onErase,
  onClose,
}: {
  partner: string;
  person: PersonLine | null;
  canMerge: boolean;
  onMerge: (person: PersonLine) => void;
  onErase: (person: PersonLine) => void;
  onClose: () => void;
}) {
  const fields: FieldSpec<PersonForm>[] = [
    { name: "name", label: t("name"), kind: "text" },
    { name: "role", label: t("person-role"), kind: "text" },
    { name: "email", label: t("person-email"), kind: "text" },
    { name: "phone", label: t("person-phone"), kind: "text" },
  ];
  return (
    <RecordForm
      title={person ? person.form.name : t("add-person")}
      initial={person?.form ?? { partner, name: "", role: "", email: "", phone: "" }}
      fields={fields}
      save={(form) =>
        person ? call("change_person", { id: person.id, form }) : call("add_person", form)
      }
      remove={person ? () => call("remove_person", { id: person.id }) : undefined}
      onClose={onClose}
    >
      {person && (
        <div className="button-row">
          {canMerge && (
            <Button kind="ghost" onPress={() => onMerge(person)}>
              <Merge size={14} aria-hidden />
              {t("person-merge")}
            </Button>
          )}
          <Button kind="ghost" onPress={() => onErase(person)}>
            <Eraser size={14} aria-hidden />
            {t("person-erase")}
          </Button>
        </div>
      )}
    </RecordForm>
  );
}

function SeatDrawer({ data, onClose }: { data: PartnerPage; onClose: () => void }) {
  const known = useQuery(groups()).data;
  if (!known) return null;
  const fields: FieldSpec<MemberForm>[] = [
    {
      name: "group",
      label: t("group"),
      kind: "select",
      options: known.map((group) => ({ value: group.id, label: group.form.name })),
    },
    {
      name: "person",
      label: t("touchpoint-person"),
      kind: "select",
      options: [
        { value: "", label: t("seat-anyone") },
        ...data.people.map((person) => ({ value: person.id, label: person.form.name })),
      ],
    },
    {
      name: "role",
      label: t("group-role"),
      kind: "select",
      options: ["member", "chair", "staff"].map((value) => ({ value, label: t(`role-${value}`) })),
    },
  ];
  return (
    <RecordForm
      title={t("seat-add")}
      initial={{
        group: known[0]?.id ?? "",
        partner: data.id,
        person: data.people[0]?.id ?? null,
        role: "member",
      }}
      fields={known.length === 0 ? [] : fields}
      save={(form) => call("add_membership", form)}
      onClose={onClose}
    >
      {known.length === 0 && <p>{t("groups-empty")}</p>}
    </RecordForm>
  );
}
