//! What a newcomer reads when the practice account cannot be installed or started: what is wrong, and what to do.

use std::net::TcpListener;
use std::process::Command;
use std::time::Duration;

use crate::harness::process::{self, Output};
use crate::harness::workspace::Workspace;

/// `practice start` in a new practice workspace, with the trouble that `change` makes.
fn start(change: impl FnOnce(&mut Command, &Workspace)) -> Output {
    let workspace = Workspace::at("http://127.0.0.1:1", "000000000000");
    let mut command = workspace.command(&["practice", "class"]);
    change(&mut command, &workspace);
    let output = process::run(command, Duration::from_secs(60));
    assert_eq!(output.code, 3, "{output:#?}");
    output
}

/// The message and the hint must both be there, in this order.
fn says(output: &Output, message: &str, hint: &str) {
    let text = output.stderr.split_whitespace().collect::<Vec<_>>().join(" ");
    let (before, after) = text.split_once("hint:").unwrap_or_else(|| panic!("no hint: {text}"));
    assert!(before.contains("error:") && before.contains(message) && after.contains(hint), "{text}");
}

#[test]
fn without_python() {
    let output = start(|command, workspace| {
        command.env("PATH", "/nonexistent").env("MSL_LEARN_DATA_DIR", workspace.home().join("data"));
    });
    says(&output, "Python", "Install");
}

#[test]
fn without_network_at_the_first_installation() {
    let output = start(|command, workspace| {
        command.env("MSL_LEARN_DATA_DIR", workspace.home().join("data"));
        command.env("PIP_NO_INDEX", "1").env("PIP_CONFIG_FILE", "/dev/null");
    });
    says(&output, "packages could not be installed", "network");
}

#[test]
fn with_the_port_taken() {
    let taken = TcpListener::bind("127.0.0.1:0").expect("a port");
    let port = taken.local_addr().expect("an address").port().to_string();
    let output = start(|command, _| {
        command.env("MSL_LEARN_PRACTICE_PORT", &port);
    });
    says(&output, &format!("port {port}"), "another port");
}
