# The Common Agenda: its versions, signatures and theory of change, in the window and on paper.

agenda-views = Parts of the agenda
agenda-view-texts = Texts and results
agenda-view-theory = Theory of change
agenda-view-versions = Versions
agenda-view-endorsements = Endorsements
agenda-vision = Vision
agenda-vision-help = What we want to be true
agenda-problem = Problem
agenda-problem-help = What stands in the way
agenda-population = Population
agenda-population-help = For whom
agenda-geography = Geography
agenda-geography-help = Where
agenda-scopeIn = In scope
agenda-scopeIn-help = What belongs to it
agenda-scopeOut = Out of scope
agenda-scopeOut-help = What does not
agenda-principles = Principles
agenda-principles-help = How we work
agenda-note = What is new in this version
agenda-note-help = One or two sentences for those who signed the version before
agenda-empty = Nothing is written yet.
agenda-unwritten = Write down what you share: the vision, the problem, for whom and where. Partners sign it once it is adopted.
agenda-begin = Begin writing
agenda-text-empty = Not written
agenda-version = Version { $version }
agenda-version-draft = Version { $version }, draft
agenda-version-adopted = Version { $version }, adopted { $date }
agenda-in-force = In force
agenda-draft = Draft
agenda-earlier = Earlier
agenda-showing = Version shown
agenda-locked = Adopted and locked. To change it, start a new draft; this version stays as it is.
agenda-draft-help = Only your team sees a draft. What you write is saved when you leave a field.
agenda-draft-alone = Nothing was adopted yet, so reports show this draft and say so.
agenda-draft-beside = Until you adopt it, reports show version { $version }.
agenda-start = Start a new draft
agenda-discard = Discard the draft
agenda-discarded = The draft was discarded.
agenda-adopt = Adopt this version
agenda-adopt-now = Adopt and lock
agenda-adopt-title = Adopt version { $version }
agenda-adopt-explain = Its texts and results are locked as they stand. Partners can sign it from then on.
agenda-adopt-done = Version { $version } is adopted and locked.
agenda-adopted-on = Adopted on
agenda-adopted-help = The day the group agreed to it
agenda-signed-count = { $signed } of { $count } active partners signed
agenda-results-of = Results in this version
agenda-results-today = Results as they stand today. A version keeps those of its day.

# Comparing versions.
compare-from = Earlier version
compare-to = Later version
compare-same = The same words in both versions.
compare-all-same = These two versions say the same.
compare-form = Only the form changed: bold, lists or paragraphs.
compare-none = There is one version so far. Once there are two, you can compare them here word by word.
compare-unwritten = Nothing is written yet, so there is nothing to compare.
compare-count = { $added ->
    [one] one word added
   *[other] { $added } words added
  }, { $removed ->
    [one] one word removed
   *[other] { $removed } words removed
  }
compare-added = added
compare-removed = removed
compare-begin-added = Added:
compare-begin-removed = Removed:
compare-end = End of change.
compare-key-added = Added words are underlined
compare-key-removed = Removed words are struck through
compare-only-changes = Show only what changed
compare-unchanged = { $count ->
    [one] One part is the same.
   *[other] { $count } parts are the same.
  }
compare-results = Results
compare-result-same = Same
compare-result-added = Added
compare-result-removed = Removed
compare-result-changed = Changed

# Endorsements.
endorse = Record signatures
endorse-title = Signatures under version { $version }
endorse-none-adopted = Partners sign what is adopted. Adopt the draft first; then record who signed it here.
endorse-nobody = Nobody has signed this version yet.
endorse-partners = Who signed
endorse-partners-help = Choose one or many. Add who signed where you know it.
endorse-signer = Signed by
endorse-signer-of = Signed by, for { $partner }
endorse-signer-hint = Name and role
endorse-on = Signed on
endorse-note = Note
endorse-save = { $count ->
    [one] Record one signature
   *[other] Record { $count } signatures
  }
endorse-saved = { $count ->
    [one] One signature recorded.
   *[other] { $count } signatures recorded.
  }
endorse-choose = Choose at least one partner.
endorse-all = All
endorse-none = None
endorse-column-partner = Partner
endorse-column-signer = Signed by
endorse-column-on = On
endorse-column-note = Note
endorse-outstanding = Still to sign version { $version }
endorse-outstanding-count = { $count ->
    [one] One active partner has not signed yet.
   *[other] { $count } active partners have not signed yet.
  }
endorse-outstanding-done = Every active partner has signed.
endorse-outstanding-empty = There are no active partners yet.
endorse-earlier = Signed version { $version } on { $date }, not yet version { $current }
endorse-never = Has not signed any version
endorse-edit = Change signature of { $partner }
endorse-edit-title = Signature of { $partner }
endorse-paper = Print for signature

# Theory of change.
map-head-result = Result
map-head-strategy = Strategy
map-head-activity = Activity
map-head-measure = Measure
map-stop = { $kind ->
    [result] Result
    [strategy] Strategy
    [activity] Activity
   *[measure] Measure
  }: { $name }
map-stop-hole = { $kind ->
    [result] Result
    [strategy] Strategy
    [activity] Activity
   *[measure] Measure
  } missing: { $hole }
map-stop-more = { $words }. { $more }
map-summary = Theory of change: { $results ->
    [0] no results
    [one] one result
   *[other] { $results } results
  }, { $strategies ->
    [0] no strategies
    [one] one strategy
   *[other] { $strategies } strategies
  }, { $activities ->
    [0] no activities
    [one] one activity
   *[other] { $activities } activities
  } and { $measures ->
    [0] no measures
    [one] one measure
   *[other] { $measures } measures
  }; { $holes ->
    [0] nothing is missing
    [one] one place where something is missing
   *[other] { $holes } places where something is missing
  }.
map-none-result = Under no result
map-lead = Led by { $partner }
map-other-result = Measure of another result
map-performance = Performance measure
hole-result_without_indicator = No indicator yet
hole-result_without_strategy = No strategy yet
hole-strategy_without_activity = No activity yet
hole-activity_without_strategy = No strategy yet
hole-activity_without_measure = Moves no measure yet
hole-measure_unfed = Nothing moves it yet
hole-measure_without_result = Belongs to no result yet
theory-empty = Add a result and its strategies. The map then draws itself from your activities and measures.
theory-filter = Show
theory-filter-all = All results
theory-holes = What is missing
theory-holes-none = Nothing is missing: every result has an indicator and a strategy, every strategy an activity, every activity a measure.
theory-hole-kind-result_without_indicator = { $count ->
    [one] One result without an indicator
   *[other] { $count } results without an indicator
  }
theory-hole-kind-result_without_strategy = { $count ->
    [one] One result without a strategy
   *[other] { $count } results without a strategy
  }
theory-hole-kind-strategy_without_activity = { $count ->
    [one] One strategy without an activity
   *[other] { $count } strategies without an activity
  }
theory-hole-kind-activity_without_strategy = { $count ->
    [one] One activity without a strategy
   *[other] { $count } activities without a strategy
  }
theory-hole-kind-activity_without_measure = { $count ->
    [one] One activity that moves no measure
   *[other] { $count } activities that move no measure
  }
theory-hole-kind-measure_unfed = { $count ->
    [one] One measure nothing moves
   *[other] { $count } measures nothing moves
  }
theory-hole-kind-measure_without_result = { $count ->
    [one] One measure under no result
   *[other] { $count } measures under no result
  }
theory-mend = Mend it
theory-map = Map of the theory of change
theory-keys = Arrow keys move through the boxes; Enter opens one.

# On paper.
paper-agenda = Common Agenda
paper-agenda-draft = Draft
paper-agenda-draft-note = This is a draft. Its words may still change; it is not adopted.
paper-agenda-version = Version { $version }
paper-agenda-version-adopted = Version { $version }, adopted { $date }
paper-agenda-part-vision = Vision
paper-agenda-part-problem = Problem
paper-agenda-part-population = Population
paper-agenda-part-geography = Geography
paper-agenda-part-scope_in = In scope
paper-agenda-part-scope_out = Out of scope
paper-agenda-part-principles = Principles
paper-agenda-note = What is new in this version
paper-agenda-unwritten = Not written yet
paper-agenda-results = What we want for people
paper-agenda-results-lead = Each result with the headline measures we follow it by, and the target we hold ourselves to.
paper-agenda-results-none = No results are written yet.
paper-agenda-measure = Measure
paper-agenda-latest = Latest
paper-agenda-target = Target
paper-agenda-no-measure = No headline measure yet
paper-agenda-strategies = How we mean to get there
paper-agenda-strategy = Strategy
paper-agenda-strategy-how = How
paper-agenda-no-strategies = No strategies are written yet.
paper-agenda-theory = Theory of change
paper-agenda-theory-lead = What is to lead to what, drawn from our records of { $date }. A dashed frame marks what is missing.
paper-agenda-theory-part = { $result } ({ $part } of { $count })
paper-agenda-sign = Signatures
paper-agenda-sign-lead = By signing, each partner endorses version { $version } of this Common Agenda and agrees to work toward its results together.
paper-agenda-sign-draft = These lines are for the version the group adopts. A draft is not signed.
paper-agenda-sign-none = There are no active partners yet.
paper-agenda-sign-partner = Partner
paper-agenda-sign-name = Name and role
paper-agenda-sign-signature = Signature
paper-agenda-sign-date = Date
paper-agenda-signed = Signed
paper-agenda-sign-count = { $signed } of { $count } partners have signed.
