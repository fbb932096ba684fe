//! Policy documents as AWS sends them: JSON, which IAM encodes for an address (IAM API Reference, RFC 3986).

use std::fmt::Display;

use crate::aws::fault::{Call, Fault, Read};
use crate::documents::policy::Policy;

/// The policy in a document that IAM sent.
pub fn decoded(call: &Call, document: &str) -> Read<Policy> {
    let json = plain(document).ok_or_else(|| unreadable(call, "its encoding is damaged"))?;
    parsed(call, &json)
}

/// The policy in a document that came as it is.
pub fn parsed(call: &Call, json: &str) -> Read<Policy> {
    Policy::parse(json).map_err(|error| unreadable(call, error))
}

fn unreadable(call: &Call, why: impl Display) -> Fault {
    Fault::unreadable(call.clone(), format!("not a policy document: {why}"))
}

/// The text in which each `%` and two digits stand for a byte; JSON that was never encoded stays as it is.
fn plain(document: &str) -> Option<String> {
    if document.trim_start().starts_with('{') {
        return Some(document.to_owned());
    }
    let (mut bytes, mut rest) = (Vec::with_capacity(document.len()), document.as_bytes());
    while let Some((first, after)) = rest.split_first() {
        let digits = if *first == b'%' { 2 } else { 0 };
        bytes.push(if digits == 0 { *first } else { byte(after.get(..digits)?)? });
        rest = &after[digits..];
    }
    String::from_utf8(bytes).ok()
}

fn byte(digits: &[u8]) -> Option<u8> {
    let value = |digit: &u8| char::from(*digit).to_digit(16);
    let [high, low] = digits else { return None };
    u8::try_from(value(high)? * 16 + value(low)?).ok()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn an_encoded_document_is_read_and_a_plain_one_stays() {
        assert_eq!(plain("%7B%22a%22%3A%20%22%C3%A9%2B%25%22%7D").as_deref(), Some("{\"a\": \"é+%\"}"));
        assert_eq!(plain("{\"a\": \"100%25\"}").as_deref(), Some("{\"a\": \"100%25\"}"));
    }

    #[test]
    fn a_damaged_encoding_is_no_document() {
        for damaged in ["%7", "%", "%zz", "%7B%+1", "%C3"] {
            assert_eq!(plain(damaged), None, "{damaged}");
        }
    }

    proptest! {
        #[test]
        fn what_was_encoded_comes_back(text in "\\PC{0,60}") {
            let encoded: String = text.bytes().map(|byte| format!("%{byte:02X}")).collect();
            prop_assert_eq!(plain(&encoded), Some(text));
        }

        #[test]
        fn any_text_is_read_without_a_panic(text in "[%0-9A-Fa-fé{]{0,40}") {
            let _ = plain(&text);
        }
    }
}
