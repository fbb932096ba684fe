//! Questions that are asked on the plain terminal, by the same code as in the commands of their own.

use std::io;

use super::session::TerminalTask;
use crate::checked::Checked;
use crate::dialogue::{self, Answers};
use crate::failure::Result;
use crate::ui::{Color, Printer};
use crate::workspace::Workspace;

/// Asks, and waits until the learner has read the result. Returns the answer to what an exercise asked.
pub fn run(task: TerminalTask, workspace: &Workspace, color: Color) -> Option<Checked> {
    let mut printer = Printer::new(color);
    let answered = ask(task, workspace, &mut printer).unwrap_or_else(|failure| {
        // If the terminal cannot be written to, drawing the screen again fails as well.
        let _ = printer.failure(&failure.message, failure.hint.as_deref());
        None
    });
    let _ = printer.note("\nPress Enter to go back to the watch screen.");
    let _ = io::stdin().read_line(&mut String::new());
    answered
}

fn ask(task: TerminalTask, workspace: &Workspace, printer: &mut Printer) -> Result<Option<Checked>> {
    match task {
        TerminalTask::Quiz(chapter) => dialogue::quiz::ask(chapter, None, Some(workspace), printer).map(|_| None),
        TerminalTask::Ask(exercise, asks) => {
            dialogue::ask(exercise, asks, workspace, &Answers::Terminal, printer).map(Some)
        }
        TerminalTask::Availability(exercise) => {
            dialogue::availability::ask(exercise, workspace, &Answers::Terminal, printer).map(|_| None)
        }
    }
}
