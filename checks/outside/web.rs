//! The website as a visitor meets it: what answers at an address. Nothing is followed, and every look has its limits.

mod client;
mod download;
#[cfg(any(test, feature = "testing"))]
mod local;
mod page;
mod practice;
mod tls;

use std::fmt;
use std::net::SocketAddr;
use std::sync::{Arc, OnceLock};

use hyper::Method;
use rustls::ClientConfig;
use serde::{Deserialize, Serialize};

use crate::aws::operation::{Operation, look};
use crate::findings::short;
use client::Limits;
pub use download::{Fetched, LARGEST, Source};
#[cfg(any(test, feature = "testing"))]
pub use local::Local;
pub use page::{Data, Page, Responder};

/// A page of a host, the top one or the one at a path, and what is asked of it: the page itself, unless it says otherwise.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Url {
    secure: bool,
    host: String,
    /// From the first slash on.
    path: String,
    /// The host whose address is connected to, when it is not the URL's own.
    at: Option<String>,
    question: Question,
}

/// What a visitor asks.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Question {
    Get,
    /// What a browser asks before a page of another origin sends this (Fetch Standard, "CORS-preflight fetch").
    MayPages(Preflight),
    /// A function of a practice account is called with this event, or a method of an API, in a copy of the account that is
    /// thrown away.
    Call(String),
}

/// What a page of another origin would send that a browser asks about before (Fetch Standard, "CORS-preflight fetch").
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Preflight {
    /// Where the page is from, such as `https://example.com`.
    pub origin: String,
    pub verb: &'static str,
    /// The names of the headers of its own, with commas between.
    pub headers: String,
}

/// Where the launcher of the practice account calls functions; see `src/practice/trials.py`.
const TRIAL: &str = "trial.localhost";

impl Url {
    pub fn http(host: impl Into<String>) -> Self {
        Self { secure: false, host: host.into(), path: "/".into(), at: None, question: Question::Get }
    }

    pub fn https(host: impl Into<String>) -> Self {
        Self { secure: true, ..Self::http(host) }
    }

    /// The page at this path of the host, such as `/chapters`.
    pub fn page(self, path: &str) -> Self {
        Self { path: path.to_owned(), ..self }
    }

    /// The same page, asked of another host's address.
    pub fn at(self, host: &str) -> Self {
        Self { at: Some(host.to_owned()), ..self }
    }

    /// The question of a browser whether a page of another origin may send this.
    pub fn preflight(self, asked: Preflight) -> Self {
        Self { question: Question::MayPages(asked), ..self }
    }

    /// A function of a practice account, called with the event.
    pub fn call(region: &str, function: &str, event: String) -> Self {
        Self { question: Question::Call(event), ..Self::http(TRIAL).page(&format!("/{region}/{function}")) }
    }

    /// The same of a function that works by the clock, as the event says.
    pub fn run(region: &str, function: &str, event: String) -> Self {
        let call = Self::call(region, function, event);
        Self { path: format!("{}/run", call.path), ..call }
    }

    /// The same of a function that sends mail to the user whose token it gets.
    pub fn mail(region: &str, function: &str, event: String) -> Self {
        let call = Self::call(region, function, event);
        Self { path: format!("{}/mail", call.path), ..call }
    }

    /// A method of an API of a practice account, asked with POST by somebody who has signed in, as the event says.
    pub fn post(region: &str, api: &str, event: String) -> Self {
        let call = Self::call(region, api, event);
        Self { path: format!("{}/post", call.path), ..call }
    }

    /// The host that is connected to.
    fn address(&self) -> &str {
        self.at.as_deref().unwrap_or(&self.host)
    }

    pub(crate) fn operation(&self) -> &'static Operation {
        const HTTP: &Operation = &look("GET", "http:GET");
        const HTTPS: &Operation = &look("GET", "https:GET");
        const OPTIONS: &Operation = &look("OPTIONS", "https:OPTIONS");
        const CALL: &Operation = &look("POST", "trial:POST");
        match self.question {
            Question::MayPages(_) => OPTIONS,
            Question::Call(_) => CALL,
            Question::Get if self.secure => HTTPS,
            Question::Get => HTTP,
        }
    }

    fn is_call(&self) -> bool {
        matches!(self.question, Question::Call(_))
    }

    /// The method, and the headers that go with it.
    fn method(&self) -> (Method, Vec<(&'static str, &str)>) {
        match &self.question {
            Question::Get => (Method::GET, vec![("accept", "text/html, application/json, */*")]),
            Question::MayPages(Preflight { origin, verb, headers }) => {
                let asks =
                    [("access-control-request-method", *verb), ("access-control-request-headers", headers.as_str())];
                (Method::OPTIONS, [("accept", "*/*"), ("origin", origin)].into_iter().chain(asks).collect())
            }
            Question::Call(_) => (Method::POST, vec![("content-type", "application/json")]),
        }
    }

    fn body(&self) -> &str {
        if let Question::Call(event) = &self.question { event } else { "" }
    }
}

impl fmt::Display for Url {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let scheme = if self.secure { "https" } else { "http" };
        write!(f, "{scheme}://{}{}", self.host, self.path)?;
        self.at.as_ref().map_or(Ok(()), |host| write!(f, " at {host}"))
    }
}

/// What a visitor gets from AWS.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    Page(Page),
    /// AWS's certificate for other names, these, so that a browser stops there.
    OtherNames(String),
}

/// A page, and the object that it should be a copy of.
#[derive(Clone, Debug)]
pub struct Served {
    pub answer: Answer,
    /// The entity tag of the object in the bucket; `None` when there is no such object.
    pub etag: Option<String>,
}

/// Where looks at websites go.
#[derive(Clone, Debug)]
pub struct Web {
    place: Place,
    limits: Limits,
    /// Made for the first look over HTTPS.
    trust: Arc<OnceLock<Arc<ClientConfig>>>,
}

#[derive(Clone, Debug)]
enum Place {
    Internet,
    /// Websites of a test, on this machine.
    #[cfg(any(test, feature = "testing"))]
    Local(Local),
    /// The practice account's emulator, which plays what visitors meet, at this address.
    Practice(SocketAddr),
    Nowhere,
}

impl Web {
    pub fn internet() -> Self {
        Self::new(Place::Internet)
    }

    /// What the emulator of a practice account plays, at an endpoint such as `http://127.0.0.1:4566`; nowhere if it is on
    /// another machine.
    pub fn practice(endpoint: &str) -> Self {
        let address = endpoint.trim_start_matches("http://").trim_end_matches('/').parse().ok();
        let own = address.filter(|address: &SocketAddr| address.ip().is_loopback());
        Self { limits: Limits::practice(), ..Self::new(own.map_or(Place::Nowhere, Place::Practice)) }
    }

    pub fn nowhere() -> Self {
        Self::new(Place::Nowhere)
    }

    pub(crate) fn is_nowhere(&self) -> bool {
        matches!(self.place, Place::Nowhere)
    }

    /// Websites of a test, which are given up after `whole`.
    #[cfg(any(test, feature = "testing"))]
    pub(crate) fn local(local: Local, whole: std::time::Duration) -> Self {
        let limits = Limits { whole, ..Limits::default() };
        Self { limits, ..Self::new(Place::Local(local)) }
    }

    fn new(place: Place) -> Self {
        Self { place, limits: Limits::default(), trust: Arc::default() }
    }
}
