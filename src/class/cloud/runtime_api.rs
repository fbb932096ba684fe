//! Lambda's Runtime API, by which a function of its own runtime gets its events and answers them: three addresses over plain HTTP on
//! the machine itself (AWS Lambda Developer Guide, "Using the Lambda runtime API for custom runtimes").

use std::env;

use serde::Serialize;
use ureq::Agent;

use crate::failure::{Failure, Result};

/// What Lambda tells a function's own runtime, and nobody else.
const ADDRESS: &str = "AWS_LAMBDA_RUNTIME_API";
const HANDLER: &str = "_HANDLER";
const REQUEST: &str = "lambda-runtime-aws-request-id";
const ERROR: &str = "lambda-runtime-function-error-type";

/// Where a function gets its events.
pub struct RuntimeApi {
    base: String,
    agent: Agent,
}

/// What a function was called with.
#[derive(Debug, PartialEq, Eq)]
pub struct RuntimeEvent {
    id: String,
    pub content: Vec<u8>,
}

/// What a function says instead of an answer; a state machine knows errors by their types.
#[derive(Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct CalledError {
    pub error_type: &'static str,
    pub error_message: String,
}

impl RuntimeApi {
    /// The one of the function that this program is; `None` if Lambda has not started it.
    pub fn of_this_process() -> Option<Self> {
        let is_called_alone = env::args_os().len() == 1 && env::var_os(HANDLER).is_some();
        env::var(ADDRESS).ok().filter(|_| is_called_alone).map(|address| Self::at(&address))
    }

    fn at(address: &str) -> Self {
        // Lambda stops a function that waits for its next event, so nothing here has a limit.
        let agent = Agent::config_builder().proxy(None).build().into();
        Self { base: format!("http://{address}/2018-06-01/runtime"), agent }
    }

    /// Waits for the next event.
    ///
    /// # Errors
    /// If Lambda does not answer.
    pub fn next(&self) -> Result<RuntimeEvent> {
        let mut answer =
            self.agent.get(format!("{}/invocation/next", self.base)).call().map_err(|error| silent(&error))?;
        let id = answer.headers().get(REQUEST).and_then(|id| id.to_str().ok()).unwrap_or_default().to_owned();
        let content = answer.body_mut().read_to_vec().map_err(|error| silent(&error))?;
        Ok(RuntimeEvent { id, content })
    }

    /// Answers an event.
    ///
    /// # Errors
    /// If Lambda does not take it.
    pub fn answer(&self, event: &RuntimeEvent, answer: std::result::Result<impl Serialize, CalledError>) -> Result<()> {
        let place = format!("invocation/{}", event.id);
        match answer {
            Ok(answer) => self.post(&format!("{place}/response"), None, &answer),
            Err(error) => self.post(&format!("{place}/error"), Some(error.error_type), &error),
        }
    }

    /// Says that the function can take no events.
    ///
    /// # Errors
    /// If Lambda does not take it.
    pub fn cannot_begin(&self, error: &CalledError) -> Result<()> {
        self.post("init/error", Some(error.error_type), error)
    }

    fn post(&self, place: &str, error: Option<&str>, content: &impl Serialize) -> Result<()> {
        let content = serde_json::to_vec(content).unwrap_or_else(|_| unreachable!("texts and numbers alone"));
        let request = self.agent.post(format!("{}/{place}", self.base)).header("content-type", "application/json");
        let request = error.into_iter().fold(request, |request, kind| request.header(ERROR, kind));
        request.send(&content).map(|_| ()).map_err(|error| silent(&error))
    }
}

fn silent(error: &ureq::Error) -> Failure {
    Failure::environment(format!("Lambda's runtime API does not answer: {error}"))
}

#[cfg(test)]
mod tests {
    use std::io::{Read as _, Write as _};
    use std::net::TcpListener;
    use std::thread;

    use serde_json::json;

    use super::*;

    /// Answers each request with the next of these texts, and gives what came.
    fn serve(answers: Vec<&'static str>) -> (RuntimeApi, thread::JoinHandle<Vec<String>>) {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let api = RuntimeApi::at(&listener.local_addr().expect("an address").to_string());
        let served = thread::spawn(move || {
            let one = |answer: &str| {
                let (mut stream, _) = listener.accept().expect("a connection");
                let (mut came, mut part) = (String::new(), [0; 4096]);
                while !is_whole(&came) {
                    let length = stream.read(&mut part).expect("a request");
                    came += str::from_utf8(&part[..length]).expect("a text");
                }
                stream.write_all(answer.as_bytes()).expect("an answer");
                came
            };
            answers.into_iter().map(one).collect()
        });
        (api, served)
    }

    fn is_whole(request: &str) -> bool {
        let Some((head, body)) = request.split_once("\r\n\r\n") else { return false };
        let length =
            head.lines().find_map(|line| line.to_ascii_lowercase().strip_prefix("content-length: ")?.parse().ok());
        body.len() >= length.unwrap_or(0)
    }

    #[test]
    fn events_are_taken_and_answered_and_errors_have_their_types() {
        const TAKEN: &str = "HTTP/1.1 202 Accepted\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
        let next =
            "HTTP/1.1 200 OK\r\nLambda-Runtime-Aws-Request-Id: e-1\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}";
        let (api, served) = serve(vec![next, TAKEN, TAKEN, TAKEN]);
        let event = api.next().expect("an event");
        assert_eq!(event, RuntimeEvent { id: "e-1".into(), content: b"{}".to_vec() });
        api.answer(&event, Ok(json!({"done": 1}))).expect("taken");
        let error = || CalledError { error_type: "Silent", error_message: "later".into() };
        api.answer(&event, Err::<(), _>(error())).expect("taken");
        api.cannot_begin(&error()).expect("taken");
        let came = served.join().expect("served");
        let said = r#"{"errorType":"Silent","errorMessage":"later"}"#;
        assert!(came[0].starts_with("GET /2018-06-01/runtime/invocation/next "), "{came:?}");
        assert!(
            came[1].starts_with("POST /2018-06-01/runtime/invocation/e-1/response ")
                && came[1].ends_with(r#"{"done":1}"#)
        );
        assert!(
            came[2].starts_with("POST /2018-06-01/runtime/invocation/e-1/error ") && came[2].ends_with(said),
            "{came:?}"
        );
        assert!(came[2].to_ascii_lowercase().contains("lambda-runtime-function-error-type: silent"), "{came:?}");
        assert!(came[3].starts_with("POST /2018-06-01/runtime/init/error ") && came[3].ends_with(said), "{came:?}");
    }
}
