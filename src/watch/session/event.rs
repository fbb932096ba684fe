//! What can happen to a session, and what it wants done: the only words between it and the world.

use crate::catalog::{Asks, Chapter, Exercise, Step};
use crate::checked::Checked;
use crate::failure::Failure;
use crate::progress::{AccountSeen, News, Progress};
use crate::ui::screen::Input;

/// Something that happened.
pub enum Event {
    /// The learner did something on the terminal.
    Input(Input),
    /// Time has passed.
    Tick,
    /// The program was stopped, or lent the terminal to another one, and now continues.
    Continued,
    /// Changes were printed, and may have been read.
    Announced,
    /// The session goes on to the next step by itself, if it may.
    GoOn,
    /// The account answered.
    Reached {
        account: AccountSeen,
        /// What the learner should know of it.
        notes: Vec<String>,
    },
    /// One exercise of the check under way was checked.
    Checked(Checked),
    CheckEnded,
    /// The account could not even be reached.
    CheckFailed(Failure),
    Recorded(Recorded),
    NotRecorded(Failure),
    /// The result of an effect, for the learner.
    Said(String),
}

/// The progress as it is now in the file.
pub struct Recorded {
    pub progress: Progress,
    /// The exercise that was noted, and what is new about it.
    pub news: Option<(&'static Exercise, News)>,
    /// What became of the starter files, if that is news.
    pub added: Vec<String>,
}

/// Something to do outside of the session.
pub enum Effect {
    /// Check these exercises.
    Check(Vec<&'static Exercise>),
    Record(Note),
    /// Open this page in the browser.
    Open(String),
    /// Put this text into the clipboard.
    Copy(String),
    /// Leave the screen to this task, and come back.
    Lend(TerminalTask),
    /// Stop as Ctrl-Z does, until the shell continues the program.
    Stop,
    /// End with this exit code.
    Quit(u8),
}

/// A task that needs the plain terminal.
#[derive(Clone, Copy)]
pub enum TerminalTask {
    /// The quiz of a chapter.
    Quiz(&'static Chapter),
    /// What an exercise asks that leaves nothing in the account.
    Ask(&'static Exercise, &'static Asks),
    /// Whether the exercise is available to the learner.
    Availability(&'static Exercise),
}

/// Something for the progress file.
pub enum Note {
    /// The learner works on this exercise from now on.
    Entered(&'static Exercise),
    Checked(Checked, AccountSeen),
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
