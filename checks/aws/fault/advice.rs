//! Whose side a fault is on, and what the learner does about it.

use serde_json::{Value, json};

use super::call::Call;
use super::cause::Cause;
use super::denial::{Denial, PolicyType};
use crate::aws::operation::{Operation, Scope};

/// What to do about a fault of that cause.
pub fn of(cause: &Cause, call: Option<&Call>, named: Option<&Operation>) -> String {
    match cause {
        Cause::Denied(denial) => denied(denial, call, named),
        Cause::Plan => not_in_plan(call),
        known => words(known).to_owned(),
    }
}

/// What to do about a switch of the AWS configuration that asks for endpoints of a kind.
const NO_FIPS_ENDPOINT: &str = "Nothing is known about your work: AWS_USE_FIPS_ENDPOINT, or use_fips_endpoint in the \
     profile, asks for an endpoint that this service does not have in this region. Turn it off for this command: \
     `AWS_USE_FIPS_ENDPOINT=false msl-learn check`.";
const NO_DUAL_STACK_ENDPOINT: &str = "Nothing is known about your work: AWS_USE_DUALSTACK_ENDPOINT, or \
     use_dualstack_endpoint in the profile, asks for an endpoint that this service does not have in this region. Turn it \
     off for this command: `AWS_USE_DUALSTACK_ENDPOINT=false msl-learn check`.";

/// What to do where an emulator does not know an operation, or answers otherwise than AWS does.
const NOT_AWS: &str =
    "This endpoint is not AWS and does not implement what this needs. In a real account it can be checked.";
const OTHERWISE_THAN_AWS: &str = "This endpoint is not AWS and does not implement what this needs. In a real account it \
     can be checked. If it could be checked here before, make again what you changed last.";

fn words(cause: &Cause) -> &'static str {
    match cause {
        Cause::Dns => {
            "Nothing is known about your work: the name of the host leads nowhere. Check the network and its DNS (VPN, \
             sign-in page of the Wi-Fi) and the region in msl-learn.toml, then check again."
        }
        Cause::NoFipsEndpoint => NO_FIPS_ENDPOINT,
        Cause::NoDualStackEndpoint => NO_DUAL_STACK_ENDPOINT,
        Cause::Tls => {
            "Nothing is known about your work: the encryption with AWS was not agreed upon. A company's proxy or a virus \
             scanner that opens encrypted connections does this, and so does a wrong clock. Set AWS_CA_BUNDLE to the file of \
             its certificates (PEM), which whoever manages the network has, or use another network."
        }
        Cause::NotAws => {
            "Nothing is known about your work: a proxy or the sign-in page of the Wi-Fi answered instead of AWS. Open any \
             page in a browser and sign in to the network, then check again."
        }
        Cause::Refused | Cause::Timeout | Cause::CutOff | Cause::Network => {
            "Nothing is known about your work: AWS was not reached. Check the network (proxy, VPN, sign-in page of the \
             Wi-Fi), then check again. In a practice account, `msl-learn practice start` starts it."
        }
        Cause::NoCredentials => {
            "Sign in first: `aws login`, `aws sso login`, or `aws configure` with an access key of your IAM user. \
             If you use a profile, name it: as `profile` in msl-learn.toml, or with --profile for `msl-learn init`."
        }
        Cause::Expired => {
            "Your sign-in has expired. Sign in again (`aws login`, or `aws sso login`), then check again."
        }
        Cause::SignIn => {
            "Your sign-in is missing or has run out. Sign in again as you did before, `aws login` or `aws sso login` \
             (with --profile, if msl-learn.toml names one), then check again."
        }
        Cause::Configuration => {
            "Your AWS configuration leads to no credentials. `aws sts get-caller-identity` must work first, with the \
             profile that msl-learn.toml names; correct ~/.aws/config or that name."
        }
        Cause::Invalid => {
            "AWS does not accept these credentials. See which they are with `aws configure list`, and sign in again."
        }
        Cause::Clock => "AWS refuses requests whose time is wrong. Set your computer's clock, then check again.",
        Cause::Throttled => {
            "AWS answers that there are too many requests in this account at the moment. Wait a minute, then check again."
        }
        Cause::Internal => "The fault is on AWS's side, not in your work. Wait a minute, then check again.",
        Cause::NoOperation => NOT_AWS,
        Cause::Incomplete => OTHERWISE_THAN_AWS,
        Cause::Outside(trouble) => trouble.fix(),
        Cause::Undecided => {
            "Only AWS knows what this condition or variable comes to at the time of a request. The exercise needs none: \
             write it without, with the names in full, and it can be told."
        }
        Cause::NotRead => {
            "Your way may be right, and is not read here. Do it as the walkthrough does, and it can be told."
        }
        Cause::File => "Nothing is known about your work: make the file readable for you, then check again.",
        Cause::Bug | Cause::Denied(_) | Cause::Plan => {
            "This is not in your work but most likely a fault of msl-learn. Please report it: copy the reason above and \
             what `msl-learn --version` says into an issue of the msl-learn project, without what is private in it."
        }
    }
}

/// Says what an account does that lacks the service. No policy gives it.
fn not_in_plan(call: Option<&Call>) -> String {
    let service = call.map_or("this service", |call| call.operation.service);
    format!(
        "Your work is not at fault: your account's plan does not include {service}. Upgrade the plan in the console's Billing \
         and Cost Management, which keeps your credits; in an account younger than a day, try again tomorrow. No IAM policy \
         changes this."
    )
}

/// Says who can lift a denial, and how. It is no mistake in the exercise.
fn denied(denial: &Denial, call: Option<&Call>, named: Option<&Operation>) -> String {
    let mut text = format!("Your work is not at fault: {} may not look. {}", who(denial), lifted_by(denial));
    if let Some(statement) = call.filter(|_| denial.is_curable_by_allow()).and_then(|call| fix(denial, call, named)) {
        text.push_str(&format!(" Smallest policy statement that fixes it: {statement}"));
    }
    if denial.encoded.is_some() {
        text.push_str(
            " The encoded message in the reason holds the whole decision: \
             `aws sts decode-authorization-message --encoded-message MESSAGE` shows it.",
        );
    }
    text
}

fn who(denial: &Denial) -> &str {
    denial.principal.as_deref().unwrap_or("this caller")
}

fn lifted_by(denial: &Denial) -> String {
    let place = place(denial);
    if denial.explicit {
        return format!(
            "A Deny in {place} forbids it, and outweighs every Allow: have that statement removed or narrowed by {}.",
            whom(denial.policy)
        );
    }
    match denial.policy {
        PolicyType::Unnamed => {
            "AWS does not say which policy is missing; most often nothing allows it. `msl-learn policy` prints all that \
             checking needs."
                .into()
        }
        PolicyType::Identity => {
            "No policy of the caller allows it. `msl-learn policy` prints all that checking needs.".into()
        }
        PolicyType::Resource | PolicyType::RoleTrust => format!("It must be allowed in {place}."),
        PolicyType::Session => format!("It must be allowed in {place} too: sign in with another role or permission set."),
        PolicyType::VpcEndpoint => format!("It must be allowed in {place} too; or check from another network."),
        PolicyType::PermissionsBoundary | PolicyType::ServiceControl | PolicyType::ResourceControl => format!(
            "It lies outside of what {place} lets other policies allow: only {} can widen that.",
            whom(denial.policy)
        ),
    }
}

fn place(denial: &Denial) -> String {
    let resource = denial.resource.as_deref().unwrap_or("the resource");
    match denial.policy {
        PolicyType::Unnamed => "some policy".into(),
        PolicyType::Identity => format!("a policy of {}", who(denial)),
        PolicyType::Resource => format!("the policy of {resource}"),
        PolicyType::RoleTrust => format!("the trust policy of {resource}"),
        PolicyType::PermissionsBoundary => format!("the permissions boundary of {}", who(denial)),
        PolicyType::Session => "the session policy of this sign-in".into(),
        PolicyType::ServiceControl => "a service control policy of the organization".into(),
        PolicyType::ResourceControl => "a resource control policy of the organization".into(),
        PolicyType::VpcEndpoint => "the policy of the VPC endpoint that the request went through".into(),
    }
}

fn whom(policy: PolicyType) -> &'static str {
    match policy {
        PolicyType::ServiceControl | PolicyType::ResourceControl => "whoever manages the organization",
        PolicyType::VpcEndpoint => "whoever manages the network",
        _ => "whoever manages the account",
    }
}

/// The smallest statement that allows what was denied. If AWS's message names the action of another operation that we
/// send, it counts; nothing else of the message gets into a policy.
fn fix(denial: &Denial, call: &Call, named: Option<&Operation>) -> Option<Value> {
    let own = call.operation;
    let (action, resource) = match named.filter(|other| other.action != own.action) {
        Some(other) => (json!(other.action), json!(denial.resource.as_deref().filter(|r| is_one_arn(r))?)),
        None if own.scope == Scope::Free => return None,
        None if own.scope == Scope::All && !own.beside.is_empty() => {
            (json!(own.actions().collect::<Vec<_>>()), json!("*"))
        }
        None if !own.beside.is_empty() && denial.action.is_none() => {
            let home = call.resource.split('/').next().unwrap_or_default();
            (json!([own.action, own.beside]), json!([call.resource, home]))
        }
        None if own.scope == Scope::All => (json!(own.action), json!("*")),
        None => (json!(own.action), json!(call.resource)),
    };
    let mut statement = json!({ "Effect": "Allow", "Action": action, "Resource": resource });
    if matches!(denial.policy, PolicyType::Resource | PolicyType::RoleTrust) {
        statement["Principal"] = json!({ "AWS": denial.principal.as_deref().filter(|p| is_one_arn(p))? });
    }
    Some(statement)
}

fn is_one_arn(text: &str) -> bool {
    text.starts_with("arn:") && !text.contains(['*', '?'])
}
