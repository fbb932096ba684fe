//! One account: signing in, clients on first use, and reads that are sent once and refused when they would write.

mod access;
mod acm;
mod cloudfront;
pub(crate) mod console;
mod dns;
mod domains;
mod fault;
mod guard;
mod iam;
mod memo;
pub mod operation;
mod regions;
mod route53;
mod s3;
mod website;

use std::collections::HashMap;
use std::error::Error;
use std::future::Future;
use std::sync::{Arc, Mutex, OnceLock};

use aws_config::SdkConfig;
use aws_smithy_runtime_api::client::orchestrator::HttpResponse;
use aws_smithy_runtime_api::client::result::SdkError;
use aws_smithy_types::error::metadata::ProvideErrorMetadata;

pub use access::{Access, Caller, SignInError};
pub(crate) use acm::{Certificate, CertificateStatus};
pub(crate) use cloudfront::{ALIAS_ZONE_ID, AccessControl, DistributionSettings, Origin};
pub(crate) use dns::Dns;
pub(crate) use domains::Registration;
pub(crate) use fault::PolicyType;
pub use fault::{Call, Cause, Fault, FaultKind};
use guard::Guard;
pub(crate) use iam::User;
use memo::Memo;
pub(crate) use route53::{AliasTarget, HostedZone};
pub(crate) use s3::{Bucket, Object, PublicAccess, Website};
pub(crate) use website::website_endpoint;

/// What a read gives: an answer, or why there is none.
pub type Read<T> = Result<T, Fault>;

/// One account as the verifiers see it.
pub struct Aws {
    config: SdkConfig,
    /// Whether an endpoint other than AWS's own answers.
    emulated: bool,
    guard: Guard,
    memo: Memo,
    dns: Dns,
    s3: Mutex<HashMap<String, aws_sdk_s3::Client>>,
    acm: Mutex<HashMap<String, aws_sdk_acm::Client>>,
    s3control: OnceLock<aws_sdk_s3control::Client>,
    sts: OnceLock<aws_sdk_sts::Client>,
    iam: OnceLock<aws_sdk_iam::Client>,
    route53: OnceLock<aws_sdk_route53::Client>,
    domains: OnceLock<aws_sdk_route53domains::Client>,
    cloudfront: OnceLock<aws_sdk_cloudfront::Client>,
}

impl Aws {
    /// An account reached through `config`.
    pub(crate) fn new(config: SdkConfig, emulated: bool, dns: Dns) -> Self {
        Self {
            config,
            emulated,
            dns,
            guard: Guard::default(),
            memo: Memo::default(),
            s3: Mutex::default(),
            acm: Mutex::default(),
            s3control: OnceLock::new(),
            sts: OnceLock::new(),
            iam: OnceLock::new(),
            route53: OnceLock::new(),
            domains: OnceLock::new(),
            cloudfront: OnceLock::new(),
        }
    }

    /// The labels of all requests sent so far, such as `s3:ListBuckets`, in order and with retries.
    pub fn sent(&self) -> Vec<&'static str> {
        self.guard.sent()
    }

    /// Sends a read once for this run and classifies what goes wrong. The call and `scope`, such as the region or
    /// the page, tell one read from another.
    async fn ask<T, E>(
        &self,
        call: Call,
        scope: &str,
        send: impl Future<Output = Result<T, SdkError<E, HttpResponse>>>,
    ) -> Read<Arc<T>>
    where
        T: Send + Sync + 'static,
        E: ProvideErrorMetadata + Error + 'static,
    {
        let key = format!("{} {} {scope}", call.operation.label, call.resource);
        self.memo
            .once(key, async { send.await.map(Arc::new).map_err(|error| Fault::of(call, &error, self.emulated)) })
            .await
    }
}

/// An answer that may rightly be an error: the codes that mean *there is none*.
trait Absent<T> {
    fn absent_on(self, codes: &[&str]) -> Read<Option<T>>;
}

impl<T> Absent<T> for Read<T> {
    fn absent_on(self, codes: &[&str]) -> Read<Option<T>> {
        match self {
            Ok(answer) => Ok(Some(answer)),
            Err(fault) if fault.has_code(codes) => Ok(None),
            Err(fault) => Err(fault),
        }
    }
}

/// A client that carries the read-only guard: the only way to make one.
macro_rules! guarded {
    ($aws:expr, $service:ident) => {
        guarded!($aws, $service, |builder| builder)
    };
    ($aws:expr, $service:ident, |$builder:ident| $configured:expr) => {{
        let $builder = $service::config::Builder::from(&$aws.config).interceptor($aws.guard.clone());
        $service::Client::from_conf($configured.build())
    }};
}
pub(crate) use guarded;

#[cfg(test)]
#[path = "tests/guard.rs"]
mod guard_tests;
