//! The page of all keys.

use super::foot;
use crate::ui::screen::Page;
use crate::ui::{Line, Meaning, Span, Style, hanging, lines};
use crate::watch::session::{BINDINGS, ELSEWHERE, Scroll, Session};

/// Columns of the keys.
const LABEL: usize = 18;

pub fn whole(scroll: &Scroll, session: &Session) -> Page {
    Page {
        title: Line::from(Span::new("All keys", Meaning::Heading)),
        body: page(session.size.page_width()),
        top: scroll.top(),
        status: foot::status(session),
        keys: foot::hinted(&[("↑↓", "move")], &[("Esc", "back"), ("q", "leave")], session.size.columns.into()),
        ..Page::default()
    }
}

fn page(width: usize) -> Vec<Line> {
    let mut page = vec![Line::from(Span::new("Where a step is shown", Meaning::Heading))];
    page.extend(BINDINGS.iter().flat_map(|binding| key(&binding.key.to_string(), binding.does, width)));
    for (heading, keys) in ELSEWHERE {
        page.extend([Line::default(), Line::from(Span::new(heading, Meaning::Heading))]);
        page.extend(keys.iter().flat_map(|(name, does)| key(name, does, width)));
    }
    page
}

fn key(name: &str, does: &str, width: usize) -> Vec<Line> {
    hanging(&Span::new(&format!("  {name:<LABEL$}"), Meaning::Strong), &lines(does, Style::default()), width)
}
