//! Placeholders: a template that nobody can fill would end the program. The build looks at those of the quizzes.

use super::Page;
use super::text::Kind;
use crate::drift::join::flaws;

pub fn rule(pages: &[Page]) -> Vec<String> {
    pages.iter().filter(|page| page.text.kind != Kind::Quiz).flat_map(faults).collect()
}

fn faults(page: &Page) -> impl Iterator<Item = String> {
    let text = &page.text;
    flaws::of_source(&text.source).into_iter().map(|(line, flaw)| text.fault(text.line + line - 1, flaw))
}

#[test]
fn what_is_no_placeholder() {
    let page = Page::named("ch01.md", "# T\n\n{{ domain }} and {{ bucket }}\n\n```sh\necho {% raw %}\n```\n");
    let faults = rule(&[page]).join("\n");
    insta::assert_snapshot!(faults.replace(&flaws::PLACEHOLDERS.join(", "), "…"), @r"
    chapters/ch01.md:3: `bucket` is no placeholder; those are …
    chapters/ch01.md:6: `{%` would be read as part of a template
    ");
}
