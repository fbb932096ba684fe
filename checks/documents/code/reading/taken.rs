//! What code takes out of the event that it is called with, and out of the JSON text that it reads.

use super::Run;
use crate::documents::code::syntax::{Expr, ExprId};
use crate::documents::code::value::Value;

/// Through how many functions an event is followed.
const DEEPEST: usize = 4;

impl Run<'_> {
    /// The names of what the entered function takes out of its event, each once.
    pub fn taken_of_event(&self) -> Vec<&str> {
        self.taken_of(|object| self.gives_event(object, DEEPEST))
    }

    /// The names of what code that runs takes out of JSON text that it has read, each once.
    pub fn taken_of_json(&self) -> Vec<&str> {
        self.taken_of(|object| self.looked_at(object).any(|value| self.is_read_json(value)))
    }

    /// Whether code that runs reads a text as JSON.
    pub fn reads_json(&self) -> bool {
        let is_read = |id: ExprId| self.is_read_json(&Value::Result { call: id, path: Vec::new() });
        self.program.calls().any(|(id, _)| self.runs(id) && is_read(id))
    }

    fn taken_of(&self, is_it: impl Fn(ExprId) -> bool) -> Vec<&str> {
        let mut names: Vec<&str> = Vec::new();
        for id in self.program.ids().filter(|id| self.runs(*id)) {
            let taken = match self.program.expression(id) {
                // `dictionary.get("name")` is a call of the member `get`.
                Expr::Member(object, name) if name != "get" => Some((*object, name.as_str())),
                Expr::Call(call) => match (self.program.expression(call.callee), call.arguments.first()) {
                    (Expr::Member(object, get), Some(key)) if get == "get" => {
                        match self.program.expression(key.value) {
                            Expr::Text(name) => Some((*object, name.as_str())),
                            _ => None,
                        }
                    }
                    _ => None,
                },
                _ => None,
            };
            if let Some((_, name)) = taken.filter(|(object, name)| !names.contains(name) && is_it(*object)) {
                names.push(name);
            }
        }
        names
    }

    /// Whether the expression is the event: what the entered function is called with, or what that hands on to another function
    /// of the code.
    fn gives_event(&self, id: ExprId, deepest: usize) -> bool {
        if self.is_event(id) {
            return true;
        }
        // A pattern takes members of the parameter itself.
        let parameter = match self.program.binding(id).map(|binding| binding.definitions.as_slice()) {
            Some([value]) => *value,
            _ => id,
        };
        let Expr::Parameter(function, index) = self.program.expression(parameter) else { return false };
        let is_entered =
            || self.entered().is_some_and(|entered| entered.any(|value| *value == Value::Function(*function)));
        let is_given = |call: &ExprId| {
            let argument = self.program.call(*call).and_then(|call| call.arguments.get(*index));
            argument.is_some_and(|argument| self.gives_event(argument.value, deepest - 1))
        };
        (*index == 0 && is_entered()) || (deepest > 0 && self.callers().of(*function).iter().any(is_given))
    }

    /// Whether a value is what JSON text is of: `JSON.parse(text)`, `json.loads(text)`.
    fn is_read_json(&self, value: &Value) -> bool {
        let Value::Result { call, path } = value else { return false };
        let Some(call) = self.program.call(*call).filter(|_| path.is_empty()) else { return false };
        let Expr::Member(object, name) = self.program.expression(call.callee) else { return false };
        self.looked_at(*object).any(|object| match object {
            Value::Outside { module, path } if module.is_empty() => *path == ["JSON"] && name == "parse",
            Value::Outside { module, path } => module == "json" && path.is_empty() && name == "loads",
            _ => false,
        })
    }
}
