SELECT DISTINCT name FROM (
    SELECT old ->> '$.name' AS name FROM changes
    WHERE table_name = 'people' AND key = json_object('id', hex(:person))
    UNION ALL
    SELECT new ->> '$.name' FROM changes
    WHERE table_name = 'people' AND key = json_object('id', hex(:person))
)
WHERE name IS NOT NULL AND name <> ''
