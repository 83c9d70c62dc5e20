//! What was tried, and how it went.

use std::{process::Command, time::Instant};

use crate::{Outcome, run};

/// Counts what passed and what failed, and goes on after a failure.
#[derive(Debug, Default)]
pub struct Tally {
    passed: u32,
    failed: u32,
    failures: Vec<String>,
    skipped: Vec<String>,
}

impl Tally {
    /// One step that passes or fails as a whole.
    pub fn step(&mut self, name: &str, step: impl FnOnce() -> Outcome) -> bool {
        let started = begin(name);
        match step() {
            Ok(()) => {
                self.passed += 1;
                println!("✓ {name}, {} s", started.elapsed().as_secs());
                true
            }
            Err(reason) => {
                self.fail(name, &reason);
                false
            }
        }
    }

    /// A command that runs many tests and says how they went.
    pub fn suite(&mut self, name: &str, command: &mut Command) -> bool {
        let started = begin(name);
        let (heard, is_well) = match run::listen(command) {
            Ok(heard) => heard,
            Err(reason) => {
                self.fail(name, &reason);
                return false;
            }
        };
        let (passed, failed) = counted(&heard);
        self.passed += passed;
        if is_well && failed == 0 {
            println!(
                "✓ {name}: {passed} passed, {} s",
                started.elapsed().as_secs()
            );
            return true;
        }
        // A suite that cannot even run counts as one failure.
        self.failed += failed.max(1) - 1;
        self.fail(name, &format!("{failed} failed"));
        false
    }

    /// Something that cannot be tried on this machine.
    pub fn skip(&mut self, name: &str, why: &str) {
        println!("\n– {name}: {why}");
        self.skipped.push(format!("{name}: {why}"));
    }

    /// The closing lines.
    pub fn close(self) -> Outcome {
        println!();
        for skipped in &self.skipped {
            println!("not tried: {skipped}");
        }
        for failure in &self.failures {
            println!("failed: {failure}");
        }
        let line = format!("{} passed, {} failed", self.passed, self.failed);
        if self.failed == 0 {
            println!("{line}");
            Ok(())
        } else {
            Err(line)
        }
    }

    fn fail(&mut self, name: &str, reason: &str) {
        println!("✗ {name}: {reason}");
        self.failed += 1;
        self.failures.push(format!("{name}: {reason}"));
    }
}

fn begin(name: &str) -> Instant {
    println!("\n▸ {name} …");
    Instant::now()
}

/// Passed and failed tests in what cargo and vitest print.
fn counted(heard: &str) -> (u32, u32) {
    let mut counts = (0, 0);
    for line in heard.lines() {
        let line = plain(line);
        let line = line.trim_start();
        if !line.starts_with("test result:") && !line.starts_with("Tests ") {
            continue;
        }
        let words: Vec<&str> = line
            .split(|c: char| c.is_whitespace() || ";.,|()".contains(c))
            .collect();
        for pair in words.windows(2) {
            if let [number, what] = pair
                && let Ok(number) = number.parse::<u32>()
            {
                match *what {
                    "passed" => counts.0 += number,
                    "failed" => counts.1 += number,
                    _ => {}
                }
            }
        }
    }
    counts
}

/// A line without the signs that color it.
fn plain(line: &str) -> String {
    let mut shown = String::new();
    let mut signs = line.chars();
    while let Some(sign) = signs.next() {
        if sign == '\u{1b}' {
            for end in signs.by_ref() {
                if end.is_ascii_alphabetic() {
                    break;
                }
            }
        } else {
            shown.push(sign);
        }
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cargo_and_vitest_are_counted_colored_or_not() {
        let heard = "test result: ok. 20 passed; 0 failed; 0 ignored; finished in 3 s\n\
                     test result: FAILED. 4 passed; 2 failed; 0 ignored\n\
                     \u{1b}[2m      Tests \u{1b}[22m \u{1b}[1m1 failed\u{1b}[22m | \u{1b}[32m7 passed\u{1b}[39m (8)\n\
                     3 passed in a sentence do not count";
        assert_eq!(counted(heard), (31, 3));
    }
}
