//! Repeats: a sentence that stands twice in a section is what joining two versions of it has left.

use std::collections::BTreeMap;

use super::Page;
use super::readings::{Section, sections};
use super::text::Kind;

/// Shorter sentences, such as "Then run `msl-learn check 4.3`", may well come back.
const SHORTEST: usize = 60;

pub fn rule(pages: &[Page]) -> Vec<String> {
    let chapters = pages.iter().filter(|page| page.text.kind == Kind::Chapter);
    chapters
        .flat_map(|page| sections(&page.document).iter().flat_map(|section| faults(page, section)).collect::<Vec<_>>())
        .collect()
}

fn faults(page: &Page, section: &Section<'_>) -> Vec<String> {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let mut faults = Vec::new();
    for block in &section.blocks {
        for sentence in block.text().split(". ").filter(|sentence| sentence.len() >= SHORTEST) {
            if let Some(first) = seen.insert(sentence.trim_end_matches('.').to_owned(), block.line()) {
                let says = format!("\"{sentence}\" stands in line {first} too: keep one of them");
                faults.push(page.text.fault(block.line(), says));
            }
        }
    }
    faults
}

#[test]
fn a_sentence_that_stands_twice() {
    let sentence = "A bucket of this name stands open until the exercise after the next one.";
    let source = format!(
        "# T\n\n## One {{#one}}\n\nText. {sentence}\n\nText. Text.\n\n- {sentence}\n\n## Two {{#two}}\n\n{sentence}\n"
    );
    insta::assert_snapshot!(
        rule(&[Page::named("ch04.md", &source)]).join("\n"),
        @r#"chapters/ch04.md:9: "A bucket of this name stands open until the exercise after the next one." stands in line 5 too: keep one of them"#
    );
}
