//! Where answers come from: the terminal, or a file for those who have none.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use inquire::Confirm;

use crate::catalog::{self, Exercise};
use crate::failure::{Failure, Result};
use crate::pages::quiz::label;
use crate::quiz::{Choice, answer_lines, many, one};
use crate::ui::prompt;

/// The flag that answers without a terminal.
const FLAG: &str = "--answers FILE";

/// Answers to what exercises ask.
#[derive(Debug)]
pub enum Answers {
    /// Asked for as they are needed.
    Terminal,
    /// By the exercise's slug: letters such as `a,c` for the choices in their order, or `yes` or `no`.
    Given(BTreeMap<&'static str, String>),
}

impl Answers {
    /// The answers in a file with lines such as `7.1 = a,c` and `7.2 = yes`; without a file they are asked for.
    ///
    /// # Errors
    /// When the file cannot be read, and for every line that is no answer to an exercise that asks: all are named.
    pub fn read(file: Option<&Path>) -> Result<Self> {
        let Some(file) = file else { return Ok(Self::Terminal) };
        let text = fs::read_to_string(file)
            .map_err(|error| Failure::usage(format!("--answers {}: {error}", file.display())))?;
        let (mut given, mut faults) = (BTreeMap::new(), Vec::new());
        for (number, line) in answer_lines(&text) {
            match line_of(line) {
                Ok((slug, answer)) => drop(given.insert(slug, answer)),
                Err(fault) => faults.push(format!("line {number}: {fault}")),
            }
        }
        if faults.is_empty() {
            return Ok(Self::Given(given));
        }
        Err(Failure::usage(format!("{} is not right:\n{}", file.display(), faults.join("\n")))
            .hint("Write one line an exercise, such as `7.1 = a,c` or `7.2 = yes`."))
    }

    /// The choices made, in their order and none twice.
    ///
    /// # Errors
    /// Without a terminal, when the learner leaves, and when the answer given is none.
    pub fn choose<'a>(&self, exercise: &Exercise, choices: &'a [Choice]) -> Result<Vec<&'a Choice>> {
        if let Self::Given(given) = self {
            return lettered(&given_for(given, exercise)?, choices, exercise);
        }
        let labels = choices.iter().map(|choice| label(&choice.text)).collect();
        if choices.iter().filter(|choice| choice.right).count() > 1 {
            let chosen = prompt(many("Choose all that are right:", labels).raw_prompt(), FLAG)?;
            return Ok(chosen.into_iter().map(|choice| &choices[choice.index]).collect());
        }
        prompt(one(labels).raw_prompt(), FLAG).map(|choice| vec![&choices[choice.index]])
    }

    /// Whether the answer is yes.
    pub fn confirm(&self, exercise: &Exercise, question: &str) -> Result<bool> {
        let Self::Given(given) = self else {
            return prompt(Confirm::new(question).with_default(false).prompt(), FLAG);
        };
        match given_for(given, exercise)?.as_str() {
            "yes" => Ok(true),
            "no" => Ok(false),
            other => Err(wrong(exercise, other, "yes or no")),
        }
    }
}

/// The slug and the answer of a line.
fn line_of(line: &str) -> std::result::Result<(&'static str, String), String> {
    let (name, answer) = line.split_once('=').ok_or_else(|| format!("`{line}` is no answer such as `7.1 = a,c`"))?;
    let exercise = catalog::exercise(name.trim()).map_err(|failure| failure.message)?;
    match exercise.asks {
        Some(_) => Ok((exercise.slug, answer.trim().to_lowercase())),
        None => Err(format!("{} asks nothing; it is looked at in the account", exercise.heading())),
    }
}

fn given_for(given: &BTreeMap<&str, String>, exercise: &Exercise) -> Result<String> {
    given.get(exercise.slug).cloned().ok_or_else(|| {
        let id = exercise.id();
        Failure::usage(format!("the file of answers has none for {id}")).hint(format!("Add a line such as `{id} = a`."))
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
    Err(wrong(exercise, answer, &format!("letters from a to {last} with commas between")))
}

fn wrong(exercise: &Exercise, answer: &str, expected: &str) -> Failure {
    Failure::usage(format!("the answer to {} is `{answer}`; expected {expected}", exercise.id()))
}
