# Import of a table of figures.

import = Import
import-start = Import a table
import-title = Import figures
import-lead = From a spreadsheet or a partner’s file
import-help = Choose a CSV, Excel or OpenDocument table with one row per figure, or with one column per period. Nothing is saved before you have seen it.
import-choose = Choose a file
import-other-file = Another file
import-columns = Match columns
import-column = Column { $number }
import-measure = Measure
import-measure-column = Named in a column
import-delimiter = Between columns
delimiter-comma = Comma
delimiter-semicolon = Semicolon
delimiter-tab = Tab
delimiter-pipe = Vertical bar
import-decimal = Decimal sign
decimal-unset = As found
decimal-point = Point, 53.2
decimal-comma = Comma, 53,2
import-dates = Dates
dates-unset = As found
dates-day_first = Day first, 31/12
dates-month_first = Month first, 12/31
import-encoding = Characters
encoding-utf8 = Unicode (UTF-8)
encoding-utf16le = Unicode (UTF-16)
encoding-utf16be = Unicode (UTF-16, big end)
encoding-windows1252 = Western European
encoding-macroman = Old Mac
role-ignore = Leave out
role-period = Period
role-value = Value
role-measure = Measure
role-group = Group
role-place = Place
role-provider = Supplied by
role-numerator = Counted
role-denominator = Out of
role-lower = Lower bound
role-upper = Upper bound
role-state = State
role-comment = Comment
role-source = Source
import-rows = Rows
import-row = Row
import-table = Table of rows
import-noticed = What we noticed
import-counts = { $rows } rows: { $new } new, { $changed } changed, { $same } same, { $blocked } must be fixed
import-filter = Rows shown
import-all-rows = All rows
import-problem-rows = Problems only
import-shown = { $from } to { $to } of { $of }
import-problems = Problems
import-no-problems = No problems found.
import-changed = { $count ->
    [one] 1 row differs from what is saved
   *[other] { $count } rows differ from what is saved
  }
import-on-changed = What to do with them
on-changed-replace = Replace
on-changed-keep = Keep saved
import-add-unknown = Add them as new
import-skip = { $count ->
    [one] Leave this row out
   *[other] Leave these { $count } rows out
  }
import-nothing-saved = Nothing is saved yet. After importing, one undo takes all of it back.
import-fix-first = Fix or leave out the marked rows first
import-commit = { $count ->
    [one] Import 1 row
   *[other] Import { $count } rows
  }
import-done = Imported: { $added } new, { $changed } changed, { $same } the same
row-new = New
row-same = Same as saved
row-changed = Differs from what is saved
row-skipped = Left out
row-check = Please check
row-blocked = Must be fixed
