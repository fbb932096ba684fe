//! A learner's file against the starter file, as a unified diff.

use similar::{ChangeTag, TextDiff};

use crate::ui::{Line, Meaning, Span, lines};
use crate::workspace::starter::Change;

/// The lines around each difference.
const CONTEXT: usize = 3;
/// The most lines of one file that are shown; nobody reads more in a terminal.
const LONGEST: usize = 200;

/// The changes that would turn the learner's file back into the starter file.
pub fn unified(path: &str, change: &Change) -> Vec<Line> {
    let Some(yours) = &change.yours else {
        return vec![Line::from(Span::plain("  Yours is no text, so the two cannot be shown side by side."))];
    };
    let diff = TextDiff::from_lines(yours.as_str(), change.starter.as_str());
    let mut shown = vec![header("---", path, "yours"), header("+++", path, "starter")];
    for hunk in diff.unified_diff().context_radius(CONTEXT).iter_hunks() {
        shown.push(Line::from(Span::new(&hunk.header().to_string(), Meaning::Dim)));
        shown.extend(hunk.iter_changes().flat_map(|change| row(change.tag(), change.value())));
    }
    let left_out = shown.len().saturating_sub(LONGEST);
    shown.truncate(LONGEST);
    if left_out > 0 {
        shown.push(Line::from(Span::new(&format!("… and {left_out} more lines"), Meaning::Dim)));
    }
    shown
}

fn header(mark: &str, path: &str, whose: &str) -> Line {
    Line::from(Span::new(&format!("{mark} {path} ({whose})"), Meaning::Strong))
}

fn row(tag: ChangeTag, value: &str) -> Vec<Line> {
    match tag {
        ChangeTag::Delete => lines(&format!("-{value}"), Meaning::Bad),
        ChangeTag::Insert => lines(&format!("+{value}"), Meaning::Good),
        ChangeTag::Equal => lines(&format!(" {value}"), Meaning::Dim),
    }
}
