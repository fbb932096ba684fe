//! The right account, partition and endpoint, as a learner meets them: nothing is read elsewhere than the settings say.

use std::fs;
use std::time::Duration;

use crate::harness::catalog::{self, Exercise};
use crate::harness::emulator::Emulator;
use crate::harness::process::{self, Output};
use crate::harness::script;
use crate::harness::workspace::Workspace;

/// Nothing listens there; nothing may try to.
const ELSEWHERE: &str = "http://127.0.0.1:9";
const REAL: &str = "domain = \"example.com\"\nregion = \"us-east-1\"\naccount = \"123456789012\"\n";

fn offline(settings: &str) -> Workspace {
    let workspace = Workspace::at("http://127.0.0.1:1", "123456789012");
    workspace.write("msl-learn.toml", settings.as_bytes());
    workspace
}

fn run(workspace: &Workspace, arguments: &[&str], environment: &[(&str, &str)]) -> Output {
    let mut command = workspace.command(arguments);
    command.env("AWS_EC2_METADATA_DISABLED", "true").envs(environment.iter().copied());
    process::run(command, Duration::from_secs(60))
}

/// The learner's own AWS configuration.
fn configure(workspace: &Workspace, text: &str) {
    let folder = workspace.home().join(".aws");
    fs::create_dir_all(&folder).expect("a folder in the home");
    fs::write(folder.join("config"), text).expect("a file in the home");
}

/// What was said, in one line: where lines break depends on the length of what is named.
fn words(output: &Output) -> String {
    output.stderr.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn first() -> &'static Exercise {
    catalog::all().first().expect("an exercise")
}

#[test]
fn another_partition_is_refused_naming_both() {
    let emulator = Emulator::ministack();
    let workspace = Workspace::of(&emulator);
    let settings = fs::read_to_string(workspace.path().join("msl-learn.toml")).expect("settings");
    workspace.write("msl-learn.toml", format!("partition = \"aws-cn\"\n{settings}").as_bytes());
    let output = workspace.run(&["check"]);
    assert_eq!(output.code, 2, "{output:#?}");
    let said = words(&output);
    assert!(
        said.contains("account 000000000000 (aws), but this workspace is about account 000000000000 (aws-cn)"),
        "{said}"
    );
}

/// One endpoint that differs is enough to mix two worlds, wherever it is set and whatever service it is for.
#[test]
fn an_endpoint_that_the_settings_do_not_name_is_refused() {
    let variables =
        ["AWS_ENDPOINT_URL", "AWS_ENDPOINT_URL_S3", "AWS_ENDPOINT_URL_ROUTE_53", "AWS_ENDPOINT_URL_SSO_OIDC"];
    for variable in variables {
        let output = run(&offline(REAL), &["check"], &[(variable, ELSEWHERE)]);
        assert!(output.code == 2 && output.stderr.contains(variable), "{variable}: {output:#?}");
    }
    for profile in [
        format!("[default]\nendpoint_url = {ELSEWHERE}\n"),
        format!("[default]\nservices = local\n[services local]\ncloudfront =\n  endpoint_url = {ELSEWHERE}\n"),
    ] {
        let workspace = offline(REAL);
        configure(&workspace, &profile);
        let output = run(&workspace, &["check"], &[]);
        assert!(output.code == 2 && output.stderr.contains(ELSEWHERE), "{profile}: {output:#?}");
        let ignored = run(&workspace, &["check"], &[("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "true")]);
        assert_eq!(ignored.code, 3, "{profile}: {ignored:#?}");
        assert!(ignored.stdout.contains("no credentials were found"), "{ignored:#?}");
    }
}

#[test]
fn of_several_endpoints_each_must_be_the_one_that_the_settings_name() {
    let workspace = offline(&format!("{REAL}endpoint = \"{ELSEWHERE}\"\n"));
    let named = ("AWS_ENDPOINT_URL", "http://127.0.0.1:9/");
    let output = run(&workspace, &["check"], &[named]);
    assert_eq!(output.code, 3, "{output:#?}");
    let output = run(&workspace, &["check"], &[named, ("AWS_ENDPOINT_URL_S3", "http://127.0.0.1:8")]);
    assert!(output.code == 2 && output.stderr.contains("AWS_ENDPOINT_URL_S3"), "{output:#?}");
}

#[test]
fn init_refuses_an_endpoint_that_it_was_not_given_and_writes_nothing() {
    let workspace = offline(REAL);
    let init = ["init", "new", "--yes", "--domain", "example.com"];
    let output = run(&workspace, &init, &[("AWS_ENDPOINT_URL", ELSEWHERE)]);
    assert!(output.code == 2 && words(&output).contains("with --endpoint-url"), "{output:#?}");
    for wrong in ["127.0.0.1:4566", "http://me:secret@localhost"] {
        let output = run(&workspace, &[&init[..], &["--endpoint-url", wrong]].concat(), &[]);
        assert!(output.code == 2 && words(&output).contains("--endpoint-url is"), "{output:#?}");
    }
    assert!(!workspace.path().join("new").exists());
}

#[test]
fn init_pins_the_account_behind_the_endpoint_and_warns_of_root() {
    let emulator = Emulator::ministack();
    let workspace = Workspace::of(&emulator);
    let keys = [("AWS_ACCESS_KEY_ID", "test"), ("AWS_SECRET_ACCESS_KEY", "test")];
    let init = ["init", "new", "--yes", "--domain", "example.com", "--endpoint-url", emulator.endpoint()];
    let output = run(&workspace, &init, &keys);
    assert!(output.code == 0 && words(&output).contains("this is the root user"), "{output:#?}");
    let settings = fs::read_to_string(workspace.path().join("new/msl-learn.toml")).expect("settings");
    assert!(settings.contains("account = \"000000000000\"") && settings.contains(emulator.endpoint()), "{settings}");
    let output = run(&workspace, &["-C", "new", "check", "4.2"], &keys);
    let said = words(&output);
    assert!(
        said.contains("these are the root user's credentials") && said.contains("is used instead of AWS"),
        "{said}"
    );
}

/// Practice never meets the learner's AWS settings, good or bad.
#[test]
fn a_practice_account_ignores_the_environment_and_the_profiles() {
    let emulator = Emulator::ministack();
    let workspace = Workspace::of(&emulator);
    assert_eq!(script::solve(&workspace, first()).code, 0);
    configure(&workspace, &format!("[default\nendpoint_url = {ELSEWHERE}\nregion = nowhere\n"));
    let strange = [
        ("AWS_ENDPOINT_URL", ELSEWHERE),
        ("AWS_ENDPOINT_URL_IAM", ELSEWHERE),
        ("AWS_PROFILE", "nobody"),
        ("AWS_ACCESS_KEY_ID", "AKIANOBODY"),
        ("AWS_SECRET_ACCESS_KEY", "nothing"),
        ("AWS_SESSION_TOKEN", "nothing"),
        ("AWS_REGION", "nowhere"),
        ("AWS_USE_FIPS_ENDPOINT", "true"),
        ("AWS_USE_DUALSTACK_ENDPOINT", "true"),
        ("AWS_CA_BUNDLE", "/nowhere"),
        ("HTTP_PROXY", ELSEWHERE),
        ("http_proxy", ELSEWHERE),
        ("HTTPS_PROXY", ELSEWHERE),
        ("ALL_PROXY", ELSEWHERE),
    ];
    let output = run(&workspace, &["check", &first().id], &strange);
    assert_eq!(output.code, 0, "{output:#?}");
}
