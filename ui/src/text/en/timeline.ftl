# The timeline of activities
activities-view-timeline = Timeline
timeline = Timeline of activities
timeline-group = What activities are grouped by
timeline-by-strategy = By strategy
timeline-by-lead = By leading partner
timeline-by-status = By status
timeline-without-strategy = No strategy yet
timeline-without-lead = Nobody leads yet
timeline-without-status = Other
timeline-find = Find an activity or a lead
timeline-nothing = No activity has these words in its name or its lead.
timeline-zoom = How much time is shown
timeline-years = Years
timeline-quarters = Quarters
timeline-months = Months
timeline-weeks = Weeks
timeline-legend = What bars and marks mean
timeline-no-dates = No dates yet
timeline-open-end = no date
timeline-moved = { $name }: { $span }
timeline-keys = Drag a bar, or one of its ends. With keys: ↑ ↓ go from bar to bar, Alt + ← → moves it, Shift + ← → moves its end, Alt + Shift + ← → its beginning, Enter opens it, + and − change the scale.
timeline-bar =
  { $name }, { $status }, { $dated ->
      [yes] { $starts } to { $ends }
     *[no] no dates yet
  }{ $count ->
      [0] {""}
     *[other] . Milestones: { $milestones }
  }
timeline-link-before = Must come first
timeline-link-feeds = Feeds
timeline-link-early = Begins too early
milestone-open = Milestone
milestone-done = Milestone reached
milestone-late = Milestone late
today = Today
