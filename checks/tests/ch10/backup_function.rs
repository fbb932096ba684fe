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
        let statements = [iam::statement(action, &right), own::keeps_few()].join(", ");
        let account = allowing(solved(), &statements);
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
    let code = code.replace("await deleteOldest();", "");
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

/// The account with this code, in which the function may do what the solution does.
fn code(from: &str, to: &str) -> Account {
    assert!(own::BACKUP.code.contains(from), "{from}");
    with_code(&own::BACKUP.code.replace(from, to))
}

/// What is around the request decides whether a backup comes of it.
#[tokio::test]
async fn a_request_that_comes_to_nothing_backs_nothing_up() {
    const MADE: &str = "const { BackupDetails } = await dynamodb.send(
    new CreateBackupCommand({";
    let lost = code(
        MADE,
        "const { BackupDetails } = dynamodb.send(
    new CreateBackupCommand({",
    );
    expect(&lost, SLUG, Verdict::NotDone, &[(Fails, "backs_up", "which nothing waits for")]).await;
    let dropped = code("const { BackupDetails } = await dynamodb", "dynamodb");
    let dropped_too = with_code(
        &own::BACKUP
            .code
            .replace("const { BackupDetails } = await dynamodb", "dynamodb")
            .replace("console.log(BackupDetails.BackupArn);", ""),
    );
    for account in [dropped, dropped_too] {
        expect(&account, SLUG, Verdict::NotDone, &[(Fails, "backs_up", "which nothing waits for")]).await;
    }
    for (from, found) in [
        (r#"BackupName: `${PREFIX}${time}`,"#, "without BackupName"),
        (
            r#"TableName: "chapters",
      BackupName"#,
            "without TableName",
        ),
    ] {
        let to = if from.contains("TableName") { "BackupName" } else { "" };
        expect(&code(from, to), SLUG, Verdict::NotDone, &[(Fails, "backs_up", found)]).await;
    }
    let unset = with_code(&own::BACKUP.code.replace(r#""chapters""#, "process.env.TABLE"));
    let findings = check(&unset, SLUG).await;
    assert!(says(finding(&findings, "backs_up"), "which a variable names that is not set"), "{findings:#?}");
}

#[tokio::test]
async fn code_that_nothing_calls_backs_nothing_up() {
    let idle = own::BACKUP.code.replace("export const handler = async () => {", "const backUp = async () => {");
    let idle = format!("{idle}\nexport const handler = async () => {{ console.log(\"done\"); }};");
    let findings = check(&with_code(&idle), SLUG).await;
    let told = finding(&findings, "backs_up");
    assert!(told.verdict == Fails && says(told, "that nothing calls"), "{findings:#?}");
    let unsent = with_code(
        "import { CreateBackupCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
        const dynamodb = new DynamoDBClient();
        export const handler = async () => {
            const command = new CreateBackupCommand({ TableName: 'chapters', BackupName: 'a' });
            return command.input.BackupName;
        };",
    );
    expect(&unsent, SLUG, Verdict::NotDone, &[(Fails, "backs_up", "which nothing sends")]).await;
}

#[tokio::test]
async fn the_table_of_the_code_is_there() {
    let missing = with_code(&own::BACKUP.code.replace(r#""chapters""#, r#""Chapters""#));
    let missing = missing.answers_to(
        "dynamodb:DescribeTable",
        r#""Chapters""#,
        error("dynamodb:", (400, "ResourceNotFoundException"), "no"),
    );
    let missing = allowing(missing, &iam::statement("dynamodb:*", "*"));
    expect(&missing, SLUG, Verdict::NotDone, &[(Fails, "backs_up", "the table Chapters, which is not there")]).await;
    let elsewhere = code("new DynamoDBClient()", r#"new DynamoDBClient({ region: "eu-west-1" })"#);
    expect(&elsewhere, SLUG, Verdict::NotDone, &[(Fails, "backs_up", "a client for the region eu-west-1")]).await;
}

/// After the backup the run ends with an error, and Lambda runs the function again and again.
#[tokio::test]
async fn the_role_allows_what_the_code_does_besides() {
    let alone = allowing(solved(), &iam::statement("dynamodb:CreateBackup", &table("chapters")));
    expect(&alone, SLUG, Verdict::NotDone, &[(Fails, "allowed", "dynamodb:ListBackups")]).await;
    let caught = code("await deleteOldest();", "try { await deleteOldest(); } catch { console.log(\"later\"); }");
    let caught = allowing(caught, &iam::statement("dynamodb:CreateBackup", &table("chapters")));
    expect(&caught, SLUG, Verdict::Done, &[(Holds, "allowed", "")]).await;
}

/// AWS Backup makes them under a role of its own.
#[tokio::test]
async fn a_job_of_aws_backup_is_a_way_too() {
    let code = "import { BackupClient, StartBackupJobCommand } from '@aws-sdk/client-backup';
        const backup = new BackupClient();
        export const handler = async () => backup.send(new StartBackupJobCommand({ BackupVaultName: 'Default',
            ResourceArn: 'arn:aws:dynamodb:us-east-1:123456789012:table/chapters',
            IamRoleArn: 'arn:aws:iam::123456789012:role/website-backup' }));";
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
