//! What can be done about a problem, offered where it is shown. An offer is a decision
//! with words; nothing is decided before somebody takes it.

use backbone_contract::{ImportDecision, ImportMend, ImportOption};
use backbone_exchange::{
    codes::Coded,
    periods::{self, PeriodCell, PeriodStyle, SerialDates},
    readings_import::{Known, Problem, ProblemGroup, ProblemKind, Severity},
};

use super::decisions::{ADD, EVERYONE, measure_id};
use super::shown::count;
use crate::words;

/// Offers for all problems of a kind at once.
pub fn of_group(known: &Known, group: &ProblemGroup) -> Vec<ImportMend> {
    let problem = &group.first;
    let code = problem.kind.code();
    let mut mends = Vec::new();
    match &problem.kind {
        ProblemKind::DecimalMarkUnclear {
            with_point,
            with_comma,
        } => {
            for (value, shown) in [("point", with_point), ("comma", with_comma)] {
                let shown = shown.normalize().to_string();
                let label = said(&format!("mend-decimal-{value}"), &[("shown", shown)]);
                mends.push(button(label, simple("decimal", value)));
            }
        }
        ProblemKind::PeriodUnclear(_) => mends.extend(of_unclear_period(problem)),
        ProblemKind::GroupUnknown { .. } => {
            mends.push(pick(known, code, problem, Some("mend-everyone")));
            mends.push(button(words::get("mend-add"), means(code, problem, ADD)));
        }
        ProblemKind::PlaceUnknown { .. } => {
            mends.push(pick(known, code, problem, Some("mend-everywhere")));
            mends.push(button(words::get("mend-add"), means(code, problem, ADD)));
        }
        ProblemKind::ProviderUnknown => {
            mends.push(pick(known, code, problem, Some("mend-no-partner")));
        }
        ProblemKind::MeasureUnknown => mends.push(pick(known, code, problem, None)),
        ProblemKind::NoMeasure => mends.push(ImportMend {
            kind: "pick".to_owned(),
            label: words::get("mend-measure"),
            decision: simple("measure", ""),
            options: measures(known),
        }),
        ProblemKind::EncodingUncertain => {
            mends.push(ImportMend {
                kind: "pick".to_owned(),
                label: words::get("mend-encoding"),
                decision: simple("encoding", ""),
                options: ["windows1252", "macroman", "utf8", "utf16le", "utf16be"]
                    .map(|value| ImportOption {
                        value: value.to_owned(),
                        label: words::get(&format!("encoding-{value}")),
                    })
                    .into(),
            });
            mends.push(accept(group));
        }
        ProblemKind::HeadsRepeated | ProblemKind::SheetHidden => mends.push(accept(group)),
        ProblemKind::NotAFigure(_) => {
            mends.push(instead(problem, "mend-blank", ""));
            mends.push(instead(problem, "mend-suppressed", "*"));
            mends.push(type_instead(problem));
        }
        ProblemKind::PeriodUnreadable | ProblemKind::StateUnknown | ProblemKind::UnitDiffers => {
            mends.push(type_instead(problem));
        }
        ProblemKind::LooksLikeShare { measure, .. } => {
            for value in ["times_hundred", "as_they_are"] {
                let label = words::get(&format!("mend-share-{}", value.replace('_', "-")));
                let decision = ImportDecision {
                    column: problem.column.map(u32::from),
                    text: measure_id(known, Some(*measure)),
                    ..simple("share", value)
                };
                mends.push(button(label, decision));
            }
        }
        ProblemKind::ChangedFromStored { .. } => {
            for value in ["replace", "keep"] {
                let label = words::get(&format!("mend-changed-{value}"));
                mends.push(button(label, simple("on_changed", value)));
            }
        }
        ProblemKind::DuplicateDiffers { .. } => {
            for value in ["first", "last"] {
                let label = words::get(&format!("mend-repeated-{value}"));
                mends.push(button(label, simple("on_repeated", value)));
            }
        }
        ProblemKind::PeriodClosed => mends.push(ImportMend {
            kind: "type".to_owned(),
            label: words::get("mend-reason"),
            decision: simple("reason", ""),
            options: Vec::new(),
        }),
        _ if group.row_count == 1 => mends.extend(of_cell(problem)),
        _ => {}
    }
    let is_worth_leaving = group.severity == Severity::MustFix
        || matches!(
            problem.kind,
            ProblemKind::NotItsParts { .. } | ProblemKind::OtherRhythm
        );
    if is_worth_leaving && group.row_count > 0 {
        let rows = u64::from(count(group.row_count));
        let label = words::get_with("mend-leave-out", &[("count", rows.into())]);
        mends.push(button(label, leave_out(group)));
    }
    mends
}

/// Offers for one problem in its row.
pub fn of_row(problem: &Problem) -> Vec<ImportMend> {
    let Some(row) = problem.row else {
        return Vec::new();
    };
    let of_row = |action: &str, row: u32| ImportDecision {
        action: action.to_owned(),
        row: Some(row),
        ..ImportDecision::default()
    };
    let mut mends = Vec::new();
    match &problem.kind {
        ProblemKind::ChangedFromStored { stored } => {
            let stored = stored.map_or_else(|| "–".to_owned(), |old| old.normalize().to_string());
            let keep = said("mend-keep", &[("value", stored)]);
            let take = said("mend-take", &[("value", problem.cell.clone())]);
            mends.push(button(keep, of_row("keep_row", row)));
            mends.push(button(take, of_row("take_row", row)));
            return mends;
        }
        ProblemKind::DuplicateDiffers { first_row } => {
            for number in [*first_row, row] {
                let label = said("mend-leave-out-row", &[("row", number.to_string())]);
                mends.push(button(label, of_row("leave_out_row", number)));
            }
            return mends;
        }
        _ => mends.extend(of_cell(problem)),
    }
    if problem.severity() == Severity::MustFix {
        let label = said("mend-leave-out-row", &[("row", row.to_string())]);
        mends.push(button(label, of_row("leave_out_row", row)));
    }
    mends
}

/// The figure that may have been meant, nothing, or whatever is typed.
fn of_cell(problem: &Problem) -> Vec<ImportMend> {
    let (Some(row), Some(column)) = (problem.row, problem.column) else {
        return Vec::new();
    };
    let cell = |value: &str| ImportDecision {
        action: "cell".to_owned(),
        row: Some(row),
        column: Some(u32::from(column)),
        value: Some(value.to_owned()),
        ..ImportDecision::default()
    };
    let mut mends = Vec::new();
    if let Some(proposal) = problem.proposal() {
        let proposal = proposal.to_string();
        let label = said("mend-use", &[("value", proposal.clone())]);
        mends.push(button(label, cell(&proposal)));
    }
    let is_figure = matches!(
        problem.kind,
        ProblemKind::OverLimit { .. }
            | ProblemKind::BelowZero
            | ProblemKind::NotAFigure(_)
            | ProblemKind::OtherUnit
            | ProblemKind::NumeratorOverDenominator { .. }
            | ProblemKind::DenominatorNotPositive
            | ProblemKind::OutsideBounds
            | ProblemKind::StrayCharacter
    );
    if is_figure {
        mends.push(button(words::get("mend-blank"), cell("")));
    }
    mends.push(ImportMend {
        kind: "type".to_owned(),
        label: words::get("mend-type"),
        decision: cell(&problem.cell),
        options: Vec::new(),
    });
    mends
}

fn of_unclear_period(problem: &Problem) -> Vec<ImportMend> {
    let shown = |style: PeriodStyle| match periods::parse(&problem.cell, style) {
        PeriodCell::Found(period) => period.label(),
        _ => problem.cell.clone(),
    };
    let offer = |action: &str, value: &str, style: PeriodStyle| {
        let id = format!(
            "mend-{}-{}",
            action.replace('_', "-"),
            value.replace('_', "-")
        );
        let label = said(&id, &[("shown", shown(style))]);
        button(label, simple(action, value))
    };
    let open = PeriodStyle::default();
    let mut mends = Vec::new();
    match problem.kind.code() {
        "date_order_unclear" => {
            for value in ["month_first", "day_first"] {
                let date_order = Coded::by_code(value);
                mends.push(offer("dates", value, PeriodStyle { date_order, ..open }));
            }
        }
        "single_year_unclear" => {
            for value in ["begins", "ends"] {
                let style = PeriodStyle {
                    single_year: Coded::by_code(value),
                    rhythm: Coded::by_code("school_year"),
                    ..open
                };
                mends.push(offer("single_year", value, style));
            }
        }
        "school_year_or_month" => {
            for value in ["school_year", "month"] {
                let rhythm = Coded::by_code(value);
                mends.push(offer("rhythm", value, PeriodStyle { rhythm, ..open }));
            }
        }
        _ => {
            for &(start, value) in SerialDates::CODES {
                let style = PeriodStyle {
                    serial_dates: Some(start),
                    ..open
                };
                mends.push(offer("serial_dates", value, style));
            }
        }
    }
    mends
}

fn measures(known: &Known) -> Vec<ImportOption> {
    let names = known.context.measures.iter().map(|measure| &measure.name);
    options(known.measures.iter().map(ToString::to_string), names)
}

fn options<'n>(
    ids: impl Iterator<Item = String>,
    names: impl Iterator<Item = &'n String>,
) -> Vec<ImportOption> {
    ids.zip(names)
        .map(|(value, label)| ImportOption {
            value,
            label: label.clone(),
        })
        .collect()
}

/// One of the names the initiative knows; the one it may stand for comes first.
fn pick(known: &Known, code: &str, problem: &Problem, none: Option<&str>) -> ImportMend {
    let context = &known.context;
    let mut options = match code {
        "group_unknown" => options(
            known.groups.iter().map(ToString::to_string),
            context.groups.iter().map(|group| &group.name),
        ),
        "place_unknown" => options(
            known.places.iter().map(ToString::to_string),
            context.places.iter().map(|place| &place.name),
        ),
        "provider_unknown" => options(
            known.providers.iter().map(ToString::to_string),
            context.providers.iter().map(|partner| &partner.name),
        ),
        _ => measures(known),
    };
    if let ProblemKind::GroupUnknown {
        suggestion: Some(suggestion),
    }
    | ProblemKind::PlaceUnknown {
        suggestion: Some(suggestion),
    } = &problem.kind
    {
        options.sort_by_key(|option| option.label != *suggestion);
    }
    if let Some(none) = none {
        options.push(ImportOption {
            value: EVERYONE.to_owned(),
            label: words::get(none),
        });
    }
    ImportMend {
        kind: "pick".to_owned(),
        label: words::get("mend-stands-for"),
        decision: means(code, problem, ""),
        options,
    }
}

fn means(code: &str, problem: &Problem, value: &str) -> ImportDecision {
    ImportDecision {
        code: Some(code.to_owned()),
        text: Some(problem.cell.clone()),
        ..simple("means", value)
    }
}

/// Another text wherever the column reads so.
fn instead(problem: &Problem, label: &str, value: &str) -> ImportMend {
    button(words::get(label), text(problem, value))
}

fn type_instead(problem: &Problem) -> ImportMend {
    ImportMend {
        kind: "type".to_owned(),
        label: words::get("mend-type"),
        decision: text(problem, &problem.cell),
        options: Vec::new(),
    }
}

fn text(problem: &Problem, value: &str) -> ImportDecision {
    ImportDecision {
        column: problem.column.map(u32::from),
        text: Some(problem.cell.clone()),
        ..simple("text", value)
    }
}

fn leave_out(group: &ProblemGroup) -> ImportDecision {
    ImportDecision {
        action: "leave_out".to_owned(),
        code: Some(group.key.code.to_owned()),
        column: group.key.column.map(u32::from),
        text: Some(group.key.text.clone()),
        ..ImportDecision::default()
    }
}

/// Somebody looked, and it is right.
fn accept(group: &ProblemGroup) -> ImportMend {
    button(words::get("mend-accept"), leave_out(group))
}

fn simple(action: &str, value: &str) -> ImportDecision {
    ImportDecision {
        action: action.to_owned(),
        value: Some(value.to_owned()),
        ..ImportDecision::default()
    }
}

fn button(label: String, decision: ImportDecision) -> ImportMend {
    ImportMend {
        kind: "button".to_owned(),
        label,
        decision,
        options: Vec::new(),
    }
}

fn said(id: &str, arguments: &[(&'static str, String)]) -> String {
    let arguments: Vec<_> = arguments
        .iter()
        .map(|(name, value)| (*name, value.as_str().into()))
        .collect();
    words::get_with(id, &arguments)
}
