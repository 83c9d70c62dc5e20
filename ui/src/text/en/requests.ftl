# Data requests: the sheet partners fill in, what is noticed in it, the letter back, and the
# board in the window. The ids of findings end in the codes of the core.

# The sheet.
request-sheet = Figures
request-from = { $sender } asks { $partner } for these figures, for { $initiative }
request-due = Please send this back by { $date }
request-how-fill = Type only in the cells with a blue edge. Everything else is locked, so that your file can be read again without mistakes.
request-how-missing = If you do not have a figure, leave it empty and choose “not available”. If you may not show it, choose “hidden”. Please never type 0 for a figure you do not have: 0 means that you counted and found none.
request-how-parts = For percentages and rates you may give the figure, or how many you counted out of how many, or both. With both, we check one against the other.
request-how-return = Save the file and send it back as it is. If something does not fit, say so under “Comment”.
request-head-whom = For whom
request-head-period = Period
request-head-before = What we have so far
request-head-unit = Unit
request-head-figure = Your figure
request-head-counted = Counted
request-head-out-of = Out of
request-head-state = State
request-head-comment = Comment
request-parts = Counted: { $counted }. Out of: { $out-of }.
request-everyone = Everyone
request-kept = Kept for this period: { $value }
request-unit-count = number
request-unit-index = score
request-unit-days = days
request-unit-rate = per { $people }
request-state-final = final
request-state-provisional = provisional
request-state-missing = not available
request-state-suppressed = hidden
request-wrong = This does not fit here
request-wrong-between = Please type a number from 0 to { $limit }. If you do not have the figure, leave this empty and choose “not available” under State.
request-wrong-negative = Please type a number of 0 or more. If you do not have the figure, leave this empty and choose “not available” under State.
request-wrong-over = Please type a number of at most { $limit }. If you do not have the figure, leave this empty and choose “not available” under State.
request-wrong-text = Please type a number. If you do not have the figure, leave this empty and choose “not available” under State.
request-wrong-count = Please type how many you counted, as a number of 0 or more.
request-wrong-state = Please choose one of the list: final, provisional, not available or hidden.

# What is noticed in a returned sheet. Other codes have the words of imports.
finding-older_version = The sheet is an older edition ({ $found }, now { $now }) of this request. What was asked for since then is not in it.
finding-row_missing = The row was taken out of the sheet, so this figure is still open.
finding-row_added = This row was added; we cannot tell which figure it is.
finding-other_request = This row belongs to the sheet of another request.
finding-no_longer_asked = This figure is no longer asked for.
finding-code_copied = This row is a copy of row { $first }, which counts.
finding-text_changed = It said “{ $was }” when we sent it, and says “{ $is }” now, so we cannot tell which figure this is.
finding-formula_error = The formula gives no figure ({ $cell }).
finding-looks_like_share_of_one = { $cell } may be meant as { $times }%.
finding-differs = { $cell } is far from the last figure, { $last } in { $period }. Is it right?
finding-sum_differs = The groups of { $breakdown } add up to { $sum }, everyone is { $cell }.
finding-period_closed = The figures of { $period } are closed and change only with a reason.

# Why a file is not taken in.
not-returned-no_spreadsheet = This file cannot be opened as a spreadsheet. It may be damaged, or of another kind than its name says.
not-returned-no_codes = This is not the sheet of a data request. For any other table, use Import.
not-returned-no_columns = The columns to fill in are missing from this sheet. Ask for the sheet as it was sent.
not-returned-other_initiative = This sheet was made by another initiative.
not-returned-gone = The request this sheet answers was removed.
not-returned-withdrawn = The request this sheet answers was withdrawn. Take it up again first.

# The letter back to the partner.
letter-kind = Letter about the figures received
letter-title = To { $partner }: { $title }
letter-headline = Thank you for your figures
letter-greeting = Dear { $name },
letter-received = Thank you for answering our request “{ $title }”. We received your file { $file } on { $date }. { $answered ->
    [0] None of the { $asked } figures we asked for was filled in.
   *[other] It answers { $answered } of the { $asked } figures we asked for.
  }
letter-taken = { $count ->
    [one] One figure is now part of our shared measures:
   *[other] { $count } figures are now part of our shared measures:
  }
letter-same = { $count ->
    [one] One figure is the same as the one we had.
   *[other] { $count } figures are the same as those we had.
  }
letter-none-taken = No figure could be taken yet.
letter-questions = { $count ->
    [one] One thing needs a second look:
   *[other] { $count } things need a second look:
  }
letter-open = { $count ->
    [one] One figure is still open. If you do not have it, please choose “not available” in its row.
   *[other] { $count } figures are still open. For those you do not have, please choose “not available” in their rows.
  }
letter-mend = Please correct the cells marked “not taken yet” in the same file and send it to us again, or simply answer this letter. Everything else is safe with us.
letter-confirm = If a figure is right as it stands, a short answer is enough.
letter-nothing-more = There is nothing more for you to do.
letter-close = Your figures help all partners see how the community is doing. Thank you for the care you put into them.
letter-regards = With kind regards,
letter-whole-file = The file
letter-outcome-taken = Taken
letter-outcome-left = Not taken yet
letter-column-figure = Figure
letter-column-value = Value
letter-column-state = State
letter-column-cell = Cell
letter-column-noticed = What we noticed
letter-column-outcome = So far
letter-taken-summary = Figures taken from the file, with value and state
letter-questions-summary = Cells that need a second look, with what we noticed
letter-state-revised = revised

# The reminder, ready to copy.
reminder-subject = A friendly reminder: { $title }
reminder-body = { $days ->
    [0] This is just a short reminder of our request “{ $title }”. We would be glad to have the figures by { $date }.
    [one] The figures of our request “{ $title }” were due yesterday, { $date }, and have not reached us yet.
   *[other] The figures of our request “{ $title }” were due on { $date }, { $days } days ago, and have not reached us yet.
  }
reminder-measures = We asked for: { $names }.
reminder-help = If something is in the way, a word is enough and we will help: a figure you do not have can be marked “not available”, and part of the figures is better than none. If you have sent the file already, please send it once more; it may not have reached us.
reminder-thanks = Thank you for being part of { $initiative }.

# Where requests stand, on the board and on the command line.
request-usual-title = Figures for { $periods }
request-stands-draft = Not sent yet
request-stands-due = { $days ->
    [0] Due today
    [one] Due tomorrow
   *[other] Due in { $days } days
  }
request-stands-late = { $days ->
    [one] 1 day late
   *[other] { $days } days late
  }
request-stands-received = Received { $date }
request-stands-accepted = Accepted { $date }
request-stands-withdrawn = Withdrawn { $date }
request-rate = { $part } of { $whole }, { $percent }%
request-rate-few = { $whole ->
    [0] None yet
   *[other] { $part } of { $whole }, too few to say
  }
request-step-made = Made, not sent yet
request-step-sent = Sent { $date }
request-step-received = Received { $date }
request-step-accepted = Accepted { $date }
request-came-back = { $file }: { $answered } of { $asked } figures given
request-because-own_program = It measures their own program
request-because-named = Named as supplier in the definition
request-because-supplied = Has supplied it before
request-because-asked = Was asked for it before
not-returned-unread = This file cannot be read ({ $reason }).
letter-subject = Your figures: { $title }

# Titles of the system's own dialogs.
dialog-sheet = Save the spreadsheet
dialog-sheets = Choose a folder for the spreadsheets
dialog-returned = Choose the spreadsheets that came back
dialog-letter = Save the letter

# The board in the window.
requests = Data requests
requests-lead = Ask partners for figures with a spreadsheet they fill in, and take in what comes back.
requests-empty = Ask a partner for figures. The spreadsheet carries its own code, so that it is recognized when it comes back.
request-add = Ask for figures
request-filter = Requests shown
request-all = All { $count }
standing-late = Late
standing-received = Received
standing-due = Due
standing-draft = Drafts
standing-accepted = Accepted
standing-withdrawn = Withdrawn
request-title = Request
request-due-head = Due
request-due-field = Due by
request-standing = Where it stands
request-next = Next step
request-next-of = { $step }, { $partner }
request-choose = Choose { $title }, { $partner }
request-choose-all = Choose all that can be sent
request-asks = { $count ->
    [one] 1 figure
   *[other] { $count } figures
  }: { $names }
request-findings = { $count ->
    [one] 1 thing to look at
   *[other] { $count } things to look at
  }
request-last-step = Last step
request-figures = Asks for
request-returned = Came back
request-sheet-make = Make the spreadsheet
request-sheets = { $count ->
    [one] Make the spreadsheet
   *[other] Make { $count } spreadsheets
  }
request-sheets-saved = { $count ->
    [one] Saved { $place }
   *[other] { $count } spreadsheets saved in { $place }
  }
request-mark-sent = Mark as sent
request-mark-sent-many = { $count ->
    [one] Mark as sent
   *[other] Mark { $count } as sent
  }
request-marked-sent = { $count ->
    [one] Marked as sent
   *[other] { $count } requests marked as sent
  }
request-marked-accepted = Figures accepted
request-marked-withdrawn = Request withdrawn
request-marked-taken_up = Request taken up again
request-remind = Remind
request-accept = Accept
request-withdraw = Withdraw
request-take-up = Take up again
request-added = { $count ->
    [one] 1 request made
   *[other] { $count } requests made
  }
request-periods = Periods
request-periods-help = Separated by commas, as in 2024–25, 2025–26. Left empty, each measure is asked for its latest period that has ended ({ $latest }).
request-breakdown = Also for every group of
request-breakdown-none = Everyone only
request-places = Also for these places
request-note = A word to the partner
request-note-help = Stands at the head of the spreadsheet.
request-measures = Measures
request-measures-help = Where other figures are asked for than before, send the new spreadsheet; figures in the old one are still recognized.
request-partners = Partners asked: { $count }
request-partners-help = Proposed is what a partner is known to supply. Untick what you do not need.
request-other-measure = Ask for another measure …
request-other-measure-of = Ask { $partner } for another measure

returned = Files that came back
returned-choose = Take in returned files
returned-waiting = { $count ->
    [one] One file to look at
   *[other] { $count } files to look at
  }
returned-nothing-saved = Nothing is saved yet. One undo takes a file back.
returned-counts = { $asked ->
    [one] 1 figure
   *[other] { $asked } figures
  } asked for: { $new } new, { $changed } changed, { $same } the same, { $out } left out, { $open } still open
returned-figures = { $count ->
    [one] Show the figure
   *[other] Show all { $count } figures
  }
returned-figure = Figure
returned-before = Before
returned-given = In the file
returned-fate = What becomes of it
returned-take = { $count ->
    [0] Take in the answer
    [one] Take in 1 figure
   *[other] Take in { $count } figures
  }
returned-dismiss = Not now
returned-taken = Received: { $added } new, { $changed } changed
fate-unanswered = Still open
fate-new = New
fate-same = Same as saved
fate-changed = Replaces what is saved
fate-left_out = Left out
finding-is-left-out = left out, for the partner to mend
finding-is-question = a question; it can be taken
finding-leave-out = Leave out

rates = How partners answer
rate-on-time = Answered on time
rate-unquestioned = Figures without a question
rates-note = Counted are requests that were answered or whose day has passed, and the figures in the latest file of each. With fewer than three there is too little to say.

message-reminder = Reminder, ready to copy
message-letter = Letter to send back
message-subject = Subject:
message-copy = Copy the text
message-copied = Copied
message-not-copied = It could not be copied. Select the text and copy it with Ctrl C.
letter-save = Save as PDF
