//! 8.e1: what the policies of the two functions say, and which role they let them give away.

use super::super::random_cut_forest as rcf;
use crate::tests::*;
use ClauseVerdict::{CannotTell, Fails, Holds, Skipped};

const SLUG: &str = "ch08/rcf_policies";
const VERSION: &str = "iam:GetPolicyVersion";

fn training(statements: &str) -> Account {
    solved().answers_to(VERSION, rcf::TRAINING, ok(iam::version("v1", statements)))
}

fn inference(statements: &str) -> Account {
    solved().answers_to(VERSION, rcf::INFERENCE, ok(iam::version("v1", statements)))
}

#[tokio::test]
async fn a_policy_that_is_missing_leaves_the_other_one_judged() {
    let [_, of_inference] = rcf::policies();
    let account = solved().answers("iam:ListPolicies", ok(iam::policies(&[of_inference])));
    let expected = [
        (Fails, "training", ""),
        (Skipped, "trains", "needs: training"),
        (Holds, "infers", ""),
        (Holds, "inference_passes", ""),
    ];
    expect(&account, SLUG, Verdict::NotDone, &expected).await;
}

#[tokio::test]
async fn which_roles_may_be_given_away() {
    let role = "arn:aws:iam::123456789012:role";
    for (resource, verdict, found) in [
        ("*".to_owned(), Fails, "a statement is about *"),
        (format!("{role}/*"), Fails, "role/*"),
        (format!("{role}/service-role/*"), Fails, "service-role/*"),
        (format!("{role}/{}", rcf::TRAINING), Fails, "the function's own role"),
        ("arn:aws:iam::999999999999:role/sagemaker-rcf".to_owned(), Fails, "is about arn:aws:iam::999999999999"),
        ("arn:aws:sagemaker:us-east-1:123456789012:training-job/*".to_owned(), Fails, "is about arn:aws:sagemaker"),
        (format!("{role}/sagemaker-*"), Holds, "every role of such a name"),
        (format!("{role}/service-role/Forest"), Holds, "role/service-role/Forest"),
    ] {
        let statements = rcf::trains().replace(&format!("{role}/sagemaker-rcf"), &resource);
        let done = if verdict == Holds { Verdict::Done } else { Verdict::NotDone };
        expect(&training(&statements), SLUG, done, &[(verdict, "training_passes", found)]).await;
    }
    let two = format!("{},{}", rcf::trains(), iam::statement("iam:PassRole", &format!("{role}/other")));
    expect(&training(&two), SLUG, Verdict::NotDone, &[(Fails, "training_passes", "role/other, arn:aws:iam")]).await;
    let in_one = r#"["arn:aws:iam::123456789012:role/sagemaker-rcf", "arn:aws:s3:::example-data/*"]"#;
    let in_one = rcf::trains().replace(&format!(r#""{role}/sagemaker-rcf""#), in_one);
    expect(&training(&in_one), SLUG, Verdict::Done, &[(Holds, "training_passes", "")]).await;
    let none = rcf::trains().replace("iam:PassRole", "iam:GetRole");
    expect(&training(&none), SLUG, Verdict::NotDone, &[(Fails, "training_passes", "iam:GetRole")]).await;
    let others = rcf::trains().replace(
        &format!(r#""Resource": "{role}/sagemaker-rcf""#),
        r#""NotResource": "arn:aws:iam::123456789012:role/admin""#,
    );
    expect(&training(&others), SLUG, Verdict::NotDone, &[(Fails, "training_passes", "a statement is about *")]).await;
}

#[tokio::test]
async fn to_which_service_the_role_goes_is_read() {
    let to = |condition: &str| {
        let role = r#""Resource": "arn:aws:iam::123456789012:role/sagemaker-rcf""#;
        rcf::trains().replace(role, &format!(r#"{role}, "Condition": {{{condition}}}"#))
    };
    let equals = |service: &str| to(&format!(r#""StringEquals": {{"iam:PassedToService": "{service}"}}"#));
    let right = check(&training(&equals("sagemaker.amazonaws.com")), SLUG).await;
    assert_eq!(right.verdict(), Verdict::Done, "{right:#?}");
    assert_eq!(finding(&right, "training_passes").advice, None, "{right:#?}");
    let advised = check(&solved(), SLUG).await;
    let advice = finding(&advised, "training_passes").advice.as_ref();
    assert!(advice.is_some_and(|advice| advice.contains("iam:PassedToService")), "{advised:#?}");
    let other = training(&equals("lambda.amazonaws.com"));
    expect(&other, SLUG, Verdict::NotDone, &[(Fails, "training_passes", "only under a Condition")]).await;
    let unknown = training(&to(r#""StringEquals": {"aws:RequestTag/team": "data"}"#));
    expect(&unknown, SLUG, Verdict::CannotTell, &[(CannotTell, "training_passes", "depends on a condition")]).await;
}

#[tokio::test]
async fn one_of_several_ways_to_infer_is_enough() {
    let endpoint = rcf::on("sagemaker:InvokeEndpoint", "sagemaker:us-east-1:123456789012:endpoint/forest");
    expect(&inference(&endpoint), SLUG, Verdict::Done, &[(Holds, "infers", ""), (Skipped, "inference_passes", "")])
        .await;
    let half = rcf::infers().replace("sagemaker:CreateModel", "sagemaker:DescribeModel");
    expect(&inference(&half), SLUG, Verdict::NotDone, &[(Fails, "infers", "sagemaker:CreateModel")]).await;
    let denied = format!(r#"{},{{"Effect": "Deny", "Action": "sagemaker:Create*", "Resource": "*"}}"#, rcf::infers());
    expect(&inference(&denied), SLUG, Verdict::NotDone, &[(Fails, "infers", "a statement denies it")]).await;
}

/// What a job is called is up to the code.
#[tokio::test]
async fn jobs_of_some_name_in_the_right_place_are_enough() {
    let jobs = "training-job/*";
    for (resource, verdict) in [("training-job/sign-ins-*", Holds), ("training-job/one", Holds), ("model/*", Fails)] {
        let statements = rcf::trains().replace(jobs, resource);
        let done = if verdict == Holds { Verdict::Done } else { Verdict::NotDone };
        expect(&training(&statements), SLUG, done, &[(verdict, "trains", "")]).await;
    }
    let elsewhere = rcf::trains().replace("sagemaker:us-east-1:", "sagemaker:eu-west-1:");
    expect(&training(&elsewhere), SLUG, Verdict::NotDone, &[(Fails, "trains", "eu-west-1")]).await;
}
