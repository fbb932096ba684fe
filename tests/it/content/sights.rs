//! What a walkthrough says to look at: where it names an address of the internet, it says what answers in the practice account.

use super::Page;
use super::readings::sections;
use super::text::Kind;

const PART: &str = "### See that it worked";
/// Where visitors look in a real account, in the names of a test's learner.
const INTERNET: [&str; 5] = [
    "https://example.com",
    "http://example.com",
    "https://api.example.com",
    ".execute-api.us-east-1.amazonaws.com",
    "dig +short",
];
/// What learners with a practice account read instead.
const PRACTICE: [&str; 2] = ["practice account", "msl-learn open"];

pub fn rule(pages: &[Page]) -> Vec<String> {
    pages.iter().filter(|page| page.text.kind == Kind::Chapter).flat_map(faults).collect()
}

fn faults(page: &Page) -> Vec<String> {
    let (text, sections) = (page.text.filled(), sections(&page.document));
    let lines: Vec<&str> = text.lines().collect();
    let parts = lines.iter().enumerate().filter(|(_, line)| **line == PART).filter_map(|(at, _)| {
        let part =
            lines[at + 1..].iter().take_while(|line| !line.starts_with("##")).copied().collect::<Vec<_>>().join("\n");
        let says = |words: &[&str]| words.iter().any(|word| part.contains(word));
        let title = sections.iter().rfind(|section| section.line <= at + 1).map_or("", |section| section.title);
        let says_nothing = says(&INTERNET) && !says(&PRACTICE);
        says_nothing.then(|| page.text.fault(at + 1, format!("\"{title}\" says nothing of the practice account")))
    });
    parts.collect()
}

#[test]
fn an_address_that_answers_in_a_real_account_alone() {
    let part =
        |text: &str| format!("## Exercise 1: One {{#one}}\n\n{PART}\n\n{text}\n\n### What commonly goes wrong\n\n");
    let source =
        ["Open https://example.com/ now.", "Run `aws s3 ls`.", "Open https://example.com/, or `msl-learn open`."]
            .map(part)
            .concat();
    insta::assert_snapshot!(
        rule(&[Page::named("ch04.md", &format!("# T\n\n{source}"))]).join("\n"),
        @r#"chapters/ch04.md:5: "Exercise 1: One" says nothing of the practice account"#
    );
}
