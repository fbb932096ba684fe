//! A request of the program's as the proxy sees it, and which of AWS's operations it calls.

use std::io::{self, BufReader, ErrorKind, Write};
use std::net::TcpStream;

use msl_learn_checks::testing::answers;

use super::http::Head;

/// One request as it came from the program.
#[derive(Clone, Debug)]
pub struct Request {
    pub method: String,
    /// Path and query.
    pub target: String,
    pub head: Head,
    pub body: Vec<u8>,
}

/// The parts of a signature's scope that tests look at, by their places.
#[derive(Clone, Copy, Debug)]
pub enum Scope {
    AccessKey = 0,
    Region = 2,
    Service = 3,
}

impl Request {
    /// Which operation is called, in the way of each of AWS's protocols: by the `x-amz-target` header, by the `Action`
    /// of a form, or by method and path alone.
    pub fn operation(&self) -> String {
        let form = String::from_utf8_lossy(&self.body);
        let action = form.split('&').find_map(|field| field.strip_prefix("Action="));
        let name = self.head.header("x-amz-target").or(action).unwrap_or_default();
        format!("{} {} {name}", self.method, self.target).trim_end().to_owned()
    }

    /// The operation and what it is called with.
    pub fn call(&self) -> String {
        format!("{} {}", self.operation(), String::from_utf8_lossy(&self.body)).trim_end().to_owned()
    }

    /// Which of AWS's operations is called, with its service, such as `s3:HeadObject`.
    pub fn label(&self) -> String {
        let body = String::from_utf8_lossy(&self.body);
        answers::label(self.head.header("x-amz-target"), &self.as_sent_to_aws(), &body)
    }

    /// Method, address and body as AWS itself would get them: to the host of its service, and for a bucket whose name has no
    /// dots to the bucket's own.
    pub fn as_sent_to_aws(&self) -> String {
        let [region, service] = [Scope::Region, Scope::Service].map(|part| self.signed_for(part));
        let (method, target) = (&self.method, &self.target);
        let bucket = target.trim_start_matches('/').split(['/', '?']).next().unwrap_or_default();
        let (host, target) = match service {
            "s3" if bucket == "v20180820" => ("account.s3-control".into(), target.clone()),
            "s3" if !bucket.is_empty() && !bucket.contains('.') => {
                (format!("{bucket}.s3"), target.replacen(&format!("/{bucket}"), "", 1))
            }
            "ses" => ("email".into(), target.clone()),
            _ => (service.to_owned(), target.clone()),
        };
        let slash = if target.starts_with('/') { "" } else { "/" };
        let body = String::from_utf8_lossy(&self.body);
        format!("{method} https://{host}.{region}.amazonaws.com{slash}{target} {body}").trim().to_owned()
    }

    /// A part of the scope that the request is signed for, such as `us-east-1` or `s3`: key, date, region, service.
    pub fn signed_for(&self, part: Scope) -> &str {
        let credential = self.head.header("authorization").and_then(|header| header.split_once("Credential="));
        let scope = credential.map_or("", |(_, rest)| rest.split(',').next().unwrap_or_default());
        scope.split('/').nth(part as usize).unwrap_or_default()
    }

    /// Reads a request; nothing when the program has closed the connection instead.
    pub fn read(from: &mut BufReader<TcpStream>) -> io::Result<Option<Self>> {
        let Some(head) = Head::read(from)? else { return Ok(None) };
        let mut words = head.first.split(' ').map(str::to_owned);
        let (Some(method), Some(target)) = (words.next(), words.next()) else {
            return Err(io::Error::new(ErrorKind::InvalidData, format!("no request: {}", head.first)));
        };
        if head.says("expect", "100-continue") {
            from.get_mut().write_all(b"HTTP/1.1 100 Continue\r\n\r\n")?;
        }
        let body = head.read_request_body(from)?;
        Ok(Some(Self { method, target, head, body }))
    }
}
