# What can be wrong with a table that is imported, and what to do about it. The ids end in
# the codes of the core.

problem-in-row = Row { $row }: { $words }
problem-in-cell = Row { $row }, column { $head }: { $words }
problem-in-column = Column { $head }: { $words }
problem-in-rows = Rows { $rows }: { $words }
problem-in-rows-column = Rows { $rows }, column { $head }: { $words }
rows-and-last = { $rows } and { $last }
rows-and-more = { $rows } and { $more ->
    [one] 1 more
   *[other] { $more } more
  }
# For many rows, where the words above speak of one cell.
problems-decimal_unclear = These figures read two ways.
problems-date_order_unclear = These dates read two ways: the day or the month may come first.
problems-single_year_unclear = These years can be the school year that begins or the one that ends in them.
problems-school_year_or_month = These can be school years or months.
problems-serial_date_unclear = These are dates as a spreadsheet counts them, without their format.
problems-over_limit = These are over the limit. The decimal point may be missing.
problems-below_zero = These are below zero.
problems-numerator_over_denominator = The part is larger than the whole.
problems-denominator_not_positive = The denominator leaves nobody to count.
problems-outside_bounds = These lie outside their own lower and upper bound.
problems-not_its_parts = These are not what numerator and denominator give.
problems-duplicate_differs = The same readings stand in earlier rows with other figures.
problems-duplicate_same = The same readings stand in earlier rows with the same figures.
problems-changed_from_stored = These differ from what is saved.
problems-read_as_suppressed = These marks are saved as suppressed at the source, not zero.
problems-read_as_missing = Blank or marked as not there, saved as missing, not zero.
problems-row_too_short = These rows have fewer cells than the header.
problems-row_too_long = These rows have more cells than the header. A separator may stand inside a cell without quotation marks.
problems-other_unit = These are written in another unit than the measure has.
problems-other_rhythm = These are another kind of period than this measure has.
problems-state_contradicts = Figures are given although the state says that there are none.
problems-stray_character = These cells hold characters that could not be read.
problems-note_row = These rows look like notes, not figures, and are left out.

problem-no_value_column = No column is recognized as the value.
advice-no_value_column = Choose the column that holds the value.
problem-no_period_column = No column is recognized as the period.
advice-no_period_column = Choose the column that holds the period.
problem-no_measure = The file does not name the measure and none was chosen.
advice-no_measure = Choose the measure, or the column that names it.
problem-encoding_uncertain = The encoding of the file is not certain.
advice-encoding_uncertain = Look at names with accents; choose another encoding if they look wrong.
problem-row_too_short = The row has { $found ->
    [one] 1 cell
   *[other] { $found } cells
  } where the header has { $expected }.
advice-row_too_short = Mend the row in the file, or leave it out.
problem-row_too_long = The row has { $found } cells where the header has { $expected }. A separator may stand inside a cell without quotation marks.
advice-row_too_long = Mend the row in the file, or leave it out.
problem-open_quote = A quotation mark opens here and is never closed, so the rest of the file cannot be read.
advice-open_quote = Mend the row in the file, or leave it out.
problem-decimal_unclear = { $cell } can be { $point } or { $comma }.
advice-decimal_unclear = Say which decimal mark the file uses.
problem-date_order_unclear = { $cell } reads two ways: the day or the month may come first.
advice-date_order_unclear = Say whether the day or the month comes first.
problem-single_year_unclear = { $cell } can be the school year that begins or the one that ends in that year.
advice-single_year_unclear = Say whether the year is the one the school year begins or ends in.
problem-school_year_or_month = { $cell } can be a school year or a month.
advice-school_year_or_month = Say whether these are school years or months.
problem-serial_date_unclear = { $cell } is a date as a spreadsheet counts it, without its format.
advice-serial_date_unclear = Say which day it is.
problem-period_missing = The period is empty.
problem-period_unreadable = “{ $cell }” is not a period we can read.
problem-measure_missing = The measure is empty.
problem-measure_unknown = No measure is called “{ $cell }”.
advice-measure_unknown = Check the code, or add the measure first.
problem-group_unknown = Group “{ $cell }” is not known.{ $suggestion ->
    [none] {""}
   *[other] {" "}It may stand for { $suggestion }.
  }
advice-group_unknown = Choose the one it stands for, or add it.
problem-place_unknown = Place “{ $cell }” is not known.{ $suggestion ->
    [none] {""}
   *[other] {" "}It may stand for { $suggestion }.
  }
advice-place_unknown = Choose the one it stands for, or add it.
problem-provider_unknown = Partner “{ $cell }” is not known.
advice-provider_unknown = Check the name, or add the partner first.
problem-not_a_figure = { $reason ->
    [not_finite] { $cell } is not a finite number.
    [out_of_range] { $cell } is too large or too exact to be a figure.
    [spreadsheet_error] { $cell } is an error of the spreadsheet, not a figure.
    [misplaced_mark] { $cell } does not fit the decimal mark of its column, or its digits are grouped oddly.
    [trailing_text] “{ $cell }” has a remark behind the number.
   *[not_a_number] “{ $cell }” is not a number.
  }
problem-state_unknown = “{ $cell }” is none of final, provisional, revised, suppressed, missing.
problem-state_contradicts = { $cell } is given although the state says that there is no figure.
problem-over_limit = { $cell } is over { $limit }. The decimal point may be missing.
problem-below_zero = { $cell } is below zero.
problem-numerator_over_denominator = { $numerator } of { $denominator } cannot be: the part is larger than the whole.
problem-denominator_not_positive = The denominator { $cell } leaves nobody to count.
problem-outside_bounds = { $cell } lies outside its own lower and upper bound.
problem-not_its_parts = { $cell } is not what numerator and denominator give, { $expected }.
problem-duplicate_differs = The same reading stands in row { $first } with other figures.
advice-duplicate_differs = Leave out the row that is wrong.
problem-duplicate_same = The same reading stands in row { $first } with the same figures.
problem-changed_from_stored = { $stored ->
    [none] Saved without a figure;
   *[other] Saved is { $stored };
  } { $blank ->
    [yes] this file has none.
   *[no] this file says { $cell }.
  }
advice-changed_from_stored = Choose whether to keep what is saved.
problem-period_closed = { $cell } is closed. Its figures change only with a reason.
advice-period_closed = Give the reason; it is kept with the change.
problem-read_as_missing = { $blank ->
    [yes] Blank, saved as missing, not zero.
   *[no] “{ $cell }” is saved as missing, not zero.
  }
problem-read_as_suppressed = “{ $cell }” is saved as suppressed at the source, not zero.
problem-other_unit = { $cell } is written in another unit than the measure has.
problem-unit_differs = The file says “{ $cell }”, and that is another unit than the measure has.
advice-unit_differs = Check that the measure is the right one.
problem-looks_like_share = Every percentage of { $cell } in this column is at most 1.
advice-looks_like_share = Say whether 0.5 means half of them, or half a percent.
problem-other_rhythm = { $cell } is another kind of period than this measure has.
problem-will_be_added = “{ $cell }” will be added.
problem-heads_repeated = More than one column is called “{ $cell }”.
advice-heads_repeated = Look whether the right one is read.
problem-sheet_hidden = Sheet “{ $cell }” is hidden in the file.
advice-sheet_hidden = Look whether it is the one that is meant.
problem-stray_character = “{ $cell }” holds characters that could not be read.
problem-note_row = “{ $cell }” looks like a note, not a figure, and is left out.
problem-summary_row = “{ $cell }” looks like a sum of the rows above and is left out.
problem-header_again = The column names stand here again; the row is left out.
# Where nothing else is said about something that must be mended.
advice-mend = Mend the cell in the file, or leave the row out.

# Why a file is no table.
table-empty = The file is empty.
table-header_only = The file has column names but no rows below them.
table-no_header = The file has no row { $row } to take the column names from.
table-no_sheet = The file has no such sheet, or it is damaged.
table-protected = This spreadsheet opens with a password only. Take the password off in the program that made it, and choose it again.
table-damaged = This spreadsheet is cut off or damaged. Open it in the program that made it and save it again.
table-too_wide = Row { $row } has more columns than a table of figures, 16,384. The sign between columns may be another one.
table-too_large = The file has more rows or text than a table of figures.
table-stopped = The reading was stopped.
table-folder = This is a folder, not a table.
table-web_page = This is a web page with the name of a spreadsheet. Open it in Excel or LibreOffice and save it as XLSX.
table-document = This is a text document, not a table. Ask for the figures as CSV or Excel.
table-pdf = This is a PDF document, not a table. Ask for the figures as CSV or Excel.
table-archive = This is a ZIP archive, not a table. Unpack it and choose the table inside.
table-old_office = This is an old Office document, not a table. Save it as CSV or XLSX.
table-picture = This is a picture, not a table.
table-database = This is a database or an initiative, not a table.
table-no_text = This file holds bytes that no text has. It may be damaged or of another kind than its name says.

# Kinds of problems, where they are left out: “Left out: figures over the limit”.
kind-no_value_column = no value column
kind-no_period_column = no period column
kind-no_measure = no measure
kind-encoding_uncertain = the encoding
kind-row_too_short = short rows
kind-row_too_long = long rows
kind-open_quote = an open quotation mark
kind-decimal_unclear = figures that read two ways
kind-date_order_unclear = dates that read two ways
kind-single_year_unclear = years that read two ways
kind-school_year_or_month = periods that read two ways
kind-serial_date_unclear = dates without their format
kind-period_missing = rows without a period
kind-period_unreadable = periods that cannot be read
kind-measure_missing = rows without a measure
kind-measure_unknown = unknown measures
kind-group_unknown = unknown groups
kind-place_unknown = unknown places
kind-provider_unknown = unknown partners
kind-not_a_figure = what is no figure
kind-state_unknown = unknown states
kind-state_contradicts = figures against their state
kind-over_limit = figures over the limit
kind-below_zero = figures below zero
kind-numerator_over_denominator = parts larger than the whole
kind-denominator_not_positive = denominators of nobody
kind-outside_bounds = figures outside their bounds
kind-not_its_parts = figures that are not their parts
kind-duplicate_differs = readings that come again
kind-duplicate_same = readings that come again
kind-changed_from_stored = figures that differ from what is saved
kind-period_closed = figures of closed periods
kind-read_as_missing = blanks
kind-read_as_suppressed = suppressed figures
kind-other_unit = figures in another unit
kind-unit_differs = rows in another unit
kind-looks_like_share = shares
kind-other_rhythm = other kinds of periods
kind-will_be_added = new names
kind-heads_repeated = column names
kind-sheet_hidden = the hidden sheet
kind-stray_character = cells that could not be read
kind-note_row = notes
kind-summary_row = sums
kind-header_again = repeated column names

# What can be done, as buttons and labels.
mend-decimal-point = A point is the decimal sign: { $shown }
mend-decimal-comma = A comma is the decimal sign: { $shown }
mend-dates-month-first = Month first: { $shown }
mend-dates-day-first = Day first: { $shown }
mend-single-year-begins = The year it begins in: { $shown }
mend-single-year-ends = The year it ends in: { $shown }
mend-rhythm-school-year = School years: { $shown }
mend-rhythm-month = Months: { $shown }
mend-serial-dates-1900 = Usual files: { $shown }
mend-serial-dates-1904 = Old files of a Mac: { $shown }
mend-stands-for = Stands for
mend-everyone = Everyone
mend-everywhere = The whole place
mend-no-partner = No partner in particular
mend-add = Add it
mend-measure = Measure
mend-encoding = Read as
mend-accept = It is right
mend-blank = Leave blank
mend-suppressed = Suppressed
mend-type = Read as
mend-use = Use { $value }
mend-keep = Keep { $value }
mend-take = Replace with { $value }
mend-reason = Reason
mend-share-times-hundred = Shares: multiply by 100
mend-share-as-they-are = Small percentages: leave as they are
mend-changed-replace = Replace all
mend-changed-keep = Keep all saved
mend-repeated-first = The first row counts
mend-repeated-last = The last row counts
mend-leave-out = { $count ->
    [one] Leave this row out
   *[other] Leave these { $count } rows out
  }
mend-leave-out-row = Leave out row { $row }
stored-none = no figure

# What was decided, one line each.
decided-decimal-point = The decimal sign is a point
decided-decimal-comma = The decimal sign is a comma
decided-dates-month-first = Dates have the month first
decided-dates-day-first = Dates have the day first
decided-single_year-begins = A single year is the school year that begins in it
decided-single_year-ends = A single year is the school year that ends in it
decided-rhythm-school-year = Two years are a school year
decided-rhythm-fiscal-year = Two years are a fiscal year
decided-rhythm-month = Year and number are a month
decided-rhythm-year = Periods are calendar years
decided-rhythm-quarter = Periods are quarters
decided-serial_dates-1900 = Numbers of days count from 1900
decided-serial_dates-1904 = Numbers of days count from 1904
decided-encoding-utf8 = Read as Unicode (UTF-8)
decided-encoding-utf16le = Read as Unicode (UTF-16)
decided-encoding-utf16be = Read as Unicode (UTF-16, big end)
decided-encoding-windows1252 = Read as Western European
decided-encoding-macroman = Read as Old Mac
decided-measure = Measure: { $value }
decided-share-times-hundred = { $head } is multiplied by 100
decided-share-as-they-are = { $head } holds small percentages
decided-on_changed-replace = Saved figures are replaced
decided-on_changed-keep = Saved figures are kept
decided-on_repeated-first = Of repeated readings, the first row counts
decided-on_repeated-last = Of repeated readings, the last row counts
decided-reason = Reason: { $value }
decided-means = “{ $text }” stands for { $value }
decided-everyone = “{ $text }” stands for no one in particular
decided-added = “{ $text }” is added
decided-cell = Row { $row }, { $head }: read as { $value }
decided-cell-blank = Row { $row }, { $head }: left blank
decided-text = “{ $text }” in { $head }: read as { $value }
decided-text-blank = “{ $text }” in { $head }: left blank
decided-leave_out = Settled: { $kind }
decided-leave_out-text = Left out: “{ $text }”
decided-leave_out_row = Row { $row } is left out
decided-keep_row = Row { $row }: what is saved is kept
decided-take_row = Row { $row }: what is saved is replaced

# The list of problems for whoever sent the file.
list-row = Row
list-column = Column
list-cell = In the file
list-problem = What we noticed
list-must-fix = Must be mended
list-yes = yes
list-no = no
list-name = Problems in { $file }
