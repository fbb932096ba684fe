//! The world around an account where chapters 4 to 7 are done: its DNS, its website, its API and its sign-in pages; tests change a thing or
//! two.

use std::time::Duration;

use super::account::layers;
use super::account::own::{self, FunctionDouble};
use super::{NameServer, Presented, Reply, Said, Site, code};
use crate::outside::Outside;
use crate::outside::dns::RecordKind::{A, Aaaa, Cname, Ns};
use crate::outside::dns::{Dns, RecordKind};
use crate::outside::web::Web;

const SERVERS: &[&str] =
    &["ns-1.awsdns-01.com.", "NS-2.awsdns-02.net.", "ns-3.awsdns-03.org.", "ns-4.awsdns-04.co.uk."];
const HOSTS: [&str; 4] = ["ns-1.awsdns-01.com", "ns-2.awsdns-02.net", "ns-3.awsdns-03.org", "ns-4.awsdns-04.co.uk"];
const CLOUDFRONT: &str = "X-Amz-Cf-Id: 1";
const S3: &str = "Server: AmazonS3";
const API_GATEWAY: &str = "X-Amz-Apigw-Id: 1";
const HTML: &str = "Content-Type: text/html";
const JSON: &str = "Content-Type: application/json";
const FOR_EVERYONE: &str = "Access-Control-Allow-Origin: *";
const ARTICLES: &str = r#"[{"id": 1, "title": "One", "description": "The first"},
    {"id": 2, "title": "Two", "description": "The second"}]"#;
/// The API's own address, and that of its page in the stage.
const STAGE_HOST: &str = "a1b2c3d4e5.execute-api.us-east-1.amazonaws.com";
const STAGE_PAGE: &str = "https://a1b2c3d4e5.execute-api.us-east-1.amazonaws.com/v1/chapters";
/// What a browser asks the stage before a page may send something with headers of its own.
pub const STAGE_PREFLIGHT: &str = "OPTIONS https://a1b2c3d4e5.execute-api.us-east-1.amazonaws.com/v1/chapters";

/// What a browser asks the API before the account page sends its request.
pub const INFO_PREFLIGHT: &str = "OPTIONS https://api.example.com/account/info";

/// The address to which log-in links lead.
pub const LOGIN: &str = "https://auth.example.com/login?client_id=1example23456789&response_type=code\
    &scope=openid+aws.cognito.signin.user.admin&redirect_uri=https://example.com/auth-callback.html";

/// A world in the making.
#[derive(Clone, Debug)]
pub struct World {
    resolver: NameServer,
    own: NameServer,
    site: Site,
    patience: Duration,
}

impl World {
    /// After exercise 6.10: CloudFront answers for the website, and API Gateway for the API.
    pub fn solved() -> Self {
        let redirect = |to| Reply::page("301 Moved Permanently", &[CLOUDFRONT, to], "");
        let site = Site::default()
            .replies("http://example.com", redirect("Location: https://example.com/"))
            .replies("http://d1.cloudfront.net", redirect("Location: https://d1.cloudfront.net/"))
            .replies("https://example.com", Self::cloudfront_page())
            .replies("https://d1.cloudfront.net", Self::cloudfront_page())
            .replies("https://example.com/chapters.html", Self::cloudfront_object(HTML, "ETag: \"2\""))
            .replies(
                "https://example.com/robots.txt",
                Self::cloudfront_object("Content-Type: text/plain", "ETag: \"3\""),
            )
            .replies("https://example.com/auth-callback.html", Self::cloudfront_object(HTML, "ETag: \"5\""))
            .replies("https://example.com/logout.html", Self::cloudfront_object(HTML, "ETag: \"5\""))
            .replies("https://example.com/account/index.html", Self::cloudfront_object(HTML, "ETag: \"5\""))
            .replies("https://example.com/account/info.html", Self::cloudfront_object(HTML, "ETag: \"5\""))
            .replies("https://api.example.com/chapters", Self::articles())
            .replies(STAGE_PAGE, Self::articles())
            .replies(
                STAGE_PREFLIGHT,
                Self::api_answer("200 OK", &[FOR_EVERYONE, "Access-Control-Allow-Methods: GET"], "{}"),
            )
            .replies(INFO_PREFLIGHT, Self::info_preflight("PUT,OPTIONS", "Authorization,Content-Type"))
            .replies(
                "http://example.com.s3-website-us-east-1.amazonaws.com",
                Self::s3_error("NoSuchWebsiteConfiguration"),
            )
            .presents("example.com", Presented::For(&["example.com", "*.example.com"]))
            .replies("https://auth.example.com", Self::sign_in_page())
            .replies(LOGIN, Self::sign_in_page())
            .presents("auth.example.com", Presented::For(&["example.com", "*.example.com"]))
            .presents("api.example.com", Presented::For(&["example.com", "*.example.com"]))
            .presents(STAGE_HOST, Presented::For(&["*.execute-api.us-east-1.amazonaws.com"]))
            .presents(code::HOST, Presented::For(&["*.s3.us-east-1.amazonaws.com"]))
            .presents("d1.cloudfront.net", Presented::For(&["*.cloudfront.net"]));
        let packed = |file, text| code::reply(&code::package(&[(file, text)]));
        let site = code::PACKAGES.iter().fold(site, |site, (at, file, text)| site.replies(at, packed(*file, *text)));
        let site = own::FUNCTIONS
            .iter()
            .fold(site, |site, own| site.replies(own.address, code::reply(&code::package(&[("index.mjs", own.code)]))));
        let site = site.replies(layers::ADDRESS, code::reply(layers::ARCHIVE));
        let known = |server: NameServer| {
            server
                .says("example.com", Ns, Said::Records(SERVERS))
                .says("example.com", A, Said::Records(&["192.0.2.1"]))
                .says("example.com", Aaaa, Said::Records(&["2001:db8::1"]))
                .says("api.example.com", A, Said::Records(&["192.0.2.2"]))
                .says("auth.example.com", A, Said::Records(&["192.0.2.3"]))
                .says("_aaa.example.com", Cname, Said::Records(&["_bbb.acm-validations.aws."]))
                .says("aaa111._domainkey.example.com", Cname, Said::Records(&["aaa111.dkim.amazonses.com."]))
                .says("bbb222._domainkey.example.com", Cname, Said::Records(&["bbb222.dkim.amazonses.com."]))
                .says("ccc333._domainkey.example.com", Cname, Said::Records(&["ccc333.dkim.amazonses.com."]))
        };
        let resolver = HOSTS
            .iter()
            .fold(known(NameServer::resolver()), |server, host| server.says(host, A, Said::Records(&["127.0.0.1"])));
        Self { resolver, own: known(NameServer::of_zones()), site, patience: Duration::from_secs(10) }
    }

    /// After exercise 4.4: S3 answers.
    pub fn website() -> Self {
        Self::solved()
            .replies("http://example.com", Self::s3_page())
            .replies("http://example.com.s3-website-us-east-1.amazonaws.com", Self::s3_page())
    }

    pub fn s3_page() -> Reply {
        Reply::page("200 OK", &[S3, HTML, "ETag: \"1\""], "<p>hello")
    }

    pub fn s3_error(code: &str) -> Reply {
        let page = format!("<html><ul>\n<li>Code: {code}</li>\n<li>Message: …</li></ul></html>");
        let status = if code == "AccessDenied" { "403 Forbidden" } else { "404 Not Found" };
        Reply::page(status, &[S3, HTML], &page)
    }

    pub fn cloudfront_page() -> Reply {
        Reply::page("200 OK", &[CLOUDFRONT, S3, HTML, "ETag: W/\"1\""], "<p>hello")
    }

    pub fn cloudfront_object(kind: &str, etag: &str) -> Reply {
        Reply::page("200 OK", &[CLOUDFRONT, S3, kind, etag], "hello")
    }

    /// What a user pool answers at the domain of its sign-in pages.
    pub fn sign_in_page() -> Reply {
        Reply::page("200 OK", &[CLOUDFRONT, HTML], "<form>Sign in")
    }

    /// The API's answer to GET /chapters.
    pub fn articles() -> Reply {
        Self::api_answer("200 OK", &[FOR_EVERYONE], ARTICLES)
    }

    /// The API's answer to a browser that asks what pages may send to /account/info.
    pub fn info_preflight(methods: &str, headers: &str) -> Reply {
        let lists = [("Methods", methods), ("Headers", headers)];
        let lists = lists.map(|(name, listed)| format!("Access-Control-Allow-{name}: {listed}"));
        Self::api_answer("200 OK", &[FOR_EVERYONE, &lists[0], &lists[1]], "{}")
    }

    /// An answer of API Gateway's in JSON.
    pub fn api_answer(status: &str, headers: &[&str], body: &str) -> Reply {
        Reply::page(status, &[&[API_GATEWAY, JSON], headers].concat(), body)
    }

    /// The system's resolver says otherwise.
    pub fn resolver_says(self, name: &'static str, kind: RecordKind, said: Said) -> Self {
        Self { resolver: self.resolver.says(name, kind, said), ..self }
    }

    /// The zone's own name servers say otherwise.
    pub fn own_servers_say(self, name: &'static str, kind: RecordKind, said: Said) -> Self {
        Self { own: self.own.says(name, kind, said), ..self }
    }

    /// Something else answers instead of the zone's own name servers.
    pub fn intercepted(self) -> Self {
        Self { own: self.resolver.clone(), ..self }
    }

    pub fn replies(self, address: &'static str, reply: Reply) -> Self {
        Self { site: self.site.replies(address, reply), ..self }
    }

    pub fn presents(self, name: &'static str, presented: Presented) -> Self {
        Self { site: self.site.presents(name, presented), ..self }
    }

    pub fn closed(self, address: &'static str) -> Self {
        Self { site: self.site.closed(address), ..self }
    }

    pub fn nameless(self, address: &'static str) -> Self {
        Self { site: self.site.nameless(address), ..self }
    }

    /// Websites are given up after a moment.
    pub fn impatient(self) -> Self {
        Self { patience: Duration::from_millis(300), ..self }
    }

    /// The function's code package has these files.
    pub fn with_code(self, files: &[(&str, &str)]) -> Self {
        self.replies(code::ADDRESS, code::reply(&code::package(files)))
    }

    /// The code package of the account page's function has these files.
    pub fn with_account_code(self, files: &[(&str, &str)]) -> Self {
        self.replies(code::ACCOUNT_INFO_ADDRESS, code::reply(&code::package(files)))
    }

    /// The code package of the function that sends an e-mail for every message of the topic has these files.
    pub fn with_email_code(self, files: &[(&str, &str)]) -> Self {
        self.replies(code::EMAIL_ADDRESS, code::reply(&code::package(files)))
    }

    /// The packages of the functions that train and infer have these files.
    pub fn with_forest_code(self, training: &[(&str, &str)], inference: &[(&str, &str)]) -> Self {
        self.replies(code::TRAINING_ADDRESS, code::reply(&code::package(training)))
            .replies(code::INFERENCE_ADDRESS, code::reply(&code::package(inference)))
    }

    /// The code package of the function that sends text messages has these files.
    pub fn with_text_code(self, files: &[(&str, &str)]) -> Self {
        self.replies(code::TEXT_ADDRESS, code::reply(&code::package(files)))
    }

    /// The code package of a function of the learner's own has these files.
    pub fn with_own_code(self, own: &FunctionDouble, files: &[(&str, &str)]) -> Self {
        self.replies(own.address, code::reply(&code::package(files)))
    }

    /// The archive of the layer has these files.
    pub fn with_layer(self, files: &[(&str, &str)]) -> Self {
        self.replies(layers::ADDRESS, code::reply(&code::package(files)))
    }

    /// The code package of the function that makes a file of the sign-ins has these files.
    pub fn with_rule_code(self, files: &[(&str, &str)]) -> Self {
        self.replies(code::RULE_ADDRESS, code::reply(&code::package(files)))
    }

    /// What a practice account has around it: no DNS, and yet websites and packages of code.
    pub fn of_practice(self) -> Outside {
        Outside::local(Dns::None, Web::local(self.site.open(), self.patience))
    }

    pub fn open(self) -> Outside {
        let dns = Dns::Local { resolver: self.resolver.open(), port: self.own.open().port() };
        Outside::local(dns, Web::local(self.site.open(), self.patience))
    }
}
