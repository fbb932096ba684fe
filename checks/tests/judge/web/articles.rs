//! What the API answers, as its visitors get it: articles that pages of the website may read.

use crate::tests::*;
use ClauseVerdict::{CannotTell, Fails, Holds};

/// The exercise that asks for it first.
const SLUG: &str = "ch05/api_alias";
const PAGE: &str = "https://api.example.com/chapters";
const EVERYONE: &[&str] = &["Access-Control-Allow-Origin: *"];
const ONE: &str = r#"[{"id": 1, "title": "One", "description": "The first"}]"#;

#[tokio::test]
async fn the_api_must_answer_with_articles_that_the_website_may_read() {
    let ok_with = |body: &str| World::api_answer("200 OK", EVERYONE, body);
    let origin = |origin: &str| World::api_answer("200 OK", &[&format!("Access-Control-Allow-Origin: {origin}")], ONE);
    let error = |status: &str, message: &str| World::api_answer(status, &[], &format!(r#"{{"message": "{message}"}}"#));
    let twice = serde_json::json!(ONE).to_string();
    for (reply, says) in [
        (World::api_answer("200 OK", &[], ONE), "without that header"),
        (origin("https://example.com/"), "without a slash at its end"),
        (origin("https://www.example.com"), "Access-Control-Allow-Origin: https://www.example.com"),
        (World::api_answer("200 OK", &[EVERYONE[0], EVERYONE[0]], ONE), "Access-Control-Allow-Origin: *, *"),
        (ok_with("[]"), "an empty array"),
        (ok_with(r#"[{"id": 1, "title": "One"}]"#), "no description"),
        (ok_with(r#"[{"title": "One", "description": ""}]"#), "no id"),
        (ok_with(r#"[{"id": {"N": "1"}, "title": {"S": "One"}, "description": {"S": ""}}]"#), "document client"),
        (ok_with(&twice), "Call JSON.stringify"),
        (ok_with(r#""Hello from Lambda!""#), "the code that the console puts into a new function"),
        (ok_with(r#"{"statusCode": 200, "body": "[]"}"#), "Turn on Lambda proxy integration"),
        (ok_with(r#"{"chapters": []}"#), "a JSON object, not an array"),
        (ok_with("<p>hello"), "no JSON"),
        (error("403 Forbidden", "Forbidden"), "Check the base path mapping"),
        (error("403 Forbidden", "Missing Authentication Token"), "deploy the API again"),
        (error("401 Unauthorized", "Unauthorized"), "Everyone may read the chapters"),
        (error("404 Not Found", "Not Found"), "an HTTP API"),
        (error("500 Internal Server Error", "Internal server error"), "The integration of the method is broken"),
        (error("500 Internal Server Error", "The chapters cannot be read."), "its log says why"),
        (error("502 Bad Gateway", "Internal server error"), "Look at its log group"),
        (error("504 Gateway Timeout", "Endpoint request timed out"), "took too long"),
        (World::cloudfront_page(), "an answer that is not the API's"),
    ] {
        let account = solved().amid(World::solved().replies(PAGE, reply).open());
        expect(&account, SLUG, Verdict::NotDone, &[(Fails, "answers", says)]).await;
    }
    for reply in [ok_with(ONE), origin("https://example.com")] {
        let account = solved().amid(World::solved().replies(PAGE, reply).open());
        expect(&account, SLUG, Verdict::Done, &[(Holds, "answers", "HTTP status 200, 1 chapter")]).await;
    }
    let busy = solved().amid(World::solved().replies(PAGE, error("429 Too Many Requests", "Too Many Requests")).open());
    expect(&busy, SLUG, Verdict::CannotTell, &[(CannotTell, "answers", "on AWS's side")]).await;
    let portal = Reply::page("200 OK", &["Content-Type: application/json"], ONE);
    let account = solved().amid(World::solved().replies(PAGE, portal).open());
    expect(&account, SLUG, Verdict::CannotTell, &[(CannotTell, "answers", "not AWS answered")]).await;
}
