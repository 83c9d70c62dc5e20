//! Search and tags on the wire.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::partners::{asked, shown};

asked! {
    /// What is looked for in all of the initiative.
    SearchRequest {
        /// As typed.
        text: String,
        /// Only records of this kind, by its code.
        only: Option<String>,
        /// At most this many of a kind.
        most: u32,
    }
}

shown! {
    /// What was found.
    SearchAnswer {
        /// By kind, the kind of the best answer first.
        groups: Vec<SearchGroup>,
        /// What was looked for instead, where nothing has the words as typed.
        corrected: Option<String>,
        /// Nothing has all the words; these have some of them.
        is_partial: bool,
        /// The whole file was searched.
        is_complete: bool,
    }

    /// Records of one kind.
    SearchGroup {
        /// Code of the kind: `measure`, `partner`, `person` …
        kind: String,
        /// The best of them, best first.
        hits: Vec<SearchHit>,
        /// There are more.
        has_more: bool,
    }

    /// A record that was found.
    SearchHit {
        /// Different for every hit of an answer.
        key: String,
        /// Id of the record; none for a comment on a figure.
        id: Option<String>,
        /// Id of the record on whose page it is found.
        place: Option<String>,
        /// What it is called.
        title: Vec<TextRun>,
        /// The piece of its text where the words were found; empty where the name says it.
        snippet: Vec<TextRun>,
        /// What it belongs to and the day or period it speaks of, in words.
        about: String,
    }

    /// A piece of text.
    TextRun {
        /// The text.
        text: String,
        /// Whether it is what was looked for.
        is_found: bool,
    }
}

asked! {
    /// A change of the tags of records: one of the three, as one step.
    EditTags {
        /// `partners`, `measures` or `activities`.
        of: String,
        /// Their ids.
        ids: Vec<String>,
        /// Name of a tag they all get.
        add: Option<String>,
        /// Id of a tag they all lose.
        remove: Option<String>,
        /// Names of the tags they have from now on, and no others.
        set: Option<Vec<String>>,
    }

    /// Two tags that become one.
    MergeTags {
        /// Id of the tag that goes.
        gone: String,
        /// Id of the tag that stays.
        kept: String,
    }

    /// Asks for the views people kept of a list.
    ListViews {
        /// `partners`, `measures` or `activities`.
        screen: String,
    }
}

shown! {
    /// A tag with how often it is used.
    TagLine {
        /// Its id.
        id: String,
        /// The word.
        name: String,
        /// By how many partners.
        partners: u32,
        /// By how many measures.
        measures: u32,
        /// By how many activities.
        activities: u32,
    }
}
