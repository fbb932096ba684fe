//! The page of a text to read.

use super::foot;
use crate::ui::screen::{Page, cut};
use crate::ui::{Line, Meaning, Span};
use crate::watch::session::{Reader, Session};

/// Marks lines that hold what is searched for.
const FOUND: Meaning = Meaning::Notice;

pub fn whole(reader: &Reader, session: &Session) -> Page {
    let shown = reader.lines.iter().enumerate().skip(reader.top).take(session.size.body());
    let columns = usize::from(session.size.columns);
    let position = position(reader, session.size.body());
    let room = columns.saturating_sub(position.chars().count() + 1);
    Page {
        title: cut(&Line::from(Span::new(&reader.title, Meaning::Heading)), room),
        aside: Line::from(Span::new(&position, Meaning::Dim)),
        below: search(reader),
        body: shown.map(|(number, line)| marked(line, reader.is_match(number))).collect(),
        left: reader.left,
        status: foot::status(session),
        keys: keys(reader, session, columns),
        ..Page::default()
    }
}

fn marked(line: &Line, found: bool) -> Line {
    if found { line.clone().also(FOUND).also(Meaning::Strong) } else { line.clone() }
}

/// Such as `lines 1-20 of 80`.
fn position(reader: &Reader, height: usize) -> String {
    let all = reader.lines.len();
    let last = (reader.top + height).min(all);
    format!("lines {}-{last} of {all}", (reader.top + 1).min(all))
}

fn search(reader: &Reader) -> Line {
    let search = &reader.search;
    if search.text.is_empty() && !search.typing {
        return Line::default();
    }
    let cursor = if search.typing { "_" } else { "" };
    let found = format!("  {} lines", reader.matches());
    Line::from(Span::new(&format!("/{}{cursor}", search.text), Meaning::Strong)).with(Span::new(&found, Meaning::Dim))
}

fn keys(reader: &Reader, session: &Session, columns: usize) -> Line {
    if session.notice.is_some() {
        return foot::keys(session);
    }
    if reader.search.typing {
        return foot::hinted(&[("Enter", "keep"), ("Esc", "give up")], &[], columns);
    }
    let last = [("q", "back"), ("?", "keys")];
    if reader.search.text.is_empty() {
        let mut first = vec![("↑↓", "move"), ("Space", "page"), ("/", "search"), ("y", "copy")];
        first.extend(session.exercise().map(|_| ("h", "hint")));
        first.extend(session.may_go_on().then_some(("n", "next")));
        return foot::hinted(&first, &last, columns);
    }
    foot::hinted(&[("n", "next place"), ("N", "previous")], &last, columns)
}
