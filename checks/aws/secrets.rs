//! What must never be shown. A proxy or a service may echo a request's credentials in an error, and a program that
//! provides credentials may print them when it fails.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::{Arc, Mutex};

use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::interceptors::context::BeforeTransmitInterceptorContextRef;
use aws_smithy_runtime_api::client::interceptors::{Intercept, dyn_dispatch_hint};
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_types::config_bag::ConfigBag;

/// What is shown instead of a secret.
const HIDDEN: &str = "(not shown)";

/// How secrets are named in headers, addresses, configuration files and JSON, in lower case.
const NAMES: &[&str] = &[
    "x-amz-security-token",
    "x-amz-sso_bearer_token",
    "bearer",
    "signature",
    "secretaccesskey",
    "secret_access_key",
    "secretkey",
    "sessiontoken",
    "session_token",
    "accesstoken",
    "access_token",
    "refreshtoken",
    "refresh_token",
    "clientsecret",
    "client_secret",
    "password",
];

/// The length of the shortest secret, in characters. Most words that follow such a name are shorter.
const SHORTEST: usize = 16;

/// What the requests of one account have been signed with.
#[derive(Clone, Debug, Default)]
pub struct Secrets {
    sent: Arc<Mutex<BTreeSet<String>>>,
}

impl Secrets {
    /// `text` without anything that was sent as a secret, wherever it stands.
    pub fn hidden_in(&self, text: &str) -> String {
        let sent = self.sent.lock().expect("no holder panics");
        sent.iter().fold(text.to_owned(), |text, secret| text.replace(secret, HIDDEN))
    }

    fn keep(&self, secret: &str) {
        if secret.len() >= SHORTEST {
            self.sent.lock().expect("no holder panics").insert(secret.to_owned());
        }
    }
}

#[dyn_dispatch_hint]
impl Intercept for Secrets {
    fn name(&self) -> &'static str {
        "secrets"
    }

    fn read_before_transmit(
        &self,
        context: &BeforeTransmitInterceptorContextRef<'_>,
        _: &RuntimeComponents,
        _: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let headers = context.request().headers();
        headers.get("x-amz-security-token").into_iter().for_each(|token| self.keep(token));
        let signature = headers.get("authorization").and_then(|header| header.rsplit_once("Signature="));
        signature.into_iter().for_each(|(_, signature)| self.keep(signature));
        Ok(())
    }
}

/// `text` without the values of what is named like a secret, and without phone numbers.
pub fn without_personal(text: &str) -> String {
    without_phones(&without_named(text))
}

/// The digits of a phone number in the form E.164, without the shortest, which other numbers have as well.
const PHONE_DIGITS: std::ops::RangeInclusive<usize> = 8..=15;

/// `text` without what is written as a phone number: a plus with digits after it, and nothing between.
fn without_phones(text: &str) -> String {
    let mut parts = text.split('+');
    let before = parts.next().unwrap_or_default().to_owned();
    parts.fold(before, |safe, part| {
        let digits = part.bytes().take_while(u8::is_ascii_digit).count();
        let is_phone = PHONE_DIGITS.contains(&digits) && !safe.ends_with(|c: char| c.is_ascii_alphanumeric());
        safe + "+" + if is_phone { HIDDEN } else { &part[..digits] } + &part[digits..]
    })
}

/// `text` without the values of what is named like a secret.
fn without_named(text: &str) -> Cow<'_, str> {
    let lower = text.to_ascii_lowercase();
    let (mut safe, mut done) = (String::new(), 0);
    while let Some(name_end) = first_name(&lower, done) {
        let value = &text[name_end..];
        let start = name_end + value.find(|c| !is_between(c)).unwrap_or(value.len());
        let start = if lower[start..].starts_with("%3d") { start + 3 } else { start };
        let end = start + text[start..].find(ends_value).unwrap_or(text.len() - start);
        safe.push_str(&text[done..start]);
        safe.push_str(if end - start >= SHORTEST { HIDDEN } else { &text[start..end] });
        done = end;
    }
    if done == 0 { Cow::Borrowed(text) } else { Cow::Owned(safe + &text[done..]) }
}

/// Where the first name after `from` ends. Letters before it make it a part of something else.
fn first_name(lower: &str, from: usize) -> Option<usize> {
    let begins = |at: &usize| !lower[..*at].ends_with(|c: char| c.is_ascii_alphanumeric());
    let first = |name: &&str| lower[from..].match_indices(*name).map(|(at, _)| from + at).find(begins);
    let found = NAMES.iter().filter_map(|name| Some((first(name)?, name.len())));
    found.min_by_key(|(start, length)| (*start, usize::MAX - length)).map(|(start, length)| start + length)
}

/// Whether it may stand between a name and its value.
fn is_between(c: char) -> bool {
    matches!(c, ' ' | '"' | '\'' | ':' | '=' | '>' | '\\' | '\n')
}

fn ends_value(c: char) -> bool {
    c.is_whitespace() || matches!(c, '&' | ',' | '"' | '\'' | '<' | ';' | ')' | '}' | '\\')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const SECRET: &str = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";

    #[test]
    fn what_is_named_like_a_secret_is_hidden() {
        for text in [
            "x-amz-security-token: SECRET",
            "https://s3.amazonaws.com/b?X-Amz-Security-Token=SECRET&X-Amz-Signature=SECRET",
            "X-Amz-Security-Token%3DSECRET",
            "Credential=AKIA/s3, Signature=SECRET",
            r#"{"SecretAccessKey": "SECRET", "SessionToken": "SECRET"}"#,
            r#"{\"accessToken\": \"SECRET\"}"#,
            "aws_secret_access_key = SECRET\naws_session_token=SECRET",
            "<SessionToken>SECRET</SessionToken>",
            "Authorization: Bearer SECRET",
        ] {
            let safe = without_named(&text.replace("SECRET", SECRET)).into_owned();
            assert_eq!(safe, text.replace("SECRET", HIDDEN));
        }
    }

    #[test]
    fn phone_numbers_are_hidden_and_other_numbers_stay() {
        let said = "Invalid parameter: +12065550100 (and +442071838750)";
        assert_eq!(without_personal(said), format!("Invalid parameter: +{HIDDEN} (and +{HIDDEN})"));
        for text in ["2026-11-29T10:00:00+0000", "1+1", "a+12345678", "account 123456789012", "+", "++1"] {
            assert_eq!(without_personal(text), text);
        }
    }

    #[test]
    fn words_about_secrets_stay() {
        for text in [
            "The request signature we calculated does not match the signature you provided. Check your key.",
            "The security token included in the request is expired",
            "ä€ password: short",
        ] {
            assert_eq!(without_named(text), text);
        }
    }

    #[test]
    fn what_was_sent_is_hidden_wherever_it_stands() {
        let secrets = Secrets::default();
        secrets.keep(SECRET);
        secrets.keep("");
        assert_eq!(secrets.hidden_in(&format!("a{SECRET}b {SECRET}")), format!("a{HIDDEN}b {HIDDEN}"));
    }

    proptest! {
        #[test]
        fn any_text_is_read_without_a_panic(text in "(bearer|signature|İ|%3D|[ =:\"a-zé€]){0,30}") {
            let _ = without_personal(&text);
        }

        #[test]
        fn no_phone_number_is_left(before in "[ (:]?", digits in "[1-9][0-9]{7,14}", after in "[ ).]?") {
            let safe = without_personal(&format!("{before}+{digits}{after}"));
            prop_assert!(!safe.contains(&digits), "{}", safe);
        }

        #[test]
        fn no_named_secret_is_left(before in "([a-z]{0,9}[ &\"_?])?", name in 0..NAMES.len(), mark in "[ =:]{1,3}", after in "[ &\"<]") {
            let text = format!("{before}{}{mark}{SECRET}{after}", NAMES[name]);
            prop_assert!(!without_named(&text).contains(SECRET), "{}", text);
        }
    }
}
