//! The index of search: a database in memory beside the file, so that the file holds nothing
//! of it. Full texts are not kept in it, only where each word stands.

use std::collections::BTreeMap;

use rusqlite::{Connection, OptionalExtension, named_params};

use super::search_sources::Searched;
use crate::Result;

/// Marks what was found in a text. Texts of a file hold no such characters.
pub(crate) const FOUND: char = '\u{1}';
/// Ends a mark.
pub(crate) const FOUND_END: char = '\u{2}';

/// The sources' places in the numbers of entries: those of a source lie together, so that few
/// can be taken of many, what matters most first.
const OF_SOURCE: u32 = 40;

/// Words that are found in more records than this are not ranked: that would take longer than
/// a person notices.
const RANKED: u64 = 3_000;

/// A word of the index.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Word {
    /// In how many records it was seen.
    pub records: u64,
    /// Which letters it has, see [`letters`].
    pub letters: u32,
}

/// Entries of the index with the words they hold.
#[derive(Debug)]
pub(crate) struct WordIndex {
    db: Connection,
    words: BTreeMap<String, Word>,
}

/// What is looked for: every group of words has to be found, each by one of its words.
pub(crate) type Wanted = [Vec<String>];

/// An entry: the place of its source in the list of sources, and its key.
pub(crate) type Entry = (usize, Vec<u8>);

/// Where and how words are looked for, best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Way {
    /// The name begins with exactly these words.
    NameIs,
    /// The name begins with the first word, and has the others.
    NameBegins,
    /// The words are in the name.
    Name,
    /// The words are somewhere.
    Anywhere,
    /// Some of the words are somewhere.
    Some,
}

/// In which order entries are found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Order {
    /// By how well they answer.
    ByRank,
    /// By their sources: what is in so many records takes too long to rank.
    AsTheyCome,
}

impl WordIndex {
    pub(crate) fn new() -> Result<Self> {
        let db = Connection::open_in_memory()?;
        db.execute_batch(include_str!("search_index.sql"))?;
        db.set_prepared_statement_cache_capacity(32);
        Ok(Self {
            db,
            words: BTreeMap::new(),
        })
    }

    /// Puts entries of a source, in place of those of the same key. A new text's words can
    /// be looked for at once; those it no longer has are not found any more.
    pub(crate) fn put(&mut self, source: usize, entries: &[Searched]) -> Result<()> {
        let tx = self.db.transaction()?;
        for entry in entries {
            forget(&tx, source, &entry.record)?;
            if entry.name.is_empty() && entry.text.is_empty() {
                continue;
            }
            let (first, last) = numbers(source);
            let id: i64 = tx
                .prepare_cached(
                    "INSERT INTO entries (id, source, record, length)
                     SELECT ifnull(max(id), :first - 1) + 1, :source, :record, :length
                     FROM entries WHERE id BETWEEN :first AND :last
                     RETURNING id",
                )?
                .query_row(
                    named_params! {
                        ":first": first,
                        ":last": last,
                        ":source": index(source),
                        ":record": entry.record,
                        ":length": index(entry.name.chars().count()),
                    },
                    |row| row.get(0),
                )?;
            tx.prepare_cached("INSERT INTO words (rowid, name, text) VALUES (:id, :name, :text)")?
                .execute(named_params! { ":id": id, ":name": entry.name, ":text": entry.text })?;
        }
        tx.commit()?;
        Ok(())
    }

    /// Takes an entry out.
    pub(crate) fn remove(&self, source: usize, record: &[u8]) -> Result<()> {
        forget(&self.db, source, record)
    }

    /// Takes all entries of a source out.
    pub(crate) fn clear(&mut self, source: usize) -> Result<()> {
        let (first, last) = numbers(source);
        let range = named_params! { ":first": first, ":last": last };
        let tx = self.db.transaction()?;
        tx.execute(
            "DELETE FROM words WHERE rowid IN (SELECT id FROM entries WHERE id BETWEEN :first AND :last)",
            range,
        )?;
        tx.execute(
            "DELETE FROM entries WHERE id BETWEEN :first AND :last",
            range,
        )?;
        tx.commit()?;
        Ok(())
    }

    /// How many entries there are.
    pub(crate) fn len(&self) -> Result<u64> {
        let count = "SELECT count(*) FROM entries";
        Ok(self
            .db
            .query_row(count, [], |row| row.get::<_, i64>(0))?
            .unsigned_abs())
    }

    /// Learns all words anew.
    pub(crate) fn learn_words(&mut self) -> Result<()> {
        let mut select = self.db.prepare("SELECT term, doc FROM vocabulary")?;
        let rows = select.query_map([], |row| {
            Ok((row.get::<_, String>("term")?, row.get::<_, i64>("doc")?))
        })?;
        let mut words = BTreeMap::new();
        for row in rows {
            let (word, records) = row?;
            let letters = letters(&word);
            let records = records.unsigned_abs();
            words.insert(word, Word { records, letters });
        }
        drop(select);
        self.words = words;
        Ok(())
    }

    /// Learns the words of one more entry.
    pub(crate) fn learn_words_of(&mut self, entry: &Searched) -> Result<()> {
        for word in self.split(&format!("{}\n{}", entry.name, entry.text))? {
            let letters = letters(&word);
            let new = Word {
                records: 0,
                letters,
            };
            self.words.entry(word).or_insert(new).records += 1;
        }
        Ok(())
    }

    /// All words by the alphabet.
    pub(crate) fn words(&self) -> &BTreeMap<String, Word> {
        &self.words
    }

    /// Words that begin so.
    pub(crate) fn beginning<'a>(
        &'a self,
        with: &'a str,
    ) -> impl Iterator<Item = (&'a String, &'a Word)> {
        self.words
            .range(with.to_owned()..)
            .take_while(move |(word, _)| word.starts_with(with))
    }

    /// A text's words in their order, as the index has them: small letters, no accents.
    pub(crate) fn split(&self, text: &str) -> Result<Vec<String>> {
        self.db
            .prepare_cached("INSERT INTO shown (rowid, name, text) VALUES (1, :text, '')")?
            .execute(named_params! { ":text": text })?;
        let mut select = self
            .db
            .prepare_cached("SELECT term FROM shown_words ORDER BY \"offset\"")?;
        let words = select
            .query_map([], |row| row.get("term"))?
            .collect::<rusqlite::Result<_>>();
        self.db.execute("DELETE FROM shown", [])?;
        Ok(words?)
    }

    /// Entries in which words are found in one way, best first and at most `most`. `only`
    /// narrows them to some sources, which lie together.
    pub(crate) fn find(
        &self,
        wanted: &Wanted,
        way: Way,
        only: Option<(usize, usize)>,
        order: Order,
        most: usize,
    ) -> Result<Vec<Entry>> {
        let (first, last) = only.map_or((i64::MIN, i64::MAX), |(first, last)| {
            (numbers(first).0, numbers(last).1)
        });
        let order = match order {
            Order::AsTheyCome => "",
            Order::ByRank => "ORDER BY bm25(words, 8.0, 1.0)",
        };
        let mut select = self.db.prepare_cached(&format!(
            "SELECT rowid FROM words WHERE words MATCH :wanted
             AND rowid BETWEEN :first AND :last {order} LIMIT :most"
        ))?;
        let ids = select
            .query_map(
                named_params! {
                    ":wanted": expression(wanted, way),
                    ":first": first,
                    ":last": last,
                    ":most": index(most),
                },
                |row| row.get::<_, i64>("rowid"),
            )?
            .collect::<rusqlite::Result<Vec<_>>>()?;
        let mut entry = self
            .db
            .prepare_cached("SELECT source, record, length FROM entries WHERE id = :id")?;
        let mut found = Vec::with_capacity(ids.len());
        for id in ids {
            let of = entry
                .query_row(named_params! { ":id": id }, |row| {
                    let length: i64 = row.get("length")?;
                    Ok((row.get::<_, i64>("source")?, row.get("record")?, length))
                })
                .optional()?;
            if let Some((source, record, length)) = of {
                let source = usize::try_from(source).unwrap_or(usize::MAX);
                found.push((length, (source, record)));
            }
        }
        if matches!(way, Way::NameIs | Way::NameBegins | Way::Name) {
            found.sort_by_key(|(length, _)| *length);
        }
        Ok(found.into_iter().map(|(_, entry)| entry).collect())
    }

    /// Whether a word is in any entry now.
    pub(crate) fn has(&self, word: &str) -> Result<bool> {
        let one = [vec![word.to_owned()]];
        let mut select = self
            .db
            .prepare_cached("SELECT rowid FROM words WHERE words MATCH :wanted LIMIT 1")?;
        let wanted = expression(&one, Way::Anywhere);
        Ok(select.exists(named_params! { ":wanted": wanted })?)
    }

    /// Names and texts with marks around what was found. Of a text only the piece around it;
    /// nothing of one where nothing was found.
    pub(crate) fn mark(
        &mut self,
        wanted: &Wanted,
        shown: &[(String, String)],
    ) -> Result<Vec<(String, String)>> {
        let tx = self.db.transaction()?;
        for (position, (name, text)) in shown.iter().enumerate() {
            tx.prepare_cached("INSERT INTO shown (rowid, name, text) VALUES (:id, :name, :text)")?
                .execute(named_params! { ":id": index(position), ":name": name, ":text": text })?;
        }
        let mut marked: Vec<(String, String)> = shown
            .iter()
            .map(|(name, _)| (name.clone(), String::new()))
            .collect();
        {
            let mut select = tx.prepare_cached(include_str!("search_marks.sql"))?;
            let rows = select.query_map(
                named_params! {
                    ":wanted": expression(wanted, Way::Some),
                    ":found": FOUND.to_string(),
                    ":end": FOUND_END.to_string(),
                },
                |row| {
                    let at = row.get::<_, i64>("rowid")?;
                    Ok((at, row.get("name")?, row.get::<_, String>("text")?))
                },
            )?;
            for row in rows {
                let (at, name, text) = row?;
                if let Some(slot) = marked.get_mut(usize::try_from(at).unwrap_or(usize::MAX)) {
                    let is_found = text.contains(FOUND);
                    *slot = (name, if is_found { text } else { String::new() });
                }
            }
        }
        tx.execute("DELETE FROM shown", [])?;
        tx.commit()?;
        Ok(marked)
    }

    /// The order in which what is looked for is found fast enough.
    pub(crate) fn order_for(&self, wanted: &Wanted, way: Way) -> Order {
        let records = |words: &Vec<String>| -> u64 {
            let of = |word: &String| -> u64 {
                self.beginning(word).map(|(_, found)| found.records).sum()
            };
            words.iter().map(of).sum()
        };
        let counts = wanted.iter().map(records);
        let records = match way {
            Way::Some => counts.sum(),
            _ => counts.min().unwrap_or(0),
        };
        if records > RANKED {
            Order::AsTheyCome
        } else {
            Order::ByRank
        }
    }
}

fn forget(db: &Connection, source: usize, record: &[u8]) -> Result<()> {
    let id: Option<i64> = db
        .prepare_cached(
            "DELETE FROM entries WHERE source = :source AND record = :record RETURNING id",
        )?
        .query_row(
            named_params! { ":source": index(source), ":record": record },
            |row| row.get(0),
        )
        .optional()?;
    if let Some(id) = id {
        db.prepare_cached("DELETE FROM words WHERE rowid = :id")?
            .execute(named_params! { ":id": id })?;
    }
    Ok(())
}

/// First and last number an entry of a source can have.
fn numbers(source: usize) -> (i64, i64) {
    let first = index(source) << OF_SOURCE;
    (first, first + (1 << OF_SOURCE) - 1)
}

fn index(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// What is looked for in the language of the index. Words hold letters and digits only, which
/// stand in quotes, so that none is taken for a command.
fn expression(wanted: &Wanted, way: Way) -> String {
    let quoted = |word: &String| format!("\"{}\"", word.replace('"', ""));
    let any = |words: &Vec<String>, mark: &str| {
        let words: Vec<String> = words
            .iter()
            .map(|word| format!("{mark}{}*", quoted(word)))
            .collect();
        format!("({})", words.join(" OR "))
    };
    let all = |mark: &str| {
        let groups: Vec<String> = wanted
            .iter()
            .enumerate()
            .map(|(at, words)| any(words, if at == 0 { mark } else { "" }))
            .collect();
        groups.join(" AND ")
    };
    match way {
        Way::NameIs => {
            let words: Vec<&str> = wanted
                .iter()
                .filter_map(|words| words.first())
                .map(String::as_str)
                .collect();
            format!("name : ^{}", quoted(&words.join(" ")))
        }
        Way::NameBegins => format!("name : ({})", all("^")),
        Way::Name => format!("name : ({})", all("")),
        Way::Anywhere => all(""),
        Way::Some => {
            let groups: Vec<String> = wanted.iter().map(|words| any(words, "")).collect();
            groups.join(" OR ")
        }
    }
}

/// Which letters a word has, a bit each; all that are no letter of the alphabet share one.
pub(crate) fn letters(word: &str) -> u32 {
    word.chars().fold(0, |letters, letter| {
        letters
            | match letter {
                'a'..='z' => 1 << (u32::from(letter) - u32::from('a')),
                '0'..='9' => 1 << 26,
                _ => 1 << 27,
            }
    })
}
