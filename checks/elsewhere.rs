//! Looks through the other regions for what a beginner put there by mistake.

use std::future::Future;

use futures_util::future::join_all;
use futures_util::join;

use crate::aws::fault::Read;
use crate::aws::regions::DEFAULT_REGIONS;
use crate::aws::{Aws, NearMisses};
use crate::learner::Learner;

impl Aws {
    /// Searches all regions but `here` at the same time. Returns the first that has the thing, and what was read there.
    /// A region that cannot be read is no near miss and no fault of the clause.
    ///
    /// In an account that spares reads nothing is searched until something of the book exists. What the book builds in a region
    /// comes after its first bucket and its hosted zone, which are found without one.
    pub(crate) async fn elsewhere<T, F: Future<Output = Read<T>>>(
        &self,
        you: &Learner,
        here: &str,
        look: impl Fn(&'static str) -> F,
        has: impl Fn(&T) -> bool,
    ) -> Option<(&'static str, T)> {
        let is_worth_it = match self.near_misses() {
            NearMisses::Always => true,
            NearMisses::IfBegun => self.has_begun(you).await,
            NearMisses::Never => false,
        };
        if !is_worth_it {
            return None;
        }
        let others = DEFAULT_REGIONS.iter().copied().filter(|region| *region != here);
        let looks = join_all(others.map(|region| {
            let look = look(region);
            async move { Some((region, look.await.ok()?)) }
        }));
        looks.await.into_iter().flatten().find(|(_, seen)| has(seen))
    }

    /// Whether the account has a bucket, a hosted zone of the domain, or an API or a function in the learner's region.
    /// An account that cannot be read may have.
    async fn has_begun(&self, you: &Learner) -> bool {
        let (buckets, zone, apis, functions) =
            join!(self.has_buckets(you), self.has_zone(&you.domain), self.has_rest_apis(you), self.has_functions(you));
        [buckets, zone, apis, functions].into_iter().any(|read| read.unwrap_or(true))
    }
}
