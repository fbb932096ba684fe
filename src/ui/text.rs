//! Styled text: spans make a line, and no span holds a character that is unsafe to show.

use std::fmt;
use std::ops::Range;

use super::clean::{clean, clean_lines};
use super::link::{self, Link, Links};
use super::own_commands::OwnCommands;
use super::style::{Meaning, Style};
use super::width::width;

/// A piece of a line in one style, perhaps with a link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    text: String,
    style: Style,
    link: Option<Link>,
}

impl Span {
    /// Text in one style, cleaned of what could steer a terminal.
    pub fn new(text: &str, style: impl Into<Style>) -> Self {
        Self { text: clean(text).into_owned(), style: style.into(), link: None }
    }

    /// Text that leads to `target`, if the terminal follows links and the target is safe to open.
    pub fn link(text: &str, target: &str) -> Self {
        Self::new(text, Meaning::Link).to(Link::new(target))
    }

    /// The same span with the link.
    pub fn to(self, link: Option<Link>) -> Self {
        Self { link, ..self }
    }

    pub fn plain(text: &str) -> Self {
        Self::new(text, Style::default())
    }

    pub fn width(&self) -> usize {
        width(&self.text)
    }

    fn show(&self, f: &mut fmt::Formatter<'_>, links: Links) -> fmt::Result {
        let look = self.style.look();
        match self.link.as_ref().filter(|_| links == Links::Live) {
            Some(target) => write!(f, "{}{look}{}{look:#}{}", target.start(), self.text, link::END),
            None => write!(f, "{look}{}{look:#}", self.text),
        }
    }
}

/// One line of the screen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    spans: Vec<Span>,
}

impl Line {
    /// Appends `span`; neighbours of the same style and link become one.
    pub fn push(&mut self, span: Span) {
        match self.spans.last_mut() {
            _ if span.text.is_empty() => {}
            Some(last) if last.style == span.style && last.link == span.link => last.text.push_str(&span.text),
            _ => self.spans.push(span),
        }
    }

    /// The same line with `span` at its end.
    pub fn with(mut self, span: Span) -> Self {
        self.push(span);
        self
    }

    /// Appends all of `other`.
    pub fn append(&mut self, other: &Line) {
        other.spans.iter().for_each(|span| self.push(span.clone()));
    }

    /// The same line, with `meaning` added to every span.
    pub fn also(mut self, meaning: Meaning) -> Self {
        for span in &mut self.spans {
            span.style = span.style.and(meaning);
        }
        self
    }

    /// The same line without the white space at its end.
    pub fn trim_end(mut self) -> Self {
        while let Some(mut last) = self.spans.pop() {
            last.text.truncate(last.text.trim_end().len());
            if !last.text.is_empty() {
                self.spans.push(last);
                break;
            }
        }
        self
    }

    /// The same line with the program's own commands as they are to be written.
    pub fn with_commands(mut self, own: &OwnCommands) -> Self {
        for span in &mut self.spans {
            let is_code = span.style == Meaning::Code.into();
            span.text = if is_code { own.in_code(&span.text) } else { own.in_text(&span.text) };
        }
        self
    }

    pub fn is_empty(&self) -> bool {
        self.spans.is_empty()
    }

    /// Whether the line is `text` without a style, in upper or lower case.
    pub fn is_plain(&self, text: &str) -> bool {
        matches!(&self.spans[..], [only] if only.style == Style::default() && only.text.eq_ignore_ascii_case(text))
    }

    /// The words without their styles.
    pub fn text(&self) -> String {
        self.spans.iter().map(|span| span.text.as_str()).collect()
    }

    pub fn width(&self) -> usize {
        width(&self.text())
    }

    /// The spans with their looks.
    pub fn spans(&self) -> impl Iterator<Item = (&str, anstyle::Style)> {
        self.spans.iter().map(|span| (span.text.as_str(), span.style.look()))
    }

    /// The parts of [`Line::text`] at `ranges`, which are in bytes, each with its styles.
    pub fn slices(&self, ranges: &[Range<usize>]) -> Vec<Line> {
        let lengths = self.spans.iter().map(|span| span.text.len());
        let ends: Vec<usize> = lengths.scan(0, running_sum).collect();
        ranges.iter().map(|range| self.slice(range, &ends)).collect()
    }

    /// The line with the escape sequences of its styles and, if they are live, of its links.
    pub fn shown(&self, links: Links) -> impl fmt::Display {
        fmt::from_fn(move |f| self.spans.iter().try_for_each(|span| span.show(f, links)))
    }

    fn slice(&self, range: &Range<usize>, ends: &[usize]) -> Line {
        let first = ends.partition_point(|end| *end <= range.start);
        let mut slice = Line::default();
        for (span, end) in self.spans.iter().zip(ends).skip(first) {
            let start = end - span.text.len();
            if start >= range.end {
                break;
            }
            let part = &span.text[range.start.max(start) - start..range.end.min(*end) - start];
            slice.push(Span { text: part.to_owned(), style: span.style, link: span.link.clone() });
        }
        slice
    }
}

fn running_sum(sum: &mut usize, length: usize) -> Option<usize> {
    *sum += length;
    Some(*sum)
}

impl From<Span> for Line {
    fn from(span: Span) -> Self {
        Self::default().with(span)
    }
}

/// The line with the escape sequences of its styles.
impl fmt::Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.shown(Links::Written).fmt(f)
    }
}

/// The lines of a text of many lines, in one style.
pub fn lines(text: &str, style: impl Into<Style>) -> Vec<Line> {
    let style = style.into();
    let cleaned = clean_lines(text).into_iter();
    cleaned.map(|text| Line::from(Span { text, style, link: None })).collect()
}
