//! The one typeface of window and paper, Source Sans 3, and how wide its text runs.

use std::sync::LazyLock;

use ttf_parser::Face;
use unicode_segmentation::UnicodeSegmentation;

use crate::Weight;

/// Regular, as a font file.
pub static REGULAR: &[u8] = include_bytes!(
    "../../../../ui/node_modules/@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf"
);
/// Semibold, as a font file.
pub static SEMIBOLD: &[u8] = include_bytes!(
    "../../../../ui/node_modules/@expo-google-fonts/source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf"
);
/// Italic, as a font file.
pub static ITALIC: &[u8] = include_bytes!(
    "../../../../ui/node_modules/@expo-google-fonts/source-sans-3/400Regular_Italic/SourceSans3_400Regular_Italic.ttf"
);

static REGULAR_FACE: LazyLock<Option<Face<'static>>> =
    LazyLock::new(|| Face::parse(REGULAR, 0).ok());
static SEMIBOLD_FACE: LazyLock<Option<Face<'static>>> =
    LazyLock::new(|| Face::parse(SEMIBOLD, 0).ok());

/// Share of the size from the baseline up to the top of capitals and digits.
pub const CAP_HEIGHT: f32 = 0.66;
/// Share of the size below the baseline.
pub const DESCENT: f32 = 0.22;

/// Width of a line of text, in the unit of `size`.
#[must_use]
pub fn width(text: &str, size: f32, weight: Weight) -> f32 {
    let face = match weight {
        Weight::Regular => &*REGULAR_FACE,
        Weight::Semibold => &*SEMIBOLD_FACE,
    };
    let units: f32 = text
        .chars()
        .map(|character| {
            face.as_ref()
                .and_then(|face| face.glyph_hor_advance(face.glyph_index(character)?))
                // Another font will draw it: scripts the face lacks are rarely wider than an em.
                .map_or(if character.is_ascii() { 500.0 } else { 1000.0 }, f32::from)
        })
        .sum();
    units * size / 1000.0
}

/// The text, shortened with an ellipsis where it is wider than `room`.
#[must_use]
pub fn fitted(text: &str, size: f32, weight: Weight, room: f32) -> String {
    // Names of thousands of characters are shortened before they are measured.
    let most = (room / (size * 0.15)).max(1.0) as usize;
    let graphemes: Vec<&str> = text.graphemes(true).take(most).collect();
    let is_whole = graphemes.concat().len() == text.len();
    if is_whole && width(text, size, weight) <= room {
        return text.to_owned();
    }
    let mut kept = String::new();
    for grapheme in graphemes {
        if width(&kept, size, weight) + width(grapheme, size, weight) + width("…", size, weight)
            > room
        {
            break;
        }
        kept.push_str(grapheme);
    }
    kept.truncate(kept.trim_end().len());
    kept.push('…');
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_equally_wide_and_long_names_are_cut_at_a_whole_character() {
        assert_eq!(
            width("111", 10.0, Weight::Regular),
            width("888", 10.0, Weight::Regular)
        );
        let name = "👩‍👩‍👧".repeat(4_000);
        let cut = fitted(&name, 10.0, Weight::Regular, 60.0);
        assert!(cut.ends_with('…') && width(&cut, 10.0, Weight::Regular) <= 60.0);
        assert!(
            !cut.trim_end_matches('…').ends_with('\u{200d}'),
            "no half family"
        );
        assert_eq!(fitted("Ohio", 10.0, Weight::Regular, 60.0), "Ohio");
    }
}
