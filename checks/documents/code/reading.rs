//! Code as it runs: from which function it is entered, and with which environment variables. It is read, never run: what
//! cannot be followed is unknown.

mod answer;
mod asked;
mod builtin;
mod clock;
mod evaluation;
mod graph;
mod headers;
mod leaving;
mod logged;
mod member;
mod promise;
mod request;
mod sending;
mod short_call;
mod storage;
mod taken;

use std::cell::{Cell, OnceCell};

pub use asked::PageRequest;
pub use clock::Clock;
pub use promise::Fate;
pub use request::{SentRequest, SentRequests};
pub use sending::Sending;
pub use storage::{Act, StorageUse};

use super::syntax::{Expr, ExprId, FunctionId, ModuleId, Program, Property, Refused, Write};
use super::value::{Value, ValueSet};
use super::variables::Variables;
use evaluation::Evaluation;
use graph::{Callers, Reached};

/// How many steps one question takes at most, and how many all questions together. Functions as people write them take a
/// few hundred.
const FUEL: usize = 20_000;
const FUEL_OF_ALL: usize = 1_000_000;

/// Where the code is entered.
#[derive(Debug, Default)]
pub struct Entry {
    /// The files that are loaded, without those that they import.
    pub modules: Vec<ModuleId>,
    /// The name that is called in the first of them; without one, whatever is exported may be called.
    pub name: Option<String>,
}

pub struct Run<'c> {
    pub(super) program: &'c Program,
    entry: Entry,
    /// Of a function's environment; a page has none.
    variables: Option<&'c Variables>,
    /// How many steps there are left for all questions together.
    fuel: Cell<usize>,
    callers: OnceCell<Callers>,
    reached: OnceCell<Reached>,
}

impl<'c> Run<'c> {
    pub(super) fn new(program: &'c Program, entry: Entry, variables: Option<&'c Variables>) -> Self {
        let (callers, reached) = (OnceCell::new(), OnceCell::new());
        Self { program, entry, variables, fuel: Cell::new(FUEL_OF_ALL), callers, reached }
    }

    fn evaluation(&self) -> Evaluation<'_> {
        Evaluation::new(self, FUEL)
    }

    fn callers(&self) -> &Callers {
        self.callers.get_or_init(|| Callers::new(self))
    }

    fn reached(&self) -> &Reached {
        self.reached.get_or_init(|| Reached::new(self))
    }

    /// What the expression may be.
    pub fn values(&self, id: ExprId) -> ValueSet {
        self.evaluation().values(id)
    }

    /// The member of each of these values.
    pub fn member(&self, values: &ValueSet, name: &str) -> ValueSet {
        self.evaluation().members(values, name)
    }

    /// The names of all members of objects that the code makes; none if some are not seen.
    pub fn names(&self, values: &ValueSet) -> Option<Vec<String>> {
        let program = self.program;
        if !program.computed_writes.is_empty() || !program.merges.is_empty() {
            return None;
        }
        let mut names = Vec::new();
        for value in values.iter() {
            let Value::Object(object) = value else { return None };
            let Expr::Object(properties) = program.expression(*object) else { return None };
            for property in properties {
                match property {
                    Property::Named(name, _) => names.push(name.clone()),
                    Property::Spread(whole) => names.extend(self.names(&self.looked_at(*whole))?),
                    Property::Computed(..) => return None,
                }
            }
            let is_it = |write: &Write| self.looked_at(write.target).any(|target| target == value);
            names.extend(
                program.writes.iter().filter(|(_, writes)| writes.iter().any(is_it)).map(|(name, _)| name.clone()),
            );
        }
        Some(names)
    }

    /// What stands under keys that `is` accepts, wherever an object gets one.
    pub fn under(&self, is: impl Fn(&str) -> bool) -> Vec<ValueSet> {
        self.evaluation().under(&is)
    }

    /// Whether the expression is in code that runs when the code is entered; what nobody calls may never run.
    fn runs(&self, id: ExprId) -> bool {
        self.reached().contains(self.program.place(id).function)
    }

    /// What the entered module exports under the entry's name.
    pub fn entered(&self) -> Option<ValueSet> {
        let (module, name) = (self.entry.modules.first()?, self.entry.name.as_deref()?);
        Some(self.evaluation().exported(*module, name))
    }

    /// How many parameters a function has before the first one with a default value: what JavaScript calls its length.
    pub fn length(&self, function: FunctionId) -> usize {
        let parameters = self.program.function(function).parameters.iter();
        parameters.take_while(|parameter| parameter.default.is_none() && !parameter.is_rest).count()
    }

    /// Whether something waits for the promise that a call gives: `await`, a method such as `then`, or several at once.
    /// In Python, requests of the SDK give no promises.
    pub fn is_awaited(&self, call: ExprId) -> bool {
        if self.is_python(call) {
            return true;
        }
        let is_it = |value: &Value| matches!(value, Value::Result { call: of, path } if *of == call && path.is_empty());
        let holds = |values: &ValueSet| {
            values.any(|value| match value {
                Value::List(_) => self.evaluation().elements(value).any(is_it),
                value => is_it(value),
            })
        };
        self.program.ids().any(|id| match self.program.expression(id) {
            Expr::Await(promise) => holds(&self.looked_at(*promise)),
            Expr::Call(call) => match self.program.expression(call.callee) {
                Expr::Member(promise, method) if matches!(method.as_str(), "then" | "catch" | "finally") => {
                    holds(&self.looked_at(*promise))
                }
                _ => false,
            },
            _ => false,
        })
    }

    /// The modules that code that runs imports.
    pub fn imports(&self) -> impl Iterator<Item = &str> {
        self.program.ids().filter(|id| self.runs(*id)).filter_map(|id| match self.program.expression(id) {
            Expr::Import(module, _) => Some(module.as_str()),
            _ => None,
        })
    }

    /// The modules that code that runs imports, and that neither the code nor the runtime has.
    pub fn foreign_modules(&self) -> impl Iterator<Item = &str> {
        let running = self.program.ids().filter(|id| self.runs(*id));
        let imports = running.filter_map(|id| match self.program.expression(id) {
            Expr::Import(name, _) => Some((self.program.function(self.program.place(id).function).module, name)),
            _ => None,
        });
        let is_foreign = |(from, name): &(ModuleId, &String)| {
            !self.program.module(*from).language.has_module(name) && self.program.imported(*from, name).is_none()
        };
        imports.filter(is_foreign).map(|(_, name)| name.as_str())
    }

    /// A file that runs and of which a part does not read as code.
    pub fn unreadable(&self) -> Option<&str> {
        let modules = self.program.modules.iter().filter(|module| self.reached().contains(module.top));
        modules.filter(|module| module.is_broken).map(|module| module.path.as_str()).next()
    }

    /// A file that is loaded and that no engine takes: nothing of the code runs then.
    pub fn refused(&self) -> Option<(&str, &Refused)> {
        let modules = self.program.modules.iter().filter(|module| self.reached().contains(module.top));
        modules.filter_map(|module| Some((module.path.as_str(), module.refused.as_ref()?))).next()
    }

    /// The functions that may be called from outside.
    fn entry_functions(&self) -> Vec<FunctionId> {
        let mut evaluation = self.evaluation();
        // To follow parameters, one has to know these functions.
        evaluation.follows_parameters = false;
        let mut functions = Vec::new();
        for module in &self.entry.modules {
            // Whatever a file exports could be called from outside, and one function is.
            let named = self.entry.name.as_ref().map(|name| evaluation.exported(*module, name));
            let is_python = self.program.module(*module).language.is_python();
            let is_told = |named: &ValueSet| is_python || named.any(|value| matches!(value, Value::Function(_)));
            let exported = match named.filter(is_told) {
                Some(named) => vec![named],
                None => evaluation.all_exported(*module),
            };
            for exported in exported {
                functions.extend(exported.iter().filter_map(|value| match value {
                    Value::Function(function) => Some(*function),
                    _ => None,
                }));
            }
        }
        functions
    }
}
