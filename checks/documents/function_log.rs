//! The log of a function: its runs, and how they ended. Nothing else of what stands in it is kept.

use serde_json::Value;

/// The longest name of an error that is shown.
const LONGEST_NAME: usize = 60;

/// What the log tells of the last runs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FunctionLog {
    /// Whether the function ever wrote into it, though the entries may have been deleted since.
    pub has_streams: bool,
    /// The oldest first.
    pub runs: Vec<FunctionRun>,
}

/// One run of a function.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FunctionRun {
    /// When it began, in milliseconds since 1970.
    pub at: i64,
    /// What went wrong, if something did.
    pub failure: Option<Failure>,
}

/// How a run failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    Timeout,
    /// An error of this name, whether the code caught it or not.
    Named(String),
    Unnamed,
}

/// What an entry is.
enum Entry {
    Start,
    /// The last entry of a run.
    Report(Option<Failure>),
    Wrong(Failure),
    Other,
}

/// The runs of one stream, in which one run follows another. One that has no report yet is left out.
pub fn runs(entries: &[(i64, String)]) -> Vec<FunctionRun> {
    let (mut runs, mut current) = (Vec::new(), None::<FunctionRun>);
    for (at, text) in entries {
        match read(text) {
            Entry::Start => current = Some(FunctionRun { at: *at, failure: None }),
            Entry::Wrong(failure) => {
                let run = current.get_or_insert(FunctionRun { at: *at, failure: None });
                run.failure = run.failure.take().or(Some(failure));
            }
            Entry::Report(failure) => {
                let run = current.take().unwrap_or(FunctionRun { at: *at, failure: None });
                runs.push(FunctionRun { failure: run.failure.or(failure), ..run });
            }
            Entry::Other => {}
        }
    }
    runs
}

/// An entry in either format of Lambda's (Lambda Developer Guide, "Log and report formats").
fn read(text: &str) -> Entry {
    match serde_json::from_str::<Value>(text) {
        Ok(value) if value.is_object() => of_json(&value),
        _ => of_text(text),
    }
}

fn of_json(value: &Value) -> Entry {
    match value["type"].as_str() {
        Some("platform.start") => return Entry::Start,
        Some("platform.report") => {
            let kind = value["record"]["errorType"].as_str();
            return Entry::Report(match value["record"]["status"].as_str() {
                None | Some("success") => None,
                Some("timeout") => Some(Failure::Timeout),
                Some(_) => Some(kind.map_or(Failure::Unnamed, named)),
            });
        }
        Some(of_platform) if of_platform.starts_with("platform.") => return Entry::Other,
        _ => {}
    }
    let message = value["message"].as_str().unwrap_or_default();
    let kind = value["errorType"].as_str().or_else(|| value["message"]["errorType"].as_str());
    let kind = kind.or_else(|| error_name(message));
    match (kind, value["level"].as_str().is_some_and(is_bad)) {
        (Some(name), _) => Entry::Wrong(named(name)),
        (None, _) if message.contains("Task timed out") => Entry::Wrong(Failure::Timeout),
        (None, true) => Entry::Wrong(Failure::Unnamed),
        (None, false) => Entry::Other,
    }
}

fn of_text(text: &str) -> Entry {
    if text.starts_with("START RequestId:") {
        return Entry::Start;
    }
    if text.starts_with("REPORT RequestId:") {
        let is = |status: &str| text.contains(&format!("Status: {status}"));
        return Entry::Report(match () {
            () if is("timeout") => Some(Failure::Timeout),
            () if is("error") => Some(Failure::Unnamed),
            () => None,
        });
    }
    if text.contains("Task timed out after") {
        return Entry::Wrong(Failure::Timeout);
    }
    // `time TAB request TAB level TAB message` in Node.js, `[level] message` in Python.
    let parts: Vec<&str> = text.splitn(4, '\t').collect();
    let (level, message) = match (parts.as_slice(), text.strip_prefix('[').and_then(|rest| rest.split_once(']'))) {
        ([_, _, level, message], _) => (*level, *message),
        (_, Some((level, message))) => (level, message),
        _ => ("", text),
    };
    match (error_name(message), is_bad(level.trim())) {
        (Some(name), _) => Entry::Wrong(named(name)),
        (None, true) => Entry::Wrong(Failure::Unnamed),
        (None, false) if message.starts_with("Traceback (most recent call last)") => Entry::Wrong(Failure::Unnamed),
        (None, false) => Entry::Other,
    }
}

fn is_bad(level: &str) -> bool {
    ["ERROR", "FATAL", "CRITICAL"].contains(&level)
}

/// The name of the error that a message begins with, such as `NotAuthorizedException`.
fn error_name(message: &str) -> Option<&str> {
    let message = message.trim_start().trim_start_matches(['[', '"']);
    let word = message.split([':', ' ', '\n', '\r', '\t', '(', ']']).next()?;
    let is_name = word.chars().all(|c| c.is_ascii_alphanumeric() || c == '.' || c == '_');
    // SES has one that ends otherwise.
    let is_error = ["Exception", "Error", "MessageRejected"].iter().any(|end| word.ends_with(end));
    (is_name && is_error && word.len() <= LONGEST_NAME).then_some(word)
}

/// The failure with this name, if that is one and nothing else.
fn named(name: &str) -> Failure {
    let last = name.rsplit('.').next().unwrap_or(name);
    error_name(last).filter(|known| *known == last).map_or(Failure::Unnamed, |name| Failure::Named(name.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(lines: &[&str]) -> Vec<Option<Failure>> {
        let entries: Vec<_> = (0..).zip(lines.iter().map(|line| (*line).to_owned())).collect();
        runs(&entries).into_iter().map(|run| run.failure).collect()
    }

    fn around(line: &str) -> Vec<Option<Failure>> {
        of(&["START RequestId: 1 Version: $LATEST", line, "END RequestId: 1", "REPORT RequestId: 1\tDuration: 2 ms"])
    }

    #[test]
    fn a_run_without_an_error_in_either_format() {
        assert_eq!(around("2026-11-01T00:00:00Z\t1\tINFO\tchanged"), [None]);
        let json = [
            r#"{"time": "t", "type": "platform.start", "record": {"requestId": "1"}}"#,
            r#"{"timestamp": "t", "level": "INFO", "requestId": "1", "message": "changed"}"#,
            r#"{"time": "t", "type": "platform.report", "record": {"requestId": "1", "status": "success"}}"#,
        ];
        assert_eq!(of(&json), [None]);
    }

    /// The book's function catches its errors: they stand in the log, at whatever level.
    #[test]
    fn errors_that_were_caught_are_found_by_their_names() {
        let name = Failure::Named("NotAuthorizedException".into());
        for line in [
            "2026-11-01T00:00:00Z\t1\tERROR\tNotAuthorizedException: Access Token has expired",
            "2026-11-01T00:00:00Z\t1\tINFO\tNotAuthorizedException: Access Token has expired\n    at f (a.js:1:2)",
            "NotAuthorizedException: Invalid Access Token",
            "[ERROR] NotAuthorizedException: An error occurred",
            r#"{"level": "ERROR", "message": "NotAuthorizedException: Invalid Access Token"}"#,
            r#"{"level": "INFO", "message": {"errorType": "NotAuthorizedException", "errorMessage": "x"}}"#,
            r#"{"level": "ERROR", "errorType": "botocore.errorfactory.NotAuthorizedException", "stackTrace": []}"#,
        ] {
            assert_eq!(around(line), [Some(name.clone())], "{line}");
        }
        assert_eq!(around("2026-11-01T00:00:00Z\t1\tERROR\twhat a pity"), [Some(Failure::Unnamed)]);
        assert_eq!(around("Traceback (most recent call last):"), [Some(Failure::Unnamed)]);
    }

    #[test]
    fn a_report_tells_of_what_no_code_caught() {
        let timeout = "2026-11-01T00:00:00Z 1 Task timed out after 3.00 seconds";
        assert_eq!(around(timeout), [Some(Failure::Timeout)]);
        let report = |status: &str| format!("REPORT RequestId: 1\tDuration: 3000.00 ms\tStatus: {status}");
        assert_eq!(of(&["START RequestId: 1", &report("timeout")]), [Some(Failure::Timeout)]);
        assert_eq!(
            of(&["START RequestId: 1", &report("error\tError Type: Runtime.ExitError")]),
            [Some(Failure::Unnamed)]
        );
        let json = r#"{"type": "platform.report", "record": {"status": "STATUS", "errorType": "Runtime.ExitError"}}"#;
        assert_eq!(of(&[&json.replace("STATUS", "timeout")]), [Some(Failure::Timeout)]);
        assert_eq!(of(&[&json.replace("STATUS", "error")]), [Some(Failure::Named("ExitError".into()))]);
    }

    #[test]
    fn runs_follow_one_another_and_one_that_goes_on_is_left_out() {
        let lines = [
            "INIT_START Runtime Version: nodejs:24",
            "START RequestId: 1",
            "1\t1\tERROR\tTypeError: x is not a function",
            "REPORT RequestId: 1",
            "START RequestId: 2",
            "REPORT RequestId: 2",
            "START RequestId: 3",
        ];
        assert_eq!(of(&lines), [Some(Failure::Named("TypeError".into())), None]);
        assert_eq!(of(&[]), []);
    }

    /// What people type may look like anything; nothing of it is shown.
    #[test]
    fn words_that_are_no_names_of_errors_are_not_kept() {
        for line in ["eyJraWQiOiJh.eyJzdWIi.c2lnbmF0dXJl", "the Error was mine", "x/y+zError: 1", "Errors: none"] {
            assert_eq!(around(line), [None], "{line}");
        }
        let long = format!("{}Error: x", "a".repeat(LONGEST_NAME));
        assert_eq!(around(&long), [None]);
    }
}
