//! Code keeps its text whatever its colours, and what is no code of ours is shown plainly.

use proptest::prelude::*;

use super::*;
use crate::ui::tests::hostile;

/// `aws s3 mb s3://NAME` and a line that ends in another name.
const BLOCK: CodeBlock = CodeBlock {
    language: "sh",
    lines: 2,
    template: "aws s3 mb s3://\0\n# in \0.",
    tokens: &[(3, Some(Meaning::Command)), (14, None), (7, Some(Meaning::Comment))],
};

fn text(lines: &[Line]) -> String {
    lines.iter().map(Line::text).collect::<Vec<_>>().join("\n")
}

#[test]
fn names_take_the_colours_of_their_tokens() {
    let lines = highlighted(&[BLOCK], "sh", "aws s3 mb s3://example.com\n# in us-east-1.").expect("the block");
    let first = Line::from(Span::new("aws", Meaning::Command)).with(Span::plain(" s3 mb s3://example.com"));
    assert_eq!(lines, [first, Span::new("# in us-east-1.", Meaning::Comment).into()]);
}

#[test]
fn other_code_is_not_taken_for_the_block() {
    for (language, source) in [
        ("sh", "aws s3 mb s3://example.com\n# on us-east-1."),
        ("sh", "aws s3 mb s3://example.com # in us-east-1."),
        ("sh", "aws s3 mb s3://example.com; rm x\n# in us-east-1."),
        ("sh", "aws s3 mb s3://\n\n# in us-east-1."),
        ("json", "aws s3 mb s3://example.com\n# in us-east-1."),
        ("sh", ""),
    ] {
        assert_eq!(highlighted(&[BLOCK], language, source), None, "{language}: {source}");
    }
}

#[test]
fn code_that_is_not_in_the_table_is_plain_code() {
    assert_eq!(code("sh", "echo\t\u{1b}[31m\n"), [Line::from(Span::new("echo    \\u{1b}[31m", Meaning::Code))]);
}

#[test]
fn the_table_is_in_the_order_that_it_is_looked_up_in() {
    assert!(BLOCKS.is_sorted_by_key(|block| (block.language, block.lines)));
    for block in BLOCKS {
        assert_eq!(block.lines, block.template.lines().count());
        assert_eq!(block.template.len(), block.tokens.iter().map(|(length, _)| length).sum::<usize>());
    }
}

proptest! {
    #[test]
    fn any_code_keeps_its_text(source in hostile(), language in "sh|json|html|") {
        let plain = lines(&clean_lines(&source).join("\n"), Meaning::Code);
        prop_assert_eq!(text(&code(&language, &source)), text(&plain));
    }

    #[test]
    fn whatever_the_names_are_the_text_is_theirs(index in any::<prop::sample::Index>(), names in prop::collection::vec("[a-zA-Z0-9.-]{0,20}", 30)) {
        let block = index.get(BLOCKS);
        let mut names = names.iter().map(String::as_str).cycle();
        let mut parts = block.template.split(NAME);
        let first = parts.next().unwrap_or_default().to_owned();
        let source = parts.fold(first, |text, part| text + names.next().unwrap_or_default() + part);
        let shown = highlighted(BLOCKS, block.language, &source);
        prop_assert!(shown.is_some(), "{}", source);
        prop_assert_eq!(text(&shown.unwrap_or_default()), source);
    }
}
