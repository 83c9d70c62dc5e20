INSERT INTO activity_places (activity_id, place_id)
SELECT activity_id, :kept
FROM activity_places
WHERE place_id = :gone AND activity_id NOT IN (
    SELECT activity_id
    FROM activity_places
    WHERE place_id = :kept
)
