//! How the state of an exercise is marked in a list.

use crate::progress::State;
use crate::ui::Meaning;

/// The exercise to work on, whatever its state.
pub const CURRENT: (&str, Meaning) = ("[>]", Meaning::Strong);

/// A mark that needs no colour, and how it is shown.
pub fn mark(state: State) -> (&'static str, Meaning) {
    match state {
        State::Done => ("[x]", Meaning::Good),
        State::Superseded => ("[x]", Meaning::Dim),
        State::Reopened => ("[!]", Meaning::Bad),
        State::Skipped => ("[-]", Meaning::Dim),
        State::Current => CURRENT,
        State::Open => ("[ ]", Meaning::Dim),
    }
}
