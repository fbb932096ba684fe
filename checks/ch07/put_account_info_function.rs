//! 7.15: a function that changes the name of the user who calls it.

use crate::book::{mail, put_account_info};
use crate::documents::package::Package;
use crate::judge::iam::caller;
use crate::judge::lambda::user_attributes::{self, Way};
use crate::judge::lambda::{code, function, trial};
use crate::services::lambda::Function;
use crate::verifier::prelude::*;

clauses! {
    FUNCTION = given::PUT_ACCOUNT_INFO, or "Create it in Lambda in {{ region }}: Author from scratch, under the name put-account-info.";
    RUNTIME: "it runs on a Node.js or Python that AWS supports",
        or "Edit the runtime settings on the page Code: choose the newest Node.js.", at lambda::CONSOLE_CODE.of(book::PUT_ACCOUNT_INFO);
    READY: "it is active, and its last change succeeded",
        or "Read the reason, and deploy the code once more.", at lambda::CONSOLE_CODE.of(book::PUT_ACCOUNT_INFO);
    ROLE: "it works under the role function-put-account-info, or one that also lets it write its log",
        or "Open the function: Configuration, Permissions, Edit, Use an existing role, function-put-account-info.",
        at lambda::CONSOLE_PERMISSIONS.of(book::PUT_ACCOUNT_INFO);
    HANDLER: "its code package has the handler",
        or "Give the file and what it exports the names that the handler has under Runtime settings.",
        at lambda::CONSOLE_CODE.of(book::PUT_ACCOUNT_INFO);
    CHANGES: "its code changes an attribute of the user",
        or "Send an UpdateUserAttributesCommand with the access token that came with the request, and deploy the code.",
        at lambda::CONSOLE_CODE.of(book::PUT_ACCOUNT_INFO);
    ATTRIBUTE: "the attribute is given_name",
        or "Write the attribute's name as Cognito does: given_name, in small letters.", at lambda::CONSOLE_CODE.of(book::PUT_ACCOUNT_INFO);
    ALLOWED: "it may change the user: the token allows that, or its role",
        or "Let the role do cognito-idp:AdminUpdateUserAttributes on the user pool, or send the user's own access token.",
        at lambda::CONSOLE_PERMISSIONS.of(book::PUT_ACCOUNT_INFO);
    ANSWER: "its code answers with status code 200 and text as body",
        or "Return an object with statusCode 200, headers and a body of text, such as \"{}\".",
        at lambda::CONSOLE_CODE.of(book::PUT_ACCOUNT_INFO);
    CORS: "its code sends the header Access-Control-Allow-Origin for the website",
        or "Add the header to the answer, with https://{{ domain }} or *, and deploy the code.",
        at lambda::CONSOLE_CODE.of(book::PUT_ACCOUNT_INFO);
    TRIAL: "asked by somebody who has signed in, it changes that person's given name",
        or "Save another name on the account page, and read the function's log.", at lambda::CONSOLE_CODE.of(book::PUT_ACCOUNT_INFO);
}

pub const READS: Reads = &[lambda::FUNCTION.named(book::PUT_ACCOUNT_INFO), iam::ROLE_PERMISSIONS, cognito::POOL_DOMAIN];

pub async fn verify(aws: &Aws, you: &Learner, it: &mut Report<'_>) -> Outcome {
    let function = it.finds(FUNCTION, aws.function(you, book::PUT_ACCOUNT_INFO.text).await)?;
    it.expects(RUNTIME, function::supported_runtime(&function));
    it.expects(READY, function::ready(&function));
    let (package, role) = join!(aws.package(&function), aws.role_permissions(you, function.role_name()));
    it.expects(HANDLER, package.judged(|package| code::handler(&function, package)));
    it.expects(CHANGES, package.judged(|package| user_attributes::changes_user(package)));
    it.expects(ATTRIBUTE, package.judged(|package| user_attributes::names(package, book::NAME_OF_USER)));
    it.expects(ANSWER, package.judged(|package| code::answers(package)));
    it.expects(CORS, package.judged(|package| code::allows_origin(package, &you.domain)));
    it.expects(ROLE, role.clone().and_then(|role| works_under(you, &function, &role)));
    let key = user_attributes::name_in_body(package.as_deref().ok());
    let (allowed, tried) = join!(
        async {
            match &package {
                Ok(package) => allowed(aws, you, &function, package, role).await,
                Err(fault) => Err(fault.clone()),
            }
        },
        aws.try_change(&function, mail::trial_with(you, key)),
    );
    it.expects(ALLOWED, allowed);
    let judged = |answer| trial::not_here(&function).unwrap_or_else(|| trial::changed_name(&answer));
    it.sees(TRIAL, &[READY, HANDLER, CHANGES, ATTRIBUTE, ALLOWED, ANSWER], tried.map(judged));
    Ok(())
}

/// The role of the book, or any that lets the function write its log.
fn works_under(you: &Learner, function: &Function, role: &iam::RolePermissions) -> Read<Judgement> {
    if role.role.is_none() {
        let found = format!("the role {}, which is not there", function.role_name());
        return Ok(Judgement::absent(book::PUT_ACCOUNT_INFO_ROLE, found));
    }
    let needs = put_account_info::writes_logs(you, Some(&function.log_group));
    let allowed = caller::role_allows(role, &book::function_policy::caller_as(you, function), &needs)?;
    Ok(allowed.and(Judgement::holds(&function.role)))
}

/// A user's own access token lets the function change the user, without any policy; what the token must be for, 7.1 and
/// 7.17 ask. Without one, the role must let it.
async fn allowed(
    aws: &Aws,
    you: &Learner,
    function: &Function,
    package: &Package,
    role: Read<iam::RolePermissions>,
) -> Read<Judgement> {
    match user_attributes::way(package) {
        Some(Way::ByToken) => Ok(Judgement::holds("the user's own access token, which needs no policy")),
        None => Ok(Judgement::skips("not told from the code: nothing in it is seen to change a user")),
        Some(Way::AsAdministrator) => {
            let Some(domain) = aws.pool_domain(you, &you.names.auth_domain).await? else {
                return Ok(Judgement::skips("no user pool has the domain of the sign-in pages yet (exercise 7.1)"));
            };
            let need = put_account_info::changes_users(&domain.pool_arn(you));
            caller::role_allows(&role?, &book::function_policy::caller_as(you, function), &[need])
        }
    }
}
