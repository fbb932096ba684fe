//! Connections are made as requests need them, and certificates are read for HTTPS alone.

use std::sync::{Arc, Mutex};

use aws_smithy_runtime_api::client::http::{
    HttpConnector, HttpConnectorFuture, SharedHttpClient, SharedHttpConnector, http_client_fn,
};
use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use aws_smithy_runtime_api::client::result::ConnectorError;

use crate::aws::connections::ByScheme;
use crate::testing::solved;

/// What was asked for, in its order.
#[derive(Clone, Debug, Default)]
struct Log(Arc<Mutex<Vec<&'static str>>>);

impl Log {
    /// A client that cannot connect, and notes that it was to.
    fn client(&self, name: &'static str) -> SharedHttpClient {
        let log = self.clone();
        http_client_fn(move |_, _| {
            log.0.lock().unwrap().push(name);
            SharedHttpConnector::new(Unplugged)
        })
    }
}

#[derive(Debug)]
struct Unplugged;

impl HttpConnector for Unplugged {
    fn call(&self, _: HttpRequest) -> HttpConnectorFuture {
        HttpConnectorFuture::ready(Err(ConnectorError::user("unplugged".into())))
    }
}

/// What is asked for when the caller of an account at this endpoint is looked for.
async fn asked_for(endpoint: Option<&str>) -> Vec<&'static str> {
    let log = Log::default();
    let clients = ByScheme { plain: log.client("plain"), secure: log.client("secure") };
    let aws = solved().open_with(|mut config| {
        config.set_endpoint_url(endpoint.map(str::to_owned));
        config.http_client(clients)
    });
    assert!(log.0.lock().unwrap().is_empty(), "an account that is asked nothing connects to nothing");
    aws.caller().await.expect_err("it cannot connect");
    log.0.lock().unwrap().clone()
}

#[tokio::test]
async fn plain_http_asks_for_no_secure_connection() {
    assert_eq!(asked_for(Some("http://127.0.0.1:4566")).await, ["plain"]);
}

#[tokio::test]
async fn https_asks_for_a_secure_connection_alone() {
    assert_eq!(asked_for(None).await, ["secure"]);
    assert_eq!(asked_for(Some("https://localhost:4566")).await, ["secure"]);
}
