//! How the tables of a source were read, to read its next table the same way. Columns are
//! remembered by their heads and answers by names, because positions change: a partner's
//! next table has one more period, and the initiative one more group.

use super::context::{Context, KnownName, Names};
use super::mapping::{Answer, Mapping, Role};
use crate::codes::Coded;
use crate::names::fold;
use crate::periods::{self, PeriodCell, PeriodStyle};
use crate::table::{ReadOptions, Table};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// What is remembered. Words are those of [`Coded`]; what is not known any more when it is
/// read back is asked about again.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Remembered {
    encoding: Option<String>,
    delimiter: Option<String>,
    sheet: Option<String>,
    /// Roles by head.
    columns: BTreeMap<String, String>,
    decimal: Option<String>,
    date_order: Option<String>,
    single_year: Option<String>,
    rhythm: Option<String>,
    serial_dates: Option<String>,
    /// Code of the measure of all rows.
    measure: Option<String>,
    /// Codes by the names of the file.
    measures: BTreeMap<String, String>,
    groups: BTreeMap<String, String>,
    places: BTreeMap<String, String>,
    providers: BTreeMap<String, String>,
    /// By head and text: the text that stands for it.
    texts: Vec<(String, String, String)>,
    /// By head and code of the measure: what values up to 1 are.
    shares: Vec<(String, String, String)>,
}

/// Stands for everyone, or for the place of the whole initiative; no name is empty.
const EVERYONE: &str = "";

/// The heads of a table by which the next one of its source is recognized. Periods among
/// them are left open: the next table has others.
pub fn heads(table: &Table) -> String {
    let heads: BTreeSet<String> = (0..table.header().len())
        .map(|column| head(table, column))
        .collect();
    heads.into_iter().collect::<Vec<_>>().join("\n")
}

/// The position of the first of these remembered heads that a table has.
pub fn recognize<'h>(table: &Table, mut known: impl Iterator<Item = &'h str>) -> Option<usize> {
    let heads = heads(table);
    known.position(|known| known == heads)
}

fn head(table: &Table, column: usize) -> String {
    let without_period = |line: &str| match periods::parse(line, PeriodStyle::default()) {
        PeriodCell::Unreadable => fold(line),
        _ => "(period)".to_owned(),
    };
    let [upper, own] = table.head_lines(column).map(without_period);
    match (upper.as_str(), own.as_str()) {
        ("", "") => table
            .header()
            .get(column)
            .map_or_else(String::new, |name| fold(name)),
        ("", "(period)") | ("(period)", "") => "(period)".to_owned(),
        // A head that comes again has its number only in its full name.
        ("", own) if table.has_repeated_heads() => {
            let name = table.header().get(column);
            name.map_or_else(|| own.to_owned(), |name| fold(name))
        }
        ("", one) | (one, "") => one.to_owned(),
        (upper, own) => format!("{upper} {own}"),
    }
}

impl Remembered {
    /// What there is to remember of a table that is read.
    pub fn of(table: &Table, mapping: &Mapping, context: &Context) -> Self {
        let sniffed = table.sniffed();
        let is_sheet = sniffed.sheet.is_some();
        let code = |position: u32| {
            let measure = context.measures.get(usize::try_from(position).ok()?)?;
            Some(measure.code.clone())
        };
        let of_columns = |column: u16| head(table, usize::from(column));
        let mut remembered = Self {
            encoding: (!is_sheet).then(|| sniffed.encoding.code().to_owned()),
            delimiter: (!is_sheet).then(|| sniffed.delimiter.code().to_owned()),
            sheet: sniffed.sheet.as_ref().map(|sheet| sheet.name.clone()),
            decimal: mapping.decimal.map(|choice| choice.code().to_owned()),
            date_order: mapping.date_order.map(|choice| choice.code().to_owned()),
            single_year: mapping.single_year.map(|choice| choice.code().to_owned()),
            rhythm: mapping.rhythm.map(|choice| choice.code().to_owned()),
            serial_dates: mapping.serial_dates.map(|choice| choice.code().to_owned()),
            measure: mapping.measure.and_then(code),
            groups: names_of(&mapping.groups, &context.groups),
            places: names_of(&mapping.places, &context.places),
            providers: names_of(&mapping.providers, &context.providers),
            ..Self::default()
        };
        for (column, role) in mapping.columns.iter().enumerate() {
            let head = head(table, column);
            remembered.columns.insert(head, role.code().to_owned());
        }
        for (text, &position) in &mapping.measures {
            if let Some(code) = code(position) {
                remembered.measures.insert(text.clone(), code);
            }
        }
        for ((column, text), with) in &mapping.texts {
            let entry = (of_columns(*column), text.clone(), with.clone());
            remembered.texts.push(entry);
        }
        for ((column, measure), shares) in &mapping.shares {
            if let Some(code) = code(*measure) {
                let shares = shares.code().to_owned();
                remembered.shares.push((of_columns(*column), code, shares));
            }
        }
        // The same choices are the same text.
        remembered.texts.sort();
        remembered.shares.sort();
        remembered
    }

    /// The text that is kept.
    pub fn to_text(&self) -> String {
        // There is nothing in it that JSON cannot say.
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Reads the text back; what it cannot say is asked about again.
    pub fn parse(text: &str) -> Self {
        serde_json::from_str(text).unwrap_or_default()
    }

    /// How the file is to be read.
    pub fn read_options(&self) -> ReadOptions {
        ReadOptions {
            encoding: self.encoding.as_deref().and_then(Coded::by_code),
            delimiter: self.delimiter.as_deref().and_then(Coded::by_code),
            header: None,
            sheet: self.sheet.clone(),
        }
    }

    /// The choices for a table with the same heads.
    pub fn apply(&self, table: &Table, context: &Context) -> Mapping {
        let measures = Names::of_measures(&context.measures);
        let heads: Vec<String> = (0..table.header().len())
            .map(|column| head(table, column))
            .collect();
        let role = |head: &String| {
            let word = self.columns.get(head)?;
            Role::by_code(word)
        };
        let columns_of = |wanted: &str| -> Vec<u16> {
            (0..)
                .zip(&heads)
                .filter(|(_, head)| *head == wanted)
                .map(|(column, _)| column)
                .collect()
        };
        let mut mapping = Mapping {
            columns: heads
                .iter()
                .map(|head| role(head).unwrap_or(Role::Ignore))
                .collect(),
            measure: self.measure.as_deref().and_then(|code| measures.find(code)),
            decimal: self.decimal.as_deref().and_then(Coded::by_code),
            date_order: self.date_order.as_deref().and_then(Coded::by_code),
            single_year: self.single_year.as_deref().and_then(Coded::by_code),
            rhythm: self.rhythm.as_deref().and_then(Coded::by_code),
            serial_dates: self.serial_dates.as_deref().and_then(Coded::by_code),
            groups: answers_of(&self.groups, &context.groups),
            places: answers_of(&self.places, &context.places),
            providers: answers_of(&self.providers, &context.providers),
            ..Mapping::default()
        };
        for (text, code) in &self.measures {
            if let Some(position) = measures.find(code) {
                mapping.measures.insert(text.clone(), position);
            }
        }
        for (head, text, with) in &self.texts {
            for column in columns_of(head) {
                let key = (column, text.clone());
                mapping.texts.insert(key, with.clone());
            }
        }
        for (head, code, shares) in &self.shares {
            let (Some(measure), Some(shares)) = (measures.find(code), Coded::by_code(shares))
            else {
                continue;
            };
            for column in columns_of(head) {
                mapping.shares.insert((column, measure), shares);
            }
        }
        mapping
    }
}

/// Answers by the name they mean. One that was to be added has its own name by now.
fn names_of(
    answers: &std::collections::HashMap<String, Answer>,
    known: &[KnownName],
) -> BTreeMap<String, String> {
    let name = |text: &String, answer: &Answer| match answer {
        Answer::Everyone => Some(EVERYONE.to_owned()),
        Answer::Add => Some(text.clone()),
        Answer::Is(position) => {
            let known = known.get(usize::try_from(*position).ok()?)?;
            Some(known.name.clone())
        }
    };
    answers
        .iter()
        .filter_map(|(text, answer)| Some((text.clone(), name(text, answer)?)))
        .collect()
}

fn answers_of(
    remembered: &BTreeMap<String, String>,
    known: &[KnownName],
) -> std::collections::HashMap<String, Answer> {
    let names = Names::of(known);
    let answer = |name: &str| match name {
        EVERYONE => Some(Answer::Everyone),
        name => names.find(name).map(Answer::Is),
    };
    remembered
        .iter()
        .filter_map(|(text, name)| Some((text.clone(), answer(name)?)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::{KnownMeasure, Shares};
    use super::*;
    use crate::cells::DecimalMark;
    use backbone_statistics::Unit;

    fn table(text: &str) -> Table {
        Table::read(text.as_bytes().to_vec(), &ReadOptions::default()).unwrap()
    }

    fn context(groups: &[&str]) -> Context {
        let measure = |code: &str| KnownMeasure {
            code: code.into(),
            name: format!("Name of {code}"),
            unit: Unit::Percent,
            natural_limit: None,
            rhythm: None,
        };
        Context {
            measures: ["VISITS", "KR"].map(measure).into(),
            groups: groups.iter().copied().map(KnownName::new).collect(),
            ..Context::default()
        }
    }

    #[test]
    fn the_next_table_of_a_source_is_known_by_its_heads_and_read_the_same_way() {
        let first = table("Subgroup;2022-23;2023-24\nHisp/Lat;40,5;41\n");
        let mapping = Mapping {
            columns: vec![Role::Group, Role::Value, Role::Value],
            measure: Some(1),
            decimal: Some(DecimalMark::Comma),
            groups: [("Hisp/Lat".to_owned(), Answer::Is(0))].into(),
            texts: [((1, "tbc".to_owned()), String::new())].into(),
            shares: [((1, 1), Shares::AsTheyAre)].into(),
            ..Mapping::default()
        };
        let remembered = Remembered::of(&first, &mapping, &context(&["Hispanic or Latino"]));
        let read_back = Remembered::parse(&remembered.to_text());
        assert_eq!(read_back, remembered);

        let next = table("Subgroup;2023-24;2024-25;2025-26\nHisp/Lat;41;42,5;43\n");
        assert_eq!(
            recognize(&next, [heads(&first).as_str()].into_iter()),
            Some(0)
        );
        let later = context(&["Black", "Hispanic or Latino"]);
        let again = read_back.apply(&next, &later);
        assert_eq!(
            again.columns,
            [Role::Group, Role::Value, Role::Value, Role::Value],
            "a period more is a value more"
        );
        assert_eq!(
            again.groups["Hisp/Lat"],
            Answer::Is(1),
            "by name, not by position"
        );
        assert_eq!((again.measure, again.decimal), (Some(1), mapping.decimal));
        assert_eq!(again.texts[&(3, "tbc".to_owned())], "");

        let other = table("Subgroup;2023-24;Note\nBlack;41;x\n");
        assert_eq!(
            recognize(&other, [heads(&first).as_str()].into_iter()),
            None
        );
    }

    #[test]
    fn what_is_gone_since_is_asked_about_again() {
        let table = table("Group,Value\nHisp/Lat,40\n");
        let mapping = Mapping {
            columns: vec![Role::Group, Role::Value],
            groups: [("Hisp/Lat".to_owned(), Answer::Is(0))].into(),
            ..Mapping::default()
        };
        let remembered = Remembered::of(&table, &mapping, &context(&["Hispanic or Latino"]));
        let applied = remembered.apply(&table, &context(&["Black"]));
        assert!(applied.groups.is_empty());
        assert_eq!(Remembered::parse("no JSON"), Remembered::default());
    }
}
