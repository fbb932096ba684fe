//! The requests that code sends: by what they are called in the AWS SDK for JavaScript, versions 3 and 2, and in the
//! AWS SDK for Python.

use super::Run;
use super::evaluation::Evaluation;
use crate::documents::code::syntax::{CallExpr, Expr, ExprId};
use crate::documents::code::value::{Value, ValueSet};

/// How many steps it takes at most to see what is called.
const FUEL_OF_CALLEE: usize = 400;
/// Of the language itself: what has a method of the same name is no client.
const GLOBALS: [&str; 12] = [
    "Object", "JSON", "Math", "console", "document", "Array", "String", "Number", "Promise", "Reflect", "Symbol",
    "Date",
];

/// A request, as it stands in the code.
#[derive(Clone, Copy)]
pub struct SentRequest<'r> {
    reading: &'r Run<'r>,
    pub id: ExprId,
    call: &'r CallExpr,
    /// By which of the names it was found, without a dot.
    pub name: &'r str,
    /// Whether it is in code that runs: what no function calls may never be sent.
    pub runs: bool,
}

/// All requests of some names, in the order of the code.
pub struct SentRequests<'r>(pub Vec<SentRequest<'r>>);

impl<'r> Run<'r> {
    /// What is called or made by one of these names; one that begins with a dot is a method. A name that is imported
    /// and goes unused is not.
    pub fn requests(&'r self, names: &[&'r str]) -> SentRequests<'r> {
        let found = self.program.calls().filter_map(|(id, call)| {
            let name = names.iter().find(|name| self.is_called(call, name))?;
            Some(SentRequest { reading: self, id, call, name: name.trim_start_matches('.'), runs: self.runs(id) })
        });
        SentRequests(found.collect())
    }

    fn is_called(&self, call: &CallExpr, name: &str) -> bool {
        let wanted = name.trim_start_matches('.');
        match self.program.expression(call.callee) {
            Expr::Member(object, method) if method == wanted => self.is_client(*object),
            Expr::Member(..) => false,
            Expr::Name(_) | Expr::Import(..) if !name.starts_with('.') => {
                let values = self.looked_at(call.callee);
                values.any(|value| matches!(value, Value::Outside { path, .. } if path.last().is_some_and(|last| last == wanted)))
            }
            Expr::Name(_) => {
                let values = self.looked_at(call.callee);
                values.any(|value| matches!(value, Value::Result { path, .. } if path.last().is_some_and(|last| last == wanted)))
            }
            _ => false,
        }
    }

    /// Whether requests may be sent with it: not with what the code or the language has of itself.
    fn is_client(&self, object: ExprId) -> bool {
        self.looked_at(object).any(|value| match value {
            value if is_of_language(value) => false,
            Value::Outside { .. } | Value::Result { .. } | Value::Unknown | Value::Missing | Value::Constant(_) => true,
            _ => false,
        })
    }

    pub(super) fn looked_at(&self, id: ExprId) -> ValueSet {
        Evaluation::new(self, FUEL_OF_CALLEE).values(id)
    }

    /// Why the code may do more than is seen in it.
    pub fn hides(&self) -> Option<String> {
        if let Some(file) = self.unreadable() {
            return Some(format!("a part of {file} does not read as code"));
        }
        if let Some(name) = self.foreign_modules().next() {
            return Some(format!("the module {name} may do it"));
        }
        let running = self.program.calls().filter(|(id, _)| self.runs(*id));
        let dynamic = running.map(|(_, call)| call).find(|call| match self.program.expression(call.callee) {
            Expr::Index(object, _) => !self.looked_at(*object).are_certain(),
            Expr::Name(name) => matches!(name.as_str(), "eval" | "exec" | "getattr" | "Function" | "__import__"),
            _ => false,
        });
        dynamic.map(|_| "a call's name is put together while the code runs".into())
    }
}

/// Whether it is of the language itself.
pub fn is_of_language(value: &Value) -> bool {
    let Value::Outside { module, path } = value else { return false };
    module.is_empty() && path.first().is_some_and(|first| GLOBALS.contains(&first.as_str()))
}

impl<'r> SentRequest<'r> {
    /// What the request's input has under a name.
    pub fn input(&self, name: &str) -> ValueSet {
        let arguments = &self.call.arguments;
        if let Some(argument) = arguments.iter().find(|argument| argument.name.as_deref() == Some(name)) {
            return self.reading.values(argument.value);
        }
        let place = usize::from(self.name.starts_with("paginate") && !arguments.iter().any(|a| a.name.is_some()));
        let whole = arguments.iter().find(|argument| argument.is_spread);
        match whole.or_else(|| arguments.iter().filter(|argument| argument.name.is_none()).nth(place)) {
            Some(argument) => match self.reading.values(argument.value) {
                values if values.texts().next().is_some() => ValueSet::of(Value::Missing),
                values => self.reading.member(&values, name),
            },
            None => ValueSet::of(Value::Missing),
        }
    }

    /// The argument at a place, of those without a name.
    pub fn argument(&self, place: usize) -> Option<ValueSet> {
        let mut unnamed = self.call.arguments.iter().filter(|argument| argument.name.is_none());
        unnamed.nth(place).map(|argument| self.reading.values(argument.value))
    }

    /// The value of a keyword argument.
    pub fn keyword(&self, name: &str) -> Option<ValueSet> {
        let argument = self.call.arguments.iter().find(|argument| argument.name.as_deref() == Some(name))?;
        Some(self.reading.values(argument.value))
    }

    /// The calls that have made what the request is sent with: `Table("photos")` of `table.scan()`.
    pub fn sent_with(&self) -> Vec<SentRequest<'r>> {
        let is_whole = |value: &Value| matches!(value, Value::Result { path, .. } if path.is_empty());
        let values = self.sent_with_values();
        values.iter().filter(|value| is_whole(value)).filter_map(|value| self.reading.origin(value)).collect()
    }

    /// What the request is sent with: what stands before the dot.
    pub fn sent_with_values(&self) -> ValueSet {
        match self.reading.program.expression(self.call.callee) {
            Expr::Member(object, _) => self.reading.values(*object),
            _ => ValueSet::default(),
        }
    }

    /// Whether what is called is a name that nothing in the code declares or imports.
    pub fn is_undeclared(&self) -> bool {
        let callee = self.reading.looked_at(self.call.callee);
        let is_nowhere =
            |value: &Value| matches!(value, Value::Outside { module, path } if module.is_empty() && path.len() == 1);
        matches!(self.reading.program.expression(self.call.callee), Expr::Name(_)) && callee.all(is_nowhere)
    }

    /// Whether what is called comes from this module.
    pub fn is_of(&self, module: &str) -> bool {
        let callee = self.reading.looked_at(self.call.callee);
        callee.any(|value| matches!(value, Value::Outside { module: of, .. } if of == module))
    }
}

impl<'r> Run<'r> {
    /// The call that a value is the result of, or a member of the result.
    pub fn origin(&'r self, value: &Value) -> Option<SentRequest<'r>> {
        let Value::Result { call: id, .. } = value else { return None };
        let call = self.program.call(*id)?;
        let name = match self.program.expression(call.callee) {
            Expr::Member(_, name) | Expr::Name(name) => name.as_str(),
            _ => "",
        };
        Some(SentRequest { reading: self, id: *id, call, name, runs: self.runs(*id) })
    }
}
