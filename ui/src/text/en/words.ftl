# Words shared by window, paper and command line.

status-on_track = On track
status-watch = Watch
status-off_track = Off track
status-no_data = No data
status-no_path = No path

movement-target_met = Target met
movement-improving = Improving
movement-little_change = Little or no detectable change
movement-getting_worse = Getting worse
movement-baseline_only = Baseline only
movement-developmental = Being developed
movement-informational = For information

state-final = final
state-provisional = provisional
state-revised = revised
state-suppressed = hidden by the source
state-missing = no figure

condition-agenda = Common Agenda
condition-measurement = Shared Measurement
condition-activities = Mutually Reinforcing Activities
condition-communication = Continuous Communication
condition-backbone = Backbone Support

sector-school = School
sector-nonprofit = Nonprofit
sector-faith = Faith group
sector-health = Health
sector-government = Government
sector-business = Business
sector-funder = Funder
sector-resident = Residents
sector-higher_education = Higher education
sector-other = Other

activity-planned = Planned
activity-active = Under way
activity-done = Done
activity-stopped = Stopped
