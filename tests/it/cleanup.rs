//! `costs` and `cleanup`: what the whole book leaves is found, its script leaves nothing, and nothing of anybody else's goes.

use std::time::Duration;

use insta::assert_snapshot;

use crate::harness::aws;
use crate::harness::catalog;
use crate::harness::emulator::Emulator;
use crate::harness::kind::Kind;
use crate::harness::process::{self, Output};
use crate::harness::script;
use crate::harness::station::Visit;
use crate::harness::verdict::Verdict;
use crate::harness::walk;
use crate::harness::workspace::Workspace;

/// Things beside the course's, some with names that are almost the same.
const FOREIGN: &str = "aws dynamodb create-table --table-name chapters-of-mine --billing-mode PAY_PER_REQUEST \
  --attribute-definitions AttributeName=id,AttributeType=S --key-schema AttributeName=id,KeyType=HASH && \
  aws s3 mb s3://photos-of-mine && aws sns create-topic --name of-mine && \
  aws apigateway create-rest-api --name of-mine && aws cognito-idp create-user-pool --pool-name of-mine";
const FOREIGN_STANDS: &str = "aws dynamodb describe-table --table-name chapters-of-mine && \
  aws s3api head-bucket --bucket photos-of-mine && aws sns list-topics | grep of-mine && \
  aws apigateway get-rest-apis | grep of-mine && aws cognito-idp list-user-pools --max-results 9 | grep of-mine";

/// How long the longest script may take, which asks for a hundred things.
const LIMIT: Duration = Duration::from_secs(300);

/// What MiniStack has no operation to remove.
const GAP: &str = "the recorder of AWS Config";

/// Whoever has done the whole book, and has it all in the account.
fn end_of_the_book() -> Visit {
    let visit = walk::of(Kind::MiniStack).end().visit();
    all_done(&visit.workspace);
    visit
}

fn all_done(workspace: &Workspace) {
    let entry = |slug: &str| format!("[exercises.\"{slug}\"]\ndone = \"2026-05-04T10:00:00Z\"\n");
    let entries: String = catalog::all().iter().map(|exercise| entry(&exercise.slug)).collect();
    workspace.write(".msl-learn/progress.toml", format!("schema = 7\n{entries}").as_bytes());
}

fn bash(workspace: &Workspace, line: &str) -> Output {
    let mut bash = script::bash(workspace, aws::served());
    bash.arg("-c").arg(line);
    process::run(bash, LIMIT)
}

#[test]
fn the_script_leaves_nothing_of_the_course_and_all_of_others() {
    let visit = end_of_the_book();
    let workspace = &visit.workspace;
    assert_eq!(bash(workspace, FOREIGN).code, 0);
    let listed = workspace.run(&["cleanup"]);
    assert_eq!(listed.code, 0, "{listed:#?}");
    assert!(!listed.stdout.contains("of-mine"), "{}", listed.stdout);
    let still = workspace.run(&["cleanup", "--check"]);
    assert_eq!(still.code, 1, "{still:#?}");

    let elsewhere = bash(workspace, "AWS_ENDPOINT_URL=http://127.0.0.1:1 bash cleanup.sh");
    let said = "works at http://127.0.0.1:1. Nothing was removed.";
    assert!(elsewhere.code == 1 && elsewhere.stderr.contains(said), "{elsewhere:#?}");

    let run = bash(workspace, "bash cleanup.sh");
    let stays: Vec<&str> = run.stderr.lines().filter_map(|line| line.trim().strip_prefix("not removed: ")).collect();
    assert!(stays.iter().all(|what| what.starts_with(GAP)), "{run:#?}");
    let gone = workspace.run(&["cleanup", "--check"]);
    let left = gone.stdout.lines().filter(|line| line.starts_with("stands ") && !line.contains("the IAM user admin"));
    let left: Vec<&str> = left.map(|line| line["stands".len()..].trim()).collect();
    assert!(left.len() == 1 && left[0].starts_with(GAP), "{gone:#?}");
    assert!(bash(workspace, FOREIGN_STANDS).code == 0);
    let again = bash(workspace, "bash cleanup.sh");
    let is_gap = |line: &&str| line.contains(GAP) || line.contains("Unknown Config action");
    let said: Vec<&str> = again.stderr.lines().filter(|line| !is_gap(line)).collect();
    assert!(again.stdout.contains("  gone already") && said.is_empty(), "{again:#?}");

    let table = workspace.check(&["6.6"]).exercises.remove(0);
    assert_eq!((table.verdict, table.findings[0].id.as_str()), (Verdict::Done, "cleaned_up"), "{table:#?}");
    let list = workspace.run(&["list"]).stdout.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(list.contains("cleaned up 6.6"), "{list}");
}

#[test]
fn what_other_chapters_need_stays() {
    let visit = end_of_the_book();
    let workspace = &visit.workspace;
    let listed = workspace.run(&["cleanup", "--chapter", "5"]);
    let said = listed.stdout.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(said.contains("other chapters need it") && !said.contains("it stays"), "{said}");
    let script = std::fs::read_to_string(workspace.path().join("cleanup.sh")).expect("a script");
    let acts = |line: &&str| line.starts_with("aws ") && line.contains("delete-function");
    assert_eq!(script.lines().filter(acts).count(), 0, "chapter 6 goes on with the function:\n{script}");
}

/// Without a record, nobody knows whose a thing of that name is; that the exercise was tried, and not done, is none.
#[test]
fn what_was_not_made_in_this_workspace_stays() {
    let emulator = Emulator::ministack();
    let workspace = &Workspace::of(&emulator);
    let make = "aws dynamodb create-table --table-name comments --billing-mode PAY_PER_REQUEST \
      --attribute-definitions AttributeName=id,AttributeType=S --key-schema AttributeName=id,KeyType=HASH";
    assert_eq!(bash(workspace, make).code, 0);
    let tried =
        "[exercises.\"ch10/comments_table\"]\nstarted = \"2026-05-04T10:00:00Z\"\ntried = \"2026-05-04T10:00:00Z\"\n";
    workspace.write(".msl-learn/progress.toml", format!("schema = 7\n{tried}").as_bytes());
    let listed = workspace.run(&["cleanup"]);
    let said = listed.stdout.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(said.contains("was not done in this workspace"), "{said}");
    assert!(listed.stderr.contains("no script was written"), "{listed:#?}");
    assert!(!workspace.path().join("cleanup.sh").exists());
}

#[test]
fn the_costs_of_the_whole_book() {
    let visit = end_of_the_book();
    let workspace = &visit.workspace;
    let costs = workspace.run(&["costs"]);
    assert_eq!(costs.code, 0, "{costs:#?}");
    assert_snapshot!(costs.stdout);
}

#[test]
fn an_empty_account_costs_nothing() {
    let emulator = Emulator::ministack();
    let workspace = &Workspace::of(&emulator);
    let costs = workspace.run(&["costs"]);
    let said = costs.stdout.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(said.starts_with("Nothing that the exercises make") && !said.contains('$'), "{costs:#?}");
    let json = workspace.run(&["cleanup", "--format", "json"]);
    let document: serde_json::Value = serde_json::from_str(&json.stdout).expect("JSON");
    let things = document["things"].as_array().expect("a list");
    assert!(things.len() > 60 && things.iter().all(|thing| thing["state"] == "gone"), "{document:#}");
}

#[test]
fn nothing_is_said_of_what_cannot_be_read() {
    let workspace = Workspace::at("http://127.0.0.1:1", "000000000000");
    let listed = workspace.run(&["cleanup", "--check"]);
    assert_eq!(listed.code, 3, "{listed:#?}");
    assert!(listed.stdout.contains("cannot tell") && !listed.stdout.contains("gone  "), "{}", listed.stdout);
}
