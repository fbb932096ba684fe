//! An account made of answers, by operation, as AWS's service models say them: for what no emulator can show.
//! Nothing leaves this machine, and a request without an answer panics, naming itself.

use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::sync::{Arc, Mutex};

use aws_config::{BehaviorVersion, Region, SdkConfig};
use aws_credential_types::Credentials;
use aws_credential_types::provider::SharedCredentialsProvider;
use aws_smithy_runtime_api::client::http::{HttpConnector, HttpConnectorFuture, SharedHttpConnector, http_client_fn};
use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse};
use aws_smithy_runtime_api::client::result::ConnectorError;
use aws_smithy_types::body::SdkBody;
use aws_smithy_types::retry::RetryConfig;
use aws_types::sdk_config;

use crate::aws::{Aws, Outside};

mod dns;
mod site;
mod world;

pub use dns::{NameServer, Said};
pub use site::{Local, Presented, Reply, Site};
pub use world::World;

/// What comes back for one request.
#[derive(Clone, Debug)]
pub enum Answer {
    /// An HTTP answer; the headers beyond those of the transport.
    Http { status: u16, headers: &'static [(&'static str, &'static str)], body: String },
    /// An HTTP answer whose body breaks off.
    CutOff,
    /// The connection is refused or closed.
    Refused,
    /// Nothing comes in time.
    Silence,
}

impl Answer {
    fn body(&mut self) -> Option<&mut String> {
        match self {
            Answer::Http { body, .. } => Some(body),
            _ => None,
        }
    }
}

/// HTTP 200 with this body.
pub fn ok(body: impl Into<String>) -> Answer {
    status(200, body)
}

pub fn status(status: u16, body: impl Into<String>) -> Answer {
    Answer::Http { status, headers: &[], body: body.into() }
}

/// An error as the service of `label` words it: JSON or XML.
pub fn error(label: &str, (number, code): (u16, &str), message: &str) -> Answer {
    let xml = format!("<Error><Code>{code}</Code><Message>{message}</Message></Error>");
    match label.split(':').next() {
        Some("acm" | "apigateway" | "apigatewayv2" | "dynamodb" | "lambda" | "logs" | "route53domains") => {
            status(number, serde_json::json!({"__type": code, "message": message}).to_string())
        }
        Some("s3") => status(number, xml),
        _ => status(number, format!("<ErrorResponse>{xml}</ErrorResponse>")),
    }
}

/// An account that gives these answers; of several that fit a request, the one added last.
#[derive(Clone, Debug)]
pub struct Account {
    answers: Vec<Row>,
    asked: Arc<Mutex<Vec<String>>>,
    outside: Outside,
    emulated: bool,
}

#[derive(Clone, Debug)]
struct Row {
    label: &'static str,
    /// What the request must hold in its method, address or body; empty for every request.
    part: &'static str,
    answer: Answer,
    /// How often it is still given; for ever without a number.
    left: Option<Arc<AtomicUsize>>,
}

impl Row {
    fn fits(&self, label: &str, request: &str) -> bool {
        let once_more = |left: usize| left.checked_sub(1);
        self.label == label
            && request.contains(self.part)
            && self.left.as_ref().is_none_or(|left| left.fetch_update(SeqCst, SeqCst, once_more).is_ok())
    }
}

impl Account {
    pub fn empty() -> Self {
        Self { answers: Vec::new(), asked: Arc::default(), outside: Outside::nowhere(), emulated: false }
    }

    /// Every request of the operation gets this answer.
    pub fn answers(self, label: &'static str, answer: Answer) -> Self {
        self.answers_to(label, "", answer)
    }

    /// Requests of the operation that hold `part` get this answer.
    pub fn answers_to(mut self, label: &'static str, part: &'static str, answer: Answer) -> Self {
        self.answers.push(Row { label, part, answer, left: None });
        self
    }

    /// The next request of the operation gets this answer, and those after it what they would have got.
    pub fn answers_once(mut self, label: &'static str, answer: Answer) -> Self {
        self.answers.push(Row { label, part: "", answer, left: Some(Arc::new(AtomicUsize::new(1))) });
        self
    }

    /// Every answer of the operation with that much of its body, as if that were all.
    pub fn shortened(mut self, label: &str, percent: usize) -> Self {
        let of_label = self.answers.iter_mut().filter(|row| row.label == label);
        for body in of_label.filter_map(|row| row.answer.body()) {
            body.truncate(body.floor_char_boundary(body.len() * percent / 100));
        }
        self
    }

    /// Every request of the operation is answered with this error.
    pub fn refuses(self, label: &'static str, code: (u16, &str), message: &str) -> Self {
        self.answers(label, error(label, code, message))
    }

    /// Puts `to` in place of `from` in the latest answer of the operation that holds it; there must be one.
    pub fn edited(mut self, label: &str, from: &str, to: &str) -> Self {
        let of_label = self.answers.iter_mut().rev().filter(|row| row.label == label);
        let body = of_label.filter_map(|row| row.answer.body()).find(|body| body.contains(from));
        let body = body.unwrap_or_else(|| panic!("no answer of {label} holds {from}"));
        *body = body.replace(from, to);
        self
    }

    /// The world around it; nowhere otherwise.
    pub fn amid(self, outside: Outside) -> Self {
        Self { outside, ..self }
    }

    /// In the same world, of which nothing has been seen yet.
    pub fn afresh(self) -> Self {
        Self { outside: self.outside.afresh(), ..self }
    }

    /// As an endpoint that is not AWS's own.
    pub fn emulated(self) -> Self {
        Self { emulated: true, ..self }
    }

    pub fn open(&self) -> Aws {
        self.open_with(|config| config)
    }

    /// The account, with something else in the SDK's configuration.
    pub fn open_with(&self, configure: impl FnOnce(sdk_config::Builder) -> sdk_config::Builder) -> Aws {
        Aws::new(configure(self.config()).build(), self.emulated, self.outside.clone())
    }

    /// Every request so far: method, address and body.
    pub fn asked(&self) -> Vec<String> {
        self.asked.lock().expect("no holder panics").clone()
    }

    fn config(&self) -> sdk_config::Builder {
        let connector = SharedHttpConnector::new(self.clone());
        let keys = Credentials::new("AKIAEXAMPLE", "secret", None, None, "test");
        SdkConfig::builder()
            .behavior_version(BehaviorVersion::latest())
            .region(Region::from_static("us-east-1"))
            .credentials_provider(SharedCredentialsProvider::new(keys))
            .retry_config(RetryConfig::disabled())
            .http_client(http_client_fn(move |_, _| connector.clone()))
    }

    fn answer(&self, label: &str, request: &str) -> &Answer {
        let row = self.answers.iter().rev().find(|row| row.fits(label, request));
        &row.unwrap_or_else(|| panic!("no answer for {label}: {request}")).answer
    }
}

impl HttpConnector for Account {
    fn call(&self, request: HttpRequest) -> HttpConnectorFuture {
        let body = String::from_utf8_lossy(request.body().bytes().unwrap_or_default()).into_owned();
        let text = format!("{} {} {body}", request.method(), request.uri()).trim().to_owned();
        let label = label(request.headers().get("x-amz-target"), &text, &body);
        let answer = self.answer(&label, &text).clone();
        self.asked.lock().expect("no holder panics").push(text);
        HttpConnectorFuture::ready(respond(answer))
    }
}

fn respond(answer: Answer) -> Result<HttpResponse, ConnectorError> {
    let (status, headers, body) = match answer {
        Answer::Http { status, headers, body } => (status, headers, SdkBody::from(body)),
        // A body that was taken away errs when it is read, as one does that breaks off.
        Answer::CutOff => (200, [].as_slice(), SdkBody::taken()),
        Answer::Refused => return Err(ConnectorError::io("client error (Connect): connection refused".into())),
        Answer::Silence => return Err(ConnectorError::timeout("no answer within 10 seconds".into())),
    };
    let mut response = HttpResponse::new(status.try_into().expect("a status"), body);
    for (name, value) in headers {
        response.headers_mut().insert(*name, *value);
    }
    Ok(response)
}

/// Which operation a request is: JSON services name it in a header, query services in the body, REST ones by address.
fn label(target: Option<&str>, request: &str, body: &str) -> String {
    if let Some((service, operation)) = target.and_then(|target| target.split_once('.')) {
        let service = match service {
            "CertificateManager" => "acm",
            "DynamoDB_20120810" => "dynamodb",
            "Logs_20140328" => "logs",
            _ => "route53domains",
        };
        return format!("{service}:{operation}");
    }
    if let Some(action) = body.strip_prefix("Action=").and_then(|rest| rest.split('&').next()) {
        let service = if request.contains("//iam.") { "iam" } else { "sts" };
        return format!("{service}:{action}");
    }
    let fits = |(_, parts): &&(&str, &[&str])| parts.iter().all(|part| request.contains(part));
    let row = REST.iter().find(fits).unwrap_or_else(|| panic!("no operation is known for {request}"));
    row.0.to_owned()
}

/// What the address of a REST operation holds; the first row that fits counts.
const REST: &[(&str, &[&str])] = &[
    ("s3control:GetPublicAccessBlock", &["GET ", ".s3-control.", "/configuration/publicAccessBlock"]),
    ("cloudfront:GetOriginAccessControl", &["GET ", "//cloudfront.", "/origin-access-control/"]),
    ("cloudfront:GetInvalidation", &["GET ", "//cloudfront.", "/invalidation/"]),
    ("cloudfront:ListInvalidations", &["GET ", "//cloudfront.", "/invalidation"]),
    ("cloudfront:GetDistribution", &["GET ", "//cloudfront.", "/distribution/"]),
    ("cloudfront:ListDistributions", &["GET ", "//cloudfront.", "/distribution"]),
    ("route53:ListHostedZonesByName", &["GET ", "//route53.", "/hostedzonesbyname"]),
    ("route53:ListResourceRecordSets", &["GET ", "//route53.", "/rrset"]),
    ("route53:GetHostedZone", &["GET ", "//route53.", "/hostedzone/"]),
    ("apigateway:GetExport", &["GET ", "//apigateway.", "/exports/"]),
    ("apigateway:GetStages", &["GET ", "//apigateway.", "/stages"]),
    ("apigateway:GetDeployment", &["GET ", "//apigateway.", "/deployments/"]),
    ("apigateway:GetDeployments", &["GET ", "//apigateway.", "/deployments"]),
    ("apigateway:GetResources", &["GET ", "//apigateway.", "/resources"]),
    ("apigateway:GetRestApis", &["GET ", "//apigateway.", "/restapis"]),
    ("apigateway:GetBasePathMappings", &["GET ", "//apigateway.", "/basepathmappings"]),
    ("apigateway:GetDomainName", &["GET ", "//apigateway.", "/domainnames/"]),
    ("apigateway:GetDomainNames", &["GET ", "//apigateway.", "/domainnames"]),
    ("apigatewayv2:GetApis", &["GET ", "//apigateway.", "/v2/apis"]),
    ("lambda:GetPolicy", &["GET ", "//lambda.", "/policy"]),
    ("lambda:GetFunction", &["GET ", "//lambda.", "/functions/"]),
    ("lambda:ListFunctions", &["GET ", "//lambda.", "/functions"]),
    ("s3:HeadObject", &["HEAD ", "s3."]),
    ("s3:GetObject", &["GET ", "s3.", "x-id=GetObject"]),
    ("s3:ListBuckets", &["GET ", "s3.", "x-id=ListBuckets"]),
    ("s3:ListObjectsV2", &["GET ", "s3.", "list-type=2"]),
    ("s3:GetBucketLocation", &["GET ", "s3.", "?location"]),
    ("s3:GetBucketWebsite", &["GET ", "s3.", "?website"]),
    ("s3:GetBucketPolicy", &["GET ", "s3.", "?policy"]),
    ("s3:GetPublicAccessBlock", &["GET ", "s3.", "?publicAccessBlock"]),
];
