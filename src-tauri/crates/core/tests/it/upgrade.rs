//! Files of every released version reach today's, with all that is in them.

use std::{fs, path::Path};

use backbone_core::{
    Workbook,
    initiative::StatusRule,
    measurement::{Calculation, ClosedPeriod, Measure},
    partners::{Partner, SECTORS, Sector},
};
use rusqlite::Connection;

use crate::support::{context, names};

/// A file of each released version, oldest first, as SQL.
const RELEASED: &[&str] = &[
    include_str!("../fixtures/db/1.sql"),
    include_str!("../fixtures/db/2.sql"),
];

fn written(folder: &Path, number: usize, sql: &str) -> std::path::PathBuf {
    let path = folder.join(format!("format {number}.backbone"));
    Connection::open(&path).unwrap().execute_batch(sql).unwrap();
    path
}

/// Rows of every table, the log included.
fn counts(path: &Path) -> Vec<(String, i64)> {
    let db = Connection::open(path).unwrap();
    let mut select = db
        .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
        .unwrap();
    let tables: Vec<String> = select
        .query_map([], |row| row.get(0))
        .unwrap()
        .collect::<rusqlite::Result<_>>()
        .unwrap();
    tables
        .into_iter()
        .map(|table| {
            let count = format!("SELECT count(*) FROM {table}");
            let rows = db.query_row(&count, [], |row| row.get(0)).unwrap();
            (table, rows)
        })
        .collect()
}

#[test]
fn every_released_file_reaches_today_and_keeps_its_rows() {
    for (number, sql) in (1..).zip(RELEASED) {
        let folder = tempfile::tempdir().unwrap();
        let path = written(folder.path(), number, sql);
        let (before, bytes) = (counts(&path), fs::read(&path).unwrap());
        assert!(
            before
                .iter()
                .any(|(name, rows)| name == "readings" && *rows > 50),
            "the file of version {number} holds something to keep"
        );

        let mut book = Workbook::open(&path, "Dana").unwrap();
        let measures = book.list::<Measure>().unwrap();
        assert!(
            measures
                .iter()
                .all(|measure| measure.record.calculation == Calculation::Entered),
            "what is new has its usual value"
        );
        assert_eq!(book.initiative().unwrap().status_rule, StatusRule::Path);
        let facts = book.agenda_facts().unwrap();
        let agenda = &facts.versions[0].version;
        assert_eq!((agenda.agenda.record.version, facts.versions.len()), (1, 1));
        assert!(
            agenda.agenda.record.adopted_on.is_some() && agenda.results.len() > 2,
            "an agenda adopted long ago is locked with its results"
        );
        let id = measures[0].id;
        let done = book.write_story(id, "Told after the upgrade.", &context());
        assert!(done.is_ok(), "an upgraded file can be worked on");
        assert!(book.undo(&context()).unwrap().is_some());
        book.close().unwrap();

        assert!(backbone_core::check(&path).unwrap().is_empty());
        let after = counts(&path);
        for (table, rows) in before {
            if table == "operations" || table == "changes" {
                continue;
            }
            assert!(
                after.contains(&(table.clone(), rows)),
                "version {number} keeps its rows of {table}"
            );
        }
        let aside = format!("format {number} (format {number}).backbone");
        assert!(names(folder.path()).contains(&aside));
        assert_eq!(
            counts(&folder.path().join(&aside)),
            {
                let original = folder.path().join("original");
                fs::write(&original, bytes).unwrap();
                counts(&original)
            },
            "the file as it was is kept beside the upgraded one"
        );
    }
}

#[test]
fn a_file_of_any_version_is_read_as_it_is_and_left_so() {
    for (number, sql) in (1..).zip(RELEASED) {
        let folder = tempfile::tempdir().unwrap();
        let path = written(folder.path(), number, sql);
        for mode in ["DELETE", "WAL"] {
            let writer = Connection::open(&path).unwrap();
            let set: String = writer
                .query_row(&format!("PRAGMA journal_mode = {mode}"), [], |row| {
                    row.get(0)
                })
                .unwrap();
            assert_eq!(set, mode.to_lowercase());
            let bytes = fs::read(&path).unwrap();
            let book = Workbook::open_read_only(&path).unwrap();
            let measure = book.measure_by_code("KR").unwrap();
            assert_eq!(measure.record.calculation, Calculation::Entered);
            assert!(!book.series_of(measure.id).unwrap().is_empty());
            assert_eq!(book.list::<ClosedPeriod>().unwrap().len(), number - 1);
            book.close().unwrap();
            assert!(fs::read(&path).unwrap() == bytes, "reading changes nothing");
            drop(writer);
        }
        assert_eq!(
            names(folder.path()),
            [format!("format {number}.backbone")],
            "nothing is left beside it"
        );
    }
}

/// The code of the sector of each partner, by name.
fn sectors(book: &Workbook) -> Vec<(String, Option<String>)> {
    let partners = book.list::<Partner>().unwrap();
    let code = |partner: &Partner| {
        let sector = partner.sector_id.map(|id| book.get::<Sector>(id).unwrap());
        sector.and_then(|sector| sector.code)
    };
    partners
        .into_iter()
        .map(|entry| (entry.record.name.clone(), code(&entry.record)))
        .collect()
}

#[test]
fn partners_keep_their_sector_and_what_was_done_to_it_can_still_be_taken_back() {
    let folder = tempfile::tempdir().unwrap();
    let path = written(folder.path(), 2, RELEASED[1]);
    let db = Connection::open(&path).unwrap();
    let before: Vec<(String, Option<String>)> = db
        .prepare("SELECT name, sector FROM partners ORDER BY name COLLATE NOCASE")
        .unwrap()
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
        .unwrap()
        .collect::<rusqlite::Result<_>>()
        .unwrap();
    // A change of the last day of the older version, and a partner that was removed.
    db.execute_batch(
        "INSERT INTO operations (seq, id, at_ms, author, op, detail, kind, state)
         VALUES (900, x'01900000000070008002000000000001', 1, 'Dana', 'change_partner', '', 'do', 'done');
         INSERT INTO changes (operation, table_name, key, action, old, new)
         SELECT 900, 'partners', json_object('id', hex(id)), 'update',
             json_object('sector', sector), json_object('sector', 'faith')
         FROM partners WHERE name = 'Uptown Mentors';
         UPDATE partners SET sector = 'faith' WHERE name = 'Uptown Mentors';
         INSERT INTO operations (seq, id, at_ms, author, op, detail, kind, state)
         VALUES (901, x'01900000000070008002000000000002', 2, 'Dana', 'remove_partner', '', 'do', 'done');
         INSERT INTO changes (operation, table_name, key, action, old, new)
         SELECT 901, 'partners', json_object('id', hex(id)), 'delete',
             json_object('name', name, 'sector', sector, 'status', status, 'since', since,
                 'until', until, 'note', note), NULL
         FROM partners WHERE name = 'Harbor House Counseling';
         DELETE FROM partners WHERE name = 'Harbor House Counseling';",
    )
    .unwrap();
    drop(db);

    let mut book = Workbook::open(&path, "Dana").unwrap();
    let codes: Vec<_> = book.list::<Sector>().unwrap();
    assert_eq!(codes.len(), SECTORS.len(), "the usual sectors are there");
    assert!(sectors(&book).contains(&("Uptown Mentors".to_owned(), Some("faith".to_owned()))));
    for _ in 0..2 {
        assert!(book.undo(&context()).unwrap().is_some());
    }
    assert_eq!(
        sectors(&book),
        before,
        "every partner has the sector it had"
    );
    assert!(book.redo(&context()).unwrap().is_some());
    assert!(sectors(&book).contains(&("Uptown Mentors".to_owned(), Some("faith".to_owned()))));
    book.close().unwrap();
    assert!(backbone_core::check(&path).unwrap().is_empty());
}
