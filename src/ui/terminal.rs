//! How wide the page is, whether it has colours, and how it is left.

use std::io::{self, IsTerminal, StderrLock, Write, stderr};

use anstream::ColorChoice;
use anstyle_query::{clicolor, clicolor_force, no_color, term_supports_color};
use clap::ValueEnum;
use crossterm::cursor::Show;
use crossterm::event::DisableBracketedPaste;
use crossterm::execute;
use terminal_size::{Height, Width, terminal_size_of};

use super::text::Line;

/// The columns of a page. Longer lines are hard to read, shorter ones leave no room for a table.
const NARROWEST: usize = 40;
const WIDEST: usize = 100;
/// The columns for files and pipes.
const DEFAULT: usize = 80;

/// What the learner asked for with `--color`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Color {
    /// By the terminal and the environment (`NO_COLOR`, `CLICOLOR`, `CLICOLOR_FORCE`, `TERM`).
    #[default]
    Auto,
    Always,
    Never,
}

impl Color {
    /// Whether a stream gets colours.
    pub fn choice(self, is_terminal: bool) -> ColorChoice {
        let has_colors = match self {
            Color::Auto => environment_wants(is_terminal),
            Color::Always => true,
            Color::Never => false,
        };
        if has_colors { ColorChoice::Always } else { ColorChoice::Never }
    }
}

/// Decides by no-color.org and bixense.com/clicolors, as `anstream` does, except that `CLICOLOR_FORCE=0` is no force.
fn environment_wants(is_terminal: bool) -> bool {
    let is_forced = clicolor_force() && std::env::var_os("CLICOLOR_FORCE").is_some_and(|force| force != "0");
    let asked = clicolor();
    let can = || asked != Some(false) && is_terminal && (term_supports_color() || asked == Some(true));
    !no_color() && (is_forced || can())
}

/// The size of a terminal on which a program may draw.
#[derive(Clone, Copy, Debug)]
pub struct ScreenSize {
    columns: usize,
    rows: usize,
}

/// The size of the screen behind stdout; `None` for files, pipes and terminals that only print.
pub fn screen() -> Option<ScreenSize> {
    let (Width(columns), Height(rows)) = terminal_size_of(io::stdout()).filter(|_| can_draw())?;
    Some(ScreenSize { columns: columns.into(), rows: rows.into() })
}

/// Whether the terminal does more than print.
fn can_draw() -> bool {
    std::env::var_os("TERM").is_some_and(|term| !term.is_empty() && term != "dumb")
}

impl ScreenSize {
    /// Whether `lines` and a prompt need more rows than there are; the terminal folds lines that are too wide.
    pub fn is_exceeded_by(self, lines: &[Line]) -> bool {
        let rows = lines.iter().map(|line| line.width().div_ceil(self.columns.max(1)).max(1));
        rows.sum::<usize>() >= self.rows.max(1)
    }
}

/// The columns of the page, 40 to 100: by `COLUMNS`, else by the terminal, else 80.
pub fn page_width() -> usize {
    let asked = std::env::var("COLUMNS").ok();
    let terminal = terminal_size_of(io::stdout()).map(|(Width(columns), _)| usize::from(columns));
    choose_width(asked.as_deref(), terminal)
}

/// Undoes what a prompt asks of the terminal: it hides the cursor, and has the terminal mark what is pasted.
///
/// # Errors
/// If the terminal cannot be written to.
pub fn undo_prompt(out: &mut impl Write) -> io::Result<()> {
    execute!(out, Show, DisableBracketedPaste)
}

/// Ends the last line, which after Ctrl-C holds `^C` or half a bar, and undoes a prompt, even one that is about to be drawn:
/// what comes back keeps others from writing.
pub fn leave_terminal() -> StderrLock<'static> {
    let mut last = stderr().lock();
    if stderr().is_terminal() {
        let _ = if can_draw() { undo_prompt(&mut last) } else { Ok(()) };
        let _ = last.write_all(b"\n");
    }
    last
}

/// Ignores a width that is unknown or 0.
fn choose_width(asked: Option<&str>, terminal: Option<usize>) -> usize {
    let asked = asked.and_then(|columns| columns.trim().parse().ok());
    let known = [asked, terminal].into_iter().flatten().find(|columns| *columns > 0);
    known.unwrap_or(DEFAULT).clamp(NARROWEST, WIDEST)
}

#[cfg(test)]
mod tests {
    use super::choose_width;

    #[test]
    fn the_variable_goes_before_the_terminal() {
        assert_eq!(choose_width(Some("60"), Some(90)), 60);
        assert_eq!(choose_width(None, Some(90)), 90);
    }

    #[test]
    fn without_a_terminal_the_page_has_80_columns() {
        assert_eq!(choose_width(None, None), 80);
        assert_eq!(choose_width(None, Some(0)), 80);
    }

    #[test]
    fn a_page_stays_readable() {
        assert_eq!(choose_width(None, Some(250)), 100);
        assert_eq!(choose_width(Some("7"), None), 40);
    }

    #[test]
    fn a_variable_that_is_no_number_is_ignored() {
        for asked in ["", "wide", "-3", "0", "99999999999999999999999"] {
            assert_eq!(choose_width(Some(asked), Some(90)), 90, "{asked}");
        }
    }
}
