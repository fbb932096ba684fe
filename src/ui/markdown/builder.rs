//! Builds the document block by block.

use std::collections::HashMap;

use pulldown_cmark::{Alignment, CodeBlockKind, HeadingLevel};

use super::inline::Inline;
use super::model::{Alert, Block, Code, Document, Footnote, Table};
use super::nest::Nest;
use crate::ui::link::Links;
use crate::ui::style::Style;
use crate::ui::text::{Line, lines};

/// The mark of an alert that the parser does not know.
const COST: &str = "[!COST]";

#[derive(Default)]
pub struct Builder {
    pub nest: Nest,
    /// The text of the current block.
    pub inline: Inline,
    code: Option<Code>,
    html: String,
    table: Table,
    /// Footnotes are numbered in the order in which the text refers to them.
    numbers: HashMap<String, usize>,
}

impl Builder {
    pub fn new(links: Links) -> Self {
        Self { inline: Inline::new(links), ..Self::default() }
    }

    pub fn push(&mut self, block: Block) {
        self.end_paragraph();
        self.nest.push(block);
    }

    pub fn text(&mut self, text: &str) {
        match &mut self.code {
            Some(code) => code.source.push_str(text),
            None => self.inline.text(text),
        }
    }

    pub fn soft_break(&mut self) {
        if !self.take_cost() {
            self.inline.text(" ");
        }
    }

    /// Takes the first line of a quote as the mark of an alert about costs, if it is one.
    fn take_cost(&mut self) -> bool {
        let is_cost = self.inline.is(COST) && self.nest.set_alert(Alert::Cost);
        if is_cost {
            self.inline.take();
        }
        is_cost
    }

    pub fn end_paragraph(&mut self) {
        self.take_cost();
        let text = self.inline.take();
        if !text.is_empty() {
            self.nest.push(Block::Paragraph(text));
        }
    }

    pub fn end_heading(&mut self, level: HeadingLevel) {
        let text = self.inline.take();
        self.nest.push(Block::Heading { level: level as usize, text });
    }

    pub fn end_container(&mut self) {
        self.end_paragraph();
        self.nest.close();
    }

    pub fn task(&mut self, is_done: bool) {
        if !self.nest.set_task(is_done) {
            self.inline.text(if is_done { "[x] " } else { "[ ] " });
        }
    }

    pub fn start_code(&mut self, kind: &CodeBlockKind) {
        self.code = Some(Code { language: language(kind), source: String::new() });
    }

    pub fn end_code(&mut self) {
        if let Some(code) = self.code.take() {
            self.nest.push(Block::Code(code));
        }
    }

    pub fn start_html(&mut self) {
        self.html.clear();
    }

    pub fn html(&mut self, html: &str) {
        self.html.push_str(html);
    }

    pub fn end_html(&mut self) {
        let shown = lines(&without_comments(&self.html), Style::default());
        let shown: Vec<Line> = shown.into_iter().filter(|line| !line.text().trim().is_empty()).collect();
        if !shown.is_empty() {
            self.nest.push(Block::Paragraph(shown));
        }
    }

    pub fn start_table(&mut self, alignments: Vec<Alignment>) {
        self.table = Table { alignments, ..Table::default() };
    }

    pub fn start_row(&mut self) {
        self.table.rows.push(Vec::new());
    }

    /// Adds a cell to the last row, or to the head before the first row.
    pub fn end_cell(&mut self) {
        let text = self.inline.take();
        let row = self.table.rows.last_mut().unwrap_or(&mut self.table.head);
        row.push(text);
    }

    pub fn end_table(&mut self) {
        let table = std::mem::take(&mut self.table);
        self.nest.push(Block::Table(table));
    }

    /// Appends the number of the footnote `label`.
    pub fn reference(&mut self, label: &str) {
        let number = self.number(label.to_owned());
        self.inline.note(number);
    }

    pub fn finish(mut self) -> Document {
        self.end_paragraph();
        let notes = std::mem::take(&mut self.nest.notes).into_iter();
        let mut notes: Vec<_> = notes.map(|(label, blocks)| Footnote { number: self.number(label), blocks }).collect();
        notes.sort_by_key(|note| note.number);
        Document { blocks: self.nest.into_blocks(), notes }
    }

    fn number(&mut self, label: String) -> usize {
        let next = self.numbers.len() + 1;
        *self.numbers.entry(label).or_insert(next)
    }
}

fn language(kind: &CodeBlockKind) -> String {
    match kind {
        CodeBlockKind::Fenced(info) => info.split_whitespace().next().unwrap_or_default().to_owned(),
        CodeBlockKind::Indented => String::new(),
    }
}

/// `html` without comments; an unfinished comment reaches to the end.
fn without_comments(html: &str) -> String {
    let mut parts = html.split("<!--");
    let before = parts.next().unwrap_or_default().to_owned();
    let after = parts.filter_map(|part| part.split_once("-->")).map(|(_, after)| after);
    after.fold(before, |kept, after| kept + after)
}
