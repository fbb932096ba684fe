//! A real account in which chapters 4 to 6 are done, as AWS answers for it; tests change an answer or two.

mod account;

use std::sync::LazyLock;

use super::answers::{self, *};
use crate::doubles::{Account, World, code, ok};
use crate::outside::Outside;
pub use account::{api, function, role, site, table};

/// The worlds that no test changes are opened once.
static AFTER_4_8: LazyLock<Outside> = LazyLock::new(|| World::solved().open());
static AFTER_6_5: LazyLock<Outside> =
    LazyLock::new(|| World::solved().with_code(&[("index.mjs", code::FROM_BUCKET)]).open());
static AFTER_4_4: LazyLock<Outside> = LazyLock::new(|| World::website().open());

/// The account after exercise 6.10: the bucket is private, and the distribution serves it.
pub fn solved() -> Account {
    account::after_chapter_6(Account::empty().amid(AFTER_4_8.clone()))
}

/// The account after exercise 4.4: S3 serves the website to everyone.
pub fn website() -> Account {
    solved()
        .amid(AFTER_4_4.clone())
        .answers_to("route53:ListResourceRecordSets", "name=example.com", ok(S3_ALIAS_RECORD))
        .answers("s3:GetPublicAccessBlock", ok(public_access(false)))
        .answers("s3:GetBucketPolicy", ok(EVERYONE_READS))
        .answers("s3:GetBucketWebsite", ok(WEBSITE))
}

/// The account after exercise 6.5: the function reads from the bucket.
pub fn reading_bucket() -> Account {
    solved().amid(AFTER_6_5.clone())
}

/// The account as `solved`, or as it was before a later exercise undid this one.
pub fn solved_for(slug: &str) -> Account {
    match slug {
        "ch04/s3_website_hosting" | "ch04/s3_website_record" => website(),
        "ch05/mock_integration" => api::mocked(solved()),
        "ch06/function_reads_s3" => reading_bucket(),
        _ => solved(),
    }
}
