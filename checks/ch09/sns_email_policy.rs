//! 9.9: a policy of the account lets the function that the topic calls send mail from the domain.

use crate::book::{email_function, mail};
use crate::documents::policy::Policy;
use crate::judge::iam::permissions;
use crate::verifier::prelude::*;

clauses! {
    POLICY: "your account has the policy function-sns-send-email, or another that serves the same end",
        or "In IAM, under Policies, create a policy named function-sns-send-email.", at iam::CONSOLE_POLICIES;
    SENDS: "the policy allows ses:SendEmail on the identity {{ domain }}",
        or "Add a statement that allows ses:SendEmail on arn:{{ partition }}:ses:{{ region }}:{{ account }}:identity/*.",
        at iam::CONSOLE_POLICIES;
    NARROW: "for SES, the policy allows sending and nothing else",
        or "Name ses:SendEmail as the action.", at iam::CONSOLE_POLICIES, pillar Security;
}

pub const READS: Reads = &[iam::POLICY_FOR_SERVICE];

pub async fn verify(aws: &Aws, you: &Learner, it: &mut Report<'_>) -> Outcome {
    let caller = email_function::caller(you);
    let fits = |policies: &[Policy]| email_function::is_allowed_by(you, policies);
    let named = ("lambda.amazonaws.com", book::SEND_EMAIL_ROLE);
    // That the other function may send mail as well ends with exercise 9.13.
    let policy = aws.policy_for_service_beside(you, named, book::PUT_ACCOUNT_INFO_ROLE, fits).await;
    let policy = it.finds(POLICY, policy)?;
    let documents = aws.documents_of(you, &policy).await;
    let all = documents.as_ref().map(|all| all.iter().collect::<Vec<_>>()).map_err(Clone::clone);
    it.expects(SENDS, all.clone().and_then(|all| mail::may_send(you, &all, &caller, mail::SEND)));
    let needed = email_function::ever_needed(you, None);
    let alone = |all: &[&Policy]| mail::sends_alone(&policy, book::SEND_EMAIL_ROLE, all);
    it.expects(NARROW, all.map(|all| permissions::no_more_than_needed(alone(&all), &all, &needed)));
    Ok(())
}
