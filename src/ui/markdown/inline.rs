//! Gathers the inline text of one block: styles, links, breaks.

use super::model::Text;
use crate::ui::link::{Link, Links};
use crate::ui::style::{Meaning, Style};
use crate::ui::text::{Line, Span};

/// The text gathered so far.
#[derive(Default)]
pub struct Inline {
    done: Text,
    line: Line,
    /// Whether the line ends in a word, so that a blank may follow.
    takes_blank: bool,
    styles: Vec<Style>,
    links: Links,
    open: Vec<Open>,
}

/// A link that is not closed yet.
struct Open {
    target: String,
    /// The live link, if links are live and the target is safe to open.
    link: Option<Link>,
    text: String,
}

impl Inline {
    pub fn new(links: Links) -> Self {
        Self { links, ..Self::default() }
    }

    pub fn enter(&mut self, meaning: Meaning) {
        self.styles.push(self.style().and(meaning));
    }

    pub fn leave(&mut self) {
        self.styles.pop();
    }

    /// Keeps the marks of struck text, since it says the opposite.
    pub fn strike(&mut self) {
        self.enter(Meaning::Struck);
        self.push("~~");
    }

    pub fn unstrike(&mut self) {
        self.push("~~");
        self.leave();
    }

    /// Appends prose, in which any run of white space is one blank.
    pub fn text(&mut self, text: &str) {
        let mut prose = String::with_capacity(text.len());
        for c in text.chars() {
            let is_blank = matches!(c, ' ' | '\t' | '\n' | '\r');
            if !is_blank {
                prose.push(c);
            } else if self.takes_blank {
                prose.push(' ');
            }
            self.takes_blank = !is_blank;
        }
        self.push(&prose);
    }

    /// Appends code as it is, between backticks so that it is legible without colour.
    pub fn code(&mut self, code: &str) {
        self.word(&format!("`{code}`"), Meaning::Code);
    }

    /// Appends a tag as it is written; drops a comment.
    pub fn html(&mut self, html: &str) {
        let name = html.trim_matches(['<', '/', '>', ' ']);
        match name {
            "br" => self.hard_break(),
            _ if html.starts_with("<!--") => {}
            _ => self.text(html),
        }
    }

    pub fn note(&mut self, number: usize) {
        self.word(&format!("[{number}]"), Meaning::Link);
    }

    pub fn open_link(&mut self, target: &str) {
        self.enter(Meaning::Link);
        let link = Link::new(target).filter(|_| self.links == Links::Live);
        self.open.push(Open { target: target.to_owned(), link, text: String::new() });
    }

    /// Writes the target of the link that ends here, unless it is live or its text is the target.
    pub fn close_link(&mut self) {
        self.leave();
        let Some(Open { target, link, text }) = self.open.pop() else {
            return;
        };
        let words = text.trim_matches('`');
        let is_said = words == target || Some(words) == target.strip_prefix("mailto:");
        if let Some(outer) = self.open.last_mut() {
            outer.text.push_str(&text);
        }
        if link.is_none() && !is_said && !target.is_empty() {
            self.word(&format!(" ({target})"), Meaning::Dim);
        }
    }

    pub fn hard_break(&mut self) {
        let line = std::mem::take(&mut self.line);
        self.done.push(line);
        self.takes_blank = false;
    }

    /// Whether the text gathered so far is `text` and nothing else, in upper or lower case.
    pub fn is(&self, text: &str) -> bool {
        self.done.is_empty() && self.line.is_plain(text)
    }

    /// The text gathered since the last call.
    pub fn take(&mut self) -> Text {
        if !self.line.is_empty() {
            self.hard_break();
        }
        std::mem::take(&mut self.done)
    }

    /// Appends `text` as it is; a blank may follow.
    fn word(&mut self, text: &str, meaning: Meaning) {
        self.enter(meaning);
        self.push(text);
        self.leave();
        self.takes_blank = true;
    }

    fn push(&mut self, text: &str) {
        let link = self.open.last().and_then(|open| open.link.clone());
        self.line.push(Span::new(text, self.style()).to(link));
        if let Some(open) = self.open.last_mut() {
            open.text.push_str(text);
        }
    }

    fn style(&self) -> Style {
        self.styles.last().copied().unwrap_or_default()
    }
}
