//! Runs the exercises' scripts as a learner would: in the workspace, with bash and the ordinary `aws` CLI.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use crate::harness::aws;
use crate::harness::catalog::{self, Exercise};
use crate::harness::process::{self, Output};
use crate::harness::template;
use crate::harness::workspace::{self, Workspace};

/// What the scripts in `mistakes/` share; a template like them.
const HELPERS: &str = include_str!("../../../exercises/mistakes.sh");
const LIMIT: Duration = Duration::from_secs(120);

/// Mirrors the starter files of the exercises into the workspace; whether any of them was otherwise before.
pub fn put_starter_files(workspace: &Workspace, exercises: &[Exercise]) -> bool {
    let mut files = starter_files(workspace, exercises);
    files.retain(|name, content| fs::read(workspace.path().join(name)).ok().as_ref() != Some(content));
    files.iter().for_each(|(name, content)| workspace.write(name, content));
    !files.is_empty()
}

/// The starter files of the exercises, filled in for the workspace; later ones replace earlier ones.
pub fn starter_files(workspace: &Workspace, exercises: &[Exercise]) -> BTreeMap<String, Vec<u8>> {
    let files = exercises.iter().flat_map(Exercise::starter_files).map(|(name, path)| {
        let bytes = fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let filled = match str::from_utf8(&bytes) {
            Ok(text) => fill(&path, text, workspace).into_bytes(),
            Err(_) => bytes, // a picture has no placeholders
        };
        (name, filled)
    });
    files.collect()
}

/// Solves an exercise, with its own and all earlier starter files at hand. One that only asks is
/// answered.
pub fn solve(workspace: &Workspace, exercise: &Exercise) -> Output {
    put_starter_files(workspace, exercise.so_far());
    match exercise.solution() {
        Some(solution) => run(workspace, &solution),
        None => answer(workspace, exercise),
    }
}

/// Answers every exercise that only asks: the others depend on what is in the account.
pub fn answer_all(workspace: &Workspace) {
    catalog::all().iter().filter(|exercise| exercise.is_asked()).for_each(|exercise| _ = answer(workspace, exercise));
}

/// Records that the learner has answered what the exercise asks.
fn answer(workspace: &Workspace, exercise: &Exercise) -> Output {
    const PROGRESS: &str = ".msl-learn/progress.toml";
    let before = fs::read_to_string(workspace.path().join(PROGRESS)).unwrap_or_else(|_| "schema = 1\n".to_owned());
    let what = if exercise.is_out_of_reach() { "unavailable" } else { "done" };
    let entry = format!("[exercises.\"{}\"]\n{what} = \"2026-05-04T10:00:00Z\"\n", exercise.slug);
    workspace.write(PROGRESS, format!("{before}{entry}").as_bytes());
    Output { code: 0, stdout: String::new(), stderr: String::new() }
}

/// Runs a script of the repository with the workspace's names filled in; a mistake has the helpers of its kind before it.
pub fn run(workspace: &Workspace, path: &Path) -> Output {
    let template = fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let is_mistake = path.parent().is_some_and(|folder| folder.ends_with("mistakes"));
    let helpers = if is_mistake { HELPERS } else { "" };
    let script = fill(path, &(helpers.to_owned() + &template), workspace);
    let filled = workspace.home().join(path.file_name().expect("a script has a name"));
    fs::write(&filled, script).expect("a writable temporary folder");
    let mut bash = bash(workspace, aws::served());
    bash.arg(&filled);
    process::run(bash, LIMIT)
}

/// Runs one line as it stands in `exercise.toml`, in the workspace.
pub fn line(workspace: &Workspace, template: &str) -> Output {
    let filled = template::render(template, workspace.names()).unwrap_or_else(|error| panic!("{template}: {error}"));
    let mut bash = bash(workspace, aws::served());
    bash.arg("-c").arg(filled);
    process::run(bash, LIMIT)
}

fn fill(path: &Path, template: &str, workspace: &Workspace) -> String {
    template::render(template, workspace.names()).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Bash in the workspace, with the `aws` of a folder signed in to the workspace's account.
pub fn bash(workspace: &Workspace, aws: &Path) -> Command {
    let mut bash = Command::new("bash");
    bash.args(["-euo", "pipefail"]).current_dir(workspace.path());
    workspace.scrub(&mut bash);
    bash.env("PATH", format!("{}:{}", aws.display(), workspace::search_path()));
    let region = workspace.names().region;
    bash.envs([("AWS_ACCESS_KEY_ID", "test"), ("AWS_SECRET_ACCESS_KEY", "test"), ("AWS_PAGER", "")]);
    bash.envs([("AWS_REGION", region), ("AWS_DEFAULT_REGION", region), ("AWS_ENDPOINT_URL", workspace.endpoint())]);
    bash.env("AWS_CONFIG_FILE", configuration(workspace)).env("AWS_EC2_METADATA_DISABLED", "true");
    bash
}

/// Version 1 of the CLI would fetch parameter values that begin with `https://`; version 2, which learners have, does not.
fn configuration(workspace: &Workspace) -> std::path::PathBuf {
    let path = workspace.home().join("aws-config");
    fs::write(&path, "[default]\ncli_follow_urlparam = false\n").expect("a writable temporary folder");
    path
}
