//! The page of a chapter to read or of a quiz to take.

use crate::catalog::{Chapter, Step};
use crate::map::Map;
use crate::pages::map as map_page;
use crate::ui::{Line, Meaning, Span, Style, hanging, lines, paragraph};
use crate::watch::session::Session;

/// What to do, and what the chapter has.
pub fn page(step: Step, chapter: &'static Chapter, session: &Session, width: usize) -> Vec<Line> {
    let mut page = paragraph(note(step, session), Meaning::Strong, width);
    page.push(Line::default());
    match step {
        Step::Quiz(_) => {
            page.extend(quiz(chapter, session, width));
            page.extend(built(chapter.number, session, width));
        }
        _ => page.extend(contents(chapter, width)),
    }
    page
}

/// What the learner has built in a chapter, as the progress has it; nothing if nothing is built in it.
pub fn built(chapter: u8, session: &Session, width: usize) -> Vec<Line> {
    let Ok(map) = Map::recorded(&session.learner, &session.progress) else { return Vec::new() };
    if !map.has_begun(chapter) {
        return Vec::new();
    }
    let mut page = vec![Line::default(), Line::from(Span::new("What stands now", Meaning::Heading))];
    page.extend(map_page::chapter(&map, chapter, width));
    page
}

/// The state of a chapter or quiz in one word, for the right end of the head.
pub fn state(session: &Session) -> Option<(&'static str, Meaning)> {
    let step = session.step.filter(|step| step.exercise().is_none())?;
    if session.progress.is_finished(step) {
        return Some((if matches!(step, Step::Quiz(_)) { "taken" } else { "read" }, Meaning::Good));
    }
    (!session.progress.is_open(step)).then_some(("skipped", Meaning::Dim))
}

fn note(step: Step, session: &Session) -> &'static str {
    let progress = &session.progress;
    match step {
        _ if !progress.is_open(step) && !progress.is_finished(step) => {
            "You went past this: it does not count as done. `n` goes on."
        }
        Step::Quiz(_) if progress.is_finished(step) => "Taken. `n` goes on; `u` asks it again.",
        Step::Quiz(_) => "`u` takes the quiz, `w` opens the chapter, `x` goes past it.",
        _ if progress.is_finished(step) => "Read. `n` goes on; `w` opens the chapter again.",
        _ if progress.record(step).shown.is_some() => "When you have read it, `n` goes on. `w` opens it again.",
        _ => "`w` opens the chapter. When you have read it, `n` goes on; `x` goes past it.",
    }
}

fn contents(chapter: &Chapter, width: usize) -> Vec<Line> {
    let mut page = paragraph("In this chapter:", Meaning::Dim, width);
    let label = Span::plain("  - ");
    page.extend(
        chapter.sections.iter().flat_map(|section| hanging(&label, &lines(section.title, Style::default()), width)),
    );
    page
}

fn quiz(chapter: &'static Chapter, session: &Session, width: usize) -> Vec<Line> {
    let questions = chapter.quiz.len();
    let text = format!(
        "{questions} questions, six at a time, with one or several right answers. Every choice is explained once you have \
         answered. What you miss comes back in later quizzes."
    );
    let mut page = paragraph(&text, Meaning::Dim, width);
    let (asked, all) = session.progress.asked_of(chapter);
    if (1..all).contains(&asked) {
        page.extend(paragraph(&format!("Asked so far: {asked} of {all}."), Meaning::Notice, width));
    }
    if let Some(best) = session.progress.quiz(chapter).best() {
        let (right, asked) = (best.right(), best.asked.len());
        page.extend(paragraph(&format!("At best so far: {right} of {asked} right."), Meaning::Notice, width));
    }
    page
}
