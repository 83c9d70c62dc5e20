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
paper-note-states = p provisional · s hidden by the source · – no figure
paper-note-sample = This is a sample initiative. Figures without a published source are invented for demonstration and describe no real organization.
paper-definitions-summary = Definition and source of every headline measure
paper-column-definition = Definition
paper-column-source = Source
paper-no-definition = Not written yet
paper-no-source = Not named yet
paper-appendix = How the figures were worked out
paper-appendix-headline = Every printed figure, its rule and what it rests on
paper-appendix-summary = Rule, inputs, number of points and answer for each figure
paper-column-question = Question
paper-column-answer = Answer
paper-column-inputs = Inputs
paper-column-points = Points
paper-rule-source = Source: { $source }.
