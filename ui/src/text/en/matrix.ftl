# Matrix of activities, reinforcement map, populations; in the window and on paper.

activities-view = How activities are shown
activities-view-list = List
activities-view-matrix = Matrix
activities-view-map = Map
activity-populations = Whom it serves
activity-places = Where

matrix-by = Columns
matrix-by-strategies = Strategies
matrix-by-results = Results
matrix-by-populations = Populations
matrix-by-places = Places
matrix-scope = Activities
matrix-scope-running = Planned and under way
matrix-scope-active = Under way only
matrix-scope-everything = All, also done and stopped
matrix-sector = Sector
matrix-sector-all = All sectors
matrix-sector-none = No sector
matrix-find = Find partner or activity
matrix-group = Group by sector
matrix-only-working = Only partners with activities
matrix-shown = { $shown } of { $all } partners
matrix-lead = { $running ->
    [0] No activity is planned or under way.
    [one] 1 activity is planned or under way, by { $partners } of { $all } partners. It may contribute to results; it does not bring them about alone.
   *[other] { $running } activities are planned or under way, by { $partners } of { $all } partners. They contribute to results; none brings them about alone.
}
matrix-legend = What the marks mean
matrix-legend-lead = Leads
matrix-legend-part = Takes part
matrix-legend-planned = Planned only
matrix-legend-gap = Gap: no activity, or no lead
matrix-legend-overlap = Overlap
matrix-legend-counts = Numbers count activities.
matrix-grid = Partners and what they work on
matrix-partner = Partner
matrix-column-leads = { $count ->
    [0] No lead
    [one] 1 lead
   *[other] { $count } leads
}
matrix-column-partners = { $count ->
    [0] nobody
   *[other] { $count } in all
}
matrix-column-gap = Gap
matrix-column-overlap = Overlap
matrix-unstated-strategies = No strategy
matrix-unstated-results = No result
matrix-unstated-populations = Population not said
matrix-unstated-places = Place not said
matrix-row-none = No activity
matrix-cell-label = { $partner }, { $column }: { $what }
matrix-cell-leads = { $count ->
    [one] leads 1 activity
   *[other] leads { $count } activities
}
matrix-cell-leads-planned = { $count ->
    [one] leads 1 planned activity
   *[other] leads { $count } planned activities
}
matrix-cell-part = { $count ->
    [one] takes part in 1 activity
   *[other] takes part in { $count } activities
}
matrix-cell-part-planned = { $count ->
    [one] takes part in 1 planned activity
   *[other] takes part in { $count } planned activities
}
matrix-cell-empty = no activity
matrix-keys = Arrow keys move, Enter opens, Space adds an activity.
matrix-nobody-matches = No partner matches.
matrix-no-columns-strategies = Add strategies on the Common Agenda; the matrix fills as activities are added.
matrix-no-columns-results = Add results on the Common Agenda; the matrix fills as activities are added.
matrix-no-columns-populations = Name the populations you serve; then say in each activity whom it serves.
matrix-no-columns-places = Add places under Measurement, then say in each activity where it takes place.
matrix-cell-title = { $partner } – { $column }
matrix-open-activity = Open { $name }
matrix-role-lead = Leads
matrix-role-part = Takes part
matrix-add-here = Add an activity here
matrix-led-by = Led by { $partner }
matrix-no-lead = No lead yet
matrix-whom-where = { $populations } · { $places }
matrix-open-agenda = Open the Common Agenda
matrix-edit-populations = Populations

matrix-findings = What stands out
matrix-findings-none = Nothing stands out: every strategy, result, population and place is worked on, and everything is tied.
matrix-family-gap = Gaps
matrix-family-overlap = Overlaps
matrix-family-orphan = Not tied in
matrix-finding-idle_strategies = { $count ->
    [one] 1 strategy nobody works on
   *[other] { $count } strategies nobody works on
}
matrix-finding-leaderless_strategies = { $count ->
    [one] 1 strategy has activities but no lead
   *[other] { $count } strategies have activities but no lead
}
matrix-finding-idle_results = { $count ->
    [one] 1 result nobody works on
   *[other] { $count } results nobody works on
}
matrix-finding-idle_populations = { $count ->
    [one] 1 population nobody serves
   *[other] { $count } populations nobody serves
}
matrix-finding-idle_places = { $count ->
    [one] 1 place nobody works in
   *[other] { $count } places nobody works in
}
matrix-finding-idle_partners = { $count ->
    [one] 1 partner has no activity
   *[other] { $count } partners have no activity
}
matrix-finding-overlaps = { $count ->
    [one] 1 overlap between partners
   *[other] { $count } overlaps between partners
}
matrix-finding-activities_without_strategy = { $count ->
    [one] 1 activity serves no strategy
   *[other] { $count } activities serve no strategy
}
matrix-finding-activities_without_measure = { $count ->
    [one] 1 activity has no measure it is meant to move
   *[other] { $count } activities have no measure they are meant to move
}
matrix-finding-activities_without_lead = { $count ->
    [one] 1 activity has no lead
   *[other] { $count } activities have no lead
}
matrix-finding-activities_without_reach = { $count ->
    [one] 1 activity does not say whom or where it serves
   *[other] { $count } activities do not say whom or where they serve
}
matrix-finding-measures_without_activity = { $count ->
    [one] 1 measure no activity is meant to move
   *[other] { $count } measures no activity is meant to move
}
matrix-why-overlaps = Different partners lead activities under the same strategy, for the same people in the same place. They may strengthen each other, or not know of each other: a reason to talk.
matrix-why-activities_without_reach = Without it, overlaps cannot be seen.
matrix-why-idle_places = Places that lie in one that is served, or contain one, count as served.
matrix-overlap-where = { $populations }; { $places }
matrix-overlap-who = { $count } partners: { $names }
matrix-mend-idle_strategies = Add an activity
matrix-mend-leaderless_strategies = See its activities
matrix-mend-idle_results = Open the agenda
matrix-mend-idle_populations = Add an activity
matrix-mend-idle_places = Add an activity
matrix-mend-idle_partners = Add an activity
matrix-mend-overlaps = Compare
matrix-mend-activities_without_strategy = Choose a strategy
matrix-mend-activities_without_measure = Choose a measure
matrix-mend-activities_without_lead = Choose a lead
matrix-mend-activities_without_reach = Say whom and where
matrix-mend-measures_without_activity = Add an activity
matrix-more = { $count ->
    [one] Show 1 more
   *[other] Show { $count } more
}
matrix-fewer = Show fewer

populations-title = Populations
populations-help = The groups of people your activities serve, such as “Children 0–5” or “First-time parents”. Each activity can name one or several.
populations-empty = Nobody named yet.
populations-new = Name of a population
populations-add = Add
populations-used = { $count ->
    [one] 1 activity
   *[other] { $count } activities
}
populations-remove-used = { $count ->
    [one] 1 activity names it and will no longer do so.
   *[other] { $count } activities name it and will no longer do so.
}

op-add_population = Add population
op-change_population = Change population
op-remove_population = Remove population
op-order_populations = Reorder populations
op-set_reach = Say whom and where an activity serves

reinforce-map = Reinforcement map
reinforce-lead = Which activities carry each other: a solid arrow where one feeds another, a dashed one where it must come first, a thin line to each measure that several are meant to move. Dashed boxes stand alone. What is drawn is what was planned, not what caused what.
reinforce-strategy = Show
reinforce-strategy-all = All activities
reinforce-strategy-overview = Strategy by strategy
reinforce-strategy-none = Without a strategy
reinforce-empty = The map begins with two activities. Say in each what it is meant to move, or which one it feeds.
reinforce-keys = Hover or use the arrow keys to read it box by box; Enter opens.
reinforce-alone = Standing alone
reinforce-alone-help = Planned or under way, and tied to no other activity: it feeds none, waits for none and shares no measure.
reinforce-alone-none = Every activity is tied to another.
reinforce-alone-mend = Tie it in
reinforce-box-alone = Stands alone
reinforce-box-alone-some = { $count ->
    [one] 1 stands alone
   *[other] { $count } stand alone
}
reinforce-box-activities = { $count ->
    [0] No activity
    [one] 1 activity
   *[other] { $count } activities
}
reinforce-box-done = Done
reinforce-box-planned = Planned
reinforce-head-activities = Activities, from what comes first to what follows
reinforce-head-strategies = Strategies, from what comes first to what follows
reinforce-head-measures = Meant to move together
reinforce-stop = { $name }. { $more }
reinforce-stop-measure = Measure { $name }, shared by { $count }: { $names }
reinforce-stop-feeds = Feeds { $names }
reinforce-stop-before = Comes before { $names }
reinforce-stop-fed = Fed by { $names }
reinforce-stop-after = Waits for { $names }
reinforce-stop-moves = Shares { $names }
reinforce-summary = { $boxes ->
    [one] Map of 1 box
   *[other] Map of { $boxes } boxes
}, { $links ->
    [0] no arrow
    [one] 1 arrow
   *[other] { $links } arrows
}, { $shared ->
    [0] no shared measure
    [one] 1 shared measure
   *[other] { $shared } shared measures
}; { $alone ->
    [0] none stands alone
    [one] 1 stands alone
   *[other] { $alone } stand alone
}.
reinforce-table-strategy = Under
reinforce-table-name = What
reinforce-table-feeds = Feeds or comes before
reinforce-table-shares = Measures shared with others

paper-matrix = Activity matrix
paper-matrix-headline = { $running ->
    [0] No activity is planned or under way
    [one] 1 activity by { $partners } of { $all } partners
   *[other] { $running } activities by { $partners } of { $all } partners
}
paper-matrix-lead = Who leads and who takes part, planned or under way on { $date }. Partners contribute to results; none brings them about alone.
paper-matrix-by = Partners by { $by ->
    [strategies] strategy
    [results] result
    [populations] population
   *[places] place
}
paper-matrix-part = { $by ->
    [strategies] strategies
    [results] results
    [populations] populations
   *[places] places
} { $first }–{ $last } of { $count }, partners { $from } to { $to }
paper-matrix-part-one = { $by ->
    [strategies] strategy
    [results] result
    [populations] population
   *[places] place
} { $first } of { $count }, partners { $from } to { $to }
paper-matrix-continued = { $name }, continued
paper-matrix-empty = There are no partners or nothing for them to work on yet.
paper-matrix-cell-leads = leads { $count }
paper-matrix-cell-part = takes part in { $count }
paper-matrix-cell-planned = { $what }, planned
paper-matrix-findings = What stands out
paper-matrix-overlap = { $strategy }: { $activities }

report-matrix = Activity matrix
report-matrix-about = Who works on what, with gaps and overlaps
section-strategies = Partners by strategy
section-results = Partners by result
section-populations = Partners by population
section-places = Partners by place
section-findings = What stands out
