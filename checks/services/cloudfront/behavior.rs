//! The cache behaviors of a distribution that visitors of the home page meet.

use aws_sdk_cloudfront::types::{
    CacheBehavior, DefaultCacheBehavior, DistributionConfig, ForwardedValues, FunctionAssociations,
    LambdaFunctionAssociations, TrustedKeyGroups, TrustedSigners,
};

use super::{Origin, origin};
use crate::aws::fault::{Call, Read};
use crate::documents::policy::glob::{Case, matches};

/// A cache behavior.
#[derive(Clone, Debug)]
pub struct Behavior {
    /// The paths that it is for, such as `/*`; `None` for the default one.
    pub pattern: Option<String>,
    pub viewer_protocol: String,
    /// Where it fetches from; of an origin group, the first.
    pub origin: Read<Origin>,
    /// Whether it answers only what a trusted signer has signed.
    pub wants_signed: bool,
    /// The functions that it runs for visitors, by their ARNs.
    pub functions: Vec<String>,
    pub origin_request_policy: Option<String>,
    pub cache_policy: Option<String>,
    /// Whether it packs what it gives out, for browsers that can unpack it.
    pub compresses: bool,
    /// How many seconds the older settings keep an answer at the most.
    pub older_longest: Option<i64>,
    /// The headers that the older settings pass on to the origin, `*` for all.
    pub passed_on: Vec<String>,
}

/// The behaviors that visitors meet who ask for the default root object, by either of its addresses. They are matched in
/// their order, and the default one last (Amazon CloudFront Developer Guide, "Path pattern").
pub fn of_home(call: &Call, config: &DistributionConfig) -> Vec<Behavior> {
    let behaviors = config.cache_behaviors().map(|behaviors| behaviors.items()).unwrap_or_default();
    let root = format!("/{}", config.default_root_object().unwrap_or_default().trim_start_matches('/'));
    let mut taken: Vec<usize> = ["/", &root]
        .iter()
        .map(|path| behaviors.iter().position(|one| is_for(one.path_pattern(), path)).unwrap_or(behaviors.len()))
        .collect();
    taken.dedup();
    let read = |index: usize| match behaviors.get(index) {
        Some(one) => Some(ordered(call, config, one)),
        None => config.default_cache_behavior().map(|one| default(call, config, one)),
    };
    taken.into_iter().filter_map(read).collect()
}

/// A pattern may leave out the slash that all paths begin with.
fn is_for(pattern: &str, path: &str) -> bool {
    matches(pattern, path, Case::Sensitive) || matches(&format!("/{pattern}"), path, Case::Sensitive)
}

/// Both kinds of behaviors have the same settings, in types of their own.
macro_rules! behavior {
    ($call:expr, $config:expr, $one:expr, $pattern:expr) => {
        Behavior {
            pattern: $pattern,
            viewer_protocol: $one.viewer_protocol_policy().as_str().to_owned(),
            origin: origin($call, $config, $one.target_origin_id()),
            wants_signed: wants_signed($one.trusted_signers(), $one.trusted_key_groups()),
            functions: functions($one.function_associations(), $one.lambda_function_associations()),
            origin_request_policy: id($one.origin_request_policy_id()),
            cache_policy: id($one.cache_policy_id()),
            compresses: $one.compress().unwrap_or(false),
            older_longest: $one.max_ttl(),
            passed_on: passed_on($one.forwarded_values()),
        }
    };
}

#[expect(deprecated, reason = "distributions that are older than cache policies have these settings")]
fn ordered(call: &Call, config: &DistributionConfig, one: &CacheBehavior) -> Behavior {
    behavior!(call, config, one, Some(one.path_pattern().to_owned()))
}

#[expect(deprecated, reason = "distributions that are older than cache policies have these settings")]
fn default(call: &Call, config: &DistributionConfig, one: &DefaultCacheBehavior) -> Behavior {
    behavior!(call, config, one, None)
}

fn id(id: Option<&str>) -> Option<String> {
    id.filter(|id| !id.is_empty()).map(str::to_owned)
}

fn wants_signed(signers: Option<&TrustedSigners>, groups: Option<&TrustedKeyGroups>) -> bool {
    signers.is_some_and(TrustedSigners::enabled) || groups.is_some_and(TrustedKeyGroups::enabled)
}

fn functions(own: Option<&FunctionAssociations>, lambda: Option<&LambdaFunctionAssociations>) -> Vec<String> {
    let own = own.map(|all| all.items()).unwrap_or_default().iter().map(|one| one.function_arn());
    let lambda = lambda.map(|all| all.items()).unwrap_or_default().iter().map(|one| one.lambda_function_arn());
    own.chain(lambda).map(str::to_owned).collect()
}

fn passed_on(older: Option<&ForwardedValues>) -> Vec<String> {
    older.and_then(|older| older.headers()).map(|headers| headers.items().to_vec()).unwrap_or_default()
}
