//! The watch screen: what a session looks like, and the terminal that it is drawn on.

mod bars;
mod chapter;
mod choice;
mod cut;
pub mod exercise;
mod findings;
mod foot;
mod input;
pub mod keys;
mod list;
mod look;
mod page;
mod question;
mod reader;
mod terminal;

#[cfg(test)]
mod tests;

pub use page::Page;
pub use terminal::Screen;

use crate::session::{Session, View};

/// The page on top.
pub fn page(session: &Session) -> Page {
    match session.views.last() {
        None => exercise::whole(session),
        Some(View::Reader(reader)) => reader::whole(reader, session),
        Some(View::List(list)) => list::whole(list, session),
        Some(View::Choice(choice)) => choice::whole(choice, session),
        Some(View::Question) => question::whole(session),
        Some(View::Keys(top)) => keys::whole(*top, session),
    }
}
