//! The signature sheet: a line per partner, with what was signed already.

use backbone_core::reporting::AgendaPaperFacts;
use backbone_figures::{dates, text};

use crate::engine::{Cell, Column, Flow, Row, Style, Table, fonts::REGULAR, spans};

/// A second line without words gives a row the height of a signature.
const ROOM: &str = "\u{a0}";

pub(super) fn write(flow: &mut Flow, facts: &AgendaPaperFacts) {
    let texts = text::english();
    flow.begin_section(true);
    let width = flow.width();
    flow.heading(2, &texts.get("paper-agenda-sign"), Style::HEADLINE, width);
    let lead = if facts.agenda.is_draft() {
        texts.get("paper-agenda-sign-draft")
    } else {
        texts.with(
            "paper-agenda-sign-lead",
            &[("version", facts.agenda.version.into())],
        )
    };
    flow.paragraph(&spans(&lead, REGULAR), Style::LEAD, width * 0.86);
    if facts.partners.is_empty() {
        let none = texts.get("paper-agenda-sign-none");
        flow.paragraph(&spans(&none, REGULAR), Style::BODY, width);
        return;
    }
    let signed = facts.partners.iter().filter(|(_, signed)| signed.is_some());
    if !facts.agenda.is_draft() {
        let count = texts.with(
            "paper-agenda-sign-count",
            &[
                ("signed", signed.count().into()),
                ("count", facts.partners.len().into()),
            ],
        );
        flow.paragraph(&spans(&count, REGULAR), Style::BODY, width);
    }
    let rows = facts.partners.iter().map(|(partner, signed)| {
        let first = Cell::Text {
            text: partner.record.name.clone(),
            is_bold: true,
            note: ROOM.to_owned(),
        };
        Row::Cells(match signed {
            Some(signed) => vec![
                first,
                Cell::plain(signed.signed_by.clone()),
                Cell::plain(texts.get("paper-agenda-signed")),
                Cell::plain(dates::short(signed.signed_on.0)),
            ],
            None => vec![
                first,
                Cell::plain(ROOM),
                Cell::plain(ROOM),
                Cell::plain(ROOM),
            ],
        })
    });
    flow.table(
        &Table {
            summary: texts.get("paper-agenda-sign"),
            columns: vec![
                Column::left(texts.get("paper-agenda-sign-partner"), 32.0),
                Column::left(texts.get("paper-agenda-sign-name"), 27.0),
                Column::left(texts.get("paper-agenda-sign-signature"), 27.0),
                Column::left(texts.get("paper-agenda-sign-date"), 14.0),
            ],
            rows: rows.collect(),
        },
        width,
    );
}
