//! Lays out a table: as columns if they have room for their words, else as records of named fields.

use pulldown_cmark::Alignment;

use super::columns::column_widths;
use super::model::{Table, Text};
use super::spacing::spaced;
use crate::ui::style::Meaning;
use crate::ui::text::{Line, Span};
use crate::ui::wrap::{blanks, prefixed, wrap_all};

/// The columns by which the later lines of a record's field are indented.
const HANG: usize = 2;
const BETWEEN: &str = " │ ";

pub fn lay_out(table: &Table, width: usize) -> Vec<Line> {
    match column_widths(table, width) {
        Some(widths) => columns(table, &widths),
        None => records(table, width),
    }
}

fn columns(table: &Table, widths: &[usize]) -> Vec<Line> {
    let head: Vec<Text> = table.head.iter().map(strong).collect();
    let rows: Vec<_> = table.rows.iter().map(|cells| row(cells, &table.alignments, widths)).collect();
    let mut lines = row(&head, &table.alignments, widths);
    lines.push(crossing("═", "═╪═", widths));
    // Rules separate rows of several lines.
    let is_ruled = rows.iter().any(|row| row.len() > 1);
    for (index, row) in rows.into_iter().enumerate() {
        if is_ruled && index > 0 {
            lines.push(crossing("─", "─┼─", widths));
        }
        lines.extend(row);
    }
    lines
}

fn strong(cell: &Text) -> Text {
    cell.iter().map(|line| line.clone().also(Meaning::Strong)).collect()
}

fn crossing(stroke: &str, between: &str, widths: &[usize]) -> Line {
    let strokes: Vec<String> = widths.iter().map(|width| stroke.repeat(*width)).collect();
    Line::from(Span::new(&strokes.join(between), Meaning::Dim))
}

/// One row, as high as its highest cell.
fn row(cells: &[Text], alignments: &[Alignment], widths: &[usize]) -> Vec<Line> {
    let cells: Vec<_> = cells.iter().zip(widths).map(|(cell, width)| wrap_all(cell, *width)).collect();
    let height = cells.iter().map(Vec::len).max().unwrap_or(0);
    let line = |index| {
        let contents = cells.iter().map(|cell| cell.get(index).cloned().unwrap_or_default());
        let padded = contents.zip(alignments).zip(widths);
        joined(padded.map(|((content, alignment), width)| pad(content, *alignment, *width)))
    };
    (0..height).map(line).collect()
}

fn joined(cells: impl Iterator<Item = Line>) -> Line {
    let mut line = Line::default();
    for (column, cell) in cells.enumerate() {
        if column > 0 {
            line.push(Span::new(BETWEEN, Meaning::Dim));
        }
        line.append(&cell);
    }
    line.trim_end()
}

fn pad(content: Line, alignment: Alignment, width: usize) -> Line {
    let room = width.saturating_sub(content.width());
    let left = match alignment {
        Alignment::None | Alignment::Left => 0,
        Alignment::Center => room / 2,
        Alignment::Right => room,
    };
    let mut padded = Line::from(blanks(left));
    padded.append(&content);
    padded.with(blanks(room - left))
}

/// Each row as lines of `name: content`.
fn records(table: &Table, width: usize) -> Vec<Line> {
    if table.rows.is_empty() {
        return table.head.iter().flat_map(|cell| wrap_all(&strong(cell), width)).collect();
    }
    spaced(table.rows.iter().map(|cells| {
        let fields = table.head.iter().zip(cells);
        fields.flat_map(|(name, cell)| field(name, cell, width)).collect()
    }))
}

fn field(name: &Text, cell: &Text, width: usize) -> Vec<Line> {
    let mut label = Line::default();
    strong(name).iter().for_each(|line| label.append(line));
    if !label.is_empty() {
        label.push(Span::plain(": "));
    }
    let mut content = cell.iter();
    content.next().into_iter().for_each(|first| label.append(first));
    let lines: Vec<Line> = std::iter::once(label.trim_end()).chain(content.cloned()).collect();
    prefixed(&blanks(0), &blanks(HANG), wrap_all(&lines, width - HANG))
}
