//! Judgements of an app client: what a page in a browser needs of it to sign people in.

use crate::aws::fault::Read;
use crate::judgement::{Found, Judgement};
use crate::services::cognito::AppClient;

/// What the pages of a website expect of their app client.
#[derive(Clone, Debug)]
pub struct Pages {
    /// Where people are sent after they signed in.
    pub callback: String,
    /// Where people are sent after they signed out.
    pub sign_out: String,
    /// What their tokens must be for.
    pub scopes: &'static [&'static str],
    /// What their tokens may be for besides.
    pub more_scopes: &'static [&'static str],
    /// An attribute that the pages show and change.
    pub attribute: &'static str,
}

/// The app client that fits the pages best; of several, the first.
pub fn fitting<'a>(clients: &'a [AppClient], pages: &Pages) -> Option<&'a AppClient> {
    // The last of several maxima is the one that `max_by_key` takes.
    clients.iter().rev().max_by_key(|client| fits(client, pages))
}

/// How much of what the pages need an app client has.
pub fn fits(client: &AppClient, pages: &Pages) -> usize {
    let judged = [
        public(client),
        codes(client),
        scopes(client, pages),
        knows_the_pool(client),
        callback(client, pages),
        sign_out(client, pages),
        attribute(client, pages),
    ];
    judged.iter().filter(|judged| judged.does_hold()).count()
}

/// The app client of a pool that fits the pages best, as it was looked for.
pub fn of_pages(clients: Read<Vec<AppClient>>, pages: &Pages) -> Read<Found<AppClient>> {
    clients.map(|clients| Found::from(fitting(&clients, pages).cloned()))
}

/// What follows the domain in a link that leads people to sign in (Amazon Cognito Developer Guide, "Login endpoint").
pub fn login_path(client: &AppClient, pages: &Pages) -> String {
    let (id, scopes, callback) = (&client.id, pages.scopes.join("+"), &pages.callback);
    format!("/login?client_id={id}&response_type=code&scope={scopes}&redirect_uri={callback}")
}

/// It has no secret, since whoever opens a page sees all that is in it.
pub fn public(client: &AppClient) -> Judgement {
    let found = if client.has_secret { "it has a client secret" } else { "no client secret" };
    Judgement::equal(found, "no client secret")
}

/// Cognito revokes its refresh tokens when it is asked to (Amazon Cognito Developer Guide, "Ending user sessions with token revocation").
pub fn revokes_tokens(client: &AppClient) -> Judgement {
    let found = if client.revokes { "token revocation on" } else { "token revocation off" };
    Judgement::equal(found, "token revocation on")
}

/// It uses the sign-in pages, and gets a code from them that it exchanges for tokens.
pub fn codes(client: &AppClient) -> Judgement {
    const EXPECTED: &str = "OAuth 2.0, with the authorization code grant";
    if !client.uses_pages {
        return Judgement::fails(EXPECTED, "the sign-in pages are off for it (AllowedOAuthFlowsUserPoolClient)");
    }
    match client.flows.iter().any(|flow| flow == "code") {
        true => Judgement::holds(client.flows.join(", ")),
        false if client.flows.is_empty() => Judgement::fails(EXPECTED, "no grant"),
        false => Judgement::fails(EXPECTED, client.flows.join(", ")),
    }
}

/// Its tokens may be for all that the pages need.
pub fn scopes(client: &AppClient, pages: &Pages) -> Judgement {
    let lacks = |scope: &&&str| !client.scopes.iter().any(|own| own == **scope);
    let found = if client.scopes.is_empty() { "none".to_owned() } else { client.scopes.join(", ") };
    if pages.scopes.iter().any(|scope| lacks(&scope)) {
        return Judgement::fails(pages.scopes.join(", "), found);
    }
    match pages.more_scopes.iter().find(lacks) {
        Some(scope) => Judgement::holds(found).advising(format!(
            "Some of the book's links ask for the scope {scope} as well, and Cognito refuses a link that asks for one that the client lacks. Add it, or leave it out of your links."
        )),
        None => Judgement::holds(found),
    }
}

/// The users of the pool itself sign in through it. Through the API no provider is the default, and then nobody does.
pub fn knows_the_pool(client: &AppClient) -> Judgement {
    const POOL: &str = "COGNITO";
    match client.providers.iter().any(|provider| provider == POOL) {
        true => Judgement::holds(client.providers.join(", ")),
        false if client.providers.is_empty() => Judgement::fails(POOL, "no identity provider"),
        false => Judgement::fails(POOL, client.providers.join(", ")),
    }
}

/// People may be sent to the page after they signed in.
pub fn callback(client: &AppClient, pages: &Pages) -> Judgement {
    listed(&client.callbacks, &pages.callback)
}

/// People may be sent to the page after they signed out.
pub fn sign_out(client: &AppClient, pages: &Pages) -> Judgement {
    listed(&client.sign_outs, &pages.sign_out)
}

/// It may read and change the attribute. Without a list it may do so with every standard attribute.
pub fn attribute(client: &AppClient, pages: &Pages) -> Judgement {
    reads_and_writes(client, pages.attribute)
}

/// The same of any attribute.
pub fn reads_and_writes(client: &AppClient, name: &str) -> Judgement {
    let lacks = |list: &[String]| !list.is_empty() && !list.iter().any(|own| own == name);
    let expected = format!("it may read and write {name}");
    match (lacks(&client.readable), lacks(&client.writable)) {
        (false, false) => Judgement::holds(expected),
        (true, false) => Judgement::fails(expected, format!("it may not read {name}")),
        (false, true) => Judgement::fails(expected, format!("it may not write {name}")),
        (true, true) => Judgement::fails(expected, format!("it may neither read nor write {name}")),
    }
}

/// Cognito compares whole addresses, letter by letter (RFC 6749, section 3.1.2.3).
fn listed(own: &[String], wanted: &str) -> Judgement {
    if own.iter().any(|address| address == wanted) {
        return Judgement::holds(wanted);
    }
    if own.is_empty() {
        return Judgement::fails(wanted, "no address");
    }
    let failure = Judgement::fails(wanted, own.join(", "));
    match own.iter().find_map(|address| difference(address, wanted)) {
        Some(what) => failure.advising(format!("{what} Cognito compares whole addresses: copy {wanted} exactly.")),
        None => failure,
    }
}

/// In what an address that looks like the wanted one differs from it.
fn difference(address: &str, wanted: &str) -> Option<&'static str> {
    let bare = |url: &str| url.trim().trim_end_matches('/').to_lowercase();
    let without_scheme = |url: &str| url.split_once("://").map_or_else(|| url.to_owned(), |(_, rest)| rest.to_owned());
    let (own, other) = (bare(address), bare(wanted));
    if own == other {
        return Some("A slash, a blank or a capital letter is the difference.");
    }
    let (own, other) = (without_scheme(&own), without_scheme(&other));
    if own == other {
        return Some("The address begins with another scheme.");
    }
    let is_www = own.strip_prefix("www.").is_some_and(|rest| rest == other);
    is_www.then_some("The address has a www. that your website lacks.")
}
