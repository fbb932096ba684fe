//! How a function's code sends mail with Amazon SES: by which requests, and from which address.

use super::code::{if_all_seen, if_certain, not_told, seen};
use super::data_access::{Named, judged, named};
use crate::documents::code::{Run, SentRequest, Value, ValueSet};
use crate::documents::package::Package;
use crate::judgement::Judgement;

/// Requests with the parts of a message: of the AWS SDK for JavaScript, versions 3 and 2, and of the AWS SDK for Python, for
/// either version of SES's API.
const WITH_PARTS: &[&str] = &["SendEmailCommand", ".sendEmail", ".send_email"];
/// Requests with a message that the code has written whole, of the first version of the API. The second has one request for
/// both.
const RAW: &[&str] = &["SendRawEmailCommand", ".sendRawEmail", ".send_raw_email"];
/// Requests that fill in a template.
const TEMPLATED: &[&str] = &[
    "SendTemplatedEmailCommand",
    ".sendTemplatedEmail",
    ".send_templated_email",
    "SendBulkEmailCommand",
    ".sendBulkEmail",
    ".send_bulk_email",
];

/// What a message is to the permission that it needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Message {
    OfParts,
    Raw,
}

/// The code sends mail with SES.
pub fn sends(package: &Package) -> Judgement {
    const EXPECTED: &str = "a request such as SendEmailCommand";
    let run = package.run();
    let requests = requests(&run);
    let found = requests.iter().find(|request| request.runs).or(requests.first()).map_or("", |request| request.name);
    if let Some(judgement) = seen(package, &run, &requests, found) {
        return judgement.but(incomplete(&run));
    }
    match () {
        () if !run.requests(TEMPLATED).0.is_empty() => not_told("it fills in a template, which stands elsewhere"),
        () if asks_by_itself(package) => not_told("it may ask SES by an address of its own"),
        () => if_all_seen(package, &run, Judgement::fails(EXPECTED, "nothing that sends mail")),
    }
}

/// What is wrong with the parts of the messages, if every request lacks one (Amazon SES API v2 Reference, "SendEmail"; Amazon SES
/// API Reference, "SendEmail").
fn incomplete(run: &Run<'_>) -> Option<Judgement> {
    let running: Vec<_> = run.requests(WITH_PARTS).0.into_iter().filter(|request| request.runs).collect();
    if !run.requests(RAW).0.is_empty() {
        return None;
    }
    let lacks: Option<Vec<_>> = running.iter().map(|request| Some((request.name, lacking(run, request)?))).collect();
    let (name, part) = lacks?.into_iter().next()?;
    let wrong = Judgement::fails("Destination and Content, or Message", format!("{name} without {part}")).advising(
        "Of @aws-sdk/client-sesv2 the parts are FromEmailAddress, Destination and Content; of @aws-sdk/client-ses they are Source, \
         Destination and Message. Name them as the client does, and choose Deploy.",
    );
    Some(if_certain(run, wrong)).filter(Judgement::does_fail)
}

/// A part that a request needs and lacks, for certain.
fn lacking(run: &Run<'_>, request: &SentRequest<'_>) -> Option<&'static str> {
    let given = |name| is_given(&request.input(name));
    let [content, message] = ["Content", "Message"].map(given);
    let is_raw = || is_given(&run.member(&request.input("Content"), "Raw"));
    match () {
        () if request.is_of("@aws-sdk/client-sesv2") && !content => Some("Content"),
        () if request.is_of("@aws-sdk/client-ses") && !message => Some("Message"),
        () if !content && !message => Some("Content"),
        () if !given("Destination") && !is_raw() => Some("Destination"),
        () => None,
    }
}

fn requests<'r>(run: &'r Run<'r>) -> Vec<SentRequest<'r>> {
    let mut requests = run.requests(WITH_PARTS).0;
    requests.extend(run.requests(RAW).0);
    requests
}

fn asks_by_itself(package: &Package) -> bool {
    let mut texts = package.code().texts();
    texts.any(|text| text.contains("/v2/email/") || text.contains("email-smtp.") || text.contains("//email."))
}

/// What the messages are that the code is seen to send.
pub fn messages(package: &Package) -> Vec<Message> {
    let run = package.run();
    let is_raw = |request: &SentRequest<'_>| {
        let content = request.input("Content");
        let has = |part| is_given(&run.member(&content, part));
        has("Raw") && !has("Simple")
    };
    let running = |names| run.requests(names).0.into_iter().filter(|request: &SentRequest<'_>| request.runs);
    let of_parts = running(WITH_PARTS).map(|request| if is_raw(&request) { Message::Raw } else { Message::OfParts });
    let mut found: Vec<Message> = of_parts.chain(running(RAW).map(|_| Message::Raw)).collect();
    found.dedup();
    found
}

/// Whether something was written there.
fn is_given(values: &ValueSet) -> bool {
    !values.all(Value::is_nothing)
}

/// The code sends no mail any more.
pub fn sends_none(package: &Package) -> Judgement {
    const EXPECTED: &str = "nothing that sends mail";
    let run = package.run();
    let mut requests = requests(&run);
    requests.extend(run.requests(TEMPLATED).0);
    match (requests.iter().find(|request| request.runs), requests.first()) {
        (Some(request), _) => Judgement::fails(EXPECTED, format!("{} is still there", request.name)),
        (None, Some(request)) => not_told(&format!("{} is in a part of it that nothing calls", request.name)),
        (None, None) => Judgement::holds(EXPECTED),
    }
}

/// The address that messages come from is one at `domain`, or below it.
pub fn sender(package: &Package, domain: &str) -> Judgement {
    let run = package.run();
    let requests = requests(&run);
    if requests.is_empty() {
        return Judgement::skips("the code is not seen to send mail");
    }
    let below = format!(".{domain}");
    let is_ours = |address: &str| {
        let host =
            address.rsplit_once('@').map_or("", |(_, host)| host).trim_end_matches(['>', ' ', '.']).to_lowercase();
        host == domain || host.ends_with(&below)
    };
    let from = |request: &SentRequest<'_>| {
        // By its name in the second version of the API, and in the first.
        let values = ["FromEmailAddress", "Source"].map(|name| request.input(name));
        match values.iter().find(|values| is_given(values)) {
            Some(values) => named(values, "a sender", is_ours),
            None => Named::Unsure,
        }
    };
    let expected = format!("a sender at {domain}");
    if_certain(&run, judged(requests.iter().map(from), &expected))
}
