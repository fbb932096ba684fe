//! A question with options, and a confirmation.

use msl_learn_checks::{Finding, Learner};

use super::{Answers, fails, holds};
use crate::catalog::{Choice, Exercise};
use crate::commands::{fill, shown};
use crate::failure::Result;
use crate::ui::Printer;

/// One option with the learner's own names in it.
pub struct Choosable {
    text: String,
    right: bool,
    explanation: String,
}

/// The options as the learner reads them.
pub fn options(learner: &Learner, options: &[Choice]) -> Result<Vec<Choosable>> {
    let choosable = |option: &Choice| {
        Ok(Choosable {
            text: fill(learner, option.text)?,
            right: option.right,
            explanation: fill(learner, option.explanation)?,
        })
    };
    options.iter().map(choosable).collect()
}

/// Asks, and explains each option that was chosen; which others would have been right is not told.
pub fn ask(
    exercise: &Exercise,
    question: &str,
    options: &[Choosable],
    answers: &Answers,
    printer: &mut Printer,
) -> Result<Vec<Finding>> {
    let several = options.iter().filter(|option| option.right).count() > 1;
    let texts = options.iter().map(|option| option.text.clone()).collect();
    let chosen = answers.choose(exercise, question, texts, several)?;
    shown(printer.text(&explanation(options, &chosen)))?;
    Ok(vec![judge(exercise, question, options, &chosen)])
}

/// A line for each option that was chosen.
pub(super) fn explanation(options: &[Choosable], chosen: &[usize]) -> String {
    let line = |place: &usize| {
        let Choosable { text, right, explanation } = &options[*place];
        format!("{}: {}. {explanation}\n", if *right { "right" } else { "wrong" }, text.trim_end_matches('.'))
    };
    chosen.iter().map(line).collect()
}

fn judge(exercise: &Exercise, question: &str, options: &[Choosable], chosen: &[usize]) -> Finding {
    let clause = format!("your answer is right: {question}");
    let texts: Vec<&str> = chosen.iter().map(|place| options[*place].text.as_str()).collect();
    let found = if texts.is_empty() { "no answer".to_owned() } else { texts.join("; ") };
    let all_right = (0..options.len()).all(|place| options[place].right == chosen.contains(&place));
    if all_right {
        return holds(clause, found);
    }
    let wrong = chosen.iter().any(|place| !options[*place].right);
    let expected = if wrong { "another answer" } else { "one more answer" };
    fails(
        clause,
        expected,
        found,
        format!("`msl-learn read {}` shows the way there; then answer again.", exercise.id()),
    )
}

/// A yes shows that it was done.
pub fn confirm(exercise: &Exercise, question: &str, answers: &Answers) -> Result<Vec<Finding>> {
    let clause = format!("you confirm it: {question}");
    if answers.confirm(exercise, question)? {
        return Ok(vec![holds(clause, "yes")]);
    }
    let advice = format!("`msl-learn read {}` shows the way there; then answer again.", exercise.id());
    Ok(vec![fails(clause, "yes", "no", advice)])
}
