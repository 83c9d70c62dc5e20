//! The report to one partner: its own measures and the shared results on one scorecard, its
//! own place in the whole, what it does, what it signed, and what is owed.

use backbone_core::{
    measurement::RequestStanding,
    partners::Expiry,
    reporting::{Endorsed, PartnerReportFacts, Share},
};
use backbone_figures::{dates, text};

use crate::{
    Error, Options, Rendered, columns,
    document::{self, mark_notes},
    engine::{
        Cell, Column, Flow, Row, Style, Table,
        fonts::{REGULAR, SEMIBOLD},
        spans,
    },
    network,
};

/// Writes the report to a partner.
///
/// # Errors
/// Figures that cannot be drawn, fonts that cannot be embedded.
pub fn partner_report(facts: &PartnerReportFacts, options: &Options) -> Result<Rendered, Error> {
    let texts = text::english();
    let kind = if options.title.trim().is_empty() {
        texts.get("paper-partner-report")
    } else {
        options.title.trim().to_owned()
    };
    let mut flow = document::begin(&facts.initiative, &kind, facts.as_of, options.paper);
    flow.begin_section(false);
    let name: String = facts.page.partner.record.name.chars().take(60).collect();
    document::masthead(&mut flow, &facts.initiative, &kind, facts.as_of, Some(name));
    let width = flow.width();
    front(&mut flow, facts, width);
    scorecard(&mut flow, facts, width);
    place(&mut flow, facts, width);
    network::neighborhood(&mut flow, &facts.network, facts.page.partner.id, width);
    activities(&mut flow, facts, width);
    owed(&mut flow, facts, width);
    commitments(&mut flow, facts, width);
    notes(&mut flow, facts, width);
    document::finish(flow)
}

/// Who it is for, and what it comes down to.
fn front(flow: &mut Flow, facts: &PartnerReportFacts, width: f32) {
    let texts = text::english();
    let record = &facts.page.partner.record;
    let mut line = Vec::new();
    if let Some(sector) = &facts.sector {
        line.push(called("sector", sector.code.as_deref(), &sector.name));
    }
    if let Some(kind) = &facts.kind {
        line.push(called("partner-type", kind.code.as_deref(), &kind.name));
    }
    if let Some(since) = record.since {
        let date = dates::month(since.0);
        line.push(texts.with("partner-since-date", &[("date", date.into())]));
    }
    if !line.is_empty() {
        flow.paragraph(&spans(&line.join(" · "), REGULAR), Style::KICKER, width);
    }
    flow.heading(1, &record.name, Style::FRONT, width);
    let late = figures(facts, RequestStanding::Late);
    let due = figures(facts, RequestStanding::Due);
    let owed = if late > 0 {
        texts.with("paper-partner-late", &[("count", late.into())])
    } else if due > 0 {
        texts.with("paper-partner-due", &[("count", due.into())])
    } else {
        texts.get("paper-partner-nothing-owed")
    };
    let signed = match facts.page.endorsed {
        Endorsed::Nothing => String::new(),
        Endorsed::Not => texts.get("paper-partner-not-signed"),
        Endorsed::Earlier(version) => texts.with(
            "paper-partner-signed-earlier",
            &[("version", version.into())],
        ),
        Endorsed::Current(day) => {
            let date = dates::plain(day.0);
            texts.with("paper-partner-signed", &[("date", date.into())])
        }
    };
    let leads = facts.page.activities.iter().filter(|one| one.is_lead);
    let arguments = [
        ("activities", facts.place.activities.own.into()),
        ("leads", leads.count().into()),
        ("partners", facts.place.partners.own.into()),
    ];
    let lead = [texts.with("paper-partner-lead", &arguments), owed, signed];
    let said: Vec<String> = lead.into_iter().filter(|one| !one.is_empty()).collect();
    flow.paragraph(&spans(&said.join(" "), REGULAR), Style::LEAD, width * 0.9);
}

fn called(list: &str, code: Option<&str>, name: &str) -> String {
    match code {
        Some(code) if name.is_empty() => text::english().get(&format!("{list}-{code}")),
        _ => name.to_owned(),
    }
}

fn figures(facts: &PartnerReportFacts, standing: RequestStanding) -> u32 {
    let asked = facts.page.requests.iter();
    asked
        .filter(|one| one.standing == standing)
        .map(|one| one.figures)
        .sum()
}

fn scorecard(flow: &mut Flow, facts: &PartnerReportFacts, width: f32) {
    let texts = text::english();
    let mut rows = Vec::new();
    for (id, measures) in [
        ("paper-partner-own", &facts.own),
        ("paper-partner-shared", &facts.shared),
    ] {
        if !measures.is_empty() {
            rows.push(Row::Group(texts.get(id)));
            rows.extend(measures.iter().map(crate::board::front::row));
        }
    }
    if rows.is_empty() {
        return;
    }
    flow.need(90.0);
    flow.heading(
        2,
        &texts.get("paper-partner-results"),
        Style::SECTION,
        width,
    );
    let all = facts.own.iter().chain(&facts.shared);
    flow.table(
        &Table {
            summary: texts.get("paper-scorecard-summary"),
            columns: crate::board::front::scorecard_columns(all),
            rows,
        },
        width,
    );
    if facts.own.is_empty() {
        let words = texts.get("paper-partner-no-own");
        flow.paragraph(&spans(&words, REGULAR), Style::CAPTION, width);
    }
}

/// What is the partner's of everything there is.
fn place(flow: &mut Flow, facts: &PartnerReportFacts, width: f32) {
    let texts = text::english();
    let place = &facts.place;
    let row = |id: &str, share: Share| {
        (share.all > 0).then(|| {
            Row::Cells(vec![
                Cell::bold(texts.get(id)),
                Cell::plain(share.own.to_string()),
                Cell::plain(share.all.to_string()),
            ])
        })
    };
    let rows: Vec<Row> = [
        row("paper-place-activities", place.activities),
        row("paper-place-partners", place.partners),
        row("paper-place-groups", place.groups),
        row("paper-place-measures", place.measures),
    ]
    .into_iter()
    .flatten()
    .collect();
    if rows.is_empty() {
        return;
    }
    flow.need(90.0);
    flow.heading(2, &texts.get("paper-place"), Style::SECTION, width);
    flow.table(
        &Table {
            summary: texts.get("paper-place-summary"),
            columns: vec![
                Column::left(texts.get("paper-place-what"), 60.0),
                Column::right(texts.get("paper-place-own"), 20.0),
                Column::right(texts.get("paper-place-all"), 20.0),
            ],
            rows,
        },
        width * 0.72,
    );
    let most: Vec<String> = facts
        .page
        .works_with
        .iter()
        .take(6)
        .map(|(partner, count)| format!("{} ({count})", partner.name))
        .collect();
    if !most.is_empty() {
        let words = texts.with("paper-place-with", &[("names", most.join(", ").into())]);
        flow.paragraph(&spans(&words, REGULAR), Style::BODY, width);
    }
}

fn activities(flow: &mut Flow, facts: &PartnerReportFacts, width: f32) {
    let texts = text::english();
    flow.need(120.0);
    flow.heading(2, &texts.get("paper-activities"), Style::SECTION, width);
    if facts.page.activities.is_empty() {
        let words = texts.get("paper-partner-no-activities");
        flow.paragraph(&spans(&words, REGULAR), Style::BODY, width);
        return;
    }
    let row = |one: &backbone_core::reporting::PartnerActivity| {
        let record = &one.activity.activity.record;
        let role = if one.is_lead {
            "activity-role-lead"
        } else {
            "activity-role-part"
        };
        let moves: Vec<&str> = one
            .activity
            .measures
            .iter()
            .map(|measure| measure.name.as_str())
            .collect();
        let status = texts.get(&format!("activity-{}", record.status.word()));
        let progress = match record.progress.as_str() {
            "" => status,
            progress => format!("{status}. {progress}"),
        };
        let strategy = one.activity.strategy.as_ref();
        Row::Cells(vec![
            Cell::Text {
                text: record.name.clone(),
                is_bold: true,
                note: moves.join(", "),
            },
            Cell::plain(texts.get(role)),
            Cell::plain(strategy.map_or_else(|| "–".to_owned(), |one| one.name.clone())),
            Cell::plain(progress),
        ])
    };
    flow.table(
        &Table {
            summary: texts.get("paper-partner-activities-summary"),
            columns: vec![
                Column::left(texts.get("paper-column-activity"), 32.0),
                Column::left(texts.get("paper-column-role"), 14.0),
                Column::left(texts.get("paper-column-strategy"), 22.0),
                Column::left(texts.get("paper-column-progress"), 30.0),
            ],
            rows: facts.page.activities.iter().map(row).collect(),
        },
        width,
    );
}

/// Figures that were asked for and have not come.
fn owed(flow: &mut Flow, facts: &PartnerReportFacts, width: f32) {
    let texts = text::english();
    let open: Vec<_> = facts
        .page
        .requests
        .iter()
        .filter(|one| matches!(one.standing, RequestStanding::Late | RequestStanding::Due))
        .collect();
    flow.need(70.0);
    flow.heading(2, &texts.get("paper-partner-owed"), Style::SECTION, width);
    if open.is_empty() {
        let words = texts.get("paper-partner-nothing-owed");
        flow.paragraph(&spans(&words, REGULAR), Style::BODY, width);
        return;
    }
    let rows = open.iter().map(|one| {
        Row::Cells(vec![
            Cell::Text {
                text: one.request.record.title.clone(),
                is_bold: true,
                note: one.measures.join(", "),
            },
            Cell::plain(one.figures.to_string()),
            Cell::plain(dates::short(one.request.record.due.0)),
            Cell::plain(texts.get(&format!("standing-{}", one.standing.code()))),
        ])
    });
    flow.table(
        &Table {
            summary: texts.get("paper-partner-owed-summary"),
            columns: vec![
                Column::left(texts.get("paper-column-asked"), 52.0),
                Column::right(texts.get("paper-column-figures"), 14.0),
                Column::left(texts.get("paper-column-due"), 18.0),
                Column::left(texts.get("paper-column-status"), 16.0),
            ],
            rows: rows.collect(),
        },
        width,
    );
}

/// What it signed up to, and where it sits.
fn commitments(flow: &mut Flow, facts: &PartnerReportFacts, width: f32) {
    let texts = text::english();
    if !facts.page.commitments.is_empty() {
        flow.need(70.0);
        flow.heading(2, &texts.get("commitments"), Style::SECTION, width);
        let rows = facts.page.commitments.iter().map(|entry| {
            let record = &entry.record;
            let day = |day: Option<backbone_core::Day>| {
                day.map_or_else(|| "–".to_owned(), |day| dates::short(day.0))
            };
            let standing = match record.expiry(facts.as_of) {
                Expiry::Holds if record.expires_on.is_none() => texts.get("commitment-no-end"),
                expiry => texts.get(&format!("expiry-{}", expiry.code())),
            };
            Row::Cells(vec![
                Cell::bold(record.title.clone()),
                Cell::plain(texts.get(&format!("commitment-kind-{}", record.kind.word()))),
                Cell::plain(day(record.signed_on)),
                Cell::plain(day(record.expires_on)),
                Cell::plain(standing),
            ])
        });
        flow.table(
            &Table {
                summary: texts.get("commitments"),
                columns: vec![
                    Column::left(texts.get("commitment-title"), 38.0),
                    Column::left(texts.get("commitment-kind"), 22.0),
                    Column::left(texts.get("commitment-signed"), 14.0),
                    Column::left(texts.get("commitment-expires"), 14.0),
                    Column::left(texts.get("paper-column-status"), 12.0),
                ],
                rows: rows.collect(),
            },
            width,
        );
    }
    if !facts.page.seats.is_empty() {
        flow.need(50.0);
        flow.heading(2, &texts.get("seats"), Style::SECTION, width);
        let mut names: Vec<String> = Vec::new();
        for seat in &facts.page.seats {
            if !names.contains(&seat.group.name) {
                names.push(seat.group.name.clone());
            }
        }
        flow.paragraph(&spans(&names.join(", "), REGULAR), Style::BODY, width);
    }
}

fn notes(flow: &mut Flow, facts: &PartnerReportFacts, width: f32) {
    let texts = text::english();
    let mut notes = vec![
        spans(&texts.get("paper-note-points"), REGULAR),
        spans(&texts.get("paper-note-rounding"), REGULAR),
        spans(&texts.get("paper-note-contribution"), REGULAR),
    ];
    let marks = mark_notes(facts.own.iter().chain(&facts.shared), &facts.rule);
    notes.extend(marks.iter().map(|note| spans(note, REGULAR)));
    if facts.initiative.is_sample {
        notes.insert(0, spans(&texts.get("paper-note-sample"), SEMIBOLD));
    }
    flow.heading(2, &texts.get("paper-notes"), Style::SECTION, width);
    columns::write(flow, &notes, columns::NOTES);
}
