//! What the letter says, once for paper and once for the clipboard.

use std::fmt::Write as _;

use backbone_core::{
    measurement::ReadingState,
    reporting::{LetterFacts, TakenFigure},
};
use backbone_figures::{dates, text};
use rust_decimal::prelude::ToPrimitive;

use crate::{drawing::numbers, findings::finding_words};

/// What stands in place of a value.
const NO_VALUE: &str = "–";

/// The letter's words.
pub(super) struct Words {
    pub sender: String,
    pub addressee: Vec<String>,
    pub greeting: String,
    pub opening: Vec<String>,
    pub taken: Vec<Taken>,
    pub questions_lead: String,
    pub questions: Vec<Question>,
    pub closing: Vec<String>,
}

/// A figure that was taken.
pub(super) struct Taken {
    pub what: String,
    pub value: String,
    pub state: String,
}

/// A cell that needs a second look.
pub(super) struct Question {
    pub cell: String,
    pub what: String,
    pub words: String,
    pub outcome: String,
}

impl Words {
    pub fn of(facts: &LetterFacts) -> Self {
        let texts = text::english();
        let returned = &facts.returned;
        let sender = match facts.initiative.backbone_organization.as_str() {
            "" => facts.initiative.name.clone(),
            name => name.to_owned(),
        };
        let contact = facts.contact.as_ref().map(|person| person.name.clone());
        let greeted = contact
            .clone()
            .unwrap_or_else(|| facts.partner.name.clone());
        let counted = |id: &str, count: usize| {
            let count = i64::try_from(count).unwrap_or(i64::MAX);
            texts.with(id, &[("count", count.into())])
        };
        let mut opening = vec![texts.with(
            "letter-received",
            &[
                ("title", facts.request.title.as_str().into()),
                ("file", returned.file_name.as_str().into()),
                ("date", dates::plain(returned.returned_on.0).into()),
                ("answered", returned.answered.into()),
                ("asked", returned.asked.into()),
            ],
        )];
        if returned.same > 0 {
            opening.push(counted("letter-same", returned.same as usize));
        }
        if !facts.taken.is_empty() {
            opening.push(counted("letter-taken", facts.taken.len()));
        } else if returned.same == 0 {
            opening.push(texts.get("letter-none-taken"));
        }
        let open = returned.asked.saturating_sub(returned.answered);
        let has_left_out = facts.findings.iter().any(|finding| !finding.is_taken);
        let mut closing = Vec::new();
        if open > 0 {
            closing.push(counted("letter-open", open as usize));
        }
        if has_left_out {
            closing.push(texts.get("letter-mend"));
        } else if !facts.findings.is_empty() {
            closing.push(texts.get("letter-confirm"));
        } else if open == 0 {
            closing.push(texts.get("letter-nothing-more"));
        }
        closing.push(texts.get("letter-close"));
        Self {
            sender,
            addressee: std::iter::once(facts.partner.name.clone())
                .chain(contact)
                .collect(),
            greeting: texts.with("letter-greeting", &[("name", greeted.into())]),
            opening,
            taken: facts.taken.iter().map(taken).collect(),
            questions_lead: counted("letter-questions", facts.findings.len()),
            questions: facts
                .findings
                .iter()
                .map(|finding| Question {
                    cell: finding.cell.clone(),
                    what: if finding.subject.is_empty() {
                        texts.get("letter-whole-file")
                    } else {
                        finding.subject.clone()
                    },
                    words: finding_words(&finding.code, &finding.spoken_of()),
                    outcome: texts.get(if finding.is_taken {
                        "letter-outcome-taken"
                    } else {
                        "letter-outcome-left"
                    }),
                })
                .collect(),
            closing,
        }
    }
}

fn taken(figure: &TakenFigure) -> Taken {
    let texts = text::english();
    let reading = &figure.reading;
    let state = |state: &str| texts.get(&format!("request-state-{state}"));
    let whom = if figure.whom.is_empty() {
        texts.get("request-everyone")
    } else {
        figure.whom.join(", ")
    };
    Taken {
        what: format!(
            "{}, {whom}, {}",
            figure.measure.name,
            reading.period.label()
        ),
        value: reading.value.map_or_else(
            || NO_VALUE.to_owned(),
            |value| numbers(&figure.measure).value(value.to_f64().unwrap_or(0.0)),
        ),
        state: match reading.state {
            ReadingState::Revised => texts.get("letter-state-revised"),
            other => state(other.word()),
        },
    }
}

/// The letter as plain text, to be sent as a message.
#[must_use]
pub fn letter_text(facts: &LetterFacts) -> String {
    let words = Words::of(facts);
    let mut text = format!("{}\n\n", words.greeting);
    for paragraph in &words.opening {
        let _ = write!(text, "{paragraph}\n\n");
    }
    for taken in &words.taken {
        let _ = match taken.value.as_str() {
            NO_VALUE => writeln!(text, "• {}: {}", taken.what, taken.state),
            value => writeln!(text, "• {}: {value} ({})", taken.what, taken.state),
        };
    }
    if !words.taken.is_empty() {
        text.push('\n');
    }
    if !words.questions.is_empty() {
        let _ = write!(text, "{}\n\n", words.questions_lead);
        for question in &words.questions {
            let place = match question.cell.as_str() {
                "" => question.what.clone(),
                cell => format!("{cell}, {}", question.what),
            };
            let _ = writeln!(
                text,
                "• {place}: {} ({})",
                question.words,
                question.outcome.to_lowercase()
            );
        }
        text.push('\n');
    }
    for paragraph in &words.closing {
        let _ = write!(text, "{paragraph}\n\n");
    }
    let regards = text::english().get("letter-regards");
    let _ = writeln!(text, "{regards}\n{}", words.sender);
    text
}
