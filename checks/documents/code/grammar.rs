//! The parser: `tree-sitter` with the grammars of the two languages, within bounds.

use std::ops::ControlFlow;

use tree_sitter::{Node, ParseOptions, ParseState, Parser, Tree};

use super::language::Language;

/// How many times the parser reports its progress before it is stopped, which is every hundred steps. Code takes up to
/// two steps a byte when it is packed densely; text that was made to take long takes eight, and each costs memory.
fn most_reports(length: usize) -> usize {
    1000 + length / 25
}

/// How many times it does so after it has met something that is no code. To find code again is what takes longest; this
/// is enough for 25 KB.
const MOST_AFTER_ERROR: usize = 400;

/// Parses a source. `None` if that takes too long.
pub fn parse(language: Language, text: &str) -> Option<Tree> {
    let mut parser = Parser::new();
    let grammar = match language {
        Language::JavaScript => tree_sitter_javascript::LANGUAGE,
        Language::Python => tree_sitter_python::LANGUAGE,
    };
    parser.set_language(&grammar.into()).ok()?;
    let (mut reports, mut after_error, most) = (0, 0, most_reports(text.len()));
    let mut progress = |state: &ParseState| {
        reports += 1;
        after_error += usize::from(state.has_error());
        let is_enough = reports > most || after_error > MOST_AFTER_ERROR;
        if is_enough { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    };
    let options = ParseOptions::new().progress_callback(&mut progress);
    let bytes = text.as_bytes();
    parser.parse_with_options(&mut |at, _| bytes.get(at..).unwrap_or_default(), None, Some(options))
}

/// The named parts of a node, without comments.
pub fn parts<'t>(node: Node<'t>) -> Vec<Node<'t>> {
    node.named_children(&mut node.walk()).filter(|part| !part.is_extra()).collect()
}

/// The comments of a source, one after the other. In one walk, since recursion would go as deep as the source.
pub fn comments(tree: &Tree, text: &str) -> String {
    let (mut cursor, mut comments) = (tree.walk(), String::new());
    loop {
        let node = cursor.node();
        if matches!(node.kind(), "comment" | "html_comment") {
            comments.push_str(&text[node.byte_range()]);
            comments.push('\n');
        }
        if cursor.goto_first_child() {
            continue;
        }
        while !cursor.goto_next_sibling() {
            if !cursor.goto_parent() {
                return comments;
            }
        }
    }
}

/// The operator of an operation.
pub fn operator<'t>(node: Node<'t>) -> Option<&'t str> {
    node.child_by_field_name("operator").map(|operator| operator.kind())
}

/// The terms of a sum, which is an operation of this kind. From the right to the left, since a long sum is as deep as it
/// is long.
pub fn terms<'t>(sum: Node<'t>, kind: &str) -> Vec<Node<'t>> {
    let (mut terms, mut rest) = (Vec::new(), Some(sum));
    while let Some(node) = rest.filter(|node| node.kind() == kind && operator(*node) == Some("+")) {
        terms.extend(node.child_by_field_name("right"));
        rest = node.child_by_field_name("left");
    }
    terms.extend(rest);
    terms.reverse();
    terms
}
