//! Refuses answers that arrive incomplete, or larger than AWS's. The SDK's decoder takes a truncated answer for a
//! shorter one, and a truncated list would turn "cannot tell" into "not there".

use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::interceptors::context::{
    AfterDeserializationInterceptorContextRef, BeforeDeserializationInterceptorContextMut,
};
use aws_smithy_runtime_api::client::interceptors::{Intercept, dyn_dispatch_hint};
use aws_smithy_runtime_api::client::orchestrator::{HttpResponse, Metadata};
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_types::body::SdkBody;
use aws_smithy_types::config_bag::ConfigBag;
use http_body_util::Limited;
use xmlparser::{ElementEnd, Token, Tokenizer};

/// In bytes. The largest page that AWS sends is one of a thousand objects whose keys are as long as keys can be:
/// 1,024 bytes each, up to six times as many as XML entities (S3 API Reference, ListObjectsV2).
const LARGEST: usize = 8 << 20;

/// Why an answer is not what was sent.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
enum Damage {
    #[error("the answer has {0} bytes, and no answer of AWS has more than {LARGEST}")]
    TooLarge(u64),
    #[error("the answer is empty")]
    Empty,
    #[error("the answer breaks off or is damaged: {0}")]
    Broken(String),
}

/// Refuses answers that are damaged or too large. A client carries it beside the read-only guard.
#[derive(Clone, Copy, Debug)]
pub struct Intact;

#[dyn_dispatch_hint]
impl Intercept for Intact {
    fn name(&self) -> &'static str {
        "whole answers"
    }

    /// Memory is bounded while the body comes in, whatever its head announces.
    fn modify_before_deserialization(
        &self,
        context: &mut BeforeDeserializationInterceptorContextMut<'_>,
        _: &RuntimeComponents,
        bag: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let response = context.response_mut();
        if has_body(bag)
            && let Some(length) = announced(response).filter(|length| *length > LARGEST as u64)
        {
            return Err(Damage::TooLarge(length).into());
        }
        let body = std::mem::replace(response.body_mut(), SdkBody::empty());
        *response.body_mut() = SdkBody::from_body_1_x(Limited::new(body, LARGEST));
        Ok(())
    }

    fn read_after_deserialization(
        &self,
        context: &AfterDeserializationInterceptorContextRef<'_>,
        _: &RuntimeComponents,
        bag: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let response = context.response();
        if !has_body(bag) || is_streamed(bag) || !response.status().is_success() {
            return Ok(());
        }
        match response.body().bytes() {
            Some(body) => whole(body).map_err(Into::into),
            // The connection broke while the body came in: the SDK has that error, which says more than that nothing is here.
            None if context.output_or_error().is_err() => Ok(()),
            None => Err(Damage::Empty.into()),
        }
    }
}

/// The answer to a HEAD request is its head alone, and so is that to the one write (S3 API Reference, PutObject).
fn has_body(bag: &ConfigBag) -> bool {
    let has_head_alone = |name: &str| name.starts_with("Head") || name == "PutObject";
    bag.load::<Metadata>().is_none_or(|operation| !has_head_alone(operation.name()))
}

/// An object may hold anything, and its reader notices itself if it is truncated.
fn is_streamed(bag: &ConfigBag) -> bool {
    bag.load::<Metadata>().is_some_and(|operation| operation.service() == "S3" && operation.name() == "GetObject")
}

fn announced(response: &HttpResponse) -> Option<u64> {
    response.headers().get("content-length")?.parse().ok()
}

/// The SDK notices truncated JSON; XML must be checked here.
fn whole(body: &[u8]) -> Result<(), Damage> {
    let broken = |error: &dyn std::fmt::Display| Damage::Broken(error.to_string());
    match body.trim_ascii_start().first() {
        None => Err(Damage::Empty),
        Some(b'<') => balanced(str::from_utf8(body).map_err(|error| broken(&error))?),
        Some(_) => Ok(()),
    }
}

/// Every element is closed where it was opened.
fn balanced(xml: &str) -> Result<(), Damage> {
    let (mut open, mut is_empty) = (Vec::new(), true);
    for token in Tokenizer::from(xml) {
        match token.map_err(|error| Damage::Broken(error.to_string()))? {
            Token::ElementStart { prefix, local, .. } => {
                is_empty = false;
                open.push((prefix.as_str(), local.as_str()));
            }
            Token::ElementEnd { end: ElementEnd::Empty, .. } => drop(open.pop()),
            Token::ElementEnd { end: ElementEnd::Close(prefix, local), .. }
                if open.pop() != Some((prefix.as_str(), local.as_str())) =>
            {
                return Err(Damage::Broken(format!("</{local}> closes nothing")));
            }
            _ => {}
        }
    }
    match open.last() {
        Some((_, local)) => Err(Damage::Broken(format!("<{local}> is never closed"))),
        None if is_empty => Err(Damage::Empty),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const XML: &str =
        "<?xml version=\"1.0\"?>\n<a:List xmlns:a=\"x\"><Item/><Item b=\"1\">é &amp; &#x1b;</Item></a:List>\n";

    #[test]
    fn whole_answers_pass() {
        for body in [XML, "{\"a\": [1]}", "  {}", "<a></a>"] {
            assert_eq!(whole(body.as_bytes()), Ok(()), "{body}");
        }
    }

    #[test]
    fn damaged_answers_do_not() {
        for body in [
            "",
            " \n",
            "<?xml version=\"1.0\"?>",
            "<a>",
            "<a><b></a></b>",
            "<a></a></a>",
            "<a",
            "<a>\0</a>",
            "<p><br></p>",
        ] {
            assert!(whole(body.as_bytes()).is_err(), "{body:?}");
        }
        assert!(whole(b"<a>\xff</a>").is_err());
    }

    #[test]
    fn nesting_costs_no_stack() {
        let deep = "<a>".repeat(100_000) + &"</a>".repeat(100_000);
        assert_eq!(whole(deep.as_bytes()), Ok(()));
    }

    proptest! {
        #[test]
        fn what_breaks_off_is_seen_wherever_it_does(end in 0..XML.trim_end().len()) {
            prop_assert!(whole(&XML.as_bytes()[..end]).is_err());
        }

        #[test]
        fn any_bytes_are_read_without_a_panic(body: Vec<u8>, text in "[<>/a-c =\"&;\u{0}]{0,60}") {
            let _ = (whole(&body), whole(text.as_bytes()));
        }
    }
}
