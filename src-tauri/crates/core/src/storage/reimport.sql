DELETE FROM readings
WHERE (series_id, period) IN (
    SELECT series_id, period FROM shelved_readings WHERE operation = :operation AND side = 'before'
);

INSERT INTO readings
    (series_id, period, value, numerator, denominator, lower, upper, state, comment, origin, import_id, import_row)
SELECT series_id, period, value, numerator, denominator, lower, upper, state, comment, origin, import_id, import_row
FROM shelved_readings
WHERE operation = :operation AND side = 'after';

DELETE FROM shelved_readings
WHERE operation = :operation AND side = 'after'
