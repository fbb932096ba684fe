//! One account: signing in, clients on first use, and reads that are sent once and refused when they would write.

pub(crate) mod access;
pub(crate) mod api;
pub(crate) mod assume;
pub(crate) mod clients;
pub(crate) mod complete;
pub(crate) mod configuration;
mod configuration_files;
pub(crate) mod connections;
pub(crate) mod console;
pub(crate) mod credentials;
pub(crate) mod deposit;
pub(crate) mod fault;
pub(crate) mod guard;
pub(crate) mod intact;
pub(crate) mod memo;
pub(crate) mod nulls;
pub(crate) mod operation;
pub(crate) mod paging;
pub(crate) mod patience;
pub(crate) mod policy_document;
pub(crate) mod rate;
pub(crate) mod reader;
pub(crate) mod regions;
pub(crate) mod secrets;
pub(crate) mod service;
pub(crate) mod sign_in_error;
mod trust;

use std::collections::HashMap;
use std::error::Error;
use std::future::Future;
use std::sync::{Arc, Mutex, OnceLock};

use aws_config::{Region, SdkConfig};
use aws_sdk_sts::config::retry::RetryPartition;
use aws_smithy_runtime_api::client::orchestrator::HttpResponse;
use aws_smithy_runtime_api::client::result::SdkError;
use aws_smithy_types::error::metadata::ProvideErrorMetadata;
use futures_util::future::LocalBoxFuture;
use jiff::Timestamp;
use tokio::time::{Instant, timeout_at};

use api::Apis;
use clients::{Clients, Parts};
use complete::Complete;
use connections::Connections;
use fault::{Call, Classifier, Fault, Read, Switches};
use guard::Guard;
use memo::Memo;
use patience::Patience;
use rate::Rates;
use secrets::Secrets;

use crate::outside::Outside;
use crate::outside::dns::Dns;
use crate::outside::remembered::Rememberable;

/// Whether things that are missing are searched for in other regions, which costs many reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NearMisses {
    Always,
    /// Only if something of the book exists.
    IfBegun,
    Never,
}

/// One account during one run, as the verifiers see it. Nothing is read twice, and the run gives up at its deadline.
pub struct Aws {
    config: SdkConfig,
    apis: Apis,
    /// Whether an endpoint other than AWS's own answers.
    emulated: bool,
    /// Whether near misses that cost many reads are looked for.
    near_misses: NearMisses,
    patience: Patience,
    /// When the run gives up; set by its first read.
    deadline: OnceLock<Instant>,
    guard: Guard,
    memo: Memo,
    secrets: Secrets,
    pub(crate) rates: Arc<Rates>,
    connections: Connections,
    /// The services, each in a region, that have not answered in time, with what was asked.
    silent: Mutex<HashMap<(&'static str, String), Call>>,
    /// Whose retries these are: otherwise the SDK counts those of all clients in the process together.
    retries: RetryPartition,
    outside: Outside,
    clients: Clients,
}

impl Aws {
    /// An account reached through `config`, the services that may be asked, and the world around it.
    pub(crate) fn new(config: SdkConfig, apis: Apis, emulated: bool, outside: Outside) -> Self {
        let rates = Arc::new(Rates::new(apis));
        Self {
            config,
            apis,
            emulated,
            near_misses: NearMisses::Always,
            outside,
            patience: Patience::default(),
            deadline: OnceLock::new(),
            guard: Guard::new(&rates, apis),
            memo: Memo::default(),
            secrets: Secrets::default(),
            rates,
            connections: Connections::default(),
            silent: Mutex::default(),
            retries: RetryPartition::custom("account").build(),
            clients: Clients::default(),
        }
    }

    /// Returns the same account with an empty memory, so that reads are sent again. It keeps the counts, the deadline
    /// and the configuration. Only [`Aws::reach`] reads the configuration again and notices a new sign-in.
    #[must_use]
    pub fn without_memory(&self) -> Self {
        Self {
            patience: self.patience,
            near_misses: self.near_misses,
            deadline: self.deadline.clone(),
            guard: self.guard.clone(),
            rates: Arc::clone(&self.rates),
            retries: self.retries.clone(),
            secrets: self.secrets.clone(),
            ..Self::new(self.config.clone(), self.apis, self.emulated, self.outside.without_memory())
        }
    }

    /// The same account with an empty memory, reached in another way and seen in another world.
    pub(crate) fn through(&self, config: SdkConfig, outside: Outside) -> Self {
        Self { config, outside, ..self.without_memory() }
    }

    /// How it is reached.
    pub(crate) fn sdk_config(&self) -> &SdkConfig {
        &self.config
    }

    /// The labels of all requests sent so far, such as `s3:ListBuckets` or `https:GET`, in order and with retries.
    pub fn sent(&self) -> Vec<&'static str> {
        self.guard.sent()
    }

    /// The account, with other time limits.
    pub(crate) fn within(self, patience: Patience) -> Self {
        Self { patience, ..self }
    }

    /// The account, for a run that checks many exercises: other regions are searched only if something of the book
    /// exists.
    #[must_use]
    pub fn sparing(self) -> Self {
        Self { near_misses: NearMisses::IfBegun, ..self }
    }

    /// The account, for a run that asks only what is there: other regions are never searched.
    #[must_use]
    pub fn without_near_misses(self) -> Self {
        Self { near_misses: NearMisses::Never, ..self }
    }

    pub(crate) fn near_misses(&self) -> NearMisses {
        self.near_misses
    }

    pub(crate) fn patience(&self) -> Patience {
        self.patience
    }

    /// When this run gives up.
    pub(crate) fn deadline(&self) -> Instant {
        *self.deadline.get_or_init(|| Instant::now() + self.patience.run)
    }

    /// Returns a service's client in `region`, which is empty for a service without regions. `make` creates it on first
    /// use. Services call the macro `client!` instead.
    pub(crate) fn client<C: Clone + Send + 'static>(&self, region: &str, make: impl FnOnce(Parts) -> C) -> C {
        self.clients.of(region, || {
            let config = match region {
                "" => self.config.clone(),
                region => self.config.to_builder().region(Region::new(region.to_owned())).build(),
            };
            make(Parts {
                config,
                guard: self.guard.clone(),
                complete: Complete { apis: self.apis },
                secrets: self.secrets.clone(),
                retries: self.retries.clone(),
            })
        })
    }

    /// Whether an endpoint other than AWS's own answers.
    pub(crate) fn is_emulated(&self) -> bool {
        self.emulated
    }

    /// The world around the account.
    pub(crate) fn outside(&self) -> &Outside {
        &self.outside
    }

    /// What time it is.
    pub(crate) fn now(&self) -> Timestamp {
        self.outside.clock.now()
    }

    /// The endpoint that answers instead of AWS's own, if one does.
    pub(crate) fn endpoint(&self) -> Option<&str> {
        self.config.endpoint_url()
    }

    /// Sends a read once per run, at the service's rate, and classifies what goes wrong. The call and `scope`, such as
    /// the region or the page, identify the read. `send` is called when it is the read's turn.
    pub(crate) fn ask<'a, T, E, F>(
        &'a self,
        call: Call,
        scope: &str,
        send: impl FnOnce() -> F + 'a,
    ) -> LocalBoxFuture<'a, Read<Arc<T>>>
    where
        T: Send + Sync + 'static,
        E: ProvideErrorMetadata + Error + 'static,
        F: Future<Output = Result<T, SdkError<E, HttpResponse>>> + 'a,
    {
        let key = format!("{} {} {scope}", call.operation.label, call.resource);
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

    async fn send<T, E, F>(&self, call: Call, send: impl FnOnce() -> F) -> Read<Arc<T>>
    where
        E: ProvideErrorMetadata + Error + 'static,
        F: Future<Output = Result<T, SdkError<E, HttpResponse>>>,
    {
        let _place = self.rates.wait(call.operation, &call.region).await;
        let _connection = self.connections.one().await;
        self.refuse_silent(&call)?;
        // The SDK's futures are large: one is made when its turn has come, and lies outside of all that wait for it.
        match Box::pin(send()).await {
            Ok(answer) => Ok(Arc::new(answer)),
            Err(error) => {
                self.note_silence(&call, &error);
                Err(Fault::of(call, &error, &self.classifier()))
            }
        }
    }

    fn classifier(&self) -> Classifier<'_> {
        let (fips, dual_stack) = (self.config.use_fips() == Some(true), self.config.use_dual_stack() == Some(true));
        let switched = Switches { fips, dual_stack };
        Classifier { apis: self.apis, emulated: self.emulated, switched, secrets: &self.secrets }
    }

    /// Refuses to ask a service that has let one read time out: the waits of successive reads would add up.
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

    /// Runs a look from outside once per run, and counts it.
    pub(crate) fn looks<'a, T>(
        &'a self,
        call: &'a Call,
        from: &str,
        look: impl Future<Output = Read<T>> + 'a,
    ) -> LocalBoxFuture<'a, Read<T>>
    where
        T: Clone + Send + Sync + Rememberable + 'static,
    {
        let key = format!("{} {} {from}", call.operation.label, call.resource);
        // As large as the SDK's futures.
        let look = Box::pin(look);
        Box::pin(async move {
            let looks = &self.outside.looks;
            let counted = async {
                if let Some(told) = looks.again(&key, call) {
                    return told;
                }
                let _connection = self.connections.one().await;
                self.guard.count(call.operation.label);
                let late = Fault::late(call.clone(), self.patience.run);
                let seen = timeout_at(self.deadline(), look).await.unwrap_or(Err(late));
                looks.keep(&key, &seen);
                seen
            };
            self.outside.seen.once(key.clone(), counted).await
        })
    }

    /// Whether the account is on the internet, with its names and certificates.
    ///
    /// # Errors
    /// If it is not.
    pub(crate) fn is_on_internet(&self) -> Read<()> {
        match self.outside.dns {
            Dns::None => Err(self.nowhere()),
            _ => Ok(()),
        }
    }

    /// Whether visitors get anything: from the internet, or from the emulator of a practice account.
    ///
    /// # Errors
    /// If they do not.
    pub(crate) fn has_visitors(&self) -> Read<()> {
        if self.outside.web.is_nowhere() { Err(self.nowhere()) } else { Ok(()) }
    }

    fn nowhere(&self) -> Fault {
        Fault::nowhere(self.outside.instead)
    }
}

/// Turns the error codes that mean *there is none* into `None`.
pub(crate) trait Absent<T> {
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
