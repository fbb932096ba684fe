//! Judgements of the requests with which a page's scripts change something through the API.

use crate::aws::fault::Read;
use crate::documents::address::Address;
use crate::documents::code::{Code, Run, Sending, Value};
use crate::judge::apigateway::authorizer::Token;
use crate::judge::web::page::{asks_api, not_told, requests_to};
use crate::judge::web::script::told;
use crate::judge::web::storage::member_token;
use crate::judgement::{Found, Judgement};
use crate::services::s3::web_page::WebPage;

const HEADER: &str = "Authorization";

/// A script of the page sends a request of this verb to the API at the address.
pub fn sends(code: &Code, page: &WebPage, verb: &str, wanted: &Address) -> Judgement {
    let judged = asks_api(code, &page.address, &page.content.text, wanted);
    let run = code.in_browser();
    if !judged.does_hold() {
        let is_silent = judged.does_fail() && run.asked().is_empty();
        return if is_silent { judged.but_absent() } else { judged };
    }
    let requests = sent(&run, page, wanted);
    let is_other = |found: &Value| match found.text() {
        Some(found) => found.is_whole() && !found.value().eq_ignore_ascii_case(verb),
        None => *found == Value::Missing,
    };
    if requests.iter().all(|request| request.verb.all(is_other)) {
        let found =
            requests.iter().flat_map(|request| request.verb.texts()).next().map_or("GET", |found| found.value());
        return Judgement::fails(format!("{verb} {wanted}"), format!("{found} {wanted}"))
            .advising(format!("The API has {verb} there, and answers no other verb: add method: \"{verb}\"."));
    }
    judged
}

/// The same of a page that may not be in the bucket, which is another clause's matter.
pub fn page_sends(page: &Read<Found<WebPage>>, verb: &str, wanted: &Address) -> Read<Judgement> {
    match page {
        Ok(Found::Here(page)) => told(page, |code| sends(code, page, verb, wanted)),
        Ok(Found::Missing(_)) => Ok(Judgement::skips("there is no page to read")),
        Err(fault) => Err(fault.clone()),
    }
}

const ACCESS_TOKEN: &str = "the header Authorization, with the access token";
const ID_TOKEN: &str = "the header Authorization, with the ID token";

/// The request has the access token in its header Authorization.
pub fn sends_access_token(code: &Code, page: &WebPage, wanted: &Address) -> Judgement {
    const EXPECTED: &str = ACCESS_TOKEN;
    let run = code.in_browser();
    let requests = sent(&run, page, wanted);
    if requests.is_empty() {
        return Judgement::skips("there is no such request to read");
    }
    let headers: Vec<_> = requests.iter().map(|request| run.header(request, HEADER)).collect();
    let has = |is: &dyn Fn(&Value) -> bool| headers.iter().any(|values| values.any(is));
    let all = |is: &dyn Fn(&Value) -> bool| headers.iter().all(|values| values.all(is));
    if has(&|value| member_token(value) == Some("access_token")) {
        return Judgement::holds(EXPECTED);
    }
    if all(&Value::is_nothing) {
        return Judgement::fails(EXPECTED, "no header Authorization").advising(
            "The authorizer lets nobody pass without a token: add headers: { Authorization: tokens.access_token }.",
        );
    }
    if all(&|value| run.method_of(value) == Some("getItem") || run.is_given_by(value, &["JSON", "parse"])) {
        return Judgement::fails(EXPECTED, "the header Authorization, with all that is kept")
            .advising("What is kept is JSON with several tokens. Take one out of it: JSON.parse(kept).access_token.");
    }
    if all(&|value| member_token(value) == Some("refresh_token")) {
        return Judgement::fails(EXPECTED, "the header Authorization, with the refresh token")
            .advising("A refresh token is for Cognito alone. Send access_token.");
    }
    if all(&|value| member_token(value) == Some("id_token")) {
        return not_told(
            "it sends the ID token, which an authorizer takes for a method without scopes alone, and a function can change no attributes with",
        );
    }
    if has(&|value| value.text().is_some_and(|text| text.value().starts_with("Bearer "))) {
        return not_told(
            "it writes Bearer before the token, which the authorizer takes, and the function must take off",
        );
    }
    not_told("it puts the header together while it runs")
}

/// Whether the page's scripts send such requests, each with the ID token and nothing else in the header Authorization.
pub fn sends_id_token(page: &WebPage, wanted: &Address) -> Read<bool> {
    let scripts = page.scripts.as_ref().map_err(Clone::clone)?;
    let run = scripts.code.in_browser();
    let requests = sent(&run, page, wanted);
    let is_id = |request: &Sending| run.header(request, HEADER).all(|value| member_token(value) == Some("id_token"));
    Ok(!requests.is_empty() && requests.iter().all(is_id))
}

/// The request fits the token that the method takes: an ID token without scopes, an access token with them. Without the method
/// it fits as it is.
pub fn sends_token(page: &WebPage, wanted: &Address, taken: Option<Token>) -> Read<Judgement> {
    let sends_id = sends_id_token(page, wanted)?;
    let judged = told(page, |code| sends_access_token(code, page, wanted))?;
    Ok(match taken {
        Some(Token::Id) if sends_id => Judgement::holds(ID_TOKEN),
        Some(Token::Id) if judged.does_hold() => Judgement::fails(ID_TOKEN, ACCESS_TOKEN).advising(
            "The method has no scope, and so takes ID tokens alone. Edit its method request, add the scope \
             aws.cognito.signin.user.admin, and deploy the API again.",
        ),
        Some(Token::Access) if sends_id => Judgement::fails(ACCESS_TOKEN, ID_TOKEN)
            .advising("The method has a scope, and so takes access tokens alone. Send tokens.access_token."),
        _ => judged,
    })
}

fn sent(run: &Run<'_>, page: &WebPage, wanted: &Address) -> Vec<Sending> {
    requests_to(run, &page.address, wanted).iter().map(|request| run.sending(request)).collect()
}
