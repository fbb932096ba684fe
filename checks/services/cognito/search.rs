//! Cognito: which user pool is the learner's. Its name does not tell, since the console invents one.

use futures_util::future::try_join_all;

use super::{AppClient, UserPool};
use crate::aws::service::prelude::*;
use crate::documents::address::Address;

/// By what the learner's user pool is told from others.
#[derive(Clone, Copy, Debug)]
pub struct PoolMarks<'a> {
    /// The domain of its sign-in pages.
    pub domain: &'a str,
    /// The website to which it sends people back.
    pub website: &'a str,
    /// How well a pool with these app clients fits: of several, the one that fits best is taken.
    pub fits: fn(&Learner, &UserPool, &[AppClient]) -> usize,
}

/// How many pools are searched for an app client.
const MOST_SEARCHED: usize = 5;

/// What the app clients of a pool say about whose it is; the last is the best.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Claim {
    /// They lead to another website: this address.
    Foreign(String),
    /// They lead nowhere yet, or to the learner's own machine.
    Open,
    /// One of them leads to the website.
    Own,
}

impl Aws {
    /// The user pool that the domain leads to; without the domain, the one with an app client that leads to the website, and
    /// of several the one that fits best; or what a beginner made instead.
    pub async fn user_pool(&self, you: &Learner, marks: PoolMarks<'_>) -> Read<Found<UserPool>> {
        let named = match self.pool_domain(you, marks.domain).await? {
            Some(domain) => self.pool_of(you, &domain.pool_id).await?,
            None => None,
        };
        match named {
            Some(pool) => Ok(Found::Here(pool)),
            None => self.pool_by_clients(you, marks).await,
        }
    }

    async fn pool_by_clients(&self, you: &Learner, marks: PoolMarks<'_>) -> Read<Found<UserPool>> {
        let mut pools = self.user_pools(&you.region).await?;
        if pools.is_empty() {
            return Ok(Found::Missing(self.pool_elsewhere(you).await));
        }
        pools.truncate(MOST_SEARCHED);
        let looks = pools.iter().map(|(id, _)| self.searched(you, id));
        let searched: Vec<_> = try_join_all(looks).await?.into_iter().flatten().collect();
        let mut claims: Vec<_> = searched
            .into_iter()
            .map(|(pool, clients)| (claim(&clients, marks.website), (marks.fits)(you, &pool, &clients), pool))
            .collect();
        claims.sort_by(|(a, fits_a, _), (b, fits_b, _)| b.cmp(a).then(fits_b.cmp(fits_a)));
        let count = |wanted: &Claim| claims.iter().filter(|(claim, ..)| claim == wanted).count();
        let (own, open) = (count(&Claim::Own), count(&Claim::Open));
        Ok(match claims.into_iter().next().map(|(claim, _, pool)| (claim, pool)) {
            Some((Claim::Own, pool)) => Found::Here(UserPool { rivals: own - 1, ..pool }),
            Some((Claim::Open, pool)) if open == 1 => Found::Here(pool),
            Some((Claim::Open, _)) => Found::Missing(Some(several(open, marks.website))),
            Some((Claim::Foreign(address), pool)) => {
                Found::Missing(Some(leads_elsewhere(&pool, &address, marks.website)))
            }
            None => Found::Missing(None),
        })
    }

    async fn searched(&self, you: &Learner, id: &str) -> Read<Option<(UserPool, Vec<AppClient>)>> {
        let (pool, clients) = futures_util::join!(self.pool_of(you, id), self.app_clients(you, id));
        match pool? {
            Some(pool) => Ok(Some((pool, clients?))),
            None => Ok(None),
        }
    }

    async fn pool_elsewhere(&self, you: &Learner) -> Option<NearMiss> {
        let (region, pools) =
            self.elsewhere(you, &you.region, |region| self.user_pools(region), |pools| !pools.is_empty()).await?;
        let (_, name) = pools.first()?;
        Some(NearMiss::in_region("user pool", name, region, &you.region))
    }
}

fn claim(clients: &[AppClient], website: &str) -> Claim {
    let is_own = |host: &str| host == website || host.strip_suffix(website).is_some_and(|rest| rest.ends_with('.'));
    let is_local = |host: &str| ["localhost", "127.0.0.1"].contains(&host);
    // An address of an app's own scheme leads to no website.
    let addresses: Vec<_> =
        clients.iter().flat_map(|client| &client.callbacks).filter_map(|url| Address::parse(url)).collect();
    if addresses.iter().any(|address| is_own(address.host_name())) {
        return Claim::Own;
    }
    let foreign = addresses.iter().find(|address| !is_local(address.host_name()));
    foreign.map_or(Claim::Open, |address| Claim::Foreign(address.to_string()))
}

fn several(count: usize, website: &str) -> NearMiss {
    NearMiss {
        found: format!("{count} user pools, none of which has an app client that leads to {website}"),
        advice: format!("Choose one of them, and give its app client a callback address at https://{website}."),
    }
}

fn leads_elsewhere(pool: &UserPool, address: &str, website: &str) -> NearMiss {
    NearMiss {
        found: format!("{pool}, whose app client leads to {address}"),
        advice: format!(
            "If that pool is the one of this exercise, give its app client a callback address at https://{website}; otherwise create another pool."
        ),
    }
}
