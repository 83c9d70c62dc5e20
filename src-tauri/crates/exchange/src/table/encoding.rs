//! From the bytes of a file to text: which encoding it was written in, and how sure we
//! are. Owns no rule about rows or cells.

use encoding_rs::{MACINTOSH, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// An encoding a table of figures may be written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Encoding {
    /// UTF-8, with or without byte order mark.
    Utf8,
    /// UTF-16, low byte first, with or without byte order mark (Excel's "Unicode text").
    Utf16Le,
    /// UTF-16, high byte first, with or without byte order mark.
    Utf16Be,
    /// The Western European code page of Windows.
    Windows1252,
    /// The Western European code page of Mac OS before 2001. Never detected: its bytes
    /// are as likely Windows-1252, so it is only read by choice.
    MacRoman,
}

/// Why bytes are not a table of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum NotText {
    /// A PDF document.
    Pdf,
    /// A ZIP container that is no spreadsheet we know.
    Archive,
    /// An old Office document that is no spreadsheet we know.
    OldOffice,
    /// A picture.
    Picture,
    /// An SQLite file, so perhaps an initiative.
    Database,
    /// A web page, often with the name of a spreadsheet.
    WebPage,
    /// A text document or slides.
    Document,
    /// Too many zero bytes amid the text.
    NulBytes,
}

/// Text, the encoding it was read with, and whether the bytes themselves prove it.
#[derive(Debug)]
pub(super) struct Decoded {
    pub text: String,
    pub encoding: Encoding,
    pub certain: bool,
}

/// One byte in so many may be zero, or another that no text has.
const MOST_ZEROS: usize = 10;

/// How far into a file the guess looks. Enough for thousands of rows.
const SAMPLE: usize = 64 * 1024;

/// Decodes a whole file; `chosen` overrides the guess.
///
/// Valid UTF-8 is taken over without a copy. Anything unreadable in the encoding becomes
/// U+FFFD and makes the result uncertain, it is never dropped.
pub(super) fn decode(bytes: Vec<u8>, chosen: Option<Encoding>) -> Result<Decoded, NotText> {
    if let Some(not_text) = by_signature(&bytes) {
        return Err(not_text);
    }
    let (encoding, certain) = match chosen {
        Some(encoding) => (encoding, true),
        None => guess(&bytes),
    };
    let (text, had_errors) = match encoding {
        Encoding::Utf8 => utf8(bytes),
        Encoding::Utf16Le => by_library(UTF_16LE, &bytes),
        Encoding::Utf16Be => by_library(UTF_16BE, &bytes),
        Encoding::Windows1252 => by_library(WINDOWS_1252, &bytes),
        Encoding::MacRoman => by_library(MACINTOSH, &bytes),
    };
    // A few are a mishap that is named where it stands; many are another kind of file.
    let zeros = memchr::memchr_iter(0, text.as_bytes()).count();
    let start = text.as_bytes().get(..SAMPLE).unwrap_or(text.as_bytes());
    let is_control = |byte: &&u8| **byte < b' ' && !b"\t\n\r".contains(byte);
    let controls = start.iter().filter(is_control).count();
    if zeros * MOST_ZEROS > text.len() || controls * MOST_ZEROS > start.len() {
        return Err(NotText::NulBytes);
    }
    if is_web_page(&text) {
        return Err(NotText::WebPage);
    }
    Ok(Decoded {
        text,
        encoding,
        certain: certain && !had_errors,
    })
}

fn by_signature(bytes: &[u8]) -> Option<NotText> {
    const SIGNATURES: &[(&[u8], NotText)] = &[
        (b"%PDF-", NotText::Pdf),
        (b"\x89PNG\r\n\x1A\n", NotText::Picture),
        (b"\xFF\xD8\xFF", NotText::Picture),
        (b"GIF8", NotText::Picture),
        (b"SQLite format 3\0", NotText::Database),
        (b"{\\rtf", NotText::Document),
    ];
    SIGNATURES
        .iter()
        .find(|(start, _)| bytes.starts_with(start))
        .map(|&(_, kind)| kind)
}

/// Programs of the web save tables as pages or as XML and call them `.xls`.
fn is_web_page(text: &str) -> bool {
    let mut start = String::new();
    start.extend(text.trim_start().chars().take(200));
    start.make_ascii_lowercase();
    let begins = [
        "<!doctype html",
        "<html",
        "<table",
        "<?xml",
        "<head",
        "<meta",
    ];
    begins.iter().any(|tag| start.starts_with(tag))
}

/// The encoding and whether the bytes prove it: a byte order mark and multi-byte UTF-8
/// do, a code page never can.
fn guess(bytes: &[u8]) -> (Encoding, bool) {
    if bytes.starts_with(b"\xEF\xBB\xBF") {
        return (Encoding::Utf8, true);
    }
    if bytes.starts_with(b"\xFF\xFE") {
        return (Encoding::Utf16Le, true);
    }
    if bytes.starts_with(b"\xFE\xFF") {
        return (Encoding::Utf16Be, true);
    }
    if let Some(encoding) = utf16_without_mark(bytes) {
        return (encoding, false);
    }
    if std::str::from_utf8(bytes).is_ok() {
        return (Encoding::Utf8, true);
    }
    (Encoding::Windows1252, false)
}

/// Tables are mostly digits, Latin letters and separators, whose UTF-16 has a zero in
/// every second byte, always on the same side.
fn utf16_without_mark(bytes: &[u8]) -> Option<Encoding> {
    let sample = bytes.get(..bytes.len().min(SAMPLE)).unwrap_or_default();
    let (pairs, _) = sample.as_chunks::<2>();
    if pairs.is_empty() || !bytes.len().is_multiple_of(2) {
        return None;
    }
    let first_zero = pairs.iter().filter(|[first, _]| *first == 0).count();
    let second_zero = pairs.iter().filter(|[_, second]| *second == 0).count();
    let most = pairs.len() * 7 / 10;
    match (first_zero, second_zero) {
        (0, second) if second > most => Some(Encoding::Utf16Le),
        (first, 0) if first > most => Some(Encoding::Utf16Be),
        _ => None,
    }
}

fn utf8(bytes: Vec<u8>) -> (String, bool) {
    match String::from_utf8(bytes) {
        Ok(mut text) => {
            if text.starts_with('\u{FEFF}') {
                text.drain(..'\u{FEFF}'.len_utf8());
            }
            (text, false)
        }
        Err(error) => {
            let text = String::from_utf8_lossy(error.as_bytes());
            (text.trim_start_matches('\u{FEFF}').to_owned(), true)
        }
    }
}

fn by_library(encoding: &'static encoding_rs::Encoding, bytes: &[u8]) -> (String, bool) {
    let (text, had_errors) = encoding.decode_with_bom_removal(bytes);
    (text.into_owned(), had_errors)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn utf16(text: &str, mark: bool, to_bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        let mark = mark.then_some(0xFEFF);
        mark.into_iter()
            .chain(text.encode_utf16())
            .flat_map(to_bytes)
            .collect()
    }

    #[test]
    fn the_encoding_is_told_from_the_bytes() {
        let text = "año,valor\n2024,57\n";
        let cases: [(&str, Vec<u8>, Encoding, bool); 8] = [
            (
                "plain ASCII",
                b"year,value\n".to_vec(),
                Encoding::Utf8,
                true,
            ),
            ("UTF-8", text.as_bytes().to_vec(), Encoding::Utf8, true),
            (
                "UTF-8 with mark",
                format!("\u{FEFF}{text}").into_bytes(),
                Encoding::Utf8,
                true,
            ),
            (
                "UTF-16 LE",
                utf16(text, true, u16::to_le_bytes),
                Encoding::Utf16Le,
                true,
            ),
            (
                "UTF-16 BE",
                utf16(text, true, u16::to_be_bytes),
                Encoding::Utf16Be,
                true,
            ),
            (
                "LE, no mark",
                utf16(text, false, u16::to_le_bytes),
                Encoding::Utf16Le,
                false,
            ),
            (
                "BE, no mark",
                utf16(text, false, u16::to_be_bytes),
                Encoding::Utf16Be,
                false,
            ),
            (
                "code page",
                b"a\xF1o,valor\n2024,57\n".to_vec(),
                Encoding::Windows1252,
                false,
            ),
        ];
        for (name, bytes, encoding, certain) in cases {
            let decoded = decode(bytes, None).unwrap();
            assert_eq!(
                (decoded.encoding, decoded.certain),
                (encoding, certain),
                "{name}"
            );
            if name != "plain ASCII" {
                assert_eq!(decoded.text, text, "{name}: the mark goes, the rest stays");
            }
        }
    }

    #[test]
    fn a_chosen_encoding_wins_over_the_guess() {
        let read = |encoding| decode(b"a\x96o".to_vec(), Some(encoding)).unwrap().text;
        assert_eq!(read(Encoding::MacRoman), "año");
        assert_eq!(read(Encoding::Windows1252), "a–o");
        let broken = decode(b"a\xF1o".to_vec(), Some(Encoding::Utf8)).unwrap();
        assert_eq!(
            broken.text, "a\u{FFFD}o",
            "what cannot be read is shown, not dropped"
        );
        assert!(!broken.certain);
    }

    #[test]
    fn what_is_no_text_is_refused_by_its_kind() {
        let cases: [(&[u8], NotText); 7] = [
            (b"%PDF-1.7\n", NotText::Pdf),
            (b"\r\n<HTML><table><tr><td>Year</td>", NotText::WebPage),
            (b"{\\rtf1 Year", NotText::Document),
            (b"\x89PNG\r\n\x1A\n..", NotText::Picture),
            (b"SQLite format 3\0", NotText::Database),
            (b"{\\rtf", NotText::Document),
            (b"year\0\0,value\n2024,\0\n", NotText::NulBytes),
        ];
        for (bytes, kind) in cases {
            assert_eq!(decode(bytes.to_vec(), None).unwrap_err(), kind);
        }
        let mishap = b"year,value\n2023,5\0\n2024,57.5\n";
        assert!(
            decode(mishap.to_vec(), None).is_ok(),
            "a single zero byte is named in its cell"
        );
    }
}
