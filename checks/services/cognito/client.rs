//! Cognito: the app clients of a user pool. A client's secret never leaves this file.

use std::fmt;

use aws_sdk_cognitoidentityprovider::operation::list_user_pool_clients::ListUserPoolClientsOutput;
use aws_sdk_cognitoidentityprovider::types::{PreventUserExistenceErrorTypes, UserPoolClientType};
use futures_util::stream::{self, StreamExt, TryStreamExt};

use super::{DESCRIBE_USER_POOL_CLIENT, LIST_USER_POOL_CLIENTS, NOT_FOUND, PAGE, POOL_ARN, PoolDomain};
use crate::aws::service::prelude::*;

/// How many app clients of a pool are read; a pool may have a thousand.
const MOST: usize = 20;
/// How many are read at the same time.
const AT_ONCE: usize = 5;

/// What a program, or a website, that signs people in with a pool may do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AppClient {
    pub id: String,
    pub name: String,
    /// Whether it must prove itself with a secret, as no page in a browser can.
    pub has_secret: bool,
    /// Whether it may use the sign-in pages at all.
    pub uses_pages: bool,
    /// The grants of OAuth that it may use: `code`, `implicit`, `client_credentials`.
    pub flows: Vec<String>,
    /// What tokens may be for, such as `openid`.
    pub scopes: Vec<String>,
    /// Who knows the people that sign in: `COGNITO` is the pool itself.
    pub providers: Vec<String>,
    /// Where people may be sent after they signed in.
    pub callbacks: Vec<String>,
    /// Where people may be sent after they signed out.
    pub sign_outs: Vec<String>,
    /// The attributes that it may read; empty for the default, all standard ones.
    pub readable: Vec<String>,
    /// The attributes that it may change; empty for the default, all standard ones.
    pub writable: Vec<String>,
    /// Whether an error at sign-in says the same of users that are there and of others.
    pub hides_users: bool,
    /// Whether its refresh tokens can be revoked; what does not say so is taken for the default.
    pub revokes: bool,
}

impl fmt::Display for AppClient {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the app client {} ({})", self.name, self.id)
    }
}

impl Aws {
    /// The domain of that name, and the app clients of its pool; none where no pool has the domain.
    pub async fn clients_of(&self, you: &Learner, domain: &str) -> (Read<Option<PoolDomain>>, Read<Vec<AppClient>>) {
        let domain = self.pool_domain(you, domain).await;
        let clients = match &domain {
            Ok(Some(domain)) => self.app_clients(you, &domain.pool_id).await,
            _ => Ok(Vec::new()),
        };
        (domain, clients)
    }

    /// The app clients of the pool of that id, in the order in which AWS lists them.
    pub async fn app_clients(&self, you: &Learner, pool_id: &str) -> Read<Vec<AppClient>> {
        let ids = self.app_client_ids(you, pool_id).await?;
        let looks = ids.iter().take(MOST).map(|id| self.app_client(you, pool_id, id));
        // One that was deleted since the list was made is none.
        let clients: Vec<_> = stream::iter(looks).buffered(AT_ONCE).try_collect().await?;
        Ok(clients.into_iter().flatten().collect())
    }

    async fn app_client_ids(&self, you: &Learner, pool_id: &str) -> Read<Vec<String>> {
        let call = Call::new(LIST_USER_POOL_CLIENTS, you.arn(POOL_ARN, &you.region, pool_id)).at(&you.region);
        let list = || self.cognito(&you.region).list_user_pool_clients().user_pool_id(pool_id).max_results(PAGE);
        let send = |token| list().set_next_token(token).send();
        let read = |answer: &ListUserPoolClientsOutput| {
            let listed = answer.user_pool_clients.as_ref().ok_or("UserPoolClients")?;
            let ids = listed.iter().map(|client| client.client_id().map(str::to_owned));
            Ok(Listing::marked(ids.collect::<Option<_>>().ok_or("ClientId")?, answer.next_token()))
        };
        self.all(call, &you.region, send, read).await
    }

    async fn app_client(&self, you: &Learner, pool_id: &str, id: &str) -> Read<Option<AppClient>> {
        let call = Call::new(DESCRIBE_USER_POOL_CLIENT, you.arn(POOL_ARN, &you.region, pool_id)).at(&you.region);
        let describe = self.cognito(&you.region).describe_user_pool_client().user_pool_id(pool_id).client_id(id);
        let scope = format!("{} {id}", you.region);
        let answer = self.ask(call.clone(), &scope, || describe.send()).await.absent_on(NOT_FOUND)?;
        let Some(answer) = answer else { return Ok(None) };
        let client = answer.user_pool_client().ok_or_else(|| Fault::incomplete(call.clone(), "UserPoolClient"))?;
        Ok(Some(described(id, client)))
    }
}

/// Members that are left out are the default: no flow, no provider, no address, and all standard attributes.
fn described(id: &str, client: &UserPoolClientType) -> AppClient {
    AppClient {
        id: id.to_owned(),
        name: client.client_name().unwrap_or_default().to_owned(),
        has_secret: client.client_secret().is_some_and(|secret| !secret.is_empty()),
        uses_pages: client.allowed_o_auth_flows_user_pool_client().unwrap_or(false),
        flows: client.allowed_o_auth_flows().iter().map(|flow| flow.as_str().to_owned()).collect(),
        scopes: client.allowed_o_auth_scopes().to_vec(),
        providers: client.supported_identity_providers().to_vec(),
        callbacks: client.callback_urls().to_vec(),
        sign_outs: client.logout_urls().to_vec(),
        readable: client.read_attributes().to_vec(),
        writable: client.write_attributes().to_vec(),
        hides_users: client.prevent_user_existence_errors() == Some(&PreventUserExistenceErrorTypes::Enabled),
        revokes: client.enable_token_revocation().unwrap_or(true),
    }
}
