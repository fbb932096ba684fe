//! The question before the solution of an exercise that is not done.

use super::{exercise, foot};
use crate::ui::screen::Page;
use crate::ui::{Line, Meaning, Span};
use crate::watch::session::Session;

/// The page of the exercise, asking at its foot.
pub fn whole(session: &Session) -> Page {
    let question = "It is not done yet. Show its solution? [y/N]";
    Page {
        status: Line::from(Span::new(question, Meaning::Strong)),
        keys: foot::hinted(&[("y", "show it"), ("n", "not yet")], &[], session.size.columns.into()),
        ..exercise::whole(session)
    }
}
