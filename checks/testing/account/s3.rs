//! The bucket of the website with its pages, and that of the data with what was spoken.

use crate::testing::answers::{Answer, Answers, error, ok};

/// The account, and these in it.
pub fn done(account: Answers) -> Answers {
    let account = account
        .answers("s3:ListBuckets", ok(BUCKETS))
        .answers("s3:HeadObject", Answer::Http { status: 200, headers: INDEX_HEADERS, body: String::new() })
        .answers("s3:GetPublicAccessBlock", ok(public_access(true)))
        .refuses("s3control:GetPublicAccessBlock", (404, "NoSuchPublicAccessBlockConfiguration"), NONE)
        .refuses("s3:GetBucketWebsite", (404, "NoSuchWebsiteConfiguration"), NONE)
        .answers("s3:GetBucketRequestPayment", ok(OWNER_PAYS))
        .answers("s3:ListObjectsV2", ok(KEYS))
        .answers_to("s3:ListObjectsV2", "//example-data.", ok(keys(&["audio/welcome.mp3", "chapters.json"])))
        .answers("s3:GetBucketPolicy", ok(DISTRIBUTION_READS))
        .answers_to("s3:GetBucketPolicy", "//example-data.", error("s3:", (404, "NoSuchBucketPolicy"), NONE))
        .answers_to("s3:GetBucketPolicy", "//example-data-replica.", error("s3:", (404, "NoSuchBucketPolicy"), NONE))
        .answers("s3:GetBucketVersioning", ok(VERSIONS))
        .answers("s3:GetBucketReplication", ok(replication(&rule(REPLICA))))
        .answers("s3:GetBucketEncryption", ok(encryption("AES256")))
        .refuses("s3:GetBucketTagging", (404, "NoSuchTagSet"), NONE);
    [
        HOME,
        PAGE,
        CALLBACK,
        CALLBACK_SCRIPT,
        LOGOUT,
        LOGOUT_SCRIPT,
        ACCOUNT,
        ACCOUNT_SCRIPT,
        INFO,
        INFO_SCRIPT,
        ROBOTS,
        DATA,
        SPOKEN,
    ]
    .into_iter()
    .fold(account, |account, object| object.put(account))
}

const NONE: &str = "There is none";

pub const BUCKETS: &str = "<ListAllMyBucketsResult><Buckets>
    <Bucket><Name>example-data</Name><BucketRegion>us-east-1</BucketRegion></Bucket>
    <Bucket><Name>example-data-replica</Name><BucketRegion>us-west-2</BucketRegion></Bucket>
    <Bucket><Name>example.com</Name><BucketRegion>us-east-1</BucketRegion></Bucket>
    <Bucket><Name>photos</Name><BucketRegion>us-east-1</BucketRegion></Bucket>
</Buckets></ListAllMyBucketsResult>";

/// The pages of the website that its bucket lists.
pub const KEYS: &str = "<ListBucketResult><IsTruncated>false</IsTruncated><Contents><Key>comments.html</Key></Contents>\
    <Contents><Key>comments.js</Key></Contents><Contents><Key>images.html</Key></Contents>\
    <Contents><Key>index.html</Key></Contents><Contents><Key>speech.html</Key></Contents></ListBucketResult>";

/// A list of a bucket's keys, whole.
pub fn keys(keys: &[&str]) -> String {
    let contents: String = keys.iter().map(|key| format!("<Contents><Key>{key}</Key></Contents>")).collect();
    format!("<ListBucketResult><IsTruncated>false</IsTruncated>{contents}</ListBucketResult>")
}

const INDEX_HEADERS: &[(&str, &str)] = &[
    ("content-type", "text/html"),
    ("content-length", "9"),
    ("etag", "\"1\""),
    ("last-modified", "Thu, 01 Jan 2026 00:00:00 GMT"),
];

/// The four public access settings, all alike.
pub fn public_access(on: bool) -> String {
    let names = ["BlockPublicAcls", "IgnorePublicAcls", "BlockPublicPolicy", "RestrictPublicBuckets"];
    let settings: String = names.iter().map(|name| format!("<{name}>{on}</{name}>")).collect();
    format!("<PublicAccessBlockConfiguration>{settings}</PublicAccessBlockConfiguration>")
}

pub const OWNER_PAYS: &str = "<RequestPaymentConfiguration><Payer>BucketOwner</Payer></RequestPaymentConfiguration>";

/// A bucket that keeps versions.
pub const VERSIONS: &str = "<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>";

/// Where the copies of the data go.
pub const REPLICA: &str = "arn:aws:s3:::example-data-replica";
/// The role under which they are made.
pub const COPYING_ROLE: &str = "s3-replication";

/// The replication of a bucket, with these rules.
pub fn replication(rules: &str) -> String {
    format!(
        "<ReplicationConfiguration><Role>arn:aws:iam::123456789012:role/{COPYING_ROLE}</Role>{rules}</ReplicationConfiguration>"
    )
}

/// A rule of the newer form, for all objects.
pub fn rule(bucket: &str) -> String {
    format!(
        "<Rule><ID>all</ID><Priority>1</Priority><Status>Enabled</Status><Filter><Prefix></Prefix></Filter>\
         <DeleteMarkerReplication><Status>Disabled</Status></DeleteMarkerReplication>\
         <Destination><Bucket>{bucket}</Bucket></Destination></Rule>"
    )
}

/// How a bucket encrypts new objects.
pub fn encryption(algorithm: &str) -> String {
    format!(
        "<ServerSideEncryptionConfiguration><Rule><ApplyServerSideEncryptionByDefault><SSEAlgorithm>{algorithm}</SSEAlgorithm>\
         </ApplyServerSideEncryptionByDefault></Rule></ServerSideEncryptionConfiguration>"
    )
}

pub const WEBSITE: &str = "<WebsiteConfiguration><IndexDocument><Suffix>index.html</Suffix></IndexDocument>
</WebsiteConfiguration>";

pub const EVERYONE_READS: &str = r#"{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": "*",
    "Action": "s3:GetObject", "Resource": "arn:aws:s3:::example.com/*"}]}"#;

pub const DISTRIBUTION_READS: &str = r#"{"Version": "2012-10-17", "Statement": [{"Effect": "Allow",
    "Principal": {"Service": "cloudfront.amazonaws.com"}, "Action": "s3:GetObject",
    "Resource": "arn:aws:s3:::example.com/*",
    "Condition": {"StringEquals": {"AWS:SourceArn": "arn:aws:cloudfront::123456789012:distribution/E1"}}}]}"#;

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
    /// The account with the object in it, instead of another of its address.
    pub fn put(self, account: Answers) -> Answers {
        let length = Box::leak(self.body.len().to_string().into_boxed_str());
        let head = [
            ("content-type", self.kind),
            ("content-length", length),
            ("etag", self.etag),
            ("last-modified", self.changed),
            // What is new in a bucket of the account is copied elsewhere.
            ("x-amz-replication-status", "COMPLETED"),
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
    body: r#"<!doctype html><title>example.com</title><h1>Home</h1><a href="chapters.html">Chapters</a>
<a href="https://auth.example.com/login?client_id=1example23456789&amp;response_type=code&amp;scope=openid+profile&amp;redirect_uri=https%3A%2F%2Fexample.com%2Fauth-callback.html">Log in</a>
<a href="https://auth.example.com/logout?client_id=1example23456789&amp;logout_uri=https%3A%2F%2Fexample.com%2Flogout.html">Log out</a>"#,
};

pub const PAGE: Object = Object {
    at: "/example.com/chapters.html",
    kind: "text/html",
    etag: "\"2\"",
    changed: "Sat, 10 Jan 2026 00:00:00 GMT",
    body: r#"<!doctype html><title>Chapters</title><ul></ul>
<a href="https://auth.example.com/login?client_id=1example23456789&response_type=code&scope=openid+profile&redirect_uri=https://example.com/auth-callback.html">Log in</a>
<a href="https://auth.example.com/logout?client_id=1example23456789&logout_uri=https://example.com/logout.html">Log out</a>
<script>const API = "https://api.example.com"; fetch(`${API}/chapters`);</script>"#,
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

/// Sound begins with a header of its format; the rest of it is never read.
pub const SPOKEN: Object = Object {
    at: "//example-data.s3.us-east-1.amazonaws.com/audio/welcome.mp3",
    kind: "audio/mpeg",
    etag: "\"7\"",
    changed: "Thu, 15 Jan 2026 00:00:00 GMT",
    body: "ID3\u{4}\0\0\0\0\0\0, and what is spoken",
};

/// A page of chapter 7, uploaded after the others.
const SIGNED: Object =
    Object { at: "", kind: "text/html", etag: "\"5\"", changed: "Wed, 14 Jan 2026 00:00:00 GMT", body: "" };
const SCRIPT: Object = Object { kind: "text/javascript", etag: "\"6\"", ..SIGNED };

pub const CALLBACK: Object = Object {
    at: "/example.com/auth-callback.html",
    body: "<title>Signing in</title><script type=module src=auth-callback.js></script>",
    ..SIGNED
};

pub const CALLBACK_SCRIPT: Object = Object {
    at: "/example.com/auth-callback.js",
    body: r#"const DOMAIN = "https://auth.example.com", ID = "1example23456789";
const code = new URLSearchParams(location.search).get("code");
const answer = await fetch(`${DOMAIN}/oauth2/token`, { method: "POST",
    headers: { "Content-Type": "application/x-www-form-urlencoded" },
    body: `grant_type=authorization_code&client_id=${ID}&code=${code}&redirect_uri=${location.origin}${location.pathname}` });
const tokens = await answer.json();
localStorage.setItem("jwt", JSON.stringify(tokens));
await fetch("https://api.example.com/analytics/auth-callback", { method: "POST", headers: { Authorization: tokens.access_token } });"#,
    ..SCRIPT
};

pub const LOGOUT: Object = Object {
    at: "/example.com/logout.html",
    body: "<title>Signed out</title><script type=module src=logout.js></script>",
    ..SIGNED
};

pub const LOGOUT_SCRIPT: Object = Object {
    at: "/example.com/logout.js",
    body: r#"const tokens = JSON.parse(localStorage.getItem("jwt"));
await fetch("https://auth.example.com/oauth2/revoke", { method: "POST",
    body: new URLSearchParams({ token: tokens.refresh_token, client_id: "1example23456789" }) });
localStorage.removeItem("jwt");"#,
    ..SCRIPT
};

pub const ACCOUNT: Object = Object {
    at: "/example.com/account/index.html",
    body: r#"<title>My account</title><script type=module src="./auth-check.js"></script>
<a href="https://auth.example.com/logout?client_id=1example23456789&logout_uri=https://example.com/logout.html">Log out</a>"#,
    ..SIGNED
};

pub const ACCOUNT_SCRIPT: Object = Object {
    at: "/example.com/account/auth-check.js",
    body: r#"if (!localStorage.getItem("jwt")) location = "/";"#,
    ..SCRIPT
};

pub const INFO: Object = Object {
    at: "/example.com/account/info.html",
    body: "<title>Name</title><script type=module src=auth-check.js></script><script type=module src=info.js></script>\
           <form><input name=given_name><input type=tel name=phone_number></form>",
    ..SIGNED
};

pub const INFO_SCRIPT: Object = Object {
    at: "/example.com/account/info.js",
    body: r#"const send = async (name, phone) => {
    const { access_token } = JSON.parse(localStorage.getItem("jwt"));
    await fetch("https://api.example.com/account/info", { method: "PUT", headers: { Authorization: access_token },
        body: JSON.stringify({ given_name: name, phone_number: phone }) });
};
document.querySelector("form").addEventListener("submit", () => send("Ada", "+12065550100"));"#,
    ..SCRIPT
};
