//! What can be typed on the command line, and the help that teaches it.

use std::path::{Path, PathBuf};

use backbone_core::reporting::Audience;
use clap::{Args, Parser, Subcommand, ValueEnum};

/// Offline workbench of a Collective Impact backbone team.
#[derive(Debug, Parser)]
#[command(
    name = "backbone-desk",
    version,
    about,
    args_conflicts_with_subcommands = true,
    after_help = "Without a command the window opens, on FILE if one is given.\n\n\
        A first round, with no window:\n  \
        backbone-desk sample cincinnati --out city.backbone\n  \
        backbone-desk query city.backbone status\n  \
        backbone-desk import city.backbone figures.csv --preview\n  \
        backbone-desk report city.backbone --kind board --out board.pdf\n\n\
        Exit codes: 0 done, 1 refused (the reason is on standard error), 2 wrong usage."
)]
pub struct Arguments {
    /// Initiative to open in the window.
    #[arg(value_parser = initiative)]
    pub file: Option<PathBuf>,
    /// What to do without a window.
    #[command(subcommand)]
    pub verb: Option<Verb>,
}

/// A mistyped verb is told apart from the name of a file.
fn initiative(typed: &str) -> Result<PathBuf, String> {
    let path = Path::new(typed);
    if path.exists() || path.extension().is_some() {
        Ok(path.to_owned())
    } else {
        Err("no command and no file is called so; --help lists the commands".to_owned())
    }
}

/// One verb of the command line.
#[derive(Debug, Subcommand)]
pub enum Verb {
    /// Write a sample initiative to a new file.
    Sample(SampleArguments),
    /// Read a table of figures into an initiative.
    Import(ImportArguments),
    /// Write a report as PDF.
    Report(ReportArguments),
    /// Ask a partner for figures: make the sheet it fills in.
    Request(RequestArguments),
    /// Take in the sheets partners sent back.
    Receive(ReceiveArguments),
    /// Print what the window would show.
    Query(QueryArguments),
    /// Look for words in everything an initiative holds.
    Search(SearchArguments),
    /// Run one rule on JSON from standard input.
    Compute(ComputeArguments),
    /// Write everything out: JSON, a spreadsheet, CSV, or a chart.
    Export(ExportArguments),
    /// Make an initiative from exported JSON.
    Restore(RestoreArguments),
    /// Look whether a file is sound; never changes it.
    Check(FileArgument),
    /// Copy a file safely, even while it is open.
    Backup(BackupArguments),
    /// List what was changed, by whom and when.
    History(HistoryArguments),
    /// Take back the last change.
    Undo(FileArgument),
    /// Do again what was taken back last.
    Redo(FileArgument),
}

/// Names one initiative.
#[derive(Debug, Args)]
pub struct FileArgument {
    /// The initiative, NAME.backbone.
    pub file: PathBuf,
}

/// `sample`
#[derive(Debug, Args)]
#[command(
    after_help = "There is: cincinnati, camden, minneapolis, newark, durham.\n\n\
        Example:\n  backbone-desk sample camden --out camden.backbone"
)]
pub struct SampleArguments {
    /// Which sample; `--list` prints their names.
    #[arg(required_unless_present = "list")]
    pub name: Option<String>,
    /// Where to write it; an existing file is never overwritten.
    #[arg(long, value_name = "FILE", required_unless_present = "list")]
    pub out: Option<PathBuf>,
    /// Print the names of the samples and stop.
    #[arg(long)]
    pub list: bool,
}

/// `import`
#[derive(Debug, Args)]
#[command(
    after_help = "The table needs a column for the period and one for the value, or a column for each period,\n\
        measure, group or place; others (measure, group, place, provider, numerator, denominator,\n\
        lower, upper, state, comment, source, unit) are found by their heads. Nothing is imported\n\
        while a row has a problem that must be mended; --preview changes nothing and names every\n\
        problem by row and column. What can be read two ways is refused with the option to pass.\n\
        A table whose columns are remembered is read as last time; --afresh does not.\n\
        With --contacts the table, or a vCard file, is a contact list: people with their\n\
        organizations (name, first_name, last_name, organization, role, email, phone).\n\n\
        Examples:\n  \
        backbone-desk import city.backbone readiness.csv --measure KR --preview\n  \
        backbone-desk import city.backbone readiness.csv --measure KR --decimal comma\n  \
        backbone-desk import city.backbone fall.xlsx --sheet Summary --remember \"School district\"\n  \
        backbone-desk import city.backbone long.csv --column \"Pct ready=value\" --column YR=period\n  \
        backbone-desk import city.backbone long.csv --group \"Hisp/Lat=Hispanic or Latino\" --cell \"10,Pct=46.0\"\n  \
        backbone-desk import city.backbone contacts.vcf --contacts --preview"
)]
pub struct ImportArguments {
    /// The initiative.
    pub file: PathBuf,
    /// The table: CSV or TSV in any usual encoding, XLSX, XLS or ODS.
    pub table: PathBuf,
    /// Code of the measure all rows belong to, if no column says so.
    #[arg(long, value_name = "CODE")]
    pub measure: Option<String>,
    /// Read as remembered under this name.
    #[arg(long, value_name = "NAME", conflicts_with = "afresh")]
    pub mapping: Option<String>,
    /// Remember under this name how the table was read.
    #[arg(long, value_name = "NAME")]
    pub remember: Option<String>,
    /// Do not read the table as remembered, even if its columns are known.
    #[arg(long)]
    pub afresh: bool,
    /// The file is a contact list: a table or vCards.
    #[arg(long)]
    pub contacts: bool,
    /// With --contacts: the organization of contacts that name none.
    #[arg(long, value_name = "NAME", requires = "contacts")]
    pub organization: Option<String>,
    /// With --contacts: what to do with people who are there already; they are merged if
    /// nothing is said.
    #[arg(long, value_enum, requires = "contacts")]
    pub on_duplicate: Option<DuplicateChoice>,
    /// Say what would happen and name every problem; change nothing.
    #[arg(long)]
    pub preview: bool,
    /// Print the outcome as JSON.
    #[arg(long)]
    pub json: bool,
    /// What a column holds, HEAD=ROLE; may be given several times.
    #[arg(long = "column", value_name = "HEAD=ROLE")]
    pub columns: Vec<String>,
    /// The sheet of a spreadsheet; the first one that is not hidden and holds anything.
    #[arg(long, value_name = "NAME")]
    pub sheet: Option<String>,
    /// The row with the column names, if it is not found; 0 where there are none.
    #[arg(long, value_name = "ROW")]
    pub header_row: Option<u32>,
    /// The encoding, if it is not recognized.
    #[arg(long, value_enum)]
    pub encoding: Option<EncodingChoice>,
    /// The sign between columns, if it is not recognized: `,` `;` `|` or `tab`.
    #[arg(long, value_name = "SIGN")]
    pub delimiter: Option<String>,
    /// The decimal sign, where figures can be read two ways.
    #[arg(long, value_enum)]
    pub decimal: Option<DecimalChoice>,
    /// The order of day and month, where dates can be read two ways.
    #[arg(long, value_enum)]
    pub dates: Option<DateChoice>,
    /// What a single year is, where it stands for a school year.
    #[arg(long, value_enum)]
    pub single_year: Option<SingleYearChoice>,
    /// What “2011-12” is, where it can be a school year or a month.
    #[arg(long, value_enum)]
    pub periods: Option<PeriodsChoice>,
    /// The year bare numbers of days are counted from: 1900, or 1904 in old files of a Mac.
    #[arg(long, value_enum)]
    pub serial_dates: Option<SerialChoice>,
    /// What percentages up to 1 are.
    #[arg(long, value_enum)]
    pub shares: Option<SharesChoice>,
    /// What a name for a group means, TEXT=NAME; an empty NAME is everyone.
    #[arg(long = "group", value_name = "TEXT=NAME")]
    pub groups: Vec<String>,
    /// What a name for a place means, TEXT=NAME; an empty NAME is the whole place.
    #[arg(long = "place", value_name = "TEXT=NAME")]
    pub places: Vec<String>,
    /// What a name for a partner means, TEXT=NAME; an empty NAME is no one in particular.
    #[arg(long = "partner", value_name = "TEXT=NAME")]
    pub partners: Vec<String>,
    /// What a name for a measure means, TEXT=CODE.
    #[arg(long = "means", value_name = "TEXT=CODE")]
    pub measures: Vec<String>,
    /// What a cell is read as instead, ROW,HEAD=TEXT; may be given several times.
    #[arg(long = "cell", value_name = "ROW,HEAD=TEXT")]
    pub cells: Vec<String>,
    /// Leave out this row, numbered as a spreadsheet shows it; may be given several times.
    #[arg(long = "skip-row", value_name = "ROW")]
    pub skip_rows: Vec<u32>,
    /// Leave out every reading that has a problem which must be mended.
    #[arg(long)]
    pub skip_problems: bool,
    /// What to do where the table differs from what is stored.
    #[arg(long, value_enum, default_value = "replace")]
    pub on_changed: ChangedChoice,
    /// Which row counts where the table gives a reading twice with other figures.
    #[arg(long, value_enum)]
    pub on_repeated: Option<RepeatedChoice>,
    /// Add groups and places that the table names and the initiative does not know.
    #[arg(long)]
    pub add_unknown: bool,
    /// Why figures of closed periods change.
    #[arg(long, value_name = "TEXT")]
    pub reason: Option<String>,
    /// Where the figures come from, kept with the import.
    #[arg(long, value_name = "TEXT")]
    pub source: Option<String>,
}

/// What is done with people who are there already.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum DuplicateChoice {
    /// What they lack is filled in.
    Merge,
    /// They are left as they are.
    Skip,
    /// They are added once more.
    Add,
}

/// What a single year is for a school year.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum SingleYearChoice {
    /// 2024 is 2024–25.
    Begins,
    /// 2024 is 2023–24.
    Ends,
}

/// Kinds of periods.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum PeriodsChoice {
    /// 2011-12 is 2011–12.
    SchoolYears,
    /// 2011-12 ends in 2012.
    FiscalYears,
    /// 2011-12 is December 2011.
    Months,
}

/// The year spreadsheets count days from.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum SerialChoice {
    /// As nearly all files do.
    #[value(name = "1900")]
    From1900,
    /// As old files of Excel for Mac do.
    #[value(name = "1904")]
    From1904,
}

/// What percentages up to 1 are.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum SharesChoice {
    /// Shares of 1: multiply them by 100.
    TimesHundred,
    /// Small percentages.
    AsTheyAre,
}

/// Which row counts.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum RepeatedChoice {
    /// The first.
    First,
    /// The last.
    Last,
}

/// Encodings that can be forced.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum EncodingChoice {
    /// UTF-8.
    Utf8,
    /// UTF-16, little end first.
    Utf16le,
    /// UTF-16, big end first.
    Utf16be,
    /// Windows-1252 (Western European Excel).
    Windows1252,
    /// Mac Roman (old Mac Excel).
    Macroman,
}

/// Decimal signs.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum DecimalChoice {
    /// 53.2
    Point,
    /// 53,2
    Comma,
}

/// Orders of day and month.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum DateChoice {
    /// 31/12/2025
    DayFirst,
    /// 12/31/2025
    MonthFirst,
}

/// What to do where the table differs from what is stored.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum ChangedChoice {
    /// Take the table's value; the stored one stays in the history.
    Replace,
    /// Keep the stored value.
    Keep,
}

/// `report`
#[derive(Debug, Args)]
#[command(
    after_help = "What leaves the team is protected: figures on few people are hidden from partners and the\n\
        public, and every report is written in the log (`query FILE disclosures`).\n\n\
        Examples:\n  \
        backbone-desk report city.backbone --kind board --out board.pdf --paper a4\n  \
        backbone-desk report city.backbone --kind measure --measure KR --out readiness.pdf\n  \
        backbone-desk report city.backbone --kind equity --audience public --out equity.pdf\n  \
        backbone-desk report city.backbone --kind partner --partner \"Public Schools\" --out partner.pdf\n  \
        backbone-desk report city.backbone --kind letter --partner \"Public Schools\" --out letter.pdf"
)]
pub struct ReportArguments {
    /// The initiative.
    #[arg(required_unless_present = "list_kinds")]
    pub file: Option<PathBuf>,
    /// Which report; `--list-kinds` prints them.
    #[arg(long, required_unless_present = "list_kinds")]
    pub kind: Option<String>,
    /// Where to write the PDF.
    #[arg(long, value_name = "PDF", required_unless_present = "list_kinds")]
    pub out: Option<PathBuf>,
    /// Paper.
    #[arg(long, value_enum, default_value = "letter")]
    pub paper: PaperChoice,
    /// The day the report speaks of, YYYY-MM-DD; today without it.
    #[arg(long, value_name = "DATE")]
    pub as_of: Option<String>,
    /// Title on the front page.
    #[arg(long)]
    pub title: Option<String>,
    /// Whom a partner report or a letter goes to, by name; a letter speaks of the sheet that
    /// came back last.
    #[arg(long, value_name = "NAME")]
    pub partner: Option<String>,
    /// Code of the measure a measure sheet speaks of.
    #[arg(long, value_name = "CODE")]
    pub measure: Option<String>,
    /// Which version of the Common Agenda, by its number, or “draft”; the one in force without it.
    #[arg(long, value_name = "VERSION")]
    pub agenda: Option<String>,
    /// Whom it is for; figures on few people are hidden from all but the team.
    #[arg(long, value_enum, default_value = "partners")]
    pub audience: AudienceChoice,
    /// Print the kinds, one a line, and stop.
    #[arg(long)]
    pub list_kinds: bool,
}

/// Whom figures are for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum AudienceChoice {
    /// The team.
    Internal,
    /// Partners.
    Partners,
    /// Everyone.
    Public,
}

impl From<AudienceChoice> for Audience {
    fn from(choice: AudienceChoice) -> Self {
        match choice {
            AudienceChoice::Internal => Self::Internal,
            AudienceChoice::Partners => Self::Partners,
            AudienceChoice::Public => Self::Public,
        }
    }
}

/// Paper sizes.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum PaperChoice {
    /// US Letter.
    Letter,
    /// A4.
    A4,
}

/// `request`
#[derive(Debug, Args)]
#[command(
    after_help = "Writes a spreadsheet with a row per figure, the figures you have so far beside it, and a\n\
        hidden code by which `receive` recognizes it. Without --measure it asks for what the\n\
        partner is known to supply; without --period for the latest period of each measure that\n\
        has ended. --by asks for every group of a breakdown too.\n\n\
        Examples:\n  \
        backbone-desk request city.backbone --partner \"Public Schools\" --measure KR \\\n    \
        --period 2025-26 --due 2026-12-11 --out schools.xlsx\n  \
        backbone-desk request city.backbone --partner \"Public Schools\" --due 2026-12-11 \\\n    \
        --by \"Race and ethnicity\" --sent --out schools.xlsx"
)]
pub struct RequestArguments {
    /// The initiative.
    pub file: PathBuf,
    /// Who is asked, by name.
    #[arg(long, value_name = "NAME")]
    pub partner: String,
    /// Code of a measure to ask for; may be given several times.
    #[arg(long = "measure", value_name = "CODE")]
    pub measures: Vec<String>,
    /// Periods to ask for, such as 2025-26, 2025, "Q3 2025" or 2025-09; each measure takes
    /// those of its own rhythm.
    #[arg(long = "period", value_name = "PERIOD", num_args = 1..)]
    pub periods: Vec<String>,
    /// Ask for every group of this breakdown, beside everyone.
    #[arg(long, value_name = "BREAKDOWN")]
    pub by: Option<String>,
    /// Ask for this place too; may be given several times.
    #[arg(long = "place", value_name = "NAME")]
    pub places: Vec<String>,
    /// By when the figures are needed, YYYY-MM-DD.
    #[arg(long, value_name = "DATE")]
    pub due: String,
    /// What the request is called.
    #[arg(long)]
    pub title: Option<String>,
    /// What else to tell the partner; printed on the sheet.
    #[arg(long, value_name = "TEXT")]
    pub note: Option<String>,
    /// Mark it as sent today; otherwise it stays a draft.
    #[arg(long)]
    pub sent: bool,
    /// Where to write the sheet.
    #[arg(long, value_name = "XLSX")]
    pub out: PathBuf,
}

/// `receive`
#[derive(Debug, Args)]
#[command(
    after_help = "Each sheet is recognized by its code, whatever its name. Figures that cannot be are named\n\
        by their cell and left out; the rest is taken as one step, the request is marked as\n\
        received, and `report --kind letter` writes the letter back. A sheet that is not one of\n\
        this initiative is refused; the others are taken all the same.\n\n\
        Examples:\n  \
        backbone-desk receive city.backbone schools.xlsx --preview\n  \
        backbone-desk receive city.backbone returned/*.xlsx --json\n  \
        backbone-desk report city.backbone --kind letter --partner \"Public Schools\" --out letter.pdf"
)]
pub struct ReceiveArguments {
    /// The initiative.
    pub file: PathBuf,
    /// Sheets that came back: XLSX, XLS or ODS.
    #[arg(required = true, value_name = "XLSX")]
    pub sheets: Vec<PathBuf>,
    /// Say what would happen and name every problem; change nothing.
    #[arg(long)]
    pub preview: bool,
    /// Why figures of closed periods change.
    #[arg(long, value_name = "TEXT")]
    pub reason: Option<String>,
    /// Print the outcome as JSON.
    #[arg(long)]
    pub json: bool,
}

/// `query`
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  \
        backbone-desk query city.backbone status\n  \
        backbone-desk query city.backbone readings --measure KR --json")]
pub struct QueryArguments {
    /// The initiative.
    pub file: PathBuf,
    /// What to print.
    #[arg(value_enum)]
    pub what: QueryChoice,
    /// Only this measure, by code.
    #[arg(long, value_name = "CODE")]
    pub measure: Option<String>,
    /// Print JSON instead of a table.
    #[arg(long)]
    pub json: bool,
    /// The day to judge by, YYYY-MM-DD; today without it.
    #[arg(long, value_name = "DATE")]
    pub as_of: Option<String>,
    /// With network: the first day to look at; a year before the last without it.
    #[arg(long, value_name = "DATE")]
    pub since: Option<String>,
}

/// What can be queried.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum QueryChoice {
    /// Measures with their definition.
    Measures,
    /// Readings with state and origin.
    Readings,
    /// Status of every measure with rule, inputs and number of points.
    Status,
    /// How fresh, complete and firm the figures are, and what needs work.
    Quality,
    /// How far groups lie apart, now and at the start.
    Disparities,
    /// The Common Agenda: its versions, who signed which, and who has not.
    Agenda,
    /// The five conditions' checks with evidence.
    Signals,
    /// Partners.
    Partners,
    /// Who works with whom, and what holds the network together.
    Network,
    /// Activities.
    Activities,
    /// Partners and the strategies they work on.
    Matrix,
    /// Gaps, overlaps and what is tied to nothing among activities.
    Findings,
    /// Meetings, decisions and action items.
    Meetings,
    /// Data requests with where they stand and what came back.
    Requests,
    /// What left the file, for whom, and what was hidden.
    Disclosures,
}

/// `search`
#[derive(Debug, Args)]
#[command(
    after_help = "Beginnings of words are enough, accents and capitals make no difference, and words that\n\
        nobody wrote are taken for the nearest ones.\n\n\
        Examples:\n  \
        backbone-desk search city.backbone \"kindergarten readiness\"\n  \
        backbone-desk search city.backbone herrera --kind person --json"
)]
pub struct SearchArguments {
    /// The initiative.
    pub file: PathBuf,
    /// What to look for.
    pub text: String,
    /// Only records of this kind, such as measure, partner, person, activity or meeting.
    #[arg(long, value_name = "KIND")]
    pub kind: Option<String>,
    /// At most this many of a kind.
    #[arg(long, value_name = "NUMBER", default_value_t = 10)]
    pub limit: usize,
    /// Print JSON instead of a table.
    #[arg(long)]
    pub json: bool,
}

/// `compute`
#[derive(Debug, Args)]
#[command(
    after_help = "Reads a JSON object from standard input, or a list of them, which is answered by a list of \
        results. `--example` prints an input to start from.\n\n\
        Example:\n  \
        echo '{\"baseline\": 44, \"current\": 57, \"target\": 60, \"polarity\": \"higher\"}' \\\n    \
        | backbone-desk compute status"
)]
pub struct ComputeArguments {
    /// Which rule; `--list` prints them.
    #[arg(required_unless_present = "list")]
    pub rule: Option<String>,
    /// Print the result as JSON.
    #[arg(long)]
    pub json: bool,
    /// With network: the initiative whose partners of the last year it is about, in place of
    /// standard input.
    #[arg(long, value_name = "FILE")]
    pub file: Option<PathBuf>,
    /// Print an example input for the rule and stop.
    #[arg(long)]
    pub example: bool,
    /// Print the rules, one a line, and stop.
    #[arg(long)]
    pub list: bool,
}

/// `export`
#[derive(Debug, Args)]
#[command(
    group(clap::ArgGroup::new("form").required(true).args(["json", "xlsx", "csv", "svg", "png"])),
    after_help = "Without --audience an export is for the team and hides nothing; for partners and the public\n\
        figures on few people are hidden, and contacts and meetings stay inside. JSON is the whole\n\
        file and therefore only for the team.\n\n\
        Examples:\n  \
        backbone-desk export city.backbone --json --out city.json\n  \
        backbone-desk export city.backbone --xlsx --audience public --out city.xlsx\n  \
        backbone-desk export city.backbone --csv --out tables            a folder of tables\n  \
        backbone-desk export city.backbone --csv --out tables.zip\n  \
        backbone-desk export city.backbone --csv --table partners --out partners.csv\n  \
        backbone-desk export city.backbone --csv --measure KR --out readiness.csv\n  \
        backbone-desk export city.backbone --svg --measure KR --out readiness.svg"
)]
pub struct ExportArguments {
    /// The initiative.
    pub file: PathBuf,
    /// Write JSON that `restore` reads back without loss.
    #[arg(long)]
    pub json: bool,
    /// Write a spreadsheet, a sheet per table.
    #[arg(long)]
    pub xlsx: bool,
    /// Write CSV: a folder or .zip of tables, or one file with --table or --measure.
    #[arg(long)]
    pub csv: bool,
    /// Draw the chart of a measure as SVG.
    #[arg(long, requires = "measure")]
    pub svg: bool,
    /// Draw the chart of a measure as PNG.
    #[arg(long, requires = "measure")]
    pub png: bool,
    /// Only this table.
    #[arg(long, value_enum, conflicts_with_all = ["json", "svg", "png", "measure"])]
    pub table: Option<TableChoice>,
    /// Only this measure, by code: its readings, or its chart.
    #[arg(long, value_name = "CODE", conflicts_with = "json")]
    pub measure: Option<String>,
    /// Whom it is for.
    #[arg(long, value_enum, default_value = "internal")]
    pub audience: AudienceChoice,
    /// The day the export speaks of, YYYY-MM-DD; today without it.
    #[arg(long, value_name = "DATE")]
    pub as_of: Option<String>,
    /// Where to write it.
    #[arg(long, value_name = "PATH")]
    pub out: PathBuf,
}

/// Tables that can be exported alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum TableChoice {
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

/// `restore`
#[derive(Debug, Args)]
pub struct RestoreArguments {
    /// JSON written by `export --json`.
    pub json: PathBuf,
    /// Where to write the initiative; an existing file is never overwritten.
    #[arg(long, value_name = "FILE")]
    pub out: PathBuf,
}

/// `backup`
#[derive(Debug, Args)]
pub struct BackupArguments {
    /// The initiative.
    pub file: PathBuf,
    /// Where to copy it; beside the file, with today's date, without it.
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
}

/// `history`
#[derive(Debug, Args)]
pub struct HistoryArguments {
    /// The initiative.
    pub file: PathBuf,
    /// At most this many steps, latest first.
    #[arg(long, default_value_t = 20)]
    pub limit: u32,
    /// Print JSON instead of lines.
    #[arg(long)]
    pub json: bool,
}
