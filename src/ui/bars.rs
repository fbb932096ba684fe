//! How far each chapter is: a bar, and the same in words.

use super::style::Meaning;
use super::text::{Line, Span};
use super::time::duration;
use crate::progress::Tally;

/// The widest bar, in columns.
const WIDEST: usize = 40;
/// What the words beside the bar take.
const BESIDE: usize = 24;

/// All chapters, and the sum where there are several.
pub fn page(chapters: &[Tally], width: usize) -> Vec<Line> {
    let mut page: Vec<Line> = chapters.iter().flat_map(|chapter| bar(chapter, width)).collect();
    if chapters.len() > 1 {
        let sum = |count: fn(&Tally) -> usize| chapters.iter().map(count).sum::<usize>();
        let (done, all) = (sum(|c| c.done), sum(|c| c.exercises));
        let time = duration(chapters.iter().map(|chapter| chapter.worked_seconds).sum());
        page.push(Line::from(Span::plain(&format!("{done} of {all} done in all, {time}"))));
        page.push(Line::default());
    }
    page
}

fn bar(chapter: &Tally, width: usize) -> Vec<Line> {
    let columns = WIDEST.min(width.saturating_sub(BESIDE));
    let filled = columns * chapter.done / chapter.exercises.max(1);
    let heading = format!("Chapter {}: {}", chapter.chapter, chapter.title);
    let bar = Line::from(Span::plain("  ["))
        .with(Span::new(&"#".repeat(filled), Meaning::Good))
        .with(Span::new(&"-".repeat(columns - filled), Meaning::Dim))
        .with(Span::plain(&format!("] {} of {} done", chapter.done, chapter.exercises)));
    let mut lines = vec![Line::from(Span::new(&heading, Meaning::Heading)), bar];
    lines.extend(beside(chapter).map(|words| Line::from(Span::plain(&words))));
    lines.push(Line::default());
    lines
}

/// What the bar does not show, if there is anything.
fn beside(chapter: &Tally) -> Option<String> {
    let counted = [(chapter.skipped, "skipped"), (chapter.reopened, "reopened")];
    let counted = counted.into_iter().filter(|(count, _)| *count > 0);
    let mut parts: Vec<String> = counted.map(|(count, word)| format!("{count} {word}")).collect();
    if chapter.worked_seconds > 0 {
        parts.push(format!("{} of work", duration(chapter.worked_seconds)));
    }
    parts.extend(chapter.quiz.iter().map(|quiz| format!("quiz {} of {}", quiz.right, quiz.questions)));
    (!parts.is_empty()).then(|| format!("  {}", parts.join(", ")))
}
