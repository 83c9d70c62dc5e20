SELECT rowid,
    highlight(shown, 0, :found, :end) AS name,
    snippet(shown, 1, :found, :end, '…', 16) AS text
FROM shown WHERE shown MATCH :wanted
