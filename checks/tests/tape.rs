//! A check that was recorded is judged again as it was, redacted or not; and nothing of the learner's is left in it.

use jiff::Timestamp;
use proptest::prelude::*;
use serde::Deserialize;
use serde_json::Value;

use super::*;
use crate::tape::{RecordedAnswer, RecordedBody, Redactor, Tape};
use crate::testing::is_undone;
use crate::{Aws, VERIFIERS};

/// One answer of each operation with every member in it, as AWS's service models say; `tests/tools/answer_shapes.py` makes
/// the list.
const SHAPES: &str = include_str!("../testing/shapes.jsonl");
/// What stands in them for every text.
const PLACE: &str = "@CANARY@";

/// What a learner's account may hold, each with what must not be left of it.
const CANARIES: &[(&str, &[&str])] = &[
    ("Zebulon Quackenbush", &["Zebulon", "Quackenbush", "zebulon", "quackenbush"]),
    ("zoë-müller", &["zoë", "müller"]),
    ("info@zebulon.example", &["info@", "zebulon"]),
    ("page%40zebulon.example", &["page%40", "zebulon"]),
    ("918273645546", &["918273645546"]),
    ("arn:aws:iam::918273645546:user/page.role", &["918273645546", "user/page", "page.role"]),
    ("arn:aws:sts::918273645546:assumed-role/admin/page@policy.example", &["918273645546", "/page", "page@"]),
    ("+12065550199", &["12065550199", "2065550199"]),
    ("%2B12065550199", &["2065550199"]),
    ("+1 206 555 0199", &["206 555", "555 0199"]),
    ("(206) 555-0199", &["206) 555", "555-0199"]),
    ("203.0.113.77", &["203.0.113.77"]),
    ("2a02:4780:bad:cafe::77", &["2a02:4780", "bad:cafe"]),
    ("wJalrXUtnFEMI/K7MDENG+bPxRfiCYZEBRAKEY", &["wJalrXUtnFEMI", "K7MDENG", "bPxRfiCYZEBRAKEY"]),
    ("AKIAIOSFODNN7ZEBRA12", &["IOSFODNN7ZEBRA12"]),
    ("7c9e6679-7425-40de-944b-e07fc1f90ae7", &["7c9e6679", "e07fc1f90ae7"]),
    ("https://zebulon.example/secret?X-Amz-Signature=5d41402abc4b2a76", &["zebulon", "5d41402abc4b2a76"]),
];

#[derive(Deserialize)]
struct Shape {
    operation: String,
    headers: std::collections::BTreeMap<String, String>,
    body: String,
}

fn shapes() -> Vec<Shape> {
    SHAPES.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// A tape with this answer, of which the question tells as well.
fn tape_of(shape: &Shape, canary: &str) -> Tape {
    let quoted = canary.replace('"', "\\\"");
    let headers =
        shape.headers.iter().map(|(name, value)| (name.to_lowercase(), value.replace(PLACE, canary))).collect();
    let body = RecordedBody::Text(shape.body.replace(PLACE, &quoted));
    let answer = RecordedAnswer::Http { status: 200, headers, body };
    let asked = format!("GET https://{canary}.s3.us-east-1.amazonaws.com/{canary}?x-id={} {canary}", shape.operation);
    let seen = serde_json::json!({"seen": {"values": [canary], "kind": "a", "ttl": 60}});
    Tape { calls: [(asked, answer)].into(), looks: [(format!("dns:A {canary}"), seen)].into() }
}

#[test]
fn no_canary_is_left_in_any_member_of_any_operation() {
    for shape in shapes() {
        for (canary, secrets) in CANARIES {
            let safe = serde_json::to_string(&tape_of(&shape, canary).redacted(&mut Redactor::default())).unwrap();
            for secret in *secrets {
                assert!(!safe.contains(secret), "{}: {secret} of {canary} is left in {safe}", shape.operation);
            }
        }
    }
}

#[test]
fn every_operation_has_its_canaries() {
    let shapes = shapes();
    let operations = crate::aws::api::operations(crate::services::APIS);
    let missing: Vec<_> = operations
        .filter(|known| !shapes.iter().any(|shape| shape.operation == known.label))
        .map(|known| known.label)
        .collect();
    assert!(missing.is_empty(), "python3 tests/tools/answer_shapes.py makes them: {missing:?}");
}

/// The names of members are AWS's: without them no reader finds anything.
#[test]
fn what_an_answer_is_made_of_stays() {
    for shape in shapes().iter().filter(|shape| shape.body.starts_with(['{', '<'])) {
        let body = shape.body.replace(PLACE, "7");
        let safe = Redactor::default().text(&body);
        assert_eq!(safe, body, "{}", shape.operation);
    }
}

#[test]
fn what_was_equal_stays_equal_wherever_it_stands() {
    let mut redactor = Redactor::default();
    let name = redactor.text("zebulon");
    assert_ne!(name, "zebulon");
    let policy = redactor.text(r#"{"Resource": "arn:aws:s3:::zebulon/*"}"#);
    assert_eq!(policy, format!(r#"{{"Resource": "arn:aws:s3:::{name}/*"}}"#));
    assert_eq!(redactor.text("%22Zebulon%22%3A\\nZEBULON"), {
        let mut first = name.clone();
        first.replace_range(..1, &name[..1].to_uppercase());
        format!("%22{first}%22%3A\\n{}", name.to_uppercase())
    });
    for text in [
        "2012-10-17",
        "2026-01-02T03:04:05.678Z",
        "Fri, 02 Jan 2026 03:04:05 GMT",
        r#"{"CreatedDate": 1.767312000123E9, "Size": 1767312000, "time": "1767312000123"}"#,
        "127.0.0.1:4566 0.0.0.0/0 ::/0",
        "python3.13 nodejs24.x TLSv1.2_2021 max-age=31536000 v1 7d 12px",
        "User is not authorized to perform: s3:GetObject because no identity-based policy allows the s3:GetObject action",
    ] {
        assert_eq!(redactor.text(text), text);
    }
}

#[test]
fn no_two_words_become_the_same() {
    let mut redactor = Redactor::default();
    let words: Vec<String> = ('a'..='z')
        .flat_map(|a| ('a'..='z').map(move |b| format!("{a}{b}")))
        .chain((0..500).map(|n| format!("q{n}zz")))
        .collect();
    let mut safe: Vec<String> = words.iter().map(|word| redactor.text(word)).collect();
    safe.sort_unstable();
    safe.dedup();
    assert_eq!(safe.len(), words.len());
}

proptest! {
    #[test]
    fn any_text_is_redacted_without_a_panic_and_once_and_for_all(text in "\\PC{0,80}", marks in "[%\\\\+@:./a-f0-9 ü()-]{0,60}") {
        let mut redactor = Redactor::default();
        for text in [text, marks] {
            prop_assert_eq!(redactor.text(&text), redactor.text(&text));
        }
    }
}

/// The clauses of findings with their verdicts.
fn verdicts(findings: &Findings) -> Vec<(String, ClauseVerdict)> {
    findings.0.iter().map(|finding| (finding.id.clone(), finding.verdict)).collect()
}

/// The learner as a report has them.
fn redacted(you: &Learner, redactor: &mut Redactor) -> Learner {
    let names = serde_json::to_value(&you.names).unwrap();
    let Value::Object(names) = names else { panic!("names are an object") };
    let names = names.into_iter().map(|(key, value)| (key, redactor.value(&value))).collect();
    Learner {
        domain: redactor.text(&you.domain),
        account: redactor.text(&you.account),
        names: serde_json::from_value(Value::Object(names)).unwrap(),
        ..you.clone()
    }
}

/// Checks the exercise in the account, and judges it again by what was recorded, redacted and not.
async fn expect_same(account: &Account, slug: &str) {
    let at: Timestamp = "2026-11-30T12:00:00Z".parse().unwrap();
    let you = example();
    let (aws, recorder) = account.open().recorded(at);
    let seen = crate::check(slug, &aws, &you).await.unwrap();
    let (tape, world) = (recorder.tape(), aws.world());
    let replayed = |tape: &Tape| Aws::replayed(tape, &world, &you.region, at);
    let again = crate::check(slug, &replayed(&tape), &you).await.unwrap();
    assert_eq!(format!("{:#?}", seen.0), format!("{:#?}", again.0), "{slug}");
    let mut redactor = Redactor::default();
    let (safe, them) = (tape.redacted(&mut redactor), redacted(&you, &mut redactor));
    let text = serde_json::to_string(&safe).unwrap();
    assert!(!text.contains("123456789012") && !text.contains("CANARY"), "{slug}: {text}");
    let safe = serde_json::from_str(&text).unwrap();
    let again = crate::check(slug, &replayed(&safe), &them).await.unwrap();
    assert_eq!(
        verdicts(&seen),
        verdicts(&again),
        "{slug}: {:#?}\n{text}\n{}",
        again.0,
        serde_json::to_string(&tape).unwrap()
    );
}

#[tokio::test]
async fn every_exercise_is_judged_again_as_it_was() {
    // A file of the workspace is in no report.
    for verifier in VERIFIERS.iter().filter(|verifier| verifier.slug != "ch05/api_export") {
        expect_same(&solved_for(verifier.slug).without_memory(), verifier.slug).await;
        if is_undone(verifier.slug) {
            expect_same(&solved().without_memory(), verifier.slug).await;
        }
    }
}

#[tokio::test]
async fn what_cannot_be_told_is_not_told_again() {
    for answer in [Answer::CutOff, Answer::Refused, Answer::Silence, status(500, "<html>"), ok("")] {
        expect_same(&solved().without_memory().answers("s3:GetBucketPolicy", answer), "ch04/s3_website_hosting_off")
            .await;
    }
    let world = World::solved().closed("http://example.com.s3-website-us-east-1.amazonaws.com").open();
    expect_same(&solved().amid(world), "ch04/s3_website_hosting_off").await;
}

/// A verifier of a later version may ask for more.
#[tokio::test]
async fn what_was_not_asked_cannot_be_told() {
    let at = Timestamp::UNIX_EPOCH;
    let nothing = Aws::replayed(&Tape::default(), &crate::RecordedWorld::Aws, "us-east-1", at);
    let asks = |verifier: &&crate::verifier::Verifier| !verifier.reads.is_empty() && verifier.slug != "ch05/api_export";
    for verifier in VERIFIERS.iter().filter(asks) {
        let findings = crate::check(verifier.slug, &nothing, &example()).await.unwrap();
        assert_eq!(findings.verdict(), Verdict::CannotTell, "{}: {findings:#?}", verifier.slug);
    }
}
