//! The fault matrix for a real account: whichever read fails, however AWS or what stands before it words the failure,
//! no clause changes to another verdict than *cannot tell*.

use std::num::NonZeroUsize;
use std::sync::Mutex;
use std::time::Duration;
use std::{iter, thread};

use aws_smithy_types::retry::RetryConfig;
use tokio::runtime::Builder;

use super::pages::KEYS;
use super::*;
use crate::VERIFIERS;
use crate::aws::fault::FaultKind;
use crate::aws::fault::FaultKind::*;
use crate::testing::answers::{Words, words};
use crate::testing::is_addition;
use crate::testing::turns::Turns;

/// Exercises in which other ways are read beside the one that is found: such a read may fail, and decides nothing.
const SEVERAL_WAYS: [&str; 9] = [
    "ch09/text_function",
    "ch10/backup_function",
    "ch10/comments_analysis",
    "ch10/comments_endpoint",
    "ch10/image_analysis",
    "ch10/image_endpoint",
    "ch10/speech_endpoint",
    "ch10/speech_function",
    "ch12/state_machine_endpoint",
];
/// Reads that decide only where the object is there, whose clause is skipped otherwise: exercise, clause and operations. That it
/// is not there, its head tells alone.
const WHERE_IT_IS_THERE: (&str, &str, [&str; 2]) =
    ("ch09/phone_stored", "agrees", ["s3:GetObject", "s3:ListObjectsV2"]);
const HTML: &str = "<!doctype html><html><body><p>Welcome to our Wi-Fi<br></body></html>";

/// An account in which nothing has been done yet, save opening it.
fn nothing() -> Account {
    Account::empty()
        .with(cognito::without)
        .with(dynamodb::without)
        .with(iam::without)
        .with(lambda::without)
        .with(layers::without)
        .with(sfn::without)
        .with(ses::without)
        .with(ssm::without)
        .with(sns::without)
        .with(backup::without)
        .with(config::without)
        .with(groups::without)
        .with(cloudformation::without)
        .with(sms::without)
        .refuses("sns:ListSubscriptionsByTopic", (404, "NotFound"), "Topic does not exist")
        .answers("sts:GetCallerIdentity", ok(sts::CALLER.replace("user/team/ada", "root")))
        .answers("iam:GetAccountSummary", ok(iam::ACCOUNT_SUMMARY.replace("<value>1</value>", "<value>0</value>")))
        .answers("route53:ListHostedZonesByName", ok(without(route53::HOSTED_ZONES, "HostedZones")))
        .answers("s3:ListBuckets", ok(without(s3::BUCKETS, "Buckets")))
        .refuses("s3:GetBucketLocation", (404, "NoSuchBucket"), "There is no such bucket")
        .answers("acm:ListCertificates", ok(acm::NO_CERTIFICATES))
        .answers("cloudfront:ListDistributions", ok(without(cloudfront::DISTRIBUTIONS, "Items")))
        .refuses("apigateway:GetDomainName", (404, "NotFoundException"), "Invalid domain name identifier specified")
        .refuses(
            "apigateway:GetBasePathMappings",
            (404, "NotFoundException"),
            "Invalid domain name identifier specified",
        )
        .answers("apigateway:GetDomainNames", ok(r#"{"item": []}"#))
        .answers("apigateway:GetRestApis", ok(apigateway::NO_REST_APIS))
        .answers("apigatewayv2:GetApis", ok(r#"{"items": []}"#))
}

/// The account as `website`, where the page lies in a folder.
pub fn emptied() -> Account {
    website()
        .answers("s3:HeadObject", status(404, ""))
        .refuses("s3:GetObject", (404, "NoSuchKey"), "There is no such key")
        .answers("s3:ListObjectsV2", ok(KEYS))
}

/// `xml` without what stands in the element.
fn without(xml: &str, element: &str) -> String {
    let (open, close) = (format!("<{element}>"), format!("</{element}>"));
    let (start, end) = (xml.find(&open).unwrap() + open.len(), xml.rfind(&close).unwrap());
    format!("{}{}", &xml[..start], &xml[end..])
}

/// One way for a read to fail: its name, the answer to the operation, and the kind that it must be told as.
type Failing = (&'static str, fn(&str) -> Answer, FaultKind);

/// Each service has its own words, by its protocol's documentation ("Common error types" of each API reference).
fn worded(label: &str, s3: (u16, &str), json: (u16, &str), xml: (u16, &str), message: &str) -> Answer {
    let code = match words(label) {
        Words::S3 | Words::S3Control => s3,
        Words::Json => json,
        Words::Xml => xml,
    };
    error(label, code, message)
}

fn throttled(label: &str) -> Answer {
    let (s3, json, xml) = ((503, "SlowDown"), (400, "ThrottlingException"), (400, "Throttling"));
    worded(label, s3, json, xml, "Rate exceeded")
}

fn denied(label: &str) -> Answer {
    let (s3, json, xml) = ((403, "AccessDenied"), (400, "AccessDeniedException"), (403, "AccessDenied"));
    worded(label, s3, json, xml, "User: arn:aws:iam::123456789012:user/ada is not authorized to perform this action")
}

fn expired(label: &str) -> Answer {
    let (s3, json, xml) = ((400, "ExpiredToken"), (400, "ExpiredTokenException"), (403, "ExpiredToken"));
    worded(label, s3, json, xml, "The security token included in the request is expired")
}

const FAILING: &[Failing] = &[
    ("throttled forever", throttled, Throttled),
    ("denied", denied, Denied),
    ("expired", expired, Credentials),
    ("invalid", |label| error(label, (403, "InvalidClientTokenId"), "is invalid"), Credentials),
    ("500 with a page", |_| status(500, HTML), AwsFault),
    ("500 in AWS's words", |label| error(label, (500, "InternalError"), "We encountered an error"), AwsFault),
    ("503", |_| status(503, ""), AwsFault),
    ("403 with a page", |_| status(403, HTML), NotReachable),
    ("200 with a page", |_| status(200, HTML), NotReachable),
    ("200 and nothing", |_| status(200, ""), NotReachable),
    ("cut off", |_| Answer::CutOff, NotReachable),
    ("refused", |_| Answer::Refused, NotReachable),
    ("silent", |_| Answer::Silence, NotReachable),
    ("an unknown code", |label| error(label, (400, "SomethingNew"), "Something new"), Unexpected),
    ("not implemented", |label| error(label, (501, "NotImplemented"), "not implemented"), AwsFault),
];

/// The answer to a HEAD request has no body, so that its status alone tells.
fn bodiless(answer: Answer, kind: FaultKind) -> (Answer, FaultKind) {
    let Answer::Http { status: number, .. } = answer else { return (answer, kind) };
    let kind = match number {
        200 => NotImplemented,
        403 => Denied,
        500.. => AwsFault,
        _ => NotReachable,
    };
    (status(number, ""), kind)
}

/// One exercise in one account, the reads that it makes there, and what is found when none fails.
struct Trial {
    account: Account,
    slug: &'static str,
    /// Every question of the check, in the order of their names.
    sent: Vec<&'static str>,
    before: Findings,
}

/// The states of the account in which each exercise's check is tried.
const STATES: [fn() -> Account; 4] = [solved, website, emptied, nothing];
/// How much is left of an answer that ends early, in percent.
const LEFT: [usize; 3] = [10, 50, 90];
/// Every way in which a read can go wrong: fail, end early, or be throttled at first.
const WAYS: usize = FAILING.len() + LEFT.len() + 1;

/// A trial, and the ways in which each of its reads goes wrong.
type Planned = (Trial, Vec<(&'static str, Vec<usize>)>);

#[test]
#[expect(clippy::print_stdout, reason = "says how large the matrix is")]
fn whichever_read_fails_no_clause_changes_to_another_verdict() {
    let plans = looped(plans());
    let waiting = Mutex::new(plans.iter());
    let next = || waiting.lock().expect("a queue").next();
    let threads = thread::available_parallelism().map_or(1, NonZeroUsize::get);
    let combinations: usize = thread::scope(|scope| {
        let workers: Vec<_> = (0..threads).map(|_| scope.spawn(|| looped(try_each(iter::from_fn(next))))).collect();
        workers.into_iter().map(|worker| worker.join().expect("no wrong verdict")).sum()
    });
    println!("{combinations} combinations of account, exercise, read and fault; none led to a wrong verdict");
    assert!(combinations > 1500, "{combinations} combinations only");
}

fn looped<T>(work: impl Future<Output = T>) -> T {
    Builder::new_current_thread().enable_all().build().expect("an event loop").block_on(work)
}

async fn plans() -> Vec<Planned> {
    let mut turns = Turns::from_env();
    let denied = FAILING.iter().position(|(name, ..)| *name == "denied").expect("a fault");
    let mut plans = Vec::new();
    for verifier in VERIFIERS {
        for trial in different(verifier.slug).await {
            let reads = trial.reads().into_iter().map(|label| (label, turns.next(label, WAYS, denied))).collect();
            plans.push((trial, reads));
        }
    }
    plans
}

/// Tries one after the other: a read that waited for others could be late. Returns how many combinations there were.
async fn try_each<'a>(plans: impl Iterator<Item = &'a Planned>) -> usize {
    let mut combinations = 0;
    for (trial, reads) in plans {
        for (label, ways) in reads {
            for way in ways {
                trial.goes_wrong(label, *way).await;
            }
            combinations += ways.len();
        }
    }
    combinations
}

/// The exercise in each account. Where two accounts get the same questions and the same findings, the first will do.
async fn different(slug: &'static str) -> Vec<Trial> {
    let mut trials: Vec<Trial> = Vec::new();
    for state in STATES {
        let trial = Trial::of(state(), slug).await;
        if !trials.iter().any(|earlier| earlier.is_like(&trial)) {
            trials.push(trial);
        }
    }
    trials
}

impl Trial {
    async fn of(account: Account, slug: &'static str) -> Self {
        let aws = account.open();
        let before = crate::check(slug, &aws, &example()).await.unwrap();
        let mut sent = aws.sent();
        sent.sort_unstable();
        Self { account, slug, sent, before }
    }

    fn is_like(&self, other: &Self) -> bool {
        self.sent == other.sent && self.before.0 == other.before.0
    }

    /// What is read, each once.
    fn reads(&self) -> Vec<&'static str> {
        let mut reads = self.sent.clone();
        reads.retain(|label| !calls::is_look(label));
        reads.dedup();
        reads
    }

    async fn goes_wrong(&self, label: &'static str, way: usize) {
        match way.checked_sub(FAILING.len()) {
            None => self.fails(label, &FAILING[way]).await,
            Some(left) if left < LEFT.len() => self.breaks_off(label, LEFT[left]).await,
            Some(_) => self.is_throttled_at_first(label).await,
        }
    }

    async fn fails(&self, label: &'static str, (name, answer, kind): &Failing) {
        let (answer, kind) = match answer(label) {
            answer if label == "s3:HeadObject" => bodiless(answer, *kind),
            answer => (answer, *kind),
        };
        let shown = format!("{} with {label}: {name}", self.slug);
        let after = check(&self.account.clone().answers(label, answer), self.slug).await;
        weigh(&self.before, &after).unwrap_or_else(|wrong| panic!("{shown}: {wrong}"));
        for reason in after.0.iter().filter_map(|finding| finding.reason.as_ref()).filter(|r| r.operation == label) {
            assert_eq!(reason.kind, kind.name(), "{shown}: {reason:?}");
        }
        let may_stay =
            is_addition(self.slug, label) || SEVERAL_WAYS.contains(&self.slug) || self.has_nothing_to_read(label);
        let is_right = after.verdict() == Verdict::CannotTell || may_stay && after.verdict() == Verdict::Done;
        assert!(self.before.verdict() != Verdict::Done || is_right, "{shown}: {after:#?}");
    }

    /// Whether the object that is read is not there, so that the read decides nothing.
    fn has_nothing_to_read(&self, label: &str) -> bool {
        let (slug, clause, labels) = WHERE_IT_IS_THERE;
        let is_skipped = || finding(&self.before, clause).verdict == ClauseVerdict::Skipped;
        self.slug == slug && labels.contains(&label) && is_skipped()
    }

    /// An answer ends early where nobody has said how long it is.
    async fn breaks_off(&self, label: &str, percent: usize) {
        let after = check(&self.account.clone().shortened(label, percent), self.slug).await;
        weigh(&self.before, &after)
            .unwrap_or_else(|wrong| panic!("{} with {label} cut to {percent} %: {wrong}", self.slug));
    }

    async fn is_throttled_at_first(&self, label: &'static str) {
        let answer = throttled(label);
        let answer = if label == "s3:HeadObject" { bodiless(answer, Throttled).0 } else { answer };
        let faulty = self.account.clone().answers_once(label, answer);
        let retries = RetryConfig::standard().with_max_attempts(3).with_initial_backoff(Duration::from_millis(1));
        let aws = faulty.open_with(|config| config.retry_config(retries));
        let after = crate::check(self.slug, &aws, &example()).await.unwrap();
        assert_eq!(after.0, self.before.0, "{} with {label} throttled at first", self.slug);
    }
}
