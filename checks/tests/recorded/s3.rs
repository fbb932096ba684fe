//! Buckets and objects as AWS described them.

use super::told::{Element, Fields};
use super::{Account, Answer, Compared, Recorded, ok};
use crate::aws::operation::Operation;
use crate::judgement::Found;
use crate::learner::Learner;
use crate::services::s3::notification::{Notification, Target};
use crate::services::s3::replication::CopyRule;
use crate::services::s3::versioning::Versioning;
use crate::services::s3::{Bucket, PublicAccess, Website};

const NAME: &str = "example.com";
const KEY: &str = "index.html";
const LAST_BUCKETS: &str = "<ListAllMyBucketsResult><Buckets/></ListAllMyBucketsResult>";
const LAST_KEYS: &str = "<ListBucketResult><IsTruncated>false</IsTruncated></ListBucketResult>";
/// A bucket whose region is asked for.
const UNPLACED: &str =
    "<ListAllMyBucketsResult><Buckets><Bucket><Name>example.com</Name></Bucket></Buckets></ListAllMyBucketsResult>";

pub async fn compared(one: &Recorded, operation: &'static Operation, you: &Learner) -> Compared {
    match operation.name {
        "ListBuckets" | "GetBucketLocation" => buckets(one, operation, you).await,
        "GetObject" | "HeadObject" | "ListObjectsV2" => objects(one, operation).await,
        "GetPublicAccessBlock" => {
            let aws = one.account(operation).open();
            let read = match operation.service {
                "S3 Control" => aws.account_public_access(you).await?,
                _ => aws.public_access(&bucket()).await?,
            };
            Ok(one.error.is_none().then(|| public_access(read, &one.xml())))
        }
        _ => settings(one, operation).await,
    }
}

fn bucket() -> Bucket {
    Bucket { name: NAME.into(), arn: format!("arn:aws:s3:::{NAME}"), region: "us-east-1".into() }
}

async fn buckets(one: &Recorded, operation: &'static Operation, you: &Learner) -> Compared {
    let mut fields = Fields::default();
    if operation.name == "ListBuckets" {
        let read = one.account_of_pages(operation, LAST_BUCKETS).open().bucket_names(you).await?;
        fields.same("Name", &read, one.xml().texts("Buckets/Bucket/Name"));
        return Ok(Some(fields));
    }
    // The element was lost when it was recorded.
    let body = format!("<LocationConstraint>{}</LocationConstraint>", one.body);
    let one = Recorded { body, ..one.clone() };
    let account = one.account(operation).answers("s3:ListBuckets", ok(UNPLACED));
    let read = account.open().own_bucket(you, NAME).await?.map(|bucket| bucket.region);
    let told = match one.xml().text {
        none if none.is_empty() => "us-east-1".to_owned(),
        old if old == "EU" => "eu-west-1".to_owned(),
        region => region,
    };
    fields.same("LocationConstraint", read, told);
    Ok(Some(fields))
}

/// The recordings have no headers but the content type, so an object's head is written here.
async fn objects(one: &Recorded, operation: &'static Operation) -> Compared {
    let mut fields = Fields::default();
    match operation.name {
        "ListObjectsV2" => {
            let read = one.account_of_pages(operation, LAST_KEYS).open().first_objects(&bucket()).await?;
            let told = one.xml().list("Contents");
            fields.rows("Contents", &read, &told, |fields, read, told| {
                fields.same("Key", &read.key, told.text("Key"));
                fields.same("Size", read.size.to_string(), told.text("Size"));
            });
        }
        "GetObject" => {
            let account = with_head(one.account(operation), one.body.len());
            let account = match one.error {
                Some(_) => account,
                None => account.answers("s3:GetObject", with_etag(one.body.clone())),
            };
            let Found::Here(read) = account.open().content(&bucket(), KEY).await? else { return Ok(None) };
            fields.same("body", read.text, &one.body);
        }
        _ => {
            let account = one.account(operation);
            let account = if one.error.is_none() { with_head(account, 3) } else { account };
            let Found::Here(read) = account.open().object(&bucket(), KEY).await? else { return Ok(None) };
            fields.same("content-length", read.size, 3);
        }
    }
    Ok(Some(fields))
}

fn with_etag(body: String) -> Answer {
    Answer::Http { status: 200, headers: &[("etag", "\"1\"")], body }
}

fn with_head(account: Account, length: usize) -> Account {
    let length: &'static str = length.to_string().leak();
    let headers = [("content-type", "binary/octet-stream"), ("content-length", length), ("etag", "\"1\"")];
    let headers: &'static [(&str, &str)] = Vec::from(headers).leak();
    account.answers("s3:HeadObject", Answer::Http { status: 200, headers, body: String::new() })
}

fn public_access(read: PublicAccess, told: &Element) -> Fields {
    let mut fields = Fields::default();
    for (name, read) in [
        ("BlockPublicAcls", read.block_public_acls),
        ("IgnorePublicAcls", read.ignore_public_acls),
        ("BlockPublicPolicy", read.block_public_policy),
        ("RestrictPublicBuckets", read.restrict_public_buckets),
    ] {
        fields.same(name, read.to_string(), told.text(name));
    }
    fields
}

async fn settings(one: &Recorded, operation: &'static Operation) -> Compared {
    let (aws, bucket) = (one.account(operation).open(), bucket());
    let mut fields = Fields::default();
    match operation.name {
        "GetBucketPolicy" => {
            let Some(read) = aws.bucket_policy(&bucket).await? else { return Ok(None) };
            fields.policy(&read, &one.body);
        }
        "GetBucketWebsite" => {
            let Some(read) = aws.website(&bucket).await? else { return Ok(None) };
            website(&mut fields, &read, &one.xml());
        }
        "GetBucketVersioning" => {
            let read = match aws.versioning(&bucket).await? {
                Versioning::Enabled => Some("Enabled"),
                Versioning::Suspended => Some("Suspended"),
                Versioning::Never => None,
            };
            fields.same("Status", read, one.xml().text("Status"));
        }
        "GetBucketTagging" => {
            let read = aws.bucket_tags(&bucket).await?;
            let told = one.xml();
            let pair = |tag: &&Element| (tag.text("Key").map(str::to_owned), tag.text("Value").map(str::to_owned));
            fields.same("Tag", read, told.all("TagSet/Tag").iter().map(pair).collect::<Vec<_>>());
        }
        "GetBucketEncryption" => {
            let read = aws.kms_key(&bucket).await?;
            let told = one.xml();
            let default = told.all("Rule/ApplyServerSideEncryptionByDefault")[0];
            let is_kms = default.text("SSEAlgorithm").is_some_and(|algorithm| algorithm.starts_with("aws:kms"));
            let key = is_kms.then(|| default.text("KMSMasterKeyID").unwrap_or("aws/s3"));
            fields.same("KMSMasterKeyID", read, key);
        }
        "GetBucketLifecycleConfiguration" => {
            let read = aws.lifecycle(&bucket).await?;
            let told = one.xml();
            let in_force: Vec<_> =
                told.all("Rule").into_iter().filter(|rule| rule.text("Status") == Some("Enabled")).collect();
            let any = |member: &str| in_force.iter().any(|rule| !rule.all(member).is_empty());
            fields.same("NoncurrentVersionExpiration", read.ends_old_versions, any("NoncurrentVersionExpiration"));
            fields.same("AbortIncompleteMultipartUpload", read.ends_uploads, any("AbortIncompleteMultipartUpload"));
        }
        "GetBucketOwnershipControls" => {
            let read = aws.has_no_lists(&bucket).await?;
            let told = one.xml();
            fields.same("ObjectOwnership", read, told.text("Rule/ObjectOwnership") == Some("BucketOwnerEnforced"));
        }
        _ => return passed_on(one, operation).await,
    }
    Ok(Some(fields))
}

/// What a bucket tells others, and copies to others.
async fn passed_on(one: &Recorded, operation: &'static Operation) -> Compared {
    let (aws, bucket) = (one.account(operation).open(), bucket());
    let mut fields = Fields::default();
    match operation.name {
        "GetBucketNotificationConfiguration" => {
            let read = aws.notifications(&bucket).await?;
            let told = one.xml();
            fields.same("EventBridge", read.to_event_bridge, !told.all("EventBridgeConfiguration").is_empty());
            let kinds = ["CloudFunctionConfiguration", "QueueConfiguration", "TopicConfiguration"];
            let rows: Vec<Element> = kinds.iter().flat_map(|kind| told.all(kind)).cloned().collect();
            fields.rows("configurations", &read.rows, &rows, notification);
        }
        "GetBucketReplication" => {
            let Some(read) = aws.replication(&bucket).await? else { return Ok(None) };
            let told = one.xml();
            fields.same("Role", &read.role, told.text("Role"));
            let rules = told.list("Rule");
            fields.rows("Rule", &read.rules, &rules, copy_rule);
        }
        other => panic!("no reader is known for {other}"),
    }
    Ok(Some(fields))
}

fn website(fields: &mut Fields, read: &Website, told: &Element) {
    fields.same("IndexDocument", &read.index_document, told.text("IndexDocument/Suffix"));
    fields.same("RedirectAllRequestsTo", &read.redirects_to, told.text("RedirectAllRequestsTo/HostName"));
    let rules = told.all("RoutingRules/RoutingRule").into_iter();
    let rules = rules.filter(|rule| rule.text("Condition/HttpErrorCodeReturnedEquals").is_none());
    let rules: Vec<Element> = rules.cloned().collect();
    fields.rows("RoutingRules", &read.routes, &rules, |fields, read, told| {
        fields.same("KeyPrefixEquals", &read.prefix, told.text("Condition/KeyPrefixEquals").unwrap_or_default());
    });
}

fn notification(fields: &mut Fields, read: &Notification, told: &Element) {
    let arn = ["CloudFunction", "Queue", "Topic"].iter().find_map(|member| told.text(member));
    let (Target::Function(to) | Target::Other(to)) = &read.to;
    fields.same("to", to, arn);
    fields.same("Event", &read.events, told.texts("Event"));
    let rule = |name: &str| {
        let rules = told.all("Filter/S3Key/FilterRule").into_iter();
        let mut of = rules.filter(|rule| rule.text("Name").is_some_and(|own| own.eq_ignore_ascii_case(name)));
        of.next().and_then(|rule| rule.text("Value")).unwrap_or_default().to_owned()
    };
    fields.same("prefix", &read.prefix, rule("prefix"));
    fields.same("suffix", &read.suffix, rule("suffix"));
}

fn copy_rule(fields: &mut Fields, read: &CopyRule, told: &Element) {
    fields.same("ID", &read.id, told.text("ID"));
    fields.same("Status", read.is_enabled, told.text("Status") == Some("Enabled"));
    let prefix = ["Prefix", "Filter/Prefix", "Filter/And/Prefix"].iter().find_map(|path| told.text(path));
    fields.same("Prefix", &read.prefix, prefix.unwrap_or_default());
    fields.same("Bucket", &read.bucket, told.text("Destination/Bucket"));
    fields.same("Account", &read.account, told.text("Destination/Account"));
    let kms = told.text("SourceSelectionCriteria/SseKmsEncryptedObjects/Status");
    fields.same("SseKmsEncryptedObjects", read.copies_kms, kms == Some("Enabled"));
}
