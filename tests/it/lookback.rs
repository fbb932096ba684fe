//! Starting, finishing and looking back: files, states, history and progress, as the learner sees them.

use std::fs;

use crate::harness::catalog::{self, Exercise};
use crate::harness::emulator::Emulator;
use crate::harness::process::Output;
use crate::harness::script;
use crate::harness::workspace::Workspace;

/// Three exercises: done a while ago, done with help, and held up.
const PAST: &str = r#"schema = 2

[exercises."ch04/aws_account"]
started = "2026-05-04T10:00:00Z"
tried = "2026-05-04T10:00:00Z"
done = "2026-05-04T10:40:00Z"
worked_seconds = 1500
history = ["2026-05-04T10:00:00Z tried", "2026-05-04T10:40:00Z done"]
held_up = ["2026-05-04T10:00:00Z/2026-05-04T10:40:00Z the user has an MFA device"]

[exercises."ch04/aws_account".evidence]
at = "2026-05-04T10:40:00Z"
asked = false
version = "0.1.0"
left_out = 0

[exercises."ch04/aws_account".evidence.place]
account = "123456789012"
practice = true
endpoint = "http://127.0.0.1:4566"

[[exercises."ch04/aws_account".evidence.findings]]
clause = "the user has an MFA device"
found = "the device \u001b[31mphone"

[[exercises."ch04/aws_account".evidence.findings]]
clause = "the root user has an MFA device"
found = "a practice account has no root user"
skipped = true

[exercises."ch04/domain_registration"]
done = "2026-05-05T10:00:00Z"
reopened = "2026-05-06T10:00:00Z"
hints = 2
worked_seconds = 7859
history = [
    "2026-05-04T11:00:00Z tried",
    "2026-05-04T11:10:00Z hint 1",
    "2026-05-04T11:20:00Z hint 2",
    "2026-05-04T11:30:00Z solution",
    "2026-05-05T10:00:00Z done",
    "2026-05-06T10:00:00Z regressed",
    "2026-05-06T10:00:00Z reopened",
]
held_up = ["2026-05-04T11:00:00Z/2026-05-05T10:00:00Z your account has a public hosted zone example.com"]

[[quizzes.ch04]]
at = "2026-05-07T10:00:00Z"
asked = ["root_user", "two_locks", "alias_apex"]
missed = ["two_locks"]

[exercises."ch04/s3_website_hosting"]
skipped = "2026-05-05T12:00:00Z"
history = ["2026-05-05T12:00:00Z skipped"]
"#;

fn offline() -> Workspace {
    Workspace::at("http://127.0.0.1:1", "000000000000")
}

fn with_past() -> Workspace {
    let workspace = offline();
    workspace.write(".msl-learn/progress.toml", PAST.as_bytes());
    workspace
}

fn exercise(id: &str) -> &'static Exercise {
    catalog::all().iter().find(|exercise| exercise.id == id).expect("an exercise of that number")
}

/// The commands and what each prints, one after the other.
fn session(workspace: &Workspace, commands: &[&[&str]]) -> String {
    let page = |arguments: &&[&str]| {
        let Output { code, stdout, stderr } = workspace.run(arguments);
        let stdout = chapter_4_alone(&stdout);
        format!("$ msl-learn {}\n{stdout}--- stderr, exit code {code}\n{stderr}", arguments.join(" "))
    };
    commands
        .iter()
        .map(page)
        .collect::<Vec<_>>()
        .join("\n")
        .replace(&workspace.path().display().to_string(), "WORKSPACE")
}

/// What `progress` prints without the other chapters, which grow.
fn chapter_4_alone(page: &str) -> String {
    if let Ok(mut document) = serde_json::from_str::<serde_json::Value>(page)
        && let Some(chapters) = document["chapters"].as_array_mut()
    {
        chapters.retain(|chapter| chapter["chapter"] == 4);
        return serde_json::to_string_pretty(&document).expect("JSON") + "\n";
    }
    let is_other =
        |part: &&str| part.starts_with("Chapter ") && !part.starts_with("Chapter 4:") || part.contains(" done in all");
    page.split("\n\n").filter(|part| !is_other(part)).collect::<Vec<_>>().join("\n\n")
}

fn progress_file(workspace: &Workspace) -> String {
    fs::read_to_string(workspace.path().join(".msl-learn/progress.toml")).expect("a progress file")
}

#[test]
fn starter_files_beside_the_learners_own() {
    let workspace = offline();
    let mut pages = vec![session(&workspace, &[&["start", "4.3"], &["start", "4.3"]])];
    let page = workspace.path().join("website/index.html");
    let changed = fs::read_to_string(&page).expect("the page").replace("<h1>", "<h1 class=\"\u{1b}[31mmine\">");
    fs::write(&page, &changed).expect("the page");
    fs::write(workspace.path().join("policies/website-public-read.json"), b"\xff\x00").expect("the policy");
    pages.push(session(&workspace, &[&["start", "4.3"], &["start", "4.3", "--force"], &["start", "4.3"]]));
    assert_eq!(fs::read_to_string(page.with_extension("html.bak")).expect("a backup"), changed);
    fs::remove_dir_all(workspace.path().join("website")).expect("the folder");
    fs::write(workspace.path().join("website"), "in the way").expect("a file");
    pages.push(session(&workspace, &[&["start", "4.3", "--force"], &["start", "4.2"], &["start", "9.99"]]));
    insta::assert_snapshot!(pages.join("\n"));
}

#[test]
fn skipping_and_coming_back() {
    let workspace = offline();
    let mut commands: Vec<&[&str]> = vec![&["skip", "4.1"], &["skip", "4.1"], &["hint"], &["skip", "4.1", "--undo"]];
    commands.extend([&["skip", "4.1", "--undo"][..], &["skip", "9.99"], &["skip"]]);
    insta::assert_snapshot!(session(&workspace, &commands));
}

#[test]
fn what_is_done_cannot_be_skipped_and_what_regressed_can() {
    let workspace = with_past();
    insta::assert_snapshot!(session(&workspace, &[&["skip", "4.1"], &["skip", "4.2"], &["progress"]]));
}

#[test]
fn resetting_asks_first_and_keeps_the_history() {
    let workspace = with_past();
    let commands: [&[&str]; 4] =
        [&["reset", "4.2"], &["reset", "4.2", "--yes"], &["history", "4.2"], &["reset", "9.99", "--yes"]];
    let times = vec![(r"\S+ \S+  reset", "DATE TIME  reset"), (r"progress-\S+Z\.toml", "progress-TIME.toml")];
    insta::with_settings!({filters => times}, {
        insta::assert_snapshot!(session(&workspace, &commands));
    });
}

#[test]
fn a_solution_that_was_seen_is_written_down() {
    let workspace = offline();
    assert_eq!(workspace.run(&["solution", "4.1"]).code, 2);
    assert!(!workspace.path().join(".msl-learn/progress.toml").exists());
    assert_eq!(workspace.run(&["solution", "4.1", "--yes"]).code, 0);
    assert!(progress_file(&workspace).contains("Z solution\""), "{}", progress_file(&workspace));
}

#[test]
fn looking_back() {
    let commands: [&[&str]; 3] = [&["history"], &["history", "4.1"], &["progress"]];
    insta::assert_snapshot!(session(&with_past(), &commands));
}

#[test]
fn looking_back_with_nothing_behind() {
    insta::assert_snapshot!(session(&offline(), &[&["history"], &["history", "4.1"], &["progress"]]));
}

/// Scripts are promised this shape.
#[test]
fn looking_back_for_scripts() {
    let workspace = with_past();
    let commands: [&[&str]; 3] = [
        &["history", "4.1", "--format", "json"],
        &["history", "4.2", "--format", "json"],
        &["progress", "--format", "json"],
    ];
    insta::assert_snapshot!(session(&workspace, &commands));
    let rows: Vec<serde_json::Value> =
        serde_json::from_str(&workspace.run(&["list", "--format", "json"]).stdout).expect("an array");
    let chapter = rows.iter().filter(|row| row["chapter"] == 4);
    let states: Vec<_> = chapter.take(4).map(|row| (row["state"].as_str(), row["current"].as_bool())).collect();
    let (yes, no) = (Some(true), Some(false));
    assert_eq!(states, [(Some("done"), no), (Some("reopened"), yes), (Some("skipped"), no), (Some("open"), no)]);
}

#[test]
fn a_list_with_every_state() {
    let list = with_past().run(&["list"]).stdout;
    let chapter = list.lines().skip_while(|line| !line.starts_with("Chapter 4:"));
    insta::assert_snapshot!(chapter.take(6).collect::<Vec<_>>().join("\n"));
}

/// The folder is the workspace, wherever it lies.
#[test]
fn progress_moves_with_its_workspace() {
    let (here, there) = (with_past(), offline());
    assert_eq!(here.run(&["hint", "4.4"]).code, 0);
    assert!(!progress_file(&here).contains(here.home().to_str().expect("a plain path")));
    fs::remove_dir_all(there.path()).expect("the folder");
    let before = here.run(&["history"]).stdout;
    fs::rename(here.path(), there.path()).expect("moved");
    assert_eq!(there.run(&["history"]).stdout, before);
}

/// Nothing regressed is passed over: not on the way, and not at the end.
#[test]
fn what_regressed_is_looked_at_again_first() {
    let emulator = Emulator::ministack();
    let workspace = Workspace::of(&emulator);
    workspace.write(".msl-learn/progress.toml", PAST.as_bytes());
    let again = workspace.run(&["next"]);
    assert_eq!(again.code, 1);
    assert!(again.stdout.starts_with("4.2 ") && again.stderr.contains("was done on 2026-05-05"), "{again:#?}");
    assert_eq!(script::solve(&workspace, exercise("4.2")).code, 0);
    let done = workspace.run(&["next"]);
    assert!(done.code == 0 && done.stdout.starts_with("4.2 ") && done.stderr.contains("Next: 4.4 "), "{done:#?}");
    let file = progress_file(&workspace);
    assert!(!file.contains("\nreopened = ") && file.contains("done = \"2026-05-05T10:00:00Z\""), "{file}");
}

#[test]
fn at_the_end_everything_is_looked_at_again() {
    let emulator = Emulator::ministack();
    let workspace = Workspace::of(&emulator);
    let all = catalog::all().iter().map(|exercise| match exercise.id.as_str() {
        "4.8" => format!("[exercises.\"{}\"]\nskipped = \"2026-05-04T10:00:00Z\"\n", exercise.slug),
        _ => format!("[exercises.\"{}\"]\ndone = \"2026-05-04T10:00:00Z\"\n", exercise.slug),
    });
    workspace.write(".msl-learn/progress.toml", format!("schema = 2\n{}", all.collect::<String>()).as_bytes());
    for needed in ["4.1", "4.2"].map(exercise) {
        assert_eq!(script::solve(&workspace, needed).code, 0);
    }
    let end = workspace.run(&["next"]);
    assert_eq!(end.code, 1, "{end:#?}");
    assert!(end.stdout.contains("4.7 ") && !end.stdout.contains("4.2 "), "{end:#?}");
    let states = workspace.run(&["list"]).stdout;
    assert!(states.contains("[>] reopened   4.") && states.contains("done       4.2"), "{states}");
}
