//! A server for many accounts, told apart by their access keys, in all of which chapter 4 is done; it keeps AWS's limits.

use std::collections::BTreeMap;
use std::io::{self, BufReader, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use crate::limits::Limits;
use crate::request::{Request, Scope};

/// As AWS words them, for the unit tests of the verifiers.
#[path = "../../checks/tests/answers.rs"]
#[allow(dead_code, reason = "the unit tests need more of them")]
mod answers;

use answers::*;

const USERS: &str = "<ListUsersResponse><ListUsersResult><Users><member><Path>/team/</Path><UserName>ada</UserName>
    <UserId>AIDAEXAMPLE</UserId><Arn>arn:aws:iam::123456789012:user/team/ada</Arn>
    <CreateDate>2026-01-01T00:00:00Z</CreateDate></member></Users><IsTruncated>false</IsTruncated>
</ListUsersResult></ListUsersResponse>";
const NO_WEBSITE: &str = "<Error><Code>NoSuchWebsiteConfiguration</Code><Message>There is none</Message></Error>";
const THROTTLED: &str = "<ErrorResponse><Error><Type>Sender</Type><Code>Throttling</Code>
    <Message>Rate exceeded</Message></Error></ErrorResponse>";

/// What is wrong with an account, by how its access key begins.
pub const SILENT: &str = "silent";
pub const BROKEN: &str = "broken";

/// A running server; its threads end with the process.
pub struct Accounts {
    address: SocketAddr,
    shared: Arc<Shared>,
}

#[derive(Default)]
struct Shared {
    delay: Duration,
    /// How many certificates each account has.
    certificates: usize,
    limits: Limits,
    counts: Mutex<BTreeMap<String, BTreeMap<String, usize>>>,
    throttled: Mutex<usize>,
}

impl Accounts {
    /// Every answer comes after `delay`.
    pub fn start(delay: Duration, certificates: usize) -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a free port on this machine");
        let address = listener.local_addr().expect("a bound socket");
        let shared = Arc::new(Shared { delay, certificates, ..Shared::default() });
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

    /// How many requests were throttled.
    pub fn throttled(&self) -> usize {
        *self.shared.throttled.lock().expect("no panic here")
    }
}

impl Shared {
    fn serve(&self, mut client: TcpStream) -> io::Result<()> {
        client.set_nodelay(true)?;
        let mut reader = BufReader::new(client.try_clone()?);
        while let Some(request) = Request::read(&mut reader)? {
            let key = request.signed_for(Scope::AccessKey);
            self.count(key, format!("{} {}", request.signed_for(Scope::Region), request.call()));
            let (status, headers, body) = self.answer(key, &request);
            if key.starts_with(SILENT) {
                return io::copy(&mut client, &mut io::sink()).map(drop); // until the client gives up
            }
            thread::sleep(self.delay);
            let length = if headers.is_empty() { format!("content-length: {}\r\n", body.len()) } else { String::new() };
            let headers: String = headers.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
            client.write_all(format!("HTTP/1.1 {status} \r\n{headers}{length}\r\n{body}").as_bytes())?;
        }
        Ok(())
    }

    fn count(&self, key: &str, call: String) {
        let mut counts = self.counts.lock().expect("no panic here");
        *counts.entry(key.to_owned()).or_default().entry(call).or_default() += 1;
    }

    fn answer(&self, key: &str, request: &Request) -> (u16, &'static [(&'static str, &'static str)], String) {
        if key.starts_with(BROKEN) {
            return (500, &[], "<html>something broke</html>".into());
        }
        if !self.limits.allow(request) {
            *self.throttled.lock().expect("no panic here") += 1;
            return (400, &[], THROTTLED.into());
        }
        if request.method == "HEAD" {
            return (200, INDEX_HEADERS, String::new());
        }
        let operation = request.operation();
        if operation.contains("?website") {
            return (404, &[], NO_WEBSITE.into());
        }
        (200, &[], self.well(&operation))
    }

    fn well(&self, operation: &str) -> String {
        if operation.contains("ListCertificates") {
            return self.certificates();
        }
        if operation.contains("publicAccessBlock") {
            return public_access(true);
        }
        let fits = |(part, _): &&(&str, &str)| operation.contains(part);
        let row = WELL.iter().find(fits).unwrap_or_else(|| panic!("no answer for {operation}"));
        row.1.to_owned()
    }

    /// As [`CERTIFICATES`], and as many more of the same names as the account has.
    fn certificates(&self) -> String {
        let mut list: serde_json::Value = serde_json::from_str(CERTIFICATES).expect("JSON");
        let one = list["CertificateSummaryList"][0].to_string();
        let other = |number: usize| one.replace("certificate/1", &format!("certificate/{number}"));
        let parse = |text: String| serde_json::from_str::<serde_json::Value>(&text).expect("JSON");
        let all = (1..=self.certificates).map(|number| parse(other(number)));
        list["CertificateSummaryList"] = all.collect();
        list.to_string()
    }
}

/// What a request's operation holds, and the answer; the first row that fits counts.
const WELL: &[(&str, &str)] = &[
    ("GetCallerIdentity", CALLER),
    ("ListUsers", USERS),
    ("ListMFADevices", MFA_DEVICES),
    ("DescribeCertificate", CERTIFICATE),
    ("/hostedzonesbyname", HOSTED_ZONES),
    ("name=_aaa.example.com", VALIDATION_RECORD),
    ("/rrset", ALIAS_RECORDS),
    ("/origin-access-control/", ACCESS_CONTROL),
    ("/distribution/", DISTRIBUTION),
    ("/distribution", DISTRIBUTIONS),
    ("?policy", DISTRIBUTION_READS),
    ("x-id=ListBuckets", BUCKETS),
];
