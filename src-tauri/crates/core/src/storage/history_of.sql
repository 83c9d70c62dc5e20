SELECT
    operations.seq, id, op, detail, kind, state, author, at_ms, reason,
    (SELECT count(*) FROM changes WHERE operation = operations.seq) AS change_count
FROM operations
WHERE operations.seq IN (
    SELECT operation FROM changes WHERE table_name = :table_name AND key = :key
)
ORDER BY operations.seq DESC
