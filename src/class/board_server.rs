//! Serves the board of a class on this machine alone: one page, its script, and its changes as server-sent events.
//!
//! Whoever does not know the address that the program prints is refused, and so is a page of another site that leads a browser
//! here by a name of its own.

use std::convert::Infallible;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;

use axum::Router;
use axum::extract::{Path, RawQuery, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use futures_util::stream::{self, Stream};
use tokio::net::TcpListener;
use tokio::sync::watch;

use super::board_view::BoardView;
use super::random;
use crate::failure::{Failure, Result};

/// What a browser may load for the page: nothing of anybody else's.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; script-src 'self'; connect-src 'self'; base-uri 'none'; \
                      form-action 'self'; frame-ancestors 'none'";

/// Draws what somebody asks for, of what is known now.
type DrawBoard<S> = Box<dyn Fn(&S, &BoardView) -> String + Send + Sync>;

/// How the page and its script look.
pub struct BoardLook<S> {
    /// The whole page.
    pub page: DrawBoard<S>,
    /// What changes of it.
    pub fragment: DrawBoard<S>,
    pub script: &'static str,
}

/// A server that listens.
pub struct BoardServer {
    listener: TcpListener,
    address: SocketAddr,
    token: String,
}

struct Board<S> {
    address: SocketAddr,
    token: String,
    look: BoardLook<S>,
    /// What the page is drawn of.
    now: watch::Receiver<Arc<S>>,
}

/// What a board can be drawn of, from several threads.
pub trait BoardState: Send + Sync + 'static {}

impl<S: Send + Sync + 'static> BoardState for S {}

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
    pub async fn serve<S: BoardState>(self, look: BoardLook<S>, now: watch::Receiver<Arc<S>>) -> Result<()> {
        let board = Arc::new(Board { address: self.address, token: self.token, look, now });
        let router = Router::new()
            .route("/{token}/", get(page::<S>))
            .route("/{token}/board.js", get(script::<S>))
            .route("/{token}/events", get(events::<S>))
            .with_state(board);
        axum::serve(self.listener, router)
            .await
            .map_err(|error| Failure::environment(format!("the board cannot be served any longer: {error}")))
    }
}

impl<S: BoardState> Board<S> {
    /// Whether the request comes by the printed address: by this machine's own name, and with the token.
    fn knows(&self, token: &str, headers: &HeaderMap) -> bool {
        let host = headers.get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
        let own = [self.address.to_string(), format!("localhost:{}", self.address.port())];
        token == self.token && own.iter().any(|own| own == host)
    }

    /// What is known now. Whoever draws it holds up nobody who knows more.
    fn now(&self) -> Arc<S> {
        self.now.borrow().clone()
    }
}

async fn page<S: BoardState>(
    State(board): State<Arc<Board<S>>>,
    Path(token): Path<String>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Response {
    if !board.knows(&token, &headers) {
        return StatusCode::NOT_FOUND.into_response();
    }
    let view = BoardView::of_query(query.as_deref().unwrap_or_default());
    typed("text/html; charset=utf-8", (board.look.page)(&board.now(), &view))
}

async fn script<S: BoardState>(
    State(board): State<Arc<Board<S>>>,
    Path(token): Path<String>,
    headers: HeaderMap,
) -> Response {
    if !board.knows(&token, &headers) {
        return StatusCode::NOT_FOUND.into_response();
    }
    typed("text/javascript; charset=utf-8", board.look.script)
}

async fn events<S: BoardState>(
    State(board): State<Arc<Board<S>>>,
    Path(token): Path<String>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Response {
    if !board.knows(&token, &headers) {
        return StatusCode::NOT_FOUND.into_response();
    }
    let view = BoardView::of_query(query.as_deref().unwrap_or_default());
    let mut now = board.now.clone();
    // What changed between the page and this.
    now.mark_changed();
    Sse::new(changes(board, now, view)).keep_alive(KeepAlive::default()).into_response()
}

fn changes<S: BoardState>(
    board: Arc<Board<S>>,
    now: watch::Receiver<Arc<S>>,
    view: BoardView,
) -> impl Stream<Item = std::result::Result<Event, Infallible>> {
    stream::unfold((board, now, view), |(board, mut now, view)| async move {
        now.changed().await.ok()?;
        let content = now.borrow_and_update().clone();
        let event = Event::default().data((board.look.fragment)(&content, &view));
        Some((Ok(event), (board, now, view)))
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
        let (change, now) = watch::channel(Arc::new("<p>one</p>".to_owned()));
        let drawn = |text: &String, view: &BoardView| format!("{text}\n<p>page {}</p>\n", view.page);
        let page: DrawBoard<String> = Box::new(move |text, view| format!("<html>{}</html>", drawn(text, view)));
        let look = BoardLook { page, fragment: Box::new(drawn), script: "let x;" };
        let served = tokio::spawn(server.serve(look, now));

        let answer = ask(address, &request("GET", &path, &host), "</html>").await;
        assert!(answer.starts_with("HTTP/1.1 200") && answer.contains("<p>page 1</p>"), "{answer}");
        assert!(answer.contains("script-src 'self'"), "{answer}");
        let second = ask(address, &request("GET", &format!("{path}?page=2"), &host), "</html>").await;
        assert!(second.contains("<p>page 2</p>"), "{second}");
        let events = format!("{path}events?page=2");
        let listening = request("GET", &events, &format!("localhost:{}", address.port()));
        let first = ask(address, &listening, "data: <p>page 2</p>").await;
        assert!(first.contains("text/event-stream") && first.contains("data: <p>one</p>\n"), "{first}");
        change.send(Arc::new("<p>three</p>".into())).expect("somebody listens");
        assert!(ask(address, &listening, "page 2").await.contains("data: <p>three</p>\ndata: <p>page 2</p>\n"));

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
