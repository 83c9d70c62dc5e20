//! Reading the tables back, row by row, into a new file.

use super::FORMAT;
use backbone_core::{Cell, Restoring};
use serde::de::{
    DeserializeSeed, Deserializer, Error as _, IgnoredAny, MapAccess, SeqAccess, Visitor,
};
use std::cell::RefCell;
use std::fmt;
use std::io::Read;
use std::path::Path;

/// Why an export cannot be read back.
#[derive(Debug, thiserror::Error)]
pub enum RestoreError {
    /// Not JSON, or not of our format.
    #[error("This is not an export of Backbone Desk: {0}")]
    Format(#[from] serde_json::Error),
    /// The tables refused; also a newer version, and a file that exists.
    #[error(transparent)]
    Core(#[from] backbone_core::Error),
}

/// Reads an export into a new file at `path`. An existing file is never overwritten, and
/// a failure leaves none behind.
///
/// `format` and `version` must stand before `tables`, as [`super::export`] writes them.
pub fn restore(from: impl Read, path: &Path) -> Result<(), RestoreError> {
    let mut json = serde_json::Deserializer::from_reader(from);
    let outcome = (&mut json).deserialize_map(Document { path });
    outcome??;
    json.end().map_err(|error| {
        // The file is ours, an existing one would have been refused; what came with
        // something else behind it may not be what it says.
        let _ = std::fs::remove_file(path);
        error.into()
    })
}

/// What the core refused has to pass through the JSON reader, which knows only its own
/// errors; it waits here.
type Refusal = RefCell<Option<backbone_core::Error>>;

struct Document<'p> {
    path: &'p Path,
}

impl<'de> Visitor<'de> for Document<'_> {
    type Value = Result<(), RestoreError>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object with format, version and tables")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let (mut is_ours, mut version, mut outcome) = (false, None, None);
        while let Some(key) = map.next_key::<String>()? {
            match key.as_str() {
                "format" => is_ours = map.next_value::<String>()? == FORMAT,
                "version" => version = Some(map.next_value::<u32>()?),
                "tables" => {
                    let Some(version) = version.filter(|_| is_ours) else {
                        return Err(A::Error::custom("its format is not said before its tables"));
                    };
                    outcome = Some(self.tables(version, &mut map)?);
                }
                _ => {
                    map.next_value::<IgnoredAny>()?;
                }
            }
        }
        outcome.ok_or_else(|| A::Error::missing_field("tables"))
    }
}

impl Document<'_> {
    fn tables<'de, A: MapAccess<'de>>(
        &self,
        version: u32,
        map: &mut A,
    ) -> Result<Result<(), RestoreError>, A::Error> {
        let refusal = Refusal::default();
        let mut broken = None;
        let made = backbone_core::restore(self.path, version, |rows| {
            map.next_value_seed(Tables {
                rows,
                refusal: &refusal,
            })
            .map_err(|error| {
                let refused = refusal.take();
                // Only a placeholder when the JSON itself is at fault.
                let placeholder = backbone_core::Error::Damaged(error.to_string());
                if refused.is_none() {
                    broken = Some(error);
                }
                refused.unwrap_or(placeholder)
            })
        });
        match (broken, made) {
            (Some(error), _) => Err(error),
            (None, made) => Ok(made.map_err(RestoreError::from)),
        }
    }
}

#[derive(Clone, Copy)]
struct Tables<'r> {
    rows: &'r Restoring<'r>,
    refusal: &'r Refusal,
}

impl<'de> DeserializeSeed<'de> for Tables<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, json: D) -> Result<(), D::Error> {
        json.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Tables<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("tables by name")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(name) = map.next_key::<String>()? {
            map.next_value_seed(Table {
                tables: self,
                name: &name,
            })?;
        }
        Ok(())
    }
}

struct Table<'r> {
    tables: Tables<'r>,
    name: &'r str,
}

impl<'de> DeserializeSeed<'de> for Table<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, json: D) -> Result<(), D::Error> {
        json.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Table<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "columns and rows of “{}”", self.name)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let mut columns: Option<Vec<String>> = None;
        while let Some(key) = map.next_key::<String>()? {
            match key.as_str() {
                "columns" => columns = Some(map.next_value()?),
                "rows" => {
                    let Some(columns) = &columns else {
                        return Err(A::Error::custom("rows stand before their columns"));
                    };
                    map.next_value_seed(RowsOf {
                        tables: self.tables,
                        name: self.name,
                        columns,
                    })?;
                }
                _ => {
                    map.next_value::<IgnoredAny>()?;
                }
            }
        }
        Ok(())
    }
}

struct RowsOf<'r> {
    tables: Tables<'r>,
    name: &'r str,
    columns: &'r [String],
}

impl<'de> DeserializeSeed<'de> for RowsOf<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, json: D) -> Result<(), D::Error> {
        json.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for RowsOf<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "rows of “{}”", self.name)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<(), A::Error> {
        while let Some(values) = seq.next_element::<Vec<serde_json::Value>>()? {
            let cells: Option<Vec<Cell>> = values.into_iter().map(cell).collect();
            let Some(cells) = cells else {
                return Err(A::Error::custom(format!(
                    "a row of “{}” holds something unknown",
                    self.name
                )));
            };
            if let Err(error) = self.tables.rows.put(self.name, self.columns, &cells) {
                self.tables.refusal.replace(Some(error));
                return Err(A::Error::custom("refused"));
            }
        }
        Ok(())
    }
}

fn cell(value: serde_json::Value) -> Option<Cell> {
    use serde_json::Value as V;
    match value {
        V::Null => Some(Cell::Null),
        V::Number(number) => number.as_i64().map(Cell::Integer),
        V::String(text) => Some(Cell::Text(text)),
        V::Object(object) => match object.get("hex") {
            Some(V::String(hex)) => bytes(hex).map(Cell::Bytes),
            _ => None,
        },
        V::Bool(_) | V::Array(_) => None,
    }
}

fn bytes(hex: &str) -> Option<Vec<u8>> {
    let digit = |byte: &u8| {
        char::from(*byte)
            .to_digit(16)
            .and_then(|digit| u8::try_from(digit).ok())
    };
    let (pairs, rest) = hex.as_bytes().as_chunks::<2>();
    if !rest.is_empty() {
        return None;
    }
    pairs
        .iter()
        .map(|[high, low]| Some(digit(high)? * 16 + digit(low)?))
        .collect()
}
