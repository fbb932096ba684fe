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

/// What a visitor of a name gets.
#[derive(Debug, PartialEq, Eq)]
pub enum Visited {
    /// Nothing answers as that name.
    Nobody,
    /// An error: its status, and S3's code if there is one.
    Error(String),
    /// What was asked for, or a redirect.
    Page,
}

/// What a visitor of that name gets. `src/practice/visitors.py` marks it in the answer.
pub fn visit(port: u16, name: &str, path: &str) -> Result<Visited> {
    const VISIT: &str = "x-msl-learn-visit";
    // A redirect leads to a name that this machine may not know.
    let client = Agent::config_builder().proxy(None).timeout_global(Some(RESET)).max_redirects(0);
    let client: Agent = client.http_status_as_error(false).build().into();
    let url = format!("{}{path}", endpoint(port));
    let request = client.get(url).header("host", name).header(VISIT, "1").header("x-forwarded-proto", "https");
    let mut answer = request.call().map_err(|error| {
        Failure::environment(format!("the practice account does not answer as {name}: {error}"))
            .hint("Run `msl-learn practice stop`, then `msl-learn practice start`.")
    })?;
    let status = answer.status();
    if !answer.headers().contains_key(VISIT) {
        return Ok(Visited::Nobody);
    }
    if !status.is_client_error() && !status.is_server_error() {
        return Ok(Visited::Page);
    }
    Ok(match code(&answer.body_mut().read_to_string().unwrap_or_default()) {
        // A website endpoint answers whether or not there is such a bucket.
        Some(code) if code == "NoSuchBucket" => Visited::Nobody,
        Some(code) => Visited::Error(format!("{status} ({code})")),
        None => Visited::Error(status.to_string()),
    })
}

/// The code in an error of S3's or CloudFront's: in XML, and in the page of a website endpoint.
fn code(body: &str) -> Option<String> {
    let (_, rest) = body.split_once("<Code>").or_else(|| body.split_once("<li>Code: "))?;
    rest.split('<').next().map(str::to_owned)
}

/// A client without a proxy: the emulator is on this machine.
fn agent(limit: Duration) -> Agent {
    Agent::config_builder().proxy(None).timeout_global(Some(limit)).build().into()
}

#[cfg(test)]
mod tests {
    use super::code;

    #[test]
    fn errors_have_their_codes() {
        assert_eq!(code("<Error><Code>AccessDenied</Code><Message>").as_deref(), Some("AccessDenied"));
        assert_eq!(code("<ul><li>Code: NoSuchKey</li></ul>").as_deref(), Some("NoSuchKey"));
        assert_eq!(code(r#"{"message": "Forbidden"}"#), None);
    }
}
