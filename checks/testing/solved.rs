//! A real account in which the exercises are done, as AWS answers for it; tests change an answer or two.

use std::collections::BTreeMap;
use std::sync::{LazyLock, Mutex};

use super::undone::undone;
use super::{Account, World, account};
use crate::outside::Outside;

/// The account in which everything is done: the bucket is private, and the distribution serves it.
pub fn solved() -> Account {
    Account::of(account::done()).amid(opened("", World::solved))
}

/// The account in which everything is done, with lists that are whole: a review walks them.
pub fn reviewed() -> Account {
    solved().with(account::reviewed::listed)
}

/// An account in which every practice of a review is kept, by one resource of each kind.
pub fn exemplary() -> Account {
    solved().with(account::reviewed::exemplary)
}

/// The account in which this exercise is done: as `solved`, or as it was before a later exercise undid this one.
pub fn solved_for(slug: &str) -> Account {
    match undone(slug) {
        Some(undone) => Account::of((undone.before)(account::done())).amid(opened(undone.by, undone.world)),
        None => solved(),
    }
}

/// The account after exercise 4.4: S3 serves the website to everyone.
pub fn website() -> Account {
    solved_for("ch04/s3_website_hosting")
}

/// The world around the account in which this exercise is done, in the making.
pub fn world_for(slug: &str) -> World {
    undone(slug).map_or_else(World::solved, |undone| (undone.world)())
}

/// The world of that name, which no test changes: it is opened once.
fn opened(name: &'static str, world: fn() -> World) -> Outside {
    static OPENED: LazyLock<Mutex<BTreeMap<&str, Outside>>> = LazyLock::new(Mutex::default);
    let mut opened = OPENED.lock().expect("no holder panics");
    opened.entry(name).or_insert_with(|| world().open()).clone()
}
