//! S3: buckets, objects, website hosting, policies and public access settings.

pub mod object;
mod scripts;

use aws_sdk_s3::Client;
use aws_sdk_s3::types::{BucketLocationConstraint, PublicAccessBlockConfiguration};
use aws_smithy_types::DateTime;
use futures_util::stream::{self, StreamExt, TryStreamExt};

use crate::aws::clients::client;
use crate::aws::fault::{Call, Cause, Fault, PolicyType, Read};
use crate::aws::pages::Pages;
use crate::aws::policy_document::parsed;
use crate::aws::{Absent, Aws, operation};
use crate::documents::policy::Policy;
use crate::judgement::{Found, NearMiss};
use crate::learner::Learner;
use crate::near::nearest;

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

/// What S3 knows of an object without reading it.
#[derive(Clone, Debug)]
pub struct Object {
    pub content_type: String,
    /// In bytes.
    pub size: i64,
    /// Its entity tag, which changes with its content.
    pub etag: Option<String>,
    /// When it was put there, in seconds since 1970.
    pub changed: Option<i64>,
}

/// Website hosting as it is set for a bucket.
#[derive(Clone, Debug)]
pub struct Website {
    pub index_document: Option<String>,
    /// The host that every request is redirected to, when the bucket only redirects.
    pub redirects_to: Option<String>,
}

impl Website {
    /// What the website does, on one line.
    pub fn describe(&self) -> String {
        match (&self.redirects_to, &self.index_document) {
            (Some(host), _) => format!("every request is redirected to {host}"),
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
        let buckets = self.buckets(you).await?;
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

    /// The account's own bucket of that name, and nothing in its stead.
    pub(super) async fn own_bucket(&self, you: &Learner, name: &str) -> Read<Option<Bucket>> {
        Ok(self.buckets(you).await?.into_iter().find(|bucket| bucket.name == name))
    }

    /// The object under `key`, or the key that a beginner gave it.
    pub async fn object(&self, bucket: &Bucket, key: &str) -> Read<Found<Object>> {
        match self.head(bucket, key).await? {
            Some(object) => Ok(Found::Here(object)),
            // The answer says that it is not there; what else is may stay untold.
            None => Ok(Found::Missing(self.other_key(bucket, key).await.unwrap_or_default())),
        }
    }

    /// The object under `key`, and nothing beside it.
    pub(super) async fn head(&self, bucket: &Bucket, key: &str) -> Read<Option<Object>> {
        let call = Call::new(operation::HEAD_OBJECT, format!("{}/{key}", bucket.arn));
        let send = self.s3(&bucket.region).head_object().bucket(&bucket.name).key(key).send();
        let answer = self.ask(call.clone(), &bucket.region, send).await.absent_on(&["NotFound", "NoSuchKey"])?;
        let Some(object) = answer else { return Ok(None) };
        // The answer has no body, so that a proxy's page in its stead shows by this alone.
        let etag = object.e_tag().ok_or_else(|| Fault::incomplete(call, "ETag"))?;
        Ok(Some(Object {
            content_type: object.content_type().unwrap_or_default().to_owned(),
            size: object.content_length().unwrap_or_default(),
            etag: Some(etag.to_owned()),
            changed: object.last_modified().map(DateTime::secs),
        }))
    }

    /// Website hosting, `None` when it is off.
    pub async fn website(&self, bucket: &Bucket) -> Read<Option<Website>> {
        let call = Call::new(operation::GET_BUCKET_WEBSITE, &bucket.arn);
        let send = self.s3(&bucket.region).get_bucket_website().bucket(&bucket.name).send();
        let answer = self.ask(call, &bucket.region, send).await.absent_on(&["NoSuchWebsiteConfiguration"])?;
        Ok(answer.map(|website| Website {
            index_document: website.index_document().map(|document| document.suffix().to_owned()),
            redirects_to: website.redirect_all_requests_to().map(|redirect| redirect.host_name().to_owned()),
        }))
    }

    /// The bucket policy, `None` when there is none.
    pub async fn bucket_policy(&self, bucket: &Bucket) -> Read<Option<Policy>> {
        let call = Call::new(operation::GET_BUCKET_POLICY, &bucket.arn);
        let send = self.s3(&bucket.region).get_bucket_policy().bucket(&bucket.name).send();
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

    /// The bucket's own public access settings.
    pub async fn public_access(&self, bucket: &Bucket) -> Read<PublicAccess> {
        let call = Call::new(operation::GET_PUBLIC_ACCESS_BLOCK, &bucket.arn);
        let send = self.s3(&bucket.region).get_public_access_block().bucket(&bucket.name).send();
        let answer = self.ask(call, &bucket.region, send).await.absent_on(&["NoSuchPublicAccessBlockConfiguration"])?;
        Ok(answer
            .as_deref()
            .and_then(|a| a.public_access_block_configuration())
            .map_or_else(PublicAccess::default, settings))
    }

    /// The public access settings of the whole account, which outweigh the bucket's.
    pub async fn account_public_access(&self, you: &Learner) -> Read<PublicAccess> {
        let call = Call::new(operation::GET_ACCOUNT_PUBLIC_ACCESS_BLOCK, "*");
        let send = self.s3control().get_public_access_block().account_id(&you.account).send();
        let answer = self.ask(call, "", send).await.absent_on(&["NoSuchPublicAccessBlockConfiguration"])?;
        Ok(answer.as_deref().and_then(|a| a.public_access_block_configuration()).map_or_else(
            PublicAccess::default,
            |block| PublicAccess {
                block_public_acls: block.block_public_acls().unwrap_or_default(),
                ignore_public_acls: block.ignore_public_acls().unwrap_or_default(),
                block_public_policy: block.block_public_policy().unwrap_or_default(),
                restrict_public_buckets: block.restrict_public_buckets().unwrap_or_default(),
            },
        ))
    }

    /// The bucket's own public access settings or, where these are not all on, those of the whole account beside them.
    pub async fn public_access_in_effect(&self, you: &Learner, bucket: &Bucket) -> Read<InEffect> {
        let own = self.public_access(bucket).await?;
        if own.all_on() || you.practice {
            return Ok(InEffect { own, of_account: PublicAccess::default() });
        }
        Ok(InEffect { own, of_account: self.account_public_access(you).await? })
    }

    async fn buckets(&self, you: &Learner) -> Read<Vec<Bucket>> {
        let call = Call::new(operation::LIST_BUCKETS, "*");
        let (mut buckets, mut pages, mut token) = (Vec::new(), Pages::of(&call), None::<String>);
        loop {
            // Only a page with a size carries the regions (S3 API Reference, ListBuckets).
            let page = self.s3(&you.region).list_buckets().max_buckets(1000).set_continuation_token(token.clone());
            let answer = self.ask(call.clone(), token.as_deref().unwrap_or_default(), page.send()).await?;
            let listed = answer.buckets.as_ref().ok_or_else(|| Fault::incomplete(call.clone(), "Buckets"))?;
            for bucket in listed {
                let name = bucket.name().unwrap_or_default().to_owned();
                let region = bucket.bucket_region().unwrap_or_default().to_owned();
                buckets.push(Bucket { arn: you.bucket_arn(&name), name, region });
            }
            token = pages.next(answer.continuation_token())?;
            if token.is_none() {
                break;
            }
        }
        self.locate(you, &mut buckets).await?;
        Ok(buckets)
    }

    /// A region that the list leaves out is asked for, of the buckets that can matter; of those that are only like
    /// them it may stay untold.
    async fn locate(&self, you: &Learner, buckets: &mut [Bucket]) -> Read<()> {
        let own = [&you.names.website_bucket, &you.names.data_bucket];
        let matters = |bucket: &&mut Bucket| bucket.region.is_empty() && nearest(&bucket.name, &own, |n| n).is_some();
        let looks = buckets.iter_mut().filter(matters).map(|bucket| async move {
            let region = self.bucket_location(you, &bucket.arn, &bucket.name).await;
            bucket.region = match region {
                Err(_) if !own.contains(&&bucket.name) => "a region that cannot be read".into(),
                told => told?,
            };
            Ok(())
        });
        stream::iter(looks).buffered(AT_ONCE).try_collect().await
    }

    async fn bucket_location(&self, you: &Learner, arn: &str, name: &str) -> Read<String> {
        let call = Call::new(operation::GET_BUCKET_LOCATION, arn);
        let answer = self.ask(call, "", self.s3(&you.region).get_bucket_location().bucket(name).send()).await?;
        // The oldest regions answer in their own way (S3 API Reference, GetBucketLocation).
        Ok(match answer.location_constraint() {
            None => "us-east-1".to_owned(),
            Some(BucketLocationConstraint::Eu) => "eu-west-1".to_owned(),
            Some(region) if region.as_str().is_empty() => "us-east-1".to_owned(),
            Some(region) => region.as_str().to_owned(),
        })
    }

    /// A name that nobody has answers that there is no such bucket; one that another account has, that we may not look
    /// or that we ask in the wrong region. A refusal by the caller's own policies tells neither.
    async fn taken_by_another(&self, you: &Learner, name: &str) -> Option<NearMiss> {
        let fault = self.bucket_location(you, &you.bucket_arn(name), name).await.err()?;
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
                advice: format!("Upload it again with the key {key}: in lower case and not in a folder."),
            }),
            (None, 0) => Some(NearMiss {
                found: "the bucket is empty".into(),
                advice: format!("Upload {key} into the bucket, with the content type that the walkthrough names."),
            }),
            (None, _) => None,
        })
    }

    /// The keys in the bucket, of a large bucket its first: what a beginner misplaced lies among few.
    async fn first_keys(&self, bucket: &Bucket) -> Read<Vec<String>> {
        let call = Call::new(operation::LIST_OBJECTS, &bucket.arn);
        let (mut keys, mut pages, mut token) = (Vec::new(), Pages::of(&call), None::<String>);
        loop {
            let scope = format!("{} {}", bucket.region, token.as_deref().unwrap_or_default());
            let page = self.s3(&bucket.region).list_objects_v2().bucket(&bucket.name).set_continuation_token(token);
            let answer = self.ask(call.clone(), &scope, page.send()).await?;
            keys.extend(answer.contents().iter().filter_map(|object| object.key().map(str::to_owned)));
            let goes_on = answer.is_truncated() == Some(true);
            token = pages.after(goes_on, answer.next_continuation_token())?;
            if token.is_none() || keys.len() >= FIRST_KEYS {
                return Ok(keys);
            }
        }
    }

    pub(crate) fn s3control(&self) -> aws_sdk_s3control::Client {
        client!(self, aws_sdk_s3control, "")
    }

    /// A bucket is asked in its own region; elsewhere AWS answers with a redirect.
    pub(crate) fn s3(&self, region: &str) -> Client {
        client!(self, aws_sdk_s3, region, |builder| builder.force_path_style(self.is_emulated()))
    }
}

fn settings(block: &PublicAccessBlockConfiguration) -> PublicAccess {
    PublicAccess {
        block_public_acls: block.block_public_acls().unwrap_or_default(),
        ignore_public_acls: block.ignore_public_acls().unwrap_or_default(),
        block_public_policy: block.block_public_policy().unwrap_or_default(),
        restrict_public_buckets: block.restrict_public_buckets().unwrap_or_default(),
    }
}
