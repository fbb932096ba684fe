//! A question with choices, and a confirmation.

use msl_learn_checks::Finding;

use super::answers::Answers;
use crate::catalog::Exercise;
use crate::checked::{fails, holds};
use crate::failure::Result;
use crate::pages::quiz;
use crate::quiz::Choice;
use crate::ui::{Line, Printer, markdown};

/// Asks, and explains each choice that was made. Does not tell which others would have been right.
pub fn ask(
    exercise: &Exercise,
    question: &str,
    choices: &[Choice],
    answers: &Answers,
    printer: &mut Printer,
) -> Result<Vec<Finding>> {
    let mut asked = markdown::render(question, printer.width());
    asked.push(Line::default());
    printer.lines(&asked)?;
    let chosen = answers.choose(exercise, choices, printer.width())?;
    printer.lines(&explained(&chosen, printer.width()))?;
    Ok(vec![judge(exercise, question, choices, &chosen)])
}

pub(super) fn explained(chosen: &[&Choice], width: usize) -> Vec<Line> {
    chosen.iter().flat_map(|choice| quiz::explanation(choice, true, width)).collect()
}

fn judge(exercise: &Exercise, question: &str, choices: &[Choice], chosen: &[&Choice]) -> Finding {
    let clause = format!("your answer is right: {}", quiz::label(question));
    let labels: Vec<String> = chosen.iter().map(|choice| quiz::label(&choice.text)).collect();
    let found = if labels.is_empty() { "no answer".to_owned() } else { labels.join("; ") };
    let wrong = chosen.iter().any(|choice| !choice.right);
    let right = choices.iter().filter(|choice| choice.right).count();
    if !wrong && chosen.len() == right {
        return holds(clause, found);
    }
    fails(clause, if wrong { "another answer" } else { "one more answer" }, found, advice(exercise))
}

fn advice(exercise: &Exercise) -> String {
    format!("Run `msl-learn read {}`, then answer again.", exercise.id())
}

/// Asks for a yes, which shows that the exercise is done.
pub fn confirm(exercise: &Exercise, question: &str, answers: &Answers) -> Result<Vec<Finding>> {
    let clause = format!("you confirm it: {question}");
    if answers.confirm(exercise, question)? {
        return Ok(vec![holds(clause, "yes")]);
    }
    Ok(vec![fails(clause, "yes", "no", advice(exercise))])
}
