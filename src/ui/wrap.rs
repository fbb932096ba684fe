//! Folds lines to a width. Words stay whole if they fit, and styles continue.

use textwrap::wrap_algorithms::wrap_first_fit;

use super::style::Style;
use super::text::{Line, Span, lines};
use super::words::{extent, longest, words};

/// `line` in lines of at most `columns` columns. A word that is wider is broken.
pub fn wrap(line: &Line, columns: usize) -> Vec<Line> {
    let text = line.text();
    let words = words(&text, columns);
    let folded = wrap_first_fit(&words, &[columns as f64]);
    let ranges: Vec<_> = folded.into_iter().map(extent).collect();
    line.slices(&ranges)
}

/// Each of `lines` wrapped.
pub fn wrap_all(lines: &[Line], columns: usize) -> Vec<Line> {
    lines.iter().flat_map(|line| wrap(line, columns)).collect()
}

/// A text of one or many lines in one style, wrapped.
pub fn paragraph(text: &str, style: impl Into<Style>, columns: usize) -> Vec<Line> {
    wrap_all(&lines(text, style), columns)
}

/// `lines` with `first` before the first line and `rest` before the others. No line ends in blanks of a prefix.
pub fn prefixed(first: &Span, rest: &Span, mut lines: Vec<Line>) -> Vec<Line> {
    if lines.is_empty() {
        lines.push(Line::default());
    }
    let prefixes = std::iter::once(first).chain(std::iter::repeat(rest));
    let prefixed = prefixes.zip(&lines).map(|(prefix, line)| behind(prefix, line));
    prefixed.collect()
}

fn behind(prefix: &Span, line: &Line) -> Line {
    let mut whole = Line::from(prefix.clone());
    if line.is_empty() {
        return whole.trim_end();
    }
    whole.append(line);
    whole
}

/// `lines` wrapped after `label`, all but the first line indented by its width.
pub fn hanging(label: &Span, lines: &[Line], columns: usize) -> Vec<Line> {
    let indent = label.width();
    let wrapped = wrap_all(lines, columns.saturating_sub(indent));
    prefixed(label, &blanks(indent), wrapped)
}

/// A span of `count` blanks.
pub fn blanks(count: usize) -> Span {
    Span::plain(&" ".repeat(count))
}

/// The columns of the longest word of `line`.
pub fn longest_word(line: &Line) -> usize {
    longest(&line.text())
}
