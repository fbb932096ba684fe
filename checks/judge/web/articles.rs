//! Judgements of the API as the website's visitors meet it: the articles, the CORS header, and what API Gateway says
//! when there are none.

use serde_json::Value;

use crate::judge::web::cors::OwnPages;
use crate::judgement::Judgement;
use crate::outside::web::{Answer, Data, Page, Responder};

const ARTICLES: &str = "HTTP status 200 with a JSON array of objects with id, title and description";

/// The API answers with the articles, and lets the pages of `domain` read them.
pub fn answered(answer: &Answer, domain: &str) -> Judgement {
    let page = match answer {
        Answer::Page(page) => page,
        Answer::OtherNames(names) => return other_names(names),
    };
    if page.responder != Responder::ApiGateway {
        return Judgement::fails(ARTICLES, format!("an answer that is not the API's: {}", page.describe())).advising(
            "The name leads to S3 or to CloudFront. Point its record at the target of the API's custom domain name.",
        );
    }
    match (page.status, &page.data) {
        (200, Data::Json(value)) => count(value).map_or_else(|wrong| wrong, |count| allowed(page, domain, count)),
        (200, Data::Other) => Judgement::fails(ARTICLES, format!("no JSON: {}", page.describe())),
        (200, Data::TooLarge) => Judgement::fails(ARTICLES, "more than 1 MiB (1,048,576 bytes)"),
        _ => refused(page),
    }
}

/// What API Gateway answers in place of the API (API Gateway Developer Guide, "Gateway response types for API Gateway";
/// Knowledge Center, "How do I troubleshoot HTTP 403 errors from API Gateway?").
fn refused(page: &Page) -> Judgement {
    let message = page.code.as_deref().unwrap_or_default();
    let advice = match (page.status, message) {
        (403, "Forbidden") => {
            "API Gateway has the name, and no API behind this path. Check the base path mapping of the custom domain name (exercise 5.7); of the API's own address, whether its default endpoint is disabled."
        }
        (403, "Missing Authentication Token") => {
            "API Gateway knows no GET on this path in the stage. Check the path, deploy the API again, and see that GET asks for no authorization."
        }
        (401 | 403, _) => {
            "The method or the API's resource policy asks who is there. Everyone may read the chapters: set the authorization of the method to NONE, ask for no API key, and deploy again."
        }
        (404, _) => {
            "There is no such route. A REST API answers otherwise: does the name lead to an HTTP API or to another stage?"
        }
        (500, "Internal server error") => {
            "The integration of the method is broken: API Gateway may not invoke the function (its resource-based policy, exercise 5.12), or a template of the mock integration is wrong (exercise 5.5)."
        }
        // API Gateway passes on what the function answers.
        (500, _) => {
            "The function itself answers so: its log says why. Often its role may not read the data, or the name of the data is another in its code."
        }
        (502, _) => {
            "The function failed, or answered in a form that API Gateway does not take: it must return an object with a number statusCode and a text body (JSON.stringify). Look at its log group."
        }
        (504, _) => {
            "The function took too long. Look at its log group, and raise its timeout if it needs more than that."
        }
        _ => return Judgement::fails(ARTICLES, page.describe()),
    };
    let log = page.log.as_ref().map_or_else(String::new, |log| format!("; the function's log: {log}"));
    Judgement::fails(ARTICLES, page.describe() + &log).advising(advice)
}

/// How many articles there are.
pub fn count(value: &Value) -> Result<usize, Judgement> {
    let items = value.as_array().ok_or_else(|| no_array(value))?;
    let first = items.first().ok_or_else(|| Judgement::fails(ARTICLES, "an empty array"))?;
    match items.iter().find_map(lacks) {
        None => Ok(items.len()),
        Some(_) if is_in_dynamodb_notation(first) => Err(Judgement::fails(
            ARTICLES,
            "an array with the types that DynamoDB writes, such as {\"N\": \"1\"}",
        )
        .advising(
            "Use the document client (DynamoDBDocumentClient in JavaScript, the table resource in Python), which turns items into plain values.",
        )),
        Some(member) => Err(Judgement::fails(ARTICLES, format!("an array with an entry that has no {member}"))),
    }
}

/// The first member of an article that is missing or of another kind.
fn lacks(item: &Value) -> Option<&'static str> {
    let is_id = |id: &Value| id.is_number() || id.is_string();
    if !item.get("id").is_some_and(is_id) {
        return Some("id");
    }
    ["title", "description"].into_iter().find(|name| !item.get(name).is_some_and(Value::is_string))
}

fn is_in_dynamodb_notation(item: &Value) -> bool {
    let is_typed =
        |value: &Value| value.as_object().is_some_and(|o| o.len() == 1 && o.keys().all(|key| key.len() <= 4));
    ["id", "title"].into_iter().all(|name| item.get(name).is_some_and(is_typed))
}

fn no_array(value: &Value) -> Judgement {
    let is_array = |text: &str| serde_json::from_str::<Value>(text).is_ok_and(|inner| inner.is_array());
    match value {
        Value::String(text) if text.starts_with("Hello from Lambda") => {
            Judgement::fails(ARTICLES, "the greeting of the code that the console puts into a new function")
                .advising("Replace the function's code by your own (exercise 5.10) and choose Deploy in its editor.")
        }
        Value::String(text) if is_array(text) => Judgement::fails(ARTICLES, "the array as a text within JSON")
            .advising("The array is turned into text twice. Call JSON.stringify (json.dumps in Python) once."),
        Value::Object(members) if members.contains_key("statusCode") && members.contains_key("body") => {
            Judgement::fails(ARTICLES, "the function's whole answer, statusCode and body included")
                .advising("Turn on Lambda proxy integration for the method (exercise 5.12), then deploy the API again.")
        }
        Value::Object(_) => Judgement::fails(ARTICLES, "a JSON object, not an array"),
        _ => Judgement::fails(ARTICLES, "JSON that is no array"),
    }
}

/// Browsers keep an answer from a page of another origin, unless this header names the origin or everyone.
fn allowed(page: &Page, domain: &str, count: usize) -> Judgement {
    let pages = OwnPages::at(domain);
    let (origin, expected) = (&pages.origin, pages.expected());
    match page.allow_origin.as_deref() {
        Some(allowed) if pages.may_read(allowed) => {
            Judgement::holds(format!("HTTP status 200, {}, Access-Control-Allow-Origin: {allowed}", counted(count)))
        }
        Some(other) => Judgement::fails(expected, format!("Access-Control-Allow-Origin: {other}"))
            .advising(format!("Write * or {origin} there, without a slash at its end, and deploy the API again.")),
        None => Judgement::fails(expected, "the chapters without that header").advising(
            "Browsers keep the answer from your pages. Add the header to what the method answers: with a mock in the integration response (exercise 5.5), with a function in its own answer (exercise 5.10).",
        ),
    }
}

pub fn counted(articles: usize) -> String {
    if articles == 1 { "1 chapter".into() } else { format!("{articles} chapters") }
}

fn other_names(names: &str) -> Judgement {
    Judgement::fails(ARTICLES, format!("a certificate for {names}")).advising(
        "The name leads to a server of AWS's that does not have it. Point its record at the target that the custom domain name shows, with that target's hosted zone id.",
    )
}
