//! The pictures of README.md: screens of the real program, and a test that they show it as it is now.

use std::fmt::Write as _;
use std::{env, fs};

use crate::harness::catalog::{self, Exercise};
use crate::harness::emulator::Emulator;
use crate::harness::script;
use crate::harness::terminal::Terminal;
use crate::harness::tools::repository;
use crate::harness::workspace::Workspace;

const COLUMNS: u16 = 80;
const ROWS: u16 = 24;
/// The size of a character, in pixels.
const CELL: (f32, f32) = (8.4, 18.0);
const EDGE: f32 = 12.0;
/// The column at which verdicts begin.
const VERDICT: usize = 2;
/// The environment variable with which the pictures are drawn again.
const DRAW: &str = "MSL_DRAW";
/// What a learner who knows the book makes wrong most often.
const MISTAKE: &str = "resource_without_objects.sh";

#[test]
fn the_pictures_show_the_program_as_it_is() {
    let emulator = Emulator::ministack();
    let workspace = Workspace::of(&emulator);
    break_policy(&workspace);
    for (name, picture) in [("watch.svg", watch(&workspace)), ("finding.svg", finding(&workspace))] {
        let file = repository().join("docs").join(name);
        if env::var_os(DRAW).is_some() {
            fs::write(&file, &picture).expect("a file of the repository");
        }
        let drawn = fs::read_to_string(&file).unwrap_or_default();
        assert_eq!(drawn, picture, "{name} is stale: draw it again with `cargo run -p xtask -- pictures`");
    }
}

fn break_policy(workspace: &Workspace) {
    let exercise: &Exercise = catalog::all().iter().find(|exercise| exercise.id == "4.3").expect("exercise 4.3");
    let done = ["aws_account", "domain_registration"]
        .map(|slug| format!("[exercises.\"ch04/{slug}\"]\ndone = \"2026-05-04T10:00:00Z\"\n"));
    // It was tried, or the screen would say until the first check is recorded that the exercise is new.
    let tried = format!("[exercises.\"{}\"]\ntried = \"2026-05-04T11:00:00Z\"\n", exercise.slug);
    workspace.write(".msl-learn/progress.toml", format!("schema = 1\n{}{tried}", done.concat()).as_bytes());
    assert_eq!(script::solve(workspace, exercise).code, 0);
    let folder = exercise.solution().expect("it has a solution").with_file_name("mistakes");
    assert_eq!(script::run(workspace, &folder.join(MISTAKE)).code, 0);
}

fn watch(workspace: &Workspace) -> String {
    let mut terminal = Terminal::start(workspace, &[], ROWS, &[("TERM", "xterm-256color")]);
    terminal.shows("fails  ", COLUMNS, ROWS);
    let screen = terminal.screen(" ago, next in ", COLUMNS, ROWS);
    terminal.press("q");
    assert_eq!(terminal.end().code, 0);
    svg("The watch screen of msl-learn", &lines(&screen, ROWS))
}

/// The finding that fails, of a check.
fn finding(workspace: &Workspace) -> String {
    const LONG: u16 = 60;
    let arguments = ["check", "4.3", "--color", "always"];
    let terminal = Terminal::start(workspace, &arguments, LONG, &[("TERM", "xterm-256color")]);
    let left = terminal.end();
    assert_eq!(left.code, 1, "{}", left.text);
    let mut paper = vt100::Parser::new(LONG, COLUMNS, 0);
    paper.process(left.text.replace('\n', "\r\n").as_bytes());
    let lines = lines(paper.screen(), LONG);
    let from = lines.iter().position(|line| line.iter().any(|run| run.text.trim() == "fails")).expect("it fails");
    // What is said of it stands further right than the next verdict.
    let is_below = |line: &Vec<Run>| line.first().is_some_and(|run| run.begin() > VERDICT);
    let more = lines[from + 1..].iter().position(|line| !is_below(line)).unwrap_or(0);
    svg("A finding of msl-learn", &lines[from..=from + more])
}

/// Characters of one look beside each other.
struct Run {
    column: u16,
    text: String,
    look: Look,
}

impl Run {
    /// The column of its first character that is no blank.
    fn begin(&self) -> usize {
        usize::from(self.column) + self.text.len() - self.text.trim_start().len()
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
struct Look {
    color: vt100::Color,
    is_bold: bool,
    is_inverse: bool,
}

/// The lines of a screen, without what differs from run to run.
fn lines(screen: &vt100::Screen, rows: u16) -> Vec<Vec<Run>> {
    (0..rows).map(|row| line(screen, row)).collect()
}

fn line(screen: &vt100::Screen, row: u16) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for column in 0..COLUMNS {
        let Some(cell) = screen.cell(row, column) else { continue };
        let look = Look { color: cell.fgcolor(), is_bold: cell.bold(), is_inverse: cell.inverse() };
        let text = if cell.has_contents() { cell.contents().to_owned() } else { " ".into() };
        match runs.last_mut() {
            Some(last) if last.look == look => last.text.push_str(&text),
            _ => runs.push(Run { column, text, look }),
        }
    }
    runs.iter_mut().for_each(|run| run.text = steady(run.text.trim_end()));
    runs.retain(|run| !run.text.is_empty());
    runs
}

/// The text without times and ports.
fn steady(text: &str) -> String {
    let mut text = text.to_owned();
    if text.starts_with("checked ") && text.contains(" ago, next in ") {
        text = "checked 1 s ago, next in 4 s".into();
    }
    match text.split_once("127.0.0.1:") {
        Some((before, after)) => {
            format!("{before}127.0.0.1:4566{}", after.trim_start_matches(|c: char| c.is_ascii_digit()))
        }
        None => text,
    }
}

#[expect(clippy::cast_precision_loss, reason = "a picture has few lines")]
fn svg(title: &str, lines: &[Vec<Run>]) -> String {
    let width = f32::from(COLUMNS) * CELL.0 + 2.0 * EDGE;
    let height = lines.len() as f32 * CELL.1 + 2.0 * EDGE;
    let mut picture = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"0 0 {width} {height}\">\n<title>{title}</title>\n<style>\n\
         rect {{ fill: #1c1f24; }}\n\
         text {{ font: 14px ui-monospace, monospace; fill: #d8dee6; white-space: pre; }}\n</style>\n\
         <rect width=\"100%\" height=\"100%\" rx=\"8\"/>\n"
    );
    for (row, line) in lines.iter().enumerate() {
        let y = EDGE + (row as f32 + 0.75) * CELL.1;
        for run in line {
            let x = EDGE + f32::from(run.column) * CELL.0;
            let length = run.text.chars().count() as f32 * CELL.0;
            let weight = if run.look.is_bold || run.look.is_inverse { " font-weight=\"bold\"" } else { "" };
            let _ = writeln!(
                picture,
                "<text x=\"{x:.1}\" y=\"{y:.1}\" textLength=\"{length:.1}\"{weight}{}>{}</text>",
                fill(run.look.color),
                escaped(&run.text)
            );
        }
    }
    picture + "</svg>\n"
}

/// The colours of a terminal that are legible on a dark ground.
fn fill(color: vt100::Color) -> String {
    let color = match color {
        vt100::Color::Idx(1 | 9) => "#ff7b72",
        vt100::Color::Idx(2 | 10) => "#7ee787",
        vt100::Color::Idx(3 | 11) => "#e3b341",
        vt100::Color::Idx(4 | 12) => "#79c0ff",
        vt100::Color::Idx(5 | 13) => "#d2a8ff",
        vt100::Color::Idx(6 | 14) => "#76e3ea",
        _ => return String::new(),
    };
    format!(" style=\"fill: {color}\"")
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
