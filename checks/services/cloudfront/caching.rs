//! Whether a behavior keeps anything in CloudFront's caches.

use super::{Behavior, CACHE_POLICY_ARN, GET_CACHE_POLICY};
use crate::aws::service::prelude::*;

impl Aws {
    /// How many seconds the behavior keeps an answer at the most; 0 if it keeps none (Amazon CloudFront API Reference,
    /// "CachePolicyConfig"). The older settings keep what they do not limit for a year.
    pub async fn longest_cached(&self, you: &Learner, behavior: &Behavior) -> Read<i64> {
        const YEAR: i64 = 31_536_000;
        let Some(id) = &behavior.cache_policy else { return Ok(behavior.older_longest.unwrap_or(YEAR)) };
        let call = Call::new(GET_CACHE_POLICY, you.arn(CACHE_POLICY_ARN, "", id));
        let answer = self.ask(call.clone(), "", || self.cloudfront().get_cache_policy().id(id).send()).await?;
        let config = answer.cache_policy().and_then(|policy| policy.cache_policy_config());
        let config = config.ok_or_else(|| Fault::incomplete(call, "CachePolicyConfig"))?;
        Ok(config.max_ttl().unwrap_or(YEAR))
    }
}
