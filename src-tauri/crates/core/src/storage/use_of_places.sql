SELECT place_id AS used_id, measure_id, count(*) AS readings
FROM series
INNER JOIN readings ON readings.series_id = series.id
WHERE place_id IS NOT NULL
GROUP BY place_id, measure_id
