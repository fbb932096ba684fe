//! The ways in which a read can fail, and how each must be told.

use msl_learn_checks::testing::lists::{List, MARK};

use crate::harness::proxy::{Action, Exchange};
use crate::harness::request::{Request, Scope};

/// One way.
pub struct Fault {
    pub name: &'static str,
    /// What becomes of the request, by how often it has come before.
    acts: fn(&Request, &Exchange, usize) -> Action,
    /// The kind that a learner and a script are told.
    kind: &'static str,
    /// The kind where the answer has no body, so that its status alone tells.
    bodiless: &'static str,
    /// Whether it passes, so that the verdict must be the one without it.
    pub passes: bool,
    /// Whether it is only seen by an answer that does not come in time.
    pub waits: bool,
    /// Whether it ends the server, so that what comes after fails too.
    pub ends_server: bool,
    /// Whether it is about lists alone.
    pub of_lists: bool,
}

impl Fault {
    pub fn kind(&self, is_head: bool) -> &'static str {
        if is_head { self.bodiless } else { self.kind }
    }

    /// Whether the read that was answered so can fail in this way.
    pub fn concerns(&self, exchange: &Exchange) -> bool {
        !self.of_lists || List::of(&text(exchange)).is_some()
    }

    pub fn action(&self, request: &Request, exchange: &Exchange, before: usize) -> Action {
        (self.acts)(request, exchange, before)
    }
}

const HTML: &str = "<!doctype html><html><body><p>Welcome to our Wi-Fi<br></body></html>";

const fn fault(
    name: &'static str,
    kind: &'static str,
    bodiless: &'static str,
    acts: fn(&Request, &Exchange, usize) -> Action,
) -> Fault {
    Fault { name, acts, kind, bodiless, passes: false, waits: false, ends_server: false, of_lists: false }
}

pub const FAULTS: &[Fault] = &[
    Fault { waits: true, ..fault("accepted and silent", "not_reachable", "not_reachable", |_, _, _| Action::Silence) },
    Fault { waits: true, ..fault("dripping", "not_reachable", "not_reachable", |request, _, _| drip(request)) },
    Fault { ends_server: true, ..fault("refused", "not_reachable", "not_reachable", |_, _, _| Action::Quit) },
    fault("throttled forever", "throttled", "aws_fault", |request, _, _| throttled(request)),
    Fault {
        passes: true,
        ..fault("throttled, then well", "", "", |request, exchange, before| match before {
            0 => throttled(request),
            _ => as_recorded(exchange),
        })
    },
    fault("500 with a page", "aws_fault", "aws_fault", |_, _, _| page(500)),
    fault("503", "aws_fault", "aws_fault", |_, _, _| status(503, Vec::new())),
    fault("closed without an answer", "not_reachable", "not_reachable", |_, _, _| Action::Close),
    fault("cut off", "not_reachable", "not_reachable", |request, exchange, _| cut_off(request, exchange)),
    fault("denied", "denied", "denied", |request, _, _| {
        worded(request, 403, ["AccessDenied", "AccessDeniedException"], "is not authorized to perform this action")
    }),
    fault("expired", "credentials", "not_implemented", |request, _, _| {
        worded(request, 400, ["ExpiredToken", "ExpiredTokenException"], "The security token is expired")
    }),
    fault("200 with a page", "not_reachable", "not_implemented", |_, _, _| page(200)),
    fault("200 and nothing", "not_reachable", "not_implemented", |_, _, _| status(200, Vec::new())),
    fault("an unknown error code", "unexpected", "not_implemented", |request, _, _| {
        worded(request, 400, ["SomethingNew", "SomethingNewException"], "Something new")
    }),
    fault("not implemented", "not_implemented", "not_implemented", |request, _, _| {
        worded(request, 501, ["NotImplemented", "NotImplementedException"], "not implemented")
    }),
    Fault {
        passes: true,
        of_lists: true,
        ..fault("an empty page, then the list", "", "", |request, exchange, _| {
            paged(request, exchange, || as_recorded(exchange), List::empty_page)
        })
    },
    Fault {
        of_lists: true,
        ..fault("the second page denied", "denied", "", |request, exchange, _| {
            let denied = || worded(request, 403, ["AccessDenied", "AccessDeniedException"], "no");
            paged(request, exchange, denied, List::first_page)
        })
    },
    Fault {
        of_lists: true,
        ..fault("the second page never in one piece", "not_reachable", "", |request, exchange, _| {
            paged(request, exchange, || cut_off(request, exchange), List::first_page)
        })
    },
];

pub fn as_recorded(exchange: &Exchange) -> Action {
    let status = exchange.head.first.split(' ').nth(1).and_then(|code| code.parse().ok()).expect("a status");
    Action::Answer { status, headers: exchange.head.headers.clone(), body: exchange.body.clone() }
}

fn status(status: u16, body: Vec<u8>) -> Action {
    Action::Answer { status, headers: Vec::new(), body }
}

fn page(code: u16) -> Action {
    Action::Answer { status: code, headers: vec![("content-type".into(), "text/html".into())], body: HTML.into() }
}

/// An answer without a body cannot drip.
fn drip(request: &Request) -> Action {
    if request.method == "HEAD" { Action::Silence } else { Action::Drip { length: 1000 } }
}

fn cut_off(request: &Request, exchange: &Exchange) -> Action {
    let (whole, half) = (exchange.body.len().max(2), exchange.body.len() / 2);
    if request.method == "HEAD" {
        return Action::Close;
    }
    let (headers, body) = (exchange.head.headers.clone(), exchange.body[..half].to_vec());
    Action::BreakOff { status: 200, headers, length: Some(whole), body }
}

fn throttled(request: &Request) -> Action {
    let code = if request.signed_for(Scope::Service) == "s3" { "SlowDown" } else { "Throttling" };
    worded(request, if code == "SlowDown" { 503 } else { 400 }, [code, "ThrottlingException"], "Rate exceeded")
}

/// An error as the service words it, with its code in XML and in JSON.
fn worded(request: &Request, number: u16, [xml, json]: [&str; 2], message: &str) -> Action {
    let error = format!("<Error><Code>{xml}</Code><Message>{message}</Message></Error>");
    let wrapped = format!("<ErrorResponse>{error}</ErrorResponse>");
    let body = match request.signed_for(Scope::Service) {
        _ if request.method == "HEAD" => String::new(),
        _ if request.head.header("x-amz-target").is_some() => json_error(json, message),
        "s3" => error,
        "iam" | "sns" | "sts" | "route53" | "cloudfront" | "cloudformation" => wrapped,
        _ => json_error(json, message),
    };
    let headers = vec![("x-amzn-errortype".into(), json.into())];
    Action::Answer { status: number, headers, body: body.into_bytes() }
}

fn json_error(code: &str, message: &str) -> String {
    serde_json::json!({"__type": code, "message": message}).to_string()
}

/// The recorded list in two pages: the first made of it, the second as `then` has it.
fn paged(
    request: &Request,
    exchange: &Exchange,
    then: impl Fn() -> Action,
    first: fn(&List, &str, &str) -> String,
) -> Action {
    if request.call().contains(MARK) {
        return then();
    }
    let whole = text(exchange);
    let list = List::of(&whole).expect("a list");
    let Action::Answer { status, headers, .. } = as_recorded(exchange) else { unreachable!("it is an answer") };
    Action::Answer { status, headers, body: first(list, &whole, &asked_for(request)).into_bytes() }
}

/// The name that a list of Route 53 is to begin with.
fn asked_for(request: &Request) -> String {
    let fields = request.target.split(['?', '&']).filter_map(|field| field.split_once('='));
    let mut names = fields.filter(|(key, _)| ["name", "dnsname"].contains(key)).map(|(_, name)| name.to_owned());
    names.next().unwrap_or_default()
}

fn text(exchange: &Exchange) -> String {
    String::from_utf8_lossy(&exchange.body).into_owned()
}
