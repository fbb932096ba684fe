//! Makes sure that the practice account runs, for all commands that need it.

use crate::failure::{Failure, Result};
use crate::pages::install_bar::stage;
use crate::practice::{Practice, Running};
use crate::ui::{Bar, Printer};
use crate::workspace::Workspace;

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
        let moved =
            format!("The practice account has moved to {}: point other terminals there again.", running.endpoint);
        printer.note(&moved)?;
    }
    Ok(running)
}
