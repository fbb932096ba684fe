//! The page of the commands to copy, or of the links to open.

use super::foot;
use crate::ui::screen::{Page, cut};
use crate::ui::{Line, Meaning, Span};
use crate::watch::session::{Menu, Purpose, Session};

pub fn whole(menu: &Menu, session: &Session) -> Page {
    let columns = usize::from(session.size.columns);
    let height = session.size.body();
    let top = (menu.chosen + 1).saturating_sub(height);
    let items = menu.items.iter().enumerate().skip(top).take(height);
    let (title, does) = match menu.purpose {
        Purpose::Copy => ("Copy which command?", "copy"),
        Purpose::Open => ("Open which link?", "open"),
    };
    Page {
        title: Line::from(Span::new(title, Meaning::Heading)),
        body: items.map(|(number, item)| cut(&line(number, item), columns)).collect(),
        chosen: Some(menu.chosen - top),
        status: foot::status(session),
        keys: foot::hinted(&[("Enter", does), ("↑↓", "move"), ("1-9", "choose")], &[("Esc", "back")], columns),
        ..Page::default()
    }
}

/// The first line of an item.
fn line(number: usize, item: &str) -> Line {
    let first = item.lines().next().unwrap_or_default();
    let rest = match item.lines().count() {
        0 | 1 => String::new(),
        lines => format!("  ({lines} lines)"),
    };
    Line::from(Span::new(&format!("{:>3}  ", number + 1), Meaning::Dim))
        .with(Span::new(first, Meaning::Code))
        .with(Span::new(&rest, Meaning::Dim))
}
