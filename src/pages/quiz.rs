//! A quiz as the learner reads it: a question, its choices with explanations, and at the end the score.

use crate::catalog::titles;
use crate::progress::{Attempt, Attempts};
use crate::quiz::{Choice, Marked, Question};
use crate::ui::markdown::render;
use crate::ui::time::day;
use crate::ui::{Line, Meaning, Span, Style, blanks, hanging, prefixed};

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

/// A choice in one line of plain text.
pub fn label(markdown: &str) -> String {
    render(markdown, UNWRAPPED).iter().map(Line::text).collect::<Vec<_>>().join(" ")
}

/// A choice in plain text for a menu, which puts `mark` columns before it: what goes on hangs below its beginning.
pub fn hanging_label(markdown: &str, mark: usize, width: usize) -> String {
    let lines = render(markdown, width.saturating_sub(mark));
    lines.iter().map(Line::text).collect::<Vec<_>>().join(&format!("\n{:mark$}", ""))
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
    // Whoever leaves early may have been asked of earlier chapters alone.
    let mut lines = if own.is_empty() { Vec::new() } else { vec![line] };
    if !others.is_empty() {
        let again = format!("Of earlier chapters, asked again: {} of {} right.", count(&others), others.len());
        lines.push(Line::from(Span::plain(&again)));
    }
    lines.extend(to_read_again(&missed.map(|answer| &answer.question).collect::<Vec<_>>(), width));
    lines
}

/// The sections that tell what was missed, each once, with what shows it.
fn to_read_again(missed: &[&Question], width: usize) -> Vec<Line> {
    let names: Vec<String> = missed.iter().map(|question| question.told_in()).collect();
    let places: Vec<_> = titles().into_iter().filter(|(name, _)| names.contains(name)).collect();
    let longest = places.iter().map(|(name, _)| name.len()).max().unwrap_or(0);
    let rows = places.iter().flat_map(|(name, title)| {
        let label = Span::new(&format!("  msl-learn read {name:<longest$}  "), Meaning::Code);
        hanging(&label, &[Line::from(Span::plain(title))], width)
    });
    let rows: Vec<Line> = rows.collect();
    let title = (!rows.is_empty()).then(|| [Line::default(), Line::from(Span::plain("To read again:"))]);
    title.into_iter().flatten().chain(rows).collect()
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::chapter;
    use crate::quiz::all_right;

    #[test]
    fn a_choice_hangs_below_its_beginning_in_a_menu() {
        let label = hanging_label("The `Host` header of a visitor, kept as it is", 2, 28);
        assert_eq!(label, "The `Host` header of a\n  visitor, kept as it is");
        assert_eq!(hanging_label("Short", 6, 80), "Short");
    }

    #[test]
    fn what_was_missed_names_each_section_once() {
        let marked = all_right(chapter(5).expect("a chapter"));
        let missed: Vec<&Question> = marked.iter().map(|answer| &answer.question).collect();
        let lines: Vec<String> = to_read_again(&missed, 80).iter().map(Line::text).collect();
        assert_eq!(lines[..3], ["", "To read again:", "  msl-learn read 5.1   Creating a new web page"]);
        assert_eq!(lines[lines.len() - 1], "  msl-learn read 5.13  Exporting the API integration");
        assert_eq!(lines.len(), 2 + 13);
        assert!(to_read_again(&[], 80).is_empty());
    }
}
