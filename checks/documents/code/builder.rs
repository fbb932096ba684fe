//! Puts a program together while its sources are walked through: scopes, names and functions are the same in both
//! languages.

use tree_sitter::{Node, Tree};

use super::language::Language;
use super::syntax::{
    Binding, BindingId, CallExpr, ClassCode, ClassId, Expr, ExprId, FunctionCode, FunctionId, Location, ModuleId,
    Parameter, Program, ScopeId, SourceFile, Write,
};
use super::{Kind, grammar, javascript};

/// How deep syntax may be nested; generated code stays below a hundred.
const DEEPEST: usize = 150;
/// What a page gives another address to leave itself.
const LOCATION: &str = "location";

/// Walks through one source after the other.
#[derive(Default)]
pub struct Builder {
    pub program: Program,
    /// Assignments, which find their scopes once all declarations are known.
    assignments: Vec<Assignment>,
}

/// A value given to a name.
struct Assignment {
    scope: ScopeId,
    name: String,
    value: ExprId,
    /// Whether it stands in a script of a page.
    is_of_page: bool,
}

/// Where in a source the walk is.
pub struct Walk<'b, 's> {
    pub builder: &'b mut Builder,
    pub text: &'s str,
    pub module: ModuleId,
    pub place: Location,
    /// The scope of the function, which Python's names and `var` belong to.
    pub outer: ScopeId,
    pub class: Option<ClassId>,
    /// The class whose body is walked through, outside of its methods.
    pub body_of: Option<ClassId>,
    /// Whether the file is a script of a page.
    pub is_of_page: bool,
    /// What `global` and `nonlocal` say of the function.
    not_local: Vec<(ScopeId, String)>,
    depth: usize,
}

impl Builder {
    /// Adds a file. Scripts of one page share the `scope` that they are given.
    pub fn add(&mut self, language: Language, path: &str, text: &str, scope: Option<ScopeId>, kind: Kind) {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let is_of_page = scope.is_some();
        let scope = scope.unwrap_or_else(|| self.scope(None));
        let (module, top) = (ModuleId::next(self.program.modules.len()), self.function(None));
        self.program.modules.push(SourceFile {
            path: path.to_owned(),
            language,
            top,
            scope,
            exports: Vec::new(),
            stars: Vec::new(),
            whole: Vec::new(),
            is_es: false,
            is_common: false,
            is_broken: true,
            refused: None,
        });
        self.program.functions[top.at()].module = module;
        self.program.paths.entry(path.to_owned()).or_insert(module);
        let Some(tree) = grammar::parse(language, text) else { return };
        self.program.modules[module.at()].is_broken = tree.root_node().has_error();
        if language == Language::JavaScript {
            self.program.modules[module.at()].refused = javascript::refusal(&tree, text, kind);
        }
        self.program.comments.push_str(&grammar::comments(&tree, text));
        let place = Location { function: top, scope };
        let walk = Walk {
            builder: self,
            text,
            module,
            place,
            outer: scope,
            class: None,
            body_of: None,
            is_of_page,
            not_local: Vec::new(),
            depth: 0,
        };
        walk.through(&tree, language);
    }

    pub fn scope(&mut self, around: Option<ScopeId>) -> ScopeId {
        self.program.scopes.push(around);
        ScopeId::next(self.program.scopes.len() - 1)
    }

    fn function(&mut self, class: Option<ClassId>) -> FunctionId {
        let (parameters, returns) = (Vec::new(), Vec::new());
        self.program.functions.push(FunctionCode {
            module: ModuleId(0),
            parameters,
            returns,
            is_wrapped: false,
            is_async: false,
            class,
        });
        FunctionId::next(self.program.functions.len() - 1)
    }

    fn declare(&mut self, scope: ScopeId, name: &str) -> BindingId {
        let next = BindingId::next(self.program.bindings.len());
        let binding = *self.program.names.entry((scope, name.to_owned())).or_insert(next);
        if binding == next {
            self.program.bindings.push(Binding::default());
        }
        binding
    }

    /// `location = …`, which is `window.location = …` (HTML Standard, "The Window object").
    fn write_of_window(&mut self, value: ExprId) {
        let program = &mut self.program;
        program.expressions.push(Expr::Name("window".into()));
        program.places.push(program.places[value.at()]);
        let target = ExprId::next(program.expressions.len() - 1);
        program.writes.entry(LOCATION.into()).or_default().push(Write { target, value });
    }

    /// The program, with every assignment at its name's declaration. A name that nothing declares is one of the whole
    /// file; but `location` is the window's own, and where it leads.
    pub fn finish(mut self) -> Program {
        for Assignment { scope, name, value, is_of_page } in std::mem::take(&mut self.assignments) {
            let declared = self.program.lookup(scope, &name);
            if declared.is_none() && is_of_page && name == LOCATION {
                self.write_of_window(value);
                continue;
            }
            let binding = declared.unwrap_or_else(|| {
                let mut top = scope;
                while let Some(around) = self.program.scopes[top.at()] {
                    top = around;
                }
                self.declare(top, &name)
            });
            self.program.bindings[binding.at()].definitions.push(value);
        }
        let program = &self.program;
        let names = program.ids().filter_map(|id| match program.expression(id) {
            Expr::Name(name) => Some((id, program.lookup(program.place(id).scope, name)?)),
            _ => None,
        });
        self.program.resolved = names.collect();
        self.program
    }
}

impl<'s> Walk<'_, 's> {
    fn through(mut self, tree: &Tree, language: Language) {
        match language {
            Language::JavaScript => self.js_all(tree.root_node()),
            Language::Python => self.py_all(tree.root_node()),
        }
    }

    pub fn module(&mut self) -> &mut SourceFile {
        &mut self.builder.program.modules[self.module.at()]
    }

    pub fn function(&mut self) -> &mut FunctionCode {
        &mut self.builder.program.functions[self.place.function.at()]
    }

    /// The text of a node.
    pub fn source(&self, node: Node<'_>) -> &'s str {
        &self.text[node.byte_range()]
    }

    /// Adds an expression that stands here.
    pub fn put(&mut self, expression: Expr) -> ExprId {
        self.builder.program.expressions.push(expression);
        self.builder.program.places.push(self.place);
        ExprId::next(self.builder.program.expressions.len() - 1)
    }

    pub fn unknown(&mut self) -> ExprId {
        self.put(Expr::Unknown)
    }

    pub fn name(&mut self, name: &str) -> ExprId {
        self.put(Expr::Name(name.to_owned()))
    }

    pub fn member(&mut self, of: ExprId, name: &str) -> ExprId {
        self.put(Expr::Member(of, name.to_owned()))
    }

    /// A call, and what it puts into an object if it is one that does so.
    pub fn call(&mut self, call: CallExpr) -> ExprId {
        let program = &self.builder.program;
        if let Expr::Member(target, method) = program.expression(call.callee) {
            let target = *target;
            let first = call.arguments.first().map(|argument| argument.value);
            match (method.as_str(), program.expression(target)) {
                ("assign", Expr::Name(object)) if object == "Object" => {
                    let sources = call.arguments.iter().skip(1).map(|argument| argument.value);
                    let merges = sources.filter_map(|value| Some(Write { target: first?, value }));
                    self.builder.program.merges.extend(merges);
                }
                ("update", _) => {
                    let merges = call.arguments.iter().map(|argument| Write { target, value: argument.value });
                    self.builder.program.merges.extend(merges);
                }
                _ => {}
            }
        }
        self.put(Expr::Call(call))
    }

    /// Goes one step deeper; code that is too deep counts as broken.
    pub fn deeper<T>(&mut self, otherwise: T, walk: impl FnOnce(&mut Self) -> T) -> T {
        if self.depth == DEEPEST {
            self.module().is_broken = true;
            return otherwise;
        }
        self.depth += 1;
        let result = walk(self);
        self.depth -= 1;
        result
    }

    /// Walks through what stands after a statement that leaves its block: it belongs to a function that nothing calls.
    pub fn leave(&mut self) {
        self.place.function = self.builder.function(None);
        self.function().module = self.module;
    }

    pub fn declare_in(&mut self, scope: ScopeId, name: &str) {
        self.builder.declare(scope, name);
    }

    pub fn assign(&mut self, name: &str, value: ExprId) {
        let (scope, is_of_page) = (self.place.scope, self.is_of_page);
        self.builder.assignments.push(Assignment { scope, name: name.to_owned(), value, is_of_page });
    }

    pub fn write(&mut self, target: ExprId, key: &str, value: ExprId) {
        self.builder.program.writes.entry(key.to_owned()).or_default().push(Write { target, value });
    }

    /// `target[key] = value`; under its name if the key is a text.
    pub fn write_at(&mut self, target: ExprId, key: ExprId, value: ExprId) {
        match self.builder.program.expression(key) {
            Expr::Text(text) => {
                let text = text.clone();
                self.write(target, &text, value);
            }
            _ => self.builder.program.computed_writes.push((key, Write { target, value })),
        }
    }

    pub fn import(&mut self, module: &str, name: Option<&str>) -> ExprId {
        self.builder.program.imports.push((self.module, module.to_owned()));
        self.put(Expr::Import(module.to_owned(), name.map(str::to_owned)))
    }

    pub fn py_not_local(&mut self, names: Vec<String>) {
        let scope = self.outer;
        self.not_local.extend(names.into_iter().map(|name| (scope, name)));
    }

    pub fn is_not_local(&self, name: &str) -> bool {
        self.not_local.iter().any(|(scope, known)| *scope == self.outer && known == name)
    }

    /// Walks in a scope of its own.
    pub fn scoped<T>(&mut self, walk: impl FnOnce(&mut Self) -> T) -> T {
        let around = self.place.scope;
        self.place.scope = self.builder.scope(Some(around));
        let result = walk(self);
        self.place.scope = around;
        result
    }

    /// A function, whose parameters and body `walk` goes through.
    pub fn make_function(&mut self, class: Option<ClassId>, walk: impl FnOnce(&mut Self)) -> FunctionId {
        let (place, outer, around, body_of) = (self.place, self.outer, self.class, self.body_of.take());
        let function = self.builder.function(class);
        self.builder.program.functions[function.at()].module = self.module;
        self.place = Location { function, scope: self.builder.scope(Some(place.scope)) };
        self.outer = self.place.scope;
        self.class = class.or(around);
        walk(self);
        (self.place, self.outer, self.class, self.body_of) = (place, outer, around, body_of);
        function
    }

    /// A parameter of the function that is walked through; its value, whatever it is called with.
    pub fn parameter(&mut self, name: Option<&str>, default: Option<ExprId>, is_rest: bool) -> ExprId {
        let function = self.place.function;
        let index = self.function().parameters.len();
        self.function().parameters.push(Parameter { name: name.map(str::to_owned), default, is_rest });
        let value = if is_rest { self.unknown() } else { self.put(Expr::Parameter(function, index)) };
        if let Some(name) = name {
            self.declare_in(self.place.scope, name);
            self.assign(name, value);
        }
        value
    }

    pub fn make_class(&mut self, parent: Option<ExprId>, walk: impl FnOnce(&mut Self, ClassId)) -> ClassId {
        self.builder.program.classes.push(ClassCode { members: Vec::new(), parent });
        let class = ClassId::next(self.builder.program.classes.len() - 1);
        let (around, body_of) = (self.class.replace(class), self.body_of.replace(class));
        walk(self, class);
        (self.class, self.body_of) = (around, body_of);
        class
    }

    pub fn class_member(&mut self, class: ClassId, name: &str, value: ExprId) {
        self.builder.program.classes[class.at()].members.push((name.to_owned(), value));
    }

    pub fn returns(&mut self, value: ExprId) {
        self.function().returns.push(value);
    }

    /// Exports, of what stands at the top of the file.
    pub fn export(&mut self, name: &str, value: ExprId) {
        self.module().exports.push((name.to_owned(), value));
    }
}
