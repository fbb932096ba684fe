//! Sections to read, which no exercise checks: each says which documentation its facts come from.

use super::Page;
use super::document::{BlockKind, Document};
use super::text::Kind;

pub fn rule(pages: &[Page]) -> Vec<String> {
    pages.iter().filter(|page| page.text.kind == Kind::Chapter).flat_map(faults).collect()
}

fn faults(page: &Page) -> Vec<String> {
    let faults = sections(&page.document).into_iter().filter(|section| section.is_reading()).filter_map(|section| {
        let sourced = section.blocks.last().is_some_and(|block| block.text().starts_with("Source: "));
        let says = || {
            format!(
                "the section \"{}\" does not end with a line such as `Source: AWS documentation, \"Title\".`",
                section.title
            )
        };
        (!sourced).then(|| page.text.fault(section.line, says()))
    });
    faults.collect()
}

/// What stands below one heading of the second level.
pub struct Section<'a> {
    pub line: usize,
    pub title: &'a str,
    pub blocks: Vec<&'a super::document::Block>,
}

impl Section<'_> {
    /// Exercises have a kind and a number in their heading.
    pub fn is_reading(&self) -> bool {
        !["Exercise ", "Example ", "Independent exercise "].iter().any(|kind| self.title.starts_with(kind))
    }

    /// Says what AWS has changed since the book was written.
    pub fn has_news(&self) -> bool {
        self.blocks.iter().any(|block| block.text().starts_with("Since the book:"))
    }
}

pub fn sections(document: &Document) -> Vec<Section<'_>> {
    let starts: Vec<_> = document.headings.iter().filter(|heading| heading.level == 2).collect();
    let end = |at: usize| starts.get(at + 1).map_or(usize::MAX, |next| next.line);
    let section = |at: usize| {
        let lines = starts[at].line..end(at);
        let blocks = document.blocks.iter().filter(|block| lines.contains(&block.line()));
        let blocks = blocks.filter(|block| block.kind != BlockKind::Heading).collect();
        Section { line: starts[at].line, title: &starts[at].title, blocks }
    };
    (0..starts.len()).map(section).collect()
}

#[test]
fn a_reading_without_a_source() {
    let source = "# T\n\n## One {#one}\n\nText.\n\nSource: AWS documentation, \"A\".\n\n## Two {#two}\n\nText.\n\n\
                  ## Exercise 3: Three {#three}\n\nText.\n";
    insta::assert_snapshot!(
        rule(&[Page::named("ch01.md", source)]).join("\n"),
        @r#"chapters/ch01.md:9: the section "Two" does not end with a line such as `Source: AWS documentation, "Title".`"#
    );
}
