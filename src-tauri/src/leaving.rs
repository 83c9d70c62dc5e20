//! What leaves the file for an audience: reports, sheets and charts, each protected before it
//! is made, checked against what left before, and written in the log.

use backbone_core::{
    AgendaId, Context, Entry, MeasureId, PartnerId, Result as CoreResult, Workbook,
    measurement::Measure,
    reporting::{
        AgendaPaperFacts, Audience, BoardFacts, Disclosure, GivenAway, HiddenFigure,
        MatrixPaperFacts, MeasureSheetFacts, NetworkChoice, NetworkFacts, PartnerReportFacts,
        Scope, Shield,
    },
};
use backbone_exchange::sheets::{self, About, Part, Sheet, SheetError};
use backbone_figures::{dates, text};
use backbone_report::{
    Error as ReportError, Options, Rendered, agenda, board, drawing, equity, matrix, measure_sheet,
    network_report, partner_report, picture::Picture, wording,
};
use chrono::NaiveDate;

use crate::{clock, words};

/// The kinds of reports that are made of figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The board report.
    Board,
    /// One measure.
    Measure,
    /// Gaps between groups.
    Equity,
    /// One partner.
    Partner,
    /// The Common Agenda for signature.
    Agenda,
    /// Who works with whom.
    Network,
    /// The activity matrix.
    Matrix,
}

/// Whom or what a report is about, where it is not the initiative as a whole.
#[derive(Debug, Clone, Copy, Default)]
pub struct Subject {
    /// The measure of a measure sheet.
    pub measure: Option<MeasureId>,
    /// The partner of a report to a partner.
    pub partner: Option<PartnerId>,
    /// The version of a Common Agenda; none for the one others read.
    pub version: Option<AgendaId>,
}

impl Kind {
    /// All of them, in the order people see them.
    pub const ALL: &'static [Self] = &[
        Self::Board,
        Self::Measure,
        Self::Equity,
        Self::Partner,
        Self::Agenda,
        Self::Network,
        Self::Matrix,
    ];

    /// Its name on the command line and on the wire.
    pub fn code(self) -> &'static str {
        match self {
            Self::Board => "board",
            Self::Measure => "measure",
            Self::Equity => "equity",
            Self::Agenda => "agenda",
            Self::Matrix => "matrix",
            Self::Partner => "partner",
            Self::Network => "network",
        }
    }

    /// The kind of this name.
    pub fn of(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.code() == code)
    }
}

/// The facts of a report, as its audience may see them.
pub enum Facts {
    /// Of a board report.
    Board(Box<BoardFacts>),
    /// Of a measure sheet.
    Measure(Box<MeasureSheetFacts>),
    /// Of an equity report.
    Equity(Box<BoardFacts>),
    /// Of the Common Agenda.
    Agenda(Box<AgendaPaperFacts>),
    /// Of an activity matrix.
    Matrix(Box<MatrixPaperFacts>),
    /// Of a report to a partner.
    Partner(Box<PartnerReportFacts>),
    /// Of the network of partners.
    Network(Box<NetworkFacts>),
}

/// What an audience must not see of the measures a report speaks of.
pub fn shield(
    book: &Workbook,
    kind: Kind,
    subject: Subject,
    audience: Audience,
) -> CoreResult<Shield> {
    let wanted: Vec<MeasureId> = match kind {
        Kind::Measure => subject.measure.into_iter().collect(),
        // It names measures and shows none of their figures.
        Kind::Matrix => Vec::new(),
        Kind::Partner => match subject.partner {
            Some(id) => book.measures_of_partner_report(id)?,
            None => Vec::new(),
        },
        // It says who works with whom and holds no reading.
        Kind::Network => Vec::new(),
        Kind::Board | Kind::Equity | Kind::Agenda => book
            .list::<Measure>()?
            .into_iter()
            .filter(|entry| entry.record.is_headline)
            .map(|entry| entry.id)
            .collect(),
    };
    book.shield_of(audience, &wanted)
}

/// Gathers the facts of a report. A measure sheet needs its measure, a report to a partner
/// its partner.
pub fn facts(
    book: &Workbook,
    kind: Kind,
    subject: Subject,
    as_of: NaiveDate,
    shield: &Shield,
) -> CoreResult<Facts> {
    Ok(match kind {
        Kind::Board => Facts::Board(Box::new(book.board_facts_for(as_of, shield)?)),
        Kind::Equity => Facts::Equity(Box::new(book.board_facts_for(as_of, shield)?)),
        Kind::Agenda => Facts::Agenda(Box::new(book.agenda_paper_facts(
            subject.version,
            as_of,
            shield,
        )?)),
        Kind::Matrix => {
            let audience = shield.audience;
            Facts::Matrix(Box::new(book.matrix_paper_facts(as_of, audience)?))
        }
        Kind::Measure => {
            let id = subject.measure.ok_or(backbone_core::Error::NotFound)?;
            Facts::Measure(Box::new(book.measure_sheet_facts(id, as_of, shield)?))
        }
        Kind::Partner => {
            let id = subject.partner.ok_or(backbone_core::Error::NotFound)?;
            Facts::Partner(Box::new(book.partner_report_facts(id, as_of, shield)?))
        }
        Kind::Network => Facts::Network(Box::new(book.network(NetworkChoice::year_to(as_of))?)),
    })
}

/// Makes the report.
pub fn render(facts: &Facts, options: &Options) -> Result<Rendered, ReportError> {
    match facts {
        Facts::Board(facts) => board(facts, options),
        Facts::Measure(facts) => measure_sheet(facts, options),
        Facts::Equity(facts) => equity(facts, options),
        Facts::Agenda(facts) => agenda(facts, options),
        Facts::Matrix(facts) => matrix(facts, options),
        Facts::Partner(facts) => partner_report(facts, options),
        Facts::Network(facts) => network_report(facts, options),
    }
}

impl Facts {
    /// The figures it holds.
    pub fn scope(&self, as_of: NaiveDate) -> Scope {
        let measures = match self {
            Self::Board(facts) | Self::Equity(facts) => facts
                .results
                .iter()
                .flat_map(|group| &group.measures)
                .map(|facts| facts.summary.measure.id)
                .collect(),
            Self::Matrix(_) => Vec::new(),
            Self::Measure(facts) => vec![facts.measure.summary.measure.id],
            Self::Agenda(facts) => facts
                .measures
                .iter()
                .flat_map(|group| &group.measures)
                .map(|facts| facts.summary.measure.id)
                .collect(),
            Self::Network(_) => Vec::new(),
            Self::Partner(facts) => facts
                .own
                .iter()
                .chain(&facts.shared)
                .map(|facts| facts.summary.measure.id)
                .collect(),
        };
        Scope {
            measures,
            is_everything: false,
            as_of,
        }
    }

    /// What the log calls it.
    pub fn what(&self) -> String {
        match self {
            Self::Board(_) => words::get("what-board"),
            Self::Equity(_) => words::get("what-equity"),
            Self::Agenda(_) => words::get("paper-agenda"),
            Self::Network(_) => words::get("paper-network"),
            Self::Matrix(_) => words::get("paper-matrix"),
            Self::Partner(facts) => format!(
                "{}: {}",
                words::get("what-partner"),
                facts.page.partner.record.name
            ),
            Self::Measure(facts) => {
                of_measure("what-measure", &facts.measure.summary.measure.record)
            }
        }
    }
}

/// “Measure sheet: Kindergarten readiness”.
pub fn of_measure(id: &str, measure: &Measure) -> String {
    format!("{}: {}", words::get(id), measure.name)
}

/// Tables for other programs, before they are written.
pub struct Tables {
    /// The sheets.
    pub sheets: Vec<Sheet>,
    /// What the document says of itself.
    pub about: About,
    /// The figures they hold.
    pub scope: Scope,
    /// What the log calls them.
    pub what: String,
}

/// Which tables are wanted.
pub enum Wanted {
    /// All an audience gets.
    Everything,
    /// One.
    Part(Part),
    /// The readings of one measure.
    Readings(MeasureId),
}

/// Puts tables together as an audience may see them.
pub fn tables(
    book: &Workbook,
    wanted: &Wanted,
    shield: &Shield,
    as_of: NaiveDate,
) -> Result<Tables, SheetError> {
    let initiative = book.initiative()?;
    let all: Vec<Entry<Measure>> = book.list()?;
    let (sheets, measures, what) = match wanted {
        Wanted::Everything => (
            sheets::everything(book, shield, as_of)?,
            all.iter().map(|entry| entry.id).collect(),
            words::get("what-workbook"),
        ),
        Wanted::Part(part) => {
            let sheet = sheets::part(book, *part, shield, as_of)?;
            let what = format!("{}: {}", words::get("what-table"), sheet.name);
            let measures = all
                .iter()
                .filter(|_| part.has_figures())
                .map(|entry| entry.id);
            (vec![sheet], measures.collect(), what)
        }
        Wanted::Readings(id) => {
            let measure: Measure = book.get(*id)?;
            let sheet = sheets::readings_of(book, *id, shield)?;
            (vec![sheet], vec![*id], of_measure("what-table", &measure))
        }
    };
    Ok(Tables {
        sheets,
        about: About {
            title: initiative.name,
            author: initiative.backbone_organization,
            date: as_of,
        },
        scope: Scope {
            measures,
            is_everything: true,
            // A table holds what is there, also of periods ahead.
            as_of: NaiveDate::MAX,
        },
        what,
    })
}

/// A chart alone, as an audience may see it.
pub struct Chart {
    scene: backbone_figures::Scene,
    title: String,
    caption: String,
    notes: Vec<String>,
    /// The figures it holds.
    pub scope: Scope,
    /// What the log calls it.
    pub what: String,
}

/// Width and height of a chart alone, in points.
const CHART: (f32, f32) = (640.0, 300.0);

/// Draws the chart of a measure, with its finding above and what its marks mean beneath.
pub fn chart(
    book: &Workbook,
    id: MeasureId,
    shield: &Shield,
    as_of: NaiveDate,
    parts: drawing::Parts,
) -> CoreResult<Chart> {
    let facts = book.measure_sheet_facts(id, as_of, shield)?;
    let measure = &facts.measure;
    let record = &measure.summary.measure.record;
    // Only what the chart itself shows is explained beneath it.
    let mut drawn = measure.clone();
    drawn.groups.clear();
    drawn
        .places
        .retain(|series| series.place.record.is_benchmark);
    let mut notes = backbone_report::mark_notes([&drawn], &facts.rule);
    if parts.notes {
        let tests = (1..).zip(&measure.tests);
        notes.extend(tests.map(|(number, test)| format!("{number}: {}", test.record.name)));
    }
    notes.extend(wording::caution(measure));
    notes.extend(wording::footnotes(measure));
    if !record.source.is_empty() {
        let source = record.source.clone();
        notes.push(text::english().with("chart-source", &[("source", source.into())]));
    }
    notes.push(text::english().with(
        "chart-from",
        &[
            ("initiative", facts.initiative.name.clone().into()),
            ("date", dates::plain(as_of).into()),
        ],
    ));
    if facts.initiative.is_sample {
        notes.push(words::get("paper-note-sample"));
    }
    Ok(Chart {
        scene: drawing::chart(measure, CHART, 11.0, parts),
        title: wording::finding(&measure.summary),
        caption: wording::subtitle(record),
        notes,
        scope: Scope {
            measures: vec![id],
            is_everything: false,
            as_of,
        },
        what: of_measure("what-chart", record),
    })
}

impl Chart {
    /// As a picture to be written.
    pub fn picture(&self) -> Picture<'_> {
        Picture {
            scene: &self.scene,
            title: self.title.clone(),
            caption: self.caption.clone(),
            notes: self.notes.clone(),
            language: "en",
        }
    }
}

/// What has to be known before an export and kept after it.
pub struct Leaving {
    /// The entry for the log.
    pub entry: Disclosure,
    /// What it gives away together with an earlier one.
    pub given_away: Vec<GivenAway>,
}

/// Checks an export before it is made.
pub fn check(
    book: &Workbook,
    shield: &Shield,
    scope: &Scope,
    what: &str,
    context: &Context,
) -> CoreResult<Leaving> {
    Ok(Leaving {
        entry: book.disclosure(shield, scope, what, context)?,
        given_away: book.given_away(shield, scope)?,
    })
}

/// A warning in words.
pub fn warning(found: &GivenAway) -> String {
    let whom = if found.whom.is_empty() {
        words::get("disclosure-everyone")
    } else {
        found.whom.clone()
    };
    let date = dates::plain(clock::local(found.at_ms).date_naive());
    words::get_with(
        "given-away",
        &[
            ("measure", found.measure.as_str().into()),
            ("period", found.period.label().into()),
            ("whom", whom.into()),
            ("what", found.what.as_str().into()),
            ("audience", found.other.word().into()),
            ("date", date.into()),
        ],
    )
}

/// A hidden figure in words.
pub fn hidden_line(figure: &HiddenFigure) -> String {
    let names = [&figure.group, &figure.place, &figure.provider];
    let names: Vec<&str> = names
        .into_iter()
        .map(String::as_str)
        .filter(|name| !name.is_empty())
        .collect();
    let whom = if names.is_empty() {
        words::get("disclosure-everyone")
    } else {
        names.join(", ")
    };
    let period = backbone_core::measurement::Period::parse(&figure.period)
        .map_or_else(|| figure.period.clone(), |period| period.label());
    words::get_with(
        "disclosure-line",
        &[
            ("measure", figure.measure.as_str().into()),
            ("period", period.into()),
            ("whom", whom.into()),
            ("why", words::get(&format!("why-{}", figure.why)).into()),
        ],
    )
}

/// “The team: 120 figures shown, 8 hidden”.
pub fn count_line(entry: &Disclosure) -> String {
    words::get_with(
        "disclosure-count",
        &[
            ("audience", audience_word(entry.audience).into()),
            ("shown", entry.shown.into()),
            ("hidden", entry.hidden.into()),
        ],
    )
}

/// An audience in words.
pub fn audience_word(audience: Audience) -> String {
    words::get(&format!("audience-{}", audience.word()))
}
