//! What the dojo says: where the practice account was brought to, and that what the learner had is back.

use crate::catalog::Exercise;
use crate::ui::{Line, Meaning, Span, Style, hanging, lines, paragraph};

/// Where `next` leads after `practice goto`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Onward {
    ToIt,
    AfterIt,
    /// A chapter or a quiz before it is still open.
    ToEarlier,
}

/// After `practice goto`; `brought` exercises are in the account without the learner's work.
pub fn arrived(exercise: &Exercise, onward: Onward, is_done: bool, brought: usize, width: usize) -> Vec<Line> {
    let state = if is_done { "is done" } else { "begins" };
    let id = exercise.id();
    let next = match onward {
        Onward::ToIt => "`msl-learn next` begins it.".to_owned(),
        Onward::AfterIt => "`msl-learn next` goes on after it.".to_owned(),
        Onward::ToEarlier => format!(
            "`msl-learn next` goes on with a chapter or a quiz before it. `msl-learn read {id}` says what to do here, and `msl-learn \
             check {id}` how far it is."
        ),
    };
    let mut page =
        paragraph(&format!("The practice account is where {} {state}.", exercise.heading()), Meaning::Strong, width);
    if brought > 0 {
        let text = format!("In your progress, exercises that are brought here: {brought}. They do not count as done.");
        page.extend(paragraph(&text, Style::default(), width));
    }
    page.extend(paragraph(&next, Style::default(), width));
    page.extend(paragraph(
        "What you had is kept: `msl-learn practice goto --back` brings it back.",
        Style::default(),
        width,
    ));
    page
}

/// After `practice goto --back`; `aside` are files that the learner has changed meanwhile.
pub fn returned(aside: &[String], width: usize) -> Vec<Line> {
    let mut page = paragraph("The practice account and your files are as they were before.", Meaning::Strong, width);
    if !aside.is_empty() {
        page.extend(paragraph("Files that you changed meanwhile are put aside:", Style::default(), width));
        page.extend(aside.iter().flat_map(|path| hanging(&Span::plain("  "), &lines(path, Style::default()), width)));
    }
    page
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog;

    fn text(page: &[Line]) -> String {
        page.iter().map(Line::text).collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn where_the_account_was_brought() {
        let exercise = catalog::exercise("5.3").expect("an exercise");
        let pages = [
            arrived(exercise, Onward::ToIt, false, 10, 80),
            arrived(exercise, Onward::AfterIt, true, 0, 80),
            arrived(exercise, Onward::ToEarlier, false, 0, 80),
        ];
        let back = [returned(&[], 80), returned(&["api/get-headers.json.away".into()], 80)];
        insta::assert_snapshot!(pages.iter().chain(&back).map(|page| text(page)).collect::<Vec<_>>().join("\n\n"));
    }
}
