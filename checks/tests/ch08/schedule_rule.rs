//! 8.14: what runs the function, when, by whose leave, and what has come of it.

use crate::tests::*;
use ClauseVerdict::{CannotTell, Fails, Holds, NotReady, Skipped};

const SLUG: &str = "ch08/schedule_rule";
const RULE: &str = "events:DescribeRule";
const TARGETS: &str = "events:ListTargetsByRule";
const SCHEDULE: &str = "scheduler:GetSchedule";
const RATE: &str = "rate(1 day)";
const CRON: &str = "cron(0 6 * * ? *)";

fn scheduled() -> Account {
    solved().with(eventbridge::scheduled)
}

/// The account, where the role is for this service.
fn role_for(account: Account, service: &str) -> Account {
    let role = iam::got_role(&iam::trust(service)).replace("function-get-chapters", eventbridge::ROLE);
    account.answers_to("iam:GetRole", eventbridge::ROLE, ok(role))
}

fn without_lines() -> Account {
    solved().holding(s3::Object { body: "timestamp\n", ..eventbridge::FILE })
}

#[tokio::test]
async fn a_rule_and_a_schedule_both_do() {
    expect(&solved(), SLUG, Verdict::Done, &[(Holds, "schedule", "the rule sign-ins"), (Holds, "next_run", "UTC")])
        .await;
    let expected = [(Holds, "schedule", "the schedule sign-ins"), (Holds, "next_run", "Europe/Berlin")];
    expect(&scheduled(), SLUG, Verdict::Done, &expected).await;
}

#[tokio::test]
async fn what_never_runs_again() {
    let soon = jiff::Timestamp::now() + jiff::SignedDuration::from_hours(24 * 30);
    let soon = soon.strftime("at(%Y-%m-%dT06:00:00)").to_string();
    for (account, clause, found) in [
        (solved().edited(RULE, "ENABLED", "DISABLED"), "enabled", "the rule sign-ins is disabled"),
        (solved().edited(RULE, RATE, "cron(0 6 1 1 ? 2020)"), "next_run", "still to come"),
        (scheduled().edited(SCHEDULE, "ENABLED", "DISABLED"), "enabled", "the schedule sign-ins is disabled"),
        (scheduled().edited(SCHEDULE, CRON, "at(2026-01-01T06:00:00)"), "next_run", "its one time has passed"),
        (scheduled().edited(SCHEDULE, CRON, &soon), "next_run", "it runs once"),
        (
            scheduled().edited(SCHEDULE, "\"ActionAfter", "\"EndDate\": 1767300000, \"ActionAfter"),
            "next_run",
            "its end date comes before that",
        ),
    ] {
        expect(&account, SLUG, Verdict::NotDone, &[(Fails, clause, found), (Holds, "file", "1 line")]).await;
    }
}

/// What comes late works: that is said, and no failure.
#[tokio::test]
async fn a_run_that_is_far_away_is_advice() {
    for (account, said) in [(solved().edited(RULE, RATE, "rate(30 days)"), "in more than a day")] {
        expect(&account, SLUG, Verdict::Done, &[(Holds, "next_run", said)]).await;
    }
    for (account, said) in [
        (solved().edited(RULE, RATE, "cron(0 6 1 1 ? 2199)"), "2199-01-01 06:00 in UTC"),
        (scheduled().edited(SCHEDULE, CRON, "at(2199-01-01T06:00:00)"), "2199-01-01 06:00"),
        (scheduled().edited(SCHEDULE, "\"ActionAfter", "\"StartDate\": 7226582400, \"ActionAfter"), "2199-01-01"),
    ] {
        expect(&account, SLUG, Verdict::NotDone, &[(Fails, "next_run", said)]).await;
    }
    let unread = solved().edited(RULE, RATE, "cron(0 6 L,15 * ? *)");
    expect(&unread, SLUG, Verdict::Done, &[(Skipped, "next_run", "not read here")]).await;
}

#[tokio::test]
async fn a_file_without_a_line_waits_for_the_next_run() {
    let waiting = [
        (NotReady, "file", "analytics/auth-callback.csv without a line of data; the function runs next on"),
        (NotReady, "file", "The function ran, and wrote no line"),
    ];
    expect(&without_lines(), SLUG, Verdict::NotReady, &waiting).await;
    let nobody = without_lines().answers("logs:DescribeLogStreams", ok(r#"{"logStreams": []}"#));
    expect(&nobody, SLUG, Verdict::NotReady, &[(NotReady, "file", "Nothing is wrong")]).await;
    let far = without_lines().edited(RULE, RATE, "rate(30 days)");
    expect(&far, SLUG, Verdict::NotReady, &[(NotReady, "file", "runs next on")]).await;
}

#[tokio::test]
async fn a_file_that_never_comes_is_no_wait() {
    let disabled = without_lines().edited(RULE, "ENABLED", "DISABLED");
    expect(&disabled, SLUG, Verdict::NotDone, &[(Fails, "enabled", ""), (Fails, "file", "without a line")]).await;
    let over = without_lines().edited(RULE, RATE, "cron(0 6 1 1 ? 2020)");
    expect(&over, SLUG, Verdict::NotDone, &[(Fails, "next_run", ""), (Fails, "file", "without a line")]).await;
    let failing = without_lines().edited(
        "logs:GetLogEvents",
        "END RequestId: 1",
        "2026-11-02T00:00:00Z\\t1\\tERROR\\tAccessDeniedException: no",
    );
    expect(&failing, SLUG, Verdict::NotDone, &[(Fails, "file", "the last run ended with AccessDeniedException")]).await;
}

#[tokio::test]
async fn who_may_invoke_the_function_is_told() {
    const POLICY: &str = "lambda:GetPolicy";
    let rule = "rule/sign-ins";
    let policy = eventbridge::POLICY.replace("events.amazonaws.com", "apigateway.amazonaws.com");
    let for_api = solved().answers_to(POLICY, "/rule-analytics-auth-callback", ok(policy));
    for (account, found) in [
        (solved().edited(POLICY, rule, "rule/other"), "no statement that lets this rule in"),
        (for_api, "no statement"),
        (
            solved().with(|account| {
                account.refuses(
                    POLICY,
                    (404, "ResourceNotFoundException"),
                    "The resource you requested does not exist.",
                )
            }),
            "no statement",
        ),
        (role_for(scheduled(), "lambda.amazonaws.com"), "it is for lambda"),
        (
            scheduled().answers_to("iam:ListAttachedRolePolicies", eventbridge::ROLE, ok(iam::attached(&[]))),
            "no statement that allows lambda:InvokeFunction",
        ),
        (
            scheduled().with(|account| {
                account.answers_to(
                    "iam:GetRole",
                    eventbridge::ROLE,
                    error("iam:GetRole", (404, "NoSuchEntity"), "cannot be found"),
                )
            }),
            "which is not there",
        ),
    ] {
        expect(&account, SLUG, Verdict::NotDone, &[(Fails, "permission", found)]).await;
    }
    let any_of_account = solved().edited(POLICY, rule, "rule/*");
    expect(&any_of_account, SLUG, Verdict::Done, &[(Holds, "permission", "")]).await;
    let world = solved().edited(POLICY, "us-east-1:123456789012:rule/sign-ins", "*:*:rule/*");
    expect(&world, SLUG, Verdict::Done, &[(Holds, "permission", "Rules of every account")]).await;
}

/// The trust policy that the console writes names the schedule's group; one that names the schedule itself lets nobody in.
#[tokio::test]
async fn a_role_for_one_group_of_schedules() {
    let trusting = |source: &str| {
        let narrowed = format!(
            r#"}}, "Condition": {{"StringEquals": {{"aws:SourceAccount": "123456789012", "aws:SourceArn": "{source}"}}}}, "Action""#
        );
        let trust = iam::trust("scheduler.amazonaws.com").replace("}, \"Action\"", &narrowed);
        let role = iam::got_role(&trust).replace("function-get-chapters", eventbridge::ROLE);
        scheduled().answers_to("iam:GetRole", eventbridge::ROLE, ok(role))
    };
    let group = trusting("arn:aws:scheduler:us-east-1:123456789012:schedule-group/website");
    expect(&group, SLUG, Verdict::Done, &[(Holds, "permission", "takes on the role run-sign-ins")]).await;
    let itself = trusting("arn:aws:scheduler:us-east-1:123456789012:schedule/website/sign-ins");
    expect(&itself, SLUG, Verdict::NotDone, &[(Fails, "permission", "only under a Condition")]).await;
}

/// The newest guide lets the target of a rule have a role as well.
#[tokio::test]
async fn a_rule_may_have_a_role() {
    let target = format!(r#""RoleArn": "arn:aws:iam::123456789012:role/{}", "Id""#, eventbridge::ROLE);
    let with_role = || solved().edited(TARGETS, "\"Id\"", &target);
    let denied = with_role().refuses("lambda:GetPolicy", (404, "ResourceNotFoundException"), "There is no policy");
    let of_events = role_for(denied.clone(), "events.amazonaws.com");
    expect(&of_events, SLUG, Verdict::Done, &[(Holds, "permission", "takes on the role")]).await;
    expect(&denied, SLUG, Verdict::NotDone, &[(Fails, "permission", "it is for scheduler.amazonaws.com")]).await;
    expect(&with_role(), SLUG, Verdict::Done, &[(Skipped, "permission", "the function's policy lets the rule in")])
        .await;
}

/// Each alias has a policy of its own.
#[tokio::test]
async fn a_rule_that_leads_to_an_alias() {
    let alias = format!("{}:live", eventbridge::ARN);
    let account = |policy: Answer| {
        solved()
            .answers("events:ListRuleNamesByTarget", ok(eventbridge::NO_RULE_NAMES))
            .answers_to("events:ListRuleNamesByTarget", "callback:live", ok(eventbridge::RULE_NAMES))
            .answers("lambda:ListAliases", ok(format!(r#"{{"Aliases": [{{"Name": "live", "AliasArn": "{alias}"}}]}}"#)))
            .edited(TARGETS, eventbridge::ARN, &alias)
            .answers_to("lambda:GetPolicy", "Qualifier=live", policy)
    };
    let own = eventbridge::POLICY.replace(eventbridge::ARN, &alias);
    expect(&account(ok(own)), SLUG, Verdict::Done, &[(Holds, "permission", "")]).await;
    let none = error("lambda:GetPolicy", (404, "ResourceNotFoundException"), "There is no policy");
    let expected = [(Fails, "permission", "and none on live, which the rule invokes")];
    expect(&account(none), SLUG, Verdict::NotDone, &expected).await;
}

/// Scheduler may call Lambda's API itself.
#[tokio::test]
async fn a_universal_target() {
    let universal = "arn:aws:scheduler:::aws-sdk:lambda:invoke";
    let account = |name: &str| {
        let target = format!(r#"{universal}", "Input": "{{\"FunctionName\": \"{name}\"}}"#);
        scheduled()
            .answers("scheduler:ListSchedules", ok(eventbridge::SCHEDULES.replace(eventbridge::ARN, universal)))
            .edited(SCHEDULE, eventbridge::ARN, &target)
    };
    expect(&account("rule-analytics-auth-callback"), SLUG, Verdict::Done, &[(Holds, "schedule", "")]).await;
    let expected = [(Fails, "schedule", ""), (Skipped, "file", "needs: schedule")];
    expect(&account("another"), SLUG, Verdict::NotDone, &expected).await;
}

#[tokio::test]
async fn what_leads_elsewhere_is_a_near_miss() {
    let none = || solved().answers("events:ListRuleNamesByTarget", ok(eventbridge::NO_RULE_NAMES));
    let own = |list: &str| list.replace("sign-ins", "rule-analytics-auth-callback");
    for (account, found) in [
        (none().answers(TARGETS, ok(r#"{"Targets": []}"#)), "the rule sign-ins, which leads to nothing"),
        (none().edited(TARGETS, "rule-analytics-auth-callback", "get-chapters"), "function:get-chapters"),
        (
            none().answers("events:ListRules", ok(own(eventbridge::RULES))).edited(
                RULE,
                "\"ScheduleExpression\"",
                "\"EventPattern\"",
            ),
            "which waits for events",
        ),
        (
            none().answers(
                "scheduler:ListSchedules",
                ok(own(eventbridge::SCHEDULES).replace(":function:rule-analytics-auth-callback", ":function:other")),
            ),
            "the schedule rule-analytics-auth-callback, which invokes",
        ),
        (
            none().answers("events:ListRules", ok(r#"{"Rules": []}"#)).answers_to(
                "events:ListRules",
                "eu-west-1",
                ok(own(eventbridge::RULES)),
            ),
            "in eu-west-1",
        ),
    ] {
        expect(&account, SLUG, Verdict::NotDone, &[(Fails, "schedule", found)]).await;
    }
}

/// A rule that was deleted since it was listed is none, and one that cannot be read is not missing.
#[tokio::test]
async fn what_is_gone_and_what_is_refused() {
    let gone = solved().refuses(RULE, (400, "ResourceNotFoundException"), "Rule sign-ins does not exist.");
    expect(&gone, SLUG, Verdict::NotDone, &[(Fails, "schedule", "")]).await;
    for label in [RULE, TARGETS, "events:ListRuleNamesByTarget", "scheduler:ListSchedules"] {
        let denied = solved().refuses(label, (400, "AccessDeniedException"), "no identity-based policy allows it");
        let action = format!(r#""Action":"{label}""#);
        expect(&denied, SLUG, Verdict::CannotTell, &[(CannotTell, "schedule", &action)]).await;
    }
    let lacking = solved().answers("scheduler:ListSchedules", ok("{}"));
    expect(&lacking, SLUG, Verdict::CannotTell, &[(CannotTell, "schedule", "Schedules")]).await;
}

/// A file with lines is right, and tells nothing of the last run.
#[tokio::test]
async fn a_last_run_that_failed_is_said() {
    let failing = solved().edited(
        "logs:GetLogEvents",
        "END RequestId: 1",
        "2026-11-02T00:00:00Z\\t1\\tERROR\\tAccessDeniedException: no",
    );
    expect(&failing, SLUG, Verdict::Done, &[(Holds, "file", "The last run ended with AccessDeniedException")]).await;
}

#[tokio::test]
async fn a_role_for_strangers_is_told() {
    let trust = iam::trust("scheduler.amazonaws.com")
        .replace(r#""Service": "scheduler.amazonaws.com""#, r#""Service": "scheduler.amazonaws.com", "AWS": "*""#);
    assert!(trust.contains("AWS"), "{trust}");
    let role = iam::got_role(&trust).replace("function-get-chapters", eventbridge::ROLE);
    let account = scheduled().answers_to("iam:GetRole", eventbridge::ROLE, ok(role));
    expect(&account, SLUG, Verdict::NotDone, &[(Fails, "permission", "everyone in the world")]).await;
}

/// A rule that may not invoke the function does no harm beside a schedule that does.
#[tokio::test]
async fn of_several_the_one_that_may_counts() {
    let both = scheduled().answers("events:ListRuleNamesByTarget", ok(eventbridge::RULE_NAMES)).refuses(
        "lambda:GetPolicy",
        (404, "ResourceNotFoundException"),
        "There is no policy",
    );
    expect(&both, SLUG, Verdict::Done, &[(Holds, "schedule", "the schedule sign-ins")]).await;
}
