//! A text to read: how far it is scrolled, and what is searched for in it.

use super::scroll::{scrolled, travel};
use super::search::{KeyUse, Search};
use crate::ui::screen::{Key, Size};
use crate::ui::{Line, markdown};

/// The columns that ← and → move by.
const SIDEWAYS: usize = 8;

/// A text on its own page.
#[derive(Debug)]
pub struct Reader {
    pub title: String,
    pub markdown: String,
    /// The text laid out for the width of the screen.
    pub lines: Vec<Line>,
    laid_out: usize,
    /// The first line that is shown, and the first column.
    pub top: usize,
    pub left: usize,
    pub search: Search,
    /// The lines that hold what is searched for.
    matches: Vec<usize>,
}

impl Reader {
    pub fn new(title: impl Into<String>, markdown: impl Into<String>, size: Size) -> Self {
        let mut reader = Self {
            title: title.into(),
            markdown: markdown.into(),
            lines: Vec::new(),
            laid_out: 0,
            top: 0,
            left: 0,
            search: Search::default(),
            matches: Vec::new(),
        };
        reader.lay_out(size);
        reader
    }

    /// Lays the text out for the screen; what was at the top stays near the top.
    pub fn lay_out(&mut self, size: Size) {
        if self.laid_out != size.page_width() {
            let before = self.lines.len();
            self.lines = markdown::render(&self.markdown, size.page_width());
            self.laid_out = size.page_width();
            self.top = (self.top * self.lines.len()).checked_div(before).unwrap_or(0);
            self.find();
        }
        self.scroll(0, size);
    }

    /// Handles the key. Returns false if it was not meant for the text.
    pub fn key(&mut self, key: Key, size: Size) -> bool {
        match self.search.key(key) {
            KeyUse::Ignored => {}
            KeyUse::Taken => {
                self.find();
                self.reveal(self.matches.iter().copied().find(|line| *line >= self.top), size);
                return true;
            }
        }
        match key {
            // Without a search, it goes on to the next step, as everywhere.
            Key::Char('n') if self.search.text.is_empty() => return false,
            Key::Char('n') => self.reveal(self.matches.iter().copied().find(|line| *line > self.top), size),
            Key::Char('N') => self.reveal(self.matches.iter().copied().rfind(|line| *line < self.top), size),
            Key::Left => self.left = self.left.saturating_sub(SIDEWAYS),
            Key::Right => self.left = (self.left + SIDEWAYS).min(self.widest().saturating_sub(size.columns.into())),
            _ => return self.travel(key, size),
        }
        true
    }

    fn travel(&mut self, key: Key, size: Size) -> bool {
        let Some(by) = travel(key, size.body()) else { return false };
        self.scroll(by, size);
        true
    }

    pub fn scroll(&mut self, by: isize, size: Size) {
        self.top = scrolled(self.top, by, self.lines.len(), size.body());
    }

    /// Whether the line holds what is searched for.
    pub fn is_match(&self, line: usize) -> bool {
        self.matches.binary_search(&line).is_ok()
    }

    pub fn matches(&self) -> usize {
        self.matches.len()
    }

    fn find(&mut self) {
        let lines = self.lines.iter().enumerate();
        self.matches = lines.filter(|(_, line)| self.search.finds(&line.text())).map(|(number, _)| number).collect();
    }

    fn reveal(&mut self, line: Option<usize>, size: Size) {
        if let Some(line) = line {
            self.top = line;
            self.scroll(0, size);
        }
    }

    fn widest(&self) -> usize {
        self.lines.iter().map(Line::width).max().unwrap_or(0)
    }
}
