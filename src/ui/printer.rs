//! The door to the terminal: data goes to stdout, everything else to stderr.

use std::fmt::Display;
use std::io::{self, IsTerminal, Stderr, Stdout, Write};

use anstream::{AutoStream, ColorChoice};
use serde::Serialize;

use super::clean::clean_json;
use super::highlight;
use super::link::Links;
use super::own_commands::OwnCommands;
use super::style::{Meaning, Style};
use super::terminal::{Color, page_width};
use super::text::{Line, Span, lines};
use super::wrap::{hanging, paragraph};
use crate::failure::{Failure, Result};

/// Writes to stdout and stderr, with escape sequences only where they are wanted.
///
/// Every method fails if the terminal or the file cannot be written. A closed pipe is no failure: the reader has seen
/// enough (`msl-learn list | head -1`). See [`Printer::is_closed`].
pub struct Printer<O: Write = AutoStream<Stdout>, E: Write = AutoStream<Stderr>> {
    out: O,
    err: E,
    color: Color,
    width: usize,
    links: Links,
    closed: bool,
    /// What the program's own commands need here; none if they work as they are.
    own: Option<OwnCommands>,
}

impl Printer {
    pub fn new(color: Color) -> Self {
        let out = AutoStream::new(io::stdout(), color.choice(io::stdout().is_terminal()));
        let err = AutoStream::new(io::stderr(), color.choice(io::stderr().is_terminal()));
        let links = Links::on_stdout(has_colors(&out));
        Self { out, err, color, width: page_width(), links, closed: false, own: None }
    }

    /// Prints commands to be read or run: never wrapped, and highlighted only on a terminal, so that
    /// `msl-learn solution 4.3 | bash` also works when colour is forced.
    pub fn code(&mut self, language: &str, source: &str) -> Result<()> {
        if self.out.is_terminal() {
            return self.lines(&highlight::code(language, source));
        }
        self.script(source)
    }

    /// Whether stdout gets colours.
    pub fn has_colors(&self) -> bool {
        has_colors(&self.out)
    }
}

fn has_colors(stream: &AutoStream<Stdout>) -> bool {
    stream.current_choice() != ColorChoice::Never
}

impl<O: Write, E: Write> Printer<O, E> {
    /// The columns of the page, 40 to 100, for callers that lay out their lines.
    pub fn width(&self) -> usize {
        self.width
    }

    /// How stdout shows the targets of links, for callers that lay out their lines.
    pub fn links(&self) -> Links {
        self.links
    }

    /// The colour setting of the command line, for others who write to the terminal.
    pub fn color(&self) -> Color {
        self.color
    }

    /// Writes the program's own commands like this from now on, wherever they are said.
    pub fn write_commands(&mut self, own: Option<OwnCommands>) {
        self.own = own;
    }

    /// The text with the program's own commands as they are written here.
    pub fn with_commands(&self, text: &str) -> String {
        self.own.as_ref().map_or_else(|| text.to_owned(), |own| own.in_text(text))
    }

    /// Whether the reader of stdout has left, so that printing more is pointless.
    pub fn is_closed(&self) -> bool {
        self.closed
    }

    /// Prints one line of the answer as it is.
    pub fn line(&mut self, line: &Line) -> Result<()> {
        self.lines(std::slice::from_ref(line))
    }

    pub fn lines(&mut self, lines: &[Line]) -> Result<()> {
        let own = self.own.as_ref();
        let written = |line: &Line| own.map_or_else(|| line.clone(), |own| line.clone().with_commands(own));
        let text: String = lines.iter().map(|line| one_line(&written(line), self.links)).collect();
        self.answer(&text)
    }

    /// Prints a text of one or many lines, wrapped.
    pub fn text(&mut self, text: &str) -> Result<()> {
        let wrapped = paragraph(&self.with_commands(text), Style::default(), self.width);
        self.lines(&wrapped)
    }

    /// Prints commands for a shell: never wrapped, never styled.
    pub fn script(&mut self, commands: &str) -> Result<()> {
        let text: String = lines(commands, Style::default()).iter().map(|line| one_line(line, self.links)).collect();
        self.answer(&text)
    }

    /// Prints what was generated from the program's own command line for a shell or for `man`: unchanged, since tabs
    /// have a meaning there. None of it comes from outside.
    pub fn generated(&mut self, text: &str) -> Result<()> {
        self.answer(text)
    }

    /// Prints a document for a program as JSON, ended by a line break. Values stay as they are; characters that a
    /// terminal must not get are written as JSON escapes.
    pub fn json(&mut self, document: &impl Serialize) -> Result<()> {
        let json = serde_json::to_string_pretty(document).map_err(unwritten)?;
        self.answer(&(clean_json(&json).into_owned() + "\n"))
    }

    /// Prints a remark on stderr, wrapped.
    pub fn note(&mut self, text: &str) -> Result<()> {
        let wrapped = paragraph(&self.with_commands(text), Style::default(), self.width);
        self.remark(&wrapped)
    }

    /// Prints what went wrong on stderr, and below it what to do next.
    pub fn failure(&mut self, message: &str, hint: Option<&str>) -> Result<()> {
        self.labelled("error: ", Meaning::Bad, message)?;
        hint.map_or(Ok(()), |hint| self.labelled("hint: ", Meaning::Notice, hint))
    }

    /// Prints what does not work, though the command goes on, and below it what to do about it.
    pub fn warning(&mut self, message: &str, hint: Option<&str>) -> Result<()> {
        self.labelled("warning: ", Meaning::Waiting, message)?;
        hint.map_or(Ok(()), |hint| self.labelled("hint: ", Meaning::Notice, hint))
    }

    fn labelled(&mut self, label: &str, meaning: Meaning, text: &str) -> Result<()> {
        let label = Span::new(label, Style::from(meaning).and(Meaning::Strong));
        let wrapped = hanging(&label, &lines(&self.with_commands(text), Style::default()), self.width);
        self.remark(&wrapped)
    }

    /// Each call is one write, so that lines of several programs do not mix.
    fn answer(&mut self, text: &str) -> Result<()> {
        self.closed |= !has_reader(self.out.write_all(text.as_bytes()))?;
        Ok(())
    }

    fn remark(&mut self, lines: &[Line]) -> Result<()> {
        for line in lines {
            has_reader(self.err.write_all(one_line(line, Links::Written).as_bytes()))?;
        }
        Ok(())
    }
}

fn one_line(line: &Line, links: Links) -> String {
    format!("{}\n", line.shown(links))
}

/// Whether what was written has a reader: the pipe is not closed.
fn has_reader(written: io::Result<()>) -> Result<bool> {
    match written {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(false),
        Err(error) => Err(unwritten(error)),
    }
}

fn unwritten(error: impl Display) -> Failure {
    Failure::environment(format!("the answer cannot be written: {error}"))
}

mod paged;

#[cfg(test)]
mod tests;
