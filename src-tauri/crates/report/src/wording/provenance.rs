//! Where a single figure comes from, in words.

use backbone_core::measurement::{Import, Origin, Reading};
use backbone_figures::text;

/// How a reading got into the file: “Typed in”, or the file and the row of it.
#[must_use]
pub fn provenance(reading: &Reading, import: Option<&Import>) -> String {
    let texts = text::english();
    if let (Some(import), Some((_, row))) = (import, reading.import) {
        return texts.with(
            "origin-imported-row",
            &[
                ("file", import.file_name.as_str().into()),
                ("row", row.into()),
            ],
        );
    }
    texts.get(match reading.origin {
        Origin::Typed | Origin::Imported => "origin-typed",
        Origin::Pasted => "origin-pasted",
        Origin::Sample => "origin-sample",
        Origin::Calculated => "origin-calculated",
    })
}
