//! How far a stack is, and what leads on from there. Source: AWS CloudFormation User Guide, "Stack status codes".

use crate::judgement::Judgement;
use crate::services::cloudformation::Stack;
use crate::wait;

/// What a stack is called that AWS has finished with, without anything wrong.
const COMPLETE: [&str; 3] = ["CREATE_COMPLETE", "UPDATE_COMPLETE", "IMPORT_COMPLETE"];
/// The last change failed, and what was before is there again.
const AS_BEFORE: [&str; 2] = ["UPDATE_ROLLBACK_COMPLETE", "IMPORT_ROLLBACK_COMPLETE"];
/// AWS is at work, and nothing has gone wrong yet.
const AT_WORK: [&str; 4] =
    ["CREATE_IN_PROGRESS", "UPDATE_IN_PROGRESS", "UPDATE_COMPLETE_CLEANUP_IN_PROGRESS", "IMPORT_IN_PROGRESS"];
const UPDATED: &str = "UPDATE_COMPLETE";

/// The stack stands. If its last change was undone, it stands as it was before.
pub fn complete(stack: &Stack) -> Judgement {
    let status = stack.status.as_str();
    if COMPLETE.contains(&status) {
        return Judgement::holds(status);
    }
    if AS_BEFORE.contains(&status) {
        return Judgement::holds(said(stack)).advising(
            "The last change failed and was undone, so the stack is as it was before. Its first cause is under Events, in the \
             oldest line that says FAILED.",
        );
    }
    unfinished(stack, "CREATE_COMPLETE")
}

/// The stack was changed after it was made, and the change stands.
pub fn updated(stack: &Stack) -> Judgement {
    let status = stack.status.as_str();
    if status == UPDATED {
        return Judgement::holds(status);
    }
    if AS_BEFORE.contains(&status) {
        return Judgement::fails(UPDATED, said(stack)).advising(
            "The change failed and was undone. Open Events: the oldest line that says FAILED has the cause. Put the template \
             right, and update the stack again.",
        );
    }
    if COMPLETE.contains(&status) {
        return Judgement::fails(UPDATED, format!("{status}: nothing was changed since"));
    }
    unfinished(stack, UPDATED)
}

/// Nobody has found that something of the stack was changed by hand.
pub fn drift(stack: &Stack) -> Judgement {
    const EXPECTED: &str = "no drift";
    match stack.drift.as_deref() {
        Some("DRIFTED") => Judgement::fails(EXPECTED, "DRIFTED: something was changed by hand").advising(
            "Choose Stack actions, View drift results. Put the change into the template and update the stack, or take it back \
             by hand. Then choose Detect drift again.",
        ),
        Some("IN_SYNC") => Judgement::holds("IN_SYNC"),
        other => Judgement::holds(other.unwrap_or("NOT_CHECKED")).advising(
            "Nobody has looked for drift, and this check only reads. Choose Stack actions, Detect drift, to have CloudFormation \
             compare the stack with what is there.",
        ),
    }
}

/// What AWS says of the stack, and why.
fn said(stack: &Stack) -> String {
    match &stack.reason {
        Some(reason) => format!("{}: {reason}", stack.status),
        None => stack.status.clone(),
    }
}

fn unfinished(stack: &Stack, expected: &str) -> Judgement {
    let status = stack.status.as_str();
    if AT_WORK.contains(&status) {
        return Judgement::waits(expected, status, wait::STACK);
    }
    let name = &stack.name;
    let advice = match status {
        "REVIEW_IN_PROGRESS" => {
            "Nothing was made yet: a change set waits for you. Open Change sets, and execute it, or delete the stack.".to_owned()
        }
        "ROLLBACK_COMPLETE" | "CREATE_FAILED" => format!(
            "Such a stack cannot be updated. Read the cause under Events, in the oldest line that says FAILED; then delete the \
             stack {name}, put the template right, and create the stack again."
        ),
        "ROLLBACK_FAILED" => format!(
            "Something that was made could not be deleted again. Remove it by hand, such as the objects of a bucket, then delete \
             the stack {name} and create it again."
        ),
        "UPDATE_FAILED" => {
            "Rolling back was turned off for this change. Put the template right and update the stack again, or choose Stack \
             failure options, Roll back."
                .to_owned()
        }
        "UPDATE_ROLLBACK_FAILED" => {
            "Choose Stack actions, Continue update rollback. If a resource cannot be put back, remove what keeps it, or skip it; \
             then update the stack again."
                .to_owned()
        }
        "DELETE_FAILED" => format!(
            "The stack {name} could not be deleted: a bucket is not empty, or a role is in use. Empty the bucket, delete the \
             stack again, and create it once more."
        ),
        "DELETE_IN_PROGRESS" => format!("Wait until the stack {name} is gone, then create it again."),
        _ => "Wait until AWS has undone the change. The cause is under Events, in the oldest line that says FAILED.".to_owned(),
    };
    Judgement::fails(expected, said(stack)).advising(advice)
}
