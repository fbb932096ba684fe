//! Lists of several pages: an empty page is not the end, and what a page may hold that cannot be read is not missing.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::matrix::emptied;
use super::*;
use crate::aws::api::operations;
use crate::aws::fault::FaultKind;
use crate::services::APIS;
use crate::testing::lists::{List, MARK};

/// An account and an exercise that depend on one list, and the name that the list is asked for.
struct Case {
    label: &'static str,
    list: &'static List,
    slug: &'static str,
    account: Account,
    whole: &'static str,
    practice: bool,
}

/// The executions of a state machine.
static RUNS: LazyLock<String> = LazyLock::new(|| sfn::executions(&["SUCCEEDED"]));
/// What most lists say apart from where they go on.
const GOES_ON: &str = "<IsTruncated>true</IsTruncated>";
const NO_OPERATIONS: &str = r#"{"Operations": []}"#;
const REGISTERING: &str = r#"{"Operations": [{"OperationId": "1", "DomainName": "example.com",
    "Type": "REGISTER_DOMAIN", "Status": "IN_PROGRESS"}]}"#;
const CAMEL_CASE: &str = r#"{"Functions": [{"FunctionName": "getChapters"}]}"#;
pub const KEYS: &str = "<ListBucketResult><IsTruncated>false</IsTruncated>
    <Contents><Key>site/index.html</Key></Contents></ListBucketResult>";

fn cases() -> Vec<Case> {
    let unregistered = solved().refuses("route53domains:GetDomainDetail", (400, "InvalidInput"), "not yours");
    let mut cases = vec![
        case("s3:ListBuckets", "ch04/s3_website_hosting_off", solved(), s3::BUCKETS),
        case("s3:ListObjectsV2", "ch04/s3_website_hosting", emptied(), KEYS),
        case("iam:ListUsers", "ch04/aws_account", solved(), iam::USERS),
        case("iam:ListMFADevices", "ch04/aws_account", solved(), iam::MFA_DEVICES),
        case("route53:ListHostedZonesByName", "ch04/domain_registration", solved(), route53::HOSTED_ZONES),
        case("route53:ListResourceRecordSets", "ch04/cloudfront_aliases", solved(), route53::ALIAS_RECORDS),
        case("cloudfront:ListDistributions", "ch04/cloudfront_aliases", solved(), cloudfront::DISTRIBUTIONS),
        case("acm:ListCertificates", "ch04/acm_certificate", solved(), acm::CERTIFICATES),
        case(
            "route53domains:ListOperations",
            "ch04/domain_registration",
            unregistered.answers("route53domains:ListOperations", ok(NO_OPERATIONS)),
            REGISTERING,
        ),
        case("cloudfront:ListInvalidations", "ch05/chapters_page_invalidation", solved(), cloudfront::INVALIDATIONS),
        case("iam:ListPolicies", "ch06/function_policy", solved(), &POLICIES),
        case("iam:ListRoles", "ch06/old_role_deleted", solved(), &ROLES),
        case("iam:ListAttachedRolePolicies", "ch06/function_role", solved(), &ATTACHED),
        case("iam:ListRolePolicies", "ch06/function_role", in_role(), iam::OWN_POLICIES),
        case("iam:ListPolicyVersions", "ch06/policy_allows_scan", out_of_force(), iam::VERSIONS),
        case("iam:ListEntitiesForPolicy", "ch06/function_role", solved().with(iam::lacking), iam::ENTITIES),
        case("lambda:ListFunctions", "ch05/get_chapters_function", solved().with(lambda::without), CAMEL_CASE),
        case("cognito-idp:ListUserPools", "ch07/user_pool", solved().with(cognito::without_domain), cognito::POOLS),
        case("cognito-idp:ListUserPoolClients", "ch07/user_pool", solved(), cognito::CLIENTS),
        case("cognito-idp:ListUsers", "ch07/sign_up", solved(), cognito::USERS),
        case("events:ListRuleNamesByTarget", RULE, solved(), eventbridge::RULE_NAMES),
        case("events:ListTargetsByRule", RULE, solved(), eventbridge::TARGETS),
        case("events:ListRules", RULE, scheduled_otherwise(), eventbridge::RULES),
        case("scheduler:ListSchedules", RULE, solved().with(eventbridge::scheduled), eventbridge::SCHEDULES),
        case("lambda:ListAliases", RULE, scheduled_otherwise(), ALIASES),
        case("states:ListStateMachines", "ch12/state_machine", solved(), sfn::MACHINES),
        case("states:ListExecutions", "ch12/state_machine", solved(), &RUNS),
        case("lambda:ListLayers", "ch12/layer", solved(), layers::LAYERS),
        case("lambda:ListEventSourceMappings", "ch10/comments_analysis", solved(), own::EVENT_SOURCES),
        case("dynamodb:ListBackups", "ch10/backup_function", solved(), own::BACKUPS),
        case("dynamodb:ListTables", "ch06/dynamodb_table", solved().with(dynamodb::without), dynamodb::TABLES),
        case("dynamodb:ListTagsOfResource", BACKUPS, solved().with(backup::by_tag), dynamodb::TAGS),
        case("backup:ListBackupPlans", BACKUPS, solved(), backup::PLANS),
        case("backup:ListBackupSelections", BACKUPS, solved(), backup::SELECTIONS),
        case("backup:ListBackupVaults", BACKUPS, solved(), backup::VAULTS),
        case("ses:ListEmailIdentities", "ch09/email_identity", solved().with(ses::without), ses::LISTED),
        case("sns:ListSubscriptionsByTopic", "ch09/sns_email_function", solved(), &SUBSCRIPTIONS),
        case("sns:ListTopics", "ch09/email_topic", solved().with(sns::without), sns::TOPICS),
        case("sns:ListOriginationNumbers", "ch09/origination_number", solved(), sms::NUMBERS),
        case("sns:ListSMSSandboxPhoneNumbers", "ch09/sandbox_phone", solved().with(sms::in_sandbox), sms::PHONES),
        case("cloudformation:DescribeStacks", "ch12/stack", solved(), &STACKS),
        case("cloudformation:ListStackResources", "ch12/stack", solved(), &RESOURCES),
        case("ssm:DescribeParameters", "ch08/parameters", solved().with(ssm::without), ssm::LISTED),
    ];
    cases.extend(of_deployers());
    cases
}

/// The lists of who may deploy.
fn of_deployers() -> [Case; 7] {
    [
        case("iam:ListGroups", DEPLOYING, solved(), &GROUPS),
        case("iam:GetGroup", DEPLOYING, solved(), &MEMBERS),
        case("iam:ListGroupsForUser", DEPLOYING, solved(), &GROUPS_OF_USER),
        case("iam:ListAttachedUserPolicies", DEPLOYING, through_user(), &OF_USER),
        case("iam:ListUserPolicies", DEPLOYING, solved(), groups::USER_POLICIES),
        case("iam:ListAttachedGroupPolicies", DEPLOYING, solved(), &OF_GROUP),
        case("iam:ListGroupPolicies", "ch12/cdk_permissions", solved(), groups::OWN_POLICIES),
    ]
}

fn case(label: &'static str, slug: &'static str, account: Account, whole: &'static str) -> Case {
    let list = List::of(whole).expect("a row for the list");
    Case { label, list, slug, account, whole, practice: label == "iam:ListUsers" }
}

static POLICIES: LazyLock<String> = LazyLock::new(|| iam::policies(&[iam::policy("/", "function-get-chapters", "v2")]));
static ROLES: LazyLock<String> = LazyLock::new(|| iam::roles(&[iam::role("/", "function-get-chapters")]));
static SUBSCRIPTIONS: LazyLock<String> =
    LazyLock::new(|| email_function::subscriptions(&[("lambda", email_function::ARN)]));
static ATTACHED: LazyLock<String> = LazyLock::new(|| iam::attached(&["123456789012:policy/function-get-chapters"]));

static GROUPS: LazyLock<String> = LazyLock::new(|| groups::groups(&[groups::NAME]));
static MEMBERS: LazyLock<String> = LazyLock::new(|| groups::members(&["deployer"]));
static OF_GROUP: LazyLock<String> = LazyLock::new(|| groups::attached(&[groups::MANAGED]));
static GROUPS_OF_USER: LazyLock<String> = LazyLock::new(|| groups::of_user(&[groups::NAME]));
static OF_USER: LazyLock<String> = LazyLock::new(|| groups::attached_to_user(&[groups::MANAGED]));
static STACKS: LazyLock<String> = LazyLock::new(cloudformation::all);
static RESOURCES: LazyLock<String> = LazyLock::new(|| cloudformation::resources(&cloudformation::of_website()));

const DEPLOYING: &str = "ch12/deploy_group";
const RULE: &str = "ch08/schedule_rule";
const BACKUPS: &str = "ch10/backup_plan";
const ALIASES: &str = r#"{"Aliases": [{"Name": "live",
    "AliasArn": "arn:aws:lambda:us-east-1:123456789012:function:rule-analytics-auth-callback:live"}]}"#;

/// What deploying needs is the user's own as well.
fn through_user() -> Account {
    solved().answers("iam:ListAttachedUserPolicies", ok(groups::attached_to_user(&[groups::MANAGED])))
}

/// Neither the function nor an alias of it has a rule.
fn scheduled_otherwise() -> Account {
    solved().answers("events:ListRuleNamesByTarget", ok(eventbridge::NO_RULE_NAMES))
}

/// What the function needs is part of its role.
fn in_role() -> Account {
    solved().with(iam::lacking).answers("iam:GetRolePolicy", ok(iam::own_policy(&iam::needed())))
}

/// The policy's newest version lets the function scan, and an older one is in force.
fn out_of_force() -> Account {
    let newest = ok(iam::version("v2", &iam::needed()));
    solved().with(iam::lacking).answers_to("iam:GetPolicyVersion", "VersionId=v2", newest)
}

impl Case {
    async fn check(&self, first: String, then: Answer) -> (Findings, usize) {
        let account = self.account.clone().answers(self.label, ok(first));
        let aws = account.answers_to(self.label, MARK, then).open();
        let learner = crate::learner::Learner { practice: self.practice, ..example() };
        let findings = crate::check(self.slug, &aws, &learner).await.unwrap();
        (findings, aws.sent().iter().filter(|label| **label == self.label).count())
    }

    /// The findings when the whole list is one page.
    async fn whole(&self) -> Findings {
        self.check(self.whole.to_owned(), ok("")).await.0
    }
}

#[test]
fn every_list_among_the_operations_has_its_case() {
    let mut lists: Vec<_> = operations(APIS).filter(|o| is_list(o.name)).map(|o| o.label).collect();
    let mut covered: Vec<_> = cases().iter().map(|case| case.label).collect();
    lists.sort_unstable();
    covered.sort_unstable();
    assert_eq!(lists, covered);
}

/// Whether it has pages by its name: some services call lists otherwise.
fn is_list(name: &str) -> bool {
    name.starts_with("List") || ["DescribeParameters", "DescribeStacks", "GetGroup"].contains(&name)
}

/// The lists that are read when something is known to be missing: what they do not tell leaves the miss a miss.
const FOR_A_NEAR_MISS: &[&str] = &[
    "s3:ListObjectsV2",
    "iam:ListPolicyVersions",
    "iam:ListEntitiesForPolicy",
    "dynamodb:ListTables",
    "lambda:ListFunctions",
    "events:ListRules",
    "ses:ListEmailIdentities",
    "sns:ListTopics",
    "ssm:DescribeParameters",
];

#[tokio::test]
async fn a_page_without_entries_is_not_the_end() {
    for case in cases() {
        let first = case.list.empty_page(case.whole, "example.com.");
        let (findings, asked) = case.check(first, ok(case.whole)).await;
        assert_eq!(findings.0, case.whole().await.0, "{}", case.label);
        assert!(asked >= 2, "{}: the page that follows was not asked for", case.label);
    }
}

#[tokio::test]
async fn a_page_that_fails_leaves_what_it_may_hold_untold() {
    for case in cases() {
        let pages: [fn(&List, &str, &str) -> String; 2] = [List::empty_page, List::first_page];
        for page in pages {
            let then = error(case.label, (403, "AccessDenied"), "no");
            let (findings, asked) = case.check(page(case.list, case.whole, "example.com."), then).await;
            let shown = format!("{}: {findings:#?}", case.label);
            weigh(&case.whole().await, &findings).unwrap_or_else(|wrong| panic!("{shown}: {wrong}"));
            // What has been found needs no further page.
            let unread = findings.0.iter().any(|finding| finding.verdict == ClauseVerdict::CannotTell);
            assert!(unread || asked == 1 || FOR_A_NEAR_MISS.contains(&case.label), "{shown}");
        }
    }
}

/// A list that leads back to the same page forever ends, and so does one that goes on nobody knows where.
#[tokio::test]
async fn a_list_without_an_end_cannot_be_told() {
    for case in cases() {
        let circle = case.list.empty_page(case.whole, "example.com.");
        let (findings, asked) = case.check(circle.clone(), ok(circle)).await;
        assert!(asked <= 40, "{} was asked {asked} times", case.label);
        if FOR_A_NEAR_MISS.contains(&case.label) {
            assert_eq!(findings.verdict(), Verdict::NotDone, "{findings:#?}");
            continue;
        }
        unread(&findings, FaultKind::Unexpected, case.label);
        if case.list.next.starts_with(GOES_ON) {
            let (findings, _) = case.check(case.list.put(case.whole, true, GOES_ON), ok("")).await;
            unread(&findings, FaultKind::NotImplemented, case.label);
        }
    }
}

fn unread(findings: &Findings, kind: FaultKind, label: &str) {
    let reasons: BTreeMap<_, _> =
        findings.0.iter().filter_map(|f| f.reason.as_ref()).map(|reason| (&*reason.operation, reason.kind)).collect();
    assert_eq!(reasons.get(label), Some(&kind.name()), "{label}: {findings:#?}");
}
