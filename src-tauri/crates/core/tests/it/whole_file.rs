//! Everything out as rows and in again, without loss.

use std::path::Path;

use backbone_core::{Cell, Error, FORMAT_VERSION, Result, Workbook, check, restore};

use crate::support::{Dump, context, measure, names, on_disk, whole_dump};

fn filled(path: &Path) -> Workbook {
    let mut book = on_disk(path);
    let id = measure(
        &mut book,
        "KR",
        &[("SY2023-24", "50.6"), ("SY2024-25", "53.20")],
    );
    let long = format!("{}\n学校 עברית 🙂", "x".repeat(10_000));
    let _ = book.write_story(id, &long, &context()).unwrap();
    let _ = book.undo(&context()).unwrap();
    book
}

/// Restores a dump whose tables come in the worst order.
fn put_back(path: &Path, format: u32, book: &Workbook, rows: &Dump) -> Result<()> {
    restore(path, format, |restoring| {
        for (table, rows) in rows.iter().rev() {
            let columns = book.columns(table)?;
            rows.iter()
                .try_for_each(|cells| restoring.put(table, &columns, cells))?;
        }
        Ok(())
    })
}

#[test]
fn an_export_reads_back_exactly_with_history_and_what_can_be_redone() {
    let folder = tempfile::tempdir().unwrap();
    let book = filled(&folder.path().join("a.backbone"));
    let path = folder.path().join("b.backbone");
    put_back(&path, FORMAT_VERSION, &book, &whole_dump(&book)).unwrap();
    assert_eq!(check(&path).unwrap(), []);
    let mut again = Workbook::open(&path, "Dana").unwrap();
    assert!(whole_dump(&again) == whole_dump(&book));
    assert!(
        again.redo(&context()).unwrap().is_some(),
        "the story can be redone"
    );
    again.close().unwrap();
    book.close().unwrap();
    assert_eq!(names(folder.path()), ["a.backbone", "b.backbone"]);
}

#[test]
fn rows_that_do_not_fit_are_refused_and_leave_no_file() {
    let folder = tempfile::tempdir().unwrap();
    let book = filled(&folder.path().join("a.backbone"));
    let path = folder.path().join("b.backbone");
    let whole = whole_dump(&book);
    let spoiled = |spoil: &dyn Fn(&mut Dump)| {
        let mut rows = whole.clone();
        spoil(&mut rows);
        put_back(&path, FORMAT_VERSION, &book, &rows)
    };
    type Spoil<'a> = &'a dyn Fn(&mut Dump);
    let cases: [(&str, Spoil<'_>); 5] = [
        ("a measure is missing", &|rows| {
            rows.get_mut("measures").unwrap().clear()
        }),
        ("there is no initiative", &|rows| {
            rows.get_mut("initiatives").unwrap().clear()
        }),
        ("a row has too few cells", &|rows| {
            rows.get_mut("measures").unwrap()[0].pop();
        }),
        ("a figure is a number", &|rows| {
            rows.get_mut("readings").unwrap()[0][7] = Cell::Integer(5);
        }),
        ("a row comes twice", &|rows| {
            let row = rows["measures"][0].clone();
            rows.get_mut("measures").unwrap().push(row);
        }),
    ];
    for (name, spoil) in cases {
        let outcome = spoiled(spoil);
        assert!(
            matches!(outcome, Err(Error::Damaged(_))),
            "{name}: {outcome:?}"
        );
        assert!(!path.exists(), "{name}: no file is left");
    }
    let newer = put_back(&path, FORMAT_VERSION + 1, &book, &whole);
    assert!(matches!(newer, Err(Error::FileTooNew { .. })));
    let strange = restore(&path, FORMAT_VERSION, |restoring| {
        restoring.put("readings; DROP TABLE measures", &[], &[])
    });
    assert!(
        matches!(strange, Err(Error::Damaged(_))),
        "names are looked up, never run"
    );
    assert!(!path.exists());
    std::fs::write(&path, "a letter").unwrap();
    assert!(matches!(
        put_back(&path, FORMAT_VERSION, &book, &whole),
        Err(Error::Exists(_))
    ));
    assert_eq!(std::fs::read(&path).unwrap(), b"a letter");
}
