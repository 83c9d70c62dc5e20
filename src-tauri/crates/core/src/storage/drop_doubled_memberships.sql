DELETE FROM memberships
WHERE partner_id = :partner AND EXISTS (
    SELECT 1 FROM memberships AS other
    WHERE other.working_group_id = memberships.working_group_id
        AND other.partner_id = memberships.partner_id
        AND other.person_id IS memberships.person_id
        AND (CASE other.role WHEN 'chair' THEN 0 WHEN 'staff' THEN 1 ELSE 2 END, other.id)
            < (CASE memberships.role WHEN 'chair' THEN 0 WHEN 'staff' THEN 1 ELSE 2 END, memberships.id)
)
