# Words shared by window, paper and command line.

status-on_track = On track
status-watch = Watch
status-off_track = Off track
status-no_data = No data
status-no_path = No path

# The words of the other two rules a status can follow: movement, and pace.
status-target_met = Target met
status-improving = Improving
status-little_change = Little or no detectable change
status-getting_worse = Getting worse
status-baseline_only = Baseline only
status-developmental = Being developed
status-informational = For information
status-acceleration_needed = Must go faster
status-limited_progress = Limited progress
status-deterioration = Going the wrong way
status-cannot_be_assessed = Cannot be assessed

# Figures with their units. The count is the figure without its unit and decides only
# between one and many.
unit-points = { $count ->
    [one] { $figure } point
   *[other] { $figure } points
  }
unit-days = { $count ->
    [one] { $figure } day
   *[other] { $figure } days
  }
unit-rate = { $figure } per { $people }

state-final = final
state-provisional = provisional
state-revised = revised
state-suppressed = hidden by the source
state-withheld = not shown, to protect small groups
state-missing = no figure

condition-agenda = Common Agenda
condition-measurement = Shared Measurement
condition-activities = Mutually Reinforcing Activities
condition-communication = Continuous Communication
condition-backbone = Backbone Support


activity-planned = Planned
activity-active = Under way
activity-done = Done
activity-stopped = Stopped

# Plain checks of the five conditions.
check-agenda_adopted = Agenda adopted
check-agenda_written = Vision, problem and population written
check-results_have_indicators = Every result has an indicator
check-headlines_current = Headline measures up to date
check-headlines_have_targets = Baseline and dated target set
check-headlines_have_sources = Source of every figure named
check-strategies_have_activities = Every strategy has an activity
check-activities_have_leads = Every activity has a lead
check-activities_feed_measures = Every activity is meant to move a measure
check-met_lately = A meeting held in the past 60 days
check-actions_on_time = Action items on time
check-decisions_scheduled = Waiting decisions have a meeting
check-backbone_named = Backbone organization named
check-board_planned = Next board meeting planned
check-headlines_have_stewards = Every headline measure has a steward

evidence-adopted = Adopted { $date }
evidence-not-adopted = Still a draft
evidence-count = { $met } of { $of }
evidence-without = { $met } of { $of }; not { $names }
evidence-none = None yet
evidence-met-lately = { $met ->
    [one] 1 meeting, the last on { $date }
   *[other] { $met } meetings, the last on { $date }
  }
evidence-not-met-lately = { $date ->
    [none] No meeting held yet
   *[other] Last meeting { $date }
  }
evidence-late = { $late ->
    [one] 1 of { $of } open items is late
   *[other] { $late } of { $of } open items are late
  }
evidence-in-time = { $of ->
    [0] No open items
    [one] 1 open item, in time
   *[other] { $of } open items, all in time
  }
evidence-nothing-waiting = Nothing waits for a decision
evidence-name = { $name }
evidence-no-name = Not named yet
evidence-planned = On { $date }
evidence-not-planned = Not planned yet
names-and-more = { $names } and { $count } more

# Why a status is what it is; one sentence.
because-on_track = { $value } in { $period } is at or better than the { $path } that the path to the target asks for by then.
because-watch = { $value } in { $period } is { $short } short of the { $path } that the path to the target asks for by then.
because-watch-margin = { $value } in { $period } is within the margin of error of the path ({ $path }).
because-off_track = { $value } in { $period } is { $short } short of the { $path } that the path to the target asks for by then.
because-no_data = No figure in the last two periods in which one was expected.
because-no_data-never = No figure yet.
because-no_path-baseline = No baseline is set, so there is no path to judge by.
because-no_path-target = No dated target is set, so there is no path to judge by.
because-no_path-break = The definition changed in { $period }, so the baseline of { $baseline } cannot be held against later figures.
because-baseline_only = There is no figure later than the baseline yet.
because-target_met = { $to } in { $period } has reached the target of { $target }.
because-toward = { $from } in { $start } to { $to } in { $period } is { $share } of the change the target asks for{ $sure ->
    [significant] , more than chance would bring
    [noise] , within what chance would bring
   *[unknown] {""}
  }.
because-better = { $from } in { $start } to { $to } in { $period } is a move toward the target.
because-little = { $from } in { $start } to { $to } in { $period } is too small a move to call it one.
because-away = { $from } in { $start } to { $to } in { $period } is a move away from the target{ $known ->
    [yes] {" "}by { $away } of the baseline
   *[no] {""}
  }.
because-pace-target = As a share of itself it changes by { $observed } a year; the target asks for { $required } a year. Only the first and the last year count, so read it with the process limits: { $process }.
because-pace-alone = As a share of itself it changes by { $observed } a year. Only the first and the last year count, so read it with the process limits: { $process }.
because-pace-met = The latest figure has reached the target.
because-pace-few = Two periods with a figure are needed to speak of a pace.
because-pace-signs = Figures on both sides of zero have no common growth.
because-no_path-direction = Neither direction is better, so the figure is shown without judgment.

against-short = { $distance } short
against-better = { $distance } better

# Findings: the headline over a chart.
finding-improving-on_track = { $name } is improving and on its path to { $target }
finding-improving-watch = { $name } is improving, but not yet fast enough for { $target }
finding-improving-off_track = { $name } is improving, but far from its path to { $target }
finding-target_met = { $name } has reached its target of { $target }
finding-getting_worse = { $name } is moving away from its target of { $target }
finding-little_change = { $name } has changed little since { $period }
finding-level-on_track = { $name } is on its path to { $target }
finding-latest = { $name }: { $value } in { $period }
finding-stale = { $name } has had no figure since { $period }
finding-empty = { $name } has no figures yet

# How a figure was worked out.
rule-question-path = Is it where it should be by now?
rule-question-status = Is it moving?
rule-question-pace = Does it move fast enough?
rule-question-margin = How sure is the figure of { $period }?
rule-question-calculation = How is it calculated?
rule-question-guard = Would it have changed anyway?
rule-question-disparity = How far do groups lie apart? { $breakdown }
rule-pace-thresholds = on track from { $track }, must go faster from { $faster }, limited from { $limited }
rule-answer-margin = Within { $range } in 95 of 100 cases
rule-margin-given = As the source of the figures gives it
rule-margin-source = The source of the figures
rule-calculation-source = The measures it is made of
rule-question-change = How far has it come?
rule-question-trend_counter = For how long has it gone the same way?
rule-question-xmr = Is the change real, or noise?
rule-question-runchart = Does it keep to one side of its median?
rule-question-forecast = Where does the line so far lead?
rule-path-threshold = short by at most { $share } of the way is watch
rule-answer-no-change = No later reading to compare the baseline with
rule-answer-trend = { $direction ->
    [rising] Rising
    [falling] Falling
   *[level] Level
  }, { $periods ->
    [one] 1 period in a row
   *[other] { $periods } periods in a row
  }
rule-answer-trend-none = Too few points
rule-answer-xmr-few = Too few points for limits (7 are needed)
rule-answer-xmr-cut = Too few points without a break among them for limits (7 are needed)
rule-answer-xmr-none = { $kind ->
    [trial] Trial limits { $lower } to { $upper }; no point stands out
   *[firm] Limits { $lower } to { $upper }; no point stands out
  }
rule-answer-xmr-some = { $kind ->
    [trial] Trial limits { $lower } to { $upper }
   *[firm] Limits { $lower } to { $upper }
  }; { $count ->
    [one] 1 point stands out
   *[other] { $count } points stand out
  }
rule-answer-runs-few = Too few points (10 off the median are needed)
rule-answer-runs-signal = Yes: longest run { $run } (limit { $runLimit }), { $crossings } crossings (at least { $crossingsLimit } expected)
rule-answer-runs-none = No: longest run { $run } (limit { $runLimit }), { $crossings } crossings (at least { $crossingsLimit } expected)
rule-answer-forecast = { $value } in { $time }, if the line went on ({ $lower } to { $upper })
rule-answer-forecast-few = Too few points to draw a forecast (5 are needed)
input-baseline = Baseline, { $period }
input-latest = Latest, { $period }
input-target = Target, { $period }
input-path = Path in { $period }
input-readings = Readings
input-interval = Margin of error
input-achieved = Share of the targeted change achieved
input-away = Movement away, share of the baseline
input-mean = Mean
input-median = Median
input-slope = Change per year
input-relative = Relative change
input-observed = Growth a year so far
input-required = Growth a year the target asks for
input-ratio = Growth so far ÷ growth asked for
input-ease = Easing near the limit (C)
input-thresholds = Thresholds
input-numerator = Counted
input-denominator = Out of
input-frozen = Limits frozen after
input-segments = Stretches with limits of their own
input-aside = Entered values kept aside
input-break = Definition changed in { $period }
input-break-after = { $title }; the baseline lies after it
input-break-rebased = { $title }; the baseline was set anew for it
input-break-cut = { $title }; the baseline before it is left out
input-srr = Mean of the other groups ÷ best group
input-disparity-index = Index of disparity
input-idis = IDIS, weighted by people
input-ratio-of-groups = Ratio
undefined-zero = Not defined: it would divide by zero
undefined-negative = Not defined: there are figures below zero
undefined-direction = Not defined: neither direction is better
undefined-population = Not defined: not every group says how many people it has

# Breaks, footnotes, calculations and cautions.
break-label = Definition changed in { $period }
footnote-break = From { $period } on by another definition: { $title }. Earlier figures cannot be held against later ones.
footnote-break-untitled = From { $period } on by another definition. Earlier figures cannot be held against later ones.
footnote-rebased-untitled = Baseline set anew for figures from { $period } on.
footnote-rebased = Baseline set anew for figures from { $period } on: { $title }.
caution-cohort = Caution: these people were chosen for an extreme start, and nothing stands beside them for comparison. Part of any change would have come anyway.
caution-cohort-compared = These people were chosen for an extreme start; read their change against the comparison drawn beside it.
calculated-missing = Missing: { $names }
calculated-hidden = Hidden by its source: { $names }
calculated-zero = It would divide by zero
calculated-large = The result is too large to keep
calculated-line = { $kind ->
    [sum] The sum of its parts
    [difference] What is added less what is taken away
    [ratio] Numerator divided by denominator
    [rate] Numerator divided by denominator, per so many
   *[entered] Entered
  }{ $count ->
    [0] {""}
    [one] ; 1 period lacks a part
   *[other] ; { $count } periods lack a part
  }
part-role-plus = Added
part-role-minus = Taken away
part-role-numerator = Numerator
part-role-denominator = Denominator

disparity-now = { $worst } and { $best } lie { $difference } apart ({ $ratio }) in { $period }.
disparity-then = In { $period }, { $group } and { $reference } lay { $difference } apart ({ $ratio }).
disparity-ratio = { $ratio } times
disparity-no-ratio = ratio not defined
disparity-narrower = The gap has narrowed.
disparity-same = The gap is as it was.
disparity-wider = The gap has widened.
disparity-disagree = Difference and ratio say different things of how the gap has changed: tell both.

# What needs work.
freshness-fine = { $period }, in time
freshness-late = { $period } was due { $date }; { $days ->
    [one] nothing has come for 1 day
   *[other] nothing has come for { $days } days
  }
freshness-none = No figure yet
completeness = { $have } of { $expected } expected periods
completeness-none = No period expected yet
provisional-share = { $count } of { $of } provisional
need-incomplete = { $count ->
    [one] 1 expected period has no figure: { $names }
   *[other] { $count } expected periods have no figure: { $names }
  }
need-parts = { $count ->
    [one] 1 period lacks a part of the calculation: { $names }
   *[other] { $count } periods lack a part of the calculation: { $names }
  }
need-comparison = Chosen for an extreme start, and nothing stands beside it for comparison
need-provisional = { $count ->
    [one] 1 of { $of } figures may still change, of { $period }
   *[other] { $count } of { $of } figures may still change, the first of { $period }
  }
need-definition = Not said yet: { $names }
need-sums-groups = The groups of { $whole } add up to { $parts }, not to { $of } ({ $figure }, { $period }){ $more ->
    [0] {""}
    [one] ; 1 more period
   *[other] ; { $more } more periods
  }
need-sums-places = The places in { $whole } add up to { $parts }, not to { $of } ({ $figure }, { $period }){ $more ->
    [0] {""}
    [one] ; 1 more period
   *[other] ; { $more } more periods
  }
sums-value = value
sums-numerator = counted
sums-denominator = out of
lack-definition = definition
lack-numerator = what is counted
lack-source = source
lack-baseline = baseline
lack-target = target
lack-steward = who looks after it
lack-rating = selection rating

origin-typed = Typed in
origin-pasted = Pasted from a spreadsheet
origin-imported = { $file }
origin-imported-row = { $file }, row { $row }
origin-calculated = Calculated from other measures
origin-sample = Sample figures, invented
source-readings = { $count ->
    [one] 1 reading, { $first }
   *[other] { $count } readings, { $first } to { $last }
  }

key-people = People behind the figure
key-people-of = of { $whole }
due-last = Last figure { $period }
due-never = No figure yet
due-done = Done { $date }
due-open = No due date

report-check-headlines = { $count ->
    [0] No headline measure yet
    [one] 1 headline measure
   *[other] { $count } headline measures
  }
report-check-sources = { $count ->
    [0] Every headline measure names its source
    [one] 1 headline measure names no source
   *[other] { $count } headline measures name no source
  }
report-check-stale = { $count ->
    [0] Every headline measure has a recent figure
    [one] 1 headline measure has no recent figure
   *[other] { $count } headline measures have no recent figure
  }
report-check-provisional = { $count ->
    [0] All latest figures are final
    [one] 1 latest figure is provisional
   *[other] { $count } latest figures are provisional
  }
report-check-stories = { $count ->
    [0] Every headline measure has its story
    [one] 1 headline measure has no story yet
   *[other] { $count } headline measures have no story yet
  }

# Titles of the system's own dialogs.
dialog-new = Where to keep the new initiative
dialog-open = Open an initiative
dialog-copy = Save a copy
dialog-import = Choose a table of figures
dialog-problems = Save the list of problems
dialog-report = Save the report

# Cells of the readings grid.
state-empty = Nothing recorded
grid-everyone = Everyone
grid-split-places = Places
grid-split-providers = Providers
grid-split-all = All that is recorded
grid-count = of { $whole }
grid-locked-calculated = This measure is calculated. Enter its figures at the measures it is made of.
reading-title = { $period }, { $column }
entry-problem = { $period }, { $column }: { $words }
entry-not_a_figure = { $reason ->
    [spreadsheet_error] { $cell } is an error of the spreadsheet, not a figure.
    [out_of_range] { $cell } is too large or too exact to be a figure.
    [misplaced_mark] The commas and points in { $cell } can be read two ways.
    [trailing_text] “{ $cell }” has a remark behind the number; put it into the note of the cell.
   *[other] “{ $cell }” is not a figure we can read.
  }
entry-over_limit = { $cell } is over { $limit }, the limit of this measure. The decimal point may be missing.
entry-below_zero = { $cell } is below zero.
entry-part_over_whole = { $cell } cannot be: the part is larger than the whole.
entry-nothing_to_divide = { $cell } leaves nobody to count.
entry-not_a_share = { $cell } reads as so many out of so many, but this measure is neither a percent nor a rate.
paste-by-both = Placed by the periods and names that were copied along.
paste-by-periods = Placed by the periods that were copied along.
paste-by-names = Placed by the names that were copied along.
paste-unknown = Left out, because no column here is called so: { $names }.
paste-columns-beyond = { $count ->
    [one] One column did not fit beside the others and was left out.
   *[other] { $count } columns did not fit beside the others and were left out.
  }
paste-rows-beyond = { $count ->
    [one] One row was left out, because no period can be told for it.
   *[other] { $count } rows were left out, because no period can be told for them.
  }
paste-more-periods = { $count ->
    [one] The copied table holds a period that is not listed yet: { $first }.
   *[other] The copied table holds { $count } periods that are not listed yet: { $first } to { $last }.
  }
gap-groups = the groups of { $name }
gap-places = the places within { $name }
gap-outermost = the places
gap-providers = the providers
gap-value = { $period }, { $column }: { $total } is recorded, but { $parts } add up to { $sum }.
gap-numerator = { $period }, { $column }: { $total } are counted, but { $parts } add up to { $sum }.
gap-denominator = { $period }, { $column }: the figure is out of { $total }, but { $parts } add up to { $sum }.
origin-row = { $file }, row { $row }
origin-unknown = Imported
fresh-current = Up to date
fresh-behind = { $periods ->
    [one] 1 period behind
   *[other] { $periods } periods behind
  }
fresh-empty = No figure yet
fresh-not-expected = Not expected
used-nowhere = Not used yet
used-in = { $readings ->
    [one] 1 reading
   *[other] { $readings } readings
  } in { $measures ->
    [one] 1 measure
   *[other] { $measures } measures
  }
merge-preview = { $moving ->
    [0] No reading has to move to { $kept }.
    [one] 1 reading of { $gone } moves to { $kept }.
   *[other] { $moving } readings of { $gone } move to { $kept }.
  }{ $same ->
    [0] {""}
    [one] {" "}1 reading is the same in both and stays once.
   *[other] {" "}{ $same } readings are the same in both and stay once.
  }
cell-over-limit = { $text } is over { $limit }, the limit of this measure.
cell-unreadable = “{ $text }” is not a figure we can read.

# Where a single figure comes from.
provenance-imported = Imported
provenance-source = Source of the table
provenance-supplied = Supplied by
provenance-comment = Comment
provenance-aside = Entered value kept aside
provenance-details = Other details changed
calculated-aside = Entered value { $value } kept aside
closed-by = Closed by { $author }, { $date }
