//! 6.10: what Lambda made for the function in 5.10, a role and its policy, is gone.

use crate::judge::iam::execution_role;
use crate::verifier::prelude::*;

clauses! {
    FUNCTION = given::GET_CHAPTERS;
    NEW_ROLE: "the function works under a role of its own, which is there",
        or "Give the function the role function-get-chapters first (exercise 6.4).", at lambda::CONSOLE_PERMISSIONS.of(book::GET_CHAPTERS);
    OLD_ROLE: "the role that Lambda made in exercise 5.10 is deleted",
        or "In IAM, under Roles, delete the role whose name begins with get-chapters-role.", at iam::CONSOLE_ROLES, pillar Security;
    OLD_POLICY: "the policy that Lambda made with it is deleted",
        or "In IAM, under Policies, delete the customer managed policy AWSLambdaBasicExecutionRole that names the log group of get-chapters.",
        at iam::CONSOLE_POLICIES, pillar Security;
}

pub const READS: Reads = &[lambda::FUNCTION.named(book::GET_CHAPTERS), iam::ROLES, iam::LAMBDA_POLICIES];

pub async fn verify(aws: &Aws, you: &Learner, it: &mut Report<'_>) -> Outcome {
    let (function, roles, policies) = join!(
        aws.function(you, book::GET_CHAPTERS.text),
        aws.roles(),
        aws.policies_made_for(you, book::GET_CHAPTERS.text)
    );
    let function = it.finds(FUNCTION, function)?;
    it.expects(NEW_ROLE, roles.judged(|roles| execution_role::own_role(&function, roles, book::FUNCTION_ROLE)));
    it.expects(OLD_ROLE, roles.map(|roles| execution_role::no_made_role(&function, &roles)));
    it.expects(OLD_POLICY, policies.map(|policies| execution_role::no_made_policy(&policies)));
    Ok(())
}
