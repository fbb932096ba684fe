//! Whole screens of the real program, as the learner sees them: lists, walkthroughs, findings and every error.

use crate::harness::catalog;
use crate::harness::emulator::Emulator;
use crate::harness::process::Output;
use crate::harness::script;
use crate::harness::workspace::Workspace;

/// Nothing answers there.
const NOWHERE: &str = "http://127.0.0.1:1";

/// A workspace whose account nobody answers for: enough for whatever needs no network.
fn offline() -> Workspace {
    Workspace::at(NOWHERE, "000000000000")
}

/// Streams and exit code on one page, without what differs from run to run.
pub fn screen(workspace: &Workspace, output: &Output) -> String {
    let page = format!("{}--- stderr, exit code {}\n{}", output.stdout, output.code, output.stderr);
    page.replace(&workspace.path().display().to_string(), "WORKSPACE").replace(workspace.endpoint(), "ENDPOINT")
}

fn run(workspace: &Workspace, arguments: &[&str]) -> String {
    screen(workspace, &workspace.run(arguments))
}

macro_rules! snapshot {
    ($page:expr) => {
        insta::with_settings!({filters => vec![
            (r"\bZ[0-9A-Z]{12,}\b", "ZONE"),
            (r"\d{4}-\d\d-\d\d", "DATE"),
            (r"\d+ ms\b", "TIME"),
        ]}, { insta::assert_snapshot!($page) });
    };
}

/// The part of a list that later chapters do not change.
fn chapter_4(page: &str) -> String {
    page.lines()
        .skip_while(|line| !line.starts_with("Chapter 4"))
        .take_while(|line| !line.ends_with(" done"))
        .collect::<Vec<_>>()
        .join("\n")
}

#[test]
fn list_of_a_new_workspace() {
    snapshot!(chapter_4(&offline().run(&["list"]).stdout));
}

#[test]
fn list_for_scripts() {
    let output = offline().run(&["list", "--format", "json"]);
    let mut rows: Vec<serde_json::Value> = serde_json::from_str(&output.stdout).expect("an array");
    rows.retain(|row| row["chapter"] == 4);
    snapshot!(serde_json::to_string_pretty(&rows).expect("JSON"));
}

#[test]
fn list_of_a_workspace_far_on() {
    let workspace = offline();
    let done =
        ["aws_account", "domain_registration", "s3_website_hosting", "s3_website_record", "s3_website_hosting_off"];
    let entries = done.map(|slug| format!("[exercises.\"ch04/{slug}\"]\ndone = \"2026-05-04T10:00:00Z\"\n"));
    workspace.write(".msl-learn/progress.toml", format!("schema = 1\n{}", entries.concat()).as_bytes());
    snapshot!(chapter_4(&workspace.run(&["list"]).stdout));
}

#[test]
fn a_walkthrough() {
    snapshot!(run(&offline(), &["read", "4.4"]));
}

#[test]
fn hints_become_more_explicit_and_end() {
    let workspace = offline();
    let pages: Vec<String> = (0..4).map(|_| run(&workspace, &["hint", "4.8"])).collect();
    assert_eq!(pages[2], pages[3]);
    snapshot!(pages[..3].join("\n"));
}

#[test]
fn a_solution_asks_first_and_there_is_no_terminal() {
    snapshot!(run(&offline(), &["solution", "4.1"]));
}

#[test]
fn findings_of_an_empty_account() {
    let emulator = Emulator::ministack();
    let workspace = Workspace::of(&emulator);
    let pages =
        [&["check", "4.1"][..], &["check", "4.3"], &["check", "4.8"]].map(|arguments| run(&workspace, arguments));
    snapshot!(pages.join("\n"));
}

#[test]
fn findings_of_a_mistake() {
    let emulator = Emulator::ministack();
    let workspace = Workspace::of(&emulator);
    let exercise = catalog::all().iter().find(|exercise| exercise.id == "4.3").expect("exercise 4.3");
    assert_eq!(script::solve(&workspace, exercise).code, 0);
    let mistake = exercise.mistakes().into_iter().find(|path| path.ends_with("content_type.sh"));
    let mistake = mistake.expect("the mistake of the wrong content type");
    assert_eq!(script::run(&workspace, &mistake).code, 0);
    let pages =
        [&["check", "4.3"][..], &["check", "4.3", "--format", "json"]].map(|arguments| run(&workspace, arguments));
    snapshot!(pages.join("\n"));
}

#[test]
fn nothing_answers() {
    snapshot!(run(&offline(), &["check", "4.2", "4.5"]));
}

#[test]
fn nothing_answers_a_script() {
    snapshot!(run(&offline(), &["check", "4.2", "--format", "json"]));
}

#[test]
fn another_account_is_refused_naming_both() {
    let emulator = Emulator::ministack();
    snapshot!(run(&Workspace::at(emulator.endpoint(), "111111111111"), &["check"]));
}

#[test]
fn wrong_usage() {
    let workspace = offline();
    let wrong: [&[&str]; 16] = [
        &["check", "9.99"],
        &["check", "--chapter", "77"],
        &["check", "4.1", "--all"],
        &["read", "nowhere"],
        &["hint", "4"],
        &["list", "--format", "yaml"],
        &["init", "--yes", "--domain", "example.com"],
        &["-C", "/does/not/exist", "next"],
        &["check", "4"],
        &["goto", "5.3"],
        &["practice", "strat"],
        &["practice", "drill", "5"],
        &["practice", "status", "my class"],
        &["practice", "start", "5.3"],
        &["map", "--output", "map.pdf"],
        &["report", "4.3", "--output", "my reports/4.3.json"],
    ];
    snapshot!(
        wrong
            .map(|arguments| format!("$ msl-learn {}\n{}", arguments.join(" "), run(&workspace, arguments)))
            .join("\n")
    );
    assert!(!workspace.path().join("strat").exists(), "a slip makes no folder");
}

#[test]
fn wrong_settings() {
    let good = "domain = \"example.com\"\nregion = \"us-east-1\"\naccount = \"000000000000\"\n";
    let wrong = [
        good.replace("example.com", "https://Example.com/"),
        good.replace("us-east-1", "Virginia"),
        good.replace("\"000000000000\"", "\"12\""),
        format!("{good}domian = \"example.com\"\n"),
        format!("{good}[names]\nbucket = \"b\"\n"),
        format!("{good}[names]\nwebsite_bucket = \"my_bucket\"\n"),
        format!("{good}[names]\ndata_bucket = \"`*a*`\\n<b>\\u001b[31m\"\n"),
        format!("{good}[names]\napi_domain = \"https://api.example.com\"\n"),
        format!("{good}partition = \"amazon\"\n"),
        "domain = \"exa".to_owned(),
    ];
    let pages = wrong.map(|settings| {
        let workspace = offline();
        workspace.write("msl-learn.toml", settings.as_bytes());
        run(&workspace, &["check"])
    });
    snapshot!(pages.join("\n"));
}

#[test]
fn an_endpoint_that_the_settings_do_not_name() {
    let workspace = offline();
    workspace
        .write("msl-learn.toml", b"domain = \"example.com\"\nregion = \"us-east-1\"\naccount = \"123456789012\"\n");
    let pages = ["AWS_ENDPOINT_URL", "AWS_ENDPOINT_URL_S3"].map(|variable| {
        let mut command = workspace.command(&["check"]);
        command.env(variable, NOWHERE).env("AWS_EC2_METADATA_DISABLED", "true");
        screen(&workspace, &crate::harness::process::run(command, std::time::Duration::from_secs(60)))
    });
    snapshot!(pages.join("\n"));
}

#[test]
fn progress_that_cannot_be_understood_is_left_alone() {
    let pages = ["schema = 99\nfuture = true\n", "schema = 1\n[exer"].map(|text| {
        let workspace = offline();
        workspace.write(".msl-learn/progress.toml", text.as_bytes());
        let page = run(&workspace, &["hint"]);
        let kept = std::fs::read_to_string(workspace.path().join(".msl-learn/progress.toml")).expect("the file");
        assert_eq!(kept, text);
        page
    });
    snapshot!(pages.join("\n"));
}
