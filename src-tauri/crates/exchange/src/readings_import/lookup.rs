//! Names of a file and what they stand for, each read once.

use super::context::Names;
use super::mapping::Answer;
use crate::names::fold;
use rustc_hash::FxHashMap;
use std::collections::HashMap;

/// Remembers what a text was read as. Neighboring rows mostly repeat each other, so the
/// last text is compared before it is looked up.
#[derive(Debug)]
pub(super) struct Memo<V> {
    last: Option<(String, V)>,
    known: FxHashMap<String, V>,
}

impl<V> Default for Memo<V> {
    fn default() -> Self {
        Self {
            last: None,
            known: FxHashMap::default(),
        }
    }
}

impl<V: Copy> Memo<V> {
    pub fn get(&mut self, text: &str, read: impl FnOnce(&str) -> V) -> V {
        if let Some((last, value)) = &self.last
            && last == text
        {
            return *value;
        }
        let value = match self.known.get(text) {
            Some(&value) => value,
            None => {
                let value = read(text);
                self.known.insert(text.to_owned(), value);
                value
            }
        };
        match &mut self.last {
            Some((last, held)) => {
                last.clear();
                last.push_str(text);
                *held = value;
            }
            None => self.last = Some((text.to_owned(), value)),
        }
        value
    }
}

/// Names by their spelling in the file: `Some(None)` is everyone, `None` is unknown.
#[derive(Debug)]
pub(super) struct Lookup {
    pub names: Names,
    memo: Memo<Option<Option<u32>>>,
    answers: HashMap<String, Answer>,
    pub added: Vec<String>,
}

impl Lookup {
    pub fn new(names: Names, answers: &HashMap<String, Answer>) -> Self {
        let answers = answers
            .iter()
            .map(|(text, &answer)| (fold(text), answer))
            .collect();
        Self {
            names,
            memo: Memo::default(),
            answers,
            added: Vec::new(),
        }
    }

    pub fn find(&mut self, text: &str) -> Option<Option<u32>> {
        let (names, answers) = (&self.names, &self.answers);
        self.memo.get(text, |text| match names.find(text) {
            Some(position) => Some(Some(position)),
            None => match answers.get(&fold(text))? {
                Answer::Is(position) => Some(Some(*position)),
                Answer::Everyone => Some(None),
                Answer::Add => None,
            },
        })
    }

    /// Somebody said that a name is to be added.
    pub fn is_to_be_added(&self, text: &str) -> bool {
        self.answers.get(&fold(text)) == Some(&Answer::Add)
    }

    pub fn remember(&mut self, text: &str, found: Option<u32>) {
        self.memo.last = None;
        self.memo.known.insert(text.to_owned(), Some(found));
    }

    pub fn add(&mut self, text: &str) -> u32 {
        let position = self.names.append(text);
        self.added.push(text.to_owned());
        self.memo = Memo::default();
        position
    }
}
