//! How the state of a step is marked in a list.

use crate::progress::StepState;
use crate::ui::Meaning;

/// The step to work on, whatever its state.
pub const CURRENT: (&str, Meaning) = ("[>]", Meaning::Strong);

/// A mark that is legible without colour, and how it is shown.
pub fn mark(state: StepState) -> (&'static str, Meaning) {
    match state {
        StepState::Done => ("[x]", Meaning::Good),
        StepState::Superseded | StepState::CleanedUp => ("[x]", Meaning::Dim),
        StepState::Reopened => ("[!]", Meaning::Bad),
        StepState::Skipped | StepState::NoAccess => ("[-]", Meaning::Dim),
        StepState::Brought => ("[~]", Meaning::Dim),
        StepState::Current => CURRENT,
        StepState::Open => ("[ ]", Meaning::Dim),
    }
}
