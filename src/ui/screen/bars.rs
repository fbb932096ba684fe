//! How much of a chapter and of the book is done, as bars of characters.

use crate::catalog::{self, Chapter, Exercise};
use crate::progress::Progress;

/// Columns of a bar, without its brackets.
const LENGTH: usize = 10;
const SHORT: usize = 5;

/// The bars of a chapter and of the whole book; short ones where there are few columns.
pub fn bars(chapter: Option<&'static Chapter>, progress: &Progress, columns: usize) -> String {
    let length = if columns < 60 { SHORT } else { LENGTH };
    let book = format!("book {}", bar(catalog::exercises(), progress, length));
    match chapter {
        Some(chapter) => {
            format!("chapter {} {}  {book}", chapter.number, bar(chapter.exercises.iter(), progress, length))
        }
        None => book,
    }
}

fn bar(exercises: impl Iterator<Item = &'static Exercise>, progress: &Progress, length: usize) -> String {
    let (mut all, mut done) = (0, 0);
    for exercise in exercises {
        all += 1;
        done += usize::from(progress.entry(exercise).is_done());
    }
    let full = (done * length).checked_div(all).unwrap_or(0);
    format!("[{}{}] {done}/{all}", "#".repeat(full), "-".repeat(length - full))
}
