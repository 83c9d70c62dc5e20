SELECT id
FROM series
WHERE measure_id = :measure_id
    AND ifnull(place_id, x'') = ifnull(:place_id, x'')
    AND ifnull(group_id, x'') = ifnull(:group_id, x'')
    AND ifnull(provider_id, x'') = ifnull(:provider_id, x'')
