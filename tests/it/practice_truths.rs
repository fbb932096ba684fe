//! What the practice account does as AWS does, where its emulator alone does otherwise.

use std::path::PathBuf;
use std::process::Command;
use std::time::Duration;

use ureq::http::Response;

use crate::harness::catalog::{self, Exercise};
use crate::harness::kind::Kind;
use crate::harness::process;
use crate::harness::script;
use crate::harness::station::Visit;
use crate::harness::tools;
use crate::harness::verdict::Verdict;
use crate::harness::walk;

fn exercise(id: &str) -> &'static Exercise {
    catalog::all().iter().find(|exercise| exercise.id == id).expect("an exercise of that number")
}

/// A copy of the account as the solution of an exercise leaves it.
fn after(id: &str) -> Visit {
    walk::of(Kind::MiniStack).after(exercise(id)).visit()
}

/// The same, where visitors are played.
fn visited(id: &str) -> Option<Visit> {
    let visit = Kind::MiniStack.has_visitors().then(|| after(id));
    if visit.is_none() {
        eprintln!("left out, without npm's registry: what visitors meet");
    }
    visit
}

/// What answers to a request that nobody has signed: status, location and body.
fn ask(visit: &Visit, method: &str, host: &str, path: &str) -> (u16, String, String) {
    let address = format!("{}{path}", visit.emulator.endpoint());
    let request = ureq::http::Request::builder().method(method).uri(address).header("host", host);
    let request = request.header("x-forwarded-proto", "https").body(()).expect("a request");
    let agent = ureq::Agent::new_with_config(
        ureq::Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .allow_non_standard_methods(true)
            .build(),
    );
    let answer: Response<ureq::Body> = agent.run(request).expect("an answer");
    let status = answer.status().as_u16();
    let location = answer.headers().get("location").map(|to| to.to_str().expect("plain").to_owned());
    (status, location.unwrap_or_default(), answer.into_body().read_to_string().expect("a text"))
}

#[test]
fn nobody_lists_or_makes_buckets_without_a_key() {
    let visit = after("4.3");
    for (method, path) in [("GET", "/"), ("PUT", "/another")] {
        let (status, _, body) = ask(&visit, method, "127.0.0.1", path);
        assert!(status == 403 && body.contains("AccessDenied"), "{method} {path}: {status}, {body}");
    }
    assert_eq!(ask(&visit, "GET", "127.0.0.1", "/example.com/index.html").0, 200, "the page is everyone's");
    assert_eq!(ask(&visit, "PUT", "127.0.0.1", "/example.com/index.html").0, 403);
}

#[test]
fn a_website_leads_from_a_folder_to_its_index() {
    let Some(visit) = visited("4.3") else { return };
    let put = "aws s3 cp website/index.html s3://example.com/docs/index.html";
    assert_eq!(script::line(&visit.workspace, put).code, 0);
    let host = "example.com.s3-website-us-east-1.amazonaws.com";
    let (status, location, _) = ask(&visit, "GET", host, "/docs");
    assert_eq!((status, &*location), (302, "/docs/"));
    assert_eq!(ask(&visit, "GET", host, "/docs/").0, 200);
    assert_ne!(ask(&visit, "GET", host, "/other").0, 302);
}

#[test]
fn a_distribution_takes_the_methods_that_its_behavior_allows() {
    let Some(visit) = visited("4.8") else { return };
    for (method, status) in
        [("GET", 200), ("HEAD", 200), ("OPTIONS", 403), ("POST", 403), ("PUT", 403), ("DELETE", 403)]
    {
        assert_eq!(ask(&visit, method, "example.com", "/").0, status, "{method}");
    }
}

#[test]
fn an_api_tells_nobody_why_a_function_failed() {
    let Some(visit) = visited("5.12") else { return };
    script::put_starter_files(&visit.workspace, exercise("5.12").so_far());
    assert_eq!(script::run(&visit.workspace, &mistake("5.12", "function_throws")).code, 0);
    let (status, _, body) = ask(&visit, "GET", "api.example.com", "/chapters");
    assert_eq!((status, &*body), (502, r#"{"message": "Internal server error"}"#));
}

/// The Node.js of this machine runs what the runtime that the function names runs.
#[test]
fn a_handler_with_a_callback_runs_where_its_runtime_takes_one() {
    let Some(visit) = visited("5.12") else { return };
    script::put_starter_files(&visit.workspace, exercise("5.12").so_far());
    assert_eq!(script::run(&visit.workspace, &mistake("5.10", "callback")).code, 0);
    for (runtime, status) in [("nodejs22.x", 200), ("nodejs24.x", 502)] {
        let update =
            format!("aws lambda update-function-configuration --function-name get-chapters --runtime {runtime}");
        assert_eq!(script::line(&visit.workspace, &update).code, 0);
        assert_eq!(ask(&visit, "GET", "api.example.com", "/chapters").0, status, "{runtime}");
    }
}

#[test]
fn scopes_of_a_method_are_a_list() {
    let visit = after("7.17");
    let changed = |operation: &str| {
        let find = "API=$(aws apigateway get-rest-apis --query 'items[0].id' --output text) && INFO=$(aws apigateway get-resources \
             --rest-api-id $API --query \"items[?path=='/account/info'].id | [0]\" --output text)";
        let update = format!(
            "{find} && aws apigateway update-method --rest-api-id $API --resource-id $INFO --http-method PUT \
             --query authorizationScopes --output text --patch-operations op={operation}"
        );
        let output = script::line(&visit.workspace, &update);
        assert_eq!(output.code, 0, "{output:#?}");
        output.stdout.split_whitespace().map(str::to_owned).collect::<Vec<_>>()
    };
    let user = "aws.cognito.signin.user.admin";
    assert_eq!(changed("add,path=/authorizationScopes,value=openid"), [user, "openid"]);
    assert_eq!(changed(&format!("remove,path=/authorizationScopes,value={user}")), ["openid"]);
    assert_eq!(changed(&format!("replace,path=/authorizationScopes,value={user}")), [user]);
}

/// In a name, `~1` stands for a slash, and what says whether a header may be sent is no text.
#[test]
fn parts_of_a_method_are_changed_by_their_names() {
    let visit = after("8.4");
    let find = "API=$(aws apigateway get-rest-apis --query \"items[?name=='website'].id | [0]\" --output text) && POST=$(aws apigateway \
         get-resources --rest-api-id $API --query \"items[?path=='/analytics/auth-callback'].id | [0]\" --output text)";
    let at = "--rest-api-id $API --resource-id $POST --http-method POST";
    let printed = |command: String| printed(&visit, &format!("{find} && {command}"));
    let template = printed(format!(
        "aws apigateway update-integration {at} --query 'requestTemplates' --output json --patch-operations \
         op=replace,path=/requestTemplates/application~1json,value=changed"
    ));
    let template: serde_json::Value = serde_json::from_str(&template).expect("JSON");
    assert_eq!(template, serde_json::json!({ "application/json": "changed" }));
}

/// The script of that mistake of an exercise.
fn mistake(id: &str, name: &str) -> PathBuf {
    let file = format!("{name}.sh");
    exercise(id).mistakes().into_iter().find(|path| path.ends_with(&file)).expect("that mistake")
}

/// What an `aws` command prints, which must succeed.
fn printed(visit: &Visit, command: &str) -> String {
    let output = script::line(&visit.workspace, command);
    assert_eq!(output.code, 0, "{output:#?}");
    output.stdout.trim().to_owned()
}

/// What comes of a POST to /analytics/auth-callback that is tried: the answer of the launcher.
fn posted(visit: &Visit) -> serde_json::Value {
    let api = printed(visit, "aws apigateway get-rest-apis --query \"items[?name=='website'].id | [0]\" --output text");
    let pool = "aws cognito-idp describe-user-pool-domain --domain {{ auth_domain }} --query DomainDescription.UserPoolId --output text";
    let asked = serde_json::json!({
        "path": "/v1/analytics/auth-callback", "pool": printed(visit, pool), "table": "analytics",
        "scopes": ["aws.cognito.signin.user.admin"], "kind": ["dataType", "auth-callback"],
    });
    let address = format!("{}/us-east-1/{api}/post", visit.emulator.endpoint());
    let post = ureq::post(&address).header("host", "trial.localhost").header("x-msl-learn-visit", "1");
    let mut answer = post.send(asked.to_string()).expect("an answer");
    serde_json::from_str(&answer.body_mut().read_to_string().expect("a text")).expect("JSON")
}

/// Where reading a mapping template is certain, asking shows the same.
#[test]
fn reading_a_template_and_trying_it_agree() {
    let Some(visit) = visited("8.4") else { return };
    assert_eq!(posted(&visit)["item"]["dataType"]["S"], "auth-callback");
    let endpoint = exercise("8.4");
    let promises = |path: &std::path::PathBuf| {
        let text = std::fs::read_to_string(path).expect("a mistake");
        // What comes of another caller, one request does not show.
        let is_of_caller = ["kind_by_condition.sh", "text_unescaped.sh"].iter().any(|name| path.ends_with(name));
        text.contains("# finding: fails | template") && !is_of_caller
    };
    let wrong: Vec<_> = endpoint.mistakes().into_iter().filter(promises).collect();
    assert!(wrong.len() > 3, "{wrong:?}");
    for path in wrong {
        let visit = after("8.4");
        script::put_starter_files(&visit.workspace, endpoint.so_far());
        assert_eq!(script::run(&visit.workspace, &path).code, 0);
        let told = posted(&visit);
        assert!(told["item"].is_null() && told["unplayed"].is_null(), "{}: {told}", path.display());
    }
}

/// The stations are those of somebody who checked each exercise: of what was tried they have nothing.
#[test]
fn what_a_check_tries_is_in_no_station() {
    let Some(visit) = visited("8.12") else { return };
    let groups = "aws logs describe-log-groups --log-group-name-prefix /aws/lambda/rule-analytics-auth-callback \
                  --query 'length(logGroups)' --output text";
    assert_eq!(printed(&visit, groups), "0");
    let file = printed(&visit, "aws s3 cp s3://{{ data_bucket }}/analytics/auth-callback.csv -");
    assert!(!file.contains(|letter: char| letter.is_ascii_digit()), "a header alone: {file}");
    let items = "aws dynamodb scan --table-name analytics --select COUNT --query Count --output text";
    assert_eq!(printed(&after("8.4"), items), "0");
}

#[test]
fn an_address_gets_messages_once_it_has_said_yes() {
    let Some(visit) = visited("4.1") else { return };
    let aws = |command: &str| {
        let output = script::line(&visit.workspace, command);
        assert_eq!(output.code, 0, "{output:#?}");
        output.stdout
    };
    let topic = aws("aws sns create-topic --name news --query TopicArn --output text").trim().to_owned();
    let subscribe =
        format!("aws sns subscribe --topic-arn {topic} --protocol email --notification-endpoint ann@example.com");
    assert!(aws(&subscribe).contains("pending confirmation"));
    let list = "aws sns list-subscriptions --query Subscriptions[].SubscriptionArn --output text";
    assert_eq!(aws(list).trim(), "PendingConfirmation");
    let (_, _, letters) = ask(&visit, "GET", "mail.localhost:1", "/");
    let (_, link) = letters.split_once("http://localhost:1").expect("a link");
    let path = link.split('"').next().expect("its end").replace("&amp;", "&");
    assert_eq!(ask(&visit, "GET", "127.0.0.1", &path).0, 200);
    assert!(aws(list).starts_with(&topic), "it is confirmed");
    assert!(ask(&visit, "GET", "mail.localhost", "/").2.contains("No mail."));
}

/// What no emulator plays is answered with what was written down once, and only to those who may ask.
#[test]
fn machines_answer_those_who_may_ask() {
    let visit = after("4.3");
    let asks = "aws comprehend detect-sentiment --language-code en --text Fine --query Sentiment --output text";
    let output = script::line(&visit.workspace, asks);
    assert_eq!((output.code, output.stdout.trim()), (0, "POSITIVE"), "{output:#?}");
    let under_role = under_role(&visit, asks);
    let refused = script::line(&visit.workspace, &under_role);
    assert!(refused.code != 0 && refused.stderr.contains("AccessDenied"), "{refused:#?}");
    allow(&visit, "comprehend:DetectSentiment");
    assert_eq!(script::line(&visit.workspace, &under_role).stdout.trim(), "POSITIVE");
}

/// The command as whoever has the role `reader`, which is made, sends it.
fn under_role(visit: &Visit, command: &str) -> String {
    let role = "aws iam create-role --role-name reader --assume-role-policy-document \
        '{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\", \"Principal\": {\"AWS\": \"{{ account }}\"}, \"Action\": \"sts:AssumeRole\"}]}'";
    assert_eq!(script::line(&visit.workspace, role).code, 0);
    format!(
        "KEYS=$(aws sts assume-role --role-arn arn:aws:iam::{{{{ account }}}}:role/reader --role-session-name me \
         --query 'Credentials.[AccessKeyId, SecretAccessKey, SessionToken]' --output text) && \
         read -r A B C <<<\"$KEYS\" && AWS_ACCESS_KEY_ID=$A AWS_SECRET_ACCESS_KEY=$B AWS_SESSION_TOKEN=$C {command}"
    )
}

/// Lets the role `reader` do one thing.
fn allow(visit: &Visit, action: &str) {
    let policy = "aws iam put-role-policy --role-name reader --policy-name own --policy-document \
        '{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\", \"Action\": \"ACTION\", \"Resource\": \"*\"}]}'";
    assert_eq!(script::line(&visit.workspace, &policy.replace("ACTION", action)).code, 0);
}

#[test]
fn whoever_may_publish_a_message_may_publish_several() {
    let visit = after("4.3");
    let topic = printed(&visit, "aws sns create-topic --name news --query TopicArn --output text");
    let publishes = format!(
        "aws sns publish-batch --topic-arn {topic} --publish-batch-request-entries Id=1,Message=a Id=2,Message=b \
         --query 'length(Successful)'"
    );
    let under_role = under_role(&visit, &publishes);
    let refused = script::line(&visit.workspace, &under_role);
    assert!(refused.code != 0 && refused.stderr.contains("AuthorizationError"), "{refused:#?}");
    allow(&visit, "sns:Publish");
    assert_eq!(printed(&visit, &under_role), "2");
}

/// A change reaches nobody before the next deployment: no visitor, and no export.
#[test]
fn a_stage_serves_what_was_deployed() {
    let visit = after("5.6");
    script::put_starter_files(&visit.workspace, exercise("5.6").so_far());
    let api =
        printed(&visit, "aws apigateway get-rest-apis --query \"items[?name=='website'].id | [0]\" --output text");
    let served = || ask(&visit, "GET", &format!("{api}.execute-api.localhost"), "/v1/chapters").2;
    let exported = || {
        let export = format!(
            "aws apigateway get-export --rest-api-id {api} --stage-name v1 --export-type oas30 \
             --parameters extensions=integrations /dev/stderr >/dev/null"
        );
        script::line(&visit.workspace, &export).stderr
    };
    let is_done = || visit.workspace.check(&["5.6"]).exercises[0].verdict == Verdict::Done;
    let shows = |text: &str| (served().contains(text), exported().contains(text));
    let changed = "Changed afterwards";
    assert!(is_done());
    assert_eq!(script::run(&visit.workspace, &mistake("5.6", "changed_afterwards")).code, 0);
    assert_eq!((shows(changed), is_done()), ((false, false), false));
    let deploy = format!("aws apigateway create-deployment --rest-api-id {api} --stage-name v1");
    printed(&visit, &deploy);
    assert_eq!((shows(changed), is_done()), ((true, true), true));
    let first = printed(
        &visit,
        &format!("aws apigateway get-deployments --rest-api-id {api} --query 'items[0].id' --output text"),
    );
    let serve = |deployment: &str| {
        format!(
            "aws apigateway update-stage --rest-api-id {api} --stage-name v1 \
             --patch-operations op=replace,path=/deploymentId,value={deployment}"
        )
    };
    printed(&visit, &serve(&first));
    assert_eq!(shows(changed), (false, false), "it went back");
    let refused = script::line(&visit.workspace, &serve("unknown")).stderr;
    assert!(refused.contains("(BadRequestException)") && refused.contains("Deployment id does not exist"), "{refused}");
}

/// What is a number in an answer of AWS's stays one, or no client reads it.
#[test]
fn what_is_changed_keeps_its_type() {
    let visit = after("5.6");
    let find = "API=$(aws apigateway get-rest-apis --query \"items[?name=='website'].id | [0]\" --output text) && CHAPTERS=$(aws \
         apigateway get-resources --rest-api-id $API --query \"items[?path=='/chapters'].id | [0]\" --output text)";
    let update = |value: &str| {
        format!(
            "{find} && aws apigateway update-integration --rest-api-id $API --resource-id $CHAPTERS --http-method GET \
             --patch-operations op=replace,path=/timeoutInMillis,value={value} --query timeoutInMillis --output json"
        )
    };
    assert_eq!(printed(&visit, &update("12345")), "12345");
    let refused = script::line(&visit.workspace, &update("soon")).stderr;
    assert!(refused.contains("(BadRequestException)"), "{refused}");
    assert_eq!(printed(&visit, &update("20000")), "20000");
}

#[test]
fn a_bucket_keeps_its_policy_when_another_is_none() {
    let visit = after("4.3");
    let read = "aws s3api get-bucket-policy --bucket example.com --query Policy --output text";
    let before = printed(&visit, read);
    for policy in ["", "{}", "{\"Version\":", "[]"] {
        let put = format!("aws s3api put-bucket-policy --bucket example.com --policy '{policy}'");
        let refused = script::line(&visit.workspace, &put);
        assert!(refused.code != 0 && refused.stderr.contains("(MalformedPolicy)"), "{policy}: {refused:#?}");
    }
    assert_eq!(printed(&visit, read), before);
}

#[test]
fn what_is_not_played_says_so() {
    let visit = after("4.3");
    let ask = "aws route53domains check-domain-availability --region us-east-1 --domain-name example.com";
    let refused = script::line(&visit.workspace, ask);
    assert!(refused.code != 0 && refused.stderr.contains("The practice account has no registrar"), "{refused:#?}");
}

/// What the practice account adds is needed as long as MiniStack does not do it itself. When a newer one does, this fails, and
/// the layer of src/practice/ that does it can go.
#[test]
fn ministack_alone_does_otherwise() {
    let mut python = Command::new(tools::MINISTACK.program("python"));
    python.arg("-B").arg(tools::helper("plain_ministack.py")).current_dir(std::env::temp_dir());
    let output = process::run(python, Duration::from_secs(120));
    assert_eq!(output.code, 0, "{output:#?}");
    insta::assert_snapshot!(output.stdout.trim_end(), @r#"
    CreateBucket that nobody signed: 200
    ListBuckets that nobody signed: 200
    public access block of a new bucket: 404
    policy of a bucket that is none: 204
    certificate without its record: ISSUED
    names in a list of certificates: None
    e-mail subscription: confirmed
    alias record with another hosted zone: 200
    address whose code was entered: verified None
    scopes of a method that was changed: openid
    time limit that was changed: '12345'
    a stage after a change: the change
    a stage of no deployment: 201
    a service that is not played: {"error": "Unsupported service: route53domains"}
    runtime that a function is told: None
    workers of a function that has role b now, ended: []
    a comment that Comprehend reads: 400
    a text that Polly speaks: 400
    an image that Rekognition sees: 400
    "#);
}
