//! What tests use instead of AWS: an account made of answers, in the form of AWS's service models, and the world around
//! it. For states that no emulator can show. Nothing leaves this machine, and a request without an answer panics,
//! naming itself.
//!
//! It is behind the feature `testing`, for the tests of the whole program; no build of the program has it.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex};

use aws_config::{BehaviorVersion, Region, SdkConfig};
use aws_credential_types::Credentials;
use aws_credential_types::provider::SharedCredentialsProvider;
use aws_smithy_runtime_api::client::http::{HttpConnector, HttpConnectorFuture, SharedHttpConnector, http_client_fn};
use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse};
use aws_smithy_runtime_api::client::result::ConnectorError;
use aws_smithy_types::body::SdkBody;
use aws_smithy_types::retry::RetryConfig;
use aws_types::sdk_config;
use jiff::Timestamp;

use crate::aws::Aws;
use crate::aws::api::Apis;
use crate::outside::{self, Outside};
use crate::services::APIS;
use account::s3::Object;

pub mod account;
pub mod answers;
pub mod code;
mod dns;
pub mod lists;
mod site;
mod solved;
pub mod turns;
pub mod undone;
mod weigh;
mod world;

pub use crate::learner::example;
pub use crate::outside::web::Local;
pub use answers::{Answer, Answers, error, ok, status};
pub use dns::{NameServer, Said};
pub use site::{Presented, Reply, Site};
pub use solved::{exemplary, reviewed, solved, solved_for, website, world_for};
pub use undone::is_undone;
pub use weigh::{is_addition, weigh};
pub use world::{INFO_PREFLIGHT, LOGIN, STAGE_PREFLIGHT, World};

/// What exercise 5.13 saves in the learner's workspace; [`example`] has it there.
pub const EXPORT: &str = include_str!("testing/workspace/api/openapi.json");

/// An account that gives these answers, and remembers what was asked.
#[derive(Clone, Debug)]
pub struct Account {
    answers: Answers,
    asked: Arc<Mutex<Vec<String>>>,
    outside: Outside,
    emulated: bool,
}

impl Account {
    /// One that answers nothing yet.
    pub fn empty() -> Self {
        Self::of(Answers::default())
    }

    pub fn of(answers: Answers) -> Self {
        Self { answers, asked: Arc::default(), outside: Outside::nowhere(outside::EMULATOR), emulated: false }
    }

    /// Every request of the operation gets this answer.
    pub fn answers(self, label: &'static str, answer: Answer) -> Self {
        self.with(|answers| answers.answers(label, answer))
    }

    /// Requests of the operation that hold `part` get this answer.
    pub fn answers_to(self, label: &'static str, part: &'static str, answer: Answer) -> Self {
        self.with(|answers| answers.answers_to(label, part, answer))
    }

    /// The next request of the operation gets this answer, and those after it what they would have got.
    pub fn answers_once(self, label: &'static str, answer: Answer) -> Self {
        self.with(|answers| answers.answers_once(label, answer))
    }

    /// Every answer of the operation, truncated to this share of its body.
    pub fn shortened(self, label: &str, percent: usize) -> Self {
        self.with(|answers| answers.shortened(label, percent))
    }

    /// Every request of the operation is answered with this error.
    pub fn refuses(self, label: &'static str, code: (u16, &str), message: &str) -> Self {
        self.with(|answers| answers.refuses(label, code, message))
    }

    /// Puts `to` in place of `from` in the latest answer of the operation that holds it; there must be one.
    pub fn edited(self, label: &str, from: &str, to: &str) -> Self {
        self.with(|answers| answers.edited(label, from, to))
    }

    /// The account with this object in it, instead of another of its address.
    pub fn holding(self, object: Object) -> Self {
        self.with(|answers| object.put(answers))
    }

    /// The account, with other answers.
    pub fn with(self, change: impl FnOnce(Answers) -> Answers) -> Self {
        Self { answers: change(self.answers), ..self }
    }

    /// The world around it; nowhere otherwise.
    pub fn amid(self, outside: Outside) -> Self {
        Self { outside, ..self }
    }

    /// In the same world, of which nothing has been seen yet.
    pub fn without_memory(self) -> Self {
        Self { outside: self.outside.without_memory(), ..self }
    }

    /// Whether whoever sends these operations and no others sees the same in both.
    pub fn is_alike(&self, other: &Self, labels: &BTreeSet<&str>) -> bool {
        self.emulated == other.emulated
            && self.outside.is(&other.outside)
            && self.answers.answer_alike(&other.answers, labels)
    }

    /// As it is judged at this time.
    pub fn at(self, time: Timestamp) -> Self {
        Self { outside: self.outside.stopped(time), ..self }
    }

    /// As an endpoint that is not AWS's own.
    pub fn emulated(self) -> Self {
        Self { emulated: true, ..self }
    }

    pub fn open(&self) -> Aws {
        self.open_with(|config| config)
    }

    /// The account, with something else in the SDK's configuration.
    pub fn open_with(&self, configure: impl FnOnce(sdk_config::Builder) -> sdk_config::Builder) -> Aws {
        self.open_with_apis(APIS, configure)
    }

    /// The account of these services.
    pub fn open_with_apis(
        &self,
        apis: Apis,
        configure: impl FnOnce(sdk_config::Builder) -> sdk_config::Builder,
    ) -> Aws {
        Aws::new(configure(self.config()).build(), apis, self.emulated, self.outside.clone())
    }

    /// Every request so far: method, address, body, and the operation where a header names it.
    pub fn asked(&self) -> Vec<String> {
        self.asked.lock().expect("no holder panics").clone()
    }

    fn config(&self) -> sdk_config::Builder {
        let connector = SharedHttpConnector::new(self.clone());
        let keys = Credentials::new("AKIAEXAMPLE", "secret", None, None, "test");
        SdkConfig::builder()
            .behavior_version(BehaviorVersion::latest())
            .region(Region::from_static("us-east-1"))
            .credentials_provider(SharedCredentialsProvider::new(keys))
            .retry_config(RetryConfig::disabled())
            .http_client(http_client_fn(move |_, _| connector.clone()))
    }
}

impl HttpConnector for Account {
    fn call(&self, request: HttpRequest) -> HttpConnectorFuture {
        let body = String::from_utf8_lossy(request.body().bytes().unwrap_or_default()).into_owned();
        let target = request.headers().get("x-amz-target");
        // Two operations of a service may have the same body.
        let text = format!("{} {} {body} {}", request.method(), request.uri(), target.unwrap_or_default());
        let text = text.trim().to_owned();
        let label = answers::label(target, &text, &body);
        let answer = self.answers.to(&label, &text).clone();
        self.asked.lock().expect("no holder panics").push(text);
        HttpConnectorFuture::ready(respond(answer))
    }
}

fn respond(answer: Answer) -> Result<HttpResponse, ConnectorError> {
    let (status, headers, body) = match answer {
        Answer::Http { status, headers, body } => (status, headers, SdkBody::from(body)),
        // A body that was taken away errs when it is read, as one does that breaks off.
        Answer::CutOff => (200, [].as_slice(), SdkBody::taken()),
        Answer::Refused => return Err(ConnectorError::io("client error (Connect): connection refused".into())),
        Answer::Silence => return Err(ConnectorError::timeout("no answer within 10 seconds".into())),
    };
    let mut response = HttpResponse::new(status.try_into().expect("a status"), body);
    for (name, value) in headers {
        response.headers_mut().insert(*name, *value);
    }
    Ok(response)
}
