//! Reading vCard 2.1, 3.0 and 4.0 as address books of phones, mail programs and years write
//! it: folded lines, quoted-printable, character sets named in the line, groups before names.
//! Whatever is no card is passed over, so that a damaged card costs no other.

use super::Contact;
use encoding_rs::Encoding;

/// A line of a card, unfolded.
struct Line {
    name: String,
    /// Parameters in capitals, each as `NAME=VALUE` or a bare value.
    parameters: Vec<String>,
    value: String,
}

/// Whether a text is made of cards.
pub(super) fn is_one(text: &str) -> bool {
    let start = text.trim_start_matches(['\u{feff}', ' ', '\r', '\n', '\t']);
    start
        .get(..11)
        .is_some_and(|start| start.eq_ignore_ascii_case("BEGIN:VCARD"))
}

/// The contacts of all cards, each numbered by its place.
pub(super) fn read(text: &str) -> Vec<Contact> {
    let mut contacts = Vec::new();
    let mut card: Option<Card> = None;
    for line in unfolded(text) {
        let Some(line) = parsed(&line) else {
            continue;
        };
        match (line.name.as_str(), &mut card) {
            ("BEGIN", _) if line.value.eq_ignore_ascii_case("VCARD") => {
                // A card that never ended is what it is.
                finish(card.take(), &mut contacts);
                card = Some(Card::default());
            }
            ("END", _) => finish(card.take(), &mut contacts),
            (_, Some(card)) => card.take(&line),
            (_, None) => {}
        }
    }
    finish(card, &mut contacts);
    contacts
}

#[derive(Default)]
struct Card {
    formatted: String,
    structured: String,
    organization: String,
    title: String,
    role: String,
    email: Best,
    phone: Best,
}

/// The value that is preferred, else the first.
#[derive(Default)]
struct Best {
    value: String,
    is_preferred: bool,
}

impl Best {
    fn take(&mut self, line: &Line, value: &str) {
        let value = value.trim();
        let is_preferred = line.parameters.iter().any(|one| {
            matches!(one.as_str(), "PREF" | "TYPE=PREF" | "PREF=1")
                || one
                    .strip_prefix("TYPE=")
                    .is_some_and(|types| types.split(',').any(|one| one == "PREF"))
        });
        if !value.is_empty() && (self.value.is_empty() || is_preferred && !self.is_preferred) {
            value.clone_into(&mut self.value);
            self.is_preferred = is_preferred;
        }
    }
}

impl Card {
    fn take(&mut self, line: &Line) {
        let text = decoded(line);
        match line.name.as_str() {
            "FN" => self.formatted = unescaped(&text),
            "N" => {
                // Family; given; additional; prefix; suffix.
                let parts: Vec<String> = fields(&text);
                let part = |at: usize| parts.get(at).map_or("", String::as_str);
                self.structured = [part(3), part(1), part(2), part(0), part(4)]
                    .into_iter()
                    .filter(|part| !part.is_empty())
                    .collect::<Vec<_>>()
                    .join(" ");
            }
            "ORG" => {
                self.organization = fields(&text).into_iter().next().unwrap_or_default();
            }
            "TITLE" => self.title = unescaped(&text),
            "ROLE" => self.role = unescaped(&text),
            "EMAIL" => self.email.take(line, &unescaped(&text)),
            "TEL" => {
                let text = unescaped(&text);
                self.phone
                    .take(line, text.strip_prefix("tel:").unwrap_or(&text));
            }
            _ => {}
        }
    }
}

fn finish(card: Option<Card>, contacts: &mut Vec<Contact>) {
    let Some(card) = card else {
        return;
    };
    let first = |one: String, other: String| if one.trim().is_empty() { other } else { one };
    contacts.push(Contact {
        row: u32::try_from(contacts.len() + 1).unwrap_or(u32::MAX),
        name: first(card.formatted, card.structured),
        organization: card.organization,
        role: first(card.title, card.role),
        email: card.email.value,
        phone: card.phone.value,
        is_ragged: false,
    });
}

/// Lines as they were before they were folded: a blank at the start goes on, and so does a
/// quoted-printable line that ends in `=`.
fn unfolded(text: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut is_open = false;
    for line in text.split('\n') {
        let line = line.strip_suffix('\r').unwrap_or(line);
        // Old Macs end lines with a carriage return alone.
        for line in line.split('\r') {
            let folded = line.strip_prefix([' ', '\t']);
            match (lines.last_mut(), folded) {
                (Some(last), _) if is_open => {
                    // Here a blank at the start is part of the text.
                    last.pop();
                    last.push_str(line);
                }
                (Some(last), Some(rest)) => last.push_str(rest),
                _ => lines.push(line.to_owned()),
            }
            is_open = lines.last().is_some_and(|last| {
                last.ends_with('=')
                    && last.split_once(':').is_some_and(|(head, _)| {
                        head.to_ascii_uppercase().contains("QUOTED-PRINTABLE")
                    })
            });
        }
    }
    lines
}

fn parsed(line: &str) -> Option<Line> {
    let at = colon(line)?;
    let (head, value) = (line.get(..at)?, line.get(at + 1..)?);
    let mut parts = head.split(';');
    let name = parts.next()?;
    // “item1.EMAIL”: a group before the name only holds lines together.
    let name = name.rsplit('.').next().unwrap_or(name);
    Some(Line {
        name: name.trim().to_ascii_uppercase(),
        parameters: parts
            .map(|part| part.trim().replace('"', "").to_ascii_uppercase())
            .collect(),
        value: value.to_owned(),
    })
}

/// The first colon outside quotation marks.
fn colon(line: &str) -> Option<usize> {
    let mut is_quoted = false;
    line.char_indices().find_map(|(at, sign)| {
        if sign == '"' {
            is_quoted = !is_quoted;
        }
        (sign == ':' && !is_quoted).then_some(at)
    })
}

/// The value with its transfer encoding taken off.
fn decoded(line: &Line) -> String {
    let has = |wanted: &str| line.parameters.iter().any(|one| one.ends_with(wanted));
    let bytes = if has("QUOTED-PRINTABLE") {
        quoted_printable(&line.value)
    } else if has("ENCODING=BASE64") || has("ENCODING=B") {
        // Pictures and keys; nothing that is read here is written so.
        return String::new();
    } else {
        return line.value.clone();
    };
    let charset = line
        .parameters
        .iter()
        .find_map(|one| one.strip_prefix("CHARSET="));
    let named = charset.and_then(|label| Encoding::for_label(label.as_bytes()));
    match (named, std::str::from_utf8(&bytes)) {
        (Some(encoding), _) => encoding.decode(&bytes).0.into_owned(),
        (None, Ok(text)) => text.to_owned(),
        (None, Err(_)) => encoding_rs::WINDOWS_1252.decode(&bytes).0.into_owned(),
    }
}

fn quoted_printable(text: &str) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, after @ ..] = rest {
        let pair = after.get(..2).filter(|_| *first == b'=');
        let code = pair
            .and_then(|pair| std::str::from_utf8(pair).ok())
            .and_then(|pair| u8::from_str_radix(pair, 16).ok());
        if let Some(code) = code {
            bytes.push(code);
            rest = after.get(2..).unwrap_or_default();
        } else {
            bytes.push(*first);
            rest = after;
        }
    }
    bytes
}

/// Fields parted by semicolons that are not escaped.
fn fields(text: &str) -> Vec<String> {
    let mut found = vec![String::new()];
    let mut is_escaped = false;
    for sign in text.chars() {
        match sign {
            ';' if !is_escaped => found.push(String::new()),
            sign => {
                if let Some(last) = found.last_mut() {
                    last.push(sign);
                }
            }
        }
        is_escaped = sign == '\\' && !is_escaped;
    }
    found
        .iter()
        .map(|field| unescaped(field).trim().to_owned())
        .collect()
}

fn unescaped(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut signs = text.chars();
    while let Some(sign) = signs.next() {
        if sign != '\\' {
            plain.push(sign);
            continue;
        }
        match signs.next() {
            Some('n' | 'N') => plain.push(' '),
            Some(other) => plain.push(other),
            None => {}
        }
    }
    plain.trim().to_owned()
}
