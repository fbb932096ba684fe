//! Markdown for the terminal: the source becomes a document, the document becomes lines of a width.

mod builder;
mod columns;
mod container;
mod inline;
mod layout;
mod model;
mod nest;
mod parse;
mod spacing;
mod table;

#[cfg(test)]
mod tests;

use super::link::Links;
use super::text::Line;

/// The narrowest page there is; below it indents and tables leave no room for words.
const NARROWEST: usize = 20;

/// `markdown` in lines of at most `width` columns (20 if it is less), only code may be wider.
///
/// Any text is accepted. Raw HTML is shown as it is written, but for comments, which are dropped, and `<br>`,
/// which breaks the line. Targets of links are written out behind their texts.
pub fn render(markdown: &str, width: usize) -> Vec<Line> {
    render_with(markdown, width, Links::Written)
}

/// As [`render`], with the targets of links as `links` says.
pub fn render_with(markdown: &str, width: usize, links: Links) -> Vec<Line> {
    let document = parse::parse(markdown, links);
    layout::document(&document, width.max(NARROWEST))
}
