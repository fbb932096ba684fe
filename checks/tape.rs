//! What was asked and answered in one check: recorded, redacted, and given again, so that it can be judged without the
//! account.

mod answer;
mod player;
mod recorder;
mod redaction;
mod vocabulary;

use std::collections::BTreeMap;
use std::sync::Arc;

use aws_config::{BehaviorVersion, Region, SdkConfig};
use aws_credential_types::Credentials;
use aws_credential_types::provider::SharedCredentialsProvider;
use aws_smithy_runtime_api::client::http::SharedHttpClient;
use aws_smithy_types::retry::RetryConfig;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::aws::Aws;
use crate::outside::remembered::Looks;
use crate::outside::{self, Outside};
use crate::services::APIS;
pub use answer::{RecordedAnswer, RecordedBody};
use player::Player;
pub use recorder::Recorder;
pub use redaction::Redactor;

/// What was asked in one check, and what came back.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tape {
    /// What AWS's API answered, by the request: method, address, body and operation.
    pub calls: BTreeMap<String, RecordedAnswer>,
    /// What was seen from outside, and packages of code, by what was seen.
    pub looks: BTreeMap<String, Value>,
}

/// Where an account was asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum RecordedWorld {
    /// At AWS.
    Aws,
    /// At this endpoint instead.
    Endpoint(String),
    /// In a practice account at this endpoint.
    Practice(String),
}

impl Tape {
    /// The same with everything replaced that tells of the learner; what was equal stays equal.
    #[must_use]
    pub fn redacted(&self, redactor: &mut Redactor) -> Self {
        let calls = self.calls.iter().map(|(asked, answer)| (redactor.text(asked), answer.redacted(redactor)));
        let calls = calls.collect();
        let looks = self.looks.iter().map(|(key, seen)| (redactor.text(key), redactor.value(seen)));
        Self { calls, looks: looks.collect() }
    }
}

impl Aws {
    /// The account with nothing remembered of it. All that is asked of it is recorded, and its clock stands at this time.
    #[must_use]
    pub fn recorded(&self, at: Timestamp) -> (Self, Recorder) {
        let recorder = Recorder::of(self.sdk_config().http_client());
        let client = SharedHttpClient::new(recorder.clone());
        let config = self.sdk_config().to_builder().http_client(client).build();
        let outside = self.outside().without_memory().stopped(at).looking(Looks::Recorded(recorder.looks()));
        (self.through(config, outside), recorder)
    }

    /// An account that is no more than a tape: nothing is sent anywhere.
    pub fn replayed(tape: &Tape, world: &RecordedWorld, region: &str, at: Timestamp) -> Self {
        let keys = Credentials::new("replayed", "replayed", None, None, "a report");
        let mut config = SdkConfig::builder()
            .behavior_version(BehaviorVersion::latest())
            .region(Region::new(region.to_owned()))
            .credentials_provider(SharedCredentialsProvider::new(keys))
            .retry_config(RetryConfig::disabled())
            .http_client(SharedHttpClient::new(Player::of(&tape.calls)));
        let outside = match world {
            RecordedWorld::Aws => Outside::internet(),
            RecordedWorld::Endpoint(_) => Outside::nowhere(outside::EMULATOR),
            RecordedWorld::Practice(endpoint) => Outside::practice(endpoint),
        };
        if let RecordedWorld::Endpoint(endpoint) | RecordedWorld::Practice(endpoint) = world {
            config.set_endpoint_url(Some(endpoint.clone()));
        }
        let outside = outside.stopped(at).looking(Looks::Replayed(Arc::new(tape.looks.clone())));
        Self::new(config.build(), APIS, *world != RecordedWorld::Aws, outside)
    }

    /// Where it is asked.
    pub fn world(&self) -> RecordedWorld {
        match (self.endpoint(), self.outside().instead) {
            _ if !self.is_emulated() => RecordedWorld::Aws,
            (Some(endpoint), outside::PRACTICE) => RecordedWorld::Practice(endpoint.to_owned()),
            (endpoint, _) => RecordedWorld::Endpoint(endpoint.unwrap_or_default().to_owned()),
        }
    }
}
