//! Reading as a learner does it: on a terminal, through a pager, with links that the terminal follows.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;

use crate::harness::terminal::{Left, Terminal};
use crate::harness::workspace::Workspace;

const TERM: (&str, &str) = ("TERM", "xterm-256color");
/// Screens that the walkthrough of 4.4 does not fit on, and that it does.
const LOW: u16 = 24;
const HIGH: u16 = 500;

/// With the starter files of 4.4, so that nothing is said of them.
fn workspace() -> Workspace {
    let workspace = Workspace::at("http://127.0.0.1:1", "000000000000");
    assert_eq!(workspace.run(&["start", "4.4"]).code, 0);
    workspace
}

fn read(workspace: &Workspace, rows: u16, environment: &[(&str, &str)]) -> Left {
    let environment = [&[TERM], environment].concat();
    Terminal::start(workspace, &["read", "4.4"], rows, &environment).end()
}

/// What is read without a terminal.
fn page(workspace: &Workspace) -> String {
    workspace.run(&["read", "4.4"]).stdout
}

fn kept(workspace: &Workspace) -> Option<String> {
    fs::read_to_string(workspace.path().join("kept")).ok()
}

/// Puts a program named `name` into a folder of its own, and gives the search path that begins there.
fn program(workspace: &Workspace, name: &str, script: &str) -> String {
    let folder = workspace.home().join("bin");
    fs::create_dir_all(&folder).expect("a folder of programs");
    let file = folder.join(name);
    fs::write(&file, format!("#!/bin/bash\n{script}")).expect("a program");
    fs::set_permissions(&file, fs::Permissions::from_mode(0o755)).expect("a program that may be run");
    format!("{}:/usr/bin:/bin", folder.display())
}

#[test]
fn a_long_text_goes_through_the_pager() {
    let workspace = workspace();
    let left = read(&workspace, LOW, &[("PAGER", "sh -c 'cat > kept'"), ("NO_COLOR", "1")]);
    assert_eq!((left.text.as_str(), left.code), ("", 0));
    assert_eq!(kept(&workspace), Some(page(&workspace)));
}

#[test]
fn colours_go_through_the_pager_as_the_terminal_has_them() {
    let workspace = workspace();
    read(&workspace, LOW, &[("PAGER", "sh -c 'cat > kept'")]);
    assert!(kept(&workspace).is_some_and(|text| text.contains("\u{1b}[1m")));
}

#[test]
fn a_text_that_fits_is_printed() {
    let workspace = workspace();
    let left = read(&workspace, HIGH, &[("PAGER", "sh -c 'cat > kept'"), ("NO_COLOR", "1")]);
    assert_eq!((left.text, left.code), (page(&workspace), 0));
    assert_eq!(kept(&workspace), None);
}

#[test]
fn no_pager_is_started_where_none_is_wanted() {
    let workspace = workspace();
    let pager = ("PAGER", "sh -c 'cat > kept'");
    for wish in [("MSL_LEARN_PAGER", ""), ("MSL_LEARN_PAGER", "cat"), ("TERM", "dumb")] {
        let left = read(&workspace, LOW, &[pager, wish, ("NO_COLOR", "1")]);
        assert_eq!((left.text, left.code), (page(&workspace), 0), "{wish:?}");
    }
    let environment = [TERM, pager, ("NO_COLOR", "1")];
    let left = Terminal::start(&workspace, &["read", "4.4", "--no-pager"], LOW, &environment).end();
    assert_eq!((left.text, left.code), (page(&workspace), 0));
    assert_eq!(kept(&workspace), None);
}

/// The commands of a walkthrough read them.
#[test]
fn starter_files_that_are_missing_are_named_below_it() {
    let workspace = Workspace::at("http://127.0.0.1:1", "000000000000");
    let said = workspace.run(&["read", "4.4"]).stderr.split_whitespace().collect::<Vec<_>>().join(" ");
    assert_eq!(said, "records/s3-website.json of 4.4 is not in your workspace: `msl-learn start 4.4` adds it.");
    let chapter = workspace.run(&["read", "4"]);
    assert!(!chapter.stderr.contains("not in your workspace"), "{chapter:#?}");
}

#[test]
fn leaving_the_pager_early_is_no_error() {
    let workspace = workspace();
    let left = Terminal::start(&workspace, &["read", "4"], LOW, &[TERM, ("PAGER", "sh -c 'head -1; exit 7'")]).end();
    assert_eq!((left.text.lines().count(), left.code), (1, 0), "{}", left.text);
}

#[test]
fn a_pager_that_cannot_be_started_is_named_and_the_text_is_printed() {
    let workspace = workspace();
    for value in ["no-such-pager -x", "less 'a"] {
        let left = read(&workspace, LOW, &[("PAGER", value), ("NO_COLOR", "1")]);
        let (note, text) = left.text.split_once('\n').expect("a note and the text");
        assert!(note.starts_with("note: the pager in PAGER cannot be used: "), "{note}");
        assert!(text.ends_with(&page(&workspace)), "{text}");
        assert_eq!(left.code, 0);
    }
}

#[test]
fn without_any_pager_the_text_is_printed() {
    let workspace = workspace();
    let left = read(&workspace, LOW, &[("PATH", "/nowhere"), ("NO_COLOR", "1")]);
    assert_eq!((left.text, left.code), (page(&workspace), 0));
}

#[test]
fn less_is_told_to_show_colours_and_a_setting_of_the_learner_stays() {
    let workspace = workspace();
    let path = program(&workspace, "less", "echo \"$* $LESS\" > kept; cat > /dev/null\n");
    read(&workspace, LOW, &[("PATH", &path)]);
    assert_eq!(kept(&workspace).as_deref(), Some("-R -PsSpace goes on, b goes back, q leaves?e (end). FRX\n"));
    read(&workspace, LOW, &[("PATH", &path), ("LESS", "-i")]);
    assert_eq!(kept(&workspace).as_deref(), Some("-R -PsSpace goes on, b goes back, q leaves?e (end). -i\n"));
}

#[test]
fn an_interrupt_is_the_pagers_key() {
    let workspace = workspace();
    let script = "trap 'echo interrupted; seen=yes' INT\ncat > /dev/null\necho ready\nuntil [ \"$seen\" ]; do sleep 0.05; done\nread -r line < /dev/tty\necho \"left with $line\"\n";
    let path = program(&workspace, "less", script);
    let mut terminal = Terminal::start(&workspace, &["read", "4.4"], LOW, &[TERM, ("PATH", &path)]);
    terminal.see("ready");
    terminal.press("\u{3}");
    terminal.see("interrupted");
    terminal.press("q\n");
    let left = terminal.end();
    assert!(left.text.contains("left with q"), "{}", left.text);
    assert_eq!(left.code, 0);
}

/// Every address in the page that can be followed.
fn targets(text: &str) -> Vec<&str> {
    let starts = text.split("\u{1b}]8;").skip(1).filter_map(|rest| rest.split_once(';')?.1.split_once("\u{1b}\\"));
    starts.map(|(target, _)| target).filter(|target| !target.is_empty()).collect()
}

#[test]
fn findings_lead_to_the_console_where_the_terminal_follows_links() {
    let workspace = workspace();
    let settings = fs::read_to_string(workspace.path().join("msl-learn.toml")).expect("the settings");
    workspace.write("msl-learn.toml", settings.replace("practice = true", "practice = false").as_bytes());
    for (environment, is_live) in [
        (vec![TERM, ("VTE_VERSION", "7000")], true),
        (vec![TERM, ("FORCE_HYPERLINK", "1")], true),
        (vec![TERM], false),
        (vec![TERM, ("VTE_VERSION", "7000"), ("NO_COLOR", "1")], false),
        (vec![("TERM", "dumb"), ("VTE_VERSION", "7000"), ("CLICOLOR_FORCE", "1")], false),
    ] {
        let environment = [environment, vec![("AWS_EC2_METADATA_DISABLED", "true")]].concat();
        let left = Terminal::start(&workspace, &["check", "4.2"], LOW, &environment).end();
        assert!(left.text.contains("https://console.aws.amazon.com/"), "{environment:?}: {}", left.text);
        assert_eq!(!targets(&left.text).is_empty(), is_live, "{environment:?}: {}", left.text);
    }
}

/// Handouts: pages that need nothing else, with the learner's names, and without the parts that a class does not need.
#[test]
fn chapters_are_written_as_pages() {
    let workspace = Workspace::at("http://127.0.0.1:1", "000000000000");
    let page = |name: &str| fs::read_to_string(workspace.path().join("pages").join(name)).expect(name);
    let one = workspace.run(&["read", "4", "--html", "pages", "--without", "console"]);
    assert_eq!((one.code, one.stdout.as_str()), (0, "pages/ch04.html\n"), "{one:#?}");
    let four = page("ch04.html");
    assert!(four.starts_with("<!doctype html>") && four.contains("example.com") && !four.contains("{{"), "{four}");
    assert!(four.contains("With the CLI") && !four.contains("In the console"), "{four}");
    let all = workspace.run(&["read", "--html", "pages"]);
    assert_eq!(all.code, 0, "{all:#?}");
    assert!(page("ch04.html").contains("In the console"), "it is written over");
    let index = page("index.html");
    for line in all.stdout.lines().filter(|line| !line.ends_with("index.html")) {
        let file = line.trim_start_matches("pages/");
        assert!(index.contains(&format!("href=\"{file}\"")) && page(file).ends_with("</html>\n"), "{file}");
    }
    let section = workspace.run(&["read", "1.lambda", "--html", "pages"]);
    assert!(section.code == 2 && section.stderr.contains("A page holds a whole chapter"), "{section:#?}");
}
