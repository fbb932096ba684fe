//! Whether a function writes the event that it is called with to its log.

use super::Run;
use crate::documents::code::syntax::{CallExpr, Expr, ExprId, Property};
use crate::documents::code::value::Value;

/// What writes to the log, of `console` and of Python's `logging`.
const LEVELS: [&str; 11] =
    ["log", "info", "debug", "warn", "warning", "error", "trace", "dir", "table", "critical", "exception"];
/// What makes a text of all that is in a value.
const PRINTERS: [&str; 6] = ["stringify", "inspect", "dumps", "pformat", "str", "repr"];
/// What of an event of API Gateway's has the token in it.
const HEADERS: [&str; 2] = ["headers", "multiValueHeaders"];

impl Run<'_> {
    /// Whether the entered function writes its event to the log: all of it, or the headers in it.
    pub fn logs_event(&self) -> bool {
        self.program.calls().any(|(id, call)| {
            let shows = || call.arguments.iter().any(|argument| self.shows_event(argument.value));
            self.is_logging(call) && shows() && self.runs(id)
        })
    }

    fn is_logging(&self, call: &CallExpr) -> bool {
        match self.program.expression(call.callee) {
            Expr::Name(name) => name == "print" && self.program.binding(call.callee).is_none(),
            Expr::Member(object, level) if LEVELS.contains(&level.as_str()) => {
                self.looked_at(*object).any(|value| match value {
                    Value::Outside { module, path } => {
                        module == "logging" || (module.is_empty() && path.first().is_some_and(|name| name == "console"))
                    }
                    Value::Result { .. } => self.origin(value).is_some_and(|maker| maker.is_of("logging")),
                    _ => false,
                })
            }
            _ => false,
        }
    }

    /// Whether the expression shows the event, or the headers in it.
    fn shows_event(&self, id: ExprId) -> bool {
        match self.program.expression(id) {
            Expr::Name(_) => self.is_event(id),
            Expr::Member(object, name) => HEADERS.contains(&name.as_str()) && self.is_event(*object),
            Expr::Index(object, key) => {
                let is_headers = self.values(*key).texts().any(|text| HEADERS.contains(&text.value()));
                is_headers && self.is_event(*object)
            }
            // An object in a text of JavaScript's is no more than [object Object].
            Expr::Template(parts) | Expr::Sum(parts) => parts
                .iter()
                .any(|part| (self.is_python(*part) || self.program.call(*part).is_some()) && self.shows_event(*part)),
            Expr::Object(properties) => properties.iter().any(|property| match property {
                Property::Named(_, value) | Property::Computed(_, value) | Property::Spread(value) => {
                    self.shows_event(*value)
                }
            }),
            Expr::Call(call) => {
                let name = match self.program.expression(call.callee) {
                    Expr::Member(_, name) | Expr::Name(name) => name.as_str(),
                    _ => "",
                };
                PRINTERS.contains(&name) && call.arguments.first().is_some_and(|first| self.shows_event(first.value))
            }
            _ => false,
        }
    }

    /// Whether the name is the first parameter of the function that is entered.
    pub(super) fn is_event(&self, id: ExprId) -> bool {
        let definitions = self.program.binding(id).map(|binding| binding.definitions.as_slice());
        let Some([value]) = definitions else { return false };
        let Expr::Parameter(function, 0) = self.program.expression(*value) else { return false };
        self.entered().is_some_and(|entered| entered.any(|value| *value == Value::Function(*function)))
    }

    pub(super) fn is_python(&self, id: ExprId) -> bool {
        let file = self.program.function(self.program.place(id).function).module;
        self.program.module(file).language.is_python()
    }
}
