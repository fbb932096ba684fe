//! How much of a chapter and of the book is done, as bars of characters.

use crate::catalog::{Chapter, Plan};
use crate::progress::Progress;

/// The columns of a bar without its brackets.
const LENGTH: usize = 10;
const SHORT: usize = 5;

/// The bars of a chapter and of the whole book; short ones if there are few columns. If both do not fit, the book has its
/// numbers alone.
pub fn bars(chapter: Option<&'static Chapter>, plan: Plan, progress: &Progress, columns: usize) -> String {
    let length = if columns < 60 { SHORT } else { LENGTH };
    let steps = |chapter: &'static Chapter| chapter.steps().filter(move |step| plan.has(*step));
    let of_chapter = |chapter: &'static Chapter| {
        format!("chapter {} {}  ", chapter.number, bar(progress.done_of(steps(chapter)), length))
    };
    let chapter = chapter.map(of_chapter).unwrap_or_default();
    let book = progress.done_of(plan.steps());
    let both = format!("{chapter}book {}", bar(book, length));
    if both.len() <= columns { both } else { format!("{chapter}book {}", numbers(book)) }
}

fn bar(counts: (usize, usize), length: usize) -> String {
    let (done, all) = counts;
    let full = (done * length).checked_div(all).unwrap_or(0);
    format!("[{}{}] {}", "#".repeat(full), "-".repeat(length - full), numbers(counts))
}

fn numbers((done, all): (usize, usize)) -> String {
    format!("{done}/{all}")
}
