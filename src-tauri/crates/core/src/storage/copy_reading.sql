INSERT INTO readings
    (series_id, period, value, numerator, denominator, lower, upper, state, comment, origin, import_id, import_row)
SELECT :to_series, period, value, numerator, denominator, lower, upper, state, comment, origin, import_id, import_row
FROM readings
WHERE series_id = :series_id AND period = :period
