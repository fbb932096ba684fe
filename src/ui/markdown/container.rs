//! Lays out blocks that hold other blocks: quotes and alerts, lists and their items, footnotes.

use super::layout::{block, blocks};
use super::model::{Alert, Block, Footnote, Item, List};
use super::spacing::spaced;
use crate::ui::style::Meaning;
use crate::ui::text::{Line, Span};
use crate::ui::wrap::{blanks, prefixed};

/// The narrowest text that is still indented.
const NARROWEST_TEXT: usize = 12;

/// A quote with an edge at its left; an alert also has a title.
pub fn quote(alert: Option<Alert>, quoted: &[Block], width: usize) -> Vec<Line> {
    let Some((word, meaning)) = alert.map(name) else {
        return edged(Meaning::Quote, width, |width| blocks(quoted, width));
    };
    let title = Line::from(Span::new(word, meaning)).also(Meaning::Strong);
    edged(meaning, width, |width| [vec![title], blocks(quoted, width)].concat())
}

fn edged(meaning: Meaning, width: usize, content: impl FnOnce(usize) -> Vec<Line>) -> Vec<Line> {
    let edge = Span::new("│ ", meaning);
    framed(&edge, &edge, width, content)
}

fn name(alert: Alert) -> (&'static str, Meaning) {
    match alert {
        Alert::Note => ("Note", Meaning::Notice),
        Alert::Tip => ("Tip", Meaning::Good),
        Alert::Important => ("Important", Meaning::Notice),
        Alert::Warning => ("Warning", Meaning::Waiting),
        Alert::Caution => ("Caution", Meaning::Bad),
        Alert::Cost => ("Cost", Meaning::Waiting),
    }
}

pub fn note(note: &Footnote, width: usize) -> Vec<Line> {
    let label = Span::new(&format!("[{}] ", note.number), Meaning::Link);
    hung(&label, width, |width| blocks(&note.blocks, width))
}

pub fn list(list: &List, width: usize) -> Vec<Line> {
    let is_airy = list.is_loose || list.items.iter().any(has_figure);
    let markers = markers(list).into_iter().zip(&list.items);
    let items = markers.map(|(marker, each)| item(each, &marker, is_airy, width));
    if is_airy {
        return spaced(items);
    }
    items.flatten().collect()
}

/// Whether the item holds code, a table or a quote, which need space around them.
fn has_figure(item: &Item) -> bool {
    let is_figure = |block: &Block| !matches!(block, Block::Paragraph(_) | Block::List(_));
    item.blocks.iter().any(is_figure)
}

fn item(item: &Item, marker: &str, is_airy: bool, width: usize) -> Vec<Line> {
    hung(&Span::plain(marker), width, |width| {
        if is_airy {
            return blocks(&item.blocks, width);
        }
        item.blocks.iter().flat_map(|each| block(each, width)).collect()
    })
}

/// The marker of each item, with numbers aligned at their right ends.
fn markers(list: &List) -> Vec<String> {
    let last = list.items.len().saturating_sub(1) as u64;
    let digits = list.start.map_or(0, |first| (first + last).to_string().len());
    let markers = list.items.iter().zip(0..).map(|(item, index)| match (list.start, task(item)) {
        (Some(first), task) => format!("{:>digits$}. {task}", first + index),
        (None, "") => "• ".to_owned(),
        (None, task) => task.to_owned(),
    });
    markers.collect()
}

fn task(item: &Item) -> &'static str {
    match item.task {
        Some(true) => "[x] ",
        Some(false) => "[ ] ",
        None => "",
    }
}

/// The content after `label`, all other lines indented by its width.
fn hung(label: &Span, width: usize, content: impl FnOnce(usize) -> Vec<Line>) -> Vec<Line> {
    framed(label, &blanks(label.width()), width, content)
}

/// The content after `first` and `rest`, or below `first` if it would become too narrow.
fn framed(first: &Span, rest: &Span, width: usize, content: impl FnOnce(usize) -> Vec<Line>) -> Vec<Line> {
    let inner = width.saturating_sub(first.width());
    if inner >= NARROWEST_TEXT {
        return prefixed(first, rest, content(inner));
    }
    let mut lines = vec![Line::from(first.clone()).trim_end()];
    lines.extend(content(width));
    lines
}
