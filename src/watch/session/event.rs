//! What can happen to a session, and what it wants done: the only words between it and the world.

use crate::catalog::{Asks, Chapter, Exercise, Step};
use crate::checked::Checked;
use crate::failure::Failure;
use crate::progress::{Outcome, Place, Progress};
use crate::ui::screen::Input;

/// Something that happened.
pub enum Event {
    /// The learner did something on the terminal.
    Input(Input),
    /// Time has passed.
    Tick,
    /// The program was stopped, or another one had the terminal, and now it goes on.
    Continued,
    /// The account answered; what the learner should know of it.
    Reached {
        place: Place,
        notes: Vec<String>,
    },
    /// One exercise of the look was seen.
    Looked(Checked),
    LookEnded,
    /// The account could not even be asked.
    LookFailed(Failure),
    Recorded(Recorded),
    NotRecorded(Failure),
    /// What came of an effect, for the learner.
    Said(String),
}

/// The progress as it is now in the file.
pub struct Recorded {
    pub progress: Progress,
    /// The exercise that was noted, and what was new about it.
    pub news: Option<(&'static Exercise, Outcome)>,
    /// What became of the starter files, where that is news.
    pub added: Vec<String>,
}

/// Something to be done outside of the session.
pub enum Effect {
    /// Look at these exercises in the account.
    Look(Vec<&'static Exercise>),
    Record(Note),
    /// Open this page in the browser.
    Open(String),
    /// Put this text into the clipboard.
    Copy(String),
    /// Leave the screen to this, and come back.
    Lend(TerminalTask),
    /// Stop as Ctrl-Z does, until the shell continues the program.
    Stop,
    /// End with this exit code.
    Quit(u8),
}

/// What needs the terminal for itself.
#[derive(Clone, Copy)]
pub enum TerminalTask {
    /// The quiz of a chapter.
    Quiz(&'static Chapter),
    /// What an exercise asks that leaves nothing in the account.
    Ask(&'static Exercise, &'static Asks),
}

/// Something for the progress file.
pub enum Note {
    /// The learner works on this exercise from now on.
    Entered(&'static Exercise),
    Seen(Checked, Place),
    /// The next hint was shown.
    Hint(&'static Exercise),
    Solution(&'static Exercise),
    /// The whole chapter was shown.
    Shown(&'static Chapter),
    /// The learner went on from the chapter.
    Read(&'static Chapter),
    Skipped(Step),
    /// Something else may have changed the progress, such as a quiz.
    Returned,
}
