SELECT
    operations.seq, id, op, detail, kind, state, author, at_ms, reason,
    (SELECT count(*) FROM changes WHERE operation = operations.seq)
        + (SELECT count(*) FROM shelved_readings WHERE operation = operations.seq) AS change_count
FROM operations
WHERE operations.seq = :seq
