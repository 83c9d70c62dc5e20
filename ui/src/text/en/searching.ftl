# Search over everything, the palette, and tags.

palette-commands = Commands
palette-recent = Recent
palette-go = Go to { $place }
palette-report = Report: { $kind }
palette-look = Look: { $look }
palette-counted = { $count ->
    [0] Nothing found
    [one] 1 found
   *[other] { $count } found
}
palette-more = All that is called so: { $kind }
screen-tags = Tags
palette-back = Back to everything
palette-only = Only { $kind }
palette-reading = Still reading the file
palette-keys = Arrow keys choose, Enter opens, Escape closes
found-instead = Nothing is written so. This is what was found for “{ $text }”.
found-partly = Nothing has all these words. These have some of them.
found-nothing = Nothing was found for “{ $text }”.
found-nothing-help = Fewer words, or only the beginning of one, find more.
found-agenda-adopted = Version { $version }, adopted
found-agenda-draft = Version { $version }, draft
found-measure = Measure
found-partner = Partner
found-person = Person
found-activity = Activity
found-result = Result
found-strategy = Strategy
found-working_group = Working group
found-meeting = Meeting
found-action_item = Action item
found-decision = Decision
found-agenda_text = Common Agenda
found-tag = Tag
found-place = Place
found-breakdown = Breakdown
found-group = Group
found-population = Population
found-milestone = Milestone
found-risk = Risk
found-update = Update
found-resource = Resource
found-test_of_change = Test of change
found-annotation = Note on the chart
found-definition_change = Definition change
found-story = Story behind the curve
found-commitment = Commitment
found-touchpoint = Touchpoint
found-status_note = Partner status
found-endorsement = Signature
found-data_request = Data request
found-import = Imported file
found-comment = Comment on a figure
many-measure = Measures
many-partner = Partners
many-person = People
many-activity = Activities
many-result = Results
many-strategy = Strategies
many-working_group = Working groups
many-meeting = Meetings
many-action_item = Action items
many-decision = Decisions
many-agenda_text = Common Agenda
many-tag = Tags
many-place = Places
many-breakdown = Breakdowns
many-group = Groups
many-population = Populations
many-milestone = Milestones
many-risk = Risks
many-update = Updates
many-resource = Resources
many-test_of_change = Tests of change
many-annotation = Notes on charts
many-definition_change = Definition changes
many-story = Stories behind the curve
many-commitment = Commitments
many-touchpoint = Touchpoints
many-status_note = Partner statuses
many-endorsement = Signatures
many-data_request = Data requests
many-import = Imported files
many-comment = Comments on figures

views = Views
view-keep = Keep this view
view-name = Name of the view
view-help = Filters, columns and order under a name. One of the same name is replaced.
view-kept = Kept the view { $name }
view-forget = Remove the view { $name }
views-none = No view is kept yet.
filters-clear = Clear filters
any-tag = Any tag
any-status = Any status
any-freshness = Any freshness
any-stage = Any stage
measure-stage = Stage
only-headline = Headline only
filter-fresh-current = Up to date
filter-fresh-due = Figure due
filter-fresh-empty = No figure yet
filter-fresh-not_expected = Not expected
tag = Tag
tag-add = Add tag
tag-remove = Remove tag
tag-new = New tag
tag-acts = Merge and remove
tag-merge = Merge into …
tag-merged = Merged { $gone } into { $kept }
tags-none = No tag yet
tags-edit = Tags
tags-help = Words to find it by, separated by commas
tags-about = Words of your own to find measures, activities and partners by. Press Enter to keep a changed name.
tags-empty = Tags help you find what belongs together, such as a grant or a neighborhood. Add the first one here, or on the page of a measure, activity or partner.
tag-partners = { $count ->
    [one] 1 partner
   *[other] { $count } partners
} tagged { $name }
tag-measures = { $count ->
    [one] 1 measure
   *[other] { $count } measures
} tagged { $name }
tag-activities = { $count ->
    [one] 1 activity
   *[other] { $count } activities
} tagged { $name }
tag-remove-used = { $count ->
    [one] It is used once.
   *[other] It is used { $count } times.
}
