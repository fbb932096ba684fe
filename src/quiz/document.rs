//! `msl-learn quiz --answers FILE --format json`; a promise to scripts.

use serde::Serialize;

use super::question::Marked;
use crate::catalog::Chapter;

/// The version of the document.
const SCHEMA: u32 = 1;

#[derive(Serialize)]
pub struct Document<'a> {
    schema: u32,
    chapter: u8,
    asked: usize,
    right: usize,
    questions: Vec<Row<'a>>,
}

/// Choices are named by their letters.
#[derive(Serialize)]
struct Row<'a> {
    id: &'a str,
    title: &'a str,
    right: bool,
    chosen: &'a [char],
    expected: Vec<char>,
}

pub fn of<'a>(chapter: &Chapter, marked: &'a [Marked]) -> Document<'a> {
    let rows = marked.iter().map(|answer| Row {
        id: answer.question.id,
        title: &answer.question.title,
        right: answer.is_right(),
        chosen: &answer.chosen,
        expected: answer.question.right(),
    });
    Document {
        schema: SCHEMA,
        chapter: chapter.number,
        asked: marked.len(),
        right: marked.iter().filter(|answer| answer.is_right()).count(),
        questions: rows.collect(),
    }
}
