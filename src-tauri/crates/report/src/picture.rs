//! A figure alone, to be put into other documents: as SVG and as PNG, drawn from the very
//! scene that window and paper draw, with its headline above and its notes beneath. Text is
//! outlined, so that it looks the same where the typeface is not installed; its words stand
//! in title and description.

mod outline;
mod raster;
mod vector;

use backbone_figures::Scene;
use chrono::NaiveDate;

use crate::{
    Error,
    engine::{
        Flow, Setup, Style,
        flow::SIDE,
        fonts::REGULAR,
        page::{INK, Item},
        spans,
    },
};

/// A figure with what has to be said around it.
#[derive(Debug, Clone, PartialEq)]
pub struct Picture<'a> {
    /// What it shows.
    pub scene: &'a Scene,
    /// What it finds: the headline.
    pub title: String,
    /// Measure, unit and period.
    pub caption: String,
    /// What its marks mean, where its figures come from, whether they are invented.
    pub notes: Vec<String>,
    /// Language of its words, `en`.
    pub language: &'static str,
}

/// White around everything, in points.
const MARGIN: f32 = 18.0;
/// Pixels of a PNG per point.
const PIXELS: f32 = 2.0;

/// Writes a figure as SVG.
///
/// # Errors
/// A position that is no finite number.
pub fn svg(picture: &Picture<'_>) -> Result<Vec<u8>, Error> {
    let sheet = Sheet::of(picture)?;
    Ok(vector::write(&sheet, picture).into_bytes())
}

/// Draws a figure as PNG, two pixels a point.
///
/// # Errors
/// A position that is no finite number; a figure too large to be drawn.
pub fn png(picture: &Picture<'_>) -> Result<Vec<u8>, Error> {
    raster::draw(&Sheet::of(picture)?, PIXELS)
}

/// A figure laid out, with the part of the page that it takes.
struct Sheet {
    items: Vec<Item>,
    outlines: outline::Outlines,
    /// Left, top, width and height.
    frame: [f32; 4],
}

impl Sheet {
    fn of(picture: &Picture<'_>) -> Result<Self, Error> {
        let width = picture.scene.width;
        let mut flow = Flow::new(Setup {
            title: String::new(),
            author: String::new(),
            language: picture.language,
            date: NaiveDate::default(),
            // Tall enough that nothing ever goes on to a second page.
            size: (width + 2.0 * SIDE, picture.scene.height + 20_000.0),
            head: (String::new(), String::new()),
            stamp: None,
            foot: String::new(),
        });
        let top = flow.y - MARGIN;
        if !picture.title.is_empty() {
            flow.heading(3, &picture.title, TITLE, width);
        }
        if !picture.caption.is_empty() {
            flow.paragraph(&spans(&picture.caption, REGULAR), Style::CAPTION, width);
        }
        flow.figure(picture.scene, &picture.scene.summary);
        for note in picture.notes.iter().filter(|note| !note.is_empty()) {
            flow.paragraph(&spans(note, REGULAR), NOTE, width);
        }
        let items = std::mem::take(&mut flow.pages).into_iter();
        let items: Vec<Item> = items.flat_map(|page| page.items).collect();
        if !items.iter().all(is_finite) {
            return Err(Error::NotFinite);
        }
        Ok(Self {
            items,
            frame: [
                SIDE - MARGIN,
                top,
                width + 2.0 * MARGIN,
                flow.y + MARGIN * 0.6 - top,
            ],
            outlines: outline::Outlines::of(flow.fonts),
        })
    }
}

const TITLE: Style = Style {
    size: 15.0,
    leading: 19.0,
    color: INK,
    before: 0.0,
    after: 2.0,
};
const NOTE: Style = Style {
    after: 1.0,
    ..Style::CAPTION
};

fn is_finite(item: &Item) -> bool {
    let are = |points: &[[f32; 2]]| points.iter().flatten().all(|number| number.is_finite());
    match item {
        Item::Line { points, .. } | Item::Area { points, .. } => are(points),
        Item::Text { at, .. } | Item::Dot { at, .. } => are(&[*at]),
        Item::Begin { .. } | Item::BeginArtifact | Item::End => true,
    }
}

#[cfg(test)]
mod tests {
    use backbone_figures::{Anchor, DataTable, Mark, Role, Stop, Weight};

    use super::*;

    fn scene() -> Scene {
        Scene {
            width: 300.0,
            height: 120.0,
            marks: vec![
                Mark::Line {
                    points: vec![[10.0, 100.0], [290.0, 20.0]],
                    role: Role::Subject,
                    width: 2.4,
                    dash: vec![3.0, 2.5],
                },
                Mark::Dot {
                    at: [290.0, 20.0],
                    radius: 4.0,
                    role: Role::Subject,
                    open: true,
                },
                Mark::Text {
                    at: [150.0, 60.0],
                    text: "53.2% <ready> & زيارات".to_owned(),
                    size: 12.0,
                    weight: Weight::Semibold,
                    anchor: Anchor::Middle,
                    role: Role::Strong,
                    halo: true,
                },
            ],
            summary: "From 44.1% to 53.2% & more.".to_owned(),
            stops: vec![Stop {
                at: [290.0, 20.0],
                words: "2024–25: 53.2%".to_owned(),
                extent: None,
            }],
            table: DataTable {
                head: Vec::new(),
                rows: Vec::new(),
            },
        }
    }

    fn picture(scene: &Scene) -> Picture<'_> {
        Picture {
            scene,
            title: "Readiness is <rising>".to_owned(),
            caption: "Percent of kindergartners".to_owned(),
            notes: vec!["Source: the school district".to_owned()],
            language: "en",
        }
    }

    #[test]
    fn an_svg_has_words_for_those_who_cannot_see_it_and_needs_no_typeface() {
        let scene = scene();
        let written = String::from_utf8(svg(&picture(&scene)).unwrap()).unwrap();
        for said in [
            "<title id=\"title\">Readiness is &lt;rising&gt;</title>",
            "From 44.1% to 53.2% &amp; more.",
            "2024–25: 53.2%",
            "Source: the school district",
            "stroke-dasharray",
        ] {
            assert!(written.contains(said), "{said} in {written}");
        }
        assert!(!written.contains("<text"), "text is outlined");
        assert!(written == String::from_utf8(svg(&picture(&scene)).unwrap()).unwrap());
    }

    #[test]
    fn a_png_is_two_pixels_a_point_and_the_same_every_time() {
        let scene = scene();
        let bytes = png(&picture(&scene)).unwrap();
        assert!(bytes.starts_with(b"\x89PNG"));
        let width = u32::from_be_bytes(bytes[16..20].try_into().unwrap());
        assert_eq!(width, (300 + 2 * 18) * 2);
        assert!(bytes == png(&picture(&scene)).unwrap());
    }

    #[test]
    fn what_is_no_number_is_refused() {
        let mut scene = scene();
        scene.marks.push(Mark::Dot {
            at: [f32::NAN, 0.0],
            radius: 1.0,
            role: Role::Subject,
            open: false,
        });
        assert!(matches!(svg(&picture(&scene)), Err(Error::NotFinite)));
    }
}
