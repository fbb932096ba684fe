//! Lays a document out in lines of a width.

use super::container::{list, note, quote};
use super::model::{Block, Code, Document, Text};
use super::spacing::spaced;
use super::table;
use crate::ui::highlight;
use crate::ui::style::Meaning;
use crate::ui::text::{Line, Span};
use crate::ui::wrap::{blanks, hanging, prefixed, wrap_all};

/// The columns of the rule above the footnotes.
const SHORT_RULE: usize = 12;
const CODE_INDENT: usize = 4;

pub fn document(document: &Document, width: usize) -> Vec<Line> {
    let page = blocks(&document.blocks, width);
    let notes: Vec<_> = document.notes.iter().flat_map(|each| note(each, width)).collect();
    if notes.is_empty() {
        return page;
    }
    let rule = vec![Line::from(rule("─", SHORT_RULE))];
    spaced([page, [rule, notes].concat()].into_iter())
}

/// The blocks with a blank line between them.
pub fn blocks(blocks: &[Block], width: usize) -> Vec<Line> {
    spaced(blocks.iter().map(|each| block(each, width)))
}

pub fn block(block: &Block, width: usize) -> Vec<Line> {
    match block {
        Block::Heading { level, text } => heading(*level, text, width),
        Block::Paragraph(text) => wrap_all(text, width),
        Block::Code(source) => code(source),
        Block::Quote { alert, blocks } => quote(*alert, blocks, width),
        Block::List(items) => list(items, width),
        Block::Table(cells) => table::lay_out(cells, width),
        Block::Rule => vec![Line::from(rule("─", width))],
    }
}

/// A heading: the first two levels are underlined, the others begin with number signs as in the source.
fn heading(level: usize, text: &Text, width: usize) -> Vec<Line> {
    let text: Text = text.iter().map(|line| line.clone().also(Meaning::Heading)).collect();
    let underline = match level {
        1 => "═",
        2 => "─",
        _ => {
            return hanging(&Span::new(&format!("{} ", "#".repeat(level)), Meaning::Heading), &text, width);
        }
    };
    let mut title = wrap_all(&text, width);
    let longest = title.iter().map(Line::width).max().unwrap_or(0);
    title.push(Line::from(rule(underline, longest)));
    title
}

pub fn rule(stroke: &str, width: usize) -> Span {
    Span::new(&stroke.repeat(width), Meaning::Dim)
}

fn code(code: &Code) -> Vec<Line> {
    let indent = blanks(CODE_INDENT);
    prefixed(&indent, &indent, highlight::code(&code.language, &code.source))
}
