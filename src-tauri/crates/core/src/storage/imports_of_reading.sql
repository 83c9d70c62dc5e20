-- An import is known to have brought a reading by what is stored, by what later imports
-- shelved of it, and by what was logged when it was typed over.
WITH brought AS (
    SELECT import_id, ifnull(value, state) AS shown
    FROM readings
    WHERE series_id = :series_id AND period = :period AND import_id IS NOT NULL
    UNION ALL
    SELECT import_id, ifnull(value, state)
    FROM shelved_readings
    WHERE series_id = :series_id AND period = :period AND import_id IS NOT NULL
    UNION ALL
    SELECT unhex(old ->> 'import_id'), old ->> 'value'
    FROM changes
    WHERE table_name = 'readings' AND key = json_object('series_id', :series_id, 'period', :period)
        AND old ->> 'import_id' IS NOT NULL
),
made AS (
    SELECT operation, unhex(key ->> 'id') AS import_id
    FROM changes
    INNER JOIN operations ON operations.seq = changes.operation
    WHERE table_name = 'imports' AND action = 'insert' AND kind = 'do'
)
SELECT
    made.operation,
    made.import_id,
    (
        SELECT ifnull(value, state)
        FROM shelved_readings
        WHERE operation = made.operation AND side = 'before' AND series_id = :series_id AND period = :period
    ) AS before,
    (SELECT shown FROM brought WHERE import_id = made.import_id AND shown IS NOT NULL LIMIT 1) AS after
FROM made
WHERE
    import_id IN (SELECT import_id FROM brought)
    OR EXISTS (
        SELECT 1
        FROM shelved_readings
        WHERE operation = made.operation AND side = 'before' AND series_id = :series_id AND period = :period
    )
ORDER BY made.operation DESC
