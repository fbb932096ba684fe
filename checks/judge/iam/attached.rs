//! Judgements of the managed policies that a role has.

use crate::judgement::Judgement;
use crate::services::iam::PolicyUsers;

/// AWS's own policy that lets a function write its logs and nothing else.
const BASIC: &str = "AWSLambdaBasicExecutionRole";

/// Whether the ARN is of the account's own policy of that name, whatever its path.
pub fn is_own_policy(arn: &str, name: &str) -> bool {
    policy_name(arn) == name && !is_aws_own(arn)
}

/// The policy is among those attached; AWS's own ones beside it are said, since they allow more than the function needs.
pub fn attached(arns: &[String], name: &str) -> Judgement {
    let holds = Judgement::holds(format!("the policy {name}"));
    let wide: Vec<&str> = arns.iter().filter(|arn| is_aws_own(arn)).map(|arn| policy_name(arn)).collect();
    let wide: Vec<&str> = wide.into_iter().filter(|name| *name != BASIC).collect();
    if wide.is_empty() {
        return holds;
    }
    holds.advising(format!(
        "The function never needs this: {}. Such policies of AWS allow far more than one function uses; detach what {name} makes unnecessary.",
        wide.join(", ")
    ))
}

/// The policy is not attached; what is attached instead, and what the policy is attached to.
pub fn not_attached(arns: &[String], users: Option<&PolicyUsers>, name: &str) -> Judgement {
    let expected = format!("the policy {name} attached to the role");
    let elsewhere = users.and_then(elsewhere);
    let others: Vec<&str> = arns.iter().map(|arn| policy_name(arn)).collect();
    match (elsewhere, others.is_empty()) {
        (Some(place), _) => Judgement::fails(expected, format!("{name} is attached to {place}")).advising(format!(
            "Attach {name} to the role {name}, and detach it from {place}: the function acts with the permissions of its role alone."
        )),
        (None, true) => Judgement::absent(expected, "no policy is attached"),
        (None, false) => Judgement::fails(expected, format!("attached: {}", others.join(", "))),
    }
}

fn elsewhere(users: &PolicyUsers) -> Option<String> {
    let named = [("the role", &users.roles), ("the user", &users.users), ("the group", &users.groups)];
    named.into_iter().find_map(|(kind, names)| names.first().map(|name| format!("{kind} {name}")))
}

fn policy_name(arn: &str) -> &str {
    arn.rsplit('/').next().unwrap_or(arn)
}

fn is_aws_own(arn: &str) -> bool {
    arn.split(':').nth(4) == Some("aws")
}
