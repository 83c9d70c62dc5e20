# Frame, first screen, settings, errors and everything every screen shares.

add = Add
cancel = Cancel
close = Close
edit = Edit
edit-named = Edit { $name }
save = Save
remove = Remove
removed = Removed: { $name }
unsaved = You have not saved this.
unsaved-discard = Discard
unsaved-keep = Go on editing
undo = Undo
next = Next
previous = Previous
name = Name
value = Value
date = Date
notes = Notes
description = Description
loading = Loading
try-again = Try again
none-yet = None yet
choose-one = Choose one
choose-none = None
date-form = Year-month-day, as in 2026-11-24
open-it = Open it
no-result = Other measures

rail = Sections
screen-overview = Overview
screen-agenda = Common Agenda
screen-measurement = Measurement
screen-activities = Activities
screen-communication = Communication
screen-partners = Partners
screen-reports = Reports
badge-due = { $count ->
    [one] figure due
   *[other] figures due
  }
badge-late = { $count ->
    [one] action item late
   *[other] action items late
  }
sample-mark = Sample figures
sample-mark-help = Change anything; the original stays as it is.
close-file = Close this initiative ({ $folder })
close-file-short = Close this initiative
save-copy = Save a copy …
saved-at = Saved { $time }
settings = Settings
settings-theme = Colors
settings-author = Changes are signed “{ $author }” in the history.
theme-auto = System
theme-light = Light
theme-dark = Dark
theme-contrast = High contrast

undo-step = Undo: { $step }
undo-nothing = Nothing to undo
undo-done = Undone: { $step }
redo-step = Redo: { $step }
redo-nothing = Nothing to redo
redo-done = Done again: { $step }
step-of = { $step }, { $detail }
history = History
history-line = { $author }, { $at }
history-undo = Undone: { $step }
history-redo = Done again: { $step }
history-change = { $field }: { $old } → { $new }

op-create_initiative = New initiative
op-change_initiative = Change initiative
op-write_agenda = Write agenda
op-add_result = Add result
op-change_result = Change result
op-remove_result = Remove result
op-add_strategy = Add strategy
op-change_strategy = Change strategy
op-remove_strategy = Remove strategy
op-add_partner = Add partner
op-change_partner = Change partner
op-remove_partner = Remove partner
op-add_person = Add person
op-change_person = Change person
op-remove_person = Remove person
op-add_measure = Add measure
op-change_measure = Change measure
op-remove_measure = Remove measure
op-write_story = Write story
op-set_baseline = Set baseline
op-set_targets = Set targets
op-add_annotation = Add note
op-change_annotation = Change note
op-remove_annotation = Remove note
op-add_place = Add place
op-change_place = Change place
op-remove_place = Remove place
op-add_breakdown = Add breakdown
op-change_breakdown = Change breakdown
op-remove_breakdown = Remove breakdown
op-add_group = Add group
op-change_group = Change group
op-remove_group = Remove group
op-record_reading = Record reading
op-enter_readings = Enter readings
op-remove_readings = Remove readings
op-import_readings = Import
op-add_activity = Add activity
op-change_activity = Change activity
op-remove_activity = Remove activity
op-add_meeting = Add meeting
op-change_meeting = Change meeting
op-remove_meeting = Remove meeting
op-add_decision = Add decision
op-change_decision = Change decision
op-remove_decision = Remove decision
op-add_action_item = Add action item
op-change_action_item = Change action item
op-remove_action_item = Remove action item
op-load_sample = Open sample

palette-open = Search or run a command
palette-place = Section
palette-command = Command
palette-none = Nothing found
key-palette = Ctrl K
key-new = Ctrl N
key-open = Ctrl O
shortcuts = Keyboard
shortcut-palette = Search or run a command
shortcut-palette-key = Ctrl K
shortcut-sections = Go to a section
shortcut-sections-key = Ctrl 1 … 7
shortcut-undo = Undo
shortcut-undo-key = Ctrl Z
shortcut-redo = Redo
shortcut-redo-key = Ctrl Shift Z
shortcut-open = Open a file
shortcut-open-key = Ctrl O
shortcut-export = Reports
shortcut-export-key = Ctrl E
shortcut-region = Next part of the window
shortcut-region-key = F6
shortcut-back = Back and forward
shortcut-back-key = Alt ← →
shortcut-grid = Edit a cell, cancel
shortcut-grid-key = Enter, Esc
shortcut-figure = Read a chart, show its table
shortcut-figure-key = ← →, T
shortcut-help = This list
shortcut-help-key = ?

first-start = Start
first-title = Keep the whole partnership in one file
first-lead = Shared goals, shared measures, who does what, meetings and board reports. Everything stays on this computer.
first-new = New initiative
first-new-help = Name it, then add results and partners
first-open = Open a file
first-open-help = A .backbone file, or one from a colleague
first-recent = Recent files
first-recent-none = None yet. Files you open are listed here.
first-recent-line = { $file } in { $folder }, { $date }
first-recent-gone = { $file } is no longer where it was
first-samples = Or look around a sample first
first-samples-help = Open one and change anything; the original stays as it is.
first-samples-note = Figures without a published source are invented for demonstration and describe no real organization.
first-sample-partners = { $count ->
    [one] 1 partner
   *[other] { $count } partners
  }
first-sample-measures = { $count ->
    [one] 1 headline measure
   *[other] { $count } headline measures
  }
first-version = Version { $version }. No account, no internet needed.
first-failed = { $name } could not be opened

initiative-name = Name of the initiative
initiative-name-help = For example: Riverside Cradle to Career
initiative-backbone = Backbone organization
initiative-geography = Community it serves

error-invalid = This cannot be kept as it is.
error-conflict = Something else in the file stands against this.
error-not_found = This is no longer there. It may have been undone or removed.
error-no_file = No initiative is open.
error-file_too_new = This file was written by a newer version of Backbone Desk. It was left as it is; update the app to open it.
error-file_busy = This file is open elsewhere ({ $detail }). Close it there first; nothing was changed.
error-damaged = This file is damaged ({ $detail }). It was left as it is; open a copy or a backup instead.
error-not_a_backbone_file = This is not a Backbone Desk file. It was left as it is.
error-cannot_write = This place cannot be written to ({ $detail }). Choose another.
error-cannot_read = The file cannot be read ({ $detail }).
error-disk_full = The disk is full. Nothing was changed; make room and try again.
error-unreadable_table = This table cannot be read. { $detail }
error-unexpected = Something went wrong. Nothing was changed; please try again.
reason-empty = Please fill this in.
reason-too_long = This is too long to keep.
reason-taken = This is used already; choose another.
reason-unknown_choice = Please choose one of the list.
reason-not_a_date = Please write the date as year-month-day, as in 2026-11-24.
reason-not_a_period = This is not a period we can read. Try 2024–25, 2024, Q3 2024 or Mar 2024.
reason-not_a_number = This is not a number we can read.
reason-out_of_range = This is outside what is possible.
reason-before_start = This lies before the start.
reason-out_of_order = Targets must come after the baseline, one after another.
reason-in_use = Figures hang on this; remove those first.
reason-needs_partner = A performance measure belongs to a partner; choose which.
