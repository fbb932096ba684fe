//! Makes sure that the practice account runs, for all commands that need it.

use crate::failure::{Failure, Result};
use crate::pages::install_bar::stage;
use crate::practice::{Practice, Running};
use crate::ui::{Bar, Printer, interrupt};
use crate::workspace::Workspace;

/// Said before the account is brought elsewhere.
const KEPT: &str = "What you have built is kept: `msl-learn practice goto --back` brings it back.";
/// Said by whom Ctrl-C ends on the way there, and on the way back.
const ON_THE_WAY: &str = "Interrupted. The practice account may be stopped, and may be elsewhere in the book already: \
    `msl-learn practice start` starts it as it is. What you had is kept: `msl-learn practice goto --back` brings it back.";
const ON_THE_WAY_BACK: &str = "Interrupted. The practice account may be stopped: `msl-learn practice start` starts it. \
    `msl-learn list` shows whether what you had is back; if not, run `msl-learn practice goto --back` again.";

/// Does what brings the account elsewhere, once it is said that what the learner has is kept.
///
/// # Errors
/// If that fails, or stderr cannot be written.
pub fn away<T>(printer: &mut Printer, work: impl FnOnce(&mut Printer) -> Result<T>) -> Result<T> {
    printer.note(KEPT)?;
    interrupt::or_say(printer.with_commands(ON_THE_WAY), || work(printer))
}

/// Does what brings the account back.
///
/// # Errors
/// If that fails.
pub fn back<T>(printer: &mut Printer, work: impl FnOnce(&mut Printer) -> Result<T>) -> Result<T> {
    interrupt::or_say(printer.with_commands(ON_THE_WAY_BACK), || work(printer))
}

/// Starts the account, and says what it is doing meanwhile.
///
/// # Errors
/// If it cannot be installed or started.
pub fn start(workspace: &Workspace, printer: &mut Printer) -> Result<Running> {
    let practice = Practice::of(&workspace.root);
    let before = practice.last_port()?;
    let mut bar = Bar::new(printer.color());
    let started = practice.start(&mut |phase| bar.show(&stage(phase)))?;
    drop(bar);
    if let Some(Failure { message, hint, .. }) = &started.without_node {
        printer.warning(message, hint.as_deref())?;
    }
    let running = started.running;
    if before.is_some_and(|port| port != running.port) {
        let moved = format!("The practice account has moved to {}: point each terminal there again.", running.endpoint);
        printer.note(&moved)?;
    }
    Ok(running)
}
