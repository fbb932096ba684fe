//! What gives names to values: functions, classes, imports, assignments.

use tree_sitter::Node;

use crate::documents::code::builder::Walk;
use crate::documents::code::grammar::{operator, parts};
use crate::documents::code::syntax::{ClassId, Expr, ExprId};

impl Walk<'_, '_> {
    /// `def name():` and `class Name:`.
    pub(super) fn py_defined(&mut self, node: Node<'_>, is_decorated: bool) -> ExprId {
        let name = node.child_by_field_name("name").map(|name| self.source(name)).unwrap_or_default();
        let value = match node.kind() {
            "class_definition" => self.py_class(node),
            _ => self.py_function(node, self.body_of, is_decorated),
        };
        match self.body_of {
            Some(class) => self.class_member(class, name, value),
            None => self.py_set(name, value),
        }
        value
    }

    pub(super) fn py_decorated(&mut self, node: Node<'_>) -> ExprId {
        let definition = node.child_by_field_name("definition");
        for part in parts(node).into_iter().filter(|part| part.kind() == "decorator") {
            self.py_all(part);
        }
        match definition {
            Some(definition) => self.py_defined(definition, true),
            None => self.unknown(),
        }
    }

    fn py_function(&mut self, node: Node<'_>, class: Option<ClassId>, is_decorated: bool) -> ExprId {
        let function = self.make_function(class, |walk| {
            walk.function().is_wrapped = is_decorated;
            let parameters = node.child_by_field_name("parameters").map(parts).unwrap_or_default();
            for (index, parameter) in parameters.into_iter().enumerate() {
                walk.py_parameter(parameter, class.filter(|_| index == 0));
            }
            node.child_by_field_name("body").into_iter().for_each(|body| walk.py_all(body));
        });
        self.put(Expr::Function(function))
    }

    pub(super) fn py_lambda(&mut self, node: Node<'_>) -> ExprId {
        let function = self.make_function(None, |walk| {
            let parameters = node.child_by_field_name("parameters").map(parts).unwrap_or_default();
            parameters.into_iter().for_each(|parameter| walk.py_parameter(parameter, None));
            if let Some(body) = node.child_by_field_name("body") {
                let value = walk.py(body);
                walk.returns(value);
            }
        });
        self.put(Expr::Function(function))
    }

    /// The first one of a method is the object that it is called on.
    fn py_parameter(&mut self, node: Node<'_>, class: Option<ClassId>) {
        let (name, is_rest) = match node.kind() {
            "identifier" => (Some(node), false),
            "default_parameter" | "typed_default_parameter" => (node.child_by_field_name("name"), false),
            "typed_parameter" => (node.named_child(0), false),
            "list_splat_pattern" | "dictionary_splat_pattern" => (node.named_child(0), true),
            _ => (None, false),
        };
        let default = node.child_by_field_name("value").map(|value| self.py(value));
        let Some(name) = name else { return };
        let is_rest = is_rest || name.kind() != "identifier";
        let name = self.source(name).trim_start_matches('*').to_owned();
        let Some(class) = class else {
            self.parameter(Some(&name), default, is_rest);
            return;
        };
        self.parameter(None, default, is_rest);
        let this = self.put(Expr::This(class));
        self.declare_in(self.place.scope, &name);
        self.assign(&name, this);
    }

    fn py_class(&mut self, node: Node<'_>) -> ExprId {
        let parents = node.child_by_field_name("superclasses").map(parts).unwrap_or_default();
        let parent = parents.first().map(|parent| self.py(*parent));
        let class = self.make_class(parent, |walk, class| {
            let statements = node.child_by_field_name("body").map(parts).unwrap_or_default();
            for statement in statements {
                let field = parts(statement).first().copied().filter(|field| field.kind() == "assignment");
                let name = field.and_then(|field| field.child_by_field_name("left"));
                match (field.and_then(|field| field.child_by_field_name("right")), name) {
                    (Some(value), Some(name)) if name.kind() == "identifier" => {
                        let value = walk.py(value);
                        walk.class_member(class, walk.source(name), value);
                    }
                    _ => {
                        walk.py(statement);
                    }
                }
            }
        });
        self.put(Expr::Class(class))
    }

    pub(super) fn py_import(&mut self, node: Node<'_>) -> ExprId {
        for part in parts(node) {
            let path = part.child_by_field_name("name").unwrap_or(part);
            let path = self.source(path).to_owned();
            match part.child_by_field_name("alias") {
                Some(alias) => {
                    let value = self.import(&path, None);
                    self.py_set(self.source(alias), value);
                }
                // `import a.b` gives the name `a`.
                None => {
                    let first = path.split('.').next().unwrap_or_default();
                    let value = self.import(first, None);
                    self.py_set(first, value);
                }
            }
        }
        self.unknown()
    }

    pub(super) fn py_import_from(&mut self, node: Node<'_>) -> ExprId {
        let module = node.child_by_field_name("module_name");
        let path = module.map(|module| self.source(module).to_owned()).unwrap_or_default();
        for part in parts(node).into_iter().filter(|part| Some(*part) != module) {
            if part.kind() == "wildcard_import" {
                self.import(&path, None);
                self.module().stars.push(path.clone());
                continue;
            }
            let name = part.child_by_field_name("name").unwrap_or(part);
            let local = part.child_by_field_name("alias").unwrap_or(name);
            let value = self.import(&path, Some(self.source(name)));
            self.py_set(self.source(local), value);
        }
        self.unknown()
    }

    pub(super) fn py_assignment(&mut self, node: Node<'_>) -> ExprId {
        let field = |name: &str| node.child_by_field_name(name);
        let Some(left) = field("left").or_else(|| field("name")) else { return self.unknown() };
        // An annotation alone gives no value.
        let Some(right) = field("right").or_else(|| field("value")) else { return self.unknown() };
        let right = self.py(right);
        let value = match (node.kind(), operator(node)) {
            ("augmented_assignment", Some("+=")) => {
                let before = self.py(left);
                self.put(Expr::Sum(vec![before, right]))
            }
            ("augmented_assignment", _) => self.unknown(),
            _ => right,
        };
        self.py_bind(left, value);
        value
    }

    pub(super) fn py_bind(&mut self, target: Node<'_>, value: ExprId) {
        self.deeper((), |walk| match target.kind() {
            "identifier" => walk.py_set(walk.source(target), value),
            "pattern_list" | "tuple_pattern" | "list_pattern" => {
                for (index, part) in parts(target).into_iter().enumerate() {
                    let index = walk.put(Expr::Number(index.to_string()));
                    let element = walk.put(Expr::Index(value, index));
                    walk.py_bind(part, element);
                }
            }
            "attribute" => {
                let object = walk.py_field(target, "object");
                let name = target.child_by_field_name("attribute").map(|name| walk.source(name)).unwrap_or_default();
                walk.write(object, name, value);
            }
            "subscript" => {
                let (object, key) = (walk.py_field(target, "value"), walk.py_field(target, "subscript"));
                walk.write_at(object, key, value);
            }
            _ => parts(target).into_iter().for_each(|part| {
                let value = walk.unknown();
                walk.py_bind(part, value);
            }),
        });
    }

    /// A name belongs to the function that gives it a value, unless that says otherwise.
    fn py_set(&mut self, name: &str, value: ExprId) {
        if !self.is_not_local(name) {
            self.declare_in(self.outer, name);
        }
        self.assign(name, value);
    }
}
