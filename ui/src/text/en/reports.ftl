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
