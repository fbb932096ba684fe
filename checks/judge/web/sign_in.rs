//! Judgements of the links of a page that lead people to the sign-in pages of a user pool, and out again.

use std::fmt;

use crate::documents::address::{Address, query_of};
use crate::documents::code::Code;
use crate::documents::html::Document;
use crate::judgement::Judgement;
use crate::services::cognito::AppClient;

/// Where people sign in, and through which app client.
#[derive(Clone, Copy, Debug)]
pub struct SignIn<'a> {
    /// The domain of the sign-in pages.
    pub domain: &'a str,
    pub client: &'a AppClient,
    /// The website's own domain.
    pub website: &'a str,
}

/// What stands in starter files where the app client's id belongs.
pub const PLACEHOLDER: &str = "CLIENT_ID";
/// Both lead to the same page with the same parameters (Amazon Cognito Developer Guide, "Authorize endpoint").
const LOG_IN: [&str; 2] = ["/login", "/oauth2/authorize"];
const LOG_OUT: [&str; 1] = ["/logout"];
const SIGN_UP: &str = "/signup";

/// A link to the domain of the sign-in pages.
#[derive(Debug)]
struct Link {
    address: Address,
    parameters: Vec<(String, String)>,
}

impl fmt::Display for Link {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let parameters = self.parameters.iter().map(|(name, value)| format!("{name}={value}"));
        write!(f, "{}?{}", self.address, parameters.collect::<Vec<_>>().join("&"))
    }
}

impl Link {
    fn get(&self, name: &str) -> Option<&str> {
        self.parameters.iter().find(|(own, _)| own == name).map(|(_, value)| value.as_str())
    }
}

/// What is wrong with a link: what it should have, what it has, and what to do.
struct Fault {
    expected: String,
    found: String,
    advice: String,
    /// What stands in the page instead of what should.
    text: Option<String>,
}

impl Fault {
    /// The same, with the line of the page where it stands.
    fn placed(self, page: &Document) -> Self {
        let line = self.text.as_deref().and_then(|text| page.line_of(text));
        let found = line.map(|line| format!("{}, in line {line}", self.found));
        Self { found: found.unwrap_or(self.found), ..self }
    }
}

/// A link of the page leads people to sign in, and Cognito takes it. The page's scripts tell, where they were read, whether
/// one of them may make the link.
pub fn leads_in(page: &Document, scripts: Option<&Code>, to: SignIn<'_>) -> Judgement {
    let judged = judged(page, to, &LOG_IN, "a link to sign in", fault_of_log_in);
    unless_made(judged, scripts, to, &LOG_IN)
}

/// A link of the page leads people to sign out, and Cognito takes it; the scripts as for [`leads_in`].
pub fn leads_out(page: &Document, scripts: Option<&Code>, to: SignIn<'_>) -> Judgement {
    let judged = judged(page, to, &LOG_OUT, "a link to sign out", fault_of_log_out);
    unless_made(judged, scripts, to, &LOG_OUT)
}

fn judged(
    page: &Document,
    to: SignIn<'_>,
    paths: &[&str],
    what: &str,
    fault: fn(&Link, SignIn<'_>) -> Option<Fault>,
) -> Judgement {
    let expected = format!("{what}: https://{}{}", to.domain, paths[0]);
    let all = links(page);
    let (leading, others): (Vec<_>, Vec<_>) =
        all.into_iter().partition(|link| paths.contains(&link.address.path.trim_end_matches('/')));
    let (own, foreign): (Vec<_>, Vec<_>) = leading.into_iter().partition(|link| link.address.host == to.domain);
    let faults: Vec<_> = own.iter().map(|link| (link, fault(link, to).map(|fault| fault.placed(page)))).collect();
    if let Some((link, _)) = faults.iter().find(|(_, fault)| fault.is_none()) {
        return Judgement::holds(format!("a link to {}", link.address));
    }
    if let Some((_, Some(fault))) = faults.into_iter().next() {
        return Judgement::fails(fault.expected, fault.found).advising(fault.advice);
    }
    let of_cognito = foreign.iter().find(|link| link.address.host.ends_with(".amazoncognito.com"));
    if let Some(link) = of_cognito {
        return Judgement::fails(expected, format!("a link to {}", link.address)).advising(format!(
            "People should meet the name that they know: let the link lead to https://{}.",
            to.domain
        ));
    }
    let is_known = |path: &str| LOG_IN.contains(&path) || LOG_OUT.contains(&path) || path == SIGN_UP;
    let found = others.iter().find(|link| link.address.host == to.domain && !is_known(&link.address.path));
    Judgement::absent(
        expected,
        found.map_or_else(|| "no such link".to_owned(), |link| format!("a link to {}", link.address)),
    )
}

/// The links of the page, each with its parameters.
fn links(page: &Document) -> Vec<Link> {
    let links = page
        .links()
        .into_iter()
        .filter_map(|(href, address)| Some(Link { address: address?, parameters: query_of(href) }));
    links.collect()
}

fn fault_of_log_in(link: &Link, to: SignIn<'_>) -> Option<Fault> {
    fault_of_client(link, to)
        .or_else(|| match link.get("response_type") {
            Some("code") => None,
            other => Some(fault(
                "response_type=code",
                other.map_or("no response_type".into(), |other| format!("response_type={other}")),
                "The app client gives codes: write response_type=code into the link.",
            )),
        })
        .or_else(|| fault_of_address(link, "redirect_uri", &to.client.callbacks, "callback URLs"))
        .or_else(|| fault_of_scopes(link, to))
}

/// `redirect_uri` sends people on to sign in again, and needs what a log-in needs (Amazon Cognito Developer Guide, "Logout
/// endpoint").
fn fault_of_log_out(link: &Link, to: SignIn<'_>) -> Option<Fault> {
    if link.get("logout_uri").is_none() && link.get("redirect_uri").is_some() {
        return fault_of_log_in(link, to).map(|fault| Fault {
            advice: "Name the address in logout_uri, beside client_id: redirect_uri leads on to the log-in page."
                .into(),
            ..fault
        });
    }
    fault_of_client(link, to).or_else(|| fault_of_address(link, "logout_uri", &to.client.sign_outs, "sign-out URLs"))
}

fn fault_of_client(link: &Link, to: SignIn<'_>) -> Option<Fault> {
    let expected = format!("client_id={}", to.client.id);
    match link.get("client_id") {
        Some(id) if id == to.client.id => None,
        Some(PLACEHOLDER) => Some(written(
            expected,
            PLACEHOLDER,
            format!("Write the app client's id, {}, where CLIENT_ID stands, and upload the page again.", to.client.id),
        )),
        Some(id) => {
            Some(written(expected, id, format!("The page names another app client. Write {} there.", to.client.id)))
        }
        None => Some(fault(expected, "no client_id", "Cognito must know which app client asks: add it to the link.")),
    }
}

fn fault_of_address(link: &Link, name: &str, listed: &[String], list: &str) -> Option<Fault> {
    let found = link.get(name);
    if found.is_some_and(|address| listed.iter().any(|own| own == address)) {
        return None;
    }
    Some(fault(
        format!("{name}={}", listed.join(" or ")),
        found.map_or_else(|| format!("no {name}"), |address| format!("{name}={address}")),
        format!("Cognito sends people only to the app client's {list}, compared letter by letter: copy one of them."),
    ))
}

/// Without a scope, Cognito takes all that the app client has.
fn fault_of_scopes(link: &Link, to: SignIn<'_>) -> Option<Fault> {
    let asked: Vec<&str> = link.get("scope")?.split([' ', '+']).filter(|scope| !scope.is_empty()).collect();
    let lacks = |scope: &&&str| !to.client.scopes.iter().any(|own| own == **scope);
    if let Some(scope) = asked.iter().find(lacks) {
        return Some(fault(
            to.client.scopes.join(" "),
            asked.join(" "),
            format!(
                "Cognito refuses a link with a scope that the app client lacks. Add {scope} to the app client, or take it out of the link."
            ),
        ));
    }
    (!asked.contains(&"openid")).then(|| {
        fault(
            "openid among the scopes",
            asked.join(" "),
            "Without openid nobody tells the page who signed in: add it to the link.",
        )
    })
}

fn fault(expected: impl Into<String>, found: impl Into<String>, advice: impl Into<String>) -> Fault {
    Fault { expected: expected.into(), found: found.into(), advice: advice.into(), text: None }
}

/// The id of an app client that is not the right one.
fn written(expected: String, id: &str, advice: String) -> Fault {
    Fault { text: Some(id.to_owned()), ..fault(expected, format!("client_id={id}"), advice) }
}

/// A link that is missing may be made by a script that names the domain, or the path.
fn unless_made(judged: Judgement, scripts: Option<&Code>, to: SignIn<'_>, paths: &[&str]) -> Judgement {
    let names = |text: &str| text.contains(to.domain) || paths.iter().any(|path| text.contains(path));
    match scripts {
        Some(scripts) if judged.is_absent() && scripts.texts().any(names) => Judgement::skips(
            "not told from the page: a script of it may make the link. Open the page in a browser to see it",
        ),
        _ => judged,
    }
}
