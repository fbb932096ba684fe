//! The error codes that AWS's services answer with, and what each is caused by.

use super::cause::Cause;
use super::denial::Denial;

const EXPIRED: &[&str] = &["ExpiredToken", "ExpiredTokenException", "TokenRefreshRequired"];
const CLOCK: &[&str] = &["RequestExpired", "RequestTimeTooSkewed", "RequestInTheFuture"];
const INVALID: &[&str] = &[
    "InvalidClientTokenId",
    "InvalidAccessKeyId",
    "UnrecognizedClientException",
    "SignatureDoesNotMatch",
    "InvalidToken",
    "AuthFailure",
    "IncompleteSignature",
    "MissingAuthenticationToken",
];
/// The account has not the service: it is on the Free plan, or younger than a day.
const PLAN: &[&str] = &[
    "SubscriptionRequiredException",
    "SubscriptionRequired",
    "OptInRequired",
    "NotSignedUp",
    "FreeTierRestrictionError",
];
/// The same in words, which come with codes that mean something else as well.
const PLAN_WORDS: &[&str] = &["free tier accounts are not supported", "needs a subscription for the service"];
const DENIED: &[&str] = &[
    "AccessDenied",
    "AccessDeniedException",
    "UnauthorizedOperation",
    "AuthorizationError",
    "AuthorizationErrorException",
    "NotAuthorized",
    "AllAccessDisabled",
    "Forbidden",
];
const THROTTLED: &[&str] = &[
    "Throttling",
    "ThrottlingException",
    "ThrottledException",
    "TooManyRequestsException",
    "RequestLimitExceeded",
    "RequestThrottled",
    "RequestThrottledException",
    "SlowDown",
    "PriorRequestNotComplete",
    "BandwidthLimitExceeded",
    "LimitExceededException",
];
const NOT_IMPLEMENTED: &[&str] = &[
    "NotImplemented",
    "NotImplementedException",
    "UnknownOperationException",
    "UnknownOperation",
    "InvalidAction",
    "UnsupportedOperation",
    "UnsupportedOperationException",
];

/// What a service answered in place of what was asked for.
pub struct Answer<'a> {
    pub code: Option<&'a str>,
    pub message: &'a str,
    pub status: Option<u16>,
    pub has_body: bool,
    /// Whether an endpoint other than AWS's own answered.
    pub emulated: bool,
}

impl Answer<'_> {
    pub fn cause(&self) -> Cause {
        self.cause_by_code().unwrap_or_else(|| self.cause_by_status())
    }

    fn cause_by_code(&self) -> Option<Cause> {
        let code = self.code?;
        let is = |codes: &[&str]| codes.contains(&code);
        match code {
            _ if is(PLAN) || self.speaks_of_the_plan() => Some(Cause::Plan),
            _ if is(EXPIRED) => Some(Cause::Expired),
            _ if is(CLOCK) => Some(Cause::Clock),
            _ if is(INVALID) => Some(Cause::Invalid),
            _ if is(DENIED) => Some(Cause::Denied(Denial::parse(self.message))),
            _ if is(THROTTLED) => Some(Cause::Throttled),
            _ if is(NOT_IMPLEMENTED) && self.emulated => Some(Cause::NoOperation),
            "RequestTimeout" => Some(Cause::Timeout),
            _ => None,
        }
    }

    fn speaks_of_the_plan(&self) -> bool {
        let message = self.message.to_ascii_lowercase();
        PLAN_WORDS.iter().any(|words| message.contains(words))
    }

    /// AWS answers without a code only where an answer has no body (HEAD), or when it fails; a proxy sends a page.
    fn cause_by_status(&self) -> Cause {
        match (self.code, self.status) {
            (None, Some(403)) if self.emulated || !self.has_body => Cause::Denied(Denial::default()),
            (_, Some(429)) => Cause::Throttled,
            (_, Some(501)) if self.emulated => Cause::NoOperation,
            (None, Some(400..=499)) if self.emulated => Cause::NoOperation,
            // What it says is no answer of AWS's.
            (None, Some(200..=299)) if self.emulated => Cause::Incomplete,
            (None, Some(200..=499)) => Cause::NotAws,
            (_, Some(500..)) => Cause::Internal,
            _ => Cause::Bug,
        }
    }
}
