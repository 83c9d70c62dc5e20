# Activities at work: their page with milestones, log, resources, risks, and what they wait for.

error-circle = These would wait for each other, so that none could begin: { $detail }

op-add_milestone = Add milestone
op-change_milestone = Change milestone
op-reach_milestone = Mark milestone
op-remove_milestone = Remove milestone
op-add_activity_link = Tie activities
op-change_activity_link = Change tie of activities
op-remove_activity_link = Untie activities
op-add_activity_resource = Add resource
op-change_activity_resource = Change resource
op-remove_activity_resource = Remove resource
op-add_risk = Add risk
op-change_risk = Change risk
op-close_risk = Close or reopen risk
op-remove_risk = Remove risk
op-add_activity_update = Log update
op-change_activity_update = Change update
op-remove_activity_update = Remove update

# The list.
activities-search = Search activities
activities-any-status = Any status
activities-any-strategy = Any strategy
activities-any-lead = Any lead partner
activities-need = Needs attention
activities-need-stale = Not heard of lately
activities-need-plan = Something in the plan does not fit
activities-need-off = At risk or off course
activities-need-risk = A high risk
activities-count = { $shown ->
    [one] 1 of { $all }
   *[other] { $shown } of { $all }
  }
activities-clear = Show all
activities-none = No activity fits these filters.
activities-heard = Last heard
heard-lately = { $days ->
    [0] today
    [one] yesterday
   *[other] { $days } days ago
  }
heard-long_ago = { $days } days ago
heard-not_yet = nothing yet
heard-never = never
# Not awaited, because the activity is planned, done or stopped.
heard-not_awaited = –
course-on_course = On course
course-at_risk = At risk
course-off_course = Off course

# What in a plan does not fit.
plan-not_begun = It was to begin by now and is still planned.
plan-not_ended = It was to end by now and is still under way.
plan-late_milestones = { $count ->
    [one] 1 milestone is late.
   *[other] { $count } milestones are late.
  }
plan-milestones_after_end = { $count ->
    [one] 1 milestone is due after it ends.
   *[other] { $count } milestones are due after it ends.
  }
plan-begins_too_early = { $count ->
    [one] It begins before the activity it waits for ends.
   *[other] It begins before { $count } activities it waits for end.
  }

# The page.
activity-edit = Edit
activity-log-update = Log update
activity-status-of = Status of this activity
activity-dates-words = { $starts } – { $ends }
activity-from = from { $starts }
activity-until = until { $ends }
activity-undated = No dates yet
activity-course = Course
activity-nothing-heard = No update yet
activity-milestones = Milestones
activity-milestones-words = { $done } of { $all } reached
activity-milestones-none = None yet
activity-open-risks = Open risks
activity-plan = Check the plan
activity-who = Who, and what for
activity-no-strategy = It serves no strategy yet.
activity-no-lead = No partner leads it yet.
activity-no-partners = No other partner takes part yet.
activity-no-measures = It is not meant to move a measure yet.

milestones = Milestones
milestones-empty = Note what is to be reached by when, so that everyone sees how far the work is.
add-milestone = Add milestone
milestone-name = What is reached
milestone-due = Due
milestone-done-on = Reached on
milestone-done-help = Empty as long as it is not reached
milestone-reached = Reached { $date }
milestone-days-late = { $days ->
    [one] 1 day late
   *[other] { $days } days late
  }
milestone-next = { $name }, { $date }
milestone-tick = { $name } is reached

activity-log = Log
activity-log-empty = Nothing was heard yet. Log what the lead partner says, so that the board hears it in time.
update-text = What was heard?
update-date = Day
update-author = Who says so
update-course = Course
update-save = Log
update-logged = Logged
update = Update
updates-all = Show all { $count }

resources = Resources
resources-empty = Note who gives money, time, rooms or things, and what is still missing.
add-resource = Add resource
resource-kind = Kind
resource-description = What it is
resource-partner = Given by
resource-nobody = Nobody yet
resource-worth = Worth
resource-worth-help = In dollars; empty if it has no price
resource-secured = It is sure to come
resource-is-secured = Secured
resource-is-open = Not yet
resource-state = State
resources-worth = { $secured } of { $needed } is secured{ $others ->
    [0] {""}
    [one] , beside 1 thing without a price
   *[other] , beside { $others } things without a price
  }

risks = Risks
risks-empty = Note what could go wrong, who watches it and what you do about it.
add-risk = Add risk
risk = Risk
risk-title = What could go wrong
risk-likelihood = How likely
risk-likelihood-help = 1 hardly, 5 almost sure
risk-effect = How bad
risk-effect-help = 1 a nuisance, 5 it would end the work
risk-owner = Who watches it
risk-response = What we do about it
risk-raised = Seen since
risk-closed = Over since
risk-closed-help = Empty as long as it is a risk
risk-since = since { $date }
risk-closed-on = over since { $date }
risk-level-low = Low
risk-level-middle = Middle
risk-level-high = High
risk-weight = { $likelihood } × { $effect } = { $weight } of 25
risk-close = It is over
risk-reopen = It is a risk again
risks-over = { $count ->
    [one] Show 1 that is over
   *[other] Show { $count } that are over
  }

ties = What it waits for
ties-after = What waits for it
ties-empty = It waits for no other activity, and none feeds it.
ties-after-empty = No other activity waits for it or is fed by it.
add-tie = Add
tie = Tie to another activity
tie-role = How they are tied
tie-role-waits_for = This one can begin only when the other has ended
tie-role-fed_by = This one uses what the other makes
tie-role-comes_before = The other can begin only when this one has ended
tie-role-feeds = The other uses what this one makes
tie-short-waits_for = Waits for
tie-short-fed_by = Uses what it makes
tie-short-comes_before = Waits for this one
tie-short-feeds = Uses what this makes
tie-other = The other activity
tie-note = What passes from one to the other
link-ends = ends { $date }
link-begins = begins { $date }
link-early-here = This one begins before that ends
link-early-there = It begins before this one ends

activity-history = What was changed
activity-history-empty = Nothing was changed since the file was made.

activities-and-others = { $count ->
    [one] and 1 other
   *[other] and { $count } others
  }
activities-milestones = { $done } of { $all }
activity-no-risks = None
activity-when = When
tie-change = Change the tie to { $name }
