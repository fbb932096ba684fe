//! Markdown for the terminal: the source becomes a document, and the document becomes lines.

mod builder;
mod columns;
mod container;
mod html;
mod inline;
mod layout;
mod model;
mod nest;
mod parse;
mod spacing;
mod table;

#[cfg(test)]
mod tests;

pub use html::html;

use super::link::Links;
use super::text::Line;

/// The narrowest page. On a narrower one, indents and tables leave no room for words.
const NARROWEST: usize = 20;

/// `markdown` in lines of at most `width` columns (at least 20). Only code may be wider.
///
/// Any text is accepted. Raw HTML is shown as written, except comments, which are dropped, and `<br>`, which breaks the
/// line. Targets of links are written after their texts.
pub fn render(markdown: &str, width: usize) -> Vec<Line> {
    render_with(markdown, width, Links::Written)
}

/// As [`render`], with the targets of links as `links` says.
pub fn render_with(markdown: &str, width: usize, links: Links) -> Vec<Line> {
    let document = parse::parse(markdown, links);
    layout::document(&document, width.max(NARROWEST))
}
