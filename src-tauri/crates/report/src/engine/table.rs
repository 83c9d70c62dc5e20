//! Tables: rows are kept whole unless they are taller than a page, heads are repeated,
//! and every cell is tagged with what it is.

use backbone_figures::{Anchor, Scene};

use super::{
    Flow, Span, Style,
    flow::SIDE,
    fonts::{REGULAR, SEMIBOLD},
    page::{ACCENT, Color, ElementId, HAIR, INK, Item, PAPER, QUIET},
};

/// A column.
#[derive(Debug, Clone)]
pub(crate) struct Column {
    pub head: String,
    /// Share of the table's width.
    pub share: f32,
    /// Whether its cells stand at the right.
    pub is_right: bool,
}

impl Column {
    /// Of words, whose cells stand at the left.
    pub fn left(head: String, share: f32) -> Self {
        Self {
            head,
            share,
            is_right: false,
        }
    }

    /// Of numbers, whose cells stand at the right.
    pub fn right(head: String, share: f32) -> Self {
        Self {
            head,
            share,
            is_right: true,
        }
    }
}

/// A cell.
#[derive(Debug, Clone)]
pub(crate) enum Cell {
    /// Text, with a quiet second line or none.
    Text {
        text: String,
        is_bold: bool,
        note: String,
    },
    /// A drawing.
    Figure(Box<Scene>),
    /// A mark by shape with its word.
    Status { mark: StatusMark, word: String },
    /// A check: met or not, with its word.
    Check { is_met: bool, text: String },
}

impl Cell {
    pub fn plain(text: impl Into<String>) -> Self {
        Self::Text {
            text: text.into(),
            is_bold: false,
            note: String::new(),
        }
    }

    pub fn bold(text: impl Into<String>) -> Self {
        Self::Text {
            text: text.into(),
            is_bold: true,
            note: String::new(),
        }
    }
}

impl Cell {
    /// Its words, if it has nothing else.
    fn spans(&self) -> Option<Vec<Span>> {
        match self {
            Self::Text {
                text,
                is_bold,
                note,
            } => {
                let face = if *is_bold { SEMIBOLD } else { REGULAR };
                let mut spans = super::spans(text, face);
                if !note.is_empty() {
                    spans.extend(super::spans(&format!(" {note}"), REGULAR));
                }
                Some(spans)
            }
            Self::Check { text, .. } => Some(super::spans(text, SEMIBOLD)),
            Self::Figure(_) | Self::Status { .. } => None,
        }
    }
}

/// Marks that tell statuses apart without color.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum StatusMark {
    /// Filled disc.
    Disc,
    /// Triangle.
    Triangle,
    /// Diamond.
    Diamond,
    /// Empty ring.
    Ring,
}

/// A row.
#[derive(Debug, Clone)]
pub(crate) enum Row {
    /// A heading over the rows that follow.
    Group(String),
    Cells(Vec<Cell>),
}

/// A table.
#[derive(Debug, Clone)]
pub(crate) struct Table {
    /// What it holds, for screen readers.
    pub summary: String,
    pub columns: Vec<Column>,
    pub rows: Vec<Row>,
}

/// How large and how close its text stands, in points.
#[derive(Debug, Clone, Copy)]
struct Density {
    text: Style,
    /// Size of second lines.
    note: f32,
    /// Size and leading of the heads.
    head: (f32, f32),
    /// Above and below the text of a row, together.
    pad: f32,
    /// Height of a group's name.
    group: f32,
}

impl Density {
    const fn new(
        size: f32,
        leading: f32,
        note: f32,
        head: (f32, f32),
        pad: f32,
        group: f32,
    ) -> Self {
        Self {
            text: Style {
                size,
                leading,
                color: INK,
                before: 0.0,
                after: 0.0,
            },
            note,
            head,
            pad,
            group,
        }
    }

    /// What is read line by line.
    const READ: Self = Self::new(9.0, 11.8, 7.8, (8.0, 10.0), 8.0, 20.0);
    /// What is looked up.
    const LOOKED_UP: Self = Self::new(SMALL, 10.0, 7.2, (7.4, 9.2), 4.2, 15.5);

    /// From the top of a row to the line its first words stand on.
    fn first_line(self) -> f32 {
        self.pad / 2.0 + self.text.size * 0.86
    }

    /// Height of one second line.
    fn note_leading(self) -> f32 {
        self.note + 2.0
    }
}

/// A table in its place.
struct Layout<'a> {
    table: &'a Table,
    density: Density,
    /// Left edge and width of each column.
    places: Vec<(f32, f32)>,
    width: f32,
    head_height: f32,
}

/// Size of what is looked up.
pub(crate) const SMALL: f32 = 8.0;
/// Between columns.
pub(crate) const GAP: f32 = 8.0;

impl Flow {
    /// Lays out a table at the left margin over the given width.
    pub fn table(&mut self, table: &Table, width: f32) {
        self.table_of(table, width, Density::READ);
    }

    /// A table of small print, to look things up in.
    pub fn small_table(&mut self, table: &Table, width: f32) {
        self.table_of(table, width, Density::LOOKED_UP);
    }

    /// How high a table of small print will be, on one page.
    pub fn small_table_height(&mut self, table: &Table, width: f32) -> f32 {
        let layout = self.layout(table, width, Density::LOOKED_UP);
        let rows = table.rows.iter();
        let rows: f32 = rows.map(|row| self.row_height(row, &layout)).sum();
        layout.head_height + rows + 8.0
    }

    fn layout<'a>(&mut self, table: &'a Table, width: f32, density: Density) -> Layout<'a> {
        let places = places(table, width);
        let head_height = self.head_height(table, &places, density);
        Layout {
            table,
            density,
            places,
            width,
            head_height,
        }
    }

    fn table_of(&mut self, table: &Table, width: f32, density: Density) {
        if table.columns.is_empty() || table.rows.is_empty() {
            return;
        }
        let element = self.tree.add(self.section, "Table");
        self.tree.edit(element, |element| {
            element.title = Some(table.summary.clone())
        });
        let layout = self.layout(table, width, density);
        let head = self.tree.add(element, "THead");
        let head_row = self.tree.add(head, "TR");
        let first_rows: f32 = table
            .rows
            .iter()
            .take(2)
            .map(|row| self.row_height(row, &layout))
            .sum();
        self.need(layout.head_height + first_rows.min(120.0));
        self.head(&layout, Some(head_row));
        let body = self.tree.add(element, "TBody");
        let mut rows = table.rows.iter().peekable();
        while let Some(row) = rows.next() {
            let mut height = self.row_height(row, &layout);
            if let (Row::Group(_), Some(next)) = (row, rows.peek()) {
                // A group's name never stands alone at the foot of a page.
                height += self.row_height(next, &layout);
            }
            let page_room = self.page_room() - layout.head_height;
            if self.room() < height.min(page_room) {
                self.new_page();
                self.head(&layout, None);
            }
            self.row(row, &layout, body);
        }
        self.y += 8.0;
    }

    fn head_height(&mut self, table: &Table, places: &[(f32, f32)], density: Density) -> f32 {
        let (size, leading) = density.head;
        let most = table
            .columns
            .iter()
            .zip(places)
            .map(|(column, (_, width))| {
                self.lines(&super::spans(&column.head, SEMIBOLD), size, *width, 3)
                    .len()
            })
            .max()
            .unwrap_or(1);
        most as f32 * leading + 6.0
    }

    fn head(&mut self, layout: &Layout<'_>, row: Option<ElementId>) {
        let (size, leading) = layout.density.head;
        let height = layout.head_height;
        let top = self.y;
        for (column, (x, room)) in layout.table.columns.iter().zip(&layout.places) {
            let lines = self.lines(&super::spans(&column.head, REGULAR), size, *room, 3);
            match row {
                Some(row) => {
                    let cell = self.tree.add(row, "TH");
                    self.tree.edit(cell, |cell| cell.scope = Some("Column"));
                    self.begin(cell);
                }
                None => self.push(Item::BeginArtifact),
            }
            let count = lines.len();
            for (index, line) in lines.into_iter().enumerate() {
                let y = top + height - 6.0 - (count - index - 1) as f32 * leading;
                let text_width = line.width * size / 1000.0;
                let x = if column.is_right {
                    x + room - text_width
                } else {
                    *x
                };
                self.push(Item::Text {
                    at: [x, y],
                    size,
                    color: QUIET,
                    pieces: line.pieces,
                });
            }
            self.push(Item::End);
        }
        self.y = top + height;
        let y = self.y - 1.5;
        let right = SIDE + layout.width;
        self.artifact(|flow| flow.rule([SIDE, y], [right, y], 1.0, INK));
    }

    fn row_height(&mut self, row: &Row, layout: &Layout<'_>) -> f32 {
        match row {
            Row::Group(_) => layout.density.group,
            Row::Cells(cells) => {
                cells
                    .iter()
                    .zip(&layout.places)
                    .map(|(cell, (_, width))| self.cell_height(cell, *width, layout.density))
                    .fold(0.0, f32::max)
                    + layout.density.pad
            }
        }
    }

    fn cell_height(&mut self, cell: &Cell, width: f32, density: Density) -> f32 {
        let Style { size, leading, .. } = density.text;
        match cell {
            Cell::Text {
                text,
                is_bold,
                note,
            } => {
                let face = if *is_bold { SEMIBOLD } else { REGULAR };
                let lines = self
                    .lines(&super::spans(text, face), size, width, usize::MAX)
                    .len()
                    .max(1);
                let notes = if note.is_empty() {
                    0
                } else {
                    self.lines(&super::spans(note, REGULAR), density.note, width, 3)
                        .len()
                };
                lines as f32 * leading + notes as f32 * density.note_leading()
            }
            Cell::Figure(scene) => scene.height - 2.0,
            Cell::Status { .. } => leading,
            Cell::Check { text, .. } => {
                self.lines(
                    &super::spans(text, SEMIBOLD),
                    size,
                    width - 14.0,
                    usize::MAX,
                )
                .len()
                .max(1) as f32
                    * leading
            }
        }
    }

    fn row(&mut self, row: &Row, layout: &Layout<'_>, body: ElementId) {
        let density = layout.density;
        let element = self.tree.add(body, "TR");
        let top = self.y;
        match row {
            Row::Group(name) => {
                let cell = self.tree.add(element, "TH");
                let columns = layout.table.columns.len();
                self.tree.edit(cell, |cell| {
                    cell.scope = Some("Column");
                    cell.span = columns;
                });
                let size = density.text.size - 0.4;
                let lines = self.lines(&super::spans(name, SEMIBOLD), size, layout.width, 1);
                self.content(cell, |flow| {
                    for line in lines {
                        flow.push(Item::Text {
                            at: [SIDE, top + density.group - 5.5],
                            size,
                            color: ACCENT,
                            pieces: line.pieces,
                        });
                    }
                });
                self.y = top + density.group;
            }
            Row::Cells(cells) => {
                let height = self.row_height(row, layout);
                let is_tall = height > self.page_room() - layout.head_height;
                let start = self.page;
                let mut end = (start, if is_tall { top } else { top + height });
                for (index, (cell, (x, room))) in cells.iter().zip(&layout.places).enumerate() {
                    let id = self.tree.add(element, if index == 0 { "TH" } else { "TD" });
                    if index == 0 {
                        self.tree.edit(id, |cell| cell.scope = Some("Row"));
                    }
                    let is_right = layout
                        .table
                        .columns
                        .get(index)
                        .is_some_and(|column| column.is_right);
                    if let (true, Some(spans)) = (is_tall, cell.spans()) {
                        // The cells of a row taller than a page go on beside each other.
                        (self.page, self.y) = (start, top + 3.0);
                        self.paragraph_in(id, &spans, density.text, *x, *room);
                        if (self.page, self.y + 4.0) > end {
                            end = (self.page, self.y + 4.0);
                        }
                    } else {
                        self.page = start;
                        let height = if is_tall {
                            self.cell_height(cell, *room, density) + density.pad
                        } else {
                            height
                        };
                        let area = [*x, top, *room, height];
                        self.cell(cell, id, area, is_right, density);
                    }
                }
                (self.page, self.y) = end;
            }
        }
        let (y, right) = (self.y, SIDE + layout.width);
        self.artifact(|flow| flow.rule([SIDE, y], [right, y], 0.5, HAIR));
    }

    /// Draws a cell in an area: left, top, width and height.
    fn cell(
        &mut self,
        cell: &Cell,
        id: ElementId,
        [x, top, room, height]: [f32; 4],
        is_right: bool,
        density: Density,
    ) {
        let Style { size, leading, .. } = density.text;
        let note_size = density.note;
        match cell {
            Cell::Text {
                text,
                is_bold,
                note,
            } => {
                let face = if *is_bold { SEMIBOLD } else { REGULAR };
                let lines = self.lines(&super::spans(text, face), size, room, usize::MAX);
                let notes = if note.is_empty() {
                    Vec::new()
                } else {
                    self.lines(&super::spans(note, REGULAR), note_size, room, 3)
                };
                self.content(id, |flow| {
                    let mut y = top + density.first_line();
                    for line in lines {
                        let x = if is_right {
                            x + room - line.width * size / 1000.0
                        } else {
                            x
                        };
                        let pieces = spaced(flow, line.pieces);
                        flow.push(Item::Text {
                            at: [x, y],
                            size,
                            color: INK,
                            pieces,
                        });
                        y += leading;
                    }
                    for line in notes {
                        let x = if is_right {
                            x + room - line.width * note_size / 1000.0
                        } else {
                            x
                        };
                        let pieces = spaced(flow, line.pieces);
                        flow.push(Item::Text {
                            at: [x, y - 1.0],
                            size: note_size,
                            color: QUIET,
                            pieces,
                        });
                        y += density.note_leading();
                    }
                });
            }
            Cell::Figure(scene) => {
                let figure = self.tree.add(id, "Figure");
                let y = top + (height - scene.height) / 2.0;
                self.figure_in(figure, scene, &scene.summary, x, y);
            }
            Cell::Status { mark, word } => {
                let y = top + density.first_line();
                self.content(id, |flow| {
                    flow.mark(*mark, [x + 4.0, y - 3.1]);
                    flow.text(word, SEMIBOLD, size, [x + 12.0, y], INK, Anchor::Start);
                });
            }
            Cell::Check { is_met, text } => {
                let lines =
                    self.lines(&super::spans(text, SEMIBOLD), size, room - 14.0, usize::MAX);
                self.content(id, |flow| {
                    let mut y = top + density.first_line();
                    flow.check(*is_met, [x + 4.0, y - 3.0]);
                    for line in lines {
                        let pieces = spaced(flow, line.pieces);
                        flow.push(Item::Text {
                            at: [x + 14.0, y],
                            size,
                            color: INK,
                            pieces,
                        });
                        y += leading;
                    }
                });
            }
        }
    }

    /// A status mark centered on a point: the shape says it, not the color.
    pub fn mark(&mut self, mark: StatusMark, [x, y]: [f32; 2]) {
        const ON: Color = [0.02, 0.38, 0.35];
        const WATCH: Color = [0.66, 0.45, 0.0];
        const OFF: Color = [0.73, 0.26, 0.16];
        let radius = 3.7;
        match mark {
            StatusMark::Disc => {
                self.push(Item::Dot {
                    at: [x, y],
                    radius,
                    fill: ON,
                    stroke: None,
                });
                self.push(Item::Line {
                    points: vec![[x - 1.7, y + 0.1], [x - 0.5, y + 1.4], [x + 1.8, y - 1.4]],
                    width: 0.9,
                    color: PAPER,
                    dash: Vec::new(),
                });
            }
            StatusMark::Triangle => {
                self.push(Item::Area {
                    points: vec![
                        [x, y - radius],
                        [x + radius, y + radius * 0.8],
                        [x - radius, y + radius * 0.8],
                    ],
                    color: WATCH,
                });
                self.push(Item::Line {
                    points: vec![[x, y - 1.3], [x, y + 0.9]],
                    width: 0.9,
                    color: PAPER,
                    dash: Vec::new(),
                });
                self.push(Item::Dot {
                    at: [x, y + 2.0],
                    radius: 0.5,
                    fill: PAPER,
                    stroke: None,
                });
            }
            StatusMark::Diamond => {
                let reach = radius * 1.15;
                self.push(Item::Area {
                    points: vec![
                        [x, y - reach],
                        [x + reach, y],
                        [x, y + reach],
                        [x - reach, y],
                    ],
                    color: OFF,
                });
                for (a, b) in [(-1.2, -1.2), (1.2, -1.2)] {
                    self.push(Item::Line {
                        points: vec![[x + a, y + b], [x - a, y - b]],
                        width: 0.9,
                        color: PAPER,
                        dash: Vec::new(),
                    });
                }
            }
            StatusMark::Ring => {
                self.push(Item::Dot {
                    at: [x, y],
                    radius: radius - 0.4,
                    fill: PAPER,
                    stroke: Some((QUIET, 0.8)),
                });
            }
        }
    }

    /// A tick, or a filled box with an exclamation mark.
    pub fn check(&mut self, is_met: bool, [x, y]: [f32; 2]) {
        if is_met {
            self.push(Item::Line {
                points: vec![[x - 3.2, y + 0.2], [x - 1.0, y + 2.6], [x + 3.4, y - 2.8]],
                width: 1.3,
                color: INK,
                dash: Vec::new(),
            });
        } else {
            let r = 4.0;
            self.push(Item::Area {
                points: vec![
                    [x - r, y - r],
                    [x + r, y - r],
                    [x + r, y + r],
                    [x - r, y + r],
                ],
                color: INK,
            });
            self.push(Item::Line {
                points: vec![[x, y - 2.5], [x, y + 0.7]],
                width: 1.1,
                color: PAPER,
                dash: Vec::new(),
            });
            self.push(Item::Dot {
                at: [x, y + 2.4],
                radius: 0.65,
                fill: PAPER,
                stroke: None,
            });
        }
    }
}

/// A space at the end keeps the words of two lines apart when they are read out.
fn spaced(
    flow: &mut Flow,
    mut pieces: Vec<std::rc::Rc<super::fonts::Shaped>>,
) -> Vec<std::rc::Rc<super::fonts::Shaped>> {
    pieces.push(flow.fonts.shape(" ", REGULAR, false));
    pieces
}

/// Left edge and width of each column.
fn places(table: &Table, width: f32) -> Vec<(f32, f32)> {
    let whole: f32 = table.columns.iter().map(|column| column.share).sum();
    let free = width - GAP * (table.columns.len().saturating_sub(1)) as f32;
    let mut x = SIDE;
    table
        .columns
        .iter()
        .map(|column| {
            let room = free * column.share / whole;
            let place = (x, room);
            x += room + GAP;
            place
        })
        .collect()
}
