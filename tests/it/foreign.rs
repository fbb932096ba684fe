//! Foreign data: whatever an account's names, policies and errors hold, however large an answer is and however long a
//! list goes on, nothing of it steers the terminal, and no command hangs or takes more memory than it may.

use std::fs;
use std::process::Command;
use std::thread;
use std::time::Duration;

use serde_json::Value;

use crate::harness::catalog;
use crate::harness::process::{self, Output};
use crate::harness::proxy::{Action, Proxy};
use crate::harness::request::{Request, Scope};
use crate::harness::tools;
use crate::harness::workspace::Workspace;

const ACCOUNT: &str = "000000000000";
/// What any command may take at most, in MiB.
const MEMORY: u64 = 300;
/// Longer than any command may take.
const LIMIT: Duration = Duration::from_secs(120);
/// Clears the screen, sets the title, turns text around, and rings; as text and as XML entities.
const NASTY: &str = "\u{9b}31m\u{202e}gpj.\u{2066}\u{200b}\u{feff}&#x1b;[2J&#27;]0;owned&#7;&#x9b;&#8;&#13;&#0;";
/// The same in JSON.
const NASTY_JSON: &str = r#"\u001b[2J\u001b]0;owned\u0007\u202e\u2066\u0000\u0008\u009b\r"#;

/// A screen with foreign data on it.
struct Case {
    name: &'static str,
    exercise: &'static str,
    answers: fn(&Request) -> Action,
    /// What the exercise's verdict must be.
    verdict: &'static str,
    /// What must be seen of the foreign data, so that it is known to have come as far as the screen.
    shows: &'static str,
}

const CASES: &[Case] = &[
    Case { name: "names", exercise: "4.3", answers: nasty_names, verdict: "not_done", shows: "owned" },
    Case {
        name: "an error message",
        exercise: "4.3",
        answers: |_| error(&nasty()),
        verdict: "cannot_tell",
        shows: "owned",
    },
    Case { name: "a policy", exercise: "4.3", answers: nasty_policy, verdict: "not_done", shows: "owned" },
    Case {
        name: "a distribution",
        exercise: "4.7",
        answers: |_| ok(&json_error_page()),
        verdict: "cannot_tell",
        shows: "",
    },
    Case {
        name: "bytes that are no text",
        exercise: "4.3",
        answers: |_| bytes(b"<a>\xff\xfe</a>"),
        verdict: "cannot_tell",
        shows: "",
    },
    Case { name: "JSON that is no text", exercise: "4.6", answers: invalid_json, verdict: "cannot_tell", shows: "" },
    Case {
        name: "a hundred thousand buckets",
        exercise: "4.3",
        answers: |_| ok(&buckets(100_000, "")),
        verdict: "not_done",
        shows: "",
    },
    Case {
        name: "a list in a circle",
        exercise: "4.3",
        answers: |_| ok(&buckets(1, "again")),
        verdict: "cannot_tell",
        shows: "",
    },
    Case {
        name: "a list without an end",
        exercise: "4.3",
        answers: |_| ok(&endless_buckets()),
        verdict: "cannot_tell",
        shows: "",
    },
    Case {
        name: "records without an end",
        exercise: "4.4",
        answers: endless_records,
        verdict: "cannot_tell",
        shows: "",
    },
    Case {
        name: "zones without an end",
        exercise: "4.2",
        answers: |_| ok(&endless_zones()),
        verdict: "cannot_tell",
        shows: "",
    },
    Case {
        name: "an answer of 10 MB",
        exercise: "4.3",
        answers: |_| ok(&"x".repeat(10 << 20)),
        verdict: "cannot_tell",
        shows: "",
    },
    Case {
        name: "an answer of no known length",
        exercise: "4.3",
        answers: |_| unannounced(),
        verdict: "cannot_tell",
        shows: "",
    },
    Case { name: "an absurd length", exercise: "4.3", answers: |_| absurd_length(), verdict: "cannot_tell", shows: "" },
    Case {
        name: "a policy of 10 MB",
        exercise: "4.3",
        answers: |request| policy(request, &large(10 << 20)),
        verdict: "cannot_tell",
        shows: "",
    },
    Case {
        name: "a policy of 7 MB",
        exercise: "4.3",
        answers: |request| policy(request, &large(7 << 20)),
        verdict: "not_done",
        shows: "",
    },
    Case {
        name: "a deep policy",
        exercise: "4.3",
        answers: |request| policy(request, &deep()),
        verdict: "cannot_tell",
        shows: "",
    },
    Case {
        name: "deep XML",
        exercise: "4.3",
        answers: |_| ok(&("<a>".repeat(500_000) + &"</a>".repeat(500_000))),
        verdict: "cannot_tell",
        shows: "",
    },
    Case {
        name: "a name of 7 MB",
        exercise: "4.3",
        answers: |_| ok(&bucket(&"b".repeat(7 << 20))),
        verdict: "not_done",
        shows: "",
    },
];

#[test]
fn no_foreign_data_steers_the_terminal_or_takes_the_memory() {
    // Lists without an end are as slow as the rates allow, so that some cases at once cost no more.
    const AT_ONCE: usize = 4;
    thread::scope(|scope| {
        for first in 0..AT_ONCE {
            scope.spawn(move || CASES.iter().skip(first).step_by(AT_ONCE).for_each(Case::run));
        }
    });
}

impl Case {
    fn run(&self) {
        let answers = self.answers;
        let proxy = Proxy::alone(move |request| match request.call().contains("GetCallerIdentity") {
            true => identity(),
            false => answers(request),
        });
        let workspace = Workspace::at(&proxy.endpoint(), ACCOUNT);
        workspace.write(".msl-learn/progress.toml", done_before(self.exercise).as_bytes());
        let check = ["check", self.exercise, "--stats"];
        let json = ["check", self.exercise, "--format", "json"];
        let commands: [&[&str]; 3] = [&check, &json, &["next"]];
        thread::scope(|scope| {
            for arguments in commands {
                let workspace = &workspace;
                scope.spawn(move || self.judge(arguments, &measured(workspace, arguments)));
            }
        });
        let progress = fs::read_to_string(workspace.path().join(".msl-learn/progress.toml")).unwrap_or_default();
        assert!(progress.chars().all(is_plain), "{}: {progress:?}", self.name);
    }

    fn judge(&self, arguments: &[&str], (output, peak): &(Output, u64)) {
        println!("{}: {arguments:?}: {peak} MiB", self.name);
        let shown = format!("{} {arguments:?}: {:.3000}", self.name, format!("{output:?}"));
        assert!((0..=3).contains(&output.code), "{shown}");
        assert!(output.stdout.chars().chain(output.stderr.chars()).all(is_plain), "{shown}");
        assert!(output.stdout.len() < 100_000, "{} bytes on the screen: {shown}", output.stdout.len());
        assert!(output.stdout.contains(self.shows), "nothing of it is seen: {shown}");
        assert!(*peak < MEMORY, "{peak} MiB: {shown}");
        if arguments.contains(&"json") {
            let document: Value = serde_json::from_str(&output.stdout).expect("JSON");
            assert_eq!(document["exercises"][0]["verdict"], self.verdict, "{shown}");
        }
    }
}

/// Nothing that a terminal acts upon or that hides from the eye.
fn is_plain(c: char) -> bool {
    let hides = matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}');
    c == '\n' || !(c.is_control() || hides)
}

/// The progress of one who comes to this exercise next.
fn done_before(id: &str) -> String {
    let before = catalog::all().iter().take_while(|exercise| exercise.id != id);
    let entries =
        before.map(|exercise| format!("[exercises.\"{}\"]\ndone = \"2026-05-04T10:00:00Z\"\n", exercise.slug));
    format!("schema = 1\n{}", entries.collect::<String>())
}

/// Runs the program; what it printed, and the most memory that it had, in MiB.
fn measured(workspace: &Workspace, arguments: &[&str]) -> (Output, u64) {
    let program = workspace.command(arguments);
    let peak = workspace.home().join(arguments.join(" "));
    let mut command = Command::new(&tools::python().path);
    command.arg("-I").arg(tools::helper("peak.py")).arg(&peak).arg(program.get_program()).args(program.get_args());
    command.current_dir(workspace.path());
    workspace.scrub(&mut command);
    let output = process::run(command, LIMIT);
    let kibibytes: u64 = fs::read_to_string(&peak).expect("the peak").parse().expect("a number");
    (output, kibibytes / 1024)
}

fn ok(body: &str) -> Action {
    bytes(body.as_bytes())
}

fn bytes(body: &[u8]) -> Action {
    Action::Answer { status: 200, headers: Vec::new(), body: body.to_vec() }
}

fn error(message: &str) -> Action {
    let body = format!("<Error><Code>AccessDenied</Code><Message>{message}</Message></Error>");
    Action::Answer { status: 403, headers: Vec::new(), body: body.into_bytes() }
}

fn identity() -> Action {
    ok(&format!(
        "<GetCallerIdentityResponse><GetCallerIdentityResult><UserId>1</UserId><Account>{ACCOUNT}</Account>
         <Arn>arn:aws:iam::{ACCOUNT}:root</Arn></GetCallerIdentityResult></GetCallerIdentityResponse>"
    ))
}

fn nasty() -> String {
    // A parser may refuse a NUL; then the others have not been tried.
    NASTY.replace("&#0;", "")
}

fn buckets(count: usize, token: &str) -> String {
    let buckets: String = (0..count).map(|number| format!("<Bucket><Name>b-{number}</Name></Bucket>")).collect();
    let token =
        if token.is_empty() { String::new() } else { format!("<ContinuationToken>{token}</ContinuationToken>") };
    format!("<ListAllMyBucketsResult><Buckets>{buckets}</Buckets>{token}</ListAllMyBucketsResult>")
}

fn bucket(name: &str) -> String {
    let region = "<BucketRegion>us-east-1</BucketRegion>";
    format!(
        "<ListAllMyBucketsResult><Buckets><Bucket><Name>{name}</Name>{region}</Bucket></Buckets></ListAllMyBucketsResult>"
    )
}

/// A number that no page before has had.
fn fresh() -> usize {
    use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};
    static NEXT: AtomicUsize = AtomicUsize::new(0);
    NEXT.fetch_add(1, Relaxed)
}

fn endless_buckets() -> String {
    buckets(1000, &format!("t{}", fresh()))
}

fn endless_zones() -> String {
    let zone =
        "<HostedZone><Id>/hostedzone/Z1</Id><Name>example.net.</Name><CallerReference>1</CallerReference></HostedZone>";
    let next = format!("<NextDNSName>example.com.</NextDNSName><NextHostedZoneId>Z{}</NextHostedZoneId>", fresh());
    format!(
        "<ListHostedZonesByNameResponse><HostedZones>{}</HostedZones><IsTruncated>true</IsTruncated>{next}
         <MaxItems>100</MaxItems></ListHostedZonesByNameResponse>",
        zone.repeat(100)
    )
}

fn endless_records(request: &Request) -> Action {
    if !request.target.contains("/rrset") {
        let zone = "<HostedZone><Id>/hostedzone/Z1</Id><Name>example.com.</Name><CallerReference>1</CallerReference></HostedZone>";
        return ok(&format!(
            "<ListHostedZonesByNameResponse><HostedZones>{zone}</HostedZones><IsTruncated>false</IsTruncated>
             <MaxItems>100</MaxItems></ListHostedZonesByNameResponse>"
        ));
    }
    let record =
        "<ResourceRecordSet><Name>example.com.</Name><Type>TXT</Type><TTL>1</TTL><ResourceRecords><ResourceRecord>
        <Value>v</Value></ResourceRecord></ResourceRecords></ResourceRecordSet>";
    ok(&format!(
        "<ListResourceRecordSetsResponse><ResourceRecordSets>{}</ResourceRecordSets><IsTruncated>true</IsTruncated>
         <NextRecordName>example.com.</NextRecordName><NextRecordType>TXT</NextRecordType>
         <NextRecordIdentifier>{}</NextRecordIdentifier><MaxItems>300</MaxItems></ListResourceRecordSetsResponse>",
        record.repeat(300),
        fresh()
    ))
}

fn nasty_names(request: &Request) -> Action {
    match request.target.contains("x-id=ListBuckets") {
        true => ok(&bucket(&format!("www.example.com</Name><Name>example.co{}", nasty()))),
        false => error(&nasty()),
    }
}

/// The bucket and its page are there, and its policy is this.
fn policy(request: &Request, policy: &str) -> Action {
    if request.target.contains("x-id=ListBuckets") {
        return ok(&bucket("example.com"));
    }
    if request.method == "HEAD" {
        let headers = [("etag", "\"1\""), ("content-type", "text/html")];
        let headers = headers.map(|(name, value)| (name.to_owned(), value.to_owned())).to_vec();
        return Action::Answer { status: 200, headers, body: Vec::new() };
    }
    match request.target.contains("?policy") {
        true => ok(policy),
        false => Action::Answer { status: 404, headers: Vec::new(), body: Vec::new() },
    }
}

fn nasty_policy(request: &Request) -> Action {
    let statement = format!(
        r#"{{"Sid": "{NASTY_JSON}", "Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "{NASTY_JSON}"}}"#
    );
    policy(request, &format!(r#"{{"Statement": [{statement}]}}"#))
}

fn large(size: usize) -> String {
    let resource = "arn:aws:s3:::other/*";
    let resources = format!("\"{resource}\",").repeat(size / (resource.len() + 3));
    format!(
        r#"{{"Statement": [{{"Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": [{resources}"a"]}}]}}"#
    )
}

fn deep() -> String {
    format!(r#"{{"Statement": {}1{}}}"#, "[".repeat(1_000_000), "]".repeat(1_000_000))
}

fn json_error_page() -> String {
    format!("<DistributionList><Comment>{}</Comment>", nasty())
}

fn invalid_json(request: &Request) -> Action {
    match request.signed_for(Scope::Service) {
        "acm" => bytes(b"{\"CertificateSummaryList\": [{\"DomainName\": \"\xff\xfe\"}]}"),
        _ => ok(&endless_zones()),
    }
}

fn unannounced() -> Action {
    let headers = vec![("connection".into(), "close".into())];
    Action::BreakOff { status: 200, headers, length: None, body: vec![b'x'; 10 << 20] }
}

fn absurd_length() -> Action {
    Action::BreakOff { status: 200, headers: Vec::new(), length: Some(usize::MAX / 4), body: b"<a>".to_vec() }
}
