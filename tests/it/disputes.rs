//! `report` and `replay`: a verdict is written down without anything of the learner's, and judged again anywhere.

use std::fs;
use std::path::Path;
use std::time::Duration;

use insta::{assert_snapshot, with_settings};
use serde_json::Value;

use crate::harness::aws;
use crate::harness::emulator::Emulator;
use crate::harness::process::{self, Output};
use crate::harness::script;
use crate::harness::tools::repository;
use crate::harness::workspace::Workspace;

/// A website's bucket with a page of another name, beside a bucket of somebody's.
const MAKE: &str = "aws s3 mb s3://quackenbush.org && aws s3 mb s3://zebulon-photos && \
    echo '<h1>Zebulon</h1>' | aws s3 cp - s3://quackenbush.org/zebulon.html --content-type text/html";
/// What must not be left of the account, in small letters.
const OWN: &[&str] = &["quackenbush", "zebulon", "000000000000"];

/// An account in which exercise 4.3 is not done, of a learner with names of their own.
fn undone() -> (Emulator, Workspace) {
    let emulator = Emulator::ministack();
    let workspace = Workspace::of(&emulator);
    let settings = fs::read_to_string(workspace.path().join("msl-learn.toml")).expect("settings");
    workspace.write("msl-learn.toml", settings.replace("example.com", "quackenbush.org").as_bytes());
    let mut bash = script::bash(&workspace, aws::served());
    bash.arg("-c").arg(MAKE);
    let made = process::run(bash, Duration::from_secs(60));
    assert_eq!(made.code, 0, "{made:#?}");
    (emulator, workspace)
}

/// What a report shows and another version finds, without what differs each time.
fn expect_screen(name: &str, screen: &str) {
    let changing = [
        (r"checked .* by msl-learn \S+\s+on\s+\S+ \S+", "checked [TIME] by msl-learn [VERSION] on [SYSTEM]"),
        (r"msl-learn \d\S+ finds", "msl-learn [VERSION] finds"),
        (r"your settings: [^:]*\n(  \d+ answers?)", "your settings: [REPLACED]\n$1"),
    ];
    with_settings!({filters => changing.to_vec()}, { assert_snapshot!(name, screen) });
}

fn replay(workspace: &Workspace, file: &Path) -> Output {
    workspace.run(&["replay", file.to_str().expect("a path in UTF-8")])
}

#[test]
fn a_verdict_is_written_down_without_anything_of_the_learners_and_judged_alike() {
    let (emulator, workspace) = undone();
    let file = workspace.path().join("msl-learn-report-4.3.json");
    let asked = workspace.run(&["report", "4.3"]);
    assert!(asked.code == 2 && asked.stderr.contains("--yes") && !file.exists(), "{asked:#?}");
    expect_screen("what_a_report_holds", &asked.stdout);
    let written = workspace.run(&["report", "4.3", "--yes"]);
    assert_eq!((written.code, &written.stdout.contains("findings: ")), (0, &true), "{written:#?}");
    let text = fs::read_to_string(&file).expect("the report");
    let small = text.to_lowercase();
    let left: Vec<_> = OWN.iter().filter(|own| small.contains(**own)).collect();
    assert!(left.is_empty(), "{left:?} in {text}");
    let again = workspace.run(&["report", "4.3", "--yes"]);
    assert!(again.code == 2 && again.stderr.contains("exists already"), "{again:#?}");
    drop(emulator);

    let judged = replay(&workspace, &file);
    assert_eq!(judged.code, 0, "{judged:#?}");
    expect_screen("a_report_that_is_judged_alike", &judged.stdout);
    let report: Value = serde_json::from_str(&text).expect("JSON");
    let seen = report["findings"].as_array().expect("findings").iter();
    assert!(seen.clone().any(|finding| finding["verdict"] == "fails"), "{report:#}");
    assert!(seen.clone().all(|finding| finding["seen"] == finding["verdict"]), "{report:#}");

    workspace.write("other.json", text.replacen(r#""verdict": "fails""#, r#""verdict": "holds""#, 1).as_bytes());
    let differs = replay(&workspace, &workspace.path().join("other.json"));
    assert_eq!(differs.code, 1, "{differs:#?}");
    expect_screen("a_report_that_another_version_judged_otherwise", &differs.stdout);
}

/// Without an account, a network or a workspace.
#[test]
fn every_report_in_the_folder_is_judged_again() {
    let nowhere = Workspace::at("http://127.0.0.1:1", "000000000000");
    fs::remove_file(nowhere.path().join("msl-learn.toml")).expect("settings");
    let files = fs::read_dir(repository().join("tests/reports")).expect("the folder");
    let files: Vec<_> = files.map(|entry| entry.expect("an entry").path()).collect();
    assert!(!files.is_empty(), "there are reports");
    for file in files {
        let judged = replay(&nowhere, &file);
        assert!(judged.code < 2 && judged.stderr.is_empty(), "{judged:#?}");
        assert!(!judged.stdout.contains("another verdict"), "{judged:#?}");
    }
}

#[test]
fn a_damaged_or_hostile_file_is_refused_and_steers_nothing() {
    let nowhere = Workspace::at("http://127.0.0.1:1", "000000000000");
    let text = fs::read_to_string(repository().join("tests/reports/4.3.json")).expect("a report");
    let found = r#""verdict": "holds""#;
    assert!(text.contains(found), "{text}");
    for (bytes, why) in [
        (text[..text.len() / 2].to_owned(), "is no report that can be judged"),
        (text.replacen(r#""schema": 1"#, r#""schema": 9"#, 1), "it has the form 9"),
        (text.replacen(found, r#""verdict": "\u001b[2J""#, 1), "is no report that can be judged"),
        (text.replacen(r#""exercise": ""#, r#""exercise": "../../"#, 1), "it names no exercise that is checked"),
        (text.replacen(r#""findings""#, r#""\u001b]0;x\u0007": 1, "findings""#, 1), "is no report that can be judged"),
        ("[".repeat(1_000_000), "is no report that can be judged"),
    ] {
        nowhere.write("report.json", bytes.as_bytes());
        let refused = replay(&nowhere, &nowhere.path().join("report.json"));
        let said = refused.stderr.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!((refused.code, refused.stdout.as_str()) == (2, "") && said.contains(why), "{why}: {refused:#?}");
        assert!(!refused.stderr.contains('\u{1b}') && !refused.stderr.contains('\u{7}'), "{refused:#?}");
    }
    for path in [nowhere.path(), nowhere.path().join("nothing.json"), "/dev/zero".into()] {
        let refused = replay(&nowhere, &path);
        assert_eq!((refused.code, refused.stdout.as_str()), (2, ""), "{refused:#?}");
    }
}
