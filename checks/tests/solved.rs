//! The account in which everything is done: each exercise is, but for what a later one undoes on purpose.

use super::*;
use crate::VERIFIERS;
use crate::testing::is_undone;
use crate::testing::undone::{UNDONE, successor};

#[tokio::test]
async fn every_exercise_is_done_in_its_account() {
    for verifier in VERIFIERS {
        let findings = check(&solved_for(verifier.slug), verifier.slug).await;
        assert_eq!(findings.verdict(), Verdict::Done, "{}: {findings:#?}", verifier.slug);
    }
}

#[tokio::test]
async fn what_is_undone_in_the_end_and_nothing_else_is_not_done() {
    for verifier in VERIFIERS {
        let expected = if is_undone(verifier.slug) { Verdict::NotDone } else { Verdict::Done };
        let findings = check(&solved(), verifier.slug).await;
        assert_eq!(findings.verdict(), expected, "{}: {findings:#?}", verifier.slug);
    }
}

#[test]
fn what_undoes_is_the_successor_of_an_exercise() {
    for undone in UNDONE {
        let undoes = |slug: &str| successor(slug).is_some_and(|successor| successor == undone.by);
        assert!(VERIFIERS.iter().any(|verifier| undoes(verifier.slug)), "{} undoes nothing", undone.by);
    }
}
