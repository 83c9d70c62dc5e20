# Words drawn into charts, and their spoken form.

figure-target = Target { $value }
figure-target-by = by { $period }
figure-baseline = Baseline { $value }
figure-path = Target path
figure-no-data = No data
figure-forecast = Forecast
figure-mean = Mean { $value }
figure-empty = No values yet
figure-stop = { $period }: { $value }
figure-stop-state = { $period }: { $value }, { $state }
figure-summary-empty = { $name }: no values yet.
figure-summary-one = { $name }: { $value } in { $period }.
figure-summary = { $name }: from { $first } in { $firstPeriod } to { $last } in { $lastPeriod }, { $change }.
figure-summary-target = Target { $target } by { $period }.
figure-table-period = Period
figure-table-value = Value
figure-table-state = State
