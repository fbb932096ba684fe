//! What later exercises undo on purpose, and how the account was before they did.

use std::fs;

use super::account::{account_info, apigateway, route53, s3};
use super::answers::{Answers, ok};
use super::{World, code};

/// The account and the world around it before an exercise that undoes what earlier ones made.
pub struct Undone {
    /// The exercise that undoes. What it undoes are the exercises that name it as `superseded_by`.
    pub by: &'static str,
    /// Turns the account in which everything is done into the one before.
    pub before: fn(Answers) -> Answers,
    pub world: fn() -> World,
}

/// A successor that leaves what it succeeds as it was, such as a policy that allows more, has no row.
pub const UNDONE: &[Undone] = &[
    Undone { by: "ch04/s3_website_hosting_off", before: public, world: World::website },
    Undone { by: "ch04/cloudfront_aliases", before: public, world: World::website },
    Undone { by: "ch05/lambda_integration", before: apigateway::mocked, world: World::solved },
    Undone { by: "ch06/function_scans_table", before: |account| account, world: reading_bucket },
    Undone { by: "ch09/publish_policy", before: account_info::mailing, world: mailing },
    Undone { by: "ch09/put_account_info_publishes", before: account_info::mailing, world: mailing },
];

/// S3 serves the website to everyone.
fn public(account: Answers) -> Answers {
    account
        .answers_to("route53:ListResourceRecordSets", "name=example.com", ok(route53::S3_ALIAS_RECORD))
        .answers("s3:GetPublicAccessBlock", ok(s3::public_access(false)))
        .answers("s3:GetBucketPolicy", ok(s3::EVERYONE_READS))
        .answers("s3:GetBucketWebsite", ok(s3::WEBSITE))
}

/// The function reads from the bucket.
fn reading_bucket() -> World {
    World::solved().with_code(&[("index.mjs", code::FROM_BUCKET)])
}

/// The function of the account page sends mail itself.
fn mailing() -> World {
    World::solved().with_account_code(&[("index.mjs", code::ACCOUNT_INFO_MAILS)])
}

/// Whether the exercise is not done any more in the account in which everything is done.
pub fn is_undone(slug: &str) -> bool {
    undone(slug).is_some()
}

/// How it was before the exercise was undone; none if it still stands.
pub fn undone(slug: &str) -> Option<&'static Undone> {
    let successor = successor(slug)?;
    UNDONE.iter().find(|undone| undone.by == successor)
}

/// The later exercise that undoes or replaces this one, as its `exercise.toml` says.
pub fn successor(slug: &str) -> Option<String> {
    let file = format!("{}/../exercises/{slug}/exercise.toml", env!("CARGO_MANIFEST_DIR"));
    let text = fs::read_to_string(&file).unwrap_or_else(|error| panic!("{file}: {error}"));
    let value = text.lines().find_map(|line| line.strip_prefix("superseded_by = "))?;
    Some(value.trim_matches('"').to_owned())
}
