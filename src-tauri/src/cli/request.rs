//! `request` and `receive`: the sheet of a data request goes out, and what comes back is
//! taken in.

use std::{collections::BTreeSet, fs, io::Write, path::Path};

use backbone_core::{
    Context, Entry, PartnerId, Workbook,
    measurement::{Breakdown, DataRequest, ImportOutcome, Measure, Place, WantedChoice},
    partners::Partner,
};
use backbone_exchange::{
    names::fold,
    requests::{Fate, Form, Returned, Review, write},
};
use serde_json::{Value, json};

use super::{
    arguments::{ReceiveArguments, RequestArguments},
    refusal::Refusal,
    report,
};
use crate::{clock, requests, words, writing};

/// Makes a request and its sheet.
pub fn request(arguments: &RequestArguments, output: &mut impl Write) -> Result<(), Refusal> {
    let context = clock::now(&clock::login_name());
    let due = report::day(Some(&arguments.due))?;
    let mut book = Workbook::open(&arguments.file, &context.author)?;
    let made = make(arguments, due, &mut book, &context);
    book.close()?;
    let (bytes, figures) = made?;
    writing::replace(&arguments.out, &bytes)
        .map_err(|error| Refusal::because(format!("{}: {error}", arguments.out.display())))?;
    writeln!(
        output,
        "wrote {}, asking for {figures} figures; one undo takes the request back",
        arguments.out.display()
    )?;
    Ok(())
}

fn make(
    arguments: &RequestArguments,
    due: chrono::NaiveDate,
    book: &mut Workbook,
    context: &Context,
) -> Result<(Vec<u8>, usize), Refusal> {
    let partner = partner(book, &arguments.partner)?;
    let choice = WantedChoice {
        measures: measures(arguments, book, partner.id, context)?,
        breakdown: arguments
            .by
            .as_deref()
            .map(|name| named::<Breakdown>(book, name, "breakdown", |one| &one.name))
            .transpose()?,
        places: arguments
            .places
            .iter()
            .map(|name| named::<Place>(book, name, "place", |one| &one.name))
            .collect::<Result<_, _>>()?,
    };
    let wanted = book.wanted(&choice, context.today).map_err(|_| {
        Refusal::because("a measure that is calculated from others cannot be asked for")
    })?;
    let title = arguments.title.clone().unwrap_or_else(|| {
        let periods: BTreeSet<_> = wanted.iter().map(|wanted| wanted.period).collect();
        let labels: Vec<String> = periods.iter().map(|period| period.label()).collect();
        words::get_with(
            "request-usual-title",
            &[("periods", labels.join(", ").into())],
        )
    });
    let mut request = DataRequest::to(partner.id, &title, due);
    request.note = arguments.note.clone().unwrap_or_default();
    if arguments.sent {
        request.sent_on = Some(backbone_core::Day(context.today));
    }
    let done = book.add_data_request(request, &wanted, context)?;
    let form = Form::read(book, done.value)?;
    let bytes = write(&form).map_err(Refusal::because)?;
    Ok((bytes, wanted.len()))
}

/// The measures asked for with their periods; those the partner is known to supply where
/// none are named.
fn measures(
    arguments: &RequestArguments,
    book: &Workbook,
    partner: PartnerId,
    context: &Context,
) -> Result<
    Vec<(
        backbone_core::MeasureId,
        Vec<backbone_core::measurement::Period>,
    )>,
    Refusal,
> {
    let mut ids = Vec::new();
    for code in &arguments.measures {
        let measure = book.measure_by_code(code).map_err(|_| {
            Refusal::because(format!(
                "no measure has the code “{code}”; `backbone-desk query FILE measures` lists them"
            ))
        })?;
        ids.push(measure.id);
    }
    if ids.is_empty() {
        let proposals = book.request_proposals(context.today)?;
        let own = proposals.into_iter().find(|one| one.partner.id == partner);
        ids.extend(
            own.into_iter()
                .flat_map(|own| own.measures)
                .map(|(id, ..)| id),
        );
    }
    if ids.is_empty() {
        return Err(Refusal::because(
            "this partner is not known to supply any measure; pass --measure CODE",
        ));
    }
    let mut measures = Vec::new();
    for id in ids {
        let measure: Measure = book.get(id)?;
        let periods = requests::periods(&measure, &arguments.periods).map_err(|_| {
            Refusal::because(format!(
                "none of the periods is one of {}, which comes {}",
                measure.code,
                measure.frequency.word().replace('_', " ")
            ))
        })?;
        measures.push((id, periods));
    }
    Ok(measures)
}

/// The partner of this name, whatever its case.
pub fn partner(book: &Workbook, name: &str) -> Result<Entry<Partner>, Refusal> {
    let partners: Vec<Entry<Partner>> = book.list()?;
    let names: Vec<&str> = partners
        .iter()
        .map(|entry| entry.record.name.as_str())
        .collect();
    let found = names.iter().position(|known| fold(known) == fold(name));
    let unknown = || {
        Refusal::because(format!(
            "no partner is called “{name}”; there are: {}",
            names.join(", ")
        ))
    };
    found
        .and_then(|at| partners.get(at).cloned())
        .ok_or_else(unknown)
}

fn named<T: backbone_core::Record>(
    book: &Workbook,
    name: &str,
    noun: &str,
    called: impl Fn(&T) -> &String,
) -> Result<T::Id, Refusal> {
    let all: Vec<Entry<T>> = book.list()?;
    let found = all
        .iter()
        .find(|one| fold(called(&one.record)) == fold(name));
    found.map(|one| one.id).ok_or_else(|| {
        let names: Vec<&str> = all.iter().map(|one| called(&one.record).as_str()).collect();
        Refusal::because(format!(
            "no {noun} is called “{name}”; there are: {}",
            names.join(", ")
        ))
    })
}

/// Takes in returned sheets, each as one step.
pub fn receive(arguments: &ReceiveArguments, output: &mut impl Write) -> Result<(), Refusal> {
    let context = clock::now_because(&clock::login_name(), arguments.reason.as_deref());
    let mut book = if arguments.preview {
        Workbook::open_read_only(&arguments.file)?
    } else {
        Workbook::open(&arguments.file, &context.author)?
    };
    let answers = arguments.sheets.iter().map(|sheet| Answered {
        name: sheet
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned(),
        outcome: take_in(&mut book, sheet, arguments.preview, &context),
    });
    let answers: Vec<Answered> = answers.collect();
    book.close()?;
    if arguments.json {
        let all: Vec<Value> = answers.iter().map(Answered::json).collect();
        serde_json::to_writer_pretty(&mut *output, &all)?;
        writeln!(output)?;
    } else {
        for answer in &answers {
            answer.tell(output, arguments.preview)?;
        }
    }
    let refused: Vec<String> = answers.iter().filter_map(Answered::refusal).collect();
    if refused.is_empty() {
        Ok(())
    } else {
        Err(Refusal::because(refused.join("\n  ")))
    }
}

/// One sheet and what became of it.
struct Answered {
    name: String,
    outcome: Result<(Review, Option<ImportOutcome>), String>,
}

fn take_in(
    book: &mut Workbook,
    sheet: &Path,
    is_preview: bool,
    context: &Context,
) -> Result<(Review, Option<ImportOutcome>), String> {
    let bytes = fs::read(sheet).map_err(|error| error.to_string())?;
    let refused = |code: &str| words::get(&format!("not-returned-{code}"));
    let returned = Returned::read(&bytes).map_err(|reason| refused(reason.code()))?;
    let review = Review::of(&returned, book)
        .map_err(|error| error.to_string())?
        .map_err(|reason| refused(reason.code()))?;
    if is_preview {
        return Ok((review, None));
    }
    let name = sheet.file_name().unwrap_or_default().to_string_lossy();
    let done = review
        .clone()
        .commit(book, &name, context)
        .map_err(|error| match error {
            backbone_core::Error::PeriodClosed(_) => format!("{error}: pass --reason TEXT"),
            other => other.to_string(),
        })?;
    Ok((review, Some(done.value.1)))
}

impl Answered {
    fn refusal(&self) -> Option<String> {
        let reason = self.outcome.as_ref().err()?;
        Some(format!("{}: {reason}", self.name))
    }

    fn tell(&self, output: &mut impl Write, is_preview: bool) -> Result<(), Refusal> {
        let Ok((review, _)) = &self.outcome else {
            return Ok(());
        };
        writeln!(
            output,
            "{}: {}, {}: {} of {} figures given: {} new, {} changed, {} same, {} left out",
            self.name,
            review.partner,
            review.request.record.title,
            review.rows.len() as u64 - u64::from(review.count(Fate::Unanswered)),
            review.asked,
            review.count(Fate::New),
            review.count(Fate::Changed),
            review.count(Fate::Same),
            review.count(Fate::LeftOut),
        )?;
        for finding in &review.findings {
            let mark = if finding.kind.stands_in_the_way() {
                "left out"
            } else {
                "question"
            };
            writeln!(output, "  {mark}: {}", requests::described(finding))?;
        }
        if is_preview {
            writeln!(output, "  nothing was changed; this was a preview")?;
        } else {
            writeln!(output, "  received; one undo takes it back")?;
        }
        Ok(())
    }

    fn json(&self) -> Value {
        let (review, outcome) = match &self.outcome {
            Err(reason) => return json!({ "file": self.name, "refused": reason }),
            Ok(found) => found,
        };
        let findings: Vec<Value> = review
            .findings
            .iter()
            .map(|finding| {
                json!({
                    "cell": finding.address,
                    "subject": finding.subject,
                    "code": finding.kind.code(),
                    "left_out": finding.kind.stands_in_the_way(),
                    "words": requests::said(finding),
                })
            })
            .collect();
        let figures: Vec<Value> = review
            .rows
            .iter()
            .map(|row| {
                json!({
                    "row": row.row,
                    "subject": row.subject,
                    "given": row.given,
                    "before": row.before,
                    "fate": row.fate.code(),
                })
            })
            .collect();
        json!({
            "file": self.name,
            "partner": review.partner,
            "request": review.request.record.title,
            "version": review.version,
            "asked": review.asked,
            "new": review.count(Fate::New),
            "changed": review.count(Fate::Changed),
            "same": review.count(Fate::Same),
            "left_out": review.count(Fate::LeftOut),
            "unanswered": review.count(Fate::Unanswered),
            "figures": figures,
            "findings": findings,
            "received": outcome.map(|outcome| json!({
                "added": outcome.added, "changed": outcome.changed, "same": outcome.same,
            })),
        })
    }
}
