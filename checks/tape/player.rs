//! Gives recorded answers again instead of AWS. Nothing leaves this machine.

use std::collections::BTreeMap;
use std::sync::Arc;

use aws_smithy_runtime_api::client::http::{
    HttpClient, HttpConnector, HttpConnectorFuture, HttpConnectorSettings, SharedHttpConnector,
};
use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use aws_smithy_runtime_api::client::result::ConnectorError;
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use serde_json::Value;

use super::answer::RecordedAnswer;
use crate::outside::remembered::UNASKED;

/// The answers of a tape.
#[derive(Clone, Debug)]
pub struct Player(Arc<BTreeMap<String, RecordedAnswer>>);

impl Player {
    pub fn of(calls: &BTreeMap<String, RecordedAnswer>) -> Self {
        Self(Arc::new(calls.clone()))
    }
}

impl HttpClient for Player {
    fn http_connector(&self, _: &HttpConnectorSettings, _: &RuntimeComponents) -> SharedHttpConnector {
        SharedHttpConnector::new(self.clone())
    }
}

impl HttpConnector for Player {
    fn call(&self, request: HttpRequest) -> HttpConnectorFuture {
        let is_head = request.method() == "HEAD";
        let answer = self.0.get(&asked(&request));
        let unasked = || Err(ConnectorError::other(UNASKED.into(), None));
        HttpConnectorFuture::ready(answer.map_or_else(unasked, |answer| answer.give(is_head)))
    }
}

/// The request as a tape knows it: method, address, body, and the operation where a header names it.
pub fn asked(request: &HttpRequest) -> String {
    let body = in_order(request.body().bytes().unwrap_or_default());
    let target = request.headers().get("x-amz-target").unwrap_or_default();
    format!("{} {} {body} {target}", request.method(), request.uri()).trim().to_owned()
}

/// The body of a request, whose members the SDK writes in an order of chance.
fn in_order(body: &[u8]) -> String {
    match serde_json::from_slice::<Value>(body) {
        Ok(mut value) => {
            value.sort_all_objects();
            value.to_string()
        }
        Err(_) => String::from_utf8_lossy(body).into_owned(),
    }
}
