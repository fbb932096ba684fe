//! A class past one machine: what `class cloud` writes is deployed in MiniStack, and its worker sees what a local round sees.

use std::fs::{self, File};
use std::io::Write as _;
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use serde_json::Value;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::class::{Class, deploy};
use crate::harness::aws;
use crate::harness::emulator::Emulator;
use crate::harness::process;
use crate::harness::script;
use crate::harness::workspace::Workspace;

const ACCOUNTS: [&str; 3] = ["210987654321", "310987654321", "410987654321"];
const LIMIT: Duration = Duration::from_secs(60);

/// Three learners with roles of their own, one of them with another's external id.
#[test]
fn the_worker_sees_what_a_local_round_sees() {
    let emulator = Emulator::ministack();
    let workspace = Workspace::real(&emulator, ["test".into(), "test".into()]);
    let own = ["--accounts", "own", "--chapter", "4", "--instructor-account", emulator.account()];
    let class = Class::of(&workspace, "Jane Doe\nJohn Roe\nAnn Lee\nBo Orr\n", &own);
    class.works_in(&emulator, &ACCOUNTS);
    for (at, role_of) in [(0, 0), (1, 1), (2, 0)] {
        deploy(&workspace, &class.role(role_of), ACCOUNTS[at]);
    }
    let mut bucket = script::bash(&workspace, aws::served());
    bucket.env("AWS_ACCESS_KEY_ID", ACCOUNTS[1]).args(["-c", "aws s3 mb s3://example.com"]);
    assert_eq!(process::run(bucket, LIMIT).code, 0);
    assert_eq!(class.run(&["check"]).code, 3);
    let local = class.results();

    // Packing and unpacking the whole program would take longer than the rest: here is one in name only, and then a line.
    let program = [&b"\x7fELF\x02\x01"[..], &[0; 12], &[62, 0]].concat();
    fs::write(class.folder.join("program"), program).expect("a file");
    let written = class.run(&["cloud", "--program", "program"]);
    assert_eq!(written.code, 0, "{written:#?}");
    let steps: Vec<String> = written.stdout.split("\n\n").skip(1).map(commands).collect();
    assert_eq!(steps.len(), 6, "{written:#?}");
    write_worker(&class.folder.join("cloud/worker.zip"));
    for step in &steps[..4] {
        assert_done(&workspace, step);
        // The CLI names change sets by the second, and the stack is deployed twice.
        thread::sleep(Duration::from_secs(1));
    }
    let status = steps[4].lines().next().expect("a command");
    let begun = Instant::now();
    while assert_done(&workspace, status).contains("RUNNING") {
        assert!(begun.elapsed() < LIMIT, "it does not end");
        thread::sleep(Duration::from_millis(300));
    }
    assert!(assert_done(&workspace, status).contains("SUCCEEDED"));

    let address = steps[4].split_whitespace().last().expect("an address");
    let stuck = class.run(&["stuck", "--results", address]);
    assert!(stuck.code == 0 && stuck.stderr.contains("3 new results"), "{stuck:#?}");
    let cloud: Vec<Value> = class.results().split_off(local.len());
    assert_eq!(seen(&cloud), seen(&local));
    assert_eq!(cloud.iter().filter(|line| line["trouble"].is_null()).count(), 2, "{cloud:?}");
    class.done(&["grades", "--results", address]);
    assert_eq!(class.results().len(), 2 * local.len(), "each counts once");

    assert_done(&workspace, &steps[5]);
    assert!(assert_done(&workspace, "aws s3 ls").trim().is_empty());
}

/// What of the lines does not depend on when they were written.
fn seen(lines: &[Value]) -> Vec<(String, Value, Value)> {
    let mut seen: Vec<_> = lines
        .iter()
        .map(|line| (line["learner"].to_string(), line["trouble"].clone(), line["exercises"].clone()))
        .collect();
    seen.sort_by(|one, other| one.0.cmp(&other.0));
    seen
}

/// A step without its heading.
fn commands(step: &str) -> String {
    step.trim().split_once(":\n").expect("a heading").1.to_owned()
}

/// A zip whose bootstrap starts the tests' own program.
fn write_worker(file: &Path) {
    let mut zip = ZipWriter::new(File::create(file).expect("a file"));
    zip.start_file("bootstrap", SimpleFileOptions::default().unix_permissions(0o755)).expect("an entry");
    write!(zip, "#!/bin/sh\nexec {}\n", env!("CARGO_BIN_EXE_msl-learn")).expect("written");
    zip.finish().expect("a zip");
    assert!(fs::metadata(file).expect("a file").len() < 1000);
}

/// Runs commands as the instructor, in the folder of the class.
fn assert_done(workspace: &Workspace, commands: &str) -> String {
    let mut bash = script::bash(workspace, aws::served());
    bash.arg("-c").arg(commands);
    let output = process::run(bash, LIMIT);
    assert_eq!(output.code, 0, "{commands}: {output:#?}");
    output.stdout
}
