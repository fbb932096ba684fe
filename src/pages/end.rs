//! The end of the book: what stands, what that costs a month, and what comes next.

use std::collections::BTreeMap;

use super::left::{cost, unknown};
use crate::left::Looked;
use crate::ui::{Line, Meaning, Span, Style, hanging, lines, paragraph};

/// The width of a chapter's heading, and the gap after it.
const LABEL: usize = 12;
/// How many things of a chapter are named.
const NAMED: usize = 2;
/// What one may do with an account that has everything.
const NEXT: [(&str, &str); 3] = [
    ("keep it", "`msl-learn review` names the risks that are left, and what to do about them."),
    (
        "stop paying",
        "`msl-learn cleanup` writes a script that removes what the exercises left, and says what would be lost.",
    ),
    ("learn more", "`msl-learn read 12.next_steps` says what lies closest to what you know now."),
];
const PRACTISE: (&str, &str) = ("practise", "`msl-learn drill` breaks something here, and asks you to mend it.");

/// What the end of the book says of the account.
pub fn summary(looked: &[Looked], is_practice: bool, width: usize) -> Vec<Line> {
    let mut page = vec![Line::default(), heading("What stands in your account")];
    page.extend(standing(looked, width));
    page.extend(unknown(looked, width));
    page.extend([Line::default(), heading("What it costs a month")]);
    page.extend(cost(looked, is_practice, width));
    page.extend(paragraph("`msl-learn costs` names each thing with its price.", Style::default(), width));
    page.extend([Line::default(), heading("What comes next")]);
    let next = NEXT.into_iter().chain(is_practice.then_some(PRACTISE));
    page.extend(next.flat_map(|(word, text)| row(word, text, width)));
    page
}

fn heading(text: &str) -> Line {
    Line::from(Span::new(text, Meaning::Heading))
}

/// What stands, by the chapter that made it.
fn standing(looked: &[Looked], width: usize) -> Vec<Line> {
    let mut chapters: BTreeMap<u8, Vec<&str>> = BTreeMap::new();
    for one in looked.iter().filter(|one| one.standing().is_some()) {
        let Some(first) = one.thing.of.first() else { continue };
        chapters.entry(first.chapter).or_default().push(&one.thing.what);
    }
    if chapters.is_empty() {
        return paragraph("Nothing of what the exercises made.", Style::default(), width);
    }
    chapters
        .into_iter()
        .flat_map(|(chapter, things)| row(&format!("chapter {chapter}"), &named(&things), width))
        .collect()
}

/// The first things by name, and how many more there are.
fn named(things: &[&str]) -> String {
    let (first, more) = things.split_at(things.len().min(NAMED));
    match more.len() {
        0 => first.join(", "),
        count => format!("{}, and {count} more", first.join(", ")),
    }
}

fn row(word: &str, text: &str, width: usize) -> Vec<Line> {
    hanging(&Span::new(&format!("  {word:<LABEL$}"), Meaning::Strong), &lines(text, Style::default()), width)
}

#[cfg(test)]
mod tests {
    use msl_learn_checks::Standing;

    use super::*;
    use crate::left::things;
    use crate::workspace::Settings;

    /// All that the book makes stands, but for the third of it that is gone.
    #[test]
    fn the_summary_that_ends_the_book() {
        let things = things(&Settings::example().learner()).expect("things");
        let looked: Vec<Looked> = things
            .into_iter()
            .enumerate()
            .map(|(at, thing)| {
                let standing = Standing { id: thing.name.clone(), bytes: Some(1 << 28), stays: None };
                Looked { thing, read: Ok((at % 3 != 0).then_some(standing)) }
            })
            .collect();
        let pages = [summary(&looked, false, 80), summary(&[], true, 80)];
        let text = |page: &Vec<Line>| page.iter().map(Line::text).collect::<Vec<_>>().join("\n");
        insta::assert_snapshot!(
            pages.iter().map(text).collect::<Vec<_>>().join("\n\n-- an empty practice account --\n")
        );
    }
}
