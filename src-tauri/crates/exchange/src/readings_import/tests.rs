//! The import as its user meets it: a file in, counts and messages out.

use super::*;
use crate::cells::DecimalMark;
use crate::periods::{DateOrder, Rhythm, SingleYear};
use crate::table::ReadOptions;
use backbone_core::measurement::{Period, ReadingState};
use backbone_statistics::Unit;
use rust_decimal::Decimal;
use std::collections::{BTreeSet, HashMap};

fn measure(code: &str, name: &str, unit: Unit, rhythm: Option<Rhythm>) -> KnownMeasure {
    KnownMeasure {
        code: code.into(),
        name: name.into(),
        unit,
        natural_limit: None,
        rhythm,
    }
}

pub(super) fn context() -> Context {
    Context {
        measures: vec![
            measure(
                "KR",
                "Kindergarten readiness",
                Unit::Percent,
                Some(Rhythm::SchoolYear),
            ),
            measure("VISITS", "Home visits", Unit::Count, Some(Rhythm::Month)),
            measure("OLD", "As published", Unit::Percent, None),
        ],
        groups: ["Black", "White", "Hispanic or Latino"]
            .map(KnownName::new)
            .into(),
        places: ["Cincinnati", "Newport"].map(KnownName::new).into(),
        providers: vec![KnownName::new("Queen City Public Schools")],
        closed: Vec::new(),
    }
}

fn table(text: &str) -> Table {
    Table::read(text.as_bytes().to_vec(), &ReadOptions::default()).unwrap()
}

/// The proposed mapping into the first measure, and its preview.
fn proposed(text: &str) -> (Mapping, Preview) {
    let table = table(text);
    let mut mapping = propose_mapping(&table, &context());
    mapping.measure = Some(0);
    let preview = preview(&table, &mapping, &context(), &());
    (mapping, preview)
}

/// Row, column and code of every problem.
pub(super) fn messages(preview: &Preview) -> Vec<String> {
    let said = |problem: &Problem| {
        let row = problem.row.map_or_else(String::new, |row| row.to_string());
        let place = [row.as_str(), &problem.head, problem.kind.code()];
        place.join(" ").replace("  ", " ").trim().to_owned()
    };
    preview.problems.iter().map(said).collect()
}

fn collect(
    text: &str,
    mapping: &Mapping,
    stored: &dyn StoredReadings,
) -> Vec<(Key, Figures, Fate)> {
    let table = table(text);
    let context = context();
    Candidates::new(&table, mapping, &context, stored)
        .map(|candidate| (candidate.key, candidate.figures, candidate.fate))
        .collect()
}

fn decimal(text: &str) -> Decimal {
    text.parse().unwrap()
}

#[test]
fn columns_are_proposed_from_the_words_of_the_header() {
    use Role::*;
    let cases: [(&str, &[Role]); 9] = [
        ("Year,Value\n2024-25,57\n", &[Period, Value]),
        (
            "YR,Subgroup,N_Tested,Pct_Demo\n2024-25,Black,890,46.4\n",
            &[Period, Group, Denominator, Value],
        ),
        (
            "measure,period,place,group,value,state,comment,source\nKR,2024-25,Newport,Black,57,final,x,y\n",
            &[Measure, Period, Place, Group, Value, State, Comment, Source],
        ),
        (
            "Año escolar;Grupo;Porcentaje;Fuente\n2024-25;Black;46,4;x\n",
            &[Period, Group, Value, Source],
        ),
        (
            "School Year,Numerator,Denominator,Percent\n2024-25,1,2,50\n",
            &[Period, Numerator, Denominator, Value],
        ),
        (
            "Period,County,Rate,Lower CI,Upper CI,Notes\n2024,Newport,5,4,6,x\n",
            &[Period, Place, Value, Lower, Upper, Comment],
        ),
        ("Month,Count\n2024-03,12\n", &[Period, Value]),
        (
            "Group,2022-23,2023-24,2024-25\nBlack,1,2,3\n",
            &[Group, Value, Value, Value],
        ),
        (
            "when,how much,color\n2024-25,57,red\n",
            &[Period, Value, Ignore],
        ),
    ];
    for (text, roles) in cases {
        assert_eq!(
            propose_mapping(&table(text), &context()).columns,
            roles,
            "{text:?}"
        );
    }
}

#[test]
fn every_problem_is_named_by_row_and_column() {
    let (_, preview) = proposed(
        "YR,Subgroup,N_Tested,Pct\n\
         2024-25,All students,2312,52.8\n\
         2024-25,Black,890,46.4\n\
         2024-25,Hisp/Lat,264,37.9\n\
         2024-25,White,9,<10\n\
         2023-24,White,848,460\n\
         2023-24,Black,,\n\
         sometime,Black,5,50\n\
         2022-23,Black,5,fifty\n\
         2024-25,Black,890,46.5\n\
         2021-22,Martian,5,50\n\
         ,Black,5,50\n",
    );
    assert_eq!(
        messages(&preview),
        [
            "4 Subgroup group_unknown",
            "5 Pct read_as_suppressed",
            "6 Pct over_limit",
            "7 Pct read_as_missing",
            "8 YR period_unreadable",
            "9 Pct not_a_figure",
            "10 duplicate_differs",
            "11 Subgroup group_unknown",
            "12 YR period_missing",
        ]
    );
    assert!(!preview.is_ready());
    assert_eq!(
        (
            preview.row_count,
            preview.new_count,
            preview.blocked_count,
            preview.check_count
        ),
        (11, 4, 7, 2)
    );
    assert_eq!(preview.state(2), RowState::New);
    assert_eq!(preview.state(5), RowState::Check);
    assert_eq!(preview.state(6), RowState::Blocked);
}

#[test]
fn markers_become_states_and_never_zero() {
    let text = "Year,Value\n2020-21,n/a\n2021-22,*\n2022-23,0\n2023-24,\n";
    let (mapping, preview) = proposed(text);
    assert!(preview.is_ready());
    let read: Vec<(Option<Decimal>, ReadingState)> = collect(text, &mapping, &())
        .iter()
        .map(|(_, figures, _)| (figures.value, figures.state))
        .collect();
    assert_eq!(
        read,
        [
            (None, ReadingState::Missing),
            (None, ReadingState::Suppressed),
            (Some(Decimal::ZERO), ReadingState::Final),
            (None, ReadingState::Missing),
        ]
    );
}

#[test]
fn what_reads_two_ways_is_asked_and_the_answer_is_used() {
    let text = "Date,Value\n03/04/2024,\"1,234\"\n05/06/2024,\"2,345\"\n";
    let table = table(text);
    let mut mapping = propose_mapping(&table, &context());
    mapping.measure = Some(1);
    let open = preview(&table, &mapping, &context(), &());
    let codes: BTreeSet<&str> = open
        .groups
        .iter()
        .map(|group| group.first.kind.code())
        .collect();
    assert_eq!(
        codes,
        BTreeSet::from(["date_order_unclear", "decimal_unclear"])
    );
    assert_eq!(open.blocked_count, 2);
    mapping.decimal = Some(DecimalMark::Point);
    mapping.date_order = Some(DateOrder::MonthFirst);
    let read = collect(text, &mapping, &());
    assert_eq!(read[0].0.period, Period::parse("2024-03-04").unwrap());
    assert_eq!(read[0].1.value, Some(decimal("1234")));

    let years = "Year,Value\n2024,57\n2025,58\n";
    let (mut mapping, open) = proposed(years);
    assert_eq!(open.groups[0].first.kind.code(), "single_year_unclear");
    mapping.single_year = Some(SingleYear::Ends);
    assert_eq!(
        collect(years, &mapping, &())[0].0.period,
        Period::SchoolYear(2023)
    );
}

#[test]
fn other_columns_of_figures_tell_the_decimal_mark() {
    let text = "Year,N,Pct\n2023-24,\"1,234\",52.8\n2024-25,\"2,345\",53.2\n";
    let (mapping, preview) = proposed(text);
    assert!(preview.is_ready(), "{:?}", messages(&preview));
    assert_eq!(
        collect(text, &mapping, &())[0].1.denominator,
        Some(decimal("1234"))
    );
}

#[test]
fn figures_that_contradict_each_other_are_noticed() {
    let header = "Year,Num,Denom,Value,Lower,Upper\n";
    for (row, code) in [
        ("2024-25,60,50,100,,", Some("numerator_over_denominator")),
        ("2024-25,0,0,10,,", Some("denominator_not_positive")),
        ("2024-25,26,50,60,,", Some("not_its_parts")),
        ("2024-25,1,3,33,,", None),
        ("2024-25,1,3,33.3,,", None),
        ("2024-25,2,3,66.6,,", Some("not_its_parts")),
        ("2024-25,,,50,51,60", Some("outside_bounds")),
        ("2024-25,,,50,40,60", None),
        ("2024-25,,,-5,,", Some("below_zero")),
        ("2024,,,50,,", Some("single_year_unclear")),
        ("2024-03,,,50,,", Some("other_rhythm")),
        ("2024-25,,,$50,,", Some("other_unit")),
        ("2024-25,,,NaN,,", Some("not_a_figure")),
        ("2024-25,,,1e999,,", Some("not_a_figure")),
    ] {
        let text = format!("{header}{row}\n");
        let table = table(&text);
        use Role::*;
        let columns = vec![Period, Numerator, Denominator, Value, Lower, Upper];
        let mapping = Mapping {
            columns,
            measure: Some(0),
            ..Mapping::default()
        };
        let preview = preview(&table, &mapping, &context(), &());
        let found = preview.problems.first().map(|problem| problem.kind.code());
        assert_eq!(found, code, "{row}");
    }
}

#[test]
fn what_is_stored_is_told_apart_as_new_same_and_changed() {
    let text = "Year,Value\n2022-23,50\n2023-24,51.0\n2024-25,52\n";
    let key = |year| Key {
        series: Series {
            measure: 0,
            place: None,
            group: None,
            provider: None,
        },
        period: Period::SchoolYear(year),
    };
    let figures = |value| Figures {
        value: Some(decimal(value)),
        ..Figures::default()
    };
    let stored = HashMap::from([(key(2022), figures("50.0")), (key(2023), figures("43"))]);
    let (mut mapping, _) = proposed(text);
    let table = table(text);
    let shown = preview(&table, &mapping, &context(), &stored);
    assert_eq!(
        (shown.new_count, shown.same_count, shown.changed_count),
        (1, 1, 1)
    );
    assert_eq!(messages(&shown), ["3 Value changed_from_stored"]);
    assert_eq!(
        [2, 3, 4].map(|row| shown.state(row)),
        [RowState::Same, RowState::Changed, RowState::New]
    );
    let fates = |mapping: &Mapping| -> Vec<Fate> {
        collect(text, mapping, &stored)
            .iter()
            .map(|read| read.2)
            .collect()
    };
    assert_eq!(fates(&mapping), [Fate::Changed, Fate::New]);
    mapping.on_changed = OnChanged::Keep;
    assert_eq!(fates(&mapping), [Fate::New]);
}

#[test]
fn a_wide_table_takes_periods_groups_or_measures_from_its_heads() {
    let by_period = "Group,2022-23,2023-24\nAll students,50,51\nBlack,40,\n";
    let (mapping, preview) = proposed(by_period);
    assert!(preview.is_ready(), "{:?}", messages(&preview));
    let read: Vec<(Period, Option<u32>, Option<Decimal>)> = collect(by_period, &mapping, &())
        .iter()
        .map(|(key, figures, _)| (key.period, key.series.group, figures.value))
        .collect();
    assert_eq!(
        read,
        [
            (Period::SchoolYear(2022), None, Some(decimal("50"))),
            (Period::SchoolYear(2023), None, Some(decimal("51"))),
            (Period::SchoolYear(2022), Some(0), Some(decimal("40"))),
        ],
        "an empty cell of a wide table was never due"
    );
    let by_group = "Year,Black,White\n2023-24,40,60\n";
    let (mapping, _) = proposed(by_group);
    let groups: Vec<Option<u32>> = collect(by_group, &mapping, &())
        .iter()
        .map(|read| read.0.series.group)
        .collect();
    assert_eq!(groups, [Some(0), Some(1)]);
    let by_measure = "Year,KR,OLD\n2023-24,40,60\n";
    let mapping = propose_mapping(&table(by_measure), &context());
    let measures: Vec<u32> = collect(by_measure, &mapping, &())
        .iter()
        .map(|read| read.0.series.measure)
        .collect();
    assert_eq!(measures, [0, 2]);
}

#[test]
fn unknown_names_are_answered_or_added() {
    let text = "Year,Group,Value\n2023-24,Hisp/Lat,40\n2023-24,Asian,50\n2024-25,Asian,51\n";
    let (mut mapping, open) = proposed(text);
    assert_eq!(open.blocked_count, 3);
    mapping.groups.insert("Hisp/Lat".into(), Answer::Is(2));
    mapping.add_unknown = true;
    let preview = preview(&table(text), &mapping, &context(), &());
    assert!(preview.is_ready());
    assert_eq!(preview.new_groups, ["Asian"]);
    let groups: Vec<Option<u32>> = collect(text, &mapping, &())
        .iter()
        .map(|read| read.0.series.group)
        .collect();
    assert_eq!(
        groups,
        [Some(2), Some(3), Some(3)],
        "added groups are counted on from the known ones"
    );
}

#[test]
fn rows_of_another_shape_and_skipped_rows_do_not_hide_the_rest() {
    let text = "Year,Group,Value\n2022-23,Black\n2023-24,Black,1,234\n\n2024-25,Black,52\n2021-22,\"Black,9\n";
    let (mut mapping, preview) = proposed(text);
    let found: Vec<(Option<u32>, &str)> = preview
        .problems
        .iter()
        .map(|problem| (problem.row, problem.kind.code()))
        .collect();
    assert_eq!(
        found,
        [
            (Some(2), "row_too_short"),
            (Some(3), "row_too_long"),
            (Some(6), "open_quote")
        ]
    );
    mapping.skip_rows = BTreeSet::from([2, 3, 6]);
    let table = table(text);
    let mended = super::preview(&table, &mapping, &context(), &());
    assert!(mended.is_ready());
    assert_eq!((mended.new_count, mended.skipped_count), (1, 3));
    let context = context();
    let view = View {
        table: &table,
        mapping: &mapping,
        context: &context,
        stored: &(),
        preview: &mended,
    };
    let page = view.page(Filter::All, 0, 10);
    let numbers: Vec<u32> = page.iter().map(|row| row.number).collect();
    assert_eq!(
        numbers,
        [2, 3, 5, 6],
        "blank rows are not listed but counted"
    );
}

#[test]
fn an_import_without_its_columns_says_so_once() {
    let table = table("Name,Color\nAnn,red\nBob,blue\n");
    let mapping = propose_mapping(&table, &context());
    let preview = preview(&table, &mapping, &context(), &());
    let codes: Vec<&str> = preview
        .groups
        .iter()
        .map(|group| group.first.kind.code())
        .collect();
    assert_eq!(codes, ["no_value_column", "no_period_column", "no_measure"]);
}
