//! The one place that asks for the time and for who is at work.

use backbone_core::Context;
use chrono::{DateTime, Local, NaiveDate, Utc};

/// Time and author of a change made now.
pub fn now(author: &str) -> Context {
    Context {
        now_ms: Utc::now().timestamp_millis(),
        today: today(),
        author: author.to_owned(),
        reason: None,
    }
}

/// The same with the reason a change is made for; an empty one is none.
pub fn now_because(author: &str, reason: Option<&str>) -> Context {
    let reason = reason.map(str::trim).filter(|reason| !reason.is_empty());
    Context {
        reason: reason.map(str::to_owned),
        ..now(author)
    }
}

/// Today where the computer stands.
pub fn today() -> NaiveDate {
    Local::now().date_naive()
}

/// An instant of the change log where the computer stands.
pub fn local(at_ms: i64) -> DateTime<Local> {
    DateTime::from_timestamp_millis(at_ms)
        .unwrap_or_default()
        .with_timezone(&Local)
}

/// An instant of the change log as other programs read it: `2026-11-24T09:42:00.000Z`.
pub fn utc(at_ms: i64) -> String {
    let at = DateTime::from_timestamp_millis(at_ms).unwrap_or_default();
    at.to_rfc3339_opts(chrono::SecondsFormat::Millis, true)
}

/// The name of whoever is logged in, as a first author.
pub fn login_name() -> String {
    ["USER", "USERNAME", "LOGNAME"]
        .iter()
        .find_map(|name| {
            std::env::var(name)
                .ok()
                .filter(|value| !value.trim().is_empty())
        })
        .unwrap_or_else(|| "Unknown".to_owned())
}
