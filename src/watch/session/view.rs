//! The pages above that of the step, one above the other.

use super::list::List;
use super::menu::Menu;
use super::reader::Reader;
use super::scroll::Scroll;

#[derive(Debug)]
pub enum View {
    Reader(Reader),
    List(List),
    Menu(Menu),
    /// Asks whether to show the solution of an exercise that is not done.
    Question,
    /// All keys.
    Keys(Scroll),
}
