//! 7.15: how the code changes a user, what lets it, and what it answers; also as chapter 9 leaves it.

use crate::testing::code::ACCOUNT_INFO;
use crate::tests::*;
use ClauseVerdict::{CannotTell, Fails, Holds, NotReady, Skipped};

const SLUG: &str = "ch07/put_account_info_function";
const GET: &str = "lambda:GetFunction";
/// A handler that makes a request, which stands in its place, and always answers.
const HANDLER: &str = "import * as cognito from '@aws-sdk/client-cognito-identity-provider';
    import { CognitoIdentityProviderClient, UpdateUserAttributesCommand, AdminUpdateUserAttributesCommand }
        from '@aws-sdk/client-cognito-identity-provider';
    const client = new CognitoIdentityProviderClient();
    export const handler = async (event) => { await client.send(REQUEST);
        return { statusCode: 200, headers: { 'Access-Control-Allow-Origin': '*' }, body: '{}' }; };";

fn with_code(code: &str) -> Account {
    solved().amid(World::solved().with_account_code(&[("index.mjs", code)]).open())
}

/// The function whose handler makes this request.
fn sending(request: &str) -> Account {
    with_code(&HANDLER.replace("REQUEST", request))
}

fn set(from: &str, to: &str) -> Account {
    solved().answers_to(GET, "/put-account-info", ok(account_info::FUNCTION.replace(from, to)))
}

#[tokio::test]
async fn every_way_to_change_the_attribute_is_right() {
    for request in [
        "new UpdateUserAttributesCommand({ AccessToken: event.headers.Authorization,
            UserAttributes: [{ Name: 'given_name', Value: JSON.parse(event.body).given_name }] })",
        "new cognito.UpdateUserAttributesCommand({ AccessToken: event.headers.authorization,
            UserAttributes: [{ Value: event.body, Name: `given_name` }] })",
    ] {
        expect(&sending(request), SLUG, Verdict::Done, &[]).await;
    }
}

/// What the names are is then seen when somebody uses it.
#[tokio::test]
async fn attributes_that_are_named_while_the_code_runs_are_not_judged() {
    let request = "new UpdateUserAttributesCommand({ AccessToken: event.headers.Authorization,
        UserAttributes: Object.keys(wanted).map((key) => ({ Name: key, Value: wanted[key] })) })";
    expect(&sending(request), SLUG, Verdict::Done, &[(Skipped, "attribute", "not told from the code")]).await;
}

#[tokio::test]
async fn another_attribute_and_no_request_at_all_fail() {
    let request = "new UpdateUserAttributesCommand({ AccessToken: event.headers.Authorization,
        UserAttributes: [{ Name: 'givenName', Value: event.body }] })";
    expect(&sending(request), SLUG, Verdict::NotDone, &[(Fails, "attribute", "givenName")]).await;
    let expected = [
        (Fails, "changes", "nothing that changes a user"),
        (Skipped, "attribute", "not seen to change a user"),
        (Skipped, "allowed", "not told from the code"),
    ];
    expect(&sending("null"), SLUG, Verdict::NotDone, &expected).await;
}

#[tokio::test]
async fn an_administrators_request_needs_a_permission_on_the_pool() {
    let request = "new AdminUpdateUserAttributesCommand({ UserPoolId: 'us-east-1_AbCdEfGhI', Username: 'ada',
        UserAttributes: [{ Name: 'given_name', Value: event.body }] })";
    let action = "cognito-idp:AdminUpdateUserAttributes";
    let expected = [(Fails, "allowed", "Put cognito-idp:AdminUpdateUserAttributes, spelled exactly so")];
    expect(&sending(request), SLUG, Verdict::NotDone, &expected).await;
    let pool = "arn:aws:cognito-idp:us-east-1:123456789012:userpool/us-east-1_AbCdEfGhI";
    let allowing = |resource: &str| {
        let statements = format!("{}, {}", iam::statement("logs:*", "*"), iam::statement(action, resource));
        sending(request).answers("iam:GetPolicyVersion", ok(iam::version("v1", &statements)))
    };
    expect(&allowing(pool), SLUG, Verdict::Done, &[]).await;
    let other = allowing(&pool.replace("AbCdEfGhI", "Other"));
    expect(&other, SLUG, Verdict::NotDone, &[(Fails, "allowed", "us-east-1_Other")]).await;
    let no_pool = sending(request).with(cognito::without_domain);
    expect(&no_pool, SLUG, Verdict::Done, &[(Skipped, "allowed", "exercise 7.1")]).await;
}

/// As chapter 9 leaves it: it sends mail, and then publishes to a topic instead.
#[tokio::test]
async fn a_function_that_does_more_besides_is_still_right() {
    let change = "await cognito.send(";
    for (module, request) in [
        ("@aws-sdk/client-sesv2", "new SendEmailCommand({ FromEmailAddress: 'no-reply' + '@' + '{{ domain }}' })"),
        ("@aws-sdk/client-sns", "new PublishCommand({ TopicArn: 'arn:aws:sns:us-east-1:1:t', Message: token })"),
    ] {
        let import = format!("import {{ Client, SendEmailCommand, PublishCommand }} from '{module}';\n");
        let more = format!("await new Client().send({request});\n    {change}");
        let code = format!("{import}{}", ACCOUNT_INFO.replace(change, &more));
        expect(&with_code(&code), SLUG, Verdict::Done, &[]).await;
    }
}

#[tokio::test]
async fn an_answer_without_text_or_without_the_header_fails() {
    let bare = with_code(&ACCOUNT_INFO.replace("JSON.stringify(body)", "body"));
    let findings = check(&bare, SLUG).await;
    assert_eq!(finding(&findings, "answer").verdict, Fails, "{findings:#?}");
    let silent = with_code(&ACCOUNT_INFO.replace(r#""Access-Control-Allow-Origin": "https://{{ domain }}","#, ""));
    expect(&silent, SLUG, Verdict::NotDone, &[(Fails, "cors", "no such header in the code")]).await;
}

#[tokio::test]
async fn its_settings_are_judged_like_those_of_the_other_function() {
    let old = set("nodejs24.x", "nodejs18.x");
    expect(&old, SLUG, Verdict::NotDone, &[(Fails, "runtime", "nodejs18.x")]).await;
    let changing = set(r#""LastUpdateStatus":"Successful""#, r#""LastUpdateStatus":"InProgress""#);
    expect(&changing, SLUG, Verdict::NotReady, &[(NotReady, "ready", "in progress")]).await;
    let findings = check(&set("index.handler", "index.main"), SLUG).await;
    let handler = finding(&findings, "handler");
    assert!(handler.verdict == Fails && says(handler, "index.mjs exports main"), "{findings:#?}");
}

#[tokio::test]
async fn any_role_that_lets_it_write_its_log_will_do() {
    let other = set("role/function-put-account-info", "role/stack/put-1A2B");
    let role = solved_role(other, iam::logs().replace("get-chapters", "put-account-info"));
    expect(&role, SLUG, Verdict::Done, &[(Holds, "role", "role/stack/put-1A2B")]).await;
    let shared = set("role/function-put-account-info", "role/function-get-chapters");
    expect(&shared, SLUG, Verdict::NotDone, &[(Fails, "role", "/aws/lambda/get-chapters:*")]).await;
    let deleted = solved().answers("iam:GetRole", error("iam:GetRole", (404, "NoSuchEntity"), "cannot be found"));
    expect(&deleted, SLUG, Verdict::NotDone, &[(Fails, "role", "which is not there")]).await;
}

/// The account whose roles have this policy in force.
fn solved_role(account: Account, statements: String) -> Account {
    account.answers("iam:GetPolicyVersion", ok(iam::version("v1", &statements)))
}

#[tokio::test]
async fn refused_roles_leave_the_code_judged() {
    let label = "iam:ListAttachedRolePolicies";
    let account = solved().refuses(label, (403, "AccessDenied"), "no identity-based policy allows it");
    let expected = [(CannotTell, "role", r#""Action":"iam:ListAttachedRolePolicies""#)];
    expect(&account, SLUG, Verdict::CannotTell, &expected).await;
}

/// Whoever reads the log could act as the user. It works, and so it is said and not judged.
#[tokio::test]
async fn a_token_in_the_log_is_advised_against() {
    let logging = HANDLER.replace("await client.send", "console.log(JSON.stringify(event)); await client.send");
    let request = "new UpdateUserAttributesCommand({ AccessToken: event.headers.Authorization,
        UserAttributes: [{ Name: 'given_name', Value: event.body }] })";
    let account = with_code(&logging.replace("REQUEST", request));
    expect(&account, SLUG, Verdict::Done, &[(Holds, "changes", "the user's token is in it")]).await;
    let findings = check(&sending(request), SLUG).await;
    assert_eq!(finding(&findings, "changes").advice, None, "{findings:#?}");
}
