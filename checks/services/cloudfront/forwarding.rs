//! Which headers of a visitor's request reach the origin: the Host header must not reach a bucket, which is asked by its own
//! name (Amazon CloudFront Developer Guide, "Use managed origin request policies", "Use managed cache policies").

use aws_sdk_cloudfront::types::{CachePolicyHeadersConfig, OriginRequestPolicyHeaderBehavior as Passes};

use super::{
    Behavior, CACHE_POLICY_ARN, Distribution, GET_CACHE_POLICY, GET_ORIGIN_REQUEST_POLICY, ORIGIN_REQUEST_POLICY_ARN,
};
use crate::aws::service::prelude::*;

/// AWS's own policies: their ids and names, and whether they pass the Host header on.
const MANAGED: &[(&str, &str, bool)] = &[
    ("216adef6-5c7f-47e4-b989-5492eafa07d3", "AllViewer", true),
    ("33f36d7e-f396-46d9-90e0-52428a34d9dc", "AllViewerAndCloudFrontHeaders-2022-06", true),
    ("bf0718e1-ba1e-49d1-88b1-f726733018ae", "HostHeaderOnly", true),
    ("b689b0a8-53d0-40ab-baf2-68738e2966ac", "AllViewerExceptHostHeader", false),
    ("59781a5b-3903-41f3-afcb-af62929ccde1", "CORS-CustomOrigin", false),
    ("88a5eaf4-2fd4-4709-b370-b4c650ea3fcf", "CORS-S3Origin", false),
    ("775133bc-15f2-49f9-abea-afb2e0bf67d2", "Elemental-MediaTailor-PersonalizedManifests", false),
    ("acba4595-bd28-49b8-b9fe-13317c0390fa", "UserAgentRefererHeaders", false),
    ("2e54312d-136d-493c-8eb9-b001f22f67d2", "Amplify", true),
    ("83da9c7e-98b4-4e11-a168-04f0df8e2c65", "UseOriginCacheControlHeaders", true),
    ("4cc15a8a-d715-48a4-82b8-cc0b614638fe", "UseOriginCacheControlHeaders-QueryStrings", true),
    ("658327ea-f89d-4fab-a63d-7e88639e58f6", "CachingOptimized", false),
    ("b2884449-e4de-46a7-ac36-70bc7f1ddd6d", "CachingOptimizedForUncompressedObjects", false),
    ("4135ea2d-6df8-44a3-9df3-4b5a84be39ad", "CachingDisabled", false),
    ("08627262-05a9-4f76-9ded-b50ca2e3a84f", "Elemental-MediaPackage", false),
];

impl Aws {
    /// What passes the visitors' Host header on to the origin of the home page, if anything does: a policy's name, or the
    /// older settings.
    pub async fn host_passed_on(&self, you: &Learner, distribution: &Distribution) -> Read<Option<String>> {
        let home = self.distribution_settings(distribution).await?.home;
        let looks = home.iter().map(|behavior| self.passes_host_on(you, behavior));
        Ok(futures_util::future::try_join_all(looks).await?.into_iter().flatten().next())
    }

    async fn passes_host_on(&self, you: &Learner, behavior: &Behavior) -> Read<Option<String>> {
        if behavior.passed_on.iter().any(|header| is_host(header)) {
            return Ok(Some("its legacy cache settings".into()));
        }
        let policies = futures_util::join!(
            policy(behavior.origin_request_policy.as_deref(), |id| self.origin_request_policy(you, id)),
            policy(behavior.cache_policy.as_deref(), |id| self.cache_policy(you, id)),
        );
        Ok(policies.0?.or(policies.1?))
    }

    async fn origin_request_policy(&self, you: &Learner, id: String) -> Read<Option<String>> {
        let call = Call::new(GET_ORIGIN_REQUEST_POLICY, you.arn(ORIGIN_REQUEST_POLICY_ARN, "", &id));
        let answer =
            self.ask(call.clone(), "", || self.cloudfront().get_origin_request_policy().id(&id).send()).await?;
        let config = answer.origin_request_policy().and_then(|policy| policy.origin_request_policy_config());
        let config = config.ok_or_else(|| Fault::incomplete(call.clone(), "OriginRequestPolicyConfig"))?;
        let headers = config.headers_config().ok_or_else(|| Fault::incomplete(call, "HeadersConfig"))?;
        let names_host = headers.headers().is_some_and(|all| all.items().iter().any(|header| is_host(header)));
        let passes = match headers.header_behavior() {
            Passes::AllViewer | Passes::AllViewerAndWhitelistCloudFront => true,
            Passes::AllExcept => !names_host,
            _ => names_host,
        };
        Ok(passes.then(|| format!("the origin request policy {}", config.name())))
    }

    async fn cache_policy(&self, you: &Learner, id: String) -> Read<Option<String>> {
        let call = Call::new(GET_CACHE_POLICY, you.arn(CACHE_POLICY_ARN, "", &id));
        let answer = self.ask(call.clone(), "", || self.cloudfront().get_cache_policy().id(&id).send()).await?;
        let config = answer.cache_policy().and_then(|policy| policy.cache_policy_config());
        let config = config.ok_or_else(|| Fault::incomplete(call, "CachePolicyConfig"))?;
        let headers = config.parameters_in_cache_key_and_forwarded_to_origin().and_then(|all| all.headers_config());
        let headers = headers.and_then(CachePolicyHeadersConfig::headers).map(|all| all.items()).unwrap_or_default();
        Ok(headers.iter().any(|header| is_host(header)).then(|| format!("the cache policy {}", config.name())))
    }
}

/// What a policy says; one of AWS's own is known without being read.
async fn policy<F: Future<Output = Read<Option<String>>>>(
    id: Option<&str>,
    read: impl FnOnce(String) -> F,
) -> Read<Option<String>> {
    let Some(id) = id else { return Ok(None) };
    match MANAGED.iter().find(|(known, ..)| *known == id) {
        Some((_, name, passes)) => Ok(passes.then(|| format!("the policy {name}"))),
        None => read(id.to_owned()).await,
    }
}

fn is_host(header: &str) -> bool {
    header == "*" || header.eq_ignore_ascii_case("host")
}
