//! Why no engine takes a file of JavaScript at all: then nothing of it runs, not even what stands before the place
//! (ECMAScript Language Specification, "Early errors").

use std::collections::BTreeSet;

use tree_sitter::{Node, Tree};

use crate::documents::code::grammar::parts;
use crate::documents::code::{Kind, Refused};

/// How deep syntax is followed.
const DEEPEST: usize = 150;
/// What newer syntax than the grammar's may be made of, and regular expressions: where one of these stands, an error is not
/// certain.
const NEWER: [&str; 7] = ["using ", "defer ", "source ", "@", "<!--", "with {", "/"];

/// The first reason, if there is one for certain.
pub fn refusal(tree: &Tree, text: &str, kind: Kind) -> Option<Refused> {
    let check = Check { text, kind };
    match tree.root_node().has_error() {
        true => check.broken(tree.root_node()),
        false => {
            let top = Place { function: None, depth: 0 };
            check.through(tree.root_node(), top)
        }
    }
}

struct Check<'s> {
    text: &'s str,
    kind: Kind,
}

/// Where the walk is: in a function, which is asynchronous or not, or in none.
#[derive(Clone, Copy)]
struct Place {
    function: Option<bool>,
    depth: usize,
}

impl<'s> Check<'s> {
    fn refused(&self, node: Node<'_>, what: impl Into<String>) -> Refused {
        Refused { line: node.start_position().row + 1, what: what.into() }
    }

    fn source(&self, node: Node<'_>) -> &'s str {
        &self.text[node.byte_range()]
    }

    /// The first place that does not read as code; none if it may be newer than the grammar.
    fn broken(&self, root: Node<'_>) -> Option<Refused> {
        let mut node = root;
        while !(node.is_error() || node.is_missing()) {
            let broken = node.children(&mut node.walk()).find(|child| child.has_error() || child.is_missing());
            node = broken?;
        }
        let row = node.start_position().row;
        let line = without_texts(self.text.lines().nth(row).unwrap_or_default());
        if NEWER.iter().any(|word| line.contains(word)) {
            return None;
        }
        Some(match node.is_missing() {
            true => self.refused(node, format!("{} is missing", node.kind())),
            false => self.refused(node, "this does not read as JavaScript"),
        })
    }

    fn through(&self, node: Node<'_>, place: Place) -> Option<Refused> {
        if place.depth > DEEPEST {
            return None;
        }
        if let Some(refused) = self.misplaced(node, place).or_else(|| self.declared_twice(node)) {
            return Some(refused);
        }
        let inner = Place { function: function(node).or(place.function), depth: place.depth + 1 };
        parts(node).into_iter().find_map(|part| self.through(part, inner))
    }

    /// What may not stand here.
    fn misplaced(&self, node: Node<'_>, place: Place) -> Option<Refused> {
        let is_script = matches!(self.kind, Kind::Script | Kind::Handler);
        let is_waiting = match node.kind() {
            "await_expression" => true,
            "for_in_statement" => node.children(&mut node.walk()).any(|part| part.kind() == "await"),
            _ => false,
        };
        match (node.kind(), place.function) {
            (_, Some(false)) if is_waiting => Some(self.refused(node, "await in a function that is not async")),
            (_, None) if is_waiting && is_script => {
                Some(self.refused(node, "await outside of a function, in a script that is no module"))
            }
            ("import_statement" | "export_statement", _) if is_script => {
                let word = node.kind().split('_').next().unwrap_or_default();
                Some(self.refused(node, format!("{word} in a script that is no module")))
            }
            ("return_statement", None) if matches!(self.kind, Kind::Script | Kind::Module) => {
                Some(self.refused(node, "return outside of a function"))
            }
            _ => None,
        }
    }

    /// A name that `let`, `const`, `class` or `import` declares, and that something else in the same place declares, too.
    fn declared_twice(&self, node: Node<'_>) -> Option<Refused> {
        if !matches!(node.kind(), "program" | "statement_block" | "switch_body") {
            return None;
        }
        let mut names = Names::default();
        for statement in statements(node) {
            self.declare(statement, &mut names);
        }
        let parameters = self.parameters(node);
        let mut seen: BTreeSet<&str> = BTreeSet::new();
        names.lexical.iter().find_map(|name| {
            let text = self.source(*name);
            let is_other = names.others.iter().any(|other| self.source(*other) == text) || parameters.contains(text);
            (is_other || !seen.insert(text)).then(|| self.refused(*name, format!("{text} is declared twice")))
        })
    }

    fn declare<'t>(&self, statement: Node<'t>, names: &mut Names<'t>) {
        match statement.kind() {
            "lexical_declaration" => declared(statement).for_each(|name| bound(name, &mut names.lexical)),
            "variable_declaration" => declared(statement).for_each(|name| bound(name, &mut names.others)),
            "class_declaration" => names.lexical.extend(statement.child_by_field_name("name")),
            "function_declaration" | "generator_function_declaration" => {
                names.others.extend(statement.child_by_field_name("name"));
            }
            "export_statement" => {
                statement.child_by_field_name("declaration").into_iter().for_each(|inner| self.declare(inner, names));
            }
            "import_statement" => imported(statement, &mut names.lexical),
            _ => {}
        }
    }

    /// The names of the parameters of the function whose body this is.
    fn parameters(&self, body: Node<'_>) -> BTreeSet<&'s str> {
        let function = body.parent().filter(|parent| function(*parent).is_some() && body.kind() == "statement_block");
        let lists = function.into_iter().flat_map(|function| {
            ["parameters", "parameter"].into_iter().filter_map(move |field| function.child_by_field_name(field))
        });
        let mut names = Vec::new();
        for list in lists {
            bound(list, &mut names);
        }
        names.into_iter().map(|name| self.source(name)).collect()
    }
}

/// A line without what stands in quotation marks, and without its comment.
fn without_texts(line: &str) -> String {
    let (mut quote, mut left) = (None, String::new());
    for c in line.chars() {
        match quote {
            Some(mark) if c == mark => quote = None,
            Some(_) => {}
            None if matches!(c, '"' | '\'' | '`') => quote = Some(c),
            None => left.push(c),
        }
    }
    left.split("//").next().unwrap_or_default().to_owned()
}

/// The names that one place declares.
#[derive(Default)]
struct Names<'t> {
    lexical: Vec<Node<'t>>,
    others: Vec<Node<'t>>,
}

/// Whether a node is a function, and whether that is asynchronous.
fn function(node: Node<'_>) -> Option<bool> {
    match node.kind() {
        "function_declaration"
        | "function_expression"
        | "arrow_function"
        | "method_definition"
        | "generator_function"
        | "generator_function_declaration" => Some(node.children(&mut node.walk()).any(|part| part.kind() == "async")),
        "class_static_block" | "field_definition" => Some(false),
        _ => None,
    }
}

/// The statements of a block, those of its cases among them.
fn statements<'t>(node: Node<'t>) -> Vec<Node<'t>> {
    match node.kind() {
        "switch_body" => parts(node).into_iter().flat_map(parts).collect(),
        _ => parts(node),
    }
}

fn declared<'t>(declaration: Node<'t>) -> impl Iterator<Item = Node<'t>> {
    parts(declaration).into_iter().filter_map(|part| part.child_by_field_name("name"))
}

/// The names in a pattern; default values and keys are none.
fn bound<'t>(pattern: Node<'t>, names: &mut Vec<Node<'t>>) {
    match pattern.kind() {
        "identifier" | "shorthand_property_identifier_pattern" => names.push(pattern),
        "assignment_pattern" | "object_assignment_pattern" => {
            pattern.child_by_field_name("left").into_iter().for_each(|left| bound(left, names));
        }
        "pair_pattern" => pattern.child_by_field_name("value").into_iter().for_each(|value| bound(value, names)),
        "object_pattern" | "array_pattern" | "rest_pattern" | "formal_parameters" => {
            parts(pattern).into_iter().for_each(|part| bound(part, names));
        }
        _ => {}
    }
}

fn imported<'t>(statement: Node<'t>, names: &mut Vec<Node<'t>>) {
    for clause in parts(statement).into_iter().filter(|part| part.kind() == "import_clause").flat_map(parts) {
        match clause.kind() {
            "identifier" => names.push(clause),
            "namespace_import" => names.extend(parts(clause)),
            _ => {
                let local = |part: Node<'t>| part.child_by_field_name("alias").or(part.child_by_field_name("name"));
                names.extend(parts(clause).into_iter().filter_map(local));
            }
        }
    }
}
