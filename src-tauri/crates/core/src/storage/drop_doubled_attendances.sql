DELETE FROM attendances
WHERE partner_id = :partner AND person_id IS NOT NULL AND EXISTS (
    SELECT 1 FROM attendances AS other
    WHERE other.meeting_id = attendances.meeting_id
        AND other.person_id = attendances.person_id
        AND (CASE other.presence WHEN 'present' THEN 0 WHEN 'excused' THEN 1 ELSE 2 END, other.id)
            < (CASE attendances.presence WHEN 'present' THEN 0 WHEN 'excused' THEN 1 ELSE 2 END, attendances.id)
)
