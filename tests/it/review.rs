//! A review with the real program: of an empty account, and of one in which the book is built, again and after a change.

use std::fs;
use std::time::Duration;

use serde_json::Value;

use crate::harness::aws;
use crate::harness::emulator::Emulator;
use crate::harness::kind::Kind;
use crate::harness::process::{self, Output};
use crate::harness::script;
use crate::harness::walk;
use crate::harness::workspace::Workspace;

fn json(output: &Output) -> Value {
    serde_json::from_str(&output.stdout).unwrap_or_else(|error| panic!("{error}: {output:#?}"))
}

/// The verdicts on a practice, each with its resource.
fn verdicts(review: &Value, id: &str) -> Vec<(String, String)> {
    let pillars = review["pillars"].as_array().expect("pillars");
    let practices = pillars.iter().flat_map(|pillar| pillar["practices"].as_array().expect("practices"));
    let own = practices.filter(|practice| practice["id"] == id);
    let seen = own.flat_map(|practice| practice["resources"].as_array().expect("resources"));
    let text = |value: &Value| value.as_str().expect("text").to_owned();
    seen.map(|seen| (text(&seen["resource"]), text(&seen["verdict"]))).collect()
}

fn change(workspace: &Workspace, commands: &str) {
    let mut bash = script::bash(workspace, aws::served());
    bash.args(["-c", commands]);
    let output = process::run(bash, Duration::from_secs(60));
    assert_eq!(output.code, 0, "{output:#?}");
}

#[test]
fn an_empty_account_has_nothing_of_the_course_to_review() {
    let emulator = Emulator::ministack();
    let workspace = Workspace::of(&emulator);
    let output = workspace.run(&["review", "--format", "json"]);
    assert!([0, 1, 3].contains(&output.code), "{output:#?}");
    let review = json(&output);
    assert_eq!(review["pillars"].as_array().map(Vec::len), Some(6), "{review}");
    for of_course in ["function_runtime", "bucket_versions", "table_recovery", "api_authorized", "distribution_tls"] {
        assert!(verdicts(&review, of_course).is_empty(), "{of_course}: {review}");
    }
    assert_eq!(review["since"], Value::Null);
}

#[test]
fn a_second_review_says_what_became_better_and_answers_are_kept() {
    let visit = walk::of(Kind::MiniStack).end().visit();
    let workspace = &visit.workspace;
    change(
        workspace,
        "aws s3api put-bucket-versioning --bucket example.com --versioning-configuration Status=Suspended",
    );
    let first = json(&workspace.run(&["review", "--format", "json", "--pillar", "reliability"]));
    let website = ("the bucket example.com".to_owned(), "fails".to_owned());
    assert!(verdicts(&first, "bucket_versions").contains(&website), "{first}");
    assert!(first["next"].as_array().is_some_and(|next| next.len() <= 3 && !next.is_empty()), "{first}");

    change(workspace, "aws s3api put-bucket-versioning --bucket example.com --versioning-configuration Status=Enabled");
    workspace.write("answers", b"restore_tried = yes\n");
    let second = json(&workspace.run(&["review", "--format", "json", "--answers", "answers"]));
    let better = second["better"].as_array().expect("a list");
    assert!(
        better.contains(&"the bucket example.com: what is overwritten or deleted can be had back".into()),
        "{second}"
    );
    assert!(second["since"].is_string() && second["worse"] == Value::Array(Vec::new()), "{second}");
    let progress = fs::read_to_string(workspace.path().join(".msl-learn/progress.toml")).expect("progress");
    assert!(progress.contains("restore_tried = true"), "{progress}");

    let page = workspace.run(&["review", "--format", "html"]).stdout;
    assert!(page.starts_with("<!doctype html>") && page.ends_with("</html>\n"), "{page}");
    assert!(!page.contains("src=") && !page.contains("<script") && !page.contains("<link"), "{page}");
    let text = workspace.run(&["review", "--pillar", "security"]).stdout;
    assert!(text.contains("Security: ") && !text.contains("Sustainability: "), "{text}");
    let all = json(&workspace.run(&["review", "--all", "--format", "json"]));
    assert_eq!(all["left_out"], Value::Array(Vec::new()), "{all}");
}

#[test]
fn wrong_answers_and_the_policy_of_a_review() {
    let workspace = Workspace::at("http://127.0.0.1:1", "123456789012");
    workspace.write("answers", b"restore_tried = perhaps\n");
    let refused = workspace.run(&["review", "--answers", "answers"]);
    assert_eq!(refused.code, 2, "{refused:#?}");
    assert!(refused.stderr.contains("line 1: expected yes or no"), "{refused:#?}");
    let policy = workspace.run(&["policy", "--review"]);
    assert_eq!((policy.code, &*policy.stderr), (0, ""));
    insta::assert_snapshot!(policy.stdout);
    assert_eq!(workspace.run(&["policy", "--review", "4.3"]).code, 2);
}
