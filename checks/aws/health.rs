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

use crate::aws::access::Caller;
use crate::aws::fault::{Call, Fault, Read};
use crate::aws::operation::Operation;
use crate::aws::{Absent as _, Aws, operation};
use crate::learner::Learner;

/// Who waits for a diagnosis does not wait for a whole run's time limit; but a `credential_process` may ask for a touch.
const LIMIT: Duration = Duration::from_secs(15);
/// Keeps these reads, which ask for one item each, apart from those of the verifiers.
const SCOPE: &str = "health";
const NO_SETTINGS: &str = "NoSuchPublicAccessBlockConfiguration";

/// One service, and what came of one cheap read.
#[derive(Debug)]
pub struct Health {
    /// As AWS calls it.
    pub service: &'static str,
    pub read: Read<()>,
}

impl Aws {
    /// Asks every service once, all at the same time, for 15 seconds at most. An emulator has no registrar and no
    /// settings for the whole account, so those two are left out where one stands for AWS.
    pub async fn health(&self, you: &Learner) -> Vec<Health> {
        let mut reads = self.reads_everywhere(you);
        if !self.emulated {
            reads.extend(self.reads_of_aws_alone(you));
        }
        join_all(reads.into_iter().map(async |(service, read)| Health { service, read: in_time(read).await })).await
    }

    /// As [`Aws::caller`], for 15 seconds at most.
    ///
    /// # Errors
    /// When the identity cannot be read in that time.
    pub async fn caller_in_time(&self) -> Read<Caller> {
        in_time(self.caller()).await
    }

    /// How many seconds this machine's clock is ahead of AWS's, by the `Date` header of an answer (less than 0: behind).
    /// `None` when nothing that has one came in 15 seconds. A refusal has one as well.
    pub async fn clock_ahead(&self) -> Option<i64> {
        let clock = Clock::default();
        let send = self.sts().get_caller_identity().customize().interceptor(clock.clone()).send();
        let call = Call::new(operation::GET_CALLER_IDENTITY, "*");
        // What was answered is of no interest, only when.
        let _ = in_time(self.ask(call, SCOPE, send)).await;
        clock.ahead()
    }

    fn reads_everywhere(&self, you: &Learner) -> Vec<(&'static str, LocalBoxFuture<'_, Read<()>>)> {
        let zones = self.route53().list_hosted_zones_by_name().max_items(1).send();
        let buckets = self.s3(&you.region).list_buckets().max_buckets(1).send();
        let certificates = self.acm("us-east-1").list_certificates().max_items(1).send();
        let distributions = self.cloudfront().list_distributions().max_items(1).send();
        let apis = self.apigateway(&you.region).get_rest_apis().limit(1).send();
        let functions = self.lambda(&you.region).list_functions().max_items(1).send();
        let log_groups = self.logs(&you.region).describe_log_groups().limit(1).send();
        let tables = self.dynamodb(&you.region).list_tables().limit(1).send();
        vec![
            ("IAM", self.answers(operation::GET_ACCOUNT_SUMMARY, self.iam().get_account_summary().send())),
            ("Route 53", self.answers(operation::LIST_HOSTED_ZONES_BY_NAME, zones)),
            ("S3", self.answers(operation::LIST_BUCKETS, buckets)),
            ("ACM", self.answers(operation::LIST_CERTIFICATES, certificates)),
            ("CloudFront", self.answers(operation::LIST_DISTRIBUTIONS, distributions)),
            ("API Gateway", self.answers(operation::GET_REST_APIS, apis)),
            ("Lambda", self.answers(operation::LIST_FUNCTIONS, functions)),
            ("CloudWatch Logs", self.answers(operation::DESCRIBE_LOG_GROUPS, log_groups)),
            ("DynamoDB", self.answers(operation::LIST_TABLES, tables)),
        ]
    }

    fn reads_of_aws_alone(&self, you: &Learner) -> Vec<(&'static str, LocalBoxFuture<'_, Read<()>>)> {
        let operations = self.domains().list_operations().max_items(1).send();
        let settings = self.s3control().get_public_access_block().account_id(&you.account).send();
        vec![
            ("Route 53 Domains", self.answers(operation::LIST_OPERATIONS, operations)),
            ("S3 Control", self.answers(operation::GET_ACCOUNT_PUBLIC_ACCESS_BLOCK, settings)),
        ]
    }

    fn answers<'a, T, E>(
        &'a self,
        operation: &'static Operation,
        send: impl Future<Output = Result<T, SdkError<E, HttpResponse>>> + 'a,
    ) -> LocalBoxFuture<'a, Read<()>>
    where
        T: Send + Sync + 'static,
        E: ProvideErrorMetadata + Error + 'static,
    {
        let read = self.ask(Call::new(operation, "*"), SCOPE, send);
        // An account without such settings answers as well.
        Box::pin(async move { read.await.absent_on(&[NO_SETTINGS]).map(drop) })
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
