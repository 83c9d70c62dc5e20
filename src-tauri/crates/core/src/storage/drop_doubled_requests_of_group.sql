DELETE FROM data_request_cells
WHERE group_id = :gone AND EXISTS (
    SELECT 1
    FROM data_request_cells AS other
    WHERE other.group_id = :kept
        AND other.request_id = data_request_cells.request_id
        AND other.measure_id = data_request_cells.measure_id
        AND other.place_id IS data_request_cells.place_id
        AND other.period = data_request_cells.period
)
