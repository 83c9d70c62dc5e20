//! A period as written, in pieces: numbers with their length, known words, separators.

/// One piece of a period as written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Token {
    Number {
        value: u32,
        digits: usize,
    },
    Word(Word),
    /// Any dash, slash or point between numbers; blanks and commas part tokens silently.
    Dash,
    Slash,
    Point,
}

/// A word periods are written with, in English or Spanish.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Word {
    School,
    Fiscal,
    Calendar,
    Quarter,
    Month(u32),
    Fall,
    Spring,
    /// Says nothing: "year", "of", "as".
    Filler,
}

/// More pieces than this are a sentence.
const MAX_TOKENS: usize = 8;

/// The pieces of a text; `None` when it holds a word or sign no period has.
pub(super) fn tokens(text: &str) -> Option<Vec<Token>> {
    let mut tokens = Vec::with_capacity(MAX_TOKENS);
    let mut rest = text.trim();
    while let Some(first) = rest.chars().next() {
        let is_same_kind = |char: char| {
            if first.is_ascii_digit() {
                char.is_ascii_digit()
            } else {
                char.is_alphabetic()
            }
        };
        let length = match first {
            _ if first.is_ascii_digit() || first.is_alphabetic() => {
                rest.find(|char| !is_same_kind(char)).unwrap_or(rest.len())
            }
            _ => first.len_utf8(),
        };
        let (piece, after) = rest.split_at_checked(length)?;
        rest = after;
        match first {
            '-' | '–' | '—' | '−' => tokens.push(Token::Dash),
            '/' => tokens.push(Token::Slash),
            '.' => tokens.push(Token::Point),
            ' ' | ',' | '\u{a0}' | '_' | '\'' | '’' | '(' | ')' => {}
            _ if first.is_ascii_digit() => {
                tokens.push(Token::Number {
                    value: piece.parse().ok()?,
                    digits: length,
                });
            }
            _ => match word(piece)? {
                Word::Filler => {}
                word => tokens.push(Token::Word(word)),
            },
        }
        if tokens.len() > MAX_TOKENS {
            return None;
        }
    }
    Some(tokens)
}

fn word(text: &str) -> Option<Word> {
    let folded = crate::names::fold(text);
    let word = match folded.as_str() {
        "sy" | "ay" | "school" | "academic" | "escolar" => Word::School,
        "fy" | "fiscal" => Word::Fiscal,
        "cy" | "calendar" => Word::Calendar,
        "q" | "qtr" | "quarter" | "trimestre" => Word::Quarter,
        "fall" | "autumn" | "otono" => Word::Fall,
        "spring" | "primavera" => Word::Spring,
        "year" | "yr" | "ano" | "of" | "de" | "del" | "the" => Word::Filler,
        other => Word::Month(month(other)?),
    };
    Some(word)
}

fn month(name: &str) -> Option<u32> {
    const ENGLISH: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    const SPANISH: [&str; 12] = [
        "enero",
        "febrero",
        "marzo",
        "abril",
        "mayo",
        "junio",
        "julio",
        "agosto",
        "septiembre",
        "octubre",
        "noviembre",
        "diciembre",
    ];
    let names = |names: [&str; 12]| {
        let is_short_for = |full: &str| name.len() >= 3 && full.starts_with(name);
        names
            .iter()
            .position(|full| is_short_for(full) || (name == "sept" && full.starts_with("sep")))
    };
    let index = names(ENGLISH).or_else(|| names(SPANISH))?;
    u32::try_from(index + 1).ok()
}
