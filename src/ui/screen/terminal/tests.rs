//! A panic on the screen, on a pseudo-terminal of its own.

use std::io::Read as _;

use portable_pty::{CommandBuilder, PtySize, native_pty_system};

use super::Screen;
use crate::ui::Color;

const BUG: &str = "a bug, on purpose";

#[test]
#[ignore = "panics: the next test runs it on a terminal"]
fn panics_on_the_screen() {
    let _screen = Screen::open(Color::Never).expect("a terminal");
    panic!("{BUG}");
}

#[test]
fn a_panic_gives_the_terminal_back_before_it_is_told() {
    let pair = native_pty_system().openpty(PtySize::default()).expect("a terminal");
    let mut command = CommandBuilder::new(std::env::current_exe().expect("this program"));
    command.args(["--exact", "ui::screen::terminal::tests::panics_on_the_screen", "--ignored", "--nocapture"]);
    command.env("TERM", "xterm");
    command.env("RUST_BACKTRACE", "0");
    let mut program = pair.slave.spawn_command(command).expect("the program starts");
    let mut reader = pair.master.try_clone_reader().expect("a reader of the terminal");
    drop(pair.slave);
    let mut bytes = Vec::new();
    // On Linux a terminal that nobody holds any more ends with an error.
    let _ = reader.read_to_end(&mut bytes);
    assert!(!program.wait().expect("a child of this process").success());
    let mut terminal = vt100::Parser::new(24, 80, 0);
    terminal.process(&bytes);
    let written = String::from_utf8_lossy(&bytes);
    assert!(written.contains("\u{1b}[?1049h"), "{written}");
    assert!(!terminal.screen().alternate_screen() && !terminal.screen().hide_cursor());
    assert!(terminal.screen().contents().contains(BUG), "{}", terminal.screen().contents());
}
