//! The Rust of a new exercise as a part of the unit tests, so that it fits the crate whenever an exercise is begun.

mod tests;
mod verifier;

use crate::report::Report;
use crate::tests::*;

#[tokio::test]
async fn the_verifier_holds_where_its_page_is() {
    let (you, aws) = (example(), solved().open());
    let mut report = Report::new(&you, verifier::CLAUSES);
    let outcome = verifier::verify(&aws, &you, &mut report).await;
    assert_eq!(report.finish(outcome).verdict(), Verdict::Done);
    assert!(!verifier::READS.is_empty());
}
