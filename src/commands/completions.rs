//! `msl-learn completions`: the completion script of a shell.

use clap::builder::PossibleValuesParser;
use clap::{Command, CommandFactory as _};
use clap_complete::{Shell, generate};

use crate::catalog::{self, CHAPTERS, Plan, Step};
use crate::cli::Cli;
use crate::failure::{EXIT_DONE, Result};
use crate::ui::Printer;

/// # Errors
/// If stdout cannot be written.
pub fn run(shell: Shell, printer: &mut Printer) -> Result<u8> {
    let mut command = with_names(Cli::command());
    let name = command.get_name().to_owned();
    let mut script = Vec::new();
    generate(shell, &mut command, name, &mut script);
    printer.generated(&String::from_utf8_lossy(&script))?;
    Ok(EXIT_DONE)
}

/// The arguments that name an exercise, by the command that has them.
const EXERCISES: [(&str, &str); 7] = [
    ("start", "exercise"),
    ("reset", "exercise"),
    ("history", "exercise"),
    ("check", "exercises"),
    ("policy", "exercises"),
    ("hint", "exercise"),
    ("solution", "exercise"),
];

/// The command line with the names of exercises, texts and quizzes as the values to choose from.
fn with_names(command: Command) -> Command {
    let exercises: Vec<String> = catalog::exercises().map(catalog::Exercise::id).collect();
    let texts: Vec<String> = catalog::titles().into_iter().map(|(name, _)| name).collect();
    let steps: Vec<String> = Plan::All.steps().map(Step::id).collect();
    let named = EXERCISES.map(|(command, argument)| (command, argument, exercises.clone()));
    let quizzes = CHAPTERS.iter().filter(|chapter| !chapter.quiz.is_empty()).map(|chapter| chapter.number.to_string());
    let others = [("read", "what", texts), ("skip", "step", steps), ("quiz", "chapter", quizzes.collect())];
    named.into_iter().chain(others).fold(command, offering)
}

fn offering(command: Command, (name, argument, values): (&'static str, &'static str, Vec<String>)) -> Command {
    // The program ends after this one command, and clap wants values that stay.
    let values: Vec<&'static str> = values.into_iter().map(|value| &*value.leak()).collect();
    command.mut_subcommand(name, |below| {
        below.mut_arg(argument, |argument| argument.value_parser(PossibleValuesParser::new(values)))
    })
}
