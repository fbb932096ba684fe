//! Serves the board of a class on this machine alone: one page, its script, and its changes as server-sent events.
//!
//! Whoever does not know the address that the program prints is refused, and so is a page of another site that leads a browser
//! here by a name of its own.

use std::convert::Infallible;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;

use axum::Router;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use futures_util::stream::{self, Stream};
use tokio::net::TcpListener;
use tokio::sync::watch;

use super::random;
use crate::failure::{Failure, Result};

/// What a browser may load for the page: nothing of anybody else's.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; script-src 'self'; connect-src 'self'; base-uri 'none'; \
                      form-action 'none'; frame-ancestors 'none'";

/// How the page and its script look.
pub struct BoardLook {
    /// The whole page around what changes.
    pub page: Box<dyn Fn(&str) -> String + Send + Sync>,
    pub script: &'static str,
}

/// A server that listens.
pub struct BoardServer {
    listener: TcpListener,
    address: SocketAddr,
    token: String,
}

struct Board {
    address: SocketAddr,
    token: String,
    look: BoardLook,
    /// What changes of the page, as HTML.
    now: watch::Receiver<String>,
}

impl BoardServer {
    /// Listens on this machine; on a free port if `port` is 0.
    ///
    /// # Errors
    /// If the port is taken.
    pub async fn bind(port: u16) -> Result<Self> {
        let failed = |error: std::io::Error| {
            Failure::environment(format!("port {port} of this machine: {error}"))
                .hint("Another program may use it: name another one with --port, or none.")
        };
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await.map_err(failed)?;
        let address = listener.local_addr().map_err(failed)?;
        Ok(Self { listener, address, token: random::name(20)? })
    }

    /// The address of the page.
    pub fn url(&self) -> String {
        format!("http://{}/{}/", self.address, self.token)
    }

    /// Serves until the program ends.
    ///
    /// # Errors
    /// If the system refuses connections.
    pub async fn serve(self, look: BoardLook, now: watch::Receiver<String>) -> Result<()> {
        let board = Arc::new(Board { address: self.address, token: self.token, look, now });
        let router = Router::new()
            .route("/{token}/", get(page))
            .route("/{token}/board.js", get(script))
            .route("/{token}/events", get(events))
            .with_state(board);
        axum::serve(self.listener, router)
            .await
            .map_err(|error| Failure::environment(format!("the board cannot be served any longer: {error}")))
    }
}

impl Board {
    /// Whether the request comes by the printed address: by this machine's own name, and with the token.
    fn knows(&self, token: &str, headers: &HeaderMap) -> bool {
        let host = headers.get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
        let own = [self.address.to_string(), format!("localhost:{}", self.address.port())];
        token == self.token && own.iter().any(|own| own == host)
    }
}

async fn page(State(board): State<Arc<Board>>, Path(token): Path<String>, headers: HeaderMap) -> Response {
    if !board.knows(&token, &headers) {
        return StatusCode::NOT_FOUND.into_response();
    }
    let html = (board.look.page)(&board.now.borrow());
    typed("text/html; charset=utf-8", html)
}

async fn script(State(board): State<Arc<Board>>, Path(token): Path<String>, headers: HeaderMap) -> Response {
    if !board.knows(&token, &headers) {
        return StatusCode::NOT_FOUND.into_response();
    }
    typed("text/javascript; charset=utf-8", board.look.script)
}

async fn events(State(board): State<Arc<Board>>, Path(token): Path<String>, headers: HeaderMap) -> Response {
    if !board.knows(&token, &headers) {
        return StatusCode::NOT_FOUND.into_response();
    }
    let mut now = board.now.clone();
    // What changed between the page and this.
    now.mark_changed();
    Sse::new(changes(now)).keep_alive(KeepAlive::default()).into_response()
}

fn changes(now: watch::Receiver<String>) -> impl Stream<Item = std::result::Result<Event, Infallible>> {
    stream::unfold(now, |mut now| async move {
        now.changed().await.ok()?;
        let event = Event::default().data(now.borrow_and_update().as_str());
        Some((Ok(event), now))
    })
}

fn typed(kind: &'static str, body: impl IntoResponse) -> Response {
    let mut response = body.into_response();
    let headers = [
        (header::CONTENT_TYPE, kind),
        (header::CONTENT_SECURITY_POLICY, POLICY),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "no-referrer"),
        (header::CACHE_CONTROL, "no-store"),
    ];
    for (name, value) in headers {
        response.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    response
}

#[cfg(test)]
mod tests {
    use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
    use tokio::net::TcpStream;

    use super::*;

    /// What comes back until it holds `wanted`, or until the end.
    async fn ask(address: SocketAddr, request: &str, wanted: &str) -> String {
        let mut stream = TcpStream::connect(address).await.expect("a server");
        stream.write_all(request.as_bytes()).await.expect("sent");
        let (mut answer, mut part) = (String::new(), [0; 4096]);
        while !answer.contains(wanted) {
            let length = stream.read(&mut part).await.expect("an answer");
            if length == 0 {
                break;
            }
            answer.push_str(&String::from_utf8_lossy(&part[..length]));
        }
        answer
    }

    fn request(method: &str, path: &str, host: &str) -> String {
        format!("{method} {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n")
    }

    #[tokio::test]
    async fn the_page_is_served_and_a_change_comes_as_an_event() {
        let server = BoardServer::bind(0).await.expect("a port");
        let (address, url) = (server.address, server.url());
        let path = url.trim_start_matches(&format!("http://{address}")).to_owned();
        let host = address.to_string();
        let (change, now) = watch::channel("<p>one</p>\n<p>two</p>\n".to_owned());
        let page: Box<dyn Fn(&str) -> String + Send + Sync> = Box::new(|fragment| format!("<html>{fragment}</html>"));
        let served = tokio::spawn(server.serve(BoardLook { page, script: "let x;" }, now));

        let answer = ask(address, &request("GET", &path, &host), "</html>").await;
        assert!(answer.starts_with("HTTP/1.1 200") && answer.contains("<p>two</p>"), "{answer}");
        assert!(answer.contains("script-src 'self'"), "{answer}");
        let events = format!("{path}events");
        let listening = request("GET", &events, &format!("localhost:{}", address.port()));
        let first = ask(address, &listening, "data: <p>two</p>").await;
        assert!(first.contains("text/event-stream") && first.contains("data: <p>one</p>\n"), "{first}");
        change.send("<p>three</p>".into()).expect("somebody listens");
        assert!(ask(address, &listening, "three").await.contains("data: <p>three</p>\n\n"));

        let refused = [
            request("GET", &path, "evil.example"),
            request("GET", "/no-token/", &host),
            request("GET", &format!("/no-token{}", "/events"), &host),
            request("GET", "/", &host),
        ];
        for request in refused {
            assert!(ask(address, &request, "\r\n\r\n").await.starts_with("HTTP/1.1 404"), "{request}");
        }
        let posted = ask(address, &request("POST", &path, &host), "\r\n\r\n").await;
        assert!(posted.starts_with("HTTP/1.1 405"), "{posted}");
        served.abort();
    }
}
