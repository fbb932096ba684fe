//! The sign-in pages that the practice account plays at the domain of a user pool: the way of a visitor from signing up to
//! signing out, and where wrong ways end.

use std::collections::BTreeMap;
use std::time::Duration;

use ureq::Body;
use ureq::http::{HeaderMap, Response};

use crate::harness::workspace::Workspace;
use crate::harness::{aws, process, script};

/// What exercises 7.1 and 7.2 make, and the id of the app client.
const SET_UP: &str = r#"
pool=$(aws cognito-idp create-user-pool --pool-name website --username-attributes email \
  --auto-verified-attributes email --schema Name=email,Required=true,Mutable=true \
  Name=given_name,Required=true,Mutable=true --query UserPool.Id --output text)
client=$(aws cognito-idp create-user-pool-client --user-pool-id "$pool" --client-name website \
  --supported-identity-providers COGNITO --allowed-o-auth-flows-user-pool-client --allowed-o-auth-flows code \
  --allowed-o-auth-scopes openid profile aws.cognito.signin.user.admin \
  --callback-urls '["https://example.com/auth-callback.html"]' --logout-urls '["https://example.com/logout.html"]' \
  --query UserPoolClient.ClientId --output text)
aws cognito-idp create-user-pool-domain --domain auth.example.com --user-pool-id "$pool" \
  --custom-domain-config CertificateArn=arn:aws:acm:us-east-1:000000000000:certificate/1 >/dev/null
aws cognito-idp set-ui-customization --user-pool-id "$pool" --css '.banner-customizable {color: #1f4e79;}' >/dev/null
zone=$(aws route53 create-hosted-zone --name example.com --caller-reference 1 --query HostedZone.Id --output text)
for name in example.com auth.example.com; do
  aws route53 change-resource-record-sets --hosted-zone-id "$zone" --change-batch '{"Changes": [{"Action": "CREATE",
    "ResourceRecordSet": {"Name": "'$name'", "Type": "A", "AliasTarget": {"HostedZoneId": "Z2FDTNDATAQYW2", "DNSName": "'$(
      aws cognito-idp describe-user-pool-domain --domain auth.example.com --output text \
        --query DomainDescription.CloudFrontDistribution)'", "EvaluateTargetHealth": false}}}]}' >/dev/null
done
echo "$client"
"#;
/// The example of RFC 7636, Appendix B.
const VERIFIER: &str = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
const CHALLENGE: &str = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
const PASSWORD: &str = "Long-Enough-1";

type Fields = BTreeMap<String, String>;

/// A practice account with a user pool, and a browser.
struct Site {
    workspace: Workspace,
    port: String,
    client: String,
}

/// What came back.
struct Seen {
    status: u16,
    headers: HeaderMap,
    text: String,
}

impl Seen {
    fn of(mut answer: Response<Body>) -> Self {
        let text = answer.body_mut().read_to_string().expect("text");
        Self { status: answer.status().as_u16(), headers: answer.headers().clone(), text }
    }

    fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().expect("plain text"))
    }

    /// Where it leads to.
    fn location(&self) -> &str {
        assert_eq!(self.status, 302, "{}", self.text);
        self.header("location")
    }

    /// The cookie that it sets.
    fn cookie(&self) -> String {
        self.header("set-cookie").split(';').next().expect("a cookie").to_owned()
    }

    /// What the first form of the page carries with it.
    fn carried(&self) -> Fields {
        let form = self.text.split("</form>").next().expect("a form");
        let inputs = form.split(r#"type="hidden" name=""#).skip(1);
        let pair = |input: &str| {
            let (name, rest) = input.split_once('"').expect("a name");
            let value = rest.strip_prefix(r#" value=""#).and_then(|rest| rest.split('"').next()).expect("a value");
            (name.to_owned(), value.replace("&amp;", "&"))
        };
        inputs.map(pair).collect()
    }

    fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.text).unwrap_or_else(|error| panic!("{error}: {}", self.text))
    }
}

impl Site {
    fn set_up() -> Self {
        let workspace = Workspace::at("http://127.0.0.1:1", "000000000000");
        let practice = |arguments: &[&str]| workspace.run(&[&["practice"], arguments, &["class"]].concat());
        assert_eq!(practice(&["--steps", "exercises"]).code, 0);
        let environment = practice(&["env"]).stdout;
        let mut bash = script::bash(&workspace, &aws::plain());
        bash.args(["-c", &format!("set -e\n{environment}\n{SET_UP}")]);
        let made = process::run(bash, Duration::from_secs(120));
        assert_eq!(made.code, 0, "{made:#?}");
        let status = practice(&["status"]).stdout;
        let endpoint = status.split_whitespace().find(|word| word.starts_with("http")).expect("it says where it runs");
        let port = endpoint.rsplit(':').next().expect("a port").to_owned();
        Self { client: made.stdout.trim().to_owned(), port, workspace }
    }

    fn origin(&self, name: &str) -> String {
        format!("http://{name}.localhost:{}", self.port)
    }

    fn get(&self, path: &str, headers: &[(&str, &str)]) -> Seen {
        let host = format!("auth.example.com.localhost:{}", self.port);
        let mut request = ureq::get(format!("http://127.0.0.1:{}{path}", self.port)).header("host", host);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        Seen::of(request.config().http_status_as_error(false).max_redirects(0).build().call().expect("an answer"))
    }

    fn post(&self, path: &str, origin: &str, fields: &Fields) -> Seen {
        let host = format!("auth.example.com.localhost:{}", self.port);
        let request = ureq::post(format!("http://127.0.0.1:{}{path}", self.port)).header("host", host);
        let request = request.header("origin", origin);
        let request = request.config().http_status_as_error(false).max_redirects(0).build();
        Seen::of(request.send_form(fields.iter().map(|(name, value)| (&**name, &**value))).expect("an answer"))
    }

    /// As a form of the pages themselves.
    fn fill_in(&self, path: &str, form: &Seen, told: &[(&str, &str)]) -> Seen {
        let told = told.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        self.post(path, &self.origin("auth.example.com"), &form.carried().into_iter().chain(told).collect())
    }

    /// As a script of the website.
    fn ask(&self, path: &str, fields: &[(&str, &str)]) -> Seen {
        let fields = fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        self.post(path, &self.origin("example.com"), &fields)
    }

    /// The query of a link to the pages, with another text for a part of it.
    fn link(&self, from: &str, to: &str) -> String {
        let link = format!(
            "client_id={}&response_type=code&scope=openid+profile&redirect_uri=https%3A%2F%2Fexample.com%2Fauth-callback.html\
             &state=s1&code_challenge_method=S256&code_challenge={CHALLENGE}",
            self.client
        );
        assert!(link.contains(from), "{link}");
        link.replace(from, to)
    }
}

#[test]
fn a_visitor_signs_up_and_in_and_out() {
    let site = Site::set_up();
    let (code, cookie) = signed_up(&site);
    let tokens = exchanged(&site, &code);
    let signed_in = [("cookie", &*cookie)];
    let again = site.get(&format!("/login?{}", site.link("", "")), &signed_in);
    assert!(again.location().contains("auth-callback.html?code="), "no password is asked for twice");
    signed_out(&site, &tokens, &cookie);
    let form = site.get(&format!("/login?{}", site.link("", "")), &signed_in);
    assert_eq!(form.status, 200, "the session has ended");
    let wrong = site.fill_in("/login", &form, &[("username", "ada@example.net"), ("password", "Wrong-Word-1")]);
    assert!(wrong.status == 200 && wrong.text.contains("Incorrect username or password."), "{}", wrong.text);
    let right = site.fill_in("/login", &form, &[("username", "ada@example.net"), ("password", PASSWORD)]);
    assert!(right.location().starts_with(&format!("{}/auth-callback.html?code=", site.origin("example.com"))));
    wrong_ways_end_as_in_aws(&site);
    strangers_fill_in_no_form(&site, &form);
    a_domain_without_pages_shows_none(&site);
    assert_eq!(site.workspace.run(&["practice", "stop", "class"]).code, 0);
}

/// From the form to the code in the address of the website, and the cookie of the session.
fn signed_up(site: &Site) -> (String, String) {
    let form = site.get(&format!("/signup?{}", site.link("", "")), &[]);
    let shown = ["Given name", "E-mail address", "Password", "color: #1f4e79"];
    assert!(form.status == 200 && shown.iter().all(|text| form.text.contains(text)), "{}", form.text);
    let told = |password| [("email", "ada@example.net"), ("given_name", "<b>Ada"), ("password", password)];
    let short = site.fill_in("/signup", &form, &told("short"));
    assert!(short.text.contains("Password did not conform with policy") && short.text.contains("&lt;b&gt;Ada"));
    let asks = site.fill_in("/signup", &form, &told(PASSWORD));
    assert!(asks.text.contains("It sends no mail") && asks.text.contains("<strong>123456</strong>"), "{}", asks.text);
    let other = site.fill_in("/confirm", &asks, &[("code", "654321")]);
    assert!(other.text.contains("Invalid verification code provided"), "{}", other.text);
    let in_time = site.fill_in("/login", &asks, &[("username", "ada@example.net"), ("password", PASSWORD)]);
    assert!(in_time.text.contains("Code from the mail"), "nobody signs in without the code: {}", in_time.text);
    let back = site.fill_in("/confirm", &asks, &[("code", "123456")]);
    let begins = format!("{}/auth-callback.html?code=", site.origin("example.com"));
    let code = back.location().strip_prefix(&begins).and_then(|rest| rest.strip_suffix("&state=s1"));
    (code.unwrap_or_else(|| panic!("{}", back.location())).to_owned(), back.cookie())
}

/// The tokens for the code, which is good once and with the verifier alone.
fn exchanged(site: &Site, code: &str) -> serde_json::Value {
    let address = format!("{}/auth-callback.html", site.origin("example.com"));
    let token = |client: &str, verifier: &str| {
        let fields = [
            ("grant_type", "authorization_code"),
            ("client_id", client),
            ("code", code),
            ("redirect_uri", &*address),
            ("code_verifier", verifier),
        ];
        site.ask("/oauth2/token", &fields)
    };
    assert_eq!(token("nobody", VERIFIER).json()["error"], "invalid_client");
    assert_eq!(token(&site.client, "guessed").json()["error"], "invalid_grant");
    let tokens = token(&site.client, VERIFIER);
    assert_eq!(tokens.status, 200, "{}", tokens.text);
    assert_eq!(token(&site.client, VERIFIER).json()["error"], "invalid_grant");
    let tokens = tokens.json();
    let user = site.get("/oauth2/userInfo", &[("authorization", &format!("Bearer {}", text(&tokens, "access_token")))]);
    let claims = user.json();
    assert_eq!(
        (user.status, &claims["given_name"], &claims["email_verified"]),
        (200, &"<b>Ada".into(), &"true".into())
    );
    let id = site.get("/oauth2/userInfo", &[("authorization", &format!("Bearer {}", text(&tokens, "id_token")))]);
    assert_eq!((id.status, &id.json()["error"]), (401, &"invalid_token".into()));
    tokens
}

/// Revokes the refresh token, and ends the session.
fn signed_out(site: &Site, tokens: &serde_json::Value, cookie: &str) {
    let revoke =
        |token: &str| site.ask("/oauth2/revoke", &[("client_id", &site.client), ("token", text(tokens, token))]);
    let refresh = || {
        let token = text(tokens, "refresh_token");
        site.ask(
            "/oauth2/token",
            &[("grant_type", "refresh_token"), ("client_id", &site.client), ("refresh_token", token)],
        )
    };
    assert_eq!(revoke("access_token").json()["error"], "unsupported_token_type");
    assert_eq!(refresh().status, 200);
    assert_eq!(revoke("refresh_token").status, 200);
    assert_eq!(refresh().json()["error"], "invalid_grant");
    let to =
        |address: &str| format!("/logout?client_id={}&logout_uri=https%3A%2F%2Fexample.com%2F{address}", site.client);
    assert_eq!(site.get(&to(""), &[]).location(), "/error?error=invalid_request%3A+logout_uri");
    let left = site.get(&to("logout.html"), &[("cookie", cookie)]);
    assert_eq!(left.location(), format!("{}/logout.html", site.origin("example.com")));
}

fn text<'a>(tokens: &'a serde_json::Value, name: &str) -> &'a str {
    tokens[name].as_str().unwrap_or_else(|| panic!("{name}: {tokens}"))
}

/// Without a client or an address that it lists nobody is sent anywhere; with both, the website is told.
fn wrong_ways_end_as_in_aws(site: &Site) {
    let back = format!("{}/auth-callback.html?error=", site.origin("example.com"));
    for (from, to, end) in [
        (&*site.client, "nobody", "/error?error=User+pool+client+nobody+does+not+exist.".to_owned()),
        ("auth-callback.html", "other.html", "/error?error=redirect_mismatch".to_owned()),
        ("openid+profile", "openid+email", format!("{back}invalid_scope&state=s1")),
        ("response_type=code", "response_type=token", format!("{back}unauthorized_client&state=s1")),
        ("response_type=code", "response_type=", format!("{back}invalid_request&state=s1")),
        ("S256", "plain", format!("{back}invalid_request&state=s1")),
    ] {
        let seen = site.get(&format!("/oauth2/authorize?{}", site.link(from, to)), &[]);
        assert!(seen.location().starts_with(&end), "{to}: {}", seen.location());
    }
    let error = site.get("/error?error=%3Ci%3E", &[]);
    assert!(error.status == 400 && error.text.contains("&lt;i&gt;"), "{}", error.text);
}

/// No page of another website fills in a form, nor does one of the learner's own.
fn strangers_fill_in_no_form(site: &Site, form: &Seen) {
    let mut fields = form.carried();
    fields.extend([("username", "ada@example.net"), ("password", PASSWORD)].map(|(a, b)| (a.to_owned(), b.to_owned())));
    for origin in ["https://auth.example.com", "https://example.org", "null", &site.origin("example.com")] {
        assert_eq!(site.post("/login", origin, &fields).status, 403, "{origin}");
    }
}

/// Managed login without a style, and then no domain at all.
fn a_domain_without_pages_shows_none(site: &Site) {
    let change = |command: &str| {
        let environment = site.workspace.run(&["practice", "env", "class"]).stdout;
        let pool = "\"$(aws cognito-idp list-user-pools --max-results 1 --query 'UserPools[0].Id' --output text)\"";
        let mut bash = script::bash(&site.workspace, &aws::plain());
        bash.args([
            "-c",
            &format!("{environment}\naws cognito-idp {command} --domain auth.example.com --user-pool-id {pool}"),
        ]);
        let changed = process::run(bash, Duration::from_secs(60));
        assert_eq!(changed.code, 0, "{changed:#?}");
        site.get(&format!("/login?{}", site.link("", "")), &[])
    };
    let certificate = "CertificateArn=arn:aws:acm:us-east-1:000000000000:certificate/1";
    let managed =
        change(&format!("update-user-pool-domain --managed-login-version 2 --custom-domain-config {certificate}"));
    assert!(managed.status == 403 && managed.text.contains("Login pages unavailable."), "{}", managed.text);
    let none = change("delete-user-pool-domain");
    assert_eq!((none.status, &*none.text), (404, "nothing in the practice account answers as auth.example.com yet\n"));
}
