# Measures, their page, and the readings grid.

measure = Measure
indicators = Indicators of the whole population
performance-measures = Performance measures of partners’ programs
add-measure = Add measure
edit-measure = Edit definition
measures-empty = Add the first measure, or import a table of figures.
filter-measures = Find a measure
filter-none = No measure matches
indicators-about = How the whole population is doing
performance-about = How partners’ own programs are doing
column-fresh = Freshness
sort-by = Sort by { $column }
measures-selected = { $count ->
    [one] 1 measure selected
   *[other] { $count } measures selected
  }
measures-select = Select { $name }
measures-select-all = Select all
mark-retired = Retire
mark-active = Put in use
mark-headline = Make headline
mark-not-headline = No headline
mark-done = { $count ->
    [one] 1 measure changed
   *[other] { $count } measures changed
  }
headline-mark = headline
about-measure = About this measure
measure-name = Name
measure-code = Short code
measure-code-help = For spreadsheets and the command line, as in KR; left empty, it is made from the name
measure-kind = What it speaks of
measure-kind-help = Indicators and performance measures are never mixed in one list.
kind-indicator = A whole population (indicator)
kind-performance = A partner’s own program (performance measure)
measure-partner = Partner
measure-result = Result
measure-question = The plain question it answers
measure-question-help = For example: How many children are ready for kindergarten?
measure-headline = Show on the Overview and in the board report
measure-group-value = Its values
measure-unit = Unit
measure-unit-percent = Percent
measure-unit-count = Count
measure-unit-rate = Rate per so many people
measure-unit-index = Index or score
measure-unit-currency = Money
measure-unit-days = Days
measure-rate-per = Per how many people
measure-polarity = Better when
polarity-higher = Higher
polarity-lower = Lower
polarity-neither = Neither
measure-frequency = How often
frequency-school_year = Every school year
frequency-calendar_year = Every calendar year
frequency-fiscal_year = Every fiscal year
frequency-quarterly = Every quarter
frequency-monthly = Every month
frequency-irregular = Now and then
measure-precision = Digits after the decimal point
measure-limit = Natural limit
measure-limit-help = A value no figure can pass: 100 for percent; empty for none
measure-precision-help = 1 shows 53.2, 0 shows 53. What was entered is always kept whole.
measure-frequency-help = A school year and a fiscal year run from July to June; a fiscal year is named by the year it ends in.
measure-unit-help = A percent is so many out of a hundred; a rate is so many out of, say, 1,000.
measure-rate-per-help = For example: 1,000 or 100,000
measure-polarity-help = Decides what counts as better in status, trend and colors
measure-group-definition = Definition
measure-definition = Definition
measure-definition-help = One or two sentences a new colleague would understand
measure-numerator = Counted
measure-numerator-help = Who or what is counted, as in: children scoring 270 or above
measure-denominator = Out of
measure-denominator-help = Among whom, as in: kindergartners assessed by October 20; empty for a plain count
measure-rationale = Why it was chosen
measure-rationale-help = What moving it would mean for people
measure-limitations = What it does not say
measure-limitations-help = Who is missing from it, or what it cannot show
measure-proxy = It stands in for something that cannot be measured
measure-extreme = The people it follows were chosen because their figure was extreme
measure-extreme-help = Such figures tend to move back toward the middle by themselves. Charts then warn, unless others are shown beside it for comparison.
measure-ledger-note = The definition ledger keeps how it read before.
measure-group-source = Source
measure-source = Source
measure-provider = Supplied by
measure-source-help = The file, survey or office it comes from
measure-provider-help = Who hands it over; partners are asked in data requests
measure-release = Collected and released
measure-release-help = In words, as in: assessed in fall, published in November
measure-lag = The figures are out so many days after the period ends
measure-lag-help = For example 120. Before then nobody is called late; empty if not known.
measure-steward = Steward
measure-steward-help = Who on the team looks after it
measure-status = Stage
measure-status-help = Being developed: defined, not yet in use. Retired: no longer collected, its figures stay.
measure-status-developmental = Being developed
measure-status-active = In use
measure-status-retired = Retired
measure-floor = Hide percentages on fewer people than
measure-floor-help = Empty for the usual rule
measure-group-rating = Why this measure and not another
measure-rating-low = Low
measure-rating-middle = Middle
measure-rating-high = High
measure-rating-none = Not rated
measure-communication-power = Communication
measure-communication-power-help = Do many people understand at once what it says?
measure-proxy-power = Proxy
measure-proxy-power-help = Does it say something central about the result, and bring others along when it moves?
measure-data-power = Data
measure-data-power-help = Are there good figures, in time and for the groups that matter?

baseline = Baseline
targets = Targets
targets-edit = Baseline and targets
targets-help = The last one is the target; earlier ones bend the path to it.
target-add = Add an interim target
annotations = Notes on the time axis
annotation-period = When
annotation-title = What happened
annotation-detail = Second line

part-path = Target path
part-comparison = Comparison
part-notes = Notes
part-limits = Control limits
part-forecast = Forecast
figure-keys = Arrow keys read it point by point; T shows the table.
figure-show-table = Show as table
figure-show-chart = Show as chart

readings = Readings
readings-note = Empty cells have no figure. s: hidden by the source. –: known to be missing. Add p behind a figure that is provisional, r behind one that was revised. 1487/2795 gives the percent.
add-period = Add period
add-column = Add column
period-help = As in 2024–25, 2024, Q3 2024 or Mar 2024
column-kind = What to add
column-kind-group = A group of this breakdown
column-kind-place = A place
column-kind-provider = A partner who supplies figures
column-kind-breakdown = A breakdown with its groups
column-choose-partner = Partner
column-groups = Groups, one a line
grid-period = Period
grid-cell = { $period }, { $column }
grid-split = Columns
grid-place = For
grid-place-whole = The whole
grid-options = How to show
grid-oldest-first = Oldest first
grid-hide-empty = Hide empty columns
grid-with-counts = Out of how many
grid-hidden = { $count ->
    [one] 1 empty column is hidden.
   *[other] { $count } empty columns are hidden.
  }
grid-closed = closed
grid-total = total
grid-comparison = comparison
grid-selected = { $rows } × { $columns } cells selected
grid-details = Details
grid-has-note = with a note
grid-waiting = not saved yet
grid-gaps = Totals that do not add up
grid-keys = Arrows move, Shift selects, F2 edits, Shift+F2 opens the details, Ctrl+D and Ctrl+R fill, F6 leaves the table.
cells-entered = { $count ->
    [one] 1 cell entered
   *[other] { $count } cells entered
  }
problems-head = { $problems ->
    [one] 1 cell cannot be kept.
   *[other] { $problems } cells cannot be kept.
  } { $cells ->
    [one] Nothing is saved until it is mended.
   *[other] None of the { $cells } cells is saved until that is mended.
  }
problems-next = Go to the next one
problems-next-key = F8
problems-discard = Discard them all
paste-title = More periods than are listed
paste-add = Add the periods
paste-fit = Paste what fits
reading-value = Figure
reading-value-help = Leave it empty where counted and out of give it
reading-numerator = Counted
reading-denominator = Out of
reading-lower = Lower bound of the margin
reading-upper = Upper bound of the margin
reading-state = How firm it is
reading-comment = Note
reading-comment-help = For example: two schools reported late
reading-history = What was changed
reading-from = Where it came from
state-choice-final = Final
state-choice-provisional = Provisional, may still change
state-choice-revised = Revised after it was final
state-choice-suppressed = Hidden by the source
state-choice-missing = Known to be missing

splits = Breakdowns and places
splits-lead = Ways to split figures, shared by all measures.
breakdowns = Breakdowns
breakdowns-help = A breakdown splits a figure into groups, such as race and ethnicity.
breakdowns-empty = Add the first breakdown, such as race and ethnicity, with its groups.
add-breakdown = Add breakdown
breakdown-new = New breakdown
breakdown-name-help = For example: Race and ethnicity
rename-named = Rename { $name }
group-add = Add group
group-new-of = Add group: { $name }
group-up = Move { $name } up
group-down = Move { $name } down
group-order-help = Drag a group, or hold Alt and press an arrow key, to change the order.
group-merge-named = Merge { $name } into another group
remove-named = Remove { $name }
in-use-title = { $name } cannot be removed yet
in-use-words = { $used } hang on it. Remove those figures in the readings of the measure first, or merge the group into another.
in-use-words-place = { $used } hang on it. Remove those figures in the readings of the measure first, or merge the place into another.
in-use-request = A data request asks for it. Remove it from the request first.
in-use-measures = Measures with figures of it
merge-title = { $kind ->
    [place] Merge { $name } into another place
   *[group] Merge { $name } into another group
  }
place-merge = Merge into another place
merge-into = Merge into
merge-differ = { $count ->
    [one] One figure differs. Which one stays?
   *[other] { $count } figures differ. Which ones stay?
  }
merge-keep-kept = Those of { $name }
merge-keep-gone = Those of { $name }
merge-now = Merge
merge-column-reading = Figure
merge-figures = Figures that differ
merge-done = Merged into { $name }
places = Places
places-help = A place may lie in another: a neighborhood in a city. A place for comparison is drawn beside, never added up.
places-empty = Add a place to record figures for parts of the community, or one to compare with.
add-place = Add place
place-parent = Lies in
place-benchmark = For comparison only
place-benchmark-mark = comparison
column-used = Used
column-name = Name

story = Story behind the curve
story-empty = Nobody has written it yet. What moved the figure, and what holds it back?
story-help = Two short paragraphs: what moved the figure, and what holds it back.
sources = Where the figures come from
sources-none = No figures yet
worked-out = How this was worked out
rule-points = Points
rule-formula = Rule
rule-source = Source

# Reading the data: panels of a measure's page.
act-on = { $action }: { $name }
write = Write
status-explain = { $status }: how this was worked out for { $name }
part-margins = Margins of error
measure-release-lag = Days until its figure is released
measure-release-lag-help = Counted from the end of a period; a figure that comes later is late. Empty if there is no fixed day.
measure-frozen = Freeze the control limits after
measure-frozen-help = The limits then rest on the figures up to this period; empty for all
rating-of-three = { $count } of 3

groups = By group
groups-help = Gray: all people. Highest latest figure first, all on one scale.
groups-note = s: hidden by the source. An open dot is provisional.
breakdown = Breakdown

tests = Tests of change
tests-empty = What was tried to move this measure, what was predicted, and what came of it.
test-add = Add a test of change
test-name = What is tried
test-starts = Begins in
test-ends = Ends in
test-prediction = What we predict
test-prediction-help = For example: 10 points more within two years
test-result = What came of it
test-status = Where it stands
test-status-planned = Planned
test-status-running = Under way
test-status-adopted = Adopted
test-status-adapted = Adapted
test-status-abandoned = Given up
test-no-prediction = No prediction yet
test-no-result = no result yet

annotations-empty = Nothing noted yet. What happened that a reader of the chart should know?
annotation-add = Add a note
annotation-resets = Control limits begin anew here
annotation-resets-short = Control limits begin anew

ledger = Changes of definition
ledger-empty = The definition has not changed.
ledger-add = Add a change of definition
ledger-kind = What it does to the figures
ledger-kind-series_break = Breaks the series
ledger-kind-rebased_baseline = Sets the baseline anew
ledger-kind-wording = Changes words only
ledger-kind-help = After a break, later figures are not held against earlier ones, unless the baseline was set anew for them.
ledger-period = First period it holds for
ledger-title = What changed
ledger-before = How it was before
ledger-after = How it is since

stories-earlier = { $count ->
    [one] 1 earlier story
   *[other] { $count } earlier stories
  }
story-period = Period
story-period-help = The period this story is told for; empty for none
story-undated = Without a period

calculation = How its values come about
calculation-entered = Entered, or imported from a table.
calculation-kind = Its values are
calculation-kind-entered = Entered or imported
calculation-kind-sum = The sum of other measures
calculation-kind-difference = Some measures less others
calculation-kind-ratio = One measure divided by another
calculation-kind-rate = One measure divided by another, per so many
calculation-help = Values that were entered stay in the file and come back when you choose “Entered” again.
calculation-parts = Measures it is made of
part-role = Role
part-add = Add a measure
calculation-lacking = { $count ->
    [one] 1 period without a value
   *[other] { $count } periods without a value
  }
calculation-aside = { $count ->
    [one] 1 entered value kept aside
   *[other] { $count } entered values kept aside
  }
readings-calculated = Calculated: nothing to enter here
readings-calculated-note = These values are calculated from other measures. Press Enter on a cell to see what it is made of. A dotted corner marks cells that lack a part, or whose entered value is kept aside.

contributors = Programs that contribute
contributors-empty = No program’s measure is linked yet.
contributes-to = Indicators it contributes to
contributes-empty = It is not linked to an indicator yet.
contributions-help = Contribution, not attribution: no single program moves a population alone.
comparisons = Drawn beside it for comparison
comparisons-empty = No other measure. Comparison places are drawn by themselves.
comparisons-help = Their lines are drawn gray with their names.

quality = What needs work
quality-help = Figures that are late or missing, and definitions that are not complete. The most pressing stands first.
quality-empty = Nothing needs work.
quality-needs = What to do
quality-complete = Figures there
quality-provisional = May still change
quality-fine = { $count ->
    [0] Every measure needs some work.
    [one] 1 measure needs none.
   *[other] { $count } measures need none.
  }

part-of-measures = Measures
part-of-quality = What needs work
part-of-periods = Periods
periods-closed = Closed periods
periods-closed-help = Figures of a closed period change only with a reason, which stays in the history.
periods-closed-empty = No period is closed.
period-to-close = Period to close
period-close = Close period
period-reopen = Reopen
periods-provisional = Figures that may still change
periods-provisional-empty = All figures are final.
provisional-count = { $count ->
    [one] 1 provisional figure
   *[other] { $count } provisional figures
  }
finalize = Make final
finalized = { $count ->
    [one] 1 figure is final now
   *[other] { $count } figures are final now
  }
reason-title = { $period } is closed
reason-label = Why do its figures change?
reason-help = The reason stays in the history beside the change.
reason-go-on = Change with this reason

status-rule = Rule of the status
status-rule-path = Will it arrive? Position against the path to a dated target
status-rule-movement = Is it moving? Change since the baseline toward the target
status-rule-pace = Is it fast enough? Pace toward a dated target
status-rule-help = One rule for the whole initiative. The other two are always told in “How this was worked out”.
watch-percent = Watch up to (percent of the way)
watch-percent-help = A measure that is short by at most this share of the way from baseline to target is watched; by more, it is off track.

provenance = Where this figure comes from
provenance-open = Where it comes from
figure-explain = { $value }, { $name }: where it comes from
provenance-parts = What it is made of
provenance-history = Changes of this figure
provenance-no-history = No change is logged.
provenance-undone = taken back
provenance-reason = Reason: { $reason }
