INSERT INTO readings
    (series_id, period, value, numerator, denominator, lower, upper, state, comment, origin, import_id, import_row)
VALUES
    (:series_id, :period, :value, :numerator, :denominator, :lower, :upper, :state, :comment, :origin, :import_id, :import_row)
ON CONFLICT (series_id, period) DO UPDATE SET
    value = excluded.value,
    numerator = excluded.numerator,
    denominator = excluded.denominator,
    lower = excluded.lower,
    upper = excluded.upper,
    state = excluded.state,
    comment = excluded.comment,
    origin = excluded.origin,
    import_id = excluded.import_id,
    import_row = excluded.import_row
