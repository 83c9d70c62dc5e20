SELECT table_name, key, old, new
FROM changes
WHERE operation = :operation
    AND (:table_name IS NULL OR (table_name = :table_name AND key = :key))
ORDER BY seq
LIMIT 40
