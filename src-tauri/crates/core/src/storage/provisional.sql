SELECT series_id, period
FROM readings
INNER JOIN series ON series.id = readings.series_id
WHERE state = 'provisional' AND (:measure_id IS NULL OR measure_id = :measure_id)
ORDER BY series_id, period
