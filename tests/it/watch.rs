//! The watch screen on a real pseudo-terminal, and its lines where there is no screen.

use std::fs;
use std::process::Command;
use std::time::Duration;

use crate::harness::catalog;
use crate::harness::emulator::Emulator;
use crate::harness::process;
use crate::harness::script;
use crate::harness::terminal::{Left, Terminal};
use crate::harness::workspace::Workspace;

/// Nothing answers there.
const NOWHERE: &str = "http://127.0.0.1:1";
const LIMIT: Duration = Duration::from_secs(60);
const XTERM: [(&str, &str); 1] = [("TERM", "xterm-256color")];

fn offline() -> Workspace {
    Workspace::at(NOWHERE, "000000000000")
}

fn watch(workspace: &Workspace) -> Terminal {
    Terminal::start(workspace, &[], 24, &XTERM)
}

/// Everything that was asked of the terminal is undone.
fn assert_given_back(left: &Left) {
    assert!(left.text.contains("\x1b[?1049h"), "the screen was drawn beside what was there");
    assert!(!left.after.alternate_screen());
    assert!(!left.after.hide_cursor());
    assert_eq!(left.after.mouse_protocol_mode(), vt100::MouseProtocolMode::None);
    let last = |on: &str, off: &str| left.text.rfind(on) < left.text.rfind(off);
    assert!(last("\x1b[?1004h", "\x1b[?1004l"), "it is told of no change of focus any more");
}

fn signal(terminal: &Terminal, name: &str) {
    let sent = Command::new("kill").args([format!("-{name}"), terminal.pid().to_string()]).status();
    assert!(sent.expect("kill, a basic program").success());
}

#[test]
fn keys_resize_and_ctrl_c() {
    let emulator = Emulator::ministack();
    let workspace = Workspace::of(&emulator);
    workspace.write(
        ".msl-learn/progress.toml",
        b"schema = 1\n[exercises.\"ch04/aws_account\"]\ndone = \"2026-05-04T10:00:00Z\"\n",
    );
    let mut terminal = watch(&workspace);
    let first = terminal.shows("4.2 Registering a new domain", 80, 24);
    assert!(first.contains("checking") || first.contains("checked"), "{first}");
    terminal.shows("fails        your account has a public hosted zone", 80, 24);
    terminal.press("w");
    terminal.shows("lines 1-", 80, 24);
    terminal.resize(40, 10);
    terminal.shows("lines 1-6 of", 40, 10);
    terminal.resize(80, 24);
    terminal.shows("lines 1-18 of", 80, 24);
    terminal.press("l");
    terminal.shows("> [>] current    4.2", 80, 24);
    terminal.press("jc");
    terminal.shows("4.3 Enabling S3 website hosting", 80, 24);
    terminal.shows("fails        your account has the bucket", 80, 24);
    terminal.press("\x03");
    let left = terminal.end();
    assert_eq!(left.code, 130);
    assert_given_back(&left);
}

#[test]
fn what_is_done_in_the_account_is_seen_recorded_and_left_behind() {
    let emulator = Emulator::ministack();
    let workspace = Workspace::of(&emulator);
    let done = ["aws_account", "domain_registration"]
        .map(|slug| format!("[exercises.\"ch04/{slug}\"]\ndone = \"2026-05-04T10:00:00Z\"\n"));
    workspace.write(".msl-learn/progress.toml", format!("schema = 1\n{}", done.concat()).as_bytes());
    let mut terminal = watch(&workspace);
    terminal.shows("fails        your account has the bucket", 80, 24);
    let exercise = catalog::all().iter().find(|exercise| exercise.id == "4.3").expect("exercise 4.3");
    assert_eq!(script::solve(&workspace, exercise).code, 0);
    terminal.press("r");
    terminal.shows("Done. `n` goes on to the next exercise.", 80, 24);
    terminal.press("n");
    terminal.shows("4.4 Creating a record in Route 53", 80, 24);
    terminal.press("q");
    let left = terminal.end();
    assert_eq!(left.code, 0);
    let progress = fs::read_to_string(workspace.path().join(".msl-learn/progress.toml")).expect("the progress");
    assert!(
        progress.contains("ch04/s3_website_hosting") && progress.contains("everyone may read every object"),
        "{progress}"
    );
}

#[test]
fn signals_that_end_the_program_give_the_terminal_back() {
    for (name, code) in [("TERM", 143), ("HUP", 129), ("INT", 130)] {
        let workspace = offline();
        let mut terminal = watch(&workspace);
        terminal.press("l");
        terminal.shows("All exercises", 80, 24);
        signal(&terminal, name);
        let left = terminal.end();
        assert_eq!(left.code, code, "{name}");
        assert_given_back(&left);
    }
}

#[test]
fn the_first_page_needs_no_network_and_the_quiz_comes_back_to_the_screen() {
    let workspace = offline();
    let mut terminal = watch(&workspace);
    terminal.shows("4.1 Setting up the AWS account", 80, 24);
    terminal.press("u");
    terminal.see("Question 1 of");
    terminal.press("\x1b");
    terminal.see("Press Enter to go back");
    terminal.press("\r");
    terminal.press("?");
    terminal.shows("All keys", 80, 24);
    terminal.press("q");
    let left = terminal.end();
    assert_eq!(left.code, 0);
    assert_given_back(&left);
}

#[test]
fn chapters_and_quizzes_are_steps_of_the_screen() {
    let workspace = offline().led_through_all();
    let mut terminal = watch(&workspace);
    terminal.shows("Chapter 1: Introduction to AWS Serverless", 80, 24);
    terminal.press("w");
    terminal.shows("lines 1-18 of", 80, 24);
    terminal.press("\x1b");
    terminal.shows("When you have read it, `n` goes on.", 80, 24);
    terminal.press("n");
    terminal.shows("Quiz of chapter 1", 80, 24);
    terminal.press("u");
    terminal.see("Question 1 of");
    terminal.press("\x1b");
    terminal.see("Press Enter to go back");
    terminal.press("\rx");
    terminal.shows("Chapter 2: Overview of Serverless Applications", 80, 24);
    terminal.press("q");
    assert_eq!(terminal.end().code, 0);
    let progress = fs::read_to_string(workspace.path().join(".msl-learn/progress.toml")).expect("the progress");
    assert!(progress.contains("\nread = ") && progress.contains("ch01/quiz\"]\nskipped = "), "{progress}");
}

#[test]
fn lines_say_what_is_to_be_read_and_look_at_the_account() {
    let workspace = offline().led_through_all();
    let mut dumb = Terminal::start(&workspace, &[], 24, &[("TERM", "dumb")]);
    dumb.see("Next is Chapter 1: Introduction to AWS Serverless: `msl-learn next`.");
    dumb.see("4.1 Setting up the AWS account: `msl-learn read 4.1`");
    dumb.press("\x03");
    assert_eq!(dumb.end().code, 130);
}

#[test]
fn without_a_terminal_or_on_a_dumb_one_there_are_lines() {
    let workspace = offline();
    let mut dumb = Terminal::start(&workspace, &[], 24, &[("TERM", "dumb")]);
    dumb.see("4.1 Setting up the AWS account: `msl-learn read 4.1`");
    dumb.see("4.1 cannot tell");
    dumb.press("\x03");
    let left = dumb.end();
    assert_eq!(left.code, 130);
    assert!(!left.text.contains('\x1b'), "{}", left.text);
}

#[test]
fn lines_say_what_to_do_about_what_fails() {
    let emulator = Emulator::ministack();
    let workspace = Workspace::of(&emulator);
    let mut dumb = Terminal::start(&workspace, &[], 24, &[("TERM", "dumb")]);
    dumb.see("4.1 fails: you work as an IAM user");
    dumb.see("4.1 to do: ");
    dumb.press("\x03");
    assert_eq!(dumb.end().code, 130);
}

#[test]
fn all_that_there_is_being_done_the_lines_end() {
    let workspace = offline();
    let done: Vec<String> = catalog::all()
        .iter()
        .map(|exercise| format!("[exercises.\"{}\"]\ndone = \"2026-05-04T10:00:00Z\"\n", exercise.slug))
        .collect();
    workspace.write(".msl-learn/progress.toml", format!("schema = 1\n{}", done.concat()).as_bytes());
    let output = process::run(workspace.command(&["--plain"]), LIMIT);
    assert_eq!((output.code, output.stderr.as_str()), (0, ""));
    assert!(output.stdout.ends_with(" All exercises so far are done.\n"), "{}", output.stdout);
}

#[test]
fn without_a_workspace_it_says_how_to_make_one() {
    let workspace = offline();
    let mut command = workspace.command(&[]);
    command.current_dir(workspace.home());
    let output = process::run(command, LIMIT);
    assert_eq!(output.code, 2);
    assert!(
        output.stderr.contains("there is no workspace") && output.stderr.contains("`msl-learn practice`"),
        "{}",
        output.stderr
    );
}

#[test]
fn plain_belongs_to_the_program_alone() {
    let output = process::run(offline().command(&["--plain", "list"]), LIMIT);
    assert_eq!(output.code, 2, "{}", output.stderr);
}
