//! What lets a method of the API put sign-ins into the table: the token that it takes, the role that it asks with, and the item
//! that its template makes.

use std::collections::BTreeMap;

use serde_json::json;

use crate::book::analytics_policy;
use crate::documents::address::Address;
use crate::judge::apigateway::authorizer::{self, Token};
use crate::judge::apigateway::posted;
use crate::judge::apigateway::put_item::{self, Unknown, Wanted};
use crate::judge::cognito::client;
use crate::judge::iam::{caller, permissions, trust};
use crate::judge::web::api_request;
use crate::permission;
use crate::services::apigateway::{Integration, Method, RestApi};
use crate::verifier::prelude::*;

/// The template makes the item of a sign-in; `variables` are those of the stage.
pub fn sign_in(
    you: &Learner,
    integration: &Integration,
    variables: Option<&BTreeMap<String, String>>,
) -> Result<Judgement, Unknown> {
    let (kind, time) = analytics_policy::KEY;
    let arn = analytics_policy::table_arn(you);
    let kind = (kind, analytics_policy::AUTH_CALLBACK);
    let wanted = Wanted { table: book::ANALYTICS_TABLE.text, arn: &arn, kind, time };
    put_item::makes_item(integration, variables.unwrap_or(&BTreeMap::new()), &wanted)
}

/// What comes of a request to the method by somebody who has signed in, in a copy of a practice account; `stage` serves it.
pub async fn tried(aws: &Aws, (api, stage): (&RestApi, &str), (method, pool): (&Method, &str)) -> Read<Judgement> {
    let (kind, time) = analytics_policy::KEY;
    let trial = json!({
        "path": format!("/{stage}{}", book::AUTH_CALLBACK_PATH), "pool": pool, "scopes": method.scopes,
        "table": book::ANALYTICS_TABLE.text, "kind": [kind, analytics_policy::AUTH_CALLBACK],
    });
    let answer = aws.try_post(api, trial.to_string()).await?;
    if !api.has_default_endpoint {
        return Ok(Judgement::skips("the API has no address of its own, at which the practice account tries it"));
    }
    let template = method.integration.as_ref().and_then(|of| of.request.get("application/json"));
    let template = template.map_or("", String::as_str);
    Ok(posted::put_item(&answer, template, (analytics_policy::AUTH_CALLBACK, time), aws.now()))
}

/// What the template makes, where reading it does not tell: the request that was tried decides, if it tells. It tells nothing
/// of a template that makes what the caller wants.
pub fn or_tried(read: Result<Judgement, Unknown>, tried: &Read<Judgement>) -> Read<Judgement> {
    match (read, tried) {
        (Ok(judged), _) => Ok(judged),
        (Err(unknown), Ok(tried)) if unknown.is_shown_by_trial && (tried.does_hold() || tried.does_fail()) => {
            Ok(Judgement::skips(format!("not told from the template: {}. The trial shows it", unknown.fault.message())))
        }
        (Err(unknown), _) => Err(*unknown.fault),
    }
}

/// The method takes the token that the page sends: the access token, unless the page is there already and sends the other.
pub async fn fitting_token(
    aws: &Aws,
    you: &Learner,
    method: &Method,
    clients: Read<Vec<cognito::AppClient>>,
) -> Read<Judgement> {
    const NONE: &str = "no scope, so that API Gateway takes ID tokens alone";
    match authorizer::token(method) {
        Token::Access => {
            clients.map(|all| authorizer::scopes_are_given(method, client::fitting(&all, &book::sign_in_pages(you))))
        }
        Token::Id => {
            let (_, page) = aws.web_page_of(you, &you.names.website_bucket, book::CALLBACK_PAGE).await;
            let address = Address::https(&you.names.api_domain, book::AUTH_CALLBACK_PATH);
            let sends_id = page?.here().map(|page| api_request::sends_id_token(&page, &address)).transpose()?;
            Ok(match sends_id.unwrap_or_default() {
                true => Judgement::holds(NONE).advising(
                    "Your page sends the ID token, so that this works. To send the access token instead, add the scope \
                     aws.cognito.signin.user.admin.",
                ),
                false => Judgement::fails("a scope, such as aws.cognito.signin.user.admin", NONE),
            })
        }
        Token::Other => Ok(Judgement::skips("POST asks for no token of a user pool")),
    }
}

/// The integration's role: whether API Gateway may take it on, and what it may do.
pub async fn under_role(aws: &Aws, you: &Learner, api: &RestApi, integration: Option<&Integration>) -> Read<Judgement> {
    let arn = integration.map_or("", |of| &of.credentials);
    if arn.is_empty() {
        return Ok(Judgement::absent(permission::ROLE_OF_API, "no execution role"));
    }
    let (role, policy) =
        join!(permission::role_of_api(aws, you, arn), aws.table_policy(you, book::ANALYTICS_TABLE.text));
    let (role, of) = match role? {
        Ok(found) => found,
        Err(wrong) => return Ok(wrong),
    };
    let policy = policy?;
    let source = analytics_policy::source(you, Some(&api.id));
    let taken_on = trust::service_may_take_on(&role.trust, analytics_policy::SERVICE, &you.account, &source)?;
    let asks = analytics_policy::caller(you, Some(role.arn));
    let missing = ["the table analytics".into(), "it is not there: exercise 8.1 creates it".into()];
    let may = caller::may_use(&of, policy, &asks, &analytics_policy::puts_item(you), missing)?;
    let documents = of.documents();
    let narrow = permissions::one_table(&documents, you, &analytics_policy::table_arn(you));
    let narrow = permissions::no_more_than_needed(narrow, &documents, &analytics_policy::ever_needed(you));
    let open = trust::no_one_but(analytics_policy::SERVICE, &role.trust, &you.account);
    let open = Some(open).filter(Judgement::does_fail).map(|open| {
        open.advising(format!(
            "Open the role {} in IAM, Trust relationships: leave only the service {} in it.",
            role.name,
            analytics_policy::SERVICE
        ))
    });
    let taken_on = or_advising(taken_on, || {
        format!(
            "POST has the role {}. Edit its trust policy: the principal is the service {}, the action sts:AssumeRole.",
            role.name,
            analytics_policy::SERVICE
        )
    });
    let may = or_advising(may, || format!("POST has the role {}. Attach the policy of exercise 8.2 to it.", role.name));
    Ok(taken_on.but(open).and(may).and(narrow))
}

/// A failure with advice that fits the role that is there already.
fn or_advising(judged: Judgement, advice: impl FnOnce() -> String) -> Judgement {
    if judged.does_fail() && !judged.has_advice() { judged.advising(advice()) } else { judged }
}
