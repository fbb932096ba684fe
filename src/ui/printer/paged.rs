//! Texts to read: printed, or shown in the learner's pager when they are longer than the screen.

use anstream::adapter::strip_str;

use super::Printer;
use crate::failure::Result;
use crate::ui::markdown::render_with;
use crate::ui::pager::{NoPager, Pager};
use crate::ui::terminal::screen;
use crate::ui::text::Line;

impl Printer {
    /// Prints a text in Markdown; if `may_page`, through the pager when it is longer than the screen.
    ///
    /// A pager that cannot be started is no error: a note says why, and the text is printed.
    pub fn read(&mut self, markdown: &str, may_page: bool) -> Result<()> {
        let lines = render_with(markdown, self.width, self.links);
        let is_long = screen().is_some_and(|screen| screen.is_exceeded_by(&lines));
        let pager = if may_page && is_long { Pager::from_environment() } else { Ok(None) };
        let paged = pager.and_then(|pager| pager.map(|pager| self.page(&pager, markdown, &lines)).transpose());
        match paged {
            Ok(Some(())) => return Ok(()),
            Ok(None) | Err(NoPager::NotInstalled) => {}
            Err(reason) => self.note(&reason.to_string())?,
        }
        self.lines(&lines)
    }

    /// Shows `markdown` in the pager; `lines` are how stdout would show it.
    fn page(&self, pager: &Pager, markdown: &str, lines: &[Line]) -> std::result::Result<(), NoPager> {
        let links = pager.links(self.links);
        let own = (links != self.links).then(|| render_with(markdown, self.width, links));
        let lines = own.as_deref().unwrap_or(lines).iter();
        let text: String = lines.map(|line| format!("{}\n", line.shown(links))).collect();
        if self.has_colors() { pager.show(&text) } else { pager.show(&strip_str(&text).to_string()) }
    }
}
