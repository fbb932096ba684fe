//! 8.4: what the API asks DynamoDB for, with which role, and what the page gets.

use crate::tests::*;
use ClauseVerdict::{CannotTell, Fails, Holds, Skipped};

const SLUG: &str = "ch08/auth_callback_endpoint";
const RESOURCES: &str = "apigateway:GetResources";
const EXPORT: &str = "apigateway:GetExport";
const DEPLOYMENT: &str = "apigateway:GetDeployment";
const SCOPES: &str = r#""authorizerId":"auth01",
            "authorizationScopes":["aws.cognito.signin.user.admin"],"apiKeyRequired":false,
            "methodResponses":{"200":{"statusCode":"200","responseParameters""#;
/// The authorizer of the method, with its scopes, as an export has it.
const LOCK: &str = r#"{"website-users":["aws.cognito.signin.user.admin"]}"#;
/// The template within the JSON of an answer.
const TEMPLATE: &str = r#"{\"TableName\":\"analytics\",\"Item\":{\"dataType\":{\"S\":\"auth-callback\"},\"timestamp\":{\"N\":\"$context.requestTimeEpoch\"}}}"#;

/// The API was changed so, and deployed since.
fn deployed(from: &str, to: &str) -> Account {
    solved().edited(RESOURCES, from, to).edited(EXPORT, from, to)
}

/// The beginning of the method in an export that has this authorizer there.
fn locked(lock: &str) -> String {
    format!("\"/analytics/auth-callback\":{{\n    \"post\":{{\"security\":[{lock}]")
}

fn with_template(template: &str) -> Account {
    let text = serde_json::to_string(template).expect("a text");
    deployed(TEMPLATE, text.trim_matches('"'))
}

fn item(kind: &str, time: &str) -> String {
    format!(r#"{{"TableName": "analytics", "Item": {{"dataType": {kind}, "timestamp": {time}}}}}"#)
}

const KIND: &str = r#"{"S": "auth-callback"}"#;
const TIME: &str = r#"{"N": "$context.requestTimeEpoch"}"#;

#[tokio::test]
async fn the_ways_to_write_the_template() {
    let named = r#"{"TableName": "arn:aws:dynamodb:us-east-1:123456789012:table/analytics", "Item": {"dataType": {"S": "auth-callback"}, "timestamp": {"N": "${context.requestTimeEpoch}"}, "more": {"M": {}}}}"#;
    let set = format!("#set($t = $context.requestTimeEpoch)\n{}", item(KIND, r#"{"N": "$t"}"#));
    let quoted = format!("#set($kind = \"auth-callback\")## the kind\n{}", item(r#"{"S": "$!{kind}"}"#, TIME));
    let text =
        format!("#set( $t = $context.requestTimeEpoch.toString() )#set($u = $t){}", item(KIND, r#"{"N": "$t"}"#));
    let caller = format!("#set($body = $input.path('$'))\n{}", item(KIND, TIME));
    let beside =
        item(KIND, &format!(r#"{TIME}, "agent": {{"S": "$util.escapeJavaScript($input.params('User-Agent'))"}}"#));
    for template in [named, &set, &quoted, &text, &caller, &beside] {
        expect(&with_template(template), SLUG, Verdict::Done, &[(Holds, "template", "the time of the request")]).await;
    }
}

#[tokio::test]
async fn what_the_template_does_wrong_is_told() {
    let own = |kind: &str| item(kind, TIME);
    let at = |time: &str| item(KIND, time);
    for (template, found) in [
        ("$input.json('$')".to_owned(), "what the caller sent, as it is"),
        (r#"{"TableName": "analytics", "Item": $input.json('$.item')}"#.to_owned(), "an Item that the caller sends"),
        (r#"{"TableName": "analytics"}"#.to_owned(), "no Item"),
        (own(KIND).replace("analytics", "$input.params('table')"), "a TableName that the caller sends"),
        (own(KIND).replace("analytics", "Analytics"), "the table Analytics"),
        (own(KIND).replace("TableName", "Table"), "no TableName"),
        (own(KIND).replace("dataType", "datatype"), "an item without dataType: it has datatype, timestamp"),
        (own(r#"{"S": "$input.path('$.kind')"}"#), "as the caller sends it"),
        (own(r#"{"S": "callback"}"#), "dataType callback"),
        (own(r#"{"S": ""}"#), "an empty dataType"),
        (own(r#"{"S": "auth-callback "}"#), "dataType \"auth-callback \", with blanks"),
        (own(r#"{"N": "1"}"#), "dataType with the type N"),
        (own(r#"{"s": "auth-callback"}"#), "dataType with the type s"),
        (own(r#""auth-callback""#), "dataType without a type"),
        (at(r#"{"N": $context.requestTimeEpoch}"#), "timestamp without quotation marks"),
        (at(r#"{"N": 1767225600000}"#), "timestamp without quotation marks"),
        (at(r#"{"N": "1767225600000"}"#), "timestamp 1767225600000 for each request"),
        (at(r#"{"N": "now"}"#), "which is no number"),
        (at(r#"{"N": "$context.requestTime"}"#), "something else than the time in milliseconds"),
        (at(r#"{"S": "$context.requestTimeEpoch"}"#), "timestamp with the type S"),
        (at(&format!(r#"{TIME}, "user": "ada""#)), "user without a type"),
        (at(&format!("{TIME},")), "no JSON"),
        (at(&format!(r#"{TIME}, "id": {{"S": $context.requestId}}"#)), "id without quotation marks"),
        (at(&format!(r#"{TIME}, "id": {{"S": 5}}"#)), "id without quotation marks"),
        (at(&format!(r#"{TIME}, "ok": {{"N": "yes"}}"#)), "ok yes, which is no number"),
        (at(&format!(r#"{TIME}, "all": {{"SS": []}}"#)), "a set without members"),
        (at(&format!(r#"{TIME}, "more": {{"M": {{"a": "b"}}}}"#)), "a without a type"),
        (at(&format!(r#"{TIME}, "more": {{"L": [{{"S": "a"}}, {{"N": 1}}]}}"#)), "more without quotation marks"),
        (
            at(&format!(r#"{TIME}, "agent": {{"S": "$util.escapeJavaScript($input.params('User-Agent'))"}},"#)),
            "no JSON",
        ),
        (
            item(KIND, TIME).replace(r#""Item""#, r#""ConditionExpression": "attribute_exists(dataType)", "Item""#),
            "which no new one is",
        ),
        (item(KIND, TIME).replace(r#""Item""#, r#""ReturnValues": "ALL_NEW", "Item""#), "ReturnValues ALL_NEW"),
    ] {
        expect(&with_template(&template), SLUG, Verdict::NotDone, &[(Fails, "template", found)]).await;
    }
}

/// What decides only when somebody asks is not guessed.
#[tokio::test]
async fn a_template_that_is_not_followed_is_not_told() {
    for template in [
        format!("#if($context.stage == 'v1'){}#else{{}}#end", item(KIND, TIME)),
        item(r#"{"S": "$kind"}"#, TIME),
        item(KIND, r#"{"N": "$util.escapeJavaScript($input.path('$.timestamp'))"}"#),
        item(KIND, TIME).replace("analytics", "$stageVariables.table"),
        format!("#set($context.requestOverride.header.a = 'b'){}", item(KIND, TIME)),
        "$util.parseJson($text)".to_owned(),
    ] {
        let expected = [(CannotTell, "template", "what the mapping template makes of a request")];
        expect(&with_template(&template), SLUG, Verdict::CannotTell, &expected).await;
    }
    let variable = item(KIND, TIME).replace("analytics", "$stageVariables.table");
    let named = with_template(&variable).edited(
        "apigateway:GetStages",
        r#""methodSettings""#,
        r#""variables": {"table": "analytics"}, "methodSettings""#,
    );
    expect(&named, SLUG, Verdict::Done, &[]).await;
}

/// A caller's quotation mark ends the text of the template, and what follows it is the caller's own.
#[tokio::test]
async fn text_of_the_caller_stays_within_its_quotation_marks() {
    let beside = |value: &str| item(KIND, &format!(r#"{TIME}, "by": {{"S": {value}}}"#));
    for raw in [
        "\"$input.params('User-Agent')\"",
        "\"from $context.identity.userAgent\"",
        "\"$context.authorizer.claims.given_name\"",
        "\"$input.path('$.page')\"",
        "$input.path('$.page')",
        "\"$util.base64Decode($input.params('page'))\"",
    ] {
        let expected = [(Fails, "template", "text of the caller's in S")];
        expect(&with_template(&beside(raw)), SLUG, Verdict::NotDone, &expected).await;
    }
    let set = format!("#set($page = $input.path('$').page + '.html')\n{}", beside("\"$page\""));
    expect(&with_template(&set), SLUG, Verdict::NotDone, &[(Fails, "template", "text of the caller's in S")]).await;
    for safe in [
        "\"$util.escapeJavaScript($input.params('User-Agent')).replaceAll(\"\\\\'\", \"'\")\"",
        "\"$util.base64Encode($input.body)\"",
        "$input.json('$.page')",
        "\"$context.identity.sourceIp\"",
        "\"$context.authorizer.claims.email\"",
    ] {
        expect(&with_template(&beside(safe)), SLUG, Verdict::Done, &[(Holds, "template", "the time of the request")])
            .await;
    }
}

/// The request that is tried sends nothing, and so shows one way of several.
#[tokio::test]
async fn conditions_of_which_the_caller_decides_are_followed() {
    let kind = |template: &str| format!("{template}\n{}", item(r#"{"S": "$kind"}"#, TIME));
    for template in [
        kind("#if($input.params('kind') == 'a')#set($kind = 'other')#else#set($kind = 'auth-callback')#end"),
        kind("#set($kind = 'auth-callback')#if($input.path('$.kind') != '')\n#set($kind = 'other')\n#end"),
        format!(
            "#set($asked = $input.path('$.kind'))#if( $asked == 'x' ){}#{{elseif}}($asked){}#{{else}}{}#end",
            item(KIND, TIME),
            item(r#"{"S": "other"}"#, TIME),
            item(KIND, TIME)
        ),
    ] {
        let expected = [(Fails, "template", "dataType other, if the caller asks for it")];
        expect(&with_template(&template), SLUG, Verdict::NotDone, &expected).await;
    }
    let agent = r#", "agent": {"S": "$util.escapeJavaScript($input.params('User-Agent'))"}"#;
    for template in [
        item(KIND, &format!("{TIME}#if($input.params('User-Agent') != ''){agent}#end")),
        format!("#if($context.stage == 'v1'){}#else{}#end", item(KIND, TIME), item(KIND, TIME)),
        format!("## an #if that is none\n{}#* #end *#", item(KIND, TIME)),
    ] {
        expect(&with_template(&template), SLUG, Verdict::Done, &[(Holds, "template", "the time of the request")]).await;
    }
    for template in [
        format!("#if($input.params('kind') == 'a'){}#else{{}}#end", item(KIND, TIME)),
        format!("#foreach($one in $input.path('$')){}#end", item(KIND, TIME)),
        format!("#if($context.stage == 'v1'){}", item(KIND, TIME)),
    ] {
        expect(&with_template(&template), SLUG, Verdict::CannotTell, &[(CannotTell, "template", "")]).await;
    }
}

#[tokio::test]
async fn a_template_for_another_content_type_is_none() {
    let account = deployed(
        r#""requestTemplates":{"application/json":"{\"TableName"#,
        r#""requestTemplates":{"text/plain":"{\"TableName"#,
    );
    expect(&account, SLUG, Verdict::NotDone, &[(Fails, "template", "one for text/plain")]).await;
}

#[tokio::test]
async fn what_is_asked_is_told() {
    let uri = "us-east-1:dynamodb:action/PutItem";
    let nothing = [(Skipped, "role", ""), (Skipped, "template", ""), (Skipped, "answer", "")];
    for (to, found) in [
        ("us-east-1:dynamodb:action/putItem", "the action putItem"),
        ("us-west-2:dynamodb:action/PutItem", "DynamoDB in us-west-2"),
        ("us-east-1:s3:action/PutItem", "the integration AWS with"),
    ] {
        let expected = [&[(Fails, "target", found)], nothing.as_slice()].concat();
        expect(&deployed(uri, to), SLUG, Verdict::NotDone, &expected).await;
    }
    let by_header = deployed(uri, "us-east-1:dynamodb:path//");
    expect(&by_header, SLUG, Verdict::Done, &[(Skipped, "target", "a header of the integration request")]).await;
    let get = r#""httpMethod":"POST","passthroughBehavior":"WHEN_NO_TEMPLATES""#;
    let verb = solved().edited(RESOURCES, get, &get.replace("POST", "PUT")).edited(
        EXPORT,
        &get.replace("WHEN_NO_TEMPLATES", "when_no_templates"),
        &get.replace("WHEN_NO_TEMPLATES", "when_no_templates").replace("POST", "PUT"),
    );
    expect(&verb, SLUG, Verdict::NotDone, &[&[(Fails, "target", "the HTTP method PUT")], nothing.as_slice()].concat())
        .await;
}

#[tokio::test]
async fn whom_the_api_asks_as_is_told() {
    let role = "arn:aws:iam::123456789012:role/api-analytics-put-item";
    let callers = deployed(role, "arn:aws:iam::*:user/*");
    expect(&callers, SLUG, Verdict::NotDone, &[(Fails, "role", "the visitor's own credentials")]).await;
    let none = deployed(role, "");
    expect(&none, SLUG, Verdict::NotDone, &[(Fails, "role", "no execution role")]).await;
    let gone = solved().answers_to(
        "iam:GetRole",
        iam::PUT_ITEM,
        error("iam:GetRole", (404, "NoSuchEntity"), "cannot be found"),
    );
    expect(&gone, SLUG, Verdict::NotDone, &[(Fails, "role", "which is not there")]).await;
    let lambda = iam::trusting(&iam::trust("lambda.amazonaws.com"));
    let other = solved().answers_to("iam:GetRole", iam::PUT_ITEM, ok(lambda));
    expect(&other, SLUG, Verdict::NotDone, &[(Fails, "role", "Edit its trust policy")]).await;
    let open = iam::trust("apigateway.amazonaws.com").replace("{\"Service\"", "{\"AWS\": \"*\", \"Service\"");
    let strangers = solved().answers_to("iam:GetRole", iam::PUT_ITEM, ok(iam::trusting(&open)));
    expect(&strangers, SLUG, Verdict::NotDone, &[(Fails, "role", "everyone in the world")]).await;
    let nothing = solved().answers_to("iam:ListAttachedRolePolicies", iam::PUT_ITEM, ok(iam::attached(&[])));
    expect(&nothing, SLUG, Verdict::NotDone, &[(Fails, "role", "Attach the policy of exercise 8.2 to it")]).await;
    let denied = solved().answers(
        "dynamodb:GetResourcePolicy",
        ok(r#"{"RevisionId": "1", "Policy": "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Deny\", \"Principal\": \"*\", \"Action\": \"dynamodb:PutItem\", \"Resource\": \"*\"}]}"}"#),
    );
    expect(&denied, SLUG, Verdict::NotDone, &[(Fails, "role", "of the resource's own policy")]).await;
}

/// Which answer goes out, and whether pages may read it.
#[tokio::test]
async fn what_the_page_gets_is_told() {
    let response = r#""integrationResponses":{"200":{"statusCode":"200","responseParameters":{
                    "method.response.header.Access-Control-Allow-Origin":"'*'"}}}"#;
    let with = |to: &str| solved().edited(RESOURCES, response, &format!(r#""integrationResponses":{to}"#));
    let answer = |account: Account| async move { finding(&check(&account, SLUG).await, "answer").clone() };
    let header = r#""responseParameters":{"method.response.header.Access-Control-Allow-Origin":"'*'"}"#;
    let patterned =
        |pattern: &str| with(&format!(r#"{{"200":{{"statusCode":"200","selectionPattern":"{pattern}",{header}}}}}"#));
    for right in ["200", "2\\\\d{2}", "2..", "(200|201)"] {
        assert_eq!(answer(patterned(right)).await.verdict, Holds, "{right}");
    }
    for wrong in ["4\\\\d{2}", "500", "201"] {
        let found = answer(patterned(wrong)).await;
        assert!(found.verdict == Fails && says(&found, "one for 200"), "{wrong}: {found:#?}");
    }
    assert_eq!(answer(patterned("[23]\\\\d+")).await.verdict, Skipped);
    let none = answer(with("{}")).await;
    assert!(none.verdict == Fails && says(&none, "no integration response"), "{none:#?}");
    let undeclared = solved().edited(
        RESOURCES,
        r#""methodResponses":{"200":{"statusCode":"200","responseParameters":{
                "method.response.header.Access-Control-Allow-Origin":false}}}"#,
        r#""methodResponses":{"200":{"statusCode":"200"}}"#,
    );
    let found = answer(undeclared).await;
    assert!(found.verdict == Fails && says(&found, "declares Access-Control-Allow-Origin"), "{found:#?}");
}

/// Without a scope the method takes ID tokens: right for a page that sends these.
#[tokio::test]
async fn the_token_fits_the_page() {
    let without = |text: &str| text.replace(r#""aws.cognito.signin.user.admin""#, "");
    let lock = locked(LOCK);
    let unscoped = || solved().edited(RESOURCES, SCOPES, &without(SCOPES)).edited(EXPORT, &lock, &without(&lock));
    expect(&unscoped(), SLUG, Verdict::NotDone, &[(Fails, "scope", "takes ID tokens alone")]).await;
    let sends = s3::Object {
        body: r#"const tokens = JSON.parse(localStorage.getItem("jwt"));
            fetch("https://api.example.com/analytics/auth-callback", { method: "POST", headers: { Authorization: tokens.id_token } });"#,
        ..s3::CALLBACK_SCRIPT
    };
    let account = unscoped().holding(sends);
    let found = check(&account, SLUG).await;
    let scope = finding(&found, "scope");
    assert!(scope.verdict == Holds && says(scope, "Your page sends the ID token"), "{scope:#?}");
}

#[tokio::test]
async fn what_the_stage_has_is_told() {
    let open = solved().edited(
        DEPLOYMENT,
        r#""POST": {"authorizationType": "COGNITO_USER_POOLS""#,
        r#""POST": {"authorizationType": "NONE""#,
    );
    let expected = [(Fails, "deployed", "POST /analytics/auth-callback with the authorization NONE")];
    expect(&open, SLUG, Verdict::NotDone, &expected).await;
    let old = solved().edited(EXPORT, "auth-callback\\\"}", "callback\\\"}");
    expect(&old, SLUG, Verdict::NotDone, &[(Fails, "current", "other templates of the request")]).await;
}

/// Visitors meet the scopes that were deployed. What is exported tells them for a method if it tells any.
#[tokio::test]
async fn scopes_that_were_changed_after_the_deployment_are_told() {
    let deployed_with = |lock: &str| solved().edited(EXPORT, &locked(LOCK), &locked(lock));
    for (lock, found) in [
        (r#"{"website-users":[]}"#, "the scope aws.cognito.signin.user.admin in the API, no scope in the stage"),
        (r#"{"website-users":["openid"]}"#, "the scope openid in the stage"),
    ] {
        expect(&deployed_with(lock), SLUG, Verdict::NotDone, &[(Fails, "current", found)]).await;
    }
    let silent = solved().edited(EXPORT, LOCK, r#"{"website-users":[]}"#);
    expect(&silent, SLUG, Verdict::Done, &[(Holds, "current", "")]).await;
}
