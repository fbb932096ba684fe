//! 7.14: who may take on the role, and what it may do.

use crate::tests::*;
use ClauseVerdict::{CannotTell, Fails, Holds};

const SLUG: &str = "ch07/put_account_info_role";
const ROLE: &str = "iam:GetRole";
const VERSION: &str = "iam:GetPolicyVersion";
const GET: &str = "lambda:GetFunction";

fn trusting(statement: &str) -> Account {
    solved().answers(ROLE, ok(account_info::role(statement)))
}

fn allowing(statements: &str) -> Account {
    solved().answers(VERSION, ok(iam::version("v1", statements)))
}

#[tokio::test]
async fn a_role_for_another_service_is_none_for_lambda() {
    let account = trusting(&iam::trust("apigateway.amazonaws.com"));
    let expected =
        [(Fails, "trust", "it is for apigateway.amazonaws.com"), (Holds, "no_one_else", "apigateway.amazonaws.com")];
    expect(&account, SLUG, Verdict::NotDone, &expected).await;
    let everyone = r#"{"Effect": "Allow", "Principal": "*", "Action": "sts:AssumeRole"}"#;
    let both = format!("{}, {everyone}", iam::trust("lambda.amazonaws.com"));
    expect(&trusting(&both), SLUG, Verdict::NotDone, &[(Fails, "no_one_else", "everyone in the world")]).await;
}

#[tokio::test]
async fn the_log_that_the_role_may_write_is_this_functions() {
    let own = iam::logs().replace("get-chapters", "put-account-info");
    expect(&allowing(&own), SLUG, Verdict::Done, &[]).await;
    expect(&allowing(&iam::logs()), SLUG, Verdict::NotDone, &[(Fails, "logs", "/aws/lambda/get-chapters:*")]).await;
    let nothing = iam::statement("s3:GetObject", "*");
    expect(&allowing(&nothing), SLUG, Verdict::NotDone, &[(Fails, "logs", "logs:CreateLogStream")]).await;
}

/// The log group that the function names is the one that counts.
#[tokio::test]
async fn a_log_group_of_its_own_is_followed() {
    let own = iam::logs().replace("/aws/lambda/get-chapters", "/website/functions");
    expect(&allowing(&own), SLUG, Verdict::NotDone, &[(Fails, "logs", "/website/functions")]).await;
    let function = account_info::FUNCTION.replace("/aws/lambda/put-account-info", "/website/functions");
    let account = allowing(&own).answers_to(GET, "/put-account-info", ok(function));
    expect(&account, SLUG, Verdict::Done, &[]).await;
}

/// Chapter 9 adds to the role; what nothing in the book needs is said.
#[tokio::test]
async fn what_the_function_needs_later_is_not_too_much_and_everything_is() {
    let later = format!(
        "{}, {}, {}",
        iam::statement("logs:*", "*"),
        iam::statement("ses:SendEmail", "arn:aws:ses:us-east-1:123456789012:identity/example.com"),
        iam::statement("sns:Publish", "arn:aws:sns:us-east-1:123456789012:function-sns-send-email"),
    );
    expect(&allowing(&later), SLUG, Verdict::Done, &[]).await;
    let everything = allowing(&iam::statement("*", "*"));
    expect(&everything, SLUG, Verdict::Done, &[(Holds, "logs", "Nothing here needs this")]).await;
}

#[tokio::test]
async fn a_role_of_another_name_is_right_if_the_function_works_under_it() {
    let named = |name: &str| {
        let function = account_info::FUNCTION.replace("role/function-put-account-info", &format!("role/{name}"));
        solved()
            .refuses(ROLE, (404, "NoSuchEntity"), "cannot be found")
            .answers_to(
                ROLE,
                "RoleName=stack-1A2B",
                ok(iam::got_role(&iam::trust("lambda.amazonaws.com")).replace("function-get-chapters", "stack-1A2B")),
            )
            .answers_to(GET, "/put-account-info", ok(function))
            .answers(VERSION, ok(iam::version("v1", &iam::statement("logs:*", "*"))))
    };
    expect(&named("stack-1A2B"), SLUG, Verdict::Done, &[(Holds, "role", "role/stack-1A2B")]).await;
    let missing = named("function-put-account-info");
    expect(&missing, SLUG, Verdict::NotDone, &[(Fails, "role", "nothing of that name")]).await;
}

#[tokio::test]
async fn a_refused_role_is_not_missing() {
    let account = solved().refuses(ROLE, (403, "AccessDenied"), "no identity-based policy allows it");
    expect(&account, SLUG, Verdict::CannotTell, &[(CannotTell, "role", r#""Action":"iam:GetRole""#)]).await;
}
