//! What gives names to values: declarations, parameters, patterns, assignments.

use tree_sitter::Node;

use crate::documents::code::builder::Walk;
use crate::documents::code::grammar::{operator, parts};
use crate::documents::code::syntax::{ClassId, Expr, ExprId, ScopeId};

impl Walk<'_, '_> {
    /// `function name() {}` and `class Name {}`.
    pub(super) fn js_declared(&mut self, node: Node<'_>) -> ExprId {
        let name = node.child_by_field_name("name").map(|name| self.source(name));
        if let Some(name) = name {
            self.declare_in(self.place.scope, name);
        }
        let value = if node.kind() == "class_declaration" { self.js_class(node) } else { self.js_function(node) };
        if let Some(name) = name {
            self.assign(name, value);
        }
        value
    }

    pub(super) fn js_declaration(&mut self, node: Node<'_>) -> ExprId {
        let scope = if node.kind() == "variable_declaration" { self.outer } else { self.place.scope };
        for part in parts(node) {
            let value = part.child_by_field_name("value").map(|value| self.js(value));
            let Some(name) = part.child_by_field_name("name") else { continue };
            match value {
                Some(value) => self.js_bind(name, value, Some(scope)),
                None => self.declare_in(scope, self.source(name)),
            }
        }
        self.unknown()
    }

    pub(super) fn js_function(&mut self, node: Node<'_>) -> ExprId {
        self.js_method(node, None)
    }

    fn js_method(&mut self, node: Node<'_>, class: Option<ClassId>) -> ExprId {
        let function = self.make_function(class, |walk| {
            let lists = ["parameters", "parameter"].map(|field| node.child_by_field_name(field));
            for list in lists.into_iter().flatten() {
                let parameters = if list.kind() == "formal_parameters" { parts(list) } else { vec![list] };
                parameters.into_iter().for_each(|parameter| walk.js_parameter(parameter));
            }
            walk.function().is_wrapped = node.kind().starts_with("generator");
            walk.function().is_async = node.children(&mut node.walk()).any(|part| part.kind() == "async");
            match node.child_by_field_name("body") {
                Some(body) if body.kind() == "statement_block" => walk.js_all(body),
                Some(value) => {
                    let value = walk.js(value);
                    walk.returns(value);
                }
                None => {}
            }
        });
        self.put(Expr::Function(function))
    }

    fn js_parameter(&mut self, node: Node<'_>) {
        let (pattern, default) = match node.kind() {
            "assignment_pattern" => (node.child_by_field_name("left"), Some(self.js_right(node))),
            _ => (Some(node), None),
        };
        let Some(pattern) = pattern else { return };
        match pattern.kind() {
            "identifier" => {
                self.parameter(Some(self.source(pattern)), default, false);
            }
            "rest_pattern" => {
                let value = self.parameter(None, None, true);
                parts(pattern).into_iter().for_each(|part| self.js_bind(part, value, Some(self.place.scope)));
            }
            _ => {
                let value = self.parameter(None, default, false);
                self.js_bind(pattern, value, Some(self.place.scope));
            }
        }
    }

    fn js_right(&mut self, node: Node<'_>) -> ExprId {
        match node.child_by_field_name("right") {
            Some(value) => self.js(value),
            None => self.unknown(),
        }
    }

    /// Gives a value to what stands on the left: declared in a scope, or assigned to what is there.
    pub(super) fn js_bind(&mut self, pattern: Node<'_>, value: ExprId, scope: Option<ScopeId>) {
        self.deeper((), |walk| match pattern.kind() {
            "identifier" | "shorthand_property_identifier_pattern" => {
                let name = walk.source(pattern);
                scope.into_iter().for_each(|scope| walk.declare_in(scope, name));
                walk.assign(name, value);
            }
            "object_pattern" => parts(pattern).into_iter().for_each(|part| walk.js_bind_member(part, value, scope)),
            "array_pattern" => {
                // A hole has no node: what stands behind one is any element.
                let has_hole = walk.source(pattern).contains(",,");
                for (index, part) in parts(pattern).into_iter().enumerate() {
                    let element = match has_hole {
                        true => walk.put(Expr::Element(value)),
                        false => {
                            let index = walk.put(Expr::Number(index.to_string()));
                            walk.put(Expr::Index(value, index))
                        }
                    };
                    walk.js_bind(part, element, scope);
                }
            }
            "assignment_pattern" => {
                let default = walk.js_right(pattern);
                let value = walk.put(Expr::Fallback(value, default));
                pattern.child_by_field_name("left").into_iter().for_each(|left| walk.js_bind(left, value, scope));
            }
            "rest_pattern" => parts(pattern).into_iter().for_each(|part| walk.js_bind(part, value, scope)),
            "parenthesized_expression" => parts(pattern).into_iter().for_each(|part| walk.js_bind(part, value, scope)),
            "member_expression" | "subscript_expression" => walk.js_write(pattern, value),
            _ => {
                walk.js(pattern);
            }
        });
    }

    fn js_bind_member(&mut self, part: Node<'_>, value: ExprId, scope: Option<ScopeId>) {
        match part.kind() {
            "pair_pattern" => {
                let member = match part.child_by_field_name("key").map(|key| self.js_key(key)) {
                    Some(Ok(name)) => self.member(value, &name),
                    Some(Err(key)) => self.indexed(value, key),
                    None => self.unknown(),
                };
                part.child_by_field_name("value").into_iter().for_each(|to| self.js_bind(to, member, scope));
            }
            "object_assignment_pattern" => {
                let Some(left) = part.child_by_field_name("left") else { return };
                let member = self.member(value, self.source(left));
                let default = self.js_right(part);
                let value = self.put(Expr::Fallback(member, default));
                self.js_bind(left, value, scope);
            }
            "shorthand_property_identifier_pattern" => {
                let member = self.member(value, self.source(part));
                self.js_bind(part, member, scope);
            }
            // What is left over has the members of the whole.
            _ => self.js_bind(part, value, scope),
        }
    }

    /// `target.key = value`, `target[key] = value`; what a CommonJS module exports is written this way.
    fn js_write(&mut self, left: Node<'_>, value: ExprId) {
        let Some(object) = left.child_by_field_name("object") else { return };
        let (whole, is_exports) = (self.source(left), matches!(self.source(object), "exports" | "module.exports"));
        if whole == "module.exports" {
            self.module().is_common = true;
            self.module().whole.push(value);
            return;
        }
        let target = self.js(object);
        let key = match (left.child_by_field_name("property"), left.child_by_field_name("index")) {
            (Some(name), _) => self.put(Expr::Text(self.source(name).to_owned())),
            (None, Some(index)) => self.js(index),
            (None, None) => self.unknown(),
        };
        if is_exports {
            self.module().is_common = true;
            if let Expr::Text(name) = self.builder.program.expression(key) {
                let name = name.clone();
                self.export(&name, value);
            }
        }
        self.write_at(target, key, value);
    }

    pub(super) fn js_assignment(&mut self, node: Node<'_>) -> ExprId {
        let right = self.js_right(node);
        let Some(left) = node.child_by_field_name("left") else { return right };
        let value = match operator(node) {
            None => right,
            Some("+=") => {
                let before = self.js(left);
                self.put(Expr::Sum(vec![before, right]))
            }
            Some("??=" | "||=") => {
                let before = self.js(left);
                self.put(Expr::Fallback(before, right))
            }
            Some(_) => self.unknown(),
        };
        self.js_bind(left, value, None);
        value
    }

    pub(super) fn js_for_in(&mut self, node: Node<'_>) -> ExprId {
        let list = self.js_right(node);
        let element = self.put(Expr::Element(list));
        if let Some(left) = node.child_by_field_name("left") {
            let scope = match node.child_by_field_name("kind").map(|kind| kind.kind()) {
                Some("var") => Some(self.outer),
                Some(_) => Some(self.place.scope),
                None => None,
            };
            self.js_bind(left, element, scope);
        }
        match node.child_by_field_name("body") {
            Some(body) => self.js(body),
            None => self.unknown(),
        }
    }

    pub(super) fn js_class(&mut self, node: Node<'_>) -> ExprId {
        let heritage = parts(node).into_iter().find(|part| part.kind() == "class_heritage");
        let parent = heritage.and_then(|heritage| parts(heritage).first().copied()).map(|parent| self.js(parent));
        let class = self.make_class(parent, |walk, class| {
            let members = node.child_by_field_name("body").map(parts).unwrap_or_default();
            members.into_iter().for_each(|member| walk.js_class_member(member, class));
        });
        self.put(Expr::Class(class))
    }

    fn js_class_member(&mut self, member: Node<'_>, class: ClassId) {
        let name = ["property", "name"].iter().find_map(|field| member.child_by_field_name(field));
        let value = match member.kind() {
            "method_definition" => Some(self.js_method(member, Some(class))),
            "field_definition" => member.child_by_field_name("value").map(|value| self.js(value)),
            _ => {
                self.js(member);
                None
            }
        };
        let name = name.map(|name| self.js_key(name));
        if let (Some(Ok(name)), Some(value)) = (name, value) {
            self.class_member(class, &name, value);
        }
    }
}
