//! A closed terminal and SIGTERM end the program in every state in which it waits for the learner.

use std::fs;
use std::path::PathBuf;

use crate::hang::is_gone;
use crate::harness::process;
use crate::harness::terminal::Terminal;
use crate::harness::tools;
use crate::harness::workspace::Workspace;

/// Runs a program on a terminal of its own, which is closed when this one is killed.
const HOLDER: &str = "import pty, sys; pty.spawn(sys.argv[1:])";

const XTERM: [(&str, &str); 1] = [("TERM", "xterm-256color")];

/// What the learner has come to: the command, the keys with what each brings, and whether a line or a screen is left.
struct State {
    name: &'static str,
    arguments: &'static str,
    keys: &'static [(&'static str, &'static str)],
}

const STATES: [State; 8] = [
    State { name: "first sight", arguments: "", keys: &[("", "Chapter 1")] },
    State { name: "text view", arguments: "", keys: &[("", "Chapter 1"), ("w", "lines 1-")] },
    State { name: "list", arguments: "", keys: &[("", "Chapter 1"), ("l", "All steps")] },
    State { name: "quiz of the screen", arguments: "", keys: &[("", "Chapter 1"), ("u", "Question 1 of")] },
    State {
        name: "way back to the screen",
        arguments: "",
        keys: &[("", "Chapter 1"), ("u", "Question 1 of"), ("\x1b", "Press Enter to go back")],
    },
    State { name: "quiz", arguments: "quiz 1", keys: &[("", "Question 1 of")] },
    State { name: "question", arguments: "solution 4.3", keys: &[("", "4.3")] },
    State { name: "pager", arguments: "read 1", keys: &[("", "Introduction to AWS")] },
];

impl State {
    fn reach(&self, terminal: &mut Terminal) {
        for (key, brings) in self.keys {
            terminal.press(key);
            terminal.see(brings);
        }
    }
}

/// The program in a state, on a terminal that another program holds.
struct Held {
    holder: Terminal,
    program: String,
    workspace: Workspace,
}

impl Held {
    fn in_state(state: &State, before: &str) -> Self {
        let workspace = learner();
        let pid = pid_file(&workspace);
        let script = format!(
            "{before} stty rows 24 cols 80; echo $$ >{}; exec {} {}",
            pid.display(),
            env!("CARGO_BIN_EXE_msl-learn"),
            state.arguments
        );
        let python = &tools::python().path;
        let arguments = ["-c", HOLDER, "sh", "-c", &script];
        let mut holder = Terminal::run(&workspace, python, &arguments, 24, &XTERM);
        state.reach(&mut holder);
        let program = fs::read_to_string(pid).expect("the number of a process").trim().to_owned();
        Self { holder, program, workspace }
    }
}

fn learner() -> Workspace {
    Workspace::at("http://127.0.0.1:1", "000000000000").led_through_all()
}

fn pid_file(workspace: &Workspace) -> PathBuf {
    workspace.home().join("program")
}

/// With `before` as `trap '' HUP;` nobody hears SIGHUP, as under `nohup`: then the end of the input must do.
fn closed(before: &str) {
    for state in &STATES {
        let held = Held::in_state(state, before);
        process::signal("KILL", &held.holder.pid().to_string());
        assert!(is_gone(&held.program), "{}: it outlives its terminal", state.name);
        drop(held.workspace);
    }
}

#[test]
fn a_closed_terminal_ends_the_program_in_every_state() {
    closed("");
}

#[test]
fn a_closed_terminal_ends_it_even_if_sighup_is_ignored() {
    closed("trap '' HUP;");
}

#[test]
fn sigterm_ends_the_program_in_every_state_and_gives_the_terminal_back() {
    for state in &STATES {
        let workspace = learner();
        let arguments: Vec<&str> = state.arguments.split_whitespace().collect();
        let mut terminal = Terminal::start(&workspace, &arguments, 24, &XTERM);
        state.reach(&mut terminal);
        process::signal("TERM", &terminal.pid().to_string());
        let left = terminal.end();
        assert_eq!(left.code, 143, "{}", state.name);
        assert!(!left.after.alternate_screen() && !left.after.hide_cursor(), "{}: {}", state.name, left.text);
    }
}
