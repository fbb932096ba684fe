//! 5.2: invalidations under way, of other paths and of other distributions, and too many of them.

use crate::testing::account::cloudfront::invalidation;
use crate::testing::account::s3::{Object, PAGE};
use crate::tests::*;
use ClauseVerdict::{CannotTell, Fails, NotReady};

const SLUG: &str = "ch05/chapters_page_invalidation";
const LIST: &str = "cloudfront:ListInvalidations";
const ONE: &str = "cloudfront:GetInvalidation";
const NONE: &str = "<InvalidationList><Marker></Marker><MaxItems>100</MaxItems><IsTruncated>false</IsTruncated>
    <Quantity>0</Quantity></InvalidationList>";

#[tokio::test]
async fn an_invalidation_under_way_is_waited_for() {
    let under_way = invalidation("I1", "<Path>/chapters.html</Path>").replace("Completed", "InProgress");
    let account = solved().answers_to(ONE, "/I1", ok(under_way));
    let exceptions = &[(NotReady, "invalidated", "InProgress"), (NotReady, "invalidated", "look again in 20 seconds")];
    expect(&account, SLUG, Verdict::NotReady, exceptions).await;
}

#[tokio::test]
async fn the_nearest_invalidation_is_named() {
    let of = |paths: &str| {
        let account = [("/I1", "I1"), ("/I2", "I2"), ("/I3", "I3"), ("/I4", "I4"), ("/I0", "I0")];
        let answer = |id| ok(invalidation(id, paths));
        account.into_iter().fold(solved(), |account, (part, id)| account.answers_to(ONE, part, answer(id)))
    };
    for (paths, text) in [
        ("<Path>/Chapters.html</Path>", "Capital letters count"),
        ("<Path>/chapters%2Ehtml</Path>", "Write the path as it is, /chapters.html"),
        ("<Path>/website/chapters.html</Path>", "begins at the top of the website"),
        ("<Path>#pages</Path>", "Tags are not looked into"),
        ("<Path>/index.html</Path>", "the invalidation I4 of /index.html"),
        ("<Path>/chapters</Path>", "Create an invalidation of /chapters.html"),
    ] {
        expect(&of(paths), SLUG, Verdict::NotDone, &[(Fails, "invalidated", text)]).await;
    }
    let later = of("<Path>/*</Path>").holding(Object { changed: "Thu, 15 Jan 2026 00:00:00 GMT", ..PAGE });
    expect(&later, SLUG, Verdict::NotDone, &[(Fails, "invalidated", "I4 of /*, from before the upload")]).await;
}

#[tokio::test]
async fn an_invalidation_of_another_distribution_is_named() {
    let other = cloudfront::DISTRIBUTIONS
        .split_once("<Items>")
        .unwrap()
        .1
        .rsplit_once("</Items></DistributionList>")
        .unwrap()
        .0;
    let other = other.replace("E1", "E2").replace("<CNAME>example.com</CNAME>", "<CNAME>shop.example.com</CNAME>");
    let list = format!("</DistributionSummary>{other}</Items></DistributionList>");
    let account = solved()
        .edited("cloudfront:ListDistributions", "</DistributionSummary></Items></DistributionList>", &list)
        .answers_to(LIST, "/E1/", ok(NONE));
    let exceptions = [(Fails, "invalidated", "one of the distribution E2")];
    expect(&account, SLUG, Verdict::NotDone, &exceptions).await;
    let refused = account.answers_to(LIST, "/E2/", error(LIST, (403, "AccessDenied"), "no"));
    expect(&refused, SLUG, Verdict::NotDone, &[(Fails, "invalidated", "no invalidation")]).await;
}

#[tokio::test]
async fn too_many_invalidations_and_a_page_of_unknown_age_cannot_be_told() {
    let row = "<InvalidationSummary><Id>I3</Id><CreateTime>2026-01-12T00:00:00Z</CreateTime><Status>Completed</Status>
        </InvalidationSummary>";
    let list = format!("<Items>{}", row.repeat(40));
    let account = solved().edited(LIST, "<Items>", &list);
    let account = account.answers(ONE, ok(invalidation("I3", "<Path>/other</Path>")));
    expect(&account, SLUG, Verdict::CannotTell, &[(CannotTell, "invalidated", "more than are read")]).await;
    let ageless = [("content-type", "text/html"), ("content-length", "9"), ("etag", "\"2\"")];
    let headers: &'static [_] = Box::leak(Box::new(ageless));
    let head = Answer::Http { status: 200, headers, body: String::new() };
    let account = solved().answers_to("s3:HeadObject", "/chapters.html", head);
    expect(&account, SLUG, Verdict::CannotTell, &[(CannotTell, "invalidated", "LastModified")]).await;
}

#[tokio::test]
async fn a_copy_from_before_the_upload_is_told() {
    let old = World::cloudfront_object("Content-Type: text/html", "ETag: \"0\"");
    let account = solved().amid(World::solved().replies("https://example.com/chapters.html", old).open());
    let exception = [(Fails, "served", "Create one more invalidation, for /chapters.html")];
    expect(&account, SLUG, Verdict::NotDone, &exception).await;
}
