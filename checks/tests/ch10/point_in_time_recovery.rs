//! 10.3: what says that a table can be put back, and what says nothing.

use crate::tests::*;
use ClauseVerdict::{CannotTell, Fails, Holds};

const SLUG: &str = "ch10/point_in_time_recovery";
const DESCRIBE: &str = "dynamodb:DescribeContinuousBackups";

#[tokio::test]
async fn continuous_backups_are_enabled_for_every_table_and_prove_nothing() {
    let off = dynamodb::recovery("DISABLED");
    assert!(off.contains(r#""ContinuousBackupsStatus": "ENABLED""#), "{off}");
    let one = solved().answers_to(DESCRIBE, r#""analytics""#, ok(off.clone()));
    expect(&one, SLUG, Verdict::NotDone, &[(Fails, "analytics_recovery", "off")]).await;
    let expected = [(Fails, "chapters_recovery", "off"), (Fails, "analytics_recovery", "off")];
    expect(&solved().answers(DESCRIBE, ok(off)), SLUG, Verdict::NotDone, &expected).await;
}

#[tokio::test]
async fn the_period_is_up_to_the_learner() {
    let week = solved().edited(DESCRIBE, "35", "7");
    expect(&week, SLUG, Verdict::Done, &[(Holds, "chapters_recovery", "for 7 days")]).await;
    let unsaid = solved().edited(DESCRIBE, r#", "RecoveryPeriodInDays": 35"#, "");
    expect(&unsaid, SLUG, Verdict::Done, &[(Holds, "chapters_recovery", "on")]).await;
}

#[tokio::test]
async fn an_answer_without_a_status_tells_nothing() {
    let lacking = solved().edited(DESCRIBE, r#""PointInTimeRecoveryStatus": "ENABLED","#, "");
    let expected = [(CannotTell, "chapters_recovery", "AWS always sends"), (CannotTell, "analytics_recovery", "")];
    expect(&lacking, SLUG, Verdict::CannotTell, &expected).await;
}
