//! Requests of a page that it does not wait for before it is left: the browser breaks off what is under way (Fetch Standard,
//! "Fetch groups"). A request with `keepalive` goes on.

use super::Run;
use super::asked::PageRequest;
use super::promise::Caller;
use crate::documents::code::syntax::{CallExpr, Expr, ExprId, ScopeId};
use crate::documents::code::value::Value;

/// How many functions there are at most between a request and what leaves the page.
const DEEPEST: usize = 8;
/// The methods of `location` that leave the page (HTML Standard, "The Location interface").
const LEAVING: [&str; 2] = ["assign", "replace"];
/// What has `location` (HTML Standard, "The Window object" and "The Document object").
const HOLDERS: [&str; 4] = ["window", "globalThis", "self", "document"];
/// What stops the script until the visitor answers, while requests go on (HTML Standard, "Simple dialogs").
const DIALOGS: [&str; 3] = ["alert", "confirm", "prompt"];

impl Run<'_> {
    /// Whether the page is left right after the request has begun, for certain.
    pub fn is_broken_off(&self, asked: &PageRequest) -> bool {
        let Some(call) = self.program.call(asked.call) else { return false };
        if let (1, Expr::Member(request, _)) = (asked.place, self.program.expression(call.callee)) {
            let is_waiting = call.arguments.get(2).is_some_and(|argument| {
                !self.looked_at(argument.value).all(|value| *value == Value::Constant("true") || value.is_nothing())
            });
            let mut sends = self.calls_on(*request, &["send"]);
            return !is_waiting
                && match (sends.next(), sends.next()) {
                    (Some((send, _)), None) => self.has_left(send, DEEPEST) || self.leaves_soon(send, DEEPEST),
                    _ => false,
                };
        }
        self.is_global(call.callee, &["fetch"])
            && !self.is_kept_alive(call)
            && (self.has_left(asked.call, DEEPEST) || self.is_let_go(asked.call, DEEPEST))
    }

    fn is_kept_alive(&self, call: &CallExpr) -> bool {
        let is_off = |value: &Value| value.is_nothing() || *value == Value::Constant("false");
        call.arguments.get(1).is_some_and(|options| !self.member(&self.values(options.value), "keepalive").all(is_off))
    }

    /// Whether nothing waits for the promise that a call gives before the page is left, on any way to it.
    fn is_let_go(&self, call: ExprId, deepest: usize) -> bool {
        let (promise, function) = (self.chained(call), self.program.place(call).function);
        if deepest == 0 {
            return false;
        }
        if self.is_dropped(promise) {
            return self.leaves_soon(promise, deepest);
        }
        let is_passed_on = self.program.function(function).returns.contains(&promise) || self.is_waited_for(promise);
        let callers = self.callers_of(function);
        let above = |caller: &Caller| matches!(caller, Caller::Call(call) if self.is_let_go(*call, deepest - 1));
        is_passed_on && !callers.is_empty() && callers.iter().all(above)
    }

    /// Whether the page is on its way out already when this begins, on any way to it.
    fn has_left(&self, request: ExprId, deepest: usize) -> bool {
        let (program, place) = (self.program, self.program.place(request));
        let is_before = |id: &ExprId| {
            let of = program.place(*id);
            id.at() < request.at() && of.function == place.function && self.stands_around(of.scope, place.scope)
        };
        if self.leavings().iter().any(is_before) {
            return true;
        }
        let callers = self.callers_of(place.function);
        let above = |caller: &Caller| matches!(caller, Caller::Call(call) if self.has_left(*call, deepest - 1));
        deepest > 0 && !callers.is_empty() && callers.iter().all(above)
    }

    /// Whether the page is left after this, in the same function or in those that call it, and nothing is waited for before.
    fn leaves_soon(&self, after: ExprId, deepest: usize) -> bool {
        let (program, function) = (self.program, self.program.place(after).function);
        let follows = |id: &ExprId| id.at() > after.at() && program.place(*id).function == function;
        let wait = program.ids().filter(follows).find(|id| match program.expression(*id) {
            Expr::Await(awaited) => *awaited != after,
            Expr::Call(call) => DIALOGS.iter().any(|name| self.is_global(call.callee, &[name])),
            _ => false,
        });
        let last = self.leavings().into_iter().filter(follows).max();
        if let Some(last) = last {
            let is_before = wait.is_none_or(|wait| wait.at() > last.at());
            return is_before && self.stands_around(program.place(last).scope, program.place(after).scope);
        }
        let callers = self.callers_of(function);
        let above = |caller: &Caller| match caller {
            Caller::Call(call) => self.leaves_soon(self.chained(*call), deepest - 1),
            Caller::Each(_) | Caller::Other => false,
        };
        deepest > 0 && wait.is_none() && !callers.is_empty() && callers.iter().all(above)
    }

    /// What leaves the page: `location.replace(…)`, `location.href = …`, `window.location = …`, `location = …`.
    fn leavings(&self) -> Vec<ExprId> {
        let program = self.program;
        let is_location =
            |object: ExprId| self.is_global(object, &["location"]) || self.is_global(object, &["document", "location"]);
        let calls = program.calls().filter(|(_, call)| match program.expression(call.callee) {
            Expr::Member(object, method) => {
                let goes_away = call.arguments.first().is_some_and(|to| self.is_elsewhere(to.value));
                LEAVING.contains(&method.as_str()) && is_location(*object) && goes_away
            }
            _ => false,
        });
        let writes = |name: &str| program.writes.get(name).into_iter().flatten();
        let of_location = writes("href").filter(|write| is_location(write.target));
        let is_window = |target: ExprId| HOLDERS.iter().any(|name| self.is_global(target, &[name]));
        let of_window = writes("location").filter(|write| is_window(write.target));
        let written = of_location.chain(of_window).map(|write| write.value).filter(|to| self.is_elsewhere(*to));
        calls.map(|(id, _)| id).chain(written).collect()
    }

    fn is_global(&self, object: ExprId, path: &[&str]) -> bool {
        self.looked_at(object).any(|value| *value == Value::global(path))
    }

    /// Whether an address is none within the page, which a browser scrolls to.
    fn is_elsewhere(&self, address: ExprId) -> bool {
        !self.looked_at(address).texts().any(|text| text.value().starts_with('#'))
    }

    /// Whether a block is the other, or stands around it: what stands in it then follows whatever the other decides.
    fn stands_around(&self, outer: ScopeId, inner: ScopeId) -> bool {
        let mut scopes = std::iter::successors(Some(inner), |scope| self.program.scopes[scope.at()]);
        scopes.any(|scope| scope == outer)
    }
}
