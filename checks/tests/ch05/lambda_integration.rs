//! 5.12: integrations that only look like the right one, whom the function's policy lets in, and stages that lag behind.

use crate::tests::*;
use ClauseVerdict::{CannotTell, Fails, Holds, Skipped};

const SLUG: &str = "ch05/lambda_integration";
const RESOURCES: &str = "apigateway:GetResources";
const EXPORT: &str = "apigateway:GetExport";
const POLICY: &str = "lambda:GetPolicy";
const FUNCTION: &str = "function:get-chapters";
const SOURCE: &str = "a1b2c3d4e5/*/GET/chapters";
const CONDITION: &str = r#",\"Condition\":{\"ArnLike\":{\"AWS:SourceArn\":\"arn:aws:execute-api:us-east-1:123456789012:a1b2c3d4e5/*/GET/chapters\"}}"#;

/// The account whose API has been changed so, and deployed since.
fn deployed(from: &str, to: &str) -> Account {
    solved().edited(RESOURCES, from, to).edited(EXPORT, from, to)
}

#[tokio::test]
async fn an_integration_that_is_no_proxy_or_asks_with_get_is_told_from_the_right_one() {
    let no_proxy = solved().edited(RESOURCES, "AWS_PROXY", "AWS").edited(EXPORT, "aws_proxy", "aws");
    let expected = [(Fails, "proxy", "a Lambda integration that is no proxy integration")];
    expect(&no_proxy, SLUG, Verdict::NotDone, &expected).await;
    let post = r#""httpMethod": "POST", "passthrough"#;
    let asked_with_get = solved()
        .edited(RESOURCES, &format!("{post}Behavior"), &format!("{post}Behavior").replace("POST", "GET"))
        .edited(EXPORT, post, &post.replace("POST", "GET"));
    expect(&asked_with_get, SLUG, Verdict::NotDone, &[(Fails, "proxy", "invokes functions with POST alone")]).await;
    let mock = solved().with(apigateway::mocked);
    let expected = [(Fails, "proxy", "the integration MOCK"), (Fails, "target", "no function")];
    expect(&mock, SLUG, Verdict::NotDone, &expected).await;
}

#[tokio::test]
async fn another_function_is_named() {
    let account = deployed(FUNCTION, "function:hello-world");
    expect(&account, SLUG, Verdict::NotDone, &[(Fails, "target", "function:hello-world")]).await;
    let longer = deployed(FUNCTION, "function:get-chapters-2");
    expect(&longer, SLUG, Verdict::NotDone, &[(Fails, "target", "function:get-chapters-2")]).await;
}

#[tokio::test]
async fn an_alias_of_the_function_is_right_if_the_policy_is_that_of_the_alias() {
    let alias = deployed(FUNCTION, "function:get-chapters:live");
    expect(&alias, SLUG, Verdict::NotDone, &[(Fails, "permission", "none on live")]).await;
    expect(&alias.edited(POLICY, FUNCTION, "function:get-chapters:live"), SLUG, Verdict::Done, &[]).await;
}

/// The account whose stage has this variable.
fn with_variable(account: Account, name: &str, value: &str) -> Account {
    let variables = format!(r#""methodSettings": {{}}, "variables": {{"{name}": "{value}"}}"#);
    account.edited("apigateway:GetStages", r#""methodSettings": {}"#, &variables)
}

#[tokio::test]
async fn a_variable_of_the_stage_names_the_function_or_its_alias() {
    let function = deployed(FUNCTION, "function:${stageVariables.function}");
    expect(&with_variable(function.clone(), "function", "get-chapters"), SLUG, Verdict::Done, &[]).await;
    let other = with_variable(function.clone(), "function", "hello");
    expect(&other, SLUG, Verdict::NotDone, &[(Fails, "target", "function:hello")]).await;
    expect(&function, SLUG, Verdict::NotDone, &[(Fails, "target", "the stage v1 has no such variable")]).await;
    let alias = deployed(FUNCTION, "function:get-chapters:${stageVariables.alias}");
    let alias = with_variable(alias, "alias", "live").edited(POLICY, FUNCTION, "function:get-chapters:live");
    expect(&alias, SLUG, Verdict::Done, &[]).await;
    let unread = function.refuses("apigateway:GetStages", (403, "AccessDeniedException"), "no policy allows it");
    let expected = [
        (Skipped, "target", "a variable of the stage"),
        (CannotTell, "stage", "apigateway:GET"),
        (Skipped, "page", "needs: stage"),
    ];
    expect(&unread, SLUG, Verdict::CannotTell, &expected).await;
}

#[tokio::test]
async fn a_statement_on_the_function_does_not_count_for_its_alias() {
    let alias = deployed(FUNCTION, "function:get-chapters:live");
    let none = error("lambda:", (404, "ResourceNotFoundException"), "The resource does not exist");
    let alias = alias.answers_to(POLICY, "Qualifier=live", none);
    let expected = [(Fails, "permission", "a statement on the function get-chapters, and none on live")];
    expect(&alias, SLUG, Verdict::NotDone, &expected).await;
}

/// The account where API Gateway invokes the function under a role of this account.
fn under_role(role: &str) -> Account {
    let post = r#""httpMethod": "POST", "passthrough"#;
    let with = format!(r#""credentials": "{role}", {post}"#);
    deployed(post, &with).refuses(POLICY, (404, "ResourceNotFoundException"), "The resource does not exist")
}

#[tokio::test]
async fn a_role_of_the_integration_needs_no_statement_on_the_function() {
    let role = "arn:aws:iam::123456789012:role/function-get-chapters";
    let gateway = iam::got_role(&iam::trust("apigateway.amazonaws.com"));
    let invokes = iam::statement("lambda:InvokeFunction", "arn:aws:lambda:us-east-1:123456789012:function:get-*");
    let right = under_role(role)
        .answers("iam:GetRole", ok(gateway.clone()))
        .answers("iam:GetPolicyVersion", iam::in_force(&[invokes]));
    expect(&right, SLUG, Verdict::Done, &[(Holds, "permission", "takes on the role function-get-chapters")]).await;
    let not_trusted = right.clone().answers("iam:GetRole", ok(iam::got_role(&iam::trust("lambda.amazonaws.com"))));
    let expected = [(Fails, "permission", "it is for lambda.amazonaws.com")];
    expect(&not_trusted, SLUG, Verdict::NotDone, &expected).await;
    let may_not = under_role(role).answers("iam:GetRole", ok(gateway));
    let expected = [(Fails, "permission", "no statement that allows lambda:InvokeFunction")];
    expect(&may_not, SLUG, Verdict::NotDone, &expected).await;
    let visitors = under_role("arn:aws:iam::*:user/*");
    let expected = [(Fails, "permission", "the visitor's own credentials")];
    expect(&visitors, SLUG, Verdict::NotDone, &expected).await;
}

#[tokio::test]
async fn what_only_aws_knows_of_the_functions_policy_is_left_to_the_page() {
    let condition = CONDITION.replace("AWS:SourceArn", "aws:SourceOrgID").replace("ArnLike", "StringEquals");
    let account = solved().edited(POLICY, CONDITION, &condition);
    expect(&account, SLUG, Verdict::Done, &[(Skipped, "permission", "not told from the function's policy")]).await;
}

#[tokio::test]
async fn a_policy_that_lets_in_too_many_or_nobody_says_whom() {
    for (from, to, found) in [
        (SOURCE, "*/*/GET/chapters", "every API of your account"),
        (CONDITION, "", "every API of every account"),
        (SOURCE, "a1b2c3d4e5/*/POST/chapters", "a1b2c3d4e5/*/POST/chapters"),
        (SOURCE, "0123456789/*/GET/chapters", "0123456789/*/GET/chapters"),
        (SOURCE, "a1b2c3d4e5/test/GET/chapters", "a1b2c3d4e5/test/GET/chapters"),
        ("apigateway.amazonaws.com", "s3.amazonaws.com", "no statement for API Gateway"),
        (r#"\"Allow\""#, r#"\"Deny\""#, "a statement that denies it"),
    ] {
        expect(&solved().edited(POLICY, from, to), SLUG, Verdict::NotDone, &[(Fails, "permission", found)]).await;
    }
    let none = solved().refuses(POLICY, (404, "ResourceNotFoundException"), "The resource does not exist");
    expect(&none, SLUG, Verdict::NotDone, &[(Fails, "permission", "no statement for API Gateway")]).await;
}

#[tokio::test]
async fn wider_permissions_that_leave_other_apis_out_are_right() {
    for (from, to) in [
        (SOURCE, "a1b2c3d4e5/*"),
        (SOURCE, "a1b2c3d4e5/v1/GET/chapters"),
        ("ArnLike", "StringLike"),
        (r#"\"lambda:InvokeFunction\""#, r#"\"lambda:*\""#),
    ] {
        expect(&solved().edited(POLICY, from, to), SLUG, Verdict::Done, &[]).await;
    }
}

#[tokio::test]
async fn a_stage_that_lags_behind_says_by_what() {
    let mock = solved().edited(EXPORT, "aws_proxy", "mock");
    expect(&mock, SLUG, Verdict::NotDone, &[(Fails, "stage", "AWS_PROXY in the API, MOCK in the stage")]).await;
    let none = solved().answers("apigateway:GetStages", ok(r#"{"item": []}"#));
    expect(&none, SLUG, Verdict::NotDone, &[(Fails, "stage", "the API was never deployed")]).await;
}

#[tokio::test]
async fn what_the_function_answers_instead_is_seen_on_the_page() {
    let broken = World::api_answer("502 Bad Gateway", &[], r#"{"message": "Internal server error"}"#);
    let account = solved().amid(World::solved().replies("https://api.example.com/chapters", broken).open());
    expect(&account, SLUG, Verdict::NotDone, &[(Fails, "page", "Look at its log group")]).await;
}

#[tokio::test]
async fn a_refused_read_leaves_what_the_others_tell_judged() {
    for (label, clause, action) in [(POLICY, "permission", POLICY), (EXPORT, "stage", "apigateway:GET")] {
        let account = solved().refuses(label, (403, "AccessDeniedException"), "no identity-based policy allows it");
        let page = (Skipped, "page", &*format!("needs: {clause}"));
        expect(&account, SLUG, Verdict::CannotTell, &[(CannotTell, clause, action), page]).await;
    }
}

#[tokio::test]
async fn without_the_function_or_the_api_nothing_else_is_judged() {
    let no_function = check(&solved().with(lambda::without), SLUG).await;
    assert!(no_function.0[1..].iter().all(|finding| needs(&no_function, finding) == Some("function")));
    let no_api = solved().with(apigateway::without);
    expect(&no_api, SLUG, Verdict::NotDone, &[(Fails, "api", "nothing of that name")]).await;
}
