//! The network of partners in words: what was found, and how.

use backbone_core::{
    partners::Sector,
    reporting::{NetworkFacts, NetworkTie},
};
use backbone_figures::{dates, numbers::written, text};

use super::WorkedOut;

/// Names of ties and partners told one by one; the others are counted.
const MOST_NAMES: usize = 8;

/// What a sector is called.
#[must_use]
pub fn sector(sector: &Sector) -> String {
    match &sector.code {
        Some(code) if sector.name.is_empty() => text::english().get(&format!("sector-{code}")),
        _ => sector.name.clone(),
    }
}

/// Sectors of the network in their order.
#[must_use]
pub fn sectors(facts: &NetworkFacts) -> Vec<String> {
    facts
        .sectors
        .iter()
        .map(|entry| sector(&entry.record))
        .collect()
}

/// A share as percent: “15%”.
#[must_use]
pub fn percent(share: f64) -> String {
    let percent = share * 100.0;
    let digits = u8::from(percent > 0.0 && percent < 1.0);
    format!("{}%", written(percent, digits))
}

/// Which ties were looked at: `both`, `meetings`, `activities` or `none`.
fn kind(facts: &NetworkFacts) -> &'static str {
    match (facts.choice.meetings, facts.choice.activities) {
        (true, true) => "both",
        (true, false) => "meetings",
        (false, true) => "activities",
        (false, false) => "none",
    }
}

/// “28 of 190 possible pairs meet or share an activity”, or that there are too few partners.
#[must_use]
pub fn headline(facts: &NetworkFacts) -> String {
    let texts = text::english();
    let count = facts.partners.len();
    if count < backbone_statistics::network::LEAST_NODES {
        return texts.with("network-headline-few", &[("count", count.into())]);
    }
    texts.with(
        "network-headline",
        &[
            ("verb", kind(facts).into()),
            ("ties", facts.ties.len().into()),
            ("pairs", facts.pairs().into()),
        ],
    )
}

/// “Nov 26, 2025 to Nov 25, 2026”.
#[must_use]
pub fn span(facts: &NetworkFacts) -> String {
    let to = dates::short(facts.choice.to);
    match facts.choice.from {
        Some(from) => text::english().with(
            "network-span",
            &[("from", dates::short(from).into()), ("to", to.into())],
        ),
        None => text::english().with("network-span-open", &[("to", to.into())]),
    }
}

/// “2 meetings, 1 activity”.
#[must_use]
pub fn together(tie: &NetworkTie) -> String {
    let kind = match (tie.meetings, tie.activities) {
        (_, 0) => "meetings",
        (0, _) => "activities",
        _ => "both",
    };
    text::english().with(
        "network-together",
        &[
            ("kind", kind.into()),
            ("meetings", tie.meetings.into()),
            ("activities", tie.activities.into()),
        ],
    )
}

/// What is said of a partner when it is stopped at.
#[must_use]
pub fn partner(facts: &NetworkFacts, place: usize) -> String {
    let texts = text::english();
    let Some(node) = facts.found.nodes.get(place) else {
        return String::new();
    };
    let words = texts.with(
        "network-node-words",
        &[
            ("name", name(facts, place).into()),
            ("sector", sector_of(facts, place).into()),
            ("ties", node.degree.into()),
        ],
    );
    if node.betweenness <= 0.0 {
        return words;
    }
    let links = percent(node.betweenness);
    texts.with(
        "network-node-links",
        &[("words", words.into()), ("links", links.into())],
    )
}

/// Name of a partner by its place.
#[must_use]
pub fn name(facts: &NetworkFacts, place: usize) -> String {
    let partner = facts.partners.get(place);
    partner.map_or_else(String::new, |one| one.partner.name.clone())
}

/// Name of a partner's sector.
#[must_use]
pub fn sector_of(facts: &NetworkFacts, place: usize) -> String {
    let known = facts.partners.get(place).and_then(|one| one.sector);
    known
        .and_then(|known| facts.sectors.get(known))
        .map_or_else(
            || text::english().get("network-no-sector"),
            |entry| sector(&entry.record),
        )
}

/// Which part of the network a partner belongs to: “Part 2”, “Alone”.
#[must_use]
pub fn part(facts: &NetworkFacts, place: usize) -> String {
    let texts = text::english();
    let Some(node) = facts.found.nodes.get(place) else {
        return String::new();
    };
    if node.degree == 0 {
        return texts.get("network-part-alone");
    }
    texts.with("network-part", &[("number", (node.component + 1).into())])
}

/// What the drawing shows in a few sentences: its alternative text begins with it.
#[must_use]
pub fn summary(facts: &NetworkFacts) -> String {
    let texts = text::english();
    let bridges = texts.with(
        "network-summary-bridges",
        &[("count", facts.found.bridges.len().into())],
    );
    let parts = parts_answer(facts);
    let parts = parts.trim_end_matches('.').to_owned();
    texts.with(
        "network-summary",
        &[
            ("partners", facts.partners.len().into()),
            ("headline", headline(facts).into()),
            ("parts", parts.into()),
            ("bridges", bridges.into()),
        ],
    )
}

/// A key figure: its name, its value and what it means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NetworkFigure {
    /// Which: `density`, `center`, `parts`, `bridges`, `isolates` or `mixing`.
    pub code: &'static str,
    /// What was looked at.
    pub name: String,
    /// What was found.
    pub value: String,
    /// What it means.
    pub note: String,
    /// Place of its rule in [`worked_out`].
    pub rule: usize,
}

/// Rules in the order in which they are told.
const RULES: [&str; 6] = ["density", "center", "links", "parts", "bridges", "mixing"];

/// The network in figures; none with fewer than two partners.
#[must_use]
pub fn figures(facts: &NetworkFacts) -> Vec<NetworkFigure> {
    let texts = text::english();
    let found = &facts.found;
    let mut figures = Vec::new();
    let mut add = |code: &'static str, value: String, about: &[(&'static str, usize)]| {
        let arguments: Vec<_> = about
            .iter()
            .map(|(name, count)| (*name, (*count).into()))
            .collect();
        figures.push(NetworkFigure {
            code,
            name: texts.get(&format!("network-figure-{code}")),
            value,
            note: texts.with(&format!("network-figure-{code}-note"), &arguments),
            rule: RULES
                .iter()
                .position(|rule| *rule == code || (*rule == "parts" && code == "isolates"))
                .unwrap_or(0),
        });
    };
    if let Some(density) = found.density {
        let about = [("ties", found.ties), ("pairs", facts.pairs())];
        add("density", percent(density), &about);
    }
    if found.density.is_none() {
        return figures;
    }
    if let Some(center) = found.centralization.filter(|_| found.ties > 0) {
        add("center", written(center, 2), &[]);
    }
    let parts = found.components.len();
    add("parts", parts.to_string(), &[("count", parts)]);
    let bridges = found.bridges.len();
    add("bridges", bridges.to_string(), &[("count", bridges)]);
    let partners = facts.partners.len();
    let isolates = found.isolates.len().to_string();
    add("isolates", isolates, &[("partners", partners)]);
    if let Some(mixing) = &facts.mixing {
        let known = mixing.between + mixing.within;
        if known > 0 {
            let about = [("between", mixing.between), ("known", known)];
            add("mixing", percent(ratio(mixing.between, known)), &about);
        }
    }
    figures
}

#[allow(clippy::cast_precision_loss, reason = "far fewer than a double counts")]
fn ratio(part: usize, whole: usize) -> f64 {
    part as f64 / whole as f64
}

/// Every measure of the network with its rule, inputs and number of points; none with fewer
/// than two partners.
#[must_use]
pub fn worked_out(facts: &NetworkFacts) -> Vec<WorkedOut> {
    let texts = text::english();
    if facts.found.density.is_none() {
        return Vec::new();
    }
    let answers = [
        density_answer(facts),
        center_answer(facts),
        links_answer(facts),
        parts_answer(facts),
        bridges_answer(facts),
        mixing_answer(facts),
    ];
    RULES
        .into_iter()
        .zip(answers)
        .map(|(code, answer)| WorkedOut {
            question: texts.get(&format!("network-question-{code}")),
            answer,
            formula: texts.get(&format!("network-formula-{code}")),
            source: texts.get(&format!("network-source-{code}")),
            inputs: inputs(facts),
            points: facts.found.points,
        })
        .collect()
}

/// What every measure of the network rests on.
fn inputs(facts: &NetworkFacts) -> Vec<(String, String)> {
    let texts = text::english();
    let mut inputs = Vec::new();
    let mut add = |id: &str, value: String| {
        inputs.push((texts.get(&format!("network-input-{id}")), value));
    };
    add("span", span(facts));
    add("who", texts.get("network-who"));
    add(
        "by",
        texts.with("network-by", &[("kind", kind(facts).into())]),
    );
    if let Some(sector) = facts.choice.sector {
        let entry = facts.sectors.iter().find(|entry| entry.id == sector);
        add(
            "sector",
            entry.map_or_else(String::new, |entry| self::sector(&entry.record)),
        );
    }
    if let Some(backbone) = facts
        .backbone
        .as_ref()
        .filter(|_| !facts.choice.with_backbone)
    {
        add("without", backbone.name.clone());
    }
    add("partners", facts.partners.len().to_string());
    add("pairs", facts.pairs().to_string());
    add("ties", facts.ties.len().to_string());
    if facts.choice.meetings {
        add("meetings", facts.meetings.to_string());
    }
    if facts.choice.activities {
        add("activities", facts.activities.to_string());
    }
    inputs
}

fn density_answer(facts: &NetworkFacts) -> String {
    text::english().with(
        "network-answer-density",
        &[
            ("headline", headline(facts).into()),
            (
                "share",
                percent(facts.found.density.unwrap_or_default()).into(),
            ),
        ],
    )
}

fn center_answer(facts: &NetworkFacts) -> String {
    let texts = text::english();
    let Some(value) = facts.found.centralization else {
        return texts.get("network-answer-center-few");
    };
    // Of several with most ties none is named as the one.
    let most = facts.found.nodes.iter().map(|node| node.degree).max();
    let mut leading = facts
        .found
        .nodes
        .iter()
        .filter(|node| Some(node.degree) == most && node.degree > 0);
    let leader = leading.next().filter(|_| leading.next().is_none());
    let words = texts.with(
        "network-answer-center",
        &[
            ("value", written(value, 2).into()),
            ("names", usize::from(leader.is_some()).into()),
            (
                "most",
                leader
                    .map_or_else(String::new, |node| name(facts, node.name))
                    .into(),
            ),
            ("ties", leader.map_or(0, |node| node.degree).into()),
            ("others", facts.partners.len().saturating_sub(1).into()),
        ],
    );
    words.trim_end().to_owned()
}

fn links_answer(facts: &NetworkFacts) -> String {
    let texts = text::english();
    let mut order: Vec<_> = facts
        .found
        .nodes
        .iter()
        .filter(|node| node.betweenness > 0.0)
        .collect();
    order.sort_by(|a, b| b.betweenness.total_cmp(&a.betweenness));
    let names: Vec<String> = order
        .iter()
        .take(3)
        .map(|node| {
            let share = percent(node.betweenness);
            let name = name(facts, node.name);
            texts.with(
                "network-link-of",
                &[("name", name.into()), ("share", share.into())],
            )
        })
        .collect();
    let id = match names.len() {
        0 => return texts.get("network-answer-links-none"),
        1 => "network-answer-links-one",
        _ => "network-answer-links",
    };
    texts.with(id, &[("names", names.join(", ").into())])
}

/// Whether it holds together, in a sentence.
#[must_use]
pub fn parts_answer(facts: &NetworkFacts) -> String {
    let texts = text::english();
    let parts = &facts.found.components;
    if parts.len() == 1 {
        let count = facts.partners.len();
        return texts.with("network-answer-parts-one", &[("count", count.into())]);
    }
    texts.with(
        "network-answer-parts",
        &[
            (
                "groups",
                parts.iter().filter(|part| part.len() > 1).count().into(),
            ),
            (
                "largest",
                parts.iter().map(Vec::len).max().unwrap_or(0).into(),
            ),
            ("alone", facts.found.isolates.len().into()),
        ],
    )
}

/// What would break it, in a sentence or two.
#[must_use]
pub fn bridges_answer(facts: &NetworkFacts) -> String {
    let texts = text::english();
    let bridges: Vec<String> = facts
        .found
        .bridges
        .iter()
        .map(|(one, other)| {
            texts.with(
                "network-bridge-of",
                &[
                    ("one", name(facts, *one).into()),
                    ("other", name(facts, *other).into()),
                ],
            )
        })
        .collect();
    let mut said = vec![if bridges.is_empty() {
        texts.get("network-answer-bridges-none")
    } else {
        let names = some(bridges, "; ");
        texts.with("network-answer-bridges", &[("names", names.into())])
    }];
    let cuts: Vec<String> = facts
        .found
        .articulation_points
        .iter()
        .map(|place| name(facts, *place))
        .collect();
    if !cuts.is_empty() {
        let names = some(cuts, ", ");
        said.push(texts.with("network-answer-cuts", &[("names", names.into())]));
    }
    said.join(" ")
}

/// Names one after the other; beyond a handful the rest is counted.
fn some(mut names: Vec<String>, between: &str) -> String {
    let rest = names.len().saturating_sub(MOST_NAMES);
    names.truncate(MOST_NAMES);
    let names = names.join(between);
    if rest == 0 {
        return names;
    }
    text::english().with(
        "network-more",
        &[("names", names.into()), ("count", rest.into())],
    )
}

fn mixing_answer(facts: &NetworkFacts) -> String {
    let texts = text::english();
    let index = facts.found.mixing.as_ref().and_then(|found| found.ei_index);
    let (Some(mixing), Some(index)) = (&facts.mixing, index) else {
        return texts.get("network-answer-mixing-none");
    };
    let known = mixing.between + mixing.within;
    texts.with(
        "network-answer-mixing",
        &[
            ("between", mixing.between.into()),
            ("known", known.into()),
            ("share", percent(ratio(mixing.between, known)).into()),
            ("index", written(index, 2).replace('-', "−").into()),
        ],
    )
}
