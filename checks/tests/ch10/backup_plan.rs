//! 10.2: what a plan takes, by names, tags and conditions, and under which role.

use crate::tests::*;
use ClauseVerdict::{CannotTell, Fails, Holds, Skipped};

const SLUG: &str = "ch10/backup_plan";
const SELECTION: &str = "backup:GetBackupSelection";
const TABLE: &str = r#""Resources": ["arn:aws:dynamodb:us-east-1:123456789012:table/chapters"]"#;

fn selecting(what: &str) -> Account {
    solved().answers(SELECTION, ok(backup::selection(what)))
}

fn by_rule(rule: &str) -> Account {
    solved().answers("backup:GetBackupPlan", ok(backup::plan(rule)))
}

/// Conditions beside the tables' names.
fn under_conditions(conditions: &str) -> Account {
    selecting(&format!(r#""Resources": ["arn:aws:dynamodb:*:*:table/*"], "Conditions": {{{conditions}}}"#))
}

/// What is said of a selection that takes nothing.
async fn takes_nothing(account: &Account, found: &str) {
    let until = "not checked until the plan takes";
    let skipped = ["versions", "trust", "allowed"].map(|id| (Skipped, id, until));
    let expected = [&[(Fails, "selects", found)][..], &skipped].concat();
    expect(account, SLUG, Verdict::NotDone, &expected).await;
}

/// What is said of a selection that takes a part of what is to be backed up, and not this.
async fn leaves_out(account: &Account, left: &str) {
    let found = format!(", and not {left}");
    expect(account, SLUG, Verdict::NotDone, &[(Fails, "selects", &found)]).await;
}

const CHAPTERS: &str = "arn:aws:dynamodb:us-east-1:123456789012:table/chapters";
const ANALYTICS: &str = "arn:aws:dynamodb:us-east-1:123456789012:table/analytics";
const DATA: &str = "arn:aws:s3:::example-data";

#[tokio::test]
async fn names_are_patterns_whose_star_stands_at_the_end() {
    let everything = selecting(r#""Resources": ["*"]"#);
    expect(&everything, SLUG, Verdict::Done, &[(Holds, "selects", "arn:aws:")]).await;
    let both = selecting(r#""Resources": ["arn:aws:dynamodb:*:*:table/*", "arn:aws:s3:::example-*"]"#);
    expect(&both, SLUG, Verdict::Done, &[(Holds, "selects", "arn:aws:")]).await;
    for (pattern, left) in [
        (CHAPTERS, format!("{ANALYTICS}, {DATA}")),
        ("arn:aws:dynamodb:us-east-1:123456789012:table/cha*", format!("{ANALYTICS}, {DATA}")),
        ("arn:aws:dynamodb:*:*:table/*", DATA.to_owned()),
        ("arn:aws:s3:::example-*", format!("{CHAPTERS}, {ANALYTICS}")),
        ("arn:aws:s3:::*", format!("{CHAPTERS}, {ANALYTICS}")),
    ] {
        leaves_out(&selecting(&format!(r#""Resources": ["{pattern}"]"#)), &left).await;
    }
    for (pattern, found) in [
        ("arn:aws:s3:::*-data", "does not stand at its end"),
        ("arn:aws:s3:::photos", "it names arn:aws:s3:::photos"),
        ("arn:aws:dynamodb:us-east-1:123456789012:table/Chapters", "table/Chapters"),
        ("arn:aws:s3:::example-data/*", "it names arn:aws:s3:::example-data/*"),
    ] {
        takes_nothing(&selecting(&format!(r#""Resources": ["{pattern}"]"#)), found).await;
    }
    let both = selecting(
        r#""Resources": ["arn:aws:s3:::*-data", "arn:aws:s3:::example-data", "arn:aws:dynamodb:*:*:table/*"]"#,
    );
    expect(&both, SLUG, Verdict::Done, &[(Holds, "selects", "example-data")]).await;
}

#[tokio::test]
async fn one_tag_is_enough_and_its_case_counts() {
    let tagged = |tags: &[&str]| {
        let tag = |tag: &&str| format!(r#"{{"ConditionType": "STRINGEQUALS", {tag}}}"#);
        selecting(&format!(r#""ListOfTags": [{}]"#, tags.iter().map(tag).collect::<Vec<_>>().join(", ")))
    };
    let right = r#""ConditionKey": "backup", "ConditionValue": "daily""#;
    let other = r#""ConditionKey": "stage", "ConditionValue": "live""#;
    leaves_out(&tagged(&[other, right]), DATA).await;
    takes_nothing(&tagged(&[&right.replace("backup", "Backup")]), "it wants the tag Backup=daily").await;
    takes_nothing(&tagged(&[&right.replace("daily", "Daily")]), "has backup=daily").await;
    // What is named is taken beside what is tagged.
    let both = selecting(&format!(r#"{TABLE}, "ListOfTags": [{{"ConditionType": "STRINGEQUALS", {other}}}]"#));
    leaves_out(&both, &format!("{ANALYTICS}, {DATA}")).await;
}

#[tokio::test]
async fn all_conditions_must_hold() {
    let condition = |key: &str, value: &str| format!(r#"{{"ConditionKey": "{key}", "ConditionValue": "{value}"}}"#);
    let right = condition("aws:ResourceTag/backup", "daily");
    let equals = |conditions: &str| under_conditions(&format!(r#""StringEquals": [{conditions}]"#));
    leaves_out(&equals(&right), DATA).await;
    let like = format!(r#""StringLike": [{}]"#, condition("aws:ResourceTag/backup", "d*"));
    leaves_out(&under_conditions(&like), DATA).await;
    let not = format!(r#""StringNotEquals": [{}]"#, condition("aws:ResourceTag/backup", "never"));
    leaves_out(&under_conditions(&not), DATA).await;
    let stage = condition("aws:ResourceTag/stage", "live");
    takes_nothing(&equals(&format!("{right}, {stage}")), "aws:ResourceTag/stage live does not hold").await;
    takes_nothing(&equals(&condition("backup", "daily")), "StringEquals backup daily does not hold").await;
    takes_nothing(&under_conditions(&not.replace("never", "daily")), "StringNotEquals").await;
    let absent = format!(r#""StringNotEquals": [{}]"#, condition("aws:ResourceTag/stage", "test"));
    let findings = check(&under_conditions(&absent), SLUG).await;
    assert_eq!(finding(&findings, "selects").verdict, CannotTell, "{findings:#?}");
}

#[tokio::test]
async fn what_is_excluded_is_not_taken() {
    let but = |pattern: &str| selecting(&format!(r#"{TABLE}, "NotResources": ["{pattern}"]"#));
    takes_nothing(&but("arn:aws:dynamodb:us-east-1:123456789012:table/*"), "is excluded").await;
    leaves_out(&but("arn:aws:s3:::*"), &format!("{ANALYTICS}, {DATA}")).await;
}

#[tokio::test]
async fn opting_in_matters_where_nothing_is_named() {
    let out = |account: Account| account.answers("backup:DescribeRegionSettings", ok(backup::settings(false, false)));
    let everything = selecting(r#""Resources": [], "ListOfTags": []"#);
    expect(&everything, SLUG, Verdict::Done, &[(Holds, "selects", "arn:aws:s3:::example.com")]).await;
    takes_nothing(&out(everything), "without opting in").await;
    takes_nothing(&out(selecting(r#""Resources": ["*"]"#)), "without opting in").await;
    takes_nothing(&out(solved().with(backup::by_tag)), "without opting in to DynamoDB").await;
    leaves_out(&out(selecting(TABLE)), &format!("{ANALYTICS}, {DATA}")).await;
    let named = r#""Resources": ["arn:aws:dynamodb:*:*:table/*", "arn:aws:s3:::example-data"]"#;
    expect(&out(selecting(named)), SLUG, Verdict::Done, &[]).await;
}

#[tokio::test]
async fn a_rule_has_a_time_even_if_none_is_set_and_needs_a_vault() {
    let unset = backup::RULE.replace(r#""ScheduleExpression": "cron(0 5 ? * * *)", "#, "");
    let unset = unset.replace(r#""ScheduleExpressionTimezone": "Etc/UTC", "#, "");
    expect(&by_rule(&unset), SLUG, Verdict::Done, &[(Holds, "rule", "daily at 05:00 UTC")]).await;
    let elsewhere = backup::RULE.replace(r#"VaultName": "website""#, r#"VaultName": "Default""#);
    expect(&by_rule(&elsewhere), SLUG, Verdict::NotDone, &[(Fails, "rule", "the vault Default, which is not there")])
        .await;
    let both = format!("{elsewhere}, {}", backup::RULE);
    expect(&by_rule(&both), SLUG, Verdict::Done, &[(Holds, "rule", "into the vault website")]).await;
    let past = backup::RULE.replace("cron(0 5 ? * * *)", "cron(0 5 1 1 ? 2020)").replace("Etc/UTC", "UTC");
    expect(&by_rule(&past), SLUG, Verdict::NotDone, &[(Fails, "rule", "never comes again")]).await;
    let forever = backup::RULE.replace(r#", "Lifecycle": {"DeleteAfterDays": 7}"#, "");
    expect(&by_rule(&forever), SLUG, Verdict::Done, &[(Holds, "rule", "kept forever")]).await;
}

/// What was written on the days between is lost.
#[tokio::test]
async fn a_rule_runs_each_day() {
    let at =
        |expression: &str| by_rule(&backup::RULE.replace("cron(0 5 ? * * *)", expression).replace("Etc/UTC", "UTC"));
    for right in ["cron(0 5 * * ? *)", "cron(0 */12 ? * * *)", "cron(30 0 ? * * *)"] {
        expect(&at(right), SLUG, Verdict::Done, &[(Holds, "rule", right)]).await;
    }
    for wrong in ["cron(0 5 ? * SUN *)", "cron(0 5 1 * ? *)", "cron(0 5 ? * MON-FRI *)", "cron(0 5 */2 * ? *)"] {
        expect(&at(wrong), SLUG, Verdict::NotDone, &[(Fails, "rule", "which leaves days out")]).await;
    }
    let weekly = backup::RULE.replace("cron(0 5 ? * * *)", "cron(0 5 ? * SUN *)");
    let beside = by_rule(&format!("{weekly}, {}", backup::RULE));
    expect(&beside, SLUG, Verdict::Done, &[(Holds, "rule", "cron(0 5 ? * * *)")]).await;
}

/// The account with two selections of the plan, which take this.
fn two_selections(first: &str, second: &str) -> Account {
    let listed = backup::SELECTIONS.replace(
        r#"{"BackupSelectionsList": ["#,
        r#"{"BackupSelectionsList": [{"SelectionId": "S2", "SelectionName": "second", "BackupPlanId": "P1",
            "IamRoleArn": "arn:aws:iam::123456789012:role/website-backup", "CreationDate": 1767225600}, "#,
    );
    let second = backup::selection(second).replace(r#""SelectionName": "website""#, r#""SelectionName": "second""#);
    let account = selecting(first).answers("backup:ListBackupSelections", ok(listed));
    account.answers_to(
        SELECTION,
        "/selections/S2",
        ok(second.replace(r#""SelectionId": "S1""#, r#""SelectionId": "S2""#)),
    )
}

#[tokio::test]
async fn several_selections_take_together() {
    let tables = r#""Resources": ["arn:aws:dynamodb:*:*:table/*"]"#;
    let bucket = r#""Resources": ["arn:aws:s3:::example-data"]"#;
    let both = two_selections(tables, bucket);
    expect(&both, SLUG, Verdict::Done, &[(Holds, "selects", "arn:aws:s3:::example-data")]).await;
    leaves_out(&two_selections(TABLE, bucket), ANALYTICS).await;
    // The one in order does not hide that the other one fails.
    let suspended = both.answers("s3:GetBucketVersioning", ok(s3::VERSIONS.replace("Enabled", "Suspended")));
    expect(&suspended, SLUG, Verdict::NotDone, &[(Fails, "versions", "example-data: Suspended")]).await;
}

#[tokio::test]
async fn a_plan_without_a_selection_backs_up_nothing() {
    let none = solved().answers("backup:ListBackupSelections", ok(r#"{"BackupSelectionsList": []}"#));
    takes_nothing(&none, "the plan website selects nothing").await;
    let elsewhere = solved().answers("backup:ListBackupPlans", ok(r#"{"BackupPlansList": []}"#)).answers_to(
        "backup:ListBackupPlans",
        "//backup.eu-west-1.",
        ok(backup::PLANS),
    );
    let expected = [(Fails, "plan", "the backup plan website in eu-west-1")];
    expect(&elsewhere, SLUG, Verdict::NotDone, &expected).await;
}

#[tokio::test]
async fn a_bucket_must_keep_versions_and_a_table_need_not() {
    let suspended = ok(s3::VERSIONS.replace("Enabled", "Suspended"));
    let account = solved().answers("s3:GetBucketVersioning", suspended.clone());
    expect(&account, SLUG, Verdict::NotDone, &[(Fails, "versions", "example-data: Suspended")]).await;
    let table = selecting(TABLE).answers("s3:GetBucketVersioning", suspended);
    let expected = [(Fails, "selects", "and not"), (Holds, "versions", "takes no bucket")];
    expect(&table, SLUG, Verdict::NotDone, &expected).await;
}

/// The account where AWS Backup works under a role with these statements, and these policies of AWS's.
fn under(statements: &str, attached: &[&str]) -> Account {
    solved()
        .answers_to("iam:GetRolePolicy", backup::ROLE, ok(iam::own_policy(statements)))
        .answers_to("iam:ListAttachedRolePolicies", backup::ROLE, ok(iam::attached(attached)))
        .answers_to("iam:GetPolicy", "AWSBackup", error("iam:", (404, "NoSuchEntity"), "no"))
}

#[tokio::test]
async fn the_default_role_has_nothing_for_buckets() {
    let nothing = iam::statement("s3:ListAllMyBuckets", "*");
    let default = "aws:policy/service-role/AWSBackupServiceRolePolicyForBackup";
    let tables = under(&nothing, &[default]);
    expect(&tables, SLUG, Verdict::NotDone, &[(Fails, "allowed", "AWSBackupServiceRolePolicyForS3Backup")]).await;
    let table = tables.answers(SELECTION, ok(backup::selection(TABLE)));
    expect(&table, SLUG, Verdict::NotDone, &[(Fails, "selects", "and not"), (Holds, "allowed", default)]).await;
    let both = under(&nothing, &[default, "aws:policy/AWSBackupServiceRolePolicyForS3Backup"]);
    expect(&both, SLUG, Verdict::Done, &[]).await;
    let own = under(&nothing, &["123456789012:policy/AWSBackupServiceRolePolicyForBackup"]);
    let findings = check(&own, SLUG).await;
    assert_eq!(finding(&findings, "allowed").verdict, Fails, "{findings:#?}");
}

#[tokio::test]
async fn tables_are_backed_up_in_the_way_that_the_account_chose() {
    let describe = iam::statement("dynamodb:DescribeTable", "*");
    let create = iam::statement("dynamodb:CreateBackup", "*");
    let of_table = |account: Account| account.answers(SELECTION, ok(backup::selection(TABLE)));
    let account = of_table(under(&format!("{describe}, {create}"), &[]));
    let left = (Fails, "selects", "and not");
    let expected = [left, (Fails, "allowed", "Allow dynamodb:StartAwsBackupJob")];
    expect(&account, SLUG, Verdict::NotDone, &expected).await;
    for (from, to) in [
        (r#"{"DynamoDB": true, "EFS": true}"#, r#"{"DynamoDB": false}"#),
        (r#""DynamoDB": true, "EFS": true}}"#, r#""EFS": true}}"#),
    ] {
        let settings = backup::settings(true, true);
        let chosen = account.clone().answers("backup:DescribeRegionSettings", ok(settings.replace(from, to)));
        expect(&chosen, SLUG, Verdict::NotDone, &[left, (Holds, "allowed", "dynamodb:")]).await;
    }
}

#[tokio::test]
async fn the_role_must_be_there_and_for_aws_backup() {
    let other = iam::role_trusting(backup::ROLE, &iam::trust("lambda.amazonaws.com"));
    let other = solved().answers_to("iam:GetRole", backup::ROLE, ok(other));
    expect(&other, SLUG, Verdict::NotDone, &[(Fails, "trust", "it is for lambda.amazonaws.com")]).await;
    let gone = solved().answers_to("iam:GetRole", backup::ROLE, error("iam:", (404, "NoSuchEntity"), "no"));
    let expected = [(Fails, "trust", "it is not there"), (Skipped, "allowed", "until the role is there")];
    expect(&gone, SLUG, Verdict::NotDone, &expected).await;
}

#[tokio::test]
async fn of_several_plans_the_best_counts() {
    let two = backup::PLANS.replace(
        r#"{"BackupPlansList": ["#,
        r#"{"BackupPlansList": [{"BackupPlanId": "P0", "BackupPlanName": "other"}, "#,
    );
    let account = solved().answers("backup:ListBackupPlans", ok(two)).answers_to(
        "backup:ListBackupSelections",
        "/plans/P0",
        ok(r#"{"BackupSelectionsList": []}"#),
    );
    expect(&account, SLUG, Verdict::Done, &[(Holds, "rule", "website: the rule daily")]).await;
}

/// One rule for work days and one for weekends leave no day out.
#[tokio::test]
async fn rules_may_share_the_days_among_them() {
    let rule = |name: &str, days: &str| {
        let own = backup::RULE.replace("\"daily\"", &format!("\"{name}\""));
        own.replace("0 5 ? * * *", &format!("0 5 ? * {days} *"))
    };
    let both = by_rule(&[rule("work", "MON-FRI"), rule("rest", "SAT,SUN")].join(", "));
    expect(&both, SLUG, Verdict::Done, &[(Holds, "rule", "the rules work")]).await;
    // More than a day passes between Friday's and Saturday's, and no day without one.
    let later = rule("rest", "SAT,SUN").replace("0 5 ?", "0 8 ?");
    let later = by_rule(&[rule("work", "MON-FRI"), later].join(", "));
    expect(&later, SLUG, Verdict::Done, &[(Holds, "rule", "the rules work")]).await;
    let gap = by_rule(&[rule("work", "MON-FRI"), rule("rest", "SUN")].join(", "));
    expect(&gap, SLUG, Verdict::NotDone, &[(Fails, "rule", "leaves days out")]).await;
}
