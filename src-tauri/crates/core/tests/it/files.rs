//! Opening, refusing, locking and leaving files.

use std::{fs, path::Path};

use backbone_core::{Error, FORMAT_VERSION, Workbook, check, initiative::Initiative};
use rusqlite::Connection;
use tempfile::TempDir;

use crate::support::{context, measure, names, on_disk};

fn folder() -> TempDir {
    tempfile::tempdir().unwrap()
}

/// Opens a file every way there is; it must be refused the same way each time, and file
/// and folder must stay exactly as they are.
fn refused(path: &Path, is_expected: impl Fn(&Error) -> bool) {
    let (bytes, around) = (fs::read(path).unwrap(), names(path.parent().unwrap()));
    for (way, error) in [
        ("open", Workbook::open(path, "Dana").err()),
        ("open_read_only", Workbook::open_read_only(path).err()),
        ("check", check(path).err()),
    ] {
        let error = error.unwrap_or_else(|| panic!("{way} takes {}", path.display()));
        assert!(is_expected(&error), "{way} says {error:?}");
        assert!(fs::read(path).unwrap() == bytes, "{way} touched the file");
        assert_eq!(
            names(path.parent().unwrap()),
            around,
            "{way} left something beside it"
        );
    }
}

#[test]
fn a_closed_file_is_one_single_file_and_opens_again() {
    let folder = folder();
    let path = folder.path().join("Straße 1 #50%?.backbone");
    let mut book = on_disk(&path);
    measure(&mut book, "KR", &[("SY2024-25", "53.2")]);
    assert!(
        names(folder.path()).len() > 1,
        "while it is open, it has companions"
    );
    book.close().unwrap();
    assert_eq!(names(folder.path()), ["Straße 1 #50%?.backbone"]);

    let head = fs::read(&path).unwrap();
    assert_eq!(&head[68..72], b"BkDk", "other programs can tell what it is");
    assert_eq!(
        head[60..64],
        FORMAT_VERSION.to_be_bytes(),
        "and which version"
    );
    for is_to_be_written in [false, true] {
        let book = if is_to_be_written {
            Workbook::open(&path, "Dana").unwrap()
        } else {
            Workbook::open_read_only(&path).unwrap()
        };
        assert_eq!(book.measure_by_code("kr").unwrap().record.name, "KR");
        book.close().unwrap();
        assert_eq!(names(folder.path()), ["Straße 1 #50%?.backbone"]);
    }
}

#[test]
fn a_new_file_never_replaces_another() {
    let folder = folder();
    let path = folder.path().join("a.backbone");
    fs::write(&path, "a letter").unwrap();
    let made = Workbook::create(&path, Initiative::named("New"), &context());
    assert!(matches!(made, Err(Error::Exists(_))));
    assert_eq!(fs::read(&path).unwrap(), b"a letter");
    assert_eq!(names(folder.path()), ["a.backbone"]);
}

#[test]
fn a_name_that_cannot_be_kept_leaves_no_file() {
    let folder = folder();
    let path = folder.path().join("a.backbone");
    let made = Workbook::create(&path, Initiative::named(" \u{7}\n"), &context());
    assert!(matches!(made, Err(Error::Invalid { field: "name", .. })));
    assert!(names(folder.path()).is_empty());
}

#[test]
fn what_is_not_an_initiative_is_refused_untouched() {
    let folder = folder();
    let other = folder.path().join("other.db");
    Connection::open(&other)
        .unwrap()
        .execute_batch("CREATE TABLE notes (text)")
        .unwrap();
    refused(&other, |error| matches!(error, Error::NotABackboneFile));
    for (name, content) in [
        ("empty", Vec::new()),
        ("letter", b"Dear board,".to_vec()),
        ("picture", vec![0x89; 70_000]),
        ("header only", b"SQLite format 3\0".to_vec()),
    ] {
        let path = folder.path().join(name);
        fs::write(&path, content).unwrap();
        refused(&path, |error| matches!(error, Error::NotABackboneFile));
    }
    let missing = folder.path().join("missing.backbone");
    assert!(matches!(
        Workbook::open(&missing, "Dana"),
        Err(Error::Io { .. })
    ));
    assert!(!missing.exists(), "looking for a file does not make one");
}

#[test]
fn a_file_from_a_newer_app_is_refused_untouched() {
    let folder = folder();
    let path = folder.path().join("a.backbone");
    on_disk(&path).close().unwrap();
    Connection::open(&path)
        .unwrap()
        .pragma_update(None, "user_version", 99)
        .unwrap();
    refused(&path, |error| {
        matches!(
            error,
            Error::FileTooNew {
                found: 99,
                supported: FORMAT_VERSION
            }
        )
    });
}

#[test]
fn a_damaged_file_is_refused_untouched() {
    let folder = folder();
    let path = folder.path().join("a.backbone");
    let mut book = on_disk(&path);
    let id = measure(&mut book, "KR", &[]);
    let _ = book
        .write_story(id, &"The story. ".repeat(10_000), &context())
        .unwrap();
    book.close().unwrap();
    let whole = fs::read(&path).unwrap();

    for (name, damage) in [
        ("schema", 100..4_096),
        ("second page", 4_096..8_192),
        ("end", whole.len() - 9_000..whole.len()),
    ] {
        let mut bytes = whole.clone();
        bytes[damage].fill(0xA5);
        fs::write(&path, &bytes).unwrap();
        let opened = Workbook::open(&path, "Dana");
        assert!(
            matches!(opened, Err(Error::Damaged(_))),
            "{name}: {opened:?}"
        );
        let found = check(&path);
        let is_told = match &found {
            Ok(findings) => !findings.is_empty(),
            Err(error) => matches!(error, Error::Damaged(_)),
        };
        assert!(is_told, "{name}: check says {found:?}");
        assert!(fs::read(&path).unwrap() == bytes, "{name}: touched");
        assert_eq!(names(folder.path()), ["a.backbone"]);
    }
    fs::write(&path, &whole[..whole.len() / 2]).unwrap();
    assert!(
        matches!(Workbook::open(&path, "Dana"), Err(Error::Damaged(_))),
        "cut in half"
    );
}

#[test]
fn a_check_finds_rows_that_refer_to_nothing_and_changes_nothing() {
    let folder = folder();
    let path = folder.path().join("a.backbone");
    let mut book = on_disk(&path);
    measure(&mut book, "KR", &[("SY2024-25", "53.2")]);
    book.close().unwrap();
    assert_eq!(check(&path).unwrap(), [], "a sound file has no findings");
    let db = Connection::open(&path).unwrap();
    db.execute_batch("PRAGMA foreign_keys = 0; DELETE FROM measures")
        .unwrap();
    drop(db);
    let bytes = fs::read(&path).unwrap();
    let findings = check(&path).unwrap();
    assert!(
        findings.iter().any(|finding| finding.what == "references"),
        "{findings:?}"
    );
    assert!(fs::read(&path).unwrap() == bytes);
    assert_eq!(names(folder.path()), ["a.backbone"]);
}

#[test]
fn a_second_writer_is_told_who_has_the_file_and_readers_go_on() {
    let folder = folder();
    let path = folder.path().join("a.backbone");
    let mut book = on_disk(&path);
    let second = Workbook::open(&path, "Marcus");
    match second {
        Err(Error::FileBusy { holder }) => assert!(holder.contains("Dana"), "{holder}"),
        other => panic!("{other:?}"),
    }
    let reader = Workbook::open_read_only(&path).unwrap();
    assert!(reader.measure_by_code("KR").is_err());
    measure(&mut book, "KR", &[]);
    assert!(
        reader.measure_by_code("KR").is_ok(),
        "a reader sees what is written meanwhile"
    );
    assert_eq!(check(&path).unwrap(), [], "an open file can be checked");
    reader.close().unwrap();
    book.close().unwrap();
    Workbook::open(&path, "Marcus").unwrap().close().unwrap();
    assert_eq!(names(folder.path()), ["a.backbone"]);
}

#[test]
fn a_lock_left_by_a_crash_keeps_nobody_out() {
    let folder = folder();
    let path = folder.path().join("a.backbone");
    on_disk(&path).close().unwrap();
    fs::write(folder.path().join(".a.backbone.lock"), "Dana, process 1").unwrap();
    Workbook::open(&path, "Marcus").unwrap().close().unwrap();
    assert_eq!(names(folder.path()), ["a.backbone"]);
}

#[test]
fn a_copy_is_whole_even_while_the_file_is_written() {
    let folder = folder();
    let (path, copy) = (
        folder.path().join("a.backbone"),
        folder.path().join("copy.backbone"),
    );
    let mut book = on_disk(&path);
    measure(&mut book, "KR", &[("SY2024-25", "53.2")]);
    book.backup_to(&copy, false).unwrap();
    measure(&mut book, "later", &[]);

    assert!(matches!(
        book.backup_to(&copy, false),
        Err(Error::Exists(_))
    ));
    assert!(
        matches!(book.backup_to(&path, true), Err(Error::Exists(_))),
        "never itself"
    );
    let copied = Workbook::open_read_only(&copy).unwrap();
    assert!(copied.measure_by_code("KR").is_ok());
    assert!(
        copied.measure_by_code("later").is_err(),
        "a refused copy replaces nothing"
    );
    drop(copied);
    book.backup_to(&copy, true).unwrap();
    assert!(
        Workbook::open_read_only(&copy)
            .unwrap()
            .measure_by_code("later")
            .is_ok()
    );
    book.close().unwrap();
    assert_eq!(names(folder.path()), ["a.backbone", "copy.backbone"]);
}
