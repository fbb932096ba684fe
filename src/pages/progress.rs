//! How far each chapter is: a bar, and the same in words.

use crate::progress::Tally;
use crate::ui::time::duration;
use crate::ui::{Line, Meaning, Span, wrap_all};

/// The widest bar, in columns.
const WIDEST: usize = 40;
/// The columns of the words beside the bar.
const BESIDE: usize = 24;

/// The chapters that have something to do, and the sum if there are several.
pub fn bars(chapters: &[Tally], width: usize) -> Vec<Line> {
    let with_steps: Vec<&Tally> = chapters.iter().filter(|chapter| chapter.steps > 0).collect();
    let mut page: Vec<Line> = with_steps.iter().flat_map(|chapter| bar(chapter, width)).collect();
    if with_steps.len() > 1 {
        let sum = |count: fn(&Tally) -> usize| chapters.iter().map(count).sum::<usize>();
        let (done, all) = (sum(|c| c.steps_done), sum(|c| c.steps));
        let work = match sum_of_work(chapters) {
            0 => String::new(),
            seconds => format!(", {} of work", duration(seconds)),
        };
        page.push(Line::from(Span::plain(&format!("{done} of {all} done in all{work}"))));
        page.push(Line::default());
    }
    page
}

/// After a change that overwrites a good part of it: where the file before is.
pub fn kept(path: &str) -> String {
    format!("Your progress before this is kept in your workspace: {path}")
}

fn sum_of_work(chapters: &[Tally]) -> u64 {
    chapters.iter().map(|chapter| chapter.worked_seconds).sum()
}

fn bar(chapter: &Tally, width: usize) -> Vec<Line> {
    let columns = WIDEST.min(width.saturating_sub(BESIDE));
    let filled = columns * chapter.steps_done / chapter.steps.max(1);
    let heading = format!("Chapter {}: {}", chapter.chapter, chapter.title);
    let bar = Line::from(Span::plain("  ["))
        .with(Span::new(&"#".repeat(filled), Meaning::Good))
        .with(Span::new(&"-".repeat(columns - filled), Meaning::Dim))
        .with(Span::plain(&format!("] {} of {} done", chapter.steps_done, chapter.steps)));
    let mut lines = vec![Line::from(Span::new(&heading, Meaning::Heading)), bar];
    let words = beside(chapter).map(|words| Line::from(Span::plain(&words)));
    lines.extend(wrap_all(&words.into_iter().collect::<Vec<_>>(), width));
    lines.push(Line::default());
    lines
}

/// The state of a reading in words, by its name.
fn reading(state: &str) -> String {
    match state {
        "done" => "chapter read",
        "skipped" => "chapter skipped",
        _ => "chapter to read",
    }
    .into()
}

/// What the bar does not show.
fn beside(chapter: &Tally) -> Option<String> {
    let mut parts = Vec::new();
    if chapter.plan.has_readings() {
        parts.extend(chapter.reading.map(reading));
        if chapter.exercises > 0 {
            parts.push(format!("exercises {} of {}", chapter.done, chapter.exercises));
        }
    }
    let counted = [
        (chapter.skipped, "skipped"),
        (chapter.reopened, "reopened"),
        (chapter.unavailable, "not available"),
        (chapter.brought, "brought here"),
    ];
    let counted = counted.into_iter().filter(|(count, _)| *count > 0);
    parts.extend(counted.map(|(count, word)| format!("{count} {word}")));
    if chapter.worked_seconds > 0 {
        parts.push(format!("{} of work", duration(chapter.worked_seconds)));
    }
    parts.extend(match (&chapter.quiz, chapter.quiz_state) {
        (Some(quiz), _) => Some(format!("quiz {} of {}", quiz.right, quiz.questions)),
        (None, Some("skipped")) if chapter.plan.has_readings() => Some("quiz skipped".into()),
        (None, Some(_)) if chapter.plan.has_readings() => Some("quiz to take".into()),
        _ => None,
    });
    (!parts.is_empty()).then(|| format!("  {}", parts.join(", ")))
}
