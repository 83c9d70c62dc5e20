SELECT measure_id, place_id, group_id, provider_id, series_id, period, value, numerator, denominator, lower, upper, state, comment, origin, import_id, import_row
FROM series
INNER JOIN readings ON readings.series_id = series.id
WHERE place_id = :place_id
ORDER BY series_id, period
