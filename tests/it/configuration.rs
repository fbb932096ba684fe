//! The learner's AWS configuration: the program signs in as `aws --profile` does, or names what is in the way.

use std::fs;
use std::time::Duration;

use crate::harness::emulator::Emulator;
use crate::harness::process::{self, Output};
use crate::harness::workspace::Workspace;

const NOWHERE: &str = "http://127.0.0.1:1";
const PROFILES: &str = "[default]\nregion = us-east-1\n[profile course]\nregion = us-east-1\naws_access_key_id = \
                        111111111111\naws_secret_access_key = test\n";
const OTHER_KEYS: [(&str, &str); 2] = [("AWS_ACCESS_KEY_ID", "222222222222"), ("AWS_SECRET_ACCESS_KEY", "test")];

/// A workspace for the account 111111111111 at `endpoint`, with this line in its settings and this AWS configuration.
fn workspace(endpoint: &str, line: &str, config: &[u8]) -> Workspace {
    let workspace = Workspace::at(endpoint, "111111111111");
    let settings = format!(
        "domain = \"example.com\"\nregion = \"us-east-1\"\naccount = \"111111111111\"\nendpoint = \"{endpoint}\"\n{line}\n"
    );
    workspace.write("msl-learn.toml", settings.as_bytes());
    fs::create_dir_all(workspace.home().join(".aws")).expect("a folder in the home");
    fs::write(workspace.home().join(".aws/config"), config).expect("a file in the home");
    workspace
}

fn run(workspace: &Workspace, arguments: &[&str], environment: &[(&str, &str)]) -> Output {
    let mut command = workspace.command(arguments);
    command.env("AWS_EC2_METADATA_DISABLED", "true").envs(environment.iter().copied());
    process::run(command, Duration::from_secs(60))
}

/// What was said, in one line: where lines break depends on the length of what is named.
fn words(output: &Output) -> String {
    format!("{}{}", output.stdout, output.stderr).split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn a_named_profile_signs_in_whatever_keys_the_environment_holds() {
    let emulator = Emulator::ministack();
    let named = workspace(emulator.endpoint(), "profile = \"course\"", PROFILES.as_bytes());
    let output = run(&named, &["check", "5.3"], &OTHER_KEYS);
    assert!(output.code == 1 && output.stdout.contains("5.3"), "{output:#?}");
    let init = ["init", "new", "--yes", "--domain", "example.com", "--profile", "course", "--endpoint-url"];
    let output = run(&named, &[&init[..], &[emulator.endpoint()]].concat(), &OTHER_KEYS);
    assert!(output.code == 0 && words(&output).contains("in account 111111111111"), "{output:#?}");
}

#[test]
fn keys_that_outweigh_the_profile_of_the_environment_are_named() {
    let emulator = Emulator::ministack();
    let unnamed = workspace(emulator.endpoint(), "", PROFILES.as_bytes());
    let both = [OTHER_KEYS[0], OTHER_KEYS[1], ("AWS_PROFILE", "course")];
    let output = run(&unnamed, &["check", "5.3"], &both);
    let said = words(&output);
    assert!(output.code == 2 && said.contains("AWS_ACCESS_KEY_ID of this terminal decides"), "{output:#?}");
    let output = run(&unnamed, &["check", "5.3"], &[("AWS_PROFILE", "course")]);
    assert_eq!(output.code, 1, "{output:#?}");
}

/// Each: the line in the settings, the configuration, the environment, and what must be said.
type Case = (&'static str, &'static [u8], &'static [(&'static str, &'static str)], &'static [&'static str]);

const REFUSED: &[Case] = &[
    (
        "profile = \"cuorse\"",
        PROFILES.as_bytes(),
        &[],
        &["no AWS profile named cuorse", "These exist: course, default.", "Correct `profile` in msl-learn.toml"],
    ),
    ("", PROFILES.as_bytes(), &[("AWS_PROFILE", "nosuch")], &["no AWS profile named nosuch", "Correct AWS_PROFILE."]),
    (
        "",
        PROFILES.as_bytes(),
        &[("AWS_DEFAULT_PROFILE", "nosuch"), ("AWS_PROFILE", "course")],
        &["no AWS profile named nosuch", "Correct AWS_DEFAULT_PROFILE."],
    ),
    ("profile = \"course\"", b"", &[], &["no AWS profile named course", "No profile exists yet"]),
    (
        "profile = \"course\"",
        b"[course]\nregion = us-east-1\n",
        &[],
        &["~/.aws/config has [course]: write [profile course]"],
    ),
    (
        "profile = \"my course\"",
        b"[profile \"my course\"]\nregion = us-east-1\n",
        &[],
        &["takes only letters, digits and _-/.%@:+ in the name of a profile: rename it"],
    ),
    (
        "profile = \"course\"",
        b"\xef\xbb\xbf[profile course]\nregion = us-east-1\n",
        &[],
        &["~/.aws/config begins with a byte order mark", "without a byte order mark"],
    ),
    ("", b"\xff\xfe[\0", &[], &["~/.aws/config is text in UTF-16"]),
    (
        "profile = \"course\"",
        b"[profile course]\nrole_arn = arn:aws:iam::111111111111:role/r\nsource_profile = default\nmfa_serial = \
          arn:aws:iam::111111111111:mfa/me\n",
        &[],
        &["only the aws CLI can ask for", "export-credentials --profile course"],
    ),
    (
        "",
        PROFILES.as_bytes(),
        &[("AWS_CA_BUNDLE", "/nowhere.pem")],
        &["AWS_CA_BUNDLE names /nowhere.pem", "No such file"],
    ),
    ("", b"[default]\nca_bundle = /etc/hostname\n", &[], &["ca_bundle in the profile names /etc/hostname"]),
];

#[test]
fn what_is_in_the_way_of_signing_in_is_named_with_its_fix() {
    for (line, config, environment, wanted) in REFUSED {
        let output = run(&workspace(NOWHERE, line, config), &["check", "5.3"], environment);
        assert_eq!(output.code, 2, "{output:#?}");
        let said = words(&output);
        wanted.iter().for_each(|words| assert!(said.contains(words), "`{words}` in: {said}"));
    }
}

#[test]
fn the_older_form_of_identity_center_asks_to_sign_in() {
    let sso =
        b"[default]\nsso_start_url = https://example.awsapps.com/start\nsso_region = us-east-1\nsso_account_id = \
                111111111111\nsso_role_name = Admin\nregion = us-east-1\n";
    let output = run(&workspace(NOWHERE, "", sso), &["check", "5.3"], &[]);
    assert!(output.code == 3 && words(&output).contains("`aws sso login`"), "{output:#?}");
}

#[test]
fn switches_of_aws_endpoints_do_not_keep_an_emulator_from_answering() {
    let emulator = Emulator::ministack();
    let workspace = workspace(emulator.endpoint(), "profile = \"course\"", PROFILES.as_bytes());
    for switch in ["AWS_USE_FIPS_ENDPOINT", "AWS_USE_DUALSTACK_ENDPOINT"] {
        let output = run(&workspace, &["check", "5.3"], &[(switch, "true")]);
        assert_eq!(output.code, 1, "{switch}: {output:#?}");
    }
}

#[test]
fn after_a_failed_sign_in_init_says_how_to_try_again_without_questions() {
    let workspace = workspace(NOWHERE, "", b"");
    let init = ["init", "new", "--yes", "--domain", "My-Domain.com", "--region", "eu-west-1"];
    let output = run(&workspace, &init, &[]);
    let said = words(&output);
    assert_eq!(output.code, 3, "{output:#?}");
    assert!(said.contains("Then: `msl-learn init --domain my-domain.com --region eu-west-1 new`"), "{said}");
    assert!(said.contains("Without an AWS account: `msl-learn practice`."), "{said}");
    let output = run(&workspace, &[&init[..], &["--profile", "nosuch"]].concat(), &[]);
    assert!(words(&output).contains("No profile exists yet: `aws configure` makes one. Or take --profile away."));
}
