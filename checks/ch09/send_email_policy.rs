//! 9.4: a policy of the account lets the function of the account page send mail from the domain.

use crate::book::{mail, put_account_info};
use crate::documents::policy::Policy;
use crate::verifier::prelude::*;

clauses! {
    POLICY: "your account has the policy function-put-account-info, or another that serves the same end",
        or "In IAM, under Policies, create a policy named function-put-account-info.", at iam::CONSOLE_POLICIES;
    SENDS: "the policy allows ses:SendEmail on the identity {{ domain }}",
        or "Add a statement that allows ses:SendEmail on arn:{{ partition }}:ses:{{ region }}:{{ account }}:identity/{{ domain }}.",
        at iam::CONSOLE_POLICIES;
    NARROW: "for SES, the policy allows sending and nothing else",
        or "Name ses:SendEmail as the action.", at iam::CONSOLE_POLICIES, pillar Security;
}

pub const READS: Reads = &[iam::POLICY_FOR_SERVICE];

pub async fn verify(aws: &Aws, you: &Learner, it: &mut Report<'_>) -> Outcome {
    let caller = put_account_info::caller(you);
    let fits = |policies: &[Policy]| mail::is_allowed_by(you, policies, &caller);
    let named = ("lambda.amazonaws.com", book::PUT_ACCOUNT_INFO_ROLE);
    let policy = it.finds(POLICY, aws.policy_for_service(you, named, fits).await)?;
    let documents = aws.documents_of(you, &policy).await;
    let all = documents.as_ref().map(|all| all.iter().collect::<Vec<_>>()).map_err(Clone::clone);
    it.expects(SENDS, all.clone().and_then(|all| mail::may_send(you, &all, &caller, mail::SEND)));
    it.expects(NARROW, all.map(|all| mail::sends_alone(&policy, book::PUT_ACCOUNT_INFO_ROLE, &all)));
    Ok(())
}
