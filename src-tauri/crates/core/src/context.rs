//! Who changes something, and when. Handed in, never asked for.

use chrono::NaiveDate;

/// Time and author of a change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Context {
    /// The instant, in UTC milliseconds.
    pub now_ms: i64,
    /// The day where the author is.
    pub today: NaiveDate,
    /// Who makes the change.
    pub author: String,
    /// Why, where a reason is asked for.
    pub reason: Option<String>,
}
