//! The part of a line that fits.

use std::ops::Range;

use crate::ui::Meaning;
use crate::ui::text::{Line, Span};
use crate::ui::width::width;
use crate::ui::words::clusters;

/// `line`, or as much of its start as fits into `columns` with an ellipsis.
pub fn cut(line: &Line, columns: usize) -> Line {
    if line.width() <= columns {
        return line.clone();
    }
    let end = byte_at(&line.text(), columns.saturating_sub(1));
    let mut start = part(line, 0..end);
    if columns > 0 {
        start.push(Span::new("…", Meaning::Dim));
    }
    start
}

/// `line` without its first columns. A wide character that would be split goes too.
pub fn from_column(line: &Line, column: usize) -> Line {
    if column == 0 {
        return line.clone();
    }
    let text = line.text();
    let mut start = byte_at(&text, column);
    let parted = width(&text[..start]) < column;
    if parted && let Some(next) = clusters(&text, start..text.len()).first() {
        start = next.end;
    }
    part(line, start..text.len())
}

fn part(line: &Line, range: Range<usize>) -> Line {
    line.slices(std::slice::from_ref(&range)).pop().unwrap_or_default()
}

/// The end in bytes of the characters that fit into `columns`.
fn byte_at(text: &str, columns: usize) -> usize {
    let mut taken = 0;
    let fitting = clusters(text, 0..text.len()).into_iter().take_while(|cluster| {
        taken += width(&text[cluster.clone()]);
        taken <= columns
    });
    fitting.last().map_or(0, |cluster| cluster.end)
}
