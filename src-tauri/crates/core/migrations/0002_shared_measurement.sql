-- Shared Measurement in full: calculated measures, the definition ledger, stories of single
-- periods, tests of change, nested places, closed periods, remembered mappings, data
-- requests, and what is hidden from whom.

ALTER TABLE initiatives ADD COLUMN status_rule TEXT NOT NULL DEFAULT 'path'
    CHECK (status_rule IN ('path', 'movement', 'pace'));

ALTER TABLE measures ADD COLUMN calculation TEXT NOT NULL DEFAULT 'entered'
    CHECK (calculation IN ('entered', 'sum', 'difference', 'ratio', 'rate'));
ALTER TABLE measures ADD COLUMN limits_frozen_at TEXT;
ALTER TABLE measures ADD COLUMN release_lag_days INTEGER CHECK (release_lag_days >= 0);
ALTER TABLE measures ADD COLUMN is_extreme_cohort INTEGER NOT NULL DEFAULT 0
    CHECK (is_extreme_cohort IN (0, 1));

ALTER TABLE annotations ADD COLUMN resets_limits INTEGER NOT NULL DEFAULT 0
    CHECK (resets_limits IN (0, 1));

ALTER TABLE places ADD COLUMN parent_id BLOB REFERENCES places (id) ON DELETE SET NULL;
CREATE INDEX places_by_parent ON places (parent_id);

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
