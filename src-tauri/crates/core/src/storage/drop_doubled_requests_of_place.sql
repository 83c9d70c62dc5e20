DELETE FROM data_request_cells
WHERE place_id = :gone AND EXISTS (
    SELECT 1
    FROM data_request_cells AS other
    WHERE other.place_id = :kept
        AND other.request_id = data_request_cells.request_id
        AND other.measure_id = data_request_cells.measure_id
        AND other.group_id IS data_request_cells.group_id
        AND other.period = data_request_cells.period
)
