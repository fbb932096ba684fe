//! The requests for the emulator itself: whether it answers, to empty the account, and what a function wrote.

use std::time::Duration;

use ureq::Agent;

use crate::failure::{Failure, Result};

/// The longest time that one health request may take.
const HEALTH: Duration = Duration::from_secs(1);
/// The longest time that emptying the account may take.
const RESET: Duration = Duration::from_secs(30);

/// The URL to which requests are sent.
pub fn endpoint(port: u16) -> String {
    format!("http://127.0.0.1:{port}")
}

/// Whether the emulator answers.
pub fn is_healthy(port: u16) -> bool {
    let url = format!("{}/_ministack/health", endpoint(port));
    agent(HEALTH).get(url).call().is_ok()
}

/// Whether everyone can read what is at the address.
pub fn is_readable(address: &str) -> bool {
    agent(RESET).get(address).call().is_ok()
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

/// The end of a function's log, or `None` if it has written nothing.
pub fn log(port: u16, function: &str) -> Result<Option<String>> {
    let url = format!("{}/{function}", endpoint(port));
    let answer = agent(RESET).get(url).header("host", format!("logs.localhost:{port}")).call();
    match answer.and_then(|mut answer| answer.body_mut().read_to_string()) {
        Ok(text) => Ok(Some(text)),
        Err(ureq::Error::StatusCode(404)) => Ok(None),
        Err(error) => Err(Failure::environment(format!("the log of {function} cannot be read: {error}"))
            .hint("Run `msl-learn practice stop`, then `msl-learn practice start`.")),
    }
}

/// Whether a visitor of that name gets anything. `src/practice/visitors.py` says so of what a visitor gets.
pub fn is_played(port: u16, name: &str, path: &str) -> Result<bool> {
    const VISIT: &str = "x-msl-learn-visit";
    // A redirect leads to a name that this machine may not know.
    let client = Agent::config_builder().proxy(None).timeout_global(Some(RESET)).max_redirects(0);
    let client: Agent = client.http_status_as_error(false).build().into();
    let url = format!("{}{path}", endpoint(port));
    let answer = client.get(url).header("host", name).header(VISIT, "1").call();
    let answer = answer.map_err(|error| {
        Failure::environment(format!("the practice account does not answer as {name}: {error}"))
            .hint("Run `msl-learn practice stop`, then `msl-learn practice start`.")
    })?;
    Ok(answer.headers().contains_key(VISIT))
}

/// A client without a proxy: the emulator is on this machine.
fn agent(limit: Duration) -> Agent {
    Agent::config_builder().proxy(None).timeout_global(Some(limit)).build().into()
}
