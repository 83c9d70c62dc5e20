//! What leaves the file as tables and pictures, the log of all that left it, and how small
//! numbers are protected for each audience.

use backbone_contract::{
    AudienceRuleForm, ChartParts, DisclosureLine, ErrorCode, ExportCheck, ExportRequest, Nothing,
    Saved, WireError,
};
use backbone_core::{
    Error, Id, MeasureId, Reason, Result as CoreResult, Workbook,
    reporting::{Audience, AudienceRule, Scope, Shield},
};
use backbone_exchange::sheets::{self, Part};
use backbone_figures::dates;
use backbone_report::{drawing::Parts, picture};
use tauri::{AppHandle, Runtime, State};

use super::session::{ask_where_to_save, cannot_write, safe_name};
use crate::{
    clock,
    leaving::{self, Chart, Leaving, Tables, Wanted},
    session::{Session, lock},
    words, writing,
};

/// As many hidden figures of one export as the log in the window lists.
const LINES_SHOWN: usize = 200;

/// The audience of a word on the wire.
pub fn audience(word: &str) -> CoreResult<Audience> {
    Audience::from_word("audience", word)
}

/// A check for the window.
pub fn checked(found: &Leaving) -> ExportCheck {
    let mut warnings: Vec<String> = found.given_away.iter().map(leaving::warning).collect();
    let said = |id: &str, count: u32| words::get_with(id, &[("count", count.into())]);
    if found.entry.unchecked() > 0 && found.entry.audience != Audience::Internal {
        warnings.push(said("note-unchecked", found.entry.unchecked()));
    }
    if found.entry.texts_left_out() > 0 {
        warnings.push(said("note-texts", found.entry.texts_left_out()));
    }
    ExportCheck {
        count: leaving::count_line(&found.entry),
        hidden: found.entry.hidden,
        warnings,
    }
}

/// Keeps in the log that figures have left.
pub fn let_out<R: Runtime>(
    app: &AppHandle<R>,
    session: &Session,
    to: &str,
    scope: &Scope,
    what: &str,
) -> Result<(), WireError> {
    session.write(app, |book, context| {
        let shield = book.shield_of(audience(to)?, &scope.measures)?;
        let entry = book.disclosure(&shield, scope, what, context)?;
        book.log_disclosure(entry, context)
    })
}

/// What is asked for, put together for its audience.
enum Made {
    Tables(Tables),
    Chart(Chart),
}

/// What the audience must not see of what is asked for.
fn shield(book: &Workbook, request: &ExportRequest) -> CoreResult<Shield> {
    let audience = audience(&request.audience)?;
    match &request.measure {
        Some(id) if matches!(request.what.as_str(), "chart" | "measure") => {
            book.shield_of(audience, &[MeasureId::parse(id)?])
        }
        _ => book.shield(audience),
    }
}

fn make(book: &Workbook, request: &ExportRequest, shield: &Shield) -> CoreResult<Made> {
    let today = clock::today();
    let measure = || -> CoreResult<MeasureId> {
        MeasureId::parse(request.measure.as_deref().ok_or(Error::NotFound)?)
    };
    let wanted = match request.what.as_str() {
        "chart" => {
            let parts = request.parts.map_or_else(Parts::default, parts);
            let chart = leaving::chart(book, measure()?, shield, today, parts)?;
            return Ok(Made::Chart(chart));
        }
        "everything" => Wanted::Everything,
        "measure" => Wanted::Readings(measure()?),
        part => Wanted::Part(
            Part::of(part)
                .filter(|part| !part.is_for_the_team() || shield.audience == Audience::Internal)
                .ok_or(Error::NotFound)?,
        ),
    };
    leaving::tables(book, &wanted, shield, today)
        .map(Made::Tables)
        .map_err(|error| match error {
            sheets::SheetError::Core(error) => error,
            // Only putting bytes together fails otherwise, which is not done here.
            _ => Error::NotFound,
        })
}

fn parts(parts: ChartParts) -> Parts {
    Parts {
        path: parts.path,
        comparison: parts.comparison,
        notes: parts.notes,
        limits: parts.limits,
        forecast: parts.forecast,
        margins: parts.margins,
    }
}

impl Made {
    fn scope(&self) -> &Scope {
        match self {
            Self::Tables(tables) => &tables.scope,
            Self::Chart(chart) => &chart.scope,
        }
    }

    fn what(&self) -> &str {
        match self {
            Self::Tables(tables) => &tables.what,
            Self::Chart(chart) => &chart.what,
        }
    }

    /// The bytes of the file and its ending. CSV of several tables is an archive of them.
    fn bytes(&self, format: &str) -> Result<(Vec<u8>, &'static str), WireError> {
        let failed = |error: &dyn std::fmt::Display| {
            tracing::error!(%error, "an export could not be made");
            WireError {
                code: ErrorCode::Unexpected,
                field: None,
                detail: None,
            }
        };
        match (self, format) {
            (Self::Chart(chart), "png") => {
                let bytes = picture::png(&chart.picture()).map_err(|error| failed(&error))?;
                Ok((bytes, "png"))
            }
            (Self::Chart(chart), _) => {
                let bytes = picture::svg(&chart.picture()).map_err(|error| failed(&error))?;
                Ok((bytes, "svg"))
            }
            (Self::Tables(tables), "csv") => match tables.sheets.as_slice() {
                [sheet] => Ok((sheets::csv(sheet), "csv")),
                all => {
                    let bytes = sheets::zipped(all).map_err(|error| failed(&error))?;
                    Ok((bytes, "zip"))
                }
            },
            (Self::Tables(tables), _) => {
                let bytes =
                    sheets::xlsx(&tables.sheets, &tables.about).map_err(|error| failed(&error))?;
                Ok((bytes, "xlsx"))
            }
        }
    }
}

/// What an export will show and hide.
#[tauri::command]
pub fn check_export(
    request: ExportRequest,
    session: State<'_, Session>,
) -> Result<ExportCheck, WireError> {
    let context = session.context();
    session.read(|book| {
        let shield = shield(book, &request)?;
        let made = make(book, &request, &shield)?;
        let found = leaving::check(book, &shield, made.scope(), made.what(), &context)?;
        Ok(checked(&found))
    })
}

/// Asks where, writes the file, and keeps in the log that it left.
#[tauri::command]
pub fn export_data<R: Runtime>(
    app: AppHandle<R>,
    request: ExportRequest,
    session: State<'_, Session>,
) -> Result<Saved, WireError> {
    let (name, made) = session.read(|book| {
        let shield = shield(book, &request)?;
        Ok((book.initiative()?.name, make(book, &request, &shield)?))
    })?;
    let (bytes, ending) = made.bytes(&request.format)?;
    let proposed = safe_name(&format!(
        "{name} {} {}",
        made.what(),
        clock::today().format("%Y-%m-%d")
    ));
    let proposed = format!("{proposed}.{ending}");
    let kind = words::get(&format!("export-format-{ending}"));
    let Some(path) = ask_where_to_save(&app, "dialog-export", &proposed, ending, &kind) else {
        return Ok(Saved { file_name: None });
    };
    writing::replace(&path, &bytes).map_err(|error| cannot_write(&error))?;
    let_out(&app, &session, &request.audience, made.scope(), made.what())?;
    let file_name = path.file_name().unwrap_or_default();
    let file_name = Some(file_name.to_string_lossy().into_owned());
    *lock(&session.exported) = Some(path);
    Ok(Saved { file_name })
}

/// All that left the file, the latest first.
#[tauri::command]
pub fn list_disclosures(
    request: Nothing,
    session: State<'_, Session>,
) -> Result<Vec<DisclosureLine>, WireError> {
    let Nothing {} = request;
    let entries = session.read(|book| book.disclosures())?;
    let line = |entry: backbone_core::Entry<backbone_core::reporting::Disclosure>| {
        let record = entry.record;
        let hidden = record.hidden_figures();
        let said = |id: &str, count: u32| {
            (count > 0).then(|| words::get_with(id, &[("count", count.into())]))
        };
        let notes = [
            said("note-unchecked", record.unchecked()),
            said("note-texts", record.texts_left_out()),
        ];
        DisclosureLine {
            id: entry.id.to_string(),
            at: dates::instant(clock::local(record.at_ms).naive_local()),
            what: record.what.clone(),
            audience: leaving::audience_word(record.audience),
            author: record.author.clone(),
            count: leaving::count_line(&record),
            more: u32::try_from(hidden.len().saturating_sub(LINES_SHOWN)).unwrap_or(u32::MAX),
            hidden: hidden
                .iter()
                .take(LINES_SHOWN)
                .map(leaving::hidden_line)
                .collect(),
            notes: notes.into_iter().flatten().collect(),
        }
    };
    Ok(entries.into_iter().map(line).collect())
}

/// How small numbers are protected, for each audience.
#[tauri::command]
pub fn read_audience_rules(
    request: Nothing,
    session: State<'_, Session>,
) -> Result<Vec<AudienceRuleForm>, WireError> {
    let Nothing {} = request;
    let written = |floor: Option<u32>| floor.map(|floor| floor.to_string()).unwrap_or_default();
    session.read(|book| {
        let rules = Audience::ALL.iter().map(|audience| {
            let rule = book.audience_rule(*audience)?;
            Ok(AudienceRuleForm {
                audience: audience.word().to_owned(),
                denominator_floor: written(rule.denominator_floor),
                numerator_floor: written(rule.numerator_floor),
                codes_tails: rule.codes_tails,
            })
        });
        rules.collect()
    })
}

/// Sets how small numbers are protected for one audience.
#[tauri::command]
pub fn set_audience_rule<R: Runtime>(
    app: AppHandle<R>,
    request: AudienceRuleForm,
    session: State<'_, Session>,
) -> Result<Nothing, WireError> {
    session.write(&app, |book, context| {
        let rule = AudienceRule {
            audience: audience(&request.audience)?,
            denominator_floor: floor("denominator_floor", &request.denominator_floor)?,
            numerator_floor: floor("numerator_floor", &request.numerator_floor)?,
            codes_tails: request.codes_tails,
        };
        book.set_audience_rule(&rule, context)
    })?;
    Ok(Nothing {})
}

/// A whole number as typed, or none.
fn floor(field: &'static str, text: &str) -> CoreResult<Option<u32>> {
    match text.trim() {
        "" | "0" => Ok(None),
        text => text.parse().map(Some).map_err(|_| Error::Invalid {
            field,
            reason: Reason::NotANumber,
        }),
    }
}
