//! Many accounts checked at once in one process, each with many exercises.

use std::collections::BTreeMap;

use msl_learn_checks::{
    Access, Aws, Learner, Patience, PracticeAccess, VERIFIERS, Verdict, check, round, side_by_side, testing, unreadable,
};

/// What was seen of one account: the verdict of each exercise by its slug.
pub type Seen = BTreeMap<&'static str, Verdict>;

/// Checks all exercises in the accounts with these access keys, in one round.
pub fn check_all(endpoint: &str, keys: &[String], patience: Patience) -> Vec<Seen> {
    check_some(endpoint, keys, patience, |_| true)
}

/// Checks the exercises of these slugs in the accounts with these access keys, in one round.
pub fn check_some(
    endpoint: &str,
    keys: &[String],
    patience: Patience,
    is_wanted: impl Fn(&str) -> bool + Copy + Sync,
) -> Vec<Seen> {
    round(keys, |key| check_one(endpoint, key.clone(), patience, is_wanted))
}

async fn check_one(endpoint: &str, key: String, patience: Patience, is_wanted: impl Fn(&str) -> bool) -> Seen {
    let access = Access::Practice(PracticeAccess {
        endpoint: endpoint.into(),
        region: "us-east-1".into(),
        access_key: key,
        secret_key: "secret".into(),
        has_visitors: false,
    });
    let aws = Aws::reach_within(access, patience).await.expect("a practice account is always reached");
    let (aws, you) = (&aws, &learner());
    let fault = &aws.caller().await.err();
    let verdicts = VERIFIERS.iter().filter(|verifier| is_wanted(verifier.slug)).map(|verifier| async move {
        let findings = match fault {
            Some(fault) => unreadable(verifier.slug, you, fault),
            None => check(verifier.slug, aws, you).await,
        };
        (verifier.slug, findings.expect("a verifier of that slug").verdict())
    });
    side_by_side(verdicts).await.into_iter().collect()
}

fn learner() -> Learner {
    Learner { practice: true, ..testing::example() }
}
