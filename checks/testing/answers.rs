//! Answers by operation, as AWS's service models say them, and which operation a request is.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};

/// What comes back for one request.
#[derive(Clone, Debug, PartialEq, Eq)]
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

/// How a service words errors, and which codes it has for what goes wrong with every service.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Words {
    Json,
    Xml,
    S3,
    S3Control,
}

/// The services by their names in labels, each with what its requests have before the operation in `x-amz-target`, if
/// they have that header.
const SERVICES: &[(&str, Option<&str>, Words)] = &[
    ("acm", Some("CertificateManager"), Words::Json),
    ("apigateway", None, Words::Json),
    ("apigatewayv2", None, Words::Json),
    ("backup", None, Words::Json),
    ("cloudformation", None, Words::Xml),
    ("cloudfront", None, Words::Xml),
    ("cognito-idp", Some("AWSCognitoIdentityProviderService"), Words::Json),
    ("config", Some("StarlingDoveService"), Words::Json),
    ("dynamodb", Some("DynamoDB_20120810"), Words::Json),
    ("events", Some("AWSEvents"), Words::Json),
    ("iam", None, Words::Xml),
    ("lambda", None, Words::Json),
    ("logs", Some("Logs_20140328"), Words::Json),
    ("route53", None, Words::Xml),
    ("route53domains", Some("Route53Domains_v20140515"), Words::Json),
    ("s3", None, Words::S3),
    ("s3control", None, Words::S3Control),
    ("scheduler", None, Words::Json),
    ("ses", None, Words::Json),
    ("states", Some("AWSStepFunctions"), Words::Json),
    ("sns", None, Words::Xml),
    ("ssm", Some("AmazonSSM"), Words::Json),
    ("sts", None, Words::Xml),
];

/// How the service of `label` words errors.
pub fn words(label: &str) -> Words {
    let name = label.split(':').next().unwrap_or_default();
    let service = SERVICES.iter().find(|(known, ..)| *known == name);
    service.unwrap_or_else(|| panic!("no service is known for {label}")).2
}

/// An error as the service of `label` words it.
pub fn error(label: &str, (number, code): (u16, &str), message: &str) -> Answer {
    let xml = format!("<Error><Code>{code}</Code><Message>{message}</Message></Error>");
    match words(label) {
        Words::Json => status(number, serde_json::json!({"__type": code, "message": message}).to_string()),
        Words::S3 => status(number, xml),
        Words::Xml | Words::S3Control => status(number, format!("<ErrorResponse>{xml}</ErrorResponse>")),
    }
}

/// The answers of an account; of several that fit a request, the one added last.
#[derive(Clone, Debug, Default)]
pub struct Answers {
    rows: Vec<Row>,
}

#[derive(Clone, Debug)]
struct Row {
    label: &'static str,
    /// What the request must hold in its method, address or body; empty for every request.
    part: &'static str,
    answer: Answer,
    /// How often it is still given; forever without a number.
    left: Option<Arc<AtomicUsize>>,
    /// Whether it is about a thing that most tests are not about.
    aside: bool,
}

impl Row {
    fn fits(&self, label: &str, request: &str) -> bool {
        let once_more = |left: usize| left.checked_sub(1);
        self.label == label
            && request.contains(self.part)
            && self.left.as_ref().is_none_or(|left| left.fetch_update(SeqCst, SeqCst, once_more).is_ok())
    }
}

impl Answers {
    /// Every request of the operation gets this answer.
    pub fn answers(self, label: &'static str, answer: Answer) -> Self {
        self.answers_to(label, "", answer)
    }

    /// Requests of the operation that hold `part` get this answer.
    pub fn answers_to(mut self, label: &'static str, part: &'static str, answer: Answer) -> Self {
        self.rows.push(Row { label, part, answer, left: None, aside: false });
        self
    }

    /// As `answers_to`, of a thing beside the one that most tests are about: these tests edit the answer about theirs.
    pub fn answers_aside(mut self, label: &'static str, part: &'static str, answer: Answer) -> Self {
        self.rows.push(Row { label, part, answer, left: None, aside: true });
        self
    }

    /// The next request of the operation gets this answer, and those after it what they would have got.
    pub fn answers_once(mut self, label: &'static str, answer: Answer) -> Self {
        self.rows.push(Row { label, part: "", answer, left: Some(Arc::new(AtomicUsize::new(1))), aside: false });
        self
    }

    /// Every answer of the operation, truncated to this share of its body.
    pub fn shortened(mut self, label: &str, percent: usize) -> Self {
        let of_label = self.rows.iter_mut().filter(|row| row.label == label);
        for body in of_label.filter_map(|row| row.answer.body()) {
            body.truncate(body.floor_char_boundary(body.len() * percent / 100));
        }
        self
    }

    /// Every request of the operation is answered with this error.
    pub fn refuses(self, label: &'static str, code: (u16, &str), message: &str) -> Self {
        self.answers(label, error(label, code, message))
    }

    /// Puts `to` in place of `from` in the latest answer of the operation that holds it, and in one aside only if no other
    /// holds it; there must be one.
    pub fn edited(mut self, label: &str, from: &str, to: &str) -> Self {
        let mut of_label: Vec<_> = self.rows.iter_mut().rev().filter(|row| row.label == label).collect();
        of_label.sort_by_key(|row| row.aside);
        let of_label = of_label.into_iter();
        let body = of_label.filter_map(|row| row.answer.body()).find(|body| body.contains(from));
        let body = body.unwrap_or_else(|| panic!("no answer of {label} holds {from}"));
        *body = body.replace(from, to);
        self
    }

    /// Whether requests of these operations get the same answers from both.
    pub fn answer_alike(&self, other: &Self, labels: &BTreeSet<&str>) -> bool {
        self.rows_of(labels).eq(other.rows_of(labels))
    }

    fn rows_of(&self, labels: &BTreeSet<&str>) -> impl Iterator<Item = (&str, &str, &Answer)> {
        let rows = self.rows.iter().filter(|row| labels.contains(row.label));
        rows.map(|row| (row.label, row.part, &row.answer))
    }

    /// The answer to a request of the operation: method, address and body.
    pub fn to(&self, label: &str, request: &str) -> &Answer {
        let row = self.rows.iter().rev().find(|row| row.fits(label, request));
        &row.unwrap_or_else(|| panic!("no answer for {label}: {request}")).answer
    }
}

/// Which operation a request is: JSON services name it in a header, query services in the body, REST ones by address.
pub fn label(target: Option<&str>, request: &str, body: &str) -> String {
    if let Some((prefix, operation)) = target.and_then(|target| target.split_once('.')) {
        let service = SERVICES.iter().find(|(_, target, _)| *target == Some(prefix));
        return format!("{}:{operation}", service.unwrap_or_else(|| panic!("no service is known for {prefix}")).0);
    }
    if let Some(action) = body.strip_prefix("Action=").and_then(|rest| rest.split('&').next()) {
        let of = |service: &&&str| request.contains(&format!("//{service}."));
        let service = ["iam", "sns", "cloudformation"].iter().find(of).unwrap_or(&"sts");
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
    ("cloudfront:GetOriginRequestPolicy", &["GET ", "//cloudfront.", "/origin-request-policy/"]),
    ("cloudfront:GetCachePolicy", &["GET ", "//cloudfront.", "/cache-policy/"]),
    ("cloudfront:GetInvalidation", &["GET ", "//cloudfront.", "/invalidation/"]),
    ("cloudfront:ListInvalidations", &["GET ", "//cloudfront.", "/invalidation"]),
    ("cloudfront:GetDistribution", &["GET ", "//cloudfront.", "/distribution/"]),
    ("cloudfront:ListDistributions", &["GET ", "//cloudfront.", "/distribution"]),
    ("route53:ListHostedZonesByName", &["GET ", "//route53.", "/hostedzonesbyname"]),
    ("route53:ListResourceRecordSets", &["GET ", "//route53.", "/rrset"]),
    ("route53:GetHostedZone", &["GET ", "//route53.", "/hostedzone/"]),
    ("apigateway:GetExport", &["GET ", "//apigateway.", "/exports/"]),
    ("apigateway:GetStages", &["GET ", "//apigateway.", "/stages"]),
    ("apigateway:GetAuthorizers", &["GET ", "//apigateway.", "/authorizers"]),
    ("apigateway:GetDeployment", &["GET ", "//apigateway.", "/deployments/"]),
    ("apigateway:GetDeployments", &["GET ", "//apigateway.", "/deployments"]),
    ("apigateway:GetResources", &["GET ", "//apigateway.", "/resources"]),
    ("apigateway:GetRestApis", &["GET ", "//apigateway.", "/restapis"]),
    ("apigateway:GetBasePathMappings", &["GET ", "//apigateway.", "/basepathmappings"]),
    ("apigateway:GetDomainName", &["GET ", "//apigateway.", "/domainnames/"]),
    ("apigateway:GetDomainNames", &["GET ", "//apigateway.", "/domainnames"]),
    ("apigatewayv2:GetIntegrations", &["GET ", "//apigateway.", "/v2/apis/", "/integrations"]),
    ("apigatewayv2:GetApis", &["GET ", "//apigateway.", "/v2/apis"]),
    ("lambda:GetPolicy", &["GET ", "//lambda.", "/policy"]),
    ("lambda:GetFunctionEventInvokeConfig", &["GET ", "//lambda.", "/event-invoke-config"]),
    ("lambda:ListEventSourceMappings", &["GET ", "//lambda.", "/event-source-mappings"]),
    ("lambda:ListAliases", &["GET ", "//lambda.", "/aliases"]),
    ("lambda:GetLayerVersion", &["GET ", "//lambda.", "/layers/", "/versions/"]),
    ("lambda:ListLayers", &["GET ", "//lambda.", "/layers"]),
    ("lambda:GetFunction", &["GET ", "//lambda.", "/functions/"]),
    ("lambda:ListFunctions", &["GET ", "//lambda.", "/functions"]),
    ("scheduler:GetSchedule", &["GET ", "//scheduler.", "/schedules/"]),
    ("scheduler:ListSchedules", &["GET ", "//scheduler.", "/schedules"]),
    ("ses:GetEmailIdentity", &["GET ", "//email.", "/v2/email/identities/"]),
    ("ses:ListEmailIdentities", &["POST ", "//email.", "/v2/email/list-identities"]),
    ("ses:GetAccount", &["GET ", "//email.", "/v2/email/account"]),
    ("s3:HeadObject", &["HEAD ", "s3."]),
    ("s3:GetObject", &["GET ", "s3.", "x-id=GetObject"]),
    ("s3:PutObject", &["PUT ", "s3.", "x-id=PutObject"]),
    ("s3:ListBuckets", &["GET ", "s3.", "x-id=ListBuckets"]),
    ("s3:ListObjectsV2", &["GET ", "s3.", "list-type=2"]),
    ("s3:GetBucketLocation", &["GET ", "s3.", "?location"]),
    ("s3:GetBucketNotificationConfiguration", &["GET ", "s3.", "?notification"]),
    ("s3:GetBucketWebsite", &["GET ", "s3.", "?website"]),
    ("s3:GetBucketRequestPayment", &["GET ", "s3.", "?requestPayment"]),
    ("s3:GetBucketPolicy", &["GET ", "s3.", "?policy"]),
    ("s3:GetPublicAccessBlock", &["GET ", "s3.", "?publicAccessBlock"]),
    ("s3:GetBucketVersioning", &["GET ", "s3.", "?versioning"]),
    ("s3:GetBucketReplication", &["GET ", "s3.", "?replication"]),
    ("s3:GetBucketEncryption", &["GET ", "s3.", "?encryption"]),
    ("s3:GetBucketTagging", &["GET ", "s3.", "?tagging"]),
    ("s3:GetBucketLifecycleConfiguration", &["GET ", "s3.", "?lifecycle"]),
    ("s3:GetBucketOwnershipControls", &["GET ", "s3.", "?ownershipControls"]),
    // The lists end in a slash, too: what follows it tells them from what is in them.
    ("backup:GetBackupSelection", &["GET ", "//backup.", "/selections/S"]),
    ("backup:ListBackupSelections", &["GET ", "//backup.", "/selections"]),
    ("backup:GetBackupPlan", &["GET ", "//backup.", "/plans/P"]),
    ("backup:ListBackupPlans", &["GET ", "//backup.", "/plans"]),
    ("backup:ListBackupVaults", &["GET ", "//backup.", "/backup-vaults"]),
    ("backup:DescribeRegionSettings", &["GET ", "//backup.", "/account-settings"]),
];
