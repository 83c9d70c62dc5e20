//! The letter that goes back to a partner whose figures came in: what was received, what
//! was taken, and what needs a second look, cell by cell.

mod words;

use backbone_core::reporting::LetterFacts;
use backbone_figures::{dates, text};

use crate::{
    Error, Paper, Rendered,
    engine::{
        Cell, Column, Flow, Row, Setup, Style, Table,
        flow::{self, SIDE, stamped},
        fonts::{REGULAR, SEMIBOLD},
        page::{ACCENT, INK, QUIET},
        spans,
    },
};

pub use words::letter_text;
use words::{Question, Taken, Words};

/// Sender and addressee.
const NAME: Style = Style {
    size: 13.0,
    leading: 17.0,
    color: INK,
    before: 0.0,
    after: 0.0,
};
/// A line of the address, and what is quiet beside it.
const LINE: Style = Style {
    size: 10.2,
    leading: 14.0,
    color: INK,
    before: 0.0,
    after: 0.0,
};
/// The letter itself: larger than the pages of a report, as letters are.
const BODY: Style = Style {
    size: 10.4,
    leading: 15.0,
    color: INK,
    before: 0.0,
    after: 8.0,
};

/// Writes the letter.
///
/// # Errors
/// Figures that cannot be drawn, fonts that cannot be embedded.
pub fn letter(facts: &LetterFacts, paper: Paper) -> Result<Rendered, Error> {
    let texts = text::english();
    let words = Words::of(facts);
    let short = |text: &str| -> String { text.chars().take(60).collect() };
    let mut flow = Flow::new(Setup {
        title: texts.with(
            "letter-title",
            &[
                ("partner", short(&facts.partner.name).into()),
                ("title", short(&facts.request.title).into()),
            ],
        ),
        author: short(&words.sender),
        language: "en",
        date: facts.as_of,
        size: paper.size(),
        head: (short(&words.sender), texts.get("letter-kind")),
        stamp: facts
            .initiative
            .is_sample
            .then(|| texts.get("paper-sample")),
        foot: short(&facts.initiative.name),
    });
    flow.begin_section(false);
    envelope(&mut flow, facts, &words);
    let width = flow.width();
    flow.heading(1, &texts.get("letter-headline"), Style::HEADLINE, width);
    say(&mut flow, &words.greeting);
    for paragraph in &words.opening {
        say(&mut flow, paragraph);
    }
    if !words.taken.is_empty() {
        flow.table(&taken(&words.taken), width);
    }
    if !words.questions.is_empty() {
        say(&mut flow, &words.questions_lead);
        flow.table(&questions(&words.questions), width);
    }
    for paragraph in &words.closing {
        say(&mut flow, paragraph);
    }
    flow.need(60.0);
    flow.y += 6.0;
    say(&mut flow, &texts.get("letter-regards"));
    flow.y += 16.0;
    flow.paragraph(&spans(&words.sender, SEMIBOLD), BODY, width);
    flow::frame(&mut flow);
    let bytes = crate::engine::write(&flow)?;
    Ok(Rendered {
        bytes,
        pages: flow.pages.len(),
    })
}

/// Lines run as wide as they read well.
fn say(flow: &mut Flow, words: &str) {
    let width = flow.width() * 0.92;
    flow.paragraph(&spans(words, REGULAR), BODY, width);
}

/// Sender, date, addressee.
fn envelope(flow: &mut Flow, facts: &LetterFacts, words: &Words) {
    let (width, right) = (flow.width(), SIDE + flow.width());
    let y = flow.y;
    flow.artifact(|flow| flow.rule([SIDE, y], [right, y], 3.2, ACCENT));
    if let Some(stamp) = flow.setup.stamp.clone() {
        let element = flow.tree.add(flow.section, "P");
        flow.content(element, |flow| stamped(flow, &stamp, right, y + 20.0));
    }
    flow.y += 6.0;
    flow.paragraph(&spans(&words.sender, SEMIBOLD), NAME, width - 90.0);
    let quiet = Style {
        color: QUIET,
        ..LINE
    };
    if words.sender != facts.initiative.name {
        flow.paragraph(&spans(&facts.initiative.name, REGULAR), quiet, width - 90.0);
    }
    flow.y += 34.0;
    for line in &words.addressee {
        flow.paragraph(&spans(line, REGULAR), LINE, width * 0.6);
    }
    flow.y += 18.0;
    flow.paragraph(&spans(&dates::plain(facts.as_of), REGULAR), quiet, width);
    flow.y += 20.0;
}

fn taken(taken: &[Taken]) -> Table {
    let texts = text::english();
    let row = |taken: &Taken| {
        Row::Cells(vec![
            Cell::plain(taken.what.clone()),
            Cell::bold(taken.value.clone()),
            Cell::plain(taken.state.clone()),
        ])
    };
    Table {
        summary: texts.get("letter-taken-summary"),
        columns: vec![
            Column::left(texts.get("letter-column-figure"), 62.0),
            Column::right(texts.get("letter-column-value"), 18.0),
            Column::left(texts.get("letter-column-state"), 20.0),
        ],
        rows: taken.iter().map(row).collect(),
    }
}

fn questions(questions: &[Question]) -> Table {
    let texts = text::english();
    let row = |question: &Question| {
        Row::Cells(vec![
            Cell::bold(question.cell.clone()),
            Cell::plain(question.what.clone()),
            Cell::plain(question.words.clone()),
            Cell::plain(question.outcome.clone()),
        ])
    };
    Table {
        summary: texts.get("letter-questions-summary"),
        columns: vec![
            Column::left(texts.get("letter-column-cell"), 8.0),
            Column::left(texts.get("letter-column-figure"), 36.0),
            Column::left(texts.get("letter-column-noticed"), 42.0),
            Column::left(texts.get("letter-column-outcome"), 14.0),
        ],
        rows: questions.iter().map(row).collect(),
    }
}
