//! Python's statements and expressions (The Python Language Reference), brought into the common form.

mod definitions;
mod texts;

use tree_sitter::Node;

use super::builder::Walk;
use super::grammar::{operator, parts, terms};
use super::syntax::{Argument, CallExpr, Expr, ExprId, Property};

/// What ends a block, whatever stands after it.
const LEAVE: [&str; 4] = ["return_statement", "raise_statement", "continue_statement", "break_statement"];

impl Walk<'_, '_> {
    /// All statements of a block; those after one that leaves it never run.
    pub(super) fn py_all(&mut self, node: Node<'_>) {
        let function = self.place.function;
        for part in parts(node) {
            self.py(part);
            if LEAVE.contains(&part.kind()) {
                self.leave();
            }
        }
        self.place.function = function;
    }

    /// Walks through a statement or an expression. Returns its value, if it has one.
    pub(super) fn py(&mut self, node: Node<'_>) -> ExprId {
        let too_deep = self.unknown();
        self.deeper(too_deep, |walk| match node.kind() {
            "function_definition" | "class_definition" => walk.py_defined(node, false),
            "decorated_definition" => walk.py_decorated(node),
            "import_statement" => walk.py_import(node),
            "import_from_statement" => walk.py_import_from(node),
            "return_statement" => {
                let value = parts(node).first().map(|value| walk.py(*value));
                let value = value.unwrap_or_else(|| walk.put(Expr::Constant("null")));
                walk.returns(value);
                value
            }
            "block" => {
                walk.py_all(node);
                walk.unknown()
            }
            "yield" => {
                walk.function().is_wrapped = true;
                walk.py_parts(node)
            }
            "assignment" | "augmented_assignment" | "named_expression" => walk.py_assignment(node),
            "for_statement" | "for_in_clause" => {
                let list = walk.py_field(node, "right");
                let element = walk.put(Expr::Element(list));
                node.child_by_field_name("left").into_iter().for_each(|left| walk.py_bind(left, element));
                ["body", "alternative"].into_iter().for_each(|field| {
                    if let Some(block) = node.child_by_field_name(field) {
                        walk.py(block);
                    }
                });
                element
            }
            "as_pattern" => {
                let value = walk.py_first(node);
                node.child_by_field_name("alias").into_iter().for_each(|alias| walk.py_bind(alias, value));
                value
            }
            "global_statement" | "nonlocal_statement" => {
                let names = parts(node).into_iter().map(|name| walk.source(name).to_owned());
                let names: Vec<String> = names.collect();
                walk.py_not_local(names);
                walk.unknown()
            }
            _ => walk.py_expression(node),
        })
    }

    fn py_expression(&mut self, node: Node<'_>) -> ExprId {
        match node.kind() {
            "string" | "concatenated_string" => self.py_text(node),
            "integer" | "float" => self.put(Expr::Number(self.source(node).replace('_', ""))),
            "true" => self.put(Expr::Constant("true")),
            "false" => self.put(Expr::Constant("false")),
            "none" => self.put(Expr::Constant("null")),
            "identifier" => self.name(self.source(node)),
            "attribute" => {
                let object = self.py_field(node, "object");
                let name = node.child_by_field_name("attribute").map(|name| self.source(name)).unwrap_or_default();
                self.member(object, name)
            }
            "subscript" => {
                let (object, index) = (self.py_field(node, "value"), self.py_field(node, "subscript"));
                self.indexed(object, index)
            }
            "call" => self.py_call(node),
            "dictionary" => self.py_dictionary(node),
            "list" | "tuple" | "set" | "expression_list" => {
                let elements = parts(node).into_iter().map(|element| self.py(element)).collect();
                self.put(Expr::List(elements))
            }
            "list_comprehension" | "set_comprehension" | "dictionary_comprehension" | "generator_expression" => {
                let body = self.scoped(|walk| walk.py_comprehension(node));
                match node.kind() {
                    "dictionary_comprehension" => {
                        let unknown = self.unknown();
                        self.put(Expr::Object(vec![Property::Spread(unknown)]))
                    }
                    _ => self.put(Expr::List(vec![body])),
                }
            }
            "lambda" => self.py_lambda(node),
            "await" => {
                let awaited = self.py_first(node);
                self.put(Expr::Await(awaited))
            }
            "parenthesized_expression" | "expression_statement" | "interpolation" => self.py_first(node),
            "conditional_expression" => {
                let arms: Vec<ExprId> = parts(node).into_iter().map(|part| self.py(part)).collect();
                let arms = [arms.first(), arms.last()].into_iter().flatten().copied().collect();
                self.put(Expr::Either(arms))
            }
            "binary_operator" | "boolean_operator" => self.py_operation(node),
            _ => {
                self.py_parts(node);
                self.unknown()
            }
        }
    }

    /// All parts; the value of the last.
    fn py_parts(&mut self, node: Node<'_>) -> ExprId {
        let last = parts(node).into_iter().map(|part| self.py(part)).last();
        last.unwrap_or_else(|| self.unknown())
    }

    fn py_first(&mut self, node: Node<'_>) -> ExprId {
        let first = parts(node).first().map(|part| self.py(*part));
        first.unwrap_or_else(|| self.unknown())
    }

    fn py_field(&mut self, node: Node<'_>, field: &str) -> ExprId {
        match node.child_by_field_name(field) {
            Some(part) => self.py(part),
            None => self.unknown(),
        }
    }

    /// The clauses give the names that the body is made of.
    fn py_comprehension(&mut self, node: Node<'_>) -> ExprId {
        let (body, clauses): (Vec<_>, Vec<_>) = parts(node).into_iter().enumerate().partition(|(index, _)| *index == 0);
        for (_, clause) in clauses {
            self.py(clause);
        }
        match body.first() {
            Some((_, body)) => self.py(*body),
            None => self.unknown(),
        }
    }

    fn py_call(&mut self, node: Node<'_>) -> ExprId {
        let callee = self.py_field(node, "function");
        let arguments: Vec<Argument> = match node.child_by_field_name("arguments") {
            Some(list) if list.kind() == "argument_list" => {
                parts(list).into_iter().map(|part| self.py_argument(part)).collect()
            }
            Some(generator) => vec![Argument { name: None, value: self.py(generator), is_spread: false }],
            None => Vec::new(),
        };
        if matches!(self.builder.program.expression(callee), Expr::Name(name) if name == "dict") {
            let property = |argument: Argument| match argument.name {
                Some(name) => Property::Named(name, argument.value),
                None => Property::Spread(argument.value),
            };
            return self.put(Expr::Object(arguments.into_iter().map(property).collect()));
        }
        self.call(CallExpr { callee, arguments, is_new: false })
    }

    fn py_argument(&mut self, node: Node<'_>) -> Argument {
        match node.kind() {
            "keyword_argument" => {
                let name = node.child_by_field_name("name").map(|name| self.source(name).to_owned());
                Argument { name, value: self.py_field(node, "value"), is_spread: false }
            }
            "list_splat" | "dictionary_splat" => Argument { name: None, value: self.py_first(node), is_spread: true },
            _ => Argument { name: None, value: self.py(node), is_spread: false },
        }
    }

    fn py_dictionary(&mut self, node: Node<'_>) -> ExprId {
        let mut properties = Vec::new();
        for part in parts(node) {
            match part.kind() {
                "pair" => {
                    let (key, value) = (self.py_field(part, "key"), self.py_field(part, "value"));
                    properties.push(match self.builder.program.expression(key) {
                        Expr::Text(name) => Property::Named(name.clone(), value),
                        _ => Property::Computed(key, value),
                    });
                }
                "dictionary_splat" => properties.push(Property::Spread(self.py_first(part))),
                // Broken: whatever else is in there.
                _ => {
                    self.py(part);
                    properties.push(Property::Spread(self.unknown()));
                }
            }
        }
        self.put(Expr::Object(properties))
    }

    fn py_operation(&mut self, node: Node<'_>) -> ExprId {
        let sides = |walk: &mut Self| ["left", "right"].map(|side| walk.py_field(node, side));
        match operator(node) {
            Some("+") => {
                let terms = terms(node, "binary_operator").into_iter().map(|term| self.py(term)).collect();
                self.put(Expr::Sum(terms))
            }
            Some("or") => {
                let [first, second] = sides(self);
                self.put(Expr::Fallback(first, second))
            }
            Some("and") => {
                let sides = sides(self);
                self.put(Expr::Either(sides.to_vec()))
            }
            // Of two dictionaries: both.
            Some("|") => {
                let sides = sides(self);
                self.put(Expr::Object(sides.map(Property::Spread).to_vec()))
            }
            _ => {
                sides(self);
                self.unknown()
            }
        }
    }
}
