# The Overview.

prepare-report = Prepare board report
headline-measures = Headline measures
all-measures = { $count ->
    [one] The one measure
   *[other] All { $count } measures
  }
overview-note = Latest is { $period } unless a period is shown. p means provisional. Status compares the latest value with the straight path from the baseline to the dated target.
overview-no-headlines = No headline measure yet. Mark a measure as headline to see it here and in the board report.
overview-side = Meetings, action items and data due
next-steps = First steps
next-step-results = Write down the results you want to see, in plain words.
next-step-results-go = Write results
next-step-measures = Add the first measure, or paste a table from a spreadsheet.
next-step-measures-go = Add a measure
next-step-partners = Add the partners who work on it.
next-step-partners-go = Add partners
signals = Signals for the five conditions
signals-help = Checks with evidence, not a score
signal-met = Met
signal-open = Needs attention
next-meetings = Next meetings
next-meetings-none = No meeting planned
overdue = Overdue
overdue-none = Nothing is late
all-open = All { $count } open
data-due = Data due
data-due-none = Every headline measure is up to date

column-way = From baseline to target
column-latest = Latest
column-change = Since baseline
column-target = Target
column-path = Against path
column-status = Status
lower-is-better = lower is better
