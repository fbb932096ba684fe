//! 7.1: a user pool that lets visitors of the website sign up and sign in, at a domain of the learner's.

use crate::judge::cognito::{client, domain, pool};
use crate::outside::web::Answer;
use crate::report::Clause;
use crate::verifier::prelude::*;

clauses! {
    POOL: "your account has a user pool in {{ region }} for the people who use {{ domain }}",
        or "In Amazon Cognito, switch to {{ region }} and create a user pool for a single-page application.", at cognito::CONSOLE;
    SIGN_IN: "people sign in with their e-mail address",
        or "Create the pool with Email as a sign-in identifier.", at cognito::CONSOLE;
    GIVEN_NAME: "everybody who signs up tells a given name, which may change later",
        or "Create the pool with given_name among the required attributes.", at cognito::CONSOLE;
    SIGN_UP: "visitors may sign up by themselves",
        or "Under Sign-up, edit Self-service sign-up and enable it.", at cognito::CONSOLE;
    VERIFIED: "Cognito sends a code to the e-mail address, so that nobody signs up with another's",
        or "Under Sign-up, edit Attribute verification and user account confirmation: let Cognito send messages, and verify the e-mail address.",
        at cognito::CONSOLE, pillar Security;
    CLIENT: "the pool has an app client",
        or "Under App clients create one of the type Single-page application.", at cognito::CONSOLE;
    PUBLIC: "the app client is public: it has no secret, which a page in a browser cannot keep",
        or "A secret cannot be taken away: create another app client of the type Single-page application, and delete this one.",
        at cognito::CONSOLE, pillar Security;
    CODE: "it uses the sign-in pages with the authorization code grant",
        or "Open the app client's login pages, edit them, and choose the OAuth grant type Authorization code grant.", at cognito::CONSOLE;
    SCOPES: "its tokens are for openid and aws.cognito.signin.user.admin, which the account page needs",
        or "Open the app client's login pages, edit them, and add the OpenID Connect scopes.", at cognito::CONSOLE;
    PROVIDER: "the pool's own users may sign in through it",
        or "Open the app client's login pages, edit them, and choose Cognito user pool as an identity provider.", at cognito::CONSOLE;
    CALLBACK: "it sends people back to https://{{ domain }}/auth-callback.html",
        or "Open the app client's login pages, edit them, and enter https://{{ domain }}/auth-callback.html as an allowed callback URL.",
        at cognito::CONSOLE;
    SIGN_OUT: "it sends people who signed out to https://{{ domain }}/logout.html",
        or "Open the app client's login pages, edit them, and enter https://{{ domain }}/logout.html as an allowed sign-out URL.",
        at cognito::CONSOLE;
    ATTRIBUTES: "it may read the given name, and change it",
        or "Open the app client's attribute permissions, and tick read and write for given_name.", at cognito::CONSOLE;
    DOMAIN: "the pool's sign-in pages have the domain {{ auth_domain }}",
        or "Under Domain create the custom domain {{ auth_domain }} with the certificate of exercise 4.6.", at cognito::CONSOLE;
    CERTIFICATE: "that domain has an issued certificate in us-east-1 that covers it",
        or "Request the certificate of exercise 4.6 in us-east-1, and choose it for the domain.", at cognito::CONSOLE;
    ACTIVE: "the domain is active",
        or "Delete the domain, wait a quarter of an hour, and create it again.", at cognito::CONSOLE;
    REACHED: "what answers for {{ auth_domain }} shows a valid certificate",
        or "Compare the domain's certificate with the walkthrough.", at cognito::CONSOLE;
}

pub const READS: Reads = &[
    cognito::USER_POOL,
    cognito::POOL_DOMAIN,
    cognito::APP_CLIENTS,
    acm::CERTIFICATE_OF,
    route53::HOSTED_ZONE,
    route53::RECORDS,
];

pub async fn verify(aws: &Aws, you: &Learner, it: &mut Report<'_>) -> Outcome {
    let name = &you.names.auth_domain;
    let named = aws.pool_domain(you, name).await;
    let domain = named.as_ref().ok().and_then(Option::as_ref);
    let clients_ahead = async { Some(aws.app_clients(you, &domain?.pool_id).await) };
    let (pool, _, parts, has_parent) =
        join!(aws.user_pool(you, book::pool(you)), clients_ahead, async { Some(parts(aws, domain?).await) }, async {
            domain.is_some() || has_parent(aws, you).await
        },);
    let pool = it.finds(POOL, pool)?;
    it.expects(POOL, pool::of_website(&pool, &you.domain));
    it.expects(SIGN_IN, pool::signs_in_with(&pool, "email").of(&pool.id));
    it.expects(GIVEN_NAME, pool::requires(&pool, book::NAME_OF_USER).of(&pool.id));
    it.expects(SIGN_UP, pool::open_to_visitors(&pool).of(&pool.id));
    it.expects(VERIFIED, pool::verifies(&pool, "email").of(&pool.id));
    judge_client(it, aws.app_clients(you, &pool.id).await, &book::sign_in_pages(you));
    it.expects(DOMAIN, domain::of_pool(domain, &pool, name, has_parent));
    let Some((domain, (certificate, seen))) = domain.zip(parts) else {
        [CERTIFICATE, ACTIVE, REACHED].into_iter().for_each(|clause| it.skips(clause, "there is no such domain yet"));
        return Ok(());
    };
    it.expects(CERTIFICATE, certificate);
    it.expects(ACTIVE, domain::active(domain));
    it.sees(REACHED, &[CERTIFICATE, ACTIVE], seen.map(|answer| domain::reached(&answer, name)));
    Ok(())
}

/// Judges the app client that fits best, as a whole: two clients that each lack something sign nobody in.
fn judge_client(it: &mut Report<'_>, clients: Read<Vec<cognito::AppClient>>, pages: &client::Pages) {
    const JUDGED: [Clause; 7] = [PUBLIC, CODE, SCOPES, PROVIDER, CALLBACK, SIGN_OUT, ATTRIBUTES];
    let Ok(client) = it.finds(CLIENT, client::of_pages(clients, pages)) else {
        return JUDGED.into_iter().for_each(|clause| it.skips(clause, "there is no app client to look at"));
    };
    it.expects(PUBLIC, client::public(&client));
    it.expects(CODE, client::codes(&client));
    it.expects(SCOPES, client::scopes(&client, pages));
    it.expects(PROVIDER, client::knows_the_pool(&client));
    it.expects(CALLBACK, client::callback(&client, pages));
    it.expects(SIGN_OUT, client::sign_out(&client, pages));
    it.expects(ATTRIBUTES, client::attribute(&client, pages));
}

/// The domain's certificate as judged, and what answers for it.
async fn parts(aws: &Aws, domain: &cognito::PoolDomain) -> (Read<Judgement>, Read<Answer>) {
    let certificate = async {
        let arn = aws.pool_certificate_arn(domain)?;
        let certificate = aws.certificate_of(arn).await?;
        Ok(domain::certified(domain, arn, certificate.as_ref()))
    };
    let url = Url::https(&domain.name).at(domain.target.as_deref().unwrap_or(&domain.name));
    join!(certificate, aws.presented(&url))
}

/// Whether the domain has an A record, without which Cognito refuses a domain below it. What cannot be read is no trouble.
async fn has_parent(aws: &Aws, you: &Learner) -> bool {
    let Ok(zone) = aws.hosted_zone(you, &you.domain).await else { return true };
    let Some(zone) = zone.here() else { return false };
    let records = aws.records(&zone, &you.domain).await;
    records.map_or(true, |records| records.iter().any(|record| record.kind == "A"))
}
