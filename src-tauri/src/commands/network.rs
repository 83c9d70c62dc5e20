//! The network of partners: the drawing with what is said of it, and places kept by hand.

use backbone_contract::{
    Input, MixingTable, NamedRecord, NetworkDay, NetworkFigure, NetworkNode, NetworkPage,
    NetworkRequest, NetworkTie, Nothing, PlacePartner, WireError, WorkedOut,
};
use backbone_core::{
    Error, Id, PartnerId, Reason, Result,
    partners::{FIELD_HEIGHT, FIELD_WIDTH, NetworkPosition},
    reporting::{NetworkChoice, NetworkFacts, quarters},
};
use backbone_figures::dates;
use backbone_report::{draw_network, wording::network as wording};
use chrono::{Months, NaiveDate};
use tauri::{AppHandle, Runtime, State};

use super::convert::optional_id;
use crate::{clock, session::Session, words};

/// Size of the drawing's text in the window, in CSS pixels.
const TEXT: f32 = 12.5;
/// Narrower than this names cannot be read; the window scrolls instead.
const NARROWEST: u32 = 420;
const WIDEST: u32 = 6_000;

#[tauri::command]
pub fn read_network(
    request: NetworkRequest,
    session: State<'_, Session>,
) -> std::result::Result<NetworkPage, WireError> {
    let today = clock::today();
    session.read(|book| {
        let choice = choice(&request, today)?;
        let facts = book.network(choice)?;
        let is_placed = !book.list::<NetworkPosition>()?.is_empty();
        Ok(page(&facts, request.width, today, is_placed))
    })
}

#[tauri::command]
pub fn place_partner<R: Runtime>(
    app: AppHandle<R>,
    request: PlacePartner,
    session: State<'_, Session>,
) -> std::result::Result<Nothing, WireError> {
    session.write(&app, |book, context| {
        let id = PartnerId::parse(&request.id)?;
        book.place_partner(id, place(&request)?, context)
    })?;
    Ok(Nothing {})
}

#[tauri::command]
pub fn arrange_network<R: Runtime>(
    app: AppHandle<R>,
    request: Nothing,
    session: State<'_, Session>,
) -> std::result::Result<Nothing, WireError> {
    let Nothing {} = request;
    session.write(&app, |book, context| book.arrange_network(context))?;
    Ok(Nothing {})
}

/// A place in a drawing as the file keeps it; beside the field is at its edge.
fn place(request: &PlacePartner) -> Result<(i64, i64)> {
    let [left, top, right, _] = request.field;
    let [x, y] = request.at;
    let width = right - left;
    let is_fine = [x, y, left, top, width].into_iter().all(f32::is_finite) && width >= 1.0;
    if !is_fine {
        return Err(Error::Invalid {
            field: "at",
            reason: Reason::OutOfRange,
        });
    }
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_precision_loss,
        reason = "thousandths of a drawing"
    )]
    let thousandths = |length: f32, most: i64| {
        (f64::from(length) / f64::from(width) * FIELD_WIDTH as f64)
            .round()
            .clamp(0.0, most as f64) as i64
    };
    Ok((
        thousandths(x - left, FIELD_WIDTH),
        thousandths(y - top, FIELD_HEIGHT),
    ))
}

fn choice(request: &NetworkRequest, today: NaiveDate) -> Result<NetworkChoice> {
    let unknown = |field| Error::Invalid {
        field,
        reason: Reason::UnknownChoice,
    };
    let to = match &request.until {
        None => today,
        Some(day) => NaiveDate::parse_from_str(day, "%Y-%m-%d").map_err(|_| unknown("until"))?,
    };
    let months = match request.back.as_str() {
        "quarter" => Some(3),
        "half" => Some(6),
        "year" => Some(12),
        "all" => None,
        _ => return Err(unknown("back")),
    };
    Ok(NetworkChoice {
        from: months.and_then(|months| {
            to.succ_opt()
                .and_then(|day| day.checked_sub_months(Months::new(months)))
        }),
        to,
        meetings: request.meetings,
        activities: request.activities,
        sector: optional_id(request.sector.as_deref())?,
        with_backbone: request.with_backbone,
    })
}

fn page(facts: &NetworkFacts, width: u32, today: NaiveDate, is_placed: bool) -> NetworkPage {
    #[allow(clippy::cast_precision_loss, reason = "pixels of a window")]
    let width = width.clamp(NARROWEST, WIDEST) as f32;
    let drawn = draw_network(facts, width, TEXT, None);
    let days = quarters(facts.first.unwrap_or(today), today);
    let day = days.iter().position(|day| *day >= facts.choice.to);
    NetworkPage {
        field: drawn.field,
        nodes: drawn
            .nodes
            .iter()
            .zip(&facts.found.nodes)
            .enumerate()
            .map(|(place, (drawn, node))| NetworkNode {
                id: drawn.key.to_string(),
                name: wording::name(facts, place),
                sector: wording::sector_of(facts, place),
                ties: counted(node.degree),
                links: node.betweenness,
                links_words: wording::percent(node.betweenness),
                part: wording::part(facts, place),
                at: drawn.at,
                radius: drawn.radius,
                marks: range(&drawn.marks),
                label: range(&drawn.label),
                is_isolate: drawn.is_isolate,
            })
            .collect(),
        ties: drawn
            .ties
            .iter()
            .map(|tie| NetworkTie {
                one: counted(tie.one),
                other: counted(tie.other),
                marks: range(&tie.marks),
                together: facts
                    .tie(tie.one, tie.other)
                    .map(wording::together)
                    .unwrap_or_default(),
            })
            .collect(),
        scene: drawn.scene,
        headline: wording::headline(facts),
        span: wording::span(facts),
        figures: wording::figures(facts)
            .into_iter()
            .map(|figure| NetworkFigure {
                code: figure.code.to_owned(),
                name: figure.name,
                value: figure.value,
                note: figure.note,
                rule: counted(figure.rule),
            })
            .collect(),
        worked_out: wording::worked_out(facts).into_iter().map(rule).collect(),
        mixing: mixing(facts),
        day: counted(day.unwrap_or(days.len().saturating_sub(1))),
        days: days
            .iter()
            .map(|day| NetworkDay {
                date: day.format("%Y-%m-%d").to_string(),
                words: if *day == today {
                    words::get("network-today")
                } else {
                    dates::short(*day)
                },
            })
            .collect(),
        sectors: facts
            .sectors
            .iter()
            .map(|entry| NamedRecord {
                id: entry.id.to_string(),
                name: wording::sector(&entry.record),
            })
            .collect(),
        backbone: facts
            .backbone
            .as_ref()
            .map(|backbone| backbone.name.clone()),
        is_placed,
    }
}

fn rule(found: backbone_report::wording::WorkedOut) -> WorkedOut {
    WorkedOut {
        question: found.question,
        answer: found.answer,
        rule: found.formula,
        citation: found.source,
        inputs: found
            .inputs
            .into_iter()
            .map(|(name, value)| Input { name, value })
            .collect(),
        points: counted(found.points),
    }
}

fn mixing(facts: &NetworkFacts) -> Option<MixingTable> {
    let mixing = facts.mixing.as_ref()?;
    let names = wording::sectors(facts);
    Some(MixingTable {
        sectors: mixing
            .sectors
            .iter()
            .filter_map(|sector| names.get(*sector).cloned())
            .collect(),
        rows: mixing
            .ties
            .iter()
            .map(|row| {
                let cells = row.iter().map(|ties| match ties {
                    0 => "–".to_owned(),
                    ties => ties.to_string(),
                });
                cells.collect()
            })
            .collect(),
        note: match mixing.unknown {
            0 => String::new(),
            count => words::get_with("network-mixing-unknown", &[("count", count.into())]),
        },
    })
}

fn range(marks: &std::ops::Range<usize>) -> [u32; 2] {
    [counted(marks.start), counted(marks.end)]
}

fn counted(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(at: [f32; 2]) -> Result<(i64, i64)> {
        place(&PlacePartner {
            id: String::new(),
            at,
            field: [0.0, 40.0, 800.0, 520.0],
        })
    }

    #[test]
    fn a_place_is_kept_as_a_share_of_the_drawing_and_inside_its_field() {
        assert_eq!(at([400.0, 280.0]).unwrap(), (500, 300));
        assert_eq!(at([-30.0, 9_000.0]).unwrap(), (0, FIELD_HEIGHT));
        assert!(at([f32::NAN, 1.0]).is_err(), "nowhere is no place");
    }

    #[test]
    fn a_time_of_months_ends_with_its_last_day() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 25).unwrap();
        let mut request = NetworkRequest {
            until: Some("2026-09-30".to_owned()),
            back: "quarter".to_owned(),
            meetings: true,
            activities: true,
            sector: None,
            with_backbone: true,
            width: 800,
        };
        let found = choice(&request, today).unwrap();
        assert_eq!(found.from, NaiveDate::from_ymd_opt(2026, 7, 1));
        request.back = "century".to_owned();
        assert!(choice(&request, today).is_err());
    }
}
