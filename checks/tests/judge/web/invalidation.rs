//! What every exercise about the invalidation of one page tells: copies that are older than the page, or than what it loads.

use crate::testing::account::s3::Object;
use crate::tests::*;
use ClauseVerdict::{Fails, Holds, NotReady, Skipped};

const LATER: &str = "Thu, 15 Jan 2026 00:00:00 GMT";
const HIDDEN: Expected<'static> = (Skipped, "served", "needs: invalidated");

/// An exercise about the invalidation of a page.
pub struct Case<'a> {
    pub slug: &'static str,
    pub address: &'static str,
    /// The page, and what it loads.
    pub files: &'a [Object],
    /// Their names.
    pub names: &'static str,
}

impl Case<'_> {
    pub async fn holds(self) {
        self.each_file_counts_by_itself().await;
        self.one_under_way_is_waited_for().await;
        self.visitors_get_what_is_in_the_bucket().await;
    }

    async fn each_file_counts_by_itself(&self) {
        expect(&solved(), self.slug, Verdict::Done, &[(Holds, "invalidated", self.names)]).await;
        for file in self.files {
            let account = solved().holding(Object { changed: LATER, ..*file });
            let expected = [(Fails, "invalidated", "from before the upload"), HIDDEN];
            expect(&account, self.slug, Verdict::NotDone, &expected).await;
        }
    }

    async fn one_under_way_is_waited_for(&self) {
        let under_way = cloudfront::invalidation("I4", cloudfront::SIGNED_IN).replace("Completed", "InProgress");
        let account = solved().answers_to("cloudfront:GetInvalidation", "/I4", ok(under_way));
        let expected = [(NotReady, "invalidated", "InProgress"), HIDDEN];
        expect(&account, self.slug, Verdict::NotReady, &expected).await;
    }

    async fn visitors_get_what_is_in_the_bucket(&self) {
        let old = World::cloudfront_object("Content-Type: text/html", "ETag: \"0\"");
        let account = solved().amid(World::solved().replies(self.address, old).open());
        expect(&account, self.slug, Verdict::NotDone, &[(Fails, "served", "an older copy of it")]).await;
    }
}
