//! The pages of the watch screen, one above the other.

use super::list::List;
use super::menu::Choice;
use super::reader::Reader;

#[derive(Debug)]
pub enum View {
    Reader(Reader),
    List(List),
    Choice(Choice),
    /// Whether to show the solution of an exercise that is not done.
    Question,
    /// All keys, scrolled to a line.
    Keys(usize),
}
