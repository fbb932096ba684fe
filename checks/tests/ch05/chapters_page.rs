//! 5.1: pages and their scripts in a real account, and what cannot be told of them.

use crate::testing::account::s3::{Object, PAGE};
use crate::tests::*;
use ClauseVerdict::{CannotTell, Fails, Holds, Skipped};

const SLUG: &str = "ch05/chapters_page";
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
    expect(&account, SLUG, Verdict::Done, &[(Holds, "asks", "it asks https://api.example.com/chapters")]).await;
    let account = with_script("fetch('/chapters')");
    expect(&account, SLUG, Verdict::NotDone, &[(Fails, "asks", "a script that asks https://example.com/chapters")])
        .await;
}

#[tokio::test]
async fn a_module_that_a_script_imports_counts() {
    let importing = with(PAGE, "<script type='module'>import { api } from './js/a.js'; fetch(api)</script>");
    let module = "import './b%20c.js'; import './a.js'";
    let account = importing.holding(Object { at: "/example.com/js/a.js", body: module, ..PAGE });
    let there = "export const api = 'https://api.example.com/chapters'";
    let account = account.holding(Object { at: "/example.com/js/b%20c.js", body: there, ..PAGE });
    expect(&account, SLUG, Verdict::Done, &[]).await;
}

#[tokio::test]
async fn a_script_file_that_is_not_there_is_named_and_one_that_cannot_be_read_tells_nothing() {
    let missing = with_script("")
        .answers_to("s3:HeadObject", "/js/a.js", status(404, ""))
        .answers("s3:ListObjectsV2", ok("<ListBucketResult></ListBucketResult>"));
    expect(&missing, SLUG, Verdict::NotDone, &[(Fails, "asks", "The page names the script js/a.js")]).await;
    let refused = with_script("").answers_to("s3:GetObject", "/js/a.js", error("s3:", (403, "AccessDenied"), "no"));
    expect(&refused, SLUG, Verdict::CannotTell, &[(CannotTell, "asks", "no")]).await;
}

#[tokio::test]
async fn a_page_is_read_whole_or_not_at_all() {
    let large = Box::leak("x".repeat((1 << 20) + 1).into_boxed_str());
    expect(&with(PAGE, large), SLUG, Verdict::CannotTell, &[(CannotTell, "asks", "more than is read of a page")]).await;
    let shortened = solved().shortened("s3:GetObject", 90);
    expect(&shortened, SLUG, Verdict::CannotTell, &[(CannotTell, "asks", "bytes of")]).await;
    let changed = Answer::Http { status: 200, headers: &[("etag", "\"9\"")], body: PAGE.body.into() };
    let changed = solved().answers_to("s3:GetObject", "/chapters.html", changed);
    expect(&changed, SLUG, Verdict::CannotTell, &[(CannotTell, "asks", "changed while it was read")]).await;
    // Nothing can be asked of an object without a byte.
    let empty = with(PAGE, "").answers_to("s3:GetObject", "/chapters.html", error("s3:", (416, "InvalidRange"), "no"));
    let expected = [(Fails, "readable", "0 bytes"), (Fails, "asks", "no script that asks for anything")];
    expect(&empty, SLUG, Verdict::NotDone, &expected).await;
}

#[tokio::test]
async fn a_copy_from_before_the_upload_does_here() {
    let old = World::cloudfront_object("Content-Type: text/html", "ETag: \"0\"");
    let account = solved().amid(World::solved().replies("https://example.com/chapters.html", old).open());
    expect(&account, SLUG, Verdict::Done, &[(Holds, "served", "an older copy")]).await;
}

/// The page with this header besides those of every object.
fn packed(encoding: &'static str) -> Account {
    let headers: &'static [_] = Box::leak(Box::new([
        ("content-type", "text/html"),
        ("content-length", "7"),
        ("etag", "\"2\""),
        ("content-encoding", encoding),
    ]));
    let head = Answer::Http { status: 200, headers, body: String::new() };
    let page = with(PAGE, "no page");
    page.answers_to("s3:HeadObject", "/example.com/chapters.html", head)
}

#[tokio::test]
async fn a_page_that_is_packed_is_judged_by_what_comes_of_it() {
    expect(&packed("br"), SLUG, Verdict::Done, &[(Skipped, "asks", "packed with br")]).await;
    let broken = (Fails, "asks", "Content-Encoding gzip of a file that is not packed with it");
    expect(&packed("gzip"), SLUG, Verdict::NotDone, &[broken]).await;
    expect(&packed("utf-8"), SLUG, Verdict::NotDone, &[(Fails, "asks", "no script that asks for anything")]).await;
}

#[tokio::test]
async fn a_script_of_another_host_may_ask_and_one_of_ones_own_that_asks_elsewhere_is_wrong() {
    const LIBRARY: &str = "<script src=https://cdn.example.org/a.js></script>";
    let silent = with(PAGE, "<script src=https://cdn.example.org/a.js></script><script>let a = 1</script>");
    expect(&silent, SLUG, Verdict::Done, &[(Skipped, "asks", "a script that is not read here")]).await;
    let page = Box::leak(format!("{LIBRARY}<script>fetch('/chapters')</script>").into_boxed_str());
    expect(&with(PAGE, page), SLUG, Verdict::NotDone, &[(Fails, "asks", "https://example.com/chapters")]).await;
}
