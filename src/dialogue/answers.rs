//! Where answers come from: the terminal, or a file for learners without one.

use std::collections::BTreeMap;
use std::fs;
use std::io::{IsTerminal as _, stdin, stdout};
use std::path::Path;

use inquire::Confirm;

use super::menu::{many, one};
use crate::catalog::{self, Exercise};
use crate::failure::{Failure, Result};
use crate::quiz::{Choice, answer_lines};
use crate::ui::prompt;

/// Answers without a terminal.
const FLAG: &str = "--answers FILE";
/// How a learner says that an exercise is available to them, or that it is not.
const AVAILABLE: (&str, &str) = ("check", "Check my account: it may be available to me.");
const UNAVAILABLE: (&str, &str) = ("not available", "It is not available to me.");

/// Answers to what exercises ask.
#[derive(Debug)]
pub enum Answers {
    /// Asked for when they are needed.
    Terminal,
    /// By the exercise's slug: letters such as `a,c` for the choices in their order, or `yes` or `no`.
    Given(BTreeMap<&'static str, String>),
}

impl Answers {
    /// Reads a file with lines such as `7.1 = a,c` and `7.2 = yes`. Without a file, the terminal is used.
    ///
    /// # Errors
    /// If the file cannot be read, or a line is no answer to an exercise that asks; the error names all such lines.
    pub fn read(file: Option<&Path>) -> Result<Self> {
        let Some(file) = file else { return Ok(Self::Terminal) };
        let text = fs::read_to_string(file)
            .map_err(|error| Failure::usage(format!("--answers {}: {error}", file.display())))?;
        let (mut given, mut faults) = (BTreeMap::new(), Vec::new());
        for (number, line) in answer_lines(&text) {
            match parse(line) {
                Ok((slug, answer)) => drop(given.insert(slug, answer)),
                Err(fault) => faults.push(format!("line {number}: {fault}")),
            }
        }
        if faults.is_empty() {
            return Ok(Self::Given(given));
        }
        Err(Failure::usage(format!("{} is invalid:\n{}", file.display(), faults.join("\n")))
            .hint("Write one line an exercise, such as `7.1 = a,c` or `7.2 = yes`."))
    }

    /// The choices that the learner makes, in their order, each once.
    ///
    /// # Errors
    /// If there is no terminal, the learner leaves, or the given answer is missing or invalid.
    pub fn choose<'a>(&self, exercise: &Exercise, choices: &'a [Choice], width: usize) -> Result<Vec<&'a Choice>> {
        if let Self::Given(given) = self {
            return lettered(&given_for(given, exercise)?, choices, exercise);
        }
        let texts: Vec<&str> = choices.iter().map(|choice| choice.text.as_str()).collect();
        if choices.iter().filter(|choice| choice.right).count() > 1 {
            let chosen = prompt(|| many("Choose all that are right:", &texts, width).raw_prompt(), FLAG)?;
            return Ok(chosen.into_iter().map(|choice| &choices[choice.index]).collect());
        }
        prompt(|| one(&texts, width).raw_prompt(), FLAG).map(|choice| vec![&choices[choice.index]])
    }

    /// Whether the answer is yes.
    ///
    /// # Errors
    /// If there is no terminal, the learner leaves, or the given answer is missing or invalid.
    pub fn confirm(&self, exercise: &Exercise, question: &str) -> Result<bool> {
        let Self::Given(given) = self else {
            return prompt(|| Confirm::new(question).with_default(false).prompt(), FLAG);
        };
        match given_for(given, exercise)?.as_str() {
            "yes" => Ok(true),
            "no" => Ok(false),
            other => Err(invalid(exercise, other, "yes or no")),
        }
    }
}

impl Answers {
    /// Whether there is an answer about the exercise, or a terminal to ask on.
    pub fn reach(&self, exercise: &Exercise) -> bool {
        match self {
            Self::Terminal => stdin().is_terminal() && stdout().is_terminal(),
            Self::Given(given) => given.contains_key(exercise.slug),
        }
    }

    /// Whether the learner says that the exercise is available to them.
    ///
    /// # Errors
    /// If there is no terminal, the learner leaves, or the given answer is missing or invalid.
    pub fn is_available(&self, exercise: &Exercise, width: usize) -> Result<bool> {
        let Self::Given(given) = self else {
            let choices = [AVAILABLE.1, UNAVAILABLE.1];
            return prompt(|| one(&choices, width).raw_prompt(), FLAG).map(|choice| choice.index == 0);
        };
        let answer = given_for(given, exercise)?;
        match answer.as_str() {
            answer if answer == AVAILABLE.0 => Ok(true),
            answer if answer == UNAVAILABLE.0 => Ok(false),
            other => Err(invalid(exercise, other, &format!("`{}` or `{}`", AVAILABLE.0, UNAVAILABLE.0))),
        }
    }
}

/// Splits a line into the slug of an exercise and the answer.
fn parse(line: &str) -> std::result::Result<(&'static str, String), String> {
    let (name, answer) =
        line.split_once('=').ok_or_else(|| format!("expected an answer such as `7.1 = a,c`, found `{line}`"))?;
    let exercise = catalog::exercise(name.trim()).map_err(|failure| failure.message)?;
    match exercise.asks.is_some() || exercise.availability.is_some() {
        true => Ok((exercise.slug, answer.trim().to_lowercase())),
        false => Err(format!("{} asks nothing; it is checked in the account", exercise.heading())),
    }
}

fn given_for(given: &BTreeMap<&str, String>, exercise: &Exercise) -> Result<String> {
    given.get(exercise.slug).cloned().ok_or_else(|| {
        let id = exercise.id();
        Failure::usage(format!("the file of answers has no answer to {id}"))
            .hint(format!("Add a line such as `{id} = a`."))
    })
}

fn lettered<'a>(answer: &str, choices: &'a [Choice], exercise: &Exercise) -> Result<Vec<&'a Choice>> {
    let letters: Vec<&str> = answer.split(',').map(str::trim).collect();
    let is_named = |choice: &&Choice| letters.contains(&choice.letter.to_string().as_str());
    let is_known = |letter: &&str| choices.iter().any(|choice| *letter == choice.letter.to_string());
    if letters.iter().all(is_known) {
        return Ok(choices.iter().filter(is_named).collect());
    }
    let last = choices.last().map_or('a', |choice| choice.letter);
    Err(invalid(exercise, answer, &format!("letters from a to {last} with commas between")))
}

fn invalid(exercise: &Exercise, answer: &str, expected: &str) -> Failure {
    Failure::usage(format!("the answer to {} is `{answer}`; expected {expected}", exercise.id()))
}
