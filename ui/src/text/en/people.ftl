# Agenda, activities, meetings.

edit-initiative = Edit initiative
results = Results
results-empty = Write the first result: a condition you want for people, in plain words.
add-result = Add result
result-name = Result
result-name-help = A condition of well-being, as in: Children start school ready
result-population = For whom
result-measures = Measured by { $names }
result-no-measures = No measure yet
add-strategy = Add strategy
add-strategy-to = Add strategy to { $result }
strategy = Strategy
strategy-name = Strategy
strategy-activities = { $count ->
    [0] No activity yet
    [one] 1 activity
   *[other] { $count } activities
  }

add-activity = Add activity
activities-empty = Add the first activity: who does what, under which strategy.
activity = Activity
activity-lead = Lead partner
activity-with = Partners who take part
activity-moves = Meant to move
activity-status = Status
activity-starts = Starts
activity-ends = Ends
activity-progress = Where it stands

meeting = Meeting
meetings = Meetings
meetings-empty = Plan the next meeting. Decisions and action items start from it.
add-meeting = Add meeting
meeting-title = Title
meeting-kind = Who meets
meeting-kind-board = Board
meeting-kind-working_group = Working group
meeting-kind-other = Other
meeting-time = Time
meeting-time-help = As in 14:30
meeting-place = Place
meeting-status = Status
meeting-status-planned = Planned
meeting-status-held = Held
meeting-status-cancelled = Called off
meeting-agenda = Agenda
meeting-minutes = Minutes
action-item = Action item
action-items = Action items
action-items-empty = No action item yet.
add-action-item = Add action item
action-title = What is to be done
action-owner = Who does it
action-due = By when
action-done = Done on
action-done-help = Empty while it is open
decisions = Decisions
decisions-empty = No decision yet.
add-decision = Add decision
decision-number = Decision { $number }
decision-text = What is or was to be decided
decision-status = Status
decision-status-waiting = Waiting
decision-status-made = Made
