//! Words that were meant: the nearest ones by mistakes in typing, counted as letters left
//! out, added, changed, or two swapped (Damerau 1964, in the form that swaps no pair twice).
//! A word that is still being typed is held against the beginning of longer ones.

/// How many mistakes are forgiven in a word of this many letters.
pub(super) fn forgiven(length: usize) -> usize {
    match length {
        0..=3 => 0,
        4..=6 => 1,
        _ => 2,
    }
}

/// Mistakes that make `typed` out of `word`, and out of the nearest beginning of `word`; none
/// where both are more than `most`.
pub(super) fn mistakes(typed: &[char], word: &str, most: usize) -> Option<(usize, usize)> {
    let word: Vec<char> = word.chars().collect();
    let width = word.len() + 1;
    let mut before_last: Vec<usize> = vec![0; width];
    let mut last: Vec<usize> = (0..width).collect();
    let mut earlier = None;
    for (row, letter) in typed.iter().enumerate() {
        let mut now = Vec::with_capacity(width);
        now.push(row + 1);
        let mut previous = None;
        for (column, other) in word.iter().enumerate() {
            let at = |line: &[usize], index: usize| line.get(index).copied().unwrap_or(usize::MAX);
            let mut least = (at(&last, column) + usize::from(letter != other))
                .min(at(&last, column + 1) + 1)
                .min(at(&now, column) + 1);
            if earlier == Some(*other) && previous == Some(*letter) && column > 0 {
                least = least.min(at(&before_last, column - 1) + 1);
            }
            now.push(least);
            previous = Some(*other);
        }
        if now.iter().min().is_none_or(|least| *least > most) {
            return None;
        }
        earlier = Some(*letter);
        before_last = std::mem::replace(&mut last, now);
    }
    let whole = last.last().copied().unwrap_or(0);
    let beginning = last.iter().min().copied().unwrap_or(0);
    (beginning <= most).then_some((whole, beginning))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(typed: &str, word: &str, most: usize, wanted: Option<(usize, usize)>) {
        let letters: Vec<char> = typed.chars().collect();
        assert_eq!(
            mistakes(&letters, word, most),
            wanted,
            "{typed} for {word}, {most} forgiven"
        );
    }

    #[test]
    fn mistakes_are_counted_for_the_whole_word_and_for_its_beginning() {
        check("partner", "partner", 2, Some((0, 0)));
        check("partnre", "partner", 2, Some((1, 1)));
        check("prtner", "partner", 1, Some((1, 1)));
        check("paartner", "partner", 2, Some((1, 1)));
        check("kindregar", "kindergarten", 2, Some((4, 1)));
        check("readyness", "readiness", 2, Some((1, 1)));
        check("zoo", "partner", 2, None);
        check("", "partner", 0, Some((7, 0)));
        check("jonh", "john", 1, Some((1, 1)));
    }

    #[test]
    fn short_words_are_taken_as_typed() {
        assert_eq!(forgiven(3), 0);
        assert_eq!(forgiven(4), 1);
        assert_eq!(forgiven(9), 2);
    }
}
