-- Common Agenda, Partners and Mutually Reinforcing Activities in full: versions of the agenda
-- with who signed them, commitments and working groups, what activities need and how they
-- feed each other, who was at which meeting, tags, and views people keep.

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

-- A file that holds an initiative already gets the usual ones here; a new file gets them with
-- its initiative.
INSERT INTO sectors (id, code, name, position)
SELECT unhex('01900000000070008000' || printf('%012X', position)), code, '', position
FROM (
    SELECT 1 AS position, 'school' AS code UNION ALL SELECT 2, 'nonprofit'
    UNION ALL SELECT 3, 'faith' UNION ALL SELECT 4, 'health' UNION ALL SELECT 5, 'government'
    UNION ALL SELECT 6, 'business' UNION ALL SELECT 7, 'funder' UNION ALL SELECT 8, 'resident'
    UNION ALL SELECT 9, 'higher_education' UNION ALL SELECT 10, 'other'
)
WHERE EXISTS (SELECT 1 FROM initiatives);

INSERT INTO partner_types (id, code, name, position)
SELECT unhex('01900000000070008001' || printf('%012X', position)), code, '', position
FROM (
    SELECT 1 AS position, 'school_district' AS code UNION ALL SELECT 2, 'school'
    UNION ALL SELECT 3, 'early_learning' UNION ALL SELECT 4, 'college'
    UNION ALL SELECT 5, 'community_organization' UNION ALL SELECT 6, 'congregation'
    UNION ALL SELECT 7, 'hospital' UNION ALL SELECT 8, 'clinic'
    UNION ALL SELECT 9, 'public_agency' UNION ALL SELECT 10, 'library'
    UNION ALL SELECT 11, 'company' UNION ALL SELECT 12, 'foundation'
    UNION ALL SELECT 13, 'association' UNION ALL SELECT 14, 'resident_group'
)
WHERE EXISTS (SELECT 1 FROM initiatives);

ALTER TABLE partners ADD COLUMN sector_id BLOB REFERENCES sectors (id) ON DELETE SET NULL;
ALTER TABLE partners ADD COLUMN type_id BLOB REFERENCES partner_types (id) ON DELETE SET NULL;
ALTER TABLE partners ADD COLUMN website TEXT NOT NULL DEFAULT '';
ALTER TABLE partners ADD COLUMN email TEXT NOT NULL DEFAULT '';
ALTER TABLE partners ADD COLUMN phone TEXT NOT NULL DEFAULT '';
ALTER TABLE partners ADD COLUMN address TEXT NOT NULL DEFAULT '';
ALTER TABLE partners ADD COLUMN size TEXT NOT NULL DEFAULT '';
UPDATE partners SET sector_id = (SELECT id FROM sectors WHERE code = partners.sector);
ALTER TABLE partners DROP COLUMN sector;
CREATE INDEX partners_by_sector ON partners (sector_id);
CREATE INDEX partners_by_type ON partners (type_id);

-- The log speaks of columns; what was done before can be taken back only if it speaks of
-- those of today.
UPDATE changes SET old = json_remove(
    json_set(old, '$.sector_id', (SELECT hex(id) FROM sectors WHERE code = changes.old ->> '$.sector')),
    '$.sector')
WHERE table_name = 'partners' AND json_type(old, '$.sector') IS NOT NULL;
UPDATE changes SET new = json_remove(
    json_set(new, '$.sector_id', (SELECT hex(id) FROM sectors WHERE code = changes.new ->> '$.sector')),
    '$.sector')
WHERE table_name = 'partners' AND json_type(new, '$.sector') IS NOT NULL;

ALTER TABLE agendas ADD COLUMN version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1);
ALTER TABLE agendas ADD COLUMN note TEXT NOT NULL DEFAULT '';

-- The results as they stood when a version was adopted; a draft speaks of those of today.
CREATE TABLE agenda_results (
    id BLOB PRIMARY KEY CHECK (length(id) = 16),
    agenda_id BLOB NOT NULL REFERENCES agendas (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    population TEXT NOT NULL,
    position INTEGER NOT NULL
) STRICT;
CREATE INDEX agenda_results_by_agenda ON agenda_results (agenda_id);

-- An agenda adopted before versions were kept is locked with the results there are.
INSERT INTO agenda_results (id, agenda_id, name, population, position)
SELECT results.id, agendas.id, results.name, results.population, results.position
FROM results JOIN agendas ON agendas.id = (SELECT min(id) FROM agendas)
WHERE agendas.adopted_on IS NOT NULL;

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

ALTER TABLE meetings ADD COLUMN working_group_id BLOB REFERENCES working_groups (id) ON DELETE SET NULL;
CREATE INDEX meetings_by_group ON meetings (working_group_id);

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
