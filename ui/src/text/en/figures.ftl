# Words drawn into charts, and their spoken form.

figure-target = Target { $value }
figure-target-by = by { $period }
figure-baseline = Baseline { $value }
figure-path = Target path
figure-no-data = No data
figure-forecast = Forecast
figure-mean = Mean { $value }
figure-empty = No values yet
figure-stop = { $period }: { $says }
figure-path-below = { $distance } below the target path
figure-path-above = { $distance } above the target path
figure-path-on = on the target path
figure-summary-empty = { $name }: no values yet.
figure-summary-one = { $name }: { $value } in { $period }{ $state ->
    [provisional] {" "}(provisional)
   *[firm] {""}
  }.
figure-summary = { $name }: from { $first } in { $firstPeriod } to { $last } in { $lastPeriod }{ $state ->
    [provisional] {" "}(provisional)
   *[firm] {""}
  }, { $change }.
figure-summary-target = Target { $target } by { $period }.
figure-margin = margin of error { $low } to { $high }
figure-panel-none = no figure
figure-panel-hidden = hidden by the source
figure-panels-summary = { $name } by { $breakdown }, { $count ->
    [one] one group
   *[other] { $count } groups
  } on one scale, highest latest figure first: { $groups }.
figure-panels-empty = { $name } by { $breakdown }: no values yet.
figure-panel-latest = { $group } { $value } ({ $period })
figure-panels-all = All people
figure-table-period = Period
figure-table-value = Value
figure-table-state = State
figure-dots-group = Group
figure-dots-change = Change
figure-dots-value = { $value } in { $period }
figure-dots-interval = 95% interval { $range }
