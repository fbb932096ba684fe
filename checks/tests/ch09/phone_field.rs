//! 9.i1: which fields take a phone number, and which requests have it.

use crate::testing::account::s3::{INFO, INFO_SCRIPT, Object};
use crate::tests::*;
use ClauseVerdict::{Fails, Holds, Skipped};

const SLUG: &str = "ch09/phone_field";

fn leaked(text: String) -> &'static str {
    Box::leak(text.into_boxed_str())
}

/// The page with this instead of its field.
fn page(field: &str) -> Account {
    let body = INFO.body.replace(FIELD, field);
    assert!(INFO.body.contains(FIELD));
    solved().holding(Object { body: leaked(body), ..INFO })
}

/// The script with this instead of what it sends.
fn sending(body: &str) -> Account {
    assert!(INFO_SCRIPT.body.contains(SENT));
    solved().holding(Object { body: leaked(INFO_SCRIPT.body.replace(SENT, body)), ..INFO_SCRIPT })
}

const FIELD: &str = "<input type=tel name=phone_number>";
const SENT: &str = "JSON.stringify({ given_name: name, phone_number: phone })";

#[tokio::test]
async fn fields_are_told_by_whatever_says_what_they_are_for() {
    for field in [
        "<input name=mobile>",
        "<input type=TEL>",
        "<input autocomplete='tel-national'>",
        "<label>Phone number <input></label>",
        "<label for=a>Your phone</label><input id=a>",
        "<input placeholder='Phone, such as +12065550100'>",
        "<textarea aria-label=Telefon></textarea>",
        "<input type=tel disabled><input type=tel>",
    ] {
        expect(&page(field), SLUG, Verdict::Done, &[(Holds, "field", "a field")]).await;
    }
}

#[tokio::test]
async fn what_takes_no_number_is_named() {
    for (field, found) in [
        ("<input name=color>", "2 fields for other things"),
        ("", "one field for other things"),
        ("<input type=tel readonly>", "disabled or read-only"),
        ("<input type=hidden name=phone_number>", "nobody sees or writes into"),
        ("<input type=checkbox name=phone_ok>", "nobody sees or writes into"),
        ("<input type=number name=phone>", "Set its type to tel"),
    ] {
        expect(&page(field), SLUG, Verdict::NotDone, &[(Fails, "field", found)]).await;
    }
}

#[tokio::test]
async fn a_field_that_a_script_makes_is_not_judged() {
    let made = format!("{}\nform.append(document.createElement(\"input\"));", INFO_SCRIPT.body);
    let account = page("").holding(Object { body: leaked(made), ..INFO_SCRIPT });
    expect(&account, SLUG, Verdict::Done, &[(Skipped, "field", "makes parts of the page")]).await;
}

#[tokio::test]
async fn the_ways_to_send_the_number() {
    for body in [
        "JSON.stringify({ given_name: name, phone })",
        "JSON.stringify({ given_name: name, phone_number: phone || undefined })",
        "JSON.stringify(Object.assign({ given_name: name }, phone && { phone_number: phone }))",
        "new URLSearchParams({ given_name: name, phone_number: phone })",
    ] {
        expect(&sending(body), SLUG, Verdict::Done, &[(Holds, "number", "")]).await;
    }
    let form = sending("JSON.stringify(Object.fromEntries(new FormData(form)))");
    expect(&form, SLUG, Verdict::Done, &[(Skipped, "number", "not told from the script")]).await;
}

#[tokio::test]
async fn a_request_without_the_number_fails_whatever_else_speaks_of_phones() {
    for body in ["JSON.stringify({ given_name: name })", "JSON.stringify({ given_name: name, email: phone })"] {
        expect(&sending(body), SLUG, Verdict::NotDone, &[(Fails, "number", "a request without it")]).await;
    }
    let expected = [(Fails, "name", "a request without it"), (Fails, "number", "a request without it")];
    expect(&sending("name"), SLUG, Verdict::NotDone, &expected).await;
}

/// The page did more before it had a second field.
#[tokio::test]
async fn what_the_page_did_before_it_still_does() {
    let nameless = "JSON.stringify({ phone_number: phone })";
    expect(&sending(nameless), SLUG, Verdict::NotDone, &[(Fails, "name", "a request without it")]).await;
    const NAME: &str = "<input name=given_name>";
    assert!(INFO.body.contains(NAME), "{}", INFO.body);
    let fieldless = solved().holding(Object { body: leaked(INFO.body.replace(NAME, "")), ..INFO });
    expect(&fieldless, SLUG, Verdict::NotDone, &[(Fails, "name", "no field for a name")]).await;
    const TOKEN: &str = "Authorization: access_token";
    assert!(INFO_SCRIPT.body.contains(TOKEN), "{}", INFO_SCRIPT.body);
    let body = leaked(INFO_SCRIPT.body.replace(TOKEN, "Accept: 'application/json'"));
    let without = solved().holding(Object { body, ..INFO_SCRIPT });
    expect(&without, SLUG, Verdict::NotDone, &[(Fails, "token", "no header Authorization")]).await;
}
