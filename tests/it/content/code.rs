//! Fenced code: in a language that is highlighted, and narrow enough for a terminal of 80 columns and its frame.

use unicode_width::UnicodeWidthStr;

use super::Page;
use super::document::{Document, Fence};
use super::text::{Kind, Text, fill};

/// Those that CONTRIBUTING names; `text` is for what is none.
const LANGUAGES: [&str; 12] =
    ["sh", "console", "json", "yaml", "html", "js", "mjs", "python", "xml", "http", "toml", "text"];
const WIDEST: usize = 76;
/// A longer command within a sentence is broken where the sentence is, and cannot be copied then.
const LONGEST_IN_A_SENTENCE: usize = 66;

pub fn rule(pages: &[Page]) -> Vec<String> {
    let broken = pages.iter().filter(|page| page.text.kind == Kind::Sheet).flat_map(broken_commands);
    pages.iter().map(|page| &page.text).flat_map(faults).chain(broken).collect()
}

/// Commands of a hint that no terminal shows in one line.
fn broken_commands(page: &Page) -> Vec<String> {
    let spans = page.document.blocks.iter().flat_map(|block| &block.spans);
    let commands =
        spans.filter(|span| span.code && ["aws ", "msl-learn "].iter().any(|name| span.text.starts_with(name)));
    let long = commands.filter(|span| span.text.width() > LONGEST_IN_A_SENTENCE);
    long.map(|span| {
        page.text.fault(span.line, format!("`{}` is broken within its sentence: put it into a block", span.text))
    })
    .collect()
}

/// Reads the source, in which the placeholders take up room of their own.
fn faults(text: &Text) -> Vec<String> {
    let fences = Document::read(&text.source, text.line).fences;
    fences.iter().flat_map(|fence| language(text, fence).into_iter().chain(wide_lines(text, fence))).collect()
}

fn language(text: &Text, fence: &Fence) -> Option<String> {
    let known = LANGUAGES.contains(&fence.language.as_str());
    let says = || {
        let languages = LANGUAGES.join(", ");
        format!("the code's language is \"{}\": write one of {languages} after its fence", fence.language)
    };
    (!known).then(|| text.fault(fence.line, says()))
}

fn wide_lines(text: &Text, fence: &Fence) -> impl Iterator<Item = String> {
    let says = |line: &str| {
        [(line.width(), ""), (fill(line).width(), " when its names are filled in")]
            .into_iter()
            .find(|(width, _)| *width > WIDEST)
            .map(|(width, when)| format!("this line of code has {width} columns{when}: break it at {WIDEST} or before"))
    };
    let lines = fence.code.lines().enumerate();
    lines.filter_map(move |(at, line)| Some(text.fault(fence.line + 1 + at, says(line)?)))
}

#[test]
fn code_that_is_wide_or_of_no_language() {
    let wide = "x".repeat(77);
    let filled = "{{website_region_endpoint}}".repeat(2) + &"x".repeat(20);
    let source =
        format!("# T\n\n```sh\nls\n{wide}\n```\n\n- item\n\n  ```text\n  {filled}\n  ```\n\n```bash\nls\n```\n");
    insta::assert_snapshot!(rule(&[Page::named("ch01.md", &source)]).join("\n"), @r#"
    chapters/ch01.md:5: this line of code has 77 columns: break it at 76 or before
    chapters/ch01.md:11: this line of code has 88 columns when its names are filled in: break it at 76 or before
    chapters/ch01.md:14: the code's language is "bash": write one of sh, console, json, yaml, html, js, mjs, python, xml, http, toml, text after its fence
    "#);
}

#[test]
fn a_command_that_is_broken_within_its_sentence() {
    let long = format!("aws iam create-policy --policy-document {}", "x".repeat(40));
    let sheet = |source: String| {
        let text = Text { kind: Kind::Sheet, ..Text::named("ch04.md", &source) };
        Page::of(text)
    };
    let pages =
        [sheet(format!("Run `{long}`, then `aws iam list-users`.")), Page::named("ch04.md", &format!("`{long}`"))];
    assert_eq!(broken_commands(&pages[0]).len(), 1);
    assert_eq!(rule(&pages).len(), 1, "chapters are read wide enough");
}

/// Who writes a chapter looks there, and the highlighter's test is about the same languages.
#[test]
fn the_languages_are_those_that_contributing_names() {
    let contributing = crate::about_the_repository::read(&crate::harness::tools::repository().join("CONTRIBUTING.md"));
    crate::about_the_repository::none(
        LANGUAGES.iter().filter(|name| !contributing.contains(&format!("`{name}`"))).map(|name| (*name).to_owned()),
    );
}
