# Reports.

report-board = Board report
report-sections = Sections
section-front = Front page
section-measures = A page per headline measure
section-conditions = The five conditions
section-activities = Activities
section-decisions = Decisions and action items
section-notes = Sources and notes
section-calculations = How figures were worked out
report-pages = { $count ->
    [one] 1 page
   *[other] { $count } pages
  }
report-preview = Preview
report-page = Page { $number }
report-options = Report options
report-title = Title
report-as-of = As of
report-paper = Paper
paper-letter = US Letter
paper-a4 = A4
report-look = Look
look-color = Color
look-gray = As printed, gray
report-pages-desk = Pages and their size
zoom-in = Larger
zoom-out = Smaller
zoom-width = Fit width
report-checks = Before you export
export-pdf = Export PDF
report-exported = { $name } exported
report-kinds = Kinds of reports
report-board-about = What a board reads in ten minutes
report-measure = Measure sheet
report-measure-about = Everything about one measure
report-agenda = Common Agenda
report-agenda-about = For signature, with the theory of change
report-agenda-version = Version
report-equity = Equity report
report-equity-about = Who gains and who does not
report-partner = Partner report
report-partner-about = What one partner brings, owes and shares in
export = Export
export-what = What
export-what-everything = Everything, a sheet per table
export-what-measures = Measures
export-what-readings = Readings of all measures
export-what-partners = Partners
export-what-activities = Activities
export-what-meetings = Meetings
export-what-decisions = Decisions
export-what-action_items = Action items
export-what-measure = Readings
export-what-chart = Chart
export-format = As
export-audience = For whom
export-inside = The team. This stays inside.
export-notes = What will be shown and hidden
export-tables = Export tables
rules = Small numbers
rules-lead = Figures on few people can tell on single persons. They are hidden before anything leaves, and so are others that would give them away.
rules-people = Hide figures on fewer people than
rules-people-help = Empty hides none
rules-events = Hide figures on fewer events than
rules-events-help = Empty hides none; 20 is usual where events are rare
rules-tails = Say only “more than 95%” or “less than 5%” beyond these
rules-set = Rule for { $audience } set
disclosures = What was hidden
disclosures-empty = Nothing has left this file yet. Each report and table that does is listed here with what it hid.
disclosures-by = { $at }, { $author }
disclosures-hidden = Hidden, and why
disclosures-more = { $count ->
    [one] and 1 more
   *[other] and { $count } more
  }
