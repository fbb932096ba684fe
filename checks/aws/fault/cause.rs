//! What can make a read fail: the kinds, and the causes under each.

use super::denial::Denial;
use super::trouble::Trouble;

/// The kinds of failed reads; the names are part of the JSON promise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FaultKind {
    /// Nothing that is AWS answered: DNS, refused, timeout, TLS, or a proxy instead of AWS.
    NotReachable,
    /// Credentials are missing, expired or wrong, or the clock is.
    Credentials,
    /// AWS refused the caller.
    Denied,
    /// AWS refused the account: its plan does not include the service.
    NotInPlan,
    /// AWS answered that there were too many requests, after all attempts.
    Throttled,
    /// AWS's own fault.
    AwsFault,
    /// The endpoint does not implement the operation, or leaves out what AWS always answers.
    NotImplemented,
    /// None of these: a bug of this program.
    Unexpected,
}

impl FaultKind {
    pub fn name(self) -> &'static str {
        match self {
            FaultKind::NotReachable => "not_reachable",
            FaultKind::Credentials => "credentials",
            FaultKind::Denied => "denied",
            FaultKind::NotInPlan => "not_in_plan",
            FaultKind::Throttled => "throttled",
            FaultKind::AwsFault => "aws_fault",
            FaultKind::NotImplemented => "not_implemented",
            FaultKind::Unexpected => "unexpected",
        }
    }
}

/// Why a read failed, below its kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cause {
    /// The name of the host leads nowhere.
    Dns,
    /// The same, of an endpoint that AWS_USE_FIPS_ENDPOINT asks for.
    NoFipsEndpoint,
    /// The same, of an endpoint that AWS_USE_DUALSTACK_ENDPOINT asks for.
    NoDualStackEndpoint,
    /// Nothing listens there.
    Refused,
    /// No answer in time.
    Timeout,
    /// The encryption was not agreed upon, or the certificate is not trusted.
    Tls,
    /// The connection or the answer broke off.
    CutOff,
    /// A proxy or a sign-in page answered instead of AWS.
    NotAws,
    /// Something else between here and AWS.
    Network,
    /// No credentials are anywhere.
    NoCredentials,
    /// Temporary credentials that AWS no longer takes.
    Expired,
    /// Keys that AWS does not know, or whose secret is wrong.
    Invalid,
    /// The token of IAM Identity Center or of `aws login` is missing or has run out.
    SignIn,
    /// The AWS configuration does not lead to credentials.
    Configuration,
    /// The time of the request is wrong.
    Clock,
    Denied(Denial),
    /// The account's plan, or its first day, does not include the service.
    Plan,
    Throttled,
    Internal,
    /// The endpoint does not know the operation.
    NoOperation,
    /// The answer lacks what AWS, by the service model, always sends.
    Incomplete,
    /// A look from outside met this.
    Outside(Trouble),
    /// All was read, and only AWS knows what it comes to.
    Undecided,
    /// All was read, and leaves it to something of the account that is not read.
    NotRead,
    /// A file of the learner's own cannot be read.
    File,
    Bug,
}

impl Cause {
    /// The action that AWS names as the one that is not allowed.
    pub fn denied_action(&self) -> Option<&str> {
        match self {
            Cause::Denied(denial) => denial.action.as_deref(),
            _ => None,
        }
    }

    pub fn kind(&self) -> FaultKind {
        use Cause::*;
        match self {
            Dns | NoFipsEndpoint | NoDualStackEndpoint | Refused | Timeout | Tls | CutOff | NotAws | Network => {
                FaultKind::NotReachable
            }
            NoCredentials | Expired | Invalid | SignIn | Configuration | Clock => FaultKind::Credentials,
            Denied(_) => FaultKind::Denied,
            Plan => FaultKind::NotInPlan,
            Throttled => FaultKind::Throttled,
            Internal => FaultKind::AwsFault,
            NoOperation | Incomplete => FaultKind::NotImplemented,
            Outside(trouble) => trouble.like().kind(),
            Undecided | NotRead | File | Bug => FaultKind::Unexpected,
        }
    }

    /// How scripts know it; part of the JSON promise.
    pub fn name(&self) -> &'static str {
        match self {
            Cause::Dns => "dns",
            Cause::NoFipsEndpoint => "no_fips_endpoint",
            Cause::NoDualStackEndpoint => "no_dual_stack_endpoint",
            Cause::Refused => "refused",
            Cause::Timeout => "timeout",
            Cause::Tls => "tls",
            Cause::CutOff => "cut_off",
            Cause::NotAws => "not_aws",
            Cause::Network => "network",
            Cause::NoCredentials => "no_credentials",
            Cause::Expired => "expired",
            Cause::Invalid => "invalid",
            Cause::SignIn => "sign_in",
            Cause::Configuration => "configuration",
            Cause::Clock => "clock",
            Cause::Denied(denial) => denial.policy.name(),
            Cause::Plan => "plan",
            Cause::Throttled => "throttled",
            Cause::Internal => "internal",
            Cause::NoOperation => "no_operation",
            Cause::Incomplete => "incomplete",
            Cause::Outside(trouble) => trouble.like().name(),
            Cause::Undecided => "undecided",
            Cause::NotRead => "not_read",
            Cause::File => "file",
            Cause::Bug => "bug",
        }
    }
}
