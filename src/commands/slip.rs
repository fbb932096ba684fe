//! Slips on the command line: a command that would become a folder, and one that is elsewhere.

use std::path::Path;

use clap::builder::StyledStr;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Command, CommandFactory as _};

use crate::catalog;
use crate::cli::Cli;
use crate::failure::{Failure, Result};

/// The commands that have commands of their own.
const GROUPS: [&str; 2] = ["practice", "class"];

/// Refuses a word that would make a folder and means a command of `practice`, a slip of the finger allowed, another command, or
/// an exercise. A folder that is there is meant, and so is a path such as `./start`.
///
/// # Errors
/// If it is such a word; the hint names both.
pub fn refuse_command(folder: &Path, by: &str) -> Result<()> {
    let Some(word) = folder.to_str().filter(|word| !word.contains(['/', '\\'])) else { return Ok(()) };
    let Some(meant) = meant(word, by).filter(|_| !folder.exists()) else { return Ok(()) };
    Err(Failure::usage(format!("there is no folder {word}, and the word looks like a command")).hint(format!(
        "Did you mean `msl-learn {meant}`? To make a workspace in a folder of that name: `msl-learn {by} ./{word}`."
    )))
}

/// The command that is most likely meant by a word after another command, without `msl-learn`.
fn meant(word: &str, by: &str) -> Option<String> {
    if is_exercise(word) {
        return Some(format!("practice goto {word}"));
    }
    if word == "help" {
        return Some(format!("{by} --help"));
    }
    if let Some(name) = names(&[by]).iter().find(|name| is_near(word, name)) {
        return Some(format!("{by} {name}"));
    }
    // A group is no command by itself, and a good name for a folder.
    names(&[]).into_iter().find(|name| name == word && !GROUPS.contains(&word))
}

/// Whether a word is the number of an exercise.
pub fn is_exercise(word: &str) -> bool {
    word.starts_with(|first: char| first.is_ascii_digit()) && catalog::exercise(word).is_ok()
}

/// The names of the commands of the program, or of one of its groups.
fn names(group: &[&str]) -> Vec<String> {
    let root = Cli::command();
    let of = group.iter().try_fold(&root, |command, name| command.find_subcommand(name));
    let shown = of.into_iter().flat_map(Command::get_subcommands).filter(|command| !command.is_hide_set());
    shown.map(|command| command.get_name().to_owned()).collect()
}

/// Whether the words are the same, but for one letter that is left out, added or replaced, or for two neighbours that changed
/// places.
fn is_near(word: &str, name: &str) -> bool {
    strsim::osa_distance(word, name) <= 1
}

/// Adds to what clap says of an unknown command where there is one of that name: `msl-learn goto 5.3` means
/// `msl-learn practice goto 5.3`, and `msl-learn practice drill 5` means `msl-learn drill 5`.
pub fn with_tip(mut error: clap::Error, arguments: &[String]) -> clap::Error {
    if matches!(error.kind(), ErrorKind::InvalidSubcommand | ErrorKind::UnknownArgument | ErrorKind::ArgumentConflict)
        && let Some(tip) = elsewhere(arguments)
    {
        error.remove(ContextKind::SuggestedSubcommand);
        error.remove(ContextKind::SuggestedArg);
        let tip = StyledStr::from(format!("`{tip}` is a command"));
        error.insert(ContextKind::Suggested, ContextValue::StyledStrs(vec![tip]));
    }
    error
}

/// The command line with its first command where that is.
fn elsewhere(arguments: &[String]) -> Option<String> {
    let (group, rest) = match arguments.split_first()? {
        (group, rest) if GROUPS.contains(&group.as_str()) => (Some(group.as_str()), rest),
        _ => (None, arguments),
    };
    let word = rest.first()?;
    if let (Some(group), [folder, command, more @ ..]) = (group, rest)
        && !names(&[group]).contains(folder)
        && names(&[group]).contains(command)
    {
        let words = ["msl-learn", group, command, folder].into_iter().chain(more.iter().map(String::as_str));
        return Some(shell_words::join(words));
    }
    let has = |group: &[&str]| names(group).contains(word);
    if group.map_or_else(|| has(&[]), |group| has(&[group])) {
        return None;
    }
    let above = group.is_some() && has(&[]);
    let other = GROUPS.into_iter().find(|other| Some(*other) != group && has(&[*other]));
    let place: &[&str] = match other {
        _ if above => &[],
        Some("practice") => &["practice"],
        Some("class") => &["class"],
        _ => return None,
    };
    let words = ["msl-learn"].iter().chain(place).copied().chain(rest.iter().map(String::as_str));
    Some(shell_words::join(words))
}

#[cfg(test)]
mod tests {
    use clap::Parser as _;

    use super::*;

    #[test]
    fn a_word_that_is_nearly_a_command_is_no_folder() {
        for (word, meant) in [
            ("strat", "practice start"),
            ("statu", "practice status"),
            ("sotp", "practice stop"),
            ("shel", "practice shell"),
            ("envv", "practice env"),
            ("goto", "practice goto"),
            ("drill", "drill"),
            ("help", "practice --help"),
            ("5.3", "practice goto 5.3"),
        ] {
            let refused = refuse_command(Path::new(word), "practice").expect_err(word);
            let hint = refused.hint.expect("a hint");
            let both = [format!("`msl-learn {meant}`"), format!("`msl-learn practice ./{word}`")];
            assert!(both.iter().all(|command| hint.contains(command)), "{hint}");
        }
    }

    #[test]
    fn other_words_and_paths_are_folders() {
        for folder in ["class", "mine", "test", "demo", "my-practice", "msl-practice", "./start", "a/stop", "x", "5"] {
            assert!(refuse_command(Path::new(folder), "practice").is_ok(), "{folder}");
        }
        assert!(refuse_command(Path::new("src"), "practice").is_ok(), "it is there");
        let refused = refuse_command(Path::new("drill"), "init").expect_err("a command");
        assert!(refused.hint.is_some_and(|hint| hint.ends_with("`msl-learn init ./drill`.")));
        assert!(refuse_command(Path::new("strat"), "init").is_ok(), "a slip of nothing that init knows");
    }

    #[test]
    fn a_command_that_is_elsewhere_is_named() {
        for (line, tip) in [
            (&["goto", "5.3"][..], "msl-learn practice goto 5.3"),
            (&["status"], "msl-learn practice status"),
            (&["handout", "4", "--output", "my file.html"], "msl-learn class handout 4 --output 'my file.html'"),
            (&["practice", "drill", "5"], "msl-learn drill 5"),
            (&["class", "goto", "5.3"], "msl-learn practice goto 5.3"),
            (&["practice", "../x", "status"], "msl-learn practice status ../x"),
        ] {
            let words = ["msl-learn"].iter().chain(line);
            let error = Cli::try_parse_from(words).expect_err("no such command");
            let arguments: Vec<String> = line.iter().map(|word| (*word).to_owned()).collect();
            let said = with_tip(error, &arguments).to_string();
            assert!(said.contains(&format!("tip: `{tip}` is a command")), "{said}");
        }
        assert_eq!(elsewhere(&["practice".into(), "start".into(), "--nothing".into()]), None);
        assert_eq!(elsewhere(&["nothing".into()]), None);
        assert_eq!(elsewhere(&["check".into(), "--nothing".into()]), None, "it is here, although a class has one, too");
    }
}
