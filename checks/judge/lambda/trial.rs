//! Judgements of a function that was called: as API Gateway calls it, or as a schedule does.

use serde_json::{Value, json};

use crate::findings::short;
use crate::judge::lambda::code::LAYERS;
use crate::judge::ssm::parameter;
use crate::judge::web::articles;
use crate::judgement::Judgement;
use crate::outside::web::{Answer, Data};
use crate::services::lambda::Function;

/// The given name that the user of a trial has at first (`src/practice/trials.py`), and the one that the user wants.
const OLD_NAME: &str = "Ada";
pub const NEW_NAME: &str = "Grace";

/// API Gateway's event for GET on a path (API Gateway Developer Guide, "Input format of a Lambda function for proxy
/// integration"), as far as a handler reads it.
pub fn event(path: &str) -> String {
    let event = json!({
        "resource": path, "path": path, "httpMethod": "GET", "headers": {}, "multiValueHeaders": {},
        "queryStringParameters": null, "multiValueQueryStringParameters": null, "pathParameters": null,
        "stageVariables": null, "requestContext": { "resourcePath": path, "httpMethod": "GET", "path": path },
        "body": null, "isBase64Encoded": false,
    });
    event.to_string()
}

/// Why the function cannot be tried in a practice account, if it cannot.
pub fn not_here(function: &Function) -> Option<Judgement> {
    match &function.handler {
        Some(handler) if handler.starts_with(LAYERS) => {
            Some(Judgement::skips(format!("the practice account has no {LAYERS}, where the layer with the handler is")))
        }
        Some(_) => None,
        None => Some(Judgement::skips("the practice account runs no container images")),
    }
}

/// The function answers with the articles, for pages of `domain`.
pub fn answered(answer: &Answer, domain: &str) -> Judgement {
    let Answer::Page(page) = answer else { return articles::answered(answer, domain) };
    match (page.status, &page.code) {
        (502, Some(error)) => Judgement::fails("an answer with statusCode 200", error.clone()).advising(advice(error)),
        _ => articles::answered(answer, domain),
    }
}

/// The function, which was run after something had happened, and once more after something else, has added each to its file, and
/// moved on; see `src/practice/trials.py`.
pub fn added_lines(answer: &Answer) -> Judgement {
    const EXPECTED: &str = "a line more in the file, and a later start";
    let Answer::Page(page) = answer else { return Judgement::skips("the practice account shows no run") };
    if let (400.., Some(error)) = (page.status, &page.code) {
        return Judgement::fails(EXPECTED, error.clone()).advising(advice(error));
    }
    let Data::Json(told) = &page.data else { return Judgement::skips("the practice account shows no run") };
    let lines = data_lines(&told["added"]);
    if lines == 0 {
        return Judgement::fails(EXPECTED, "it ended without an error, and the file has no line more").advising(
            "The function found nothing to do, or wrote elsewhere. In the trial the start lies two hours back, the interval is an \
             hour, and somebody signed in half an hour after the start. Look at how the code compares these times, in milliseconds.",
        );
    }
    if told["moved"].as_bool() == Some(false) {
        return Judgement::fails(EXPECTED, "a line more in the file, and the start where it was").advising(
            "The next run would do the same again: set the parameter to the end of the interval, with Overwrite, once the file is \
             written.",
        );
    }
    goes_on(told, EXPECTED).unwrap_or_else(|| Judgement::holds(format!("{lines} more in the file, and a later start")))
}

/// What goes wrong in the runs that follow.
fn goes_on(told: &Value, expected: &str) -> Option<Judgement> {
    const KEEP: &str = "PutObject replaces the whole file: read what is in it first (GetObject), and write the old lines and the \
        new ones.";
    let is = |told: &Value, name: &str| told[name].as_bool() == Some(true);
    let start = told["start"].as_str().unwrap_or_default();
    if is(told, "gone") {
        return Some(Judgement::fails(expected, "the lines that the file had are gone").advising(KEEP));
    }
    if !start.is_empty() && !parameter::is_time(start) {
        return Some(Judgement::fails(expected, format!("a start that is no time: {}", short(start))).advising(
            "The next run cannot read that. Write the time as it was: new Date(end).toISOString(), in Python \
             end.isoformat().",
        ));
    }
    if is(told, "ahead") {
        return Some(Judgement::fails(expected, "a start that is still to come").advising(
            "Whoever signs in until then is in no line. The next interval begins where this one ends: at the start plus the \
             interval, and not later than now.",
        ));
    }
    if is(told, "passed_over") {
        return Some(Judgement::fails(expected, "a start that passes over a sign-in").advising(
            "In the trial somebody signed in in each of two intervals, and the file has the first alone. Move the start to the end \
             of what was written, and not to now.",
        ));
    }
    let again = told.get("again")?;
    if let Some(error) = again["error"].as_str() {
        return Some(
            Judgement::fails(expected, format!("the second run failed: {}", short(error))).advising(advice(error)),
        );
    }
    if is(again, "gone") {
        let found = "after the second run, the lines of the first are gone";
        return Some(Judgement::fails("a file that keeps its lines", found).advising(KEEP));
    }
    (data_lines(&again["added"]) == 0).then(|| {
        Judgement::fails(expected, "the second run added nothing").advising(
            "In the trial somebody signed in after the first run, and the interval has passed. What stands outside of the handler \
             runs once, and not in each run: ask for the time and the parameters within it.",
        )
    })
}

/// How many lines have data. One of names has no digits.
fn data_lines(lines: &Value) -> usize {
    let is_data = |line: &&Value| line.as_str().is_some_and(|line| line.contains(|c: char| c.is_ascii_digit()));
    lines.as_array().map_or(&[][..], Vec::as_slice).iter().filter(is_data).count()
}

/// What is told of a function that was called as a user, or why nothing is.
fn told<'a>(answer: &'a Answer, expected: &str, not_shown: &str) -> Result<&'a Value, Judgement> {
    let Answer::Page(page) = answer else { return Err(Judgement::skips(not_shown)) };
    if let (400.., Some(error)) = (page.status, &page.code) {
        return Err(Judgement::fails(expected, error.clone()).advising(advice(error)));
    }
    let Data::Json(told) = &page.data else { return Err(Judgement::skips(not_shown)) };
    match told["lacks"].as_str() {
        Some(lacks) => Err(Judgement::skips(format!("the practice account has nobody to try it with: {lacks}"))),
        None => Ok(told),
    }
}

/// The function, which was called once as a user who saves another name, sends mail from `domain`.
pub fn sent_mail(answer: &Answer, domain: &str) -> Judgement {
    const NOT_SHOWN: &str = "the practice account shows no mail";
    let expected = format!("an e-mail from {domain}");
    let told = match told(answer, &expected, NOT_SHOWN) {
        Ok(told) => told,
        Err(untried) => return untried,
    };
    let senders: Vec<&str> = told["senders"].as_array().into_iter().flatten().filter_map(|one| one.as_str()).collect();
    let user = format!("trial@{domain}");
    let recipients: Vec<&str> =
        told["recipients"].as_array().into_iter().flatten().filter_map(|one| one.as_str()).collect();
    match (senders.first(), told["error"].as_str()) {
        (Some(_), _) if !recipients.is_empty() && recipients.iter().all(|to| !to.contains(&user)) => {
            Judgement::fails("an e-mail to the user", format!("an e-mail to {}", short(recipients[0]))).advising(
                "Whoever changes a name gets the letter, and nobody else. Ask Cognito with the access token for the user's own \
                 address (GetUser), and write that into ToAddresses.",
            )
        }
        (Some(sender), _) => Judgement::holds(format!("an e-mail from {}", short(sender))),
        (None, Some(error)) => Judgement::fails(expected, short(error)).advising(advice(error)),
        (None, None) => Judgement::fails(expected, "it ended without an error, and SES got nothing to send").advising(
            "Wait for the request with await, and send it whenever the name was changed. The user of the trial has an e-mail address, \
             and sends {\"given_name\": \"Grace\"} with an access token.",
        ),
    }
}

/// The function, which was called once as a user who saves another name, has changed the name of that user.
pub fn changed_name(answer: &Answer) -> Judgement {
    const EXPECTED: &str = "the given name that the request brings, and no other";
    const NOT_SHOWN: &str = "the practice account shows no user";
    let told = match told(answer, EXPECTED, NOT_SHOWN) {
        Ok(told) => told,
        Err(untried) => return untried,
    };
    match (told["name"].as_str(), told["error"].as_str()) {
        (Some(NEW_NAME), _) => Judgement::holds(EXPECTED),
        (Some(OLD_NAME) | None, Some(error)) => Judgement::fails(EXPECTED, short(error)).advising(advice(error)),
        (Some(OLD_NAME), None) => Judgement::fails(EXPECTED, "it ended without an error, and the name is as it was").advising(
            "The user of the trial sends {\"given_name\": \"Grace\"} as the text of the body, and the access token in the header \
             Authorization. Take the name out of JSON.parse(event.body), and the token out of event.headers.",
        ),
        (Some(other), _) => Judgement::fails(EXPECTED, format!("the name {}", short(other)))
            .advising("The user of the trial wants to be called Grace. Take the name out of JSON.parse(event.body)."),
        (None, None) => Judgement::skips(NOT_SHOWN),
    }
}

/// The function, which was called once as a user who saves another name, has published a message to the topic of this ARN, and
/// sent no e-mail.
pub fn published(answer: &Answer, topic: &str) -> Judgement {
    const EXPECTED: &str = "one message to the topic, and no e-mail";
    const NOT_SHOWN: &str = "the practice account shows no message";
    let told = match told(answer, EXPECTED, NOT_SHOWN) {
        Ok(told) => told,
        Err(untried) => return untried,
    };
    let topics = told["topics"].as_array().map_or(&[][..], Vec::as_slice);
    let sends = told["senders"].as_array().is_some_and(|senders| !senders.is_empty());
    match (topics.iter().filter(|one| one.as_str() == Some(topic)).count(), told["error"].as_str()) {
        (0, Some(error)) => Judgement::fails(EXPECTED, short(error)).advising(advice(error)),
        (0, None) => Judgement::fails(EXPECTED, "it ended without an error, and nothing was published").advising(
            "Publish whenever the name was changed, and wait for the request with await. The user of the trial sends \
             {\"given_name\": \"Grace\"} with an access token.",
        ),
        _ if sends => Judgement::fails(EXPECTED, "a message, and an e-mail as well").advising(
            "The visitor gets two letters, since the function that the topic calls sends one, too. Take SendEmailCommand out of \
             the code, and choose Deploy.",
        ),
        (1, _) => Judgement::holds(EXPECTED),
        (messages, _) => Judgement::holds(format!("{messages} messages to the topic"))
            .advising("It publishes several messages for one change, and as many letters are sent. One is enough."),
    }
}

/// What to do about an error, by the words of Node.js, Python and AWS.
fn advice(error: &str) -> &'static str {
    let has = |words: &[&str]| words.iter().any(|word| error.contains(word));
    if has(&["MessageRejected", "is not verified"]) {
        return "SES takes mail from verified domains alone: put the records of exercise 9.3 into the hosted zone, and write an address at that domain as the sender.";
    }
    if has(&["AccessDenied", "not authorized"]) {
        return "The role of the function does not allow that: add the action and the resource that the error names to its policy.";
    }
    if has(&["Cannot find package", "Cannot find module", "No module named"]) {
        return "The code takes in a module that is neither in the package nor in Lambda's runtime, which has version 3 of the AWS SDK for JavaScript. Mend its name, or add it to the package.";
    }
    if has(&["NotAuthorizedException"]) {
        return "Cognito did not take the token. Hand on what came, without the word Bearer, and nothing else: here an access token, in the header Authorization or, in chapter 9, as the message.";
    }
    if has(&["timed out"]) {
        return "The function waits for something that does not come, or needs longer: look at its log, then raise the timeout.";
    }
    if has(&["statusCode", "body"]) {
        return "The handler must return an object with a number statusCode and a text body (JSON.stringify).";
    }
    "The code fails at this place. `msl-learn open logs` shows the whole error; mend it and deploy the code."
}
