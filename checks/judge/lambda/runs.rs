//! Judgements of a function's last runs, by its log, and of what they changed.

use crate::documents::function_log::{Failure, FunctionLog, FunctionRun};
use crate::judgement::Judgement;
use crate::services::cognito::UserDates;
use crate::services::ses::Sending;

const EXPECTED: &str = "a run that ended without an error";
/// By how many milliseconds the clocks of two services may differ, and a log may come late.
const SLACK: i64 = 5000;

/// One of the last runs ended without an error. Those before may have failed, and so may one after: that is how people learn.
pub fn without_error(log: Option<&FunctionLog>) -> Judgement {
    let Some(log) = log else { return Judgement::absent(EXPECTED, "the function has no log group yet") };
    let Some(last) = log.runs.last() else {
        return match log.has_streams {
            true => Judgement::skips("the entries of its runs are deleted after the log's retention"),
            false => Judgement::absent(EXPECTED, "the function was never called").advising(
                "Sign in on your website, and save another name on the account page. If you did so a moment ago, look again in a \
                 minute: entries of a log come late.",
            ),
        };
    };
    let fine = log.runs.iter().filter(|run| run.failure.is_none()).count();
    match (fine, &last.failure) {
        (0, Some(failure)) => {
            Judgement::fails(EXPECTED, format!("the last run ended with {}", said(failure))).advising(advice(failure))
        }
        (_, None) => Judgement::holds(format!("{fine} of the last {} runs ended without an error", log.runs.len())),
        (_, Some(failure)) => Judgement::holds(format!("{fine} of the last {} runs", log.runs.len()))
            .advising(format!("The last run ended with {}. {}", said(failure), advice(failure))),
    }
}

/// A run that began after the function was `changed`, in milliseconds since 1970, ended without an error.
pub fn since_change(log: Option<&FunctionLog>, changed: Option<i64>) -> Judgement {
    let Some(changed) = changed else {
        return Judgement::skips("not told: nothing says when the function was changed last");
    };
    let Some(log) = log.filter(|log| !log.runs.is_empty()) else { return without_error(log) };
    let runs: Vec<FunctionRun> = log.runs.iter().filter(|run| run.at >= changed - SLACK).cloned().collect();
    if runs.is_empty() {
        return Judgement::absent(EXPECTED, "the function was not called since its last change").advising(
            "Sign in on your website, and save another name on the account page. If you did so a moment ago, look again in a \
             minute: entries of a log come late.",
        );
    }
    without_error(Some(&FunctionLog { has_streams: true, runs }))
}

/// The same of a function that sends mail. What SES counts of the last day is said beside it.
pub fn sent_mail(log: Option<&FunctionLog>, changed: Option<i64>, sending: Option<&Sending>) -> Judgement {
    let judged = since_change(log, changed);
    let has_run = judged.does_hold() || judged.does_fail() && !judged.is_absent();
    let Some(sending) = sending.filter(|_| has_run) else { return judged };
    let counted = format!("messages that SES counts in the last 24 hours: {}", sending.last_day);
    match (judged.does_fail(), sending.is_in_sandbox) {
        (true, true) => judged.beside(&counted).advising_also(
            "Your account is in the SES sandbox: the user's address must be a verified identity, too (exercise 9.2).",
        ),
        _ => judged.beside(&counted),
    }
}

/// How the last run failed, in words that hold nothing of the log but the name of an error; none if it did not.
pub fn last_failure(log: Option<&FunctionLog>) -> Option<String> {
    log?.runs.last()?.failure.as_ref().map(said)
}

/// A user who was there before a run without an error was changed in it, or later. When the entries of the runs are deleted,
/// any change tells.
pub fn changed_a_user(log: Option<&FunctionLog>, users: &[UserDates]) -> Judgement {
    const USER: &str = "a user who was changed when the function ran";
    if users.is_empty() {
        return Judgement::absent(USER, "the user pool has no user")
            .advising("Sign up first (exercise 7.10), then change the name on the account page.");
    }
    let runs = log.map(|log| log.runs.as_slice()).unwrap_or_default();
    let is_expired = runs.is_empty() && log.is_some_and(|log| log.has_streams);
    let changed = |user: &&UserDates| match is_expired {
        true => user.changed > user.created,
        false => runs.iter().any(|run| is_by(run, user)),
    };
    match users.iter().any(|user| changed(&user)) {
        true => Judgement::holds("a user was changed"),
        false => Judgement::fails(USER, "no user was changed when it ran").advising(
            "The function ran, and changed nobody: its answer has another status than 200. Send the access token in the header \
             Authorization, and the new name as given_name in a JSON body.",
        ),
    }
}

fn is_by(run: &FunctionRun, user: &UserDates) -> bool {
    let (at, UserDates { created, changed }) = (run.at, *user);
    run.failure.is_none() && created <= at && changed > created && changed >= at - SLACK
}

/// The failure in words that hold nothing of the log but the name of an error.
fn said(failure: &Failure) -> String {
    match failure {
        Failure::Timeout => "a timeout".into(),
        Failure::Named(name) => name.clone(),
        Failure::Unnamed => "an error".into(),
    }
}

/// What fixes it (Amazon Cognito User Pools API Reference, "UpdateUserAttributes").
fn advice(failure: &Failure) -> &'static str {
    let name = match failure {
        Failure::Timeout => {
            return "Raise the timeout to 10 seconds under Configuration, General configuration: the first call takes longer.";
        }
        Failure::Named(name) => name.as_str(),
        Failure::Unnamed => "",
    };
    match name {
        "NotAuthorizedException" => {
            "Cognito refused the token: it ran out, is the ID token, or lacks the scope aws.cognito.signin.user.admin; or the app \
             client may not write given_name. Sign in again, and send the access token."
        }
        "InvalidParameterException" => {
            "Cognito did not take the request: the attribute is given_name, its value is text, and the token comes without other \
             words."
        }
        "AccessDeniedException" => {
            "The role of the function lacks a permission: the log names the action. With the user's access token none is needed."
        }
        "MessageRejected" => {
            "SES did not take the message: the sender's domain is not verified (exercise 9.3), or, in the sandbox, the recipient's \
             address is not (exercise 9.2)."
        }
        "SyntaxError" | "TypeError" | "ReferenceError" | "KeyError" => {
            "The code stumbled over the request: it needs a JSON body with given_name, and the header Authorization. Send both, \
             as the account page does."
        }
        _ => "Read the function's log: the last entry before END says what went wrong.",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn log(runs: &[(i64, bool)]) -> FunctionLog {
        let run = |&(at, fine): &(i64, bool)| FunctionRun {
            at: at * 1000,
            failure: (!fine).then(|| Failure::Named("NotAuthorizedException".into())),
        };
        FunctionLog { has_streams: true, runs: runs.iter().map(run).collect() }
    }

    #[test]
    fn a_user_is_changed_by_a_run_that_came_after_the_sign_up() {
        let users = |created: i64, changed: i64| [UserDates { created: created * 1000, changed: changed * 1000 }];
        let judged = |runs: &[(i64, bool)], created, changed| {
            changed_a_user(Some(&log(runs)), &users(created, changed)).does_hold()
        };
        assert!(judged(&[(1000, true)], 500, 1001));
        assert!(judged(&[(1000, true)], 500, 996), "clocks differ a little");
        assert!(!judged(&[(1000, true)], 500, 600), "confirmed before the run");
        assert!(!judged(&[(1000, true)], 1100, 1200), "signed up after the run");
        assert!(!judged(&[(1000, false)], 500, 1001), "the run failed");
        assert!(judged(&[(900, false), (1000, true)], 500, 5000), "changed once more since");
        assert!(judged(&[], 500, 501), "the entries of the log are deleted");
        assert!(!judged(&[], 500, 500));
        assert!(!changed_a_user(None, &users(500, 501)).does_hold());
        assert!(changed_a_user(Some(&log(&[])), &[]).is_absent());
    }

    #[test]
    fn one_run_without_an_error_is_enough() {
        assert!(without_error(Some(&log(&[(1, false), (2, true)]))).does_hold());
        let later = without_error(Some(&log(&[(1, true), (2, false)])));
        assert!(later.does_hold() && later.advice.is_some_and(|advice| advice.contains("NotAuthorizedException")));
        assert!(without_error(Some(&log(&[(1, false)]))).does_fail());
        assert!(without_error(None).is_absent());
        assert!(without_error(Some(&FunctionLog { has_streams: false, runs: Vec::new() })).is_absent());
        let expired = without_error(Some(&log(&[])));
        assert!(!expired.does_hold() && !expired.does_fail());
    }
}
