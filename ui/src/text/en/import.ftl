# Import of a table of figures.

import = Import
import-start = Import a table
import-title = Import figures
import-lead = From a spreadsheet or a partner’s file
import-help = Choose a CSV, Excel or OpenDocument table with one row per figure, or with one column per period, group or measure. Nothing is saved before you have seen it.
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
role-unit = Unit
import-rows = Rows
import-row = Row
import-state = State
import-table = Table of rows
import-noticed = What we noticed
import-filter = Rows shown
import-all-rows = All rows
import-problem-rows = Problems only
import-shown = { $from } to { $to } of { $of }
import-no-rows = There is no such row.
import-corrected = Read as { $cell }
import-value-of = Value, { $head }
import-problems = Problems
import-no-problems = No problems found.
import-problem-counts = { $problems ->
    [one] 1 problem
   *[other] { $problems } problems
  }, { $rows ->
    [one] 1 row
   *[other] { $rows } rows
  }
import-fix-before = Fix before importing
import-check-then = Check, then import
import-settled = Settled
import-undecide = Take back: { $words }
import-show-rows = { $count ->
    [one] Show its row
   *[other] Show its { $count } rows
  }
import-show-all = Show all rows
import-this-row = Row { $row }
import-must-fix = Must be fixed:
import-look-at = Please check:
import-mends = What can be done: { $about }
import-apply = Apply
import-rows-read = { $count ->
    [one] 1 row read
   *[other] { $count } rows read
  }
import-ready = { $new } new, { $changed } changed, { $same } as saved
import-to-look-at = { $count } to check
import-to-fix = { $count } must be fixed
import-left-out = { $count } left out
import-nothing-saved = Nothing is saved yet. After importing, one undo takes all of it back.
import-fix-first = { $count ->
    [one] Fix 1 problem to import
   *[other] Fix { $count } problems to import
  }
import-commit = { $count ->
    [one] Import 1 figure
   *[other] Import { $count } figures
  }
import-done = Imported: { $added } new, { $changed } changed, { $same } as saved, { $skipped } left out
import-list = Problem list for partner
import-list-saved = Saved { $file }
import-steps = Steps
import-step-choose = Choose file
import-step-match = Match columns
import-step-check = Check
import-step-import = Import
import-step-done = done
import-file-sheet = { $file }, sheet “{ $sheet }”
import-sheet = Sheet
import-sheet-hidden = { $name } (hidden)
import-header-row = Column names
import-header-none = There are none
import-header-at = In row { $row }
import-columns-help = Columns that are left out are not read.
import-match-head = In the file
import-match-examples = First cells
import-match-role = Holds
import-role-of = What { $head } holds
import-to-check = { $count ->
    [one] Check 1 row
   *[other] Check { $count } rows
  }
import-reading = Reading the file
import-progress-reading = Reading row { $row }
import-progress-checking = { $known ->
    [yes] Checking row { $row } of { $rows }
   *[no] Checking row { $row }
  }
import-progress-writing = { $known ->
    [yes] Writing row { $row } of { $rows }
   *[no] Writing row { $row }
  }
import-stop = Stop
import-read-as = Read as last time: { $name }
import-afresh = Start afresh
import-remembered = Remembered ways of reading
import-remember-as = Remember as
import-remember-example = Name of the source
import-forget = Forget { $name }
import-forgotten = Forgot { $name }
row-new = New
row-same = As saved
row-changed = Differs from what is saved
row-skipped = Left out
row-check = Please check
row-blocked = Must be fixed
