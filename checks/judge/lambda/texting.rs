//! How a function's code sends text messages: by SNS, straight to a phone number, or by AWS End User Messaging.

use super::code::{if_all_seen, if_certain, not_told, seen};
use super::publishing::without_text;
use crate::documents::code::{Run, SentRequest, Value};
use crate::documents::package::Package;
use crate::judgement::Judgement;

/// Of the AWS SDK for JavaScript, versions 3 and 2, and of the AWS SDK for Python.
const PUBLISHES: &[&str] = &["PublishCommand", ".publish"];
const SENDS: &[&str] = &["SendTextMessageCommand", ".sendTextMessage", ".send_text_message"];
/// Under which name a publication has the phone, and under which it has a topic.
const PHONE: &str = "PhoneNumber";
const TOPICS: [&str; 2] = ["TopicArn", "TargetArn"];

/// By which service the code sends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    Sns,
    EndUserMessaging,
}

impl Way {
    /// The action that it needs.
    pub fn action(self) -> &'static str {
        match self {
            Self::Sns => "sns:Publish",
            Self::EndUserMessaging => "sms-voice:SendTextMessage",
        }
    }
}

/// By which service the code sends text messages, as far as it is seen.
pub fn way(package: &Package) -> Option<Way> {
    let run = package.run();
    if run.requests(SENDS).0.iter().any(|request| request.runs) {
        return Some(Way::EndUserMessaging);
    }
    let publishes = run.requests(PUBLISHES).0;
    publishes.iter().any(|request| request.runs && is_to_phone(&run, request)).then_some(Way::Sns)
}

/// The code sends a text message.
pub fn sends_text(package: &Package) -> Judgement {
    const EXPECTED: &str = "a PublishCommand with a PhoneNumber";
    let run = package.run();
    let publishes = run.requests(PUBLISHES).0;
    let mut texts = run.requests(SENDS).0;
    texts.extend(publishes.iter().filter(|request| is_to_phone(&run, request)).copied());
    let found = match way(package) {
        Some(Way::EndUserMessaging) => "SendTextMessageCommand",
        _ => EXPECTED,
    };
    if let Some(judgement) = seen(package, &run, &texts, found) {
        let publishes: Vec<SentRequest<'_>> =
            texts.iter().filter(|request| request.name.starts_with(['P', 'p'])).copied().collect();
        return judgement.but(without_text(&run, &publishes));
    }
    if publishes.iter().any(names_topic) {
        let found = "a publication to a topic, and none to a phone number";
        return if_certain(&run, Judgement::fails(EXPECTED, found));
    }
    if !publishes.is_empty() {
        return not_told("it puts the publication together while it runs");
    }
    if_all_seen(package, &run, Judgement::fails(EXPECTED, "nothing that sends a text message"))
}

/// Whether the publication has a phone number, which mostly nobody knows before the code runs.
fn is_to_phone(run: &Run<'_>, request: &SentRequest<'_>) -> bool {
    let phone = request.input(PHONE);
    let is_named = request.keyword(PHONE).is_some() || !run.under(|key| key == PHONE).is_empty();
    is_named && !names_topic(request) && phone.any(|value| !value.is_nothing())
}

/// Whether the publication has a topic.
fn names_topic(request: &SentRequest<'_>) -> bool {
    TOPICS.iter().any(|name| {
        let topic = request.input(name);
        !topic.is_empty() && !topic.any(|value| matches!(value, Value::Missing | Value::Unknown))
    })
}
