//! Judgements of conformance packs.

use crate::judgement::{Found, Judgement};
use crate::services::config::Pack;
use crate::wait;

const COMPLETE: &str = "CREATE_COMPLETE";
const IN_PROGRESS: &str = "CREATE_IN_PROGRESS";
/// Packs that an organization deploys in its accounts begin so.
const OF_ORGANIZATION: &str = "OrgConformsPack-";

/// The pack of the learner's own that is furthest.
pub fn furthest(packs: Vec<Pack>) -> Found<Pack> {
    let own = packs.into_iter().filter(|pack| !pack.name.starts_with(OF_ORGANIZATION));
    Found::from(own.min_by_key(|pack| match pack.state.as_str() {
        COMPLETE => 0,
        IN_PROGRESS => 1,
        _ => 2,
    }))
}

/// All its rules are there.
pub fn complete(pack: &Pack) -> Judgement {
    let reason = pack.reason.as_deref().unwrap_or_default();
    match pack.state.as_str() {
        COMPLETE => Judgement::holds(COMPLETE),
        IN_PROGRESS => Judgement::waits(COMPLETE, IN_PROGRESS, wait::CONFORMANCE_PACK),
        other if reason.is_empty() => Judgement::fails(COMPLETE, other),
        other => Judgement::fails(COMPLETE, format!("{other}: {reason}")).advising(advice(reason)),
    }
}

fn advice(reason: &str) -> &'static str {
    if reason.contains("Recorder") {
        return "A pack needs a recorder that is recording: exercise 10.e1. Delete the pack, and deploy it again.";
    }
    "Read the reason, put the template right, delete the pack, and deploy it again."
}
