//! One account: signing in, clients on first use, and reads that are sent once and refused when they would write.

mod access;
mod acm;
mod apigateway;
mod apigateway_domain;
mod cloudfront;
mod code;
mod connections;
pub(crate) mod console;
mod credentials;
mod dns;
mod domains;
mod dynamodb;
mod fault;
mod guard;
mod health;
mod iam;
mod intact;
mod invalidation;
mod lambda;
mod logs;
mod memo;
mod nulls;
mod object;
pub mod operation;
mod outside;
mod pages;
mod patience;
mod policy_document;
mod rate;
pub(crate) mod reads;
mod regional;
mod regions;
mod route53;
mod s3;
mod scripts;
mod secrets;
mod web;
mod website;

use std::collections::HashMap;
use std::error::Error;
use std::future::Future;
use std::sync::{Arc, Mutex, OnceLock};

use aws_config::SdkConfig;
use aws_sdk_sts::config::retry::RetryPartition;
use aws_smithy_runtime_api::client::orchestrator::HttpResponse;
use aws_smithy_runtime_api::client::result::SdkError;
use aws_smithy_types::error::metadata::ProvideErrorMetadata;
use futures_util::future::LocalBoxFuture;
use tokio::time::{Instant, timeout_at};

pub use access::{Access, Caller, SignInError};
pub(crate) use acm::{Certificate, CertificateStatus};
pub(crate) use apigateway::{Deployed, Integration, Method, Pairs, Resource, RestApi, Sent, Stage};
pub(crate) use apigateway_domain::{ApiDomain, ApiEndpoint, ApiMapping, EndpointKind};
pub(crate) use cloudfront::{ALIAS_ZONE_ID, AccessControl, DistributionSettings, Origin};
use connections::Connections;
pub use credentials::{SignedIn, cli_region};
pub(crate) use dns::{Dns, PublicView, RecordKind, Records};
pub(crate) use domains::Registration;
pub(crate) use dynamodb::{Item, Kind, Table, TableState};
pub(crate) use fault::PolicyType;
pub use fault::{Call, Cause, Fault, FaultKind};
use guard::Guard;
pub use health::Health;
pub(crate) use iam::{CustomerPolicy, ListedRole, PolicyUsers, User, is_made_for};
pub(crate) use invalidation::{Invalidation, Invalidations};
pub(crate) use lambda::{Function, FunctionState, Variables};
pub(crate) use logs::LogGroup;
use memo::Memo;
pub(crate) use object::Content;
pub(crate) use outside::Outside;
pub use patience::Patience;
use rate::Rates;
use regional::Regional;
pub(crate) use route53::{AliasTarget, HostedZone};
pub(crate) use s3::{Bucket, InEffect, Object, PublicAccess, Website};
use secrets::Secrets;
pub(crate) use web::{Answer, Data, Page, Responder, Served, Url, Web};
pub(crate) use website::website_endpoint;

/// What a read gives: an answer, or why there is none.
pub type Read<T> = Result<T, Fault>;

/// One account as the verifiers see it, in one run: what has been read is not read again, and at its deadline the run
/// gives up.
pub struct Aws {
    config: SdkConfig,
    /// Whether an endpoint other than AWS's own answers.
    emulated: bool,
    patience: Patience,
    /// When the run gives up; set by its first read.
    deadline: OnceLock<Instant>,
    guard: Guard,
    memo: Memo,
    secrets: Secrets,
    rates: Arc<Rates>,
    connections: Connections,
    /// The services, each in a region, that have not answered in time, with what was asked.
    silent: Mutex<HashMap<(&'static str, String), Call>>,
    /// The SDK counts the retries of all clients in the process together, unless it is told whose they are.
    retries: RetryPartition,
    outside: Outside,
    s3: Regional<aws_sdk_s3::Client>,
    acm: Regional<aws_sdk_acm::Client>,
    apigateway: Regional<aws_sdk_apigateway::Client>,
    apigatewayv2: Regional<aws_sdk_apigatewayv2::Client>,
    lambda: Regional<aws_sdk_lambda::Client>,
    dynamodb: Regional<aws_sdk_dynamodb::Client>,
    logs: Regional<aws_sdk_cloudwatchlogs::Client>,
    s3control: OnceLock<aws_sdk_s3control::Client>,
    sts: OnceLock<aws_sdk_sts::Client>,
    iam: OnceLock<aws_sdk_iam::Client>,
    route53: OnceLock<aws_sdk_route53::Client>,
    domains: OnceLock<aws_sdk_route53domains::Client>,
    cloudfront: OnceLock<aws_sdk_cloudfront::Client>,
}

impl Aws {
    /// An account reached through `config`, and the world around it.
    pub(crate) fn new(config: SdkConfig, emulated: bool, outside: Outside) -> Self {
        let rates = Arc::<Rates>::default();
        Self {
            config,
            emulated,
            outside,
            patience: Patience::default(),
            deadline: OnceLock::new(),
            guard: Guard::new(&rates),
            memo: Memo::default(),
            secrets: Secrets::default(),
            rates,
            connections: Connections::default(),
            silent: Mutex::default(),
            retries: RetryPartition::custom("account").build(),
            s3: Regional::default(),
            acm: Regional::default(),
            apigateway: Regional::default(),
            apigatewayv2: Regional::default(),
            lambda: Regional::default(),
            dynamodb: Regional::default(),
            logs: Regional::default(),
            s3control: OnceLock::new(),
            sts: OnceLock::new(),
            iam: OnceLock::new(),
            route53: OnceLock::new(),
            domains: OnceLock::new(),
            cloudfront: OnceLock::new(),
        }
    }

    /// The same account with nothing remembered, so that reads are sent again. What was sent stays counted, the deadline
    /// stays the run's, and the configuration stays as it was read; [`Aws::reach`] reads it again, and so notices a new
    /// sign-in.
    #[must_use]
    pub fn anew(&self) -> Self {
        Self {
            patience: self.patience,
            deadline: self.deadline.clone(),
            guard: self.guard.clone(),
            rates: Arc::clone(&self.rates),
            retries: self.retries.clone(),
            secrets: self.secrets.clone(),
            ..Self::new(self.config.clone(), self.emulated, self.outside.afresh())
        }
    }

    /// The labels of all requests sent so far, such as `s3:ListBuckets` or `https:GET`, in order and with retries.
    pub fn sent(&self) -> Vec<&'static str> {
        self.guard.sent()
    }

    /// The account, with other time limits.
    pub(crate) fn within(self, patience: Patience) -> Self {
        Self { patience, ..self }
    }

    pub(crate) fn patience(&self) -> Patience {
        self.patience
    }

    /// When this run gives up.
    pub(crate) fn deadline(&self) -> Instant {
        *self.deadline.get_or_init(|| Instant::now() + self.patience.run)
    }

    /// Sends a read once for this run, at the service's rate, and classifies what goes wrong. The call and `scope`, such
    /// as the region or the page, tell one read from another.
    fn ask<'a, T, E>(
        &'a self,
        call: Call,
        scope: &str,
        send: impl Future<Output = Result<T, SdkError<E, HttpResponse>>> + 'a,
    ) -> LocalBoxFuture<'a, Read<Arc<T>>>
    where
        T: Send + Sync + 'static,
        E: ProvideErrorMetadata + Error + 'static,
    {
        let key = format!("{} {} {scope}", call.operation.label, call.resource);
        // The SDK's futures are large, and every layer around one would be larger still: verifiers hold many of them.
        let send = Box::pin(send);
        Box::pin(async move {
            let answer = async {
                let late = Fault::late(call.clone(), self.patience.run);
                if self.deadline() <= Instant::now() {
                    return Err(late);
                }
                timeout_at(self.deadline(), self.send(call, send)).await.unwrap_or(Err(late))
            };
            self.memo.once(key, answer).await
        })
    }

    async fn send<T, E>(
        &self,
        call: Call,
        send: impl Future<Output = Result<T, SdkError<E, HttpResponse>>>,
    ) -> Read<Arc<T>>
    where
        E: ProvideErrorMetadata + Error + 'static,
    {
        let _place = self.rates.wait(call.operation, &call.region).await;
        let _connection = self.connections.one().await;
        self.refuse_silent(&call)?;
        match send.await {
            Ok(answer) => Ok(Arc::new(answer)),
            Err(error) => {
                self.note_silence(&call, &error);
                Err(Fault::of(call, &error, self.emulated, &self.secrets))
            }
        }
    }

    /// A service that has let one read wait to the end is not asked again: reads that follow one another would add up.
    fn refuse_silent(&self, call: &Call) -> Read<()> {
        let silent = self.silent.lock().expect("no holder panics");
        let unanswered = silent.get(&(call.operation.service, call.region.clone()));
        unanswered.map_or(Ok(()), |unanswered| Err(Fault::not_asked(call.clone(), unanswered)))
    }

    fn note_silence<E>(&self, call: &Call, error: &SdkError<E, HttpResponse>) {
        let timed_out = match error {
            SdkError::TimeoutError(_) => true,
            SdkError::DispatchFailure(failure) => failure.is_timeout(),
            _ => false,
        };
        if timed_out {
            let place = (call.operation.service, call.region.clone());
            self.silent.lock().expect("no holder panics").insert(place, call.clone());
        }
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

/// A client that carries the read-only guard and takes whole answers alone: the only way to make one.
macro_rules! guarded {
    ($aws:expr, $service:ident) => {
        guarded!($aws, $service, |builder| builder)
    };
    ($aws:expr, $service:ident, |$builder:ident| $configured:expr) => {{
        let $builder = $service::config::Builder::from(&$aws.config)
            .interceptor($aws.guard.clone())
            .interceptor($crate::aws::intact::Intact)
            .interceptor($aws.secrets.clone())
            .retry_partition($aws.retries.clone());
        $service::Client::from_conf($configured.build())
    }};
}
pub(crate) use guarded;

#[cfg(test)]
#[path = "tests/guard.rs"]
mod guard_tests;
