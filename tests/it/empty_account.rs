//! What `check --all` sends in an account where nothing of the book was built: a beginner's first check. The snapshot shows
//! in review what a new exercise adds.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::time::Duration;

use crate::harness::catalog;
use crate::harness::emulator::Emulator;
use crate::harness::proxy::Proxy;
use crate::harness::verdict::Verdict;
use crate::harness::workspace::Workspace;

/// The calls that such a check may send: 60 with the 31 exercises of chapters 4 to 6, and 250 with all 133.
fn most() -> usize {
    60 + (catalog::all().len() - 31) * (250 - 60) / (133 - 31)
}

#[test]
fn checking_everything_in_an_empty_account_sends_few_calls() {
    let emulator = Emulator::ministack();
    let proxy = Proxy::delaying(&emulator, Duration::ZERO);
    let report = Workspace::at(&proxy.endpoint(), emulator.account()).check(&["--all"]);
    assert!(report.exercises.iter().all(|exercise| exercise.verdict != Verdict::Done), "{report:#?}");

    let requests = proxy.requests();
    let mut calls = BTreeMap::<_, usize>::new();
    for request in &requests {
        *calls.entry(request.operation()).or_default() += 1;
    }
    let mut sent = format!("{} calls\n", requests.len());
    for (operation, count) in calls {
        writeln!(sent, "{count} {operation}").expect("a string grows");
    }
    assert!(requests.len() <= most(), "more than {} calls: {sent}", most());
    insta::assert_snapshot!(sent);
}
