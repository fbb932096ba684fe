//! Whether the messages of a topic reach a function: its subscription, and what that lets through.

use serde_json::Value;

use crate::judgement::Judgement;
use crate::services::lambda::is_of;
use crate::services::sns::{Filter, Subscription};

/// The protocol of functions.
const LAMBDA: &str = "lambda";
/// Of these, the endpoint is somebody's address or number, which is not shown.
const OF_PEOPLE: &[&str] = &["email", "email-json", "sms"];

/// The subscriptions that lead to the function of this ARN, in whatever version.
pub fn of_function<'a>(all: &'a [Subscription], function: &str) -> Vec<&'a Subscription> {
    let leads = |one: &&Subscription| one.protocol == LAMBDA && is_of(&one.endpoint, function);
    all.iter().filter(leads).collect()
}

/// The topic sends its messages to the function; of several ways to it, that they double the letters is said.
pub fn leads_to(all: &[Subscription], function: &str) -> Judgement {
    let expected = format!("a subscription of the protocol lambda for {function}");
    let found = of_function(all, function);
    match (found.iter().find(|one| one.arn.is_some()), found.first()) {
        (Some(one), _) if found.len() > 1 => Judgement::holds(&one.endpoint).advising(format!(
            "{} subscriptions lead to the function, so that it sends as many letters for each message. Delete all but one.",
            found.len()
        )),
        (Some(one), _) => Judgement::holds(&one.endpoint),
        (None, Some(_)) => Judgement::fails(expected, "a subscription that nobody has confirmed, or that is deleted")
            .advising("Delete the subscription, and subscribe the function again from your own account."),
        (None, None) => without(all, function, expected),
    }
}

/// What there is instead.
fn without(all: &[Subscription], function: &str, expected: String) -> Judgement {
    if all.is_empty() {
        return Judgement::absent(expected, "nobody has subscribed");
    }
    let elsewhere = all.iter().find(|one| one.protocol == LAMBDA && name_of(&one.endpoint) == name_of(function));
    if let Some(other) = elsewhere {
        return Judgement::fails(expected, &other.endpoint).advising(
            "That is a function of the same name in another region or account. Subscribe the one in the topic's region, and \
             delete this subscription.",
        );
    }
    let shown: Vec<String> = all.iter().map(shown).collect();
    Judgement::fails(expected, shown.join(", "))
}

/// The name of a function, by its ARN.
fn name_of(arn: &str) -> Option<&str> {
    arn.split(':').nth(6)
}

fn shown(one: &Subscription) -> String {
    match OF_PEOPLE.contains(&one.protocol.as_str()) {
        true => format!("one of the protocol {}", one.protocol),
        false => format!("{} {}", one.protocol, one.endpoint),
    }
}

/// A message whose text is a token, and that has no attributes, passes the filter (Amazon SNS Developer Guide, "Amazon SNS
/// subscription filter policies").
pub fn lets_through(filter: &Filter) -> Judgement {
    const EXPECTED: &str = "every message";
    let Some(policy) = &filter.policy else { return Judgement::holds(EXPECTED) };
    let policy = serde_json::from_str::<Value>(policy).unwrap_or_default();
    let Some(keys) = policy.as_object() else { return Judgement::skips("not told from the filter policy") };
    let failure = match () {
        () if keys.is_empty() => return Judgement::holds(EXPECTED),
        () if filter.is_of_body => Judgement::fails(EXPECTED, "messages whose text is JSON alone"),
        () if keys.iter().all(|(key, rules)| passes_without(key, rules)) => {
            return Judgement::holds("messages without attributes, too");
        }
        () => {
            let names: Vec<&str> = keys.keys().map(String::as_str).collect();
            Judgement::fails(EXPECTED, format!("messages with the attribute {} alone", names.join(", ")))
        }
    };
    failure.advising(
        "A filter policy drops all other messages without a word, and the message of exercise 9.14 is a bare text without \
         attributes. Edit the subscription, and turn the filter policy off.",
    )
}

/// Whether a message without attributes fits a rule: one that asks for the absence of an attribute, or one of several.
fn passes_without(key: &str, rules: &Value) -> bool {
    let rules = rules.as_array().map_or(&[][..], Vec::as_slice);
    match key {
        "$or" => {
            rules.iter().filter_map(Value::as_object).any(|some| some.iter().all(|(key, of)| passes_without(key, of)))
        }
        _ => rules.iter().any(|rule| rule["exists"] == Value::Bool(false)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FUNCTION: &str = "arn:aws:lambda:us-east-1:123456789012:function:sns-send-email";

    fn subscribed(protocol: &str, endpoint: &str) -> Subscription {
        Subscription { protocol: protocol.into(), endpoint: endpoint.into(), arn: Some("arn:aws:sns:1".into()) }
    }

    #[test]
    fn the_function_or_a_version_of_it_is_subscribed() {
        for endpoint in [FUNCTION.to_owned(), format!("{FUNCTION}:live"), format!("{FUNCTION}:1")] {
            let judged = leads_to(&[subscribed("email", "ada@example.net"), subscribed("lambda", &endpoint)], FUNCTION);
            assert!(judged.does_hold() && !judged.has_advice(), "{endpoint}");
        }
        let twice = [subscribed("lambda", FUNCTION), subscribed("lambda", &format!("{FUNCTION}:live"))];
        assert!(leads_to(&twice, FUNCTION).has_advice());
    }

    #[test]
    fn what_leads_elsewhere_is_told_and_nobodys_address_is_shown() {
        assert!(leads_to(&[], FUNCTION).is_absent());
        let other = leads_to(&[subscribed("lambda", &FUNCTION.replace("us-east-1", "eu-west-1"))], FUNCTION);
        assert!(other.does_fail() && format!("{other:?}").contains("another region or account"), "{other:?}");
        let others = [
            subscribed("email", "ada@example.net"),
            subscribed("sms", "+15555550100"),
            subscribed("lambda", &format!("{FUNCTION}-2")),
        ];
        let said = format!("{:?}", leads_to(&others, FUNCTION));
        assert!(said.contains("sns-send-email-2") && said.contains("protocol email"), "{said}");
        assert!(!said.contains("ada@") && !said.contains("555"), "{said}");
        let waiting = Subscription { arn: None, ..subscribed("lambda", FUNCTION) };
        assert!(leads_to(&[waiting], FUNCTION).does_fail());
    }

    #[test]
    fn filters_that_drop_a_bare_message_fail() {
        let filter = |policy: &str, is_of_body| Filter { policy: Some(policy.into()), is_of_body };
        for (policy, of_body) in [
            (r#"{"event": ["changed"]}"#, false),
            (r#"{"event": [{"exists": true}]}"#, false),
            (r#"{"event": [{"anything-but": "x"}], "more": [{"exists": false}]}"#, false),
            (r#"{"$or": [{"a": ["b"]}, {"c": ["d"]}]}"#, false),
            (r#"{"event": [{"exists": false}]}"#, true),
        ] {
            assert!(lets_through(&filter(policy, of_body)).does_fail(), "{policy}");
        }
        for (policy, of_body) in [
            ("{}", false),
            ("{}", true),
            (r#"{"event": [{"exists": false}]}"#, false),
            (r#"{"event": ["x", {"exists": false}]}"#, false),
            (r#"{"$or": [{"a": ["b"]}, {"c": [{"exists": false}]}]}"#, false),
        ] {
            assert!(lets_through(&filter(policy, of_body)).does_hold(), "{policy}");
        }
        assert!(lets_through(&Filter::default()).does_hold());
        let unreadable = lets_through(&filter("[", false));
        assert!(!unreadable.does_hold() && !unreadable.does_fail());
    }
}
