//! What a session looks like: the page on top.

mod chapter;
mod exercise;
mod findings;
mod foot;
mod keys;
mod list;
mod menu;
mod progress;
mod question;
mod reader;

#[cfg(test)]
mod tests;

use crate::ui::screen::Page;
use crate::watch::session::{Session, View};

/// The page on top.
pub fn page(session: &Session) -> Page {
    match session.views.last() {
        None => exercise::whole(session),
        Some(View::Reader(reader)) => reader::whole(reader, session),
        Some(View::List(list)) => list::whole(list, session),
        Some(View::Menu(menu)) => menu::whole(menu, session),
        Some(View::Question) => question::whole(session),
        Some(View::Keys(scroll)) => keys::whole(scroll, session),
    }
}
