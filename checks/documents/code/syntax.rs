//! What JavaScript and Python have in common, as far as it matters here: expressions in one list, the functions that they
//! stand in, and what names stand for.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::language::Language;

macro_rules! index {
    ($($(#[$doc:meta])* $name:ident)+) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub u32);

        impl $name {
            pub fn at(self) -> usize {
                self.0 as usize
            }

            /// The index of what is put at the end of a list of this length.
            pub fn next(length: usize) -> Self {
                Self(u32::try_from(length).expect("sources are at most a few MiB"))
            }
        }
    )+};
}

index! {
    ExprId
    /// A function, or all that a file does when it is loaded.
    FunctionId
    ClassId
    ScopeId
    BindingId
    ModuleId
}

/// Why no engine takes a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// From 1.
    pub line: usize,
    pub what: String,
}

impl std::fmt::Display for Refused {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "line {}, {}", self.line, self.what)
    }
}

#[derive(Clone, Debug)]
pub enum Expr {
    Text(String),
    Number(String),
    /// `true`, `false`, `null`, `undefined`, `None`: by its name in JavaScript.
    Constant(&'static str),
    /// Texts and values one after the other: a template, an f-string.
    Template(Vec<ExprId>),
    /// Terms with `+` between them.
    Sum(Vec<ExprId>),
    Name(String),
    Member(ExprId, String),
    Index(ExprId, ExprId),
    /// One of the elements of a list, whichever.
    Element(ExprId),
    Call(CallExpr),
    Object(Vec<Property>),
    List(Vec<ExprId>),
    /// One of these, which only running tells.
    Either(Vec<ExprId>),
    /// The second if there is nothing in the first: `a ?? b`, `a || b`, a default value.
    Fallback(ExprId, ExprId),
    Function(FunctionId),
    Class(ClassId),
    Parameter(FunctionId, usize),
    /// The object that a method is called on.
    This(ClassId),
    /// A module, or what it exports under a name.
    Import(String, Option<String>),
    Await(ExprId),
    /// Whatever is not followed.
    Unknown,
}

#[derive(Clone, Debug)]
pub struct CallExpr {
    pub callee: ExprId,
    pub arguments: Vec<Argument>,
    /// With `new` before it.
    pub is_new: bool,
}

#[derive(Clone, Debug)]
pub struct Argument {
    /// Of a keyword argument.
    pub name: Option<String>,
    pub value: ExprId,
    /// `...list`, `*list`, `**dictionary`: how many arguments these are, or which, is not followed.
    pub is_spread: bool,
}

#[derive(Clone, Debug)]
pub enum Property {
    Named(String, ExprId),
    /// `[key]: value`, and every key of a dictionary that is no text.
    Computed(ExprId, ExprId),
    /// `...object`, `**dictionary`.
    Spread(ExprId),
}

/// Where an expression stands.
#[derive(Clone, Copy, Debug)]
pub struct Location {
    pub function: FunctionId,
    pub scope: ScopeId,
}

#[derive(Debug)]
pub struct FunctionCode {
    pub module: ModuleId,
    pub parameters: Vec<Parameter>,
    /// What stands behind each `return`.
    pub returns: Vec<ExprId>,
    /// Whether a decorator or a generator makes something else of what it returns.
    pub is_wrapped: bool,
    /// Whether it gives a promise of what it returns, and Lambda waits for no more than that.
    pub is_async: bool,
    /// Of a method, the class.
    pub class: Option<ClassId>,
}

#[derive(Clone, Debug)]
pub struct Parameter {
    /// Of one that is a plain name.
    pub name: Option<String>,
    pub default: Option<ExprId>,
    /// `...rest`, `*args`, `**kwargs`.
    pub is_rest: bool,
}

#[derive(Debug, Default)]
pub struct ClassCode {
    /// Fields and methods, by name.
    pub members: Vec<(String, ExprId)>,
    pub parent: Option<ExprId>,
}

/// What a name stands for in its scope: all that is assigned to it, in the order of the source.
#[derive(Debug, Default)]
pub struct Binding {
    pub definitions: Vec<ExprId>,
}

/// A value put into an object after it was made: `target.key = value`, `target[key] = value`.
#[derive(Debug)]
pub struct Write {
    pub target: ExprId,
    pub value: ExprId,
}

/// One file.
#[derive(Debug)]
pub struct SourceFile {
    pub path: String,
    pub language: Language,
    pub top: FunctionId,
    pub scope: ScopeId,
    /// By name: ES modules' and `exports.NAME = …`.
    pub exports: Vec<(String, ExprId)>,
    /// What is exported whole: `export * from "…"`.
    pub stars: Vec<String>,
    /// `module.exports = …`.
    pub whole: Vec<ExprId>,
    /// Whether there is an `import` or `export` statement, and whether `exports` is written to.
    pub is_es: bool,
    pub is_common: bool,
    /// Whether a part could not be made sense of: broken, too deep, or in a syntax newer than the grammar.
    pub is_broken: bool,
    /// Why no engine takes it, if that is certain.
    pub refused: Option<Refused>,
}

/// All files together.
#[derive(Debug, Default)]
pub struct Program {
    pub expressions: Vec<Expr>,
    /// Where each expression stands.
    pub places: Vec<Location>,
    pub functions: Vec<FunctionCode>,
    pub classes: Vec<ClassCode>,
    pub modules: Vec<SourceFile>,
    /// The scope around each scope.
    pub scopes: Vec<Option<ScopeId>>,
    pub bindings: Vec<Binding>,
    pub names: BTreeMap<(ScopeId, String), BindingId>,
    /// What each name expression stands for; one that nothing declares is missing.
    pub resolved: HashMap<ExprId, BindingId>,
    pub paths: HashMap<String, ModuleId>,
    pub writes: BTreeMap<String, Vec<Write>>,
    /// Writes under a key that is no constant.
    pub computed_writes: Vec<(ExprId, Write)>,
    /// `Object.assign(target, source)`, `target.update(source)`.
    pub merges: Vec<Write>,
    /// Expressions that stand as statements: what they give is dropped.
    pub dropped: BTreeSet<ExprId>,
    /// Imports, by the module that they stand in.
    pub imports: Vec<(ModuleId, String)>,
    pub comments: String,
}

impl Program {
    pub fn expression(&self, id: ExprId) -> &Expr {
        &self.expressions[id.at()]
    }

    pub fn place(&self, id: ExprId) -> Location {
        self.places[id.at()]
    }

    pub fn function(&self, id: FunctionId) -> &FunctionCode {
        &self.functions[id.at()]
    }

    pub fn module(&self, id: ModuleId) -> &SourceFile {
        &self.modules[id.at()]
    }

    pub fn ids(&self) -> impl Iterator<Item = ExprId> + use<> {
        (0..self.expressions.len()).map(ExprId::next)
    }

    pub fn call(&self, id: ExprId) -> Option<&CallExpr> {
        match self.expression(id) {
            Expr::Call(call) => Some(call),
            _ => None,
        }
    }

    pub fn calls(&self) -> impl Iterator<Item = (ExprId, &CallExpr)> {
        self.ids().filter_map(|id| Some((id, self.call(id)?)))
    }

    /// What the name stands for, seen from a scope.
    pub fn lookup(&self, scope: ScopeId, name: &str) -> Option<BindingId> {
        let mut scope = Some(scope);
        let mut key = (ScopeId(0), name.to_owned());
        while let Some(here) = scope {
            key.0 = here;
            if let Some(binding) = self.names.get(&key) {
                return Some(*binding);
            }
            scope = self.scopes[here.at()];
        }
        None
    }

    /// What is given a value at the top of a file, by its name.
    pub fn at_top(&self, file: &SourceFile) -> impl Iterator<Item = (&str, ExprId)> {
        let first = (file.scope, String::new());
        let names = self.names.range(first..).take_while(|((scope, _), _)| *scope == file.scope);
        names.flat_map(|((_, name), binding)| {
            self.bindings[binding.at()].definitions.iter().map(|value| (name.as_str(), *value))
        })
    }

    /// What a name expression stands for.
    pub fn binding(&self, id: ExprId) -> Option<&Binding> {
        Some(&self.bindings[self.resolved.get(&id)?.at()])
    }

    /// The file at a path, and what the module of that name is for the one that imports it.
    pub fn imported(&self, from: ModuleId, name: &str) -> Option<ModuleId> {
        let from = self.module(from);
        from.language.files(&from.path, name).iter().find_map(|path| self.paths.get(path).copied())
    }
}
