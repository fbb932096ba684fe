//! The terminal, which the screen takes over and gives back as it was, however the program ends.

use std::io::{self, IsTerminal, Stdout, Write, stdout};
use std::sync::Once;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use anstream::ColorChoice;
use crossterm::clipboard::CopyToClipboard;
use crossterm::cursor::{Hide, Show};
use crossterm::event::{DisableFocusChange, DisableMouseCapture, EnableFocusChange, EnableMouseCapture, poll, read};
use crossterm::terminal::{
    EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode, is_raw_mode_enabled, size,
};
use crossterm::{execute, queue};
use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;

use super::input::{Input, Size, input};
use super::page::Page;
use crate::ui::Color;
use crate::ui::terminal::undo_prompt;

/// The most keys that are read before the screen is drawn again, so that a key held down does not run ahead.
const BURST: usize = 64;

/// The terminal while it is ours. Dropping it gives the terminal back.
pub struct Screen {
    terminal: Terminal<CrosstermBackend<Stdout>>,
    wanted: Color,
    color: bool,
    mouse: bool,
}

impl Screen {
    /// Takes the terminal over.
    ///
    /// # Errors
    /// If stdout is no terminal, or the terminal rejects a command.
    pub fn open(wanted: Color) -> io::Result<Self> {
        give_back_on_panic();
        let color = wanted.choice(stdout().is_terminal()) != ColorChoice::Never;
        take_over()?;
        let terminal = Terminal::new(CrosstermBackend::new(stdout())).inspect_err(|_| give_back())?;
        Ok(Self { terminal, wanted, color, mouse: false })
    }

    pub fn size(&self) -> io::Result<Size> {
        size().map(|(columns, rows)| Size { columns, rows })
    }

    /// The colour setting of the command line, for others who write to the terminal.
    pub fn color(&self) -> Color {
        self.wanted
    }

    /// Draws a page; only what has changed is written.
    pub fn draw(&mut self, page: &Page) -> io::Result<()> {
        self.catch_mouse(page.takes_wheel)?;
        let color = self.color;
        self.terminal.draw(|frame| page.draw(frame.area(), frame.buffer_mut(), color))?;
        Ok(())
    }

    /// What the learner did; waits at most `patience` for the first input.
    pub fn inputs(&mut self, patience: Duration) -> io::Result<Vec<Input>> {
        let mut inputs = Vec::new();
        let mut wait = patience;
        while inputs.len() < BURST && poll(wait)? {
            inputs.extend(input(read()?));
            wait = Duration::ZERO;
        }
        Ok(inputs)
    }

    /// Puts `text` into the clipboard through the terminal (OSC 52), which also works over SSH.
    pub fn copy(&mut self, text: &str) -> io::Result<()> {
        execute!(self.terminal.backend_mut(), CopyToClipboard::to_clipboard_from(text))
    }

    /// Gives the terminal to `borrower` and takes it back.
    pub fn lend<T>(&mut self, borrower: impl FnOnce() -> T) -> io::Result<T> {
        give_back();
        self.mouse = false;
        let answer = borrower();
        take_over()?;
        // Nothing of the old screen is left. Clearing it would ask for the cursor position, which not all terminals answer.
        self.terminal = Terminal::new(CrosstermBackend::new(stdout()))?;
        Ok(answer)
    }

    fn catch_mouse(&mut self, wanted: bool) -> io::Result<()> {
        if wanted == self.mouse {
            return Ok(());
        }
        self.mouse = wanted;
        if wanted { execute!(stdout(), EnableMouseCapture) } else { execute!(stdout(), DisableMouseCapture) }
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        give_back();
    }
}

/// Whether the terminal is ours now, for those who do not hold the screen.
static IS_OURS: AtomicBool = AtomicBool::new(false);

fn take_over() -> io::Result<()> {
    enable_raw_mode()?;
    IS_OURS.store(true, Ordering::Relaxed);
    execute!(stdout(), EnterAlternateScreen, EnableFocusChange, Hide).inspect_err(|_| give_back())
}

/// Restores the terminal from whatever state the screen or a question has left it in.
pub fn restore() {
    if IS_OURS.load(Ordering::Relaxed) {
        give_back();
    } else if is_raw_mode_enabled().unwrap_or(false) {
        let _ = undo_prompt(&mut stdout());
        let _ = disable_raw_mode();
    }
}

/// Ignores errors: the terminal may be gone, and nobody could be told.
fn give_back() {
    IS_OURS.store(false, Ordering::Relaxed);
    let mut out = stdout();
    let _ = write_back(&mut out);
    let _ = disable_raw_mode();
}

/// Undoes everything that was asked of the terminal.
fn write_back(out: &mut impl Write) -> io::Result<()> {
    queue!(out, DisableMouseCapture, DisableFocusChange, LeaveAlternateScreen, Show)?;
    out.flush()
}

/// Gives the terminal back before a panic prints its message, which would be lost on the other screen.
fn give_back_on_panic() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let before = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |info| {
            give_back();
            before(info);
        }));
    });
}

#[cfg(all(test, unix))]
mod tests;
