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
