//! The question before the solution of an exercise that is not done.

use super::page::Page;
use super::{exercise, foot};
use crate::session::Session;
use crate::ui::{Line, Meaning, Span};

/// The page of the exercise, asking at its foot.
pub fn whole(session: &Session) -> Page {
    let question = "It is not done yet. Show its solution? [y/N]";
    Page {
        status: Line::from(Span::new(question, Meaning::Strong)),
        keys: foot::hinted(&[("y", "show it"), ("n", "not yet")], &[], session.size.columns.into()),
        ..exercise::whole(session)
    }
}
