//! Puts blocks on pages from top to bottom: what belongs together stays together, lines
//! do not stand alone at the end or beginning of a page, and nothing leaves the margins.

use std::rc::Rc;

use backbone_figures::{Anchor, Mark, Role, Scene, Weight};
use unicode_bidi::BidiInfo;
use unicode_segmentation::UnicodeSegmentation;

use super::{
    Prose, Setup, Span,
    fonts::{Fonts, REGULAR, SEMIBOLD, Shaped},
    page::{
        ACCENT, Bookmark, Color, ElementId, HAIR, INK, Item, Kid, PAPER, Page, PageLink, QUIET,
        Tree,
    },
};

/// Left and right margin.
pub(crate) const SIDE: f32 = 54.0;
/// Where text begins on every page but the first.
const TOP: f32 = 66.0;
/// Where text begins on the first page.
const FIRST_TOP: f32 = 42.0;
/// Between two chapters on one page.
const CHAPTER_GAP: f32 = 26.0;
/// Height kept free at the foot.
const BOTTOM: f32 = 58.0;

/// How text looks.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Style {
    pub size: f32,
    pub leading: f32,
    pub color: Color,
    /// Space before a heading, unless it begins a page.
    pub before: f32,
    /// Space after the block.
    pub after: f32,
}

impl Style {
    pub const FRONT: Self = Self {
        size: 21.5,
        leading: 26.0,
        color: INK,
        before: 0.0,
        after: 6.0,
    };
    pub const HEADLINE: Self = Self {
        size: 18.0,
        leading: 22.0,
        color: INK,
        before: 0.0,
        after: 5.0,
    };
    pub const SECTION: Self = Self {
        size: 11.5,
        leading: 15.0,
        color: INK,
        before: 7.0,
        after: 3.0,
    };
    pub const LEAD: Self = Self {
        size: 11.0,
        leading: 15.5,
        color: QUIET,
        before: 0.0,
        after: 9.0,
    };
    pub const BODY: Self = Self {
        size: 9.7,
        leading: 13.4,
        color: INK,
        before: 0.0,
        after: 5.0,
    };
    pub const CAPTION: Self = Self {
        size: 8.2,
        leading: 11.0,
        color: QUIET,
        before: 0.0,
        after: 5.0,
    };
    pub const KICKER: Self = Self {
        size: 9.4,
        leading: 13.0,
        color: ACCENT,
        before: 0.0,
        after: 1.0,
    };
}

/// A line of text ready to draw.
#[derive(Debug, Clone, Default)]
pub(crate) struct TextLine {
    pub pieces: Vec<Rc<Shaped>>,
    /// In thousandths of the size.
    pub width: f32,
}

/// The document while it is laid out.
pub(crate) struct Flow {
    pub setup: Setup,
    pub fonts: Fonts,
    pub tree: Tree,
    pub pages: Vec<Page>,
    pub bookmarks: Vec<Bookmark>,
    /// The page that is drawn on.
    pub page: usize,
    /// Where the next block begins on it.
    pub y: f32,
    /// The section that blocks are added to.
    pub section: ElementId,
}

impl Flow {
    pub fn new(setup: Setup) -> Self {
        Self {
            setup,
            fonts: Fonts::new(),
            tree: Tree::new(),
            pages: vec![Page::default()],
            bookmarks: Vec::new(),
            page: 0,
            y: FIRST_TOP,
            section: Tree::ROOT,
        }
    }

    /// Width between the margins.
    pub fn width(&self) -> f32 {
        self.setup.size.0 - 2.0 * SIDE
    }

    /// Lowest line that may be used.
    pub fn bottom(&self) -> f32 {
        self.setup.size.1 - BOTTOM
    }

    /// Room left on the page.
    pub fn room(&self) -> f32 {
        self.bottom() - self.y
    }

    /// Room on an empty page that is not the first.
    pub fn page_room(&self) -> f32 {
        self.bottom() - TOP
    }

    /// Goes on at the top of the next page, which is made unless it is there.
    pub fn new_page(&mut self) {
        self.page += 1;
        if self.page == self.pages.len() {
            self.pages.push(Page::default());
        }
        self.y = TOP;
    }

    /// Begins a part of the document, on a page of its own unless told otherwise.
    pub fn begin_section(&mut self, is_new_page: bool) {
        if is_new_page && !self.is_fresh() {
            self.new_page();
        }
        self.section = self.tree.add(Tree::ROOT, "Sect");
    }

    /// Begins a chapter: on the same page, set apart, if there is so much room, or else on the
    /// next.
    pub fn begin_chapter(&mut self, room: f32) {
        let is_beside = self.is_fresh() || self.room() >= room + CHAPTER_GAP;
        self.begin_section(!is_beside);
        if !self.is_fresh() {
            let (y, right) = (self.y + CHAPTER_GAP * 0.45, SIDE + self.width());
            self.artifact(|flow| flow.rule([SIDE, y], [right, y], 1.1, INK));
            self.y += CHAPTER_GAP;
        }
    }

    /// Whether nothing stands on the page yet.
    pub fn is_fresh(&self) -> bool {
        let page = self.pages.get(self.page);
        self.y <= TOP && page.is_some_and(|page| page.items.is_empty())
    }

    /// Goes on to a new page unless there is so much room.
    pub fn need(&mut self, height: f32) {
        if self.room() < height && !self.is_fresh() {
            self.new_page();
        }
    }

    pub fn push(&mut self, item: Item) {
        if let Some(page) = self.pages.get_mut(self.page) {
            page.items.push(item);
        }
    }

    /// Draws what belongs to an element.
    pub fn content(&mut self, element: ElementId, draw: impl FnOnce(&mut Self)) {
        self.begin(element);
        draw(self);
        self.push(Item::End);
    }

    pub fn begin(&mut self, element: ElementId) {
        let number = self.page;
        let Some(page) = self.pages.get_mut(number) else {
            return;
        };
        let mark = i64::try_from(page.marks.len()).unwrap_or(0);
        page.marks.push(element);
        self.tree.give(element, Kid::Content(number, mark));
        let role = self
            .tree
            .elements
            .get(element.0)
            .map_or("P", |element| element.role);
        self.push(Item::Begin { role, mark });
    }

    /// Draws what only decorates.
    pub fn artifact(&mut self, draw: impl FnOnce(&mut Self)) {
        self.push(Item::BeginArtifact);
        draw(self);
        self.push(Item::End);
    }

    pub fn rule(&mut self, from: [f32; 2], to: [f32; 2], width: f32, color: Color) {
        self.push(Item::Line {
            points: vec![from, to],
            width,
            color,
            dash: Vec::new(),
        });
    }

    /// A heading: 1 the document's, 2 a page's, 3 a part's. Pages are found in the outline.
    pub fn heading(&mut self, level: u8, text: &str, style: Style, width: f32) {
        let (role, is_marked) = match level {
            1 => ("H1", true),
            2 => ("H2", true),
            _ => ("H3", false),
        };
        let lines = self.lines(&super::spans(text, SEMIBOLD), style.size, width, 6);
        // A heading keeps two lines of what follows with it, or a table's head and first row.
        self.need(lines.len() as f32 * style.leading + 64.0);
        if !self.is_fresh() {
            self.y += style.before;
        }
        if is_marked {
            let title: String = text.chars().take(200).collect();
            self.bookmarks.push(Bookmark {
                level,
                title,
                page: self.page,
                y: self.y,
            });
        }
        let element = self.tree.add(self.section, role);
        self.content(element, |flow| {
            for line in lines {
                flow.text_line(line, SIDE, style, true);
            }
        });
        self.y += style.after;
    }

    /// A paragraph over the given width.
    pub fn paragraph(&mut self, spans: &[Span], style: Style, width: f32) {
        let element = self.tree.add(self.section, "P");
        self.paragraph_in(element, spans, style, SIDE, width);
        self.y += style.after;
    }

    /// Lines of a paragraph, over as many pages as they need.
    pub fn paragraph_in(
        &mut self,
        element: ElementId,
        spans: &[Span],
        style: Style,
        x: f32,
        width: f32,
    ) {
        let lines = self.lines(spans, style.size, width, usize::MAX);
        let count = lines.len();
        let mut is_open = false;
        for (index, line) in lines.into_iter().enumerate() {
            let left = count - index;
            // Two lines at least at the foot of a page, and two at the head of the next.
            let together = if index == 0 {
                count.min(2)
            } else if left == 2 {
                2
            } else {
                1
            };
            if self.room() < together as f32 * style.leading && !self.is_fresh() {
                if is_open {
                    self.push(Item::End);
                    is_open = false;
                }
                self.new_page();
            }
            if !is_open {
                self.begin(element);
                is_open = true;
            }
            self.text_line(line, x, style, index + 1 < count);
        }
        if is_open {
            self.push(Item::End);
        }
    }

    /// A list with marks.
    pub fn list(
        &mut self,
        items: &[Vec<Span>],
        style: Style,
        x: f32,
        width: f32,
        is_numbered: bool,
    ) {
        if items.is_empty() {
            return;
        }
        let list = self.tree.add(self.section, "L");
        for (number, item) in (1..).zip(items) {
            self.need(style.leading * 2.0);
            let element = self.tree.add(list, "LI");
            let label = self.tree.add(element, "Lbl");
            let body = self.tree.add(element, "LBody");
            let mark = if is_numbered {
                format!("{number}")
            } else {
                "•".to_owned()
            };
            let y = self.y + style.leading * 0.76;
            self.content(label, |flow| {
                let color = if is_numbered { INK } else { QUIET };
                flow.text(&mark, SEMIBOLD, style.size, [x, y], color, Anchor::Start);
            });
            self.paragraph_in(body, item, style, x + 13.0, width - 13.0);
            self.y += 2.0;
        }
        self.y += style.after;
    }

    /// Prose from Markdown.
    pub fn prose(&mut self, blocks: &[Prose], style: Style, x: f32, width: f32) {
        for block in blocks {
            match block {
                Prose::Paragraph(spans) => {
                    let element = self.tree.add(self.section, "P");
                    self.paragraph_in(element, spans, style, x, width);
                    self.y += style.after;
                }
                Prose::List(items) => self.list(items, style, x, width, false),
            }
        }
    }

    /// Height that prose will take.
    pub fn prose_height(&mut self, blocks: &[Prose], style: Style, width: f32) -> f32 {
        blocks
            .iter()
            .map(|block| match block {
                Prose::Paragraph(spans) => {
                    self.lines(spans, style.size, width, usize::MAX).len() as f32 * style.leading
                        + style.after
                }
                Prose::List(items) if items.is_empty() => 0.0,
                Prose::List(items) => {
                    items
                        .iter()
                        .map(|item| {
                            self.lines(item, style.size, width - 13.0, usize::MAX).len() as f32
                                * style.leading
                                + 2.0
                        })
                        .sum::<f32>()
                        + style.after
                }
            })
            .sum()
    }

    /// A scene as a figure with its alternative text.
    pub fn figure(&mut self, scene: &Scene, alternative: &str) {
        self.need(scene.height + 4.0);
        let (x, y) = (SIDE, self.y);
        let element = self.tree.add(self.section, "Figure");
        self.figure_in(element, scene, alternative, x, y);
        self.y += scene.height + 8.0;
    }

    pub fn figure_in(
        &mut self,
        element: ElementId,
        scene: &Scene,
        alternative: &str,
        x: f32,
        y: f32,
    ) {
        let bounds = [x, y, x + scene.width, y + scene.height];
        self.tree.edit(element, |element| {
            element.alternative = Some(alternative.to_owned());
            element.bounds = Some(bounds);
        });
        self.content(element, |flow| flow.scene(scene, x, y));
    }

    fn scene(&mut self, scene: &Scene, x: f32, y: f32) {
        let moved = |point: &[f32; 2]| [point[0] + x, point[1] + y];
        for mark in &scene.marks {
            match mark {
                Mark::Line {
                    points,
                    role,
                    width,
                    dash,
                } => self.push(Item::Line {
                    points: points.iter().map(moved).collect(),
                    width: width * 0.75,
                    color: ink(*role),
                    dash: dash.clone(),
                }),
                Mark::Area { points, role } => {
                    self.push(Item::Area {
                        points: points.iter().map(moved).collect(),
                        color: ink(*role),
                    });
                }
                Mark::Dot {
                    at,
                    radius,
                    role,
                    open,
                } => self.push(Item::Dot {
                    at: moved(at),
                    radius: radius * 0.82,
                    fill: if *open { PAPER } else { ink(*role) },
                    stroke: open.then(|| (ink(*role), 1.3)),
                }),
                Mark::Text {
                    at,
                    text,
                    size,
                    weight,
                    anchor,
                    role,
                    halo,
                } => {
                    let face = if *weight == Weight::Semibold {
                        SEMIBOLD
                    } else {
                        REGULAR
                    };
                    let at = moved(at);
                    if *halo {
                        let width = self.fonts.width(text, face, *size);
                        let left = at[0]
                            - match anchor {
                                Anchor::Start => 0.0,
                                Anchor::Middle => width / 2.0,
                                Anchor::End => width,
                            };
                        let (top, bottom) = (at[1] - size * 0.78, at[1] + size * 0.22);
                        self.push(Item::Area {
                            points: vec![
                                [left - 1.0, top],
                                [left + width + 1.0, top],
                                [left + width + 1.0, bottom],
                                [left - 1.0, bottom],
                            ],
                            color: PAPER,
                        });
                    }
                    self.text(text, face, *size, at, ink(*role), *anchor);
                }
            }
        }
    }

    /// One line of text that is not broken.
    pub fn text(
        &mut self,
        text: &str,
        face: usize,
        size: f32,
        at: [f32; 2],
        color: Color,
        anchor: Anchor,
    ) -> f32 {
        let line = self.visual(&super::spans(text, face));
        let width = line.width * size / 1000.0;
        let x = match anchor {
            Anchor::Start => at[0],
            Anchor::Middle => at[0] - width / 2.0,
            Anchor::End => at[0] - width,
        };
        self.push(Item::Text {
            at: [x, at[1]],
            size,
            color,
            pieces: line.pieces,
        });
        width
    }

    /// A line of text that leads to an address.
    pub fn link_line(&mut self, text: &str, target: &str, style: Style, width: f32) {
        self.need(style.leading);
        let paragraph = self.tree.add(self.section, "P");
        let element = self.tree.add(paragraph, "Link");
        self.tree.edit(element, |element| {
            element.alternative = Some(text.to_owned())
        });
        let line = self
            .lines(&super::spans(text, REGULAR), style.size, width, 1)
            .into_iter()
            .next();
        let Some(line) = line else { return };
        let right = SIDE + line.width * style.size / 1000.0;
        let area = [SIDE, self.y + 1.0, right, self.y + style.leading];
        let underline = self.y + style.leading * 0.86;
        self.content(element, |flow| {
            flow.text_line(
                line,
                SIDE,
                Style {
                    color: ACCENT,
                    ..style
                },
                false,
            );
            flow.rule([SIDE, underline], [right, underline], 0.4, ACCENT);
        });
        let number = self.page;
        let Some(page) = self.pages.get_mut(number) else {
            return;
        };
        page.links.push(PageLink {
            element,
            area,
            target: target.to_owned(),
        });
        let link = page.links.len() - 1;
        self.tree.give(element, Kid::Link(number, link));
    }

    pub fn text_line(&mut self, mut line: TextLine, x: f32, style: Style, is_followed: bool) {
        self.y += style.leading;
        if is_followed {
            // The space at the end of a line keeps its words apart when they are read out.
            line.pieces.push(self.fonts.shape(" ", REGULAR, false));
        }
        let at = [x, self.y - style.leading * 0.26];
        self.push(Item::Text {
            at,
            size: style.size,
            color: style.color,
            pieces: line.pieces,
        });
    }

    /// Breaks spans into lines of a width, at most so many; what does not fit ends in “…”.
    pub fn lines(&mut self, spans: &[Span], size: f32, width: f32, most: usize) -> Vec<TextLine> {
        let room = width.max(size) * 1000.0 / size;
        let mut lines: Vec<Vec<Span>> = vec![Vec::new()];
        let mut used = 0.0;
        for span in spans {
            let mut start = 0;
            for (end, opportunity) in unicode_linebreak::linebreaks(&span.text) {
                let word = span.text.get(start..end).unwrap_or_default();
                start = end;
                let is_forced = opportunity == unicode_linebreak::BreakOpportunity::Mandatory
                    && word.ends_with('\n');
                let word = word.trim_end_matches(['\n', '\r']);
                let bare = self.fonts.shape(word.trim_end(), span.face, false).width;
                if used + bare > room && used > 0.0 {
                    lines.push(Vec::new());
                    used = 0.0;
                }
                if bare > room {
                    for grapheme in word.graphemes(true) {
                        let step = self.fonts.shape(grapheme, span.face, false).width;
                        if used + step > room && used > 0.0 {
                            if lines.len() > most {
                                break;
                            }
                            lines.push(Vec::new());
                            used = 0.0;
                        }
                        append(&mut lines, grapheme, span.face);
                        used += step;
                    }
                } else {
                    append(&mut lines, word, span.face);
                    used += self.fonts.shape(word, span.face, false).width;
                }
                if is_forced {
                    lines.push(Vec::new());
                    used = 0.0;
                }
                if lines.len() > most {
                    break;
                }
            }
            if lines.len() > most {
                break;
            }
        }
        if lines.len() > most {
            lines.truncate(most);
            if let Some(last) = lines.last_mut().and_then(|line| line.last_mut()) {
                last.text.truncate(last.text.trim_end().len());
                while self.fonts.shape(&last.text, last.face, false).width + 700.0 > room {
                    let Some((cut, _)) = last.text.grapheme_indices(true).next_back() else {
                        break;
                    };
                    last.text.truncate(cut);
                }
                last.text.push('…');
            }
        }
        while lines.len() > 1 && lines.last().is_some_and(Vec::is_empty) {
            lines.pop();
        }
        for line in &mut lines {
            if let Some(last) = line.last_mut() {
                last.text.truncate(last.text.trim_end().len());
            }
        }
        lines.iter().map(|line| self.visual(line)).collect()
    }

    /// Shapes a line, right-to-left parts in the order they are seen.
    fn visual(&mut self, line: &[Span]) -> TextLine {
        let mut found = TextLine::default();
        let has_rtl = line.iter().any(|span| span.text.chars().any(is_rtl));
        if !has_rtl {
            for span in line {
                // Word by word, so that the words of all pages are shaped once.
                for word in span.text.split_inclusive(' ') {
                    let shaped = self.fonts.shape(word, span.face, false);
                    found.width += shaped.width;
                    found.pieces.push(shaped);
                }
            }
            return found;
        }
        let text: String = line.iter().map(|span| span.text.as_str()).collect();
        let face = line.first().map_or(REGULAR, |span| span.face);
        let bidi = BidiInfo::new(&text, None);
        for paragraph in &bidi.paragraphs {
            let (levels, runs) = bidi.visual_runs(paragraph, paragraph.range.clone());
            for run in runs {
                let is_rtl = levels.get(run.start).is_some_and(|level| level.is_rtl());
                let part = text.get(run).unwrap_or_default();
                let shaped = self.fonts.shape(part, face, is_rtl);
                found.width += shaped.width;
                found.pieces.push(shaped);
            }
        }
        found
    }
}

fn append(lines: &mut [Vec<Span>], text: &str, face: usize) {
    let Some(line) = lines.last_mut() else { return };
    match line.last_mut().filter(|last| last.face == face) {
        Some(last) => last.text.push_str(text),
        None => line.push(Span {
            text: text.to_owned(),
            face,
        }),
    }
}

fn is_rtl(character: char) -> bool {
    matches!(u32::from(character), 0x590..=0x8FF | 0xFB1D..=0xFDFF | 0xFE70..=0xFEFC | 0x10800..=0x10FFF | 0x1E800..=0x1EFFF)
}

/// Color of a role on paper; shape and dash carry the meaning, so it survives gray.
fn ink(role: Role) -> Color {
    match role {
        Role::Subject => ACCENT,
        Role::Context => [0.55, 0.53, 0.50],
        Role::ContextText | Role::Quiet => QUIET,
        Role::Grid => [0.89, 0.88, 0.86],
        Role::Axis => [0.50, 0.48, 0.45],
        Role::Strong => INK,
        Role::Target => [0.36, 0.34, 0.32],
        Role::Baseline => [0.50, 0.48, 0.45],
        Role::Band => [0.945, 0.937, 0.922],
        Role::Interval => [0.84, 0.88, 0.94],
        Role::Limit => [0.62, 0.60, 0.57],
        Role::Signal => [0.678, 0.196, 0.090],
    }
}

/// Lines drawn at the head and foot of every page, once their number is known.
pub(crate) fn frame(flow: &mut Flow) {
    let (width, height) = flow.setup.size;
    let count = flow.pages.len();
    for index in 0..count {
        flow.page = index;
        let setup = flow.setup.clone();
        flow.push(Item::BeginArtifact);
        if index > 0 {
            let bold = flow.text(
                &setup.head.0,
                SEMIBOLD,
                8.4,
                [SIDE, 39.0],
                INK,
                Anchor::Start,
            );
            flow.text(
                &setup.head.1,
                REGULAR,
                8.4,
                [SIDE + bold + 12.0, 39.0],
                QUIET,
                Anchor::Start,
            );
            flow.rule([SIDE, 47.0], [width - SIDE, 47.0], 0.6, HAIR);
            if let Some(stamp) = &setup.stamp {
                stamped(flow, stamp, width - SIDE, 39.0);
            }
        }
        flow.rule(
            [SIDE, height - 47.0],
            [width - SIDE, height - 47.0],
            0.6,
            HAIR,
        );
        flow.text(
            &setup.foot,
            REGULAR,
            8.0,
            [SIDE, height - 34.0],
            QUIET,
            Anchor::Start,
        );
        let number = format!("{} of {count}", index + 1);
        flow.text(
            &number,
            REGULAR,
            8.0,
            [width - SIDE, height - 34.0],
            QUIET,
            Anchor::End,
        );
        flow.push(Item::End);
    }
}

/// A small framed mark whose right edge stands at `right`.
pub(crate) fn stamped(flow: &mut Flow, text: &str, right: f32, y: f32) {
    let width = flow.fonts.width(text, SEMIBOLD, 7.4);
    let (left, top, bottom) = (right - width - 9.0, y - 8.6, y + 3.2);
    flow.push(Item::Line {
        points: vec![
            [left, top],
            [right, top],
            [right, bottom],
            [left, bottom],
            [left, top],
        ],
        width: 0.9,
        color: INK,
        dash: Vec::new(),
    });
    flow.text(
        text,
        SEMIBOLD,
        7.4,
        [left + 4.5, y - 0.2],
        INK,
        Anchor::Start,
    );
}
