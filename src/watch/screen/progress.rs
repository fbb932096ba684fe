//! How much of a chapter and of the book is done, as bars of characters.

use crate::catalog::{Chapter, Plan, Step};
use crate::progress::Progress;

/// The columns of a bar without its brackets.
const LENGTH: usize = 10;
const SHORT: usize = 5;

/// The bars of a chapter and of the whole book; short ones if there are few columns.
pub fn bars(chapter: Option<&'static Chapter>, plan: Plan, progress: &Progress, columns: usize) -> String {
    let length = if columns < 60 { SHORT } else { LENGTH };
    let book = format!("book {}", bar(plan.steps(), progress, length));
    match chapter {
        Some(chapter) => {
            let steps = chapter.steps().filter(|step| plan.has(*step));
            format!("chapter {} {}  {book}", chapter.number, bar(steps, progress, length))
        }
        None => book,
    }
}

fn bar(steps: impl Iterator<Item = Step>, progress: &Progress, length: usize) -> String {
    let (done, all) = progress.done_of(steps);
    let full = (done * length).checked_div(all).unwrap_or(0);
    format!("[{}{}] {done}/{all}", "#".repeat(full), "-".repeat(length - full))
}
