//! A pulled plug and a full disk lose at most the change in flight.

use std::{env, fs, path::Path, process::Command};

use backbone_core::{
    Error, MeasureId, Workbook, check,
    measurement::{BulkReading, Measure, NewImport, NewReading, ReadingState, SeriesKey},
};
use rusqlite::Connection;

use crate::support::{context, decimal, dump, ids, measure, on_disk, period, record};

/// Files as they stood at one moment, as a power cut would leave them.
fn plug_pulled(path: &Path, to: &Path, journal_bytes: usize) {
    fs::copy(path, to).unwrap();
    let journal = fs::read(path.with_extension("backbone-wal")).unwrap();
    let kept = &journal[..journal_bytes.min(journal.len())];
    fs::write(to.with_extension("backbone-wal"), kept).unwrap();
}

#[test]
fn a_power_cut_at_any_moment_leaves_a_whole_number_of_changes() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.backbone");
    let mut book = on_disk(&path);
    let id = measure(&mut book, "KR", &[]);
    let mut contents = vec![dump(&book)];
    for year in 2015..2020 {
        record(&mut book, id, &year.to_string(), "50.5");
        contents.push(dump(&book));
    }
    let length = fs::metadata(path.with_extension("backbone-wal"))
        .unwrap()
        .len();
    let mut found = Vec::new();
    for cut in 0..=40 {
        let bytes = usize::try_from(length * cut / 40).unwrap();
        let copy = folder.path().join(format!("{cut}.backbone"));
        plug_pulled(&path, &copy, bytes);
        let opened = match Workbook::open(&copy, "Dana") {
            Ok(opened) => opened,
            // The plug was pulled before the file was finished for the first time.
            Err(Error::Damaged(why)) if why.contains("never finished") => continue,
            Err(error) => panic!("cut at {bytes} of {length}: {error}"),
        };
        let content = dump(&opened);
        if let Some(at) = contents.iter().position(|known| *known == content) {
            found.push(at);
        } else {
            assert!(
                ids::<Measure>(&opened).is_empty(),
                "cut at {bytes}: half a change"
            );
        }
        opened.close().unwrap();
        assert_eq!(check(&copy).unwrap(), []);
    }
    assert!(
        found.is_sorted(),
        "the longer the journal, the more is kept: {found:?}"
    );
    assert_eq!(found.last(), Some(&5), "what was acknowledged is kept");
    assert!(
        found.len() > 5,
        "the cuts really fall among the changes: {found:?}"
    );
}

const CHILD: &str = "BACKBONE_TEST_KILL";

/// Run as a process of its own by the test below: imports until it is killed.
#[test]
fn imports_until_it_is_killed() {
    let Some(path) = env::var_os(CHILD) else {
        return;
    };
    let mut book = Workbook::open(Path::new(&path), "child").unwrap();
    let id = ids::<Measure>(&book)[0];
    let _ = bulk(&mut book, id, u32::MAX);
}

fn bulk(book: &mut Workbook, measure: MeasureId, count: u32) -> backbone_core::Result<()> {
    let new = NewImport {
        file_name: "endless.csv".to_owned(),
        series: vec![SeriesKey::everyone(measure)],
        ..NewImport::default()
    };
    let first = period("1900-01-01");
    let rows = (0..count).map(|row| BulkReading {
        series: 0,
        row,
        period: first.step((row % 2_000_000).cast_signed()),
        value: Some(decimal("53.2")),
        numerator: None,
        denominator: None,
        lower: None,
        upper: None,
        state: ReadingState::Final,
        comment: "x".repeat(200),
    });
    book.import_readings(new, rows, &context()).map(drop)
}

#[test]
fn a_killed_import_is_no_import_and_locks_nobody_out() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.backbone");
    let mut book = on_disk(&path);
    measure(&mut book, "KR", &[("2024", "1")]);
    let before = dump(&book);
    book.close().unwrap();

    let mut child = Command::new(env::current_exe().unwrap())
        .args(["--exact", "survival::imports_until_it_is_killed"])
        .env(CHILD, &path)
        .stdout(std::process::Stdio::null())
        .spawn()
        .unwrap();
    let journal = path.with_extension("backbone-wal");
    // Killed in the middle of writing: the journal has grown past the page cache.
    while fs::metadata(&journal).map_or(0, |found| found.len()) < 2_000_000 {
        assert!(
            child.try_wait().unwrap().is_none(),
            "the import goes on until it is killed"
        );
        std::thread::yield_now();
    }
    let busy = Workbook::open(&path, "Dana");
    assert!(
        matches!(busy, Err(Error::FileBusy { .. })),
        "another process has it: {busy:?}"
    );
    child.kill().unwrap();
    child.wait().unwrap();

    let mut book = Workbook::open(&path, "Dana").unwrap();
    assert!(dump(&book) == before);
    let id = ids::<Measure>(&book)[0];
    record(&mut book, id, "2025", "2");
    book.close().unwrap();
    assert_eq!(check(&path).unwrap(), []);
}

#[test]
fn a_full_disk_refuses_the_change_and_loses_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.backbone");
    let mut book = on_disk(&path);
    let id = measure(&mut book, "KR", &[("2024", "1")]);
    let before = dump(&book);
    book.limit_pages(10).unwrap();
    let story = book.write_story(id, &"The story. ".repeat(50_000), &context());
    assert!(matches!(story, Err(Error::DiskFull)), "{story:?}");
    let import = bulk(&mut book, id, 10_000);
    assert!(matches!(import, Err(Error::DiskFull)), "{import:?}");
    assert!(dump(&book) == before);
    book.limit_pages(u32::MAX - 1).unwrap();
    let reading = NewReading::typed(SeriesKey::everyone(id), period("2025"), decimal("2"));
    let _ = book.record_reading(reading, &context()).unwrap();
    let _ = book.undo(&context()).unwrap();
    assert!(
        dump(&book) == before,
        "after making room, work and undo go on"
    );
    book.close().unwrap();
    let db = Connection::open(&path).unwrap();
    let answer: String = db
        .query_row("PRAGMA integrity_check", [], |row| row.get(0))
        .unwrap();
    assert_eq!(answer, "ok");
}
