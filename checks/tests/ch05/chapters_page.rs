//! 5.1, 5.2, 5.9, 6.1 and 6.9 in a real account: what no emulator shows, and what cannot be told.

use crate::testing::account::cloudfront::invalidation;
use crate::testing::account::s3::{DATA, HOME, Object, PAGE, ROBOTS};
use crate::tests::*;
use ClauseVerdict::{CannotTell, Fails, Holds, NotReady, Skipped};
const PAGE_SLUG: &str = "ch05/chapters_page";
const INVALIDATION_SLUG: &str = "ch05/chapters_page_invalidation";
const HOME_SLUG: &str = "ch05/home_page_link";
const DATA_SLUG: &str = "ch06/data_bucket";
const ROBOTS_SLUG: &str = "ch06/robots_txt";
const LIST: &str = "cloudfront:ListInvalidations";
const ONE: &str = "cloudfront:GetInvalidation";
const NONE: &str = "<InvalidationList><Marker></Marker><MaxItems>100</MaxItems><IsTruncated>false</IsTruncated>
    <Quantity>0</Quantity></InvalidationList>";
const SCRIPT: &str = "<script src='js/a.js'></script>";

fn with(object: Object, body: &'static str) -> Account {
    solved().holding(Object { body, ..object })
}

/// The account with a page that names a script file.
fn with_script(body: &'static str) -> Account {
    with(PAGE, SCRIPT).holding(Object { at: "/example.com/js/a.js", body, ..PAGE })
}

#[tokio::test]
async fn a_script_file_of_the_bucket_counts() {
    let account = with_script("fetch('https://api.example.com/chapters')");
    expect(&account, PAGE_SLUG, Verdict::Done, &[(Holds, "asks", "it asks https://api.example.com/chapters")]).await;
    let account = with_script("fetch('/chapters')");
    expect(
        &account,
        PAGE_SLUG,
        Verdict::NotDone,
        &[(Fails, "asks", "a script that asks https://example.com/chapters")],
    )
    .await;
}

#[tokio::test]
async fn a_module_that_a_script_imports_counts() {
    let importing = with(PAGE, "<script type='module'>import { api } from './js/a.js'; fetch(api)</script>");
    let module = "import './b%20c.js'; import './a.js'";
    let account = importing.holding(Object { at: "/example.com/js/a.js", body: module, ..PAGE });
    let there = "export const api = 'https://api.example.com/chapters'";
    let account = account.holding(Object { at: "/example.com/js/b%20c.js", body: there, ..PAGE });
    expect(&account, PAGE_SLUG, Verdict::Done, &[]).await;
}

#[tokio::test]
async fn a_script_file_that_is_not_there_is_named_and_one_that_cannot_be_read_tells_nothing() {
    let missing = with_script("")
        .answers_to("s3:HeadObject", "/js/a.js", status(404, ""))
        .answers("s3:ListObjectsV2", ok("<ListBucketResult></ListBucketResult>"));
    expect(&missing, PAGE_SLUG, Verdict::NotDone, &[(Fails, "asks", "The page names the script js/a.js")]).await;
    let refused = with_script("").answers_to("s3:GetObject", "/js/a.js", error("s3:", (403, "AccessDenied"), "no"));
    expect(&refused, PAGE_SLUG, Verdict::CannotTell, &[(CannotTell, "asks", "no")]).await;
}

#[tokio::test]
async fn a_page_is_read_whole_or_not_at_all() {
    let large = Box::leak("x".repeat((1 << 20) + 1).into_boxed_str());
    expect(&with(PAGE, large), PAGE_SLUG, Verdict::CannotTell, &[(CannotTell, "asks", "more than is read of a page")])
        .await;
    let shortened = solved().shortened("s3:GetObject", 90);
    expect(&shortened, PAGE_SLUG, Verdict::CannotTell, &[(CannotTell, "asks", "bytes of")]).await;
    let changed = Answer::Http { status: 200, headers: &[("etag", "\"9\"")], body: PAGE.body.into() };
    let changed = solved().answers_to("s3:GetObject", "/chapters.html", changed);
    expect(&changed, PAGE_SLUG, Verdict::CannotTell, &[(CannotTell, "asks", "changed while it was read")]).await;
    // Nothing can be asked of an object without a byte.
    let empty = with(PAGE, "").answers_to("s3:GetObject", "/chapters.html", error("s3:", (416, "InvalidRange"), "no"));
    expect(&empty, PAGE_SLUG, Verdict::NotDone, &[(Fails, "asks", "no script that asks for anything")]).await;
}

#[tokio::test]
async fn an_invalidation_under_way_is_waited_for() {
    let under_way = invalidation("I1", "<Path>/chapters.html</Path>").replace("Completed", "InProgress");
    let account = solved().answers_to(ONE, "/I1", ok(under_way));
    let exceptions = &[(NotReady, "invalidated", "InProgress"), (NotReady, "invalidated", "look again in 20 seconds")];
    expect(&account, INVALIDATION_SLUG, Verdict::NotReady, exceptions).await;
}

#[tokio::test]
async fn the_nearest_invalidation_is_named() {
    let of = |paths: &str| {
        let account = [("/I1", "I1"), ("/I2", "I2"), ("/I3", "I3"), ("/I0", "I0")];
        let answer = |id| ok(invalidation(id, paths));
        account.into_iter().fold(solved(), |account, (part, id)| account.answers_to(ONE, part, answer(id)))
    };
    for (paths, text) in [
        ("<Path>/Chapters.html</Path>", "Capital letters count"),
        ("<Path>/chapters%2Ehtml</Path>", "Write the path as it is, /chapters.html"),
        ("<Path>/website/chapters.html</Path>", "begins at the top of the website"),
        ("<Path>#pages</Path>", "Tags are not looked into"),
        ("<Path>/index.html</Path>", "the invalidation I3 of /index.html"),
        ("<Path>/chapters</Path>", "Create an invalidation of /chapters.html"),
    ] {
        expect(&of(paths), INVALIDATION_SLUG, Verdict::NotDone, &[(Fails, "invalidated", text)]).await;
    }
    let later = of("<Path>/*</Path>").holding(Object { changed: "Wed, 14 Jan 2026 00:00:00 GMT", ..PAGE });
    expect(&later, INVALIDATION_SLUG, Verdict::NotDone, &[(Fails, "invalidated", "I3 of /*, from before the upload")])
        .await;
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
    expect(&account, INVALIDATION_SLUG, Verdict::NotDone, &exceptions).await;
    let refused = account.answers_to(LIST, "/E2/", error(LIST, (403, "AccessDenied"), "no"));
    expect(&refused, INVALIDATION_SLUG, Verdict::NotDone, &[(Fails, "invalidated", "no invalidation")]).await;
}

#[tokio::test]
async fn too_many_invalidations_and_a_page_of_unknown_age_cannot_be_told() {
    let row = "<InvalidationSummary><Id>I3</Id><CreateTime>2026-01-12T00:00:00Z</CreateTime><Status>Completed</Status>
        </InvalidationSummary>";
    let list = format!("<Items>{}", row.repeat(40));
    let account = solved().edited(LIST, "<Items>", &list);
    let account = account.answers(ONE, ok(invalidation("I3", "<Path>/other</Path>")));
    expect(&account, INVALIDATION_SLUG, Verdict::CannotTell, &[(CannotTell, "invalidated", "more than are read")])
        .await;
    let ageless = [("content-type", "text/html"), ("content-length", "9"), ("etag", "\"2\"")];
    let headers: &'static [_] = Box::leak(Box::new(ageless));
    let head = Answer::Http { status: 200, headers, body: String::new() };
    let account = solved().answers_to("s3:HeadObject", "/chapters.html", head);
    expect(&account, INVALIDATION_SLUG, Verdict::CannotTell, &[(CannotTell, "invalidated", "LastModified")]).await;
}

#[tokio::test]
async fn a_copy_from_before_the_upload_does_only_where_it_may() {
    let old = World::cloudfront_object("Content-Type: text/html", "ETag: \"0\"");
    let account = solved().amid(World::solved().replies("https://example.com/chapters.html", old).open());
    expect(&account, PAGE_SLUG, Verdict::Done, &[(Holds, "served", "an older copy")]).await;
    let exception = [(Fails, "served", "Create one more invalidation, for /chapters.html")];
    expect(&account, INVALIDATION_SLUG, Verdict::NotDone, &exception).await;
}

#[tokio::test]
async fn what_visitors_get_instead_of_the_file_is_told() {
    let forbidden = Reply::page("403 Forbidden", &["X-Amz-Cf-Id: 1"], "<Error><Code>AccessDenied</Code></Error>");
    let account = solved().amid(World::solved().replies("https://example.com/robots.txt", forbidden).open());
    let exception = [(Fails, "served", "and that robots.txt is in the bucket")];
    expect(&account, ROBOTS_SLUG, Verdict::NotDone, &exception).await;
}

#[tokio::test]
async fn the_home_page_is_forgotten_by_either_of_its_paths() {
    for path in ["/", "/index.html", "/*", "/i*"] {
        let account = solved().answers_to(ONE, "/I2", ok(invalidation("I2", &format!("<Path>{path}</Path>"))));
        expect(&account, HOME_SLUG, Verdict::Done, &[]).await;
    }
    let account = with(HOME, "<a href='/Chapters.html'>x</a>");
    let exception = [(Fails, "link", "https://example.com/Chapters.html")];
    expect(&account, HOME_SLUG, Verdict::NotDone, &exception).await;
}

#[tokio::test]
async fn the_whole_account_may_block_public_access_for_the_data_bucket() {
    let open = solved().answers("s3:GetPublicAccessBlock", ok(s3::public_access(false)));
    expect(&open, DATA_SLUG, Verdict::NotDone, &[(Fails, "settings", "on: none")]).await;
    let blocked = open.answers("s3control:GetPublicAccessBlock", ok(s3::public_access(true)));
    expect(&blocked, DATA_SLUG, Verdict::Done, &[(Holds, "settings", "for the whole account")]).await;
}

#[tokio::test]
async fn data_in_the_websites_bucket_is_named_and_what_cannot_be_looked_at_there_hides_nothing() {
    let missing = solved()
        .answers_to("s3:HeadObject", "example-data.s3", status(404, ""))
        .answers("s3:ListObjectsV2", ok("<ListBucketResult></ListBucketResult>"));
    let published = missing.clone().answers_to("s3:HeadObject", "/example.com/chapters.json", status(200, ""));
    let published = published.holding(Object { at: "/example.com/chapters.json", ..DATA });
    let skipped = [(Skipped, "type", ""), (Skipped, "chapters", "")];
    for (account, text) in [
        (published, "the object chapters.json in the bucket example.com"),
        (missing.answers_to("s3:HeadObject", "/example.com/chapters.json", status(403, "")), "the bucket is empty"),
    ] {
        let exceptions = [&[(Fails, "data", text)], skipped.as_slice()].concat();
        expect(&account, DATA_SLUG, Verdict::NotDone, &exceptions).await;
    }
}

#[tokio::test]
async fn what_the_data_lacks_is_named() {
    for (body, text) in [
        ("{\"chapters\": []}", "one object"),
        ("[]", "an array without entries"),
        ("[1]", "entry 1 of the array is a number and no object"),
        ("[{\"id\": 1, \"title\": \"a\"}]", "entry 1 of the array has no member description"),
        ("[{\"id\": \"1\", \"title\": \"a\", \"description\": \"\"}]", "has a text as id, not a number"),
        ("[{\"id\": 1, \"title\": \"a\", \"description\": \"\",}]", "no JSON: trailing comma"),
        ("", "no JSON"),
    ] {
        expect(&with(DATA, body), DATA_SLUG, Verdict::NotDone, &[(Fails, "chapters", text)]).await;
    }
}

#[tokio::test]
async fn text_in_utf_16_is_named() {
    // Bytes that are no UTF-8 cannot stand in these answers, so that the mark alone is tried, in `aws/object.rs`.
    let account = with(ROBOTS, "\u{feff}User-agent: *\nDisallow: /");
    expect(&account, ROBOTS_SLUG, Verdict::Done, &[]).await;
}
