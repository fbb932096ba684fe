//! The diagnosis of healthy and of broken surroundings, whole.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::process::Command;
use std::time::Duration;

use crate::harness::emulator::Emulator;
use crate::harness::process;
use crate::harness::proxy::{Action, Proxy};
use crate::harness::workspace::{Workspace, search_path};
use crate::screens::screen;

const LIMIT: Duration = Duration::from_secs(60);
const NOWHERE: &str = "http://127.0.0.1:1";
/// What the `aws` on the path says.
const CLI: &str = "#!/bin/sh\necho 'aws-cli/2.32.1 Python/3.13.7 Linux'\n";

/// The program with an `aws` that is always the same, nothing installed, and no EC2 machine around it.
fn doctor(workspace: &Workspace, arguments: &[&str]) -> Command {
    let programs = workspace.home().join("bin");
    fs::create_dir_all(&programs).unwrap();
    fs::write(programs.join("aws"), CLI).unwrap();
    fs::set_permissions(programs.join("aws"), fs::Permissions::from_mode(0o755)).unwrap();
    let mut command = workspace.command(&[&["doctor"], arguments].concat());
    command.env("PATH", format!("{}:{}", programs.display(), search_path()));
    command.env("MSL_LEARN_DATA_DIR", "/nowhere").env("AWS_EC2_METADATA_DISABLED", "true");
    command
}

fn diagnosed(workspace: &Workspace, command: Command) -> String {
    screen(workspace, &process::run(command, LIMIT))
}

macro_rules! snapshot {
    ($page:expr) => {
        insta::with_settings!({filters => vec![
            (r"msl-learn \d+\.\d+\.\d+ on \w+, \w+", "msl-learn VERSION on SYSTEM"),
            (r"python3(\.\d+)? \(is 3\.\d+\)", "PYTHON"),
            (r"v\d+\.\d+\.\d+, on the path", "NODE"),
            (r"\d+ of \d+ exercises", "N of N exercises"),
            (r"\d+ s (ahead of|behind)", "N s $1"),
        ]}, { insta::assert_snapshot!($page) });
    };
}

/// A workspace for a real account that `endpoint` stands for.
fn real(endpoint: &str, account: &str) -> Workspace {
    let workspace = Workspace::at(endpoint, account);
    let settings = format!(
        "domain = \"example.com\"\nregion = \"us-east-1\"\naccount = \"{account}\"\nendpoint = \"{endpoint}\"\n"
    );
    workspace.write("msl-learn.toml", settings.as_bytes());
    workspace
}

fn with_keys(mut command: Command) -> Command {
    command.env("AWS_ACCESS_KEY_ID", "AKIAIOSFODNN7EXAMPLE").env("AWS_SECRET_ACCESS_KEY", "secret-of-mine");
    command
}

#[test]
fn all_is_well() {
    let emulator = Emulator::ministack();
    let workspace = Workspace::of(&emulator);
    let output = process::run(doctor(&workspace, &[]), LIMIT);
    assert_eq!(output.code, 0, "{output:#?}");
    snapshot!(screen(&workspace, &output));
}

#[test]
fn for_scripts() {
    let workspace = Workspace::at(NOWHERE, "000000000000");
    let output = process::run(doctor(&workspace, &["--format", "json"]), LIMIT);
    let document: serde_json::Value = serde_json::from_str(&output.stdout).expect("JSON");
    assert_eq!((document["schema"].as_u64(), output.code), (Some(2), 3));
    let states = ["ok", "warning", "problem", "not_checked"];
    for observation in document["observations"].as_array().expect("an array") {
        let keys: Vec<_> = observation.as_object().expect("an object").keys().map(String::as_str).collect();
        assert_eq!(keys, ["fix", "found", "state", "topic"], "{observation}");
        assert!(states.contains(&observation["state"].as_str().expect("a state")), "{observation}");
    }
}

#[test]
fn nothing_answers() {
    let workspace = Workspace::at(NOWHERE, "000000000000");
    snapshot!(diagnosed(&workspace, doctor(&workspace, &[])));
}

#[test]
fn there_is_no_workspace() {
    let workspace = Workspace::at(NOWHERE, "000000000000");
    let mut command = doctor(&workspace, &[]);
    command.current_dir(workspace.home());
    snapshot!(diagnosed(&workspace, command));
}

#[test]
fn there_are_no_credentials() {
    let workspace = real(NOWHERE, "123456789012");
    let mut command = doctor(&workspace, &[]);
    command.env("AWS_DEFAULT_REGION", "eu-west-1").env("HTTP_PROXY", "http://ann:secret@127.0.0.1:1");
    let page = diagnosed(&workspace, command);
    assert!(!page.contains("secret"), "{page}");
    snapshot!(page);
}

/// The caller's clock is wrong: the answers' dates are of another day.
#[test]
fn the_clock_is_wrong() {
    let emulator = Emulator::moto();
    let proxy = Proxy::hooked(&emulator, |request| {
        if !request.operation().contains("GetCallerIdentity") {
            return Action::Pass;
        }
        let identity = "<GetCallerIdentityResponse><GetCallerIdentityResult>\
            <Arn>arn:aws:iam::123456789012:user/ann</Arn><Account>123456789012</Account>\
            </GetCallerIdentityResult></GetCallerIdentityResponse>";
        let headers = vec![("date".into(), "Fri, 02 Jan 2026 00:00:00 GMT".into())];
        Action::Answer { status: 200, headers, body: identity.into() }
    });
    let workspace = real(&proxy.endpoint(), "123456789012");
    let output = process::run(with_keys(doctor(&workspace, &[])), LIMIT);
    assert_eq!(output.code, 3, "{output:#?}");
    let page = screen(&workspace, &output);
    assert!(!page.contains("secret") && !page.contains("AKIA"), "{page}");
    snapshot!(page);
}

/// A denied call is an answer; of another account the page says only that it is another one.
#[test]
fn another_account_that_refuses() {
    let emulator = Emulator::moto();
    let proxy = Proxy::hooked(&emulator, |request| match request.operation() {
        operation if operation.contains("GetCallerIdentity") => Action::Pass,
        _ => {
            let body = "<ErrorResponse><Error><Code>AccessDenied</Code><Message>no</Message></Error></ErrorResponse>";
            Action::Answer { status: 403, headers: Vec::new(), body: body.into() }
        }
    });
    let workspace = real(&proxy.endpoint(), "111111111111");
    let page = diagnosed(&workspace, with_keys(doctor(&workspace, &[])));
    assert!(page.contains("you are signed in to account 123456789012"), "{page}");
    assert!(page.contains("S3: answers, but denies this caller"), "{page}");
}

#[test]
fn invalid_settings_and_progress() {
    let workspace = Workspace::at(NOWHERE, "000000000000");
    workspace.write(".msl-learn/progress.toml", b"schema = 99\n");
    let damaged = diagnosed(&workspace, doctor(&workspace, &[]));
    assert!(damaged.contains("schema 99"), "{damaged}");
    workspace.write("msl-learn.toml", b"domain = \"example.com\"\nregion = \"Virginia\"\naccount = \"000000000000\"\n");
    let wrong = diagnosed(&workspace, doctor(&workspace, &[]));
    assert!(wrong.contains("problem     settings: WORKSPACE/msl-learn.toml: region is"), "{wrong}");
}

#[test]
fn a_practice_account_that_does_not_run() {
    let workspace = Workspace::at(NOWHERE, "000000000000");
    workspace.write(
        "msl-learn.toml",
        b"domain = \"example.com\"\nregion = \"us-east-1\"\naccount = \"000000000000\"\npractice = true\n",
    );
    snapshot!(diagnosed(&workspace, doctor(&workspace, &[])));
}
