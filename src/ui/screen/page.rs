//! A page of the screen: a head, a body of which a part is shown, and a foot. Draws it into ratatui's buffer.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

use super::input::Size;
use super::look;
use crate::ui::{Line, Meaning, Span};

/// Marks lines that run on beyond the edge.
const RUNS_ON: &str = "›";

/// A page of any size.
#[derive(Default)]
pub struct Page {
    /// The line at the top, and what stands at its right end.
    pub title: Line,
    pub aside: Line,
    pub below: Line,
    /// The lines between head and foot.
    pub body: Vec<Line>,
    /// The first line of the body that is shown, as far as there are enough lines below it.
    pub top: usize,
    /// How many columns of each line are left out.
    pub left: usize,
    /// The line of the body that is chosen.
    pub chosen: Option<usize>,
    pub status: Line,
    pub keys: Line,
    /// Whether the mouse wheel belongs to the page. Elsewhere the mouse selects text as usual.
    pub takes_wheel: bool,
}

impl Page {
    /// Draws the page over all of `area`.
    pub fn draw(&self, area: Rect, buffer: &mut Buffer, color: bool) {
        let size = Size { columns: area.width, rows: area.height };
        if !size.is_enough() {
            let text = too_small(area.width.into());
            return Brush { area, buffer, color }.line(0, &Line::from(Span::plain(&text)), 0);
        }
        let mut brush = Brush { area, buffer, color };
        brush.line(0, &self.title, 0);
        brush.right(0, &self.aside);
        brush.line(1, &self.below, 0);
        let rows = usize::from(size.rows);
        if size.head() > 2 {
            brush.rule(2);
            brush.rule(rows - size.foot());
        }
        let top = self.top.min(self.body.len().saturating_sub(size.body()));
        for (row, line) in self.body.iter().skip(top).take(size.body()).enumerate() {
            brush.line(size.head() + row, line, self.left);
        }
        let chosen = self.chosen.and_then(|line| line.checked_sub(top));
        if let Some(row) = chosen.filter(|row| *row < size.body()) {
            brush.choose(size.head() + row);
        }
        brush.line(rows - 2, &self.status, 0);
        brush.line(rows - 1, &self.keys, 0);
        let more = self.body.len().saturating_sub(top + size.body());
        if more > 0 {
            let row = if size.head() > 2 { rows - size.foot() } else { rows - 2 };
            brush.right(row, &Line::from(Span::new(&format!(" {more} more below "), Meaning::Notice)));
        }
    }
}

/// What a screen says that is too small for a page; the longest that fits.
fn too_small(width: usize) -> String {
    let Size { columns, rows } = Size::LEAST;
    let size = format!("{columns}x{rows}");
    let texts = [format!("Too small: {size} is needed"), format!("Needs {size}"), size];
    let fitting = texts.iter().find(|text| text.len() <= width);
    fitting.unwrap_or(&texts[2]).clone()
}

struct Brush<'a> {
    area: Rect,
    buffer: &'a mut Buffer,
    color: bool,
}

impl Brush<'_> {
    fn row(&self, row: usize) -> Option<u16> {
        u16::try_from(row).ok().filter(|row| *row < self.area.height).map(|row| self.area.y + row)
    }

    fn line(&mut self, row: usize, line: &Line, left: usize) {
        let Some(y) = self.row(row) else { return };
        self.buffer.set_line(self.area.x, y, &look::line(line, left, self.color), self.area.width);
        if line.width().saturating_sub(left) > self.area.width.into() {
            self.right(row, &Line::from(Span::new(RUNS_ON, Meaning::Dim)));
        }
    }

    /// Draws at the right end of the row, over what is there.
    fn right(&mut self, row: usize, line: &Line) {
        let (Some(y), Ok(width)) = (self.row(row), u16::try_from(line.width())) else { return };
        let width = width.min(self.area.width);
        self.buffer.set_line(self.area.right() - width, y, &look::line(line, 0, self.color), width);
    }

    fn rule(&mut self, row: usize) {
        self.line(row, &Line::from(Span::new(&"─".repeat(self.area.width.into()), Meaning::Dim)), 0);
    }

    fn choose(&mut self, row: usize) {
        let Some(y) = self.row(row) else { return };
        let whole = Rect { y, height: 1, ..self.area };
        self.buffer.set_style(whole, Style::new().add_modifier(Modifier::REVERSED));
    }
}
