//! Reads the source: each event of pulldown-cmark builds a part of the document.

use pulldown_cmark::{Event, LinkType, Options, Parser, Tag, TagEnd};

use super::builder::Builder;
use super::model::{Alert, Block, Document, List};
use super::nest::Container;
use crate::ui::link::Links;
use crate::ui::style::Meaning;

/// GitHub's extensions of CommonMark, and `{#slug}` after headings.
pub const EXTENSIONS: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_TASKLISTS)
    .union(Options::ENABLE_HEADING_ATTRIBUTES)
    .union(Options::ENABLE_GFM);

pub fn parse(markdown: &str, links: Links) -> Document {
    let mut builder = Builder::new(links);
    Parser::new_ext(markdown, EXTENSIONS).for_each(|event| read(&mut builder, event));
    builder.finish()
}

fn read(builder: &mut Builder, event: Event) {
    match event {
        Event::Start(tag) => start(builder, tag),
        Event::End(tag) => end(builder, tag),
        Event::Text(text) | Event::InlineMath(text) | Event::DisplayMath(text) => builder.text(&text),
        Event::Code(code) => builder.inline.code(&code),
        Event::Html(html) => builder.html(&html),
        Event::InlineHtml(html) => builder.inline.html(&html),
        Event::FootnoteReference(label) => builder.reference(&label),
        Event::SoftBreak => builder.soft_break(),
        Event::HardBreak => builder.inline.hard_break(),
        Event::Rule => builder.push(Block::Rule),
        Event::TaskListMarker(is_done) => builder.task(is_done),
    }
}

fn start(builder: &mut Builder, tag: Tag) {
    match tag {
        Tag::Strong => builder.inline.enter(Meaning::Strong),
        Tag::Emphasis => builder.inline.enter(Meaning::Emphasis),
        Tag::Strikethrough => builder.inline.strike(),
        Tag::Link { link_type: LinkType::Email, dest_url, .. } => {
            builder.inline.open_link(&format!("mailto:{dest_url}"));
        }
        Tag::Link { dest_url, .. } => builder.inline.open_link(&dest_url),
        // The text of an image is its description.
        Tag::Image { .. } => {}
        block => start_block(builder, block),
    }
}

fn end(builder: &mut Builder, tag: TagEnd) {
    match tag {
        TagEnd::Strong | TagEnd::Emphasis => builder.inline.leave(),
        TagEnd::Strikethrough => builder.inline.unstrike(),
        TagEnd::Link => builder.inline.close_link(),
        TagEnd::Image => {}
        block => end_block(builder, block),
    }
}

fn start_block(builder: &mut Builder, tag: Tag) {
    // A tight item has no paragraph of its own, so its text ends where the next block starts.
    builder.end_paragraph();
    match tag {
        Tag::Paragraph => builder.nest.loosen(),
        Tag::BlockQuote(kind) => builder.nest.open(Container::Quote(kind.map(Alert::from))),
        Tag::List(start) => builder.nest.open(Container::List(List { start, ..List::default() })),
        Tag::Item => builder.nest.open(Container::Item { task: None }),
        Tag::FootnoteDefinition(label) => builder.nest.open(Container::Footnote { label: label.into_string() }),
        Tag::CodeBlock(kind) => builder.start_code(&kind),
        Tag::HtmlBlock => builder.start_html(),
        Tag::Table(alignments) => builder.start_table(alignments),
        Tag::TableRow => builder.start_row(),
        _ => {}
    }
}

fn end_block(builder: &mut Builder, tag: TagEnd) {
    match tag {
        TagEnd::Heading(level) => builder.end_heading(level),
        TagEnd::CodeBlock => builder.end_code(),
        TagEnd::HtmlBlock => builder.end_html(),
        TagEnd::TableCell => builder.end_cell(),
        TagEnd::Table => builder.end_table(),
        TagEnd::BlockQuote(_) | TagEnd::List(_) | TagEnd::Item | TagEnd::FootnoteDefinition => builder.end_container(),
        TagEnd::Paragraph => builder.end_paragraph(),
        _ => {}
    }
}
