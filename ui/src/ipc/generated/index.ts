// Written from the contract crate by `cargo test -p backbone-contract`; do not edit.

export type ActionItem = { 
/**
 * Id of the action item.
 */
id: string, 
/**
 * Its fields.
 */
form: ActionItemForm, 
/**
 * Title of the meeting.
 */
meetingTitle: string | null, 
/**
 * “9 days late”, “Nov 21, 2025”, “Done Nov 3, 2025”.
 */
dueWords: string, 
/**
 * Whether it is late.
 */
isLate: boolean, };

export type ActionItemForm = { 
/**
 * Id of the meeting.
 */
meeting: string | null, 
/**
 * What is to be done.
 */
title: string, 
/**
 * Who does it.
 */
owner: string, 
/**
 * By when.
 */
due: string, 
/**
 * When it was done; empty while open.
 */
doneOn: string, };

export type ActionLine = { 
/**
 * Id of the action item.
 */
id: string, 
/**
 * What is to be done.
 */
title: string, 
/**
 * Who does it.
 */
owner: string, 
/**
 * “9 days late”, or the due date.
 */
due: string, 
/**
 * Whether it is late.
 */
isLate: boolean, };

export type Activity = { 
/**
 * Id of the activity.
 */
id: string, 
/**
 * Its fields.
 */
form: ActivityForm, 
/**
 * Name of the leading partner.
 */
leadName: string | null, 
/**
 * Names of the contributing partners.
 */
partnerNames: Array<string>, 
/**
 * Name of the strategy.
 */
strategyName: string | null, 
/**
 * Names of the measures it is meant to move.
 */
measureNames: Array<string>, 
/**
 * “Sep 2025 – Jun 2026”, or empty.
 */
span: string, 
/**
 * Ids of its tags.
 */
tags: Array<string>, };

export type ActivityForm = { 
/**
 * Name.
 */
name: string, 
/**
 * In a sentence or two.
 */
description: string, 
/**
 * Id of the strategy.
 */
strategy: string | null, 
/**
 * Id of the leading partner.
 */
lead: string | null, 
/**
 * Ids of the contributing partners.
 */
partners: Array<string>, 
/**
 * Ids of the measures it is meant to move.
 */
measures: Array<string>, 
/**
 * Ids of the populations it serves.
 */
populations: Array<string>, 
/**
 * Ids of the places it serves.
 */
places: Array<string>, 
/**
 * `planned`, `active`, `done`, `stopped`.
 */
status: string, 
/**
 * First day.
 */
starts: string, 
/**
 * Last day.
 */
ends: string, 
/**
 * Where it stands.
 */
progress: string, };

export type ActivityLine = { 
/**
 * Id of the activity.
 */
id: string, 
/**
 * Its name.
 */
name: string, 
/**
 * Whether the partner leads it.
 */
isLead: boolean, 
/**
 * Its strategy, or empty.
 */
strategy: string, 
/**
 * `planned`, `active`, `done`, `stopped`.
 */
status: string, };

export type ActivityPage = { 
/**
 * Id of the activity.
 */
id: string, 
/**
 * ISO date of today.
 */
today: string, 
/**
 * Its name.
 */
name: string, 
/**
 * What it does.
 */
description: string, 
/**
 * `planned`, `active`, `done`, `stopped`.
 */
status: string, 
/**
 * Its strategy.
 */
strategy: NamedRecord | null, 
/**
 * The partner that leads it.
 */
lead: NamedRecord | null, 
/**
 * Other partners that take part.
 */
partners: Array<NamedRecord>, 
/**
 * Measures it is meant to move.
 */
measures: Array<NamedRecord>, 
/**
 * “Sep 1, 2025”, or empty.
 */
startsWords: string, 
/**
 * “Jun 30, 2027”, or empty.
 */
endsWords: string, 
/**
 * Where it stands, in words.
 */
progress: string, 
/**
 * How it stands today.
 */
standing: StandingLine, 
/**
 * Milestones, the earliest first.
 */
milestones: Array<MilestoneLine>, 
/**
 * Its log, the latest first.
 */
updates: Array<UpdateLine>, 
/**
 * What it needs.
 */
resources: Array<NeededLine>, 
/**
 * “$16,000 of $24,000 is secured”, or empty where nothing has an amount.
 */
worthWords: string, 
/**
 * Risks, open ones first and of those the heaviest.
 */
risks: Array<RiskLine>, 
/**
 * What it waits for, then what feeds it.
 */
before: Array<LinkLine>, 
/**
 * What waits for it, then what it feeds.
 */
after: Array<LinkLine>, 
/**
 * What was changed, the latest first.
 */
history: Array<HistoryEntry>, };

export type AddRequests = { 
/**
 * What all of them share; its measures are not looked at.
 */
form: RequestForm, 
/**
 * Who is asked for what.
 */
partners: Array<AskedPartner>, };

export type Added = { 
/**
 * Id of the new record.
 */
id: string, };

export type AdoptAgenda = { 
/**
 * ISO date of adoption.
 */
adoptedOn: string, };

export type Agenda = { 
/**
 * The initiative itself.
 */
initiative: InitiativeForm, 
/**
 * Versions, the latest first; none while nothing is written.
 */
versions: Array<AgendaVersion>, 
/**
 * Results of today in order.
 */
results: Array<ResultItem>, 
/**
 * Active partners whose signature under the version in force is missing.
 */
outstanding: Array<Outstanding>, 
/**
 * All active partners.
 */
activePartners: number, 
/**
 * Today as an ISO date, to begin a form with.
 */
today: string, };

export type AgendaChoice = { 
/**
 * Its id.
 */
id: string, 
/**
 * Its number.
 */
version: number, 
/**
 * Whether it is a draft.
 */
isDraft: boolean, };

export type AgendaDifference = { 
/**
 * Text by text, in order.
 */
parts: Array<PartDifference>, 
/**
 * Results of both, those of the later version first.
 */
results: Array<ResultDifference>, };

export type AgendaPair = { 
/**
 * Id of the earlier version.
 */
from: string, 
/**
 * Id of the later version.
 */
to: string, };

export type AgendaText = { 
/**
 * What we want to be true.
 */
vision: string, 
/**
 * What stands in the way.
 */
problem: string, 
/**
 * For whom.
 */
population: string, 
/**
 * Where.
 */
geography: string, 
/**
 * What belongs to it.
 */
scopeIn: string, 
/**
 * What does not.
 */
scopeOut: string, 
/**
 * How we work.
 */
principles: string, };

export type AgendaVersion = { 
/**
 * Its id.
 */
id: string, 
/**
 * Its number.
 */
version: number, 
/**
 * `draft`, `in_force` or `earlier`.
 */
state: string, 
/**
 * The day of its adoption in words; none while a draft.
 */
adopted: string | null, 
/**
 * Its texts.
 */
text: AgendaText, 
/**
 * What is new in it. Markdown.
 */
note: string, 
/**
 * Its results: those of its day, those of today for a draft.
 */
results: Array<VersionResult>, 
/**
 * Who signed it, by name.
 */
signatures: Array<SignatureLine>, 
/**
 * How many of those who signed are active partners.
 */
signedActive: number, };

export type Anchor = "start" | "middle" | "end";

export type AnnotationForm = { 
/**
 * Which measure.
 */
measure: string, 
/**
 * Where on the axis.
 */
period: string, 
/**
 * “Coaching begins”.
 */
title: string, 
/**
 * “in 41 centers”, or empty.
 */
detail: string, 
/**
 * Whether control limits begin anew here.
 */
resetsLimits: boolean, };

export type AnnotationItem = { 
/**
 * Id of the note.
 */
id: string, 
/**
 * Its fields.
 */
form: AnnotationForm, };

export type AskableMeasure = { 
/**
 * Id of the measure.
 */
id: string, 
/**
 * Its name.
 */
name: string, 
/**
 * Its latest period that has ended: “2025–26”.
 */
latest: string, };

export type AskedPartner = { 
/**
 * Id of the partner.
 */
partner: string, 
/**
 * Ids of the measures.
 */
measures: Array<string>, };

export type AttendanceMark = { 
/**
 * Id of the partner.
 */
partner: string, 
/**
 * Id of the person.
 */
person: string | null, 
/**
 * `present`, `excused`, `absent`; none takes the note away.
 */
presence: string | null, };

export type AttendanceRow = { 
/**
 * Id of the partner.
 */
partner: string, 
/**
 * Its name.
 */
partnerName: string, 
/**
 * Id of the person.
 */
person: string | null, 
/**
 * Their name, or empty.
 */
personName: string, 
/**
 * `present`, `excused`, `absent`; none where it was not noted.
 */
presence: string | null, };

export type AttendanceSheet = { 
/**
 * Id of the meeting.
 */
meeting: string, 
/**
 * Its title.
 */
title: string, 
/**
 * “Thursday, October 15, 2026”.
 */
dateWords: string, 
/**
 * Everyone expected or noted.
 */
rows: Array<AttendanceRow>, 
/**
 * “6 there, 1 sent regrets, 1 absent, 2 not noted”.
 */
summary: string, 
/**
 * Partners with their people, to add who was not expected.
 */
partners: Array<PartnerChoice>, };

export type AttendedLine = { 
/**
 * Id of the meeting.
 */
id: string, 
/**
 * Its title.
 */
title: string, 
/**
 * “Nov 6, 2026”.
 */
dateWords: string, 
/**
 * `present`, `excused`, `absent`.
 */
presence: string, 
/**
 * Who was there.
 */
people: Array<string>, };

export type AudienceRuleForm = { 
/**
 * `internal`, `partners` or `public`.
 */
audience: string, 
/**
 * Hide figures on fewer people than this, as typed; empty hides none.
 */
denominatorFloor: string, 
/**
 * Hide figures on fewer events than this, as typed; empty hides none.
 */
numeratorFloor: string, 
/**
 * Whether percentages near none or all are only said to be so.
 */
codesTails: boolean, };

export type BreakdownForm = { 
/**
 * Name.
 */
name: string, 
/**
 * Names of its groups in order.
 */
groups: Array<string>, };

export type BreakdownItem = { 
/**
 * Id.
 */
id: string, 
/**
 * Name.
 */
name: string, 
/**
 * Groups in order.
 */
groups: Array<NamedRecord>, };

export type BreakdownView = { 
/**
 * Id of the breakdown.
 */
id: string, 
/**
 * Its name.
 */
name: string, 
/**
 * How far its groups lie apart, then and now; none with fewer than two.
 */
disparity: string | null, };

export type CalculationItem = { 
/**
 * `entered`, `sum`, `difference`, `ratio`, `rate`.
 */
kind: string, 
/**
 * “The sum of its parts; 1 period lacks a part”; empty for an entered measure.
 */
line: string, 
/**
 * Its parts in order.
 */
parts: Array<PartItem>, 
/**
 * Periods without a value, latest first, each with the reason.
 */
lacking: Array<LackingPeriod>, 
/**
 * How many entered values are kept aside.
 */
keptAside: number, };

export type CellEntry = { 
/**
 * Key of the period.
 */
period: string, 
/**
 * Key of the column.
 */
column: string, 
/**
 * As typed; empty removes the reading.
 */
text: string, };

export type CellProblem = { 
/**
 * Key of the period.
 */
period: string, 
/**
 * Key of the column.
 */
column: string, 
/**
 * In plain words.
 */
words: string, };

export type CellRequest = { 
/**
 * Which measure.
 */
measure: string, 
/**
 * Key of the period.
 */
period: string, 
/**
 * Key of the column.
 */
column: string, };

export type ChangeActionItem = { 
/**
 * Which.
 */
id: string, 
/**
 * Its new fields.
 */
form: ActionItemForm, };

export type ChangeActivity = { 
/**
 * Which.
 */
id: string, 
/**
 * Its new fields.
 */
form: ActivityForm, };

export type ChangeAnnotation = { 
/**
 * Which.
 */
id: string, 
/**
 * Its new fields.
 */
form: AnnotationForm, };

export type ChangeCommitment = { 
/**
 * Which.
 */
id: string, 
/**
 * Its new fields.
 */
form: CommitmentForm, };

export type ChangeDecision = { 
/**
 * Which.
 */
id: string, 
/**
 * Its new fields.
 */
form: DecisionForm, };

export type ChangeDefinitionChange = { 
/**
 * Which.
 */
id: string, 
/**
 * Its new fields.
 */
form: DefinitionChangeForm, };

export type ChangeGroup = { 
/**
 * Which.
 */
id: string, 
/**
 * Its new fields.
 */
form: GroupForm, };

export type ChangeLink = { 
/**
 * Which.
 */
id: string, 
/**
 * Its new fields.
 */
form: LinkForm, };

export type ChangeMeasure = { 
/**
 * Which.
 */
id: string, 
/**
 * Its new fields.
 */
form: MeasureForm, };

export type ChangeMeeting = { 
/**
 * Which.
 */
id: string, 
/**
 * Its new fields.
 */
form: MeetingForm, };

export type ChangeMember = { 
/**
 * Which.
 */
id: string, 
/**
 * Its new fields.
 */
form: MemberForm, };

export type ChangeMilestone = { 
/**
 * Which.
 */
id: string, 
/**
 * Its new fields.
 */
form: MilestoneForm, };

export type ChangePartner = { 
/**
 * Which.
 */
id: string, 
/**
 * Its new fields.
 */
form: PartnerForm, };

export type ChangePerson = { 
/**
 * Which.
 */
id: string, 
/**
 * Their new fields.
 */
form: PersonForm, };

export type ChangePlace = { 
/**
 * Which.
 */
id: string, 
/**
 * Its new fields.
 */
form: PlaceForm, };

export type ChangeRequest = { 
/**
 * Which.
 */
id: string, 
/**
 * Its new fields.
 */
form: RequestForm, };

export type ChangeResource = { 
/**
 * Which.
 */
id: string, 
/**
 * Its new fields.
 */
form: ResourceForm, };

export type ChangeResult = { 
/**
 * Which.
 */
id: string, 
/**
 * Its new fields.
 */
form: ResultForm, };

export type ChangeRisk = { 
/**
 * Which.
 */
id: string, 
/**
 * Its new fields.
 */
form: RiskForm, };

export type ChangeSignature = { 
/**
 * Which.
 */
id: string, 
/**
 * Its new fields.
 */
form: SignatureForm, };

export type ChangeStatus = { 
/**
 * Which.
 */
id: string, 
/**
 * Its new fields.
 */
form: StatusForm, };

export type ChangeStrategy = { 
/**
 * Which.
 */
id: string, 
/**
 * Its new fields.
 */
form: StrategyForm, };

export type ChangeTest = { 
/**
 * Which.
 */
id: string, 
/**
 * Its new fields.
 */
form: TestForm, };

export type ChangeTouchpoint = { 
/**
 * Which.
 */
id: string, 
/**
 * Its new fields.
 */
form: TouchpointForm, };

export type ChangeUpdate = { 
/**
 * Which.
 */
id: string, 
/**
 * Its new fields.
 */
form: UpdateForm, };

export type ChartParts = { 
/**
 * A path to a dated target.
 */
path: boolean, 
/**
 * Comparison series.
 */
comparison: boolean, 
/**
 * Notes on the axis.
 */
notes: boolean, 
/**
 * Control limits (enough points).
 */
limits: boolean, 
/**
 * A forecast (enough points).
 */
forecast: boolean, 
/**
 * Margins of error.
 */
margins: boolean, };

export type Choice = { 
/**
 * Its id.
 */
id: string, 
/**
 * Its name.
 */
name: string, };

export type ClosePeriod = { 
/**
 * The period as typed.
 */
period: string, };

export type CloseRisk = { 
/**
 * Which.
 */
id: string, 
/**
 * Whether it is.
 */
isClosed: boolean, };

export type ClosedItem = { 
/**
 * Id of the record.
 */
id: string, 
/**
 * The period.
 */
period: string, 
/**
 * “by Dana, Nov 24, 2026”.
 */
by: string, };

export type CommitReturned = { 
/**
 * Which.
 */
key: number, 
/**
 * Rows whose figures are left out although they could be taken.
 */
leaveOut: Array<number>, };

export type CommitmentForm = { 
/**
 * Id of the partner.
 */
partner: string, 
/**
 * `mou`, `data`, `money`, `in_kind`, `other`.
 */
kind: string, 
/**
 * What it says.
 */
title: string, 
/**
 * When it was signed.
 */
signedOn: string, 
/**
 * Its last day.
 */
expiresOn: string, 
/**
 * Notes.
 */
note: string, };

export type CommitmentLine = { 
/**
 * Its id.
 */
id: string, 
/**
 * Its fields.
 */
form: CommitmentForm, 
/**
 * “Mar 1, 2024”, or empty.
 */
signedWords: string, 
/**
 * “Jun 30, 2026”, or empty.
 */
expiresWords: string, 
/**
 * `expired`, `soon`, `holds`.
 */
expiry: string, 
/**
 * “Ended 12 days ago”, “Ends in 40 days”, “No end”; empty while the end is far.
 */
expiryWords: string, };

export type Communication = { 
/**
 * Meetings, upcoming first (soonest first), then past (latest first).
 */
meetings: Array<Meeting>, 
/**
 * Decisions, waiting first.
 */
decisions: Array<Decision>, 
/**
 * Action items: late, open by due date, then done.
 */
actionItems: Array<ActionItem>, };

export type Condition = "agenda" | "measurement" | "activities" | "communication" | "backbone";

export type ConditionSignals = { 
/**
 * Which condition.
 */
condition: Condition, 
/**
 * Its checks.
 */
signals: Array<SignalLine>, };

export type ContactChoices = { 
/**
 * What each column holds; empty for as it was proposed.
 */
fields: Array<string>, 
/**
 * The organization of contacts without one, or empty.
 */
without: string, 
/**
 * Place of the first contact of the page.
 */
from: number, 
/**
 * Whether only contacts are wanted that something is said about.
 */
onlyNoted: boolean, };

export type ContactColumn = { 
/**
 * Its head.
 */
head: string, 
/**
 * `name`, `first_name`, `last_name`, `organization`, `role`, `email`, `phone`,
 * `ignore`.
 */
field: string, };

export type ContactDecision = { 
/**
 * Its place; none for all that are like one that is known.
 */
at: number | null, 
/**
 * `add`, `merge`, `skip`.
 */
choice: string, };

export type ContactPreview = { 
/**
 * Name of the file.
 */
fileName: string, 
/**
 * Its columns; none for vCards.
 */
columns: Array<ContactColumn>, 
/**
 * The organization of contacts without one, or empty.
 */
without: string, 
/**
 * The contacts of this page.
 */
rows: Array<ContactRow>, 
/**
 * Place of the first of them in the whole list.
 */
from: number, 
/**
 * How many contacts the list shows with this filter.
 */
shown: number, 
/**
 * How many there are.
 */
count: number, 
/**
 * People who would be added.
 */
add: number, 
/**
 * People of whom something would be filled in.
 */
merge: number, 
/**
 * Contacts that would be left out.
 */
skip: number, 
/**
 * Contacts something is said about.
 */
noted: number, 
/**
 * Organizations that would become new partners.
 */
newPartners: number, };

export type ContactRow = { 
/**
 * Its place in the whole list.
 */
at: number, 
/**
 * The row as a spreadsheet numbers it, or the place of its card.
 */
row: number, 
/**
 * Name.
 */
name: string, 
/**
 * Organization.
 */
organization: string, 
/**
 * Role.
 */
role: string, 
/**
 * E-mail.
 */
email: string, 
/**
 * Phone.
 */
phone: string, 
/**
 * `new`, `like_person`, `like_contact`, `no_name`, `no_organization`.
 */
standing: string, 
/**
 * `add`, `merge`, `skip`.
 */
choice: string, 
/**
 * What is to be said about it.
 */
notes: Array<string>, };

export type ContactsImported = { 
/**
 * People who were added.
 */
people: number, 
/**
 * People of whom something was filled in.
 */
filled: number, 
/**
 * Partners that were added.
 */
partners: number, };

export type ContributionItem = { 
/**
 * Id of the measure.
 */
id: string, 
/**
 * Its name.
 */
name: string, 
/**
 * The partner whose program it measures.
 */
partner: string | null, 
/**
 * Latest value with its period, ready to show.
 */
latest: string, 
/**
 * Its status.
 */
status: Status, };

export type DataQuality = { 
/**
 * Measures that need work, the most pressing first.
 */
measures: Array<QualityItem>, 
/**
 * How many measures need none.
 */
fine: number, };

export type DataTable = { 
/**
 * Column heads.
 */
head: Array<string>, 
/**
 * Rows of formatted cells.
 */
rows: Array<Array<string>>, };

export type DatedValue = { 
/**
 * “2015–16”.
 */
period: string, 
/**
 * “44.1”.
 */
value: string, };

export type Decision = { 
/**
 * Id of the decision.
 */
id: string, 
/**
 * Its fields.
 */
form: DecisionForm, 
/**
 * Title of the meeting.
 */
meetingTitle: string | null, 
/**
 * Its number, “2025-14”.
 */
number: string, };

export type DecisionForm = { 
/**
 * Id of the meeting.
 */
meeting: string | null, 
/**
 * What is or was to be decided.
 */
text: string, 
/**
 * `waiting` or `made`.
 */
status: string, 
/**
 * ISO date, or empty.
 */
date: string, };

export type DefinitionChangeForm = { 
/**
 * Which measure.
 */
measure: string, 
/**
 * `wording`, `series_break`, `rebased_baseline`.
 */
kind: string, 
/**
 * The first period it holds for; empty where all readings are meant.
 */
period: string, 
/**
 * What changed, in a few words.
 */
title: string, 
/**
 * How it read before.
 */
before: string, 
/**
 * How it reads since.
 */
after: string, };

export type DifferenceBlock = { 
/**
 * `paragraph`, `heading` or `item`.
 */
kind: string, 
/**
 * Its words.
 */
runs: Array<DifferenceRun>, };

export type DifferenceRun = { 
/**
 * `same`, `added` or `removed`.
 */
change: string, 
/**
 * The words.
 */
text: string, };

export type Dimensions = { 
/**
 * Results.
 */
results: Array<NamedRecord>, 
/**
 * Strategies.
 */
strategies: Array<NamedRecord>, 
/**
 * Measures.
 */
measures: Array<NamedRecord>, 
/**
 * Partners.
 */
partners: Array<NamedRecord>, 
/**
 * Places and comparison places.
 */
places: Array<PlaceItem>, 
/**
 * Breakdowns with their groups.
 */
breakdowns: Array<BreakdownItem>, 
/**
 * Populations that activities serve.
 */
populations: Array<NamedRecord>, };

export type Directory = { 
/**
 * Every partner, by name.
 */
lines: Array<DirectoryLine>, 
/**
 * Sectors in their order.
 */
sectors: Array<ListEntry>, 
/**
 * Types of partners in their order.
 */
kinds: Array<ListEntry>, 
/**
 * Tags by name.
 */
tags: Array<ListEntry>, 
/**
 * Working groups in their order.
 */
groups: Array<Choice>, 
/**
 * Whether an agenda was adopted that partners can endorse.
 */
hasAgenda: boolean, };

export type DirectoryLine = { 
/**
 * Id of the partner.
 */
id: string, 
/**
 * Its name.
 */
name: string, 
/**
 * Id of its sector.
 */
sector: string | null, 
/**
 * Name of its sector, or empty.
 */
sectorName: string, 
/**
 * Id of its type.
 */
kind: string | null, 
/**
 * Name of its type, or empty.
 */
kindName: string, 
/**
 * `prospective`, `active`, `paused`, `left`.
 */
status: string, 
/**
 * ISO date, or empty.
 */
since: string, 
/**
 * “Mar 2014”, or empty.
 */
sinceWords: string, 
/**
 * Names of its people.
 */
people: Array<string>, 
/**
 * Activities it leads.
 */
leads: number, 
/**
 * Activities it takes part in.
 */
takesPart: number, 
/**
 * Figures it was asked for that have not come.
 */
owed: number, 
/**
 * Of these, how many are past their day.
 */
late: number, 
/**
 * ISO date it was last in touch, or empty.
 */
lastTouch: string, 
/**
 * “Nov 6, 2026, call”, or empty.
 */
lastTouchWords: string, 
/**
 * `nothing` to sign, `not`, `earlier`, `current`.
 */
endorsed: string, 
/**
 * “Apr 2, 2025”, “Version 2 only”, “Not yet”.
 */
endorsedWords: string, 
/**
 * Ids of its tags.
 */
tags: Array<string>, 
/**
 * Ids of the groups it sits in.
 */
groups: Array<string>, 
/**
 * The worst of its commitments: `expired`, `soon`, `holds`; none without any.
 */
commitments: string | null, };

export type DisclosureLine = { 
/**
 * Its id.
 */
id: string, 
/**
 * When: “Nov 24, 2026, 9:42 AM”.
 */
at: string, 
/**
 * What left the file.
 */
what: string, 
/**
 * For whom, in words.
 */
audience: string, 
/**
 * Who let it out.
 */
author: string, 
/**
 * Figures shown and hidden, in words.
 */
count: string, 
/**
 * Each hidden figure with why, in words; at most so many as can be looked at.
 */
hidden: Array<string>, 
/**
 * How many more were hidden.
 */
more: number, 
/**
 * What else is to be known.
 */
notes: Array<string>, };

export type DrawGroups = { 
/**
 * Which measure.
 */
id: string, 
/**
 * Which breakdown.
 */
breakdown: string, 
/**
 * Width in CSS pixels; the height follows.
 */
width: number, };

export type DrawMeasure = { 
/**
 * Which measure.
 */
id: string, 
/**
 * Width in CSS pixels.
 */
width: number, 
/**
 * Height in CSS pixels.
 */
height: number, 
/**
 * Draw the path to the target.
 */
path: boolean, 
/**
 * Draw comparison series.
 */
comparison: boolean, 
/**
 * Draw notes.
 */
notes: boolean, 
/**
 * Draw control limits.
 */
limits: boolean, 
/**
 * Draw the forecast.
 */
forecast: boolean, 
/**
 * Draw margins of error.
 */
margins: boolean, };

export type DrawReinforcement = { 
/**
 * Id of a strategy, `all`, `overview` or `none`; nothing lets the program choose: all
 * where they can be read at once, or else strategy by strategy.
 */
show: string | null, 
/**
 * Width in CSS pixels.
 */
width: number, };

export type DrawTheory = { 
/**
 * The result to show; none for all of them.
 */
result: string | null, 
/**
 * Width in CSS pixels.
 */
width: number, };

export type DueLine = { 
/**
 * Id of the measure.
 */
id: string, 
/**
 * Its name.
 */
name: string, 
/**
 * Who supplies it.
 */
provider: string, 
/**
 * “Last figure 2022–23”, “No figure yet”.
 */
waiting: string, };

export type EarlierSignature = { 
/**
 * Number of the version.
 */
version: number, 
/**
 * The day in words.
 */
signed: string, };

export type EditPartners = { 
/**
 * Which.
 */
ids: Array<string>, 
/**
 * Their new status.
 */
status: string | null, 
/**
 * Id of their new sector; empty takes it away.
 */
sector: string | null, 
/**
 * Id of their new type; empty takes it away.
 */
kind: string | null, };

export type EditTags = { 
/**
 * `partners`, `measures` or `activities`.
 */
of: string, 
/**
 * Their ids.
 */
ids: Array<string>, 
/**
 * Name of a tag they all get.
 */
add: string | null, 
/**
 * Id of a tag they all lose.
 */
remove: string | null, 
/**
 * Names of the tags they have from now on, and no others.
 */
set: Array<string> | null, };

export type EndorseAgenda = { 
/**
 * The version.
 */
agenda: string, 
/**
 * Who signs.
 */
signatures: Array<NewSignature>, 
/**
 * ISO date.
 */
signedOn: string, 
/**
 * A note kept with each.
 */
note: string, };

export type EnterCells = { 
/**
 * Which measure.
 */
measure: string, 
/**
 * Whether they were pasted.
 */
isPasted: boolean, 
/**
 * The cells.
 */
cells: Array<CellEntry>, };

export type Entered = { 
/**
 * Cells that hold something new.
 */
changed: number, 
/**
 * Cells that cannot be kept as they are.
 */
problems: Array<CellProblem>, };

export type ErrorCode = "invalid" | "not_found" | "conflict" | "circle" | "period_closed" | "no_file" | "file_too_new" | "file_busy" | "damaged" | "not_a_backbone_file" | "cannot_write" | "cannot_read" | "disk_full" | "unreadable_table" | "stopped" | "unexpected";

export type ExportCheck = { 
/**
 * Figures shown and hidden, in words.
 */
count: string, 
/**
 * Figures hidden.
 */
hidden: number, 
/**
 * What it gives away together with an earlier export, and what could not be checked.
 */
warnings: Array<string>, };

export type ExportRequest = { 
/**
 * `everything`, `measures`, `readings`, `partners`, `activities`, `meetings`,
 * `decisions`, `action_items`, `measure` (its readings) or `chart`.
 */
what: string, 
/**
 * The measure of a chart or of readings.
 */
measure: string | null, 
/**
 * `xlsx` or `csv`; `svg` or `png` for a chart.
 */
format: string, 
/**
 * `internal`, `partners` or `public`.
 */
audience: string, 
/**
 * What the chart shows.
 */
parts: ChartParts | null, };

export type FailedFile = { 
/**
 * File name without folder.
 */
name: string, 
/**
 * Why.
 */
error: WireError, };

export type FieldChange = { 
/**
 * Table of the record.
 */
table: string, 
/**
 * Name of the field.
 */
field: string, 
/**
 * Value before; none if the record is new.
 */
old: string | null, 
/**
 * Value after; none if the record was removed.
 */
new: string | null, };

export type FinalizeReadings = { 
/**
 * Of which measure; none for all.
 */
measure: string | null, 
/**
 * Key of the period.
 */
period: string, };

export type Finalized = { 
/**
 * How many.
 */
count: number, };

export type Freshness = "current" | "due" | "empty" | "not_expected";

export type Grid = { 
/**
 * Columns: the total first.
 */
columns: Array<GridColumn>, 
/**
 * Rows in the order asked for.
 */
rows: Array<GridRow>, 
/**
 * What the values are in: “percent”.
 */
unit: string, 
/**
 * What can stand across.
 */
splits: Array<GridSplit>, 
/**
 * What does.
 */
split: string, 
/**
 * Places all figures can be for.
 */
places: Array<NamedRecord>, 
/**
 * The period after the latest, ready to propose; none for an irregular measure.
 */
nextPeriod: string | null, 
/**
 * The period before the earliest.
 */
earlierPeriod: string | null, 
/**
 * Why nothing can be entered here; none where it can.
 */
locked: string | null, 
/**
 * Totals their parts do not add up to.
 */
gaps: Array<CellProblem>, 
/**
 * Columns left out because they are empty.
 */
hiddenColumns: number, };

export type GridCell = { 
/**
 * As shown: “53.2”, “s”, “–”.
 */
shown: string, 
/**
 * As edited: the exact value, so many out of so many, or the marker.
 */
text: string, 
/**
 * As copied into a spreadsheet: the exact value or the marker.
 */
copied: string, 
/**
 * Out of how many, ready to show: “of 2,795”.
 */
count: string | null, 
/**
 * State of the reading.
 */
state: ReadingState, 
/**
 * Whether a comment is attached.
 */
hasComment: boolean, 
/**
 * What a calculated cell lacks, or which entered value is kept aside.
 */
note: string | null, };

export type GridColumn = { 
/**
 * `all`, or what it is for: `group:<id>`, `place:<id>`, `provider:<id>`, joined by `+`.
 */
key: string, 
/**
 * Head.
 */
name: string, 
/**
 * Whether it holds a comparison place.
 */
isBenchmark: boolean, 
/**
 * Whether the other columns are parts of it.
 */
isTotal: boolean, };

export type GridRequest = { 
/**
 * Which measure.
 */
measure: string, 
/**
 * What stands across: `breakdown:<id>`, `places`, `providers` or `all`; empty for what
 * the measure is mostly split by.
 */
split: string, 
/**
 * Id of the place all figures are for; none for the whole.
 */
place: string | null, 
/**
 * Periods to show beside those that are filled or expected, as typed.
 */
extraPeriods: Array<string>, 
/**
 * Columns to show beside those of the split, by key.
 */
extraColumns: Array<string>, 
/**
 * Oldest period on top.
 */
isOldestFirst: boolean, 
/**
 * Leave out columns without any reading.
 */
hidesEmpty: boolean, 
/**
 * Say under each value out of how many it is.
 */
withCounts: boolean, };

export type GridRow = { 
/**
 * Key of the period.
 */
period: string, 
/**
 * Its label: “2024–25”.
 */
label: string, 
/**
 * Whether its figures change only with a reason.
 */
isClosed: boolean, 
/**
 * One cell a column; none where nothing is recorded.
 */
cells: Array<GridCell | null>, };

export type GridSplit = { 
/**
 * As in [`GridRequest::split`].
 */
key: string, 
/**
 * “Race and ethnicity”.
 */
name: string, };

export type GroupForm = { 
/**
 * Name.
 */
name: string, 
/**
 * What it is there for.
 */
purpose: string, 
/**
 * `weekly`, `biweekly`, `monthly`, `quarterly`, `twice_a_year`, `yearly`, `as_needed`.
 */
cadence: string, };

export type GroupLine = { 
/**
 * Id of the group.
 */
id: string, 
/**
 * Its fields.
 */
form: GroupForm, 
/**
 * Who chairs it, or empty.
 */
chair: string, 
/**
 * Seats.
 */
members: number, 
/**
 * Partners that sit in it.
 */
partners: number, 
/**
 * “Oct 15, 2026”, or empty.
 */
lastMet: string, 
/**
 * “Dec 3, 2026”, or empty.
 */
nextMet: string, };

export type GroupMeeting = { 
/**
 * Id of the meeting.
 */
id: string, 
/**
 * Its title.
 */
title: string, 
/**
 * “Oct 15, 2026”.
 */
dateWords: string, 
/**
 * `planned`, `held`, `cancelled`.
 */
status: string, 
/**
 * Whether it lies ahead.
 */
isUpcoming: boolean, 
/**
 * “6 of 8 there”, or empty where nobody noted it.
 */
attendanceWords: string, };

export type GroupOrder = { 
/**
 * Of which breakdown.
 */
breakdown: string, 
/**
 * Ids of its groups in their new order.
 */
groups: Array<string>, };

export type GroupPage = { 
/**
 * Id of the group.
 */
id: string, 
/**
 * Its fields.
 */
form: GroupForm, 
/**
 * Its seats: chairs first.
 */
members: Array<MemberLine>, 
/**
 * Its meetings, upcoming first.
 */
meetings: Array<GroupMeeting>, 
/**
 * Partners with their people, to choose a member from.
 */
partners: Array<PartnerChoice>, };

export type HistoryEntry = { 
/**
 * Id of the operation.
 */
id: string, 
/**
 * What was done.
 */
step: Step, 
/**
 * `do`, `undo` or `redo`.
 */
kind: string, 
/**
 * Whether it has been undone since.
 */
isUndone: boolean, 
/**
 * Who did it.
 */
author: string, 
/**
 * When: “Nov 24, 2026, 9:42 AM”.
 */
at: string, 
/**
 * Why, if a reason was given.
 */
reason: string | null, 
/**
 * Fields with old and new value, at most 20.
 */
changes: Array<FieldChange>, 
/**
 * How many fields changed in all.
 */
changeCount: number, };

export type HistoryRequest = { 
/**
 * At most this many, latest first.
 */
limit: number, };

export type HoleGroup = { 
/**
 * The kind: `result_without_indicator` and so on.
 */
kind: string, 
/**
 * Where.
 */
places: Array<TheoryTarget>, };

export type ImportChoices = { 
/**
 * `utf8`, `utf16le`, `utf16be`, `windows1252`, `macroman`.
 */
encoding: string, 
/**
 * `,`, `;`, tab or `|`.
 */
delimiter: string, 
/**
 * The sheet of a spreadsheet.
 */
sheet: string | null, 
/**
 * The row with the column names; 0 where there are none.
 */
headerRow: number, 
/**
 * Measure for all rows where no column names one.
 */
measure: string | null, 
/**
 * What each column holds, one entry a column: `ignore`, `period`, `value`, `measure`,
 * `group`, `place`, `provider`, `numerator`, `denominator`, `lower`, `upper`, `state`,
 * `comment`, `source`, `unit`.
 */
columns: Array<string>, 
/**
 * Answers to problems, in the order they were given; a later one wins.
 */
decisions: Array<ImportDecision>, 
/**
 * Name of the remembered way of reading that was applied.
 */
readAs: string | null, };

export type ImportColumn = { 
/**
 * Its head in the file.
 */
head: string, 
/**
 * Its first filled cells.
 */
examples: Array<string>, };

export type ImportCommit = { 
/**
 * The choices that were previewed.
 */
choices: ImportChoices, 
/**
 * What to remember this way of reading as; nothing is remembered without a name.
 */
rememberAs: string | null, };

export type ImportDecision = { 
/**
 * `decimal`, `dates`, `single_year`, `rhythm`, `serial_dates`, `encoding`, `measure`,
 * `share` (column, text: measure), `on_changed`, `on_repeated`, `reason`: value ·
 * `means` (code, text): value is an id, `everyone` or `add` · `cell` (row, column),
 * `text` (column, text): value is read instead · `leave_out` (code, column, text),
 * `leave_out_row`, `keep_row`, `take_row` (row).
 */
action: string, 
/**
 * Code of the problem it answers.
 */
code: string | null, 
/**
 * Column, from 0.
 */
column: number | null, 
/**
 * Row as a spreadsheet shows it.
 */
row: number | null, 
/**
 * The text it speaks of, as it stands in the file.
 */
text: string | null, 
/**
 * The answer.
 */
value: string | null, };

export type ImportMend = { 
/**
 * `button` sends the decision as it is; `pick` and `type` put their value into it.
 */
kind: string, 
/**
 * What it does, in plain words.
 */
label: string, 
/**
 * What is decided by it.
 */
decision: ImportDecision, 
/**
 * What can be picked.
 */
options: Array<ImportOption>, };

export type ImportOption = { 
/**
 * What is sent.
 */
value: string, 
/**
 * What is read.
 */
label: string, };

export type ImportPage = { 
/**
 * The first row of those listed, from 0.
 */
from: number, 
/**
 * Rows listed in all.
 */
listedCount: number, 
/**
 * The rows.
 */
rows: Array<ImportRow>, };

export type ImportPageRequest = { 
/**
 * The first row of those listed, from 0.
 */
from: number, 
/**
 * `all`, `problems` or `group`.
 */
filter: string, 
/**
 * Position of the problem whose rows are listed, where the filter is `group`.
 */
group: number, };

export type ImportPreview = { 
/**
 * File name without folder.
 */
fileName: string, 
/**
 * The choices in force, proposed or made.
 */
choices: ImportChoices, 
/**
 * The sheets of a spreadsheet; empty for other files.
 */
sheets: Array<ImportSheet>, 
/**
 * The columns.
 */
columns: Array<ImportColumn>, 
/**
 * Rows of data in all.
 */
rowCount: number, 
/**
 * Readings not stored yet.
 */
newCount: number, 
/**
 * Readings stored with the same content.
 */
sameCount: number, 
/**
 * Readings stored with other content, which is replaced.
 */
changedCount: number, 
/**
 * Readings stored with other content, which is kept.
 */
keptCount: number, 
/**
 * Rows left out.
 */
skippedCount: number, 
/**
 * Rows to look at.
 */
checkCount: number, 
/**
 * Rows that must be mended or left out.
 */
blockedCount: number, 
/**
 * Problems by kind, must-fix first.
 */
problems: Array<ImportProblem>, 
/**
 * The decisions in words, one for each.
 */
decided: Array<string>, 
/**
 * Whether it can be imported as it is.
 */
isReady: boolean, 
/**
 * Ways of reading that are remembered.
 */
remembered: Array<RememberedImport>, };

export type ImportProblem = { 
/**
 * Identifier of the kind.
 */
code: string, 
/**
 * Whether it stands in the way.
 */
mustFix: boolean, 
/**
 * In plain words: “Row 10: 460 is over 100%.”
 */
words: string, 
/**
 * What can be done, in plain words.
 */
advice: string, 
/**
 * Row numbers, at most 100.
 */
rows: Array<number>, 
/**
 * How many rows in all.
 */
rowCount: number, 
/**
 * What can be done about all of them at once.
 */
mends: Array<ImportMend>, };

export type ImportProgress = { 
/**
 * `reading`, `checking` or `writing`.
 */
step: string, 
/**
 * The row it is at.
 */
row: number, 
/**
 * Rows in all; none while they are not counted yet.
 */
rows: number | null, };

export type ImportProposal = { 
/**
 * The remembered way of reading; none to start afresh.
 */
remembered: string | null, 
/**
 * The measure whose page it was started from, if any.
 */
measure: string | null, };

export type ImportResult = { 
/**
 * Readings added.
 */
added: number, 
/**
 * Readings changed.
 */
changed: number, 
/**
 * Readings left as they were.
 */
same: number, 
/**
 * Rows left out.
 */
skipped: number, };

export type ImportRow = { 
/**
 * Row number as a spreadsheet shows it.
 */
number: number, 
/**
 * `new`, `same`, `changed`, `skipped`, `check` or `blocked`.
 */
state: string, 
/**
 * Its cells as they are read, one a column.
 */
cells: Array<string>, 
/**
 * Columns whose text was corrected by hand.
 */
corrected: Array<number>, 
/**
 * What was noticed, in plain words; empty if nothing.
 */
noticed: string, 
/**
 * What was noticed, one by one.
 */
problems: Array<ImportRowProblem>, };

export type ImportRowProblem = { 
/**
 * Column, from 0; none where it is the row as a whole.
 */
column: number | null, 
/**
 * Whether it stands in the way.
 */
mustFix: boolean, 
/**
 * In plain words, without the place.
 */
words: string, 
/**
 * The stored figure, where it is replaced: shown beside the new one.
 */
stored: string | null, 
/**
 * What can be done about it here.
 */
mends: Array<ImportMend>, };

export type ImportSheet = { 
/**
 * Its name.
 */
name: string, 
/**
 * Whoever opens the file does not see it.
 */
isHidden: boolean, };

export type ImportStart = { 
/**
 * The measure whose page it was started from, if any.
 */
measure: string | null, };

export type InitiativeForm = { 
/**
 * Its name.
 */
name: string, 
/**
 * Who runs the backbone.
 */
backboneOrganization: string, 
/**
 * The community it serves.
 */
geography: string, };

export type Input = { 
/**
 * “Baseline, 2015–16”.
 */
name: string, 
/**
 * “44.1%”.
 */
value: string, };

export type JoinPartners = { 
/**
 * The one that goes.
 */
gone: string, 
/**
 * The one that stays.
 */
kept: string, 
/**
 * Whose figures stay where both differ: `kept` or `gone`.
 */
keep: string | null, };

export type JoinPlan = { 
/**
 * What moves, in words: “3 people”, “2 activities”.
 */
moving: Array<string>, 
/**
 * Figures for which both say different things.
 */
conflicts: number, };

export type JoinRequest = { 
/**
 * The one that goes.
 */
gone: string, 
/**
 * The one that stays.
 */
kept: string, };

export type KeepView = { 
/**
 * The list.
 */
screen: string, 
/**
 * The name.
 */
name: string, 
/**
 * What was chosen.
 */
choices: string, };

export type KeptFigures = "kept" | "gone";

export type KeyFigure = { 
/**
 * “Latest, 2024–25 provisional”.
 */
label: string, 
/**
 * “53.2%”.
 */
value: string, 
/**
 * “points short”, or empty.
 */
note: string, 
/**
 * Key of the period whose figure it is, where it is a single one.
 */
period: string | null, };

export type LackingPeriod = { 
/**
 * The period.
 */
period: string, 
/**
 * “Missing: Cohort size”.
 */
words: string, };

export type LedgerItem = { 
/**
 * Id of the entry.
 */
id: string, 
/**
 * The day it was changed, ready to show.
 */
date: string, 
/**
 * Its fields.
 */
form: DefinitionChangeForm, };

export type LinkForm = { 
/**
 * Id of the activity it is seen from.
 */
activity: string, 
/**
 * `waits_for`, `fed_by`, `comes_before`, `feeds`.
 */
role: string, 
/**
 * Id of the other activity.
 */
other: string, 
/**
 * What passes from one to the other, or why it waits.
 */
note: string, };

export type LinkLine = { 
/**
 * Id of the tie.
 */
id: string, 
/**
 * Its fields, as seen from the activity of the page.
 */
form: LinkForm, 
/**
 * Name of the other activity.
 */
otherName: string, 
/**
 * `planned`, `active`, `done`, `stopped` of the other activity.
 */
otherStatus: string, 
/**
 * “ends Dec 31, 2026”, “begins Jan 4, 2027”, or empty.
 */
otherWords: string, 
/**
 * “Begins before that ends”, or empty.
 */
warning: string, };

export type ListEntry = { 
/**
 * Its id.
 */
id: string, 
/**
 * As it is shown.
 */
name: string, 
/**
 * The name the program has for it; none for one of the team's own.
 */
usualName: string | null, 
/**
 * How many partners have it.
 */
partners: number, };

export type ListEntryRequest = { 
/**
 * Which list.
 */
list: string, 
/**
 * Which entry.
 */
id: string, };

export type ListOrder = { 
/**
 * Which list.
 */
list: string, 
/**
 * Ids in order.
 */
ids: Array<string>, };

export type ListViews = { 
/**
 * `partners`, `measures` or `activities`.
 */
screen: string, };

export type Mark = { "kind": "line", 
/**
 * Its points.
 */
points: Array<[number, number]>, 
/**
 * What it stands for.
 */
role: Role, 
/**
 * Stroke width.
 */
width: number, 
/**
 * Lengths of dashes and gaps; empty for a solid line.
 */
dash: Array<number>, } | { "kind": "area", 
/**
 * Its corners.
 */
points: Array<[number, number]>, 
/**
 * What it stands for.
 */
role: Role, } | { "kind": "dot", 
/**
 * Its center.
 */
at: [number, number], 
/**
 * Its radius.
 */
radius: number, 
/**
 * What it stands for.
 */
role: Role, 
/**
 * Stroked and filled with the page's color instead of filled.
 */
open: boolean, } | { "kind": "text", 
/**
 * Where its baseline begins, is centered or ends; see `anchor`.
 */
at: [number, number], 
/**
 * The text.
 */
text: string, 
/**
 * Its size.
 */
size: number, 
/**
 * Its weight.
 */
weight: Weight, 
/**
 * Which part of it stands at `at`.
 */
anchor: Anchor, 
/**
 * What it stands for.
 */
role: Role, 
/**
 * Whether a rim of the page's color keeps it apart from what lies below.
 */
halo: boolean, };

export type MarkMeasures = { 
/**
 * Which.
 */
ids: Array<string>, 
/**
 * As what.
 */
mark: MeasureMark, };

export type MarkRequests = { 
/**
 * Which.
 */
ids: Array<string>, 
/**
 * `sent`, `accepted`, `withdrawn` or `taken_up`.
 */
mark: string, };

export type MatrixActivityView = { 
/**
 * Its id.
 */
id: string, 
/**
 * Its name.
 */
name: string, 
/**
 * `planned`, `active`, `done`, `stopped`.
 */
status: string, 
/**
 * Id of the partner that leads it.
 */
lead: string | null, 
/**
 * Name of that partner.
 */
leadName: string, 
/**
 * Name of its strategy.
 */
strategyName: string, 
/**
 * Names of the populations it serves.
 */
populations: Array<string>, 
/**
 * Names of the places it serves.
 */
places: Array<string>, };

export type MatrixCellView = { 
/**
 * Which column, counted from 0.
 */
column: number, 
/**
 * Activities it leads.
 */
leads: number, 
/**
 * Whether all of these are only planned.
 */
leadsPlanned: boolean, 
/**
 * Activities it takes part in.
 */
takesPart: number, 
/**
 * Whether all of these are only planned.
 */
takesPartPlanned: boolean, 
/**
 * Its activities, counted from 0, those it leads first.
 */
activities: Array<number>, };

export type MatrixColumnView = { 
/**
 * Id of what it stands for; empty where nothing is said.
 */
id: string, 
/**
 * Its name.
 */
name: string, 
/**
 * What it belongs to: the result of a strategy, otherwise empty.
 */
group: string, 
/**
 * Activities in it.
 */
activities: number, 
/**
 * Partners that lead one.
 */
leads: number, 
/**
 * Partners that lead or take part.
 */
partners: number, 
/**
 * `worked`, `no_lead` or `nobody`.
 */
standing: string, 
/**
 * Whether activities in it overlap.
 */
hasOverlap: boolean, };

export type MatrixFindingView = { 
/**
 * The kind: `idle_strategies` and so on.
 */
kind: string, 
/**
 * `gap`, `overlap` or `orphan`.
 */
family: string, 
/**
 * In words, with how many.
 */
title: string, 
/**
 * Why it matters, or empty.
 */
why: string, 
/**
 * What was found.
 */
items: Array<MatrixItemView>, };

export type MatrixItemView = { 
/**
 * Id of the record it is about; the number of an overlap.
 */
id: string, 
/**
 * Its name.
 */
name: string, 
/**
 * More about it, or empty.
 */
detail: string, };

export type MatrixOverlapView = { 
/**
 * Name of the strategy.
 */
strategy: string, 
/**
 * Populations they all serve.
 */
populations: Array<string>, 
/**
 * Places they all serve.
 */
places: Array<string>, 
/**
 * Ids of the activities.
 */
activities: Array<string>, };

export type MatrixRowView = { 
/**
 * Id of the partner.
 */
id: string, 
/**
 * Its name.
 */
name: string, 
/**
 * Id of its sector.
 */
sector: string | null, 
/**
 * Whether it has a planned or running activity.
 */
isWorking: boolean, 
/**
 * Cells that are not empty, in the order of the columns.
 */
cells: Array<MatrixCellView>, };

export type MatrixSector = { 
/**
 * Its id.
 */
id: string, 
/**
 * What it is called.
 */
name: string, };

export type MatrixView = { 
/**
 * `strategies`, `results`, `populations` or `places`.
 */
by: string, 
/**
 * Columns in their order.
 */
columns: Array<MatrixColumnView>, 
/**
 * Partners by name.
 */
rows: Array<MatrixRowView>, 
/**
 * Activities the cells point at.
 */
activities: Array<MatrixActivityView>, 
/**
 * Sectors of the rows, in the order of the list.
 */
sectors: Array<MatrixSector>, 
/**
 * Planned and running activities.
 */
running: number, 
/**
 * Partners with one of them.
 */
working: number, 
/**
 * What stands out, kind by kind.
 */
findings: Array<MatrixFindingView>, 
/**
 * Where partners work side by side; findings point at them by number.
 */
overlaps: Array<MatrixOverlapView>, };

export type MeasureForm = { 
/**
 * Short code, unique.
 */
code: string, 
/**
 * Name.
 */
name: string, 
/**
 * `indicator` or `performance`.
 */
kind: string, 
/**
 * Id of the result.
 */
result: string | null, 
/**
 * Id of the partner, for a performance measure.
 */
partner: string | null, 
/**
 * The plain question it answers.
 */
question: string, 
/**
 * Definition.
 */
definition: string, 
/**
 * What is counted.
 */
numerator: string, 
/**
 * Out of what.
 */
denominator: string, 
/**
 * `percent`, `count`, `rate`, `index`, `currency`, `days`.
 */
unit: string, 
/**
 * For `rate`: per how many; text as typed.
 */
ratePer: string, 
/**
 * `higher`, `lower`, `neither`.
 */
polarity: string, 
/**
 * Natural limit, empty for none.
 */
naturalLimit: string, 
/**
 * Digits after the decimal point.
 */
precision: number, 
/**
 * `monthly`, `quarterly`, `school_year`, `calendar_year`, `fiscal_year`, `irregular`.
 */
frequency: string, 
/**
 * Where the figures come from.
 */
source: string, 
/**
 * When they are collected and released.
 */
release: string, 
/**
 * Who looks after it.
 */
steward: string, 
/**
 * Who supplies it.
 */
provider: string, 
/**
 * Why it was chosen.
 */
rationale: string, 
/**
 * What it does not say.
 */
limitations: string, 
/**
 * Whether it stands in for what cannot be measured.
 */
isProxy: boolean, 
/**
 * 1–3; none if not rated.
 */
communicationPower: number | null, 
/**
 * 1–3; none if not rated.
 */
proxyPower: number | null, 
/**
 * 1–3; none if not rated.
 */
dataPower: number | null, 
/**
 * `developmental`, `active`, `retired`.
 */
status: string, 
/**
 * Whether it is on the Overview and in the board report.
 */
isHeadline: boolean, 
/**
 * Hide percentages on fewer people than this; none for the initiative's rule.
 */
suppressionFloor: number | null, 
/**
 * Control limits rest on the points up to this period; empty for all.
 */
limitsFrozenAt: string, 
/**
 * Days after the end of a period by which its figure is out; none if not said.
 */
releaseLagDays: number | null, 
/**
 * Whether those it follows were chosen because their figure was extreme.
 */
isExtremeCohort: boolean, };

export type MeasureList = { 
/**
 * Population indicators under their results.
 */
indicators: Array<ResultRows>, 
/**
 * Partners' performance measures under their results.
 */
performance: Array<ResultRows>, 
/**
 * What the list says of each measure beside its row.
 */
details: Array<MeasureListing>, };

export type MeasureListing = { 
/**
 * Id of the measure.
 */
id: string, 
/**
 * `developmental`, `active` or `retired`.
 */
stage: string, 
/**
 * How fresh its latest figure is.
 */
freshness: Freshness, 
/**
 * The same in words: “1 period behind”.
 */
freshnessWords: string, 
/**
 * The latest value as a number, to sort by.
 */
latest: number | null, 
/**
 * The change since the baseline, to sort by; better is more.
 */
change: number | null, 
/**
 * Place of the status in order of worry.
 */
worry: number, 
/**
 * Periods that have ended since the latest figure, to sort by.
 */
behind: number | null, 
/**
 * Ids of its tags.
 */
tags: Array<string>, };

export type MeasureMark = "retired" | "active" | "headline" | "not_headline";

export type MeasurePage = { 
/**
 * Id of the measure.
 */
id: string, 
/**
 * Its definition as a form.
 */
form: MeasureForm, 
/**
 * Its tags by name.
 */
tags: Array<string>, 
/**
 * Name of the result.
 */
resultName: string | null, 
/**
 * The status shown.
 */
status: Status, 
/**
 * The rule it follows: `path`, `movement` or `pace`.
 */
statusRule: string, 
/**
 * Three to five key figures.
 */
keyFigures: Array<KeyFigure>, 
/**
 * What the chart says, one sentence.
 */
finding: string, 
/**
 * Measure, unit and period under the chart's title.
 */
subtitle: string, 
/**
 * Which parts the chart can show.
 */
parts: ChartParts, 
/**
 * Baseline as entered.
 */
baseline: DatedValue | null, 
/**
 * Targets as entered, by date; the last one is the target, the others interim.
 */
targets: Array<DatedValue>, 
/**
 * Notes on the time axis.
 */
annotations: Array<AnnotationItem>, 
/**
 * Tests of change, by their number on the chart.
 */
tests: Array<TestItem>, 
/**
 * The definition ledger, oldest first.
 */
ledger: Array<LedgerItem>, 
/**
 * Series breaks and re-based baselines, as they are printed with the readings.
 */
footnotes: Array<string>, 
/**
 * What must be known before believing a change.
 */
caution: string | null, 
/**
 * The stories behind the curve, latest first; one without a period last.
 */
stories: Array<StoryItem>, 
/**
 * Who wrote the undated story last and when, ready to show.
 */
storyBy: string | null, 
/**
 * How its values come about.
 */
calculation: CalculationItem, 
/**
 * Performance measures that contribute to an indicator, or indicators that a
 * performance measure contributes to.
 */
contributions: Array<ContributionItem>, 
/**
 * Other measures drawn beside it.
 */
comparisons: Array<NamedRecord>, 
/**
 * Breakdowns its readings are split by.
 */
breakdowns: Array<BreakdownView>, 
/**
 * What needs work.
 */
needs: Array<NeedItem>, 
/**
 * Periods with provisional figures, in order.
 */
provisional: Array<ProvisionalPeriod>, 
/**
 * The period of the latest value.
 */
latestPeriod: string | null, 
/**
 * Keys of the periods that the chart's stops speak of, in their order.
 */
stopPeriods: Array<string>, 
/**
 * Every rule applied, with inputs, number of points and source.
 */
workedOut: Array<WorkedOut>, 
/**
 * Where the figures came from.
 */
sources: Array<SourceLine>, 
/**
 * Number of readings.
 */
readingCount: number, };

export type MeasureProposal = { 
/**
 * A short code nobody uses; empty without a name.
 */
code: string, 
/**
 * The limit no figure can pass, empty for none.
 */
naturalLimit: string, };

export type MeasureRow = { 
/**
 * Id of the measure.
 */
id: string, 
/**
 * Its code.
 */
code: string, 
/**
 * Its name.
 */
name: string, 
/**
 * The partner whose program it measures; none for a population indicator.
 */
partner: string | null, 
/**
 * Whether it is on the Overview and in the board report.
 */
isHeadline: boolean, 
/**
 * `lower`, `higher` or `neither`.
 */
polarity: string, 
/**
 * Small chart.
 */
sparkline: Scene, 
/**
 * Latest value, “53.2%”; “–” without.
 */
latest: string, 
/**
 * Period of the latest value.
 */
latestPeriod: string | null, 
/**
 * Whether the latest value is provisional.
 */
isProvisional: boolean, 
/**
 * Change since baseline, “+9.1 points”.
 */
change: string | null, 
/**
 * Target, “60%”.
 */
target: string | null, 
/**
 * Distance to the path, “2.8 short” or “0.6 better”.
 */
againstPath: string | null, 
/**
 * The status shown.
 */
status: Status, };

export type Meeting = { 
/**
 * Id of the meeting.
 */
id: string, 
/**
 * Its fields.
 */
form: MeetingForm, 
/**
 * “Thursday, November 13, 2025, 10:00 AM”.
 */
when: string, 
/**
 * Whether it lies ahead.
 */
isUpcoming: boolean, };

export type MeetingForm = { 
/**
 * Title.
 */
title: string, 
/**
 * `board`, `working_group`, `other`.
 */
kind: string, 
/**
 * ISO date.
 */
date: string, 
/**
 * `HH:MM`, or empty.
 */
time: string, 
/**
 * Where.
 */
place: string, 
/**
 * Agenda, Markdown.
 */
agenda: string, 
/**
 * Minutes, Markdown.
 */
minutes: string, 
/**
 * `planned`, `held`, `cancelled`.
 */
status: string, 
/**
 * Id of the working group that meets.
 */
group: string | null, };

export type MeetingLine = { 
/**
 * Id of the meeting.
 */
id: string, 
/**
 * Day of the month, “13”.
 */
day: string, 
/**
 * Month, “Nov”.
 */
month: string, 
/**
 * Its title.
 */
title: string, 
/**
 * “Today, 10:00 AM”, “Tue, 2:00 PM”.
 */
when: string, };

export type MemberForm = { 
/**
 * Id of the group.
 */
group: string, 
/**
 * Id of the partner.
 */
partner: string, 
/**
 * Id of the person.
 */
person: string | null, 
/**
 * `chair`, `member`, `staff`.
 */
role: string, };

export type MemberLine = { 
/**
 * Its id.
 */
id: string, 
/**
 * Its fields.
 */
form: MemberForm, 
/**
 * Name of the partner.
 */
partnerName: string, 
/**
 * Name of the person, or empty.
 */
personName: string, 
/**
 * “4 of 5”, meetings attended of those whose attendance was noted; or empty.
 */
attended: string, };

export type Merge = { 
/**
 * Groups or places.
 */
kind: SplitKind, 
/**
 * The one that goes.
 */
gone: string, 
/**
 * The one that stays.
 */
kept: string, 
/**
 * Whose figures stay where they differ; none while nothing differs.
 */
keep: KeptFigures | null, };

export type MergeDifference = { 
/**
 * “Kindergarten readiness, 2024–25”.
 */
name: string, 
/**
 * As the one says that goes.
 */
gone: string, 
/**
 * As the one says that stays.
 */
kept: string, };

export type MergePair = { 
/**
 * Groups or places.
 */
kind: SplitKind, 
/**
 * The one that goes.
 */
gone: string, 
/**
 * The one that stays.
 */
kept: string, };

export type MergePreview = { 
/**
 * What happens to the readings, in words.
 */
words: string, 
/**
 * Readings that differ in the two, the first hundred.
 */
conflicts: Array<MergeDifference>, 
/**
 * How many differ in all.
 */
conflictCount: number, };

export type MergeTags = { 
/**
 * Id of the tag that goes.
 */
gone: string, 
/**
 * Id of the tag that stays.
 */
kept: string, };

export type Message = { 
/**
 * Its subject.
 */
subject: string, 
/**
 * Its text.
 */
text: string, };

export type MilestoneForm = { 
/**
 * Id of the activity.
 */
activity: string, 
/**
 * What is reached.
 */
name: string, 
/**
 * By which day.
 */
due: string, 
/**
 * The day it was reached; empty as long as it is not.
 */
doneOn: string, };

export type MilestoneLine = { 
/**
 * Id of the milestone.
 */
id: string, 
/**
 * Its fields.
 */
form: MilestoneForm, 
/**
 * “Jan 15, 2027”.
 */
dueWords: string, 
/**
 * “Reached Jan 12, 2027”, “9 days late”, or empty.
 */
stateWords: string, 
/**
 * `done`, `late`, `open`.
 */
state: string, };

export type MixingTable = { 
/**
 * Names of the sectors.
 */
sectors: Array<string>, 
/**
 * A row and a column for each; “–” for none.
 */
rows: Array<Array<string>>, 
/**
 * What the table leaves out, or empty.
 */
note: string, };

export type NamedRecord = { 
/**
 * Id.
 */
id: string, 
/**
 * Name.
 */
name: string, };

export type NeedItem = { 
/**
 * `late`, `sums`, `incomplete`, `parts`, `comparison`, `provisional`, `definition`.
 */
need: string, 
/**
 * Where it can be mended: `readings`, `provisional`, `calculation`, `comparison`,
 * `definition` and `targets` of its measure, or `requests`.
 */
at: string, 
/**
 * In one sentence.
 */
words: string, };

export type NeededLine = { 
/**
 * Id of the resource.
 */
id: string, 
/**
 * Its fields.
 */
form: ResourceForm, 
/**
 * Name of who gives it, or empty.
 */
partnerName: string, 
/**
 * “$12,000”, or empty.
 */
amountWords: string, };

export type NetworkDay = { 
/**
 * ISO date.
 */
date: string, 
/**
 * In words.
 */
words: string, };

export type NetworkFigure = { 
/**
 * `density`, `center`, `parts`, `bridges`, `isolates` or `mixing`.
 */
code: string, 
/**
 * What was looked at.
 */
name: string, 
/**
 * What was found.
 */
value: string, 
/**
 * What it means.
 */
note: string, 
/**
 * Place of its rule among those told beside it.
 */
rule: number, };

export type NetworkNode = { 
/**
 * Its id.
 */
id: string, 
/**
 * Its name.
 */
name: string, 
/**
 * Its sector in words.
 */
sector: string, 
/**
 * How many partners it is tied to.
 */
ties: number, 
/**
 * How much it links others, 0 to 1, to sort by.
 */
links: number, 
/**
 * The same in words: “34%”.
 */
linksWords: string, 
/**
 * Its part: “Part 2”.
 */
part: string, 
/**
 * Its middle.
 */
at: [number, number], 
/**
 * Half of what it measures.
 */
radius: number, 
/**
 * First of its marks, and the one after the last.
 */
marks: [number, number], 
/**
 * The same of its name.
 */
label: [number, number], 
/**
 * Whether it stands in the row of those without a tie.
 */
isIsolate: boolean, };

export type NetworkPage = { 
/**
 * The drawing; a stop for every partner, in their order.
 */
scene: Scene, 
/**
 * Left, top, right and bottom of the field partners may be put in.
 */
field: [number, number, number, number], 
/**
 * Partners in their order.
 */
nodes: Array<NetworkNode>, 
/**
 * Ties in the order they are drawn in.
 */
ties: Array<NetworkTie>, 
/**
 * “28 of 190 possible pairs meet or share an activity”.
 */
headline: string, 
/**
 * The time looked at, in words.
 */
span: string, 
/**
 * Key figures.
 */
figures: Array<NetworkFigure>, 
/**
 * How each was worked out.
 */
workedOut: Array<WorkedOut>, 
/**
 * Sector by sector; none where no sector is known.
 */
mixing: MixingTable | null, 
/**
 * Days the time may end with, the earliest first.
 */
days: Array<NetworkDay>, 
/**
 * Place in `days` of the one looked at.
 */
day: number, 
/**
 * Sectors to choose from.
 */
sectors: Array<NamedRecord>, 
/**
 * Name of the backbone organization, where it is a partner.
 */
backbone: string | null, 
/**
 * Whether anyone was put somewhere by hand.
 */
isPlaced: boolean, };

export type NetworkRequest = { 
/**
 * ISO date of the last day; none for today.
 */
until: string | null, 
/**
 * How far back: `quarter`, `half`, `year` or `all`.
 */
back: string, 
/**
 * Whether meetings tie partners.
 */
meetings: boolean, 
/**
 * Whether activities tie partners.
 */
activities: boolean, 
/**
 * Only partners of this sector.
 */
sector: string | null, 
/**
 * Whether the backbone organization is among them.
 */
withBackbone: boolean, 
/**
 * Width of the drawing in CSS pixels.
 */
width: number, };

export type NetworkTie = { 
/**
 * Place of the one.
 */
one: number, 
/**
 * Place of the other.
 */
other: number, 
/**
 * First of its marks, and the one after the last.
 */
marks: [number, number], 
/**
 * “2 meetings, 1 activity”.
 */
together: string, };

export type NewGroup = { 
/**
 * Of which breakdown.
 */
breakdown: string, 
/**
 * Its name.
 */
name: string, };

export type NewInitiative = { 
/**
 * Name of the initiative.
 */
name: string, 
/**
 * Who runs the backbone.
 */
backboneOrganization: string, 
/**
 * The community it serves.
 */
geography: string, };

export type NewListEntry = { 
/**
 * Which list.
 */
list: string, 
/**
 * Its name.
 */
name: string, };

export type NewSignature = { 
/**
 * Id of the partner.
 */
partner: string, 
/**
 * Who signs for it; may be empty.
 */
signedBy: string, };

export type NextStep = "results" | "measures" | "partners";

export type Nothing = Record<symbol, never>;

export type OpenFile = { 
/**
 * Name of the initiative.
 */
initiative: string, 
/**
 * Who runs the backbone.
 */
backboneOrganization: string, 
/**
 * File name without folder.
 */
fileName: string, 
/**
 * Folder as a person would say it, for the tooltip.
 */
folder: string, 
/**
 * Whether its figures are invented for demonstration.
 */
isSample: boolean, 
/**
 * When the last change was written, as “9:42 AM”; none before the first change.
 */
savedAt: string | null, 
/**
 * Counts beside the rail's entries that need attention.
 */
measuresDue: number, 
/**
 * Overdue action items.
 */
actionsOverdue: number, };

export type Opened = { 
/**
 * False when the person changed their mind.
 */
isOpen: boolean, };

export type Outstanding = { 
/**
 * The partner.
 */
partner: NamedRecord, 
/**
 * People there: name and role, to choose who signed from.
 */
people: Array<string>, 
/**
 * The latest version it signed.
 */
earlier: EarlierSignature | null, };

export type Overview = { 
/**
 * Headline measures under their results.
 */
results: Array<ResultRows>, 
/**
 * How many headline measures have which status, in the order shown.
 */
counts: Array<StatusCount>, 
/**
 * All measures, headline or not.
 */
measureCount: number, 
/**
 * Span of the sparkline column: “2015–16 to target 2027–28”.
 */
span: string, 
/**
 * The period that “latest” means unless a row says otherwise.
 */
latestPeriod: string, 
/**
 * The plain checks, condition by condition.
 */
conditions: Array<ConditionSignals>, 
/**
 * Next meetings, soonest first.
 */
meetings: Array<MeetingLine>, 
/**
 * Overdue action items, latest due first.
 */
overdue: Array<ActionLine>, 
/**
 * Open action items in all.
 */
openActions: number, 
/**
 * Headline measures whose figures are due.
 */
due: Array<DueLine>, 
/**
 * Data requests that are late, the longest due first.
 */
lateRequests: Array<DueLine>, 
/**
 * Latest changes to the file.
 */
recent: Array<HistoryEntry>, 
/**
 * What is still missing in a new initiative, in the order to do it; empty once begun.
 */
nextSteps: Array<NextStep>, };

export type OwedLine = { 
/**
 * Id of the request.
 */
id: string, 
/**
 * Its title.
 */
title: string, 
/**
 * `draft`, `due`, `late`, `received`, `accepted`, `withdrawn`.
 */
standing: string, 
/**
 * “Nov 21, 2026”.
 */
dueWords: string, 
/**
 * Figures asked for.
 */
figures: number, };

export type Paper = "letter" | "a4";

export type PartChoice = { 
/**
 * Id of the part.
 */
measure: string, 
/**
 * `plus`, `minus`, `numerator`, `denominator`.
 */
role: string, };

export type PartDifference = { 
/**
 * Which text.
 */
part: string, 
/**
 * Both texts told as one.
 */
difference: TextDifference, };

export type PartItem = { 
/**
 * Id of the part.
 */
measure: string, 
/**
 * Its name.
 */
name: string, 
/**
 * `plus`, `minus`, `numerator`, `denominator`.
 */
role: string, };

export type PartnerChoice = { 
/**
 * Id of the partner.
 */
id: string, 
/**
 * Its name.
 */
name: string, 
/**
 * Its people.
 */
people: Array<Choice>, };

export type PartnerForm = { 
/**
 * Name.
 */
name: string, 
/**
 * Id of its sector.
 */
sector: string | null, 
/**
 * Id of its type.
 */
kind: string | null, 
/**
 * `prospective`, `active`, `paused`, `left`.
 */
status: string, 
/**
 * Since when.
 */
since: string, 
/**
 * Until when.
 */
until: string, 
/**
 * Website.
 */
website: string, 
/**
 * E-mail of the organization.
 */
email: string, 
/**
 * Phone of the organization.
 */
phone: string, 
/**
 * Address.
 */
address: string, 
/**
 * How large it is, in words.
 */
size: string, 
/**
 * Notes.
 */
note: string, };

export type PartnerPage = { 
/**
 * Id of the partner.
 */
id: string, 
/**
 * ISO date of today, for what is added.
 */
today: string, 
/**
 * Its fields.
 */
form: PartnerForm, 
/**
 * “Nonprofit · Community organization · Partner since March 2014”.
 */
line: string, 
/**
 * Names of its tags.
 */
tags: Array<string>, 
/**
 * Its people by name.
 */
people: Array<PersonLine>, 
/**
 * Its statuses, the latest first.
 */
statuses: Array<StatusLine>, 
/**
 * What it signed up to, what ends first at the top.
 */
commitments: Array<CommitmentLine>, 
/**
 * Its seats in working groups.
 */
seats: Array<SeatLine>, 
/**
 * Activities it leads, then those it takes part in.
 */
activities: Array<ActivityLine>, 
/**
 * Measures of its own, and those it provided figures of.
 */
measures: Array<SuppliedLine>, 
/**
 * What it was asked for.
 */
requests: Array<OwedLine>, 
/**
 * Meetings it was expected at, the latest first.
 */
meetings: Array<AttendedLine>, 
/**
 * “15 of 17 meetings in 12 months”, or empty.
 */
attendedWords: string, 
/**
 * Touchpoints, the latest first.
 */
touchpoints: Array<TouchpointLine>, 
/**
 * “Nov 6, 2026, call, 7 days ago”, or empty.
 */
lastTouchWords: string, 
/**
 * Its signatures, the latest version first.
 */
signatures: Array<PartnerSignature>, 
/**
 * `nothing` to sign, `not`, `earlier`, `current`.
 */
endorsed: string, 
/**
 * As the directory says it.
 */
endorsedWords: string, 
/**
 * Figures it was asked for that have not come.
 */
owed: number, 
/**
 * Of these, how many are past their day.
 */
late: number, 
/**
 * What it gives to activities.
 */
resources: Array<ResourceLine>, 
/**
 * Partners it shares activities with, those with most first.
 */
worksWith: Array<SharedLine>, };

export type PartnerProposal = { 
/**
 * Id of the partner.
 */
id: string, 
/**
 * Its name.
 */
name: string, 
/**
 * Measures it seems to supply, and why.
 */
measures: Array<ProposedMeasure>, };

export type PartnerSignature = { 
/**
 * The version.
 */
version: number, 
/**
 * Who signed.
 */
signedBy: string, 
/**
 * “Apr 2, 2025”.
 */
signedWords: string, };

export type PasteColumn = { 
/**
 * Its key.
 */
key: string, 
/**
 * Its head.
 */
name: string, };

export type PastePlan = { 
/**
 * The cells.
 */
cells: Array<CellEntry>, 
/**
 * Labels of periods the grid does not show yet.
 */
newPeriods: Array<string>, 
/**
 * What is to be asked before it is entered: more periods; empty where nothing is.
 */
question: string, 
/**
 * What was recognized and what was left out, in words; empty where nothing is to say.
 */
notes: Array<string>, };

export type PastedBlock = { 
/**
 * Which measure.
 */
measure: string, 
/**
 * Its cells, row by row.
 */
rows: Array<Array<string>>, 
/**
 * Keys of the periods, as shown from top to bottom.
 */
periods: Array<string>, 
/**
 * The columns, as shown from left to right.
 */
columns: Array<PasteColumn>, 
/**
 * Row of the grid the cursor is in.
 */
row: number, 
/**
 * Column of the grid the cursor is in.
 */
column: number, 
/**
 * How many rows are selected.
 */
selectedRows: number, 
/**
 * How many columns are selected.
 */
selectedColumns: number, };

export type PdfBytes = ArrayBuffer;

export type PeriodList = { 
/**
 * Closed periods in order.
 */
closed: Array<ClosedItem>, 
/**
 * Periods with provisional figures of any measure, in order.
 */
provisional: Array<ProvisionalPeriod>, };

export type PersonForm = { 
/**
 * Id of the partner.
 */
partner: string, 
/**
 * Name.
 */
name: string, 
/**
 * Role.
 */
role: string, 
/**
 * E-mail.
 */
email: string, 
/**
 * Phone.
 */
phone: string, };

export type PersonLine = { 
/**
 * Id of the person.
 */
id: string, 
/**
 * Their fields.
 */
form: PersonForm, 
/**
 * Groups they sit in, “Early Childhood (chair)”.
 */
seats: Array<string>, };

export type PlaceForm = { 
/**
 * Name.
 */
name: string, 
/**
 * Whether it is there for comparison only.
 */
isBenchmark: boolean, 
/**
 * Id of the place it lies in.
 */
parent: string | null, };

export type PlaceItem = { 
/**
 * Id.
 */
id: string, 
/**
 * Name.
 */
name: string, 
/**
 * Whether it is there for comparison only.
 */
isBenchmark: boolean, };

export type PlacePartner = { 
/**
 * The partner.
 */
id: string, 
/**
 * Where its middle is, in the drawing.
 */
at: [number, number], 
/**
 * The field of that drawing, as it was told.
 */
field: [number, number, number, number], };

export type PopulationForm = { 
/**
 * Its name.
 */
name: string, };

export type PopulationItem = { 
/**
 * Its id.
 */
id: string, 
/**
 * Its name.
 */
name: string, 
/**
 * Activities that name it.
 */
activities: number, };

export type PopulationOrder = { 
/**
 * Their ids.
 */
ids: Array<string>, };

export type ProposeMeasure = { 
/**
 * Its name so far.
 */
name: string, 
/**
 * Its unit.
 */
unit: string, };

export type ProposedMeasure = { 
/**
 * Id of the measure.
 */
id: string, 
/**
 * Why it is proposed, in words.
 */
because: string, };

export type Provenance = { 
/**
 * “2024–25, Everyone”.
 */
title: string, 
/**
 * The figure, ready to show; “–” without one.
 */
value: string, 
/**
 * Its state in words.
 */
state: string, 
/**
 * How it came: “Typed in”, or a file and its row.
 */
origin: string, 
/**
 * Everything else known of it, name and value.
 */
details: Array<Input>, 
/**
 * The figures it was calculated from.
 */
parts: Array<ProvenancePart>, 
/**
 * Every change of it, latest first.
 */
steps: Array<ProvenanceStep>, };

export type ProvenancePart = { 
/**
 * Id of the measure.
 */
measure: string, 
/**
 * Its name.
 */
name: string, 
/**
 * What it does, ready to show.
 */
role: string, 
/**
 * Its value, or why there is none.
 */
value: string, };

export type ProvenanceRequest = { 
/**
 * Which measure.
 */
measure: string, 
/**
 * Key of the grid's column: `all`, `group:<id>`, `place:<id>`.
 */
column: string, 
/**
 * Key of the period.
 */
period: string, };

export type ProvenanceStep = { 
/**
 * Who and when: “Dana, Nov 24, 2026, 9:42 AM”.
 */
who: string, 
/**
 * What: “50.6 → 53.2”.
 */
what: string, 
/**
 * How: the operation in words, or the file.
 */
how: string, 
/**
 * Why, if a reason was given.
 */
reason: string | null, 
/**
 * Whether it was taken back.
 */
isUndone: boolean, };

export type ProvisionalPeriod = { 
/**
 * Key of the period.
 */
period: string, 
/**
 * Its label.
 */
label: string, 
/**
 * How many figures.
 */
count: number, };

export type QualityItem = { 
/**
 * Id of the measure.
 */
id: string, 
/**
 * Its name.
 */
name: string, 
/**
 * “2024–25, in time”.
 */
freshness: string, 
/**
 * “9 of 10 expected periods”.
 */
completeness: string, 
/**
 * “2 of 10 provisional”.
 */
provisional: string, 
/**
 * What needs work, the most pressing first.
 */
needs: Array<NeedItem>, };

export type RateLine = { 
/**
 * The partner.
 */
partner: string, 
/**
 * Requests answered on time: “4 of 5, 80%”.
 */
onTime: string, 
/**
 * Figures taken without a question: “12 of 14, 86%”.
 */
unquestioned: string, };

export type ReachMilestone = { 
/**
 * Which.
 */
id: string, 
/**
 * Whether it is.
 */
isDone: boolean, };

export type ReadMatrix = { 
/**
 * `strategies`, `results`, `populations` or `places`.
 */
by: string, 
/**
 * `running`, `active` or `everything`.
 */
scope: string, };

export type ReadingDetail = { 
/**
 * What it speaks of: “2024–25, Black”.
 */
title: string, 
/**
 * Whether it is recorded.
 */
isRecorded: boolean, 
/**
 * Its fields.
 */
form: ReadingForm, 
/**
 * Where it came from, ready to show; empty where nothing is recorded.
 */
origin: string, 
/**
 * What was changed, latest first.
 */
history: Array<HistoryEntry>, };

export type ReadingForm = { 
/**
 * Which measure.
 */
measure: string, 
/**
 * The period as typed.
 */
period: string, 
/**
 * Key of the grid's column.
 */
column: string, 
/**
 * Value; empty where numerator and denominator give it.
 */
value: string, 
/**
 * Numerator.
 */
numerator: string, 
/**
 * Denominator.
 */
denominator: string, 
/**
 * Lower bound.
 */
lower: string, 
/**
 * Upper bound.
 */
upper: string, 
/**
 * State.
 */
state: ReadingState, 
/**
 * Comment.
 */
comment: string, };

export type ReadingState = "empty" | "final" | "provisional" | "revised" | "suppressed" | "missing";

export type RecentChoice = { 
/**
 * Its key.
 */
key: number, };

export type RecentFile = { 
/**
 * To ask for it with.
 */
key: number, 
/**
 * Name of the initiative.
 */
initiative: string, 
/**
 * File name without folder.
 */
fileName: string, 
/**
 * Folder in words.
 */
folder: string, 
/**
 * When it was last open: “Nov 20, 2026”.
 */
opened: string, 
/**
 * Whether it is still there.
 */
isPresent: boolean, };

export type RecordAttendance = { 
/**
 * The meeting.
 */
meeting: string, 
/**
 * Who, and how they were there.
 */
rows: Array<AttendanceMark>, };

export type RecordRequest = { 
/**
 * Id of the record.
 */
id: string, };

export type RecordsRequest = { 
/**
 * Ids of the records.
 */
ids: Array<string>, };

export type ReinforcementDrawing = { 
/**
 * What is shown: id of a strategy, `all`, `overview` or `none`.
 */
show: string, 
/**
 * The map.
 */
scene: Scene, 
/**
 * What each stop stands for, in the order of the stops.
 */
places: Array<ReinforcementPlace>, 
/**
 * Strategies to choose from, and `none` where activities serve none.
 */
strategies: Array<ReinforcementPlace>, 
/**
 * Activities that stand alone, wherever the map looks.
 */
alone: Array<ReinforcementPlace>, };

export type ReinforcementPlace = { 
/**
 * `activity`, `measure`, `strategy` or `none`.
 */
what: string, 
/**
 * Its id; empty for none.
 */
id: string, 
/**
 * Its name.
 */
name: string, };

export type RememberedImport = { 
/**
 * The record.
 */
id: string, 
/**
 * What people call the source.
 */
name: string, };

export type Rename = { 
/**
 * Which.
 */
id: string, 
/**
 * Its new name.
 */
name: string, };

export type RenameListEntry = { 
/**
 * Which list.
 */
list: string, 
/**
 * Which entry.
 */
id: string, 
/**
 * Its name.
 */
name: string, };

export type ReportCheck = { 
/**
 * Whether all is well.
 */
isMet: boolean, 
/**
 * In plain words.
 */
words: string, };

export type ReportChoice = { 
/**
 * `board`, `measure`, `equity`, `partner`, `agenda`, `network` or `matrix`.
 */
kind: string, 
/**
 * The measure of a measure sheet; none for the first headline measure.
 */
measure: string | null, 
/**
 * The partner of a partner report; none for the first.
 */
partner: string | null, };

export type ReportDraft = { 
/**
 * Options to start with.
 */
options: ReportOptions, 
/**
 * Measures a sheet can be made of.
 */
measures: Array<NamedRecord>, 
/**
 * Partners a report can go to.
 */
partners: Array<NamedRecord>, 
/**
 * Versions of the agenda that can be printed, the latest first.
 */
versions: Array<AgendaChoice>, 
/**
 * Findings before export, each ready to show.
 */
checks: Array<ReportCheck>, };

export type ReportOptions = { 
/**
 * `board`, `measure`, `equity`, `partner`, `agenda`, `network` or `matrix`.
 */
kind: string, 
/**
 * The measure of a measure sheet.
 */
measure: string | null, 
/**
 * The version of a Common Agenda; none for the one others read.
 */
version: string | null, 
/**
 * The partner of a partner report.
 */
partner: string | null, 
/**
 * `internal`, `partners` or `public`.
 */
audience: string, 
/**
 * Paper.
 */
paper: Paper, 
/**
 * Title on the front page; empty for the kind's own.
 */
title: string, 
/**
 * ISO date the report speaks of.
 */
asOf: string, 
/**
 * Sections left out: `measures`, `conditions`, `activities`, `decisions`, `calculations`;
 * of an activity matrix `strategies`, `results`, `populations`, `places`, `findings`.
 */
leftOut: Array<string>, };

export type RequestBoard = { 
/**
 * Requests, those that need attention first.
 */
requests: Array<RequestLine>, 
/**
 * How many requests stand where, in the order shown.
 */
counts: Array<StandingCount>, 
/**
 * How each partner answers, by name.
 */
rates: Array<RateLine>, };

export type RequestForm = { 
/**
 * What it is called.
 */
title: string, 
/**
 * By when, an ISO date.
 */
due: string, 
/**
 * What else to tell the partner.
 */
note: string, 
/**
 * Periods as typed, separated by commas; empty for each measure's latest.
 */
periods: string, 
/**
 * Every group of this breakdown too.
 */
breakdown: string | null, 
/**
 * These places too.
 */
places: Array<string>, 
/**
 * Ids of the measures asked for.
 */
measures: Array<string>, };

export type RequestLine = { 
/**
 * Id of the request.
 */
id: string, 
/**
 * Who is asked.
 */
partner: string, 
/**
 * What it is called.
 */
title: string, 
/**
 * When it is due: “Dec 11, 2026”.
 */
due: string, 
/**
 * Where it stands.
 */
standing: Standing, 
/**
 * “9 days late”, “Due in 12 days”, “Received Nov 24, 2026”.
 */
words: string, 
/**
 * Names of the measures asked for.
 */
measures: Array<string>, 
/**
 * Figures asked for.
 */
figures: number, 
/**
 * The last step: “Sent Nov 24, 2026”.
 */
lastStep: string, 
/**
 * What came back last; none before anything has.
 */
returned: string | null, 
/**
 * Things that need a second look in what came back last.
 */
findings: number, };

export type RequestProposals = { 
/**
 * Partners that have not left, by name.
 */
partners: Array<PartnerProposal>, 
/**
 * Every measure that can be asked for.
 */
measures: Array<AskableMeasure>, 
/**
 * Ways to split figures.
 */
breakdowns: Array<NamedRecord>, 
/**
 * Places figures can be asked for.
 */
places: Array<NamedRecord>, 
/**
 * A day to begin with, three weeks from now.
 */
due: string, 
/**
 * A title to begin with.
 */
title: string, };

export type RequestsAdded = { 
/**
 * Their ids.
 */
ids: Array<string>, };

export type RescheduleActivity = { 
/**
 * Which.
 */
id: string, 
/**
 * First day, or empty.
 */
starts: string, 
/**
 * Last day, or empty.
 */
ends: string, };

export type ResourceForm = { 
/**
 * Id of the activity.
 */
activity: string, 
/**
 * Id of who gives it.
 */
partner: string | null, 
/**
 * `money`, `staff`, `space`, `goods`, `data`, `other`.
 */
kind: string, 
/**
 * What it is.
 */
description: string, 
/**
 * Its worth as typed, or empty.
 */
amount: string, 
/**
 * Whether it is sure to come.
 */
isSecured: boolean, };

export type ResourceLine = { 
/**
 * Id of the activity.
 */
activity: string, 
/**
 * Its name.
 */
activityName: string, 
/**
 * `money`, `staff`, `space`, `goods`, `data`, `other`.
 */
kind: string, 
/**
 * What it is.
 */
description: string, 
/**
 * “$12,000”, or empty.
 */
amountWords: string, 
/**
 * Whether it is sure.
 */
isSecured: boolean, };

export type ResultDifference = { 
/**
 * `same`, `added`, `removed` or `changed`.
 */
change: string, 
/**
 * Its name.
 */
name: TextDifference, 
/**
 * For whom.
 */
population: TextDifference, };

export type ResultForm = { 
/**
 * The condition of well-being in plain words.
 */
name: string, 
/**
 * For whom.
 */
population: string, };

export type ResultItem = { 
/**
 * Id of the result.
 */
id: string, 
/**
 * Its fields.
 */
form: ResultForm, 
/**
 * Measures under it.
 */
measures: Array<NamedRecord>, 
/**
 * Its strategies.
 */
strategies: Array<StrategyItem>, };

export type ResultRows = { 
/**
 * The result; none for measures without one.
 */
result: string | null, 
/**
 * Its measures.
 */
rows: Array<MeasureRow>, };

export type ReturnedFile = { 
/**
 * What it is asked for with.
 */
key: number, 
/**
 * File name without folder.
 */
fileName: string, 
/**
 * Why it cannot be taken in; none if it can.
 */
refused: string | null, 
/**
 * Who was asked.
 */
partner: string, 
/**
 * The request it answers.
 */
title: string, 
/**
 * Figures asked for.
 */
asked: number, 
/**
 * Figures not kept yet.
 */
newCount: number, 
/**
 * Figures kept already, exactly so.
 */
sameCount: number, 
/**
 * Figures kept with another content.
 */
changedCount: number, 
/**
 * Figures that cannot be taken as they are.
 */
leftOutCount: number, 
/**
 * Figures nobody filled in.
 */
unansweredCount: number, 
/**
 * Its figures.
 */
rows: Array<ReturnedRow>, 
/**
 * Everything noticed.
 */
findings: Array<ReturnedFinding>, };

export type ReturnedFiles = { 
/**
 * Each of them, in the order they were chosen.
 */
files: Array<ReturnedFile>, };

export type ReturnedFinding = { 
/**
 * The cell, `F12`; empty for the file as a whole.
 */
cell: string, 
/**
 * The row whose figure can be left out on account of it; none where there is none.
 */
row: number | null, 
/**
 * What the cell speaks of.
 */
subject: string, 
/**
 * What was noticed, in words.
 */
words: string, 
/**
 * Whether the figure cannot be taken.
 */
isLeftOut: boolean, };

export type ReturnedKey = { 
/**
 * Which.
 */
key: number, };

export type ReturnedRow = { 
/**
 * The row as a spreadsheet numbers it.
 */
row: number, 
/**
 * What it speaks of.
 */
subject: string, 
/**
 * What the file says.
 */
given: string, 
/**
 * What is kept for it, or was before.
 */
before: string, 
/**
 * `unanswered`, `new`, `same`, `changed` or `left_out`.
 */
fate: string, };

export type ReturnedTaken = { 
/**
 * The request it answered.
 */
request: string, 
/**
 * Figures added.
 */
added: number, 
/**
 * Figures changed.
 */
changed: number, 
/**
 * The files that still wait.
 */
rest: ReturnedFiles, };

export type RiskForm = { 
/**
 * Id of the activity.
 */
activity: string, 
/**
 * What could go wrong.
 */
title: string, 
/**
 * 1 to 5.
 */
likelihood: number, 
/**
 * 1 to 5.
 */
effect: number, 
/**
 * Who watches it.
 */
owner: string, 
/**
 * What is done about it.
 */
response: string, 
/**
 * ISO date since which it is seen.
 */
raisedOn: string, 
/**
 * ISO date since which it is none; empty as long as it is one.
 */
closedOn: string, };

export type RiskLine = { 
/**
 * Id of the risk.
 */
id: string, 
/**
 * Its fields.
 */
form: RiskForm, 
/**
 * Likelihood times effect, 1 to 25.
 */
weight: number, 
/**
 * `low`, `middle`, `high`.
 */
level: string, 
/**
 * Whether it is still one.
 */
isOpen: boolean, 
/**
 * “since Sep 1, 2026” or “closed Nov 3, 2026”.
 */
sinceWords: string, };

export type Role = "subject" | "context" | "context_text" | "grid" | "axis" | "quiet" | "strong" | "target" | "baseline" | "band" | "interval" | "limit" | "signal";

export type Sample = { 
/**
 * Its name on the command line: `cincinnati`.
 */
name: string, 
/**
 * Place: “Cincinnati”.
 */
place: string, 
/**
 * Theme: “Birth to career”.
 */
theme: string, 
/**
 * One sentence.
 */
about: string, 
/**
 * Number of partners.
 */
partners: number, 
/**
 * Number of headline measures.
 */
headlineMeasures: number, };

export type SampleChoice = { 
/**
 * Its name.
 */
name: string, };

export type Saved = { 
/**
 * File name without folder; none when the person changed their mind.
 */
fileName: string | null, };

export type SavedView = { 
/**
 * Its id.
 */
id: string, 
/**
 * Its name.
 */
name: string, 
/**
 * What was chosen, as the screen writes it.
 */
choices: string, };

export type Scene = { 
/**
 * Width of the canvas.
 */
width: number, 
/**
 * Height of the canvas.
 */
height: number, 
/**
 * What to draw, back to front.
 */
marks: Array<Mark>, 
/**
 * One sentence that says what the figure shows: the alternative text.
 */
summary: string, 
/**
 * Where the reader may stop with pointer or arrow keys, left to right.
 */
stops: Array<Stop>, 
/**
 * The data behind the figure, as a table.
 */
table: DataTable, };

export type SearchAnswer = { 
/**
 * By kind, the kind of the best answer first.
 */
groups: Array<SearchGroup>, 
/**
 * What was looked for instead, where nothing has the words as typed.
 */
corrected: string | null, 
/**
 * Nothing has all the words; these have some of them.
 */
isPartial: boolean, 
/**
 * The whole file was searched.
 */
isComplete: boolean, };

export type SearchGroup = { 
/**
 * Code of the kind: `measure`, `partner`, `person` …
 */
kind: string, 
/**
 * The best of them, best first.
 */
hits: Array<SearchHit>, 
/**
 * There are more.
 */
hasMore: boolean, };

export type SearchHit = { 
/**
 * Different for every hit of an answer.
 */
key: string, 
/**
 * Id of the record; none for a comment on a figure.
 */
id: string | null, 
/**
 * Id of the record on whose page it is found.
 */
place: string | null, 
/**
 * What it is called.
 */
title: Array<TextRun>, 
/**
 * The piece of its text where the words were found; empty where the name says it.
 */
snippet: Array<TextRun>, 
/**
 * What it belongs to and the day or period it speaks of, in words.
 */
about: string, };

export type SearchRequest = { 
/**
 * As typed.
 */
text: string, 
/**
 * Only records of this kind, by its code.
 */
only: string | null, 
/**
 * At most this many of a kind.
 */
most: number, };

export type SeatLine = { 
/**
 * Its id.
 */
id: string, 
/**
 * Id of the group.
 */
group: string, 
/**
 * Its name.
 */
groupName: string, 
/**
 * Id of the person.
 */
person: string | null, 
/**
 * Their name, or empty.
 */
personName: string, 
/**
 * `chair`, `member`, `staff`.
 */
role: string, };

export type SessionState = { 
/**
 * The open initiative, if any.
 */
file: OpenFile | null, 
/**
 * What undo and redo would do now.
 */
undo: UndoState, 
/**
 * Files opened lately, latest first.
 */
recent: Array<RecentFile>, 
/**
 * Sample initiatives that can be opened as copies.
 */
samples: Array<Sample>, 
/**
 * How the window looks and behaves.
 */
settings: Settings, 
/**
 * Version of the app.
 */
version: string, 
/**
 * Today, as the initiative's reports will print it: “Tuesday, November 24, 2026”.
 */
today: string, 
/**
 * A file given at start that could not be opened, with its error.
 */
failedFile: FailedFile | null, };

export type SetActivityStatus = { 
/**
 * Which.
 */
id: string, 
/**
 * `planned`, `active`, `done`, `stopped`.
 */
status: string, };

export type SetBaseline = { 
/**
 * Which measure.
 */
id: string, 
/**
 * The baseline; none clears it.
 */
baseline: DatedValue | null, };

export type SetCalculation = { 
/**
 * Which measure.
 */
id: string, 
/**
 * `entered`, `sum`, `difference`, `ratio`, `rate`.
 */
kind: string, 
/**
 * Its parts in order.
 */
parts: Array<PartChoice>, };

export type SetTargets = { 
/**
 * Which measure.
 */
id: string, 
/**
 * By date; the last one is the target, the others interim.
 */
targets: Array<DatedValue>, };

export type SetTies = { 
/**
 * Which measure.
 */
id: string, 
/**
 * Ids of the others.
 */
others: Array<string>, };

export type Settings = { 
/**
 * Colors.
 */
theme: Theme, 
/**
 * Name written into the change log.
 */
author: string, 
/**
 * Paper chosen last.
 */
paper: Paper, };

export type SharedLine = { 
/**
 * Id of the partner.
 */
id: string, 
/**
 * Its name.
 */
name: string, 
/**
 * Activities they share.
 */
count: number, };

export type SheetsSaved = { 
/**
 * How many; none when the person changed their mind.
 */
count: number, 
/**
 * Name of the file, or of the folder where there are several.
 */
place: string, };

export type SignalLine = { 
/**
 * Identifier of the check.
 */
check: string, 
/**
 * Whether it is met.
 */
isMet: boolean, 
/**
 * The finding, ready to show: “Every result has an indicator”.
 */
finding: string, 
/**
 * The evidence, ready to show: “4 results, 9 headline measures”.
 */
evidence: string, 
/**
 * The section where it can be mended: `agenda`, `measurement`, `activities`, `communication`, `partners`.
 */
place: string, };

export type SignatureForm = { 
/**
 * Who signed.
 */
signedBy: string, 
/**
 * ISO date.
 */
signedOn: string, 
/**
 * Notes.
 */
note: string, };

export type SignatureLine = { 
/**
 * Its id.
 */
id: string, 
/**
 * The partner.
 */
partner: NamedRecord, 
/**
 * The day in words.
 */
signed: string, 
/**
 * Its fields.
 */
form: SignatureForm, };

export type SourceLine = { 
/**
 * “Typed in”, or a file name.
 */
name: string, 
/**
 * “11 readings, Nov 24, 2026, by Dana”.
 */
detail: string, };

export type SplitBreakdown = { 
/**
 * Id.
 */
id: string, 
/**
 * Name.
 */
name: string, 
/**
 * Groups in order.
 */
groups: Array<SplitGroup>, 
/**
 * Where it is used, in words.
 */
used: string, };

export type SplitGroup = { 
/**
 * Id.
 */
id: string, 
/**
 * Name.
 */
name: string, 
/**
 * Readings that hang on it.
 */
readings: number, 
/**
 * The measures they belong to.
 */
measures: Array<NamedRecord>, 
/**
 * Where it is used, in words.
 */
used: string, };

export type SplitKind = "group" | "place";

export type SplitPlace = { 
/**
 * Id.
 */
id: string, 
/**
 * Its fields.
 */
form: PlaceForm, 
/**
 * How many places it lies in, one within the other.
 */
depth: number, 
/**
 * Readings that hang on it.
 */
readings: number, 
/**
 * The measures they belong to.
 */
measures: Array<NamedRecord>, 
/**
 * Where it is used, in words.
 */
used: string, };

export type Splits = { 
/**
 * Breakdowns with their groups.
 */
breakdowns: Array<SplitBreakdown>, 
/**
 * Places, each after the one it lies in.
 */
places: Array<SplitPlace>, };

export type Standing = "late" | "received" | "due" | "draft" | "accepted" | "withdrawn";

export type StandingCount = { 
/**
 * Where.
 */
standing: Standing, 
/**
 * How many.
 */
count: number, };

export type StandingLine = { 
/**
 * Id of the activity.
 */
activity: string, 
/**
 * `not_awaited`, `lately`, `long_ago`, `not_yet`, `never`.
 */
heard: string, 
/**
 * “3 days ago”, “No update yet”, or empty where none is awaited.
 */
heardWords: string, 
/**
 * Whether someone should ask.
 */
isStale: boolean, 
/**
 * Days since the latest update, where there is one.
 */
days: number | null, 
/**
 * `on_course`, `at_risk`, `off_course`, or empty where nothing was heard.
 */
course: string, 
/**
 * Milestones.
 */
milestones: number, 
/**
 * Those of them that are reached.
 */
milestonesDone: number, 
/**
 * “Ten more centers, Jan 15, 2027”, or empty.
 */
nextWords: string, 
/**
 * Open risks.
 */
openRisks: number, 
/**
 * The heaviest of them: `low`, `middle`, `high`, or empty.
 */
worstRisk: string, 
/**
 * What in its plan does not fit, each in a sentence.
 */
warnings: Array<string>, };

export type Status = { 
/**
 * Which mark and word.
 */
word: StatusWord, 
/**
 * One sentence that says why, ready to show.
 */
because: string, };

export type StatusCount = { 
/**
 * The status.
 */
word: StatusWord, 
/**
 * How many.
 */
count: number, };

export type StatusForm = { 
/**
 * Id of the partner.
 */
partner: string, 
/**
 * `prospective`, `active`, `paused`, `left`.
 */
status: string, 
/**
 * ISO date.
 */
since: string, 
/**
 * Why.
 */
note: string, };

export type StatusLine = { 
/**
 * Its id.
 */
id: string, 
/**
 * Its fields.
 */
form: StatusForm, 
/**
 * “Mar 1, 2014”.
 */
sinceWords: string, };

export type StatusRuleForm = { 
/**
 * `path`, `movement`, `pace`.
 */
rule: string, 
/**
 * Percent of the way that may be short and still be watched, as typed.
 */
watchPercent: string, };

export type StatusWord = "on_track" | "watch" | "off_track" | "no_data" | "no_path" | "target_met" | "improving" | "little_change" | "getting_worse" | "baseline_only" | "developmental" | "informational" | "acceleration_needed" | "limited_progress" | "deterioration" | "cannot_be_assessed";

export type Step = { 
/**
 * The operation, `record_reading`; its words are `op-record_reading` in the `.ftl` files.
 */
op: string, 
/**
 * What it was done to: a name, or empty.
 */
detail: string, };

export type Stop = { 
/**
 * Position of the mark.
 */
at: [number, number], 
/**
 * The reading in words: “2024–25: 53.2%, provisional”.
 */
words: string, 
/**
 * Left, top, right and bottom of the box it names, where it is one.
 */
extent: [number, number, number, number] | null, };

export type StoryItem = { 
/**
 * The period; none for a story that was told without one.
 */
period: string | null, 
/**
 * Markdown.
 */
text: string, };

export type StrategyForm = { 
/**
 * Id of the result it is to move.
 */
result: string, 
/**
 * Its name.
 */
name: string, 
/**
 * In a sentence or two.
 */
description: string, };

export type StrategyItem = { 
/**
 * Id of the strategy.
 */
id: string, 
/**
 * Its fields.
 */
form: StrategyForm, 
/**
 * Activities under it.
 */
activities: number, };

export type SuppliedLine = { 
/**
 * Id of the measure.
 */
id: string, 
/**
 * Its name.
 */
name: string, 
/**
 * Whether it is of the partner's own program.
 */
isOwn: boolean, 
/**
 * Figures the partner provided.
 */
readings: number, 
/**
 * Indicators it contributes to.
 */
contributesTo: Array<string>, };

export type TagLine = { 
/**
 * Its id.
 */
id: string, 
/**
 * The word.
 */
name: string, 
/**
 * By how many partners.
 */
partners: number, 
/**
 * By how many measures.
 */
measures: number, 
/**
 * By how many activities.
 */
activities: number, };

export type TestForm = { 
/**
 * The measure it is meant to move.
 */
measure: string, 
/**
 * What is tried.
 */
name: string, 
/**
 * The period it begins in.
 */
starts: string, 
/**
 * The period it ends in, or empty.
 */
ends: string, 
/**
 * What is predicted.
 */
prediction: string, 
/**
 * What came of it.
 */
result: string, 
/**
 * `planned`, `running`, `adopted`, `adapted`, `abandoned`.
 */
status: string, };

export type TestItem = { 
/**
 * Id of the test.
 */
id: string, 
/**
 * Number of its flag on the chart.
 */
number: number, 
/**
 * When, ready to show: “2022–23 to 2023–24”.
 */
span: string, 
/**
 * Its fields.
 */
form: TestForm, };

export type TextDifference = { 
/**
 * Blocks in reading order.
 */
blocks: Array<DifferenceBlock>, 
/**
 * Words added.
 */
added: number, 
/**
 * Words removed.
 */
removed: number, 
/**
 * Whether only bold, lists or paragraphs changed.
 */
isFormOnly: boolean, };

export type TextRun = { 
/**
 * The text.
 */
text: string, 
/**
 * Whether it is what was looked for.
 */
isFound: boolean, };

export type Theme = "auto" | "light" | "dark" | "contrast";

export type TheoryDrawing = { 
/**
 * The map.
 */
scene: Scene, 
/**
 * What each stop stands for, in the order of the stops.
 */
places: Array<TheoryTarget>, 
/**
 * What is missing, kind by kind, wherever the map looks.
 */
holes: Array<HoleGroup>, 
/**
 * Results to choose from.
 */
results: Array<NamedRecord>, };

export type TheoryTarget = { 
/**
 * `result`, `strategy`, `activity`, `measure`, `none`, or the kind of what is missing:
 * `result_without_indicator` and so on.
 */
what: string, 
/**
 * Id of the record; empty for none.
 */
id: string, 
/**
 * Its name; empty on the map, which says it.
 */
name: string, };

export type Timeline = { 
/**
 * Today.
 */
today: string, 
/**
 * First day to show: of the earliest activity or milestone, or today.
 */
first: string, 
/**
 * Last day to show.
 */
last: string, 
/**
 * The activities, those that begin first on top, those without dates last.
 */
rows: Array<TimelineRow>, 
/**
 * Strategies in the order of the agenda.
 */
strategies: Array<NamedRecord>, 
/**
 * Leading partners by name.
 */
leads: Array<NamedRecord>, 
/**
 * What waits for what.
 */
links: Array<TimelineLink>, };

export type TimelineLink = { 
/**
 * Id of the activity that comes first.
 */
from: string, 
/**
 * Id of the one that waits or is fed.
 */
to: string, 
/**
 * `before` or `feeds`.
 */
kind: string, 
/**
 * Whether the one that waits begins before the other ends.
 */
isTooEarly: boolean, };

export type TimelineMilestone = { 
/**
 * Its name.
 */
name: string, 
/**
 * The day it is due.
 */
due: string, 
/**
 * `done`, `late` or `open`.
 */
state: string, };

export type TimelineRow = { 
/**
 * Id of the activity.
 */
id: string, 
/**
 * Its name.
 */
name: string, 
/**
 * Id of the strategy; empty for none.
 */
strategy: string, 
/**
 * Id of the leading partner; empty for none.
 */
lead: string, 
/**
 * Name of the leading partner; empty for none.
 */
leadName: string, 
/**
 * `planned`, `active`, `done`, `stopped`.
 */
status: string, 
/**
 * First day; empty for none.
 */
starts: string, 
/**
 * Last day; empty for none.
 */
ends: string, 
/**
 * Its milestones, the earliest first.
 */
milestones: Array<TimelineMilestone>, };

export type TouchpointForm = { 
/**
 * Id of the partner.
 */
partner: string, 
/**
 * Id of the person.
 */
person: string | null, 
/**
 * ISO date.
 */
date: string, 
/**
 * `call`, `visit`, `email`, `message`, `event`, `other`.
 */
channel: string, 
/**
 * What it was about.
 */
summary: string, 
/**
 * 1 to 4, or nothing.
 */
trust: number | null, };

export type TouchpointLine = { 
/**
 * Its id.
 */
id: string, 
/**
 * Its fields.
 */
form: TouchpointForm, 
/**
 * “Nov 6, 2026”.
 */
dateWords: string, 
/**
 * Who it was with, or empty.
 */
personName: string, };

export type UndoState = { 
/**
 * The step undo takes back.
 */
undo: Step | null, 
/**
 * The step redo does again.
 */
redo: Step | null, };

export type UpdateForm = { 
/**
 * Id of the activity.
 */
activity: string, 
/**
 * ISO date.
 */
date: string, 
/**
 * Who says so.
 */
author: string, 
/**
 * `on_course`, `at_risk`, `off_course`.
 */
course: string, 
/**
 * What was heard.
 */
text: string, };

export type UpdateLine = { 
/**
 * Id of the entry.
 */
id: string, 
/**
 * Its fields.
 */
form: UpdateForm, 
/**
 * “Nov 3, 2026”.
 */
dateWords: string, };

export type VersionResult = { 
/**
 * The condition.
 */
name: string, 
/**
 * For whom.
 */
population: string, };

export type Weight = "regular" | "semibold";

export type WireError = { 
/**
 * What a screen branches on.
 */
code: ErrorCode, 
/**
 * The field that can be mended, by its wire name.
 */
field: string | null, 
/**
 * A reason identifier for `Invalid` (chosen words are in the `.ftl` files) or plain
 * text such as the holder of a busy file.
 */
detail: string | null, };

export type WorkedOut = { 
/**
 * What was asked: “Is it where it should be by now?”.
 */
question: string, 
/**
 * The answer in words.
 */
answer: string, 
/**
 * The rule in words, with its parameters.
 */
rule: string, 
/**
 * Where the rule comes from.
 */
citation: string, 
/**
 * Name and value of every input, ready to show.
 */
inputs: Array<Input>, 
/**
 * Number of points it rests on.
 */
points: number, };

export type WriteAgendaPart = { 
/**
 * `vision`, `problem`, `population`, `geography`, `scope_in`, `scope_out`,
 * `principles`, or `note`.
 */
part: string, 
/**
 * Markdown.
 */
text: string, };

export type WritePeriodStory = { 
/**
 * Which measure.
 */
id: string, 
/**
 * The period as typed.
 */
period: string, 
/**
 * Markdown.
 */
text: string, };

export interface Commands {
  session_state: { request: Nothing; response: SessionState };
  window_ready: { request: Nothing; response: Nothing };
  new_initiative: { request: NewInitiative; response: Opened };
  open_initiative: { request: Nothing; response: Opened };
  open_recent: { request: RecentChoice; response: Opened };
  forget_recent: { request: RecentChoice; response: Nothing };
  open_sample: { request: SampleChoice; response: Opened };
  close_initiative: { request: Nothing; response: Nothing };
  save_copy: { request: Nothing; response: Saved };
  change_settings: { request: Settings; response: Settings };
  undo: { request: Nothing; response: UndoState };
  redo: { request: Nothing; response: UndoState };
  list_history: { request: HistoryRequest; response: Array<HistoryEntry> };
  read_record_history: { request: RecordRequest; response: Array<HistoryEntry> };
  search: { request: SearchRequest; response: SearchAnswer };
  prepare_search: { request: Nothing; response: Nothing };
  list_tags: { request: Nothing; response: Array<TagLine> };
  edit_tags: { request: EditTags; response: Nothing };
  merge_tags: { request: MergeTags; response: Nothing };
  list_views: { request: ListViews; response: Array<SavedView> };
  read_overview: { request: Nothing; response: Overview };
  read_agenda: { request: Nothing; response: Agenda };
  add_result: { request: ResultForm; response: Added };
  change_result: { request: ChangeResult; response: Nothing };
  remove_result: { request: RecordRequest; response: Nothing };
  add_strategy: { request: StrategyForm; response: Added };
  change_strategy: { request: ChangeStrategy; response: Nothing };
  remove_strategy: { request: RecordRequest; response: Nothing };
  change_initiative: { request: InitiativeForm; response: Nothing };
  write_agenda_part: { request: WriteAgendaPart; response: Nothing };
  start_agenda_draft: { request: Nothing; response: Added };
  discard_agenda_draft: { request: Nothing; response: Nothing };
  adopt_agenda: { request: AdoptAgenda; response: Nothing };
  compare_agendas: { request: AgendaPair; response: AgendaDifference };
  endorse_agenda: { request: EndorseAgenda; response: Nothing };
  change_endorsement: { request: ChangeSignature; response: Nothing };
  remove_endorsement: { request: RecordRequest; response: Nothing };
  draw_theory: { request: DrawTheory; response: TheoryDrawing };
  list_measures: { request: Nothing; response: MeasureList };
  read_measure: { request: RecordRequest; response: MeasurePage };
  draw_measure: { request: DrawMeasure; response: Scene };
  add_measure: { request: MeasureForm; response: Added };
  change_measure: { request: ChangeMeasure; response: Nothing };
  remove_measure: { request: RecordRequest; response: Nothing };
  set_baseline: { request: SetBaseline; response: Nothing };
  set_targets: { request: SetTargets; response: Nothing };
  propose_measure: { request: ProposeMeasure; response: MeasureProposal };
  mark_measures: { request: MarkMeasures; response: Nothing };
  list_dimensions: { request: Nothing; response: Dimensions };
  list_splits: { request: Nothing; response: Splits };
  add_place: { request: PlaceForm; response: Added };
  change_place: { request: ChangePlace; response: Nothing };
  remove_place: { request: RecordRequest; response: Nothing };
  add_breakdown: { request: BreakdownForm; response: Added };
  rename_breakdown: { request: Rename; response: Nothing };
  remove_breakdown: { request: RecordRequest; response: Nothing };
  add_group: { request: NewGroup; response: Added };
  rename_group: { request: Rename; response: Nothing };
  remove_group: { request: RecordRequest; response: Nothing };
  order_groups: { request: GroupOrder; response: Nothing };
  preview_merge: { request: MergePair; response: MergePreview };
  merge: { request: Merge; response: Nothing };
  add_annotation: { request: AnnotationForm; response: Added };
  change_annotation: { request: ChangeAnnotation; response: Nothing };
  remove_annotation: { request: RecordRequest; response: Nothing };
  add_definition_change: { request: DefinitionChangeForm; response: Added };
  change_definition_change: { request: ChangeDefinitionChange; response: Nothing };
  remove_definition_change: { request: RecordRequest; response: Nothing };
  add_test_of_change: { request: TestForm; response: Added };
  change_test_of_change: { request: ChangeTest; response: Nothing };
  remove_test_of_change: { request: RecordRequest; response: Nothing };
  write_story: { request: WritePeriodStory; response: Nothing };
  set_calculation: { request: SetCalculation; response: Nothing };
  set_contributions: { request: SetTies; response: Nothing };
  set_comparisons: { request: SetTies; response: Nothing };
  draw_groups: { request: DrawGroups; response: Scene };
  read_quality: { request: Nothing; response: DataQuality };
  list_periods: { request: Nothing; response: PeriodList };
  close_period: { request: ClosePeriod; response: Nothing };
  reopen_period: { request: RecordRequest; response: Nothing };
  finalize_readings: { request: FinalizeReadings; response: Finalized };
  read_status_rule: { request: Nothing; response: StatusRuleForm };
  set_status_rule: { request: StatusRuleForm; response: Nothing };
  read_provenance: { request: ProvenanceRequest; response: Provenance };
  read_grid: { request: GridRequest; response: Grid };
  place_block: { request: PastedBlock; response: PastePlan };
  enter_cells: { request: EnterCells; response: Entered };
  read_reading: { request: CellRequest; response: ReadingDetail };
  record_reading: { request: ReadingForm; response: Added };
  remove_readings: { request: RecordsRequest; response: Nothing };
  choose_import_file: { request: ImportStart; response: ImportPreview | null };
  propose_import: { request: ImportProposal; response: ImportPreview };
  preview_import: { request: ImportChoices; response: ImportPreview };
  page_import: { request: ImportPageRequest; response: ImportPage };
  save_import_problems: { request: Nothing; response: Saved };
  commit_import: { request: ImportCommit; response: ImportResult };
  stop_import: { request: Nothing; response: Nothing };
  cancel_import: { request: Nothing; response: Nothing };
  list_remembered_imports: { request: Nothing; response: Array<RememberedImport> };
  forget_remembered_import: { request: RecordRequest; response: Nothing };
  list_requests: { request: Nothing; response: RequestBoard };
  propose_requests: { request: Nothing; response: RequestProposals };
  add_requests: { request: AddRequests; response: RequestsAdded };
  read_request: { request: RecordRequest; response: RequestForm };
  change_request: { request: ChangeRequest; response: Nothing };
  remove_request: { request: RecordRequest; response: Nothing };
  mark_requests: { request: MarkRequests; response: Nothing };
  save_request_sheets: { request: RecordsRequest; response: SheetsSaved };
  choose_returned_files: { request: Nothing; response: ReturnedFiles };
  read_returned_files: { request: Nothing; response: ReturnedFiles };
  commit_returned_file: { request: CommitReturned; response: ReturnedTaken };
  dismiss_returned_file: { request: ReturnedKey; response: ReturnedFiles };
  write_letter: { request: RecordRequest; response: Message };
  save_letter: { request: RecordRequest; response: Saved };
  write_reminder: { request: RecordRequest; response: Message };
  read_directory: { request: Nothing; response: Directory };
  read_partner: { request: RecordRequest; response: PartnerPage };
  add_partner: { request: PartnerForm; response: Added };
  change_partner: { request: ChangePartner; response: Nothing };
  remove_partner: { request: RecordRequest; response: Nothing };
  edit_partners: { request: EditPartners; response: Nothing };
  add_person: { request: PersonForm; response: Added };
  change_person: { request: ChangePerson; response: Nothing };
  remove_person: { request: RecordRequest; response: Nothing };
  add_list_entry: { request: NewListEntry; response: Added };
  rename_list_entry: { request: RenameListEntry; response: Nothing };
  remove_list_entry: { request: ListEntryRequest; response: Nothing };
  order_list: { request: ListOrder; response: Nothing };
  keep_view: { request: KeepView; response: Nothing };
  forget_view: { request: RecordRequest; response: Nothing };
  add_status_entry: { request: StatusForm; response: Nothing };
  change_status_entry: { request: ChangeStatus; response: Nothing };
  remove_status_entry: { request: RecordRequest; response: Nothing };
  add_commitment: { request: CommitmentForm; response: Added };
  change_commitment: { request: ChangeCommitment; response: Nothing };
  remove_commitment: { request: RecordRequest; response: Nothing };
  add_touchpoint: { request: TouchpointForm; response: Added };
  change_touchpoint: { request: ChangeTouchpoint; response: Nothing };
  remove_touchpoint: { request: RecordRequest; response: Nothing };
  choose_contacts: { request: Nothing; response: ContactPreview | null };
  preview_contacts: { request: ContactChoices; response: ContactPreview };
  decide_contact: { request: ContactDecision; response: Nothing };
  commit_contacts: { request: Nothing; response: ContactsImported };
  cancel_contacts: { request: Nothing; response: Nothing };
  plan_partner_join: { request: JoinRequest; response: JoinPlan };
  merge_partners: { request: JoinPartners; response: Nothing };
  plan_person_join: { request: JoinRequest; response: JoinPlan };
  merge_people: { request: JoinRequest; response: Nothing };
  erase_person: { request: RecordRequest; response: Nothing };
  read_network: { request: NetworkRequest; response: NetworkPage };
  place_partner: { request: PlacePartner; response: Nothing };
  arrange_network: { request: Nothing; response: Nothing };
  list_groups: { request: Nothing; response: Array<GroupLine> };
  read_working_group: { request: RecordRequest; response: GroupPage };
  add_working_group: { request: GroupForm; response: Added };
  change_working_group: { request: ChangeGroup; response: Nothing };
  remove_working_group: { request: RecordRequest; response: Nothing };
  add_membership: { request: MemberForm; response: Added };
  change_membership: { request: ChangeMember; response: Nothing };
  remove_membership: { request: RecordRequest; response: Nothing };
  read_attendance: { request: RecordRequest; response: AttendanceSheet };
  record_attendance: { request: RecordAttendance; response: Nothing };
  list_activities: { request: Nothing; response: Array<Activity> };
  add_activity: { request: ActivityForm; response: Added };
  change_activity: { request: ChangeActivity; response: Nothing };
  remove_activity: { request: RecordRequest; response: Nothing };
  read_timeline: { request: Nothing; response: Timeline };
  reschedule_activity: { request: RescheduleActivity; response: Nothing };
  read_matrix: { request: ReadMatrix; response: MatrixView };
  draw_reinforcement: { request: DrawReinforcement; response: ReinforcementDrawing };
  list_populations: { request: Nothing; response: Array<PopulationItem> };
  add_population: { request: PopulationForm; response: Added };
  rename_population: { request: Rename; response: Nothing };
  remove_population: { request: RecordRequest; response: Nothing };
  order_populations: { request: PopulationOrder; response: Nothing };
  list_activity_standings: { request: Nothing; response: Array<StandingLine> };
  read_activity: { request: RecordRequest; response: ActivityPage };
  set_activity_status: { request: SetActivityStatus; response: Nothing };
  add_milestone: { request: MilestoneForm; response: Added };
  change_milestone: { request: ChangeMilestone; response: Nothing };
  reach_milestone: { request: ReachMilestone; response: Nothing };
  remove_milestone: { request: RecordRequest; response: Nothing };
  add_activity_update: { request: UpdateForm; response: Added };
  change_activity_update: { request: ChangeUpdate; response: Nothing };
  remove_activity_update: { request: RecordRequest; response: Nothing };
  add_activity_resource: { request: ResourceForm; response: Added };
  change_activity_resource: { request: ChangeResource; response: Nothing };
  remove_activity_resource: { request: RecordRequest; response: Nothing };
  add_risk: { request: RiskForm; response: Added };
  change_risk: { request: ChangeRisk; response: Nothing };
  close_risk: { request: CloseRisk; response: Nothing };
  remove_risk: { request: RecordRequest; response: Nothing };
  add_activity_link: { request: LinkForm; response: Added };
  change_activity_link: { request: ChangeLink; response: Nothing };
  remove_activity_link: { request: RecordRequest; response: Nothing };
  read_communication: { request: Nothing; response: Communication };
  add_meeting: { request: MeetingForm; response: Added };
  change_meeting: { request: ChangeMeeting; response: Nothing };
  remove_meeting: { request: RecordRequest; response: Nothing };
  add_decision: { request: DecisionForm; response: Added };
  change_decision: { request: ChangeDecision; response: Nothing };
  remove_decision: { request: RecordRequest; response: Nothing };
  add_action_item: { request: ActionItemForm; response: Added };
  change_action_item: { request: ChangeActionItem; response: Nothing };
  remove_action_item: { request: RecordRequest; response: Nothing };
  describe_report: { request: ReportChoice; response: ReportDraft };
  preview_report: { request: ReportOptions; response: PdfBytes };
  export_report: { request: ReportOptions; response: Saved };
  open_export: { request: Nothing; response: Nothing };
  check_report: { request: ReportOptions; response: ExportCheck };
  check_export: { request: ExportRequest; response: ExportCheck };
  export_data: { request: ExportRequest; response: Saved };
  list_disclosures: { request: Nothing; response: Array<DisclosureLine> };
  read_audience_rules: { request: Nothing; response: Array<AudienceRuleForm> };
  set_audience_rule: { request: AudienceRuleForm; response: Nothing };
}
