//! Whether each service that the exercises use answers, and how far this machine's clock is from AWS's.

use std::error::Error;
use std::future::Future;
use std::sync::{Arc, Mutex};
use std::time::{Duration, SystemTime};

use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::interceptors::context::BeforeDeserializationInterceptorContextRef;
use aws_smithy_runtime_api::client::interceptors::{Intercept, dyn_dispatch_hint};
use aws_smithy_runtime_api::client::orchestrator::HttpResponse;
use aws_smithy_runtime_api::client::result::SdkError;
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_types::config_bag::ConfigBag;
use aws_smithy_types::date_time::{DateTime, Format};
use aws_smithy_types::error::metadata::ProvideErrorMetadata;
use futures_util::future::{LocalBoxFuture, join_all};
use tokio::time::timeout;

use crate::aws::Aws;
use crate::aws::fault::{Call, Fault, Read};
use crate::aws::operation::Operation;
use crate::learner::Learner;
use crate::services::SERVICES;
use crate::services::sts::{Caller, GET_CALLER_IDENTITY};

/// Shorter than a run's limits, since somebody waits for the diagnosis; a `credential_process` may still ask for a
/// touch.
const LIMIT: Duration = Duration::from_secs(15);
/// Keeps these reads, which ask for one item each, apart from those of the verifiers.
const SCOPE: &str = "health";

/// One service, and what came of one cheap read.
#[derive(Debug)]
pub struct Health {
    /// As AWS calls it.
    pub service: &'static str,
    pub read: Read<()>,
}

impl Aws {
    /// Asks every service once, all at the same time, for at most 15 seconds. If an emulator stands for AWS, services
    /// that no emulator has are left out.
    pub async fn health(&self, you: &Learner) -> Vec<Health> {
        let reads = SERVICES.iter().filter_map(|service| Some((service.api.id, service.health?)));
        let asked = reads.filter(|(_, health)| !(health.of_aws_alone && self.is_emulated()));
        join_all(asked.map(async |(service, health)| Health { service, read: in_time((health.ask)(self, you)).await }))
            .await
    }

    /// As [`Aws::caller`], for 15 seconds at most.
    ///
    /// # Errors
    /// When the identity cannot be read in that time.
    pub async fn caller_in_time(&self) -> Read<Caller> {
        in_time(self.caller()).await
    }

    /// How many seconds this machine's clock is ahead of AWS's, by the `Date` header of an answer (less than 0:
    /// behind). `None` when nothing that has one came in 15 seconds. A refusal has one as well.
    pub async fn clock_ahead(&self) -> Option<i64> {
        let clock = Clock::default();
        let send = || self.sts().get_caller_identity().customize().interceptor(clock.clone()).send();
        let call = Call::new(GET_CALLER_IDENTITY, "*");
        // What was answered is of no interest, only when.
        let _ = in_time(self.ask(call, SCOPE, send)).await;
        clock.ahead()
    }

    /// Whether the service answers an operation at all.
    pub(crate) fn answers<'a, T, E, F>(
        &'a self,
        operation: &'static Operation,
        send: impl FnOnce() -> F + 'a,
    ) -> LocalBoxFuture<'a, Read<()>>
    where
        T: Send + Sync + 'static,
        E: ProvideErrorMetadata + Error + 'static,
        F: Future<Output = Result<T, SdkError<E, HttpResponse>>> + 'a,
    {
        let read = self.ask(Call::new(operation, "*"), SCOPE, send);
        Box::pin(async move { read.await.map(drop) })
    }
}

async fn in_time<T>(read: impl Future<Output = Read<T>>) -> Read<T> {
    timeout(LIMIT, read).await.unwrap_or_else(|_| Err(Fault::deadline(LIMIT)))
}

/// Compares the latest answer's `Date` with this machine's clock at its arrival.
#[derive(Clone, Debug, Default)]
struct Clock {
    ahead: Arc<Mutex<Option<i64>>>,
}

impl Clock {
    fn ahead(&self) -> Option<i64> {
        *self.ahead.lock().expect("no holder panics")
    }
}

#[dyn_dispatch_hint]
impl Intercept for Clock {
    fn name(&self) -> &'static str {
        "clock"
    }

    fn read_before_deserialization(
        &self,
        context: &BeforeDeserializationInterceptorContextRef<'_>,
        _: &RuntimeComponents,
        _: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let date = context.response().headers().get("date");
        if let Some(date) = date.and_then(|date| DateTime::from_str(date, Format::HttpDate).ok()) {
            let here = DateTime::from(SystemTime::now());
            *self.ahead.lock().expect("no holder panics") = Some(here.secs() - date.secs());
        }
        Ok(())
    }
}
