//! Headings: a walkthrough has its five parts, each once and in the same order, so that a learner knows where to look.

use super::Page;
use super::document::Document;
use super::readings::{Section, sections};
use super::text::Kind;

/// What CONTRIBUTING asks for after the goal. What is done on the learner's own website stands in place of the console.
const PARTS: [&str; 5] =
    ["In the console", "With the CLI", "What it costs", "See that it worked", "What commonly goes wrong"];

pub fn rule(pages: &[Page]) -> Vec<String> {
    pages.iter().filter(|page| page.text.kind == Kind::Chapter).flat_map(faults).collect()
}

fn faults(page: &Page) -> Vec<String> {
    let walkthroughs = sections(&page.document).into_iter().filter(|section| !section.is_reading());
    walkthroughs.flat_map(|section| of_walkthrough(page, &section)).collect()
}

fn of_walkthrough(page: &Page, section: &Section<'_>) -> Vec<String> {
    let parts = parts(&page.document, section);
    let missing: Vec<_> = PARTS
        .iter()
        .filter(|part| !parts.iter().any(|(_, title)| title == *part))
        .map(|part| format!("### {part}"))
        .collect();
    let missing = (!missing.is_empty()).then(|| {
        page.text.fault(section.line, format!("the section \"{}\" lacks {}", section.title, missing.join(", ")))
    });
    let misplaced = parts.iter().enumerate().filter_map(|(at, (line, title))| {
        let place = |title: &str| PARTS.iter().position(|part| *part == title);
        let after = parts[..at].iter().any(|(_, other)| place(other) >= place(title));
        let says = format!("### {title} stands twice in its section, or after a part that follows it");
        (place(title).is_some() && after).then(|| page.text.fault(*line, says))
    });
    missing.into_iter().chain(misplaced).collect()
}

/// Lines and titles of the headings of the third level.
fn parts<'a>(document: &'a Document, section: &Section<'_>) -> Vec<(usize, &'a str)> {
    let below = document.headings.iter().skip_while(|heading| heading.line <= section.line);
    let parts = below.take_while(|heading| heading.level > 2).filter(|heading| heading.level == 3);
    let title = |title: &'a str| if title == "In the browser" { PARTS[0] } else { title };
    parts.map(|heading| (heading.line, title(&heading.title))).collect()
}

#[test]
fn a_part_that_is_missing_or_stands_twice() {
    let part = |title: &str| format!("### {title}\n\nText.\n\n");
    let right = PARTS.map(part).concat();
    let wrong = ["With the CLI", "In the console", "An aside", "What it costs", "See that it worked", "What it costs"];
    let wrong = wrong.map(part).concat();
    let source = format!(
        "# T\n\n## Exercise 1: One {{#one}}\n\n{right}## Read {{#r}}\n\n## Exercise 2: Two {{#two}}\n\n{wrong}"
    );
    insta::assert_snapshot!(rule(&[Page::named("ch04.md", &source)]).join("\n"), @r##"
    chapters/ch04.md:27: the section "Exercise 2: Two" lacks ### What commonly goes wrong
    chapters/ch04.md:33: ### In the console stands twice in its section, or after a part that follows it
    chapters/ch04.md:49: ### What it costs stands twice in its section, or after a part that follows it
    "##);
}
