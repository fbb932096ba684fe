//! The served `aws` must be the plain one in everything but the time it takes.

use std::path::Path;
use std::time::{Duration, Instant};

use crate::harness::aws;
use crate::harness::emulator::Emulator;
use crate::harness::process::{self, Output};
use crate::harness::script;
use crate::harness::workspace::Workspace;

/// Successes and failures of the emulator's and of the CLI's own, files, pipes, a folder, an environment, and exit codes.
const SCRIPT: &str = r#"
say() { "$@" || echo "ended with $?"; }
printf '{"Bucket": "one"}' >input.json
say aws s3api create-bucket --cli-input-json file://input.json --output text
say aws s3api list-buckets --query 'Buckets[].{bucket: Name}' --output table
say aws s3api get-bucket-policy --bucket one
say aws s3api get-bucket-polices --bucket one
say aws s3api list-buckets --query '['
say aws iam create-user --user-name file://missing
mkdir -p folder && cd folder
echo "from a pipe" | say aws s3 cp - s3://one/a/pipe
aws s3 cp s3://one/a/pipe - | cat
say aws s3 sync s3://one/a . --no-progress
cat pipe
AWS_DEFAULT_OUTPUT=text say aws iam create-user --user-name ada --query 'User.[UserName, Arn]'
AWS_ENDPOINT_URL=http://127.0.0.1:1 AWS_MAX_ATTEMPTS=1 say aws sts get-caller-identity
env -u AWS_ACCESS_KEY_ID -u AWS_SECRET_ACCESS_KEY aws sts get-caller-identity || echo "ended with $?"
aws iam list-users >/dev/full || echo "ended with $?"
"#;

#[test]
fn the_served_cli_is_the_plain_one() {
    let emulator = Emulator::ministack();
    let plain = run(&emulator, &aws::plain());
    emulator.reset();
    let served = run(&emulator, aws::served());
    assert_eq!((served.code, plain.code), (0, 0), "{served:#?}\n{plain:#?}");
    assert_eq!(served.stdout, plain.stdout);
    assert_eq!(served.stderr, plain.stderr);
}

fn run(emulator: &Emulator, folder: &Path) -> Output {
    let workspace = Workspace::of(emulator);
    let mut bash = script::bash(&workspace, folder);
    bash.args(["-c", SCRIPT]);
    let start = Instant::now();
    let output = process::run(bash, Duration::from_secs(120));
    eprintln!("{}: 15 calls in {:.1?}", folder.display(), start.elapsed());
    output
}

/// A script that is killed takes its commands with it.
#[test]
fn a_served_command_ends_with_its_client() {
    let emulator = Emulator::ministack();
    let workspace = Workspace::of(&emulator);
    let mut bash = script::bash(&workspace, aws::served());
    // Were the command still running, it would hold the pipe to `cat` open, and `cat` would wait for it.
    let killed = "timeout -s KILL 2 aws s3 cp - s3://nowhere/x <endless || echo $?";
    bash.arg("-c").arg(format!("mkfifo endless && exec 3<>endless && {{ {killed}; }} | cat"));
    let output = process::run(bash, Duration::from_secs(20));
    assert_eq!(output.stdout, "137\n", "{output:?}");
}
