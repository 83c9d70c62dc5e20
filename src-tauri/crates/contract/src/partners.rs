//! Partners and people on the wire: the directory, the page of one, and what is changed there.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

macro_rules! shown {
    ($($(#[$doc:meta])* $name:ident { $($(#[$field_doc:meta])* $field:ident: $type:ty,)* })*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
        #[serde(rename_all = "camelCase")]
        pub struct $name {
            $($(#[$field_doc])* pub $field: $type,)*
        }
    )*};
}

macro_rules! asked {
    ($($(#[$doc:meta])* $name:ident { $($(#[$field_doc:meta])* $field:ident: $type:ty,)* })*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
        #[serde(rename_all = "camelCase")]
        pub struct $name {
            $($(#[$field_doc])* pub $field: $type,)*
        }
    )*};
}

pub(crate) use {asked, shown};

shown! {
    /// The directory of partners with what it can be filtered by.
    Directory {
        /// Every partner, by name.
        lines: Vec<DirectoryLine>,
        /// Sectors in their order.
        sectors: Vec<ListEntry>,
        /// Types of partners in their order.
        kinds: Vec<ListEntry>,
        /// Tags by name.
        tags: Vec<ListEntry>,
        /// Working groups in their order.
        groups: Vec<Choice>,
        /// Whether an agenda was adopted that partners can endorse.
        has_agenda: bool,
    }

    /// A partner as a line of the directory.
    DirectoryLine {
        /// Id of the partner.
        id: String,
        /// Its name.
        name: String,
        /// Id of its sector.
        sector: Option<String>,
        /// Name of its sector, or empty.
        sector_name: String,
        /// Id of its type.
        kind: Option<String>,
        /// Name of its type, or empty.
        kind_name: String,
        /// `prospective`, `active`, `paused`, `left`.
        status: String,
        /// ISO date, or empty.
        since: String,
        /// “Mar 2014”, or empty.
        since_words: String,
        /// Names of its people.
        people: Vec<String>,
        /// Activities it leads.
        leads: u32,
        /// Activities it takes part in.
        takes_part: u32,
        /// Figures it was asked for that have not come.
        owed: u32,
        /// Of these, how many are past their day.
        late: u32,
        /// ISO date it was last in touch, or empty.
        last_touch: String,
        /// “Nov 6, 2026, call”, or empty.
        last_touch_words: String,
        /// `nothing` to sign, `not`, `earlier`, `current`.
        endorsed: String,
        /// “Apr 2, 2025”, “Version 2 only”, “Not yet”.
        endorsed_words: String,
        /// Ids of its tags.
        tags: Vec<String>,
        /// Ids of the groups it sits in.
        groups: Vec<String>,
        /// The worst of its commitments: `expired`, `soon`, `holds`; none without any.
        commitments: Option<String>,
    }

    /// An entry of a list people may change.
    ListEntry {
        /// Its id.
        id: String,
        /// As it is shown.
        name: String,
        /// The name the program has for it; none for one of the team's own.
        usual_name: Option<String>,
        /// How many partners have it.
        partners: u32,
    }

    /// Something to choose.
    Choice {
        /// Its id.
        id: String,
        /// Its name.
        name: String,
    }

    /// A view people gave a name.
    SavedView {
        /// Its id.
        id: String,
        /// Its name.
        name: String,
        /// What was chosen, as the screen writes it.
        choices: String,
    }

    /// Everything about one partner.
    PartnerPage {
        /// Id of the partner.
        id: String,
        /// ISO date of today, for what is added.
        today: String,
        /// Its fields.
        form: PartnerForm,
        /// “Nonprofit · Community organization · Partner since March 2014”.
        line: String,
        /// Names of its tags.
        tags: Vec<String>,
        /// Its people by name.
        people: Vec<PersonLine>,
        /// Its statuses, the latest first.
        statuses: Vec<StatusLine>,
        /// What it signed up to, what ends first at the top.
        commitments: Vec<CommitmentLine>,
        /// Its seats in working groups.
        seats: Vec<SeatLine>,
        /// Activities it leads, then those it takes part in.
        activities: Vec<ActivityLine>,
        /// Measures of its own, and those it provided figures of.
        measures: Vec<SuppliedLine>,
        /// What it was asked for.
        requests: Vec<OwedLine>,
        /// Meetings it was expected at, the latest first.
        meetings: Vec<AttendedLine>,
        /// “15 of 17 meetings in 12 months”, or empty.
        attended_words: String,
        /// Touchpoints, the latest first.
        touchpoints: Vec<TouchpointLine>,
        /// “Nov 6, 2026, call, 7 days ago”, or empty.
        last_touch_words: String,
        /// Its signatures, the latest version first.
        signatures: Vec<PartnerSignature>,
        /// `nothing` to sign, `not`, `earlier`, `current`.
        endorsed: String,
        /// As the directory says it.
        endorsed_words: String,
        /// Figures it was asked for that have not come.
        owed: u32,
        /// Of these, how many are past their day.
        late: u32,
        /// What it gives to activities.
        resources: Vec<ResourceLine>,
        /// Partners it shares activities with, those with most first.
        works_with: Vec<SharedLine>,
    }

    /// A person of a partner.
    PersonLine {
        /// Id of the person.
        id: String,
        /// Their fields.
        form: PersonForm,
        /// Groups they sit in, “Early Childhood (chair)”.
        seats: Vec<String>,
    }

    /// An entry of a status history.
    StatusLine {
        /// Its id.
        id: String,
        /// Its fields.
        form: StatusForm,
        /// “Mar 1, 2014”.
        since_words: String,
    }

    /// A commitment.
    CommitmentLine {
        /// Its id.
        id: String,
        /// Its fields.
        form: CommitmentForm,
        /// “Mar 1, 2024”, or empty.
        signed_words: String,
        /// “Jun 30, 2026”, or empty.
        expires_words: String,
        /// `expired`, `soon`, `holds`.
        expiry: String,
        /// “Ended 12 days ago”, “Ends in 40 days”, “No end”; empty while the end is far.
        expiry_words: String,
    }

    /// A seat of a partner in a group.
    SeatLine {
        /// Its id.
        id: String,
        /// Id of the group.
        group: String,
        /// Its name.
        group_name: String,
        /// Id of the person.
        person: Option<String>,
        /// Their name, or empty.
        person_name: String,
        /// `chair`, `member`, `staff`.
        role: String,
    }

    /// An activity of a partner.
    ActivityLine {
        /// Id of the activity.
        id: String,
        /// Its name.
        name: String,
        /// Whether the partner leads it.
        is_lead: bool,
        /// Its strategy, or empty.
        strategy: String,
        /// `planned`, `active`, `done`, `stopped`.
        status: String,
    }

    /// A measure a partner has to do with.
    SuppliedLine {
        /// Id of the measure.
        id: String,
        /// Its name.
        name: String,
        /// Whether it is of the partner's own program.
        is_own: bool,
        /// Figures the partner provided.
        readings: u32,
        /// Indicators it contributes to.
        contributes_to: Vec<String>,
    }

    /// A data request to a partner.
    OwedLine {
        /// Id of the request.
        id: String,
        /// Its title.
        title: String,
        /// `draft`, `due`, `late`, `received`, `accepted`, `withdrawn`.
        standing: String,
        /// “Nov 21, 2026”.
        due_words: String,
        /// Figures asked for.
        figures: u32,
    }

    /// A meeting a partner was expected at.
    AttendedLine {
        /// Id of the meeting.
        id: String,
        /// Its title.
        title: String,
        /// “Nov 6, 2026”.
        date_words: String,
        /// `present`, `excused`, `absent`.
        presence: String,
        /// Who was there.
        people: Vec<String>,
    }

    /// A touchpoint.
    TouchpointLine {
        /// Its id.
        id: String,
        /// Its fields.
        form: TouchpointForm,
        /// “Nov 6, 2026”.
        date_words: String,
        /// Who it was with, or empty.
        person_name: String,
    }

    /// A signature under a version of the agenda.
    PartnerSignature {
        /// The version.
        version: u32,
        /// Who signed.
        signed_by: String,
        /// “Apr 2, 2025”.
        signed_words: String,
    }

    /// What a partner gives to an activity.
    ResourceLine {
        /// Id of the activity.
        activity: String,
        /// Its name.
        activity_name: String,
        /// `money`, `staff`, `space`, `goods`, `data`, `other`.
        kind: String,
        /// What it is.
        description: String,
        /// “$12,000”, or empty.
        amount_words: String,
        /// Whether it is sure.
        is_secured: bool,
    }

    /// A partner another one shares activities with.
    SharedLine {
        /// Id of the partner.
        id: String,
        /// Its name.
        name: String,
        /// Activities they share.
        count: u32,
    }

    /// What making two records one would do.
    JoinPlan {
        /// What moves, in words: “3 people”, “2 activities”.
        moving: Vec<String>,
        /// Figures for which both say different things.
        conflicts: u32,
    }
}

asked! {
    /// A partner as a form; dates are ISO texts or empty.
    PartnerForm {
        /// Name.
        name: String,
        /// Id of its sector.
        sector: Option<String>,
        /// Id of its type.
        kind: Option<String>,
        /// `prospective`, `active`, `paused`, `left`.
        status: String,
        /// Since when.
        since: String,
        /// Until when.
        until: String,
        /// Website.
        website: String,
        /// E-mail of the organization.
        email: String,
        /// Phone of the organization.
        phone: String,
        /// Address.
        address: String,
        /// How large it is, in words.
        size: String,
        /// Notes.
        note: String,
    }

    /// Changes a partner.
    ChangePartner {
        /// Which.
        id: String,
        /// Its new fields.
        form: PartnerForm,
    }

    /// Changes many partners together; what is none stays as it is.
    EditPartners {
        /// Which.
        ids: Vec<String>,
        /// Their new status.
        status: Option<String>,
        /// Id of their new sector; empty takes it away.
        sector: Option<String>,
        /// Id of their new type; empty takes it away.
        kind: Option<String>,
    }

    /// A person as a form.
    PersonForm {
        /// Id of the partner.
        partner: String,
        /// Name.
        name: String,
        /// Role.
        role: String,
        /// E-mail.
        email: String,
        /// Phone.
        phone: String,
    }

    /// Changes a person.
    ChangePerson {
        /// Which.
        id: String,
        /// Their new fields.
        form: PersonForm,
    }

    /// An entry of a status history as a form.
    StatusForm {
        /// Id of the partner.
        partner: String,
        /// `prospective`, `active`, `paused`, `left`.
        status: String,
        /// ISO date.
        since: String,
        /// Why.
        note: String,
    }

    /// Changes an entry of a status history.
    ChangeStatus {
        /// Which.
        id: String,
        /// Its new fields.
        form: StatusForm,
    }

    /// A commitment as a form; dates are ISO texts or empty.
    CommitmentForm {
        /// Id of the partner.
        partner: String,
        /// `mou`, `data`, `money`, `in_kind`, `other`.
        kind: String,
        /// What it says.
        title: String,
        /// When it was signed.
        signed_on: String,
        /// Its last day.
        expires_on: String,
        /// Notes.
        note: String,
    }

    /// Changes a commitment.
    ChangeCommitment {
        /// Which.
        id: String,
        /// Its new fields.
        form: CommitmentForm,
    }

    /// A touchpoint as a form.
    TouchpointForm {
        /// Id of the partner.
        partner: String,
        /// Id of the person.
        person: Option<String>,
        /// ISO date.
        date: String,
        /// `call`, `visit`, `email`, `message`, `event`, `other`.
        channel: String,
        /// What it was about.
        summary: String,
        /// 1 to 4, or nothing.
        trust: Option<u8>,
    }

    /// Changes a touchpoint.
    ChangeTouchpoint {
        /// Which.
        id: String,
        /// Its new fields.
        form: TouchpointForm,
    }

    /// A new entry of a list: `sectors` or `kinds`.
    NewListEntry {
        /// Which list.
        list: String,
        /// Its name.
        name: String,
    }

    /// A new name for an entry of a list: `sectors`, `kinds` or `tags`. An empty one gives a
    /// sector or type that came with the program its usual name back.
    RenameListEntry {
        /// Which list.
        list: String,
        /// Which entry.
        id: String,
        /// Its name.
        name: String,
    }

    /// An entry of a list.
    ListEntryRequest {
        /// Which list.
        list: String,
        /// Which entry.
        id: String,
    }

    /// Entries of a list in a new order.
    ListOrder {
        /// Which list.
        list: String,
        /// Ids in order.
        ids: Vec<String>,
    }

    /// Keeps a view of a list under a name.
    KeepView {
        /// The list.
        screen: String,
        /// The name.
        name: String,
        /// What was chosen.
        choices: String,
    }

    /// Two records that are to become one.
    JoinRequest {
        /// The one that goes.
        gone: String,
        /// The one that stays.
        kept: String,
    }

    /// Makes two partners one.
    JoinPartners {
        /// The one that goes.
        gone: String,
        /// The one that stays.
        kept: String,
        /// Whose figures stay where both differ: `kept` or `gone`.
        keep: Option<String>,
    }
}
