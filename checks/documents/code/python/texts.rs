//! Strings, and those with values in them.

use tree_sitter::Node;

use crate::documents::code::builder::Walk;
use crate::documents::code::grammar::parts;
use crate::documents::code::javascript::unescaped;
use crate::documents::code::syntax::{Expr, ExprId};

impl Walk<'_, '_> {
    /// A string, or several one after the other, which are one.
    pub(super) fn py_text(&mut self, node: Node<'_>) -> ExprId {
        if node.has_error() {
            return self.unknown();
        }
        let strings = if node.kind() == "string" { vec![node] } else { parts(node) };
        let mut pieces: Vec<Result<String, ExprId>> = Vec::new();
        for string in strings {
            let prefix = parts(string).first().map(|start| self.source(*start).to_lowercase()).unwrap_or_default();
            for part in parts(string) {
                match part.kind() {
                    "string_content" => pieces.push(Ok(self.py_content(part, prefix.contains('r')))),
                    "interpolation" => {
                        let is_plain = part.named_child_count() == 1;
                        let value = self.py(part);
                        // What a format makes of a value is not followed.
                        pieces.push(Err(if is_plain { value } else { self.unknown() }));
                    }
                    _ => {}
                }
            }
        }
        if pieces.iter().all(Result::is_ok) {
            let text = pieces.into_iter().flatten().collect();
            return self.put(Expr::Text(text));
        }
        let pieces =
            pieces.into_iter().map(|piece| piece.map_or_else(|value| value, |text| self.put(Expr::Text(text))));
        let pieces = pieces.collect();
        self.put(Expr::Template(pieces))
    }

    fn py_content(&self, content: Node<'_>, is_raw: bool) -> String {
        let (mut text, mut at) = (String::new(), content.start_byte());
        for part in content.named_children(&mut content.walk()) {
            text.push_str(&self.text[at..part.start_byte()]);
            let piece = self.source(part);
            at = part.end_byte();
            match part.kind() {
                "escape_sequence" if !is_raw => text.push_str(&unescaped(piece.get(1..).unwrap_or_default())),
                // `{{` is a brace.
                "escape_interpolation" => text.push_str(&piece[..1]),
                _ => text.push_str(piece),
            }
        }
        text.push_str(&self.text[at..content.end_byte()]);
        text
    }
}
