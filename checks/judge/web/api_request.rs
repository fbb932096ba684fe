//! Judgements of the requests with which a page's scripts change something through the API.

use crate::aws::fault::Read;
use crate::documents::address::Address;
use crate::documents::code::{Code, Run, Sending, Value, ValueSet};
use crate::findings::short;
use crate::judge::apigateway::authorizer::Token;
use crate::judge::apigateway::mock;
use crate::judge::apigateway::visitors::Taking;
use crate::judge::web::cors::Asking;
use crate::judge::web::page::{asks_api, is_beaconed, is_of_browser, not_told, requests_to};
use crate::judge::web::script::told;
use crate::judge::web::sign_in::PLACEHOLDER;
use crate::judge::web::storage::{KEPT, member_token, taken_of_other};
use crate::judgement::{Found, Judgement};
use crate::services::s3::web_page::WebPage;

const HEADER: &str = "Authorization";

/// A script of the page sends a request of this verb to the API at the address.
pub fn sends(code: &Code, page: &WebPage, verb: &str, wanted: &Address) -> Judgement {
    let judged = asks_api(code, &page.address, &page.content.text, wanted);
    let run = code.in_browser();
    if !judged.does_hold() && is_beaconed(&run, &page.address, wanted) {
        return Judgement::fails(format!("{verb} {wanted}, with a token"), "navigator.sendBeacon, which sends no header")
            .advising(format!(
                "The authorizer lets nobody pass without a token. Ask with fetch, which keeps on when the page is left if it has \
                 keepalive: true: await fetch(\"{wanted}\", {{ method: \"{verb}\", headers: {{ Authorization: … }} }})."
            ));
    }
    if !judged.does_hold() {
        let is_silent = judged.does_fail() && run.asked().is_empty();
        return if is_silent { judged.but_absent() } else { judged };
    }
    let requests = sent(&run, page, wanted);
    if requests.iter().all(|request| !request.is_sent) {
        return Judgement::fails(format!("{verb} {wanted}"), "a request that is opened, and never sent")
            .advising("After open and setRequestHeader, call send().");
    }
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
    judged.but(no_text(&requests)).but(broken_off(&run, page, wanted))
}

/// What is wrong with the body of each of these requests: it is an object.
fn no_text(requests: &[Sending]) -> Option<Judgement> {
    let is_object = |value: &Value| matches!(value, Value::Object(_));
    requests.iter().all(|request| request.body.all(is_object)).then(|| {
        Judgement::fails("a text as the body", "an object, of which a browser sends the text [object Object]")
            .advising("Make JSON of it: body: JSON.stringify({ … }).")
    })
}

/// Why what is sent is lost: the page is left while each of these requests is under way.
fn broken_off(run: &Run<'_>, page: &WebPage, wanted: &Address) -> Option<Judgement> {
    requests_to(run, &page.address, wanted).iter().all(|asked| run.is_broken_off(asked)).then(|| {
        Judgement::fails(
            "a request that is waited for before the page is left",
            "the page is left right after the request is sent, or before",
        )
        .advising(
            "The browser then breaks the request off. Write await before it, and before the call of the function that it stands \
             in, so that location changes only afterwards, as the last thing. Or give fetch the option keepalive: true.",
        )
    })
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
    let other = |value: &Value| taken_of_other(&run, value, KEPT);
    if has(&|value| member_token(value) == Some("access_token") && other(value).is_none()) {
        return Judgement::holds(EXPECTED);
    }
    let first = || headers.iter().flat_map(|values| values.iter()).find_map(other);
    if let Some((found, advice)) = first().filter(|_| all(&|value| other(value).is_some())) {
        return Judgement::fails(EXPECTED, format!("the header Authorization, with {found}")).advising(advice);
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
    if let Some(judgement) = no_token(&run, &headers) {
        return judgement;
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

/// What is sent in every case, and is no token for certain.
fn no_token(run: &Run<'_>, headers: &[ValueSet]) -> Option<Judgement> {
    let all = |is: &dyn Fn(&Value) -> bool| headers.iter().all(|values| values.all(is));
    let first = || headers.iter().flat_map(|values| values.iter()).next();
    if all(&|value| run.method_of(value) == Some("json")) {
        let judged = Judgement::fails(ACCESS_TOKEN, "the header Authorization, with the whole answer of Cognito");
        return Some(
            judged
                .advising("An object becomes the text [object Object]. Take the token out of it: tokens.access_token."),
        );
    }
    if all(&|value| misnamed(run, value).is_some()) {
        let name = first().and_then(|value| misnamed(run, value))?;
        let judged = Judgement::fails(ACCESS_TOKEN, format!("the header Authorization, with {name}"));
        return Some(judged.advising(format!(
            "Cognito's answer has no member {name}, and so undefined is sent. Write access_token, with a low line."
        )));
    }
    // A name that nothing declares ends the script, unless a script that is not read here does.
    if all(&|value| undeclared(value).is_some()) {
        let name = first().and_then(undeclared)?;
        let judged = Judgement::absent(ACCESS_TOKEN, format!("the header Authorization, with {name}"));
        return Some(judged.advising(format!(
            "Nothing in the script has the name {name}: the browser ends the script there. Write the name under which the script \
             has Cognito's answer, and .access_token."
        )));
    }
    let is_plain = |value: &Value| value.text().is_some_and(|text| text.is_whole() && !text.value().starts_with("ey"));
    if all(&is_plain) {
        let text = first().and_then(Value::text).map_or("", |text| text.value());
        let judged = Judgement::fails(ACCESS_TOKEN, format!("the header Authorization, with the text {}", short(text)));
        return Some(
            judged.advising("That is a text, and no token. Leave the quotation marks out: tokens.access_token."),
        );
    }
    None
}

/// A member of Cognito's answer that is called like a token, and is not there.
fn misnamed<'v>(run: &Run<'_>, value: &'v Value) -> Option<&'v str> {
    const LIKE_TOKENS: [&str; 5] = ["accesstoken", "idtoken", "refreshtoken", "token", "jwt"];
    let Value::Result { call, path } = value else { return None };
    let [name] = path.as_slice() else { return None };
    let whole = Value::Result { call: *call, path: Vec::new() };
    let plain = name.to_ascii_lowercase().replace(['_', '-'], "");
    let is_like = LIKE_TOKENS.contains(&plain.as_str()) && member_token(value).is_none();
    let is_answer = run.method_of(&whole) == Some("json") || run.is_given_by(&whole, &["JSON", "parse"]);
    (is_like && is_answer).then_some(name.as_str())
}

/// A name that neither the scripts nor the browser has.
fn undeclared(value: &Value) -> Option<&str> {
    match value {
        Value::Outside { module, path } if module.is_empty() && path.len() == 1 => {
            Some(path[0].as_str()).filter(|name| !is_of_browser(name))
        }
        _ => None,
    }
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
    let judged = told(page, |code| sends_access_token(code, page, wanted).but(nobody(code, page)))?;
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

/// Why no token comes: the script does not say which app client asks.
fn nobody(code: &Code, page: &WebPage) -> Option<Judgement> {
    let is_left = |text: &str| text == PLACEHOLDER || text.contains(&format!("client_id={PLACEHOLDER}"));
    code.texts().any(is_left).then(|| {
        let place = page.place_of(PLACEHOLDER).map_or_else(String::new, |place| format!(", in {place}"));
        Judgement::fails("the id of your app client", format!("{PLACEHOLDER}{place}")).advising(format!(
            "Cognito gives no token to {PLACEHOLDER}, and nobody can sign in. Write your app client's id there, and upload the file \
             again."
        ))
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
            Some(taking) if requests.iter().all(with_cookies) && !mock::allows_cookies(taking.options.as_ref()) => {
                Judgement::fails("a request without cookies", "credentials: \"include\"").advising(
                    "Browsers then want Access-Control-Allow-Credentials of the API, and refuse the origin '*'. Leave credentials \
                     out: who asks is told by the token in the header Authorization.",
                )
            }
            _ if headers.is_empty() => Judgement::holds("no header of which browsers ask is seen"),
            None => Judgement::skips(NO_METHOD),
            Some(taking) => mock::allows_each(taking.options.as_ref(), Asking { verb, headers: &headers }, domain),
        }
    })
}

fn with_cookies(request: &Sending) -> bool {
    request.credentials.all(|value| value.text().is_some_and(|text| text.value() == "include"))
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
