//! Emulators must be empty when a test gets one, and gone when it ends, however it ends.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::harness::aws;
use crate::harness::emulator::Emulator;
use crate::harness::process;
use crate::harness::script;
use crate::harness::workspace::Workspace;

#[test]
fn a_reset_empties_the_account() {
    for emulator in [Emulator::ministack(), Emulator::moto()] {
        let account = format!("{}\n", emulator.account());
        assert_eq!(aws(&emulator, "sts get-caller-identity --query Account"), account);
        aws(&emulator, "s3 mb s3://bucket");
        assert_eq!(aws(&emulator, "s3api list-buckets --query Buckets[].Name"), "bucket\n");
        emulator.reset();
        assert_eq!(aws(&emulator, "s3api list-buckets --query Buckets[].Name").trim(), "", "{}", emulator.kind());
    }
}

fn aws(emulator: &Emulator, arguments: &str) -> String {
    let mut bash = script::bash(&Workspace::of(emulator), aws::served());
    bash.arg("-c").arg(format!("aws {arguments} --output text")).current_dir("/");
    let output = process::run(bash, Duration::from_secs(60));
    assert_eq!(output.code, 0, "{output:#?}");
    output.stdout
}

#[test]
fn an_emulator_ends_when_it_is_dropped() {
    for emulator in [Emulator::ministack(), Emulator::moto()] {
        let endpoint = emulator.endpoint().to_owned();
        assert!(listens(&endpoint));
        drop(emulator);
        assert_ends(&endpoint);
    }
}

#[test]
fn an_emulator_ends_when_its_test_is_killed() {
    let mut test = Command::new(std::env::current_exe().expect("this program"));
    test.args(["--exact", "harness::emulator_tests::hold_an_emulator", "--ignored", "--nocapture"]);
    let mut test = test.stdout(Stdio::piped()).spawn().expect("this program a second time");
    let lines = BufReader::new(test.stdout.take().expect("a piped stream")).lines();
    let endpoint = lines.map(|line| line.expect("text")).find(|line| line.starts_with("http://"));
    let endpoint = endpoint.expect("an emulator's endpoint");
    assert!(listens(&endpoint));
    test.kill().expect("a child of this process");
    test.wait().expect("a child of this process");
    assert_ends(&endpoint);
}

#[test]
#[ignore = "no test, but what the test above starts and kills"]
fn hold_an_emulator() {
    let emulator = Emulator::ministack();
    println!("\n{}", emulator.endpoint());
    thread::sleep(Duration::from_secs(600));
}

fn assert_ends(endpoint: &str) {
    let deadline = Instant::now() + Duration::from_secs(60);
    while listens(endpoint) {
        assert!(Instant::now() < deadline, "{endpoint} is still there");
        thread::sleep(Duration::from_millis(10));
    }
}

fn listens(endpoint: &str) -> bool {
    std::net::TcpStream::connect(endpoint.trim_start_matches("http://")).is_ok()
}
