SELECT DISTINCT data_request_cells.measure_id, data_requests.partner_id
FROM data_requests
INNER JOIN data_request_cells ON data_request_cells.request_id = data_requests.id
WHERE data_requests.withdrawn_on IS NULL
