-- The schema of today, for readers and for the upgrade test. Files reach it through the
-- numbered migrations beside this file. Ids are UUIDv7 in 16 bytes; dates are ISO text;
-- instants are UTC milliseconds; figures are exact decimals in text; periods are written
-- 2024, SY2024-25, FY2025, 2024-Q3, 2024-03 or 2024-03-15.

CREATE TABLE initiatives (
    id BLOB PRIMARY KEY CHECK (length(id) = 16),
    name TEXT NOT NULL,
    backbone_organization TEXT NOT NULL,
    geography TEXT NOT NULL,
    is_sample INTEGER NOT NULL CHECK (is_sample IN (0, 1)),
    watch_share TEXT NOT NULL,
    status_rule TEXT NOT NULL DEFAULT 'path'
        CHECK (status_rule IN ('path', 'movement', 'pace'))
) STRICT;

CREATE TABLE agendas (
    id BLOB PRIMARY KEY CHECK (length(id) = 16),
    vision TEXT NOT NULL,
    problem TEXT NOT NULL,
    population TEXT NOT NULL,
    geography TEXT NOT NULL,
    scope_in TEXT NOT NULL,
    scope_out TEXT NOT NULL,
    principles TEXT NOT NULL,
    adopted_on TEXT,
    version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1),
    note TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE results (
    id BLOB PRIMARY KEY CHECK (length(id) = 16),
    name TEXT NOT NULL,
    population TEXT NOT NULL,
    position INTEGER NOT NULL
) STRICT;

CREATE TABLE strategies (
    id BLOB PRIMARY KEY CHECK (length(id) = 16),
    result_id BLOB NOT NULL REFERENCES results (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    description TEXT NOT NULL,
    position INTEGER NOT NULL
) STRICT;
CREATE INDEX strategies_by_result ON strategies (result_id);

-- What partners are told apart by. A sector or type that came with the program has a code, by
-- which its name is worded; one of the team's own has a name only.
CREATE TABLE sectors (
    id BLOB PRIMARY KEY CHECK (length(id) = 16),
    code TEXT UNIQUE,
    name TEXT NOT NULL,
    position INTEGER NOT NULL,
    CHECK (code IS NOT NULL OR name <> '')
) STRICT;

CREATE TABLE partner_types (
    id BLOB PRIMARY KEY CHECK (length(id) = 16),
    code TEXT UNIQUE,
    name TEXT NOT NULL,
    position INTEGER NOT NULL,
    CHECK (code IS NOT NULL OR name <> '')
) STRICT;

CREATE TABLE partners (
    id BLOB PRIMARY KEY CHECK (length(id) = 16),
    name TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('prospective', 'active', 'paused', 'left')),
    since TEXT,
    until TEXT,
    note TEXT NOT NULL,
    sector_id BLOB REFERENCES sectors (id) ON DELETE SET NULL,
    type_id BLOB REFERENCES partner_types (id) ON DELETE SET NULL,
    website TEXT NOT NULL DEFAULT '',
    email TEXT NOT NULL DEFAULT '',
    phone TEXT NOT NULL DEFAULT '',
    address TEXT NOT NULL DEFAULT '',
    size TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX partners_by_sector ON partners (sector_id);
CREATE INDEX partners_by_type ON partners (type_id);

CREATE TABLE people (
    id BLOB PRIMARY KEY CHECK (length(id) = 16),
    partner_id BLOB NOT NULL REFERENCES partners (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    email TEXT NOT NULL,
    phone TEXT NOT NULL
) STRICT;
CREATE INDEX people_by_partner ON people (partner_id);

CREATE TABLE measures (
    id BLOB PRIMARY KEY CHECK (length(id) = 16),
    code TEXT NOT NULL UNIQUE COLLATE NOCASE,
    name TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('indicator', 'performance')),
    result_id BLOB REFERENCES results (id) ON DELETE SET NULL,
    partner_id BLOB REFERENCES partners (id) ON DELETE SET NULL,
    question TEXT NOT NULL,
    definition TEXT NOT NULL,
    numerator TEXT NOT NULL,
    denominator TEXT NOT NULL,
    unit TEXT NOT NULL CHECK (unit IN ('percent', 'count', 'rate', 'index', 'currency', 'days')),
    rate_per INTEGER CHECK ((unit = 'rate') = (rate_per IS NOT NULL) AND (rate_per IS NULL OR rate_per > 0)),
    polarity TEXT NOT NULL CHECK (polarity IN ('higher', 'lower', 'neither')),
    natural_limit TEXT,
    precision INTEGER NOT NULL CHECK (precision BETWEEN 0 AND 6),
    frequency TEXT NOT NULL CHECK (frequency IN ('monthly', 'quarterly', 'school_year',
        'calendar_year', 'fiscal_year', 'irregular')),
    source TEXT NOT NULL,
    release TEXT NOT NULL,
    steward TEXT NOT NULL,
    provider TEXT NOT NULL,
    rationale TEXT NOT NULL,
    limitations TEXT NOT NULL,
    is_proxy INTEGER NOT NULL CHECK (is_proxy IN (0, 1)),
    communication_power INTEGER CHECK (communication_power BETWEEN 1 AND 3),
    proxy_power INTEGER CHECK (proxy_power BETWEEN 1 AND 3),
    data_power INTEGER CHECK (data_power BETWEEN 1 AND 3),
    status TEXT NOT NULL CHECK (status IN ('developmental', 'active', 'retired')),
    is_headline INTEGER NOT NULL CHECK (is_headline IN (0, 1)),
    suppression_floor INTEGER CHECK (suppression_floor >= 0),
    story TEXT NOT NULL,
    position INTEGER NOT NULL,
    calculation TEXT NOT NULL DEFAULT 'entered'
        CHECK (calculation IN ('entered', 'sum', 'difference', 'ratio', 'rate')),
    limits_frozen_at TEXT,
    release_lag_days INTEGER CHECK (release_lag_days >= 0),
    is_extreme_cohort INTEGER NOT NULL DEFAULT 0 CHECK (is_extreme_cohort IN (0, 1))
) STRICT;
CREATE INDEX measures_by_result ON measures (result_id);
CREATE INDEX measures_by_partner ON measures (partner_id);

CREATE TABLE baselines (
    id BLOB PRIMARY KEY CHECK (length(id) = 16),
    measure_id BLOB NOT NULL UNIQUE REFERENCES measures (id) ON DELETE CASCADE,
    period TEXT NOT NULL,
    value TEXT NOT NULL
) STRICT;

CREATE TABLE targets (
    id BLOB PRIMARY KEY CHECK (length(id) = 16),
    measure_id BLOB NOT NULL REFERENCES measures (id) ON DELETE CASCADE,
    period TEXT NOT NULL,
    value TEXT NOT NULL,
    UNIQUE (measure_id, period)
) STRICT;

CREATE TABLE annotations (
    id BLOB PRIMARY KEY CHECK (length(id) = 16),
    measure_id BLOB NOT NULL REFERENCES measures (id) ON DELETE CASCADE,
    period TEXT NOT NULL,
    title TEXT NOT NULL,
    detail TEXT NOT NULL,
    resets_limits INTEGER NOT NULL DEFAULT 0 CHECK (resets_limits IN (0, 1))
) STRICT;
CREATE INDEX annotations_by_measure ON annotations (measure_id);

CREATE TABLE places (
    id BLOB PRIMARY KEY CHECK (length(id) = 16),
    name TEXT NOT NULL UNIQUE COLLATE NOCASE,
    is_benchmark INTEGER NOT NULL CHECK (is_benchmark IN (0, 1)),
    parent_id BLOB REFERENCES places (id) ON DELETE SET NULL
) STRICT;
CREATE INDEX places_by_parent ON places (parent_id);

CREATE TABLE breakdowns (
    id BLOB PRIMARY KEY CHECK (length(id) = 16),
    name TEXT NOT NULL UNIQUE COLLATE NOCASE
) STRICT;

CREATE TABLE groups (
    id BLOB PRIMARY KEY CHECK (length(id) = 16),
    breakdown_id BLOB NOT NULL REFERENCES breakdowns (id) ON DELETE CASCADE,
    name TEXT NOT NULL COLLATE NOCASE,
    position INTEGER NOT NULL,
    UNIQUE (breakdown_id, name)
) STRICT;

CREATE TABLE imports (
    id BLOB PRIMARY KEY CHECK (length(id) = 16),
    file_name TEXT NOT NULL,
    source TEXT NOT NULL,
    at_ms INTEGER NOT NULL,
    row_count INTEGER NOT NULL
) STRICT;

-- A series is one measure for one place, group and provider; without them it speaks of
-- everyone. Its small key keeps readings, of which there may be millions, small.
CREATE TABLE series (
    id INTEGER PRIMARY KEY,
    measure_id BLOB NOT NULL REFERENCES measures (id) ON DELETE CASCADE,
    place_id BLOB REFERENCES places (id) ON DELETE RESTRICT,
    group_id BLOB REFERENCES groups (id) ON DELETE RESTRICT,
    provider_id BLOB REFERENCES partners (id) ON DELETE RESTRICT
) STRICT;
CREATE UNIQUE INDEX series_once ON series
    (measure_id, ifnull(place_id, x''), ifnull(group_id, x''), ifnull(provider_id, x''));
CREATE INDEX series_by_place ON series (place_id);
CREATE INDEX series_by_group ON series (group_id);
CREATE INDEX series_by_provider ON series (provider_id);

-- Its choices are compared one by one: for an IN of more than two SQLite builds a table
-- anew for every row, which made an import twice as slow.
CREATE TABLE readings (
    series_id INTEGER NOT NULL REFERENCES series (id) ON DELETE CASCADE,
    period TEXT NOT NULL,
    value TEXT,
    numerator TEXT,
    denominator TEXT,
    lower TEXT,
    upper TEXT,
    state TEXT NOT NULL CHECK (state = 'final' OR state = 'provisional' OR state = 'revised'
        OR state = 'suppressed' OR state = 'missing'),
    comment TEXT NOT NULL,
    origin TEXT NOT NULL CHECK (origin = 'typed' OR origin = 'pasted' OR origin = 'imported'
        OR origin = 'sample'),
    import_id BLOB REFERENCES imports (id),
    import_row INTEGER,
    PRIMARY KEY (series_id, period),
    CHECK ((state IN ('suppressed', 'missing')) = (value IS NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE activities (
    id BLOB PRIMARY KEY CHECK (length(id) = 16),
    name TEXT NOT NULL,
    description TEXT NOT NULL,
    strategy_id BLOB REFERENCES strategies (id) ON DELETE SET NULL,
    lead_id BLOB REFERENCES partners (id) ON DELETE SET NULL,
    status TEXT NOT NULL CHECK (status IN ('planned', 'active', 'done', 'stopped')),
    starts TEXT,
    ends TEXT,
    progress TEXT NOT NULL
) STRICT;
CREATE INDEX activities_by_strategy ON activities (strategy_id);
CREATE INDEX activities_by_lead ON activities (lead_id);

CREATE TABLE activity_partners (
    activity_id BLOB NOT NULL REFERENCES activities (id) ON DELETE CASCADE,
    partner_id BLOB NOT NULL REFERENCES partners (id) ON DELETE CASCADE,
    PRIMARY KEY (activity_id, partner_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX activity_partners_by_partner ON activity_partners (partner_id);

CREATE TABLE activity_measures (
    activity_id BLOB NOT NULL REFERENCES activities (id) ON DELETE CASCADE,
    measure_id BLOB NOT NULL REFERENCES measures (id) ON DELETE CASCADE,
    PRIMARY KEY (activity_id, measure_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX activity_measures_by_measure ON activity_measures (measure_id);

CREATE TABLE meetings (
    id BLOB PRIMARY KEY CHECK (length(id) = 16),
    title TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('board', 'working_group', 'other')),
    date TEXT NOT NULL,
    time TEXT,
    place TEXT NOT NULL,
    agenda TEXT NOT NULL,
    minutes TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('planned', 'held', 'cancelled')),
    working_group_id BLOB REFERENCES working_groups (id) ON DELETE SET NULL
) STRICT;
CREATE INDEX meetings_by_date ON meetings (date);
CREATE INDEX meetings_by_group ON meetings (working_group_id);

CREATE TABLE decisions (
    id BLOB PRIMARY KEY CHECK (length(id) = 16),
    meeting_id BLOB REFERENCES meetings (id) ON DELETE SET NULL,
    number TEXT NOT NULL,
    text TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('waiting', 'made')),
    date TEXT
) STRICT;
CREATE INDEX decisions_by_meeting ON decisions (meeting_id);

CREATE TABLE action_items (
    id BLOB PRIMARY KEY CHECK (length(id) = 16),
    meeting_id BLOB REFERENCES meetings (id) ON DELETE SET NULL,
    title TEXT NOT NULL,
    owner TEXT NOT NULL,
    due TEXT,
    done_on TEXT
) STRICT;
CREATE INDEX action_items_by_meeting ON action_items (meeting_id);
CREATE INDEX action_items_by_due ON action_items (due);

CREATE TABLE measure_parts (
    id BLOB PRIMARY KEY CHECK (length(id) = 16),
    measure_id BLOB NOT NULL REFERENCES measures (id) ON DELETE CASCADE,
    part_id BLOB NOT NULL REFERENCES measures (id) ON DELETE RESTRICT,
    role TEXT NOT NULL CHECK (role IN ('plus', 'minus', 'numerator', 'denominator')),
    position INTEGER NOT NULL
) STRICT;
CREATE INDEX measure_parts_by_measure ON measure_parts (measure_id);
CREATE INDEX measure_parts_by_part ON measure_parts (part_id);

CREATE TABLE contributions (
    id BLOB PRIMARY KEY CHECK (length(id) = 16),
    performance_id BLOB NOT NULL REFERENCES measures (id) ON DELETE CASCADE,
    indicator_id BLOB NOT NULL REFERENCES measures (id) ON DELETE CASCADE,
    UNIQUE (performance_id, indicator_id)
) STRICT;
CREATE INDEX contributions_by_indicator ON contributions (indicator_id);

CREATE TABLE comparisons (
    id BLOB PRIMARY KEY CHECK (length(id) = 16),
    measure_id BLOB NOT NULL REFERENCES measures (id) ON DELETE CASCADE,
    other_id BLOB NOT NULL REFERENCES measures (id) ON DELETE CASCADE,
    UNIQUE (measure_id, other_id)
) STRICT;
CREATE INDEX comparisons_by_other ON comparisons (other_id);

CREATE TABLE definition_changes (
    id BLOB PRIMARY KEY CHECK (length(id) = 16),
    measure_id BLOB NOT NULL REFERENCES measures (id) ON DELETE CASCADE,
    changed_on TEXT NOT NULL,
    period TEXT,
    kind TEXT NOT NULL CHECK (kind IN ('wording', 'series_break', 'rebased_baseline')),
    title TEXT NOT NULL,
    before TEXT NOT NULL,
    after TEXT NOT NULL
) STRICT;
CREATE INDEX definition_changes_by_measure ON definition_changes (measure_id);

CREATE TABLE stories (
    id BLOB PRIMARY KEY CHECK (length(id) = 16),
    measure_id BLOB NOT NULL REFERENCES measures (id) ON DELETE CASCADE,
    period TEXT NOT NULL,
    text TEXT NOT NULL,
    UNIQUE (measure_id, period)
) STRICT;

CREATE TABLE tests_of_change (
    id BLOB PRIMARY KEY CHECK (length(id) = 16),
    measure_id BLOB NOT NULL REFERENCES measures (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    starts TEXT NOT NULL,
    ends TEXT,
    prediction TEXT NOT NULL,
    result TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('planned', 'running', 'adopted', 'adapted', 'abandoned'))
) STRICT;
CREATE INDEX tests_of_change_by_measure ON tests_of_change (measure_id);

CREATE TABLE closed_periods (
    id BLOB PRIMARY KEY CHECK (length(id) = 16),
    period TEXT NOT NULL UNIQUE,
    closed_on TEXT NOT NULL,
    closed_by TEXT NOT NULL
) STRICT;

CREATE TABLE import_mappings (
    id BLOB PRIMARY KEY CHECK (length(id) = 16),
    name TEXT NOT NULL UNIQUE COLLATE NOCASE,
    heads TEXT NOT NULL,
    choices TEXT NOT NULL,
    used_ms INTEGER NOT NULL
) STRICT;

CREATE TABLE data_requests (
    id BLOB PRIMARY KEY CHECK (length(id) = 16),
    partner_id BLOB NOT NULL REFERENCES partners (id) ON DELETE CASCADE,
    title TEXT NOT NULL,
    due TEXT NOT NULL,
    sent_on TEXT,
    received_on TEXT,
    accepted_on TEXT,
    withdrawn_on TEXT,
    token TEXT NOT NULL UNIQUE,
    version INTEGER NOT NULL CHECK (version >= 1),
    note TEXT NOT NULL
) STRICT;
CREATE INDEX data_requests_by_partner ON data_requests (partner_id);
CREATE INDEX data_requests_by_due ON data_requests (due);

CREATE TABLE data_request_cells (
    id BLOB PRIMARY KEY CHECK (length(id) = 16),
    request_id BLOB NOT NULL REFERENCES data_requests (id) ON DELETE CASCADE,
    measure_id BLOB NOT NULL REFERENCES measures (id) ON DELETE CASCADE,
    place_id BLOB REFERENCES places (id) ON DELETE RESTRICT,
    group_id BLOB REFERENCES groups (id) ON DELETE RESTRICT,
    period TEXT NOT NULL,
    position INTEGER NOT NULL
) STRICT;
CREATE INDEX data_request_cells_by_request ON data_request_cells (request_id);
CREATE INDEX data_request_cells_by_measure ON data_request_cells (measure_id);
CREATE INDEX data_request_cells_by_place ON data_request_cells (place_id);
CREATE INDEX data_request_cells_by_group ON data_request_cells (group_id);

CREATE TABLE data_returns (
    id BLOB PRIMARY KEY CHECK (length(id) = 16),
    request_id BLOB NOT NULL REFERENCES data_requests (id) ON DELETE CASCADE,
    import_id BLOB NOT NULL REFERENCES imports (id),
    file_name TEXT NOT NULL,
    returned_on TEXT NOT NULL,
    version INTEGER NOT NULL CHECK (version >= 1),
    asked INTEGER NOT NULL CHECK (asked >= 0),
    answered INTEGER NOT NULL CHECK (answered >= 0),
    unquestioned INTEGER NOT NULL CHECK (unquestioned >= 0),
    taken INTEGER NOT NULL CHECK (taken >= 0),
    same INTEGER NOT NULL CHECK (same >= 0)
) STRICT;
CREATE INDEX data_returns_by_request ON data_returns (request_id);
CREATE INDEX data_returns_by_import ON data_returns (import_id);

CREATE TABLE data_return_findings (
    id BLOB PRIMARY KEY CHECK (length(id) = 16),
    return_id BLOB NOT NULL REFERENCES data_returns (id) ON DELETE CASCADE,
    cell TEXT NOT NULL,
    subject TEXT NOT NULL,
    code TEXT NOT NULL,
    particulars TEXT NOT NULL,
    is_taken INTEGER NOT NULL CHECK (is_taken IN (0, 1)),
    position INTEGER NOT NULL
) STRICT;
CREATE INDEX data_return_findings_by_return ON data_return_findings (return_id);

CREATE TABLE audience_rules (
    id BLOB PRIMARY KEY CHECK (length(id) = 16),
    audience TEXT NOT NULL UNIQUE CHECK (audience IN ('internal', 'partners', 'public')),
    denominator_floor INTEGER CHECK (denominator_floor >= 0),
    numerator_floor INTEGER CHECK (numerator_floor >= 0),
    codes_tails INTEGER NOT NULL CHECK (codes_tails IN (0, 1))
) STRICT;

CREATE TABLE disclosures (
    id BLOB PRIMARY KEY CHECK (length(id) = 16),
    at_ms INTEGER NOT NULL,
    author TEXT NOT NULL,
    audience TEXT NOT NULL CHECK (audience IN ('internal', 'partners', 'public')),
    what TEXT NOT NULL,
    shown INTEGER NOT NULL,
    hidden INTEGER NOT NULL,
    detail TEXT NOT NULL
) STRICT;

-- The results as they stood when a version was adopted; a draft speaks of those of today.
CREATE TABLE agenda_results (
    id BLOB PRIMARY KEY CHECK (length(id) = 16),
    agenda_id BLOB NOT NULL REFERENCES agendas (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    population TEXT NOT NULL,
    position INTEGER NOT NULL
) STRICT;
CREATE INDEX agenda_results_by_agenda ON agenda_results (agenda_id);

CREATE TABLE endorsements (
    id BLOB PRIMARY KEY CHECK (length(id) = 16),
    agenda_id BLOB NOT NULL REFERENCES agendas (id) ON DELETE CASCADE,
    partner_id BLOB NOT NULL REFERENCES partners (id) ON DELETE CASCADE,
    signed_by TEXT NOT NULL,
    signed_on TEXT NOT NULL,
    note TEXT NOT NULL,
    UNIQUE (agenda_id, partner_id)
) STRICT;
CREATE INDEX endorsements_by_partner ON endorsements (partner_id);

CREATE TABLE partner_statuses (
    id BLOB PRIMARY KEY CHECK (length(id) = 16),
    partner_id BLOB NOT NULL REFERENCES partners (id) ON DELETE CASCADE,
    status TEXT NOT NULL CHECK (status IN ('prospective', 'active', 'paused', 'left')),
    since TEXT NOT NULL,
    note TEXT NOT NULL
) STRICT;
CREATE INDEX partner_statuses_by_partner ON partner_statuses (partner_id);

CREATE TABLE commitments (
    id BLOB PRIMARY KEY CHECK (length(id) = 16),
    partner_id BLOB NOT NULL REFERENCES partners (id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('mou', 'data', 'money', 'in_kind', 'other')),
    title TEXT NOT NULL,
    signed_on TEXT,
    expires_on TEXT,
    note TEXT NOT NULL
) STRICT;
CREATE INDEX commitments_by_partner ON commitments (partner_id);
CREATE INDEX commitments_by_expiry ON commitments (expires_on);

CREATE TABLE working_groups (
    id BLOB PRIMARY KEY CHECK (length(id) = 16),
    name TEXT NOT NULL,
    purpose TEXT NOT NULL,
    cadence TEXT NOT NULL CHECK (cadence IN ('weekly', 'biweekly', 'monthly', 'quarterly',
        'twice_a_year', 'yearly', 'as_needed')),
    position INTEGER NOT NULL
) STRICT;

-- A seat is held by a partner, by one of its people, or by a person alone.
CREATE TABLE memberships (
    id BLOB PRIMARY KEY CHECK (length(id) = 16),
    working_group_id BLOB NOT NULL REFERENCES working_groups (id) ON DELETE CASCADE,
    partner_id BLOB NOT NULL REFERENCES partners (id) ON DELETE CASCADE,
    person_id BLOB REFERENCES people (id) ON DELETE SET NULL,
    role TEXT NOT NULL CHECK (role IN ('chair', 'member', 'staff'))
) STRICT;
CREATE INDEX memberships_by_group ON memberships (working_group_id);
CREATE INDEX memberships_by_partner ON memberships (partner_id);
CREATE INDEX memberships_by_person ON memberships (person_id);

-- A person who is erased leaves the partner's attendance behind.
CREATE TABLE attendances (
    id BLOB PRIMARY KEY CHECK (length(id) = 16),
    meeting_id BLOB NOT NULL REFERENCES meetings (id) ON DELETE CASCADE,
    partner_id BLOB NOT NULL REFERENCES partners (id) ON DELETE CASCADE,
    person_id BLOB REFERENCES people (id) ON DELETE SET NULL,
    presence TEXT NOT NULL CHECK (presence IN ('present', 'excused', 'absent'))
) STRICT;
CREATE INDEX attendances_by_meeting ON attendances (meeting_id);
CREATE INDEX attendances_by_partner ON attendances (partner_id);
CREATE INDEX attendances_by_person ON attendances (person_id);

CREATE TABLE touchpoints (
    id BLOB PRIMARY KEY CHECK (length(id) = 16),
    partner_id BLOB NOT NULL REFERENCES partners (id) ON DELETE CASCADE,
    person_id BLOB REFERENCES people (id) ON DELETE SET NULL,
    date TEXT NOT NULL,
    channel TEXT NOT NULL CHECK (channel IN ('call', 'visit', 'email', 'message', 'event', 'other')),
    summary TEXT NOT NULL,
    trust INTEGER CHECK (trust BETWEEN 1 AND 4)
) STRICT;
CREATE INDEX touchpoints_by_partner ON touchpoints (partner_id, date);
CREATE INDEX touchpoints_by_person ON touchpoints (person_id);

CREATE TABLE populations (
    id BLOB PRIMARY KEY CHECK (length(id) = 16),
    name TEXT NOT NULL UNIQUE COLLATE NOCASE,
    position INTEGER NOT NULL
) STRICT;

CREATE TABLE activity_populations (
    activity_id BLOB NOT NULL REFERENCES activities (id) ON DELETE CASCADE,
    population_id BLOB NOT NULL REFERENCES populations (id) ON DELETE CASCADE,
    PRIMARY KEY (activity_id, population_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX activity_populations_by_population ON activity_populations (population_id);

CREATE TABLE activity_places (
    activity_id BLOB NOT NULL REFERENCES activities (id) ON DELETE CASCADE,
    place_id BLOB NOT NULL REFERENCES places (id) ON DELETE CASCADE,
    PRIMARY KEY (activity_id, place_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX activity_places_by_place ON activity_places (place_id);

CREATE TABLE milestones (
    id BLOB PRIMARY KEY CHECK (length(id) = 16),
    activity_id BLOB NOT NULL REFERENCES activities (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    due TEXT NOT NULL,
    done_on TEXT
) STRICT;
CREATE INDEX milestones_by_activity ON milestones (activity_id);

-- One activity waits for another, or what it makes feeds the other.
CREATE TABLE activity_links (
    id BLOB PRIMARY KEY CHECK (length(id) = 16),
    from_id BLOB NOT NULL REFERENCES activities (id) ON DELETE CASCADE,
    to_id BLOB NOT NULL REFERENCES activities (id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('before', 'feeds')),
    note TEXT NOT NULL,
    UNIQUE (from_id, to_id, kind),
    CHECK (from_id <> to_id)
) STRICT;
CREATE INDEX activity_links_by_to ON activity_links (to_id);

-- Money in the smallest unit of its currency.
CREATE TABLE activity_resources (
    id BLOB PRIMARY KEY CHECK (length(id) = 16),
    activity_id BLOB NOT NULL REFERENCES activities (id) ON DELETE CASCADE,
    partner_id BLOB REFERENCES partners (id) ON DELETE SET NULL,
    kind TEXT NOT NULL CHECK (kind IN ('money', 'staff', 'space', 'goods', 'data', 'other')),
    description TEXT NOT NULL,
    amount INTEGER CHECK (amount >= 0),
    is_secured INTEGER NOT NULL CHECK (is_secured IN (0, 1))
) STRICT;
CREATE INDEX activity_resources_by_activity ON activity_resources (activity_id);
CREATE INDEX activity_resources_by_partner ON activity_resources (partner_id);

CREATE TABLE risks (
    id BLOB PRIMARY KEY CHECK (length(id) = 16),
    activity_id BLOB REFERENCES activities (id) ON DELETE CASCADE,
    title TEXT NOT NULL,
    likelihood INTEGER NOT NULL CHECK (likelihood BETWEEN 1 AND 5),
    effect INTEGER NOT NULL CHECK (effect BETWEEN 1 AND 5),
    owner TEXT NOT NULL,
    response TEXT NOT NULL,
    raised_on TEXT NOT NULL,
    closed_on TEXT
) STRICT;
CREATE INDEX risks_by_activity ON risks (activity_id);

CREATE TABLE activity_updates (
    id BLOB PRIMARY KEY CHECK (length(id) = 16),
    activity_id BLOB NOT NULL REFERENCES activities (id) ON DELETE CASCADE,
    date TEXT NOT NULL,
    author TEXT NOT NULL,
    course TEXT NOT NULL CHECK (course IN ('on_course', 'at_risk', 'off_course')),
    text TEXT NOT NULL
) STRICT;
CREATE INDEX activity_updates_by_activity ON activity_updates (activity_id, date);

CREATE TABLE tags (
    id BLOB PRIMARY KEY CHECK (length(id) = 16),
    name TEXT NOT NULL UNIQUE COLLATE NOCASE
) STRICT;

CREATE TABLE partner_tags (
    partner_id BLOB NOT NULL REFERENCES partners (id) ON DELETE CASCADE,
    tag_id BLOB NOT NULL REFERENCES tags (id) ON DELETE CASCADE,
    PRIMARY KEY (partner_id, tag_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX partner_tags_by_tag ON partner_tags (tag_id);

CREATE TABLE activity_tags (
    activity_id BLOB NOT NULL REFERENCES activities (id) ON DELETE CASCADE,
    tag_id BLOB NOT NULL REFERENCES tags (id) ON DELETE CASCADE,
    PRIMARY KEY (activity_id, tag_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX activity_tags_by_tag ON activity_tags (tag_id);

CREATE TABLE measure_tags (
    measure_id BLOB NOT NULL REFERENCES measures (id) ON DELETE CASCADE,
    tag_id BLOB NOT NULL REFERENCES tags (id) ON DELETE CASCADE,
    PRIMARY KEY (measure_id, tag_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX measure_tags_by_tag ON measure_tags (tag_id);

-- Filters, columns and order a person gave a name.
CREATE TABLE saved_views (
    id BLOB PRIMARY KEY CHECK (length(id) = 16),
    screen TEXT NOT NULL,
    name TEXT NOT NULL COLLATE NOCASE,
    choices TEXT NOT NULL,
    position INTEGER NOT NULL,
    UNIQUE (screen, name)
) STRICT;

-- Where someone put a partner in the drawing of the network, in thousandths of its width.
CREATE TABLE network_positions (
    id BLOB PRIMARY KEY CHECK (length(id) = 16),
    partner_id BLOB NOT NULL UNIQUE REFERENCES partners (id) ON DELETE CASCADE,
    x INTEGER NOT NULL,
    y INTEGER NOT NULL
) STRICT;

-- The change log. Every change is an operation; its fields, old and new, are changes.
CREATE TABLE operations (
    seq INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    at_ms INTEGER NOT NULL,
    author TEXT NOT NULL,
    op TEXT NOT NULL,
    detail TEXT NOT NULL,
    reason TEXT,
    kind TEXT NOT NULL CHECK (kind IN ('do', 'undo', 'redo')),
    target INTEGER REFERENCES operations (seq),
    state TEXT NOT NULL CHECK (state IN ('done', 'undone', 'dropped'))
) STRICT;
CREATE INDEX operations_by_target ON operations (target);
CREATE INDEX operations_by_state ON operations (kind, state, seq);

CREATE TABLE changes (
    seq INTEGER PRIMARY KEY,
    operation INTEGER NOT NULL REFERENCES operations (seq),
    table_name TEXT NOT NULL,
    key TEXT NOT NULL,
    action TEXT NOT NULL CHECK (action IN ('insert', 'update', 'delete')),
    old TEXT,
    new TEXT
) STRICT;
CREATE INDEX changes_by_operation ON changes (operation);
CREATE INDEX changes_by_record ON changes (table_name, key);

-- A bulk import logs its readings here instead, one image before and one after.
CREATE TABLE shelved_readings (
    operation INTEGER NOT NULL REFERENCES operations (seq),
    side TEXT NOT NULL CHECK (side IN ('before', 'after')),
    series_id INTEGER NOT NULL,
    period TEXT NOT NULL,
    value TEXT,
    numerator TEXT,
    denominator TEXT,
    lower TEXT,
    upper TEXT,
    state TEXT NOT NULL,
    comment TEXT NOT NULL,
    origin TEXT NOT NULL,
    import_id BLOB,
    import_row INTEGER,
    PRIMARY KEY (operation, side, series_id, period)
) STRICT, WITHOUT ROWID;
