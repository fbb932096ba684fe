//! Stands between the program and an emulator: counts requests, delays answers, and on request answers otherwise.

use std::collections::{BTreeMap, HashMap};
use std::io::{self, BufReader, ErrorKind, Read, Write};
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use crate::harness::emulator::Emulator;
use crate::harness::http::Head;
use crate::harness::request::{Request, Scope};

/// What becomes of a request.
pub enum Action {
    /// The emulator answers.
    Pass,
    /// The proxy answers.
    Answer { status: u16, headers: Vec<(String, String)>, body: Vec<u8> },
    /// The proxy answers and closes the connection after this much of the body, whose whole length the head may say.
    BreakOff { status: u16, headers: Vec<(String, String)>, length: Option<usize>, body: Vec<u8> },
    /// The proxy answers with a body of this length, of which a byte comes in every second.
    Drip { length: usize },
    /// The connection is closed without an answer.
    Close,
    /// The proxy is gone: this and every other connection is closed, and none is taken any more.
    Quit,
    /// Nothing happens, for as long as the program waits.
    Silence,
}

type Hook = Box<dyn Fn(&Request) -> Action + Send + Sync>;

/// A request and the emulator's answer to it.
#[derive(Clone, Debug)]
pub struct Exchange {
    pub request: Request,
    pub head: Head,
    pub body: Vec<u8>,
}

/// A running proxy; dropping it closes its connections.
pub struct Proxy {
    shared: Arc<Shared>,
    listening: Option<JoinHandle<()>>,
}

struct Shared {
    /// Host and port of the emulator.
    emulator: String,
    address: SocketAddr,
    delay: Duration,
    hook: Hook,
    requests: Mutex<Vec<Request>>,
    exchanges: Mutex<Vec<Exchange>>,
    /// Those that are open, by their numbers: a client's port is another's while the first one's thread still ends.
    connections: Mutex<HashMap<usize, TcpStream>>,
    /// The number of the next connection.
    next: AtomicUsize,
    stopped: AtomicBool,
}

impl Proxy {
    /// Passes every request on, after `delay`.
    pub fn delaying(emulator: &Emulator, delay: Duration) -> Self {
        Self::start(Some(emulator), delay, Box::new(|_| Action::Pass))
    }

    /// Does with every request what `hook` says.
    pub fn hooked(emulator: &Emulator, hook: impl Fn(&Request) -> Action + Send + Sync + 'static) -> Self {
        Self::start(Some(emulator), Duration::ZERO, Box::new(hook))
    }

    /// Has no emulator behind it: `hook` passes nothing on.
    pub fn alone(hook: impl Fn(&Request) -> Action + Send + Sync + 'static) -> Self {
        Self::start(None, Duration::ZERO, Box::new(hook))
    }

    fn start(emulator: Option<&Emulator>, delay: Duration, hook: Hook) -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a free port on this machine");
        let address = listener.local_addr().expect("a bound socket");
        let emulator = emulator.map_or("", Emulator::endpoint).trim_start_matches("http://").to_owned();
        let (requests, exchanges, connections, next, stopped) = Default::default();
        let shared = Shared { emulator, address, delay, hook, requests, exchanges, connections, next, stopped };
        let shared = Arc::new(shared);
        let listening = thread::spawn({
            let shared = Arc::clone(&shared);
            move || listen(&listener, &shared)
        });
        Self { shared, listening: Some(listening) }
    }

    pub fn endpoint(&self) -> String {
        format!("http://{}", self.shared.address)
    }

    /// The requests so far, in the order in which they came.
    pub fn requests(&self) -> Vec<Request> {
        self.shared.requests.lock().expect("no panic here").clone()
    }

    /// What has been passed on so far, with the answers.
    pub fn exchanges(&self) -> Vec<Exchange> {
        self.shared.exchanges.lock().expect("no panic here").clone()
    }

    /// How often each distinct call to AWS came; two calls that differ in their bodies or regions are distinct. What
    /// visitors ask for is signed by nobody and is not among them.
    pub fn counts(&self) -> BTreeMap<String, usize> {
        let mut counts = BTreeMap::new();
        for request in self.requests() {
            let region = request.signed_for(Scope::Region);
            if !region.is_empty() {
                *counts.entry(format!("{region} {}", request.call())).or_default() += 1;
            }
        }
        counts
    }
}

impl Drop for Proxy {
    fn drop(&mut self) {
        self.shared.quit();
        self.listening.take().map(JoinHandle::join);
        // One that came in while the listener was on its way to the end.
        self.shared.quit();
    }
}

fn listen(listener: &TcpListener, shared: &Arc<Shared>) {
    for connection in listener.incoming() {
        if shared.stopped.load(Ordering::SeqCst) {
            return;
        }
        let Ok(connection) = connection else { continue };
        let shared = Arc::clone(shared);
        // A client that has gone, or an emulator that has been stopped, ends the connection and nothing else.
        thread::spawn(move || shared.serve(connection).unwrap_or_default());
    }
}

/// A connection that is served. It ends with this, even if a hook panics, and keeps no file of the process open.
struct Open<'a> {
    shared: &'a Shared,
    number: usize,
}

impl<'a> Open<'a> {
    fn of(shared: &'a Shared, connection: &TcpStream) -> io::Result<Self> {
        let number = shared.next.fetch_add(1, Ordering::SeqCst);
        shared.connections.lock().expect("no panic here").insert(number, connection.try_clone()?);
        Ok(Self { shared, number })
    }
}

impl Drop for Open<'_> {
    fn drop(&mut self) {
        let connection = self.shared.connections.lock().expect("no panic here").remove(&self.number);
        let _ = connection.map(|connection| connection.shutdown(Shutdown::Both));
    }
}

impl Shared {
    fn quit(&self) {
        self.stopped.store(true, Ordering::SeqCst);
        let _ = TcpStream::connect(self.address); // wakes the listener
        for connection in self.connections.lock().expect("no panic here").values() {
            let _ = connection.shutdown(Shutdown::Both);
        }
    }

    /// Answers the requests of one connection, one after the other.
    fn serve(&self, mut client: TcpStream) -> io::Result<()> {
        client.set_nodelay(true)?;
        let _open = Open::of(self, &client)?;
        let mut reader = BufReader::new(client.try_clone()?);
        while self.serve_one(&mut reader, &mut client)? {}
        Ok(())
    }

    /// Whether another request may follow.
    fn serve_one(&self, reader: &mut BufReader<TcpStream>, client: &mut TcpStream) -> io::Result<bool> {
        let Some(request) = Request::read(reader)? else { return Ok(false) };
        self.requests.lock().expect("no panic here").push(request.clone());
        thread::sleep(self.delay);
        let (head, body) = match (self.hook)(&request) {
            Action::Pass => self.pass(&request)?,
            Action::Answer { status, headers, body } => {
                let head = Head { first: format!("HTTP/1.1 {status} "), headers };
                // The answer to HEAD says how long the body would be that it leaves out.
                let says_length = request.method == "HEAD" && head.header("content-length").is_some();
                (if says_length { head } else { head.with_length(body.len()) }, body)
            }
            Action::BreakOff { status, headers, length, body } => {
                let head = Head { first: format!("HTTP/1.1 {status} "), headers };
                let head = length.map_or_else(|| head.clone(), |length| head.clone().with_length(length));
                return head.write(client, &body).map(|()| false);
            }
            Action::Drip { length } => return drip(client, length).map(|()| false),
            Action::Close => return Ok(false),
            Action::Quit => {
                self.quit();
                return Ok(false);
            }
            Action::Silence => return reader.read(&mut [0]).map(|_| false),
        };
        head.write(client, &body)?;
        Ok(!request.head.says("connection", "close"))
    }

    /// The emulator's answer, over a connection of its own.
    fn pass(&self, request: &Request) -> io::Result<(Head, Vec<u8>)> {
        let mut upstream = TcpStream::connect(&self.emulator)?;
        upstream.set_nodelay(true)?;
        let mut head = request.head.clone().without(&["expect", "connection"]);
        head.headers.push(("connection".into(), "close".into()));
        head.with_length(request.body.len()).write(&mut upstream, &request.body)?;
        let mut reader = BufReader::new(upstream);
        let head = Head::read(&mut reader)?.ok_or(ErrorKind::UnexpectedEof)?.without(&["connection", "keep-alive"]);
        let body = head.read_answer_body(&request.method, &mut reader)?;
        let head = if head.is_bodiless(&request.method) { head } else { head.with_length(body.len()) };
        let exchange = Exchange { request: request.clone(), head: head.clone(), body: body.clone() };
        self.exchanges.lock().expect("no panic here").push(exchange);
        Ok((head, body))
    }
}

/// Until all has been sent or the program has gone.
fn drip(client: &mut TcpStream, length: usize) -> io::Result<()> {
    let head = Head { first: "HTTP/1.1 200 ".into(), headers: Vec::new() };
    head.with_length(length).write(client, b"")?;
    (0..length).try_for_each(|_| {
        thread::sleep(Duration::from_secs(1));
        client.write_all(b" ")
    })
}

/// A thread that ends late, such as that of a dripping answer, closed the connection that had its client's port by then.
#[test]
fn a_connection_that_ends_late_closes_no_other_of_the_same_port() {
    let proxy = Proxy::alone(|_| Action::Close);
    let client = TcpStream::connect(proxy.shared.address).expect("the proxy listens");
    let [early, late] = [0; 2].map(|_| Open::of(&proxy.shared, &client).expect("a connection"));
    let is_open = |open: &Open<'_>| proxy.shared.connections.lock().expect("no panic here").contains_key(&open.number);
    drop(early);
    assert!(is_open(&late));
}
