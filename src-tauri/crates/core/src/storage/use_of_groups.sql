SELECT group_id AS used_id, measure_id, count(*) AS readings
FROM series
INNER JOIN readings ON readings.series_id = series.id
WHERE group_id IS NOT NULL
GROUP BY group_id, measure_id
