//! How single values are stored: dates and figures as text, choices as their words.

use chrono::NaiveDate;
use rusqlite::{
    Row, ToSql,
    types::{FromSql, FromSqlError, FromSqlResult, ToSqlOutput, ValueRef},
};
use rust_decimal::Decimal;

use crate::measurement::Period;

/// A value as one column holds it.
pub(crate) trait Column: Sized {
    /// Reads it by the column's name.
    fn read(row: &Row<'_>, name: &str) -> rusqlite::Result<Self>;
    /// The value as a statement takes it.
    fn bound(&self) -> &dyn ToSql;
}

impl<T: FromSql + ToSql> Column for T {
    fn read(row: &Row<'_>, name: &str) -> rusqlite::Result<Self> {
        row.get(name)
    }
    fn bound(&self) -> &dyn ToSql {
        self
    }
}

/// An exact figure in a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Figure(pub Decimal);

impl ToSql for Figure {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(self.0.to_string().into())
    }
}

impl FromSql for Figure {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        let text = value.as_str()?;
        Decimal::from_str_exact(text)
            .map(Self)
            .map_err(|error| FromSqlError::Other(error.into()))
    }
}

/// A date in a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(pub NaiveDate);

impl ToSql for Day {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(self.0.format("%Y-%m-%d").to_string().into())
    }
}

impl FromSql for Day {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        NaiveDate::parse_from_str(value.as_str()?, "%Y-%m-%d")
            .map(Self)
            .map_err(|error| FromSqlError::Other(error.into()))
    }
}

impl ToSql for Period {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(self.to_string().into())
    }
}

impl FromSql for Period {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        Self::parse(value.as_str()?).ok_or(FromSqlError::InvalidType)
    }
}

/// Takes out of a value what must not be stored.
pub(crate) trait Clean {
    /// Cleans in place.
    fn clean(&mut self) {}
}

impl Clean for String {
    fn clean(&mut self) {
        // Line ends and tabs mean something; other control characters only break
        // spreadsheets, terminals and PDF readers further on.
        let is_fine = |c: char| !c.is_control() || c == '\n' || c == '\t';
        if !self.chars().all(is_fine) {
            *self = self.replace("\r\n", "\n").replace('\r', "\n");
            self.retain(is_fine);
        }
        let trimmed = self.trim();
        if trimmed.len() != self.len() {
            *self = trimmed.to_owned();
        }
    }
}

impl Clean for Option<String> {
    fn clean(&mut self) {
        if let Some(text) = self {
            text.clean();
        }
    }
}

macro_rules! nothing_to_clean {
    ($($type:ty),* $(,)?) => {$(
        impl Clean for $type {}
        impl Clean for Option<$type> {}
    )*};
}

nothing_to_clean! {
    bool, i64, u8, u32, Figure, Day, Period,
    crate::ResultId, crate::StrategyId, crate::PartnerId, crate::MeasureId, crate::BreakdownId,
    crate::MeetingId, crate::PlaceId, crate::GroupId, crate::DataRequestId, crate::DataReturnId,
    crate::ImportId, crate::AgendaId, crate::SectorId, crate::PartnerTypeId, crate::PersonId,
    crate::WorkingGroupId, crate::CommitmentId, crate::ActivityId,
}

/// Declares a closed set of words, in code and in a column.
macro_rules! choice {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $word:literal,)* }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum $name {
            $($(#[$variant_doc])* $variant,)*
        }

        impl $name {
            /// All of them, in order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The word in the file and on the wire.
            #[must_use]
            pub fn word(self) -> &'static str {
                match self {$(Self::$variant => $word,)*}
            }

            /// The choice behind a word.
            ///
            /// # Errors
            /// [`Reason::UnknownChoice`](crate::Reason) for any other word.
            pub fn from_word(field: &'static str, word: &str) -> $crate::Result<Self> {
                Self::ALL.iter().copied().find(|choice| choice.word() == word).ok_or(
                    $crate::Error::Invalid { field, reason: $crate::Reason::UnknownChoice },
                )
            }
        }

        impl rusqlite::ToSql for $name {
            fn to_sql(&self) -> rusqlite::Result<rusqlite::types::ToSqlOutput<'_>> {
                Ok(self.word().into())
            }
        }

        impl rusqlite::types::FromSql for $name {
            fn column_result(
                value: rusqlite::types::ValueRef<'_>,
            ) -> rusqlite::types::FromSqlResult<Self> {
                let word = value.as_str()?;
                Self::ALL
                    .iter()
                    .copied()
                    .find(|choice| choice.word() == word)
                    .ok_or(rusqlite::types::FromSqlError::InvalidType)
            }
        }

        impl $crate::storage::Clean for $name {}
    };
}
pub(crate) use choice;
