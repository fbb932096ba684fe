//! Shows texts that are longer than the screen in the learner's pager.

use std::env;
use std::fmt;
use std::io::{self, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use shell_words::split;

use super::interrupt;
use super::link::Links;

/// The variables that name a pager, in the order in which they count.
const VARIABLES: [&str; 2] = ["MSL_LEARN_PAGER", "PAGER"];
const DEFAULT: &str = "less";
/// Options of `less`, as in Git: leave at once if everything fits, let colours through, keep the text on the screen.
const LESS: &str = "FRX";
/// What `less` says at the foot, for those who have never met it.
const PROMPT: &str = "-PsSpace goes on, b goes back, q leaves?e (end).";
/// The oldest `less` that lets the escape sequences of links through.
const LESS_WITH_LINKS: u32 = 590;

/// The program that shows long texts, and its arguments.
#[derive(Debug, PartialEq, Eq)]
pub struct Pager {
    program: String,
    arguments: Vec<String>,
    /// The variable that names it; `None` for the default.
    variable: Option<&'static str>,
}

/// Why no pager was started.
#[derive(Debug, PartialEq, Eq)]
pub enum NoPager {
    /// None is named, and the default is not installed, which is no error.
    NotInstalled,
    /// The variable, and what is invalid about its value.
    Wrong(&'static str, String),
}

impl fmt::Display for NoPager {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotInstalled => write!(f, "{DEFAULT} is not installed"),
            Self::Wrong(variable, problem) => write!(f, "note: the pager in {variable} cannot be used: {problem}"),
        }
    }
}

impl Pager {
    /// The pager that the environment names, or `less`; `None` if it is `cat` or nothing.
    ///
    /// # Errors
    /// If the variable holds no command, such as one with a quotation mark that is not closed.
    pub fn from_environment() -> Result<Option<Self>, NoPager> {
        Self::choose(|variable| env::var(variable).ok())
    }

    fn choose(value: impl Fn(&str) -> Option<String>) -> Result<Option<Self>, NoPager> {
        let named = VARIABLES.into_iter().find_map(|variable| Some((variable, value(variable)?)));
        let Some((variable, command)) = named else {
            return Ok(Some(Self { program: DEFAULT.into(), arguments: Vec::new(), variable: None }));
        };
        let mut words = split(&command).map_err(|error| NoPager::Wrong(variable, error.to_string()))?.into_iter();
        let program = words.next().filter(|program| program != "cat");
        Ok(program.map(|program| Self { program, arguments: words.collect(), variable: Some(variable) }))
    }

    /// How to show links in this pager, if the terminal shows them as in `links`.
    pub fn links(&self, links: Links) -> Links {
        if links == Links::Live && self.is_less() && self.version().is_some_and(|version| version >= LESS_WITH_LINKS) {
            return Links::Live;
        }
        Links::Written
    }

    /// Shows `text`. Returns when the learner has left the pager.
    ///
    /// # Errors
    /// If the pager cannot be started. Then nothing was shown.
    pub fn show(&self, text: &str) -> Result<(), NoPager> {
        let mut pager = self.start().map_err(|error| self.cannot_start(&error))?;
        interrupt::leave_to_another(|| {
            if let Some(mut pipe) = pager.stdin.take() {
                // A pager that is left early closes the pipe, which is no error.
                let _ = pipe.write_all(text.as_bytes());
            }
            // The exit code of a pager says nothing.
            let _ = pager.wait();
        });
        Ok(())
    }

    fn cannot_start(&self, error: &io::Error) -> NoPager {
        match self.variable {
            Some(variable) => NoPager::Wrong(variable, format!("{}: {error}", self.program)),
            None => NoPager::NotInstalled,
        }
    }

    fn start(&self) -> io::Result<Child> {
        let mut command = Command::new(&self.program);
        command.args(&self.arguments).stdin(Stdio::piped());
        if self.is_less() {
            command.args(["-R", PROMPT]);
        }
        if env::var_os("LESS").is_none() {
            command.env("LESS", LESS);
        }
        command.spawn()
    }

    fn is_less(&self) -> bool {
        Path::new(&self.program).file_stem().is_some_and(|name| name == DEFAULT)
    }

    /// The number in `less 590 (GNU regular expressions)`.
    fn version(&self) -> Option<u32> {
        let output = Command::new(&self.program).arg("--version").output().ok()?;
        let text = String::from_utf8_lossy(&output.stdout);
        let number = text.split_whitespace().nth(1)?;
        number.split('.').next()?.parse().ok()
    }
}

#[cfg(test)]
mod tests;
