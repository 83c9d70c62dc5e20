//! Search over all nouns of an initiative: by the beginnings of words, without regard to
//! accents and capitals, forgiving mistakes in typing. Answers come from an index beside the
//! file ([`Index`]), what is shown of them from the file itself.

mod spelling;

use std::collections::HashSet;

use uuid::Uuid;

use crate::{
    Day, Result, Workbook,
    measurement::Period,
    storage::{
        search_index::{Entry, FOUND, FOUND_END, Order, Way, WordIndex, letters},
        search_sources::{self, Changed, SOURCES, Shown, Source},
    },
};

macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident $code:literal;)*) => {
        /// What a record is.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Kind {$($(#[$doc])* $name,)*}

        impl Kind {
            /// Every kind.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// Stable identifier for the wire.
            #[must_use]
            pub fn code(self) -> &'static str {
                match self {$(Self::$name => $code,)*}
            }

            /// The kind of an identifier.
            #[must_use]
            pub fn from_code(code: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|kind| kind.code() == code)
            }
        }
    };
}

kinds! {
    /// An indicator or a performance measure.
    Measure "measure";
    /// A partner.
    Partner "partner";
    /// A person; found at the partner.
    Person "person";
    /// An activity.
    Activity "activity";
    /// A result.
    Result "result";
    /// A strategy.
    Strategy "strategy";
    /// A working group.
    WorkingGroup "working_group";
    /// A meeting.
    Meeting "meeting";
    /// An action item.
    ActionItem "action_item";
    /// A decision.
    Decision "decision";
    /// A text of the Common Agenda.
    AgendaText "agenda_text";
    /// A tag.
    Tag "tag";
    /// A place.
    Place "place";
    /// A breakdown.
    Breakdown "breakdown";
    /// A group of a breakdown; found at it.
    Group "group";
    /// A population.
    Population "population";
    /// A milestone; found at the activity.
    Milestone "milestone";
    /// A risk; found at the activity where it has one.
    Risk "risk";
    /// An update on an activity.
    Update "update";
    /// A resource of an activity.
    Resource "resource";
    /// A test of change; found at the measure.
    TestOfChange "test_of_change";
    /// A note on the time axis; found at the measure.
    Annotation "annotation";
    /// An entry of the definition ledger; found at the measure.
    DefinitionChange "definition_change";
    /// The story of a period; found at the measure.
    Story "story";
    /// A commitment; found at the partner.
    Commitment "commitment";
    /// A touchpoint; found at the partner.
    Touchpoint "touchpoint";
    /// A note on a partner's status.
    StatusNote "status_note";
    /// A signature under the agenda.
    Endorsement "endorsement";
    /// A data request; found at the partner.
    DataRequest "data_request";
    /// A table that was read in.
    Import "import";
    /// A comment on a reading; found at the measure.
    Comment "comment";
}

/// What is looked for.
#[derive(Debug, Clone, Copy)]
pub struct Query<'a> {
    /// As typed.
    pub text: &'a str,
    /// Only records of this kind.
    pub only: Option<Kind>,
    /// At most this many of a kind.
    pub most: usize,
}

/// What was found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Found {
    /// By kind, the kind of the best answer first.
    pub groups: Vec<HitGroup>,
    /// What was looked for instead, where nothing has the words as typed.
    pub corrected: Option<String>,
    /// Nothing has all the words; these have some of them.
    pub is_partial: bool,
    /// The whole file was searched; false while the index is still being made.
    pub is_complete: bool,
}

/// Records of one kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HitGroup {
    /// Their kind.
    pub kind: Kind,
    /// The best of them, best first.
    pub hits: Vec<Hit>,
    /// There are more.
    pub has_more: bool,
}

/// A record that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// Its id; none for a comment on a reading, which has no id of its own.
    pub id: Option<String>,
    /// Id of the record on whose page it is found; none where there is no such page.
    pub place: Option<String>,
    /// Which part of a record with several: a text of the agenda.
    pub part: &'static str,
    /// What it is called, or what it belongs to where it has no name. Of a text of the agenda
    /// the number of its version.
    pub title: Vec<Run>,
    /// The piece of its text where the words were found; empty where the name says it.
    pub snippet: Vec<Run>,
    /// What it belongs to, or a measure's code.
    pub about: String,
    /// The day it speaks of.
    pub day: Option<Day>,
    /// The period it speaks of.
    pub period: Option<Period>,
}

/// A piece of text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// The text.
    pub text: String,
    /// Whether it is what was looked for.
    pub is_found: bool,
}

/// How far the index is.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Progress {
    /// Nothing is read yet.
    Begin,
    /// The records of a source after a key are next.
    At { source: usize, after: Vec<u8> },
    /// Everything is read; changes are followed.
    Done,
}

/// An index of one initiative. It is made in steps, so that nobody waits for it, and follows
/// the change log from then on: also what is undone, imported or erased.
#[derive(Debug)]
pub struct Index {
    words: WordIndex,
    progress: Progress,
    /// The last entry of the change log that is in the index.
    change: i64,
    operation: i64,
}

/// How many entries of each way of finding are looked at.
const CANDIDATES: usize = 600;
/// At most this many words stand in for one that is not found.
const ALTERNATIVES: usize = 6;

impl Index {
    /// An index of nothing yet.
    ///
    /// # Errors
    /// No memory for it.
    pub fn new() -> Result<Self> {
        Ok(Self {
            words: WordIndex::new()?,
            progress: Progress::Begin,
            change: 0,
            operation: 0,
        })
    }

    /// How many entries there are.
    ///
    /// # Errors
    /// Reading the index.
    pub fn len(&self) -> Result<u64> {
        self.words.len()
    }

    /// Whether there are none.
    ///
    /// # Errors
    /// Reading the index.
    pub fn is_empty(&self) -> Result<bool> {
        Ok(self.len()? == 0)
    }

    /// Reads about `most` records more, or what was changed since. True when the index has
    /// all of the file.
    ///
    /// # Errors
    /// Reading the file.
    pub fn advance(&mut self, book: &Workbook, most: usize) -> Result<bool> {
        match self.progress.clone() {
            Progress::Begin => {
                // What is changed while the index is made is read again at the end.
                self.change = search_sources::latest(book.db(), "changes")?;
                self.operation = search_sources::latest(book.db(), "operations")?;
                self.progress = Progress::At {
                    source: 0,
                    after: Vec::new(),
                };
                self.advance(book, most)
            }
            Progress::At { source, after } => {
                self.read_on(book, source, &after, most)?;
                Ok(self.progress == Progress::Done && self.follow(book, most)?)
            }
            Progress::Done => self.follow(book, most),
        }
    }

    /// Reads all that is left.
    ///
    /// # Errors
    /// Reading the file.
    pub fn complete(&mut self, book: &Workbook) -> Result<()> {
        while !self.advance(book, 5_000)? {}
        Ok(())
    }

    /// Looks for words in all of the initiative, as it is now.
    ///
    /// # Errors
    /// Reading the file.
    pub fn search(&mut self, book: &Workbook, query: &Query<'_>) -> Result<Found> {
        let is_complete = self.advance(book, 2_000)?;
        let typed = self.words.split(query.text)?;
        let mut found = Found {
            is_complete,
            ..Found::default()
        };
        if typed.is_empty() {
            return Ok(found);
        }
        let as_typed: Vec<Vec<String>> = typed.iter().map(|word| vec![word.clone()]).collect();
        found.groups = self.groups(book, query, &as_typed, &STRICT)?;
        if found.groups.is_empty() {
            let mended = self.mended(&typed)?;
            if mended != as_typed {
                found.groups = self.groups(book, query, &mended, &STRICT)?;
                if !found.groups.is_empty() {
                    let words = mended.iter().filter_map(|words| words.first());
                    let words: Vec<&str> = words.map(String::as_str).collect();
                    found.corrected = Some(words.join(" "));
                }
            }
        }
        if found.groups.is_empty() && typed.len() > 1 {
            found.groups = self.groups(book, query, &as_typed, &[Way::Some])?;
            found.is_partial = !found.groups.is_empty();
        }
        Ok(found)
    }

    /// For every word that no record has, those that were probably meant, best first.
    fn mended(&self, typed: &[String]) -> Result<Vec<Vec<String>>> {
        typed.iter().map(|word| self.meant(word)).collect()
    }

    fn meant(&self, typed: &str) -> Result<Vec<String>> {
        if self.words.beginning(typed).next().is_some() {
            return Ok(vec![typed.to_owned()]);
        }
        let spelled: Vec<char> = typed.chars().collect();
        let most = spelling::forgiven(spelled.len());
        let has: Vec<u32> = spelled
            .iter()
            .map(|letter| letters(letter.encode_utf8(&mut [0; 4])))
            .collect();
        let mut near: Vec<(usize, usize, u64, &String)> = Vec::new();
        for (word, known) in self.words.words() {
            // A mistake explains one letter that the word lacks.
            let lacked = has.iter().filter(|letter| *letter & known.letters == 0);
            let is_far = word.len() + most < spelled.len() || lacked.count() > most;
            if is_far {
                continue;
            }
            if let Some((whole, beginning)) = spelling::mistakes(&spelled, word, most) {
                near.push((beginning, whole, u64::MAX - known.records, word));
            }
        }
        near.sort_unstable();
        let least = near.first().map_or(0, |(beginning, ..)| *beginning);
        let mut meant = Vec::new();
        for (beginning, _, _, word) in near {
            if beginning > least || meant.len() == ALTERNATIVES {
                break;
            }
            // Words of records that are gone are still known, and not to be proposed.
            if self.words.has(word)? {
                meant.push(word.clone());
            }
        }
        if meant.is_empty() {
            meant.push(typed.to_owned());
        }
        Ok(meant)
    }

    fn groups(
        &mut self,
        book: &Workbook,
        query: &Query<'_>,
        wanted: &[Vec<String>],
        ways: &[Way],
    ) -> Result<Vec<HitGroup>> {
        let only = query.only.and_then(sources_of);
        let mut seen: HashSet<Entry> = HashSet::new();
        let mut candidates: Vec<(Way, Entry)> = Vec::new();
        let order = ways
            .last()
            .map_or(Order::ByRank, |way| self.words.order_for(wanted, *way));
        for way in ways {
            for entry in self.words.find(wanted, *way, only, order, CANDIDATES)? {
                if seen.insert(entry.clone()) {
                    candidates.push((*way, entry));
                }
            }
            if order == Order::AsTheyCome && candidates.len() >= CANDIDATES {
                break;
            }
        }
        // What was found in the same way comes in the order of what matters, and by its rank
        // within a kind.
        candidates.sort_by_key(|(way, (source, _))| (standing(*way, *source), *source));
        let mut groups: Vec<ReadGroup> = Vec::new();
        for (way, (source, record)) in candidates {
            let Some(of) = SOURCES.get(source) else {
                continue;
            };
            let at = groups.iter().position(|group| group.kind == of.kind);
            if let Some(group) = at.and_then(|at| groups.get_mut(at))
                && group.hits.len() >= query.most
            {
                group.has_more = true;
                continue;
            }
            let Some(mut shown) = of.shown(book.db(), &record)? else {
                continue;
            };
            if matches!(way, Way::NameIs | Way::NameBegins | Way::Name) {
                shown.text.clear();
            }
            let read = ReadHit { of, record, shown };
            match at.and_then(|at| groups.get_mut(at)) {
                Some(group) => group.hits.push(read),
                None => groups.push(ReadGroup {
                    kind: of.kind,
                    hits: vec![read],
                    has_more: false,
                }),
            }
        }
        self.marked(groups, wanted)
    }

    fn marked(&mut self, groups: Vec<ReadGroup>, wanted: &[Vec<String>]) -> Result<Vec<HitGroup>> {
        let texts: Vec<(String, String)> = groups
            .iter()
            .flat_map(|group| &group.hits)
            .map(|ReadHit { shown, .. }| (shown.title.clone(), plain(&shown.text)))
            .collect();
        let mut marked = self.words.mark(wanted, &texts)?.into_iter();
        let mut hit = |ReadHit { of, record, shown }: ReadHit| {
            let (title, text) = marked.next().unwrap_or_default();
            Hit {
                id: of.has_id().then(|| hyphenated(&record)).flatten(),
                place: shown.place.as_deref().and_then(hyphenated),
                part: of.part,
                title: runs(&title),
                snippet: runs(&text),
                about: shown.about,
                day: shown.day,
                period: shown.period,
            }
        };
        Ok(groups
            .into_iter()
            .map(|group| HitGroup {
                kind: group.kind,
                hits: group.hits.into_iter().map(&mut hit).collect(),
                has_more: group.has_more,
            })
            .collect())
    }

    fn read_on(&mut self, book: &Workbook, source: usize, after: &[u8], most: usize) -> Result<()> {
        let (mut source, mut after, mut left) = (source, after.to_owned(), most);
        while let Some(of) = SOURCES.get(source) {
            if left == 0 {
                self.progress = Progress::At { source, after };
                return Ok(());
            }
            let (entries, last) = of.next(book.db(), &after, left)?;
            self.words.put(source, &entries)?;
            let is_last = entries.len() < left;
            left -= entries.len();
            match last {
                Some(last) if !is_last => after = last,
                _ => (source, after) = (source + 1, Vec::new()),
            }
        }
        self.words.learn_words()?;
        self.progress = Progress::Done;
        Ok(())
    }

    /// Reads again what the change log says was changed. True when that is all.
    fn follow(&mut self, book: &Workbook, most: usize) -> Result<bool> {
        let operation = search_sources::latest(book.db(), "operations")?;
        let has_import =
            operation != self.operation && search_sources::has_import(book.db(), self.operation)?;
        self.operation = operation;
        if has_import {
            // An import keeps its own images beside the log; its readings are read anew.
            if let Some(source) = SOURCES.iter().position(|of| of.kind == Kind::Comment) {
                self.words.clear(source)?;
                self.progress = Progress::At {
                    source,
                    after: Vec::new(),
                };
                return Ok(false);
            }
        }
        let changed = search_sources::changed(book.db(), self.change, most)?;
        let is_all = changed.len() < most;
        let mut seen = HashSet::new();
        for Changed { seq, table, key } in changed {
            if seen.insert((table.clone(), key.clone())) {
                self.read_again(book, &table, &key)?;
            }
            self.change = seq;
        }
        Ok(is_all)
    }

    fn read_again(&mut self, book: &Workbook, table: &str, key: &str) -> Result<()> {
        let sources = SOURCES.iter().enumerate();
        for (source, of) in sources.filter(|(_, of)| of.table == table) {
            let Some(record) = serde_json::from_str(key)
                .ok()
                .and_then(|key| of.logged_key(&key))
            else {
                continue;
            };
            match of.searched(book.db(), &record)? {
                Some(entry) => {
                    self.words.learn_words_of(&entry)?;
                    self.words.put(source, &[entry])?;
                }
                None => self.words.remove(source, &record)?,
            }
        }
        Ok(())
    }
}

/// A record that was found, as the file has it.
struct ReadHit {
    of: &'static Source,
    record: Vec<u8>,
    shown: Shown,
}

/// Such records of one kind.
struct ReadGroup {
    kind: Kind,
    hits: Vec<ReadHit>,
    has_more: bool,
}

const STRICT: [Way; 4] = [Way::NameIs, Way::NameBegins, Way::Name, Way::Anywhere];

/// How well a record answers, best first. What only tells others apart, such as a place or a
/// breakdown, comes after everything else that has the words in its name.
fn standing(way: Way, source: usize) -> u8 {
    let way = match way {
        Way::NameIs => 0,
        Way::NameBegins => 1,
        Way::Name => 2,
        Way::Anywhere | Way::Some => return 6,
    };
    let is_main = SOURCES.get(source).is_some_and(|of| of.is_main);
    way + if is_main { 0 } else { 3 }
}

/// First and last source of a kind.
fn sources_of(kind: Kind) -> Option<(usize, usize)> {
    let is_it = |of: &Source| of.kind == kind;
    SOURCES
        .iter()
        .position(is_it)
        .zip(SOURCES.iter().rposition(is_it))
}

fn hyphenated(id: &[u8]) -> Option<String> {
    Uuid::from_slice(id).ok().map(|id| id.to_string())
}

/// A marked text as runs.
fn runs(marked: &str) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    let mut push = |text: &str, is_found: bool| {
        if !text.is_empty() {
            runs.push(Run {
                text: text.to_owned(),
                is_found,
            });
        }
    };
    for (at, piece) in marked.split(FOUND).enumerate() {
        match piece.split_once(FOUND_END) {
            Some((found, rest)) if at > 0 => {
                push(found, true);
                push(rest, false);
            }
            _ => push(piece, false),
        }
    }
    runs
}

/// A text of paragraphs as one line, without the signs that Markdown is written with.
fn plain(text: &str) -> String {
    let mut whole = String::with_capacity(text.len());
    for line in text.lines().map(plain_line).filter(|line| !line.is_empty()) {
        match whole.chars().last() {
            None => {}
            Some(last) if last.is_alphanumeric() => whole.push_str(" · "),
            Some(_) => whole.push(' '),
        }
        whole.push_str(&line);
    }
    whole
}

fn plain_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        let word = word.trim_matches(['*', '_', '`']);
        if word.is_empty()
            || word
                .chars()
                .all(|sign| matches!(sign, '#' | '-' | '>' | '+'))
        {
            continue;
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}
