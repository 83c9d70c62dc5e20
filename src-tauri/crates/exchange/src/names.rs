//! How names from other files are compared with ours: without case, accents and
//! punctuation, and, for a suggestion only, by abbreviation.

/// A name reduced to what is compared: lower-case words without accents, parted by one
/// blank. `"Año escolar (SY)"` and `"ano_escolar SY"` are the same.
pub fn fold(name: &str) -> String {
    let mut folded = String::with_capacity(name.len());
    let mut was_lower = false;
    for char in name.chars() {
        // A capital after a small letter begins a word: SchoolYear.
        let begins_word = was_lower && char.is_uppercase();
        was_lower = char.is_lowercase();
        if char == '%' {
            push_word_break(&mut folded);
            folded.push_str("percent ");
        } else if char.is_alphanumeric() {
            if begins_word {
                push_word_break(&mut folded);
            }
            folded.extend(char.to_lowercase().map(without_accent));
        } else {
            push_word_break(&mut folded);
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

/// Every word of `short` begins a word of `long`, in order: "Hisp/Lat" for "Hispanic or
/// Latino". Both folded. Good enough to suggest, never to decide.
pub fn abbreviates(short: &str, long: &str) -> bool {
    let mut words = long.split(' ');
    !short.is_empty()
        && short
            .split(' ')
            .all(|start| words.any(|word| word.starts_with(start)))
}

fn push_word_break(folded: &mut String) {
    if !folded.is_empty() && !folded.ends_with(' ') {
        folded.push(' ');
    }
}

fn without_accent(char: char) -> char {
    match char {
        'á' | 'à' | 'â' | 'ä' | 'ã' | 'å' => 'a',
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'í' | 'ì' | 'î' | 'ï' => 'i',
        'ó' | 'ò' | 'ô' | 'ö' | 'õ' => 'o',
        'ú' | 'ù' | 'û' | 'ü' => 'u',
        'ñ' => 'n',
        'ç' => 'c',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_compared_without_case_accents_and_punctuation() {
        for (name, folded) in [
            ("Año escolar", "ano escolar"),
            ("SchoolYear", "school year"),
            ("N_Tested", "n tested"),
            ("  Pct (Demo)  ", "pct demo"),
            ("Ready, %", "ready percent"),
            ("Two or More Races", "two or more races"),
            ("FY", "fy"),
            ("%", "percent"),
            ("—", ""),
            ("日本", "日本"),
        ] {
            assert_eq!(fold(name), folded);
        }
    }

    #[test]
    fn abbreviations_are_suggested_in_order_only() {
        assert!(abbreviates("hisp lat", "hispanic or latino"));
        assert!(abbreviates("econ disadv", "economically disadvantaged"));
        assert!(!abbreviates("lat hisp", "hispanic or latino"));
        assert!(!abbreviates("", "hispanic or latino"));
    }
}
