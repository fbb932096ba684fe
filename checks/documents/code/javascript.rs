//! JavaScript's statements and expressions (ECMAScript Language Specification), brought into the common form.

mod declarations;
mod early;
mod modules;
mod texts;

pub use early::refusal;
pub use texts::unescaped;

use tree_sitter::Node;

use super::builder::Walk;
use super::grammar::{operator, parts, terms};
use super::syntax::{Argument, CallExpr, Expr, ExprId, Property};

/// What ends a block, whatever stands after it.
const LEAVE: [&str; 4] = ["return_statement", "throw_statement", "continue_statement", "break_statement"];

impl<'s> Walk<'_, 's> {
    /// All statements of a block; those after one that leaves it never run. A page's script has nothing to return from: no
    /// browser takes one that does, and what it would do is read as if the word were not there.
    pub(super) fn js_all(&mut self, node: Node<'_>) {
        let function = self.place.function;
        let is_script = self.is_of_page && node.kind() == "program";
        for part in parts(node) {
            self.js(part);
            if LEAVE.contains(&part.kind()) && !(is_script && part.kind() == "return_statement") {
                self.leave();
            }
        }
        self.place.function = function;
    }

    /// Walks through a statement or an expression. Returns its value, if it has one.
    pub(super) fn js(&mut self, node: Node<'_>) -> ExprId {
        let too_deep = self.unknown();
        self.deeper(too_deep, |walk| match node.kind() {
            "function_declaration" | "generator_function_declaration" | "class_declaration" => walk.js_declared(node),
            "lexical_declaration" | "variable_declaration" => walk.js_declaration(node),
            "import_statement" => walk.js_import(node),
            "export_statement" => walk.js_export(node),
            "statement_block" => walk.scoped(|walk| {
                walk.js_all(node);
                walk.unknown()
            }),
            "for_statement" | "switch_body" | "switch_case" | "switch_default" => {
                walk.scoped(|walk| walk.js_parts(node))
            }
            // What may not run stands apart from what does, with braces around it or without.
            "if_statement" | "else_clause" | "while_statement" | "do_statement" => {
                for part in parts(node) {
                    walk.scoped(|walk| walk.js(part));
                }
                walk.unknown()
            }
            "for_in_statement" => walk.scoped(|walk| walk.js_for_in(node)),
            "catch_clause" => walk.scoped(|walk| {
                if let Some(parameter) = node.child_by_field_name("parameter") {
                    let value = walk.unknown();
                    walk.js_bind(parameter, value, Some(walk.place.scope));
                }
                walk.js_field(node, "body")
            }),
            "return_statement" => {
                let value = parts(node).first().map(|value| walk.js(*value));
                let value = value.unwrap_or_else(|| walk.put(Expr::Constant("undefined")));
                walk.returns(value);
                value
            }
            _ => walk.js_expression(node),
        })
    }

    fn js_expression(&mut self, node: Node<'_>) -> ExprId {
        match node.kind() {
            "string" | "template_string" | "number" => self.js_literal(node),
            "true" => self.put(Expr::Constant("true")),
            "false" => self.put(Expr::Constant("false")),
            "null" => self.put(Expr::Constant("null")),
            "undefined" => self.put(Expr::Constant("undefined")),
            "identifier" | "shorthand_property_identifier" => self.name(self.source(node)),
            "this" => match self.class {
                Some(class) => self.put(Expr::This(class)),
                None => self.unknown(),
            },
            "member_expression" => {
                let object = self.js_field(node, "object");
                let name = node.child_by_field_name("property").map(|name| self.source(name)).unwrap_or_default();
                self.member(object, name)
            }
            "subscript_expression" => {
                let (object, index) = (self.js_field(node, "object"), self.js_field(node, "index"));
                self.indexed(object, index)
            }
            "call_expression" | "new_expression" => self.js_call(node),
            "object" => self.js_object(node),
            "array" => {
                let elements = parts(node).into_iter().map(|element| self.js(element)).collect();
                self.put(Expr::List(elements))
            }
            "arrow_function" | "function_expression" | "generator_function" => self.js_function(node),
            "class" => self.js_class(node),
            "await_expression" => {
                let awaited = self.js_first(node);
                self.put(Expr::Await(awaited))
            }
            "assignment_expression" | "augmented_assignment_expression" => self.js_assignment(node),
            "update_expression" => {
                let value = self.unknown();
                if let Some(target) = node.child_by_field_name("argument") {
                    self.js_bind(target, value, None);
                }
                value
            }
            "parenthesized_expression" => self.js_first(node),
            "expression_statement" => {
                let value = self.js_first(node);
                self.builder.program.dropped.insert(value);
                value
            }
            "sequence_expression" => self.js_parts(node),
            "binary_expression" | "ternary_expression" => self.js_operation(node),
            _ => {
                self.js_parts(node);
                self.unknown()
            }
        }
    }

    /// All parts; the value of the last.
    fn js_parts(&mut self, node: Node<'_>) -> ExprId {
        let last = parts(node).into_iter().map(|part| self.js(part)).last();
        last.unwrap_or_else(|| self.unknown())
    }

    fn js_first(&mut self, node: Node<'_>) -> ExprId {
        let first = parts(node).first().map(|part| self.js(*part));
        first.unwrap_or_else(|| self.unknown())
    }

    fn js_field(&mut self, node: Node<'_>, field: &str) -> ExprId {
        match node.child_by_field_name(field) {
            Some(part) => self.js(part),
            None => self.unknown(),
        }
    }

    /// `object["key"]` is `object.key`.
    pub(super) fn indexed(&mut self, object: ExprId, index: ExprId) -> ExprId {
        match self.builder.program.expression(index) {
            Expr::Text(key) => {
                let key = key.clone();
                self.member(object, &key)
            }
            _ => self.put(Expr::Index(object, index)),
        }
    }

    fn js_call(&mut self, node: Node<'_>) -> ExprId {
        let is_new = node.kind() == "new_expression";
        let callee = node.child_by_field_name(if is_new { "constructor" } else { "function" });
        let arguments = node.child_by_field_name("arguments");
        if let (Some("import"), Some(module)) = (callee.map(|c| c.kind()), arguments.and_then(|a| a.named_child(0))) {
            let module = self.js(module);
            return self.imported_as(module);
        }
        let callee = callee.map(|callee| self.js(callee)).unwrap_or_else(|| self.unknown());
        let is_require = matches!(self.builder.program.expression(callee), Expr::Name(name) if name == "require");
        if let (true, Some(module)) = (is_require, arguments.and_then(|arguments| arguments.named_child(0))) {
            let module = self.js(module);
            return self.imported_as(module);
        }
        // The parts of a tagged template are no arguments.
        let arguments =
            arguments.map(|node| if node.kind() == "arguments" { self.js_arguments(node) } else { Vec::new() });
        self.call(CallExpr { callee, arguments: arguments.unwrap_or_default(), is_new })
    }

    fn js_arguments(&mut self, node: Node<'_>) -> Vec<Argument> {
        let argument = |walk: &mut Self, part: Node<'_>| match part.kind() {
            "spread_element" => Argument { name: None, value: walk.js_first(part), is_spread: true },
            _ => Argument { name: None, value: walk.js(part), is_spread: false },
        };
        parts(node).into_iter().map(|part| argument(self, part)).collect()
    }

    fn js_object(&mut self, node: Node<'_>) -> ExprId {
        let mut properties = Vec::new();
        for part in parts(node) {
            match part.kind() {
                "spread_element" => properties.push(Property::Spread(self.js_first(part))),
                "shorthand_property_identifier" => {
                    properties.push(Property::Named(self.source(part).to_owned(), self.js(part)));
                }
                "pair" => {
                    let (key, value) = (part.child_by_field_name("key"), self.js_field(part, "value"));
                    properties.extend(key.map(|key| self.js_property(key, value)));
                }
                "method_definition" => {
                    let function = self.js_function(part);
                    let name = part.child_by_field_name("name");
                    properties.extend(name.map(|key| self.js_property(key, function)));
                }
                // Broken: whatever else is in there.
                _ => {
                    self.js(part);
                    properties.push(Property::Spread(self.unknown()));
                }
            }
        }
        self.put(Expr::Object(properties))
    }

    fn js_property(&mut self, key: Node<'_>, value: ExprId) -> Property {
        match self.js_key(key) {
            Ok(name) => Property::Named(name, value),
            Err(key) => Property::Computed(key, value),
        }
    }

    /// The name of a property, or the expression that gives it.
    fn js_key(&mut self, key: Node<'_>) -> Result<String, ExprId> {
        let expression = match key.kind() {
            "property_identifier" | "private_property_identifier" => return Ok(self.source(key).to_owned()),
            "computed_property_name" => self.js_first(key),
            _ => self.js(key),
        };
        match self.builder.program.expression(expression) {
            Expr::Text(name) | Expr::Number(name) => Ok(name.clone()),
            _ => Err(expression),
        }
    }

    /// What may not run stands in a scope of its own.
    fn js_perhaps(&mut self, node: Node<'_>, field: &str) -> ExprId {
        self.scoped(|walk| walk.js_field(node, field))
    }

    fn js_operation(&mut self, node: Node<'_>) -> ExprId {
        if node.kind() == "ternary_expression" {
            self.js_field(node, "condition");
            let arms = ["consequence", "alternative"].map(|arm| self.js_perhaps(node, arm));
            return self.put(Expr::Either(arms.to_vec()));
        }
        match operator(node) {
            Some("+") => {
                let terms = terms(node, "binary_expression").into_iter().map(|term| self.js(term)).collect();
                self.put(Expr::Sum(terms))
            }
            Some("||" | "??") => {
                let (first, second) = (self.js_field(node, "left"), self.js_perhaps(node, "right"));
                self.put(Expr::Fallback(first, second))
            }
            Some("&&") => {
                let arms = [self.js_field(node, "left"), self.js_perhaps(node, "right")];
                self.put(Expr::Either(arms.to_vec()))
            }
            _ => {
                self.js_parts(node);
                self.unknown()
            }
        }
    }
}
