SELECT measure_id, place_id, group_id, provider_id, series_id, period, value, numerator, denominator, lower, upper, state, comment, origin, import_id, import_row
FROM series
INNER JOIN readings ON readings.series_id = series.id
WHERE measure_id IN (SELECT measure_id FROM data_request_cells WHERE request_id = :request_id)
    AND import_id = :import_id
ORDER BY import_row
