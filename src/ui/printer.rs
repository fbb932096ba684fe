//! The door to the terminal: data goes to stdout, everything else to stderr.

use std::io::{self, IsTerminal, Stderr, Stdout, Write};

use anstream::{AutoStream, ColorChoice};

use super::clean::clean_json;
use super::highlight;
use super::link::Links;
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
    links: Links,
}

impl Printer {
    pub fn new(color: Color) -> Self {
        let out = AutoStream::new(io::stdout(), color.choice(io::stdout().is_terminal()));
        let err = AutoStream::new(io::stderr(), color.choice(io::stderr().is_terminal()));
        let links = Links::on_stdout(has_colors(&out));
        Self { out, err, color, width: page_width(), links }
    }

    /// Commands or the like to be seen or run: never wrapped, and highlighted only where a person looks at them, so
    /// that `msl-learn solution 4.3 | bash` stays right when colour is forced.
    pub fn code(&mut self, language: &str, source: &str) -> io::Result<()> {
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
    /// Columns of the page, 40 to 100; for those who lay out their lines.
    pub fn width(&self) -> usize {
        self.width
    }

    /// How the targets of links are shown on stdout; for those who lay out their lines.
    pub fn links(&self) -> Links {
        self.links
    }

    /// What was asked for, for others who write to the terminal.
    pub fn color(&self) -> Color {
        self.color
    }

    /// One line of the answer, as it is.
    pub fn line(&mut self, line: &Line) -> io::Result<()> {
        write_line(&mut self.out, line, self.links)
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
        lines.iter().try_for_each(|line| write_line(&mut self.err, line, Links::Written))
    }
}

/// One write a line, so that lines of several programs do not mix.
fn write_line(stream: &mut impl Write, line: &Line, links: Links) -> io::Result<()> {
    stream.write_all(format!("{}\n", line.shown(links)).as_bytes())
}

mod paged;

#[cfg(test)]
mod tests;
