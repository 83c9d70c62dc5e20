//! What search looks into: for every noun the columns that are searched, and how one record
//! is read to be shown. What is shown is read from the file each time, so that nothing that
//! was erased, removed or renamed meanwhile can appear as it was.

use rusqlite::{Connection, OptionalExtension, Row, named_params};

use crate::{Day, Result, measurement::Period, searching::Kind, undo::unhex};

/// How the records of a source are told apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Key {
    /// By their id.
    Id,
    /// By series and period.
    Reading,
}

/// A column or an agenda's part that is searched, with what is shown of its record. The
/// strings are SQL; `t` is the table.
#[derive(Debug)]
pub(crate) struct Source {
    pub kind: Kind,
    /// Which part of a record with several.
    pub part: &'static str,
    /// What people look for first; the others tell it apart or belong to it.
    pub is_main: bool,
    pub table: &'static str,
    key: Key,
    /// Searched as the name.
    name: &'static str,
    /// Searched as text.
    text: &'static str,
    /// What the record is called where it is shown.
    title: &'static str,
    /// What it belongs to.
    about: &'static str,
    day: &'static str,
    period: &'static str,
    /// The record on whose page it is found.
    place: &'static str,
    joins: &'static str,
}

const NAMED: Source = Source {
    kind: Kind::Result,
    part: "",
    is_main: false,
    table: "",
    key: Key::Id,
    name: "t.name",
    text: "''",
    title: "t.name",
    about: "''",
    day: "NULL",
    period: "NULL",
    place: "t.id",
    joins: "",
};

const OF_MEASURE: Source = Source {
    about: "m.name",
    place: "t.measure_id",
    joins: "JOIN measures AS m ON m.id = t.measure_id",
    ..NAMED
};

const OF_PARTNER: Source = Source {
    about: "p.name",
    place: "t.partner_id",
    joins: "JOIN partners AS p ON p.id = t.partner_id",
    ..NAMED
};

const OF_ACTIVITY: Source = Source {
    about: "a.name",
    place: "t.activity_id",
    joins: "JOIN activities AS a ON a.id = t.activity_id",
    ..NAMED
};

const OF_MEETING: Source = Source {
    about: "ifnull(m.title, '')",
    place: "t.meeting_id",
    joins: "LEFT JOIN meetings AS m ON m.id = t.meeting_id",
    ..NAMED
};

/// A part of the agenda; the title is the number of its version.
const fn agenda(part: &'static str, text: &'static str) -> Source {
    Source {
        kind: Kind::AgendaText,
        part,
        table: "agendas",
        name: "''",
        title: "CAST(t.version AS TEXT)",
        day: "t.adopted_on",
        text,
        ..NAMED
    }
}

/// Everything that is searched, what matters most first.
pub(crate) const SOURCES: &[Source] = &[
    Source {
        kind: Kind::Measure,
        is_main: true,
        table: "measures",
        name: "t.name || ' ' || t.code",
        text: "concat_ws(char(10), t.question, t.definition, t.numerator, t.denominator, t.source, t.release, t.steward, t.provider, t.rationale, t.limitations, t.story)",
        about: "t.code",
        ..NAMED
    },
    Source {
        kind: Kind::Partner,
        is_main: true,
        table: "partners",
        text: "concat_ws(char(10), t.note, t.address, t.website, t.email, t.phone)",
        ..NAMED
    },
    Source {
        kind: Kind::Person,
        is_main: true,
        table: "people",
        text: "concat_ws(char(10), t.role, t.email, t.phone)",
        ..OF_PARTNER
    },
    Source {
        kind: Kind::Activity,
        is_main: true,
        table: "activities",
        text: "concat_ws(char(10), t.description, t.progress)",
        about: "ifnull(p.name, '')",
        joins: "LEFT JOIN partners AS p ON p.id = t.lead_id",
        ..NAMED
    },
    Source {
        kind: Kind::Result,
        is_main: true,
        table: "results",
        text: "t.population",
        ..NAMED
    },
    Source {
        kind: Kind::Strategy,
        is_main: true,
        table: "strategies",
        text: "t.description",
        about: "r.name",
        joins: "JOIN results AS r ON r.id = t.result_id",
        ..NAMED
    },
    Source {
        kind: Kind::WorkingGroup,
        is_main: true,
        table: "working_groups",
        text: "t.purpose",
        ..NAMED
    },
    Source {
        kind: Kind::Meeting,
        is_main: true,
        table: "meetings",
        name: "t.title",
        text: "concat_ws(char(10), t.agenda, t.minutes, t.place)",
        title: "t.title",
        day: "t.date",
        ..NAMED
    },
    Source {
        kind: Kind::ActionItem,
        is_main: true,
        table: "action_items",
        name: "t.title",
        text: "t.owner",
        title: "t.title",
        day: "t.due",
        ..OF_MEETING
    },
    Source {
        kind: Kind::Decision,
        is_main: true,
        table: "decisions",
        name: "t.text || ' ' || t.number",
        title: "t.text",
        day: "t.date",
        ..OF_MEETING
    },
    agenda("vision", "t.vision"),
    agenda("problem", "t.problem"),
    agenda("population", "t.population"),
    agenda("geography", "t.geography"),
    agenda("scopeIn", "t.scope_in"),
    agenda("scopeOut", "t.scope_out"),
    agenda("principles", "t.principles"),
    Source {
        kind: Kind::Tag,
        table: "tags",
        ..NAMED
    },
    Source {
        kind: Kind::Place,
        table: "places",
        ..NAMED
    },
    Source {
        kind: Kind::Breakdown,
        table: "breakdowns",
        ..NAMED
    },
    Source {
        kind: Kind::Group,
        table: "groups",
        about: "b.name",
        place: "t.breakdown_id",
        joins: "JOIN breakdowns AS b ON b.id = t.breakdown_id",
        ..NAMED
    },
    Source {
        kind: Kind::Population,
        table: "populations",
        ..NAMED
    },
    Source {
        kind: Kind::Milestone,
        table: "milestones",
        day: "t.due",
        ..OF_ACTIVITY
    },
    Source {
        kind: Kind::Risk,
        table: "risks",
        name: "t.title",
        text: "concat_ws(char(10), t.response, t.owner)",
        title: "t.title",
        about: "ifnull(a.name, '')",
        joins: "LEFT JOIN activities AS a ON a.id = t.activity_id",
        ..OF_ACTIVITY
    },
    Source {
        kind: Kind::Update,
        table: "activity_updates",
        name: "''",
        text: "concat_ws(char(10), t.text, t.author)",
        title: "a.name",
        about: "''",
        day: "t.date",
        ..OF_ACTIVITY
    },
    Source {
        kind: Kind::Resource,
        table: "activity_resources",
        name: "t.description",
        title: "t.description",
        ..OF_ACTIVITY
    },
    Source {
        kind: Kind::TestOfChange,
        table: "tests_of_change",
        text: "concat_ws(char(10), t.prediction, t.result)",
        ..OF_MEASURE
    },
    Source {
        kind: Kind::Annotation,
        table: "annotations",
        name: "t.title",
        text: "t.detail",
        title: "t.title",
        period: "t.period",
        ..OF_MEASURE
    },
    Source {
        kind: Kind::DefinitionChange,
        table: "definition_changes",
        name: "t.title",
        text: "concat_ws(char(10), t.after, t.before)",
        title: "t.title",
        day: "t.changed_on",
        ..OF_MEASURE
    },
    Source {
        kind: Kind::Story,
        table: "stories",
        name: "''",
        text: "t.text",
        title: "m.name",
        about: "''",
        period: "t.period",
        ..OF_MEASURE
    },
    Source {
        kind: Kind::Commitment,
        table: "commitments",
        name: "t.title",
        text: "t.note",
        title: "t.title",
        day: "t.expires_on",
        ..OF_PARTNER
    },
    Source {
        kind: Kind::Touchpoint,
        table: "touchpoints",
        name: "''",
        text: "t.summary",
        title: "p.name",
        about: "''",
        day: "t.date",
        ..OF_PARTNER
    },
    Source {
        kind: Kind::StatusNote,
        table: "partner_statuses",
        name: "''",
        text: "t.note",
        title: "p.name",
        about: "''",
        day: "t.since",
        ..OF_PARTNER
    },
    Source {
        kind: Kind::Endorsement,
        table: "endorsements",
        name: "t.signed_by",
        text: "t.note",
        title: "t.signed_by",
        day: "t.signed_on",
        ..OF_PARTNER
    },
    Source {
        kind: Kind::DataRequest,
        table: "data_requests",
        name: "t.title",
        text: "t.note",
        title: "t.title",
        day: "t.due",
        ..OF_PARTNER
    },
    Source {
        kind: Kind::Import,
        table: "imports",
        name: "t.file_name",
        text: "t.source",
        title: "t.file_name",
        day: "date(t.at_ms / 1000, 'unixepoch')",
        ..NAMED
    },
    Source {
        kind: Kind::Comment,
        table: "readings",
        key: Key::Reading,
        name: "''",
        text: "t.comment",
        title: "m.name",
        about: "''",
        period: "t.period",
        place: "s.measure_id",
        joins: "JOIN series AS s ON s.id = t.series_id JOIN measures AS m ON m.id = s.measure_id",
        ..NAMED
    },
];

/// What is searched of one record.
pub(crate) struct Searched {
    /// Its key in the file, packed.
    pub record: Vec<u8>,
    pub name: String,
    pub text: String,
}

/// What is shown of one record.
pub(crate) struct Shown {
    pub title: String,
    pub text: String,
    pub about: String,
    pub day: Option<Day>,
    pub period: Option<Period>,
    /// The record on whose page it is found; none where it belongs to nothing.
    pub place: Option<Vec<u8>>,
}

/// A row that was changed, as the change log has it.
pub(crate) struct Changed {
    pub seq: i64,
    pub table: String,
    pub key: String,
}

/// The last entry of one of the tables of the change log.
pub(crate) fn latest(db: &Connection, table: &str) -> Result<i64> {
    let sql = format!("SELECT ifnull(max(seq), 0) FROM {table}");
    Ok(db.prepare_cached(&sql)?.query_row([], |row| row.get(0))?)
}

/// What was changed after an entry of the change log, at most `most` rows.
pub(crate) fn changed(db: &Connection, after: i64, most: usize) -> Result<Vec<Changed>> {
    let most = i64::try_from(most).unwrap_or(i64::MAX);
    let mut select = db.prepare_cached(
        "SELECT seq, table_name, key FROM changes WHERE seq > :after ORDER BY seq LIMIT :most",
    )?;
    let rows = select.query_map(named_params! { ":after": after, ":most": most }, |row| {
        Ok(Changed {
            seq: row.get("seq")?,
            table: row.get("table_name")?,
            key: row.get("key")?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Whether readings were imported after an operation, or an import undone or redone.
pub(crate) fn has_import(db: &Connection, after: i64) -> Result<bool> {
    let mut select =
        db.prepare_cached("SELECT 1 FROM operations WHERE seq > :after AND op = :op LIMIT 1")?;
    let op = crate::Op::ImportReadings.code();
    Ok(select.exists(named_params! { ":after": after, ":op": op })?)
}

impl Source {
    /// Up to `most` records after the one of key `after`, in the order of their keys. For
    /// readings those without a comment are counted and passed over, so that a step stays short.
    pub(crate) fn next(
        &self,
        db: &Connection,
        after: &[u8],
        most: usize,
    ) -> Result<(Vec<Searched>, Option<Vec<u8>>)> {
        let most = i64::try_from(most).unwrap_or(i64::MAX);
        let found = match self.key {
            Key::Id => {
                let sql = format!(
                    "SELECT t.id AS id, {} AS name, {} AS text FROM {} AS t
                     WHERE t.id > :after ORDER BY t.id LIMIT :most",
                    self.name, self.text, self.table
                );
                let mut select = db.prepare_cached(&sql)?;
                let rows = select
                    .query_map(named_params! { ":after": after, ":most": most }, |row| {
                        searched(row, row.get("id")?)
                    })?;
                rows.collect::<rusqlite::Result<Vec<_>>>()?
            }
            Key::Reading => {
                let (series, period) = reading_key(after);
                let mut select = db.prepare_cached(
                    "SELECT series_id, period, '' AS name, comment AS text FROM readings
                     WHERE (series_id, period) > (:series, :period)
                     ORDER BY series_id, period LIMIT :most",
                )?;
                let rows = select.query_map(
                    named_params! { ":series": series, ":period": period, ":most": most },
                    |row| {
                        let period: String = row.get("period")?;
                        searched(row, packed(row.get("series_id")?, &period))
                    },
                )?;
                rows.collect::<rusqlite::Result<Vec<_>>>()?
            }
        };
        let last = found.last().map(|last| last.record.clone());
        Ok((found, last))
    }

    /// What is searched of one record; none where it is gone.
    pub(crate) fn searched(&self, db: &Connection, record: &[u8]) -> Result<Option<Searched>> {
        let sql = format!(
            "SELECT {} AS name, {} AS text FROM {} AS t WHERE {}",
            self.name,
            self.text,
            self.table,
            self.is_it()
        );
        self.one(db, &sql, record, |row| searched(row, record.to_owned()))
    }

    /// What is shown of one record; none where it is gone.
    pub(crate) fn shown(&self, db: &Connection, record: &[u8]) -> Result<Option<Shown>> {
        let sql = format!(
            "SELECT {} AS title, {} AS text, {} AS about, {} AS day, {} AS period, {} AS place
             FROM {} AS t {} WHERE {}",
            self.title,
            self.text,
            self.about,
            self.day,
            self.period,
            self.place,
            self.table,
            self.joins,
            self.is_it()
        );
        self.one(db, &sql, record, |row| {
            Ok(Shown {
                title: row.get("title")?,
                text: row.get("text")?,
                about: row.get("about")?,
                day: row.get("day")?,
                period: row
                    .get::<_, Option<String>>("period")?
                    .and_then(|period| Period::parse(&period)),
                place: row.get("place")?,
            })
        })
    }

    /// The key of a record as the change log has it, packed; none for one that is not like ours.
    pub(crate) fn logged_key(&self, key: &serde_json::Value) -> Option<Vec<u8>> {
        match self.key {
            Key::Id => unhex(key.get("id")?.as_str()?),
            Key::Reading => Some(packed(
                key.get("series_id")?.as_i64()?,
                key.get("period")?.as_str()?,
            )),
        }
    }

    /// Whether the records are named by an id.
    pub(crate) fn has_id(&self) -> bool {
        self.key == Key::Id
    }

    fn is_it(&self) -> &'static str {
        match self.key {
            Key::Id => "t.id = :id",
            Key::Reading => "t.series_id = :series AND t.period = :period",
        }
    }

    fn one<T>(
        &self,
        db: &Connection,
        sql: &str,
        record: &[u8],
        read: impl FnOnce(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Option<T>> {
        let mut select = db.prepare_cached(sql)?;
        let found = match self.key {
            Key::Id => select.query_row(named_params! { ":id": record }, read),
            Key::Reading => {
                let (series, period) = reading_key(record);
                let key = named_params! { ":series": series, ":period": period };
                select.query_row(key, read)
            }
        };
        Ok(found.optional()?)
    }
}

fn searched(row: &Row<'_>, record: Vec<u8>) -> rusqlite::Result<Searched> {
    Ok(Searched {
        record,
        name: row.get("name")?,
        text: row.get("text")?,
    })
}

fn packed(series: i64, period: &str) -> Vec<u8> {
    [&series.to_be_bytes(), period.as_bytes()].concat()
}

/// Series and period of a packed key; what is before all for an empty one.
fn reading_key(record: &[u8]) -> (i64, String) {
    match record.split_first_chunk::<8>() {
        Some((series, period)) => (
            i64::from_be_bytes(*series),
            String::from_utf8_lossy(period).into_owned(),
        ),
        None => (i64::MIN, String::new()),
    }
}
