//! The attempts at the chapters' quizzes.

use std::collections::BTreeMap;

use jiff::Timestamp;

use super::Progress;
use super::attempts::{Attempt, Attempts};
use crate::catalog::{CHAPTERS, Chapter, QuestionTemplate, question_key};
use crate::quiz::Marked;

impl Progress {
    /// The attempts at the quiz of a chapter.
    pub fn quiz(&self, chapter: &Chapter) -> Attempts {
        self.quizzes.get(&key(chapter)).cloned().unwrap_or_default()
    }

    /// Notes the answers of one round. The attempt counts the chapter's own questions, the boxes all that were asked.
    pub fn take_quiz(&mut self, chapter: &'static Chapter, marked: &[Marked], at: Timestamp) {
        let own: Vec<&Marked> = marked.iter().filter(|answer| answer.question.chapter == chapter.number).collect();
        self.note_asked(chapter, own.iter().map(|answer| answer.question.id), at);
        self.quizzes.entry(key(chapter)).or_default().push(Attempt::new(&own, at));
        self.boxes.take_in(marked.iter().map(|answer| (answer.question.key(), answer.is_right())));
    }

    /// The questions of that chapter and of earlier ones that are due again, the most urgent first.
    pub fn due(&self, chapter: &Chapter) -> Vec<(&'static Chapter, &'static QuestionTemplate)> {
        let earlier = CHAPTERS.iter().filter(|other| other.number <= chapter.number);
        let known: BTreeMap<String, _> = earlier
            .flat_map(|other| other.quiz.iter().map(move |q| (question_key(other.number, q.id), (other, q))))
            .collect();
        self.boxes.due().into_iter().filter_map(|key| known.get(key).copied()).collect()
    }
}

/// Such as `ch04`.
fn key(chapter: &Chapter) -> String {
    format!("ch{:02}", chapter.number)
}
