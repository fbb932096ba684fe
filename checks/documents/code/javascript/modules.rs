//! Imports and exports of ES modules.

use tree_sitter::Node;

use crate::documents::code::builder::Walk;
use crate::documents::code::grammar::parts;
use crate::documents::code::syntax::{Expr, ExprId};

impl Walk<'_, '_> {
    pub(super) fn js_import(&mut self, node: Node<'_>) -> ExprId {
        self.module().is_es = true;
        let Some(module) = self.js_source(node) else { return self.unknown() };
        let whole = self.import(&module, None);
        for clause in parts(node).into_iter().filter(|part| part.kind() == "import_clause").flat_map(parts) {
            match clause.kind() {
                "identifier" => {
                    let value = self.import(&module, Some("default"));
                    self.js_named(clause, value);
                }
                "namespace_import" => parts(clause).into_iter().for_each(|name| self.js_named(name, whole)),
                _ => parts(clause).into_iter().for_each(|specifier| {
                    let name = specifier.child_by_field_name("name");
                    let local = specifier.child_by_field_name("alias").or(name);
                    if let (Some(name), Some(local)) = (name, local) {
                        let value = self.import(&module, Some(self.source(name).trim_matches(['"', '\''])));
                        self.js_named(local, value);
                    }
                }),
            }
        }
        whole
    }

    fn js_named(&mut self, name: Node<'_>, value: ExprId) {
        let name = self.source(name);
        self.declare_in(self.place.scope, name);
        self.assign(name, value);
    }

    /// `import("…")`.
    pub(super) fn imported_as(&mut self, module: ExprId) -> ExprId {
        match self.builder.program.expression(module) {
            Expr::Text(module) => {
                let module = module.clone();
                self.import(&module, None)
            }
            _ => self.unknown(),
        }
    }

    fn js_source(&mut self, node: Node<'_>) -> Option<String> {
        let source = self.js(node.child_by_field_name("source")?);
        match self.builder.program.expression(source) {
            Expr::Text(module) => Some(module.clone()),
            _ => None,
        }
    }

    pub(super) fn js_export(&mut self, node: Node<'_>) -> ExprId {
        self.module().is_es = true;
        let source = self.js_source(node);
        let declaration = node.child_by_field_name("declaration");
        let value = node.child_by_field_name("value");
        let is_default = node.children(&mut node.walk()).any(|part| part.kind() == "default");
        if is_default && let Some(value) = value.or(declaration) {
            let value = self.js(value);
            self.export("default", value);
            return value;
        }
        if let Some(declaration) = declaration {
            let value = self.js(declaration);
            self.js_declared_names(declaration);
            return value;
        }
        match (parts(node).into_iter().find(|part| matches!(part.kind(), "export_clause" | "namespace_export")), source)
        {
            (Some(clause), source) => self.js_export_clause(clause, source.as_deref()),
            (None, Some(source)) => {
                self.import(&source, None);
                self.module().stars.push(source);
            }
            (None, None) => {}
        }
        self.unknown()
    }

    /// Exports what a declaration gives names to.
    fn js_declared_names(&mut self, declaration: Node<'_>) {
        let names = match declaration.child_by_field_name("name") {
            Some(name) => vec![name],
            None => parts(declaration).into_iter().filter_map(|part| part.child_by_field_name("name")).collect(),
        };
        for name in names.into_iter().flat_map(pattern_names) {
            let name = self.source(name);
            let value = self.name(name);
            self.export(name, value);
        }
    }

    /// `export { a, b as c }`, `export { a } from "…"`, `export * as a from "…"`.
    fn js_export_clause(&mut self, clause: Node<'_>, source: Option<&str>) {
        for specifier in parts(clause) {
            let name = specifier.child_by_field_name("name").unwrap_or(specifier);
            let exported = specifier.child_by_field_name("alias").unwrap_or(name);
            let (name, exported) = (self.source(name).to_owned(), self.source(exported).to_owned());
            let value = match source {
                Some(source) if clause.kind() == "namespace_export" => self.import(source, None),
                Some(source) => self.import(source, Some(&name)),
                None => self.name(&name),
            };
            self.export(&exported, value);
        }
    }
}

/// The names in a pattern; those deeper in it are found by what they stand in.
fn pattern_names(pattern: Node<'_>) -> Vec<Node<'_>> {
    match pattern.kind() {
        "identifier" => vec![pattern],
        _ => parts(pattern).into_iter().filter(|part| part.kind().contains("identifier")).collect(),
    }
}
