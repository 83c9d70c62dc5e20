INSERT OR IGNORE INTO shelved_readings
    (operation, side, series_id, period, value, numerator, denominator, lower, upper, state, comment, origin, import_id, import_row)
SELECT (SELECT max(seq) FROM operations), 'before', series_id, period, value, numerator, denominator, lower, upper, state, comment, origin, import_id, import_row
FROM readings
WHERE series_id = :series_id AND period = :period
