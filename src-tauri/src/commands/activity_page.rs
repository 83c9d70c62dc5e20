//! The page of one activity, put into words.

use std::collections::HashMap;

use backbone_contract::{
    ActivityPage, LinkForm, LinkLine, MilestoneForm, MilestoneLine, NamedRecord, NeededLine,
    ResourceForm, RiskForm, RiskLine, StandingLine, UpdateForm, UpdateLine,
};
use backbone_core::{
    ActivityId, Day, Entry, Error, Id, PartnerId, Result, Workbook,
    activities::{
        Activity, ActivityLink, ActivityResource, ActivityStanding, ActivityUpdate,
        ActivityWarning, Heard, LinkKind, Milestone, MilestoneState, Risk, worth,
    },
    partners::Partner,
    reporting::{ActivityFacts, Named},
};
use backbone_figures::{dates, numbers};
use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::{convert::day_text, history};
use crate::words;

/// As many entries of the change log as the page holds.
const HISTORY_SHOWN: usize = 30;

/// The page as it is shown on `today`.
pub fn shown(book: &Workbook, id: ActivityId, today: NaiveDate) -> Result<ActivityPage> {
    let all = book.activity_facts()?;
    let by_id: HashMap<ActivityId, &ActivityFacts> =
        all.iter().map(|facts| (facts.activity.id, facts)).collect();
    let facts = by_id.get(&id).ok_or(Error::NotFound)?;
    let record = &facts.activity.record;
    let parts = book.activity_parts(id)?;
    let standing = book.activity_standing(id, &parts, today)?;
    let givers: HashMap<PartnerId, String> = book
        .list::<Partner>()?
        .into_iter()
        .map(|entry| (entry.id, entry.record.name))
        .collect();
    let resources = parts.resources.iter();
    let ties = |links: &[Entry<ActivityLink>], is_before: bool| {
        let of = |kind: LinkKind| {
            links
                .iter()
                .filter(move |link| link.record.kind == kind)
                .filter_map(|link| link_line(link, is_before, record, &by_id))
        };
        of(LinkKind::Before).chain(of(LinkKind::Feeds)).collect()
    };
    Ok(ActivityPage {
        id: id.to_string(),
        today: day_text(Some(Day(today))),
        name: record.name.clone(),
        description: record.description.clone(),
        status: record.status.word().to_owned(),
        strategy: facts.strategy.as_ref().map(named),
        lead: facts.lead.as_ref().map(named),
        partners: facts.partners.iter().map(named).collect(),
        measures: facts.measures.iter().map(named).collect(),
        starts_words: short(record.starts),
        ends_words: short(record.ends),
        progress: record.progress.clone(),
        standing: standing_line(id, &standing),
        milestones: parts
            .milestones
            .iter()
            .map(|entry| milestone_line(entry, today))
            .collect(),
        updates: parts.updates.iter().map(update_line).collect(),
        worth_words: worth_words(resources.clone().map(|entry| &entry.record)),
        resources: resources.map(|entry| needed_line(entry, &givers)).collect(),
        risks: parts
            .risks
            .iter()
            .map(|entry| risk_line(entry, id))
            .collect(),
        before: ties(&parts.from, true),
        after: ties(&parts.to, false),
        history: book
            .activity_history(id, &parts)?
            .into_iter()
            .take(HISTORY_SHOWN)
            .map(history::entry)
            .collect(),
    })
}

/// How an activity stands, in words.
pub fn standing_line(id: ActivityId, standing: &ActivityStanding) -> StandingLine {
    let days = match standing.heard {
        Heard::Lately { days } | Heard::LongAgo { days } => Some(days),
        Heard::NotAwaited | Heard::NotYet | Heard::Never => None,
    };
    let heard = standing.heard.code();
    StandingLine {
        activity: id.to_string(),
        heard: heard.to_owned(),
        heard_words: match standing.heard {
            Heard::NotAwaited => String::new(),
            _ => words::get_with(
                &format!("heard-{heard}"),
                &[("days", days.unwrap_or(0).into())],
            ),
        },
        is_stale: standing.heard.is_stale(),
        days: days.and_then(|days| u32::try_from(days).ok()),
        course: standing
            .latest
            .map(|(_, course)| course.word().to_owned())
            .unwrap_or_default(),
        milestones: standing.milestones,
        milestones_done: standing.milestones_done,
        next_words: standing
            .next_milestone
            .as_ref()
            .map(|next| {
                let arguments = [
                    ("name", next.name.as_str().into()),
                    ("date", dates::short(next.due.0).into()),
                ];
                words::get_with("milestone-next", &arguments)
            })
            .unwrap_or_default(),
        open_risks: standing.open_risks,
        worst_risk: standing
            .worst_risk
            .map(|level| level.code().to_owned())
            .unwrap_or_default(),
        warnings: standing.warnings.iter().map(warning_words).collect(),
    }
}

fn warning_words(warning: &ActivityWarning) -> String {
    let arguments = [("count", warning.count().into())];
    words::get_with(&format!("plan-{}", warning.code()), &arguments)
}

fn named<I: Id>(named: &Named<I>) -> NamedRecord {
    NamedRecord {
        id: named.id.to_string(),
        name: named.name.clone(),
    }
}

fn short(day: Option<Day>) -> String {
    day.map(|day| dates::short(day.0)).unwrap_or_default()
}

fn milestone_line(entry: &Entry<Milestone>, today: NaiveDate) -> MilestoneLine {
    let record = &entry.record;
    let state = record.state(today);
    MilestoneLine {
        id: entry.id.to_string(),
        due_words: dates::short(record.due.0),
        state_words: match (state, record.done_on) {
            (MilestoneState::Done, Some(day)) => {
                words::get_with("milestone-reached", &[("date", dates::short(day.0).into())])
            }
            (MilestoneState::Late, _) => {
                let days = (today - record.due.0).num_days();
                words::get_with("milestone-days-late", &[("days", days.into())])
            }
            _ => String::new(),
        },
        state: state.code().to_owned(),
        form: MilestoneForm {
            activity: record.activity_id.to_string(),
            name: record.name.clone(),
            due: day_text(Some(record.due)),
            done_on: day_text(record.done_on),
        },
    }
}

fn update_line(entry: &Entry<ActivityUpdate>) -> UpdateLine {
    let record = &entry.record;
    UpdateLine {
        id: entry.id.to_string(),
        date_words: dates::short(record.date.0),
        form: UpdateForm {
            activity: record.activity_id.to_string(),
            date: day_text(Some(record.date)),
            author: record.author.clone(),
            course: record.course.word().to_owned(),
            text: record.text.clone(),
        },
    }
}

fn needed_line(entry: &Entry<ActivityResource>, givers: &HashMap<PartnerId, String>) -> NeededLine {
    let record = &entry.record;
    let giver = record.partner_id.and_then(|id| givers.get(&id));
    NeededLine {
        id: entry.id.to_string(),
        partner_name: giver.cloned().unwrap_or_default(),
        amount_words: record.amount.map(money).unwrap_or_default(),
        form: ResourceForm {
            activity: record.activity_id.to_string(),
            partner: record.partner_id.map(|id| id.to_string()),
            kind: record.kind.word().to_owned(),
            description: record.description.clone(),
            amount: record.amount.map(units).unwrap_or_default(),
            is_secured: record.is_secured,
        },
    }
}

/// “12000” of so many cents, as a form holds it.
fn units(cents: i64) -> String {
    numbers::exact(Decimal::new(cents, 2).normalize())
}

/// “$12,000” or “$12,000.50” of so many cents.
fn money(cents: i64) -> String {
    let whole = usize::try_from(cents.div_euclid(100)).unwrap_or(0);
    let figure = match cents.rem_euclid(100) {
        0 => numbers::count(whole),
        rest => format!("{}.{rest:02}", numbers::count(whole)),
    };
    words::get_with("resource-amount", &[("figure", figure.into())])
}

fn worth_words<'a>(resources: impl Iterator<Item = &'a ActivityResource>) -> String {
    let worth = worth(resources);
    if worth.needed == 0 {
        return String::new();
    }
    let arguments = [
        ("secured", money(worth.secured).into()),
        ("needed", money(worth.needed).into()),
        ("others", worth.without_amount.into()),
    ];
    words::get_with("resources-worth", &arguments)
}

fn risk_line(entry: &Entry<Risk>, activity: ActivityId) -> RiskLine {
    let record = &entry.record;
    let (word, day) = match record.closed_on {
        Some(day) => ("risk-closed-on", day),
        None => ("risk-since", record.raised_on),
    };
    RiskLine {
        id: entry.id.to_string(),
        weight: record.weight(),
        level: record.level().code().to_owned(),
        is_open: record.is_open(),
        since_words: words::get_with(word, &[("date", dates::short(day.0).into())]),
        form: RiskForm {
            activity: activity.to_string(),
            title: record.title.clone(),
            likelihood: record.likelihood,
            effect: record.effect,
            owner: record.owner.clone(),
            response: record.response.clone(),
            raised_on: day_text(Some(record.raised_on)),
            closed_on: day_text(record.closed_on),
        },
    }
}

/// A tie as seen from the activity `here`; `is_before` says that the other one comes first.
fn link_line(
    link: &Entry<ActivityLink>,
    is_before: bool,
    here: &Activity,
    all: &HashMap<ActivityId, &ActivityFacts>,
) -> Option<LinkLine> {
    let record = &link.record;
    let (own, far) = if is_before {
        (record.to_id, record.from_id)
    } else {
        (record.from_id, record.to_id)
    };
    let other = &all.get(&far)?.activity.record;
    let (role, word, day) = match (record.kind, is_before) {
        (LinkKind::Before, true) => ("waits_for", "link-ends", other.ends),
        (LinkKind::Feeds, true) => ("fed_by", "link-begins", other.starts),
        (LinkKind::Before, false) => ("comes_before", "link-begins", other.starts),
        (LinkKind::Feeds, false) => ("feeds", "link-begins", other.starts),
    };
    let (first, waiting) = if is_before {
        (other, here)
    } else {
        (here, other)
    };
    let is_early = record.is_too_early(first, waiting);
    Some(LinkLine {
        id: link.id.to_string(),
        other_name: other.name.clone(),
        other_status: other.status.word().to_owned(),
        other_words: day
            .map(|day| words::get_with(word, &[("date", dates::short(day.0).into())]))
            .unwrap_or_default(),
        warning: match (is_early, is_before) {
            (false, _) => String::new(),
            (true, true) => words::get("link-early-here"),
            (true, false) => words::get("link-early-there"),
        },
        form: LinkForm {
            activity: own.to_string(),
            role: role.to_owned(),
            other: far.to_string(),
            note: record.note.clone(),
        },
    })
}
