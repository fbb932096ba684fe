//! Judgements of authorizers: whose tokens they take, and where they look for them.

use crate::judge::lambda::user_attributes::Way;
use crate::judgement::{Found, Judgement, NearMiss};
use crate::services::apigateway::{Authorizer, Method};
use crate::services::cognito::AppClient;

const COGNITO: &str = "COGNITO_USER_POOLS";
/// The header in which browsers and programs send tokens, as API Gateway names it.
const HEADER: &str = "method.request.header.Authorization";

/// The authorizer for tokens of user pools: of several, one that takes those of the pool of this ARN; or what there is
/// instead.
pub fn of_pools(authorizers: &[Authorizer], pool: &str) -> Found<Authorizer> {
    let mut own: Vec<&Authorizer> = authorizers.iter().filter(|authorizer| authorizer.kind == COGNITO).collect();
    own.sort_by_key(|authorizer| (!takes(authorizer, pool), !is_in_header(authorizer)));
    match (own.first(), authorizers.first()) {
        (Some(best), _) => Found::Here((*best).clone()),
        (None, Some(other)) => Found::Missing(Some(NearMiss {
            found: other.to_string(),
            advice: "Of such an authorizer, a function decides. Create another one whose type is Cognito, and delete this one."
                .into(),
        })),
        (None, None) => Found::Missing(Some(NearMiss {
            found: "an API without an authorizer".into(),
            advice: "Open the API, choose Authorizers, Create authorizer, and the type Cognito.".into(),
        })),
    }
}

/// It takes tokens of the pool of this ARN.
pub fn takes_tokens_of(authorizer: &Authorizer, pool: &str) -> Judgement {
    let others: Vec<&str> = authorizer.pools.iter().map(String::as_str).filter(|own| *own != pool).collect();
    match (takes(authorizer, pool), others.is_empty()) {
        (true, true) => Judgement::holds(pool),
        (true, false) => Judgement::holds(authorizer.pools.join(", ")).advising(format!(
            "It takes tokens of {} as well, whose users are not those of your website. Take it out if nobody needs it.",
            others.join(", ")
        )),
        (false, true) => Judgement::fails(pool, "no user pool"),
        (false, false) => Judgement::fails(pool, others.join(", ")).advising(format!(
            "That is another pool, or one that is deleted: a pool that was made again has another id. Edit the authorizer, and \
             choose the pool whose id is {}.",
            pool.rsplit('/').next().unwrap_or(pool)
        )),
    }
}

/// It looks for the token in the header Authorization. Names of headers have no capital letters of their own.
pub fn looks_in_header(authorizer: &Authorizer) -> Judgement {
    match is_in_header(authorizer) {
        true => Judgement::holds(&authorizer.source),
        false => Judgement::fails(HEADER, &authorizer.source),
    }
}

/// The method asks for a token, of which an authorizer for the pool of this ARN decides.
pub fn guards(method: &Method, authorizers: &[Authorizer], pool: &str) -> Judgement {
    let expected = format!("the authorization {COGNITO}, with the authorizer of the pool");
    if method.needs_api_key {
        return Judgement::fails("no API key", "the method needs an API key besides")
            .advising("Edit the method request, and untick API key required: your pages send none, and get 403.");
    }
    if method.authorization == "CUSTOM" {
        return Judgement::skips("not told from the API: a function decides about each request, by its code");
    }
    if method.authorization != COGNITO {
        let found = format!("the authorization {}", method.authorization);
        return match method.authorization.as_str() {
            "NONE" => Judgement::fails(expected, format!("{found}: everyone may call it")),
            _ => Judgement::fails(expected, found),
        };
    }
    match authorizers.iter().find(|authorizer| authorizer.id == method.authorizer) {
        None => Judgement::fails(expected, "an authorizer that is not there any more"),
        Some(authorizer) => takes_tokens_of(authorizer, pool).and(looks_in_header(authorizer)),
    }
}

/// Which of a user's tokens API Gateway takes for a method (API Gateway Developer Guide, "Integrate a REST API with an Amazon
/// Cognito user pool").
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Token {
    /// The method has scopes.
    Access,
    /// It has none.
    Id,
    /// It asks for none of a user pool.
    Other,
}

pub fn token(method: &Method) -> Token {
    match (method.authorization.as_str(), method.scopes.is_empty()) {
        (COGNITO, true) => Token::Id,
        (COGNITO, false) => Token::Access,
        _ => Token::Other,
    }
}

/// The method takes access tokens, of which the app client gives some with one of the scopes.
pub fn scopes_are_given(method: &Method, client: Option<&AppClient>) -> Judgement {
    let wanted = method.scopes.join(", ");
    let Some(client) = client else {
        return Judgement::fails("an app client that gives tokens with the scope", "the pool has no app client");
    };
    let given = if client.scopes.is_empty() { "none".into() } else { client.scopes.join(", ") };
    match method.scopes.iter().any(|scope| client.scopes.contains(scope)) {
        true => Judgement::holds(wanted),
        false => Judgement::fails(format!("one of the app client's scopes: {given}"), wanted).advising(
            "No token of your website has such a scope, so API Gateway refuses all of them. Write \
             aws.cognito.signin.user.admin into the method request, and deploy the API again.",
        ),
    }
}

/// The method takes ID tokens, which are of no use to a function that changes the user by an access token.
pub fn without_scope(way: Option<Way>) -> Judgement {
    const NONE: &str = "no scope, so that API Gateway takes ID tokens alone";
    match way {
        Some(Way::ByToken) => Judgement::fails("a scope, such as aws.cognito.signin.user.admin", NONE),
        Some(Way::AsAdministrator) => Judgement::holds(NONE).advising(
            "Your function needs no access token, so that this works if your page sends the ID token. To send the access token \
             instead, add the scope aws.cognito.signin.user.admin.",
        ),
        None => Judgement::skips(format!("{NONE}; not told from the code which token the function needs")),
    }
}

fn takes(authorizer: &Authorizer, pool: &str) -> bool {
    authorizer.pools.iter().any(|own| own == pool)
}

fn is_in_header(authorizer: &Authorizer) -> bool {
    authorizer.source.eq_ignore_ascii_case(HEADER)
}
