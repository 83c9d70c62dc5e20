SELECT DISTINCT measure_id, provider_id AS partner_id
FROM series
WHERE provider_id IS NOT NULL
    AND EXISTS (SELECT 1 FROM readings WHERE readings.series_id = series.id)
