//! The promise of least privilege: the table of operations, what the verifiers declare, what they send in any state,
//! and what the policy allows are one and the same.

use std::collections::BTreeSet;

use super::*;
use crate::aws::api::operations;
use crate::aws::operation::{Operation, Scope};
use crate::aws::reader::Reading;
use crate::learner::Learner;
use crate::services::APIS;
use crate::testing::code::ACCOUNT_INFO;
use crate::verifier::VERIFIERS;

const ZONE: &str = "<HostedZone><Id>/hostedzone/Z2</Id><Name>example.com.</Name><CallerReference>2</CallerReference>
    <Config><PrivateZone>false</PrivateZone></Config><ResourceRecordSetCount>2</ResourceRecordSetCount></HostedZone>";

const TO_TOPIC: &str = "<NotificationConfiguration><TopicConfiguration><Id>news</Id>
    <Topic>arn:aws:sns:us-east-1:123456789012:news</Topic><Event>s3:ObjectCreated:*</Event></TopicConfiguration>
    </NotificationConfiguration>";

fn declared(verifier: &crate::verifier::Verifier) -> impl Iterator<Item = &'static Reading> {
    verifier.reads.iter().flat_map(|reader| reader.readings)
}

/// The account whose API invokes the function under a role.
fn under_role() -> Account {
    let role = "arn:aws:iam::123456789012:role/function-get-chapters";
    let posts = [r#""httpMethod": "POST""#, r#""httpMethod":"POST""#];
    let under_role = |account: Account, post: &str| {
        account.edited("apigateway:GetResources", post, &format!(r#""credentials": "{role}", {post}"#))
    };
    posts.into_iter().fold(solved(), under_role).refuses("lambda:GetPolicy", (404, "ResourceNotFoundException"), "none")
}

/// The account in which methods of the API call the functions that streams feed, and these and a rule name roles that are not
/// there.
fn under_missing_roles() -> Account {
    let target = r#"function:backup-tables"}"#;
    let with_role = r#"function:backup-tables","RoleArn":"arn:aws:iam::123456789012:role/runs"}"#;
    under_role()
        .answers("lambda:ListEventSourceMappings", ok(r#"{"EventSourceMappings": []}"#))
        .edited("apigateway:GetResources", "function:put-comment/", "function:analyze-comments/")
        .edited("apigateway:GetResources", "function:put-speech/", "function:create-speech/")
        .edited("events:ListTargetsByRule", target, with_role)
        .refuses("iam:GetRole", (404, "NoSuchEntity"), "none")
}

/// The account in which a stream feeds the function that a method calls otherwise.
fn fed_by_stream() -> Account {
    solved().edited("lambda:ListEventSourceMappings", "function:analyze-comments", "function:analyze-images")
}

/// The account whose methods take ID tokens, since they have no scope.
fn unscoped(account: &Account) -> Account {
    let scopes = r#""authorizationScopes":["aws.cognito.signin.user.admin"]"#;
    account.clone().edited("apigateway:GetResources", scopes, r#""authorizationScopes":[]"#)
}

/// The account whose function changes users as an administrator.
fn as_administrator() -> Account {
    let code = ACCOUNT_INFO.replace("UpdateUserAttributesCommand", "AdminUpdateUserAttributesCommand");
    solved().amid(World::solved().with_account_code(&[("index.mjs", &code)]).open())
}

/// The account whose function works under a role that a tool has made, with policies of its own.
fn of_tool() -> Account {
    solved()
        .with(iam::lacking)
        .answers("iam:ListPolicies", ok(iam::policies(&[])))
        .answers("lambda:GetFunction", ok(lambda::under("website-GetChaptersRole-1A2B")))
}

/// The states that lead to reads beyond those of a solved exercise: each near miss, a registration elsewhere, two zones.
fn states(slug: &str) -> Vec<(Account, bool)> {
    let two_zones = solved_for(slug)
        .edited("route53:ListHostedZonesByName", "</HostedZones>", &format!("{ZONE}</HostedZones>"))
        .refuses("route53domains:GetDomainDetail", (400, "InvalidInput"), "not found")
        .answers("route53domains:ListOperations", ok(r#"{"Operations": []}"#))
        .amid(World::solved().open());
    let no_bucket = solved_for(slug)
        .edited("s3:ListBuckets", "<Name>example.com</Name>", "<Name>photos.net</Name>")
        .refuses("s3:GetBucketLocation", (404, "NoSuchBucket"), "The specified bucket does not exist");
    let no_object = solved_for(slug)
        .answers("s3:HeadObject", status(404, ""))
        .answers("s3:ListObjectsV2", ok("<ListBucketResult></ListBucketResult>"))
        .answers("s3:GetPublicAccessBlock", ok(s3::public_access(false)));
    let no_api_domain = solved_for(slug).refuses("apigateway:GetDomainName", (404, "NotFoundException"), "none");
    let no_data_bucket = solved_for(slug)
        .edited("s3:ListBuckets", "<Name>example-data</Name>", "<Name>photos.net</Name>")
        .refuses("s3:GetBucketLocation", (404, "NoSuchBucket"), "The specified bucket does not exist");
    let no_pool_domain = two_zones.clone().with(cognito::without_domain);
    let unstyled = solved_for(slug).answers("cognito-idp:GetUICustomization", ok(cognito::NO_CLASSIC_STYLE));
    let behavior = "<ViewerProtocolPolicy>redirect-to-https</ViewerProtocolPolicy>";
    let own = format!("{behavior}<CachePolicyId>1</CachePolicyId><OriginRequestPolicyId>2</OriginRequestPolicyId>");
    let own_policies = solved_for(slug)
        .edited("cloudfront:GetDistribution", behavior, &own)
        .refuses("cloudfront:GetCachePolicy", (403, "AccessDenied"), "no")
        .refuses("cloudfront:GetOriginRequestPolicy", (403, "AccessDenied"), "no");
    vec![
        (no_pool_domain, false),
        (unstyled, false),
        (
            solved_for(slug)
                .with(ssm::without)
                .with(sns::without)
                .with(sms::without)
                .with(backup::without)
                .with(config::without)
                .with(groups::without)
                .with(cloudformation::without),
            false,
        ),
        (solved_for(slug).with(backup::by_tag), false),
        (recorded_by_own_role(slug), false),
        (solved_for(slug).with(groups::through_identity_center), false),
        (solved_for(slug).with(ses::without), false),
        (own_policies, false),
        (solved_for(slug).with(apigateway::without), false),
        (solved_for(slug).with(apigateway::without).with(sfn::by_http_api), false),
        (solved_for(slug).with(apigateway::doubled), false),
        (no_data_bucket, false),
        (solved_for(slug), false),
        (two_zones, false),
        (unscoped(&solved_for(slug)).answers("dynamodb:Query", ok(r#"{"Items": []}"#)), false),
        (unscoped(&no_bucket), false),
        (unscoped(&no_object), false),
        (no_bucket, false),
        (no_object, false),
        (no_api_domain, false),
        (solved_for(slug), true),
    ]
    .into_iter()
    .chain(with_other_functions(slug))
    .collect()
}

/// The states in which functions have other roles or callers than in the solved one, or lack something.
fn with_other_functions(slug: &str) -> Vec<(Account, bool)> {
    vec![
        (solved_for(slug).with(lambda::without), false),
        (solved_for(slug).with(dynamodb::without).with(iam::without), false),
        (solved_for(slug).with(cognito::unconfirmed), false),
        (solved_for(slug).with(iam::lacking), false),
        (under_role().with(iam::lacking), false),
        (of_tool(), false),
        (as_administrator(), false),
        (under_role().with(iam::without), false),
        (solved_for(slug).answers("events:ListRuleNamesByTarget", ok(eventbridge::NO_RULE_NAMES)), false),
        (solved_for(slug).with(eventbridge::scheduled), false),
        (scheduled_inline(), false),
        (backed_up_by_schedule(), false),
        (texted_by_schedule(), false),
        (started_by_schedule("analyze-comments"), false),
        (started_by_schedule("create-speech"), false),
        (fed_by_topic("analyze-comments"), false),
        (fed_by_topic("analyze-images"), false),
        (fed_by_topic("create-speech"), false),
        (started_by_schedule("analyze-images"), false),
        (solved_for(slug).with(random_cut_forest::ruled), false),
        (inline(solved().with(random_cut_forest::ruled)), false),
        (solved_for(slug).with(random_cut_forest::ruled).refuses("iam:GetRole", (404, "NoSuchEntity"), "none"), false),
        (solved_for(slug).answers("sns:ListTopics", ok(sns::TOPICS)), false),
        (under_missing_roles(), false),
        (fed_by_stream(), false),
        (solved_for(slug).with(eventbridge::scheduled).refuses("iam:GetRole", (404, "NoSuchEntity"), "none"), false),
        (unanswered(), false),
        (unanswered().with(lambda::without), false),
        (unlogged(), false),
        (of_opaque_code(), false),
        (of_opaque_code().answers("s3:HeadObject", status(404, "")), false),
    ]
}

/// The account whose API answers with an error.
fn unanswered() -> Account {
    let page = "https://a1b2c3d4e5.execute-api.us-east-1.amazonaws.com/v1/chapters";
    let error = World::api_answer("502 Bad Gateway", &[], r#"{"message":"Internal server error"}"#);
    solved().amid(World::solved().replies(page, error).open())
}

/// The account in which the policy of the function that makes a file of the sign-ins lacks the logs.
fn unlogged() -> Account {
    let statements = rule::needed().replace("logs:", "xray:");
    solved().answers_to("iam:GetPolicyVersion", rule::NAME, ok(iam::version("v1", &statements)))
}

/// The account in which the code of the sign-ins tells nothing, and the file tells what it has done.
fn of_opaque_code() -> Account {
    let code = "import { S3 } from '@aws-sdk/client-s3';
        export const handler = async (event) => new S3()[event.method](event.input);";
    solved().amid(World::solved().with_rule_code(&[("index.mjs", code)]).open())
}

/// The account whose recorder works under a role that the learner made, and deleted.
fn recorded_by_own_role(slug: &str) -> Account {
    let own = "arn:aws:iam::123456789012:role/recorder";
    solved_for(slug).edited("config:DescribeConfigurationRecorders", config::ROLE, own).with(iam::without)
}

/// The account in which a schedule runs the function of the backups.
fn backed_up_by_schedule() -> Account {
    let [of_rule, of_backups] = ["function:rule-analytics-auth-callback", "function:backup-tables"];
    let account = solved().with(eventbridge::scheduled);
    let account = account.edited("scheduler:ListSchedules", of_rule, of_backups);
    account.edited("scheduler:GetSchedule", of_rule, of_backups)
}

/// The account in which neither the API nor a topic, but a schedule runs the function that sends text messages.
fn texted_by_schedule() -> Account {
    let [of_rule, of_texts] = ["function:rule-analytics-auth-callback", "function:sns-send-text"];
    let account = solved().with(eventbridge::scheduled);
    let account = account.edited("apigateway:GetResources", texting::RESOURCES, r#"{"id":"t","path":"/account/text"}"#);
    let account = account.answers("sns:ListTopics", ok(sns::TOPICS.replace("sns-send-email<", "news<")));
    let account = account.edited("scheduler:ListSchedules", of_rule, of_texts);
    account.edited("scheduler:GetSchedule", of_rule, of_texts)
}

/// The account in which neither streams nor methods feed the functions of the learner's own.
fn unfed() -> Account {
    solved().answers("lambda:ListEventSourceMappings", ok(r#"{"EventSourceMappings": []}"#)).edited(
        "apigateway:GetResources",
        "function:analyze-images/",
        "function:get-chapters/",
    )
}

/// The account in which neither streams nor methods, but a schedule runs a function of the learner's own.
fn started_by_schedule(function: &str) -> Account {
    let [of_rule, of_own] = ["rule-analytics-auth-callback", function].map(|name| format!("function:{name}"));
    unfed().with(eventbridge::scheduled).edited("scheduler:ListSchedules", &of_rule, &of_own).edited(
        "scheduler:GetSchedule",
        &of_rule,
        &of_own,
    )
}

/// The account in which neither streams nor methods, but a topic hands a function of the learner's own its work.
fn fed_by_topic(function: &str) -> Account {
    let function = format!("arn:aws:lambda:us-east-1:123456789012:function:{function}");
    unfed()
        .answers("sns:ListTopics", ok(sns::TOPICS.replace("sns-send-email<", "news<")))
        .answers("sns:ListSubscriptionsByTopic", ok(sms::subscribed("lambda", &function)))
        .answers("s3:GetBucketNotificationConfiguration", ok(TO_TOPIC))
}

/// A schedule whose role has its policy within it.
fn scheduled_inline() -> Account {
    inline(solved().with(eventbridge::scheduled))
}

fn inline(account: Account) -> Account {
    account
        .answers("iam:ListRolePolicies", ok(iam::OWN_POLICIES))
        .answers("iam:GetRolePolicy", ok(iam::own_policy(&iam::statement("lambda:InvokeFunction", eventbridge::ARN))))
}

/// What a verifier sends that sends nothing beyond what it declares. A state that answers all of that as another does needs
/// no second look: most of the states are about a few exercises only.
async fn sent_in_any_state(slug: &str, declared: &BTreeSet<&'static str>) -> BTreeSet<&'static str> {
    let mut sent = BTreeSet::new();
    for (account, practice) in different(states(slug), declared) {
        let (aws, you) = (account.without_memory().open(), Learner { practice, ..example() });
        crate::check(slug, &aws, &you).await.expect("a verifier");
        // Looks from outside are none of AWS's API.
        sent.extend(aws.sent().into_iter().filter(|label| !calls::is_look(label)));
    }
    sent
}

fn different(states: Vec<(Account, bool)>, declared: &BTreeSet<&'static str>) -> Vec<(Account, bool)> {
    let mut different: Vec<(Account, bool)> = Vec::new();
    for (account, practice) in states {
        if !different.iter().any(|(other, was)| *was == practice && account.is_alike(other, declared)) {
            different.push((account, practice));
        }
    }
    different
}

#[tokio::test]
async fn each_verifier_sends_in_some_state_all_that_it_declares_and_in_none_anything_else() {
    let mut wrong = Vec::new();
    for verifier in VERIFIERS {
        let declared: BTreeSet<_> = declared(verifier).map(|reading| reading.operation.label).collect();
        let sent = sent_in_any_state(verifier.slug, &declared).await;
        if sent != declared {
            wrong.push((verifier.slug, sent.symmetric_difference(&declared).copied().collect::<Vec<_>>()));
        }
    }
    assert_eq!(wrong, [], "what is sent or declared, and not both");
}

#[test]
fn the_table_holds_what_is_declared_and_nothing_else() {
    let reviewed = crate::review::reads().flat_map(|reader| reader.readings);
    let declared: BTreeSet<_> =
        VERIFIERS.iter().flat_map(declared).chain(reviewed).map(|reading| reading.operation.label).collect();
    assert_eq!(declared, operations(APIS).map(|operation| operation.label).collect());
}

/// A statement about one resource must not allow what takes none, and none may be wider than it can be.
#[test]
fn a_read_is_declared_on_a_resource_where_its_action_takes_one() {
    let reviewed = crate::review::reads().flat_map(|reader| reader.readings);
    for reading in VERIFIERS.iter().flat_map(declared).chain(reviewed) {
        assert_eq!(reading.on.arn != "*", reading.operation.scope == Scope::Resource, "{reading:?}");
    }
}

fn policy(slugs: &[&str]) -> serde_json::Value {
    serde_json::to_value(crate::grant(slugs, &example()).expect("well-formed templates")).expect("JSON")
}

fn slugs() -> Vec<&'static str> {
    VERIFIERS.iter().map(|verifier| verifier.slug).collect()
}

fn actions(policy: &serde_json::Value) -> BTreeSet<String> {
    let statements = policy["Statement"].as_array().expect("statements");
    let all = statements.iter().flat_map(|statement| statement["Action"].as_array().expect("actions"));
    all.map(|action| action.as_str().expect("text").to_owned()).collect()
}

/// AWS lets everyone ask who they are. What a review asks beside exercises is in its own policy.
#[test]
fn the_policy_allows_the_actions_of_the_table_save_what_needs_no_permission() {
    let review = serde_json::to_value(crate::grant_review(&example()).expect("well-formed templates")).expect("JSON");
    let needed = operations(APIS).flat_map(Operation::actions).filter(|action| *action != "sts:GetCallerIdentity");
    let both: BTreeSet<_> = actions(&policy(&slugs())).union(&actions(&review)).cloned().collect();
    assert_eq!(both, needed.map(str::to_owned).collect());
}

/// What one statement allows on a wider pattern stands in it alone; each is what the exercise needs by itself.
#[test]
fn what_a_wider_statement_allows_is_not_said_twice() {
    let resources = |slugs: &[&str]| {
        let policy = policy(slugs);
        let statements = policy["Statement"].as_array().expect("statements").clone();
        let of = statements.into_iter().filter(|one| one["Action"].to_string().contains("lambda:GetFunction"));
        of.map(|one| one["Resource"].as_str().unwrap_or_default().to_owned()).collect::<Vec<_>>()
    };
    let lambda = "arn:aws:lambda:us-east-1:123456789012:function:";
    assert_eq!(resources(&["ch07/put_account_info_logs"]), [format!("{lambda}put-account-info*")]);
    assert_eq!(resources(&["ch07/put_account_info_logs", "ch09/text_function"]), [format!("{lambda}*")]);
}

/// Of text messages, AWS asks about an action of SNS and about one of AWS End User Messaging (Service Authorization Reference;
/// the managed policy AmazonSNSReadOnlyAccess).
#[test]
fn reads_about_text_messages_need_two_actions_each() {
    let slugs = ["ch09/sms_production", "ch09/origination_number", "ch09/sandbox_phone"];
    let expected = serde_json::json!([{"Effect": "Allow", "Action": [
        "sms-voice:DescribeAccountAttributes", "sms-voice:DescribePhoneNumbers", "sms-voice:DescribeVerifiedDestinationNumbers",
        "sns:GetSMSSandboxAccountStatus", "sns:ListOriginationNumbers", "sns:ListSMSSandboxPhoneNumbers"], "Resource": "*"}]);
    assert_eq!(policy(&slugs)["Statement"], expected);
}

/// An action is not always named like its operation (Service Authorization Reference). API Gateway has one action for all
/// that reads.
#[test]
fn actions_that_are_named_otherwise_than_their_operations() {
    let differ = operations(APIS).filter(|operation| operation.label != operation.action);
    let differ = differ.filter(|operation| operation.action != "apigateway:GET");
    let differ: Vec<_> = differ.map(|operation| (operation.label, operation.action)).collect();
    assert_eq!(
        differ,
        [
            ("s3:ListBuckets", "s3:ListAllMyBuckets"),
            ("s3:HeadObject", "s3:GetObject"),
            ("s3:ListObjectsV2", "s3:ListBucket"),
            ("s3:GetBucketNotificationConfiguration", "s3:GetBucketNotification"),
            ("s3:GetPublicAccessBlock", "s3:GetBucketPublicAccessBlock"),
            ("s3:GetBucketReplication", "s3:GetReplicationConfiguration"),
            ("s3:GetBucketEncryption", "s3:GetEncryptionConfiguration"),
            ("s3:GetBucketLifecycleConfiguration", "s3:GetLifecycleConfiguration"),
            ("s3control:GetPublicAccessBlock", "s3:GetAccountPublicAccessBlock"),
        ]
    );
}

/// IAM's grammar and quotas (IAM User Guide, "Grammar of the IAM JSON policy language", "IAM and AWS STS quotas").
#[test]
fn the_policy_is_one_that_iam_takes() {
    let policy = policy(&slugs());
    assert_eq!(policy["Version"], "2012-10-17");
    let text: String = policy.to_string().split_whitespace().collect();
    assert!(text.len() <= 6144, "a managed policy holds 6,144 characters without white space, not {}", text.len());
    let mut sets = BTreeSet::new();
    for statement in policy["Statement"].as_array().expect("statements") {
        let text = |member: &str| statement[member].as_str().unwrap_or_else(|| panic!("{member}: {statement}"));
        assert!(sets.insert(statement["Resource"].to_string()), "{statement}");
        assert_eq!(text("Effect"), "Allow");
        let resources = &statement["Resource"];
        let named = resources.as_array().map_or(std::slice::from_ref(resources), Vec::as_slice);
        assert!(!named.is_empty(), "{statement}");
        for resource in named.iter().map(|resource| resource.as_str().expect("text")) {
            assert!(
                resource == "*" || resource.splitn(6, ':').count() == 6 && resource.starts_with("arn:aws:"),
                "{resource}"
            );
            assert!(!resource.contains('{'), "{resource}");
        }
    }
    for action in actions(&policy) {
        let (service, name) = action.split_once(':').expect("a service and a name");
        assert!(!service.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric()), "{action}");
    }
}

#[test]
fn the_policy_of_one_exercise_names_its_own_resources_alone() {
    let policy = policy(&["ch04/domain_registration"]);
    let expected = serde_json::json!({"Version": "2012-10-17", "Statement": [
        {"Effect": "Allow", "Action": ["route53:GetHostedZone"],
         "Resource": "arn:aws:route53:::hostedzone/*"},
        {"Effect": "Allow", "Action":
         ["route53:ListHostedZonesByName", "route53domains:GetDomainDetail", "route53domains:ListOperations"], "Resource": "*"}]});
    assert_eq!(policy, expected);
    assert_eq!(self::policy(&[])["Statement"], serde_json::json!([]));
}
