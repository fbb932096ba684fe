//! The first ten minutes: from the installed program to a page in the browser.

use std::path::Path;
use std::process::Command;
use std::time::Duration;

use crate::harness::aws;
use crate::harness::catalog;
use crate::harness::process;
use crate::harness::template;
use crate::harness::terminal::Terminal;
use crate::harness::tools;
use crate::harness::workspace::{Workspace, search_path};

const LIMIT: Duration = Duration::from_secs(120);
/// The most lines that somebody types.
const MOST: usize = 12;
/// The clauses of exercise 4.3 whose commands its findings print, in an account that is empty.
const BUILT: [&str; 5] = ["bucket", "settings", "policy", "index", "website"];
const DOWN: &str = "\x1b[B";

#[test]
fn twelve_typed_lines_lead_to_a_page_and_nothing_to_read_is_lost() {
    let home = Workspace::at("http://127.0.0.1:1", "000000000000");
    let _stop = Stop(&home);
    let program = Path::new(env!("CARGO_BIN_EXE_msl-learn")).parent().expect("a folder of programs");
    let path = format!("{}:{}:{}", program.display(), aws::served().display(), search_path());
    let mut terminal = Terminal::start(&home, &["practice", "class"], 40, &[("TERM", "xterm"), ("PATH", &path)]);
    terminal.see("Where do you begin?");
    terminal.see("Choose one");
    terminal.press(DOWN);
    terminal.press("\r");
    terminal.see("Next: 4.3 ");
    assert_eq!(terminal.end().code, 0);

    let exercise = catalog::all().iter().find(|exercise| exercise.id == "4.3").expect("exercise 4.3");
    let command = |clause: &&str| template::render(&exercise.about.cli[*clause], home.names()).expect("a template");
    let mut lines = ["cd class", "eval \"$(msl-learn practice env)\"", "msl-learn next"].map(String::from).to_vec();
    lines.extend(BUILT.iter().map(command));
    lines.extend(["msl-learn next", "msl-learn open"].map(String::from));
    assert!(lines.len() < MOST && lines.iter().all(|line| !line.contains('\n')), "{lines:#?}");
    let walked = bash(&home, &path, &lines.join("\n"));
    let address = walked.stdout.lines().last().expect("the last line is the address");
    assert!(walked.stdout.contains("What stands now. Everyone can read your page"), "{walked:#?}");
    // A browser knows that every name under localhost is this machine's; not every resolver does.
    let host = address.trim_start_matches("http://").trim_end_matches('/');
    let (_, port) = host.rsplit_once(':').expect("a port");
    let asked = ureq::get(format!("http://127.0.0.1:{port}/")).header("host", host).call();
    let page = asked.expect("the page is served").body_mut().read_to_string().expect("a page");
    assert!(page.contains("example.com"), "{address}: {page}");

    let next = home.run(&["-C", "class", "next"]);
    assert!(next.stdout.contains("This chapter explains the words"), "chapter 1 is next: {next:#?}");
    let list = home.run(&["-C", "class", "list"]).stdout;
    for reading in ["[x] done       4.3 ", "[>] current    read the chapter", "[ ] open       4.1 "] {
        assert!(list.contains(reading), "{reading}: {list}");
    }
    assert_eq!(list.matches("read the chapter").count(), 4, "{list}");
}

/// Stops the practice account, however the test ends.
struct Stop<'a>(&'a Workspace);

impl Drop for Stop<'_> {
    fn drop(&mut self) {
        let _ = self.0.run(&["practice", "stop", "class"]);
    }
}

fn bash(home: &Workspace, path: &str, script: &str) -> process::Output {
    let mut command = Command::new("bash");
    home.scrub(&mut command);
    command.args(["-c", script]).current_dir(home.path()).env("PATH", path);
    command.env("MSL_LEARN_DATA_DIR", tools::folder().join("data"));
    process::run(command, LIMIT)
}
