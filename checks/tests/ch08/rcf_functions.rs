//! 8.e3: what the code of the two functions does, and what their roles must allow for it.

use super::super::random_cut_forest as rcf;
use crate::testing::code::{INFERENCE, TRAINING};
use crate::tests::*;
use ClauseVerdict::{CannotTell, Fails, Holds, Skipped};

const SLUG: &str = "ch08/rcf_functions";
const FILE: &str = "lambda_function.py";

fn training(code: &str) -> Account {
    solved().amid(World::solved().with_forest_code(&[(FILE, code)], &[(FILE, INFERENCE)]).open())
}

fn inference(code: &str) -> Account {
    solved().amid(World::solved().with_forest_code(&[(FILE, TRAINING)], &[(FILE, code)]).open())
}

/// As the code of the book's bundle is.
#[tokio::test]
async fn code_that_cannot_run_is_never_done() {
    let broken = training(&TRAINING.replace("ssm.put_parameter(", "ssm.put_parameter(("));
    let findings = check(&broken, SLUG).await;
    assert_eq!(findings.verdict(), Verdict::CannotTell, "{findings:#?}");
    assert_eq!(finding(&findings, "trains").verdict, CannotTell, "{findings:#?}");
    let short = inference(&INFERENCE.replace("    make_model(job, training)\n", "    make_model(job)\n"));
    let found = "make_model is called without the argument training";
    expect(&short, SLUG, Verdict::NotDone, &[(Fails, "infers", found)]).await;
}

#[tokio::test]
async fn parameters_with_a_path_begin_with_a_slash() {
    let without = |code: &str| code.replace("\"/function-sagemaker-rcf", "\"function-sagemaker-rcf");
    let found = "function-sagemaker-rcf/training";
    let expected = [(Fails, "training_parameters", found)];
    expect(&training(&without(TRAINING)), SLUG, Verdict::NotDone, &expected).await;
    expect(&inference(&without(INFERENCE)), SLUG, Verdict::NotDone, &[(Fails, "inference_parameters", found)]).await;
    let plain = training(&TRAINING.replace("\"/function-sagemaker-rcf/training\"", "\"job\""));
    let expected = [(Holds, "training_parameters", "job"), (Fails, "training_role", "ssm:PutParameter")];
    expect(&plain, SLUG, Verdict::NotDone, &expected).await;
}

#[tokio::test]
async fn what_the_code_does_the_role_must_allow() {
    let allows = |statements: String| {
        solved().answers_to("iam:GetPolicyVersion", rcf::INFERENCE, ok(iam::version("v1", &statements)))
    };
    for action in [
        "sagemaker:CreateModel",
        "sagemaker:CreateTransformJob",
        "sagemaker:DescribeTrainingJob",
        "ssm:GetParameter",
        "logs:*",
    ] {
        let account = allows(rcf::infers().replace(action, "s3:ListBucket"));
        let found = action.trim_end_matches('*');
        expect(&account, SLUG, Verdict::NotDone, &[(Fails, "inference_role", found)]).await;
    }
    let gone = solved().answers_to(
        "iam:GetRole",
        "RoleName=function-sagemaker-rcf-run-inference",
        error("iam:GetRole", (404, "NoSuchEntity"), "cannot be found"),
    );
    expect(&gone, SLUG, Verdict::NotDone, &[(Fails, "inference_role", "which is not there")]).await;
}

#[tokio::test]
async fn code_that_starts_nothing_fails_and_what_may_do_it_out_of_sight_is_not_told() {
    let greeting = "def lambda_handler(event, context):\n    return {'statusCode': 200}\n";
    let expected = [(Fails, "trains", "nothing that asks SageMaker"), (Skipped, "training_parameters", "")];
    expect(&training(greeting), SLUG, Verdict::NotDone, &expected).await;
    let elsewhere = "import forest\ndef lambda_handler(event, context):\n    forest.train()\n";
    let expected = [(CannotTell, "trains", "forest"), (Skipped, "training_parameters", "")];
    let account = training(elsewhere);
    let findings = check(&account, SLUG).await;
    assert_ne!(findings.verdict(), Verdict::Done, "{findings:#?}");
    assert_eq!(finding(&findings, expected[0].1).verdict, CannotTell, "{findings:#?}");
    let uncalled = "import boto3\ndef train():\n    boto3.client('sagemaker').create_training_job()\n\ndef lambda_handler(event, context):\n    pass\n";
    let findings = check(&training(uncalled), SLUG).await;
    assert_eq!(finding(&findings, "trains").verdict, CannotTell, "{findings:#?}");
}

/// The library of SageMaker for Python is too large for an editor, and fits into a container image.
#[tokio::test]
async fn a_container_image_is_right_and_is_not_looked_into() {
    let image = rcf::function("sagemaker-rcf-run-training")
        .replace(r#""Runtime":"python3.14","#, "")
        .replace(r#""Handler":"lambda_function.lambda_handler","#, "")
        .replace(r#""PackageType":"Zip""#, r#""PackageType":"Image""#)
        .replace(
            r#""RepositoryType":"S3""#,
            r#""RepositoryType":"ECR","ImageUri":"123456789012.dkr.ecr.us-east-1.amazonaws.com/forest:1""#,
        );
    let account = solved().answers_to("lambda:GetFunction", rcf::TRAINING_FUNCTION, ok(image));
    let expected =
        ["training_handler", "trains", "training_parameters"].map(|clause| (Skipped, clause, "container image"));
    expect(&account, SLUG, Verdict::Done, &expected).await;
}

#[tokio::test]
async fn one_function_that_is_missing_leaves_the_other_judged() {
    let gone = error("lambda:GetFunction", (404, "ResourceNotFoundException"), "Function not found");
    let account = solved().answers_to("lambda:GetFunction", rcf::TRAINING_FUNCTION, gone);
    let expected = [(Fails, "training", ""), (Skipped, "trains", "needs: training"), (Holds, "infers", "")];
    expect(&account, SLUG, Verdict::NotDone, &expected).await;
}
