# The network of partners.

network = Network
network-directory = Directory
network-view = How partners are shown
network-lead = Who meets and works with whom, from attendance and activities. Nobody has to fill in a survey.
network-no-sector = No sector
network-key-bridge = The only tie between two parts
network-key-larger = Larger: links others more
network-isolates-row = { $count ->
    [one] 1 partner without a tie in this time
   *[other] { $count } partners without a tie in this time
  }
network-column-partner = Partner
network-column-sector = Sector
network-column-ties = Ties
network-column-links = Links others
network-column-part = Part
network-column-occasions = Together

# What ties them.
network-tied-by = Tied by
network-meetings = Joint meetings
network-activities = Joint activities
network-with-backbone = With the backbone
network-with-backbone-help = { $name } meets everyone; without it you see what holds by itself
network-until = Up to
network-back = Looking back
network-back-quarter = 3 months
network-back-half = 6 months
network-back-year = 12 months
network-back-all = All there is
network-sector = Sector
network-sector-all = All sectors
network-span = { $from } to { $to }
network-span-open = everything up to { $to }
network-today = today

# The drawing.
network-figure = Drawing of the network
network-keys = Tab goes to a partner; arrow keys move it, Shift and arrow key in larger steps. Enter opens its page. Drag with the mouse.
network-larger = Larger
network-smaller = Smaller
network-arrange = Arrange again
network-moved = { $name } keeps this place
network-arranged = The program arranges the network again
network-empty = No partner yet. The network fills as partners meet and share activities.
network-tied-list = Tied to

# In words. “verb” is what the ties stand for: both, meetings or activities.
network-headline = { $verb ->
    [none] Choose what ties partners: joint meetings, joint activities or both
    [meetings] { $ties } of { $pairs } possible pairs meet
    [activities] { $ties } of { $pairs } possible pairs share an activity
   *[both] { $ties } of { $pairs } possible pairs meet or share an activity
  }
network-headline-few = { $count ->
    [0] No partner in this time: there is no network to speak of
   *[other] One partner alone: there is no network to speak of
  }
network-node-words = { $name }. { $sector }. { $ties ->
    [0] Tied to nobody in this time.
    [one] Tied to 1 partner.
   *[other] Tied to { $ties } partners.
  }
network-node-links = { $words } On { $links } of the shortest ways between two others.
network-together = { $kind ->
    [meetings] { $meetings ->
        [one] 1 meeting
       *[other] { $meetings } meetings
      }
    [activities] { $activities ->
        [one] 1 activity
       *[other] { $activities } activities
      }
   *[both] { $meetings ->
        [one] 1 meeting
       *[other] { $meetings } meetings
      }, { $activities ->
        [one] 1 activity
       *[other] { $activities } activities
      }
  }
network-part = Part { $number }
network-part-alone = Alone
network-summary = Network of { $partners ->
    [one] 1 partner
   *[other] { $partners } partners
  }. { $headline }. { $parts }. { $bridges }
network-summary-bridges = { $count ->
    [0] No two parts hang by a single tie.
    [one] One tie is the only one between two parts.
   *[other] { $count } ties are each the only one between two parts.
  }

# Key figures: name, value, and what it means.
network-figure-density = Possible pairs tied
network-figure-density-note = { $ties } of { $pairs }
network-figure-center = Hangs on one partner
network-figure-center-note = 0 evenly shared, 1 all through one
network-figure-parts = Parts
network-figure-parts-note = { $count ->
    [one] everyone reaches everyone
   *[other] that do not reach each other
  }
network-figure-bridges = Single ties that hold it
network-figure-bridges-note = { $count ->
    [0] none can break it alone
    [one] without it, it falls apart
   *[other] each alone would split it
  }
network-figure-isolates = Without a tie
network-figure-isolates-note = of { $partners }
network-figure-mixing = Ties across sectors
network-figure-mixing-note = { $between } of { $known }

# How it was worked out.
network-worked = How this was worked out
network-question-density = How many of the possible pairs are tied?
network-answer-density = { $headline }: { $share }.
network-formula-density = Ties ÷ possible pairs; possible pairs = partners × (partners − 1) ÷ 2. A pair counts once however often it meets.
network-question-center = Does it hang on one partner?
network-answer-center = { $value }, where 0 means that all have equally many ties and 1 that all ties run through one. { $names ->
    [0] { "" }
   *[other] { $most } has most ties, with { $ties } of { $others } others.
  }
network-formula-center = Sum over all partners of (most ties of any − its ties) ÷ ((partners − 1) × (partners − 2))
network-answer-center-few = With fewer than three partners any tie is in the middle.
network-question-links = Who links others?
network-answer-links = { $names } lie on most of the shortest ways between two others.
network-answer-links-one = { $names } lies on most of the shortest ways between two others.
network-answer-links-none = Nobody: whoever is tied at all is tied directly, or there are too few partners.
network-link-of = { $name } ({ $share })
network-formula-links = For every pair of others, the share of shortest ways that lead through a partner, summed, ÷ ((partners − 1) × (partners − 2) ÷ 2)
network-question-parts = Does it hold together?
network-answer-parts-one = All { $count } partners reach each other, directly or through others.
network-answer-parts = It falls into { $groups ->
    [0] no parts at all
    [one] 1 part of { $largest }
   *[other] { $groups } parts, the largest of { $largest }
  }{ $alone ->
    [0] .
    [one] , and 1 partner without a tie.
   *[other] , and { $alone } partners without a tie.
  }
network-formula-parts = Partners that reach each other over ties form a part
network-question-bridges = What would break it?
network-answer-bridges = Each of these ties is the only one between two parts: { $names }.
network-answer-bridges-none = No single tie: every two partners that reach each other do so in more than one way, or have no tie to lose.
network-answer-cuts = Without { $names } others would lose each other.
network-bridge-of = { $one } – { $other }
network-formula-bridges = A tie, or a partner, whose loss leaves more parts than there are
network-question-mixing = Do sectors mix?
network-answer-mixing = { $between } of { $known } ties between partners of a known sector join two sectors: { $share }. Balance { $index }, where −1 means only within and 1 only between sectors.
network-answer-mixing-none = No tie joins partners of known sectors.
network-formula-mixing = (Ties between sectors − ties within) ÷ (ties between + ties within)
network-source-density = Freeman 1978
network-source-center = Freeman 1978
network-source-links = Brandes 2001
network-source-parts = Hopcroft and Tarjan 1973
network-source-bridges = Hopcroft and Tarjan 1973
network-source-mixing = Krackhardt and Stern 1988
network-input-span = Time
network-input-by = Tied by
network-input-partners = Partners
network-input-pairs = Possible pairs
network-input-ties = Pairs tied
network-input-meetings = Meetings counted
network-input-activities = Activities counted
network-input-sector = Only sector
network-input-without = Left out
network-input-who = Who is in it
network-who = Partners that are active or paused, and whoever is tied in this time
network-by = { $kind ->
    [meetings] Meetings that were held and both came to
    [activities] Activities both have a part in
    [none] Nothing
   *[both] Meetings that were held and both came to; activities both have a part in
  }
network-more = { $names } and { $count } more

# Sector by sector.
network-mixing = Sectors together
network-mixing-note = How many ties join two sectors; the diagonal counts ties within one.
network-mixing-unknown = { $count ->
    [one] 1 tie of a partner without a sector is not in the table.
   *[other] { $count } ties of partners without a sector are not in the table.
  }

op-place_partner = Place in the network
op-arrange_network = Arrange the network again

# On paper.
report-network = Partner network
report-network-about = Who meets and works with whom
paper-network = Partner network
paper-network-lead = Between { $span }, { $meetings ->
    [one] 1 meeting
   *[other] { $meetings } meetings
  } and { $activities ->
    [one] 1 activity
   *[other] { $activities } activities
  } brought two or more of { $partners ->
    [one] 1 partner
   *[other] { $partners } partners
  } together.
paper-network-figures = The network in figures
paper-network-what = What was looked at
paper-network-value = Found
paper-network-partners = Partners and their ties
paper-network-partners-summary = Partners with sector, number of ties, how much they link others, and part
paper-network-mixing-summary = Number of ties between every two sectors
paper-network-bridges = Ties to look after
paper-network-isolates = Without a tie
paper-network-isolates-none = Every partner is tied to at least one other.
paper-network-worked = How it was worked out
paper-network-note = Being tied says that partners met or share an activity, not how well they work together. A partner without a tie may be close to the backbone in ways that are not noted here.
paper-partner-network = Whom you meet and work with
paper-partner-network-none = In the last 12 months no meeting and no activity that is noted here brought you together with another partner.
paper-partner-network-lead = { $count ->
    [one] In the last 12 months you met or shared an activity with 1 of { $others } others.
   *[other] In the last 12 months you met or shared an activity with { $count } of { $others } others.
  }
paper-partner-network-summary = The partner with { $count ->
    [one] 1 partner
   *[other] { $count } partners
  } it is tied to, and the ties among them.
paper-partner-network-table = Partners it is tied to, with meetings and activities together
