//! Judgements of the requests with which a page's scripts change something through the API.

use crate::aws::fault::Read;
use crate::documents::address::Address;
use crate::documents::code::{Code, Run, Sending, Value};
use crate::judge::apigateway::authorizer::Token;
use crate::judge::apigateway::mock;
use crate::judge::apigateway::visitors::Taking;
use crate::judge::web::cors::Asking;
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

const NO_METHOD: &str = "the API has no such method yet";

/// What every page may send without asking, beside the types of forms (Fetch Standard, "CORS-safelisted request-header").
const SAFE: [&str; 4] = ["accept", "accept-language", "content-language", "range"];
const FORMS: [&str; 3] = ["application/x-www-form-urlencoded", "multipart/form-data", "text/plain"];

/// Browsers let the page send its headers, since OPTIONS of what it calls allows them.
pub fn headers_allowed(
    page: &WebPage,
    wanted: &Address,
    (verb, domain): (&str, &str),
    taking: Option<&Taking>,
) -> Read<Judgement> {
    told(page, |code| {
        let run = code.in_browser();
        let requests = sent(&run, page, wanted);
        let names: Vec<String> = requests.iter().flat_map(|request| asked_about(&run, request)).collect();
        let headers: Vec<&str> = names.iter().map(String::as_str).collect();
        match taking {
            _ if requests.is_empty() => Judgement::skips("there is no such request to read"),
            _ if headers.is_empty() => Judgement::holds("no header of which browsers ask is seen"),
            None => Judgement::skips(NO_METHOD),
            Some(taking) => mock::allows_each(taking.options.as_ref(), Asking { verb, headers: &headers }, domain),
        }
    })
}

/// The headers of which browsers ask before they send them.
fn asked_about(run: &Run<'_>, request: &Sending) -> Vec<String> {
    let is_form = run.media_type(request).is_some_and(|kind| FORMS.contains(&kind.as_str()));
    let is_safe = |name: &String| {
        let name = name.to_ascii_lowercase();
        SAFE.contains(&name.as_str()) || (is_form && name == "content-type")
    };
    run.header_names(request).into_iter().filter(|name| !is_safe(name)).collect()
}

/// The method has a mapping template for the type of what the page sends; a proxy needs none.
pub fn fits_template(page: &WebPage, wanted: &Address, taking: Option<&Taking>) -> Read<Judgement> {
    told(page, |code| {
        let Some(taking) = taking else { return Judgement::skips(NO_METHOD) };
        let templates = taking.method.integration.iter().filter(|of| !of.kind.ends_with("PROXY"));
        let kinds: Vec<&str> = templates.flat_map(|of| of.request.keys().map(String::as_str)).collect();
        let run = code.in_browser();
        let sent: Vec<String> = sent(&run, page, wanted).iter().filter_map(|request| run.media_type(request)).collect();
        if kinds.is_empty() || sent.is_empty() {
            return Judgement::skips("there is no mapping template, or the type of what is sent is not seen");
        }
        match sent.iter().find(|kind| !kinds.iter().any(|one| one.eq_ignore_ascii_case(kind))) {
            None => Judgement::holds(sent.join(", ")),
            Some(other) => Judgement::fails(kinds.join(" or "), format!("a body of the type {other}")).advising(format!(
                "API Gateway chooses the mapping template by the type of the body, and has none for {other}: what it asks then \
                 gets the body as it is, or you get 415. Leave the body out, which the template does not need. Or send the header \
                 Content-Type with {}, and let OPTIONS allow it.",
                kinds[0]
            )),
        }
    })
}

fn sent(run: &Run<'_>, page: &WebPage, wanted: &Address) -> Vec<Sending> {
    requests_to(run, &page.address, wanted).iter().map(|request| run.sending(request)).collect()
}
