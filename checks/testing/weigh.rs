//! What a fault may do to the findings of an exercise, for the matrix of a real account and for that of an emulator.

use crate::findings::{ClauseVerdict, Findings};

/// Reads that add to what is found, and decide nothing: exercises and operations.
const ADDITIONS: [(&str, &str); 5] = [
    ("ch09/account_info_mail", "ses:GetAccount"),
    ("ch09/publish_test", "ses:GetAccount"),
    ("ch09/sandbox_phone", "sns:ListSMSSandboxPhoneNumbers"),
    ("ch10/bucket_replication", "s3:ListObjectsV2"),
    ("ch12/layer_in_use", "lambda:ListLayers"),
];

/// Whether a read of the exercise only adds to what is found, so that it may fail and the exercise is done all the same.
pub fn is_addition(slug: &str, label: &str) -> bool {
    ADDITIONS.contains(&(slug, label))
}

/// Holds an exercise with a fault against the same exercise without: a clause may become one that cannot be told, or
/// one that is skipped because it depends on such a clause, and nothing else.
///
/// # Errors
/// When a clause has changed otherwise; says which and how.
pub fn weigh(before: &Findings, after: &Findings) -> Result<(), String> {
    let unread = after.0.iter().any(|finding| finding.verdict == ClauseVerdict::CannotTell);
    let changed = before.0.iter().zip(&after.0).find(|(without, with)| {
        let hidden = unread && matches!(with.verdict, ClauseVerdict::CannotTell | ClauseVerdict::Skipped);
        without.clause != with.clause || (!hidden && with.verdict != without.verdict)
    });
    match changed {
        Some((without, with)) => Err(format!("{without:#?}\nbecame\n{with:#?}")),
        None if before.0.len() != after.0.len() => Err("the findings are not as many".into()),
        None => Ok(()),
    }
}
