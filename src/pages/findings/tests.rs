//! Findings on the screen: what each kind of finding says beside its clause.

use msl_learn_checks::{ClauseVerdict, Finding, Verdict, Wait};

use crate::catalog;
use crate::checked::Checked;
use crate::pages::findings;
use crate::ui::Line;

fn screen(verdict: Verdict, findings: Vec<Finding>) -> String {
    let exercise = catalog::by_slug("ch04/cloudfront_distribution").expect("an exercise");
    let page = findings::checked(&Checked { exercise, verdict, findings }, 80);
    page.iter().map(Line::text).collect::<Vec<_>>().join("\n")
}

#[test]
fn a_clause_that_holds_says_only_what_would_be_better_still() {
    let finding = Finding {
        found: Some("the policy allows it".into()),
        advice: Some("The function never needs this: s3:* on *.".into()),
        console: Some("https://console.aws.amazon.com/".into()),
        ..Finding::blank("policy", "the policy allows s3:GetObject", ClauseVerdict::Holds)
    };
    let page = screen(Verdict::Done, vec![finding]);
    let below: Vec<_> = page.lines().skip_while(|line| !line.contains("holds")).skip(1).map(str::trim).collect();
    assert_eq!(below, ["advice    The function never needs this: s3:* on *."]);
}

#[test]
fn a_clause_that_waits_says_how_long_and_when_to_look_again() {
    let finding = Finding {
        expected: Some("Deployed".into()),
        found: Some("InProgress".into()),
        advice: Some("Nothing is wrong: AWS is still working.".into()),
        wait: Some(Wait { usual_seconds: 300, longest_seconds: 2100, next_look_seconds: 60 }),
        ..Finding::blank("deployed", "the distribution is deployed", ClauseVerdict::NotReady)
    };
    insta::assert_snapshot!(screen(Verdict::NotReady, vec![finding]));
}

#[test]
fn what_waits_for_one_clause_is_one_line_and_a_command_stays_in_one_line() {
    let waits = |id: &str| Finding {
        found: Some("not checked until your account has the bucket example.com".into()),
        ..Finding::blank(id, format!("clause {id}"), ClauseVerdict::Skipped)
    };
    let command =
        "aws s3api create-bucket --bucket example.com --region us-east-1 --object-ownership BucketOwnerEnforced";
    let bucket = Finding {
        expected: Some("it exists".into()),
        found: Some("nothing of that name".into()),
        command: Some(command.into()),
        ..Finding::blank("bucket", "your account has the bucket example.com", ClauseVerdict::Fails)
    };
    let policy = Finding {
        found: Some("arn:aws:s3:::a-name-that-is-longer-than-the-column-beside-the-label/*".into()),
        ..Finding::blank("policy", "everyone may read", ClauseVerdict::Fails)
    };
    insta::assert_snapshot!(screen(Verdict::NotDone, vec![bucket, waits("a"), waits("b"), policy, waits("c")]));
}

#[test]
fn a_fix_stands_once_on_a_page_and_what_to_change_comes_before_it() {
    let fails = |id: &str, advice: Option<&str>, command: Option<&str>| Finding {
        found: Some(format!("another {id}")),
        advice: advice.map(Into::into),
        command: command.map(Into::into),
        console: command.is_none().then(|| "https://console.aws.amazon.com/cognito/".into()),
        ..Finding::blank(id, format!("the {id} is right"), ClauseVerdict::Fails)
    };
    let upload = Some("aws s3 cp website/logout.js s3://example.com/logout.js");
    let change = "In website/logout.js: Send the refresh token.";
    let client = Some("CLIENT_ID=1\naws cognito-idp update-user-pool-client --client-id \"$CLIENT_ID\"");
    let findings = vec![
        fails("scope", None, client),
        fails("callback", None, client),
        fails("token", Some(change), upload),
        fails("client", Some("In website/logout.js: Name the app client."), upload),
        fails("store", Some(change), upload),
        fails("style", Some("Create a style."), None),
        fails("logo", Some("Create a style."), None),
    ];
    insta::assert_snapshot!(screen(Verdict::NotDone, findings));
}
