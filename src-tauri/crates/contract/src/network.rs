//! The network of partners on the wire: what to look at, the drawing, and what is said of it.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    NamedRecord, Scene, WorkedOut,
    partners::{asked, shown},
};

asked! {
    /// Which ties of which time are to be drawn.
    NetworkRequest {
        /// ISO date of the last day; none for today.
        until: Option<String>,
        /// How far back: `quarter`, `half`, `year` or `all`.
        back: String,
        /// Whether meetings tie partners.
        meetings: bool,
        /// Whether activities tie partners.
        activities: bool,
        /// Only partners of this sector.
        sector: Option<String>,
        /// Whether the backbone organization is among them.
        with_backbone: bool,
        /// Width of the drawing in CSS pixels.
        width: u32,
    }
}

/// Puts a partner somewhere in the drawing.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PlacePartner {
    /// The partner.
    pub id: String,
    /// Where its middle is, in the drawing.
    pub at: [f32; 2],
    /// The field of that drawing, as it was told.
    pub field: [f32; 4],
}

/// The network, drawn, and what is said of it.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct NetworkPage {
    /// The drawing; a stop for every partner, in their order.
    pub scene: Scene,
    /// Left, top, right and bottom of the field partners may be put in.
    pub field: [f32; 4],
    /// Partners in their order.
    pub nodes: Vec<NetworkNode>,
    /// Ties in the order they are drawn in.
    pub ties: Vec<NetworkTie>,
    /// “28 of 190 possible pairs meet or share an activity”.
    pub headline: String,
    /// The time looked at, in words.
    pub span: String,
    /// Key figures.
    pub figures: Vec<NetworkFigure>,
    /// How each was worked out.
    pub worked_out: Vec<WorkedOut>,
    /// Sector by sector; none where no sector is known.
    pub mixing: Option<MixingTable>,
    /// Days the time may end with, the earliest first.
    pub days: Vec<NetworkDay>,
    /// Place in `days` of the one looked at.
    pub day: u32,
    /// Sectors to choose from.
    pub sectors: Vec<NamedRecord>,
    /// Name of the backbone organization, where it is a partner.
    pub backbone: Option<String>,
    /// Whether anyone was put somewhere by hand.
    pub is_placed: bool,
}

/// A partner of the network.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct NetworkNode {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its sector in words.
    pub sector: String,
    /// How many partners it is tied to.
    pub ties: u32,
    /// How much it links others, 0 to 1, to sort by.
    pub links: f64,
    /// The same in words: “34%”.
    pub links_words: String,
    /// Its part: “Part 2”.
    pub part: String,
    /// Its middle.
    pub at: [f32; 2],
    /// Half of what it measures.
    pub radius: f32,
    /// First of its marks, and the one after the last.
    pub marks: [u32; 2],
    /// The same of its name.
    pub label: [u32; 2],
    /// Whether it stands in the row of those without a tie.
    pub is_isolate: bool,
}

shown! {
    /// A tie of the network.
    NetworkTie {
        /// Place of the one.
        one: u32,
        /// Place of the other.
        other: u32,
        /// First of its marks, and the one after the last.
        marks: [u32; 2],
        /// “2 meetings, 1 activity”.
        together: String,
    }

    /// A key figure.
    NetworkFigure {
        /// `density`, `center`, `parts`, `bridges`, `isolates` or `mixing`.
        code: String,
        /// What was looked at.
        name: String,
        /// What was found.
        value: String,
        /// What it means.
        note: String,
        /// Place of its rule among those told beside it.
        rule: u32,
    }

    /// How many ties join two sectors.
    MixingTable {
        /// Names of the sectors.
        sectors: Vec<String>,
        /// A row and a column for each; “–” for none.
        rows: Vec<Vec<String>>,
        /// What the table leaves out, or empty.
        note: String,
    }

    /// A day the time may end with.
    NetworkDay {
        /// ISO date.
        date: String,
        /// In words.
        words: String,
    }
}
