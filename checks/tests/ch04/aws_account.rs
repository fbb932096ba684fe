//! 4.1 in a real account: who is asking, and what the account summary says of root.

use crate::tests::*;
use ClauseVerdict::{CannotTell, Fails, Skipped};

const SLUG: &str = "ch04/aws_account";
const DEVICES: &str = "iam:ListMFADevices";

fn as_caller(arn: &str) -> Account {
    solved().edited("sts:GetCallerIdentity", "arn:aws:iam::123456789012:user/team/ada", arn)
}

#[tokio::test]
async fn an_iam_user_with_mfa_is_asked_for_by_name_without_its_path() {
    let account = solved();
    expect(&account, SLUG, Verdict::Done, &[]).await;
    assert!(
        account
            .asked()
            .iter()
            .any(|request| request.contains("Action=ListMFADevices") && request.ends_with("UserName=ada"))
    );
}

#[tokio::test]
async fn an_iam_user_without_mfa() {
    let member = "<member><UserName>ada</UserName><SerialNumber>arn:aws:iam::123456789012:mfa/ada</SerialNumber>
    <EnableDate>2026-01-01T00:00:00Z</EnableDate></member>";
    let none = solved().edited(DEVICES, member, "");
    expect(&none, SLUG, Verdict::NotDone, &[(Fails, "worker_mfa", "0 MFA devices of ada")]).await;
    let unknown = solved().refuses(DEVICES, (404, "NoSuchEntity"), "The user with name ada cannot be found.");
    expect(&unknown, SLUG, Verdict::NotDone, &[(Fails, "worker_mfa", "0 MFA devices of ada")]).await;
}

#[tokio::test]
async fn root_is_no_worker() {
    let root = as_caller("arn:aws:iam::123456789012:root");
    let expected = [(Fails, "worker", "arn:aws:iam::123456789012:root"), (Skipped, "worker_mfa", "root")];
    expect(&root, SLUG, Verdict::NotDone, &expected).await;
}

#[tokio::test]
async fn whoever_works_through_a_role_or_federation_has_no_mfa_device_of_an_iam_user() {
    for arn in [
        "arn:aws:sts::123456789012:assumed-role/AWSReservedSSO_AdministratorAccess_0123456789abcdef/ada",
        "arn:aws:sts::123456789012:assumed-role/admin/session",
        "arn:aws:sts::123456789012:federated-user/ada",
        "arn:aws-us-gov:sts::123456789012:assumed-role/admin/session",
    ] {
        expect(&as_caller(arn), SLUG, Verdict::Done, &[(Skipped, "worker_mfa", "")]).await;
    }
}

#[tokio::test]
async fn root_with_access_keys_or_without_mfa_is_not_safe() {
    let keys = "<key>AccountAccessKeysPresent</key><value>";
    let account = solved().edited("iam:GetAccountSummary", &format!("{keys}0"), &format!("{keys}1"));
    expect(&account, SLUG, Verdict::NotDone, &[(Fails, "root_keys", "an access key of the root user")]).await;
    let mfa = "<key>AccountMFAEnabled</key><value>";
    let account = solved().edited("iam:GetAccountSummary", &format!("{mfa}1"), &format!("{mfa}0"));
    expect(&account, SLUG, Verdict::NotDone, &[(Fails, "root_mfa", "no MFA device for the root user")]).await;
}

#[tokio::test]
async fn a_refused_account_summary_leaves_the_other_clauses_judged() {
    let message = "User: arn:aws:iam::123456789012:user/team/ada is not authorized to perform: iam:GetAccountSummary";
    let account = solved().refuses("iam:GetAccountSummary", (403, "AccessDenied"), message);
    let statement = r#"{"Action":"iam:GetAccountSummary","Effect":"Allow","Resource":"*"}"#;
    let expected = [(CannotTell, "root_keys", statement), (CannotTell, "root_mfa", message)];
    expect(&account, SLUG, Verdict::CannotTell, &expected).await;
}

#[tokio::test]
async fn a_summary_that_leaves_root_out_tells_nothing_of_root() {
    let account = solved().edited("iam:GetAccountSummary", "AccountMFAEnabled", "Other");
    let missing = "AccountAccessKeysPresent and AccountMFAEnabled";
    let expected = [(CannotTell, "root_keys", missing), (CannotTell, "root_mfa", missing)];
    expect(&account, SLUG, Verdict::CannotTell, &expected).await;
}

#[tokio::test]
async fn refused_devices_are_cured_by_a_statement_about_the_user_itself_path_and_all() {
    let account = solved().refuses(DEVICES, (403, "AccessDenied"), "no identity-based policy allows it");
    let user = "arn:aws:iam::123456789012:user/team/ada";
    let statement = format!(r#"{{"Action":"iam:ListMFADevices","Effect":"Allow","Resource":"{user}"}}"#);
    expect(&account, SLUG, Verdict::CannotTell, &[(CannotTell, "worker_mfa", &statement)]).await;
}

#[tokio::test]
async fn a_caller_that_cannot_be_read_leaves_root_judged() {
    let account = solved().answers("sts:GetCallerIdentity", Answer::Refused);
    let expected = [(CannotTell, "worker", "AWS was not reached"), (CannotTell, "worker_mfa", "AWS was not reached")];
    expect(&account, SLUG, Verdict::CannotTell, &expected).await;
}

#[tokio::test]
async fn the_users_of_a_practice_account_are_read_to_the_last_page() {
    let page = |name: &str, rest: &str| {
        let user = format!("<UserName>{name}</UserName><Arn>arn:aws:iam::123456789012:user/{name}</Arn>");
        let (id, since) = ("<Path>/</Path><UserId>1</UserId>", "<CreateDate>2026-01-01T00:00:00Z</CreateDate>");
        ok(format!(
            "<ListUsersResponse><ListUsersResult><Users><member>{user}{id}{since}</member></Users>{rest}
            </ListUsersResult></ListUsersResponse>"
        ))
    };
    let account = solved()
        .answers("iam:ListUsers", page("bob", "<IsTruncated>true</IsTruncated><Marker>more</Marker>"))
        .answers_to("iam:ListUsers", "Marker=more", page("ada", "<IsTruncated>false</IsTruncated>"))
        .refuses(DEVICES, (404, "NoSuchEntity"), "There is no such user")
        .answers_to(DEVICES, "UserName=ada", ok(iam::MFA_DEVICES));
    let mut you = example();
    you.practice = true;
    let findings = crate::check(SLUG, &account.open(), &you).await.unwrap();
    assert_eq!(findings.verdict(), Verdict::Done, "{findings:#?}");
    assert!(says(finding(&findings, "worker"), "IAM users: bob, ada"));
}

/// An organization may take root's credentials from its accounts: then nobody can sign in as root, nor mend it.
#[tokio::test]
async fn root_without_a_password_needs_no_device() {
    let mfa = "<key>AccountMFAEnabled</key><value>";
    let password = "<key>AccountPasswordPresent</key><value>0</value></entry><entry>";
    let without = format!("{password}{mfa}0");
    let account = solved().edited("iam:GetAccountSummary", &format!("{mfa}1"), &without);
    expect(&account, SLUG, Verdict::Done, &[]).await;
    let root = check(&account, SLUG).await;
    assert!(says(finding(&root, "root_mfa"), "nobody can sign in as root"));
}
