//! A quiz as the learner reads it: a question, its choices with explanations, and at the end the score.

use crate::progress::{Attempt, Attempts};
use crate::quiz::{Choice, Marked, Question};
use crate::ui::markdown::render;
use crate::ui::time::day;
use crate::ui::{Line, Meaning, Span, Style, blanks, prefixed};

/// A width at which no choice is wrapped.
const UNWRAPPED: usize = 10_000;

/// Heading and text of a question; its choices come with the answer.
pub fn question(question: &Question, number: usize, all: usize, width: usize) -> Vec<Line> {
    let again = if question.again { format!(" (missed before, chapter {})", question.chapter) } else { String::new() };
    let heading = format!("Question {number} of {all}{again}: {}", question.title);
    let mut lines = render(&format!("## {heading}\n\n{}", question.text), width);
    lines.push(Line::default());
    lines
}

/// The choices with their letters, and how many are right, for learners who answer in a file.
pub fn choices(question: &Question, width: usize) -> Vec<Line> {
    let rows = question.choices.iter().flat_map(|choice| beside(&Span::plain(&letter(choice)), &choice.text, width));
    let mut lines: Vec<Line> = rows.collect();
    let count = question.right().len();
    let note = format!("  id {}, right: {count} of {}", question.id, question.choices.len());
    lines.extend([Line::from(Span::new(&note, Meaning::Dim)), Line::default()]);
    lines
}

/// A choice in one line of plain text, for a menu that wraps by itself.
pub fn label(markdown: &str) -> String {
    render(markdown, UNWRAPPED).iter().map(Line::text).collect::<Vec<_>>().join(" ")
}

/// Whether the answer was right, and whether and why each choice is.
pub fn explained(marked: &Marked, width: usize) -> Vec<Line> {
    let (word, meaning) = if marked.is_right() { ("Right.", Meaning::Good) } else { ("Wrong.", Meaning::Bad) };
    let verdict = Span::new(word, Style::from(meaning).and(Meaning::Strong));
    let key = Span::new(" [x] marks what you chose.", Meaning::Dim);
    let mut lines = vec![Line::from(verdict).with(key), Line::default()];
    lines.extend(marked.question.choices.iter().flat_map(|choice| explanation(choice, marked.has(choice), width)));
    lines
}

/// The questions that a quiz begins with.
pub fn to_ask_again(count: usize) -> String {
    match count {
        1 => "a question that you missed before".into(),
        _ => format!("{count} questions that you missed before"),
    }
}

/// How many of the chapter's own questions were right, earlier scores, and what to read again.
pub fn score(chapter: u8, marked: &[Marked], earlier: &Attempts, width: usize) -> Vec<Line> {
    let (own, others): (Vec<&Marked>, Vec<&Marked>) =
        marked.iter().partition(|answer| answer.question.chapter == chapter);
    let count = |answers: &[&Marked]| answers.iter().filter(|answer| answer.is_right()).count();
    let right = count(&own);
    let meaning = if right == own.len() { Meaning::Good } else { Meaning::Notice };
    let mut line = Line::from(Span::new(&format!("{right} of {} right.", own.len()), meaning));
    if let (Some(best), Some(last)) = (earlier.best(), earlier.last()) {
        line.push(Span::new(&format!(" Before: at best {}, last {}.", describe(best), describe(last)), Meaning::Dim));
    }
    let missed = marked.iter().filter(|answer| !answer.is_right());
    let missed: Vec<Line> =
        missed.flat_map(|answer| beside(&Span::plain("  - "), &answer.question.title, width)).collect();
    let mut lines = vec![line];
    if !others.is_empty() {
        let again = format!("Of earlier chapters, asked again: {} of {} right.", count(&others), others.len());
        lines.push(Line::from(Span::plain(&again)));
    }
    if !missed.is_empty() {
        let title = format!("To read again, with `msl-learn read {chapter}`:");
        lines.extend([Line::default(), Line::from(Span::plain(&title))]);
    }
    lines.extend(missed);
    lines
}

fn describe(attempt: &Attempt) -> String {
    format!("{} of {} on {}", attempt.right(), attempt.asked.len(), day(attempt.at))
}

/// A choice with its explanation, marked when it was chosen.
pub fn explanation(choice: &Choice, chosen: bool, width: usize) -> Vec<Line> {
    let mark = if chosen { "[x]" } else { "[ ]" };
    let (word, meaning) = if choice.right { ("right", Meaning::Good) } else { ("wrong", Meaning::Bad) };
    let label = Span::new(&format!("  {mark} {word}  "), meaning);
    let mut lines = beside(&label, &choice.text, width);
    lines = lines.into_iter().map(|line| line.also(Meaning::Strong)).collect();
    lines.extend(beside(&blanks(label.width()), &choice.explanation, width));
    lines.push(Line::default());
    lines
}

/// Markdown in a column of its own, beside a label.
fn beside(label: &Span, markdown: &str, width: usize) -> Vec<Line> {
    let indent = label.width();
    prefixed(label, &blanks(indent), render(markdown, width.saturating_sub(indent)))
}

fn letter(choice: &Choice) -> String {
    format!("  {})  ", choice.letter)
}
