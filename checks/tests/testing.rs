//! The accounts of the tests themselves: a wrong test must fail loudly.

use crate::testing::{Account, ok};

#[tokio::test]
#[should_panic(expected = "no answer for sts:GetCallerIdentity: POST https://sts.us-east-1.amazonaws.com/")]
async fn a_request_without_an_answer_panics() {
    let _ = Account::empty().open().caller().await;
}

#[tokio::test]
async fn the_answer_added_last_wins() {
    let account = |arn| {
        ok(format!(
            "<GetCallerIdentityResponse><GetCallerIdentityResult><Account>1</Account>
        <Arn>{arn}</Arn></GetCallerIdentityResult></GetCallerIdentityResponse>"
        ))
    };
    let label = "sts:GetCallerIdentity";
    let double = Account::empty().answers(label, account("a")).answers_to(label, "Action=Get", account("b"));
    assert_eq!(double.open().caller().await.unwrap().arn, "b");
    let double = double.answers_to(label, "Action=List", account("c")).edited(label, "<Arn>a", "<Arn>d");
    assert_eq!(double.open().caller().await.unwrap().arn, "b");
    assert_eq!(double.asked().len(), 2);
}

#[test]
#[should_panic(expected = "no answer of s3:ListBuckets holds b")]
fn an_edit_that_changes_nothing_panics() {
    let _ = Account::empty().answers("s3:ListBuckets", ok("a")).edited("s3:ListBuckets", "b", "c");
}
