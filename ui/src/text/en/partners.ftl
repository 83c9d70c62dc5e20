# Partners: the directory, the page of one, working groups, and what was done to them.

partner = Partner
people = People
add-partner = Add partner
add-person = Add person
filter-partners = Find a name or person
partners-empty = Add the first partner: a school, a nonprofit, a church, a hospital, an agency, a funder. Or bring in a contact list you have.
partner-sector = Sector
partner-kind = Type
partner-status = Status
partner-status-prospective = Prospective
partner-status-active = Active
partner-status-paused = Paused
partner-status-left = Left
partner-since = Partner since
partner-since-date = Partner since { $date }
partner-until = Until
partner-website = Website
partner-address = Address
partner-size = Size
partner-size-help = In your own words, as in: 120 staff, 2,300 families
partner-leads = Leads
partner-takes-part = Takes part
partner-email = E-mail
partner-phone = Phone
person-role = Role
person-email = E-mail
person-phone = Phone
not-chosen = Not chosen

sector-school = School
sector-nonprofit = Nonprofit
sector-faith = Faith group
sector-health = Health
sector-government = Government
sector-business = Business
sector-funder = Funder
sector-resident = Residents
sector-higher_education = Higher education
sector-other = Other
partner-type-school_district = School district
partner-type-school = School
partner-type-early_learning = Early learning center
partner-type-college = College or university
partner-type-community_organization = Community organization
partner-type-congregation = Congregation
partner-type-hospital = Hospital
partner-type-clinic = Clinic
partner-type-public_agency = Public agency
partner-type-library = Library
partner-type-company = Company
partner-type-foundation = Foundation
partner-type-association = Association
partner-type-resident_group = Residents’ group

# The directory.
directory-count = { $count ->
    [one] 1 partner
   *[other] { $count } partners
  }
directory-of = { $shown } of { $count } partners
directory-none = No partner fits these filters.
directory-columns = Columns
directory-any = Any
directory-any-sector = Any sector
directory-any-kind = Any type
directory-any-status = Any status
directory-any-group = Any group
directory-any-need = Any need
directory-need = Needs attention
need-owed = Figures owed
need-late = Figures late
need-not-endorsed = Has not endorsed
need-commitment = Commitment ended or ending soon
need-no-people = Nobody to contact
need-no-activity = No activity
need-no-touch = Not in touch yet
directory-select = Select { $name }
directory-select-all = Select all that are shown
directory-selected = { $count ->
    [one] 1 partner selected
   *[other] { $count } partners selected
  }
directory-set-status = Set status
directory-set-sector = Set sector
directory-set-kind = Set type
directory-edited = { $count ->
    [one] Changed 1 partner
   *[other] Changed { $count } partners
  }
directory-merge = Merge the two
directory-column-name = Name
directory-column-sector = Sector
directory-column-kind = Type
directory-column-partner-status = Status
directory-column-since = Since
directory-column-people = People
directory-column-activities = Activities
directory-column-owed = Figures owed
directory-column-touch = Last touchpoint
directory-column-endorsed = Endorsed
directory-column-tags = Tags
directory-column-groups = Working groups
directory-column-commitments = Commitments
activities-leading = { $count }, leads { $leads }
owed-late = { $owed }, { $late } late
lists-open = Sectors and types
lists-title = Sectors and types
lists-sectors = Sectors
lists-kinds = Types
lists-add = Add
lists-new-name = New entry
lists-name-of = Name of { $name }
lists-up = Move { $name } up
lists-remove = Remove { $name }
lists-remove-used = { $count ->
    [one] 1 partner has it and would have none.
   *[other] { $count } partners have it and would have none.
  }
lists-remove-still = Remove it
lists-empty = Nothing here yet.
lists-help = Press Enter to keep a changed name. An empty name brings the usual one back.

# How a partner stands.
endorsed-not = Not yet
endorsed-earlier = Version { $version } only
channel-call = Call
channel-visit = Visit
channel-email = E-mail
channel-message = Message
channel-event = Event
channel-other = Other
channel-short-call = call
channel-short-visit = visit
channel-short-email = e-mail
channel-short-message = message
channel-short-event = event
channel-short-other = other
touch-words = { $date }, { $channel }
touch-ago = { $days ->
    [0] { $touch }, today
    [one] { $touch }, yesterday
   *[other] { $touch }, { $days } days ago
  }
commitment-no-end = No end date
commitment-ended = { $days ->
    [one] Ended yesterday
   *[other] Ended { $days } days ago
  }
commitment-ends = { $days ->
    [0] Ends today
    [one] Ends tomorrow
   *[other] Ends in { $days } days
  }
attended-words = { $of ->
    [one] { $attended } of 1 meeting in 12 months
   *[other] { $attended } of { $of } meetings in 12 months
  }
attended-of = { $attended } of { $of }
attendance-there = { $present } of { $of } there
seat-as-chair = { $group } (chair)
resource-amount = ${ $figure }

# The page of one partner.
partner-edit = Edit
partner-report = Partner report
partner-log-touch = Log a touchpoint
partner-more = More
partner-merge = Merge with another partner
partner-remove = Remove partner
partner-removed = Removed { $name }
partner-agenda = Common Agenda
partner-agenda-nothing = No version adopted yet
partner-agenda-signed = Signed { $date }
partner-activities = Activities
partner-activities-words = { $count ->
    [0] None yet
   *[other] { $count }, leading { $leads }
  }
partner-figures = Figures owed
partner-figures-none = None
partner-last-contact = Last contact
partner-contact-none = None noted
partner-attendance = Meetings
partner-contact = Contact
commitments = Commitments
commitments-empty = Note what this partner signed up to, and until when.
add-commitment = Add commitment
commitment-title = What it says
commitment-kind = Kind
commitment-kind-mou = Memorandum of understanding
commitment-kind-data = Data sharing
commitment-kind-money = Money
commitment-kind-in_kind = Staff, rooms, goods
commitment-kind-other = Other
commitment-signed = Signed on
commitment-expires = Holds until
commitment-expires-help = The last day it holds; empty where it has no end
expiry-expired = Ended
expiry-soon = Ends soon
expiry-holds = Holds
partner-activities-empty = This partner is in no activity yet. Activities are added under Activities.
activity-role-lead = Leads
activity-role-part = Takes part
measures-supplied = Measures and figures
measures-supplied-empty = No figures of this partner yet. Ask for them under Measurement.
measure-own = Own measure
measure-provides = Provides figures
supplied-readings = { $count ->
    [0] No figures yet
    [one] 1 figure
   *[other] { $count } figures
  }
supplied-contributes = Contributes to { $names }
partner-requests = Data requests
partner-request-figures = { $count ->
    [one] 1 figure
   *[other] { $count } figures
  }
people-empty = Nobody is named yet. Who answers when you call?
person-sits-in = Sits in { $groups }
seats = Working groups
seats-empty = Sits in no working group yet.
seat-add = Add to a group
seat-remove = Take { $name } out of { $group }
seat-anyone = The partner as a whole
meetings-attended = Meetings attended
meetings-attended-empty = Attendance is noted at each meeting of a working group.
presence-present = There
presence-excused = Sent regrets
presence-absent = Absent
presence-open = Not noted
touchpoints = Touchpoints
touchpoints-empty = Note a call, a visit or a letter, so that others know.
touchpoint = Touchpoint
touchpoint-summary = What was it about?
touchpoint-channel = How
touchpoint-person = With
touchpoint-date = Date
touchpoint-trust = Trust
touchpoint-trust-help = From 1, little, to 4, much. Only the team sees it.
touchpoint-nobody = Nobody in particular
touchpoint-save = Log
touchpoint-logged = Logged
touchpoints-all = Show all { $count }
trust-words = trust { $trust } of 4
endorsements = Endorsements
endorsements-empty = Has signed no version of the Common Agenda.
endorsement-line = Version { $version }, { $date }
endorsement-by = Signed by { $name }
contributions = Gives to activities
resource-money = Money
resource-staff = Staff
resource-space = Rooms
resource-goods = Goods
resource-data = Data
resource-other = Other
resource-open = not sure yet
works-with = Works with
works-with-note = shared activities
status-history = Status history
status-history-empty = No entry yet.
add-status = Add entry
status-since = Since
status-note = Why

# Merging and erasing.
merge-partners = Merge partners
merge-people = Merge people
merge-lead = { $gone } becomes part of { $kept }. What both have is kept once, blanks are filled, and you can undo it.
merge-choose = Which one stays?
merge-with = Merge with
merge-moves = This moves over:
merge-nothing = Nothing refers to it yet.
merge-conflicts = { $count ->
    [one] Both give a different figure once. Whose stays?
   *[other] Both give different figures { $count } times. Whose stay?
  }
merge-do = Merge
merged = Merged into { $name }
moves-people = { $count ->
    [one] 1 person
   *[other] { $count } people
  }
moves-activities = { $count ->
    [one] lead of 1 activity
   *[other] lead of { $count } activities
  }
moves-activity-partners = { $count ->
    [one] part in 1 activity
   *[other] part in { $count } activities
  }
moves-measures = { $count ->
    [one] 1 measure of its own
   *[other] { $count } measures of its own
  }
moves-series = { $count ->
    [one] 1 series of figures
   *[other] { $count } series of figures
  }
moves-data-requests = { $count ->
    [one] 1 data request
   *[other] { $count } data requests
  }
moves-commitments = { $count ->
    [one] 1 commitment
   *[other] { $count } commitments
  }
moves-memberships = { $count ->
    [one] 1 seat in a working group
   *[other] { $count } seats in working groups
  }
moves-attendances = { $count ->
    [one] 1 note of attendance
   *[other] { $count } notes of attendance
  }
moves-touchpoints = { $count ->
    [one] 1 touchpoint
   *[other] { $count } touchpoints
  }
moves-endorsements = { $count ->
    [one] 1 endorsement
   *[other] { $count } endorsements
  }
moves-activity-resources = { $count ->
    [one] 1 contribution to an activity
   *[other] { $count } contributions to activities
  }
moves-partner-tags = { $count ->
    [one] 1 tag
   *[other] { $count } tags
  }
person-merge = Merge with another person
person-erase = Erase for good
erase-title = Erase { $name }
erase-lead = Name, role, e-mail and phone go from this file and from its history. That cannot be undone.
erase-stays = What stays: that someone of { $partner } was at meetings, sat in groups and was in touch, without the name.
erase-elsewhere = Not looked through: minutes, action items, notes, signatures, and copies of this file. Please change names there yourself.
erase-do = Erase for good
erased = Erased for good

# A contact list from another program.
dialog-contacts = Choose a contact list
contacts = Import contacts
contacts-choose = Choose a file
contacts-lead = Bring in people with their organizations: a table (CSV, Excel, OpenDocument) or vCards from an address book. Nothing is written before you say so.
contacts-columns = What the columns hold
contacts-without = Organization of contacts without one
contacts-without-help = Leave it empty to leave those contacts out
contact-field-name = Name
contact-field-first_name = First name
contact-field-last_name = Last name
contact-field-organization = Organization
contact-field-role = Role
contact-field-email = E-mail
contact-field-phone = Phone
contact-field-ignore = Not read
contacts-row = Row
contacts-then = Then
contact-choice-add = Add
contact-choice-merge = Fill in what is missing
contact-choice-skip = Leave out
contacts-all-alike = People who are there already
contacts-only-noted = Only what is worth a look ({ $count })
contacts-counts = { $add } to add, { $merge } to fill in, { $skip } left out
contacts-new-partners = { $count ->
    [0] No new partner
    [one] 1 new partner, as prospective
   *[other] { $count } new partners, as prospective
  }
contacts-commit = Import { $count ->
    [one] 1 contact
   *[other] { $count } contacts
  }
contacts-nothing = Every contact is there already, or left out.
contacts-imported = Imported { $file }: { $people } added, { $filled } filled in
contacts-other-file = Another file
contacts-page = { $from } to { $to } of { $count }
contacts-earlier = Earlier
contacts-later = Later
contact-no-name = There is no name here. Choose the column that holds it, or leave it out.
contact-no-organization = There is no organization here. Name one above for all of these.
contact-like-person = Looks like { $name }, who is there already.
contact-like-row = Looks like row { $row } of this file.
contact-odd-email = The e-mail does not look like one.
contact-ragged = This row has more or fewer cells than there are columns. Please check where they ended up.
contact-new-partner = The organization is new.

# Working groups.
working-groups = Working groups
groups-empty = Add the first working group: who meets, what for, and how often.
add-group = Add working group
group = Working group
group-name = Name
group-purpose = What it is there for
group-cadence = Meets
cadence-weekly = Every week
cadence-biweekly = Every two weeks
cadence-monthly = Every month
cadence-quarterly = Every quarter
cadence-twice_a_year = Twice a year
cadence-yearly = Once a year
cadence-as_needed = As needed
group-chair = Chair
group-members = Members
group-person = Person
group-partners = Partners
group-last-met = Last met
group-next-met = Meets next
group-none-chair = Nobody yet
group-members-empty = Nobody sits in this group yet.
group-add-member = Add member
group-role = Role
role-chair = Chair
role-member = Member
role-staff = Staff
group-attended = Was there
group-meetings = Meetings
group-meetings-empty = No meeting yet. Plan one under Communication and choose this group.
group-removed = Removed { $name }
group-plan = Plan a meeting
attendance = Attendance
attendance-note = Note attendance
attendance-keys = Arrow keys move; P there, R sent regrets, A absent, Backspace takes the note away.
attendance-empty = Nobody is expected. Add who was there.
attendance-add = Add someone
attendance-rest-there = All others were there
attendance-count-present = { $count } there
attendance-count-excused = { $count ->
    [one] 1 sent regrets
   *[other] { $count } sent regrets
  }
attendance-count-absent = { $count } absent
attendance-count-open = { $count } not noted
attendance-of = { $name }: attendance
meeting-group = Working group

# Steps of the history.
op-edit_partners = Change partners
op-merge_partners = Merge partners
op-merge_people = Merge people
op-erase_person = Erase a person
op-import_contacts = Import contacts
op-add_sector = Add sector
op-change_sector = Change sector
op-remove_sector = Remove sector
op-add_partner_type = Add type of partner
op-change_partner_type = Change type of partner
op-remove_partner_type = Remove type of partner
op-order_partner_list = Order list
op-add_tag = Add tag
op-change_tag = Change tag
op-remove_tag = Remove tag
op-tag_partner = Change tags
op-tag_measures = Change tags
op-tag_activities = Change tags
op-merge_tags = Merge tags
op-add_status_entry = Add status
op-change_status_entry = Change status
op-remove_status_entry = Remove status
op-add_commitment = Add commitment
op-change_commitment = Change commitment
op-remove_commitment = Remove commitment
op-add_touchpoint = Log touchpoint
op-change_touchpoint = Change touchpoint
op-remove_touchpoint = Remove touchpoint
op-add_working_group = Add working group
op-change_working_group = Change working group
op-remove_working_group = Remove working group
op-add_membership = Add member
op-change_membership = Change member
op-remove_membership = Remove member
op-record_attendance = Note attendance
op-keep_view = Keep view
op-forget_view = Remove view

# The report to one partner.
paper-partner-report = Partner report
paper-partner-lead = { $activities ->
    [0] You are in no activity yet.
    [one] You are in 1 activity{ $leads ->
        [0] { "" }
       *[other] { " " }and lead it
      }, together with { $partners } other partners.
   *[other] You are in { $activities } activities and lead { $leads } of them, together with { $partners } other partners.
  }
paper-partner-late = { $count ->
    [one] One figure you were asked for is past its day.
   *[other] { $count } figures you were asked for are past their day.
  }
paper-partner-due = { $count ->
    [one] One figure you were asked for is due.
   *[other] { $count } figures you were asked for are due.
  }
paper-partner-nothing-owed = No figure is owed. Thank you.
paper-partner-signed = You signed the Common Agenda on { $date }.
paper-partner-signed-earlier = You signed version { $version } of the Common Agenda; a later version waits for your signature.
paper-partner-not-signed = The Common Agenda waits for your signature.
paper-partner-results = Your measures and the results we share
paper-partner-own = Your own measures
paper-partner-shared = Results we share
paper-partner-no-own = No measure of your own program is kept here yet.
paper-place = Your place in the whole
paper-place-summary = What is the partner’s, beside all there is
paper-place-what = What
paper-place-own = You
paper-place-all = All
paper-place-activities = Activities you lead or take part in
paper-place-partners = Other active partners you share activities with
paper-place-groups = Working groups you sit in
paper-place-measures = Measures you have a part in
paper-place-with = You share most activities with { $names }.
paper-partner-no-activities = No activity is noted yet.
paper-partner-activities-summary = Activities of the partner with role, strategy and progress
paper-column-role = Role
paper-column-strategy = Strategy
paper-partner-owed = Figures owed
paper-partner-owed-summary = Figures the partner was asked for that have not come
paper-column-asked = What was asked for
paper-column-figures = Figures
paper-note-contribution = Results for a whole population have many causes. Activities contribute to them; no result is the work of one partner alone.
