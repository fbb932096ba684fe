//! What the dojo says: where the practice account was brought to, and that what the learner had is back.

use crate::catalog::Exercise;
use crate::ui::{Line, Meaning, Span, Style, counted, hanging, lines, paragraph};
use crate::workspace::own::Making;

/// The most files that are named.
const MOST: usize = 8;

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
    page
}

/// Below it: files of the exercise that are the learner's own, so they were left as they are.
pub fn kept(exercise: &Exercise, paths: &[&str], width: usize) -> Vec<Line> {
    let id = exercise.id();
    let text = format!("Files of {id} that you have changed are kept; `msl-learn start {id}` shows how they differ:");
    let mut page = paragraph(&text, Style::default(), width);
    page.extend(items(paths, width));
    page
}

/// Below it: files of later exercises, which the way there has not touched.
pub fn later(paths: &[&str], width: usize) -> Vec<Line> {
    let text = "Files of later exercises stay as they are; nothing reads them at this place of the book:";
    let mut page = paragraph(text, Style::default(), width);
    page.extend(items(&paths[..paths.len().min(MOST)], width));
    if paths.len() > MOST {
        page.extend(items(&[format!("and {} more", paths.len() - MOST)], width));
    }
    page
}

/// The saved states for names of the learner's own are being made, and the one that is asked for is not there yet.
pub fn making(making: Making, width: usize) -> Vec<Line> {
    let first = "The saved states of the book are being made with your names, once, in the background.";
    let mut page = paragraph(first, Meaning::Strong, width);
    let second = format!(
        "Done on the way to this one: {} of {}; the rest takes {}. Run the command again then.",
        making.made,
        counted(making.wanted, "exercise"),
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

/// After `practice reset`: so many exercises are brought here no more, the learner has done others, and that one is next.
/// `is_kept` is whether something comes back from before the account was brought anywhere.
pub fn emptied(brought: usize, has_done: bool, next: Option<&Exercise>, is_kept: bool, width: usize) -> Vec<Line> {
    let mut page = paragraph("The practice account is empty.", Meaning::Strong, width);
    let mut say = |text: &str| page.extend(paragraph(text, Style::default(), width));
    if brought > 0 {
        say(&format!("In your progress, exercises that were brought here and are open again: {brought}."));
    }
    if has_done {
        say("What you have done stays done in your progress, though nothing of it is in the account any more.");
        if let Some(next) = next {
            let id = next.id();
            say(&format!("`msl-learn practice goto {id}` brings the account to where {id} begins, which is next."));
        }
    }
    if is_kept {
        say("What was in it before it was brought elsewhere is kept: `msl-learn practice goto --back` brings it back.");
    }
    page
}

/// After `practice goto --back`; `aside` are files that the learner has changed meanwhile, and so many earlier states are kept.
pub fn returned(aside: &[String], earlier: usize, width: usize) -> Vec<Line> {
    let mut page = paragraph("The practice account and your files are as they were before.", Meaning::Strong, width);
    if !aside.is_empty() {
        page.extend(paragraph("Files that you changed meanwhile are put aside:", Style::default(), width));
        page.extend(items(aside, width));
    }
    let earlier = match earlier {
        0 => "Nothing else is kept.".to_owned(),
        1 => "An earlier state is kept, too: `msl-learn practice goto --back` brings it back.".to_owned(),
        more => format!(
            "{more} earlier states are kept, too: `msl-learn practice goto --back` brings back the last of them."
        ),
    };
    page.extend(paragraph(&earlier, Style::default(), width));
    page
}

fn items(paths: &[impl AsRef<str>], width: usize) -> impl Iterator<Item = Line> {
    paths.iter().flat_map(move |path| hanging(&Span::plain("  "), &lines(path.as_ref(), Style::default()), width))
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
        let own = kept(exercise, &["api/index.mjs"], 80);
        let paths: Vec<String> = (1..=10).map(|number| format!("api/{number}.json")).collect();
        let paths: Vec<&str> = paths.iter().map(String::as_str).collect();
        let stay = [later(&paths[..1], 80), later(&paths, 80)];
        let pages = [arrived(exercise, false, 10, 80), arrived(exercise, true, 0, 80), own];
        let made = |made, seconds| Making { made, wanted: 10, seconds };
        let going = [making(made(0, 31), 80), making(made(4, 9), 80), going_on(made(9, 400), 80)];
        let back = [returned(&[], 0, 80), returned(&["api/get-headers.json.away".into()], 1, 80), returned(&[], 2, 80)];
        let empty = [emptied(0, false, Some(exercise), false, 80), emptied(3, true, Some(exercise), true, 80)];
        insta::assert_snapshot!(
            pages
                .iter()
                .chain(&stay)
                .chain(&going)
                .chain(&back)
                .chain(&empty)
                .map(|page| text(page))
                .collect::<Vec<_>>()
                .join("\n\n")
        );
    }
}
