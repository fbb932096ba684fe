//! A server for many accounts, told apart by their access keys, in all of which chapters 4 to 6 are done; it keeps AWS's
//! limits.

use std::collections::BTreeMap;
use std::io::{self, BufReader, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use msl_learn_checks::testing::account::{self, acm, own};
use msl_learn_checks::testing::{Answer, Answers, code, ok};

use super::limits::Limits;
use super::request::{Request, Scope};

const THROTTLED: &str = "<ErrorResponse><Error><Type>Sender</Type><Code>Throttling</Code>
    <Message>Rate exceeded</Message></Error></ErrorResponse>";

type Headers = &'static [(&'static str, &'static str)];
const NO_HEADERS: Headers = &[];

/// What is wrong with an account, by how its access key begins.
pub const SILENT: &str = "silent";
pub const BROKEN: &str = "broken";

/// A running server; its threads end with the process.
pub struct Accounts {
    address: SocketAddr,
    shared: Arc<Shared>,
}

struct Shared {
    delay: Duration,
    /// What each account answers.
    account: Answers,
    /// The code packages of its functions, by their addresses. Nobody signs a request for them.
    packages: Vec<(&'static str, Vec<u8>)>,
    limits: Limits,
    counts: Mutex<BTreeMap<String, BTreeMap<String, usize>>>,
    throttled: Mutex<Vec<String>>,
}

impl Accounts {
    /// Every answer comes after `delay`. Each account has that many certificates.
    pub fn start(delay: Duration, certificates: usize) -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a free port on this machine");
        let address = listener.local_addr().expect("a bound socket");
        let account = account::done().answers_to("acm:ListCertificates", "//acm.us-east-1.", ok(list(certificates)));
        // An emulator keeps the code packages itself.
        let (aws, here) = (format!("https://{}", code::HOST), format!("http://{address}"));
        let moved = |account: Answers, _: &_| account.edited("lambda:GetFunction", &aws, &here);
        let own = own::FUNCTIONS.iter().map(|own| (own.address, "index.mjs", own.code));
        let all: Vec<_> = code::PACKAGES.iter().copied().chain(own).collect();
        let account = all.iter().fold(account, moved);
        let packed = |(address, file, text): &(&'static str, &str, &str)| (*address, code::package(&[(file, text)]));
        let packages = all.iter().map(packed).collect();
        let (limits, counts, throttled) = Default::default();
        let shared = Arc::new(Shared { delay, account, packages, limits, counts, throttled });
        let serving = Arc::clone(&shared);
        thread::spawn(move || {
            for client in listener.incoming().flatten() {
                let shared = Arc::clone(&serving);
                // A client that has gone ends the connection and nothing else.
                thread::spawn(move || shared.serve(client).unwrap_or_default());
            }
        });
        Self { address, shared }
    }

    pub fn endpoint(&self) -> String {
        format!("http://{}", self.address)
    }

    /// How often each distinct call came from the account with this access key.
    pub fn counts(&self, key: &str) -> BTreeMap<String, usize> {
        self.shared.counts.lock().expect("no panic here").get(key).cloned().unwrap_or_default()
    }

    /// How long AWS's limits would make all of the answers take at the least, in seconds.
    #[allow(dead_code, reason = "for the benchmark, which prints it")]
    pub fn least(&self) -> f64 {
        self.shared.limits.least()
    }

    /// The requests that were throttled, each as its call.
    pub fn throttled(&self) -> Vec<String> {
        self.shared.throttled.lock().expect("no panic here").clone()
    }
}

impl Shared {
    fn serve(&self, mut client: TcpStream) -> io::Result<()> {
        client.set_nodelay(true)?;
        let mut reader = BufReader::new(client.try_clone()?);
        while let Some(request) = Request::read(&mut reader)? {
            let key = request.signed_for(Scope::AccessKey);
            self.count(key, format!("{} {}", request.signed_for(Scope::Region), request.call()));
            let (status, headers, body) = match key {
                "" => (200, NO_HEADERS, self.package(&request.target)),
                _ => self.answer(key, &request),
            };
            if key.starts_with(SILENT) {
                return io::copy(&mut client, &mut io::sink()).map(drop); // until the client gives up
            }
            thread::sleep(self.delay);
            let announced = headers.iter().any(|(name, _)| *name == "content-length");
            let length = if announced { String::new() } else { format!("content-length: {}\r\n", body.len()) };
            let headers: String = headers.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
            client.write_all(&[format!("HTTP/1.1 {status} \r\n{headers}{length}\r\n").as_bytes(), &body].concat())?;
        }
        Ok(())
    }

    fn package(&self, target: &str) -> Vec<u8> {
        let package = self.packages.iter().find(|(address, _)| address.ends_with(target));
        package.unwrap_or_else(|| panic!("no package is at {target}")).1.clone()
    }

    fn count(&self, key: &str, call: String) {
        let mut counts = self.counts.lock().expect("no panic here");
        *counts.entry(key.to_owned()).or_default().entry(call).or_default() += 1;
    }

    fn answer(&self, key: &str, request: &Request) -> (u16, Headers, Vec<u8>) {
        if key.starts_with(BROKEN) {
            return (500, NO_HEADERS, "<html>something broke</html>".into());
        }
        if !self.limits.allow(request) {
            self.throttled.lock().expect("no panic here").push(request.call());
            return (400, NO_HEADERS, THROTTLED.into());
        }
        let label = request.label();
        match self.account.to(&label, &request.as_sent_to_aws()).clone() {
            Answer::Http { status, headers, body } => (status, headers, body.into()),
            other => panic!("{label} has no answer that can be sent: {other:?}"),
        }
    }
}

/// As [`acm::CERTIFICATES`], and as many more of the same names as asked for.
fn list(certificates: usize) -> String {
    let mut list: serde_json::Value = serde_json::from_str(acm::CERTIFICATES).expect("JSON");
    let one = list["CertificateSummaryList"][0].to_string();
    let other = |number: usize| one.replace("certificate/1", &format!("certificate/{number}"));
    let parse = |text: String| serde_json::from_str::<serde_json::Value>(&text).expect("JSON");
    list["CertificateSummaryList"] = (1..=certificates).map(|number| parse(other(number))).collect();
    list.to_string()
}
