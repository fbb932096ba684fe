//! 10.e2: a pack of rules holds what is recorded against them.

use crate::judge::config::{pack, recorder};
use crate::verifier::prelude::*;

clauses! {
    RECORDER: "AWS Config has a recorder of your own in {{ region }}", or "Exercise 10.e1 makes it.", at config::CONSOLE;
    RECORDS: "it is recording", or "Open Settings, and choose Start recording.", at config::CONSOLE;
    PACK: "{{ region }} has a conformance pack",
        or "In AWS Config, choose Conformance packs, then Deploy conformance pack.", at config::CONSOLE_PACKS, pillar OperationalExcellence;
    COMPLETE: "the pack is complete",
        or "Delete the pack, and deploy it again.", at config::CONSOLE_PACKS;
}

pub const READS: Reads = &[config::RECORDER, config::PACKS];

pub async fn verify(aws: &Aws, you: &Learner, it: &mut Report<'_>) -> Outcome {
    let (found, packs) = join!(aws.recorder(you), aws.conformance_packs(you));
    let found = it.finds(RECORDER, found)?;
    it.expects(RECORDS, recorder::records(&found));
    let pack = it.finds(PACK, packs.map(pack::furthest))?;
    it.expects(COMPLETE, pack::complete(&pack));
    Ok(())
}
