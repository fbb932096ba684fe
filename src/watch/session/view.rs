//! The pages above that of the step, one above the other.

use super::list::StepList;
use super::menu::Menu;
use super::reader::Reader;
use super::scroll::Scroll;

#[derive(Debug)]
pub enum View {
    Reader(Reader),
    List(StepList),
    Menu(Menu),
    /// Asks whether to show the solution of an exercise that is not done.
    Question,
    /// All keys.
    Keys(Scroll),
}
