//! Each practice has a state that it flags, one that it does not, and one that it cannot tell; and a review sends what it
//! declares, within the calls that it promises.

use std::collections::{BTreeMap, BTreeSet};

use super::calls::is_look;
use super::*;
use crate::LeftKind;
use crate::review::{Review, Scope, practices, reads, review, review_within, unreadable};
use crate::testing::{exemplary, reviewed};

/// A practice by its id, the operation that tells of it, and what in its answer makes it a risk, with that instead; of those
/// without, [`flagged`] knows another answer.
type State = (&'static str, &'static str, &'static str, &'static str);

#[rustfmt::skip]
const STATES: &[State] = &[
    ("account_root_keys", "iam:GetAccountSummary", "<key>AccountAccessKeysPresent</key><value>0</value>", "<key>AccountAccessKeysPresent</key><value>1</value>"),
    ("account_root_mfa", "iam:GetAccountSummary", "<key>AccountMFAEnabled</key><value>1</value>", "<key>AccountMFAEnabled</key><value>0</value>"),
    ("account_public_access", "s3control:GetPublicAccessBlock", "true", "false"),
    ("account_recorded", "config:DescribeConfigurationRecorderStatus", r#""recording": true"#, r#""recording": false"#),
    ("user_mfa", "iam:ListMFADevices", "", ""),
    ("role_administrator", "iam:GetPolicyVersion", "s3%3AGetObject%22%2C%20%22Resource%22%3A%20%22arn%3Aaws%3As3%3A%3A%3Aexample%2Ddata%2F%2A", "%2A%22%2C%20%22Resource%22%3A%20%22%2A"),
    ("role_actions", "iam:GetPolicyVersion", "dynamodb%3AScan", "dynamodb%3A%2A"),
    ("role_data", "iam:GetPolicyVersion", "arn%3Aaws%3As3%3A%3A%3Aexample%2Ddata%2F%2A", "%2A"),
    ("role_own", "lambda:ListFunctions", "]}", r#", {"FunctionName": "photos", "Role": "arn:aws:iam::123456789012:role/function-get-chapters"}]}"#),
    ("function_runtime", "lambda:GetFunction", "nodejs24.x", "nodejs18.x"),
    ("function_secrets", "lambda:GetFunction", "/website/token", "0123456789abcdef"),
    ("function_public", "lambda:GetPolicy", r#"{\"Service\":\"events.amazonaws.com\"}"#, r#"\"*\""#),
    ("function_failures", "lambda:GetFunctionEventInvokeConfig", r#""Destination": "arn:aws:sqs:us-east-1:123456789012:failed""#, ""),
    ("function_stream_failures", "lambda:ListEventSourceMappings", r#""Destination": "arn:aws:sqs:us-east-1:123456789012:failed""#, ""),
    ("function_timeout", "lambda:GetFunction", r#""Timeout": 3,"#, r#""Timeout": 60,"#),
    ("function_runs", "lambda:GetFunction", r#""ReservedConcurrentExecutions": 5"#, r#""ReservedConcurrentExecutions": 0"#),
    ("function_log_format", "lambda:GetFunction", r#""LogFormat": "JSON""#, r#""LogFormat": "Text""#),
    ("function_traced", "lambda:GetFunction", r#""Mode": "Active""#, r#""Mode": "PassThrough""#),
    ("function_log_group", "logs:DescribeLogGroups", "/aws/lambda/get-chapters", "/aws/lambda/others"),
    ("function_alias", "lambda:ListAliases", r#"[{"Name": "live", "FunctionVersion": "1",
    "AliasArn": "arn:aws:lambda:us-east-1:123456789012:function:get-chapters:live"}]"#, "[]"),
    ("function_package", "lambda:GetFunction", r#""CodeSize": 600"#, r#""CodeSize": 60000000"#),
    ("function_log_ends", "logs:DescribeLogGroups", r#""retentionInDays": 30"#, r#""storedBytes": 30"#),
    ("function_arm", "lambda:GetFunction", "arm64", "x86_64"),
    ("function_filter", "lambda:ListEventSourceMappings", r#""Filters": [{"Pattern": "{\"eventName\": [\"INSERT\"]}"}]"#, r#""Filters": []"#),
    ("api_authorized", "apigateway:GetResources", "COGNITO_USER_POOLS", "NONE"),
    ("api_validated", "apigateway:GetResources", r#", "requestValidatorId": "v1""#, ""),
    ("api_own_address", "apigateway:GetRestApis", r#""disableExecuteApiEndpoint": true"#, r#""disableExecuteApiEndpoint": false"#),
    ("api_tls", "apigateway:GetDomainName", "TLS_1_2", "TLS_1_0"),
    ("api_packed", "apigateway:GetRestApis", r#", "minimumCompressionSize": 1000"#, ""),
    ("stage_data", "apigateway:GetStages", r#""dataTraceEnabled": false"#, r#""dataTraceEnabled": true"#),
    ("stage_throttled", "apigateway:GetStages", r#""throttlingRateLimit": 100.0"#, r#""throttlingRateLimit": 10000.0"#),
    ("stage_access_log", "apigateway:GetStages", r#", "destinationArn": "arn:aws:logs:us-east-1:123456789012:log-group:api""#, ""),
    ("stage_error_log", "apigateway:GetStages", r#""INFO""#, r#""OFF""#),
    ("stage_traced", "apigateway:GetStages", r#""tracingEnabled": true"#, r#""tracingEnabled": false"#),
    ("stage_metrics", "apigateway:GetStages", r#""metricsEnabled": true"#, r#""metricsEnabled": false"#),
    ("stage_cache", "apigateway:GetStages", r#""cacheClusterEnabled": false"#, r#""cacheClusterEnabled": true"#),
    ("pool_mfa", "cognito-idp:DescribeUserPool", "OPTIONAL", "OFF"),
    ("pool_passwords", "cognito-idp:DescribeUserPool", r#""MinimumLength": 8"#, r#""MinimumLength": 6"#),
    ("pool_hides_users", "cognito-idp:DescribeUserPoolClient", r#""ENABLED""#, r#""LEGACY""#),
    ("pool_protected", "cognito-idp:DescribeUserPool", r#""DeletionProtection": "ACTIVE""#, r#""DeletionProtection": "INACTIVE""#),
    ("bucket_public", "s3:GetPublicAccessBlock", "", ""),
    ("bucket_tls", "s3:GetBucketPolicy", "aws:SecureTransport", "aws:ViaAWSService"),
    ("bucket_lists", "s3:GetBucketOwnershipControls", "BucketOwnerEnforced", "ObjectWriter"),
    ("bucket_versions", "s3:GetBucketVersioning", "<Status>Enabled</Status>", ""),
    ("bucket_old_versions", "s3:GetBucketLifecycleConfiguration", "<NoncurrentVersionExpiration><NoncurrentDays>30</NoncurrentDays></NoncurrentVersionExpiration>", ""),
    ("bucket_tagged", "s3:GetBucketTagging", "<Tag><Key>project</Key><Value>website</Value></Tag>", ""),
    ("bucket_uploads", "s3:GetBucketLifecycleConfiguration", "<Status>Enabled</Status>", "<Status>Disabled</Status>"),
    ("table_recovery", "dynamodb:DescribeContinuousBackups", r#""PointInTimeRecoveryStatus": "ENABLED""#, r#""PointInTimeRecoveryStatus": "DISABLED""#),
    ("table_protected", "dynamodb:DescribeTable", r#""DeletionProtectionEnabled": true"#, r#""DeletionProtectionEnabled": false"#),
    ("table_capacity", "dynamodb:DescribeTable", r#""BillingModeSummary": {"BillingMode": "PAY_PER_REQUEST"},"#, ""),
    ("table_tagged", "dynamodb:ListTagsOfResource", r#"{"Key": "backup", "Value": "daily"}"#, ""),
    ("table_expires", "dynamodb:DescribeTimeToLive", "ENABLED", "DISABLED"),
    ("distribution_tls", "cloudfront:GetDistribution", "TLSv1.2_2021", "TLSv1"),
    ("distribution_https", "cloudfront:GetDistribution", "redirect-to-https", "allow-all"),
    ("distribution_origin", "cloudfront:GetOriginAccessControl", "always", "never"),
    ("distribution_logs", "logs:DescribeDeliveries", "website", "photos"),
    ("distribution_packed", "cloudfront:GetDistribution", "<Compress>true", "<Compress>false"),
    ("distribution_http", "cloudfront:GetDistribution", "http2and3", "http1.1"),
    ("distribution_cached", "cloudfront:GetCachePolicy", "<MaxTTL>86400", "<MaxTTL>0"),
    ("distribution_ipv6", "cloudfront:ListDistributions", "<IsIPV6Enabled>true", "<IsIPV6Enabled>false"),
    ("certificate_renewed", "acm:DescribeCertificate", r#""ValidationMethod": "DNS""#, r#""ValidationMethod": "EMAIL""#),
    ("domain_renewed", "route53domains:GetDomainDetail", r#""AutoRenew": true"#, r#""AutoRenew": false"#),
    ("domain_locked", "route53domains:GetDomainDetail", "clientTransferProhibited", "ok"),
    ("topic_strangers", "sns:GetTopicAttributes", "", ""),
    ("topic_key", "sns:GetTopicAttributes", "alias/aws/sns", ""),
    ("mail_signed", "ses:GetEmailIdentity", r#""SigningEnabled": true, "Status": "SUCCESS""#, r#""SigningEnabled": true, "Status": "FAILED""#),
    ("mail_from", "ses:GetEmailIdentity", r#""MailFromDomainStatus": "SUCCESS""#, r#""MailFromDomainStatus": "FAILED""#),
    ("plan_selects", "backup:ListBackupSelections", "", ""),
    ("plan_ends", "backup:GetBackupPlan", "DeleteAfterDays", "MoveToColdStorageAfterDays"),
];

async fn look(account: &Account) -> Review {
    look_for(account, &course()).await
}

async fn look_for(account: &Account, left: &[(LeftKind, String)]) -> Review {
    review(&account.clone().without_memory().open(), &example(), Scope::Course(left), None).await
}

/// The user who asks, a stack and a plan of the course.
fn course() -> Vec<(LeftKind, String)> {
    let named = [(LeftKind::User, "ada"), (LeftKind::Stack, "website-stack"), (LeftKind::BackupPlan, "website")];
    named.map(|(kind, name)| (kind, name.to_owned())).to_vec()
}

/// Whether a review is about the resource.
fn is_about(review: &Review, resource: &str) -> bool {
    review.seen.iter().any(|seen| seen.resource == resource)
}

/// The verdicts of each practice, of all resources.
fn verdicts(review: &Review) -> BTreeMap<String, Vec<ClauseVerdict>> {
    let mut all: BTreeMap<String, Vec<ClauseVerdict>> = BTreeMap::new();
    for seen in &review.seen {
        all.entry(seen.practice.id()).or_default().push(seen.finding.verdict);
    }
    all
}

fn told(review: &Review, id: &str) -> String {
    let of = review.seen.iter().filter(|seen| seen.practice.id() == id);
    of.map(|seen| format!("{}: {:?}\n", seen.resource, seen.finding)).collect()
}

#[tokio::test]
async fn every_practice_is_kept_in_the_exemplary_account() {
    let review = look(&exemplary()).await;
    for (id, verdicts) in verdicts(&review) {
        assert!(verdicts.iter().all(|one| *one == ClauseVerdict::Holds), "{}", told(&review, &id));
    }
    assert_eq!(review.left_out, [""; 0]);
}

#[tokio::test]
async fn every_practice_has_a_state_that_it_flags_and_one_that_it_cannot_tell() {
    let mut wrong = Vec::new();
    for (id, label, from, to) in STATES {
        for (account, expected) in [
            (flagged(id, label, from, to), ClauseVerdict::Fails),
            (exemplary().refuses(label, (403, "AccessDenied"), "no"), ClauseVerdict::CannotTell),
        ] {
            let review = look(&account).await;
            let own = &verdicts(&review)[*id];
            if !own.contains(&expected) || own.contains(&ClauseVerdict::Holds) {
                wrong.push(format!("{id}, expected {expected:?}: {}", told(&review, id)));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The exemplary account, but for this practice.
fn flagged(id: &str, label: &'static str, from: &str, to: &str) -> Account {
    match id {
        "plan_selects" => exemplary().answers(label, ok(r#"{"BackupSelectionsList": []}"#)),
        "user_mfa" => exemplary().answers(label, ok(NO_DEVICES)),
        "bucket_public" => {
            let own = exemplary().answers(label, ok(s3::public_access(false)));
            own.answers("s3control:GetPublicAccessBlock", ok(s3::public_access(false)))
        }
        "topic_strangers" => {
            let statement = sns::OWN_ACCOUNT.split(r#","Condition""#).next().unwrap_or_default();
            exemplary().answers(label, ok(sns::topic(&format!("{statement}}}"), "")))
        }
        _ => exemplary().edited(label, from, to),
    }
}

const NO_DEVICES: &str = "<ListMFADevicesResponse><ListMFADevicesResult><MFADevices/><IsTruncated>false</IsTruncated>
    </ListMFADevicesResult></ListMFADevicesResponse>";

#[test]
fn every_practice_has_its_states_and_an_id_of_its_own() {
    let ids: Vec<String> = practices().map(crate::review::Practice::id).collect();
    let states: Vec<&str> = STATES.iter().map(|(id, ..)| *id).collect();
    assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len());
    assert_eq!(ids.iter().map(String::as_str).collect::<BTreeSet<_>>(), states.into_iter().collect());
}

#[test]
fn each_pillar_has_the_practices_that_it_should() {
    use crate::findings::Pillar::*;
    let count = |pillar| practices().filter(|practice| practice.pillar() == pillar).count();
    for (pillar, least) in [
        (Security, 12),
        (Reliability, 9),
        (OperationalExcellence, 9),
        (PerformanceEfficiency, 5),
        (CostOptimization, 6),
        (Sustainability, 4),
    ] {
        assert!(count(pillar) >= least, "{pillar:?}: {}", count(pillar));
    }
}

/// Ids and titles are AWS's, exercises are there, and texts fill with the learner's names.
#[test]
fn a_practice_says_all_that_it_should() {
    for practice in practices() {
        let id = practice.framework.split(' ').next().unwrap_or_default();
        let (question, best) = id.split_once("-BP").unwrap_or_default();
        assert!(question.len() >= 5 && best.len() == 2, "{id}");
        assert!(!practice.cost.is_empty() && !practice.text().ends_with('.'), "{id}");
        let folder = format!("{}/../exercises/{}", env!("CARGO_MANIFEST_DIR"), practice.exercise);
        assert!(std::path::Path::new(&folder).is_dir(), "{}", practice.exercise);
        for text in [practice.clause.text, practice.clause.advice, &practice.clause.console.address()] {
            example().fill(text).unwrap_or_else(|error| panic!("{text}: {error}"));
        }
    }
}

#[tokio::test]
async fn where_nobody_can_be_asked_every_practice_cannot_be_told() {
    let fault = solved().refuses("sts:GetCallerIdentity", (403, "AccessDenied"), "no").open().caller().await;
    let review = unreadable(&example(), None, &fault.expect_err("a fault"));
    assert_eq!(review.seen.len(), practices().count());
    assert!(review.seen.iter().all(|seen| seen.finding.verdict == ClauseVerdict::CannotTell));
}

/// Nothing is made up about an account in which nothing is.
#[tokio::test]
async fn what_is_not_there_does_not_apply() {
    let empty = reviewed()
        .with(lambda::without)
        .with(dynamodb::without)
        .with(apigateway::without)
        .with(cognito::without)
        .with(sns::without)
        .with(ses::without)
        .with(backup::without)
        .answers("s3:ListBuckets", ok("<ListAllMyBucketsResult><Buckets></Buckets></ListAllMyBucketsResult>"))
        .answers("acm:ListCertificates", ok(acm::NO_CERTIFICATES));
    let review = look(&empty).await;
    for (id, verdicts) in verdicts(&review) {
        let is_own = ["account_", "user_", "domain_", "distribution_"].iter().any(|start| id.starts_with(start));
        assert!(is_own || verdicts == [ClauseVerdict::Skipped], "{}", told(&review, &id));
    }
}

#[tokio::test]
async fn what_the_exercises_leave_is_of_the_course() {
    let role = iam::role("/", "s3-replication");
    let account = exemplary()
        .edited(
            "lambda:ListFunctions",
            "]}",
            r#", {"FunctionName": "analyze-comments", "Role": "arn:aws:iam::123456789012:role/own"}]}"#,
        )
        .answers("iam:ListRoles", ok(iam::roles(&[role])));
    let left = [(LeftKind::Function, "analyze-comments".to_owned()), (LeftKind::Role, "s3-replication".to_owned())];
    let (reviewed, others) = (look_for(&account, &left).await, look_for(&account, &[]).await);
    for resource in ["the function analyze-comments", "the role own", "the role s3-replication"] {
        assert!(is_about(&reviewed, resource), "{resource}");
        assert!(!is_about(&others, resource), "{resource}");
    }
}

const INVOKES: &str = r#""requestValidatorId": "v1", "methodIntegration": {"type": "AWS_PROXY", "httpMethod": "POST",
    "uri": "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:123456789012:function:invoked/invocations"}"#;

/// The API, the streams and the stacks of the course lead to what the learner has given other names.
#[tokio::test]
async fn what_the_course_leads_to_is_of_the_course_whatever_its_name() {
    let function =
        |name: &str| format!(r#", {{"FunctionName": "{name}", "Role": "arn:aws:iam::123456789012:role/r-{name}"}}"#);
    let functions = ["invoked", "fed", "made", "strange"].map(function).join("");
    let mapping = r#"{"EventSourceMappings": [{"UUID": "1", "State": "Enabled",
        "EventSourceArn": "arn:aws:dynamodb:us-east-1:123456789012:table/comments/stream/1",
        "FunctionArn": "arn:aws:lambda:us-east-1:123456789012:function:fed"}]}"#;
    let made = cloudformation::resource("F", "AWS::Lambda::Function", "made", "CREATE_COMPLETE");
    let account = exemplary()
        .edited("lambda:ListFunctions", "]}", &format!("{functions}]}}"))
        .edited("apigateway:GetResources", r#""requestValidatorId": "v1""#, INVOKES)
        .edited("dynamodb:ListTables", "[", r#"["comments", "#)
        .answers("lambda:ListEventSourceMappings", ok(mapping))
        .answers_to("cloudformation:ListStackResources", "website-stack", ok(cloudformation::resources(&[made])));
    let review = look(&account).await;
    for name in ["invoked", "fed", "made"] {
        assert!(is_about(&review, &format!("the function {name}")), "{name}");
        assert!(is_about(&review, &format!("the role r-{name}")), "{name}");
    }
    for resource in ["the function strange", "the role r-strange"] {
        assert!(!is_about(&review, resource), "{resource}");
    }
    assert!(!is_about(&look_for(&account, &[]).await, "the user ada"), "somebody else's user");
    let refused = look(&account.refuses("cloudformation:DescribeStacks", (403, "AccessDenied"), "no")).await;
    assert!(refused.left_out.iter().any(|left| left.starts_with("what stacks have made")), "{:?}", refused.left_out);
}

fn declared() -> BTreeSet<&'static str> {
    reads().flat_map(|reader| reader.readings).map(|reading| reading.operation.label).collect()
}

#[tokio::test]
async fn a_review_sends_in_some_state_all_that_it_declares_and_in_none_anything_else() {
    let no_regions = exemplary()
        .edited("s3:ListBuckets", "<BucketRegion>us-east-1</BucketRegion>", "")
        .answers("s3:GetBucketLocation", ok("<LocationConstraint></LocationConstraint>"));
    let inline = exemplary().answers("iam:ListRolePolicies", ok(iam::OWN_POLICIES)).answers(
        "iam:GetRolePolicy",
        ok(iam::own_policy(&iam::statement("s3:GetObject", "arn:aws:s3:::example-data/*"))),
    );
    let public = exemplary().answers("s3:GetPublicAccessBlock", ok(s3::public_access(false)));
    let accounts = [
        exemplary(),
        reviewed(),
        no_regions,
        inline,
        public,
        exemplary().with(iam::without),
        exemplary().with(cognito::without_domain),
        exemplary().with(apigateway::doubled),
    ];
    let mut sent = BTreeSet::new();
    let course = course();
    for account in &accounts {
        let scopes = [(Scope::Course(&course), false), (Scope::Account, false), (Scope::Course(&course), true)];
        for (scope, practice) in scopes {
            let (aws, you) = (account.clone().without_memory().open(), Learner { practice, ..example() });
            review(&aws, &you, scope, None).await;
            let own: BTreeSet<_> = aws.sent().into_iter().filter(|label| !is_look(label)).collect();
            assert!(own.is_subset(&declared()), "{:?}", own.difference(&declared()));
            sent.extend(own);
        }
    }
    assert_eq!(sent, declared());
}

#[tokio::test]
async fn what_is_printed_as_policy_is_what_is_declared() {
    let policy = serde_json::to_value(crate::grant_review(&example()).expect("well-formed templates")).expect("JSON");
    let actions = policy["Statement"].as_array().expect("statements").iter().flat_map(|one| {
        let actions = one["Action"].as_array().expect("actions");
        actions.iter().map(|action| action.as_str().expect("text").to_owned()).collect::<Vec<_>>()
    });
    let needed = reads().flat_map(|reader| reader.readings).flat_map(|reading| reading.operation.actions());
    assert_eq!(actions.collect::<BTreeSet<_>>(), needed.map(str::to_owned).collect());
    let text: String = policy.to_string().split_whitespace().collect();
    assert!(text.len() <= 6144, "a managed policy holds 6,144 characters without white space, not {}", text.len());
}

#[tokio::test]
async fn a_review_of_the_whole_account_stops_before_it_has_sent_too_much() {
    const MOST: usize = 160;
    let bucket = |number| format!("<Bucket><Name>b{number}</Name><BucketRegion>us-east-1</BucketRegion></Bucket>");
    let buckets: String = (0..100).map(bucket).collect();
    let list = format!("<ListAllMyBucketsResult><Buckets>{buckets}</Buckets></ListAllMyBucketsResult>");
    let aws = exemplary().answers("s3:ListBuckets", ok(list)).without_memory().open();
    let review = review_within(&aws, &example(), Scope::Account, None, MOST).await;
    assert!(aws.sent().len() <= MOST, "{}", aws.sent().len());
    assert!(review.seen.iter().any(|seen| seen.resource == "the bucket b0"), "{:?}", review.left_out);
    assert!(review.left_out.iter().any(|left| left == "the bucket b99"), "{:?}", review.left_out);
}

#[tokio::test]
async fn one_pillar_alone_is_reviewed_if_asked() {
    let pillar = crate::findings::Pillar::Sustainability;
    let aws = exemplary().without_memory().open();
    let review = review(&aws, &example(), Scope::Course(&[]), Some(pillar)).await;
    assert!(!review.seen.is_empty() && review.seen.iter().all(|seen| seen.practice.pillar() == pillar));
    assert!(!aws.sent().contains(&"iam:GetAccountSummary"), "{:?}", aws.sent());
}
