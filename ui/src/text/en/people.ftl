# Agenda, activities, meetings.

edit-initiative = Edit initiative
edit-agenda = Edit agenda
agenda-texts = Agenda
agenda-draft = Draft
agenda-adopted = Adopted { $date }
agenda-adopted-on = Adopted on
agenda-adopted-help = Empty while it is a draft
agenda-empty = Nothing is written yet.
agenda-vision = Vision
agenda-vision-help = What we want to be true
agenda-problem = Problem
agenda-problem-help = What stands in the way
agenda-population = Population
agenda-population-help = For whom
agenda-geography = Geography
agenda-geography-help = Where
agenda-scopeIn = In scope
agenda-scopeIn-help = What belongs to it
agenda-scopeOut = Out of scope
agenda-scopeOut-help = What does not
agenda-principles = Principles
agenda-principles-help = How we work
results = Results
results-empty = Write the first result: a condition you want for people, in plain words.
add-result = Add result
result-name = Result
result-name-help = A condition of well-being, as in: Children start school ready
result-population = For whom
result-measures = Measured by { $names }
result-no-measures = No measure yet
add-strategy = Add strategy
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
