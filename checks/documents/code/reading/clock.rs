//! Times that the code takes from the clock while it runs.

use super::Run;
use crate::documents::code::syntax::{CallExpr, Expr, ExprId};
use crate::documents::code::value::{Value, ValueSet};

/// What makes a text of a time, or another text of that.
const FORMATS: [&str; 6] = ["toISOString", "toJSON", "isoformat", "strftime", "replace", "slice"];
/// How many of these there are at most.
const DEEPEST: usize = 4;

/// Where a time comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clock {
    /// From the clock, at the place where it is written down.
    Fresh,
    /// The same, and the code asks the clock nowhere else.
    Alone,
    Other,
}

impl Run<'_> {
    /// Whether all of these values are the time at which they are written down, which nothing else in the code has.
    pub fn clock(&self, values: &ValueSet) -> Clock {
        let made: Option<Vec<ExprId>> = values.iter().map(|value| self.asked_clock(value)).collect();
        let Some([made]) = made.as_deref() else { return Clock::Other };
        let is_it = |value: &Value| matches!(value, Value::Result { call, .. } if call == made);
        let names = self.program.ids().filter(|id| matches!(self.program.expression(*id), Expr::Name(_)));
        match names.filter(|id| self.looked_at(*id).any(is_it)).nth(1) {
            Some(_) => Clock::Other,
            None if self.asks_of_clock().any(|id| id != *made) => Clock::Fresh,
            None => Clock::Alone,
        }
    }

    /// The call that asked the clock, of which a value is made.
    fn asked_clock(&self, value: &Value) -> Option<ExprId> {
        let mut value = value.clone();
        for _ in 0..DEEPEST {
            let Value::Result { call: id, .. } = value else { return None };
            let call = self.program.call(id)?;
            if self.asks_clock(call) {
                return Some(id);
            }
            let from = match (self.program.expression(call.callee), call.arguments.first()) {
                (Expr::Member(object, method), _) if FORMATS.contains(&method.as_str()) => *object,
                // `new Date(Date.now())`.
                (Expr::Name(name), Some(argument)) if name == "Date" => argument.value,
                _ => return None,
            };
            value = self.looked_at(from).iter().next()?.clone();
        }
        None
    }

    fn asks_of_clock(&self) -> impl Iterator<Item = ExprId> {
        self.program.calls().filter(|(_, call)| self.asks_clock(call)).map(|(id, _)| id)
    }

    fn asks_clock(&self, call: &CallExpr) -> bool {
        self.looked_at(call.callee).any(|value| {
            let Value::Outside { module, path } = value else { return false };
            match (module.as_str(), path.last().map_or("", String::as_str)) {
                ("", "Date") => call.arguments.is_empty(),
                ("", "now") => path.first().is_some_and(|first| first == "Date"),
                ("datetime", "now" | "utcnow" | "today") | ("time", "time") => true,
                _ => false,
            }
        })
    }
}
