//! The network of partners: who is tied to whom, and what holds it together.

use backbone_core::{Workbook, reporting::NetworkChoice};
use backbone_report::wording::network as wording;
use chrono::NaiveDate;
use serde_json::json;

use super::Answer;
use crate::cli::refusal::Refusal;

/// `since` is the first day; without it the year before `to` is looked at.
pub fn answer(book: &Workbook, since: Option<NaiveDate>, to: NaiveDate) -> Result<Answer, Refusal> {
    let usual = NetworkChoice::year_to(to);
    let facts = book
        .network(NetworkChoice {
            from: since.or(usual.from),
            ..usual
        })
        .map_err(Refusal::because)?;
    let found = &facts.found;
    let name = |place: &usize| wording::name(&facts, *place);
    let pair = |(one, other): &(usize, usize)| json!([name(one), name(other)]);
    let mut rows = vec![vec![
        wording::headline(&facts),
        String::new(),
        String::new(),
    ]];
    for figure in wording::figures(&facts) {
        rows.push(vec![figure.name, figure.value, figure.note]);
    }
    for tie in &facts.ties {
        rows.push(vec![
            wording::name(&facts, tie.one),
            wording::name(&facts, tie.other),
            wording::together(tie),
        ]);
    }
    for place in &found.isolates {
        rows.push(vec![
            name(place),
            backbone_figures::text::english().get("network-part-alone"),
            String::new(),
        ]);
    }
    let sectors = wording::sectors(&facts);
    Ok(Answer {
        heads: &["NETWORK", "", ""],
        rows,
        json: vec![json!({
            "rule": found.rule,
            "answer": found.answer,
            "from": facts.choice.from.map(|day| day.to_string()),
            "to": facts.choice.to.to_string(),
            "points": found.points,
            "possible_pairs": facts.pairs(),
            "ties": facts.ties.len(),
            "meetings": facts.meetings,
            "activities": facts.activities,
            "density": found.density,
            "centralization": found.centralization,
            "components": found.components.iter()
                .map(|part| part.iter().map(name).collect::<Vec<_>>())
                .collect::<Vec<_>>(),
            "bridges": found.bridges.iter().map(pair).collect::<Vec<_>>(),
            "articulation_points": found.articulation_points.iter().map(name).collect::<Vec<_>>(),
            "isolates": found.isolates.iter().map(name).collect::<Vec<_>>(),
            "mixing": facts.mixing.as_ref().map(|mixing| json!({
                "sectors": mixing.sectors.iter().map(|place| sectors.get(*place)).collect::<Vec<_>>(),
                "ties": mixing.ties,
                "between": mixing.between,
                "within": mixing.within,
                "unknown": mixing.unknown,
                "ei_index": found.mixing.as_ref().and_then(|found| found.ei_index),
                "assortativity": found.mixing.as_ref().and_then(|found| found.assortativity),
            })),
            "edges": facts.ties.iter().map(|tie| json!({
                "one": wording::name(&facts, tie.one),
                "other": wording::name(&facts, tie.other),
                "meetings": tie.meetings,
                "activities": tie.activities,
            })).collect::<Vec<_>>(),
            "nodes": found.nodes.iter().map(|node| json!({
                "partner": name(&node.name),
                "sector": wording::sector_of(&facts, node.name),
                "ties": node.degree,
                "betweenness": node.betweenness,
                "component": node.component,
                "is_articulation": node.is_articulation,
            })).collect::<Vec<_>>(),
            "worked_out": wording::worked_out(&facts).iter().map(|rule| json!({
                "question": rule.question,
                "answer": rule.answer,
                "rule": rule.formula,
                "source": rule.source,
                "points": rule.points,
            })).collect::<Vec<_>>(),
        })],
    })
}
