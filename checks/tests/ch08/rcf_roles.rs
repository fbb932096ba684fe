//! 8.e2: who takes on the three roles, and what each may do.

use super::super::random_cut_forest as rcf;
use crate::tests::*;
use ClauseVerdict::{CannotTell, Fails, Holds, Skipped};

const SLUG: &str = "ch08/rcf_roles";
const TRAINING_ROLE: &str = "RoleName=function-sagemaker-rcf-run-training";
const INFERENCE_ROLE: &str = "RoleName=function-sagemaker-rcf-run-inference";

fn training(statements: &str) -> Account {
    solved().answers_to("iam:GetPolicyVersion", rcf::TRAINING, ok(iam::version("v1", statements)))
}

fn sagemaker(statements: &str) -> Account {
    solved().answers_to("iam:GetRolePolicy", rcf::EXECUTION_ROLE, ok(iam::own_policy(statements)))
}

#[tokio::test]
async fn each_role_is_for_its_service() {
    let as_of = |part, name, service| solved().answers_to("iam:GetRole", part, ok(rcf::role(name, service)));
    let trains = as_of(TRAINING_ROLE, rcf::TRAINING, "sagemaker.amazonaws.com");
    let for_sagemaker = "it is for sagemaker.amazonaws.com";
    expect(&trains, SLUG, Verdict::NotDone, &[(Fails, "training_trust", for_sagemaker)]).await;
    let infers = as_of(INFERENCE_ROLE, rcf::INFERENCE, "sagemaker.amazonaws.com");
    expect(&infers, SLUG, Verdict::NotDone, &[(Fails, "inference_trust", for_sagemaker)]).await;
    let executes = as_of(rcf::EXECUTION_ROLE, "sagemaker-rcf", "lambda.amazonaws.com");
    expect(&executes, SLUG, Verdict::NotDone, &[(Fails, "sagemaker_trust", "it is for lambda.amazonaws.com")]).await;
}

#[tokio::test]
async fn a_stranger_in_any_of_the_roles_is_one_too_many() {
    for (part, name, service) in [
        (TRAINING_ROLE, rcf::TRAINING, "lambda"),
        (INFERENCE_ROLE, rcf::INFERENCE, "lambda"),
        (rcf::EXECUTION_ROLE, "sagemaker-rcf", "sagemaker"),
    ] {
        let both = iam::trust(&format!("{service}.amazonaws.com"))
            .replace("{\"Service", "{\"AWS\": \"999999999999\", \"Service");
        let role = iam::got_role(&both).replace("function-get-chapters", name);
        let account = solved().answers_to("iam:GetRole", part, ok(role));
        let found = format!("{name}: 999999999999 may take it on");
        expect(&account, SLUG, Verdict::NotDone, &[(Fails, "no_one_else", &found)]).await;
    }
}

#[tokio::test]
async fn what_sagemaker_may_do_with_the_data_is_read() {
    let without = |action: &str| sagemaker(&rcf::handles_data().replace(action, "s3:GetBucketTagging"));
    for action in ["s3:GetObject", "s3:ListBucket", "s3:PutObject"] {
        expect(&without(action), SLUG, Verdict::NotDone, &[(Fails, "data", action)]).await;
    }
    let elsewhere = sagemaker(&rcf::handles_data().replace("example-data/rcf/*", "example-data/results/*"));
    expect(&elsewhere, SLUG, Verdict::Done, &[(Holds, "data", "")]).await;
    let without_algorithm = check(&sagemaker(&rcf::handles_data().replace("ecr:*", "ecr:ListImages")), SLUG).await;
    assert_eq!(without_algorithm.verdict(), Verdict::Done, "{without_algorithm:#?}");
    let advice = finding(&without_algorithm, "data").advice.as_ref();
    assert!(advice.is_some_and(|advice| advice.contains("ecr:BatchGetImage")), "{without_algorithm:#?}");
    assert_eq!(finding(&check(&solved(), SLUG).await, "data").advice, None);
}

/// SageMaker's console names the role itself, and so do tools.
#[tokio::test]
async fn a_role_of_another_name_is_found_by_what_it_may_do_and_must_be_passed() {
    let other = "Website-TrainingRole-1A2B3C";
    let [training, inference, listed] = rcf::roles();
    let account = solved()
        .refuses("iam:GetRole", (404, "NoSuchEntity"), "cannot be found")
        .answers("iam:ListRoles", ok(iam::roles(&[training, inference, listed.replace("sagemaker-rcf", other)])))
        .answers_to("iam:GetRole", TRAINING_ROLE, ok(rcf::role(rcf::TRAINING, "lambda.amazonaws.com")))
        .answers_to("iam:GetRole", INFERENCE_ROLE, ok(rcf::role(rcf::INFERENCE, "lambda.amazonaws.com")))
        .answers_to("iam:GetRole", other, ok(rcf::role(other, "sagemaker.amazonaws.com")))
        .answers_to("iam:ListAttachedRolePolicies", other, ok(iam::attached(&[])))
        .answers_to("iam:ListRolePolicies", other, ok(iam::OWN_POLICIES))
        .answers_to("iam:GetRolePolicy", other, ok(iam::own_policy(&rcf::handles_data())));
    let expected = [(Holds, "sagemaker", other), (Fails, "passed", "role/sagemaker-rcf")];
    expect(&account, SLUG, Verdict::NotDone, &expected).await;
    let passed = |statements: String| {
        ok(iam::version("v1", &statements.replace("role/sagemaker-rcf", &format!("role/{other}"))))
    };
    let account = account.answers_to("iam:GetPolicyVersion", rcf::TRAINING, passed(rcf::trains()));
    expect(&account, SLUG, Verdict::NotDone, &[(Fails, "passed", "sagemaker-rcf-run-inference")]).await;
    let account = account.answers_to("iam:GetPolicyVersion", rcf::INFERENCE, passed(rcf::infers()));
    expect(&account, SLUG, Verdict::Done, &[(Holds, "passed", "")]).await;
    let nothing =
        account.answers_to("iam:GetRolePolicy", other, ok(iam::own_policy(&iam::statement("s3:GetObject", "*"))));
    let expected = [(Fails, "sagemaker", ""), (Skipped, "data", "needs: sagemaker"), (Holds, "trains", "")];
    expect(&nothing, SLUG, Verdict::NotDone, &expected).await;
}

#[tokio::test]
async fn a_function_needs_its_work_and_its_log() {
    let silent = training(&rcf::trains().replace(":log-group:", ":"));
    expect(&silent, SLUG, Verdict::NotDone, &[(Fails, "trains", "logs:CreateLogStream")]).await;
    let idle = training(&rcf::trains().replace("sagemaker:CreateTrainingJob", "sagemaker:ListTrainingJobs"));
    expect(&idle, SLUG, Verdict::NotDone, &[(Fails, "trains", "sagemaker:CreateTrainingJob")]).await;
}

#[tokio::test]
async fn one_role_that_is_missing_leaves_the_others_judged() {
    let account = solved().answers_to(
        "iam:GetRole",
        TRAINING_ROLE,
        error("iam:GetRole", (404, "NoSuchEntity"), "cannot be found"),
    );
    let expected =
        [(Fails, "training", ""), (Skipped, "trains", "needs: training"), (Holds, "infers", ""), (Holds, "data", "")];
    expect(&account, SLUG, Verdict::NotDone, &expected).await;
}

#[tokio::test]
async fn a_role_that_cannot_be_read_is_no_missing_one() {
    let account = solved().refuses("iam:GetRolePolicy", (403, "AccessDenied"), "no identity-based policy allows it");
    expect(&account, SLUG, Verdict::CannotTell, &[(CannotTell, "data", r#""Action":"iam:GetRolePolicy""#)]).await;
}
