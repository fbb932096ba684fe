//! Ctrl-C: every command that waits ends at once with exit code 130, and leaves nothing half done and nobody at work.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::time::Duration;

use crate::hang::is_gone;
use crate::harness::hostile::{Hostile, Manner};
use crate::harness::process;
use crate::harness::workspace::Workspace;

/// Far below the time after which the commands would end by themselves.
const AT_ONCE: Duration = Duration::from_secs(5);
const ACCOUNT: &str = "000000000000";

#[test]
fn while_an_account_is_asked() {
    for (server, arguments) in [
        (Hostile::new(Manner::Silence), &["check", "4.3"][..]),
        (Hostile::after_sign_in(Manner::Silence), &["check", "--all"]),
        (Hostile::after_sign_in(Manner::DrippingBody), &["next"]),
    ] {
        let workspace = Workspace::at(&server.endpoint(), ACCOUNT);
        let before = files(&workspace.path());
        let output = process::interrupt(workspace.command(arguments), AT_ONCE, || server.wait_for_request());
        assert_eq!((output.code, &*output.stdout, &*output.stderr), (130, "", ""), "{arguments:?}");
        assert_eq!(files(&workspace.path()), before, "{arguments:?}");
    }
}

#[test]
fn while_init_signs_in() {
    let server = Hostile::new(Manner::Silence);
    let workspace = Workspace::at(&server.endpoint(), ACCOUNT);
    let endpoint = server.endpoint();
    let mut command =
        workspace.command(&["init", "new", "--domain", "example.com", "--yes", "--endpoint-url", &endpoint]);
    command.envs([("AWS_ACCESS_KEY_ID", "test"), ("AWS_SECRET_ACCESS_KEY", "test")]);
    let output = process::interrupt(command, AT_ONCE, || server.wait_for_request());
    assert_eq!(output.code, 130, "{output:#?}");
    assert!(!workspace.path().join("new").exists());
}

/// A Python that suits, and never comes to an end with the environment that it is to make.
const SLOW_PYTHON: &str =
    "#!/bin/sh\ncase \"$*\" in *print*) echo 3 12;; *) echo $$ >\"$HOME/python\"; exec sleep 1000;; esac\n";

#[test]
fn while_the_practice_account_is_installed() {
    let workspace = Workspace::at("http://127.0.0.1:1", ACCOUNT);
    let (python, data) = (workspace.home().join("slow-python"), workspace.home().join("data"));
    fs::write(&python, SLOW_PYTHON).expect("a writable temporary folder");
    fs::set_permissions(&python, fs::Permissions::from_mode(0o755)).expect("a file just written");
    let mut command = workspace.command(&["practice", "class"]);
    command.env("MSL_LEARN_PYTHON", &python).env("MSL_LEARN_DATA_DIR", &data);
    let started = workspace.home().join("python");
    let output = process::interrupt(command, AT_ONCE, || wait_for(&started));
    assert_eq!(output.code, 130, "{output:#?}");
    let process = fs::read_to_string(started).expect("the number of a process");
    assert!(is_gone(process.trim()), "the installation goes on");
    assert!(files(&data).iter().all(|name| !name.ends_with("/installed")), "it counts as installed");
}

#[test]
fn while_the_practice_account_does_not_answer() {
    let workspace = Workspace::at("http://127.0.0.1:1", ACCOUNT);
    let practice = |action: &str| workspace.command(&["practice", action, "class"]);
    assert_eq!(workspace.run(&["practice", "--steps", "exercises", "class"]).code, 0);
    let status = workspace.run(&["practice", "status", "class"]).stdout;
    let (_, number) = status.split_once("(process ").expect("running at http://… (process …)");
    let emulator = number.trim().trim_end_matches(')');
    process::signal("STOP", emulator);
    let output = process::interrupt(practice("start"), AT_ONCE, || std::thread::sleep(Duration::from_millis(500)));
    assert_eq!(output.code, 130, "{output:#?}");
    let reset = process::run(workspace.command(&["practice", "reset", "--yes", "class"]), Duration::from_secs(60));
    assert_eq!(reset.code, 3, "{reset:#?}");
    assert!(reset.stderr.contains("cannot be emptied"), "{reset:#?}");
    process::signal("CONT", emulator);
    assert_eq!(workspace.run(&["practice", "start", "class"]).code, 0, "it goes on as before");
    assert_eq!(workspace.run(&["practice", "stop", "class"]).code, 0);
    assert!(is_gone(emulator));
}

fn wait_for(file: &Path) {
    for _ in 0..3000 {
        if fs::read_to_string(file).is_ok_and(|text| text.ends_with('\n')) {
            return;
        }
        std::thread::sleep(Duration::from_millis(10));
    }
    panic!("{} has not come", file.display());
}

/// The files below a folder, by name.
fn files(folder: &Path) -> Vec<String> {
    crate::harness::catalog::files(folder).iter().map(|path| path.display().to_string()).collect()
}
