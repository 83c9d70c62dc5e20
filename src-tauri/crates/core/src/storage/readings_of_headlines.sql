SELECT measure_id, place_id, group_id, provider_id, series_id, period, value, numerator, denominator, lower, upper, state, comment, origin, import_id, import_row
FROM series
INNER JOIN readings ON readings.series_id = series.id
WHERE measure_id IN (SELECT id FROM measures WHERE is_headline = 1)
    AND ifnull(place_id, x'') = x'' AND ifnull(group_id, x'') = x'' AND ifnull(provider_id, x'') = x''
ORDER BY series_id, period
