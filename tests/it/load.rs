//! Load: AWS never has to throttle us, and a hundred accounts are checked at once, none of which can hold up another.

use std::fs;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use msl_learn_checks::testing::is_undone;
use msl_learn_checks::{Patience, Verdict};

use crate::harness::accounts::{Accounts, BROKEN, SILENT};
use crate::harness::catalog::{self, Exercise};
use crate::harness::crowd::{self, Seen};
use crate::harness::gaps;
use crate::harness::http::Head;
use crate::harness::kind::Kind;
use crate::harness::limits::Limits;
use crate::harness::proxy::{Action, Proxy};
use crate::harness::request::Request;
use crate::harness::station::Visit;
use crate::harness::verdict;
use crate::harness::walk;
use crate::harness::workspace::Workspace;

const DELAY: Duration = Duration::from_millis(20);

fn keys(beginning: &str, count: usize) -> Vec<String> {
    (0..count).map(|number| format!("{beginning}{number}")).collect()
}

/// In an account where all is done, the exercises that later ones undo are not done any more.
fn assert_well(seen: &Seen, key: &str) {
    for (slug, verdict) in seen {
        let expected = match slug {
            undone if is_undone(undone) => Verdict::NotDone,
            // The server of accounts has no archive of a layer.
            &"ch12/layer" | &"ch12/layer_in_use" => Verdict::CannotTell,
            _ => Verdict::Done,
        };
        assert_eq!(*verdict, expected, "{slug} of {key}");
    }
}

#[test]
fn checking_everything_sends_each_read_once_and_is_never_throttled() {
    let walk = walk::of(Kind::MiniStack);
    if !walk.is_whole() {
        return; // only some exercises were chosen
    }
    let Visit { emulator, workspace: straight } = walk.end().visit();
    let limits = Limits::default();
    let throttled = Arc::new(Mutex::new(Vec::new()));
    let seen = Arc::clone(&throttled);
    let proxy = Proxy::hooked(&emulator, move |request| {
        if limits.allow(request) {
            return Action::Pass;
        }
        seen.lock().expect("no panic here").push(request.call());
        Action::Answer { status: 400, headers: Vec::new(), body: b"<Error><Code>Throttling</Code></Error>".into() }
    });
    let workspace = Workspace::at(&proxy.endpoint(), emulator.account());
    let export = "api/openapi.json"; // what 5.13 leaves on the learner's own machine
    workspace.write(export, &fs::read(straight.path().join(export)).expect("the export of 5.13"));
    let report = workspace.check(&["--all"]);
    // What is asked is answered in another workspace.
    let is_told = |exercise: &Exercise| {
        !exercise.is_asked() && !exercise.is_of_workspace() && gaps::is_solvable(emulator.kind(), exercise)
    };
    let checked = report.exercises.iter().zip(catalog::all()).filter(|(_, exercise)| is_told(exercise));
    let undone: Vec<_> = checked.filter(|(seen, _)| seen.verdict != verdict::Verdict::Done).collect();
    assert_eq!(undone.len(), 0, "{report:#?}");
    assert_eq!(*throttled.lock().expect("no panic here"), [""; 0]);
    let counts = proxy.counts();
    assert!(counts.len() > 15 && counts.values().all(|count| *count == 1), "{counts:#?}");
}

/// More certificates than AWS lets be described in a second. A machine that stalls lets requests arrive in a bunch: what
/// is under way counts until it is answered, so that AWS never sees haste in that.
#[test]
fn an_account_with_much_in_it_is_read_no_faster_than_aws_allows() {
    const CERTIFICATES: usize = 40;
    let server = Accounts::start(Duration::ZERO, CERTIFICATES);
    let seen = crowd::check_all(&server.endpoint(), &keys("key", 1), Patience::default());
    assert_eq!(server.throttled(), [""; 0]);
    assert_well(&seen[0], "key0");
    let counts = server.counts("key0");
    let described = counts.keys().filter(|call| call.contains("DescribeCertificate")).count();
    assert_eq!((described, counts.values().max()), (CERTIFICATES, Some(&1)), "{counts:#?}");
}

/// The limits themselves: who asks faster is throttled, and nobody else.
#[test]
fn the_limits_are_real() {
    let request = |key: &str, operation: &str| Request {
        method: "POST".into(),
        target: "/".into(),
        head: Head {
            first: "POST / HTTP/1.1".into(),
            headers: vec![
                (
                    "authorization".into(),
                    format!("AWS4-HMAC-SHA256 Credential={key}/20260101/us-east-1/acm/aws4_request"),
                ),
                ("x-amz-target".into(), format!("CertificateManager.{operation}")),
            ],
        },
        body: Vec::new(),
    };
    let limits = Limits::default();
    let describe = request("one", "DescribeCertificate");
    assert!((0..10).all(|_| limits.allow(&describe)));
    assert!((0..10).any(|_| !limits.allow(&describe)));
    assert!(limits.allow(&request("one", "ListCertificates")) && limits.allow(&request("two", "DescribeCertificate")));
}

#[test]
fn a_hundred_accounts_are_checked_at_once_and_broken_ones_hold_up_none() {
    let server = Accounts::start(DELAY, 1);
    let (well, broken, silent) = (keys("key", 100), keys(BROKEN, 2), keys(SILENT, 2));
    // In a debug build on a machine that does much else, a hundred accounts take their time, and all of the book too much:
    // `benches/figures accounts` checks that.
    let [read, operation, run] = [6, 15, 180].map(Duration::from_secs);
    let patience = Patience { read, operation, run, ..Patience::default() };
    let all: Vec<String> = [&broken[..], &silent, &well].concat();
    let seen = crowd::check_some(&server.endpoint(), &all, patience, |slug| slug < "ch07");
    let (bad, good) = seen.split_at(broken.len() + silent.len());
    for seen in bad {
        assert!(!seen.is_empty() && seen.values().all(|verdict| *verdict == Verdict::CannotTell), "{seen:#?}");
    }
    let expected = server.counts("key0");
    assert!(expected.len() > 15 && expected.values().all(|count| *count == 1), "{expected:#?}");
    for (seen, key) in good.iter().zip(&well) {
        assert_well(seen, key);
        assert_eq!(server.counts(key), expected, "{key}");
    }
    assert_eq!(server.throttled(), [""; 0]);
}
