//! A Markdown document as a tree.

use pulldown_cmark::{Alignment, BlockQuoteKind};

use crate::ui::text::Line;

/// Inline text before wrapping: one line for each part between hard breaks.
pub type Text = Vec<Line>;

#[derive(Debug, Default)]
pub struct Document {
    pub blocks: Vec<Block>,
    /// In the order of their numbers.
    pub notes: Vec<Footnote>,
}

#[derive(Debug)]
pub enum Block {
    Heading { level: usize, text: Text },
    Paragraph(Text),
    Code(Code),
    Quote { alert: Option<Alert>, blocks: Vec<Block> },
    List(List),
    Table(Table),
    Rule,
}

/// The kinds of alerts: GitHub's five, and our own for what costs money.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Alert {
    Note,
    Tip,
    Important,
    Warning,
    Caution,
    /// `[!COST]`, which GitHub shows as a quote.
    Cost,
}

impl From<BlockQuoteKind> for Alert {
    fn from(kind: BlockQuoteKind) -> Self {
        match kind {
            BlockQuoteKind::Note => Self::Note,
            BlockQuoteKind::Tip => Self::Tip,
            BlockQuoteKind::Important => Self::Important,
            BlockQuoteKind::Warning => Self::Warning,
            BlockQuoteKind::Caution => Self::Caution,
        }
    }
}

#[derive(Debug)]
pub struct Code {
    /// The first word of the info string; empty if there is none.
    pub language: String,
    pub source: String,
}

#[derive(Debug, Default)]
pub struct List {
    /// The number of the first item; `None` for bullets.
    pub start: Option<u64>,
    /// Whether blank lines stand between the items.
    pub is_loose: bool,
    pub items: Vec<Item>,
}

#[derive(Debug)]
pub struct Item {
    /// Whether the task is done, if the item is a task.
    pub task: Option<bool>,
    pub blocks: Vec<Block>,
}

#[derive(Debug, Default)]
pub struct Table {
    pub alignments: Vec<Alignment>,
    pub head: Vec<Text>,
    pub rows: Vec<Vec<Text>>,
}

/// A footnote.
#[derive(Debug)]
pub struct Footnote {
    pub number: usize,
    pub blocks: Vec<Block>,
}
