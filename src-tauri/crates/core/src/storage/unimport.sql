INSERT INTO shelved_readings
    (operation, side, series_id, period, value, numerator, denominator, lower, upper, state, comment, origin, import_id, import_row)
SELECT :operation, 'after', series_id, period, value, numerator, denominator, lower, upper, state, comment, origin, import_id, import_row
FROM readings
WHERE import_id = (SELECT unhex(key ->> 'id') FROM changes WHERE operation = :operation AND table_name = 'imports');

DELETE FROM readings
WHERE import_id = (SELECT unhex(key ->> 'id') FROM changes WHERE operation = :operation AND table_name = 'imports');

INSERT INTO readings
    (series_id, period, value, numerator, denominator, lower, upper, state, comment, origin, import_id, import_row)
SELECT series_id, period, value, numerator, denominator, lower, upper, state, comment, origin, import_id, import_row
FROM shelved_readings
WHERE operation = :operation AND side = 'before'
