//! No secret leaves the program: whatever it is signed in with and whatever goes wrong, none is in what it prints, at
//! its most verbose, nor in any file that it writes.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use crate::harness::aws;
use crate::harness::catalog;
use crate::harness::emulator::Emulator;
use crate::harness::process::{self, Output};
use crate::harness::proxy::{Action, Proxy};
use crate::harness::request::Request;
use crate::harness::script;
use crate::harness::workspace::Workspace;

const LIMIT: Duration = Duration::from_secs(120);
/// What each secret begins with.
const CANARY: &str = "CANARY";
const KEY: &str = "CANARYsecretKey0123456789/ABCDEFGHIJKLMN";
const TOKEN: &str = "CANARYsessionToken//////////0123456789abcdefghijklmnopqrstuvwxyz==";

/// Where the credentials come from; each in a home of its own.
#[derive(Clone, Copy, Debug)]
enum Source {
    Environment,
    Profile,
    Process,
    /// Prints what it has and fails.
    FailingProcess,
    /// Prints what it has in a form that nobody can read.
    BabblingProcess,
    /// The token of a sign-in in the browser; there is no server to take it.
    SignIn,
}

use Source::*;

const SOURCES: [Source; 6] = [Environment, Profile, Process, FailingProcess, BabblingProcess, SignIn];

const COMMANDS: &[&[&str]] = &[
    &["check", "4.3", "--stats"],
    &["check", "--all", "--format", "json"],
    &["next"],
    &["list"],
    &["history"],
    &["doctor"],
    &["policy"],
    &["init", "other", "--yes", "--domain", "example.com"],
];

/// What stands between the program and AWS.
fn proxies(emulator: &Emulator) -> Vec<(&'static str, Proxy)> {
    vec![
        ("nothing", Proxy::hooked(emulator, |_| Action::Pass)),
        ("refuses with an echo", Proxy::hooked(emulator, |request| echo(request, 403))),
        ("a page with an echo", Proxy::hooked(emulator, |request| echo(request, 200))),
        (
            "an echo for all but the identity",
            Proxy::hooked(emulator, |request| match identity(request) {
                true => Action::Pass,
                false => echo(request, 400),
            }),
        ),
        ("closes", Proxy::hooked(emulator, |_| Action::Close)),
    ]
}

fn identity(request: &Request) -> bool {
    request.call().contains("GetCallerIdentity")
}

/// An error that sends back all of the request, named and bare, and a signed address.
fn echo(request: &Request, status: u16) -> Action {
    let headers: String = request.head.headers.iter().map(|(name, value)| format!("{name}: {value} ")).collect();
    let token = request.head.header("x-amz-security-token").unwrap_or_default();
    let address = format!("https://s3.amazonaws.com/b?X-Amz-Security-Token={token}&amp;X-Amz-Signature={KEY}");
    let body = format!("<Error><Code>InvalidToken</Code><Message>{headers} {token} {address}</Message></Error>");
    Action::Answer { status, headers: Vec::new(), body: body.into_bytes() }
}

#[test]
fn no_secret_is_printed_or_written() {
    let emulator = Emulator::ministack();
    make_function(&emulator);
    let proxies = proxies(&emulator);
    std::thread::scope(|scope| {
        for source in SOURCES {
            let proxies = &proxies;
            scope.spawn(move || proxies.iter().for_each(|(name, proxy)| try_all(source, name, proxy)));
        }
    });
    let signed = |(_, proxy): &(&str, Proxy)| {
        proxy.requests().iter().any(|r| r.head.header("x-amz-security-token") == Some(TOKEN))
    };
    assert!(proxies.iter().all(signed), "the secrets were not used");
}

/// A function that has a secret among its variables, as many do.
fn make_function(emulator: &Emulator) {
    let workspace = Workspace::of(emulator);
    let exercise = catalog::all().iter().find(|exercise| exercise.id == "5.10").expect("the function's exercise");
    assert_eq!(script::solve(&workspace, exercise).code, 0);
    let variables = format!("Variables={{PASSWORD={TOKEN},DATA_BUCKET={TOKEN}}}");
    let update = "aws lambda update-function-configuration --function-name get-chapters --environment \"$0\"";
    let mut bash = script::bash(&workspace, aws::served());
    bash.args(["-c", update, &variables]);
    assert_eq!(process::run(bash, LIMIT).code, 0);
}

fn try_all(source: Source, name: &str, proxy: &Proxy) {
    let workspace = Workspace::at(&proxy.endpoint(), "000000000000");
    settle(&workspace, source);
    let ours = files(workspace.home());
    for arguments in COMMANDS {
        let output = run(&workspace, arguments, source);
        for printed in [&output.stdout, &output.stderr] {
            assert!(!told(printed), "{source:?}, {name}, {arguments:?}: {output:#?}");
        }
    }
    for path in files(workspace.home()).into_iter().filter(|path| !ours.contains(path)) {
        let written = String::from_utf8_lossy(&fs::read(&path).unwrap_or_default()).into_owned();
        assert!(!told(&written), "{source:?}, {name}: {} holds\n{written}", path.display());
    }
}

/// A screen breaks long words over lines.
fn told(text: &str) -> bool {
    text.split_whitespace().collect::<String>().contains(CANARY)
}

fn run(workspace: &Workspace, arguments: &[&str], source: Source) -> Output {
    let mut command = workspace.command(arguments);
    command.env("AWS_EC2_METADATA_DISABLED", "true").env("RUST_LOG", "trace").env("RUST_BACKTRACE", "1");
    command.env("GITHUB_TOKEN", TOKEN).env("AWS_PROFILE", "canary");
    sign_in(&mut command, source);
    process::run(command, LIMIT)
}

fn sign_in(command: &mut Command, source: Source) {
    if matches!(source, Environment) {
        command.env_remove("AWS_PROFILE").env("AWS_ACCESS_KEY_ID", "AKIAIOSFODNN7EXAMPLE");
        command.env("AWS_SECRET_ACCESS_KEY", KEY).env("AWS_SESSION_TOKEN", TOKEN);
    }
}

/// A workspace of a real account, and the AWS configuration of its owner.
fn settle(workspace: &Workspace, source: Source) {
    let endpoint = workspace.endpoint();
    let settings = "domain = \"example.com\"\nregion = \"us-east-1\"\naccount = \"000000000000\"\n";
    workspace.write("msl-learn.toml", format!("{settings}endpoint = \"{endpoint}\"\n").as_bytes());
    let aws = workspace.home().join(".aws");
    fs::create_dir_all(aws.join("sso/cache")).expect("a folder");
    let write = |name: &str, text: &str| fs::write(aws.join(name), text).expect("a file");
    let keys = format!("AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = {KEY}\naws_session_token = {TOKEN}\n");
    let json = format!(
        r#"{{"Version": 1, "AccessKeyId": "AKIAIOSFODNN7EXAMPLE", "SecretAccessKey": "{KEY}", "SessionToken": "{TOKEN}"}}"#
    );
    let process = aws.join("give.sh");
    let script = match source {
        FailingProcess => format!("echo '{json}' >&2; echo '{json}'; exit 3"),
        BabblingProcess => format!("echo 'here you are: {json}'"),
        _ => format!("echo '{json}'"),
    };
    write("give.sh", &format!("#!/bin/sh\n{script}\n"));
    fs::set_permissions(&process, fs::Permissions::from_mode(0o755)).expect("a file of ours");
    match source {
        Environment => {}
        Profile => write("credentials", &format!("[canary]\naws_access_key_id = {keys}")),
        SignIn => {
            write(
                "config",
                "[profile canary]\nsso_start_url = https://example.com/start\nsso_region = us-east-1\n\
                sso_account_id = 000000000000\nsso_role_name = learner\n",
            );
            // Named after the address: the SHA-1 of https://example.com/start.
            let token =
                format!(r#"{{"accessToken": "{TOKEN}", "expiresAt": "2099-01-01T00:00:00Z", "region": "us-east-1"}}"#);
            write(&format!("sso/cache/{START_URL_SHA1}.json"), &token);
        }
        _ => write("config", &format!("[profile canary]\ncredential_process = {}\n", process.display())),
    }
}

const START_URL_SHA1: &str = "b343494cf15ba6b81449840ea93161cf3b27e5e3";

/// Every file below a folder.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
    entries.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}
