//! Records what AWS's API answers, on its way to the readers.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Arc, Mutex};

use aws_smithy_runtime_api::client::http::{
    HttpClient, HttpConnector, HttpConnectorFuture, HttpConnectorSettings, SharedHttpClient, SharedHttpConnector,
};
use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse};
use aws_smithy_runtime_api::client::result::ConnectorError;
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_types::body::SdkBody;
use http_body_util::BodyExt;
use serde_json::Value;

use super::answer::{RecordedAnswer, RecordedBody};
use super::{Tape, player};

/// What is recorded of a check that goes on.
#[derive(Clone)]
pub struct Recorder {
    inner: Option<SharedHttpClient>,
    calls: Arc<Mutex<BTreeMap<String, RecordedAnswer>>>,
    looks: Arc<Mutex<BTreeMap<String, Value>>>,
}

impl fmt::Debug for Recorder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a recorder")
    }
}

impl Recorder {
    pub(super) fn of(inner: Option<SharedHttpClient>) -> Self {
        Self { inner, calls: Arc::default(), looks: Arc::default() }
    }

    pub(super) fn looks(&self) -> Arc<Mutex<BTreeMap<String, Value>>> {
        Arc::clone(&self.looks)
    }

    /// All that was recorded so far.
    pub fn tape(&self) -> Tape {
        let calls = self.calls.lock().expect("no holder panics").clone();
        Tape { calls, looks: self.looks.lock().expect("no holder panics").clone() }
    }
}

impl HttpClient for Recorder {
    fn http_connector(&self, settings: &HttpConnectorSettings, components: &RuntimeComponents) -> SharedHttpConnector {
        let inner = self.inner.as_ref().expect("an account has a client").http_connector(settings, components);
        SharedHttpConnector::new(Tapped { inner, calls: Arc::clone(&self.calls) })
    }
}

/// A connection that is listened in on.
#[derive(Debug)]
struct Tapped {
    inner: SharedHttpConnector,
    calls: Arc<Mutex<BTreeMap<String, RecordedAnswer>>>,
}

impl HttpConnector for Tapped {
    fn call(&self, request: HttpRequest) -> HttpConnectorFuture {
        let (asked, calls) = (player::asked(&request), Arc::clone(&self.calls));
        let answering = self.inner.call(request);
        HttpConnectorFuture::new(async move {
            let (kept, answer) = keep(answering.await).await;
            calls.lock().expect("no holder panics").insert(asked, kept);
            answer
        })
    }
}

async fn keep(answer: Result<HttpResponse, ConnectorError>) -> (RecordedAnswer, Result<HttpResponse, ConnectorError>) {
    let mut response = match answer {
        Ok(response) => response,
        Err(error) => {
            let words = crate::aws::fault::words(&error);
            return (RecordedAnswer::of_error(&error, words), Err(error));
        }
    };
    let body = std::mem::replace(response.body_mut(), SdkBody::taken());
    match begun(body).await {
        Some(bytes) => {
            let kept = RecordedAnswer::of(&response, &bytes);
            *response.body_mut() = SdkBody::from(bytes);
            (kept, Ok(response))
        }
        None => (RecordedAnswer::CutOff(response.status().as_u16()), Ok(response)),
    }
}

/// The body up to one byte more than any reader takes; `None` if it breaks off.
async fn begun(body: SdkBody) -> Option<Vec<u8>> {
    let mut body = std::pin::pin!(body);
    let mut bytes = Vec::new();
    while bytes.len() <= RecordedBody::LARGEST {
        let Some(frame) = body.frame().await else { break };
        if let Ok(data) = frame.ok()?.into_data() {
            bytes.extend_from_slice(&data);
        }
    }
    bytes.truncate(RecordedBody::LARGEST + 1);
    Some(bytes)
}
