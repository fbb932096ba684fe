//! Judgements of how a page's scripts ask the endpoints of the sign-in pages: to exchange a code for tokens, and to revoke
//! them (Amazon Cognito Developer Guide, "Token endpoint" and "Revoke endpoint").

use crate::documents::address::Address;
use crate::documents::code::{Code, Run, Sending, Value, ValueSet};
use crate::findings::short;
use crate::judge::web::page::{asks_sign_in, not_told, requests_to};
use crate::judge::web::script::has_word;
use crate::judge::web::sign_in::{PLACEHOLDER, SignIn};
use crate::judge::web::storage::{KEPT, member_token, taken_of_other};
use crate::judgement::Judgement;
use crate::services::s3::web_page::WebPage;

const EXCHANGE: &str = "/oauth2/token";
const REVOKE: &str = "/oauth2/revoke";
const FORM: &str = "application/x-www-form-urlencoded";

/// What is wrong with a request: what it should have, what it has, and what to do.
struct Fault {
    expected: String,
    found: String,
    advice: String,
}

/// The requests of a page to one of the endpoints.
struct Sent<'r> {
    run: &'r Run<'r>,
    requests: Vec<Sending>,
}

impl<'r> Sent<'r> {
    fn of(run: &'r Run<'r>, page: &WebPage, to: SignIn<'_>, path: &str) -> Self {
        let requests = requests_to(run, &page.address, &Address::https(to.domain, path));
        Self { run, requests: requests.iter().map(|request| run.sending(request)).collect() }
    }

    /// Of several requests one that is right is enough.
    fn judged(&self, judged: Judgement, fault: impl Fn(&Sending) -> Option<Fault>) -> Judgement {
        let faults: Vec<Option<Fault>> = self.requests.iter().map(fault).collect();
        if !judged.does_hold() || faults.iter().any(Option::is_none) {
            return judged;
        }
        match faults.into_iter().flatten().next() {
            Some(fault) => Judgement::fails(fault.expected, fault.found).advising(fault.advice),
            None => judged,
        }
    }

    /// What the request's form has under a name.
    fn field(&self, request: &Sending, name: &str) -> ValueSet {
        self.run.entry(&request.body, name)
    }

    /// Whether the request lacks the field for certain.
    fn lacks(&self, request: &Sending, name: &str) -> bool {
        self.field(request, name).all(Value::is_nothing)
    }

    /// What a field is instead of what it should be, if that is certain.
    fn wrong(&self, request: &Sending, name: &str, is_right: impl Fn(&str) -> bool) -> Option<String> {
        let values = self.field(request, name);
        let is_wrong = |value: &Value| match value.text() {
            Some(text) => text.is_whole() && !is_right(text.value()),
            None => value.is_nothing(),
        };
        let found = values.texts().next().map(|text| format!("{name}={}", text.value()));
        values.all(is_wrong).then(|| found.unwrap_or_else(|| format!("no {name}")))
    }

    /// What every request to an endpoint needs.
    fn fault_of_form(&self, request: &Sending) -> Option<Fault> {
        let is_other = |verb: &Value| match verb.text() {
            Some(verb) => verb.is_whole() && !verb.value().eq_ignore_ascii_case("POST"),
            None => *verb == Value::Missing,
        };
        let verbs = &request.verb;
        if verbs.all(is_other) {
            let found = verbs.texts().next().map_or("GET", |verb| verb.value());
            return Some(fault("POST", found, "Cognito takes this request by POST alone: add method: \"POST\"."));
        }
        let (kind, body) = (self.run.header(request, "Content-Type"), &request.body);
        let advice = || {
            format!(
                "Cognito reads a form alone: send new URLSearchParams({{ … }}) as the body, with the content type {FORM}."
            )
        };
        if body.all(|body| self.run.is_given_by(body, &["JSON", "stringify"])) {
            return Some(fault(FORM, "a body in JSON", advice()));
        }
        let of_fields = |body: &Value| self.run.is_given_by(body, &["FormData"]);
        if body.all(of_fields) {
            return Some(fault(FORM, "a FormData, which goes out as multipart/form-data", advice()));
        }
        if body.all(|body| matches!(body, Value::Object(_))) {
            return Some(fault(FORM, "an object, of which a browser sends the text [object Object]", advice()));
        }
        let is_form = |kind: &str| kind.trim().to_ascii_lowercase().starts_with(FORM);
        if kind.all(|kind| kind.text().is_some_and(|kind| kind.is_whole() && !is_form(kind.value()))) {
            let found = kind.texts().next().map_or("", |kind| kind.value());
            return Some(fault(FORM, format!("the content type {found}"), advice()));
        }
        let is_plain_text = body.all(|body| body.text().is_some()) && kind.all(|kind| *kind == Value::Missing);
        is_plain_text.then(|| fault(FORM, "a text as the body, and no content type", advice()))
    }
}

/// A script exchanges the code for tokens.
pub fn exchanges(code: &Code, page: &WebPage, to: SignIn<'_>) -> Judgement {
    let run = code.in_browser();
    let sent = Sent::of(&run, page, to, EXCHANGE);
    sent.judged(asks(code, page, to, EXCHANGE, true), |request| {
        sent.fault_of_form(request).or_else(|| fault_of_exchange(&sent, request, to))
    })
}

fn fault_of_exchange(sent: &Sent<'_>, request: &Sending, to: SignIn<'_>) -> Option<Fault> {
    const GRANT: &str = "authorization_code";
    if let Some(found) = sent.wrong(request, "grant_type", |grant| grant == GRANT) {
        let advice = format!("The page has a code to exchange: send grant_type={GRANT}.");
        return Some(fault(format!("grant_type={GRANT}"), found, advice));
    }
    if sent.lacks(request, "code") {
        return Some(fault("code", "no code", "Send the code that stands in the page's own address."));
    }
    if let Some(found) = other_parameter(sent, request) {
        return Some(fault(
            "code, of the query in the page's own address",
            found,
            "Cognito adds ?code=… to the address: new URLSearchParams(location.search).get(\"code\"), in small letters.",
        ));
    }
    let callbacks = &to.client.callbacks;
    let found = sent.wrong(request, "redirect_uri", |address| callbacks.iter().any(|own| own == address))?;
    Some(fault(
        format!("redirect_uri={}", callbacks.join(" or ")),
        found,
        "Cognito compares the address with the one of the log-in link, letter by letter: send the same.",
    ))
}

/// What of the page's own address is sent as the code, if that is certainly something else.
fn other_parameter(sent: &Sent<'_>, request: &Sending) -> Option<String> {
    let is_other = |(key, part): &(String, String)| key != "code" || part == "hash";
    let other = |value: &Value| sent.run.parameter_of_address(value).filter(is_other);
    let values = sent.field(request, "code");
    let (key, part) = values.iter().find_map(other).filter(|_| values.all(|value| other(value).is_some()))?;
    Some(format!("the parameter {key} of location.{part}"))
}

/// A script revokes the refresh token.
pub fn revokes(code: &Code, page: &WebPage, to: SignIn<'_>) -> Judgement {
    let run = code.in_browser();
    let sent = Sent::of(&run, page, to, REVOKE);
    sent.judged(asks(code, page, to, REVOKE, false), |request| {
        sent.fault_of_form(request).or_else(|| fault_of_revocation(&sent, request))
    })
}

fn fault_of_revocation(sent: &Sent<'_>, request: &Sending) -> Option<Fault> {
    const EXPECTED: &str = "token, with the refresh token";
    if sent.lacks(request, "token") {
        return Some(fault(EXPECTED, "no token", "Send the refresh token as the field token."));
    }
    let token = sent.field(request, "token");
    if token.all(|value| value.text().is_some_and(|text| text.is_whole())) {
        let text = token.texts().next().map_or("", |text| text.value());
        let advice =
            "That is a text, and no token. Take the token out of what is kept: JSON.parse(kept).refresh_token.";
        return Some(fault(EXPECTED, format!("token, with the text {}", short(text)), advice));
    }
    let of_other = |value: &Value| taken_of_other(sent.run, value, KEPT);
    if let Some((found, advice)) =
        token.iter().find_map(of_other).filter(|_| token.all(|value| of_other(value).is_some()))
    {
        return Some(fault(EXPECTED, format!("token, with {found}"), advice));
    }
    let other = token.iter().find_map(member_token).filter(|token| *token != "refresh_token")?;
    token.all(|value| member_token(value) == Some(other)).then(|| {
        let advice =
            "Cognito revokes refresh tokens alone, and with one all tokens that came of it: send refresh_token.";
        fault(EXPECTED, format!("token, with the {other}"), advice)
    })
}

/// The request that exchanges the code names the app client.
pub fn exchanges_as(code: &Code, page: &WebPage, to: SignIn<'_>) -> Judgement {
    names_client(code, page, to, EXCHANGE)
}

/// The request that revokes the token names the app client.
pub fn revokes_as(code: &Code, page: &WebPage, to: SignIn<'_>) -> Judgement {
    names_client(code, page, to, REVOKE)
}

fn names_client(code: &Code, page: &WebPage, to: SignIn<'_>, path: &str) -> Judgement {
    let run = code.in_browser();
    let (sent, id) = (Sent::of(&run, page, to, path), to.client.id.as_str());
    let expected = format!("client_id={id}");
    if sent.requests.is_empty() {
        return Judgement::skips("there is no such request to read");
    }
    let fields = || sent.requests.iter().map(|request| sent.field(request, "client_id"));
    if fields().any(|values| values.texts().any(|text| text.value() == id)) {
        return Judgement::holds(expected);
    }
    let wrong = sent.requests.iter().map(|request| sent.wrong(request, "client_id", |found| found == id));
    let Some(found) = wrong.collect::<Option<Vec<_>>>().and_then(|wrong| wrong.into_iter().next()) else {
        return match page.content.text.contains(id) || code.texts().any(|text| text.contains(id)) {
            true => Judgement::holds(format!("{id} in the page")),
            false => not_told("it takes the app client's id from elsewhere while it runs"),
        };
    };
    let place = |text: &str| page.place_of(text).map_or_else(String::new, |place| format!(", in {place}"));
    let advice = match found.strip_prefix("client_id=") {
        Some(PLACEHOLDER) => format!(
            "Write the app client's id, {id}, where {PLACEHOLDER} stands{}, and upload the file again.",
            place(PLACEHOLDER)
        ),
        Some(other) => format!("The script names another app client{}. Write {id} there.", place(other)),
        None => "A client without a secret says by client_id who it is: add it to the form.".into(),
    };
    Judgement::fails(expected, found).advising(advice)
}

/// If the log-in links send the hash of a verifier, the exchange sends the verifier (RFC 7636, section 4.5).
pub fn sends_verifier(code: &Code, page: &WebPage, to: SignIn<'_>, hashing: Option<&str>) -> Judgement {
    let run = code.in_browser();
    let sent = Sent::of(&run, page, to, EXCHANGE);
    if sent.requests.is_empty() {
        return Judgement::skips("there is no such request to read");
    }
    let lacks = sent.requests.iter().all(|request| sent.lacks(request, "code_verifier"));
    match (lacks, hashing) {
        (false, Some(_)) => Judgement::holds("it sends code_verifier"),
        (false, None) => Judgement::holds("it sends code_verifier").advising(
            "No log-in link of index.html or chapters.html is seen to send a code_challenge. A script that insists on its own \
             state and verifier then signs nobody in: give the links the script sign-in.js of exercise 7.4.",
        ),
        (true, None) => Judgement::holds("no code_verifier, and no log-in link with a code_challenge").advising(
            "With a code_challenge in the log-in links, and its code_verifier here, a code that somebody reads out of a log is worth nothing.",
        ),
        (true, Some(name)) => {
            Judgement::fails("code_verifier", format!("no code_verifier, and {name} sends a code_challenge")).advising(
                "Cognito refuses the code with invalid_grant: send the verifier that the log-in kept, as code_verifier.",
            )
        }
    }
}

/// Whether the log-in links of a page send the hash of a verifier.
pub fn sends_hash(page: &WebPage) -> bool {
    const HASH: &str = "code_challenge";
    page.content.text.contains(HASH) || page.scripts.as_ref().is_ok_and(|scripts| has_word(&scripts.code, HASH))
}

/// A script asks the endpoint.
fn asks(code: &Code, page: &WebPage, to: SignIn<'_>, path: &str, is_answer_read: bool) -> Judgement {
    let wanted = Address::https(to.domain, path);
    let judged = asks_sign_in(code, &page.address, &page.content.text, &wanted, is_answer_read);
    let is_silent = judged.does_fail() && code.in_browser().asked().is_empty();
    if is_silent { judged.but_absent() } else { judged }
}

fn fault(expected: impl Into<String>, found: impl Into<String>, advice: impl Into<String>) -> Fault {
    Fault { expected: expected.into(), found: found.into(), advice: advice.into() }
}
