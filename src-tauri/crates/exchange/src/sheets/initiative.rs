//! The tables of an initiative as sheets. Contacts, meetings and what lies behind the figures
//! are for the team; others get what is meant to be shared.

use std::collections::HashMap;

use backbone_core::{
    Day, Entry, Id, MeetingId, PartnerTypeId, Record, ResultId, SectorId, Workbook,
    agenda::{Strategy, WantedResult},
    communication::{ActionItem, Decision, Meeting},
    measurement::{ClosedPeriod, Import, Measure, Place},
    partners::{Partner, PartnerType, Person, Sector},
    reporting::{Audience, Shield},
};
use backbone_figures::text;
use chrono::{DateTime, NaiveDate};
use rust_decimal::Decimal;

use super::{Sheet, SheetError, Value, measures};

/// A table that can be exported alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Part {
    /// Measures with their definitions.
    Measures,
    /// Readings of all measures.
    Readings,
    /// Partners.
    Partners,
    /// Activities.
    Activities,
    /// Meetings.
    Meetings,
    /// Decisions.
    Decisions,
    /// Action items.
    ActionItems,
}

impl Part {
    /// All of them.
    pub const ALL: &'static [Self] = &[
        Self::Measures,
        Self::Readings,
        Self::Partners,
        Self::Activities,
        Self::Meetings,
        Self::Decisions,
        Self::ActionItems,
    ];

    /// Its name on the command line and on the wire.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Measures => "measures",
            Self::Readings => "readings",
            Self::Partners => "partners",
            Self::Activities => "activities",
            Self::Meetings => "meetings",
            Self::Decisions => "decisions",
            Self::ActionItems => "action_items",
        }
    }

    /// The part of this name.
    #[must_use]
    pub fn of(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|part| part.code() == code)
    }

    /// Whether only the team gets it.
    #[must_use]
    pub fn is_for_the_team(self) -> bool {
        matches!(self, Self::Meetings | Self::Decisions | Self::ActionItems)
    }

    /// Whether it holds figures of measures.
    #[must_use]
    pub fn has_figures(self) -> bool {
        matches!(self, Self::Measures | Self::Readings)
    }
}

/// One table.
///
/// # Errors
/// Reading the file.
pub fn part(
    book: &Workbook,
    part: Part,
    shield: &Shield,
    as_of: NaiveDate,
) -> Result<Sheet, SheetError> {
    let names = Names::of(book)?;
    Ok(match part {
        Part::Measures => measures::definitions(book, &names, shield, as_of)?,
        Part::Readings => measures::readings(book, None, shield)?,
        Part::Partners => partners(book, shield.audience)?,
        Part::Activities => activities(book)?,
        Part::Meetings => meetings(book)?,
        Part::Decisions => decisions(book, &names)?,
        Part::ActionItems => action_items(book, &names)?,
    })
}

/// Every table an audience gets, the one that explains the others first.
///
/// # Errors
/// Reading the file.
pub fn everything(
    book: &Workbook,
    shield: &Shield,
    as_of: NaiveDate,
) -> Result<Vec<Sheet>, SheetError> {
    let names = Names::of(book)?;
    let is_team = shield.audience == Audience::Internal;
    let mut sheets = vec![
        about(book, shield, as_of)?,
        agenda(book)?,
        results(book)?,
        strategies(book, &names)?,
        measures::definitions(book, &names, shield, as_of)?,
        measures::readings(book, None, shield)?,
        measures::targets(book, shield)?,
        measures::notes(book, shield)?,
        measures::stories(book, shield)?,
        measures::ledger(book, shield)?,
        measures::tests(book, shield)?,
        places(book)?,
        measures::groups(book)?,
        partners(book, shield.audience)?,
        activities(book)?,
    ];
    if is_team {
        sheets.extend([
            people(book, &names)?,
            meetings(book)?,
            decisions(book, &names)?,
            action_items(book, &names)?,
            measures::requests(book)?,
            imports(book)?,
            closed(book)?,
        ]);
    }
    Ok(sheets)
}

/// Names behind ids.
pub(super) struct Names {
    pub results: HashMap<ResultId, String>,
    pub partners: HashMap<backbone_core::PartnerId, String>,
    meetings: HashMap<MeetingId, String>,
}

impl Names {
    fn of(book: &Workbook) -> Result<Self, SheetError> {
        Ok(Self {
            results: named::<WantedResult>(book)?,
            partners: named::<Partner>(book)?,
            meetings: named::<Meeting>(book)?,
        })
    }
}

/// What people call each record.
pub(super) fn named<T: Record>(book: &Workbook) -> Result<HashMap<T::Id, String>, SheetError> {
    let entries: Vec<Entry<T>> = book.list()?;
    Ok(entries
        .into_iter()
        .map(|entry| (entry.id, entry.record.label()))
        .collect())
}

pub(super) fn name<I: Id>(names: &HashMap<I, String>, id: Option<I>) -> Value {
    Value::text(
        id.and_then(|id| names.get(&id).cloned())
            .unwrap_or_default(),
    )
}

/// The words of an id.
pub(super) fn word(id: &str) -> String {
    text::english().get(id)
}

/// A sheet whose name and heads are words after `sheet-` and `sheet-head-`.
pub(super) fn sheet(name: &str, heads: &[&str], rows: Vec<Vec<Value>>) -> Sheet {
    Sheet {
        name: word(&format!("sheet-{name}")),
        heads: heads
            .iter()
            .map(|head| word(&format!("sheet-head-{head}")))
            .collect(),
        rows,
    }
}

pub(super) fn yes(is_so: bool) -> Value {
    Value::text(word(if is_so { "sheet-yes" } else { "sheet-no" }))
}

pub(super) fn day(day: Option<Day>) -> Value {
    Value::day(day.map(|day| day.0))
}

fn about(book: &Workbook, shield: &Shield, as_of: NaiveDate) -> Result<Sheet, SheetError> {
    let initiative = book.initiative()?;
    let line =
        |id: &str, value: Value| vec![Value::text(word(&format!("sheet-about-{id}"))), value];
    let audience = word(&format!("audience-{}", shield.audience.word()));
    let mut rows = vec![
        line("name", Value::text(initiative.name)),
        line(
            "organization",
            Value::text(initiative.backbone_organization),
        ),
        line("geography", Value::text(initiative.geography)),
        line("as-of", Value::Day(as_of)),
        line("audience", Value::text(audience)),
    ];
    if initiative.is_sample {
        rows.push(line("sample", Value::text(word("paper-note-sample"))));
    }
    if let Some(floor) = shield.rule.denominator_floor {
        let note = text::english().with("note-withheld", &[("floor", floor.into())]);
        rows.push(line("hidden", Value::text(note)));
    }
    rows.push(line("hidden-by-source", Value::text(word("note-source"))));
    Ok(sheet("about", &["what", "value"], rows))
}

fn agenda(book: &Workbook) -> Result<Sheet, SheetError> {
    let agenda = book.agenda()?;
    let line =
        |id: &str, value: Value| vec![Value::text(word(&format!("sheet-agenda-{id}"))), value];
    let rows = vec![
        line("vision", Value::text(agenda.vision)),
        line("problem", Value::text(agenda.problem)),
        line("population", Value::text(agenda.population)),
        line("geography", Value::text(agenda.geography)),
        line("scope-in", Value::text(agenda.scope_in)),
        line("scope-out", Value::text(agenda.scope_out)),
        line("principles", Value::text(agenda.principles)),
        line("adopted-on", day(agenda.adopted_on)),
    ];
    Ok(sheet("agenda", &["what", "value"], rows))
}

fn results(book: &Workbook) -> Result<Sheet, SheetError> {
    let entries: Vec<Entry<WantedResult>> = book.list()?;
    let rows = entries.into_iter().map(|entry| {
        vec![
            Value::text(entry.record.name),
            Value::text(entry.record.population),
        ]
    });
    Ok(sheet("results", &["result", "population"], rows.collect()))
}

fn strategies(book: &Workbook, names: &Names) -> Result<Sheet, SheetError> {
    let entries: Vec<Entry<Strategy>> = book.list()?;
    let rows = entries.into_iter().map(|entry| {
        let record = entry.record;
        vec![
            name(&names.results, Some(record.result_id)),
            Value::text(record.name),
            Value::text(record.description),
        ]
    });
    let heads = ["result", "strategy", "description"];
    Ok(sheet("strategies", &heads, rows.collect()))
}

fn places(book: &Workbook) -> Result<Sheet, SheetError> {
    let names = named::<Place>(book)?;
    let entries: Vec<Entry<Place>> = book.list()?;
    let rows = entries.into_iter().map(|entry| {
        vec![
            Value::text(entry.record.name),
            name(&names, entry.record.parent_id),
            yes(entry.record.is_benchmark),
        ]
    });
    Ok(sheet(
        "places",
        &["place", "place-in", "comparison"],
        rows.collect(),
    ))
}

fn partners(book: &Workbook, audience: Audience) -> Result<Sheet, SheetError> {
    let entries: Vec<Entry<Partner>> = book.list()?;
    let is_team = audience == Audience::Internal;
    let sectors = sectors(book)?;
    let kinds = kinds(book)?;
    let rows = entries.into_iter().map(|entry| {
        let record = entry.record;
        let mut row = vec![
            Value::text(record.name),
            name(&sectors, record.sector_id),
            name(&kinds, record.type_id),
            Value::text(word(&format!("sheet-partner-{}", record.status.word()))),
            day(record.since),
            day(record.until),
        ];
        if is_team {
            row.push(Value::text(record.website));
            row.push(Value::text(record.email));
            row.push(Value::text(record.phone));
            row.push(Value::text(record.address));
            row.push(Value::text(record.size));
            row.push(Value::text(record.note));
        }
        row
    });
    let mut heads = vec!["partner", "sector", "type", "status", "since", "until"];
    if is_team {
        heads.extend(["website", "email", "phone", "address", "size", "note"]);
    }
    Ok(sheet("partners", &heads, rows.collect()))
}

/// Sectors by what people call them.
fn sectors(book: &Workbook) -> Result<HashMap<SectorId, String>, SheetError> {
    let entries: Vec<Entry<Sector>> = book.list()?;
    let called = |entry: Entry<Sector>| {
        let (code, name) = (entry.record.code, entry.record.name);
        (entry.id, called("sector", code, name))
    };
    Ok(entries.into_iter().map(called).collect())
}

/// Types of partners by what people call them.
fn kinds(book: &Workbook) -> Result<HashMap<PartnerTypeId, String>, SheetError> {
    let entries: Vec<Entry<PartnerType>> = book.list()?;
    let called = |entry: Entry<PartnerType>| {
        let (code, name) = (entry.record.code, entry.record.name);
        (entry.id, called("partner-type", code, name))
    };
    Ok(entries.into_iter().map(called).collect())
}

fn called(list: &str, code: Option<String>, name: String) -> String {
    match code {
        Some(code) if name.is_empty() => word(&format!("{list}-{code}")),
        _ => name,
    }
}

fn people(book: &Workbook, names: &Names) -> Result<Sheet, SheetError> {
    let entries: Vec<Entry<Person>> = book.list()?;
    let rows = entries.into_iter().map(|entry| {
        let record = entry.record;
        vec![
            name(&names.partners, Some(record.partner_id)),
            Value::text(record.name),
            Value::text(record.role),
            Value::text(record.email),
            Value::text(record.phone),
        ]
    });
    let heads = ["partner", "name", "role", "email", "phone"];
    Ok(sheet("people", &heads, rows.collect()))
}

fn activities(book: &Workbook) -> Result<Sheet, SheetError> {
    let listed = |names: Vec<String>| Value::text(names.join("; "));
    let rows = book.activity_facts()?.into_iter().map(|facts| {
        let record = facts.activity.record;
        vec![
            Value::text(record.name),
            Value::text(facts.strategy.map(|one| one.name).unwrap_or_default()),
            Value::text(facts.lead.map(|one| one.name).unwrap_or_default()),
            listed(facts.partners.into_iter().map(|one| one.name).collect()),
            listed(facts.measures.into_iter().map(|one| one.name).collect()),
            Value::text(word(&format!("activity-{}", record.status.word()))),
            day(record.starts),
            day(record.ends),
            Value::text(record.description),
            Value::text(record.progress),
        ]
    });
    let heads = [
        "activity",
        "strategy",
        "lead",
        "with",
        "measures",
        "status",
        "starts",
        "ends",
        "description",
        "progress",
    ];
    Ok(sheet("activities", &heads, rows.collect()))
}

fn meetings(book: &Workbook) -> Result<Sheet, SheetError> {
    let entries: Vec<Entry<Meeting>> = book.list()?;
    let rows = entries.into_iter().map(|entry| {
        let record = entry.record;
        vec![
            Value::day(Some(record.date.0)),
            Value::text(record.time.unwrap_or_default()),
            Value::text(record.title),
            Value::text(word(&format!("sheet-meeting-{}", record.kind.word()))),
            Value::text(word(&format!("sheet-meeting-{}", record.status.word()))),
            Value::text(record.place),
            Value::text(record.agenda),
            Value::text(record.minutes),
        ]
    });
    let heads = [
        "date", "time", "meeting", "kind", "status", "where", "agenda", "minutes",
    ];
    Ok(sheet("meetings", &heads, rows.collect()))
}

fn decisions(book: &Workbook, names: &Names) -> Result<Sheet, SheetError> {
    let entries: Vec<Entry<Decision>> = book.list()?;
    let rows = entries.into_iter().map(|entry| {
        let record = entry.record;
        vec![
            Value::text(record.number),
            Value::text(record.text),
            Value::text(word(&format!("sheet-decision-{}", record.status.word()))),
            day(record.date),
            name(&names.meetings, record.meeting_id),
        ]
    });
    let heads = ["number", "decision", "status", "date", "meeting"];
    Ok(sheet("decisions", &heads, rows.collect()))
}

fn action_items(book: &Workbook, names: &Names) -> Result<Sheet, SheetError> {
    let entries: Vec<Entry<ActionItem>> = book.list()?;
    let rows = entries.into_iter().map(|entry| {
        let record = entry.record;
        vec![
            Value::text(record.title),
            Value::text(record.owner),
            day(record.due),
            day(record.done_on),
            name(&names.meetings, record.meeting_id),
        ]
    });
    let heads = ["action", "owner", "due", "done-on", "meeting"];
    Ok(sheet("actions", &heads, rows.collect()))
}

fn imports(book: &Workbook) -> Result<Sheet, SheetError> {
    let entries: Vec<Entry<Import>> = book.list()?;
    let rows = entries.into_iter().map(|entry| {
        let record = entry.record;
        let at = DateTime::from_timestamp_millis(record.at_ms).map(|at| at.date_naive());
        vec![
            Value::day(at),
            Value::text(record.file_name),
            Value::text(record.source),
            Value::Number(Decimal::from(record.row_count)),
        ]
    });
    let heads = ["date", "file", "source", "rows"];
    Ok(sheet("imports", &heads, rows.collect()))
}

fn closed(book: &Workbook) -> Result<Sheet, SheetError> {
    let entries: Vec<Entry<ClosedPeriod>> = book.list()?;
    let rows = entries.into_iter().map(|entry| {
        let record = entry.record;
        vec![
            Value::text(record.period.label()),
            Value::Day(record.closed_on.0),
            Value::text(record.closed_by),
        ]
    });
    let heads = ["period", "closed-on", "closed-by"];
    Ok(sheet("closed", &heads, rows.collect()))
}

/// Measures in the order of their list.
pub(super) fn all_measures(book: &Workbook) -> Result<Vec<Entry<Measure>>, SheetError> {
    Ok(book.list()?)
}
