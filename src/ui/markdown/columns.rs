//! Distributes the width of the page over the columns of a table.

use super::model::{Table, Text};
use crate::ui::text::Line;
use crate::ui::wrap::longest_word;

/// The width between two columns.
const BETWEEN: usize = 3;

/// The width of each column; `None` if a column has no room for its words.
pub fn column_widths(table: &Table, width: usize) -> Option<Vec<usize>> {
    let between = BETWEEN * table.head.len().saturating_sub(1);
    let available = width.checked_sub(between)?;
    let natural = widest(table, Line::width);
    let words = widest(table, longest_word);
    fit(&natural, &words, available)
}

/// The largest measure of a line in each column, at least 1.
fn widest(table: &Table, measure: impl Fn(&Line) -> usize) -> Vec<usize> {
    let cell = |cell: &Text| cell.iter().map(&measure).max().unwrap_or(0);
    let mut widest: Vec<usize> = table.head.iter().map(|head| cell(head).max(1)).collect();
    for row in &table.rows {
        for (widest, each) in widest.iter_mut().zip(row) {
            *widest = cell(each).max(*widest);
        }
    }
    widest
}

/// Cuts the widest columns to one width, the largest that fits, but none below its least width.
fn fit(natural: &[usize], least: &[usize], available: usize) -> Option<Vec<usize>> {
    let cut_to = |most: usize| -> Vec<usize> {
        let columns = natural.iter().zip(least);
        columns.map(|(natural, least)| *natural.min(&most).max(least)).collect()
    };
    let widths = (1..=available).rev().map(cut_to);
    widths.into_iter().find(|widths| widths.iter().sum::<usize>() <= available)
}
