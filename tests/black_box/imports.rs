//! Tables as partners really send them: every problem named by row and column, nothing
//! imported before it is mended or left out, and a marker never a zero.

use std::fs;

use backbone_tests::{Answer, Program};

fn import(program: &Program, table: &[u8], options: &[&str]) -> Answer {
    fs::write(program.at("table.csv"), table).unwrap();
    let fixed = ["import", "city.backbone", "table.csv", "--measure", "KR"];
    program.run([&fixed, options].concat())
}

/// Everyone's readings of the measure: period and the rest of the line.
fn readings(program: &Program) -> Vec<(String, String)> {
    let answer = program.run(["query", "city.backbone", "readings", "--measure", "KR"]);
    assert_eq!(answer.code, 0, "{answer:?}");
    let everyone = answer.output.lines().filter_map(|line| {
        let words: Vec<&str> = line.split_whitespace().collect();
        let is_everyone = words.get(2..4) == Some(&["–", "–"]);
        is_everyone.then(|| (words[1].to_owned(), words[4..].join(" ")))
    });
    everyone.collect()
}

fn reading(program: &Program, period: &str) -> String {
    let mut found = readings(program).into_iter();
    let found = found.find(|(of, _)| of == period);
    found.map(|(_, rest)| rest).unwrap_or_default()
}

#[test]
fn every_kind_of_problem_is_named_and_nothing_is_imported() {
    let program = Program::with_sample();
    let before = readings(&program);
    let table = "Year;Percent ready\n2023-24;58,3\n2022-23;n/a\n2021-22;abc\n2020-21;<5\n\
                 2023-24;58,4\n2018-19\n2017-18;NaN\n2016-17;1e400\n2015-16;-12\n2014-15;250\n";
    let preview = import(&program, table.as_bytes(), &["--preview"]);
    assert_eq!(preview.code, 0, "a preview is no refusal");
    for named in [
        "Row 3, column Percent ready: “n/a” is saved as missing, not zero.",
        "Row 4, column Percent ready: “abc” is not a number.",
        "Row 5, column Percent ready: “<5” is saved as suppressed at the source, not zero.",
        "Row 6: The same reading stands in row 2 with other figures.",
        "Row 7: The row has 1 cell where the header has 2.",
        "Row 8, column Percent ready: NaN is not a finite number.",
        "Row 9, column Percent ready: 1e400 is too large or too exact to be a figure.",
        "Row 10, column Percent ready: -12 is below zero.",
        "Row 11, column Percent ready: 250 is over 100%.",
    ] {
        assert!(
            preview.output.contains(named),
            "{named} in {}",
            preview.output
        );
    }
    let refused = import(&program, table.as_bytes(), &[]);
    assert_eq!(refused.code, 1);
    assert!(refused.errors.contains("Row 4"), "{}", refused.errors);
    assert_eq!(readings(&program), before);
}

#[test]
fn markers_are_kept_as_what_they_say_and_one_undo_takes_all_back() {
    let program = Program::with_sample();
    let before = readings(&program);
    let table = "Year,Value\n2019-20,*\n2021-22,-\n2022-23,n/a\n2023-24,<5\n2018-19,61.5\n";
    let done = import(&program, table.as_bytes(), &[]);
    assert_eq!(done.code, 0, "{done:?}");
    for (period, state) in [
        ("2019–20", "– suppressed"),
        ("2021–22", "– missing"),
        ("2022–23", "– missing"),
        ("2023–24", "– suppressed"),
        ("2018–19", "61.5 final"),
    ] {
        let found = reading(&program, period);
        assert!(found.starts_with(state), "{period}: {found}");
    }
    assert_eq!(program.run(["undo", "city.backbone"]).code, 0);
    assert_eq!(readings(&program), before);
}

#[test]
fn usual_encodings_and_delimiters_read_alike() {
    let text = "Año\tValor\tComment\n2018-19\t61,5\tNiñas y niños\n2019-20\t62,5\t–\n";
    let wide = |bytes: fn(u16) -> [u8; 2], mark: [u8; 2]| {
        let mut found = mark.to_vec();
        found.extend(text.encode_utf16().flat_map(bytes));
        found
    };
    let single = |enye: u8, dash: u8| {
        let mut found = Vec::new();
        for character in text.chars() {
            match character {
                'ñ' => found.push(enye),
                '–' => found.push(dash),
                plain => found.push(u8::try_from(u32::from(plain)).unwrap()),
            }
        }
        found
    };
    let with_mark = ["\u{feff}".as_bytes(), text.as_bytes()].concat();
    for (name, table, options) in [
        ("UTF-8", text.as_bytes().to_vec(), &[][..]),
        ("UTF-8 with mark", with_mark, &[]),
        (
            "UTF-16, little end",
            wide(u16::to_le_bytes, [0xff, 0xfe]),
            &[],
        ),
        ("UTF-16, big end", wide(u16::to_be_bytes, [0xfe, 0xff]), &[]),
        ("Windows-1252", single(0xf1, 0x96), &[]),
        ("Mac Roman", single(0x96, 0xd0), &["--encoding", "macroman"]),
        (
            "CRLF and semicolons",
            text.replace('\t', ";").replace('\n', "\r\n").into_bytes(),
            &[],
        ),
    ] {
        let program = Program::with_sample();
        let roles = ["--column", "Año=period", "--column", "Valor=value"];
        let done = import(&program, &table, &[&roles, options].concat());
        assert_eq!(done.code, 0, "{name}: {done:?}");
        let found = reading(&program, "2018–19");
        assert!(
            found.starts_with("61.5 final") && found.ends_with("Niñas y niños"),
            "{name}: {found}"
        );
    }
}

#[test]
fn what_is_no_table_is_refused_in_words() {
    let program = Program::with_sample();
    let before = readings(&program);
    for (table, words) in [
        (&b""[..], "The file is empty."),
        (b"Year,Value\n", "no rows below"),
        (b"\x00\x01\x02\x00\xff\x00", ""),
        (b"%PDF-1.7\n%\xe2\xe3", ""),
        (b"PK\x03\x04 not a workbook", ""),
        (b"Dear board,\nhere is nothing of the kind.\n", ""),
    ] {
        let answer = import(&program, table, &[]);
        assert_eq!(answer.code, 1, "{answer:?}");
        assert!(answer.errors.contains(words), "{words}: {answer:?}");
        assert!(!answer.errors.contains("panicked"), "{answer:?}");
    }
    assert_eq!(readings(&program), before);
}

#[test]
fn what_reads_two_ways_is_asked_and_never_guessed() {
    let program = Program::with_sample();
    let table = "Year;Value\n2018-19;1,234\n2019-20;2,345\n";
    let asked = import(&program, table.as_bytes(), &[]);
    assert_eq!(asked.code, 1, "{asked:?}");
    assert!(asked.errors.contains("--decimal"), "{}", asked.errors);
    let done = import(&program, table.as_bytes(), &["--decimal", "comma"]);
    assert_eq!(done.code, 0, "{done:?}");
    assert!(reading(&program, "2018–19").starts_with("1.234 final"));
}

#[test]
fn a_source_is_remembered_and_its_next_table_read_the_same_way() {
    let program = Program::with_sample();
    let table = "Año;Subgrupo;Listos\n2018-19;Hisp/Lat;61,5\n2019-20;Hisp/Lat;62,5\n";
    let first = import(
        &program,
        table.as_bytes(),
        &[
            "--column",
            "Año=period",
            "--column",
            "Subgrupo=group",
            "--column",
            "Listos=value",
            "--group",
            "Hisp/Lat=Hispanic or Latino",
            "--remember",
            "School district",
        ],
    );
    assert_eq!(first.code, 0, "{first:?}");
    let next = "Año;Subgrupo;Listos\n2021-22;Hisp/Lat;63,5\n";
    fs::write(program.at("next.csv"), next).unwrap();
    let again = program.run(["import", "city.backbone", "next.csv"]);
    assert_eq!(
        again.code, 0,
        "neither measure nor group is asked again: {again:?}"
    );
    let by_name = ["import", "city.backbone", "next.csv", "--preview"];
    let named = program.run([&by_name[..], &["--mapping", "school district"]].concat());
    assert!(named.output.contains("1 same"), "{named:?}");
    let afresh = program.run([&by_name[..], &["--afresh", "--json"]].concat());
    assert!(afresh.output.contains("\"no_measure\""), "{afresh:?}");
    let unknown = program.run([&by_name[..], &["--mapping", "Nobody"]].concat());
    assert_eq!(unknown.code, 1);
    assert!(unknown.errors.contains("School district"), "{unknown:?}");
}

#[test]
fn a_preview_for_machines_names_row_column_kind_and_words() {
    let program = Program::with_sample();
    let table = "Year,Group,Value\n2018-19,Martians,50\n2019-20,Black,460\n";
    let answer = import(&program, table.as_bytes(), &["--preview", "--json"]);
    assert_eq!(answer.code, 0, "{answer:?}");
    let found: serde_json::Value = serde_json::from_str(&answer.output).unwrap();
    assert_eq!((&found["rows"], &found["blocked"]), (&2.into(), &2.into()));
    let problems = found["problems"].as_array().unwrap();
    let named: Vec<(u64, &str, &str)> = problems
        .iter()
        .map(|problem| {
            let text = |key: &str| problem[key].as_str().unwrap();
            (
                problem["row"].as_u64().unwrap(),
                text("column"),
                text("kind"),
            )
        })
        .collect();
    assert_eq!(
        named,
        [(2, "Group", "group_unknown"), (3, "Value", "over_limit")]
    );
    assert_eq!(
        problems[1]["words"],
        "Row 3, column Value: 460 is over 100%. The decimal point may be missing."
    );
    assert!(found["imported"].is_null());
}

#[test]
fn each_kind_of_problem_has_an_option_that_mends_it() {
    let cases: [(&str, &str, &[&str]); 8] = [
        (
            "Date,Value\n03/04/2024,50\n",
            "--dates",
            &["--dates", "month-first"],
        ),
        (
            "Year,Value\n2019,50\n",
            "--single-year",
            &["--single-year", "ends"],
        ),
        (
            "Date,Value\n45366,50\n",
            "--serial-dates",
            &["--serial-dates", "1900"],
        ),
        (
            "Year,Value\n2018-19,0.51\n2019-20,0.52\n2021-22,0.53\n",
            "--shares",
            &["--shares", "times-hundred"],
        ),
        (
            "Year,Group,Value\n2018-19,Hisp/Lat,50\n",
            "--group",
            &["--group", "Hisp/Lat=Hispanic or Latino"],
        ),
        (
            "Year,Value\n2018-19,50\n2018-19,51\n",
            "--on-repeated",
            &["--on-repeated", "last"],
        ),
        (
            "Year,Value\n2018-19,460\n",
            "--cell",
            &["--cell", "2,Value=46.0"],
        ),
        (
            "Year,Value\n2018-19,50\nsometime,51\n",
            "--skip-problems",
            &["--skip-problems"],
        ),
    ];
    for (table, named, options) in cases {
        let program = Program::with_sample();
        let before = readings(&program);
        let refused = import(&program, table.as_bytes(), &[]);
        assert_eq!(refused.code, 1, "{table}: {refused:?}");
        assert!(
            refused.errors.contains(named),
            "{table}: {}",
            refused.errors
        );
        assert_eq!(readings(&program), before, "{table}: nothing by halves");
        let done = import(&program, table.as_bytes(), options);
        assert_eq!(done.code, 0, "{table}: {done:?}");
        assert!(done.output.contains("imported:"), "{table}: {done:?}");
    }
}

#[test]
fn a_folder_is_no_table() {
    let program = Program::with_sample();
    fs::create_dir(program.at("folder.csv")).unwrap();
    let answer = program.run(["import", "city.backbone", "folder.csv", "--measure", "KR"]);
    assert_eq!(answer.code, 1);
    assert!(answer.errors.contains("This is a folder"), "{answer:?}");
}
