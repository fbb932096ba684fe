//! What becomes of requests: a command that is made and handed to nobody, and a promise that nothing waits for. When the
//! handler's own promise is kept, Lambda stops the function, whatever is still under way (AWS Lambda Developer Guide, "Define
//! Lambda function handler in Node.js").

use super::Run;
use super::request::SentRequest;
use crate::documents::code::syntax::{CallExpr, Expr, ExprId, FunctionId, Property};
use crate::documents::code::value::{Value, ValueSet};

/// How many functions there are at most between a request and the handler.
const DEEPEST: usize = 8;
/// What gives a promise of its own for another one.
const CHAINED: [&str; 4] = ["then", "catch", "finally", "promise"];
/// What gives one promise for a list of them.
const GATHERED: [&str; 2] = ["all", "allSettled"];
/// What ends the name of a request that is made first, and sent then.
const COMMAND: &str = "Command";

/// What becomes of a request. Everything but `Sent` is certain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    Sent,
    /// It is sent, and nothing ever gets its answer: the promise is dropped, or is taken for the answer itself. It may be done
    /// all the same, while the handler waits for something else.
    Unanswered,
    /// It stands in a function that nothing calls.
    Uncalled,
    /// It is made, and no client gets it.
    Unsent,
    /// It is sent, and the handler ends without waiting for it.
    Forgotten,
}

impl Fate {
    /// Whether it may reach AWS.
    pub fn is_sent(self) -> bool {
        matches!(self, Self::Sent | Self::Unanswered)
    }
}

impl<'r> Run<'r> {
    /// What becomes of a request of the AWS SDK.
    pub fn fate(&'r self, request: &SentRequest<'r>) -> Fate {
        if !request.runs {
            return Fate::Uncalled;
        }
        if self.is_python(request.id) {
            return Fate::Sent;
        }
        let sending = match request.name.ends_with(COMMAND) {
            true => match self.sending_of(request.id) {
                Handed::ToNobody => return Fate::Unsent,
                Handed::To(calls) => calls,
                Handed::Somewhere => return Fate::Sent,
            },
            false => vec![request.id],
        };
        match () {
            () if sending.iter().all(|call| self.is_forgotten(*call)) => Fate::Forgotten,
            () if request.name.ends_with(COMMAND) && self.is_unanswered(&sending) => Fate::Unanswered,
            () => Fate::Sent,
        }
    }

    /// Whether nothing ever gets the answer to the calls that send a command.
    fn is_unanswered(&self, sending: &[ExprId]) -> bool {
        let is_async = self.handler().is_some_and(|handler| self.program.function(handler).is_async);
        let is_let_go =
            |call: ExprId| self.program.dropped.contains(&call) || (!self.is_awaited(call) && self.is_opened(call));
        is_async && sending.iter().all(|call| !self.has_callback(*call) && is_let_go(*call))
    }

    /// The calls of `send` that get the command.
    fn sending_of(&self, command: ExprId) -> Handed {
        let is_it =
            |value: &Value| matches!(value, Value::Result { call, path } if *call == command && path.is_empty());
        let (mut calls, mut is_elsewhere) = (Vec::new(), false);
        for id in self.program.ids() {
            match self.program.expression(id) {
                Expr::Call(call) => {
                    let is_send =
                        matches!(self.program.expression(call.callee), Expr::Member(_, method) if method == "send");
                    for argument in &call.arguments {
                        let values = self.looked_at(argument.value);
                        match values.any(is_it) {
                            true if is_send => calls.push(id),
                            true => is_elsewhere = true,
                            false => {
                                is_elsewhere |= is_send && !values.any(|value| matches!(value, Value::Result { .. }))
                            }
                        }
                    }
                }
                Expr::List(elements) => {
                    is_elsewhere |= elements.iter().any(|element| self.looked_at(*element).any(is_it));
                }
                Expr::Object(_) => is_elsewhere |= self.has_within(id, &is_it),
                _ => {}
            }
        }
        match () {
            () if !calls.is_empty() => Handed::To(calls),
            () if is_elsewhere || !self.evaluation().has_fuel() => Handed::Somewhere,
            () => Handed::ToNobody,
        }
    }

    fn has_within(&self, object: ExprId, is_it: &dyn Fn(&Value) -> bool) -> bool {
        let Expr::Object(properties) = self.program.expression(object) else { return false };
        properties.iter().any(|property| match property {
            Property::Named(_, value) | Property::Computed(_, value) | Property::Spread(value) => {
                self.looked_at(*value).any(is_it)
            }
        })
    }

    /// Whether the handler ends without waiting for what this call has begun.
    fn is_forgotten(&self, call: ExprId) -> bool {
        self.handler().is_some_and(|handler| {
            self.program.function(handler).is_async && !self.has_callback(call) && self.is_lost(handler, call, DEEPEST)
        })
    }

    /// Whether an expression in a page is a promise for certain, and not what the promise is of.
    pub(super) fn is_promise(&self, id: ExprId) -> bool {
        let defined = match self.program.expression(id) {
            Expr::Name(_) => match self.program.binding(id).map(|binding| binding.definitions.as_slice()) {
                Some([one]) => *one,
                _ => return false,
            },
            _ => id,
        };
        let Expr::Call(call) = self.program.expression(defined) else { return false };
        match self.program.expression(call.callee) {
            Expr::Member(response, method) if matches!(method.as_str(), "json" | "text") => {
                self.looked_at(*response).all(|value| self.is_given_by(value, &["fetch"]))
            }
            _ => self.looked_at(call.callee).all(|callee| match callee {
                Value::Function(function) => self.program.function(*function).is_async,
                callee => *callee == Value::global(&["fetch"]),
            }),
        }
    }

    /// The function that Lambda calls, if it is known for certain.
    fn handler(&self) -> Option<FunctionId> {
        let entered = self.entered()?;
        let mut functions = entered.iter().map(|value| match value {
            Value::Function(function) => Some(*function),
            _ => None,
        });
        functions.next().flatten().filter(|_| functions.next().is_none())
    }

    fn has_callback(&self, call: ExprId) -> bool {
        let arguments = self.program.call(call).map(|call| call.arguments.as_slice()).unwrap_or_default();
        arguments
            .iter()
            .skip(1)
            .any(|argument| !self.looked_at(argument.value).all(|value| matches!(value, Value::Object(_))))
    }

    /// Whether nothing waits for the promise that a call gives, on any way from the handler to it.
    fn is_lost(&self, handler: FunctionId, call: ExprId, deepest: usize) -> bool {
        let (promise, function) = (self.chained(call), self.program.place(call).function);
        if deepest == 0 {
            return false;
        }
        if self.is_dropped(promise) || self.is_opened(promise) {
            return self.ends_soon(handler, promise, deepest);
        }
        let is_passed_on = self.program.function(function).returns.contains(&promise) || self.is_waited_for(promise);
        let callers = self.callers_of(function);
        let above = |caller: &Caller| match caller {
            Caller::Call(call) => self.is_lost(handler, *call, deepest - 1),
            Caller::Each(call) => self.ends_soon(handler, *call, deepest - 1),
            Caller::Other => false,
        };
        is_passed_on && function != handler && !callers.is_empty() && callers.iter().all(above)
    }

    /// The last of the promises that are made of that of a call: `call().then(…).catch(…)`.
    pub(super) fn chained(&self, call: ExprId) -> ExprId {
        let program = self.program;
        let next = |promise: ExprId| {
            let is_of = |callee: ExprId| match program.expression(callee) {
                Expr::Member(object, method) => *object == promise && CHAINED.contains(&method.as_str()),
                _ => false,
            };
            program.calls().find(|(_, call)| is_of(call.callee)).map(|(id, _)| id)
        };
        std::iter::successors(Some(call), |promise| next(*promise)).last().unwrap_or(call)
    }

    /// Whether what an expression gives is dropped: it is a statement, or has a name that nobody uses.
    pub(super) fn is_dropped(&self, value: ExprId) -> bool {
        let program = self.program;
        let is_arm = |statement: &ExprId| match program.expression(*statement) {
            Expr::Either(arms) => arms.contains(&value),
            Expr::Fallback(first, second) => [*first, *second].contains(&value),
            _ => false,
        };
        let bound = program.bindings.iter().position(|binding| binding.definitions.contains(&value));
        let is_unused = |bound: usize| {
            let is_export =
                program.modules.iter().flat_map(|module| &module.exports).any(|(_, export)| *export == value);
            !is_export && !program.resolved.values().any(|binding| binding.at() == bound)
        };
        program.dropped.contains(&value) || program.dropped.iter().any(is_arm) || bound.is_some_and(is_unused)
    }

    /// Whether a member is taken of a promise that nothing waits for: it has none of the answer's.
    fn is_opened(&self, promise: ExprId) -> bool {
        let is_it =
            |value: &Value| matches!(value, Value::Result { call, path } if *call == promise && path.is_empty());
        let takes = |expression: &Expr| match expression {
            Expr::Member(object, member) => !CHAINED.contains(&member.as_str()) && self.looked_at(*object).any(is_it),
            _ => false,
        };
        !self.is_waited_for(promise) && self.program.expressions.iter().any(takes)
    }

    /// Whether `await` waits for the promise, or for several of which it is one.
    pub(super) fn is_waited_for(&self, promise: ExprId) -> bool {
        let is_it =
            |value: &Value| matches!(value, Value::Result { call, path } if *call == promise && path.is_empty());
        let holds = |values: &ValueSet| {
            values.any(|value| match value {
                Value::List(_) => self.evaluation().elements(value).any(is_it),
                value => is_it(value),
            })
        };
        self.program.ids().any(|id| match self.program.expression(id) {
            Expr::Await(awaited) => *awaited == promise || holds(&self.looked_at(*awaited)),
            _ => false,
        })
    }

    /// Whether the handler waits for nothing else after this, while which the request could reach AWS.
    fn ends_soon(&self, handler: FunctionId, after: ExprId, deepest: usize) -> bool {
        let (program, function) = (self.program, self.program.place(after).function);
        let waits = program.ids().filter(|id| id.at() > after.at() && program.place(*id).function == function);
        let mut waits = waits.filter(|id| matches!(program.expression(*id), Expr::Await(awaited) if *awaited != after));
        if deepest == 0 || waits.next().is_some() {
            return false;
        }
        let callers = self.callers_of(function);
        let above = |caller: &Caller| match caller {
            Caller::Call(call) | Caller::Each(call) => self.ends_soon(handler, self.chained(*call), deepest - 1),
            Caller::Other => false,
        };
        function == handler || (!callers.is_empty() && callers.iter().all(above))
    }

    /// From where a function is called.
    pub(super) fn callers_of(&self, function: FunctionId) -> Vec<Caller> {
        let callers = self.callers();
        let handed = callers.handed_to(function).map(|(call, _)| self.hander(call));
        let is_known = handed.is_some() || !callers.is_open(function);
        let calls = callers.of(function).iter().map(|call| Caller::Call(*call));
        let other = (!is_known).then_some(Caller::Other);
        calls.chain(handed).chain(other).collect()
    }

    /// The call that makes one promise of the list that a call of `map` gives: `Promise.all(records.map(…))`.
    fn gathered(&self, map: ExprId) -> Option<ExprId> {
        let is_it = |argument: ExprId| {
            let named = self.program.binding(argument).map(|binding| binding.definitions.as_slice());
            argument == map || named == Some(&[map][..])
        };
        let gathers = |callee: ExprId| match self.program.expression(callee) {
            Expr::Member(_, method) => GATHERED.contains(&method.as_str()),
            _ => false,
        };
        let takes_it = |call: &CallExpr| call.arguments.first().is_some_and(|argument| is_it(argument.value));
        self.program.calls().find(|(_, call)| gathers(call.callee) && takes_it(call)).map(|(id, _)| id)
    }

    /// A call that is handed a function calls it; of those whose promises are taken over, and of those that drop them.
    fn hander(&self, call: ExprId) -> Caller {
        let callee = self.program.call(call).map(|call| self.program.expression(call.callee));
        match callee {
            Some(Expr::Member(_, method)) if method == "forEach" => Caller::Each(call),
            Some(Expr::Member(_, method)) if method == "map" && self.is_dropped(call) => Caller::Each(call),
            Some(Expr::Member(_, method)) if method == "map" => self.gathered(call).map_or(Caller::Other, Caller::Call),
            Some(Expr::Member(_, method)) if CHAINED.contains(&method.as_str()) => Caller::Call(call),
            _ => Caller::Other,
        }
    }
}

enum Handed {
    ToNobody,
    To(Vec<ExprId>),
    /// It is in a list, or goes to something that may send it.
    Somewhere,
}

/// From where a function is called.
pub(super) enum Caller {
    Call(ExprId),
    /// `forEach`, which drops what the function gives.
    Each(ExprId),
    /// It is not known from where.
    Other,
}
