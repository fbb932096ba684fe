//! Calls of the code's own functions that lack an argument: Python ends such a run with a TypeError.

use super::Run;
use crate::documents::code::syntax::{CallExpr, Expr, FunctionCode};
use crate::documents::code::value::Value;

impl Run<'_> {
    /// A function of the code's own that code that runs calls, for certain, with an argument too few: its name, and that of
    /// the argument.
    pub fn short_call(&self) -> Option<(&str, &str)> {
        let running = self.program.calls().filter(|(id, _)| self.runs(*id));
        running.filter_map(|(_, call)| self.lacking(call)).next()
    }

    fn lacking(&self, call: &CallExpr) -> Option<(&str, &str)> {
        let Expr::Name(name) = self.program.expression(call.callee) else { return None };
        let values = self.looked_at(call.callee);
        let mut values = values.iter();
        let (Some(Value::Function(function)), None) = (values.next(), values.next()) else { return None };
        let called = self.program.function(*function);
        let is_plain = self.program.module(called.module).language.is_python()
            && !called.is_wrapped
            && called.class.is_none()
            && !call.arguments.iter().any(|argument| argument.is_spread);
        let missing = if is_plain { missing(called, call) } else { None };
        missing.map(|parameter| (name.as_str(), parameter))
    }
}

/// The first parameter that neither gets an argument nor has a default value.
fn missing<'f>(called: &'f FunctionCode, call: &CallExpr) -> Option<&'f str> {
    let given = call.arguments.iter().filter(|argument| argument.name.is_none()).count();
    let is_named = |name: &str| call.arguments.iter().any(|argument| argument.name.as_deref() == Some(name));
    let rest =
        called.parameters.iter().skip(given).filter(|parameter| !parameter.is_rest && parameter.default.is_none());
    rest.filter_map(|parameter| parameter.name.as_deref()).find(|name| !is_named(name))
}
