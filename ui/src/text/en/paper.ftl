# Words of the printed reports.

paper-board-report = Board report
paper-sample = Sample figures
paper-as-of = Data as of { $date }
paper-for-meeting = For the meeting of { $date }
paper-foot = { $organization } · data as of { $date }
paper-headline-none = No headline measure has figures yet
paper-headline-all = All { $count } headline measures are on track
paper-headline-on = { $on } of { $count } headline measures { $on ->
    [one] is
   *[other] are
  } on track
paper-headline-off = { $names } { $off ->
    [one] is
   *[other] are
  } off track
paper-headline-off-many = { $off } are off track
paper-headline-stale = { $count ->
    [one] The latest figure of the one headline measure is too old to judge by
   *[other] The latest figures of all { $count } headline measures are too old to judge by
  }
paper-lead = Of { $count ->
    [one] one headline measure
   *[other] { $count } headline measures
  }, { $on } on track, { $watch } to watch, { $off } off track and { $rest } without recent data or a dated target.
paper-column-measure = Measure
paper-column-way = { $from } to { $to }
paper-column-baseline = Baseline
paper-column-latest = Latest
paper-column-target = Target
paper-column-change = Change since baseline
paper-column-status = Status
paper-no-result = Other measures
paper-lower-is-better = Lower is better
paper-legend = Open dot: baseline. Filled dot: latest (open: provisional). Dashes: path to the target. Dots: no figure in between. Each line has a scale of its own.
paper-scorecard-summary = Headline measures with baseline, latest value, target, change and status
paper-ask = What we ask of the board
paper-ask-none = No decision is waiting.
paper-next-meeting-none = No board meeting is planned yet.
paper-key-latest = Latest, { $period }
paper-key-latest-provisional = Latest, { $period } (provisional)
paper-key-change = Since baseline, { $period }
paper-key-path = Path in { $period }
paper-key-target = Target, { $period }
paper-story = Story behind the curve
paper-story-none = Nobody has written the story yet.
paper-contributing = Partners contributing
paper-contributing-none = No activity names this measure yet.
paper-leads = leads { $activity }
paper-takes-part = { $activity }
paper-column-partner = Partner
paper-column-what = What
paper-column-group = Group
paper-column-since = Since { $period }
paper-readings = Readings
paper-readings-headline = The figures behind the charts, by group and period
paper-readings-later = Its figures by group and period stand in the chapter “Readings”.
paper-readings-summary = Readings of { $name }
paper-column-count = Counted
paper-column-of = Out of
paper-column-state = State
paper-sources = Sources
paper-because = Why this status
paper-conditions = The five conditions
paper-conditions-headline = { $met } of { $count } plain checks are met
paper-conditions-lead = Each line is a plain check with its evidence. They are not added up to a score: different gaps need different answers.
paper-conditions-summary = Checks of the five conditions with evidence
paper-column-condition = Condition
paper-column-check = Check
paper-column-evidence = Evidence
paper-check-met = met
paper-check-open = needs attention
paper-question-agenda = Do we share one plan?
paper-question-measurement = Do we learn from the same numbers?
paper-question-activities = Does our work fit together?
paper-question-communication = Do we stay in touch?
paper-question-backbone = Is the center holding?
paper-activities = Activities
paper-activities-headline = { $activities ->
    [one] One activity by { $partners } partners
   *[other] { $activities } activities by { $partners } partners
  }
paper-activities-none = No activities yet
paper-activities-lead = What partners contribute to the shared measures. Contribution, not attribution: no single activity moves a population alone.
paper-activities-summary = Activities with lead, partners, strategy and progress
paper-column-activity = Activity
paper-column-with = With
paper-column-lead = Lead
paper-column-progress = Where it stands
paper-no-lead = No lead yet
paper-no-strategy = Without a strategy
paper-decisions = Decisions and action items
paper-decisions-headline = { $waiting ->
    [0] No decision is waiting
    [one] One decision is waiting
   *[other] { $waiting } decisions are waiting
  }; { $late ->
    [0] no action item is late
    [one] one action item is late
   *[other] { $late } action items are late
  }
paper-decisions-waiting = Waiting for a decision
paper-decisions-made = Decided
paper-decisions-summary = Decisions with number, meeting and date
paper-actions = Open action items
paper-actions-summary = Open action items with owner and due date
paper-actions-none = No open action items.
paper-column-number = Number
paper-column-decision = Decision
paper-column-meeting = Meeting
paper-column-date = Date
paper-column-action = Action item
paper-column-owner = Owner
paper-column-due = Due
paper-days-late = { $days ->
    [one] 1 day late
   *[other] { $days } days late
  }
paper-notes = Sources and notes
paper-notes-headline = Where the figures come from
paper-note-rounding = Changes are calculated from unrounded values; printed parts may not add up to the last digit.
paper-note-status = On track: at or better than the straight path from the baseline to the dated target. Watch: short by at most { $share } of that way, or within the margin of error. Off track: short by more. No data: no figure in the last two expected periods.
paper-note-points = The difference between two percentages is given in points.
paper-note-sample = This is a sample initiative. Figures without a published source are invented for demonstration and describe no real organization.
paper-definitions-summary = Definition and source of every headline measure
paper-column-definition = Definition
paper-column-source = Source
paper-no-definition = Not written yet
paper-no-source = Not named yet
paper-appendix = How the figures were worked out
paper-others-worked-out = How the other figures were worked out
paper-shared-inputs = What several answers rest on
paper-appendix-headline = Every printed figure, its rule and what it rests on
paper-appendix-summary = Rule, inputs, number of points and answer for each figure
paper-column-question = Question
paper-column-answer = Answer
paper-column-inputs = Inputs
paper-column-points = Points
paper-rule-source = Source: { $source }.
paper-measure-sheet = Measure sheet
paper-equity-report = Equity report
paper-definition = How it is defined
paper-tests = Tests of change
paper-in-short = In short
paper-ledger-on = Changed { $date }
paper-ledger-from = { "" } from { $period }
paper-gap-said = Said beneath the dots
paper-rating = Selection rating
paper-column-interval = 95% interval
paper-dots-name = { $measure } by { $breakdown }
paper-dots-then = Open dot { $then }, filled dot { $now }.
paper-dots-now = Filled dot { $now }.
paper-dots-target = Dashed line: target { $target }.
paper-dots-interval = Pale bar: 95% interval.
paper-by-group = By { $breakdown }
paper-gap-narrower = The gap between { $group } and { $best } has narrowed
paper-gap-same = The gap between { $group } and { $best } has not changed
paper-gap-wider = The gap between { $group } and { $best } has widened
paper-gap-both = The gap between { $group } and { $best } reads two ways
paper-all-better = Every group is doing better. { $gap }
paper-all-worse = Every group is doing worse. { $gap }
paper-groups-hidden = Not shown in the latest period: { $names }. They are part of everyone.
paper-equity-headline = Of { $count ->
    [one] one gap between groups
   *[other] { $count } gaps between groups
  }, { $narrower ->
    [0] none has
    [one] 1 has
   *[other] { $narrower } have
  } narrowed and { $wider ->
    [0] none has
    [one] 1 has
   *[other] { $wider } have
  } widened
paper-equity-headline-now = { $count ->
    [one] One gap between groups is known, for a single period so far
   *[other] { $count } gaps between groups are known, for a single period so far
  }
paper-equity-headline-none = No headline measure is known by group yet
paper-equity-lead = { $known } of { $count } headline measures are known by group. A gap names what the system does not yet do for every group; it is not a trait of the group.
paper-equity-gaps = The gaps, the widest first
paper-equity-read = How to read this
paper-equity-read-dots = An open dot is where a group stood, a filled one where it stands now. The line between them is the way it has come.
paper-equity-read-both = Each gap is told twice: as a difference and as a ratio. Where all groups rise, the two can disagree, and then neither alone is the truth.
paper-equity-read-best = The group that is best off is taken from the figures of each period. It is a mark to measure by, not a goal: the goal is the target.
paper-equity-read-interval = A pale bar is the 95% interval. Where two bars overlap by much, the order of the two groups may be chance.
paper-equity-read-hidden = Groups too small to be shown are named without a figure and are part of everyone. Others may be hidden to protect them.
paper-equity-read-words = Gaps are listed by ratio, because points, days and dollars do not compare.
paper-equity-unknown = { $count ->
    [one] Not known by group: { $names }. Ask who supplies it for figures by group.
   *[other] Not known by group: { $names }. Ask those who supply them for figures by group.
  }
paper-equity-ends = { $worst }, against { $best }
paper-column-ends = Furthest apart
paper-column-gap-now = Now
paper-column-gap-then = Then
paper-column-gap = The gap
paper-gap-word-narrower = narrower
paper-gap-word-same = the same
paper-gap-word-wider = wider
paper-gap-word-both = two ways
paper-gap-word-none = one period only
paper-worked-out = { $answer }. { $has ->
    [some] { $inputs }.{" "}
   *[none] {""}
  }{ $points ->
    [one] 1 point
   *[other] { $points } points
  }. Rule: { $formula }. Source: { $source }.
