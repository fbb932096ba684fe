//! What the dojo says: where the practice account was brought to, and that what the learner had is back.

use crate::catalog::Exercise;
use crate::ui::{Line, Meaning, Span, Style, hanging, lines, paragraph};
use crate::workspace::own::Making;

/// After `practice goto`; `brought` exercises are in the account without the learner's work.
pub fn arrived(exercise: &Exercise, is_done: bool, brought: usize, width: usize) -> Vec<Line> {
    let state = if is_done { "is done" } else { "begins" };
    let next = if is_done { "`msl-learn next` goes on after it." } else { "`msl-learn next` begins it." };
    let mut page =
        paragraph(&format!("The practice account is where {} {state}.", exercise.heading()), Meaning::Strong, width);
    if brought > 0 {
        let text = format!("In your progress, exercises that are brought here: {brought}. They do not count as done.");
        page.extend(paragraph(&text, Style::default(), width));
    }
    page.extend(paragraph(next, Style::default(), width));
    page.extend(paragraph(
        "What you had is kept: `msl-learn practice goto --back` brings it back.",
        Style::default(),
        width,
    ));
    page
}

/// The saved states for names of the learner's own are being made, and the one that is asked for is not there yet.
pub fn making(making: Making, width: usize) -> Vec<Line> {
    let first = "The saved states of the book are being made with your names, once, in the background.";
    let mut page = paragraph(first, Meaning::Strong, width);
    let second = format!(
        "{} of {} exercises are done on the way to this one; the rest takes {}. Run the command again then.",
        making.made,
        making.wanted,
        about(making.seconds)
    );
    page.extend(paragraph(&second, Style::default(), width));
    page
}

/// The same, where nobody asks for one.
pub fn going_on(making: Making, width: usize) -> Vec<Line> {
    let text = format!(
        "Saved states of the book with your names: made for {} of {} exercises; the rest takes {}.",
        making.made,
        making.wanted,
        about(making.seconds)
    );
    paragraph(&text, Style::default(), width)
}

/// A length of time, as people say it.
fn about(seconds: usize) -> String {
    match seconds {
        0..=90 => format!("about {} seconds", seconds.next_multiple_of(10).max(10)),
        _ => format!("about {} minutes", seconds.div_ceil(60)),
    }
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
        let pages = [arrived(exercise, false, 10, 80), arrived(exercise, true, 0, 80)];
        let made = |made, seconds| Making { made, wanted: 10, seconds };
        let going = [making(made(0, 31), 80), making(made(4, 9), 80), going_on(made(9, 400), 80)];
        let back = [returned(&[], 80), returned(&["api/get-headers.json.away".into()], 80)];
        insta::assert_snapshot!(
            pages.iter().chain(&going).chain(&back).map(|page| text(page)).collect::<Vec<_>>().join("\n\n")
        );
    }
}
