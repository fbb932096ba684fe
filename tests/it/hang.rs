//! No hang: whatever a server does instead of answering, every command ends by itself, tells nothing of the learner's work
//! and says what it waited for.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;
use std::time::Duration;

use crate::harness::catalog;
use crate::harness::hostile::{Hostile, MANNERS, Manner};
use crate::harness::process::{self, Output};
use crate::harness::script;
use crate::harness::tools;
use crate::harness::verdict::Verdict;
use crate::harness::workspace::Workspace;

/// A run gives up after 60 seconds; the machine may be busy.
const LIMIT: Duration = Duration::from_secs(100);
const ACCOUNT: &str = "000000000000";
const KEYS: [(&str, &str); 2] = [("AWS_ACCESS_KEY_ID", "test"), ("AWS_SECRET_ACCESS_KEY", "test")];

/// All cases at once: together they take as long as the longest.
fn all_at_once<T: Send>(cases: impl IntoIterator<Item = T>, case: impl Fn(T) + Sync) {
    thread::scope(|scope| {
        let threads: Vec<_> = cases.into_iter().map(|one| scope.spawn(|| case(one))).collect();
        let failed = threads.into_iter().map(thread::ScopedJoinHandle::join).filter(Result::is_err).count();
        assert_eq!(failed, 0, "cases have failed, as told above");
    });
}

fn table<'a>(commands: &'a [&'a str]) -> impl Iterator<Item = (Manner, &'a str)> {
    MANNERS.into_iter().flat_map(move |manner| commands.iter().map(move |command| (manner, *command)))
}

/// Exit code 3, and everything that was printed in one line.
fn gave_up(output: &Output) -> String {
    assert_eq!(output.code, 3, "{output:#?}");
    format!("{}{}", output.stdout, output.stderr).split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn signing_in_ends_whatever_the_server_does() {
    all_at_once(table(&["check 4.3", "check --all", "next", "init"]), |(manner, command)| {
        let server = Hostile::new(manner);
        let workspace = Workspace::at(&server.endpoint(), ACCOUNT);
        script::answer_all(&workspace);
        let output = process::run(with_keys(&workspace, command), LIMIT);
        let said = gave_up(&output);
        assert!(said.contains("sts:GetCallerIdentity"), "{manner:?} {command}: {output:#?}");
        assert!(!workspace.path().join("new").exists(), "{manner:?} {command} has left something behind");
    });
}

/// `check 4.3` and so on; `init` makes a workspace for a real account, whose endpoint it names.
fn with_keys(workspace: &Workspace, command: &str) -> Command {
    let mut arguments: Vec<&str> = command.split(' ').collect();
    if command == "init" {
        arguments.extend(["new", "--domain", "example.com", "--yes", "--endpoint-url", workspace.endpoint()]);
    }
    let mut command = workspace.command(&arguments);
    command.envs(KEYS);
    command
}

/// A workspace that has the files of all exercises, whose absence can be told without any server.
fn with_files(server: &Hostile) -> Workspace {
    let workspace = Workspace::at(&server.endpoint(), ACCOUNT);
    let root = tools::repository().join("checks/testing/workspace");
    let mut files = files_below(&root);
    // What was built is newer than what it was built from.
    files.sort_by_key(|path| path.components().any(|part| part.as_os_str() == ".aws-sam"));
    for path in files {
        let name = path.strip_prefix(&root).expect("a file below it").to_str().expect("a name of letters");
        workspace.write(name, &fs::read(&path).expect("a file"));
    }
    script::answer_all(&workspace);
    workspace
}

fn files_below(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
    entries.flat_map(|path| if path.is_dir() { files_below(&path) } else { vec![path] }).collect()
}

#[test]
fn reads_end_whatever_the_server_does() {
    all_at_once(table(&["check --all", "next"]), |(manner, command)| {
        let server = Hostile::after_sign_in(manner);
        let workspace = with_files(&server);
        let said = gave_up(&process::run(with_keys(&workspace, command), LIMIT));
        assert!(said.contains("iam:ListUsers"), "{manner:?} {command}: {said}");
    });
}

#[test]
fn nothing_is_told_of_work_that_was_not_seen() {
    all_at_once(MANNERS, |manner| {
        let server = Hostile::after_sign_in(manner);
        let workspace = with_files(&server);
        let report = workspace.check_within(&["--all"], LIMIT);
        let is_of_account = |id: &str| catalog::all().iter().any(|known| known.id == id && !known.is_of_workspace());
        let seen = report.exercises.iter().filter(|exercise| exercise.verdict != Verdict::Asked);
        for exercise in seen.filter(|exercise| is_of_account(&exercise.id)) {
            assert_eq!(exercise.verdict, Verdict::CannotTell, "{manner:?}: {exercise:#?}");
        }
    });
}

/// Where credentials come from, when it never answers.
enum Source {
    /// A program of the learner's.
    Process,
    Container,
    Machine,
    /// A role to take on first.
    Role,
}

#[test]
fn looking_for_credentials_ends() {
    let sources = [Source::Process, Source::Container, Source::Machine, Source::Role];
    all_at_once(sources, |source| {
        let server = Hostile::new(Manner::Silence);
        let workspace = Workspace::at(&server.endpoint(), ACCOUNT);
        workspace.write("msl-learn.toml", real_settings(&server).as_bytes());
        let mut command = workspace.command(&["check", "4.3"]);
        let process = workspace.home().join("process");
        match source {
            Source::Process => {
                let script = format!("sh -c 'echo $$ >{}; exec sleep 1000'", process.display());
                configure(&workspace, &mut command, &format!("[default]\ncredential_process = {script}\n"));
            }
            Source::Container => {
                command.env("AWS_CONTAINER_CREDENTIALS_FULL_URI", format!("{}/keys", server.endpoint()));
            }
            Source::Machine => {
                command.env("AWS_EC2_METADATA_SERVICE_ENDPOINT", server.endpoint());
            }
            Source::Role => {
                let role = "role_arn = arn:aws:iam::000000000000:role/reader\nsource_profile = keys";
                let keys = "aws_access_key_id = test\naws_secret_access_key = test";
                configure(&workspace, &mut command, &format!("[default]\n{role}\n[profile keys]\n{keys}\n"));
                command.env("AWS_ENDPOINT_URL", server.endpoint());
            }
        }
        let said = gave_up(&process::run(command, LIMIT));
        assert!(said.contains("sts:GetCallerIdentity"), "{said}");
        if matches!(source, Source::Process) {
            let process = fs::read_to_string(process).expect("the program was started");
            assert!(is_gone(process.trim()), "the program that was to print credentials goes on");
        }
    });
}

/// A workspace for an account of the learner's own, at the server.
fn real_settings(server: &Hostile) -> String {
    let endpoint = server.endpoint();
    format!("domain = \"example.com\"\nregion = \"us-east-1\"\naccount = \"{ACCOUNT}\"\nendpoint = \"{endpoint}\"\n")
}

fn configure(workspace: &Workspace, command: &mut Command, text: &str) {
    let path = workspace.home().join("aws-config");
    fs::write(&path, text).expect("a writable temporary folder");
    command.env("AWS_CONFIG_FILE", path);
}

/// Whether the process has ended, or does so soon.
pub fn is_gone(process: &str) -> bool {
    (0..500).any(|_| {
        let state = fs::read_to_string(format!("/proc/{process}/stat")).unwrap_or_default();
        let ended = state.is_empty() || state.contains(") Z ");
        if !ended {
            thread::sleep(Duration::from_millis(10));
        }
        ended
    })
}
