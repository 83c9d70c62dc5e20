//! What changed between two texts, word by word: written Markdown in, blocks of runs out.
//! Marks of Markdown are not words; what differs in them alone is said so.

use pulldown_cmark::{Event, Parser, Tag, TagEnd};
use similar::{Algorithm, DiffOp, capture_diff_slices};
use unicode_segmentation::UnicodeSegmentation;

/// What happened to a run of words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Change {
    /// In both texts.
    Same,
    /// Only in the later one.
    Added,
    /// Only in the earlier one.
    Removed,
}

/// What a block of text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum BlockKind {
    /// A paragraph.
    Paragraph,
    /// A heading.
    Heading,
    /// An item of a list.
    Item,
}

/// Words of one kind of change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// What happened to them.
    pub change: Change,
    /// The words with the spaces between them.
    pub text: String,
}

/// A paragraph, heading or item with its runs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// What it is, in the later text where both have it.
    pub kind: BlockKind,
    /// Its runs, in reading order.
    pub runs: Vec<Run>,
}

/// How two texts differ.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Difference {
    /// Both texts as one, in reading order.
    pub blocks: Vec<Block>,
    /// Words added.
    pub added: usize,
    /// Words removed.
    pub removed: usize,
    /// Whether only the form differs: bold, lists, paragraphs.
    pub is_form_only: bool,
}

impl Difference {
    /// Whether nothing differs, not even the form.
    #[must_use]
    pub fn is_same(&self) -> bool {
        self.added == 0 && self.removed == 0 && !self.is_form_only
    }
}

/// A text is a row of these.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
enum Token<'a> {
    Begin,
    Word(&'a str),
    Space,
}

/// Compares two texts word by word.
#[must_use]
pub fn difference(before: &str, after: &str) -> Difference {
    let (old, new) = (Written::read(before), Written::read(after));
    let (old_tokens, new_tokens) = (old.tokens(), new.tokens());
    let ops = capture_diff_slices(Algorithm::Patience, &old_tokens, &new_tokens);
    let mut told = Telling::default();
    for op in ops {
        match op {
            DiffOp::Equal {
                old_index: _,
                new_index,
                len,
            } => told.take(&new, &new_tokens, new_index, len, Change::Same),
            DiffOp::Delete {
                old_index, old_len, ..
            } => told.take(&old, &old_tokens, old_index, old_len, Change::Removed),
            DiffOp::Insert {
                new_index, new_len, ..
            } => told.take(&new, &new_tokens, new_index, new_len, Change::Added),
            DiffOp::Replace {
                old_index,
                old_len,
                new_index,
                new_len,
            } => {
                told.take(&old, &old_tokens, old_index, old_len, Change::Removed);
                told.take(&new, &new_tokens, new_index, new_len, Change::Added);
            }
        }
    }
    let mut found = told.finish();
    found.is_form_only = found.added == 0 && found.removed == 0 && before.trim() != after.trim();
    found
}

/// Share of their words two lines need in common to be one line that was reworded.
const REWORDED: f64 = 0.5;

/// Pairs the lines of two lists, in the order of the later one with what was removed at
/// the end: lines that are the same, then lines that were reworded, each with its place
/// in both lists; none where a line is in one list only.
#[must_use]
pub fn paired(before: &[&str], after: &[&str]) -> Vec<(Option<usize>, Option<usize>)> {
    let mut partner: Vec<Option<usize>> = vec![None; after.len()];
    let mut taken = vec![false; before.len()];
    let mut pair = |is_pair: &dyn Fn(&str, &str) -> bool| {
        for (new, line) in after.iter().enumerate() {
            if partner.get(new).is_none_or(Option::is_some) {
                continue;
            }
            let found = before.iter().enumerate().position(|(old, other)| {
                taken.get(old).is_some_and(|taken| !taken) && is_pair(other, line)
            });
            let Some(old) = found else { continue };
            if let (Some(partner), Some(taken)) = (partner.get_mut(new), taken.get_mut(old)) {
                *partner = Some(old);
                *taken = true;
            }
        }
    };
    pair(&|old, new| old == new);
    pair(&|old, new| likeness(old, new) >= REWORDED);
    let kept = partner
        .iter()
        .enumerate()
        .map(|(new, old)| (*old, Some(new)));
    let removed = taken
        .iter()
        .enumerate()
        .filter(|(_, taken)| !**taken)
        .map(|(old, _)| (Some(old), None));
    kept.chain(removed).collect()
}

/// Share of the words of the longer line that the other has too, in their order.
fn likeness(before: &str, after: &str) -> f64 {
    let words = |text: &str| text.split_whitespace().count();
    let longest = words(before).max(words(after));
    let found = difference(before, after);
    let kept = words(after).saturating_sub(found.added);
    #[allow(clippy::cast_precision_loss, reason = "words of one line")]
    let share = |part: usize, whole: usize| {
        if whole == 0 {
            0.0
        } else {
            part as f64 / whole as f64
        }
    };
    share(kept, longest)
}

/// A text taken apart into blocks of plain words.
#[derive(Debug, Default)]
struct Written {
    blocks: Vec<(BlockKind, String)>,
}

impl Written {
    fn read(markdown: &str) -> Self {
        let mut found = Self::default();
        let mut kind = BlockKind::Paragraph;
        let mut text = String::new();
        let mut depth = 0u32;
        for event in Parser::new(markdown) {
            match event {
                Event::Start(Tag::Item) => {
                    found.end(kind, &mut text);
                    depth += 1;
                    kind = BlockKind::Item;
                }
                Event::Start(Tag::Heading { .. }) => kind = BlockKind::Heading,
                Event::End(TagEnd::Item) => {
                    found.end(kind, &mut text);
                    depth = depth.saturating_sub(1);
                    kind = Self::within(depth);
                }
                Event::End(
                    TagEnd::Paragraph
                    | TagEnd::Heading(_)
                    | TagEnd::CodeBlock
                    | TagEnd::HtmlBlock
                    | TagEnd::BlockQuote(_),
                ) => {
                    found.end(kind, &mut text);
                    kind = Self::within(depth);
                }
                Event::Text(part)
                | Event::Code(part)
                | Event::Html(part)
                | Event::InlineHtml(part) => text.push_str(&part),
                Event::SoftBreak | Event::HardBreak => text.push(' '),
                _ => {}
            }
        }
        found.end(kind, &mut text);
        found
    }

    fn within(depth: u32) -> BlockKind {
        if depth > 0 {
            BlockKind::Item
        } else {
            BlockKind::Paragraph
        }
    }

    fn end(&mut self, kind: BlockKind, text: &mut String) {
        let words = text.trim();
        if !words.is_empty() {
            self.blocks.push((kind, words.to_owned()));
        }
        text.clear();
    }

    fn tokens(&self) -> Vec<Token<'_>> {
        let mut tokens = Vec::new();
        for (_, text) in &self.blocks {
            tokens.push(Token::Begin);
            for word in text.split_word_bounds() {
                if !word.trim().is_empty() {
                    tokens.push(Token::Word(word));
                } else if tokens.last() != Some(&Token::Space) {
                    tokens.push(Token::Space);
                }
            }
        }
        tokens
    }

    /// The kind of the block that begins at a token.
    fn kind_at(&self, tokens: &[Token<'_>], index: usize) -> BlockKind {
        let begun = tokens
            .iter()
            .take(index)
            .filter(|token| **token == Token::Begin);
        self.blocks
            .get(begun.count())
            .map_or(BlockKind::Paragraph, |(kind, _)| *kind)
    }
}

/// Both texts being told as one.
#[derive(Debug, Default)]
struct Telling {
    found: Difference,
    /// Removed and added words that have not been told yet, so that neighbors that
    /// changed are told together.
    removed: String,
    added: String,
    /// A space in both texts, which belongs to whatever comes next.
    space: bool,
}

impl Telling {
    fn take(
        &mut self,
        text: &Written,
        tokens: &[Token<'_>],
        from: usize,
        count: usize,
        change: Change,
    ) {
        for (index, token) in tokens.iter().enumerate().skip(from).take(count) {
            match token {
                Token::Begin => {
                    self.tell();
                    self.space = false;
                    let kind = text.kind_at(tokens, index);
                    self.begin(kind);
                }
                Token::Space => match change {
                    Change::Same => self.space = true,
                    Change::Removed => self.removed.push(' '),
                    Change::Added => self.added.push(' '),
                },
                Token::Word(word) => self.word(word, change),
            }
        }
    }

    fn word(&mut self, word: &str, change: Change) {
        let is_word = word.chars().any(char::is_alphanumeric);
        if change == Change::Same {
            self.tell();
            let space = if std::mem::take(&mut self.space) {
                " "
            } else {
                ""
            };
            self.run(Change::Same, &format!("{space}{word}"));
            return;
        }
        if std::mem::take(&mut self.space) {
            if self.removed.is_empty() && self.added.is_empty() {
                self.run(Change::Same, " ");
            } else {
                // Between two words that both changed, it is part of the change.
                self.removed.push(' ');
                self.added.push(' ');
            }
        }
        match change {
            Change::Removed => {
                self.removed.push_str(word);
                self.found.removed += usize::from(is_word);
            }
            _ => {
                self.added.push_str(word);
                self.found.added += usize::from(is_word);
            }
        }
    }

    fn tell(&mut self) {
        let removed = std::mem::take(&mut self.removed);
        let added = std::mem::take(&mut self.added);
        self.run(Change::Removed, &removed);
        self.run(Change::Added, &added);
    }

    fn begin(&mut self, kind: BlockKind) {
        match self.found.blocks.last_mut() {
            // A block that was opened and holds nothing yet becomes this one.
            Some(last) if last.runs.is_empty() => last.kind = kind,
            _ => self.found.blocks.push(Block {
                kind,
                runs: Vec::new(),
            }),
        }
    }

    fn run(&mut self, change: Change, text: &str) {
        if text.is_empty() {
            return;
        }
        if self.found.blocks.is_empty() {
            self.begin(BlockKind::Paragraph);
        }
        let Some(block) = self.found.blocks.last_mut() else {
            return;
        };
        match block.runs.last_mut() {
            Some(last) if last.change == change => last.text.push_str(text),
            _ => block.runs.push(Run {
                change,
                text: text.to_owned(),
            }),
        }
    }

    fn finish(mut self) -> Difference {
        self.tell();
        self.found.blocks.retain(|block| !block.runs.is_empty());
        self.found
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Blocks as one line each: removed words in brackets, added ones in braces.
    fn told(before: &str, after: &str) -> Vec<String> {
        let one = |run: &Run| match run.change {
            Change::Same => run.text.clone(),
            Change::Removed => format!("[{}]", run.text),
            Change::Added => format!("{{{}}}", run.text),
        };
        difference(before, after)
            .blocks
            .iter()
            .map(|block| block.runs.iter().map(one).collect())
            .collect()
    }

    #[test]
    fn a_word_that_changed_is_told_and_the_rest_stays() {
        assert_eq!(
            told(
                "Every child reads by grade 3.",
                "Every child reads well by grade 3."
            ),
            ["Every child reads {well }by grade 3."]
        );
        assert_eq!(
            told("Every child is ready.", "Each child is ready."),
            ["[Every]{Each} child is ready."]
        );
    }

    #[test]
    fn neighbors_that_changed_are_told_together() {
        assert_eq!(
            told("by the year 2025 we act", "by next spring we act"),
            ["by [the year 2025]{next spring} we act"]
        );
    }

    #[test]
    fn added_and_removed_paragraphs_and_items_are_blocks_of_their_own() {
        assert_eq!(
            told("One.\n\n- first\n- second", "One.\n\nTwo.\n\n- first"),
            ["One.", "{Two.}", "first", "[second]"]
        );
        let found = difference("One.", "One.\n\n## Next\n\n- item");
        let kinds: Vec<BlockKind> = found.blocks.iter().map(|block| block.kind).collect();
        assert_eq!(
            kinds,
            [BlockKind::Paragraph, BlockKind::Heading, BlockKind::Item]
        );
        assert_eq!((found.added, found.removed), (2, 0));
    }

    #[test]
    fn what_differs_in_form_alone_is_said_so() {
        let found = difference("All **children** read.", "All children read.");
        assert!(found.is_form_only && found.added == 0 && found.removed == 0);
        assert!(difference("Same.", "Same.").is_same());
        assert!(difference("", "").blocks.is_empty());
    }

    #[test]
    fn lines_are_paired_by_their_words_and_the_rest_is_added_or_removed() {
        let before = [
            "Children start school ready",
            "Adults earn a living wage",
            "Same",
        ];
        let after = ["Same", "All children start school ready", "Air is clean"];
        assert_eq!(
            paired(&before, &after),
            [
                (Some(2), Some(0)),
                (Some(0), Some(1)),
                (None, Some(2)),
                (Some(1), None)
            ]
        );
        assert!(paired(&[], &[]).is_empty());
    }

    fn side(found: &Difference, left_out: Change) -> String {
        let runs = found.blocks.iter().flat_map(|block| &block.runs);
        runs.filter(|run| run.change != left_out)
            .flat_map(|run| run.text.chars())
            .filter(|character| !character.is_whitespace())
            .collect()
    }

    proptest! {
        #[test]
        fn both_texts_can_be_read_from_their_difference(
            before in "([a-c]{1,2} |\\n\\n|é |學校 ){0,30}",
            after in "([a-c]{1,2} |\\n\\n|é |學校 ){0,30}",
        ) {
            let found = difference(&before, &after);
            let plain = |text: &str| text.split_whitespace().collect::<String>();
            prop_assert_eq!(side(&found, Change::Added), plain(&before));
            prop_assert_eq!(side(&found, Change::Removed), plain(&after));
        }
    }
}
