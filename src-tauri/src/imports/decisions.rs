//! Answers to problems as they come over the wire, and the mapping they make; and the way
//! back, from a mapping that was remembered to the answers that would have made it.

use backbone_contract::{ImportChoices, ImportDecision};
use backbone_core::{Id, MeasureId};
use backbone_exchange::{
    codes::Coded,
    names::fold,
    readings_import::{Answer, Known, Mapping, ProblemKey, Role},
    table::Table,
};
use fluent_bundle::FluentValue;

use crate::words;

/// Stands for everyone, or for the place of the whole initiative.
pub const EVERYONE: &str = "everyone";
/// Stands for one that is to be added.
pub const ADD: &str = "add";

/// The value of the last decision of this action.
pub fn last_value<'c>(choices: &'c ImportChoices, action: &str) -> Option<&'c str> {
    let mut decisions = choices.decisions.iter().rev();
    let found = decisions.find(|decision| decision.action == action)?;
    found.value.as_deref()
}

/// The id of a measure by its position.
pub fn measure_id(known: &Known, position: Option<u32>) -> Option<String> {
    let position = usize::try_from(position?).ok()?;
    known.measures.get(position).map(ToString::to_string)
}

fn measure_position(known: &Known, id: &str) -> Option<u32> {
    known.position_of(MeasureId::parse(id).ok()?)
}

fn position<I: Id + PartialEq>(ids: &[I], id: &str) -> Option<u32> {
    let id = I::parse(id).ok()?;
    let found = ids.iter().position(|known| *known == id)?;
    u32::try_from(found).ok()
}

/// The choices as the importer takes them.
pub fn mapping(table: &Table, known: &Known, choices: &ImportChoices) -> Mapping {
    let roles = choices.columns.iter();
    let mut mapping = Mapping {
        columns: roles
            .map(|word| Role::by_code(word).unwrap_or(Role::Ignore))
            .collect(),
        measure: choices
            .measure
            .as_deref()
            .and_then(|id| measure_position(known, id)),
        ..Mapping::default()
    };
    mapping.columns.resize(table.header().len(), Role::Ignore);
    for decision in &choices.decisions {
        apply(&mut mapping, known, decision);
    }
    mapping
}

fn apply(mapping: &mut Mapping, known: &Known, decision: &ImportDecision) {
    let value = decision.value.as_deref().unwrap_or_default();
    let text = decision.text.clone().unwrap_or_default();
    let column = decision
        .column
        .and_then(|column| u16::try_from(column).ok());
    match (decision.action.as_str(), decision.row, column) {
        ("decimal", ..) => mapping.decimal = Coded::by_code(value),
        ("dates", ..) => mapping.date_order = Coded::by_code(value),
        ("single_year", ..) => mapping.single_year = Coded::by_code(value),
        ("rhythm", ..) => mapping.rhythm = Coded::by_code(value),
        ("serial_dates", ..) => mapping.serial_dates = Coded::by_code(value),
        ("measure", ..) => mapping.measure = measure_position(known, value),
        ("on_changed", ..) => {
            mapping.on_changed = Coded::by_code(value).unwrap_or_default();
            mapping.is_change_settled = true;
        }
        ("on_repeated", ..) => mapping.on_repeated = Coded::by_code(value).unwrap_or_default(),
        ("reason", ..) => mapping.has_reason = !value.trim().is_empty(),
        ("share", _, Some(column)) => {
            let measure = measure_position(known, &text);
            if let Some((measure, shares)) = measure.zip(Coded::by_code(value)) {
                mapping.shares.insert((column, measure), shares);
            }
        }
        ("means", ..) => means(mapping, known, decision.code.as_deref(), text, value),
        ("cell", Some(row), Some(column)) => {
            mapping.cells.insert((row, column), value.to_owned());
        }
        ("text", _, Some(column)) => {
            mapping.texts.insert((column, text), value.to_owned());
        }
        ("leave_out", ..) => {
            let code = decision.code.as_deref().unwrap_or_default();
            mapping
                .left_out
                .extend(ProblemKey::new(code, column, &text));
        }
        ("leave_out_row", Some(row), _) => {
            mapping.skip_rows.insert(row);
        }
        ("keep_row", Some(row), _) => {
            mapping.take_rows.remove(&row);
            mapping.keep_rows.insert(row);
        }
        ("take_row", Some(row), _) => {
            mapping.keep_rows.remove(&row);
            mapping.take_rows.insert(row);
        }
        // An encoding is read with; what is not known here is no answer.
        _ => {}
    }
}

fn means(mapping: &mut Mapping, known: &Known, code: Option<&str>, text: String, value: &str) {
    let answer = |found: Option<u32>| match value {
        EVERYONE => Some(Answer::Everyone),
        ADD => Some(Answer::Add),
        _ => found.map(Answer::Is),
    };
    match code {
        Some("group_unknown") => {
            if let Some(answer) = answer(position(&known.groups, value)) {
                mapping.groups.insert(text, answer);
            }
        }
        Some("place_unknown") => {
            if let Some(answer) = answer(position(&known.places, value)) {
                mapping.places.insert(text, answer);
            }
        }
        Some("provider_unknown") => {
            if let Some(answer) = answer(position(&known.providers, value)) {
                mapping.providers.insert(text, answer);
            }
        }
        Some("measure_unknown") => {
            if let Some(position) = measure_position(known, value) {
                mapping.measures.insert(text, position);
            }
        }
        _ => {}
    }
}

/// The decisions that would have made a mapping; those that speak of single rows are never
/// remembered.
pub fn of_mapping(known: &Known, mapping: &Mapping) -> Vec<ImportDecision> {
    let mut found = Vec::new();
    let mut simple = |action: &str, value: Option<&'static str>| {
        if let Some(value) = value {
            found.push(ImportDecision {
                action: action.to_owned(),
                value: Some(value.to_owned()),
                ..ImportDecision::default()
            });
        }
    };
    simple("decimal", mapping.decimal.map(Coded::code));
    simple("dates", mapping.date_order.map(Coded::code));
    simple("single_year", mapping.single_year.map(Coded::code));
    simple("rhythm", mapping.rhythm.map(Coded::code));
    simple("serial_dates", mapping.serial_dates.map(Coded::code));
    let id = |answer: &Answer, ids: &dyn Fn(usize) -> Option<String>| match answer {
        Answer::Everyone => Some(EVERYONE.to_owned()),
        Answer::Add => Some(ADD.to_owned()),
        Answer::Is(position) => ids(usize::try_from(*position).ok()?),
    };
    let mut named = |code: &str, text: &str, value: Option<String>| {
        if let Some(value) = value {
            found.push(ImportDecision {
                action: "means".to_owned(),
                code: Some(code.to_owned()),
                text: Some(text.to_owned()),
                value: Some(value),
                ..ImportDecision::default()
            });
        }
    };
    for (text, answer) in sorted(&mapping.groups) {
        let ids = |at: usize| known.groups.get(at).map(ToString::to_string);
        named("group_unknown", text, id(answer, &ids));
    }
    for (text, answer) in sorted(&mapping.places) {
        let ids = |at: usize| known.places.get(at).map(ToString::to_string);
        named("place_unknown", text, id(answer, &ids));
    }
    for (text, answer) in sorted(&mapping.providers) {
        let ids = |at: usize| known.providers.get(at).map(ToString::to_string);
        named("provider_unknown", text, id(answer, &ids));
    }
    for (text, position) in sorted(&mapping.measures) {
        named("measure_unknown", text, measure_id(known, Some(*position)));
    }
    for ((column, text), value) in sorted(&mapping.texts) {
        found.push(ImportDecision {
            action: "text".to_owned(),
            column: Some(u32::from(*column)),
            text: Some(text.clone()),
            value: Some(value.clone()),
            ..ImportDecision::default()
        });
    }
    for ((column, measure), shares) in &mapping.shares {
        found.push(ImportDecision {
            action: "share".to_owned(),
            column: Some(u32::from(*column)),
            text: measure_id(known, Some(*measure)),
            value: Some(shares.code().to_owned()),
            ..ImportDecision::default()
        });
    }
    found
}

/// In the order of the keys, so that the same answers stand in the same order.
fn sorted<K: Ord, V>(map: &std::collections::HashMap<K, V>) -> Vec<(&K, &V)> {
    let mut entries: Vec<(&K, &V)> = map.iter().collect();
    entries.sort_by(|one, other| one.0.cmp(other.0));
    entries
}

/// A decision in words, in the past tense: “Hisp/Lat is Hispanic or Latino”.
pub fn described(table: &Table, known: &Known, decision: &ImportDecision) -> String {
    let head = decision
        .column
        .and_then(|column| table.header().get(usize::try_from(column).ok()?));
    let text = decision.text.clone().unwrap_or_default();
    let value = decision.value.clone().unwrap_or_default();
    let action = decision.action.as_str();
    let name = match (action, value.as_str()) {
        ("means", EVERYONE | ADD) | ("leave_out", _) => String::new(),
        ("means", id) => name_of(known, decision.code.as_deref(), id),
        ("measure", id) => name_of(known, Some("measure_unknown"), id),
        _ => value.clone(),
    };
    let id = match (action, value.as_str()) {
        ("means", ADD) => "decided-added".to_owned(),
        ("means", EVERYONE) => "decided-everyone".to_owned(),
        ("cell" | "text", "") => format!("decided-{action}-blank"),
        ("leave_out", _) if !text.is_empty() => "decided-leave_out-text".to_owned(),
        (
            "share" | "decimal" | "dates" | "single_year" | "rhythm" | "serial_dates"
            | "on_changed" | "on_repeated" | "encoding",
            value,
        ) => {
            format!("decided-{action}-{}", value.replace('_', "-"))
        }
        _ => format!("decided-{action}"),
    };
    let row = decision.row.map(|row| row.to_string()).unwrap_or_default();
    let kind = decision
        .code
        .as_deref()
        .map(|code| words::get(&format!("kind-{code}")));
    let arguments: Vec<(&'static str, FluentValue<'_>)> = vec![
        ("head", head.cloned().unwrap_or_default().into()),
        ("row", row.into()),
        ("text", text.into()),
        ("value", name.into()),
        ("kind", kind.unwrap_or_default().into()),
    ];
    words::get_with(&id, &arguments)
}

fn name_of(known: &Known, code: Option<&str>, id: &str) -> String {
    let nth = |position: Option<u32>| position.and_then(|at| usize::try_from(at).ok());
    let context = &known.context;
    let found = match code {
        Some("group_unknown") => nth(position(&known.groups, id))
            .and_then(|at| context.groups.get(at))
            .map(|group| group.name.clone()),
        Some("place_unknown") => nth(position(&known.places, id))
            .and_then(|at| context.places.get(at))
            .map(|place| place.name.clone()),
        Some("provider_unknown") => nth(position(&known.providers, id))
            .and_then(|at| context.providers.get(at))
            .map(|partner| partner.name.clone()),
        _ => nth(measure_position(known, id))
            .and_then(|at| context.measures.get(at))
            .map(|measure| measure.name.clone()),
    };
    found.unwrap_or_default()
}

/// The position of a name in a list, without case, accents and punctuation; for the
/// command line, where people type names.
pub fn position_by_name<'n>(names: impl Iterator<Item = &'n str>, wanted: &str) -> Option<u32> {
    let wanted = fold(wanted);
    let mut names = (0..).zip(names);
    let found = names.find(|(_, name)| fold(name) == wanted);
    found.map(|(position, _)| position)
}
