//! The read-only promise: what would write is refused before it is sent, and the table holds reads alone.

use aws_smithy_types::error::display::DisplayErrorContext;

use crate::aws::api::{allowed, operations};
use crate::aws::clients::client;
use crate::aws::operation::{Operation, Scope};
use crate::services::APIS;
use crate::testing::{Account, ok};

/// Checks that the call was refused by the guard, and that neither it nor anything else was sent.
fn refused<T, E: std::error::Error>(account: &Account, result: Result<T, E>, operation: &str) {
    let error = result.err().unwrap_or_else(|| panic!("{operation} was let through"));
    let shown = DisplayErrorContext(&error).to_string();
    let expected = format!("{operation} is not among the operations that this program may send");
    assert!(shown.contains(&expected), "{shown}");
    assert_eq!(account.asked(), [""; 0]);
}

#[tokio::test]
async fn what_writes_is_refused_before_it_is_sent() {
    let account = Account::empty();
    let aws = account.open();
    let s3 = client!(aws, aws_sdk_s3, "");
    refused(&account, s3.create_bucket().bucket("b").send().await, "S3 CreateBucket");
    refused(&account, s3.put_object().bucket("b").key("k").send().await, "S3 PutObject");
    refused(&account, s3.delete_bucket().bucket("b").send().await, "S3 DeleteBucket");
    let iam = client!(aws, aws_sdk_iam, "");
    refused(&account, iam.create_user().user_name("ada").send().await, "IAM CreateUser");
    let route53 = client!(aws, aws_sdk_route53, "");
    refused(&account, route53.delete_hosted_zone().id("Z1").send().await, "Route 53 DeleteHostedZone");
    let control = client!(aws, aws_sdk_s3control, "");
    let block = control.delete_public_access_block().account_id("123456789012").send().await;
    refused(&account, block, "S3 Control DeletePublicAccessBlock");
    assert_eq!(aws.sent(), [""; 0]);
}

#[tokio::test]
async fn a_read_that_is_not_in_the_table_is_refused_too() {
    let account = Account::empty();
    let aws = account.open();
    let s3 = client!(aws, aws_sdk_s3, "", |builder| builder.force_path_style(true));
    refused(&account, s3.get_bucket_acl().bucket("b").send().await, "S3 GetBucketAcl");
    let sts = client!(aws, aws_sdk_sts, "");
    refused(&account, sts.get_session_token().send().await, "STS GetSessionToken");
    for unknown in
        [("S3", "Nonsense"), ("s3", "ListBuckets"), ("Lambda", "ListCodeSigningConfigs"), ("unknown", "unknown")]
    {
        assert_eq!(allowed(APIS, unknown.0, unknown.1), None);
    }
}

#[tokio::test]
async fn a_read_in_the_table_is_sent_and_counted() {
    let account = Account::empty().answers("s3:ListBuckets", ok("<ListAllMyBucketsResult/>"));
    let aws = account.open();
    client!(aws, aws_sdk_s3, "").list_buckets().send().await.unwrap();
    assert_eq!((aws.sent(), account.asked().len()), (vec!["s3:ListBuckets"], 1));
}

/// AWS names operations after what they do: these verbs change nothing. The exceptions by verb are those that
/// hand out credentials or secrets, and none of them may get in.
#[test]
fn the_table_holds_reads_alone() {
    const VERBS: [&str; 7] = ["Get", "AdminGet", "List", "Describe", "Head", "Scan", "Query"];
    const SECRETS: [&str; 5] = ["Token", "Secret", "Password", "Credential", "Key"];
    for operation in operations(APIS) {
        assert!(VERBS.iter().any(|verb| operation.name.starts_with(verb)), "{operation:?}");
        assert!(!SECRETS.iter().any(|word| operation.name.contains(word)), "{operation:?}");
        assert!(operation.label.ends_with(operation.name), "{operation:?}");
    }
}

#[test]
fn the_table_names_each_operation_once_and_a_real_action_for_it() {
    let count = |of: fn(&Operation) -> String| {
        let mut texts: Vec<_> = operations(APIS).map(of).collect();
        texts.sort_unstable();
        texts.dedup();
        texts.len()
    };
    assert_eq!(count(|operation| operation.label.to_owned()), operations(APIS).count());
    assert_eq!(count(|operation| format!("{} {}", operation.service, operation.name)), operations(APIS).count());
    for operation in operations(APIS) {
        let (service, verb) = operation.action.split_once(':').unwrap();
        let is_read =
            ["Get", "GET", "AdminGet", "List", "Describe", "Scan", "Query"].iter().any(|start| verb.starts_with(start));
        assert!(!service.is_empty() && is_read, "{operation:?}");
        assert_eq!(allowed(APIS, operation.service, operation.name), Some(operation));
        assert_eq!(operation.scope == Scope::Free, operation.label == "sts:GetCallerIdentity", "{operation:?}");
    }
}
