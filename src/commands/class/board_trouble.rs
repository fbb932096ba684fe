//! What keeps a running board from showing how things are: told on the page and in the terminal, until it is over.

use std::path::Path;
use std::sync::{Mutex, PoisonError};

use crate::failure::{Failure, Result};
use crate::ui::Printer;

/// What a thread that reads and a page that is drawn tell each other.
#[derive(Debug, Default)]
pub struct BoardTroubles(Mutex<ReadingTroubles>);

/// What is wrong with what comes in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct ReadingTroubles {
    inbox: Option<String>,
    round: Option<String>,
}

impl BoardTroubles {
    /// Keeps how it went to take what is in the inbox.
    pub fn of_inbox(&self, inbox: &Path, taken: Result<()>) {
        let trouble = taken
            .err()
            .map(|failure| format!("nothing comes in from the inbox {}: {}", inbox.display(), failure.message));
        self.0.lock().unwrap_or_else(PoisonError::into_inner).inbox = trouble;
    }

    /// Keeps how a round through the accounts, or through the results of a run, went as a whole.
    pub fn of_round(&self, read: Result<()>) {
        let trouble = read.err().map(|failure| format!("the last round did not end well: {}", failure.message));
        self.0.lock().unwrap_or_else(PoisonError::into_inner).round = trouble;
    }

    /// All that is wrong now.
    pub fn now(&self) -> Vec<String> {
        let ReadingTroubles { inbox, round } = self.0.lock().unwrap_or_else(PoisonError::into_inner).clone();
        inbox.into_iter().chain(round).collect()
    }
}

/// That the class itself cannot be read.
pub fn unread(failure: &Failure) -> String {
    format!("the class cannot be read, and the page stays as it was: {}", failure.message)
}

/// Says in the terminal what has become wrong, and that nothing is any more.
///
/// # Errors
/// If nothing can be written.
pub fn tell(before: &[String], now: &[String], printer: &mut Printer) -> Result<()> {
    for new in now.iter().filter(|one| !before.contains(one)) {
        printer.warning(new, None)?;
    }
    if now.is_empty() && !before.is_empty() { printer.note("The board is up to date again.") } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_over_is_told_no_longer() {
        let troubles = BoardTroubles::default();
        troubles.of_inbox(Path::new("inbox"), Err(Failure::usage("there is no folder")));
        troubles.of_round(Err(Failure::environment("sign in again")));
        assert_eq!(
            troubles.now(),
            [
                "nothing comes in from the inbox inbox: there is no folder",
                "the last round did not end well: sign in again"
            ]
        );
        troubles.of_inbox(Path::new("inbox"), Ok(()));
        assert_eq!(troubles.now().len(), 1);
        troubles.of_round(Ok(()));
        assert!(troubles.now().is_empty());
    }
}
