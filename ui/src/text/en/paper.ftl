# Words of the printed reports.
