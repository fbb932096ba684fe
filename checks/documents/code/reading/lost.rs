//! Requests of the AWS SDK for JavaScript that are made and get lost: nothing sends them, or the function ends before they are
//! answered (AWS Lambda Developer Guide, "Define Lambda function handler in Node.js": what an asynchronous handler does not wait
//! for may never be done).

use super::Run;
use super::request::SentRequest;
use crate::documents::code::syntax::{CallExpr, Expr, ExprId, Property};
use crate::documents::code::value::Value;

/// What continues with a promise by itself.
const CONTINUES: [&str; 3] = ["then", "catch", "finally"];

/// How a request gets lost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lost {
    /// The command is made, and no client gets it.
    Unsent,
    /// Nothing waits for the answer.
    Unawaited,
}

impl Run<'_> {
    /// How a request gets lost, if that is certain.
    pub fn loses(&self, request: &SentRequest<'_>) -> Option<Lost> {
        if self.is_python(request.id) || !request.name.ends_with("Command") {
            return None;
        }
        let sends: Vec<(ExprId, &CallExpr)> = self
            .program
            .calls()
            .filter(|(_, call)| call.arguments.iter().any(|a| self.is_it(a.value, request.id)))
            .collect();
        if sends.is_empty() {
            return (!self.is_kept(request.id)).then_some(Lost::Unsent);
        }
        let are_lost = sends.iter().all(|(id, call)| self.is_lost(*id, call));
        are_lost.then_some(Lost::Unawaited)
    }

    /// Whether the expression is what the call gives, whole.
    fn is_it(&self, id: ExprId, made: ExprId) -> bool {
        self.looked_at(id)
            .any(|value| matches!(value, Value::Result { call, path } if *call == made && path.is_empty()))
    }

    /// Whether something else than a name holds what the call gives, so that it may be sent from there.
    fn is_kept(&self, made: ExprId) -> bool {
        let has = |ids: &[ExprId]| ids.iter().any(|id| self.is_it(*id, made));
        self.program.functions.iter().any(|function| has(&function.returns))
            || self.program.writes.values().flatten().any(|write| self.is_it(write.value, made))
            || self.program.expressions.iter().any(|expression| match expression {
                Expr::List(elements) => has(elements),
                Expr::Object(properties) => properties.iter().any(|property| match property {
                    Property::Named(_, value) | Property::Computed(_, value) | Property::Spread(value) => {
                        self.is_it(*value, made)
                    }
                }),
                _ => false,
            })
    }

    fn is_lost(&self, id: ExprId, call: &CallExpr) -> bool {
        let is_send = matches!(self.program.expression(call.callee), Expr::Member(_, method) if method == "send");
        // With a second argument, a function is called with the answer.
        if !is_send || call.arguments.len() != 1 || !self.is_async() {
            return false;
        }
        self.program.dropped.contains(&id) || self.is_for_each(id) || !self.is_awaited(id) && self.is_opened(id)
    }

    /// Whether every function that is entered is asynchronous: Lambda waits for their promises, and for nothing else.
    fn is_async(&self) -> bool {
        let entered = self.entry_functions();
        !entered.is_empty() && entered.iter().all(|function| self.program.function(*function).is_async)
    }

    /// Whether it stands in an asynchronous function that is handed to `forEach`, which waits for none.
    fn is_for_each(&self, id: ExprId) -> bool {
        let within = self.program.place(id).function;
        self.program.dropped.iter().filter_map(|dropped| self.program.call(*dropped)).any(|call| {
            let is_each =
                matches!(self.program.expression(call.callee), Expr::Member(_, method) if method == "forEach");
            is_each
                && self.program.function(within).is_async
                && call
                    .arguments
                    .iter()
                    .any(|argument| self.looked_at(argument.value).any(|value| *value == Value::Function(within)))
        })
    }

    /// Whether a member is taken of the promise itself, which has none of the answer's.
    fn is_opened(&self, id: ExprId) -> bool {
        self.program.expressions.iter().any(|expression| match expression {
            Expr::Member(object, member) => !CONTINUES.contains(&member.as_str()) && self.is_it(*object, id),
            _ => false,
        })
    }
}
