//! 6.4: the function works under its own role.

use crate::book::function_policy;
use crate::judge::iam::{caller, execution_role};
use crate::judge::lambda::function;
use crate::services::iam::is_made_for;
use crate::services::lambda::Function;
use crate::verifier::prelude::*;

clauses! {
    FUNCTION = given::GET_CHAPTERS;
    ROLE: "the function works under the role function-get-chapters, or one like it",
        or "Open the function: Configuration, Permissions, Edit, Use an existing role, function-get-chapters.",
        at lambda::CONSOLE_PERMISSIONS.of(book::GET_CHAPTERS);
    READY: "the function is active, and its last change succeeded",
        or "Read the reason, and save the setting once more.", at lambda::CONSOLE_PERMISSIONS.of(book::GET_CHAPTERS);
}

pub const READS: Reads = &[lambda::FUNCTION.named(book::GET_CHAPTERS), iam::ROLE_PERMISSIONS];

pub async fn verify(aws: &Aws, you: &Learner, it: &mut Report<'_>) -> Outcome {
    let function = it.finds(FUNCTION, aws.function(you, book::GET_CHAPTERS.text).await)?;
    it.expects(ROLE, role(aws, you, &function).await);
    it.expects(READY, function::ready(&function));
    Ok(())
}

/// A role of another name does as well, if it lets the function do what it must; the one that Lambda made does not.
async fn role(aws: &Aws, you: &Learner, function: &Function) -> Read<Judgement> {
    let by_name = execution_role::works_under(function, book::FUNCTION_ROLE);
    let name = function.role_name();
    if is_made_for(name, &function.name) {
        return Ok(by_name);
    }
    let permissions = aws.role_permissions(you, name).await?;
    let asks = function_policy::caller_as(you, function);
    if by_name.does_hold() {
        return Ok(by_name.but(caller::refused(&permissions, &asks, &function_policy::needs_of_chapter(you))));
    }
    let needs = function_policy::reads_data_and_writes_logs(you, Some(&function.log_group));
    let enough = caller::role_allows(&permissions, &asks, &needs)?.does_hold();
    Ok(if enough { Judgement::holds(&function.role) } else { by_name })
}
