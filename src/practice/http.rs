//! The two requests that are for the emulator itself: does it answer, and empty the account.

use std::time::Duration;

use ureq::Agent;

use crate::failure::{Failure, Result};

/// How long one question after the emulator's health may take.
const HEALTH: Duration = Duration::from_secs(1);
/// How long emptying the account may take.
const RESET: Duration = Duration::from_secs(30);

/// The URL at which the emulator takes requests.
pub fn endpoint(port: u16) -> String {
    format!("http://127.0.0.1:{port}")
}

/// Whether the emulator answers.
pub fn is_healthy(port: u16) -> bool {
    let url = format!("{}/_ministack/health", endpoint(port));
    agent(HEALTH).get(url).call().is_ok()
}

/// Empties the account, files included.
pub fn reset(port: u16) -> Result<()> {
    let url = format!("{}/_ministack/reset", endpoint(port));
    let answer = agent(RESET).post(url).send_empty();
    answer.map(|_| ()).map_err(|error| {
        Failure::environment(format!("the practice account cannot be emptied: {error}"))
            .hint("Run `msl-learn practice stop`, then `msl-learn practice reset`.")
    })
}

/// A client that goes through no proxy: the emulator is on this machine.
fn agent(limit: Duration) -> Agent {
    Agent::config_builder().proxy(None).timeout_global(Some(limit)).build().into()
}
