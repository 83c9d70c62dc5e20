//! Words from the `.ftl` files: the same ones the window reads.

use std::{borrow::Cow, sync::LazyLock};

use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
use unic_langid::langid;

const ENGLISH: &[&str] = &[
    include_str!("../../../../ui/src/text/en/words.ftl"),
    include_str!("../../../../ui/src/text/en/figures.ftl"),
    include_str!("../../../../ui/src/text/en/paper.ftl"),
    include_str!("../../../../ui/src/text/en/agenda.ftl"),
    include_str!("../../../../ui/src/text/en/exports.ftl"),
    include_str!("../../../../ui/src/text/en/network.ftl"),
    include_str!("../../../../ui/src/text/en/problems.ftl"),
    include_str!("../../../../ui/src/text/en/requests.ftl"),
    include_str!("../../../../ui/src/text/en/partners.ftl"),
    include_str!("../../../../ui/src/text/en/searching.ftl"),
    include_str!("../../../../ui/src/text/en/matrix.ftl"),
    include_str!("../../../../ui/src/text/en/working.ftl"),
];

static ENGLISH_TEXTS: LazyLock<Texts> = LazyLock::new(|| Texts::of(ENGLISH));

/// The words of one language.
pub struct Texts {
    bundle: FluentBundle<FluentResource>,
}

impl std::fmt::Debug for Texts {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Texts").finish_non_exhaustive()
    }
}

/// The English words.
#[must_use]
pub fn english() -> &'static Texts {
    &ENGLISH_TEXTS
}

impl Texts {
    fn of(sources: &[&str]) -> Self {
        let mut bundle = FluentBundle::new_concurrent(vec![langid!("en")]);
        // Marks around inserted words help mixed scripts in a browser; on paper and in
        // alternative text they are noise.
        bundle.set_use_isolating(false);
        for source in sources {
            let resource = FluentResource::try_new((*source).to_owned())
                .unwrap_or_else(|(resource, _)| resource);
            bundle.add_resource_overriding(resource);
        }
        Self { bundle }
    }

    /// The words of an id. An id that is not there reads as itself: a test sees to it
    /// that there is none.
    #[must_use]
    pub fn get(&self, id: &str) -> String {
        self.with(id, &[])
    }

    /// The words of an id with what they speak of.
    #[must_use]
    pub fn with<'a>(&self, id: &str, arguments: &[(&'a str, FluentValue<'a>)]) -> String {
        let Some(pattern) = self
            .bundle
            .get_message(id)
            .and_then(|message| message.value())
        else {
            return id.to_owned();
        };
        let mut named = FluentArgs::new();
        for (name, value) in arguments {
            named.set(Cow::Borrowed(*name), value.clone());
        }
        let mut errors = Vec::new();
        self.bundle
            .format_pattern(pattern, Some(&named), &mut errors)
            .into_owned()
    }

    /// Whether the words of an id are there.
    #[must_use]
    pub fn has(&self, id: &str) -> bool {
        self.bundle.has_message(id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_of_words_can_be_read_whole() {
        for source in ENGLISH {
            assert!(
                FluentResource::try_new((*source).to_owned()).is_ok(),
                "{}",
                &source[..40]
            );
        }
        assert_eq!(english().get("status-on_track"), "On track");
    }

    #[test]
    fn every_word_of_a_figure_is_there_and_every_one_there_is_used() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src");
        let mut code = String::new();
        let mut folders = vec![std::path::PathBuf::from(folder)];
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                } else {
                    code.push_str(&std::fs::read_to_string(path).unwrap());
                }
            }
        }
        let used: std::collections::BTreeSet<&str> = code
            .split('"')
            .filter(|word| word.starts_with("figure-") || word.starts_with("unit-"))
            .filter(|word| !word.ends_with('-') && !word.contains(' '))
            .collect();
        let missing: Vec<_> = used.iter().filter(|id| !english().has(id)).collect();
        assert!(missing.is_empty(), "not written: {missing:?}");
        let idle: Vec<&str> = include_str!("../../../../ui/src/text/en/figures.ftl")
            .lines()
            .filter_map(|line| line.split_once(" =").map(|(id, _)| id))
            .filter(|id| !id.starts_with([' ', '#']) && !used.contains(id))
            .collect();
        assert!(idle.is_empty(), "nobody says: {idle:?}");
    }
}
