//! S3: buckets, objects, website hosting, policies and public access settings.

pub mod account;
mod kept;
pub mod lifecycle;
pub mod notification;
pub mod object;
pub mod packing;
pub mod replication;
pub mod run;
mod scripts;
pub mod sound;
pub mod tags;
pub mod versioning;
pub mod web_page;

use std::fmt;

use aws_sdk_s3::Client;
use aws_sdk_s3::operation::list_buckets::ListBucketsOutput;
use aws_sdk_s3::operation::list_objects_v2::ListObjectsV2Output;
use aws_sdk_s3::types::{BucketLocationConstraint, Payer, PublicAccessBlockConfiguration, RoutingRule};
use aws_smithy_types::DateTime;
use futures_util::stream::{self, StreamExt, TryStreamExt};

use crate::aws::policy_document::parsed;
use crate::aws::service::prelude::*;
use crate::documents::policy::Policy;
pub use kept::Kept;
use kept::kept;

pub const SERVICE: Service = Service {
    api: Api {
        id: "S3",
        settings_key: "s3",
        operations: OPERATIONS,
        // Unpublished for buckets; for objects Amazon S3 allows 5,500 a second ("Best practices design patterns").
        rates: &[rate("", 50, 50)],
        always: &[
            always("RequestPaymentConfiguration", &["Payer"]),
            always("IndexDocument", &["Suffix"]),
            always("RedirectAllRequestsTo", &["HostName"]),
            always("ReplicationConfiguration", &["Role"]),
            always("ReplicationConfiguration/Rule", &["Status", "Destination"]),
            always("Rule/Destination", &["Bucket"]),
            always("ApplyServerSideEncryptionByDefault", &["SSEAlgorithm"]),
            always("Tagging", &["TagSet"]),
        ],
    },
    health: health(|aws, you| aws.answers(LIST_BUCKETS, || aws.s3(&you.region).list_buckets().max_buckets(1).send())),
};

operations! { "S3", "s3";
    LIST_BUCKETS: "ListBuckets" needs "s3:ListAllMyBuckets" on All;
    GET_BUCKET_LOCATION: "GetBucketLocation" on Resource;
    // Of an object that is not there S3 says so only to those who may list the bucket; others it denies (Amazon S3 API
    // Reference, "HeadObject").
    HEAD_OBJECT: "HeadObject" needs "s3:GetObject" on Resource beside "s3:ListBucket";
    LIST_OBJECTS: "ListObjectsV2" needs "s3:ListBucket" on Resource;
    GET_OBJECT: "GetObject" on Resource;
    GET_BUCKET_WEBSITE: "GetBucketWebsite" on Resource;
    GET_BUCKET_POLICY: "GetBucketPolicy" on Resource;
    GET_BUCKET_NOTIFICATION: "GetBucketNotificationConfiguration" needs "s3:GetBucketNotification" on Resource;
    GET_BUCKET_REQUEST_PAYMENT: "GetBucketRequestPayment" on Resource;
    GET_PUBLIC_ACCESS_BLOCK: "GetPublicAccessBlock" needs "s3:GetBucketPublicAccessBlock" on Resource;
    GET_BUCKET_VERSIONING: "GetBucketVersioning" on Resource;
    GET_BUCKET_REPLICATION: "GetBucketReplication" needs "s3:GetReplicationConfiguration" on Resource;
    GET_BUCKET_ENCRYPTION: "GetBucketEncryption" needs "s3:GetEncryptionConfiguration" on Resource;
    GET_BUCKET_TAGGING: "GetBucketTagging" on Resource;
    GET_BUCKET_LIFECYCLE: "GetBucketLifecycleConfiguration" needs "s3:GetLifecycleConfiguration" on Resource;
    GET_BUCKET_OWNERSHIP: "GetBucketOwnershipControls" on Resource;
}

/// The ARN of a bucket.
pub const BUCKET_ARN: &str = "arn:{{ partition }}:s3:::{{ name }}";
const BUCKET_OF_NAME: &ResourceSet = &resources("{{ label }}Bucket", BUCKET_ARN);
const OBJECT_OF_NAME: &ResourceSet = &resources("{{ label }}", "arn:{{ partition }}:s3:::{{ home }}/{{ name }}");
const BUCKET_OF_OBJECT: &ResourceSet = &resources("{{ home }}Bucket", "arn:{{ partition }}:s3:::{{ home }}");

/// A bucket of a name. Whether another account has it is seen at its location.
pub const BUCKET: Reader = Reader::of(&[reading_all(LIST_BUCKETS), reading(GET_BUCKET_LOCATION, BUCKET_OF_NAME)]);
const ANY_BUCKET: &ResourceSet = &resources("Buckets", "arn:{{ partition }}:s3:::*");
/// A bucket that something of the account names, whatever its name is.
pub const BUCKET_OF_ANY_NAME: Reader =
    Reader::of(&[reading_all(LIST_BUCKETS), reading(GET_BUCKET_LOCATION, ANY_BUCKET)]);
/// The names of all buckets.
pub const BUCKET_NAMES: Reader = Reader::of(&[reading_all(LIST_BUCKETS)]);
/// Whatever a review asks about a bucket.
pub const REVIEWED: Reader = Reader::of(&[
    reading_all(LIST_BUCKETS),
    reading(GET_BUCKET_LOCATION, ANY_BUCKET),
    reading(GET_BUCKET_POLICY, ANY_BUCKET),
    reading(GET_PUBLIC_ACCESS_BLOCK, ANY_BUCKET),
    reading(GET_BUCKET_VERSIONING, ANY_BUCKET),
    reading(GET_BUCKET_TAGGING, ANY_BUCKET),
    reading(GET_BUCKET_LIFECYCLE, ANY_BUCKET),
    reading(GET_BUCKET_OWNERSHIP, ANY_BUCKET),
    reading_all(account::GET_ACCOUNT_PUBLIC_ACCESS_BLOCK),
]);
pub const WEBSITE: Reader = Reader::of(&[reading(GET_BUCKET_WEBSITE, BUCKET_OF_NAME)]);
pub const BUCKET_POLICY: Reader = Reader::of(&[reading(GET_BUCKET_POLICY, BUCKET_OF_NAME)]);
/// Who pays for the requests to a bucket.
pub const PAYER: Reader = Reader::of(&[reading(GET_BUCKET_REQUEST_PAYMENT, BUCKET_OF_NAME)]);
pub const PUBLIC_ACCESS: Reader = Reader::of(&[
    reading(GET_PUBLIC_ACCESS_BLOCK, BUCKET_OF_NAME),
    reading_all(account::GET_ACCOUNT_PUBLIC_ACCESS_BLOCK),
]);
/// An object within a bucket; a missing one is looked for under other keys.
pub const OBJECT: Reader = Reader::of(&[reading(HEAD_OBJECT, OBJECT_OF_NAME), reading(LIST_OBJECTS, BUCKET_OF_OBJECT)]);
/// An object within a bucket, and nothing beside it.
pub const OBJECT_ALONE: Reader = Reader::of(&[reading(HEAD_OBJECT, OBJECT_OF_NAME)]);
/// An object within a bucket and what it holds.
pub const CONTENT: Reader = Reader::of(&[
    reading(HEAD_OBJECT, OBJECT_OF_NAME),
    reading(GET_OBJECT, OBJECT_OF_NAME),
    reading(LIST_OBJECTS, BUCKET_OF_OBJECT),
]);

pub const CONSOLE: Page = page("https://console.aws.amazon.com/s3/buckets");
pub const CONSOLE_OBJECTS: Page = page("https://console.aws.amazon.com/s3/buckets/{{ name }}?tab=objects");
pub const CONSOLE_PROPERTIES: Page = page("https://console.aws.amazon.com/s3/buckets/{{ name }}?tab=properties");
pub const CONSOLE_PERMISSIONS: Page = page("https://console.aws.amazon.com/s3/buckets/{{ name }}?tab=permissions");
pub const CONSOLE_MANAGEMENT: Page = page("https://console.aws.amazon.com/s3/buckets/{{ name }}?tab=management");

/// Where the search for a misplaced object ends.
const FIRST_KEYS: usize = 10_000;
/// How many buckets are asked for their region together, however many there are.
const AT_ONCE: usize = 10;

/// A bucket of the learner's own account.
#[derive(Clone, Debug)]
pub struct Bucket {
    pub name: String,
    pub arn: String,
    pub region: String,
}

impl fmt::Display for Bucket {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the bucket {} in {}", self.name, self.region)
    }
}

/// What S3 knows of an object without reading it.
#[derive(Clone, Debug)]
pub struct Object {
    pub key: String,
    pub content_type: String,
    /// In bytes.
    pub size: i64,
    /// Its entity tag, which changes with its content.
    pub etag: Option<String>,
    /// When it was put there, in seconds since 1970.
    pub changed: Option<i64>,
    /// What stands between the object and whoever may read it.
    pub kept: Kept,
}

impl Object {
    /// Its size as a length.
    pub(super) fn length(&self) -> usize {
        usize::try_from(self.size).unwrap_or_default()
    }
}

impl fmt::Display for Object {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}, {} bytes", self.key, self.size)
    }
}

/// An object as a list of the bucket tells it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedObject {
    pub key: String,
    /// In bytes.
    pub size: u64,
}

/// Website hosting as it is set for a bucket.
#[derive(Clone, Debug)]
pub struct Website {
    pub index_document: Option<String>,
    /// The host that every request is redirected to, when the bucket only redirects.
    pub redirects_to: Option<String>,
    /// The routing rules that apply whatever is there.
    pub routes: Vec<Route>,
}

/// A routing rule of a website (Amazon S3 User Guide, "Configuring a webpage redirect").
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Route {
    /// The beginning of the keys that it is for; empty for all.
    pub prefix: String,
    /// A host, or the beginning of a path.
    pub to: String,
}

impl Website {
    /// What the website does, on one line.
    pub fn describe(&self) -> String {
        let index = self.index_document.as_deref().unwrap_or_default();
        let of_index = self.routes.iter().find(|route| index.starts_with(&route.prefix));
        match (&self.redirects_to, &self.index_document) {
            (Some(host), _) => format!("every request is redirected to {host}"),
            _ if let Some(route) = of_index => format!("a routing rule sends requests for the page to {}", route.to),
            (None, Some(document)) => format!("with the index document {document}"),
            (None, None) => "without an index document".into(),
        }
    }
}

/// The four public access settings; all off where none were ever made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PublicAccess {
    pub block_public_acls: bool,
    pub ignore_public_acls: bool,
    pub block_public_policy: bool,
    pub restrict_public_buckets: bool,
}

impl PublicAccess {
    const NAMES: [&'static str; 4] =
        ["BlockPublicAcls", "IgnorePublicAcls", "BlockPublicPolicy", "RestrictPublicBuckets"];

    pub fn all_on(self) -> bool {
        self.settings() == [true; 4]
    }

    /// Whether a bucket policy may be public; what concerns access control lists does not matter for it.
    pub fn lets_public_policy_work(self) -> bool {
        !self.block_public_policy && !self.restrict_public_buckets
    }

    /// The names of the settings that are on and of those that are off.
    pub fn describe(self) -> String {
        let names = |wanted: bool| {
            let chosen = Self::NAMES.into_iter().zip(self.settings()).filter(|(_, on)| *on == wanted);
            let chosen: Vec<_> = chosen.map(|(name, _)| name).collect();
            if chosen.is_empty() { "none".into() } else { chosen.join(", ") }
        };
        format!("on: {}; off: {}", names(true), names(false))
    }

    fn settings(self) -> [bool; 4] {
        [self.block_public_acls, self.ignore_public_acls, self.block_public_policy, self.restrict_public_buckets]
    }
}

/// The settings that decide together; practice accounts have none for the whole account.
#[derive(Clone, Copy, Debug)]
pub struct InEffect {
    pub own: PublicAccess,
    pub of_account: PublicAccess,
}

impl Aws {
    /// The account's own bucket of that name, or what a beginner made instead of it.
    pub async fn bucket(&self, you: &Learner, name: &str) -> Read<Found<Bucket>> {
        let buckets = self.buckets(you, name).await?;
        if let Some(bucket) = buckets.iter().find(|bucket| bucket.name == name) {
            return Ok(Found::Here(bucket.clone()));
        }
        if let Some(near) = nearest(name, &buckets, |bucket| &bucket.name) {
            return Ok(Found::Missing(Some(NearMiss {
                found: format!("the bucket {} in {}", near.name, near.region),
                advice: format!(
                    "A bucket cannot be renamed: create one named exactly {name}, in lower case, in {}.",
                    you.region
                ),
            })));
        }
        Ok(Found::Missing(self.taken_by_another(you, name).await))
    }

    /// The names of all buckets of the account.
    pub async fn bucket_names(&self, you: &Learner) -> Read<Vec<String>> {
        Ok(self.listed_buckets(you).await?.into_iter().map(|bucket| bucket.name).collect())
    }

    /// The account's own bucket of that name, and nothing instead of it.
    pub async fn own_bucket(&self, you: &Learner, name: &str) -> Read<Option<Bucket>> {
        Ok(self.buckets(you, name).await?.into_iter().find(|bucket| bucket.name == name))
    }

    /// The object under `key`, or the key that a beginner gave it.
    pub async fn object(&self, bucket: &Bucket, key: &str) -> Read<Found<Object>> {
        match self.head(bucket, key).await? {
            Some(object) => Ok(Found::Here(object)),
            // The answer says that it is not there. What else is there matters less.
            None => Ok(Found::Missing(self.other_key(bucket, key).await.unwrap_or_default())),
        }
    }

    /// The object under `key`, and nothing beside it.
    pub(super) async fn head(&self, bucket: &Bucket, key: &str) -> Read<Option<Object>> {
        let call = Call::new(HEAD_OBJECT, format!("{}/{key}", bucket.arn));
        let send = || self.s3(&bucket.region).head_object().bucket(&bucket.name).key(key).send();
        let answer = self.ask(call.clone(), &bucket.region, send).await.absent_on(&["NotFound", "NoSuchKey"])?;
        let Some(object) = answer else { return Ok(None) };
        // The answer has no body, so this alone tells it from a proxy's page.
        let etag = object.e_tag().ok_or_else(|| Fault::incomplete(call, "ETag"))?;
        Ok(Some(Object {
            key: key.to_owned(),
            content_type: object.content_type().unwrap_or_default().to_owned(),
            size: object.content_length().unwrap_or_default(),
            etag: Some(etag.to_owned()),
            changed: object.last_modified().map(DateTime::secs),
            kept: kept(&object),
        }))
    }

    /// Website hosting, `None` when it is off.
    pub async fn website(&self, bucket: &Bucket) -> Read<Option<Website>> {
        let call = Call::new(GET_BUCKET_WEBSITE, &bucket.arn);
        let send = || self.s3(&bucket.region).get_bucket_website().bucket(&bucket.name).send();
        let answer = self.ask(call, &bucket.region, send).await.absent_on(&["NoSuchWebsiteConfiguration"])?;
        Ok(answer.map(|website| Website {
            index_document: website.index_document().map(|document| document.suffix().to_owned()),
            redirects_to: website.redirect_all_requests_to().map(|redirect| redirect.host_name().to_owned()),
            routes: website.routing_rules().iter().filter_map(route).collect(),
        }))
    }

    /// The bucket policy, `None` when there is none.
    pub async fn bucket_policy(&self, bucket: &Bucket) -> Read<Option<Policy>> {
        let call = Call::new(GET_BUCKET_POLICY, &bucket.arn);
        let send = || self.s3(&bucket.region).get_bucket_policy().bucket(&bucket.name).send();
        let answer = self.ask(call.clone(), &bucket.region, send).await.absent_on(&["NoSuchBucketPolicy"])?;
        let Some(json) = answer.as_deref().and_then(|answer| answer.policy()) else { return Ok(None) };
        parsed(&call, json).map(Some)
    }

    /// The policy of the account's own bucket of that name; `None` also when there is no such bucket.
    pub async fn policy_of(&self, you: &Learner, bucket: &str) -> Read<Option<Policy>> {
        match self.bucket(you, bucket).await?.here() {
            Some(bucket) => self.bucket_policy(&bucket).await,
            None => Ok(None),
        }
    }

    /// Whether whoever asks for an object pays for that, which nobody without an account can. Nobody pays for a practice
    /// account, which is not asked.
    pub async fn requester_pays(&self, you: &Learner, bucket: &Bucket) -> Read<bool> {
        if you.practice {
            return Ok(false);
        }
        let call = Call::new(GET_BUCKET_REQUEST_PAYMENT, &bucket.arn);
        let send = || self.s3(&bucket.region).get_bucket_request_payment().bucket(&bucket.name).send();
        let answer = self.ask(call.clone(), &bucket.region, send).await?;
        answer.payer().map(|payer| *payer == Payer::Requester).ok_or_else(|| Fault::incomplete(call, "Payer"))
    }

    /// The same of the account's own bucket of that name; without one, nobody pays.
    pub async fn requester_pays_for(&self, you: &Learner, bucket: &str) -> Read<bool> {
        match self.bucket(you, bucket).await?.here() {
            Some(bucket) => self.requester_pays(you, &bucket).await,
            None => Ok(false),
        }
    }

    /// The bucket's own public access settings.
    pub async fn public_access(&self, bucket: &Bucket) -> Read<PublicAccess> {
        let call = Call::new(GET_PUBLIC_ACCESS_BLOCK, &bucket.arn);
        let send = || self.s3(&bucket.region).get_public_access_block().bucket(&bucket.name).send();
        let answer = self.ask(call, &bucket.region, send).await.absent_on(&["NoSuchPublicAccessBlockConfiguration"])?;
        Ok(answer
            .as_deref()
            .and_then(|a| a.public_access_block_configuration())
            .map_or_else(PublicAccess::default, settings))
    }

    /// The bucket's own public access settings or, where these are not all on, those of the whole account beside them.
    pub async fn public_access_in_effect(&self, you: &Learner, bucket: &Bucket) -> Read<InEffect> {
        let own = self.public_access(bucket).await?;
        if own.all_on() || you.practice {
            return Ok(InEffect { own, of_account: PublicAccess::default() });
        }
        Ok(InEffect { own, of_account: self.account_public_access(you).await? })
    }

    /// Whether the account has any bucket.
    pub(crate) async fn has_buckets(&self, you: &Learner) -> Read<bool> {
        Ok(!self.listed_buckets(you).await?.is_empty())
    }

    /// All buckets of the account, with the regions of those of the wanted name or one like it.
    async fn buckets(&self, you: &Learner, wanted: &str) -> Read<Vec<Bucket>> {
        let mut buckets = self.listed_buckets(you).await?;
        self.locate(you, wanted, &mut buckets).await?;
        Ok(buckets)
    }

    async fn listed_buckets(&self, you: &Learner) -> Read<Vec<Bucket>> {
        let call = Call::new(LIST_BUCKETS, "*");
        // Only a page with a size carries the regions (S3 API Reference, ListBuckets).
        let list = || self.s3(&you.region).list_buckets().max_buckets(1000);
        let send = |mark| list().set_continuation_token(mark).send();
        let read = |answer: &ListBucketsOutput| {
            let listed = answer.buckets.as_ref().ok_or("Buckets")?;
            let buckets = listed.iter().map(|bucket| described(you, bucket));
            Ok(Listing::marked(buckets.collect(), answer.continuation_token()))
        };
        self.all(call, "", send, read).await
    }

    /// Asks for the wanted bucket's region if the list leaves it out. The regions of similar buckets may stay unknown.
    async fn locate(&self, you: &Learner, wanted: &str, buckets: &mut [Bucket]) -> Read<()> {
        let matters =
            |bucket: &&mut Bucket| bucket.region.is_empty() && nearest(&bucket.name, &[wanted], |n| n).is_some();
        let looks = buckets.iter_mut().filter(matters).map(|bucket| async move {
            let region = self.bucket_location(you, &bucket.arn, &bucket.name).await;
            bucket.region = match region {
                Err(_) if bucket.name != wanted => "a region that cannot be read".into(),
                told => told?,
            };
            Ok(())
        });
        stream::iter(looks).buffered(AT_ONCE).try_collect().await
    }

    async fn bucket_location(&self, you: &Learner, arn: &str, name: &str) -> Read<String> {
        let call = Call::new(GET_BUCKET_LOCATION, arn);
        let answer = self.ask(call, "", || self.s3(&you.region).get_bucket_location().bucket(name).send()).await?;
        // The oldest regions answer in their own way (S3 API Reference, GetBucketLocation).
        Ok(match answer.location_constraint() {
            None => "us-east-1".to_owned(),
            Some(BucketLocationConstraint::Eu) => "eu-west-1".to_owned(),
            Some(region) if region.as_str().is_empty() => "us-east-1".to_owned(),
            Some(region) => region.as_str().to_owned(),
        })
    }

    /// If nobody has the name, AWS answers that there is no such bucket. If another account has it, AWS denies access
    /// or names another region. A refusal by the caller's own policies tells neither.
    async fn taken_by_another(&self, you: &Learner, name: &str) -> Option<NearMiss> {
        let fault = self.bucket_location(you, &you.arn(BUCKET_ARN, "", name), name).await.err()?;
        let elsewhere = fault.has_code(&["PermanentRedirect", "AuthorizationHeaderMalformed"]);
        let theirs = matches!(fault.cause(), Cause::Denied(denial) if matches!(denial.policy, PolicyType::Unnamed | PolicyType::Resource));
        let taken = elsewhere || theirs;
        taken.then(|| NearMiss {
            found: format!("another account has a bucket named {name}"),
            advice:
                "Bucket names are unique in all of AWS. If that other account is yours too, delete the bucket there; \
                     otherwise use another domain, or name your bucket differently in msl-learn.toml."
                    .into(),
        })
    }

    async fn other_key(&self, bucket: &Bucket, key: &str) -> Read<Option<NearMiss>> {
        let keys = self.first_keys(bucket).await?;
        Ok(match (nearest(key, &keys, |k| k), keys.len()) {
            (Some(near), _) => Some(NearMiss {
                found: format!("the object {near}"),
                advice: match key.contains('/') {
                    true => format!("Upload the file with the key {key}: the folder is a part of the key."),
                    false => format!("Upload it again with the key {key}: in lower case and not in a folder."),
                },
            }),
            (None, 0) => Some(NearMiss {
                found: "the bucket is empty".into(),
                advice: format!("Upload {key} into the bucket, with the content type that the walkthrough names."),
            }),
            (None, _) => None,
        })
    }

    /// The keys of the bucket's pages, of a large bucket those among its first objects.
    pub async fn page_keys(&self, bucket: &Bucket) -> Read<Vec<String>> {
        let mut keys = self.first_keys(bucket).await?;
        keys.retain(|key| key.ends_with(".html") || key.ends_with(".htm"));
        Ok(keys)
    }

    /// The keys in the bucket, of a large bucket its first: what a beginner misplaced lies among few.
    async fn first_keys(&self, bucket: &Bucket) -> Read<Vec<String>> {
        Ok(self.first_objects(bucket).await?.into_iter().map(|object| object.key).collect())
    }

    /// What is in the bucket, of a large bucket its first 10,000 objects.
    pub async fn first_objects(&self, bucket: &Bucket) -> Read<Vec<ListedObject>> {
        self.objects_under(bucket, "").await
    }

    /// The same of the keys that begin with `prefix`.
    pub(super) async fn objects_under(&self, bucket: &Bucket, prefix: &str) -> Read<Vec<ListedObject>> {
        let beginning = Some(prefix.to_owned()).filter(|prefix| !prefix.is_empty());
        let what = beginning.as_ref().map_or_else(|| bucket.arn.clone(), |prefix| format!("{}/{prefix}", bucket.arn));
        let call = Call::new(LIST_OBJECTS, what);
        let list = || self.s3(&bucket.region).list_objects_v2().bucket(&bucket.name).set_prefix(beginning.clone());
        let send = |mark| list().set_continuation_token(mark).send();
        let mut count = 0;
        let read = |answer: &ListObjectsV2Output| {
            let objects: Vec<_> = answer.contents().iter().filter_map(listed).collect();
            count += objects.len();
            let goes_on = answer.is_truncated() == Some(true);
            let page = Listing::truncated(objects, goes_on, answer.next_continuation_token());
            Ok(page.enough_if(count >= FIRST_KEYS))
        };
        self.all(call, &bucket.region, send, read).await
    }

    /// A bucket is asked in its own region; elsewhere AWS answers with a redirect.
    pub(crate) fn s3(&self, region: &str) -> Client {
        client!(self, aws_sdk_s3, region, |builder| builder.force_path_style(self.is_emulated()))
    }
}

fn listed(object: &aws_sdk_s3::types::Object) -> Option<ListedObject> {
    let size = object.size().and_then(|size| u64::try_from(size).ok()).unwrap_or_default();
    object.key().map(|key| ListedObject { key: key.to_owned(), size })
}

/// A rule for errors alone sends nobody away from a page that is there.
fn route(rule: &RoutingRule) -> Option<Route> {
    let condition = rule.condition();
    if condition.is_some_and(|condition| condition.http_error_code_returned_equals().is_some()) {
        return None;
    }
    let redirect = rule.redirect()?;
    let key = || redirect.replace_key_with().or(redirect.replace_key_prefix_with()).map(|key| format!("/{key}"));
    Some(Route {
        prefix: condition.and_then(|condition| condition.key_prefix_equals()).unwrap_or_default().to_owned(),
        to: redirect.host_name().map(str::to_owned).or_else(key).unwrap_or_else(|| "another address".into()),
    })
}

fn described(you: &Learner, bucket: &aws_sdk_s3::types::Bucket) -> Bucket {
    let name = bucket.name().unwrap_or_default().to_owned();
    let region = bucket.bucket_region().unwrap_or_default().to_owned();
    Bucket { arn: you.arn(BUCKET_ARN, "", &name), name, region }
}

fn settings(block: &PublicAccessBlockConfiguration) -> PublicAccess {
    PublicAccess {
        block_public_acls: block.block_public_acls().unwrap_or_default(),
        ignore_public_acls: block.ignore_public_acls().unwrap_or_default(),
        block_public_policy: block.block_public_policy().unwrap_or_default(),
        restrict_public_buckets: block.restrict_public_buckets().unwrap_or_default(),
    }
}
