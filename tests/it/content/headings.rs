//! Headings: each section has an anchor of its own, to which other places can link.

use std::collections::BTreeSet;

use super::Page;
use super::document::Heading;
use super::text::Kind;

pub fn rule(pages: &[Page]) -> Vec<String> {
    pages.iter().filter(|page| page.text.kind == Kind::Chapter).flat_map(faults).collect()
}

fn faults(page: &Page) -> Vec<String> {
    let mut seen = BTreeSet::new();
    let fault = |heading: &Heading| {
        let twice = heading.anchor.as_ref().filter(|anchor| !seen.insert((*anchor).clone()));
        let says = match (twice, &heading.anchor) {
            (Some(anchor), _) => {
                format!("the anchor {{#{anchor}}} is that of an earlier heading: give it another name")
            }
            (None, None) if heading.level == 2 => {
                format!("the section \"{}\" has no anchor: end its heading with {{#its_name}}", heading.title)
            }
            _ => return None,
        };
        Some(page.text.fault(heading.line, says))
    };
    page.document.headings.iter().filter_map(fault).collect()
}

#[test]
fn anchors_that_are_missing_or_stand_twice() {
    let page = Page::named("ch01.md", "# T\n\n## One {#one}\n\n### In the console\n\n## Two\n\n## Three {#one}\n");
    insta::assert_snapshot!(rule(&[page]).join("\n"), @r#"
    chapters/ch01.md:7: the section "Two" has no anchor: end its heading with {#its_name}
    chapters/ch01.md:9: the anchor {#one} is that of an earlier heading: give it another name
    "#);
}
