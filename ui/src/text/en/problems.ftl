# What can be wrong with a table that is imported, and what to do about it. The ids end in
# the codes of the core.

problem-in-row = Row { $row }: { $words }
problem-in-cell = Row { $row }, column { $head }: { $words }
problem-in-column = Column { $head }: { $words }

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
    [none] Stored without a figure; this file says { $cell }.
   *[other] Stored is { $stored }; this file says { $cell }.
  }
advice-changed_from_stored = Choose whether to keep what is stored.
problem-read_as_missing = { $blank ->
    [yes] Blank, saved as missing, not zero.
   *[no] “{ $cell }” is saved as missing, not zero.
  }
problem-read_as_suppressed = “{ $cell }” is saved as suppressed at the source, not zero.
problem-other_unit = { $cell } is written in another unit than the measure has.
problem-looks_like_share = Every percentage in this column is at most 1.
advice-looks_like_share = If these are shares of 1, multiply them by 100 in the file.
problem-other_rhythm = { $cell } is another kind of period than this measure has.
problem-will_be_added = “{ $cell }” will be added.
# Where nothing else is said about something that must be mended.
advice-mend = Mend the cell in the file, or leave the row out.

# Why a file is no table.
table-empty = The file is empty.
table-header_only = The file has column names but no rows below them.
table-no_header = The file has no row { $row } to take the column names from.
table-no_sheet = The file has no such sheet, or it is damaged.
table-too_large = The file has more columns or rows than a table of figures.
table-pdf = This is a PDF document, not a table. Ask for the figures as CSV or Excel.
table-archive = This is a ZIP archive, not a table. Unpack it and choose the table inside.
table-old_office = This is an old Office document, not a table. Save it as CSV or XLSX.
table-picture = This is a picture, not a table.
table-database = This is a database or an initiative, not a table.
table-no_text = This file holds bytes that no text has. It may be damaged or of another kind than its name says.
