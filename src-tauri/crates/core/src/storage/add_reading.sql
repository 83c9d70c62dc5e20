INSERT INTO readings
    (series_id, period, value, numerator, denominator, lower, upper, state, comment, origin, import_id, import_row)
VALUES
    (:series_id, :period, :value, :numerator, :denominator, :lower, :upper, :state, :comment, :origin, :import_id, :import_row)
ON CONFLICT (series_id, period) DO NOTHING
