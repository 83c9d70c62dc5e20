//! Readings kept from the pass that checks them to the moment they are written, each so small
//! that millions of them have room: most are a value alone.

use backbone_core::measurement::{BulkReading, Period};

use super::run::Candidate;
use super::store::bulk;
use super::stored::Bare;

/// Readings to a block: a list that grows by blocks is never copied.
const BLOCK: usize = 65_536;
/// More readings that are not a value alone take more room than reading the table again.
const MOST_WHOLE: usize = 200_000;

/// The readings of one pass, in its order.
#[derive(Debug, Default)]
pub(super) struct Kept {
    blocks: Vec<Vec<One>>,
    whole: usize,
}

#[derive(Debug)]
struct One {
    series: u32,
    row: u32,
    period: Period,
    content: Content,
}

#[derive(Debug)]
enum Content {
    Bare(Bare),
    Whole(Box<BulkReading>),
}

impl Kept {
    /// Keeps one more, unless there are too many.
    pub fn keep(&mut self, candidate: Candidate<'_>) {
        if !self.has_room() {
            self.blocks = Vec::new();
            return;
        }
        let (series, row, period) = (candidate.series, candidate.row, candidate.key.period);
        let is_silent = candidate.comment.is_empty() && candidate.source.is_empty();
        let content = match Bare::of(&candidate.figures).filter(|_| is_silent) {
            Some(bare) => Content::Bare(bare),
            None => {
                self.whole += 1;
                Content::Whole(Box::new(bulk(candidate)))
            }
        };
        let one = One {
            series,
            row,
            period,
            content,
        };
        match self.blocks.last_mut().filter(|block| block.len() < BLOCK) {
            Some(block) => block.push(one),
            None => {
                let mut block = Vec::with_capacity(BLOCK);
                block.push(one);
                self.blocks.push(block);
            }
        }
    }

    /// Whether every reading of the pass is here.
    pub fn has_room(&self) -> bool {
        self.whole <= MOST_WHOLE
    }

    /// The readings, in order; each block is let go when it is done.
    pub fn into_readings(self) -> impl Iterator<Item = BulkReading> {
        self.blocks.into_iter().flatten().map(|one| {
            let figures = match one.content {
                Content::Whole(reading) => return *reading,
                Content::Bare(bare) => bare.figures(),
            };
            BulkReading {
                series: one.series,
                row: one.row,
                period: one.period,
                value: figures.value,
                numerator: None,
                denominator: None,
                lower: None,
                upper: None,
                state: figures.state,
                comment: String::new(),
            }
        })
    }
}
