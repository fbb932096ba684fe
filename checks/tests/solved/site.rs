//! Pages, invalidations and the data bucket, as AWS answers for them after exercise 6.10.

use super::NONE;
use crate::doubles::{Account, Answer, error, ok};

/// The account, and these in it.
pub fn with(account: Account) -> Account {
    let account = [HOME, PAGE, ROBOTS, DATA].into_iter().fold(account, |account, object| object.in_account(account));
    account
        .edited("s3:ListBuckets", "<Buckets>", &format!("<Buckets>{DATA_BUCKET}"))
        .answers_to("s3:GetBucketPolicy", "//example-data.", error("s3:", (404, "NoSuchBucketPolicy"), NONE))
        .answers("cloudfront:ListInvalidations", ok(INVALIDATIONS))
        .answers_to("cloudfront:GetInvalidation", "/I1", ok(invalidation("I1", "<Path>/chapters.html</Path>")))
        .answers_to(
            "cloudfront:GetInvalidation",
            "/I2",
            ok(invalidation("I2", "<Path>/</Path><Path>/index.html</Path>")),
        )
        .answers_to("cloudfront:GetInvalidation", "/I3", ok(invalidation("I3", "<Path>/robots.txt</Path>")))
}

/// An object, and what S3 says of it.
#[derive(Clone, Copy)]
pub struct Object {
    /// The end of its address.
    pub at: &'static str,
    pub kind: &'static str,
    pub etag: &'static str,
    pub changed: &'static str,
    pub body: &'static str,
}

impl Object {
    /// The account with the object in it, in the stead of another of its address.
    pub fn in_account(self, account: Account) -> Account {
        let length = Box::leak(self.body.len().to_string().into_boxed_str());
        let head = [
            ("content-type", self.kind),
            ("content-length", length),
            ("etag", self.etag),
            ("last-modified", self.changed),
        ];
        let headers: &'static [_] = Box::leak(Box::new(head));
        let answer = |headers, body: &str| Answer::Http { status: 200, headers, body: body.to_owned() };
        account
            .answers_to("s3:HeadObject", self.at, answer(headers, ""))
            // A body without an announced length may break off unseen.
            .answers_to("s3:GetObject", self.at, answer(&headers[2..3], self.body))
    }
}

pub const HOME: Object = Object {
    at: "/example.com/index.html",
    kind: "text/html",
    etag: "\"1\"",
    changed: "Sun, 11 Jan 2026 00:00:00 GMT",
    body: r#"<!doctype html><title>example.com</title><h1>Home</h1><a href="chapters.html">Chapters</a>"#,
};

pub const PAGE: Object = Object {
    at: "/example.com/chapters.html",
    kind: "text/html",
    etag: "\"2\"",
    changed: "Sat, 10 Jan 2026 00:00:00 GMT",
    body: r#"<!doctype html><title>Chapters</title><ul></ul><script>const API = "https://api.example.com"; fetch(`${API}/chapters`);</script>"#,
};

pub const ROBOTS: Object = Object {
    at: "/example.com/robots.txt",
    kind: "text/plain",
    etag: "\"3\"",
    changed: "Mon, 12 Jan 2026 00:00:00 GMT",
    body: "User-agent: *\nDisallow: /\n",
};

pub const DATA: Object = Object {
    at: "//example-data.s3.us-east-1.amazonaws.com/chapters.json",
    kind: "application/json",
    etag: "\"4\"",
    changed: "Tue, 13 Jan 2026 00:00:00 GMT",
    body: r#"[{"id": 1, "title": "One", "description": "The first"}]"#,
};

const DATA_BUCKET: &str = "<Bucket><Name>example-data</Name><BucketRegion>us-east-1</BucketRegion></Bucket>";

/// The latest first; one from before all uploads is the last.
pub const INVALIDATIONS: &str = "<InvalidationList><Marker></Marker><MaxItems>100</MaxItems>
    <IsTruncated>false</IsTruncated><Quantity>4</Quantity><Items>
        <InvalidationSummary><Id>I3</Id><CreateTime>2026-01-12T00:05:00.123Z</CreateTime><Status>Completed</Status></InvalidationSummary>
        <InvalidationSummary><Id>I2</Id><CreateTime>2026-01-11T00:05:00.123Z</CreateTime><Status>Completed</Status></InvalidationSummary>
        <InvalidationSummary><Id>I1</Id><CreateTime>2026-01-10T00:05:00.123Z</CreateTime><Status>Completed</Status></InvalidationSummary>
        <InvalidationSummary><Id>I0</Id><CreateTime>2026-01-01T00:05:00.123Z</CreateTime><Status>Completed</Status></InvalidationSummary>
    </Items></InvalidationList>";

/// An invalidation with these paths.
pub fn invalidation(id: &str, paths: &str) -> String {
    format!(
        "<Invalidation><Id>{id}</Id><Status>Completed</Status><CreateTime>2026-01-10T00:05:00.123Z</CreateTime>
         <InvalidationBatch><Paths><Quantity>1</Quantity><Items>{paths}</Items></Paths>
         <CallerReference>1</CallerReference></InvalidationBatch></Invalidation>"
    )
}
