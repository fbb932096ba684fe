//! Strings, templates and numbers.

use tree_sitter::Node;

use crate::documents::code::builder::Walk;
use crate::documents::code::grammar::parts;
use crate::documents::code::syntax::{Expr, ExprId};

impl Walk<'_, '_> {
    pub(super) fn js_literal(&mut self, node: Node<'_>) -> ExprId {
        if node.has_error() {
            return self.unknown();
        }
        match node.kind() {
            "number" => self.put(Expr::Number(number(self.source(node)))),
            "string" => {
                let text = parts_of_text(node).map(|part| self.js_piece(part)).collect();
                self.put(Expr::Text(text))
            }
            _ => self.js_template(node),
        }
    }

    fn js_template(&mut self, node: Node<'_>) -> ExprId {
        let (mut pieces, mut text) = (Vec::new(), String::new());
        for part in parts(node) {
            if part.kind() != "template_substitution" {
                text.push_str(&self.js_piece(part));
                continue;
            }
            if !text.is_empty() {
                pieces.push(self.put(Expr::Text(std::mem::take(&mut text))));
            }
            let value = parts(part).first().map(|value| self.js(*value));
            pieces.push(value.unwrap_or_else(|| self.unknown()));
        }
        if pieces.is_empty() {
            return self.put(Expr::Text(text));
        }
        if !text.is_empty() {
            pieces.push(self.put(Expr::Text(text)));
        }
        self.put(Expr::Template(pieces))
    }

    fn js_piece(&self, part: Node<'_>) -> String {
        let text = self.source(part);
        match part.kind() {
            "escape_sequence" => unescaped(text.get(1..).unwrap_or_default()),
            _ => text.to_owned(),
        }
    }
}

fn parts_of_text(node: Node<'_>) -> impl Iterator<Item = Node<'_>> {
    parts(node).into_iter()
}

/// Without the signs between digits: `1_000`.
fn number(text: &str) -> String {
    text.chars().filter(|c| *c != '_').collect()
}

/// What an escape sequence stands for, without its backslash; an escaped line break is nothing.
pub fn unescaped(escape: &str) -> String {
    let code = |digits: &str| u32::from_str_radix(digits, 16).ok().and_then(char::from_u32).map(String::from);
    let mut rest = escape.chars();
    match rest.next() {
        None | Some('\n' | '\r' | '\u{2028}' | '\u{2029}') => String::new(),
        Some('n') => "\n".into(),
        Some('t') => "\t".into(),
        Some('r') => "\r".into(),
        Some('b') => "\u{8}".into(),
        Some('f') => "\u{c}".into(),
        Some('v') => "\u{b}".into(),
        Some('0') if rest.as_str().is_empty() => "\0".into(),
        Some('x' | 'u' | 'U') => code(rest.as_str().trim_matches(['{', '}'])).unwrap_or_default(),
        Some(_) => escape.to_owned(),
    }
}
