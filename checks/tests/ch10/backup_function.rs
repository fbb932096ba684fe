//! 10.i1: which function backs tables up, what lets it and what starts it, and what has come of it.

use crate::tests::*;
use ClauseVerdict::{Fails, Holds, NotReady, Skipped};

const SLUG: &str = "ch10/backup_function";
const BACKUPS: &str = "dynamodb:ListBackups";
const NONE: &str = r#"{"BackupSummaries": []}"#;

fn with_code(code: &str) -> Account {
    solved().amid(World::solved().with_own_code(&own::BACKUP, &[("index.mjs", code)]).open())
}

/// The role of the function has a policy with these statements.
fn allowing(account: Account, statements: &str) -> Account {
    account.answers_to("iam:GetRolePolicy", own::BACKUP.role, ok(iam::own_policy(statements)))
}

fn table(name: &str) -> String {
    format!("arn:aws:dynamodb:us-east-1:123456789012:table/{name}")
}

#[tokio::test]
async fn the_function_is_told_by_what_it_does() {
    let findings = check(&solved(), SLUG).await;
    assert!(says(finding(&findings, "function"), "function:backup-tables"), "{findings:#?}");
    let silent = own::BACKUP.code.replace("CreateBackupCommand", "DescribeTableCommand");
    let expected =
        [(Fails, "backs_up", "nothing that backs a table up"), (Skipped, "allowed", "nothing in it is seen")];
    expect(&with_code(&silent), SLUG, Verdict::NotDone, &expected).await;
    let of_book =
        r#"{"Functions": [{"FunctionName": "get-chapters"}, {"FunctionName": "rule-analytics-auth-callback"}]}"#;
    let without = solved().answers("lambda:ListFunctions", ok(of_book));
    expect(&without, SLUG, Verdict::NotDone, &[(Fails, "function", "")]).await;
}

#[tokio::test]
async fn the_role_allows_it_on_the_table_of_the_code() {
    let action = "dynamodb:CreateBackup";
    for right in [table("chapters"), table("*"), "*".to_owned()] {
        let account = allowing(solved(), &iam::statement(action, &right));
        expect(&account, SLUG, Verdict::Done, &[(Holds, "allowed", "")]).await;
    }
    let deny = r#"{"Sid": "Never", "Effect": "Deny", "Action": "dynamodb:*", "Resource": "*"}"#;
    for (wrong, found) in [
        (iam::statement(action, &table("analytics")), "table/analytics"),
        (iam::statement("dynamodb:ListBackups", "*"), "dynamodb:ListBackups"),
        (format!("{}, {deny}", iam::statement(action, "*")), "Never denies it"),
    ] {
        let account = allowing(solved(), &wrong);
        expect(&account, SLUG, Verdict::NotDone, &[(Fails, "allowed", found)]).await;
    }
}

/// A table that the code puts together may be any that the policy names.
#[tokio::test]
async fn a_table_that_is_not_seen_is_one_of_the_policys() {
    let code = own::BACKUP.code.replace(r#"TableName: "chapters""#, "TableName: await nextName()");
    let named = allowing(with_code(&code), &iam::statement("dynamodb:CreateBackup", &table("photos")));
    expect(&named, SLUG, Verdict::Done, &[(Holds, "allowed", "table/photos")]).await;
    let none = allowing(with_code(&code), &iam::statement("dynamodb:Scan", &table("photos")));
    expect(&none, SLUG, Verdict::NotDone, &[(Fails, "allowed", "dynamodb:CreateBackup")]).await;
}

#[tokio::test]
async fn what_has_not_come_yet_is_waited_for_and_what_fails_is_not() {
    let coming = solved().edited(BACKUPS, "AVAILABLE", "CREATING");
    expect(&coming, SLUG, Verdict::NotReady, &[(NotReady, "backup", "which DynamoDB is making")]).await;
    let none = solved().answers(BACKUPS, ok(NONE));
    expect(&none, SLUG, Verdict::NotReady, &[(NotReady, "backup", "the function runs next on")]).await;
    for (kind, found) in [("SYSTEM", "when the table was deleted"), ("AWS_BACKUP", "which AWS Backup made")] {
        let other = solved().edited(BACKUPS, r#""USER""#, &format!(r#""{kind}""#));
        expect(&other, SLUG, Verdict::NotReady, &[(NotReady, "backup", found)]).await;
    }
    let disabled = none.edited("events:DescribeRule", r#""State":"ENABLED""#, r#""State":"DISABLED""#);
    let expected = [(Fails, "enabled", "disabled"), (Fails, "backup", "no backup")];
    expect(&disabled, SLUG, Verdict::NotDone, &expected).await;
}

/// AWS Backup makes them under a role of its own.
#[tokio::test]
async fn a_job_of_aws_backup_is_a_way_too() {
    let code = "import { BackupClient, StartBackupJobCommand } from '@aws-sdk/client-backup';
        const backup = new BackupClient();
        export const handler = async () => backup.send(new StartBackupJobCommand({ BackupVaultName: 'Default' }));";
    let account = with_code(code).edited(BACKUPS, r#""USER""#, r#""AWS_BACKUP""#);
    let expected = [(Holds, "backs_up", "StartBackupJobCommand"), (Skipped, "allowed", "AWS Backup makes the backup")];
    expect(&account, SLUG, Verdict::Done, &expected).await;
}

#[tokio::test]
async fn the_rule_must_be_let_in() {
    let other =
        own::callable("backup-tables", "events.amazonaws.com", "arn:aws:events:us-east-1:123456789012:rule/other");
    let account = solved().answers_to("lambda:GetPolicy", own::BACKUP.at, ok(other));
    expect(&account, SLUG, Verdict::NotDone, &[(Fails, "permission", "no statement that lets this rule in")]).await;
}
