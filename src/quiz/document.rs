//! `msl-learn quiz --answers FILE --format json`; a promise to scripts.

use serde::Serialize;

use super::question::Marked;
use crate::catalog::Chapter;

/// The version of the document.
const SCHEMA: u32 = 1;

/// The marked answers to a chapter's questions.
#[derive(Serialize)]
pub struct QuizDocument<'a> {
    schema: u32,
    chapter: u8,
    asked: usize,
    right: usize,
    questions: Vec<QuizRow<'a>>,
}

/// One question; choices are named by their letters.
#[derive(Serialize)]
struct QuizRow<'a> {
    id: &'a str,
    title: &'a str,
    right: bool,
    chosen: &'a [char],
    expected: Vec<char>,
}

impl<'a> QuizDocument<'a> {
    pub fn new(chapter: &Chapter, marked: &'a [Marked]) -> Self {
        let rows = marked.iter().map(|answer| QuizRow {
            id: answer.question.id,
            title: &answer.question.title,
            right: answer.is_right(),
            chosen: &answer.chosen,
            expected: answer.question.right(),
        });
        Self {
            schema: SCHEMA,
            chapter: chapter.number,
            asked: marked.len(),
            right: marked.iter().filter(|answer| answer.is_right()).count(),
            questions: rows.collect(),
        }
    }
}
