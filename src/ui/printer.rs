//! The door to the terminal: data goes to stdout, everything else to stderr.

use std::io::{self, Stderr, Stdout, Write};

use anstream::AutoStream;

use super::clean::clean_json;
use super::style::{Meaning, Style};
use super::terminal::{Color, page_width};
use super::text::{Line, Span, lines};
use super::wrap::{hanging, wrap_all};

/// Writes to stdout and stderr, with escape sequences only where they are wanted.
///
/// Every method returns the error of the write. [`io::ErrorKind::BrokenPipe`] among them means that the reader has
/// seen enough (`msl-learn list | head -1`): a quiet end and no failure.
pub struct Printer<O: Write = AutoStream<Stdout>, E: Write = AutoStream<Stderr>> {
    out: O,
    err: E,
    color: Color,
    width: usize,
}

impl Printer {
    pub fn new(color: Color) -> Self {
        Self {
            out: AutoStream::new(io::stdout(), color.into()),
            err: AutoStream::new(io::stderr(), color.into()),
            color,
            width: page_width(),
        }
    }
}

impl<O: Write, E: Write> Printer<O, E> {
    /// Columns of the page, 40 to 100; for those who lay out their lines.
    pub fn width(&self) -> usize {
        self.width
    }

    /// What was asked for, for others who write to the terminal.
    pub fn color(&self) -> Color {
        self.color
    }

    /// One line of the answer, as it is.
    pub fn line(&mut self, line: &Line) -> io::Result<()> {
        write_line(&mut self.out, line)
    }

    pub fn lines(&mut self, lines: &[Line]) -> io::Result<()> {
        lines.iter().try_for_each(|line| self.line(line))
    }

    /// A text of one or many lines, wrapped.
    pub fn text(&mut self, text: &str) -> io::Result<()> {
        let wrapped = wrap_all(&lines(text, Style::default()), self.width);
        self.lines(&wrapped)
    }

    /// Commands for a shell: never wrapped, never styled.
    pub fn script(&mut self, commands: &str) -> io::Result<()> {
        self.lines(&lines(commands, Style::default()))
    }

    /// What was made of the program's own command line for a shell or for `man`: to the letter, since tabs mean something
    /// there. Nothing of it comes from outside.
    pub fn generated(&mut self, text: &str) -> io::Result<()> {
        self.out.write_all(text.as_bytes())
    }

    /// JSON for a program, ended by a line break. Its value is kept to the letter; what a terminal must not see is
    /// written in JSON's own escapes.
    pub fn raw(&mut self, json: &str) -> io::Result<()> {
        let text = clean_json(json.trim_end_matches('\n')).into_owned() + "\n";
        self.out.write_all(text.as_bytes())
    }

    /// Something by the way, in lines of its own on stderr, wrapped.
    pub fn note(&mut self, text: &str) -> io::Result<()> {
        let wrapped = wrap_all(&lines(text, Style::default()), self.width);
        self.complain(&wrapped)
    }

    /// What went wrong, and under it what to do next.
    pub fn failure(&mut self, message: &str, hint: Option<&str>) -> io::Result<()> {
        self.labelled("error: ", Meaning::Bad, message)?;
        hint.map_or(Ok(()), |hint| self.labelled("hint: ", Meaning::Notice, hint))
    }

    fn labelled(&mut self, label: &str, meaning: Meaning, text: &str) -> io::Result<()> {
        let label = Span::new(label, Style::from(meaning).and(Meaning::Strong));
        let wrapped = hanging(&label, &lines(text, Style::default()), self.width);
        self.complain(&wrapped)
    }

    fn complain(&mut self, lines: &[Line]) -> io::Result<()> {
        lines.iter().try_for_each(|line| write_line(&mut self.err, line))
    }
}

/// One write a line, so that lines of several programs do not mix.
fn write_line(stream: &mut impl Write, line: &Line) -> io::Result<()> {
    stream.write_all(format!("{line}\n").as_bytes())
}

#[cfg(test)]
mod tests;
