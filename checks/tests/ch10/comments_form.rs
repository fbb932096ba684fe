//! 10.i2: which page takes comments, what it takes them with, and what it sends.

use crate::testing::account::own::{COMMENTS_PAGE, COMMENTS_SCRIPT};
use crate::testing::account::s3::Object;
use crate::tests::*;
use ClauseVerdict::{Fails, Holds, Skipped};

const SLUG: &str = "ch10/comments_form";
const SENT: &str = "JSON.stringify({ comment })";

fn leaked(text: &str) -> &'static str {
    Box::leak(text.to_owned().into_boxed_str())
}

/// The script with `to` instead of `from`.
fn script(from: &str, to: &str) -> Account {
    assert!(COMMENTS_SCRIPT.body.contains(from), "{from}");
    solved().holding(Object { body: leaked(&COMMENTS_SCRIPT.body.replace(from, to)), ..COMMENTS_SCRIPT })
}

/// The page with this instead of its field.
fn field(field: &str) -> Account {
    const FIELD: &str = "<textarea name=comment></textarea>";
    assert!(COMMENTS_PAGE.body.contains(FIELD));
    solved().holding(Object { body: leaked(&COMMENTS_PAGE.body.replace(FIELD, field)), ..COMMENTS_PAGE })
}

#[tokio::test]
async fn the_page_is_told_from_others() {
    let findings = check(&solved(), SLUG).await;
    assert!(says(finding(&findings, "page"), "comments.html"), "{findings:#?}");
    let keys = s3::KEYS.replace("<Key>comments.html</Key>", "<Key>about.html</Key>");
    let about = Object { at: "/example.com/about.html", body: "<p>About us.", ..COMMENTS_PAGE };
    let without = solved().answers("s3:ListObjectsV2", ok(keys)).holding(about);
    expect(&without, SLUG, Verdict::NotDone, &[(Fails, "page", "which do other things")]).await;
}

#[tokio::test]
async fn fields_that_take_it_and_fields_that_do_not() {
    for right in ["<input>", "<input type=text name=feedback>", "<textarea disabled></textarea><textarea></textarea>"] {
        expect(&field(right), SLUG, Verdict::Done, &[(Holds, "field", "")]).await;
    }
    for (wrong, found) in [
        ("", "no field"),
        ("<input type=checkbox>", "one field for other things"),
        ("<textarea readonly></textarea>", "disabled or read-only"),
    ] {
        expect(&field(wrong), SLUG, Verdict::NotDone, &[(Fails, "field", found)]).await;
    }
    let editable = field("<p contenteditable>");
    expect(&editable, SLUG, Verdict::Done, &[(Skipped, "field", "makes parts of the page")]).await;
}

#[tokio::test]
async fn the_request_leads_to_a_path_of_the_learners_own() {
    let path = "api.example.com/comments";
    let of_stage = check(&script(path, "a1b2.execute-api.us-east-1.amazonaws.com/v1/comments"), SLUG).await;
    let sends = finding(&of_stage, "sends");
    assert!(sends.verdict == Holds && says(sends, "stays"), "{of_stage:#?}");
    for (from, to, found) in [
        (path, "api.example.com/chapters", "requests to other addresses"),
        // The API has POST /comments.
        (path, "api.example.com/comment", "POST /comment, which it has not"),
        (path, "api.example.com/Comments", "POST /Comments, which it has not"),
        ("method: \"POST\"", "method: \"PUT\"", "PUT /comments, which it has not"),
        ("https://api.", "http://api.", "a request to http:"),
    ] {
        let findings = check(&script(from, to), SLUG).await;
        let sends = finding(&findings, "sends");
        assert!(sends.verdict == Fails && says(sends, found), "{findings:#?}");
    }
    let handed_on = script("https://api.example.com/comments", "/api/comments");
    let findings = check(&handed_on, SLUG).await;
    assert_eq!(finding(&findings, "sends").verdict, Skipped, "{findings:#?}");
    let open = script("\"https://api.example.com/comments\"", "location.hash.slice(1)");
    let expected = [(Skipped, "sends", "puts the address together"), (Skipped, "body", ""), (Skipped, "token", "")];
    expect(&open, SLUG, Verdict::Done, &expected).await;
}

/// Before there is a method for comments, any path may become its path.
#[tokio::test]
async fn the_page_may_come_before_the_method() {
    let path = "api.example.com/comments";
    let account = script(path, "api.example.com/opinions");
    let before = account.edited("apigateway:GetResources", "/comments\"", "/images/all\"");
    expect(&before, SLUG, Verdict::Done, &[(Holds, "sends", "/opinions"), (Skipped, "token", "no such method yet")])
        .await;
}

#[tokio::test]
async fn the_body_arrives() {
    for right in ["new FormData(form)", "JSON.stringify({ a: 1 })", "made()"] {
        expect(&script(SENT, right), SLUG, Verdict::Done, &[(Holds, "body", "")]).await;
    }
    let object = script(SENT, "{ comment }");
    expect(&object, SLUG, Verdict::NotDone, &[(Fails, "body", "[object Object]")]).await;
    let none = script(&format!("body: {SENT}"), "cache: \"no-store\"");
    expect(&none, SLUG, Verdict::NotDone, &[(Fails, "body", "without a body")]).await;
}
