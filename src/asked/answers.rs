//! Where answers come from: the terminal, or a file for those who have none.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use inquire::{Confirm, MultiSelect, Select};

use crate::catalog::{self, Exercise};
use crate::failure::{Failure, Result};
use crate::ui::prompt;

/// The flag that answers without a terminal.
const FLAG: &str = "--answers FILE";

/// Answers to what exercises ask.
#[derive(Debug)]
pub enum Answers {
    /// Asked for as they are needed.
    Terminal,
    /// By the exercise's slug: letters such as `a,c` for the options in their order, or `yes` or `no`.
    Given(BTreeMap<&'static str, String>),
}

impl Answers {
    /// The answers in a TOML file, such as `"7.1" = "a,c"`; without a file they are asked for.
    ///
    /// # Errors
    /// When the file cannot be read, is not TOML of that shape, or names something that is no exercise that asks.
    pub fn read(file: Option<&Path>) -> Result<Self> {
        let Some(file) = file else { return Ok(Self::Terminal) };
        let text = fs::read_to_string(file)
            .map_err(|error| Failure::usage(format!("--answers {}: {error}", file.display())))?;
        let given: BTreeMap<String, String> = toml::from_str(&text).map_err(|error| {
            Failure::usage(format!("{} is not right:\n{error}", file.display())).hint(
                "Each line is an exercise and its answer, both in quotes: \"7.1\" = \"a,c\" or \"7.2\" = \"yes\".",
            )
        })?;
        let named = given.into_iter().map(|(name, answer)| Ok((asked(&name, file)?.slug, answer)));
        named.collect::<Result<_>>().map(Self::Given)
    }

    /// The options chosen, by their places, in order and none twice.
    pub fn choose(
        &self,
        exercise: &Exercise,
        question: &str,
        options: Vec<String>,
        several: bool,
    ) -> Result<Vec<usize>> {
        if let Self::Given(given) = self {
            return letters(&given_for(given, exercise)?, options.len(), exercise);
        }
        if several {
            let chosen = prompt(MultiSelect::new(question, options).raw_prompt(), FLAG)?;
            return Ok(chosen.into_iter().map(|option| option.index).collect());
        }
        prompt(Select::new(question, options).raw_prompt(), FLAG).map(|option| vec![option.index])
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

fn asked(name: &str, file: &Path) -> Result<&'static Exercise> {
    let exercise = catalog::exercise(name)
        .map_err(|failure| Failure { message: format!("{}: {}", file.display(), failure.message), ..failure })?;
    if exercise.asks.is_some() {
        return Ok(exercise);
    }
    let message = format!("{}: {} asks nothing; it is looked at in the account", file.display(), exercise.heading());
    Err(Failure::usage(message).hint("Remove its line."))
}

fn given_for(given: &BTreeMap<&str, String>, exercise: &Exercise) -> Result<String> {
    given.get(exercise.slug).map(|answer| answer.trim().to_lowercase()).ok_or_else(|| {
        let id = exercise.id();
        Failure::usage(format!("the file of answers has none for {id}"))
            .hint(format!("Add a line such as \"{id}\" = \"a\"."))
    })
}

fn letters(answer: &str, options: usize, exercise: &Exercise) -> Result<Vec<usize>> {
    let place = |letter: &str| {
        let mut chars = letter.trim().chars();
        let place = chars.next().and_then(|c| usize::try_from(u32::from(c).checked_sub(u32::from('a'))?).ok());
        place.filter(|place| *place < options && chars.next().is_none())
    };
    let places: Option<Vec<usize>> = answer.split(',').map(place).collect();
    let mut places = places.ok_or_else(|| {
        let last = char::from_u32(u32::from('a') + options.saturating_sub(1) as u32).unwrap_or('z');
        wrong(exercise, answer, &format!("letters from a to {last} with commas between"))
    })?;
    places.sort_unstable();
    places.dedup();
    Ok(places)
}

fn wrong(exercise: &Exercise, answer: &str, expected: &str) -> Failure {
    Failure::usage(format!("the answer to {} is `{answer}`; expected {expected}", exercise.id()))
}
